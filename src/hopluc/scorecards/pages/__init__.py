"""Pages of an index in Vietnamese and English, each a file that needs nothing else: the audit, the ranking, a profile for every unit."""

from hopluc.scorecards.pages.audit_page import audit_page
from hopluc.scorecards.pages.profile_page import profile_page
from hopluc.scorecards.pages.ranking_page import influence_table, ranking_page, ranks_table

__all__ = ["audit_page", "influence_table", "profile_page", "ranking_page", "ranks_table"]
