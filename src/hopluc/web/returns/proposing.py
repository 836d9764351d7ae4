"""A round ready to be opened: proposed from a regime or from a document that asks, with agencies and outline, to be changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from hopluc.reading import read
from hopluc.regimes import Regime, Window, nearest_window, regimes_on, window_of
from hopluc.web.documents.models import Document
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.pages import Offer
from hopluc.web.intake.queries import newest_version
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme, Statement
from hopluc.web.returns import queries
from hopluc.web.returns.actions import Heading, kind_of_heading, open_round
from hopluc.web.returns.asking import Request, request_in
from hopluc.web.returns.models import NARRATIVE, Round
from hopluc.web.terms import Term

YEAR = "year"
NOT_ASKING = frozenset({Document.Kind.REPORT, Document.Kind.ARTICLE, Document.Kind.LAW, Document.Kind.NOTE})


@dataclass(frozen=True)
class Proposal:
    """What a round would be: its title, days and deadline, whom it asks in which order, and its outline."""

    owner: Organisation
    programme: Programme | None
    title: str
    first: date
    last: date
    due_on: date
    agencies: tuple[str, ...]
    outline: tuple[Heading, ...]
    regime: str = ""


@translation.override(settings.LANGUAGE_CODE)
def from_regime(owner: Organisation, programme: Programme | None, code: str, on: date) -> Proposal:
    """The round of a regime that is due next, of those asked last time, else of those that work in the programme."""
    return _proposal(owner, programme, nearest_window(_regime(code, on), on))


@translation.override(settings.LANGUAGE_CODE)
def from_document(owner: Organisation, programme: Programme | None, document: Document, on: date) -> Proposal:
    """The round a document asks for. What it does not say is proposed as for a regime."""
    request = asked_in(document)
    if request is None:
        return from_regime(owner, programme, YEAR, on)
    regime = _regime(request.regime or YEAR, on)
    window = nearest_window(regime, on) if request.year is None else window_of(regime, request.year, request.place)
    proposed = _proposal(owner, programme, window)
    named = tuple(name for name in request.agencies if name != owner.name)
    return replace(
        proposed,
        due_on=request.due or proposed.due_on,
        agencies=named or proposed.agencies,
        outline=_whole(Heading(part.title, part.number) for part in _leaves(request)) or proposed.outline,
        regime=request.regime,
    )


def asked_in(document: Document) -> Request | None:
    """What the newest version of a document asks to be reported; None where it asks for nothing."""
    version = newest_version(document)
    return request_in(read(document_of(version))) if version is not None else None


def open_as_proposed(proposal: Proposal, *, by: User | None) -> Round:
    """Open a round just as it is proposed."""
    return open_round(
        proposal.owner,
        by=by,
        programme=proposal.programme,
        title=proposal.title,
        period=Term(proposal.first, proposal.last),
        due_on=proposal.due_on,
        agencies=proposal.agencies,
        outline=proposal.outline,
        regime=proposal.regime,
    )


def offer(document: Document) -> Offer | None:
    """To open the round a document asks for; None where it asks for none, or is a report itself."""
    request = asked_in(document) if document.kind not in NOT_ASKING and not document.rounds_asked.exists() else None
    if request is None or request.due is None:
        return None
    said = _("Văn bản này đề nghị báo cáo, hạn %(due)s.") % {"due": f"{request.due:%d/%m/%Y}"}
    return Offer(said, _("Mở kỳ báo cáo"), reverse("returns:open_from", args=[document.pk]))


def regimes_offered(on: date) -> list[Regime]:
    """The regimes a round may follow today."""
    return regimes_on(on)


def _regime(code: str, on: date) -> Regime:
    known = regimes_on(on)
    return next((regime for regime in known if regime.code == code), next(one for one in known if one.code == YEAR))


def _proposal(owner: Organisation, programme: Programme | None, window: Window) -> Proposal:
    last = queries.last_round(owner, programme, window.last)
    title = f"{window.name}: {programme.short_title or programme.title}" if programme else window.name
    agencies = tuple(agency.name for agency in _agencies(owner, programme, last))
    outline = _outline_of(last) if last else _outline_for(programme)
    return Proposal(owner, programme, title[:500], window.first, window.last, window.due, agencies, outline, window.regime.code)


def _agencies(owner: Organisation, programme: Programme | None, last: Round | None) -> Sequence[Organisation]:
    if last is not None:
        return queries.agencies_of_round(last)
    named = queries.agencies_in(programme) if programme else []
    return named or queries.members_of(owner)


def _outline_of(last: Round) -> tuple[Heading, ...]:
    return tuple(Heading(part.title, part.number, part.kind) for part in last.parts.all())


def _outline_for(programme: Programme | None) -> tuple[Heading, ...]:
    """A part for the results of each strand of the programme, then one for each other type of narrative."""
    strands = [strand.title for strand in programme.strands.filter(parent=None)] if programme else []
    titles = [(Statement.Kind.RESULT, title) for title in strands or ["Kết quả thực hiện"]]
    titles += [(kind, str(kind.label)) for kind in NARRATIVE if kind != Statement.Kind.RESULT]
    return tuple(Heading(title, f"{number}.", kind.value) for number, (kind, title) in enumerate(titles, start=1))


def _leaves(request: Request) -> list[Heading]:
    """The headings that something is written under: not those that only stand above others."""
    headings = [Heading(heading.title, heading.number) for heading in request.outline]
    return [
        heading
        for place, heading in enumerate(headings)
        if not (_is_upper(heading.number) and place + 1 < len(headings) and not _is_upper(headings[place + 1].number))
    ]


def _is_upper(number: str) -> bool:
    return not number[:1].isdigit() and number[:1].isupper()


def _whole(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    """Headings with their types; "Tồn tại, hạn chế và nguyên nhân" opens two parts, for two things are told there."""
    made: list[Heading] = []
    for heading in headings:
        kind = kind_of_heading(heading.title)
        made.append(Heading(heading.title, heading.number, kind))
        if kind == Statement.Kind.SHORTCOMING and "nguyên nhân" in heading.title.lower():
            made.append(Heading(str(Statement.Kind.CAUSE.label), "", Statement.Kind.CAUSE.value))
    return tuple(made)
