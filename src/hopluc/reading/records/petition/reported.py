"""Petitions that a paper reports (kiến nghị được thuật lại): what voters ask, items headed by a request, and what speakers ask in minutes."""

import re
from collections.abc import Iterator

from hopluc.reading.cues import cued, cues, ends, stands
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record
from hopluc.reading.page.clauses import trimmed
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.own_sides import asked_issuer
from hopluc.reading.records.petition.value import Petition
from hopluc.reading.records.petition.voters import Request, answer_in, of_voters

# `Kiến nghị xây thêm trường: UBND thành phố đã giao …`, `Về kiến nghị lắp đèn đường: đã lắp 42 bóng`.
_HEADED = Pattern(
    r"(?:Về )?(?:[Kk]iến nghị|[Đđ]ề nghị|[Ýý] kiến)(?: về(?: việc)?| việc)? (?P<text>[^\W\d][^.:;\n]{6,160}?)\s?: (?=\S)"
)
_ITEM = Pattern(r"(?:Về kiến nghị|Kiến nghị|Đề nghị|Về đề nghị|Ý kiến|Về ý kiến) ")
# `Bà A, Phó Giám đốc Sở …: trường xin giao lại 1 đề tài`.
_SPEAKER = Pattern(
    r"(?:(?:Ông|Bà|Đồng chí|Đ/c|TS\.|PGS\.|GS\.|ThS\.|BS\.|KS\.|Đại diện)[^:\n]{4,160}):\s(?:[^.;:\n]{0,160}?[,;]\s)?(?:[^\W\d]+ ){0,3}?"
    r"(?:đề nghị|kiến nghị|đề xuất|xin|mong|yêu cầu)\s(?P<text>[^\W\d](?:[^.;\n]|(?<=\d)\.(?=\d)){8,200})"
)
_SPEAKERS = cues(": đề nghị ", ": kiến nghị ", ": đề xuất ", " xin ", "; đề nghị ", ", đề nghị ")
# `Sở A đề nghị miễn phí …, UBND tỉnh chưa chấp thuận`: who asks stands before, who answers behind.
_ASKED = cues("đề nghị ", "kiến nghị ", "đề xuất ", "xin ")
_ANSWERED = Pattern(
    r"(?:đề nghị|kiến nghị|đề xuất|xin) (?P<text>[^\W\dA-ZĐ](?:[^.;:,\n]|(?<=\d)[.,](?=\d)){6,160}?)(?:[,;]|,? nhưng) (?P<answer>[^.;:,\n]{2,60}? (?:đã |chưa |không |vẫn chưa |cơ bản )*(?:chấp thuận|đồng ý|nhất trí|thống nhất|giải quyết)\b[^.;,\n]{0,60})"
)
_CHAIR = Pattern(
    r"[.;]\s(?:Chủ tọa|Chủ trì|Đại diện [^:.\n]{3,60}?|[^\W\d][^.:\n]{3,60}?)(?: trả lời| kết luận)?: (?P<answer>[^.;,\n]{3,120})"
)
_VOTERS_TITLE = Pattern(r"(?i:cử tri)")
_TOP, _BEFORE = 1_500, 6
_TITLED = 40
# `Để hoàn thành nhiệm vụ, Hội đề xuất:` over items that each open with whom they ask.
_OPENS_LIST = Pattern(
    r"\b(?:kính đề nghị|đề nghị|kiến nghị|đề xuất)(?:,? (?:kiến nghị|đề xuất))?(?: (?:một số|các|những) (?:nội dung|vấn đề|việc)| như| với các cấp)?(?: sau(?: đây)?)?\s?:\s*$",
    re.IGNORECASE,
)
_DOES = Pattern(r"(?: \([^()\n]{1,40}\))?:? (?!(?:và|cùng|với|là|của|đã|về|tại|có)\b)[a-zđà-ỹ]")
# `Riêng kiến nghị cấp trụ sở …, UBND tỉnh đã trả lời sẽ xem xét`: what was asked, then who answers.
_RESUMED = Pattern(
    r"(?:Riêng|Về|Đối với|Với) (?:kiến nghị|đề nghị|đề xuất)(?: về)?(?: việc)? (?P<text>[^\W\dA-ZĐ][^.:;\n]{6,160}?), (?=[^\W\d_])"
)
_RESUMES = cues("kiến nghị ", "đề nghị ", "đề xuất ")
_REPLIES = Pattern(
    r" (?:(?:đã|cơ bản|sẽ|cũng|hoàn toàn) )*(?:trả lời|đồng ý|nhất trí|thống nhất|chấp thuận|ghi nhận|tiếp thu|xem xét|giao|ủng hộ)\b[^.;\n]{0,100}"
)


def reported_petitions(document: Document, found: Found) -> Iterator[Record]:
    """Requests told with their own words for who asks: voters, the heads of items, speakers, and bodies whose asking is answered."""
    last = -1
    requests = [
        *of_voters(document, found),
        *_of_items(document, found),
        *_of_speakers(document, found),
        *_answered(document, found),
        *_listed(document, found),
        *_resumed(document, found),
    ]
    for request in sorted(requests, key=lambda one: (one.text.start, -one.text.end)):
        if request.text.start >= last:
            last = request.text.end
            yield _record(document, request)


def _of_items(document: Document, found: Found) -> Iterator[Request]:
    plain = document.plain
    voters = "Cử tri" if _VOTERS_TITLE.search(plain, 0, _TOP) else None
    for block in layout(document).blocks:
        if block.kind == "cell" or not _ITEM.match(plain, block.body.start):
            continue
        said = _HEADED.match(plain, block.body.start, block.body.end)
        if said is None or any(
            fact.span.start - said.start("text") <= 1 for fact in found.within("organisation", Span(*said.span("text")))
        ):
            continue  # `Đề nghị UBND tỉnh: …`: whom the item asks
        yield Request(
            trimmed(document, Span(*said.span("text"))),
            voters,
            asked_issuer(document, found),
            answer_in(document, Span(said.end(), block.body.end)),
            said.start(),
        )


def _of_speakers(document: Document, found: Found) -> Iterator[Request]:
    plain = document.plain
    for block in layout(document).blocks:
        if block.kind == "cell" or not stands(document, _SPEAKERS, *block.span):
            continue
        said = _SPEAKER.match(plain, block.body.start, block.body.end)
        if said is None:
            continue
        named = list(found.within("organisation", Span(said.start(), plain.find(":", said.start()))))
        asked = next(
            (fact for fact in found.within("organisation", Span(*said.span("text"))) if fact.span.start == said.start("text")),
            None,
        )
        if not named:
            continue
        text = Span(said.start("text") if asked is None else asked.span.end, said.end("text"))
        reply = _CHAIR.match(plain, said.end(), block.body.end)
        yield Request(
            trimmed(document, text),
            str(named[-1].value.canonical or named[-1].quote),
            str(asked.value.canonical) if asked else asked_issuer(document, found),
            Span(*reply.span("answer")) if reply else None,
            said.start("text"),
        )


def _answered(document: Document, found: Found) -> Iterator[Request]:
    for said in cued(document, _ASKED, _ANSWERED):
        low = max(0, said.start() - 160)
        asker = next(
            (fact for fact in found.within("organisation", Span(low, said.start())) if said.start() - fact.span.end <= _BEFORE),
            None,
        )
        answerer = found.first("organisation", Span(*said.span("answer")))
        if asker is None or answerer is None or answerer.span.start != said.start("answer"):
            continue
        yield Request(
            Span(*said.span("text")),
            str(asker.value.canonical or asker.quote),
            str(answerer.value.canonical or answerer.quote),
            Span(*said.span("answer")),
            asker.span.start,
        )


def _listed(document: Document, found: Found) -> Iterator[Request]:
    """The items under a line that asks and says no recipient, each of which opens with its own."""
    plain, parts = document.plain, layout(document)
    for place, block in enumerate(parts.blocks):
        if block.kind in ("cell", "heading") or plain[block.body.end - 1] not in ": \n\t":
            continue
        opens = _OPENS_LIST.search(plain, max(block.body.start, block.body.end - _OPENING), block.body.end)
        if opens is None:
            continue
        askers = list(found.within("organisation", Span(block.body.start, opens.start())))
        sender = str(askers[-1].value.canonical or askers[-1].quote) if askers else asked_issuer(document, found)
        for child in parts.children.get(place, ()):
            body = parts.blocks[child].body
            asked = found.first("organisation", body)
            if asked is None or asked.span.start > body.start + 1 or _DOES.match(plain, asked.span.end) is None:
                continue
            text = trimmed(document, Span(asked.span.end, body.end))
            yield Request(text, sender, str(asked.value.canonical or asked.quote), None, body.start)


_OPENING = 120


def _resumed(document: Document, found: Found) -> Iterator[Request]:
    plain = document.plain
    for start, _ in ends(document, _RESUMES):
        said = next((match for low in _LOWS if (match := _RESUMED.match(plain, max(0, start - low)))), None)
        answerer = found.first("organisation", Span(said.end(), said.end() + _TITLED)) if said else None
        if said is None or answerer is None or answerer.span.start != said.end():
            continue
        reply = _REPLIES.match(plain, answerer.span.end)
        if reply is not None:
            yield Request(
                trimmed(document, Span(*said.span("text"))),
                asked_issuer(document, found),
                str(answerer.value.canonical or answerer.quote),
                Span(answerer.span.start, reply.end()),
                said.start(),
            )


_LOWS = (len("Riêng "), len("Về "), len("Đối với "), len("Với "))


def _record(document: Document, request: Request) -> Record:
    status = squeezed(document.quote(request.answer)) if request.answer else None
    value = Petition(squeezed(document.quote(request.text)), request.sender, request.recipient, status)
    evidence = [Span(request.start, request.text.end), *([request.answer] if request.answer else [])]
    return Record("petition", value, tuple(evidence), parts=(("text", request.text),))
