"""One act under several names (một văn bản nhiều cách gọi): `Nghị quyết số 57-NQ/TW ngày …`, `Nghị quyết 57`, `NQ57`.

Numbers begin anew each year and every office has its own, so acts of one number but of two years, two issuers or two kinds stay apart; a
name that fits several stays by itself.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hopluc.reading.facts import Fact, Found
from hopluc.reading.naming import lexicon
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_MOST = 50  # acts of one number in one document; a text with more is no document
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_NUMBER = Pattern(r"0*([0-9]+[a-zđ]?)\s*(?:[/-]\s*((?:19|20)[0-9]{2})(?![0-9]))?\s*[/-]?\s*(.*)$")
_TAIL = Pattern(r"\s(?:số|năm|ngày|của)\s.*$|\s(?:19|20)[0-9]{2}$|\s\((?:sửa đổi)\)$")


@dataclass(frozen=True, slots=True)
class NamedAct:
    """A reference as it stands: its words, kind, number as written, date (ISO or a year) and its issuer's official name where known."""

    words: str
    kind: str | None
    number: str | None
    date: str | None
    issuer: str | None = None


def named_act(found: Found, reference: Fact) -> NamedAct:
    """A legal reference as it stands, with the official name of the organisation that issued it where it names one."""
    value = reference.value
    issuer = found.first("organisation", reference.span) if value.issuer else None
    words = " ".join(reference.quote.split())
    return NamedAct(
        words, value.doc_type, value.number, value.date or value.context_date, issuer.value.canonical if issuer else None
    )


@dataclass(slots=True)
class _Act:
    """An act and its names so far; what they say of it, None where none says it."""

    kind: str | None
    figures: str | None
    sign: str | None
    year: str | None
    issuer: str | None
    law: str | None
    names: dict[str, None] = field(default_factory=dict)

    def may_be(self, other: "_Act") -> bool:
        """Whether nothing the two say tells them apart, and a number or a law's name joins them."""
        alike = (
            _agree(self.kind, other.kind)
            and _agree(self.year, other.year)
            and _agree(self.issuer, other.issuer)
            and _agree(self.figures, other.figures)
            and _agree(self.sign, other.sign)
            and _agree(self.law, other.law)
        )
        return alike and (
            (self.figures is not None and self.figures == other.figures) or (self.law is not None and self.law == other.law)
        )

    def take(self, other: "_Act") -> None:
        self.names |= other.names
        for name in ("kind", "figures", "sign", "year", "issuer", "law"):
            setattr(self, name, getattr(self, name) or getattr(other, name))


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def same_acts(references: Iterable[NamedAct]) -> Iterator[str | None]:
    """For each reference the fullest name its act has among them; None where it has no other name.

    Names that say more are joined first, so that a short one finds them all: of several acts it may mean, it means none surely.
    """
    read = [_read(reference) for reference in references]
    known: dict[str | None, list[_Act]] = {}
    of: dict[int, _Act] = {}
    for place in sorted(range(len(read)), key=lambda place: -_said(read[place])):
        act = read[place]
        fitting = {
            id(other): other for key in (act.figures, act.law) if key for other in known.get(key, ()) if other.may_be(act)
        }
        if len(fitting) == 1:
            act = fitting.popitem()[1]
            act.take(read[place])
        of[place] = act
        for key in {act.figures, act.law} - {None}:
            if len(namesakes := known.setdefault(key, [])) < _MOST and not any(other is act for other in namesakes):
                namesakes.append(act)
    fullest = {id(act): max(act.names, key=_fullness) if len(act.names) > 1 else None for act in of.values()}
    for place in range(len(read)):
        yield fullest[id(of[place])]


def _fullness(name: str) -> tuple[int, int]:
    """How much a name says, and of those that say as much how few blanks part it: `57-NQ/TW` before `57- NQ/TW`."""
    return len(name.replace(" ", "")), -len(name)


def _said(act: _Act) -> int:
    return sum(part is not None for part in (act.kind, act.figures, act.sign, act.year, act.issuer, act.law))


def _read(reference: NamedAct) -> _Act:
    figures = sign = year = None
    number = _NUMBER.match(reference.number or "")
    if number is not None:
        figures, year = fold(number[1]), number[2]
        sign = re.sub(r"[\s/-]+", "-", fold(number[3])).strip("-") or None
    if year is None and reference.date is not None and not reference.date.startswith("--"):
        year = reference.date[:4]
    law = _law(reference) if reference.kind in _LAWS else None
    return _Act(reference.kind, figures, sign, year, reference.issuer, law, {reference.words: None})


def _law(reference: NamedAct) -> str | None:
    """The name of a law without its number, year and date, short forms written out, without marks or case."""
    name = lexicon.short_forms().sub(lambda short: lexicon.long_forms()[short[0]], reference.words)
    name = _TAIL.sub("", _TAIL.sub("", name))
    said = fold(re.sub(r"\s+", " ", name)).removeprefix(fold(reference.kind or "")).strip()
    return re.sub(r"[\s,&-]+", " ", said.replace(" va ", " ")) or (reference.kind if reference.kind == "hiến pháp" else None)
