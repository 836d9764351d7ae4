"""A deadline in words as a Term: the last day its words give, read by the readers of dates; the words stand as they are."""

import re

from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.mentions.dates import find_dates
from hopluc.vietnamese import nfc
from hopluc.web.terms import Grain, Term

_QUARTER = re.compile(r"\bquý\s+(iii|ii|iv|i|[1-4])\s*(?:,?\s*năm\s+|[/-]\s*)(\d{4})\b", re.IGNORECASE)
_HALF = re.compile(r"\b(?:0?6|sáu)\s+tháng\s+(đầu|cuối)\s+(?:của\s+)?năm\s+(\d{4})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:trong|hết|cuối)\s+năm\s+(\d{4})\b", re.IGNORECASE)
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def deadline_of(words: str) -> Term:
    """When what is due "trước ngày 30 tháng 9 năm 2024" or "trong quý II/2026" is due: the latest day, quarter, half or year named.

    Words that name no year ("trong quý I", "trước ngày 20 tháng 12 hằng năm") give no day.
    """
    document = Document("", nfc(words))
    terms = [Term.of(fact.value.iso) for fact in find_dates(document, Found())]
    plain = document.plain
    terms += [Term.of(f"{year}-Q{_NUMBERS.get(said.lower(), said)}") for said, year in _QUARTER.findall(plain)]
    terms += [_half(which, year) for which, year in _HALF.findall(plain)]
    terms += [Term.of(year) for year in _YEAR.findall(plain)]
    dated = [(term.last, term) for term in terms if term.last is not None]
    if not dated:
        return Term(None, None, "", words[:300])
    _last, latest = max(dated, key=lambda pair: pair[0])
    return Term(latest.first, latest.last, latest.grain, words[:300])


def _half(which: str, year: str) -> Term:
    start, end = ("01", "06") if which.lower() == "đầu" else ("07", "12")
    term = Term.between(f"{year}-{start}", f"{year}-{end}")
    return Term(term.first, term.last, Grain.HALF)
