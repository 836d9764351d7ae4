"""Petitions that are told of (kiến nghị được nhắc lại): `Kiến nghị của A về …: đồng ý`, `Xét kiến nghị của A …, B đồng ý`."""

import re
from collections.abc import Iterator

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record
from hopluc.reading.page.clauses import trimmed
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.own_sides import asked_issuer
from hopluc.reading.records.petition.value import Petition

# Right behind the noun stands who asks; then what for, up to a stop.
_OF = " của "
_REACH = 160
_ABOUT = Pattern(
    r"\s*(?:về việc|về|xin|được|cho phép|(?=cho |hỗ trợ |bố trí |bổ sung |sửa đổi ))\s*(?P<text>(?:[^.;:,\n]|(?<=\d)[.,](?=\d)){8,200})(?P<stop>[:,.;]|$)"
)
# What is told of an act that carries the request, or of all of them, is no request of its own.
_CARRIED = Pattern(r"(?:tại |theo |trong )?(?:tình hình|kết quả|Tờ trình|Công văn|tờ trình|công văn|văn bản|Báo cáo)\b")
_ANSWER = Pattern(
    r"\b(?:đồng ý|nhất trí|thống nhất|chấp thuận|tiếp thu|ghi nhận|chưa xem xét|xem xét|chưa đồng ý|không đồng ý|giao|sẽ)\b",
    re.IGNORECASE,
)


def told_petitions(document: Document, found: Found, starts: list[int]) -> Iterator[Record]:
    """A request for each noun at `starts` (`kiến nghị`, `đề nghị`, `đề xuất`) that is followed by who asks and what for."""
    plain = document.plain
    for end in starts:
        if not plain.startswith(_OF, end):
            continue
        near = found.within("organisation", Span(end, end + _REACH))
        asker = next((fact for fact in near if fact.span.start == end + len(_OF)), None)
        if asker is None:
            continue
        sentence = layout(document).sentence_at(end)
        asked = _ABOUT.match(plain, asker.span.end, sentence.end)
        if asked is None or _CARRIED.match(asked["text"]):
            continue
        text = trimmed(document, Span(*asked.span("text")))
        answer = _answer(document, Span(asked.end(), sentence.end))
        status = squeezed(document.quote(answer)) if answer else None
        value = Petition(
            squeezed(document.quote(text)), str(asker.value.canonical or asker.quote), _author(document, found), status
        )
        evidence = [Span(asker.span.start, text.end), *([answer] if answer else [])]
        yield Record("petition", value, tuple(evidence), parts=(("text", text),))


def _answer(document: Document, span: Span) -> Span | None:
    rest = trimmed(document, span)
    return rest if rest.start < rest.end and _ANSWER.search(document.plain, rest.start, rest.end) else None


def _author(document: Document, found: Found) -> str | None:
    """Whose document it is: requests told of in it are made to it."""
    return asked_issuer(document, found)
