"""Legal bases (căn cứ): the acts a document rests on, each line or list item of them, each act of a line that names several."""

from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.document import Document, Span, words_end
from hopluc.reading.facts import Fact, Found, Record, RecordKind, Value
from hopluc.reading.mentions.citations import Citation
from hopluc.reading.page.layout import Block, layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.legal_basis_cases import CASES


@dataclass(frozen=True, slots=True)
class LegalBasis(Value):
    """A document a programme or report rests on (căn cứ): its number, its date, and what is said of it as written.

    `provisions` are the articles it rests on; `standing` what the line says another act did to it (`được thay thế bởi …`).
    """

    text: str
    number: str | None = None
    date: str | None = None
    provisions: str | None = None
    standing: str | None = None


_OF_WHAT = r"(?: phap ly)?(?: (?:de )?(?:lap|xay dung|ban hanh|thuc hien|trien khai|soan thao|de xuat)(?: [^:;.]{0,80})?)?"
_HEADING = Pattern(rf"(?:(?:cac |nhung )?(?:can cu|co so){_OF_WHAT}|.*\bcan cu phap ly)[ :.]*$")
_LISTED = Pattern(rf"(?:cac |nhung )?(?:can cu|co so){_OF_WHAT} ?[:.]? - ")  # with its list on the same line
_ITEM = Pattern(r"[;.] ?- ")
# How a line of bases begins; decrees of the first years say `Chiểu`. Of a paper on one line each begins behind the semicolon.
_OPENED = Pattern(r"(?:Căn cứ|CĂN CỨ|Chiểu)(?: vào| theo)?:?\s+(?!(?i:pháp lý)(?!\w))(?=\S)")
_WITHIN = Pattern(r"(?:(?<=[^\s.!?:-] )|(?<=[;,]))(?:Căn cứ|Chiểu)(?: vào| theo)?:?\s+(?=\S)")
_NEXT = Pattern(r"(?:[;.,] ?| )(?:Căn cứ|Chiểu|Xét|Theo (?:đề nghị|thỏa thuận|ý kiến)|Sau khi|QUYẾT (?:ĐỊNH|NGHỊ))(?!\w)")
_STOP = Pattern(r"[;,]\s+(?=\S)")
_ACTS = Pattern(
    r"\s(?:đã\s|sẽ\s|vừa\s|kính\s|trân trọng\s|phối hợp|chủ trì|tổ chức|ban hành|xây dựng|triển khai|báo cáo|đề nghị|yêu cầu|thông báo|hướng dẫn|công bố|mời|giao|trình)"
)
# What stands between two acts of one line.
_AND = Pattern(
    r"(?:\s(?:do|được)\s[^;,]{3,60}\s(?:ban hành|thông qua|công bố)\sngày\s[^;,]{6,24})?\s{0,2}(?:[;,]|và|, và|; và)\s{1,3}(?:các\s)?"
)
_LONGEST_LINE = 700
_LONGEST_PAPER = 12_000


def find_legal_bases(document: Document, found: Found) -> Iterator[Record]:
    """Each line that begins with `Căn cứ`, and each item of a list of legal bases; of several acts in a line, each."""
    for block in layout(document).blocks:
        if block.kind == "cell" or block.body.end - block.body.start > _LONGEST_PAPER:
            continue
        for span, opened in _lines(document, block, found):
            if span.end - span.start <= _LONGEST_LINE:
                yield from _of_line(document, found, span, opened=opened)


def _lines(document: Document, block: Block, found: Found) -> Iterator[tuple[Span, bool]]:
    """Where a block tells bases, without the word that opens them, and whether there is one."""
    plain, (start, end) = document.plain, block.body
    opened = _OPENED.match(plain, start, end)
    starts = [word.end() for word in (opened, *_WITHIN.finditer(plain, start + 1, end)) if word]
    if not starts and _under_basis(document, block, found):
        yield block.body, False
    if listed := _LISTED.match(document.folded, start, end):
        yield from ((span, False) for span in _items(plain, listed.end(), end) if _begins_with_act(found, span))
        return
    for place, begin in enumerate(starts):
        last = place + 1 == len(starts)
        following = _NEXT.search(plain, begin, end) if not last or place else None
        yield Span(begin, following.start() if following else end), True


def _of_line(document: Document, found: Found, line: Span, *, opened: bool) -> Iterator[Record]:
    facts = list(found.within("legal_reference", line))
    if not facts and not (opened and "Luật" in document.plain[line.start : min(line.start + 12, line.end)]):
        return
    span = _basis(document, found, line)
    bases = _bases(document, [fact for fact in facts if fact.span.end <= span.end])
    for place, fact in enumerate(bases or [None]):
        start = span.start if place == 0 or fact is None else fact.span.start
        end = bases[place + 1].span.start if place + 1 < len(bases) else span.end
        end = words_end(document.plain, start, end, " ;.,\n")
        if place + 1 < len(bases) and document.plain.endswith(" và", start, end):
            end = words_end(document.plain, start, end - len(" và"), " ;.,\n")
        cited = fact.value if fact else Citation(None)
        text = " ".join(document.quote(Span(start, end)).split())
        value = LegalBasis(text, cited.number, cited.date or cited.context_date, cited.provisions, _standing(cited))
        yield Record("legal_basis", value, (Span(start, end),))


def _bases(document: Document, facts: list[Fact]) -> list[Fact]:
    """The acts of a line that it rests on: the first, and each joined to the one before or begun anew behind a semicolon."""
    kept = facts[:1]
    for fact in facts[1:]:
        between = document.plain[kept[-1].span.end : fact.span.start]
        amends = document.quote(fact.span) in (kept[-1].value.related or "")
        if not amends and (_AND.fullmatch(between) or between.rstrip().endswith(";")):
            kept.append(fact)
    return kept


_DONE_TO_IT = ("sửa đổi, bổ sung", "thay thế", "bãi bỏ", "đính chính")


def _standing(cited: Citation) -> str | None:
    """What the words beside the reference say was done to the act."""
    if cited.relation not in _DONE_TO_IT:
        return "hết hiệu lực" if cited.relation == "hết hiệu lực" else None
    if cited.related is None or cited.related.endswith(" này"):
        return None
    by = "" if cited.related.startswith("năm ") else "bởi "
    return f"được {cited.relation} {by}{cited.related}"


def _basis(document: Document, found: Found, span: Span) -> Span:
    """The line without the clause its bases lead to: `…; Sở A báo cáo như sau:`, `…, Sở A tổ chức hội nghị`."""
    announces = document.plain[span.end - 1] == ":"
    for stop in reversed(list(_STOP.finditer(document.plain, span.start, span.end))):
        body = next(
            (fact for fact in found.within("organisation", Span(stop.end(), span.end)) if fact.span.start == stop.end()), None
        )
        acts = body is not None and (announces or stop[0][0] == ";" or _ACTS.match(document.plain, body.span.end) is not None)
        if acts or (announces and stop[0][0] == ";"):
            return Span(span.start, stop.start())
    return span


def _items(plain: str, start: int, end: int) -> Iterator[Span]:
    """The items of a list that stands on one line: `- Luật A; - Nghị định B`."""
    for mark in _ITEM.finditer(plain, start, end):
        yield Span(start, mark.start())
        start = mark.end()
    yield Span(start, end)


def _begins_with_act(found: Found, span: Span) -> bool:
    return any(fact.span.start == span.start for fact in found.within("legal_reference", span))


def _under_basis(document: Document, block: Block, found: Found) -> bool:
    """Whether a block is of a list under a heading such as `Căn cứ pháp lý`: an item of it, or a line that begins with an act."""
    if block.parent is None or not (
        block.kind == "item" or (block.kind == "paragraph" and _begins_with_act(found, block.body))
    ):
        return False
    above = layout(document).blocks[block.parent]
    return _HEADING.match(document.folded[above.body.start : above.body.end]) is not None


KIND = RecordKind("legal_basis", "căn cứ", find_legal_bases, CASES)
