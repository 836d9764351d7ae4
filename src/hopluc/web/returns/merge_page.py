"""The page on which returns are merged: likely duplicates first, then what was told, by strand and type, and what was used."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hopluc.likely import Likely, Told, likely_pairs, told
from hopluc.web.register.models import Statement, Strand
from hopluc.web.returns import queries
from hopluc.web.returns.contents import contents_of
from hopluc.web.returns.cumulative import tell_running
from hopluc.web.returns.matching import names_of
from hopluc.web.returns.models import NARRATIVE, Pair, Round, Sentence, Stage
from hopluc.web.returns.sums import summed


@dataclass(frozen=True)
class ShownPair:
    """Two sentences that may be one thing, and why."""

    first: Sentence
    second: Sentence
    reason: str


@dataclass(frozen=True)
class Group:
    """What was told of one strand, of one type."""

    strand: Strand | None
    kind: Any
    sentences: tuple[Sentence, ...]


def merge_page(round_: Round) -> dict[str, Any]:
    """The open pairs with their reasons, the sentences in groups, and how many are settled."""
    sentences = queries.sentences_received(round_)
    received = queries.returns_received(round_)
    known = {one.pk: one for one in sentences}
    decided = queries.pairs_decided(round_)
    settled = {(pair.first_id, pair.second_id) for pair in decided}
    pairs = [
        ShownPair(known[pair.first], known[pair.second], reason(pair))
        for pair in likely_pairs(as_told(sentences))
        if tuple(sorted((pair.first, pair.second))) not in settled
    ]
    hidden = _given_up(decided)
    contents = list(contents_of(received).values())
    tell_running(contents)
    sums = summed(contents)
    shown = [one for one in sentences if one.pk not in hidden]
    return {
        "pairs": pairs,
        "groups": _groups(shown),
        "sums": sums,
        "runs_over_year": any(content.runs_over_year for content in contents),
        "stages": [stage.label for stage in Stage],
        "total": len(sentences),
        "placed": sum(hasattr(one, "placement") for one in sentences),
        "agencies": len({row.agency_id for row in received}),
        "corrected": queries.placed_and_corrected(round_),
        "asked": [pair for pair in decided if pair.decision == Pair.Decision.ASK],
        "hidden": len(hidden & known.keys()),
    }


def as_told(sentences: Iterable[Sentence]) -> list[Told]:
    """The sentences ready to be compared."""
    return [
        told(one.pk, one.of_return.agency_id, one.kind, one.text, names_of(one.of_return.agency))
        for one in sentences
        if one.text
    ]


def reason(pair: Likely) -> str:
    """Why two sentences may be one thing, in words: `cùng ngày 18/9, cùng nêu Sở Ngoại vụ, số khác nhau`."""
    said = [_("cùng ngày %(days)s") % {"days": ", ".join(_day(day) for day in pair.days)}] if pair.days else []
    said += [_("cùng nêu %(names)s") % {"names": ", ".join(pair.names)}] if pair.names else []
    said += [_("%(n)s%% nội dung giống nhau") % {"n": round(100 * pair.alike)}]
    said += [_("số khác nhau")] if pair.figures_differ else []
    return ", ".join(said)


def _day(month_and_day: str) -> str:
    month, _dash, day = month_and_day.partition("-")
    return f"{day}/{month}"


def _given_up(decided: Iterable[Pair]) -> set[int]:
    """The sentences that go with another, said to be one thing with them."""
    same = [pair for pair in decided if pair.decision == Pair.Decision.SAME]
    return {key for pair in same for key in (pair.first_id, pair.second_id) if key != pair.kept_id}


def _groups(sentences: Iterable[Sentence]) -> list[Group]:
    """By strand in the programme's order (what belongs to none last), then by type in the order of every report."""
    kinds = [kind.value for kind in NARRATIVE]
    made: dict[tuple[Any, ...], list[Sentence]] = {}
    for one in sentences:
        strand = one.part.strand
        order = (strand is None, strand.order if strand else 0, strand.pk if strand else 0, kinds.index(one.kind))
        made.setdefault(order, []).append(one)
    return [
        Group(rows[0].part.strand, Statement.Kind(rows[0].kind).label, tuple(rows)) for _order, rows in sorted(made.items())
    ]
