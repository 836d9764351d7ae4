"""Sentences with figures (câu có số liệu): the counts of each sentence, worked out once for all checks that look at whole sentences."""

from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.numbers import Term, counts
from hopluc.reading.document import Span
from hopluc.reading.kept import kept
from hopluc.reading.patterns import Pattern

# A sentence with more figures than this is a table that lost its lines.
_MOST = 16
_FIGURE = Pattern(r"\d[\d.,]*")
_ROW = Pattern(r"\s?(?:[;,]|và|; và|, và|lên|xuống|xuống còn|còn|đến|tới|lên đến|lên tới)\s")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


@dataclass(frozen=True)
class Sentence:
    """A sentence that holds figures: its words, and the counts among them without dates, periods and citations, when they are asked for.

    `figures` is how many numbers of any kind it holds.
    """

    case: Case
    span: Span
    words: str
    figures: int

    @kept
    def small(self) -> str:
        """Its words in small letters."""
        return self.case.small[self.span.start : self.span.end]

    @kept
    def terms(self) -> tuple[Term, ...]:
        """Its counts in order; none where it holds more of them than a sentence does."""
        known = _terms(self.case, self.span, self.words)
        return known if len(known) <= _MOST else ()

    def before(self, place: int) -> str:
        """The words between a figure and the one before it, or the beginning of the sentence."""
        start = self.terms[place - 1].span.end if place else self.span.start
        return self.words[start - self.span.start : self.terms[place].span.start - self.span.start]

    def behind(self, place: int) -> str:
        """The words between a figure with what it counts and the next one, or the end of the sentence."""
        end = self.terms[place + 1].span.start if place + 1 < len(self.terms) else self.span.end
        return self.words[self.terms[place].span.end - self.span.start : end - self.span.start]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the text, by its place, with its sentences that hold figures."""

    place: int
    sentences: tuple[Sentence, ...]


def paragraphs(case: Case) -> list[Paragraph]:
    """The blocks whose sentences hold figures, in order."""
    return case.view(_paragraphs)


def _paragraphs(case: Case) -> list[Paragraph]:
    found = []
    for place, _, _ in case.numbered:
        told = [
            Sentence(case, span, words, figures)
            for span in case.layout.sentences_of(place)
            if (figures := len(_FIGURE.findall(words := case.plain[span.start : span.end])))
        ]
        if told:
            found.append(Paragraph(place, tuple(told)))
    return found


def counted(case: Case, words: str, start: int) -> list[Term]:
    """The counts of the words that begin at `start`, kept for the next check that asks for the same words."""
    known = case.view(_counts)
    if (start, words) not in known:
        known[start, words] = counts(words, start)
    return known[start, words]


def _counts(_: Case) -> dict[tuple[int, str], list[Term]]:
    """What `counted` has found in a case."""
    return {}


def _terms(case: Case, span: Span, words: str) -> tuple[Term, ...]:
    known = [term for term in counted(case, words, span.start) if not case.is_taken(term.span.start)]
    known = [term for term in known if not _is_year_or_hour(case.plain, term)]
    for place in range(len(known) - 2, -1, -1):
        known[place] = _with_unit(case.plain, known[place], known[place + 1])
    return tuple(known)


def _with_unit(plain: str, term: Term, following: Term) -> Term:
    """A bare number with the unit that closes its row or its stretch: `10,2; 11,4 và 13,5 tỷ đồng`, `từ 24 lên 30 triệu đồng`."""
    if term.unit is not None or term.percent or following.unit is None:
        return term
    if not _ROW.fullmatch(plain, term.span.end, following.span.start):
        return term
    scale = following.scale if following.scaled and not term.scaled else 0
    return term._replace(
        unit=following.unit,
        scaled=term.scaled or following.scaled,
        scale=term.scale or scale,
        value=term.value.scaleb(scale),
    )


def _is_year_or_hour(plain: str, term: Term) -> bool:
    """Whether a number is a year in a row of years, or part of a time of day (`16:00`)."""
    start, end = term.span.start, term.span.end
    hour = plain[end : end + 1] == ":" and plain[end + 1 : end + 2].isdigit()
    minute = plain[start - 1 : start] == ":" and plain[max(0, start - 2) : start - 1].isdigit()
    year = term.unit is None and _FIRST_YEAR <= term.value <= _LAST_YEAR and plain[start:end].isdigit()
    return hour or minute or year
