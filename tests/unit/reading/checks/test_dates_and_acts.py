"""Dates of events and acts: the finer points."""

from datetime import date

import pytest

from hopluc.reading import audit, read
from hopluc.reading.checks.acts import agree, parsed, written
from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.dates import Day

DATELINE = "Vĩnh Hà, ngày 05 tháng 12 năm 2025\n\n"


def found(text: str, on: date | None = None) -> list[tuple[str, str]]:
    (result,) = audit([read(Document("1.docx", text))], on=on)
    return [(record.value.subtype, record.value.explanation) for record in result.faults]


def points(text: str, on: date | None = None) -> list[str]:
    return [subtype for subtype, _ in found(text, on)]


def test_parts_of_a_date_that_are_not_said_agree_with_any():
    assert agree(Day(2025, 5, None), Day(2025, 5, 11))
    assert agree(Day(None, 12, 20), Day(2013, 12, 20))
    assert not agree(Day(2025, 5, 11), Day(2025, 5, 12))


def test_dates_from_and_to_words():
    assert parsed("2025-05-11") == Day(2025, 5, 11)
    assert parsed("2025-05") == Day(2025, 5, None)
    assert [parsed(iso) for iso in ("2025", "--05-11", None)] == [None, None, None]
    assert [written(day) for day in (Day(2025, 5, 11), Day(2025, 5, None), Day(None, 5, 11))] == ["11/5/2025", "5/2025", "11/5"]


def test_days_of_february():
    assert found("Sở họp ngày 30/02/2025.") == [("impossible_date", "“30/02/2025”: tháng 2 năm 2025 chỉ có 28 ngày.")]
    assert found("Sở họp ngày 30/02/2024.") == [("impossible_date", "“30/02/2024”: tháng 2 năm 2024 chỉ có 29 ngày.")]
    assert points("Sở họp ngày 29/02/2024.") == []


def test_what_has_happened_after_the_document():
    assert points(DATELINE + "Ngày 20/12/2025, hai bên đã tổ chức hội nghị.") == ["impossible_date"]
    assert points(DATELINE + "Ngày 20/12/2025, hai bên sẽ tổ chức hội nghị.") == []
    assert points(DATELINE + "Ngày 20/11/2025, hai bên đã tổ chức hội nghị.") == []


def test_an_act_dated_after_the_day_of_the_audit():
    text = "Thực hiện Quyết định số 12/QĐ-UBND ngày 25/9/2031 của Ủy ban nhân dân tỉnh Tân Lâm."

    assert points(text, date(2026, 11, 22)) == ["impossible_date"]
    assert points(text, date(2031, 11, 22)) == []


def test_an_act_older_than_the_state():
    assert points("Thực hiện Quyết định số 12/QĐ-UBND ngày 25/9/1913 của Ủy ban nhân dân tỉnh Tân Lâm.") == ["impossible_date"]


def test_one_act_by_its_subject_in_two_years():
    text = (
        "Quyết định số 12/QĐ-UBND ngày 25/9/2023 về phê duyệt Chương trình hợp tác khoa học công nghệ tỉnh Tân Lâm.\n\n"
        "Quyết định số 12/QĐ-UBND ngày 14/8/{} về phê duyệt {} tỉnh Tân Lâm."
    )

    assert points(text.format(2021, "Chương trình hợp tác khoa học công nghệ")) == ["date_conflict"]
    assert points(text.format(2021, "Đề án phát triển nông nghiệp hữu cơ")) == []


def test_the_date_before_an_act_is_its_own():
    text = DATELINE + "Ngày 25/9/2031, Ủy ban nhân dân tỉnh Tân Lâm có Quyết định số 12/QĐ-UBND phê duyệt Chương trình."

    (result,) = audit([read(Document("1.docx", text))])

    (point,) = result.faults
    assert point.value.subtype == "impossible_date"
    assert [text[span.start : span.end] for span in point.evidence] == [
        "Ngày 25/9/2031, Ủy ban nhân dân tỉnh Tân Lâm có Quyết định số 12/QĐ-UBND"
    ]


def test_many_days_without_a_year_are_told_once():
    text = "\n\n".join(f"Ngày {day}/3, Sở tổ chức hội thảo." for day in (11, 12, 13, 14))

    assert found(text) == [("incomplete_date", "4 ngày không ghi năm (“11/3”, “12/3”, “13/3”…).")]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 20/12/2023 hai bên ký kết; chiều 20/12, tổ chức họp báo.",
        "Kết quả năm 2023\n\nChiều 20/12, hai bên tổ chức ký kết.",
        "Hạn nộp hồ sơ trước ngày 20/12.",
        "Nhân dịp 18/5, Sở tổ chức hội thảo.",
        "Chiều 20/12, hai bên tổ chức hội nghị sơ kết năm 2023.",
    ],
)
def test_a_day_whose_year_is_said_or_not_needed(text: str) -> None:
    assert points(text) == []


def test_the_year_of_a_day_is_inferred_from_what_goes_before():
    text = "Ngày 18/12/2023, hai bên làm việc.\n\nChiều 20/12, hai bên tổ chức ký kết."

    ((subtype, explanation),) = found(text)

    assert subtype == "incomplete_date"
    assert explanation == (
        "Ngày “20/12” không ghi năm; có thể là 2023, theo ngày “18/12/2023” nêu ngay trước: "
        "“Chiều 20/12, hai bên tổ chức ký kết.”."
    )


def test_the_year_of_a_day_is_inferred_from_the_period_of_its_sentence():
    text = "Chiều 20/12, hai bên tổ chức ký kết hợp tác giai đoạn 2023-2030."

    ((subtype, explanation),) = found(text)

    assert subtype == "incomplete_date"
    assert explanation == (
        "Ngày “20/12” không ghi năm; có thể là 2023, năm đầu của giai đoạn “2023-2030” trong cùng câu: "
        "“Chiều 20/12, hai bên tổ chức ký kết hợp tác giai đoạn 2023-2030.”."
    )


def test_the_year_of_a_day_is_not_inferred_from_an_earlier_term():
    text = "Sau Thỏa thuận giai đoạn 2014-2020, ngày 18/12, hai bên ký kết thỏa thuận hợp tác giai đoạn 2020-2025."

    ((_, explanation),) = found(text)

    assert "có thể là 2020, năm đầu của giai đoạn “2020-2025”" in explanation


def test_a_day_with_no_sign_of_its_year():
    assert found("Chiều 20/12, hai bên tổ chức ký kết.") == [
        ("incomplete_date", "Ngày “20/12” không ghi năm: “Chiều 20/12, hai bên tổ chức ký kết.”.")
    ]


SET_UP = "Quyết định số 45/QĐ-UBND ngày 20/3/2024 thành lập Tổ giúp việc Ban Chỉ đạo Chương trình.\n\n"


@pytest.mark.parametrize(
    ("text", "subtypes"),
    [
        ("Ngày 18/3/2024, Sở đã tổ chức Hội nghị công bố các chương trình và khởi động Chương trình.", ["sequence"]),
        ("Ngày 18/4/2024, Sở đã tổ chức Hội nghị công bố các chương trình và khởi động Chương trình.", []),
        ("Ngày 18/3/2023, Sở đã tổ chức Hội nghị công bố các chương trình và khởi động Chương trình.", []),
        ("Ngày 18/3/2024, Sở đã tổ chức Hội nghị công bố kết quả kỳ thi học sinh giỏi.", []),
        ("Ngày 18/3/2024, Sở có kế hoạch tổ chức Hội nghị công bố Chương trình.", []),
        ("Ngày 18/3/2024, Tổ giúp việc Ban Chỉ đạo đã họp.", ["sequence"]),
        ("Căn cứ Tờ trình số 12/TTr-SKHCN ngày 18/3/2024 về Tổ giúp việc.", []),
    ],
)
def test_what_a_body_did_before_it_was_set_up(text: str, subtypes: list[str]) -> None:
    assert points(SET_UP + text) == subtypes


def test_an_older_act_in_another_sentence_is_not_carried_out_by_it():
    text = (
        "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 15/7/2024. Trước đó, tỉnh đã ban hành Kế hoạch số 88/KH-UBND ngày 10/6/2024."
    )

    assert points(text) == []


@pytest.mark.parametrize(
    "head",
    [
        "Vĩnh Hà, ngày\n05 tháng 12 năm 2025",
        "Cập nhật: 05/12/2025",
        "05/12/2025 - 15:30",
        "15:30, 05/12/2025",
        "05/12/2025",
    ],
)
def test_the_own_date_of_a_document(head: str) -> None:
    text = f"Tin tức\n{head}\n\nThực hiện Quyết định số 12/QĐ-UBND ngày 06/12/2025 của Ủy ban nhân dân tỉnh Tân Lâm."

    assert points(text) == ["impossible_date"]


def test_page_furniture_is_not_audited():
    text = "Tin khác: họp ngày 31/6/2025"
    document = Document("1.html", text, furniture=(Span(0, len(text)),))

    assert audit([read(document)])[0].faults == ()


def test_a_basis_without_number_after_the_day_of_the_document():
    based = "Căn cứ Biên bản họp Hội đồng tư vấn ngày {};\nQUYẾT ĐỊNH:"

    assert points(DATELINE + based.format("26 tháng 12 năm 2025")) == ["sequence"]
    assert points(DATELINE + based.format("26 tháng 11 năm 2025")) == []
    assert points(DATELINE + "Căn cứ kế hoạch nghỉ lễ từ ngày 30 tháng 12 năm 2025;\nQUYẾT ĐỊNH:") == []


def test_one_day_and_the_digits_of_one_number_in_two_orders_are_one_act():
    first = "Ngày 05/6/2020, tỉnh ban hành Quyết định số 1127/QĐ-UBND phê duyệt đề án. Đề án có 4 nhóm nhiệm vụ.\n\n"

    assert points(first + "Các sở thực hiện Quyết định số 1172/QĐ-UBND ngày 05/6/2020.") == ["value_conflict"]
    assert points(first + "Các sở thực hiện Quyết định số 1127/QĐ-UBND ngày 05/6/2020.") == []
    assert points(first + "Các sở thực hiện Quyết định số 1128/QĐ-UBND ngày 05/6/2020.") == []
