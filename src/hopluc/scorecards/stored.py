"""An index kept as text: its figures, and what was computed of them, in one form, so that the same bytes come of the same bytes.

Who publishes scores keeps three texts: the definition (`written.as_yaml`), the figures and the analysis that were asked for, and what
came of them. `recomputed` makes the last of the others; where it differs by a single byte, one of the three was changed.
"""

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from hopluc.errors import HopLucError
from hopluc.scorecards.arrays import Floats
from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.editions import definition_in
from hopluc.scorecards.results import Scores
from hopluc.scorecards.score import score
from hopluc.scorecards.uncertainty.inputs import Analysis, usual_inputs
from hopluc.scorecards.uncertainty.model import Model
from hopluc.scorecards.uncertainty.replicates import Progress, Uncertainty, uncertainty
from hopluc.scorecards.written import as_yaml

LEVEL: Final = 0.9
FILE: Final = "số liệu đã chốt"
"""What errors call figures that came from no file."""


@dataclass(frozen=True)
class Asked:
    """What is to be computed: the definition and the figures as texts, how many replicates, from which seed. Zero: no intervals."""

    definition: str
    figures: str
    replicates: int = 0
    seed: int = 1

    @property
    def sha256(self) -> str:
        """The hash of all that is asked."""
        return digest(json.dumps([self.definition, self.figures, self.replicates, self.seed], ensure_ascii=False))


def asked(definition: Definition, data: Data, *, replicates: int = 0, seed: int = 1) -> Asked:
    """The definition and the figures in the form that is kept."""
    return Asked(as_yaml(definition), figures_text(data), replicates, seed)


def digest(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


def figures_text(data: Data) -> str:
    """Figures of one year as JSON; a missing one is null, never zero.

    >>> data = Data(("VH",), ("a", "b"), np.array([[0.0, np.nan]]))
    >>> json.loads(figures_text(data))["values"]
    [[0.0, None]]
    """
    assert not data.years, "figures of one year"
    return _text(
        {
            "units": data.units,
            "names": data.names,
            "codes": data.codes,
            "values": _plain(data.values),
            "denominators": {code: _plain(column) for code, column in data.denominators.items()},
            "classes": dict(data.classes),
        }
    )


def figures_in(text: str) -> Data:
    """The figures a text keeps."""
    kept = json.loads(text)
    values = _array(kept["values"]).reshape(len(kept["units"]), len(kept["codes"]))
    return Data(
        tuple(kept["units"]),
        tuple(kept["codes"]),
        values,
        tuple(kept["names"]),
        {code: _array(column) for code, column in kept["denominators"].items()},
        {code: tuple(words) for code, words in kept["classes"].items()},
        file=FILE,
    )


def scored(wanted: Asked) -> Scores:
    """The scores of what is kept, every step of them. Raises CannotScore."""
    return score(definition_in(wanted.definition, FILE), figures_in(wanted.figures))


def recomputed(wanted: Asked, progress: Progress | None = None) -> str:
    """All that comes of what is asked, as one text: scores, ranks, weights, remarks, intervals. Raises CannotScore, WrongDefinition."""
    definition, data = definition_in(wanted.definition, FILE), figures_in(wanted.figures)
    scores = score(definition, data)
    return _text(
        {
            "units": scores.units,
            "codes": scores.tree.codes,
            "values": _plain(scores.values),
            "ranks": _plain(scores.ranks),
            "weights": _plain(scores.weights),
            "remarks": [[one.step, one.code, one.key, one.text] for one in scores.remarks],
            "sure": _sure(definition, data, wanted, progress),
        }
    )


def analysis_of(definition: Definition, data: Data, wanted: Asked) -> Analysis:
    """What is varied: what `hopluc score --uncertainty` varies where nobody says."""
    return Analysis(usual_inputs(definition, data), wanted.replicates, seed=wanted.seed, level=LEVEL)


def _sure(definition: Definition, data: Data, wanted: Asked, progress: Progress | None) -> Mapping[str, Any] | None:
    if not wanted.replicates:
        return None
    found: Uncertainty = uncertainty(Model(definition, data, analysis_of(definition, data, wanted)), progress=progress)
    (low, high), (bottom, top) = found.interval, found.score_interval
    columns = {"median": found.median, "low": low, "high": high, "bottom": bottom, "top": top}
    told = {name: _plain(column) for name, column in columns.items()}
    return {"units": found.units, "replicates": found.replicates, "level": found.level, **told}


def _text(thing: Any) -> str:
    return json.dumps(thing, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _plain(values: Floats) -> Any:
    """Numbers as JSON has them, null for none. An infinite one is a fault nobody may keep."""
    if values.ndim > 1:
        return [_plain(row) for row in values]
    return [_kept(float(value)) for value in values]


def _kept(value: float) -> float | None:
    if math.isinf(value):
        raise HopLucError(detail="Có giá trị vô hạn nên không lưu được kết quả. Đề nghị kiểm tra số liệu.")
    return None if math.isnan(value) else value


def _array(values: Any) -> Floats:
    return np.array(values, dtype=float)  # null becomes nan
