"""Findings that only another document shows, beyond what the specification of the audit tells."""

from hopluc.reading import Audit, audit, read
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Reading, Record
from hopluc.reading.mentions.periods import Period
from hopluc.reading.records.agreements import Agreement

PARTIES = ("Ủy ban nhân dân tỉnh Tân Lâm", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam")


def audited(*texts: str) -> list[Audit]:
    return audit([read(Document(f"{place}.docx", text)) for place, text in enumerate(texts, start=1)])


def agreement(name: str, text: str, value: Agreement) -> Reading:
    document = Document(name, text)
    return Reading(document, (), (Record("agreement", value, (Span(0, len(text)),)),))


def told(audits: list[Audit]) -> list[list[tuple[str, bool, str | None]]]:
    return [[(record.value.subtype, record.value.ok, record.value.other) for record in found.records] for found in audits]


def test_a_signing_that_was_planned_and_then_done_passes():
    planned = agreement("1.docx", "Sẽ ký vào tháng 1.", Agreement("A", PARTIES, None, "2026-01", Period("2026", "2030")))
    done = agreement("2.docx", "Đã ký ngày 14/1.", Agreement("B", PARTIES, "2026-01-14", None, Period("2026", "2030")))

    first, second = audit([planned, done])

    assert told([first, second]) == [[], [("planned_actual", True, "1.docx")]]
    assert second.records[0].value.explanation == "Văn bản 1.docx dự kiến ký 1/2026; ở đây ghi đã ký ngày 14/1/2026."


def test_one_agreement_signed_on_two_days():
    first = agreement("1.docx", "Ký ngày 11/5.", Agreement("A", PARTIES, "2025-05-11", None, Period("2025", "2030")))
    second = agreement("2.docx", "Ký ngày 15/5.", Agreement("A", PARTIES, "2025-05-15", None, Period("2025", "2030")))

    assert told(audit([first, second])) == [[("date_conflict", False, "2.docx")], [("date_conflict", False, "1.docx")]]


def test_agreements_of_other_terms_or_parties_are_not_one():
    first = agreement("1.docx", "Ký ngày 11/5.", Agreement("A", PARTIES, "2025-05-11", None, Period("2025", "2030")))
    later = agreement("2.docx", "Ký ngày 15/5.", Agreement("A", PARTIES, "2031-05-15", None, Period("2031", "2035")))
    others = agreement("3.docx", "Ký ngày 15/5.", Agreement("A", PARTIES[:1], "2025-05-15"))
    untitled = agreement("4.docx", "Ký ngày 15/5.", Agreement("B", PARTIES, "2025-05-15"))

    assert told(audit([first, later, others, untitled])) == [[], [], [], []]


FAIR = "Ngày hội khởi nghiệp Techfest Vĩnh Hà 2026 diễn ra ngày 12/9/2026. {}"


def test_a_named_event_with_two_counts_of_the_same():
    first, second = audited(
        FAIR.format("Sự kiện có 84 gian hàng, thu hút 2.030 lượt khách tham quan."),
        "Phối hợp tổ chức Techfest Vĩnh Hà 2026 ngày 12/9/2026 với 84 gian hàng và 2.300 lượt khách tham quan.",
    )

    (point,) = first.faults
    assert point.value.explanation == (
        "Văn bản này ghi 2.030 lượt khách, văn bản 2.docx ghi 2.300 lượt khách về cùng một sự kiện: "
        "“Phối hợp tổ chức Techfest Vĩnh Hà 2026 ngày … 84 gian hàng và 2.300 lượt khách tham quan”."
    )
    assert [record.value.other for record in second.faults] == ["1.docx"]


def test_a_named_event_with_one_count_passes():
    first, second = audited(
        FAIR.format("Sự kiện thu hút 2.300 lượt khách tham quan."),
        "Phối hợp tổ chức Techfest Vĩnh Hà 2026 ngày 12/9/2026 với 2.300 lượt khách tham quan.",
    )

    assert (first.faults, second.faults) == ((), ())


def test_counts_of_which_a_document_gives_several_are_not_compared():
    first, second = audited(
        FAIR.format("Sự kiện có 20 gian hàng. Sự kiện còn có 30 gian hàng."),
        "Phối hợp tổ chức Techfest Vĩnh Hà 2026 ngày 12/9/2026 với 84 gian hàng.",
    )

    assert (first.faults, second.faults) == ((), ())


REPORT = (
    "Báo cáo kết quả năm {}\n\nTrong năm, Sở Khoa học và Công nghệ đã tổ chức {} lớp tập huấn cho cán bộ quản lý cấp huyện."
)


def test_like_sentences_of_two_years_are_no_conflict():
    assert told(audited(REPORT.format(2025, "05"), REPORT.format(2026, "06"))) == [[], []]


def test_like_sentences_of_one_year_are():
    found = told(audited(REPORT.format(2026, "05"), REPORT.format(2026, "06")))

    assert found == [[("value_conflict", False, "2.docx")], [("value_conflict", False, "1.docx")]]


def test_like_sentences_that_name_one_year_are_compared_whatever_the_documents_report_on():
    text = "Báo cáo kết quả năm {}\n\nTrong năm 2024, Sở Khoa học và Công nghệ đã tổ chức {} lớp tập huấn cho cán bộ cấp huyện."

    found = told(audited(text.format(2025, "05"), text.format(2026, "06")))

    assert found == [[("value_conflict", False, "2.docx")], [("value_conflict", False, "1.docx")]]


ACT = "{}Thực hiện Quyết định số 1274/QĐ-UBND ngày {} của Ủy ban nhân dân tỉnh Tân Lâm."


def test_what_another_document_has_wrong_by_itself_is_told_there_only():
    dateline = "Vĩnh Hà, ngày 05 tháng 12 năm 2025\n\n"

    found = told(audited(ACT.format("", "12/8/2021"), ACT.format(dateline, "12/8/2032")))

    assert found == [[], [("impossible_date", False, "1.docx")]]


def test_an_act_of_another_province_is_a_namesake():
    other = "Thực hiện Quyết định số 1274/QĐ-UBND ngày 14/8/2021 của Ủy ban nhân dân tỉnh Hà Sơn."

    assert told(audited(ACT.format("", "12/8/2021"), other)) == [[], []]
