"""Parts in a body told without a post (vai trò không kèm chức vụ), and the label of the list a person stands in."""

import re
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.membership.bodies import BodiesTold
from hopluc.reading.records.membership.roles import LABEL, LEADS, LISTS, NAMED_AS, SHARED
from hopluc.vietnamese import canonical

_AS_FAR = 60
_MOST_BETWEEN = 40
_NEXT_IN_ROW = Pattern(r"(?:[,;]| và)(?: (?:ông|bà|đồng chí|đ/c|(?:PGS|GS|TS|ThS|TSKH)\.?)){0,3} ?")
_AND_NEXT = Pattern(r",? (?:và|cùng) (?:(?:ông|bà|đồng chí|đ/c|(?:PGS|GS|TS|ThS|TSKH)\.?) ?){0,3}")
_MOST_PARTS = 40  # of a sentence that are looked back over


class Part(NamedTuple):
    """What is told of one who has a part in a body: a word beside the name, the employer, the body, the role, and where."""

    position: str | None
    organisation: str | None
    body: str | None
    role: str
    span: Span


class PartsAlone:
    """The parts of persons whose posts a document does not tell."""

    def __init__(self, document: Document, found: Found, bodies: BodiesTold) -> None:
        self.document, self.found, self.text, self.bodies = document, found, document.plain, bodies

    def alone(self, person: Fact, sentence: Span) -> Part | None:
        """The part of a person: told behind the name, right before it, or by the label of a list; None where none is."""
        led = LEADS.match(self.text, person.span.end, sentence.end)
        if led is not None and led[1] is not None and self.found.first("person", Span(*led.span(1))) is None:
            return self._leads(person, sentence, led)
        shared = self.shared(person, sentence)
        if shared is not None:
            body = self.bodies.led(person.span.start, sentence, shared)
            if body is not None:
                return Part(None, None, body, shared[1], Span(person.span.start, shared.end(1)))
        named = self.named_as(person, sentence)
        if named is not None:
            body = self.bodies.led(person.span.start, sentence, named)
            return Part(None, None, body, named[1], Span(named.start(1), person.span.end)) if body else None
        label = label_over(self.text, person.span.start, sentence)
        if label is None or LISTS.match(self.text, label.end(), person.span.start) is None:
            return None
        body = self.bodies.led(person.span.start, sentence, label)
        employer = self._beside(person)
        end = employer.span.end if employer is not None else person.span.end
        return Part(None, self._name(employer), body, label[1].strip(), Span(person.span.start, end))

    def named_as(self, person: Fact, sentence: Span) -> re.Match[str] | None:
        """The role told right before the name: `Trưởng Ban Chỉ đạo là đồng chí A`; None where none is."""
        return NAMED_AS.search(self.text, max(sentence.start, person.span.start - _AS_FAR), person.span.start)

    def shared(self, person: Fact, sentence: Span) -> re.Match[str] | None:
        """The role behind the last of several named one after another: `các ông A, B, C làm Phó Trưởng ban`; None where none is."""
        end = person.span.end
        for other in self.found.within("person", Span(end, sentence.end)):
            behind = self._past_post(person)
            if _NEXT_IN_ROW.fullmatch(self.text, end, other.span.start) is None:
                if behind == end or _AND_NEXT.fullmatch(self.text, behind, other.span.start) is None:
                    break
                return SHARED.match(self.text, self._past_post(other), sentence.end)
            end = other.span.end
        return SHARED.match(self.text, end, sentence.end)

    def _past_post(self, person: Fact) -> int:
        """Where the post told right behind a person ends; the end of the name where none is."""
        written, end = canonical(person.value.position or ""), person.span.end
        joint = next((joint for joint in (", ", " - ", " – ") if written and self.text.startswith(joint + written, end)), None)
        return end + len(joint) + len(written) if joint is not None else end

    def _leads(self, person: Fact, sentence: Span, led: re.Match[str]) -> Part | None:
        body = self.bodies.fullest(sentence.start, person.span.start)
        employer = self._beside(person)
        position = led[1] if employer is None else None
        if body is None and position is None and employer is None:
            return None
        return Part(position, self._name(employer), body, led[2], Span(person.span.start, led.end(2)))

    def _beside(self, person: Fact) -> Fact | None:
        """The body that stands behind the name in the place of a post: `GS. Lê An, Viện Chăn nuôi`."""
        after = self.found.first("organisation", Span(person.span.end, person.span.end + 200))
        return after if after is not None and self.text[person.span.end : after.span.start] in (", ", " - ", " (") else None

    @staticmethod
    def _name(body: Fact | None) -> str | None:
        return str(body.value.canonical) if body is not None and body.value.canonical else None


def label_over(text: str, start: int, sentence: Span) -> re.Match[str] | None:
    """The role that opens the sentence or the last of its parts before `start` that is opened by one: `…; các Phó Trưởng ban: …`."""
    begin = start
    for _ in range(_MOST_PARTS):
        begin = max(text.rfind(";", sentence.start, begin), sentence.start - 1)
        first = begin + 1 + (text[begin + 1 : begin + 2] == " ")
        label = LABEL.match(text, first, min(start, first + 60))
        if begin < sentence.start or (label is not None and LISTS.match(text, label.end(), start)):
            return label
    return None


def post_before_name(text: str, person: Fact) -> Span | None:
    """Where the post of a person ends right before the name, its titles left out; None where it stands elsewhere."""
    written = canonical(person.value.position or "")
    begin = text.rfind(written, max(0, person.span.start - len(written) - 16), person.span.start) if written else -1
    return Span(begin, begin + len(written)) if begin >= 0 else None


def post_span(text: str, person: Fact, sentence: Span) -> Span:
    """Where the post of a person stands: right before the name, else after it or before it; the name itself where it is not found."""
    written = canonical(person.value.position)
    start = person.span.start - 1 - len(written)
    if start >= sentence.start and text.startswith(f"{written} ", start):
        return Span(start, start + len(written))
    reach = min(sentence.end, person.span.end + len(written) + _MOST_BETWEEN)
    after = text.find(written, person.span.end, reach)
    if after >= 0:
        return Span(after, after + len(written))
    before = text.rfind(written, sentence.start, person.span.start)
    if before >= 0:
        return Span(before, before + len(written))
    spaced = re.search(r"\s+".join(map(re.escape, written.split())), text[person.span.end : reach])  # two spaces, a broken line
    return Span(person.span.end + spaced.start(), person.span.end + spaced.end()) if spaced else person.span
