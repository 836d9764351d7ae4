"""Petitions (kiến nghị, đề xuất): who asks whom for what, and what is said of the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hopluc.reading.anchors import anchors, automaton
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Record, RecordKind
from hopluc.reading.page.clauses import end_of_body, pieces, sentence_with, trimmed
from hopluc.reading.page.layout import Layout, layout
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.own_sides import other_side
from hopluc.reading.records.petition.addressees import addressed, body_asked, name_of, resolved
from hopluc.reading.records.petition.answers import Answers
from hopluc.reading.records.petition.cases import CASES
from hopluc.reading.records.petition.orders import Orders, is_noun
from hopluc.reading.records.petition.reported import reported_petitions
from hopluc.reading.records.petition.senders import Senders, quoted_end
from hopluc.reading.records.petition.told import told_petitions
from hopluc.reading.records.petition.value import Petition
from hopluc.reading.records.petition.voter_cases import VOTER_CASES
from hopluc.reading.records.petition.words import (
    ABOUT_WHOM,
    AGREEING,
    ALSO_ORDERS,
    AND_ASKS,
    ASK,
    ASKING,
    ASKS_ON,
    AT_ONCE,
    BARE_ASKED,
    BY_WHEN,
    GOES_ON,
    HEADING,
    LETTER_HEAD,
    LIST_LEAD,
    NEXT,
    NO_HEADING,
    NOUN_AFTER,
    ORDERS,
    OWN_PROPOSAL,
    SENT_TO,
    TO_REPORT,
    TO_WHOM,
    TO_WHOM_INLINE,
    TROUBLE,
    VERB,
    VERB_AT_ONCE,
)


@dataclass(frozen=True, slots=True)
class Asking:
    """Words that ask: where they stand, whom they ask (`recipient`, its span and name), and where the request begins."""

    start: int
    recipient: Span | None
    name: str | None
    begin: int


SHORTEST = 12
_LONGEST_BODY = 160
_OPENING = 24  # characters of a verb
_LONGEST_PAPER = len("văn bản số 15000-CV/VPTW ngày 23 tháng 12 năm 2025 gửi đến ")
_FAR = 12  # a sentence that opens with the asking itself goes on with what is asked


@cache
def _finder() -> Any:
    return automaton([*ASKING, *(word.capitalize() for word in ASKING), *AGREEING])


def find_petitions(document: Document, found: Found) -> Iterator[Record]:
    """Requests from prose, from the lists that words such as `kính đề nghị …:` open, and from sections headed `Kiến nghị`."""
    reader = _Petitions(document, found)
    seen: set[int] = set()
    told = list(told_petitions(document, found, [match.end() for match in reader.asks if match.end() < reader.end]))
    told += [record for record in reported_petitions(document, found) if not _is_told(record, told)]
    asked = (record for record in (*reader.asked(), *reader.headed()) if not _is_told(record, told))
    for record in sorted([*asked, *told], key=lambda record: record.evidence):
        begin = max(span.start for name, span in record.parts if name == "text")
        if begin not in seen and record.value.text and not BY_WHEN.match(record.value.text):  # else nothing is asked for
            seen.add(begin)
            yield record


def _is_told(record: Record, told: list[Record]) -> bool:
    """Whether a request is one that the same words tell of with its sender."""
    return any(span.overlaps(other) for _, span in record.parts for known in told for other in known.evidence)


class _Petitions:
    """One document's petitions."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document = document
        self.found = found
        self.layout: Layout = layout(document)
        self.taken: set[int] = set()
        self.end = end_of_body(document)
        cues = list(anchors(_finder(), document.plain))
        orders = Orders(found)
        asks = (match for start, word in cues if word not in AGREEING and (match := ASK.match(document.plain, start)))
        self.asks = [match for match in asks if not orders.hold(match)]
        self.senders = Senders(document, found, self.asks)
        self.answers = Answers(document, found, self.asks, [start for start, word in cues if word in AGREEING])
        self._asking_heads: dict[int, bool] = {}

    def asked(self) -> Iterator[Record]:
        """Petitions from words that ask, each with a recipient."""
        last = -1
        for match in self.asks:
            asking = self._asking(match) if last <= match.start() < self.end else None
            if asking is None:
                continue
            for record in self._records(asking, sentence_with(self.document, Span(*match.span()))):
                last = max(last, *(span.end for name, span in record.parts if name == "text"))
                yield record

    def _asking(self, match: re.Match[str]) -> Asking | None:
        """The words that ask, with whom they ask; None where they ask nobody for anything."""
        if self._asks_nothing(match):
            return None
        plain, sentence = self.document.plain, sentence_with(self.document, Span(*match.span()))
        body = body_asked(self.found, match.end(), sentence.end)
        if match[0].lower() == "xin" and (
            body is None or body.span.start != match.end() + 1 or not AT_ONCE.match(plain, body.span.end)
        ):
            return None
        words = addressed(self.document, self.found, body, Span(match.end(), sentence.end))
        if words is None:
            return self._asking_about(match, sentence) or self._asking_in_writing(match, sentence)
        recipient = trimmed(self.document, words)
        return Asking(match.start(), recipient, name_of(self.document, self.found, recipient, body), words.end)

    def _asks_nothing(self, match: re.Match[str]) -> bool:
        """Whether the words that ask tell of a trouble, are a noun, a name, or the label of others, or ask for a paper of one's own."""
        plain = self.document.plain
        return bool(
            TROUBLE.search(plain, max(0, match.start() - 90), match.start())
            or NOUN_AFTER.match(plain, match.end())
            or is_noun(self.document, self.found, match)
            or self._is_cited(match)
            or (plain[match.end() : match.end() + 1] == ":" and self._asks_again(match))
            or (match[0].lower().startswith("đề xuất") and OWN_PROPOSAL.match(plain, match.end()))
        )

    def _is_cited(self, match: re.Match[str]) -> bool:
        """Whether what asks stands in the name of an act."""
        near = self.found.within("legal_reference", Span(match.start() - 200, match.end() + 200))
        return any(fact.span.start <= match.start() < fact.span.end for fact in near)

    def _asks_again(self, match: re.Match[str]) -> bool:
        """Whether the sentence asks once more behind these words."""
        sentence = sentence_with(self.document, Span(*match.span()))
        return any(match.end() < other.start() < sentence.end for other in self.asks)

    def _asking_about(self, match: re.Match[str], sentence: Span) -> Asking | None:
        """`Đối với Viện A, UBND tỉnh đề nghị xem xét …`: whom the sentence opens with is asked; None where it opens otherwise."""
        plain = self.document.plain
        opened = ABOUT_WHOM.match(plain, sentence.start, match.start())
        body = self.found.first("organisation", Span(opened.end(), match.start())) if opened else None
        if opened is None or body is None or body.span.start != opened.end() or plain[body.span.end : body.span.end + 1] != ",":
            return None
        if VERB.match(plain, match.end() + 1, sentence.end) is None:
            return None
        return Asking(match.start(), body.span, name_of(self.document, self.found, body.span, body), match.end() + 1)

    def _asking_in_writing(self, match: re.Match[str], sentence: Span) -> Asking | None:
        """`Hội A có văn bản gửi Sở B kiến nghị cấp phép …`: whom the paper is sent to is asked."""
        plain = self.document.plain
        bodies = list(self.found.within("organisation", Span(sentence.start, match.start())))
        if not bodies or plain[bodies[-1].span.end : match.start()].strip(" ,") not in ("", "để", "và"):
            return None
        to = bodies[-1].span
        if not SENT_TO.search(plain, max(sentence.start, to.start - _LONGEST_PAPER), to.start):
            return None
        if (
            VERB.match(plain, match.end() + 1, sentence.end) is None
            and DOES.match(plain, match.end() + 1, sentence.end) is None
        ):
            return None
        return Asking(to.start, to, name_of(self.document, self.found, to, bodies[-1]), match.end() + 1)

    def _records(self, asking: Asking, sentence: Span) -> Iterator[Record]:
        plain = self.document.plain
        lead = trimmed(self.document, Span(asking.start, asking.recipient.end if asking.recipient else asking.begin))
        place = self.layout.at(asking.start)
        sender = self.senders.of(sentence, asking.start, headed=self._is_under_petitions(place or 0))
        self.taken.add(-1 if place is None else place)
        under = self.layout.children.get(place, []) if place is not None else []
        items = [child for child in under if self.layout.blocks[child].kind == "item"]
        if place is not None and items and sentence.end >= self.layout.blocks[place].span.end - 1:
            self.taken.update(items)
            if plain[sentence.end - 1] == ":" and plain.find(":", asking.start, sentence.end) == sentence.end - 1:
                lead = Span(lead.start, sentence.end - 1)
            opened = Span(asking.begin, sentence.end)
            if TO_REPORT.search(plain, opened.start, opened.end):
                yield self._record(trimmed(self.document, opened), lead, sender, asking.name)
                return
            for child in items:
                yield self._record(trimmed(self.document, self.layout.blocks[child].body), lead, sender, asking.name)
            return
        said = Span(sentence.start, quoted_end(plain, sentence, asking.begin) or sentence.end)
        for place, part in enumerate(self._requests(asking, said)):
            own = self._opens_with(part) if place else None
            text = trimmed(self.document, Span(own.span.end, part.end)) if own else part
            yield self._record(text, lead, sender, str(own.value.canonical or own.quote) if own else asking.name)

    def _opens_with(self, part: Span) -> Fact | None:
        """The body that a request opens with where its verb follows at once: `…; UBND tỉnh cho sử dụng …`."""
        body = self.found.first("organisation", part)
        opens = body is not None and body.span.start == part.start and AT_ONCE.match(self.document.plain, body.span.end)
        return body if opens else None

    def _requests(self, asking: Asking, sentence: Span) -> list[Span]:
        """The requests of a sentence: what `;` divides, after the words that open the list; or those of the sentence that goes on."""
        plain = self.document.plain
        whole = Span(asking.begin, sentence.end)
        if ";" not in plain[whole.start : whole.end]:
            following = self._following(sentence)
            if following is not None and ";" in plain[following.start : following.end]:
                whole = following
        lead = LIST_LEAD.search(plain, whole.start, whole.end)
        if lead and ";" in plain[lead.end() : whole.end] and ";" not in plain[whole.start : lead.start()]:
            whole = Span(lead.end(), whole.end)
        whole = self._before_other(whole)
        parts = [each for part in pieces(self.document, whole) for each in self._by_body(part)]
        orders = asking.start - sentence.start > _FAR
        other = next(
            (
                place
                for place, part in enumerate(parts)
                if place and (NEXT.match(plain, part.start) or (orders and self._is_ordered(part)))
            ),
            len(parts),
        )
        parts = [self._behind_asking(part) for part in parts[:other]]
        return [part for part in parts if part.end - part.start >= SHORTEST]

    def _behind_asking(self, part: Span) -> Span:
        """A request without the words that ask for it once more: `đồng thời, đề nghị rà soát …`."""
        again = ASKS_ON.match(self.document.plain, part.start, part.end)
        return Span(again.end(), part.end) if again else part

    def _is_ordered(self, part: Span) -> bool:
        """Whether who asks goes on to order: `Chủ tịch đề nghị A …; giao B …`."""
        gives = ORDERS.match(self.document.plain, part.start, part.end)
        body = self.found.first("organisation", Span(gives.end(), part.end)) if gives else None
        return bool(gives and body and body.span.start == gives.end())

    def _by_body(self, part: Span) -> Iterator[Span]:
        """A request, divided where `và` and another body with its verb follow: `… bổ sung 15 điều dưỡng và UBND tỉnh cho sử dụng …`."""
        plain, begin = self.document.plain, part.start
        for body in self.found.within("organisation", part):
            joined = plain.endswith((" và ", ", "), begin, body.span.start) and body.span.start - begin > SHORTEST
            if joined and VERB_AT_ONCE.match(plain, body.span.end, part.end):
                yield trimmed(self.document, Span(begin, body.span.start - len(" và")))
                begin = body.span.start
        yield Span(begin, part.end)

    def _before_other(self, whole: Span) -> Span:
        """A request up to where another body is asked, or told: `… và kiến nghị Sở A …`, `…, đồng thời giao Sở B …`."""
        for pattern in (AND_ASKS, ALSO_ORDERS):
            also = pattern.search(self.document.plain, whole.start, whole.end)
            follows = also and next(iter(self.found.within("organisation", Span(also.end(), also.end() + _LONGEST_BODY))), None)
            if also and follows is not None and follows.span.start == also.end():
                whole = Span(whole.start, also.start())
        return whole

    def _following(self, sentence: Span) -> Span | None:
        """The next sentence, when it goes on with the list (`Trong đó, …`), from after those words."""
        plain = self.document.plain
        goes_on = GOES_ON.match(plain, min(sentence.end + 1, len(plain)))
        return Span(goes_on.end(), self.layout.sentence_at(goes_on.end()).end) if goes_on else None

    def headed(self) -> Iterator[Record]:
        """The items of a section headed `Kiến nghị` or `Đề xuất, kiến nghị`, each to whom its own words or its head say."""
        recipient: str | None = None
        for place, block in enumerate(self.layout.blocks):
            if block.kind in ("heading", "cell") or block.span.start >= self.end:
                recipient = None if block.kind == "heading" else recipient
                continue
            if place in self.taken or not self._is_under_petitions(place):
                continue
            words = self.document.plain[block.body.start : block.body.end]
            to = TO_WHOM.match(words)
            if to and len(words) < 120:
                recipient = self._canonical(Span(block.body.start + to.start("who"), block.body.start + to.end("who")))
            elif (
                (block.kind == "item" and not self.layout.children.get(place))
                or ASK.match(words)
                or self._is_asked_above(place)
            ):
                yield from self._headed(place, recipient)

    def _is_asked_above(self, place: int) -> bool:
        """Whether a paragraph opens with a verb right under a line that says no more than whom it asks: `2. Với Bộ A`."""
        block = self.layout.blocks[place]
        if block.kind != "paragraph" or block.parent is None or block.parent != place - 1:
            return False
        above = self.layout.blocks[block.parent].body
        opening = self.document.plain[block.body.start : block.body.start + _OPENING]
        asked = TO_WHOM.match(self.document.plain[above.start : above.end])
        return asked is not None and VERB.match(opening[:1].lower() + opening[1:]) is not None

    def _is_under_petitions(self, place: int) -> bool:
        parent = self.layout.blocks[place].parent
        if parent is None:
            return False
        if parent not in self._asking_heads:
            block = self.layout.blocks[parent]
            if self.document.plain.startswith(LETTER_HEAD, block.body.start):
                self._asking_heads[parent] = False
                return False
            asks = block.kind == "heading" and self._asks(block.body)
            self._asking_heads[parent] = asks or self._is_under_petitions(parent)
        return self._asking_heads[parent]

    def _headed(self, place: int, recipient: str | None) -> Iterator[Record]:
        block = self.layout.blocks[place]
        part = trimmed(self.document, block.body)
        inline, lead = TO_WHOM_INLINE.match(self.document.plain, part.start, part.end), None
        if inline and not inline["who"].startswith("của "):
            recipient = self._canonical(Span(*inline.span("who")))
            part = trimmed(self.document, Span(inline.end(), part.end))
            lead = Span(*inline.span())
        to = self._recipient_above(place) or recipient
        own = self._opens_with(part) if lead is None else None
        if own is not None:  # `- UBND tỉnh giao biên chế …`
            to, lead, part = (
                str(own.value.canonical or own.quote),
                own.span,
                trimmed(self.document, Span(own.span.end, part.end)),
            )
        bare = BARE_ASKED.match(self.document.plain, part.start, part.end) if lead is None else None
        if bare is not None and (whom := resolved(self.found, bare["who"], part)) is not None:  # `- Sở bổ sung …`
            to, lead = whom, Span(*bare.span("who"))
            part = trimmed(self.document, Span(bare.end("who"), part.end))
        for request in list(pieces(self.document, part)) if lead else [part]:
            if request.end - request.start >= SHORTEST:
                yield self._record(request, lead, self.senders.author(), to)

    def _asks(self, head: Span) -> bool:
        words = self.document.plain[head.start : head.end]
        return bool(HEADING.search(words)) and not NO_HEADING.search(words)

    def _recipient_above(self, place: int) -> str | None:
        for block in self.layout.above(place):
            words = self.document.plain[block.body.start : block.body.end]
            to = TO_WHOM.match(words)
            if to and not HEADING.fullmatch(to["who"].strip()):
                return self._canonical(Span(block.body.start + to.start("who"), block.body.start + to.end("who")))
        return None

    def _canonical(self, span: Span) -> str | None:
        if self.document.plain.startswith("của ", span.start):  # `Kiến nghị của tỉnh` says who asks
            return other_side(self.document, self.found, Span(span.start + len("của "), span.end))
        body = self.found.first("organisation", span)
        if body is not None and body.span.end - body.span.start >= (span.end - span.start) - 4 and body.value.canonical:
            return str(body.value.canonical)
        return squeezed(self.document.quote(span))

    def _record(self, part: Span, lead: Span | None, sender: str | None, recipient: str | None) -> Record:
        answer = self.answers.to(part, recipient)
        evidence = sorted({span for span in (lead, part, answer) if span is not None and span.end > span.start})
        status = squeezed(self.document.quote(answer)) if answer else None
        value = Petition(squeezed(self.document.quote(part)), sender, recipient, status)
        return Record("petition", value, tuple(evidence), parts=(("text", part),))


KIND = RecordKind("petition", "kiến nghị", find_petitions, (*CASES, *VOTER_CASES))
