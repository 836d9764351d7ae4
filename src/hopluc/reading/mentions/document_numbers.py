"""The numbers of documents (số, ký hiệu) in their four systems, and the words for kinds of document before them.

State, single act: `1859/QĐ-UBND`. State, normative: `08/2013/NQ-HĐND`, `93/2025/QH15`. Party: `08-NQ/TU`. Official letter: `05/BNV-VP`.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hopluc.load import load_rows
from hopluc.reading.mentions.issuers import issuer_codes
from hopluc.reading.patterns import Pattern


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document and its sign; `alone`: its name with a bare number or a date names a document (`Nghị quyết 57`)."""

    name: str
    family: str
    alone: bool
    source: str
    abbreviation: str | None = None
    since: date | None = None
    until: date | None = None


_YEAR = "(?:19|20)[0-9]{2}"
_SIGN = r"(?:T\.Ư(?!\w)|(?:[&A-ZĐƯÂÔĂÊƠ]{1,16}(?:[a-zđ]{1,2}(?:[&A-ZĐƯÂÔĂÊƠ]{1,12})?)?[0-9]{0,2})(?![^\W_]|\.[0-9]))"
_CUT = r"\s{0,2}[/-]\s{0,2}"
_FIGURES = r"[0-9]{1,5}(?:[a-zđ](?![^\W\d_]))?"
_TAIL = rf"(?:{_CUT}{_SIGN})?(?:[/-]\s?{_SIGN}){{0,5}}(?:\.[A-ZĐ]{{2,10}}(?![\w/.]))?(?:[/-]{_YEAR}(?![0-9/-]))?"
SIGNED = Pattern(rf"{_FIGURES}{_CUT}(?:{_YEAR}{_CUT})?(?P<sign>{_SIGN}){_TAIL}")
# Figures are never given back: most are followed by no sign.
SIGNED_ANYWHERE = Pattern(
    rf"[0-9](?<![0-9]{{2}})[0-9]{{0,4}}+(?:[a-zđ](?![^\W\d_]))?+\s{{0,2}}+[/-]\s{{0,2}}(?:{_YEAR}{_CUT})?(?P<sign>{_SIGN}){_TAIL}"
)
OLD_SIGNED = Pattern(rf"[0-9]{{1,5}} [A-ZĐ]{{1,8}}{_CUT}{_SIGN}{_TAIL}")  # before 2000 the issuer often led: `09 TC/NSNN`
OLD_SPACED = Pattern(r"[0-9]{1,4} (?:SL|NV|TTg|CP|HĐBT|VP|LB)(?=,?\s{1,2}(?i:ngày)\s)")
LOWER_SIGNED = Pattern(
    r"[0-9]{1,5}[/-](?:(?:19|20)[0-9]{2}/)?(?:nđ-cp|qđ-ttg|nq-cp|ct-ttg|qđ-ubnd|nq-hđnd|nq/tw|nq/tu|tt-[a-z]{3,6}|qđ-[a-zđ]{3,6})(?!\w)"
)
WITH_YEAR = Pattern(rf"[0-9]{{1,4}}/{_YEAR}(?![0-9/]|-[A-ZĐ])")
BARE = Pattern(r"[0-9]{1,5}[a-z]?(?!\w|[,.:][0-9]|\s?[/-]\s?[0-9]|\s?%)")
BLANK = Pattern(rf"[ \t\u2026._]{{1,24}}/\s?(?:{_YEAR}/)?{_SIGN}{_TAIL}")
CLOSED = Pattern(
    r"\s{0,2}(?:[,;:)\]\"”.\n|]|$|(?:của|về|và|theo|do|được|tại|đã|trong|giai đoạn|là|nêu|trên|ban hành|phê duyệt|quy định|hướng dẫn|có|cho|đến|với|vào|như|sẽ|thì|để|nhằm|này|ra đời|trên địa bàn|thực sự|đi vào)(?!\w))"
)
COUNTED = Pattern(
    r"\s{1,2}(?i:triệu|tỷ|nghìn|ngàn|ngày|năm|tháng|tuần|giờ|hộ|người|ha|héc|km|mô hình|sản phẩm|doanh nghiệp|nông dân|trí thức|kỹ sư|nhiệm vụ|dự án|xã|phường|trường|cán bộ)(?!\w)"
)


@cache
def document_types() -> tuple[DocumentType, ...]:
    """Every kind of document (`definitions/vocabulary/document_types.csv`)."""
    return load_rows("vocabulary/document_types.csv", DocumentType)


@cache
def types_by_name() -> dict[str, DocumentType]:
    """The kinds of document by their names in lower case."""
    return {row.name: row for row in document_types()}


@cache
def type_words() -> re.Pattern[str]:
    """A kind of document whose first letter is a capital: what a reference mostly begins with."""
    names = sorted((row.name for row in document_types()), key=len, reverse=True)
    written = "|".join(f"{re.escape(name[0].upper())}(?i:{_spaced(name[1:])})" for name in names)
    return re.compile(rf"(?:{written})(?!\w)")


_WORD_BEFORE = Pattern(r"([^\W\d_]+)\s{1,3}(?:(?:số|Số|SỐ|sô)\s?:?\s{0,3})?$")


def may_follow_type(plain: str, start: int) -> bool:
    """Whether the word before a number at `start` ends the name or the sign of a kind of document: a quick look."""
    word = _WORD_BEFORE.search(plain, max(0, start - 20), start)
    return word is not None and word[1].casefold() in _last_words()


@cache
def _last_words() -> frozenset[str]:
    names = (row.name.split()[-1] for row in document_types())
    return frozenset([*names, *(sign.casefold() for sign in types_by_sign())])


@cache
def type_before() -> re.Pattern[str]:
    """A kind of document, in any case, that ends right where a number may begin."""
    names = sorted((row.name for row in document_types()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?i:({'|'.join(_spaced(name) for name in names)}))\s{{1,3}}(?i:(?:số|sô)\s?:?\s{{0,3}})?$")


@cache
def short_type_before() -> re.Pattern[str]:
    """The sign of a kind of document in place of its name, right before a number: `QĐ số 12/QĐ-UBND`."""
    signs = sorted((sign for sign in types_by_sign() if len(sign) > 1), key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])({'|'.join(map(re.escape, signs))})\s{{1,2}}(?:số\s{{1,2}})?$")


@cache
def types_by_sign() -> dict[str, DocumentType]:
    """The kinds of document by their signs; of two with one sign, the first in the file."""
    return {row.abbreviation: row for row in reversed(document_types()) if row.abbreviation}


def _spaced(name: str) -> str:
    return re.escape(name).replace(r"\ ", r"\s{1,3}")


@cache
def _signs() -> tuple[frozenset[str], frozenset[str]]:
    types = {row.abbreviation.casefold() for row in document_types() if row.abbreviation} | {"qđi", "qyđ", "cv", "ttln", "lb"}
    return frozenset(types), frozenset(code.code.casefold() for code in issuer_codes())


def is_known_sign(number: str) -> bool:
    """Whether a number without a word before it is surely a document's: a kind's sign and an issuer's, or a National Assembly's.

    >>> is_known_sign("57-NQ/TW"), is_known_sign("93/2025/QH15"), is_known_sign("12/AB-CD")
    (True, True, False)
    """
    types, issuers = _signs()
    signs = [sign.casefold() for sign in re.split(r"\s*[/-]\s*", number)[1:] if not sign.isdecimal()]
    if len(signs) == 2 and signs[0] in issuers and len(signs[0]) > 2:
        return True  # an official letter: 1500/UBND-KGVX
    if len(signs) == 1:
        return signs[0].startswith(("qh", "ubtvqh")) and signs[0] in issuers
    return bool(signs) and signs[0] in types
