"""Which documents tell of one programme: titles alone do not tell, for every province has a programme of nearly the same words."""

import pytest

from hopluc.reading import Document, Naming, gather, places_in, places_of, read, same_programme

TITLE = "Chương trình hợp tác khoa học và công nghệ"
FULL = "Chương trình hợp tác về khoa học, công nghệ và đổi mới sáng tạo thành phố Vĩnh Hà giai đoạn 2021 - 2030"


def a_report(place, title, *, name="bao-cao.txt", decision="", body=""):
    said = f"Quyết định số {decision} phê duyệt {title}" if decision else title
    text = (
        f"ỦY BAN NHÂN DÂN\n{place.upper()}\nSỞ KHOA HỌC VÀ CÔNG NGHỆ\nSố: 15/BC-SKHCN\n\nBÁO CÁO\nKết quả thực hiện {title}\n\n"
        f"Thực hiện {said}, Sở Khoa học và Công nghệ {place} báo cáo như sau:\n{body}"
    )
    return read(Document(name, text))


def a_letter(place, *, name="cong-van.txt"):
    """A paper that names no programme."""
    text = (
        f"ỦY BAN NHÂN DÂN\n{place.upper()}\nSỞ CÔNG THƯƠNG\nSố: 7/SCT-KH\n\nTHÔNG BÁO\nLịch làm việc với đoàn chuyên gia\n\n"
        f"Sở Công Thương {place} làm việc với đoàn chuyên gia."
    )
    return read(Document(name, text))


def named(gatherings):
    return [[reading.document.name for reading in gathering.readings] for gathering in gatherings]


def test_the_places_of_words_are_those_said_with_their_kind():
    assert places_in("Chương trình giữa thành phố Vĩnh Hà Giai đoạn 2021 và tỉnh Tân Lâm") == {"vinh ha", "tan lam"}


def test_a_document_is_of_the_place_in_its_letterhead():
    assert places_of(a_report("thành phố Hải Vân", f"{TITLE} giai đoạn 2024-2028")) == {"hai van"}


def test_a_document_without_a_letterhead_is_of_the_place_of_most_bodies():
    text = "Sở Y tế tỉnh Tân Lâm họp với Sở Công Thương tỉnh Tân Lâm và Sở Nội vụ tỉnh Tân Lâm."

    assert places_of(read(Document("tin.txt", text))) == {"tan lam"}


def test_a_document_of_many_places_is_of_none():
    text = "Sở Y tế tỉnh Tân Lâm họp với Sở Y tế tỉnh Bình Sơn."

    assert places_of(read(Document("tin.txt", text))) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Naming.of(FULL), Naming.of(f"{TITLE} thành phố Vĩnh Hà"), True),
        (Naming.of(FULL), Naming.of(f"{TITLE} thành phố Hải Vân"), False),
        (Naming.of(FULL), Naming.of(TITLE, of_place=["vinh ha"]), True),
        (Naming.of(FULL), Naming.of(TITLE, of_place=["hai van"]), False),
        (Naming.of(FULL), Naming.of(TITLE), True),
        (Naming.of(TITLE, of_place=["tan lam"], decision="9/QĐ-BKHCN"), Naming.of(TITLE, of_place=["vinh ha"], decision="9/QĐ-BKHCN"), True),
        (Naming.of(TITLE, decision="9/QĐ-BKHCN"), Naming.of(TITLE, decision="8/QĐ-BKHCN"), False),
        (Naming.of(TITLE, decision="9/QĐ-BKHCN"), Naming.of(TITLE), True),
        (Naming.of(FULL, decision="9/QĐ-UBND"), Naming.of(FULL, decision="8/QĐ-UBND"), True),
        (Naming.of(f"{TITLE} giai đoạn 2021 - 2025"), Naming.of(f"{TITLE} giai đoạn 2024 - 2028"), False),
        (Naming.of(f"{TITLE} giai đoạn 2021–2030"), Naming.of(f"{TITLE} giai đoạn 2021 đến năm 2025"), True),
        (Naming.of(f"{TITLE} giai đoạn 2026 - 2030"), Naming.of(f"{TITLE} giai đoạn 2021 - 2030"), True),
        (Naming.of(f"{TITLE} năm 2020"), Naming.of(f"{TITLE} giai đoạn 2021 - 2030"), False),
        (Naming.of(FULL), Naming.of("Chương trình giống cây"), False),
        (Naming.of(""), Naming.of(""), False),
    ],
)  # fmt: skip
def test_two_namings_mean_one_programme_unless_their_evidence_differs(one, other, same):
    assert (same_programme(one, other), same_programme(other, one)) == (same, same)


def test_a_report_of_another_city_on_nearly_the_same_title_stands_apart():
    own = a_report("thành phố Vĩnh Hà", FULL, name="a.txt")
    other = a_report("thành phố Hải Vân", f"{TITLE} giai đoạn 2024-2028", name="b.txt", decision="512/QĐ-UBND")

    assert named(gather([own, other])) == [["a.txt"], ["b.txt"]]


def test_a_report_of_the_same_city_on_a_shorter_title_stays():
    own = a_report("thành phố Vĩnh Hà", FULL, name="a.txt")
    other = a_report("thành phố Vĩnh Hà", f"{TITLE} giai đoạn 2024-2028", name="b.txt")

    assert named(gather([own, other])) == [["a.txt", "b.txt"]]


def test_a_document_that_names_no_programme_joins_the_only_one_of_its_place():
    own, letter = a_report("thành phố Vĩnh Hà", FULL, name="a.txt"), a_letter("thành phố Vĩnh Hà")
    other = a_report("thành phố Hải Vân", f"{TITLE} giai đoạn 2024-2028", name="b.txt")

    assert named(gather([own, letter])) == [["a.txt", "cong-van.txt"]]
    assert named(gather([own, other, letter])) == [["a.txt", "cong-van.txt"], ["b.txt"]]


def test_a_document_of_another_place_that_names_no_programme_joins_none():
    own, letter = a_report("thành phố Vĩnh Hà", FULL, name="a.txt"), a_letter("tỉnh Tân Lâm")

    assert named(gather([own, letter])) == [["a.txt"], ["cong-van.txt"]]


def test_a_naming_without_a_place_takes_that_of_its_gathering():
    (gathering,) = gather([a_report("thành phố Vĩnh Hà", FULL)])

    assert [naming.places for naming in gathering.namings] == [frozenset({"vinh ha"})]


def test_documents_that_join_no_programme_stand_by_their_places():
    of_two = [
        a_letter("thành phố Vĩnh Hà", name="a.txt"),
        a_letter("tỉnh Tân Lâm", name="b.txt"),
        a_letter("thành phố Vĩnh Hà", name="c.txt"),
    ]
    of_none = [read(Document(name, "Họp bàn về chuyển đổi số.")) for name in ("d.txt", "e.txt")]

    gathered = gather([*of_two, *of_none])

    assert named(gathered) == [["a.txt", "c.txt"], ["b.txt"], ["d.txt", "e.txt"]]
    assert {gathering.title for gathering in gathered} == {""}
