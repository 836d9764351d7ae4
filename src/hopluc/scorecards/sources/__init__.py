"""Figures and definitions out of files: tables in CSV and Excel, COINr's two tables, the JRC's COIN Tool."""

from hopluc.scorecards.sources.cointool import read_coin_tool
from hopluc.scorecards.sources.figures import read_figures
from hopluc.scorecards.sources.metadata import read_metadata
from hopluc.scorecards.sources.sheet import Sheet, read_sheet

__all__ = ["Sheet", "read_coin_tool", "read_figures", "read_metadata", "read_sheet"]
