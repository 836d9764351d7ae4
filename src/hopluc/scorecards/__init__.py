"""Scores of units from their figures: definition (what an index is) and data -> every step, scores and ranks."""

from hopluc.scorecards.data import Data
from hopluc.scorecards.definition import Definition
from hopluc.scorecards.results import Remark, Scores, Stage
from hopluc.scorecards.score import score

__all__ = ["Data", "Definition", "Remark", "Scores", "Stage", "score"]
