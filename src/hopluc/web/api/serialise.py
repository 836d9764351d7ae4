"""What programs read of each noun: a row in, its only public shape out. No name of a person goes out."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.urls import reverse

from hopluc.scorecards import Definition, Scores
from hopluc.web.api import shapes
from hopluc.web.documents.models import Document
from hopluc.web.observatory.models import Edition, Entry, Proof, Result, Series, Unit
from hopluc.web.observatory.outcomes import Ranked, Ranking, known


def edition_item(edition: Edition, *, whole: bool, units: int, results: Iterable[Result]) -> shapes.EditionItem:
    """An edition as one of a list; its results only where it is seen whole."""
    framework = edition.framework
    return {
        "id": edition.pk,
        "title": str(edition),
        "year": edition.year,
        "number": edition.number,
        "corrects": edition.corrects_id,
        "agency": str(edition.owner),
        "framework": {
            "code": framework.code,
            "edition": framework.edition,
            "name": framework.name,
            "status": framework.status,
        },
        "due_on": _day(edition.due_on),
        "whole": whole,
        "units": units,
        "results": [result_link(result) for result in results] if whole else [],
        "href": reverse("api:edition", args=[edition.pk]),
    }


def result_link(result: Result) -> shapes.ResultLink:
    """A computation as its edition names it."""
    href = reverse("api:result", args=[result.pk])
    return {"id": result.pk, "number": result.number, "state": state_of(result), "href": href}


def state_of(result: Result) -> str:
    """How far a result has come."""
    if result.published_at:
        return "published"
    return "reviewed" if result.reviewed_at else "computed" if result.sha256 else "computing"


def edition_whole(
    item: shapes.EditionItem, definition: Definition, units: Iterable[Unit], series: Iterable[Series]
) -> shapes.EditionWhole:
    """An edition with all that stands in it but the figures."""
    return {
        **item,
        "scored": [{"code": unit.code, "name": unit.name, "home": unit.is_home} for unit in units],
        "parts": parts_of(definition),
        "series": [series_shape(row) for row in series],
        "figures": reverse("api:figures", args=[item["id"]]),
    }


def parts_of(definition: Definition) -> list[shapes.Part]:
    """Groups, then indicators, in the order of the definition."""
    groups: list[shapes.Part] = [
        {
            "code": one.code,
            "name": one.name,
            "name_en": one.name_en,
            "kind": "group",
            "parent": one.parent,
            "weight": one.weight,
            "direction": None,
            "measure": "",
        }
        for one in definition.groups
    ]
    return groups + [
        {
            "code": one.code,
            "name": one.name,
            "name_en": one.name_en,
            "kind": "indicator",
            "parent": one.parent,
            "weight": one.weight,
            "direction": one.direction,
            "measure": one.unit,
        }
        for one in definition.indicators
    ]


def series_shape(row: Series) -> shapes.SeriesShape:
    """Who supplies a series."""
    agency = str(row.agency) if row.agency else None
    return {"code": row.code, "name": row.name, "kind": row.kind, "measure": row.measure, "agency": agency}


def figure_shape(entry: Entry, seen: Mapping[int, Document]) -> shapes.FigureShape:
    """A figure with its evidence; of documents that are not `seen` only that they are there."""
    return {
        "series": entry.series.code,
        "unit": entry.unit.code,
        "value": entry.value,
        "as_written": entry.as_written,
        "year": entry.year,
        "source": entry.source,
        "note": entry.note,
        "state": entry.state,
        "confirmed": entry.confirmed,
        "entered_at": _moment(entry.entered_at),
        "checked_at": _moment(entry.checked_at),
        "evidence": [evidence_shape(proof, seen) for proof in entry.proofs.all()],
    }


def evidence_shape(proof: Proof, seen: Mapping[int, Document]) -> shapes.Evidence:
    """A piece of evidence as far as it may be seen."""
    paper = seen.get(proof.paper.pk) if proof.paper else None
    if paper is None:
        return {"seen": False, "document": None, "number": "", "title": "", "date": "", "page": None, "quote": "", "href": None}
    return {
        "seen": True,
        "document": paper.pk,
        "number": paper.number,
        "title": paper.title,
        "date": str(paper.date or ""),
        "page": proof.page,
        "quote": proof.quote,
        "href": paper.get_absolute_url(),
    }


def result_shape(result: Result, ranking: Ranking | None) -> shapes.ResultShape:
    """A computation; without a ranking while it is under way."""
    return {
        "id": result.pk,
        "edition": result.edition_id,
        "number": result.number,
        "state": state_of(result),
        "computed_at": result.computed_at.isoformat(),
        "published_at": _moment(result.published_at),
        "engine": result.engine,
        "replicates": result.replicates,
        "seed": result.seed,
        "level": ranking.level if ranking and ranking.replicates else None,
        "asked_sha256": result.asked_sha256,
        "sha256": result.sha256,
        "remarks": list(ranking.remarks) if ranking else [],
        "ranking": reverse("api:ranking", args=[result.pk]),
        "scores": reverse("api:scores", args=[result.pk]),
    }


def ranked_shape(row: Ranked) -> shapes.Ranked:
    """A unit in the ranking."""
    official = row.official
    return {
        "unit": row.code,
        "name": row.name,
        "score": row.score,
        "rank": row.rank,
        "rank_low": row.low,
        "rank_high": row.high,
        "score_low": row.bottom,
        "score_high": row.top,
        "official": {"score": official.score, "rank": official.rank, "source": official.source} if official else None,
    }


def unit_scores(scores: Scores, row: int) -> shapes.UnitScores:
    """A unit with its scores and ranks in every part."""
    parts: list[shapes.PartScore] = []
    for place, code in enumerate(scores.tree.codes):
        rank = known(scores.ranks[row, place])
        parts.append({"code": code, "score": known(scores.values[row, place]), "rank": None if rank is None else int(rank)})
    names = scores.data.names or scores.units
    return {"unit": scores.units[row], "name": names[row], "parts": parts}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(at: datetime | Any | None) -> str | None:
    return at.isoformat() if at else None
