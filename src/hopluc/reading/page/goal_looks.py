"""How the cells of a table of goals look (bảng chỉ tiêu): what is measured, its unit, and the figures to be reached."""

import re
from collections.abc import Sequence

from hopluc.reading.patterns import Pattern

GOAL_LOOKS = frozenset(("measure", "unit", "figure"))
_KEPT = frozenset(("number", "measure", "unit", "lead", "cooperating", "note"))
_FIGURE = Pattern(
    r"(?:(?:[≥≤><~]=?|trên|dưới|từ|đạt|tăng|giảm|còn|khoảng|gần|hơn|tối thiểu|ít nhất|không quá|không dưới)\s?)*\d[\d.,]*(?:\s?[-–]\s?\d[\d.,]*)?(?:\s?[%‰])?(?=\s|[;,.)*/]|$)",
    re.IGNORECASE,
)
_BODY = Pattern(r"(?:Các )?(?:Sở|Bộ|Ban|Ủy ban|UBND|Cục|Vụ|Văn phòng|Ngân hàng|Công an|Chi cục|Trung tâm)\s")
_DIGIT = Pattern(r"\d")
_LETTERS = Pattern(r"[^\W\d_]{2}")
_LONGEST_UNIT = 40
_LONGEST_FIGURE = 60


def looks_of_goals(roles: Sequence[str]) -> tuple[str, ...]:
    """The roles of the columns of such a table, with `figure` for each that holds figures."""
    return tuple(role if role in _KEPT else "figure" for role in roles)


def misfit_of_goal(words: str, role: str) -> float:
    """How badly a line suits a column of such a table: 0 where its look is what the column holds."""
    if role == "figure":
        if _FIGURE.match(words):
            return 0.0
        return 1.5 if len(words) <= _LONGEST_FIGURE else 2.0
    if _LETTERS.search(words) is None:
        return 0.0 if role == "unit" and words.strip(" ./") in ("%", "‰") else 4.0
    if role == "unit":
        return 0.2 if len(words) <= _LONGEST_UNIT and not _DIGIT.search(words) else 3.0
    return 1.0 if len(words) < _LONGEST_UNIT // 4 or _BODY.match(words) else 0.0
