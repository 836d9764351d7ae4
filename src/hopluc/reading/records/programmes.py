"""Programmes (chương trình): the programme a document tells of, its aims and its strands."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.cues import cued, cues
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind, Value
from hopluc.reading.head import head
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import Block, layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.programme_cases import PROGRAMME_CASES, STRAND_CASES
from hopluc.reading.records.task.work import ACTION
from hopluc.vietnamese import canonical, fold


@dataclass(frozen=True, slots=True)
class Programme(Value):
    """A cooperation programme by the full title the document gives it; `decision` is the number of the act that approves it."""

    title: str
    decision: str | None = None
    period: Period | None = None
    aims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Strand(Value):
    """A division of the programme's work (nội dung hợp tác): its number in the document and its title."""

    title: str
    number: str | None = None


# After a comma a title goes on only with what titles enumerate; a sentence goes on with anything else.
_GOES_ON = r"(?:công nghệ|đổi mới|kỹ thuật|định hướng|tầm nhìn|chuyển đổi|giai đoạn|hợp tác|đào tạo|ứng dụng|giáo dục|văn hóa|phát triển|chuyển giao|xã hội)\b"
_NAME = Pattern(
    r"\b(?:Chương trình|CHƯƠNG TRÌNH) (?!(?:này|trên|nói trên|đã|được|và|của|có|là|do|trong|tại|theo|cho|để|còn|với|đến|sẽ|ký kết)\b)"
    rf"(?:[^.;:,\n“”\"()]|\([A-ZĐ&,. ]{{1,24}}\)|\n(?=[a-zà-ỹđ\d])|, (?={_GOES_ON})){{8,300}}?"
    rf"(?=\s*(?:[.;:“”\")]|,(?! {_GOES_ON})|\((?![A-ZĐ&,. ]{{1,24}}\))|$|\n(?![a-zà-ỹđ\d]))|(?<=\d{{4}})\s(?:Số|Ban hành|Ngày|Cập nhật|Căn cứ|Nguồn)\b|\s(?:\w{{2,4}} mục tiêu|đã|được|bao gồm|gồm|trong đó|cho thấy|là|do|nhằm|"
    r"tại|với các|với \d|tổ chức|ngày|trên cơ sở|theo|sau|còn|có|và (?:các|báo|kế)|để|phải|cần|sẽ|của (?:Bộ|Sở|UBND|Ủy ban))\b)"
)
_NAMED = cues("Chương trình ", "CHƯƠNG TRÌNH ")
_APPROVES = Pattern(r"phê duyệt|ban hành", re.IGNORECASE)
_AIM = Pattern(r"mục tiêu[^.:;“\"]{0,120}:?\s*[“\"]([^”\"]{20,900})[”\"]", re.IGNORECASE)
# A report says in its first words what it reports on: `Thực hiện Chương trình …, Sở báo cáo như sau`.
_SERVES = Pattern(r"(?:^|\n)\s*(?:Thực hiện|Triển khai|Triển khai thực hiện|Căn cứ)\s+$", re.IGNORECASE)
_OPENING = 3_000
_ENOUGH = 12
_MOST_AIMS = 6


def find_programmes(document: Document, found: Found) -> Iterator[Record]:
    """The programme a document tells of by its fullest title; none where it names no programme in full."""
    named = [Span(*match.span()) for match in cued(document, _NAMED, _NAME)]
    if not named:
        return
    top = head(document).title or ""
    best = _chosen(document, named, fold(canonical(top)))
    if best is None:
        return
    title = " ".join(document.quote(best).split())
    decision = _decision(document, found, title)
    aims, said = _aims(document)
    period = found.first("period", Span(best.start, min(best.end + 30, len(document.text))))
    value = Programme(title, decision, period.value if period else None, aims)
    yield Record("programme", value, tuple(sorted({best, *said[:2]})))


def _chosen(document: Document, named: list[Span], top: str) -> Span | None:
    """The naming to take: of the programme named most (in the title counts most), the fullest."""
    folded = {span: " ".join(document.folded[span.start : span.end].split()) for span in named}
    votes: Counter[str] = Counter()
    for words in folded.values():
        votes[_stem(words)] += 5 if _stem(words) in top else 1
    stem, count = votes.most_common(1)[0]
    fullest = max(
        (span for span in named if _stem(folded[span]) == stem), key=lambda span: (_fullness(document, span), -span.start)
    )
    served = any(_SERVES.search(document.plain, max(0, span.start - 24), span.start) for span in named if span.start < _OPENING)
    enough = len(folded[fullest].split()) >= 6 and (count > 1 or stem in top or served)
    return fullest if enough else None


def _stem(words: str) -> str:
    return " ".join(words.split()[:4])


def _fullness(document: Document, span: Span) -> tuple[bool, bool, int]:
    """Mixed case before capitals, the name as it was approved before any other, then length."""
    words = document.quote(span)
    approved = _APPROVES.search(document.plain, max(0, span.start - 20), span.start) is not None
    return (not words.isupper(), approved, len(" ".join(words.split())))


def _decision(document: Document, found: Found, title: str) -> str | None:
    """The number of the act that approves the programme: said in a sentence with the title, or the document's own."""
    top = head(document)
    if top.doc_type == "quyết định" and top.title and _APPROVES.search(top.title) and _stem(fold(title)) in fold(top.title):
        return top.number
    stem = _stem(fold(title))
    for fact in found.of("legal_reference"):
        if fact.value.doc_type != "quyết định" or not fact.value.number:
            continue
        after = document.folded[fact.span.end : fact.span.end + 120]
        if re.search(r"phe duyet|ban hanh", after[:60]) and stem in " ".join(after.split()):
            return str(fact.value.number)
    return None


def _aims(document: Document) -> tuple[tuple[str, ...], list[Span]]:
    """The aims as quoted after `mục tiêu`, or as the section on aims lists them."""
    quoted = _AIM.search(document.plain)
    if quoted:
        span = Span(*quoted.span(1))
        return (" ".join(document.quote(span).split()),), [span]
    known = layout(document)
    for place, block in enumerate(known.blocks):
        words = document.folded[block.body.start : block.body.end]
        if block.kind == "heading" and words.startswith(("muc tieu", "muc dich")) and len(words) < 60:
            below = [
                known.blocks[child].body for child in known.children.get(place, []) if known.blocks[child].kind != "heading"
            ]
            aims = [" ".join(document.quote(span).split()) for span in below if span.end - span.start > _ENOUGH][:_MOST_AIMS]
            if aims:
                return tuple(aims), below
    return (), []


_DIVIDED = Pattern(r"noi dung|nhiem vu|ket qua|linh vuc|hoat dong")
_NOT_DIVIDED = Pattern(r"cu the|to chuc thuc hien|danh gia chung|giai phap|trach nhiem|kien nghi|can cu")
_NO_STRAND = Pattern(
    r"(?:muc (?:tieu|dich)|yeu cau|quan diem|can cu|danh gia|ton tai|han che|nguyen nhan|ket qua|nhung ket qua|thuan loi|kho khan|to chuc thuc hien|cong tac to chuc|"
    r"kinh phi|phuong huong|giai phap|kien nghi|de xuat|ket luan|thoi gian|pham vi|doi tuong|bai hoc|mo dau|su can thiet|cac buoc)\b"
)
_FEWEST = 3


def find_strands(document: Document, found: Found) -> Iterator[Record]:  # noqa: ARG001 - a record reader is given both
    """The divisions of the programme's work: numbered headings side by side under results, contents or tasks; each title once."""
    known, told = layout(document), set[str]()
    for parent, children in known.children.items():
        numbered = [
            known.blocks[child] for child in children if known.blocks[child].kind == "heading" and known.blocks[child].number
        ]
        above = known.blocks[parent] if parent is not None else None
        for block in _alike(document, numbered, above):
            title = " ".join(document.quote(block.body).split()).rstrip(" :.;")
            if fold(title) not in told:
                told.add(fold(title))
                yield Record("strand", Strand(title, block.number), (block.span,))


def _alike(document: Document, numbered: list[Block], above: Block | None) -> list[Block]:
    """The headings that divide one matter: nouns, at least three, under a heading that says so or all beginning alike."""
    if len(numbered) < _FEWEST:
        return []
    kept = []
    for block in numbered:
        words = document.folded[block.body.start : block.body.end]
        if (
            not _NO_STRAND.match(words)
            and not ACTION.match(document.plain, block.body.start, block.body.end)
            and block.style != "article"
        ):
            kept.append(block)
    announced = document.folded[above.body.start : above.body.end] if above else ""
    divided = _DIVIDED.search(announced) and not _NOT_DIVIDED.search(announced)
    first = Counter(
        document.folded[block.body.start : block.body.end].split(maxsplit=1)[0]
        for block in kept
        if block.body.start < block.body.end
    )
    word, count = first.most_common(1)[0] if first else ("", 0)
    if count >= _FEWEST:
        return [block for block in kept if document.folded.startswith(word, block.body.start)]
    return kept if divided and len(kept) >= _FEWEST else []


PROGRAMME = RecordKind("programme", "chương trình", find_programmes, PROGRAMME_CASES)
STRAND = RecordKind("strand", "nội dung hợp tác", find_strands, STRAND_CASES)
