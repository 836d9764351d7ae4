"""Parts of a legal reference: its number's sign, its issuer, and what the sentence says beside it."""

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.mentions.citations import find_citations
from hopluc.reading.mentions.document_numbers import document_types, is_known_sign, types_by_sign
from hopluc.reading.mentions.issuers import issuer_at, issuer_codes
from hopluc.reading.mentions.law_names import law_at


def only(text):
    (fact,) = find_citations(Document("a", text), Found())
    return fact


@pytest.mark.parametrize(
    ("text", "day", "issuer"),
    [
        (
            "Ngày 25/9/2026, UBND thành phố Vĩnh Hà đã ban hành Quyết định số 15/QĐ-UBND.",
            "2026-09-25",
            "UBND thành phố Vĩnh Hà",
        ),
        (
            "Họp xong. Ngày 02 tháng 10 năm 2026, Giám đốc Sở Khoa học và Công nghệ có Quyết định số 15/QĐ-SKHCN",
            "2026-10-02",
            "Giám đốc Sở Khoa học và Công nghệ",
        ),
        ("Sở tham mưu cho Uỷ ban nhân dân tỉnh ban hành Kế hoạch số 7/KH-UBND", None, "Uỷ ban nhân dân tỉnh"),
        ("Ngày 03/12/2026, BTV Tỉnh ủy (khóa XIII) ký Nghị quyết số 13-NQ/TU", "2026-12-03", "BTV Tỉnh ủy (khóa XIII)"),
        ("Viện Chè tổ chức lễ công bố Nghị định số 7/2026/NĐ-CP (ngày 12-3-2026) của Chính phủ", "2026-03-12", "Chính phủ"),
        ("Viện Chè tổ chức lễ công bố Nghị định số 7/2026/NĐ-CP", None, None),
        ("Ngày 03/12/2026 hội nghị đã họp. Mọi người theo Nghị quyết số 13-NQ/TU", None, None),
    ],
)
def test_sentence_gives_date_and_issuer_outside_the_span(text, day, issuer):
    value = only(text).value

    assert (value.context_date, value.context_issuer) == (day, issuer)
    assert (value.date, value.issuer) == (None, None)


def test_what_stands_inside_is_not_told_again_as_context():
    value = only("Ngày 01/3/2026, UBND tỉnh Tân Lâm ban hành Kế hoạch số 7/KH-UBND ngày 28/2/2026 của UBND tỉnh Tân Lâm").value

    assert (value.date, value.issuer, value.context_date, value.context_issuer) == (
        "2026-02-28",
        "UBND tỉnh Tân Lâm",
        None,
        None,
    )


def test_blank_number_is_none_and_uncertain():
    fact = only("Quyết định số      /QĐ-UBND của UBND tỉnh Tân Lâm")

    assert (fact.value.number, fact.value.issuer, fact.certain) == (None, "UBND tỉnh Tân Lâm", False)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Bộ trưởng Bộ Khoa học và Công nghệ quy định", "Bộ trưởng Bộ Khoa học và Công nghệ"),
        ("Ủy ban nhân dân huyện Bình An, tỉnh Tân Lâm", "Ủy ban nhân dân huyện Bình An"),
        ("Đảng ủy Sở Khoa học và Công nghệ về việc", "Đảng ủy Sở Khoa học và Công nghệ"),
        ("Ban Chấp hành Đảng bộ thành phố khóa XIV về", "Ban Chấp hành Đảng bộ thành phố khóa XIV"),
        ("Bộ KH&CN hướng dẫn", "Bộ KH&CN"),
        ("Viện Ứng dụng Công nghệ ban hành", "Viện Ứng dụng Công nghệ"),
        ("Công ty Cổ phần Giải pháp phần mềm Tân Lâm phê duyệt", "Công ty Cổ phần Giải pháp phần mềm Tân Lâm"),
        ("Trường Cao đẳng Công nghệ, Kỹ thuật và Du lịch ban hành", "Trường Cao đẳng Công nghệ, Kỹ thuật và Du lịch"),
        ("Hội nghị lần thứ sáu, Ban Chấp hành Trung ương Đảng", "Hội nghị lần thứ sáu, Ban Chấp hành Trung ương Đảng"),
        ("cấp có thẩm quyền", None),
        ("Chủ tịch", None),
    ],
)
def test_issuer_ends_where_its_name_does(text, issuer):
    end = issuer_at(text, 0)

    assert (text[:end] if end else None) == issuer


def test_ministries_that_issue_together():
    text = "Bộ Tài chính, Bộ Nội vụ và Bộ Khoa học và Công nghệ hướng dẫn"

    assert text[: issuer_at(text, 0, joint=True)] == "Bộ Tài chính, Bộ Nội vụ và Bộ Khoa học và Công nghệ"
    assert text[: issuer_at(text, 0)] == "Bộ Tài chính"


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("", "Luật Chuyển giao công nghệ quy định", "Luật Chuyển giao công nghệ"),
        ("", "Luật Chất lượng sản phẩm, hàng hóa và", "Luật Chất lượng sản phẩm, hàng hóa"),
        ("Căn cứ ", "Luật Kinh tế tuần hoàn năm 2027", "Luật Kinh tế tuần hoàn"),
        ("theo ", "luật Giáo dục", "luật Giáo dục"),
        (
            "Căn cứ ",
            "Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ",
            "Luật sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ",
        ),
        ("", "hiến pháp", None),
        ("", "Luật này", None),
        ("", "luật pháp", None),
        ("Căn cứ ", "Luật sửa đổi, bổ sung một số điều của Luật ấy", None),
        ("Trường Đại học ", "Luật Dân sự", None),
        ("", "Nghị định", None),
    ],
)
def test_law_is_known_by_its_name(before, text, name):
    law = law_at(before + text, len(before))

    assert ((before + text)[len(before) : law[1]] if law else None) == name


@pytest.mark.parametrize(
    ("number", "known"),
    [
        ("57-NQ/TW", True),
        ("93/2025/QH15", True),
        ("1859/QĐ-UBND", True),
        ("12/AB-CD", False),
        ("12/UBND-VX", True),
        ("12/UBND", False),
    ],
)
def test_number_without_a_word_needs_a_known_sign(number, known):
    assert is_known_sign(number) is known


def test_lists_name_every_kind_and_body_once():
    names = [row.name for row in document_types()]

    assert len(names) == len(set(names))
    assert types_by_sign()["NĐ"].name == "nghị định"
    assert {code.code: code.issuer for code in issuer_codes()}["QH15"] == "Quốc hội khóa XV"
