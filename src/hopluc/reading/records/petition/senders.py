"""Who asks (người kiến nghị): the body or speaker named before the asking, the one a quotation is of, else whose document it is."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.kept import kept
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.own_sides import asked_issuer

_NEXT_WORD = 3
_MOTTOS = ("ĐẢNG CỘNG SẢN VIỆT NAM",)  # stands over every paper of the party, whoever writes it
_ASKED_OF = ("Về phía ", "Đối với ", "Với ")  # `Về phía Bộ A, mong Bộ …`: whom the sentence is about is asked
_BACK = 300
_SPEAKER_REACH = 40
_PRONOUN = Pattern(r"(?:Ông|Bà|Anh|Chị|Đồng chí|Tôi|Chúng tôi)(?: (?:cũng|còn|tiếp tục|đồng thời))* $")


def quoted_end(plain: str, sentence: Span, begin: int) -> int | None:
    """Where the quotation ends that what begins at `begin` stands in; None where it stands in none."""
    opened = any(plain.count(sign, sentence.start, begin) % 2 for sign in ('"',)) or (
        plain.count("“", sentence.start, begin) > plain.count("”", sentence.start, begin)
    )
    ends = [end for sign in ('"', "”") if (end := plain.find(sign, begin, sentence.end)) >= 0] if opened else []
    return min(ends, default=None)


# Those who ask without a name, right before the asking: `các đại biểu cũng đề nghị …`.
_UNNAMED = Pattern(
    r"(?P<who>(?:(?:[Cc]ác|[Mm]ột số|[Nn]hiều) )?(?:[Đđ]ại biểu|[Dd]oanh nghiệp(?: nhỏ và vừa| vừa và nhỏ)?|[Nn]ông dân|[Hh]ộ dân|[Nn]gười dân|[Cc]ử tri|[Nn]hà khoa học|[Cc]huyên gia))(?: (?:cũng|còn|đều|đã|tiếp tục))* $"
)
_UNNAMED_REACH = 60


class Senders:
    """Who asks in one document; `asks` are its words that ask."""

    def __init__(self, document: Document, found: Found, asks: Sequence[re.Match[str]]) -> None:
        self.document, self.found, self.layout = document, found, layout(document)
        self._asked_until = sorted((match.end(), match.start()) for match in asks)

    def of(self, sentence: Span, start: int, *, headed: bool) -> str | None:
        """The nearest body or person named before the asking in its sentence, or before it in its paragraph; else the author.

        Under a heading of requests (`headed`) the author asks, whatever the line before names.
        """
        place = self.layout.at(start)
        block = self.layout.blocks[place].span.start if place is not None else sentence.start
        quoted = quoted_end(self.document.plain, sentence, start)
        if quoted is not None and (speaker := self._speaker(quoted, sentence, block)) is not None:
            return speaker
        if self.document.plain.endswith(("tôi ", "Tôi "), 0, start) and quoted is None:
            return self._last_person(block, sentence.start) or self.author()
        if self._is_pronoun(sentence, start) and (told := self._last_person(block, sentence.start)) is not None:
            return told
        unnamed = _UNNAMED.search(self.document.plain, max(sentence.start, start - _UNNAMED_REACH), start)
        if unnamed is not None:
            return unnamed["who"]
        if headed:
            block = sentence.start
        above = self.layout.blocks[place].parent if place is not None else None
        opener = self.layout.blocks[above] if above is not None and block < sentence.start + 1 else None
        opening = opener.span if opener is not None and opener.kind != "heading" else Span(block, block)
        for span in (Span(sentence.start, start), Span(max(block, sentence.start - _BACK), sentence.start), opening):
            person = list(self.found.within("person", span))
            bodies = [fact for fact in self.found.within("organisation", span) if not self._is_asked(span.start, fact)]
            if bodies and (not person or span.start == sentence.start):
                return str(bodies[-1].value.canonical or bodies[-1].quote)
            if person:
                return self._body_of(person[-1])
        return self.author()

    def author(self) -> str | None:
        """The body in the letterhead: alone on a line of the first few, or where the head names the issuer; None where there is none."""
        for block in self.layout.blocks[:4]:
            fact = self.found.first("organisation", block.span)
            if fact is not None and fact.quote in _MOTTOS:
                continue
            if fact is not None and fact.span.end - fact.span.start >= block.span.end - block.span.start - 4:
                return str(fact.value.canonical or fact.quote)
        return asked_issuer(self.document, self.found)

    def _speaker(self, quoted: int, sentence: Span, block: int) -> str | None:
        """Who is quoted: the person named right behind the quotation, else the last one before it in the paragraph."""
        after = self.found.first("person", Span(quoted, max(quoted, min(sentence.end, quoted + _SPEAKER_REACH))))
        return self._body_of(after) if after is not None else self._last_person(block, sentence.start)

    def _is_pronoun(self, sentence: Span, start: int) -> bool:
        """Whether a sentence says no more of who asks than `Ông`, `Bà`, `Tôi`."""
        said = _PRONOUN.search(self.document.plain, sentence.start, start)
        return said is not None and said.start() - sentence.start <= _NEXT_WORD

    def _last_person(self, low: int, high: int) -> str | None:
        told = list(self.found.within("person", Span(low, high)))
        return self._body_of(told[-1]) if told else None

    def _is_asked(self, start: int, fact: Fact) -> bool:
        """Whether a body is one that words before it ask: `Kiến nghị A …; kiến nghị B …` makes A no sender."""
        low = bisect_left(self._asked_until, (fact.span.start - _NEXT_WORD, 0))
        high = bisect_left(self._asked_until, (fact.span.start + 1, 0))
        if self.document.plain.endswith(_ASKED_OF, start, fact.span.start):
            return True
        return any(start <= begun for _, begun in self._asked_until[low:high])

    def _body_of(self, person: Fact) -> str:
        """The body a speaker speaks for, where the document says whose they are; else their name."""
        name = str(person.value.name)
        return self._bodies_of.get(name) or self._bodies_of.get(name.rsplit(" ", 1)[-1]) or name

    @kept
    def _bodies_of(self) -> dict[str, str]:
        """The body of each person the document names with a post, by full name and, where it is but one, by the last word of it."""
        held = {
            seat.value.person: seat.value.organisation for seat in self.found.records("membership") if seat.value.organisation
        }
        last: dict[str, set[str]] = {}
        for name, body in held.items():
            last.setdefault(name.rsplit(" ", 1)[-1], set()).add(body)
        return held | {word: bodies.pop() for word, bodies in last.items() if len(bodies) == 1}
