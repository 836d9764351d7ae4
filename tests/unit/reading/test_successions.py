"""What became of a body: the last day of its name and its heir, by the dated lists."""

from datetime import date

import pytest

from hopluc.reading import read
from hopluc.reading.document import Document
from hopluc.reading.naming.successions import Succession, succession_of


@pytest.mark.parametrize(
    ("name", "until", "heir"),
    [
        ("Bộ Kế hoạch và Đầu tư", date(2025, 2, 28), "Bộ Tài chính"),
        ("Sở Thông tin và Truyền thông tỉnh Tân Lâm", date(2025, 2, 28), "Sở Khoa học và Công nghệ tỉnh Tân Lâm"),
        ("Sở Khoa học và Công nghệ tỉnh Hà Giang", date(2025, 6, 30), "Sở Khoa học và Công nghệ tỉnh Tuyên Quang"),
        ("Sở Kế hoạch và Đầu tư tỉnh Bình Dương", date(2025, 2, 28), "Sở Tài chính thành phố Hồ Chí Minh"),
        ("Ủy ban Khoa học và Kỹ thuật Nhà nước", date(1990, 5, 10), "Bộ Khoa học và Công nghệ"),
        (
            "Sở Khoa học, Công nghệ và Môi trường tỉnh Tân Lâm",
            date(2003, 4, 30),
            "Sở Khoa học và Công nghệ tỉnh Tân Lâm",
        ),
        ("Bộ Khoa học, Công nghệ và Môi trường", date(2002, 8, 4), "Bộ Khoa học và Công nghệ"),
        ("Cục Chăn nuôi, Bộ Nông nghiệp và Phát triển nông thôn", date(2025, 2, 28), None),
    ],
)
def test_a_name_that_ended_tells_its_last_day_and_its_heir(name, until, heir):
    assert succession_of(name) == Succession(until, heir)


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Khoa học và Công nghệ",
        "Ủy ban nhân dân tỉnh Lâm Đồng",
        "Công ty TNHH Sao Mai",
        "Phòng Quản lý khoa học, Sở Tài chính tỉnh Tân Lâm",
    ],
)
def test_a_name_that_holds_or_is_unknown_tells_nothing(name):
    assert succession_of(name) is None


def test_the_lines_of_the_output_tell_the_body_as_it_was_called_and_what_it_became():
    facts = read(Document("t", "Bộ Kế hoạch và Đầu tư làm việc với Bộ Khoa học và Công nghệ."), records=()).facts

    assert [fact.as_json()["value"] for fact in facts] == [
        {"canonical": "Bộ Kế hoạch và Đầu tư", "until": "2025-02-28", "successor": "Bộ Tài chính"},
        {"canonical": "Bộ Khoa học và Công nghệ"},
    ]
