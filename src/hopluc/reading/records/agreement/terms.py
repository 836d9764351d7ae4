"""What an agreement holds beside its sides and its term: the contents listed for it, and its focal points."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Protocol

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.naming import lexicon
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern


class Stated(Protocol):
    """A place in the text that tells of an agreement."""

    @property
    def evidence(self) -> Span: ...


_LISTED = Pattern(
    r"(?:(?:bao gồm|gồm|tập trung vào|với|theo|trên|thống nhất)\s+)?(?:(?:các|những|nhiều|\d{1,2}|một số)\s+)*"
    r"(?:nội dung|lĩnh vực|vấn đề|mặt|nhóm nhiệm vụ|(?<=\d )nhiệm vụ)(?:[^.;:]{0,110}):\s*",
    re.IGNORECASE,
)
_LISTED_WORDS = ("noi dung", "linh vuc", "van de", "mat", "nhiem vu")
# `hợp tác trong các lĩnh vực đào tạo, nghiên cứu khoa học, chuyển giao công nghệ`: fields told without a colon
_FIELDS = Pattern(
    r"(?:hợp tác|phối hợp|ký kết|ghi nhớ|thỏa thuận)[^.;:\n]{0,80}? (?:trong|trên|ở|về)(?: (?:các|những|nhiều|một số|\d{1,2}))? (?:lĩnh vực|mặt)(?: như| gồm| là)? "
    r"(?P<list>[^.;:()\n]{3,60}?, [^.;:()\n]{3,200}?)(?=[.;:(\n]|$|, (?:nhằm|góp phần|qua đó|trong đó|đồng thời|hướng|với|theo|giai đoạn|có)\b| (?:giai đoạn|nhằm|để|giữa|trong thời gian|từ năm|theo hình thức|với mục tiêu|góp phần)\b| với (?-i:[A-ZĐ]))",
    re.IGNORECASE,
)
_ASKED = Pattern(r"\b(?:đề nghị|kiến nghị|báo cáo|gửi|yêu cầu)\b", re.IGNORECASE)
_MEMBERS = Pattern(r"\s*(?:;|,(?!\d))\s*")
_SEMICOLONS = Pattern(r"\s*;\s*")
_FOCAL = Pattern(
    r"[^.;]{0,220}?\b(?:làm|là) (?:(?:cơ quan|đơn vị|bộ phận) )?(?:thường trực, |phụ trách, )?đầu mối(?:, thường trực)?",
    re.IGNORECASE,
)
_FOCAL_WORD = "đầu mối"
_FIELD_WORD = "linh vuc"
_FEWEST_FIELDS = 3
_TWO_WORDS = 2
_REACH = 4
_MOST = 30


def contents_after(document: Document, group: Sequence[Stated], starts: list[int]) -> tuple[tuple[str, ...], Span | None]:
    """The contents an agreement is said to have, and the words that list them; empty where none are listed."""
    for saying in group:
        for span in _following(document, saying.evidence, starts):
            opened = _opened(document, span)
            listed = listed_in(document, span) if opened is not None else ()
            if opened is not None and listed:
                return listed, Span(opened, min(span.end, opened + 480))
    return _fields_of(document, group, starts)


def _fields_of(document: Document, group: Sequence[Stated], starts: list[int]) -> tuple[tuple[str, ...], Span | None]:
    """The fields told of an agreement in a row without a colon, three or more, and where; empty where none are."""
    for saying in group:
        for span in _following(document, saying.evidence, starts):
            if _FIELD_WORD not in document.folded[span.start : span.end]:
                continue
            told = _FIELDS.search(document.plain, span.start, span.end)
            listed = _in_row(" ".join(document.text[slice(*told.span("list"))].split())) if told is not None else ()
            if told is not None and len(listed) >= _FEWEST_FIELDS:
                return listed, Span(told.start(), told.end("list"))
    return (), None


def _in_row(words: str) -> tuple[str, ...]:
    """The members of a row, the last two divided by `và` where that joins no one field: `đào tạo, tư vấn và chuyển giao công nghệ`."""
    *first, last = words.split(", ")
    one, joint, other = last.partition(" và ")
    divided = joint and f"{one} và {other}".casefold() not in lexicon.domain_words() and " và " not in other
    return (
        *first,
        *((one, other) if divided and one.count(" ") + other.count(" ") >= _TWO_WORDS else (last.removeprefix("và "),)),
    )


def _opened(document: Document, span: Span) -> int | None:
    """Where the words stand that open a list of contents in `span`; None where none do, or they ask for a report."""
    folded = document.folded[span.start : span.end]
    if ":" not in folded or not any(map(folded.__contains__, _LISTED_WORDS)):
        return None
    opened = _LISTED.search(document.plain, span.start, span.end)
    if opened is None or _ASKED.search(document.plain, span.start, opened.end()):
        return None
    return opened.start()


def listed_in(document: Document, span: Span) -> tuple[str, ...]:
    """The contents that the words at `span` list after their colon, or in the items under them; empty for fewer than two."""
    opened = _LISTED.search(document.plain, span.start, span.end)
    if opened is None:
        return ()
    listed = _split(document, Span(opened.end(), span.end)) or _items_under(document, span)
    return listed if len(listed) >= 2 else ()


def focal_points_after(
    document: Document, found: Found, group: Sequence[Stated], starts: list[int]
) -> tuple[tuple[str, ...], Span | None]:
    """The bodies named as focal points for an agreement, and the words that name them."""
    for saying in group:
        for span in _following(document, saying.evidence, starts):
            names, named = focal_points_in(document, found, span)
            if named is not None:
                return names, named
    return (), None


def focal_points_in(document: Document, found: Found, span: Span) -> tuple[tuple[str, ...], Span | None]:
    """The bodies that the words at `span` make focal points, and where; a unit goes with the body it belongs to."""
    at = document.plain.find(_FOCAL_WORD, span.start, span.end)
    while at >= 0:
        sentence = layout(document).sentence_at(at)
        match = _FOCAL.search(document.plain, max(span.start, sentence.start), min(span.end, sentence.end))
        facts = list(found.within("organisation", Span(*match.span()))) if match else []
        if match and facts:
            names = [str(fact.value.canonical or fact.quote) for fact in facts]
            whole = [name for name in names if not any(other.endswith(f", {name}") for other in names)]
            return tuple(dict.fromkeys(whole)), Span(facts[0].span.start, match.end())
        at = document.plain.find(_FOCAL_WORD, max(at, sentence.end) + 1, span.end)
    return (), None


def _following(document: Document, said: Span, starts: list[int]) -> Iterator[Span]:
    """The sentences from an agreement's naming on, as far as they are about it: some blocks, until another is named."""
    known = layout(document)
    place = known.at(said.start)
    if place is None:
        return
    after = bisect_right(starts, said.end)
    stop = starts[after] if after < len(starts) else len(document.text)
    for block in known.blocks[place : place + _REACH]:
        if block.span.start >= stop or (block.kind == "heading" and block.span.start > said.start):
            return
        yield from known.sentences(Span(max(said.start, block.span.start), min(block.span.end, stop)))


def _split(document: Document, span: Span) -> tuple[str, ...]:
    words = document.text[span.start : span.end].rstrip(" .…;\n")
    parts = (_SEMICOLONS if ";" in words else _MEMBERS).split(words)
    if parts and parts[-1].startswith("và "):
        parts[-1] = parts[-1].removeprefix("và ")
    return tuple(" ".join(part.split()).strip(" .…") for part in parts[:_MOST] if part.strip(" .…"))


def _items_under(document: Document, span: Span) -> tuple[str, ...]:
    """The list items that a sentence ending with a colon opens."""
    known = layout(document)
    place = known.at(span.start)
    items = [known.blocks[child].body for child in known.children.get(place, []) if known.blocks[child].kind == "item"]
    return tuple(" ".join(document.quote(item).split()).rstrip(" .;") for item in items[:_MOST])
