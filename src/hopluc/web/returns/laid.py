"""Which regime and which outline a round follows: the office's own where it has one in force, laid over the shared ones."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.regimes import OwnRegime, regimes_on
from hopluc.reporting import ReturnOutline, return_outlines
from hopluc.web.definitions.contents import content_of
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by, holders_of, in_force
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme
from hopluc.web.returns.actions import Heading, kind_of_heading
from hopluc.web.returns.models import Round

YEAR = "year"
AS_BEFORE, SHARED = "truoc", "chung"
"""Choices of an outline beside the office's own: that of the round before, the shared one."""


@dataclass(frozen=True)
class Followed:
    """A regime with whom it asks, and the version of the office's own it is, None of a shared one."""

    said: OwnRegime
    row: OwnDefinition | None = None


def regimes_for(user: Any, on: date) -> list[OwnRegime]:
    """The regimes a user may open a round by: those of their own, then the shared ones these do not stand in place of."""
    owners = definitions_seen_by(user).order_by().values("owner")
    own = [content_of(row) for row in in_force(owners, OwnDefinition.Kind.REGIME, on)]
    codes = {one.code for one in own}
    return [*own, *(OwnRegime(regime) for regime in regimes_on(on) if regime.code not in codes)]


def regime_of(owner: Organisation, code: str, on: date) -> Followed:
    """The regime of that code as it holds for an organisation on a day; that of the year where there is none."""
    own = {row.code: row for row in in_force(holders_of(owner, on), OwnDefinition.Kind.REGIME, on)}
    shared = {regime.code: regime for regime in regimes_on(on)}
    chosen = code if code in own or code in shared else YEAR
    return Followed(content_of(own[chosen]), own[chosen]) if chosen in own else Followed(OwnRegime(shared[chosen]))


def outlines_for(owner: Organisation) -> list[OwnDefinition]:
    """The return outlines of its own that an organisation may ask by today."""
    today = timezone.localdate()
    return in_force(holders_of(owner, today), OwnDefinition.Kind.RETURN, today)


def outline_choices(user: Any) -> list[tuple[str, str]]:
    """The outlines to choose from: the user's own, the shared one, that of the round before."""
    owners = definitions_seen_by(user).order_by().values("owner")
    own = in_force(owners, OwnDefinition.Kind.RETURN, timezone.localdate())
    shared = return_outlines()[0]
    return [
        *((str(row.pk), str(row)) for row in own),
        (AS_BEFORE, _("Như kỳ trước")),
        (SHARED, _("%(name)s (dùng chung)") % {"name": shared.name}),
    ]


def outline_for(
    owner: Organisation, programme: Programme | None, last: Round | None, wanted: str
) -> tuple[tuple[Heading, ...], OwnDefinition | None]:
    """The outline wanted (a choice, or the code of an outline) as headings, and the version of the office's own it is.

    Where nothing is said: the office's own that stands in place of the shared one; else that of the round before; else the shared one.
    """
    shared = return_outlines()[0]
    own = outlines_for(owner)
    said = next((row for row in own if wanted in {str(row.pk), row.code}), None)
    if said is None and not wanted:
        said = next((row for row in own if row.code == shared.code), None)
    if said is not None:
        return headings_of(content_of(said), programme), said
    if last is not None and wanted in {"", AS_BEFORE}:
        return _outline_of(last), None
    return headings_of(shared, programme), None


def headings_of(outline: ReturnOutline, programme: Programme | None) -> tuple[Heading, ...]:
    """The headings of a return outline, numbered where it gives no numbers; a part for each strand in place of one that says so."""
    strands = [strand.title for strand in programme.strands.filter(parent=None)] if programme else []
    made: list[Heading] = []
    for part in outline.parts:
        asked = tuple((figure.name, figure.unit) for figure in part.figures)
        for title in (strands if part.each_strand else []) or [part.title]:
            number = part.number or f"{len(made) + 1}."
            made.append(Heading(title, number, part.kind or kind_of_heading(part.title), asked))
    return tuple(made)


def kinds_said(row: OwnDefinition | None) -> dict[str, str]:
    """The types of narrative a version of the office's own gives its headings, by their titles."""
    said: ReturnOutline | None = content_of(row) if row is not None else None
    return {part.title: part.kind for part in said.parts if part.kind} if said else {}


def _outline_of(last: Round) -> tuple[Heading, ...]:
    return tuple(
        Heading(part.title, part.number, part.kind, tuple((name, unit) for name, unit in part.asked))
        for part in last.parts.all()
    )
