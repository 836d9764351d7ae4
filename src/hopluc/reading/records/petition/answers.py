"""The answers to petitions (trả lời kiến nghị): sentences further on by which whoever is asked agrees, refuses or takes note."""

import re
from bisect import bisect_left
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.page.clauses import sentence_with, trimmed
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.petition.words import ANSWER, ANSWERED

SAME_WORDS = 0.6
ANSWER_REACH = 6_000  # an answer stands in the same minutes or article, some paragraphs on


class Answer(NamedTuple):
    """Words that answer petitions, and the part of them that says who answers."""

    span: Span
    who: Span


class Answers:
    """The words of one document that answer petitions: those behind its words of asking, and those that agree."""

    def __init__(self, document: Document, found: Found, asks: list[re.Match[str]], agreed: list[int]) -> None:
        self.document = document
        self.found = found
        self.agreed = agreed
        self.answers = [answer for match in asks if (answer := self._answering(match))]

    def _answering(self, match: re.Match[str]) -> Answer | None:
        """The answer that follows `các đề xuất, kiến nghị …`, from the words that point to the petitions on."""
        plain = self.document.plain
        before = ANSWERED.search(plain, max(0, match.start() - 24), match.start())
        answer = ANSWER.match(plain, match.start()) if before else None
        return Answer(Span(before.start(), answer.end()), Span(*answer.span("who"))) if before and answer else None

    def to(self, part: Span, recipient: str | None) -> Span | None:
        """The words further on by which the recipient answers the petitions; None where the document gives no answer."""
        for answer in self.answers[bisect_left(self.answers, Answer(Span(part.end, part.end), part)) :]:
            if answer.span.start > part.end + ANSWER_REACH:
                break
            body = self.found.first("organisation", answer.who)
            name = str(body.value.canonical) if body else squeezed(self.document.quote(answer.who))
            if recipient and name and (name in recipient or recipient in name):
                return trimmed(self.document, answer.span)
        return self._own_answer(part, recipient)

    def _own_answer(self, part: Span, recipient: str | None) -> Span | None:
        """The later sentence in which the recipient agrees to this very request, in most of its words."""
        plain = self.document.plain
        asked = set(plain[part.start : part.end].lower().split())
        for start in self.agreed[bisect_left(self.agreed, part.end) : bisect_left(self.agreed, part.end + ANSWER_REACH)]:
            sentence = sentence_with(self.document, Span(start, start + 1))
            bodies = self.found.within("organisation", Span(sentence.start, start))
            said = set(plain[start : sentence.end].lower().replace(",", "").replace(".", "").split())
            if len(asked & said) >= SAME_WORDS * len(asked) and any(str(body.value.canonical) == recipient for body in bodies):
                return trimmed(self.document, sentence)
        return None
