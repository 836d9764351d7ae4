"""The stamp of arrival: its number and day, wherever the recogniser put its lines; and what only looks like one."""

from datetime import date

import pytest

from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.head import head
from hopluc.reading.incoming import Arrival, arrival

HEAD = "UBND TỈNH TÂN LÂM\nSỞ CÔNG THƯƠNG\nSố: 145/SCT-KH\nTân Lâm, ngày 02 tháng 3 năm 2024\n"


@pytest.mark.parametrize(
    ("stamp", "number", "on"),
    [
        ("SỞ KHOA HỌC VÀ CÔNG NGHỆ\nĐẾN\nSố: 1274\nNgày: 05/3/2024\nChuyển: Phòng KH\n", "1274", date(2024, 3, 5)),
        ("ĐẾN Số: .....812.....\nNgày: 5.3.24\n", "812", date(2024, 3, 5)),
        ("| ĐẾN |\nNgày: 05 tháng 3 năm 2024\n", None, date(2024, 3, 5)),
        ("CÔNG VĂN ĐẾN\nGiờ: 8h, Số: 77/CVĐ\n", "77", None),
        ("ĐÉN\nSố: 31\nNgày: 05 - 3 - 2024\n", "31", date(2024, 3, 5)),
        ("Số đến: 904; Ngày đến: 05/03/2024\n", "904", date(2024, 3, 5)),
        (
            "SỞ TƯ PHÁP ĐẾN\nSố:\n1274\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTân Lâm, ngày 02 tháng 3 năm 2024\nNgày: 05/3/2024\n",
            "1274",
            date(2024, 3, 5),
        ),
        ("\tĐẾN\n\tSố: 31\n\tNgày 31/02/2024\n", "31", None),
    ],
)
def test_the_stamp_says_its_number_and_day(stamp: str, number: str | None, on: date | None) -> None:
    for text in (HEAD + stamp, stamp + HEAD):
        said = arrival(Document("a", text))

        assert (said.number, said.on) == (number, on)


@pytest.mark.parametrize(
    "text",
    [
        "MỤC TIÊU\nĐẾN NĂM 2030\nSố: 12 nhiệm vụ",
        "Từ ngày 01/3/2024 đến\nSố: 31 ngày 05/3/2024",
        "KẾ HOẠCH ĐẾN\nngày 05/3/2024",
        "ĐẾN\nSố: 145/SCT-KH",
        "Kính gửi các sở.",
    ],
)
def test_other_words_are_no_stamp(text: str) -> None:
    assert arrival(Document("a", text)) == Arrival()


def test_a_stamp_stands_on_the_first_page() -> None:
    text = "Trang một.\nĐẾN\nSố: 31\n"
    later = (Locator(Span(0, 10), page=1), Locator(Span(11, 22), page=2))

    assert arrival(Document("a", text, locators=later)) == Arrival()


def test_each_part_stands_where_it_is_said() -> None:
    document = Document("a", HEAD + "ĐẾN\nSố: 31\nNgày: 05/3/2024\n")

    assert {name: document.quote(span) for name, span in arrival(document).spans} == {
        "heading": "ĐẾN",
        "number": "31",
        "on": "05/3/2024",
    }


@pytest.mark.parametrize("office", ["", "SỞ KHOA HỌC VÀ CÔNG NGHỆ\n", "SỞ KHOA HỌC VÀ CÔNG NGHỆ "])
def test_what_is_stamped_is_no_claim_of_the_document(office: str) -> None:
    stamp = f"{office}ĐẾN\nSố: 31\nNgày 09 tháng 3 năm 2024\n"
    for text in (stamp + HEAD, HEAD + stamp):
        said = head(Document("a", text + "\nBÁO CÁO\nKết quả thực hiện\n"))

        assert (said.number, said.date, said.issuer) == ("145/SCT-KH", "2024-03-02", "SỞ CÔNG THƯƠNG")
