"""What came of a computation, as pages and files read it: the ranking with its intervals, and the scores with every step again."""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils import timezone

from hopluc.scorecards import Scores
from hopluc.scorecards.stored import Asked, scored
from hopluc.web.observatory.models import Framework, OfficialScore, Result, Unit

STAMP_EN = "Internal estimate, not a result published by the Ministry"


@dataclass(frozen=True)
class Ranked:
    """One unit of a ranking: its score and rank in the index, the intervals of both, and what was published of it."""

    code: str
    name: str
    score: float | None
    rank: int | None
    key: int | None = None
    low: float | None = None
    high: float | None = None
    bottom: float | None = None
    top: float | None = None
    is_home: bool = False
    official: OfficialScore | None = None


@dataclass(frozen=True)
class Ranking:
    """The units of a result, best first, those without a score last; how often it was computed again for the intervals, and its remarks."""

    rows: tuple[Ranked, ...]
    replicates: int
    level: float
    remarks: tuple[str, ...]
    ranks_anybody: bool = True

    @property
    def has_official(self) -> bool:
        return any(row.official for row in self.rows)


def scores_of(result: Result) -> Scores:
    """The scores of a result with every step, computed again from what it pins."""
    return _scores(result.asked)


@lru_cache(maxsize=16)
def _scores(wanted: Asked) -> Scores:
    return scored(wanted)


def ranking_of(result: Result, official: Mapping[tuple[str, str], OfficialScore], units: Iterable[Unit] = ()) -> Ranking:
    """The ranking that a result keeps."""
    outcome, figures = json.loads(result.outcome), json.loads(result.figures)
    scores = scores_of(result)
    column = scores.tree.tops[0]
    names = dict(zip(figures["units"], figures["names"], strict=True))
    sure = _intervals(outcome["sure"])
    known_units, rows = {unit.code: unit for unit in units}, []
    for code, values, ranks in zip(outcome["units"], outcome["values"], outcome["ranks"], strict=True):
        rank, unit = ranks[column], known_units.get(code)
        rows.append(
            Ranked(
                code,
                names[code],
                values[column],
                None if rank is None else int(rank),
                key=unit.pk if unit else None,
                **sure.get(code, {}),
                is_home=unit is not None and unit.is_home,
                official=official.get((code, scores.tree.codes[column])),
            )
        )
    rows.sort(key=lambda row: (row.rank is None, row.rank or 0, row.code))
    told = outcome["sure"] or {"replicates": 0, "level": 0.0}
    remarks = tuple(dict.fromkeys(text for _step, _code, _key, text in outcome["remarks"]))
    return Ranking(tuple(rows), told["replicates"], told["level"], remarks, len(scores.tree.tops) == 1)


def _intervals(sure: Any) -> dict[str, dict[str, float | None]]:
    """From which rank to which, from which score to which, by unit."""
    if not sure:
        return {}
    names = ("low", "high", "bottom", "top")
    return {unit: {name: sure[name][row] for name in names} for row, unit in enumerate(sure["units"])}


def identity_of(result: Result) -> tuple[str, ...]:
    """Which computation this is, as files of it say in Vietnamese: whose, of what, when, and the hashes to hold it against."""
    edition, at = result.edition, timezone.localtime(result.computed_at)
    framework = edition.framework
    state = "đã công bố trong cơ quan" if result.published_at else "chưa công bố trong cơ quan"
    return (
        f"Cơ quan: {edition.owner}",
        f"Khung {framework.code}, bản {framework.edition} ({Framework.Status(framework.status).label}); lần tính {result.number}, {state}",
        f"Tính lúc {at:%H:%M} ngày {at:%d/%m/%Y}, hopluc {result.engine}",
        f"Mã kiểm chứng kết quả: {result.sha256}",
        f"Mã kiểm chứng số liệu và định nghĩa: {result.asked_sha256}",
    )


def known(value: float) -> float | None:
    """A number of the engine as pages have it: none where there is none."""
    return None if math.isnan(value) else float(value)
