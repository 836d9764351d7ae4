"""An index as an Excel workbook that computes: figures and weights are cells, every step a formula on the cells before it."""

from hopluc.scorecards.workbook.book import workbook_of

__all__ = ["workbook_of"]
