"""Give figures of a series, and put evidence to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.scorecards.stored import digest
from hopluc.web.documents.models import Document
from hopluc.web.intake import actions as intake
from hopluc.web.journal.actions import enter, keep, record
from hopluc.web.journal.models import snapshot
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Entry, Proof, Series, Unit
from hopluc.web.people.models import User

State = Entry.State
_SAID = ("value", "as_written", "year", "source", "note")


@dataclass(frozen=True)
class Given:
    """What is said of one figure: its value (None: there is none yet), as it was written, of which year, from which source.

    `confirmed` is the word of whoever gives it that an odd value is right.
    """

    value: float | None
    as_written: str = ""
    year: int | None = None
    source: str = ""
    note: str = ""
    confirmed: str = ""


class Odd(ValidationError):
    """Figures that are odd and not confirmed: `odd` has the words for each unit, by its code."""

    def __init__(self, odd: Mapping[str, Sequence[str]]) -> None:
        self.odd = dict(odd)
        told = "; ".join(f"{unit}: {' '.join(words)}" for unit, words in self.odd.items())
        super().__init__(_("Đề nghị kiểm tra lại, hoặc ghi lý do nếu số liệu đúng: %(told)s") % {"told": told})


@transaction.atomic
def enter_figures(series: Series, *, by: User | None, given: Mapping[str, Given], seen: str | None = None) -> list[Entry]:
    """Give figures of a series (cung cấp số liệu), by the codes of units; what is new waits to be checked. Returns what changed.

    `seen` is the mark of the figures as the giver saw them. Raises ValidationError where somebody changed them since, Odd for odd
    figures without a word on why they are right. Units that are not named stay as they are.
    """
    edition = queries.held(series.edition)
    _refuse_fixed(series)
    units, entries = queries.units_by_code(edition), queries.entries_of(series)
    if unknown := sorted(given.keys() - units.keys()):
        raise ValidationError(_("Không có đơn vị mã %(codes)s trong kỳ này.") % {"codes": ", ".join(unknown)})
    if seen is not None and seen != mark_of(entries.values()):
        raise ValidationError(_("Số liệu của chỉ số này vừa được người khác cập nhật. Đề nghị tải lại trang rồi ghi tiếp."))
    changed = {code: one for code, one in given.items() if _is_new(entries.get(units[code].pk), one)}
    _refuse_odd(series, changed)
    before = {code: _told(entries.get(units[code].pk)) for code in changed}
    rows = [_entered(series, units[code], entries.get(units[code].pk), one, by) for code, one in changed.items()]
    if rows:
        after = {row.unit.code: _told(row) for row in rows}
        record(by, "enter_figures", series, before={"figures": before}, after={"figures": after})
    return rows


def mark_of(entries: Any) -> str:
    """A mark of the figures of a series as they stand, to tell whether somebody changed them since."""
    told = sorted((entry.unit_id, entry.state, *(str(getattr(entry, name)) for name in _SAID)) for entry in entries)
    return digest(repr(told))[:16]


def _refuse_fixed(series: Series) -> None:
    if not rules.is_open(series.edition):
        raise ValidationError(_("Kỳ này đã công bố nên số liệu được giữ nguyên. Đề nghị lập bản đính chính."))


def _is_new(entry: Entry | None, one: Given) -> bool:
    if entry is None:
        return one.value is not None or bool(one.note or one.source)
    same = (entry.value, entry.year, entry.source, entry.note) == (one.value, one.year, one.source, one.note)
    return not same or (entry.state == State.ASKED and bool(one.confirmed))


def _refuse_odd(series: Series, changed: Mapping[str, Given]) -> None:
    found = queries.doubts_about(series, {code: one.value for code, one in changed.items()})
    odd = {code: [one.text for one in told] for code, told in found.items() if not changed[code].confirmed.strip()}
    if odd:
        raise Odd(odd)


def _entered(series: Series, unit: Unit, entry: Entry | None, one: Given, by: User | None) -> Entry:
    row = entry or Entry(series=series, unit=unit)
    row.value, row.as_written, row.year = one.value, one.as_written[:60], one.year
    row.source, row.note, row.confirmed = one.source[:500], one.note[:1000], one.confirmed.strip()[:500]
    row.state = State.MISSING if one.value is None else State.SENT
    row.entered_by, row.entered_at = by, timezone.now()
    row.checked_by, row.checked_at, row.wanted = None, None, ""
    keep(row)
    return row


def _told(entry: Entry | None) -> Any:
    """What the journal tells of a figure."""
    if entry is None:
        return None
    return {name: getattr(entry, name) for name in (*_SAID, "state", "confirmed")}


@transaction.atomic
def attach_proof(
    entry: Entry,
    *,
    by: User,
    document: Document | None = None,
    file: "File[Any] | None" = None,
    page: int | None = None,
    quote: str = "",
) -> Proof:
    """Put evidence to a figure (gắn minh chứng): a document, or a file, which a job reads like all others.

    Raises ValidationError where neither or both are given.
    """
    if (document is None) == (file is None):
        raise ValidationError(_("Đề nghị chọn một văn bản đã có, hoặc tải lên một tệp."))
    _refuse_fixed(entry.series)
    proof = Proof(entry=entry, document=document, page=page, quote=quote[:1000], added_by=by)
    if file is not None:
        owner = _writes_for(by, entry)
        proof.upload = intake.take_in(owner, by=by, files=[file]).uploads.get()
    return enter(proof, by=by, verb="attach_proof", also={"figure": str(entry)})


def _writes_for(by: User, entry: Entry) -> Any:
    """Whose the file is: the supplying agency's where the account acts for it, else the standing agency's."""
    agency = entry.series.agency
    return agency if agency is not None and agency.pk in by.standing else entry.series.edition.owner


@transaction.atomic
def detach_proof(proof: Proof, *, by: User, reason: str) -> Entry:
    """Take evidence away from a figure (gỡ minh chứng); the document itself stays, and the journal keeps what was tied."""
    _refuse_fixed(proof.entry.series)
    entry = proof.entry
    record(by, "detach_proof", proof, before=snapshot(proof), reason=reason)
    proof.delete()
    return entry
