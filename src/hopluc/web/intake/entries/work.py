"""Tasks, events and petitions from what was read; what passed to a later period is joined to what it came from."""

import re
from datetime import date
from typing import Any

from django.utils import timezone

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.actions import attach_evidence
from hopluc.web.intake.entries.deadlines import deadline_of
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.likeness import alike, compatible, earlier, most_alike, same_term
from hopluc.web.people.models import Organisation
from hopluc.web.register import actions as register
from hopluc.web.register import queries as known
from hopluc.web.register.models import Activity, Commitment, Progress, Role
from hopluc.web.register.yearly import first_due
from hopluc.web.terms import Grain, Term

SAID = (
    (re.compile(r"chua (?:duoc )?(?:trien khai|thuc hien|hoan thanh|bo tri|khoi cong)"), Progress.Said.NOT_STARTED),
    (re.compile(r"vuong mac|kho khan|cham tien do"), Progress.Said.BLOCKED),
    (re.compile(r"dung (?:thuc hien|trien khai)"), Progress.Said.STOPPED),
    (re.compile(r"da hoan thanh|hoan thanh|da nghiem thu|dua vao (?:su dung|hoat dong)"), Progress.Said.DONE),
    (re.compile(r"dang|tiep tuc|da ky|buoc dau|trien khai|thuc hien"), Progress.Said.IN_PROGRESS),
)
RECURRENCES = (
    (re.compile(r"h[aà]ng thang|hang thang"), Activity.Recurrence.MONTHLY),
    (re.compile(r"hang quy"), Activity.Recurrence.QUARTERLY),
    (re.compile(r"(?:06|6|sau) thang"), Activity.Recurrence.HALF_YEARLY),
    (re.compile(r"hang nam|moi nam"), Activity.Recurrence.YEARLY),
    (re.compile(r"thuong xuyen"), Activity.Recurrence.REGULAR),
)
OFTEN = re.compile(r"h[ằà]ng (?:năm|quý|tháng)|mỗi (?:năm|quý|tháng)|thường xuyên", re.IGNORECASE)
"""A deadline's own words that it comes again: "trước ngày 20 tháng 12 hằng năm"."""
EVENTS = (
    (re.compile(r"ký kết|lễ ký"), Activity.Kind.SIGNING),
    (re.compile(r"techfest|triển lãm|chợ công nghệ|hội chợ|trình diễn"), Activity.Kind.EXHIBITION),
    (re.compile(r"cuộc thi"), Activity.Kind.CONTEST),
    (re.compile(r"kết nối"), Activity.Kind.CONNECTION),
    (re.compile(r"(?<!tập )(?<!liên )(?<!công )\bđoàn\b(?! (?:thanh niên|viên|thể|kết))"), Activity.Kind.DELEGATION),
    (re.compile(r"\bkhóa (?:đào tạo|học|bồi dưỡng|huấn luyện)|(?<!tầng )\blớp\b|tập huấn|bồi dưỡng"), Activity.Kind.COURSE),
    (re.compile(r"khảo sát"), Activity.Kind.SURVEY),
)
"""Told by marked words: without marks "giai đoạn" is a delegation, and "khoa học" a course."""
AGREED = re.compile(r"(?<!chua )(?<!chua duoc )(?:thong nhat|nhat tri|dong y|ung ho|chap thuan|tra loi|giai quyet)")


def enter_task(entry: Entry) -> Activity:
    """The task of this title and term; where an earlier one was carried over into this term, it follows from that one."""
    title, term = entry.text("title"), entry.term()
    tasks = list(entry.programme.activities.filter(withdrawn_at=None, kind=Activity.Kind.ASSIGNED_TASK))
    task = most_alike(title, [known_task for known_task in tasks if compatible(term, known_task.period)])
    if task is None:
        before = most_alike(title, [known_task for known_task in tasks if earlier(known_task.period, term)])
        task = register.assign_task(
            entry.programme,
            by=entry.by,
            title=title,
            lead=entry.organisation(entry.text("lead")),
            cooperating=[body for name in entry.value.get("cooperating") or () if (body := entry.organisation(name))],
            evidence=entry.evidence,
            number=(entry.text("number") or entry.text("section"))[:30],
            period=term,
            due=_due(entry),
            recurrence=_first(RECURRENCES, _how_often(entry), Activity.Recurrence.ONCE),
            recurrence_as_written=_how_often(entry)[:100],
            yearly_from=_yearly_from(entry),
            strand=entry.strand,
            carried_over_from=before,
        )
    else:
        _add_to_task(entry, task)
    _note_status(entry, task)
    _carry_over(entry, task, tasks)
    return task


def _due(entry: Entry) -> Term | None:
    words = entry.text("due")
    written = entry.finding.version.document.date
    told_on = written.last if written is not None and written.grain == Grain.DAY else None
    return deadline_of(words, told_on=told_on, period=entry.term()) if words else None


def _yearly_from(entry: Entry) -> date | None:
    """The first day a duty due each year is due since its paper was taken in: of years nobody kept a register of, none is late. None
    for work that is not due on a day each year."""
    if _first(RECURRENCES, _how_often(entry), "") != Activity.Recurrence.YEARLY:
        return None
    return first_due(_due(entry), entry.term(), timezone.localdate(entry.finding.version.document.added_at))


def _how_often(entry: Entry) -> str:
    """How often it is to be done, in the words that say so: its own, or those of its deadline."""
    often = OFTEN.search(canonical(nfc(entry.text("due"))))
    return entry.text("recurrence") or (often[0] if often else "")


def _add_to_task(entry: Entry, task: Activity) -> None:
    lead = entry.organisation(entry.text("lead"))
    if lead and not known.roles_toward(task).filter(capacity=Role.Capacity.LEAD).exists():
        register.appoint(task, by=entry.by, capacity=Role.Capacity.LEAD, organisation=lead, evidence=entry.evidence)
    often = _how_often(entry)
    comes_again = {
        "recurrence": _first(RECURRENCES, often, ""),
        "recurrence_as_written": often[:100],
        "yearly_from": _yearly_from(entry),
    }
    missing = entry.to_be_filled(task, {"period": entry.term(), "due": _due(entry), **comes_again})
    if missing:
        register.correct(task, by=entry.by, changes=missing, evidence=entry.evidence)
    else:
        attach_evidence(task, by=entry.by, evidence=entry.evidence)


def _note_status(entry: Entry, task: Activity) -> None:
    status = entry.text("status")
    if not status:
        return
    said, on = _first(SAID, status, None), _said_on(entry)
    if said and not task.progress.filter(on=on, said=said).exists():
        register.note_progress(task, by=entry.by, on=on, said=said, text=status, evidence=entry.evidence)


def _said_on(entry: Entry) -> date:
    """The document's own day; the day it was taken in where it gives none, or one after that."""
    document = entry.finding.version.document
    taken_in = timezone.localdate(document.added_at)
    return min(document.date_last or taken_in, taken_in)


def _carry_over(entry: Entry, task: Activity, tasks: list[Activity]) -> None:
    into = entry.term("carried_over")
    if into is None or (task.period is not None and compatible(into, task.period)):
        return
    later = most_alike(
        task.title, [other for other in tasks if other.pk != task.pk and other.period and compatible(into, other.period)]
    )
    if later is None:
        register.carry_over(task, by=entry.by, period=into, evidence=entry.evidence)
    elif later.carried_over_from_id is None:
        changes = {"carried_over_from": task}
        register.correct(later, by=entry.by, changes=changes, evidence=entry.evidence)


def enter_event(entry: Entry) -> Activity:
    """The event of this name and date."""
    name, held = entry.text("name"), entry.term("date")
    kinds = {kind for _pattern, kind in EVENTS} | {Activity.Kind.EVENT}
    events = list(entry.programme.activities.filter(withdrawn_at=None, kind__in=kinds))
    found = most_alike(name, [e for e in events if same_term(held, e.period)], floor=0.75)
    found = found or most_alike(name, [e for e in events if compatible(held, e.period)], floor=0.9)
    if found is not None:
        if held and held.grain == "day" and (found.period is None or found.period.grain != "day"):
            register.correct(found, by=entry.by, changes={"period": held}, evidence=entry.evidence)
        else:
            attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    return register.note_event(
        entry.programme,
        by=entry.by,
        title=name,
        held=held,
        kind=_event_kind(name),
        place_as_written=entry.text("place")[:300],
        strand=entry.strand,
        evidence=entry.evidence,
    )


def _event_kind(name: str) -> str:
    plain = canonical(nfc(name)).lower()
    return next((kind for pattern, kind in EVENTS if pattern.search(plain)), Activity.Kind.EVENT)


def enter_petition(entry: Entry) -> Commitment:
    """The petition, from whom to whom; where the text tells the answer, the answer too."""
    text = entry.text("text")
    petitions = known.petitions_of(entry.programme)
    petition = next((p for p in petitions if fold(p.text) == fold(text) or alike(p.text, text, 0.85)), None)
    if petition is not None:
        attach_evidence(petition, by=entry.by, evidence=entry.evidence)
    else:
        petition = register.raise_petition(
            entry.programme,
            by=entry.by,
            text=text,
            sender=_named(entry, "from"),
            sender_as_written=entry.text("from")[:300],
            recipient=_named(entry, "to"),
            recipient_as_written=entry.text("to")[:300],
            made_on=entry.finding.version.document.date_first,
            evidence=entry.evidence,
        )
    status = entry.text("status")
    if AGREED.search(fold(status)) and not petition.answered_by.exists():
        said: date | None = _said_on(entry)
        if petition.made_on and said and said < petition.made_on:
            said = None  # the paper is older than the petition as dated: it tells that it was answered, not on which day
        register.answer_petition(petition, by=entry.by, text=status, made_on=said, evidence=entry.evidence)
    return petition


def _named(entry: Entry, name: str) -> Organisation | None:
    """The one organisation named; several ("… và các sở, ngành") stand as written only."""
    words = entry.text(name)
    return None if " và các " in words or "(" in words or "," in words else entry.organisation(words)


def _first(table: Any, text: str, otherwise: Any) -> Any:
    folded = fold(text)
    return next((value for pattern, value in table if pattern.search(folded)), otherwise)
