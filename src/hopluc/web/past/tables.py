"""The difference between two days as a table in Word and as CSV."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from hopluc.comma_separated import as_csv as comma_separated
from hopluc.reporting import Paragraph, Report, Section, Table, to_word
from hopluc.reporting.official import padded
from hopluc.reporting.report import Column, plain
from hopluc.web.past.differences import SORTS, Difference
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import Organisation

HEAD = ("TT", "Loại", "Nội dung", "Trước", "Sau", "Ai, lúc nào, lý do")
COLUMNS = tuple(Column(name, width) for name, width in zip(HEAD, (8, 24, 52, 36, 36, 22), strict=True))


def as_word(found: Mapping[str, Sequence[Difference]], title: str, agency: Organisation, days: tuple[date, date]) -> bytes:
    """The differences as a Word file of the agency, a part for each sort."""
    first, last = (day.strftime("%d/%m/%Y") for day in days)
    with override("vi"):
        sections = tuple(
            Section(f"{number}.", f"{SORTS[sort]} ({padded(len(rows))})", 2, (Table(COLUMNS, tuple(_paragraphs(rows))),))
            for number, (sort, rows) in enumerate(found.items(), start=1)
        )
    report = Report(
        letterhead=letterhead_of(agency),
        kind="Bảng so sánh",
        summary=f"{title}: thay đổi từ hết ngày {first} đến hết ngày {last}",
        bases=(),
        sections=sections,
        recipients=("Lưu: VT.",),
        wide=True,
        signature=signing_for(agency),
    )
    return to_word(report, annex=False)


def as_csv(found: Mapping[str, Sequence[Difference]]) -> bytes:
    """The differences as CSV that a spreadsheet opens with its letters right; no cell is taken for a formula there."""
    told = ([str(SORTS[sort]), *cells] for sort, rows in found.items() for cells in _cells(rows))
    return comma_separated((_("Thay đổi"), *HEAD), told).encode("utf-8-sig")


def _paragraphs(rows: Sequence[Difference]) -> Iterator[tuple[Paragraph, ...]]:
    return (tuple(plain(cell) for cell in cells) for cells in _cells(rows))


def _cells(rows: Sequence[Difference]) -> Iterator[tuple[str, ...]]:
    for number, one in enumerate(rows, start=1):
        before = "\n".join(f"{said.label}: {said.before}" for said in one.said)
        after = "\n".join(f"{said.label}: {said.after}" for said in one.said)
        yield str(number), one.kind, one.text, before or "–", after or "–", _told(one)


def _told(one: Difference) -> str:
    if one.line is None:
        return "–"
    at = timezone.localtime(one.line.at).strftime("%H:%M %d/%m/%Y")
    return ", ".join(part for part in (str(one.line.actor or _("Hệ thống")), at, one.line.reason) if part)
