"""What the pages of the reporting year show beside their rows."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.forms import BoundField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.intake.forms import most
from hopluc.web.intake.models import Upload
from hopluc.web.pages.left import until_said
from hopluc.web.people.heirs import Today
from hopluc.web.people.models import Organisation
from hopluc.web.returns import forms, queries, rules, words
from hopluc.web.returns.contents import Content, Line, PartContent, contents_of
from hopluc.web.returns.cumulative import content_with_running
from hopluc.web.returns.laid import outline_choices, regimes_for
from hopluc.web.returns.matching import agency_of
from hopluc.web.returns.models import Paper, Return, ReturnLink, Round, Sentence, Stage, Step
from hopluc.web.returns.private_links import opened_by

Verb = Step.Verb
URGED_UNTIL = timedelta(days=5)
"""How long the urging letter gives, unless the officer changes it in Word."""
_STATES: dict[str | None, tuple[Any, str]] = {
    None: (_("Chưa gửi"), "wait"),
    Verb.BEGUN: (_("Đang soạn"), "wait"),
    Verb.TO_SECTION: (_("Đang soạn"), "wait"),
    Verb.TO_LEADER: (_("Đang soạn"), "wait"),
    Verb.BACK: (_("Đang soạn"), "wait"),
    Verb.TAKEN_BACK: (_("Đang soạn"), "wait"),
    Verb.SENT: (_("Đã gửi, chờ tiếp nhận"), "good"),
    Verb.ASKED: (_("Đề nghị bổ sung, hoàn thiện"), "wait"),
    Verb.RECEIVED: (_("Đã tiếp nhận"), "good"),
}
_INSIDE: dict[str | None, Any] = {
    Verb.TO_SECTION: _("Chờ lãnh đạo phòng"),
    Verb.TO_LEADER: _("Chờ lãnh đạo cơ quan"),
    Verb.BACK: _("Chuyển lại để hoàn thiện"),
    Verb.TAKEN_BACK: _("Đã rút bản gửi"),
}
ANSWERED = frozenset({Verb.SENT, Verb.ASKED, Verb.RECEIVED})


@dataclass(frozen=True)
class ShownReturn:
    """A return on its round's page: where it stands, what it holds, its signed paper."""

    row: Any
    label: Any
    look: str
    content: Content | None
    papers: tuple[Paper, ...] = ()
    came: tuple[Upload, ...] = ()
    sent_late: bool = False
    today: Today | None = None

    @property
    def answered(self) -> bool:
        """Has the agency answered in whatever way: sent, or in a file that waits for a person's word."""
        return has_answered(self.row) or bool(self.came)


def has_answered(row: Any) -> bool:
    """Was it sent, or an earlier version of it received: a correction that is being written takes nothing back."""
    return row.verb in ANSWERED or row.number > 1


def state_of(row: Any, *, inside: bool = False) -> tuple[Any, str]:
    """Where a return stands, in words, and how it looks; `inside`: as its own agency sees it."""
    label, look = _STATES[row.verb]
    if row.number > 1 and row.verb in rules.UNSENT:
        label, look = _("Đã tiếp nhận, đang đính chính"), "good"
    return (_INSIDE.get(row.verb, label) if inside else label), look


def round_page(user: Any, round_: Round) -> dict[str, Any]:
    """Who has answered in whatever way and who has not; the files that wait; for the agency that asks, how to go on."""
    runs = rules.can_run_round(user, round_)
    asks = round_.owner_id in user.standing
    if not asks:
        own: list[Any] = [row for row in queries.newest_returns(round_) if rules.is_of_agency(user, row)]
        heirs = queries.agencies_today(round_, [row.agency_id for row in own], timezone.localdate())
        told = [_with_state(row) for row in own]
        left = "" if own and all(has_answered(row) for row in own) else _left(round_)
        return {"runs": False, "asks": False, "own": told, "heirs": heirs, "left": left}
    overview = _overview(round_) | {"definitions": round_.definitions.all()}
    left = _left(round_) if overview["missing"] else ""
    return overview | {"runs": runs, "asks": True, "left": left, "files": forms.DropFiles()} | most()


def _overview(round_: Round) -> dict[str, Any]:
    rows = queries.newest_returns(round_)
    waiting = _waiting(round_, rows)
    papers = queries.papers_by_agency(round_)
    contents = contents_of(rows)
    heirs = queries.agencies_today(round_, [row.agency_id for row in rows], timezone.localdate())
    shown = [
        replace(_shown(row, contents[row.pk], papers.get(row.agency_id, []), waiting), today=heirs.get(row.agency_id))
        for row in rows
    ]
    answered = [one for one in shown if one.answered]
    counts: Counter[str] = Counter(str(one.label) for one in shown)
    return {
        "returns": shown,
        "heirs": heirs,
        "passed": [one for one in shown if one.today is not None],
        "unsettled": [one for one in shown if one.today is not None and one.today.heir is None],
        "waiting": waiting,
        "counts": list(counts.items()),
        "answered": len(answered),
        "asked": len(shown),
        "missing": [one for one in shown if not one.answered],
        "received": sum(one.row.verb == Verb.RECEIVED or one.row.number > 1 for one in shown),
        "message": words.message(round_, timezone.localdate()),
    }


def _waiting(round_: Round, rows: Iterable[Any]) -> "list[WaitingFile]":
    """The files that wait for a person's word, each with the agency its head names."""
    agencies = [row.agency for row in rows]
    named = _named(round_, agencies, queries.uploads_to_match(round_))
    return [WaitingFile.of(upload, agency, round_) for upload, agency in named]


def _named(
    round_: Round, agencies: Sequence[Organisation], uploads: Iterable[Upload]
) -> Iterator[tuple[Upload, Organisation | None]]:
    """Each file with the agency that sent it by its link, or that its head names."""
    uploads = list(uploads)
    heirs = queries.agencies_today(round_, [agency.pk for agency in agencies], timezone.localdate()) if uploads else {}
    for upload in uploads:
        document, sent_by = upload.document, upload.batch.round_link.agency
        if document is None or sent_by in agencies:
            yield upload, None if document is None else sent_by
        else:
            yield upload, document.issuer if document.issuer in agencies else agency_of(document, agencies, heirs)


def _shown(row: Any, content: Content, papers: list[Paper], waiting: "Iterable[WaitingFile]") -> ShownReturn:
    came = tuple(file.row for file in waiting if file.agency == row.agency)
    label, look = state_of(row)
    if came and not has_answered(row):
        label, look = _("Đã có tệp, chờ xác nhận đơn vị"), "wait"
    begun = row.verb is not None
    late = row.verb in ANSWERED and bool(row.sent_at) and timezone.localdate(row.sent_at) > row.round.due_on
    return ShownReturn(row, label, look, content if begun else None, tuple(papers), came, late)


@dataclass(frozen=True)
class WaitingFile:
    """A file dropped on a round's page, and the agency its head names."""

    row: Upload
    agency: Organisation | None
    form: forms.MatchPaper | None

    @classmethod
    def of(cls, upload: Upload, named: Organisation | None, round_: Round) -> "WaitingFile":
        if upload.document is None:
            return cls(upload, None, None)
        form = forms.MatchPaper(
            agencies=queries.agencies_asked(round_), initial={"agency": named}, auto_id=f"id_{upload.pk}_%s"
        )
        return cls(upload, named, form)


def _left(round_: Round) -> str:
    return until_said(timezone.localdate(), round_.due_on)


def _with_state(row: Any) -> tuple[Any, Any, str]:
    return row, *state_of(row, inside=True)


def rounds_page(request: Any) -> dict[str, Any]:
    """The user's own returns that wait to be sent, and whether the user may open a round."""
    user = request.user
    asked: list[Any] = list(queries.returns_seen_by(user).filter(queries.answered_by(user.standing)))
    own = [row for row in asked if row.verb in rules.UNSENT]
    return {
        "own": [_with_state(row) for row in sorted(own, key=lambda row: row.round.due_on)],
        "may_open": queries.agencies_written_for(user).exists(),
    }


@dataclass(frozen=True)
class Asked:
    """A round with how many have answered, for one who asks."""

    row: Round
    answered: int
    asked: int


def asked_in(rounds: Iterable[Round], user: Any) -> list[tuple[Round, Asked | None]]:
    """Each round with its count, where the user's organisation asks in it; a few queries, however many rounds."""
    rounds = list(rounds)
    asking = [round_ for round_ in rounds if round_.owner_id in user.standing]
    rows, uploads = queries.newest_by_round(asking), queries.uploads_by_round(asking)
    told = {round_.pk: _asked(round_, rows[round_.pk], uploads[round_.pk]) for round_ in asking}
    return [(round_, told.get(round_.pk)) for round_ in rounds]


def _asked(round_: Round, rows: Sequence[Any], uploads: Iterable[Upload]) -> Asked:
    """How many have answered, in whatever way."""
    came = {agency for _upload, agency in _named(round_, [row.agency for row in rows], uploads)}
    return Asked(round_, sum(has_answered(row) or row.agency in came for row in rows), len(rows))


@dataclass(frozen=True)
class LineFields:
    """A line of figures with its fields, where it may be filled in."""

    line: Line
    fields: tuple[tuple[str, BoundField], ...]
    note: BoundField


@dataclass(frozen=True)
class SentenceFields:
    """A sentence with its fields, where it may be filled in."""

    row: Sentence
    text: BoundField
    said: BoundField | None


@dataclass(frozen=True)
class PartFields:
    """A part of the outline with all that may be filled in under it."""

    part: PartContent
    lines: tuple[LineFields, ...]
    sentences: tuple[SentenceFields, ...]
    nothing: BoundField
    text: BoundField
    name: BoundField
    unit: BoundField
    new: tuple[tuple[str, BoundField], ...]

    @property
    def typed_wrongly(self) -> bool:
        """Is something to be put right in the figure added, so that its fields are to be seen."""
        return any(field.errors for field in (self.name, self.unit, *(field for _label, field in self.new)))


def fields_of(form: forms.Fill) -> Iterator[PartFields]:
    """The fields of a return, part by part."""
    for part in form.content.parts:
        key = f"p{part.part.pk}"
        yield PartFields(
            part,
            tuple(LineFields(line, _stages(form, f"f{line.row.pk}"), form[f"f{line.row.pk}_note"]) for line in part.lines),
            tuple(
                SentenceFields(one, form[f"s{one.pk}_text"], form[f"s{one.pk}_said"] if one.activity_id else None)
                for one in part.sentences
            ),
            form[f"{key}_nothing"],
            form[f"{key}_text"],
            form[f"{key}_name"],
            form[f"{key}_unit"],
            _stages(form, key),
        )


def _stages(form: forms.Fill, key: str) -> tuple[tuple[str, BoundField], ...]:
    return tuple((str(Stage(stage).label), form[f"{key}_{stage}"]) for stage in forms.TYPED)


def return_page(user: Any, row: Return) -> dict[str, Any]:
    """A return: what it says as far as the user may read it, its steps, its papers, and what the user may do with it now."""
    of_agency = rules.is_of_agency(user, row)
    reads = rules.can_read_content(user, row)
    label, look = state_of(row, inside=of_agency)
    may = {
        name: getattr(rules, f"can_{name}")(user, row)
        for name in ("fill", "put_up", "hand_back", "send", "take_back", "receive", "correct_late", "make_link")
    }
    may["behalf"] = not may["fill"] and rules.can_fill_on_behalf(user, row)
    content = content_with_running(row)
    heir = queries.today_of_return(row)
    asks = row.owner_id in user.standing
    return {
        "label": label,
        "look": look,
        "content": content if reads else None,
        "whole": content,
        "asks": asks,
        "reminder": words.reminder(row, content, timezone.localdate(), _written_to(row, heir))
        if asks and rules.verb_of(row) in rules.UNSENT
        else None,
        "may": may,
        "with_section": rules.verb_of(row) == Verb.TO_SECTION,
        "of_agency": of_agency,
        "steps": row.steps.select_related("by").order_by("pk"),
        "papers": row.papers.select_related("document"),
        "left": "" if rules.verb_of(row) in ANSWERED else _left(row.round),
        "code": words.code_of(row),
        "heir": heir,
        "may_settle": asks and heir is not None and heir.heir is None and rules.can_run_round(user, row.round),
        "others": row.round.returns.filter(agency=row.agency).exclude(pk=row.pk).order_by("number"),
        "links": queries.open_links(row.round, row.agency) if may["make_link"] else (),
        "last_asked": queries.last_asked(row) if rules.verb_of(row) == Verb.ASKED else None,
    }


def _written_to(row: Return, today: Today | None) -> Organisation:
    return row.agency if today is None or today.heir is None else today.heir


def link_at(request: HttpRequest, token: str) -> ReturnLink | None:
    """The link of a token that still opens; None for any other, and for one who has tried too many of late."""
    return opened_by(request, token, kind="return", with_hash=queries.link_with)


def link_page(row: Any, link: ReturnLink) -> dict[str, Any]:
    """What one without an account sees of the return: its round, its state, what it says; nothing of others."""
    label, look = state_of(row)
    reads = rules.can_read_by_link(link, row)
    return {
        "object": row,
        "link": link,
        "label": label,
        "look": look,
        "content": content_with_running(row) if reads else None,
        "left": "" if rules.verb_of(row) in ANSWERED else _left(row.round),
        "code": words.code_of(row),
        "heir": queries.today_of_return(row),
        "last_asked": queries.last_asked(row) if row.verb == Verb.ASKED else None,
        "sent": row.steps.filter(verb=Verb.SENT).order_by("pk").last(),
    }


def open_page(request: HttpRequest, on: date) -> dict[str, Any]:
    """The regimes a round may follow and the outlines it may ask by, with the one chosen."""
    return {
        "regimes": regimes_for(request.user, on),
        "outlines": outline_choices(request.user),
        "outline_chosen": request.GET.get("de_cuong", ""),
    }
