"""The profile of a unit as PDF: two pages whatever the names, the stamp on each, the same bytes of the same profile."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from hopluc.reporting.profile import STRONG, WEAK, Bar, Figure, Line, Peer, Point, Profile, profile_pdf

STAMP = "Ước tính nội bộ, không phải kết quả do Bộ công bố"
LONG = "Tỷ lệ doanh nghiệp có hoạt động nghiên cứu, phát triển và đổi mới sáng tạo trong tổng số doanh nghiệp đang hoạt động"


def profile(indicators: int = 52, name: str = "Số tổ chức khoa học và công nghệ", unit: str = "tỉnh Tân Lâm") -> Profile:
    lines = [Line("PII", "Chỉ số chung", "41,20", "7", depth=0)]
    for number in range(indicators):
        if number % 3 == 0:
            lines.append(Line(f"P{number}", name, "40,00", "12", depth=2, mark=WEAK))
        figure = "" if number % 9 == 0 else "1.234,56"
        lines.append(Line(f"P{number}.1", name, "55,10", "3", figure, "người/10.000 dân", "2024", STRONG))
    return Profile(
        "vi",
        unit,
        "Chỉ số minh họa",
        "Năm 2025",
        STAMP,
        date(2026, 11, 23),
        (Figure("Hạng ước", "7/34", "khoảng 90 %: 5 - 11"), Figure("Điểm ước", "41,20")),
        (f"Mất điểm nhiều nhất ở: {name}; {name}; {name}.",) * 5,
        tuple(Bar(name, "41,20", "7", "38,00", "70,11", "", 0.41, 0.38, 0.7, STRONG) for _ in range(7)),
        tuple(Point(f"P{number}", name, "hạng 1") for number in range(10)),
        tuple(Point(f"P{number}", name, "hạng 33") for number in range(10)),
        tuple(Peer(unit, "40,00", "8") for _ in range(5)),
        "5 chỉ số chưa có số liệu: P1, P2, P3.",
        tuple(lines),
        ("Chuẩn hóa: min-max. Tổng hợp: trung bình cộng.",) * 3,
        ("Mã kiểm chứng: 0123456789abcdef",) * 5,
    )


def pages(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


@pytest.mark.parametrize(
    "of", [profile(), profile(name=LONG), profile(unit=f"{LONG} {LONG}"), profile(4), profile(80, LONG)], ids=range(5)
)
def test_a_profile_takes_two_pages_each_with_the_stamp(of):
    told = pages(profile_pdf(of))

    assert [STAMP in page for page in told] == [True, True]


def test_every_line_of_the_table_is_on_the_second_page():
    of = profile(name=LONG)

    table = pages(profile_pdf(of))[1].replace("\r\n", " ").split()

    assert [line.code for line in of.lines if line.code not in table] == []


def test_more_indicators_than_two_pages_hold_run_on_with_the_stamp():
    told = pages(profile_pdf(profile(200, LONG)))

    assert (len(told) > 2, all(STAMP in page for page in told)) == (True, True)


def test_a_missing_figure_is_told_and_is_no_zero():
    of = replace(profile(1), lines=(Line("P1", "Sáng chế", "–", "–"),))

    assert "chưa có số liệu" in pages(profile_pdf(of))[1]


def test_an_english_profile_has_english_heads():
    told = pages(profile_pdf(replace(profile(), language="en", stamp="Internal estimate")))

    assert "Where points were lost" in told[0]
    assert "Each indicator" in told[1]


def test_the_same_profile_gives_the_same_bytes():
    assert profile_pdf(profile(8)) == profile_pdf(profile(8))


def test_published_scores_stand_in_a_column_of_their_own():
    bars = tuple(replace(bar, announced="58,09 (4)") for bar in profile().bars)

    told = pages(profile_pdf(replace(profile(), bars=bars, announced="Quyết định của Bộ")))

    assert told[0].count("58,09 (4)") == len(bars)
    assert "Công bố" in told[0]
    assert "Công bố" not in pages(profile_pdf(profile()))[0]
