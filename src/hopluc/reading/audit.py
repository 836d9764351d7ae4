"""audit(readings): what documents say that does not agree, within each and across them, with the arithmetic and the quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import KIND, without_doubles
from hopluc.reading.document import Document
from hopluc.reading.facts import Found, Reading, Record, RecordKind


@dataclass(frozen=True)
class Audit:
    """A document and the checks made on it: `records` holds faults and passing checks, in the order of their passages."""

    document: Document
    records: tuple[Record, ...]

    @property
    def faults(self) -> tuple[Record, ...]:
        """The points to check."""
        return tuple(record for record in self.records if not record.value.ok)

    def lines(self, *, passing: bool = False) -> Iterator[dict[str, Any]]:
        """Each finding as a plain object with its document and where it stands; checks that pass only with `passing`."""
        for record in self.records if passing else self.faults:
            locator = self.document.locate(record.evidence[0].start) if record.evidence else None
            place = {"document": self.document.name, "locator": locator.as_json() if locator else {}}
            yield record.as_json() | place


def audit(readings: Sequence[Reading], *, on: date | None = None) -> list[Audit]:
    """The findings on each document, in the order given: its own, and those that only another of the documents shows.

    `on` is the day of the audit: an act dated after it cannot have been issued.
    """
    from hopluc.reading.checks.retold.across import check_across  # on first use, as the checks themselves

    cases = [Case(reading.document, Found(reading.facts, reading.records), on) for reading in readings]
    found = [check_document(case) for case in cases]
    joined = check_across(cases, found)
    return [Audit(case.document, _in_order(records)) for case, records in zip(cases, joined, strict=True)]


def check_document(case: Case) -> list[Record]:
    """What one document says of itself."""
    from hopluc.reading.checks.order import CHECKS  # on first use: importing the reader shall not pay for two dozen checks

    return without_doubles(record for check in CHECKS for record in check(case))


def _in_order(records: Sequence[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: (record.evidence, record.value.subtype, record.value.explanation)))


def find_inconsistencies(document: Document, found: Found) -> list[Record]:
    """The findings on one document by itself, in the order of their passages."""
    case = Case(document, found)
    records = list(_in_order(check_document(case)))
    case.let_go()
    return records


CASES: tuple[tuple[str, tuple[dict[str, Any], ...]], ...] = (
    (
        "Đã khảo sát 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường).",
        ({"subtype": "sum_mismatch", "ok": False},),
    ),
    (
        "Đã khảo sát 23 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường).",
        ({"subtype": "sum_ok", "ok": True},),
    ),
    (
        "Thỏa thuận gồm 4 nội dung: đào tạo nhân lực; nghiên cứu chung; chuyển giao công nghệ.",
        ({"subtype": "count_mismatch", "ok": False},),
    ),
    (
        "Triển khai 5 nhiệm vụ, bao gồm các nhiệm vụ: rà soát số liệu; xây dựng đề án; tổ chức hội thảo;...",
        ({"subtype": "incomplete_list", "ok": False},),
    ),
    ("Sở đã họp với các đơn vị ngày 31/6/2025.", ({"subtype": "impossible_date", "ok": False},)),
    ("Kinh phí thực hiện giai đoạn 2025-2021.", ({"subtype": "period_conflict", "ok": False},)),
    ("Hỗ trợ 50 doanh nghiệp, trong đó có 12 doanh nghiệp khởi nghiệp và 5 doanh nghiệp do nữ làm chủ.", ()),
)

INCONSISTENCY = RecordKind(KIND, "điểm cần đối chiếu", find_inconsistencies, CASES)
