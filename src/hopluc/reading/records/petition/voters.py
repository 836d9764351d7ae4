"""What voters ask (kiến nghị của cử tri): told in a sentence, as a list, or under a line that ends on a colon, with what answers it below."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.page.clauses import pieces, trimmed
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.own_sides import asked_issuer
from hopluc.reading.records.times_said import UPPER

_PEOPLE = cues("Cử tri", "cử tri", "Người dân", "Nhân dân", "Bà con", ", người dân", ", nhân dân", ", bà con")
# `Cử tri ấp 3, xã A`: where they live.
_WHERE = rf"(?:,? (?:ấp|tổ|xóm|thôn|bản|khu phố|khóm|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu) (?:\d+|[{UPPER}][^\W\d]*(?: [{UPPER}][^\W\d]*)*))*"
_VOTERS = Pattern(
    rf"(?:, (?=[nb]))?(?P<who>(?:[Cc]ử tri|[Nn]gười dân|[Nn]hân dân|[Bb]à con)(?: \d+ (?:xã|phường|thôn|xóm|ấp|tổ|hộ))?(?: (?!và|đã|có|cũng|kiến|đề|phản|hỏi|yêu|mong|xin|Phản|Đề|Kiến)[^\W\d]+){{0,8}}?{_WHERE}),?"
    r"(?:: ?[“\"]?(?:\([^()\n]{1,20}\) )?)?(?: (?:đã|cũng|tiếp tục|có ý kiến|có|[Pp]hản ánh và))* ?"
    r"(?:[Kk]iến nghị|[Đđ]ề nghị|đề xuất|phản ánh|yêu cầu|mong muốn|mong|xin|(?=hỏi ))"
    r"(?::\s*[“\"](?=[^“”\"\n]+[“”\"])|:\s+|\s?)(?:về (?:việc )?|việc )?(?P<text>(?:(?<=[“\"])[^“”\"\n]{8,400}(?=[“”\"])|[^.;\n]{8,320}))"
)
# `… với đại biểu HĐND tỉnh một số vấn đề như: sửa đường; nâng trạm bơm`: a list of requests.
_LISTS = Pattern(
    r"(?:với (?P<whom>[^:;.\n]{3,60}?) )?(?:một số|các|những|nhiều|\d+) (?:vấn đề|nội dung|kiến nghị|ý kiến)[^:.;\n]{0,40}:\s+"
)
# Whom voters ask where no name is said.
_WHOM = Pattern(
    r"(?P<whom>(?:các )?(?:ngành|cơ quan|đơn vị|sở, ngành)(?: (?:chức năng|liên quan|có thẩm quyền|quản lý|có liên quan))+|(?:các )?cấp có thẩm quyền|cấp trên|chính quyền(?: địa phương| các cấp)?|Nhà nước|Trung ương|(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)(?= (?:quan tâm|xem xét|sớm|có|đầu tư|hỗ trợ|bố trí|chỉ đạo|cho|nâng|sửa|tăng|cần|tiếp tục|xây|mở|giải|phân|miễn|giảm|cấp|ban hành|nghiên cứu|tháo gỡ|xử lý|rà soát)))\s(?=\w)"
)
_REPLY = Pattern(
    r"\s*(?:-\s)?(?:(?:Trả lời(?! (?:ý kiến,? )?kiến nghị của)|TRẢ LỜI|Ý kiến trả lời|Kết quả giải quyết|Về vấn đề này|Giải trình)\b[^:,\n]{0,60}[:,]|[^\W\d][^.:;|\n]{2,60}?\b(?:trả lời|phúc đáp|giải trình)\b[^.:\n]{0,40}:)(?:\s|$)"
)
_STANDS = Pattern(r"(?:Tình trạng|Kết quả|Trạng thái)\s?:\s(?P<answer>[^.;\n]{6,160})")
_REST = r"(?:[^.;,\n]|(?<=\d)[.,](?=\d)){0,120}"
ANSWER = Pattern(
    r"(?:\b(?:đã (?:giao|chuyển|chỉ đạo|yêu cầu|bố trí|lắp|làm|hoàn thành|giải quyết|có văn bản|phê duyệt|cấp|đồng ý|thống nhất)|sẽ |đồng ý|chấp thuận|ghi nhận"
    rf"|không thuộc thẩm quyền|chưa (?:có|thể|bố trí|đủ)|đang )){_REST}|\bgiao (?=[{UPPER}])[^.;\n]{{0,240}}"
)
# How things stand answers only where nothing says what is done.
_STATE = Pattern(rf"\b(?:đã được |tiếp thu){_REST}")
# `3. Trả lời kiến nghị của cử tri xã A đề nghị: “…”`: the name of an answer tells what was asked
_ANSWERED_ITEM = Pattern(r"\W*(?:\d{1,3}[.)] ?)?(?:Trả lời|Giải quyết|Về) (?:ý kiến,? )?kiến nghị của $")
_ANSWERS_TITLE = Pattern(r"(?:trả lời|giải trình|giải quyết)[^\n]{0,60}\bcử tri\b", re.IGNORECASE)
_TOP = 600
_BESIDE = 40
_BELOW = 4


class Request(NamedTuple):
    """The words of a request, who makes it and whom it is made to, and what answers it."""

    text: Span
    sender: str | None
    recipient: str | None
    answer: Span | None
    start: int


def of_voters(document: Document, found: Found) -> Iterator[Request]:
    """What voters are told to ask, each with the answer that the paragraphs below give."""
    for said in cued(document, _PEOPLE, _VOTERS):
        if not _is_named(document, found, said):
            yield from _requests(document, found, said)


def _is_named(document: Document, found: Found, said: re.Match[str]) -> bool:
    """Whether the word for people is part of a name or only says whose something is: `Ủy ban Nhân dân`, `kiến nghị của cử tri`."""
    plain, start = document.plain, said.start("who")
    near = found.within("organisation", Span(max(0, start - _BESIDE), start + _BESIDE))
    if any(fact.span.contains(Span(start, start + 1)) for fact in near) or plain[start - 1 : start].isalnum():
        return True
    if _ANSWERED_ITEM.match(plain, plain.rfind("\n", 0, start) + 1, start):
        return False
    return plain.endswith(("kiến nghị của ", "ý kiến ", "Ý kiến ", "của "), 0, start)


def _requests(document: Document, found: Found, said: re.Match[str]) -> Iterator[Request]:
    plain = document.plain
    who, whole = squeezed(document.text[slice(*said.span("who"))]), Span(*said.span("text"))
    answer = _answer_below(document, whole.end)
    listed = _LISTS.match(plain, whole.start, whole.end)
    if listed is not None:
        recipient = squeezed(listed["whom"]) if listed["whom"] else asked_issuer(document, found)
        stop = layout(document).sentence_at(said.start()).end
        for part in pieces(document, Span(listed.end(), max(stop, listed.end()))):
            yield Request(part, who, recipient, answer, part.start)
        return
    asked = next((fact for fact in found.within("organisation", whole) if fact.span.start <= whole.start + 1), None)
    named = _WHOM.match(plain, whole.start, whole.end) if asked is None else None
    recipient = str(asked.value.canonical) if asked else squeezed(named["whom"]) if named else asked_issuer(document, found)
    begin = asked.span.end if asked else named.end() if named else whole.start
    yield Request(trimmed(document, Span(begin, whole.end)), who, recipient, answer, said.start("who"))


def _answer_below(document: Document, offset: int) -> Span | None:
    """What answers a request that ends at `offset`: its state, or the clause of the answer in a paragraph below."""
    parts = layout(document)
    place = parts.at(max(0, offset - 1))
    if place is None:
        return None
    below = parts.blocks[place + 1 : place + 1 + _BELOW]
    bare = document.view(_tells_answers) and not any(_REPLY.match(document.plain, *block.body) for block in below)
    replied, state = bare, None
    for block in below:
        stands = _STANDS.match(document.plain, block.body.start, block.body.end)
        if stands is not None:
            return Span(*stands.span("answer"))
        reply = _REPLY.match(document.plain, block.body.start, block.body.end)
        if reply is None and (not replied or (bare and _VOTERS.search(document.plain, *block.body))):
            break
        begin = reply.end() if reply else block.body.start
        answer = ANSWER.search(document.plain, begin, block.body.end)
        if answer is not None:
            return trimmed(document, Span(*answer.span()))
        state = state or _STATE.search(document.plain, begin, block.body.end)
        replied = True
    return Span(*state.span()) if state else None


def _tells_answers(document: Document) -> bool:
    """Whether the page is titled as answers to voters, so that what stands below a request answers it without a label."""
    return _ANSWERS_TITLE.search(document.plain, 0, _TOP) is not None


def answer_in(document: Document, span: Span) -> Span | None:
    """The words within `span` that say what is done about a request, else how things stand."""
    said = ANSWER.search(document.plain, *span) or _STATE.search(document.plain, *span)
    return Span(*said.span()) if said else None
