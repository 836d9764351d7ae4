"""Programmes (chương trình): the programme a document tells of, its aims, its strands and its legal bases."""

from dataclasses import dataclass

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period


@dataclass(frozen=True, slots=True)
class Programme(Value):
    """A cooperation programme by the full title the document gives it; `decision` is the number of the act that approves it."""

    title: str
    decision: str | None = None
    period: Period | None = None
    aims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand(Value):
    """A division of the programme's work (nội dung hợp tác): its number in the document and its title."""

    title: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class LegalBasis(Value):
    """A document a programme or report rests on (căn cứ): its number, its date, and the whole line as written."""

    text: str
    number: str | None = None
    date: str | None = None
