"""Secrecy marks: a stamp is seen, the word in a text is not."""

import pytest

from hopluc.errors import StateSecret
from hopluc.reading.sources import open_source, stamp_on
from hopluc.reading.sources.secrecy import degree, secrecy_mark


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("MẬT", "Mật"),
        ("  TỐI MẬT  ", "Tối mật"),
        ("TUYỆT  MẬT", "Tuyệt mật"),
        ("* MẬT *", "Mật"),
        ("[TỐI MẬT]", "Tối mật"),
        ("M Ậ T", "Mật"),
        ("T Ố I M Ậ T", "Tối mật"),
        ("Độ mật: Tuyệt mật", "Tuyệt mật"),
        ("ĐỘ MẬT: TỐI MẬT", "Tối mật"),
        ("Mức độ mật: Mật.", "Mật"),
        ("Dấu chỉ độ mật - Mật", "Mật"),
        ("TO\u0302\u0301I MA\u0302\u0323T", "Tối mật"),
        ("Mật", None),
        ("mật", None),
        ("BẢO MẬT", None),
        ("MẬT ONG", None),
        ("BÍ MẬT NHÀ NƯỚC", None),
        ("QUẢN LÝ VĂN BẢN MẬT", None),
        ("Độ mật: Không", None),
        ("Độ mật: Thường", None),
        ("Độ mật: theo quy định về Tối mật", None),
        ("Mật độ dân số", None),
        ("Tài liệu Tối mật được bảo quản riêng", None),
    ],
)
def test_a_stamp_says_its_degree_and_a_word_does_not(words: str, said: str | None) -> None:
    assert degree(words) == said


def test_a_stamp_at_the_head_is_a_mark() -> None:
    assert secrecy_mark("UBND TỈNH TÂN LÂM\nMẬT\n\nBÁO CÁO\nNội dung") == "Mật"


def test_a_stamp_beside_the_motto_is_a_mark() -> None:
    assert secrecy_mark("TUYỆT MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO") == "Tuyệt mật"
    assert secrecy_mark("TỐI MẬT          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == "Tối mật"


def test_capitals_far_from_the_head_are_no_mark() -> None:
    body = "".join(f"Dòng {number} của văn bản.\n" for number in range(60))

    assert secrecy_mark(f"{body}MẬT\n") is None


def test_a_stamp_in_the_margins_is_a_mark_wherever() -> None:
    assert secrecy_mark("BÁO CÁO", ["Trang 3", "TỐI MẬT"]) == "Tối mật"


def test_a_table_of_degrees_is_no_mark() -> None:
    assert secrecy_mark("THỐNG KÊ VĂN BẢN\n\tTT\n\tMẬT\n\tTỐI MẬT\n\tTUYỆT MẬT\n") is None


def test_prose_about_secrets_is_read() -> None:
    text = "Công tác bảo mật, quản lý văn bản mật; bảo vệ bí mật nhà nước độ Mật, Tối mật. Hợp tác xã mật ong Tân Lâm.\n"

    assert open_source(text.encode(), "a.txt").text == text


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_marked_file_is_refused_and_its_degree_named(name: str) -> None:
    body = "UBND TỈNH TÂN LÂM{0}TỐI MẬT{0}BÁO CÁO{0}Nội dung".format("<br>" if name == "a.html" else "\n")

    with pytest.raises(StateSecret) as refusal:
        open_source((f"<html><p>{body}</p></html>" if name == "a.html" else body).encode(), name)

    assert refusal.value.details == {"name": name, "mark": "Tối mật"}


@pytest.mark.parametrize(
    ("content", "mark"),
    [
        ("TỐI MẬT\nBáo cáo".encode(), "Tối mật"),
        (b"Xin", None),
        (b"\x7fELF\x02", None),
        (b"PK\x03\x04", None),
        (b"%PDF-1.4 broken", None),
        (b"", None),
    ],
)
def test_a_file_that_is_kept_unread_is_looked_at_for_its_stamp(content: bytes, mark: str | None) -> None:
    assert stamp_on(content, "a") == mark
