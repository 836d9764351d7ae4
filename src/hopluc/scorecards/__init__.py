"""Scores of units from their figures: definition (what an index is) and data -> every step, scores and ranks."""

from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.editions import definition_in, edition_on, load_definition, shipped_definitions
from hopluc.scorecards.results import Remark, Scores, Stage
from hopluc.scorecards.score import score

__all__ = [
    "Data",
    "Definition",
    "Remark",
    "Scores",
    "Stage",
    "definition_in",
    "edition_on",
    "load_definition",
    "score",
    "shipped_definitions",
]
