"""Statements (nội dung báo cáo): typed items of narrative: result, shortcoming, cause, plan, recommendation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found, Record, RecordKind, Value
from hopluc.reading.page.clauses import end_of_body, trimmed
from hopluc.reading.page.layout import Block, Layout, layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.vietnamese import canonical


@dataclass(frozen=True, slots=True)
class Statement(Value):
    """One item as written. `type` is result, shortcoming, cause, plan or recommendation; `strand` the heading it stands under."""

    text: str
    type: str
    strand: str | None = None
    section: str | None = None

    def as_json(self) -> dict[str, Any]:
        """`type` is a word of the line format itself, so the type of the item goes out as `statement_type`."""
        return {"text": self.text, "statement_type": self.type, "strand": self.strand, "section": self.section}


@dataclass(frozen=True, slots=True)
class SectionType:
    """Words of a heading and the type of narrative under it; `other` for sections that tell none of the five."""

    words: str
    type: str
    source: str


@cache
def _section_words() -> tuple[re.Pattern[str], dict[str, str]]:
    # Read on first use: the loader brings a YAML parser, which importing the reader shall not pay for.
    from hopluc.load import load_rows

    types = {row.words: row.type for row in load_rows("vocabulary/section_types.csv", SectionType)}
    words = sorted(types, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b"), types


def type_of_words(words: str) -> str | None:
    """The type of narrative that a heading of these words opens: result, shortcoming, cause, plan, recommendation or `other`."""
    pattern, types = _section_words()
    found = pattern.search(canonical(words).lower())
    return types[found[0]] if found else None


# What an item's own first words say it is, under a heading that may name several types.
_OWN_WORDS = Pattern(
    r"(?P<cause>(?:[^\W\d_]+ )?[Nn]guyên nhân\b)|(?P<shortcoming>(?:Tuy nhiên|Tuy vậy|Song)\b|(?:Một số )?(?:tồn tại|hạn chế|Tồn tại|Hạn chế)\b)"
    r"|(?P<recommendation>(?:Kính )?(?:đề nghị|kiến nghị|Đề nghị|Kiến nghị)\s)"
)
_NARRATES_NOT = Pattern(
    r"\s*(?:Trên đây là\b|(?:Căn cứ|Chiểu)\s|Xét (?:đề nghị|[Tt]ờ trình)|Theo đề nghị của|(?:Bảng|Biểu(?: số)?|Hình)\s\d{1,2}\b)"
)
SHORTEST = 20
LONGEST_HEAD = 160
LONGEST_PERSON = 160
LONGEST_LABEL = 120
_FEWEST_BARS = 2
_BARE = Pattern(r"[\d.,/%+-]{1,16}\s?%?")  # a cell that holds a figure, a counter or a dash


def find_statements(document: Document, found: Found) -> Iterator[Record]:
    """The items and paragraphs of the sections whose headings say what they tell, in order; tables and lists of people left out."""
    parts = layout(document)
    types: dict[int, str | None] = {}
    strands: dict[int | None, str | None] = {}
    end = end_of_body(document)
    states = _states(parts, found)
    for place, block in enumerate(parts.blocks):
        if block.span.start >= end:
            return
        if block.kind == "heading":
            types[place] = _type_of(document, block) or (types.get(block.parent) if block.parent is not None else None)
            continue
        head = _heading_of(parts, place)
        kind = types.get(head) if head is not None else None
        span = trimmed(document, block.body)
        if kind in (None, "other") or block.kind == "cell" or parts.children.get(place):
            continue
        if _is_tabled(document, parts, place) or document.plain.endswith("như sau:", *block.span):
            continue
        if (
            span.end - span.start < SHORTEST
            or _NARRATES_NOT.match(document.plain, block.span.start)
            or _names_a_person(found, span)
        ):
            continue
        if any(span.contains(state) for state in states.get(place, ())):
            continue  # how a task stands is told by the task
        if head not in strands:
            strands[head] = _strand(document, parts, head)
        value = Statement(
            squeezed(document.quote(span)), _own_type(document, span, str(kind)), strands[head], _section(parts, head)
        )
        yield Record("statement", value, (span,))


def _is_tabled(document: Document, parts: Layout, place: int) -> bool:
    """Whether the block is of a table of figures: a cell the source marks, a line of cells, or a label among lines of bare figures."""
    block, plain = parts.blocks[place], document.plain
    locator = document.locate(block.span.start)
    if locator is not None and locator.cell is not None:
        return True
    words = plain[block.span.start : block.span.end]
    if words.count("\t") >= _FEWEST_BARS or words.count(" | ") >= _FEWEST_BARS:
        return True
    if block.style is not None or len(words) > LONGEST_LABEL or words[-1] in ".;:!?":
        return False
    near = [other for other in (place - 1, place + 1, place + 2) if 0 <= other < len(parts.blocks)]
    bare = [other for other in near if _BARE.fullmatch(plain, *parts.blocks[other].span)]
    return len(bare) >= _FEWEST_BARS


def _states(parts: Layout, found: Found) -> dict[int, list[Span]]:
    """Where the text says how tasks stand, by the block that says it."""
    known: dict[int, list[Span]] = {}
    for record in found.records("task"):
        for name, span in record.parts:
            place = parts.at(span.start) if name == "status" else None
            if place is not None:
                known.setdefault(place, []).append(Span(span.start, span.start + SHORTEST))
    return known


def _own_type(document: Document, span: Span, kind: str) -> str:
    """The type by the item's own first words; else the one its heading gives."""
    said = _OWN_WORDS.match(document.plain, span.start, span.end)
    return (said.lastgroup if said else None) or kind


def _names_a_person(found: Found, span: Span) -> bool:
    """Whether the item is one of a list of people: a name near its start and little else."""
    person = found.first("person", Span(span.start, min(span.end, span.start + 60)))
    return person is not None and span.end - span.start < LONGEST_PERSON


def _type_of(document: Document, block: Block) -> str | None:
    """The type a heading's words give; where several are named, the first (`Tồn tại, hạn chế và nguyên nhân`)."""
    if block.span.end - block.span.start > LONGEST_HEAD:
        return None
    return type_of_words(document.plain[block.body.start : block.body.end])


def _heading_of(parts: Layout, place: int) -> int | None:
    """The place of the heading the block stands under."""
    parent = parts.blocks[place].parent
    while parent is not None and parts.blocks[parent].kind != "heading":
        parent = parts.blocks[parent].parent
    return parent


def _strand(document: Document, parts: Layout, head: int | None) -> str | None:
    """The nearest heading that names a strand of work and not a type of narrative; None where there is none."""
    while head is not None:
        block = parts.blocks[head]
        if _type_of(document, block) is None and block.number is not None and block.style not in ("part", "chapter"):
            return squeezed(document.quote(block.body))
        head = block.parent
    return None


def _section(parts: Layout, head: int | None) -> str | None:
    return parts.blocks[head].number if head is not None else None


CASES = (
    (
        "I. KẾT QUẢ ĐẠT ĐƯỢC\n1. Đào tạo nhân lực\n- Đã tổ chức ba lớp bồi dưỡng cho cán bộ.\n- Đã cử cán bộ đi học tập kinh nghiệm.\n",
        (
            {
                "text": "Đã tổ chức ba lớp bồi dưỡng cho cán bộ",
                "statement_type": "result",
                "strand": "Đào tạo nhân lực",
                "section": "1",
            },
            {"text": "Đã cử cán bộ đi học tập kinh nghiệm", "statement_type": "result", "strand": "Đào tạo nhân lực"},
        ),
    ),
    (
        "3.1. Tồn tại, hạn chế\n- Việc giải ngân kinh phí còn chậm so với yêu cầu.\n\n3.2. Nguyên nhân\n- Thủ tục tài chính còn nhiều vướng mắc.\n",
        (
            {"text": "Việc giải ngân kinh phí còn chậm so với yêu cầu", "statement_type": "shortcoming", "section": "3.1"},
            {"text": "Thủ tục tài chính còn nhiều vướng mắc", "statement_type": "cause", "section": "3.2"},
        ),
    ),
    (
        (
            "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026\n- Đẩy mạnh kết nối cung - cầu công nghệ.\n\nIII. KIẾN NGHỊ, ĐỀ XUẤT\n"
            "- Bố trí đủ kinh phí cho các nhiệm vụ của chương trình.\n\nTrên đây là báo cáo của Sở.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT, KHTC."
        ),
        (
            {"text": "Đẩy mạnh kết nối cung - cầu công nghệ", "statement_type": "plan", "section": "II"},
            {
                "text": "Bố trí đủ kinh phí cho các nhiệm vụ của chương trình",
                "statement_type": "recommendation",
                "section": "III",
            },
        ),
    ),
    # Aims are no plans; an item may say itself what it is.
    ("I. MỤC TIÊU\n- Hình thành đội ngũ chuyên gia của tỉnh về công nghệ số.\n", ()),
    (
        (
            "I. TÌNH HÌNH VÀ NGUYÊN NHÂN\n- Tỉnh đã hỗ trợ nhiều doanh nghiệp đổi mới công nghệ.\n- Tuy nhiên, thị trường công nghệ chậm phát triển.\n"
            "- Nguyên nhân chủ yếu là cơ chế tài chính còn vướng mắc.\n"
        ),
        (
            {"statement_type": "result"},
            {"text": "Tuy nhiên, thị trường công nghệ chậm phát triển", "statement_type": "shortcoming"},
            {"statement_type": "cause"},
        ),
    ),
    (
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ\n- Hoàn thành trạm bơm tưới tiết kiệm nước.\n- Kiến nghị Ủy ban nhân dân tỉnh bố trí đủ vốn đối ứng.\n",
        ({"statement_type": "plan"}, {"statement_type": "recommendation"}),
    ),
    # How a task stands is told by the task.
    (
        (
            "I. KẾT QUẢ THỰC HIỆN\n1.1. Xây dựng phần mềm quản lý nhiệm vụ khoa học\nĐã hoàn thành, đưa vào sử dụng từ tháng 5/2025.\n"
            "1.2. Công tác khác\n- Đã cử cán bộ đi học tập kinh nghiệm.\n"
        ),
        ({"text": "Đã cử cán bộ đi học tập kinh nghiệm"},),
    ),
    ("I. SỰ CẦN THIẾT\n- Thực hiện chủ trương của tỉnh về phát triển công nghệ.\n", ()),
    # What stands in a table of figures is told by the figures, however the table is written; its caption is no item either.
    (
        (
            "III. KIẾN NGHỊ, ĐỀ XUẤT\nTỉnh cần bố trí đủ kinh phí cho chương trình.\n\nBảng 1. Một số chỉ tiêu chủ yếu\n\n"
            "STT\nChỉ tiêu\nNăm 2024\nNăm 2025\n1\nSố sáng chế được cấp trong năm\n12\n15\n2\nSố hợp đồng chuyển giao công nghệ\n30\n36\n"
        ),
        ({"text": "Tỉnh cần bố trí đủ kinh phí cho chương trình"},),
    ),
    (
        (
            "III. KIẾN NGHỊ, ĐỀ XUẤT\nTỉnh cần bố trí đủ kinh phí cho chương trình.\n\n"
            "STT\tChỉ tiêu\tNăm 2024\tNăm 2025\n1\tSố sáng chế được cấp trong năm\t12\t15\n\n"
            "STT | Chỉ tiêu | Năm 2024 | Năm 2025\n1 | Số sáng chế được cấp trong năm | 12 | 15\n"
        ),
        ({"text": "Tỉnh cần bố trí đủ kinh phí cho chương trình"},),
    ),
    ("Một đoạn văn không đứng dưới đề mục nào, dù có nói đến kết quả đạt được.", ()),
)

KIND = RecordKind("statement", "nội dung báo cáo", find_statements, CASES)
