"""A round ready to be opened: proposed from a regime or from a document that asks, with agencies and outline, to be changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from hopluc.reading import read
from hopluc.regimes import Window, nearest_window, window_of
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.models import Document
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.pages import Offer
from hopluc.web.intake.queries import newest_version
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme, Statement
from hopluc.web.returns import queries
from hopluc.web.returns.actions import Heading, kind_of_heading, open_round
from hopluc.web.returns.asking import Request, request_in, speaks_of_reports
from hopluc.web.returns.laid import YEAR, Followed, outline_for, regime_of
from hopluc.web.returns.models import Round
from hopluc.web.terms import Term

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
    own: tuple[OwnDefinition, ...] = ()


@translation.override(settings.LANGUAGE_CODE)
def from_regime(owner: Organisation, programme: Programme | None, code: str, on: date, outline: str = "") -> Proposal:
    """The round of a regime that is due next, of those the regime names, those asked last time, or those that work in the programme;
    under the outline chosen (`outline_choices`)."""
    followed = regime_of(owner, code, on)
    return _proposal(owner, programme, followed, nearest_window(followed.said.regime, on), outline)


@translation.override(settings.LANGUAGE_CODE)
def from_document(owner: Organisation, programme: Programme | None, document: Document, on: date) -> Proposal:
    """The round a document asks for. What it does not say is proposed as for a regime."""
    request = asked_in(document)
    if request is None:
        return from_regime(owner, programme, YEAR, on)
    followed = regime_of(owner, request.regime or YEAR, on)
    regime = followed.said.regime
    window = nearest_window(regime, on) if request.year is None else window_of(regime, request.year, request.place)
    proposed = _proposal(owner, programme, followed, window)
    named = tuple(name for name in request.agencies if name != owner.name)
    return replace(
        proposed,
        due_on=request.due or proposed.due_on,
        agencies=named or proposed.agencies,
        outline=_whole(Heading(part.title, part.number) for part in _leaves(request)) or proposed.outline,
        regime=request.regime,
        own=() if request.outline else proposed.own,
    )


def asked_in(document: Document) -> Request | None:
    """What the newest version of a document asks to be reported; None where it asks for nothing."""
    version = newest_version(document)
    text = document_of(version) if version is not None else None
    if text is None or not speaks_of_reports(text):
        return None
    return request_in(read(text, records=()))  # on its page each time it is opened: days and bodies alone are looked for


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
        own=proposal.own,
    )


def offer(document: Document) -> Offer | None:
    """To open the round a document asks for; None where it asks for none, or is a report itself."""
    request = asked_in(document) if document.kind not in NOT_ASKING and not document.rounds_asked.exists() else None
    if request is None or request.due is None:
        return None
    said = _("Văn bản này đề nghị báo cáo, hạn %(due)s.") % {"due": f"{request.due:%d/%m/%Y}"}
    return Offer(said, _("Mở kỳ báo cáo"), reverse("returns:open_from", args=[document.pk]))


def _proposal(
    owner: Organisation, programme: Programme | None, followed: Followed, window: Window, outline: str = ""
) -> Proposal:
    last = queries.last_round(owner, programme, window.last)
    title = f"{window.name}: {programme.short_title or programme.title}" if programme else window.name
    agencies = followed.said.agencies or tuple(agency.name for agency in _agencies(owner, programme, last))
    parts, by_outline = outline_for(owner, programme, last, outline or followed.said.outline)
    own = tuple(row for row in (followed.row, by_outline) if row is not None)
    return Proposal(
        owner, programme, title[:500], window.first, window.last, window.due, agencies, parts, window.regime.code, own
    )


def _agencies(owner: Organisation, programme: Programme | None, last: Round | None) -> Sequence[Organisation]:
    if last is not None:
        return queries.agencies_of_round(last)
    named = queries.agencies_in(programme) if programme else []
    return named or queries.members_of(owner)


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
