"""What a letter that asks for reports says, and what an officer types: read where it is plain, asked again where it is not."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from hopluc.reading import Document, read
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.returns.asking import Heading, Request, request_in, speaks_of_reports

HEAD = """UBND THÀNH PHỐ VĨNH HÀ	CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỞ KHOA HỌC VÀ CÔNG NGHỆ	Độc lập - Tự do - Hạnh phúc
Số: 2145/SKHCN-KHTC	Vĩnh Hà, ngày 24 tháng 11 năm 2026
V/v {about}

Kính gửi: {to}

"""


def asked(text: str, *, about: str = "báo cáo kết quả năm 2026", to: str = "Sở Tài chính.") -> Request | None:
    """What a letter asks for: the same with all its facts and with its days and bodies alone, and nothing where it speaks of no report."""
    letter = Document("cong-van.txt", HEAD.format(about=about, to=to) + text)
    request = request_in(read(letter, records=()))
    assert request == request_in(read(letter))
    assert request is None or speaks_of_reports(letter)
    return request


def due(text: str) -> date | None:
    request = asked(text)
    return request.due if request else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Đề nghị quý cơ quan gửi báo cáo về Sở trước ngày 16/12/2026.", date(2026, 12, 16)),
        ("Đề nghị các đơn vị báo cáo, gửi về Sở chậm nhất ngày 05 tháng 01 năm 2027.", date(2027, 1, 5)),
        ("Đề nghị gửi báo cáo trước ngày 16/12.", date(2026, 12, 16)),
        ("Đề nghị gửi báo cáo trước ngày 20/01.", date(2027, 1, 20)),
        ("Đề nghị gửi báo cáo trước ngày 16/12/2026 để trình Ủy ban nhân dân trước ngày 25/12/2026.", date(2026, 12, 16)),
        (
            "Sở đã đề nghị gửi báo cáo trước ngày 16/12/2026.\nĐề nghị quý cơ quan khẩn trương gửi báo cáo trước ngày 21/12/2026.",
            date(2026, 12, 21),
        ),
    ],
    ids=["plain", "in words", "without a year", "in the year to come", "what follows is another's", "moved"],
)
def test_the_deadline_is_that_of_sending(text, day):
    assert due(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Sở đã nhận được báo cáo ngày 16/12/2026 của quý cơ quan và trân trọng cảm ơn.",
        "Đề nghị quý cơ quan báo cáo kết quả thực hiện.",
        "Hội nghị được tổ chức trước ngày 16/12/2026.",
    ],
    ids=["thanks", "without a day", "no report"],
)
def test_a_letter_that_asks_for_no_report_by_a_day_opens_nothing(text):
    assert asked(text, about="một số việc") is None


def test_those_it_is_put_to_stand_in_its_order():
    to = "\n- Sở Tài chính;\n- Sở Công Thương;\n- Công an thành phố;\n- Ủy ban nhân dân phường Hồng Lạc."
    request = asked("Đề nghị gửi báo cáo về Sở Nội vụ trước ngày 16/12/2026.", to=to)

    assert request is not None
    assert request.agencies == (
        "Sở Tài chính thành phố Vĩnh Hà",
        "Sở Công Thương thành phố Vĩnh Hà",
        "Công an thành phố Vĩnh Hà",
        "Ủy ban nhân dân phường Hồng Lạc",
    )


def test_a_list_that_is_enclosed_names_them_too():
    listed = "Đề nghị gửi báo cáo trước ngày 16/12/2026.\n\nDANH SÁCH CÁC CƠ QUAN, ĐƠN VỊ\n1. Sở Y tế\n2. Sở Nội vụ\n"
    request = asked(listed, to="Các sở, ban, ngành.")

    assert request is not None
    assert request.agencies == ("Sở Y tế thành phố Vĩnh Hà", "Sở Nội vụ thành phố Vĩnh Hà")


def test_the_outline_that_is_enclosed_gives_its_headings():
    request = asked(
        "Đề nghị gửi báo cáo trước ngày 16/12/2026.\n\nĐỀ CƯƠNG BÁO CÁO\nI. KẾT QUẢ THỰC HIỆN\nII. TỒN TẠI, HẠN CHẾ\n"
    )

    assert request is not None
    assert request.outline == (Heading("I.", "KẾT QUẢ THỰC HIỆN"), Heading("II.", "TỒN TẠI, HẠN CHẾ"))


@pytest.mark.parametrize(
    ("about", "period"),
    [
        ("báo cáo kết quả thực hiện Chương trình năm 2026", ("year", 2026, 1)),
        ("báo cáo 6 tháng đầu năm 2026", ("half", 2026, 1)),
        ("báo cáo 9 tháng năm 2026", ("nine_months", 2026, 1)),
        ("báo cáo quý III năm 2026", ("quarter", 2026, 3)),
        ("báo cáo tháng 11/2026", ("month", 2026, 11)),
    ],
)
def test_the_period_is_that_of_its_title(about, period):
    request = asked("Đề nghị gửi báo cáo trước ngày 16/12/2026.", about=about)

    assert request is not None
    assert (request.regime, request.year, request.place) == period


D = Decimal
TYPED = [
    ("37", Figure.exact(D(37))),
    ("1.200", Figure.exact(D(1200))),
    ("1.234.567", Figure.exact(D(1234567))),
    ("5,13", Figure.exact(D("5.13"))),
    ("1.000 - 1.200", Figure.between(D(1000), D(1200))),
    ("khoảng 30", Figure.about(D(30))),
    ("ít nhất 10", Figure.between(D(10), None)),
    ("nhiều nhất 10", Figure.between(None, D(10))),
    ("17/20", Figure.ratio(D(17), D(20))),
    ("Không phát sinh", Figure.zero()),
]


@pytest.mark.parametrize(("words", "figure"), TYPED, ids=[words for words, _ in TYPED])
def test_a_figure_is_read_as_it_is_typed_and_shown_as_it_is_read(words, figure):
    assert figure_of(words) == figure
    assert words_of(figure) == words


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("0", Figure.zero()),
        ("", None),
        ("chưa có số liệu", None),
        ("từ 10 đến 20", Figure.between(D(10), D(20))),
        ("92,5%", Figure.exact(D("92.5"))),
    ],
)
def test_other_ways_to_type_it_say_the_same(words, figure):
    assert figure_of(words) == figure


@pytest.mark.parametrize("words", ["5,132", "12,000", "5.13", "1.2000", "nhiều", "10 doanh nghiệp", "20 - 10", "1 2", "-5"])
def test_what_can_be_read_in_two_ways_or_in_none_is_refused(words):
    with pytest.raises(ValidationError):
        figure_of(words)


def test_a_figure_is_written_in_the_vietnamese_way_whoever_reads_the_page():
    with translation.override("en"):
        assert [words_of(figure) for _, figure in TYPED] == [words for words, _ in TYPED]
