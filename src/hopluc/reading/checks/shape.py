"""Shape (thể thức): names cut off, numbers left blank, and official papers without number or date."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.grids import grids
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.naming.lexicon import SMALL
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern

# A name that ends with one of these words waits for more.
_CUT = tuple(f" {word}" for word in "và với của cho về tại hoặc các những trong theo giữa nhằm để từ do bởi".split())
_CUT += (
    " nên",
    " cần",
    " phải",
    " hoặc là",
    " do đó",
    " bởi vì",
    " theo đó",
    " cụ thể là",
    " chẳng hạn",
    " sao cho",
    " chưa",
    " đang",
    " sẽ",
    " bị",
    " đặc biệt là",
    " góp phần",
    " trong và ngoài",
    " cũng như",
    " cùng với",
    " tiếp tục",
    " giúp",
    " khiến",
    " không những",
    " không chỉ",
    " mà còn",
    " thông qua",
    " nếu",
    " vì",
    " khi",
    " để có thể",
    " phối hợp với",
    " một số",
    " đến",
    " tới",
    " bằng",
    " giữa các",
    " như",
    " mỗi",
    " từng",
    " là",
    " đồng thời",
    " dẫn tới việc",
    " dẫn đến việc",
    " về việc",
    " trong việc",
    " cho việc",
    " bao gồm",
    " nhưng",
    " rằng",
    " nhằm",
    " gồm",
)
_JOINS_ITEMS = Pattern(r"[;,]\s*(?:và|hoặc)$")
# "Nhiệm vụ trong thời gian tới" ends as it should.
_NEXT = (
    " thiết bị",
    " chuẩn bị",
    " trang bị",
    " dự bị",
    " thời gian tới",
    " năm tới",
    " tháng tới",
    " quý tới",
    " tuần tới",
    " kỳ tới",
    " giai đoạn tới",
    " nhiệm kỳ tới",
    " khóa tới",
    " niên độ tới",
)
_LABEL = Pattern(r"[^\W\d_][^:\n]{1,30}:\s")
# Words that open a sentence and carry none on.
_OPENER = Pattern(
    r"(?:Trong|Ngày|Năm|Sau|Về|Để|Bên cạnh|Ngoài|Đồng thời|Tuy|Nhìn|Theo|Tại|Hiện|Đến|Các|Những|Nhờ|Từ|Thời gian|Việc|Công tác|Trên|Nơi|Cùng|Thực hiện|Căn cứ)\b"
)
_BLANK_ENDS = frozenset(" \t.…_:ố")
_PAGE_NUMBER = Pattern(r"[-–\s]*\d{1,4}[-–\s]*$")
_FEWEST_WORDS, _FEWEST_OF_PROSE = 6, 14
_BLANK = Pattern(r"\b[Ss][Ốố]\s?:?(?:[ \t]{0,40}|[ \t]*(?:\.{2,30}|…{1,12}|_{2,30})[ \t]*)$")
# "Thông báo số ….. ngày 15/4/2011", a number left blank without a code behind it.
_BLANK_NUMBER = Pattern(
    r"[Ss]ố\s?:?(?:[ \t]{3,40}|[ \t]*(?:\.{2,30}|…{1,10}|_{2,30})[ \t]*|[ \t]\d{1,5}/[ \t]*)(?=,?\s?(?:ngày|của|về)\b|[;,)])"
)
# A figure left blank before what it counts: "kinh phí ….. triệu đồng".
_BLANK_FIGURE = Pattern(
    r"(?:[.…]{2,40}|…|_{3,40})[ \t]?(?:tỷ|tỉ|triệu|nghìn)? ?(?:đồng|USD|%|đại biểu|học viên|đề tài|nhiệm vụ|dự án|mô hình|lượt|ha\b|doanh nghiệp)"
)
_FIGURE_DUE = Pattern(r"(?::|\b(?:là|có|khoảng|đạt|tổng số|kinh phí|gồm|cho))\s*$")
_BLANK_FIGURE_STARTS = cues("..", "…", "___")
_MOST_FIGURES = 2
_NUMBER_STARTS = cues("số ", "Số ", "số:", "Số:", "số.", "số…", "số_")
_PAPER = Pattern(
    r"(?:[Qq]uyết định|[Tt]hông báo|[Cc]ông văn|[Kk]ế hoạch|[Tt]ờ trình|[Nn]ghị quyết|[Bb]áo cáo|[Cc]hỉ thị|[Tt]hông tư|[Gg]iấy mời|[Hh]ướng dẫn|[Hh]ợp đồng|[Bb]iên bản)\s$"
)
_CODE = Pattern(r"/[ \t]?(?:\d{4}/)?[A-ZĐ]{2,}[A-ZĐa-z&]*(?:-[A-ZĐ][\w&.]*)*")
# The kinds of administrative paper that carry number, place and date: Decree 30/2020/NĐ-CP, Article 8 and Appendix I.
_TITLE = Pattern(
    r"^[ \t]*(?P<title>BÁO CÁO(?: TÓM TẮT| NHANH| SƠ KẾT| TỔNG KẾT| ĐỊNH KỲ| KẾT QUẢ)?|QUYẾT ĐỊNH|KẾ HOẠCH|TỜ TRÌNH|THÔNG BÁO|NGHỊ QUYẾT|CHỈ THỊ|CÔNG ĐIỆN|HƯỚNG DẪN)(?:[ \t]*$|(?<=BÁO CÁO)(?= [^\n]{8,160}$)(?= [^\n"
    + SMALL
    + r"]*$))",
    re.MULTILINE,
)
# The office under whose name a paper is signed, on its last lines.
_SIGNED = Pattern(
    r"^[ \t]*(?:(?:T/?M|K/?T|T/?L|TUQ)\.? ?[^\n]{0,60}|(?:PHÓ |Phó )?(?:GIÁM ĐỐC|Giám đốc|CHỦ TỊCH|Chủ tịch|CHÁNH VĂN PHÒNG|Chánh Văn phòng|VIỆN TRƯỞNG|Viện trưởng|HIỆU TRƯỞNG|Hiệu trưởng|CỤC TRƯỞNG|Cục trưởng|VỤ TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG PHÒNG|Trưởng phòng)(?: SỞ| VIỆN)?)[ \t]*$",
    re.MULTILINE,
)
_LAST_LINES = 400
_CLOSED = ".;:!?…”)"
_CLAUSE = 60
_PREAMBLE = ("Căn cứ ", "Chiểu ", "Xét ", "Theo đề nghị ")  # the last of these lines ends with a comma before `QUYẾT ĐỊNH:`
_FOOT = Pattern(r"N[Ơơ][Ii] [Nn][Hh][Ậậ][Nn]|K[Íí][Nn][Hh] [Gg][Ửử][Ii]")
_FOOT_STARTS = cues("NƠ", "Nơ", "KÍ", "Kí")
_OWN_NUMBER = Pattern(r"^[^\n]{0,60}?\bS[ốỐ]\s*(?::|\d{1,5}[-/])", re.MULTILINE)
_DATE_LINE = Pattern(r",\s*(?:ngày|tháng)\b[^,;:]{0,60}?(?:năm|/)\s*(?:\d{4}|20[.…]*)?", re.IGNORECASE)
_ATTACHED = Pattern(r"\b(?:kèm theo|đính kèm|PHỤ LỤC|Phụ lục|dự thảo|DỰ THẢO)\b", re.IGNORECASE)
_HEAD = 1500


def check_shape(case: Case) -> Iterator[Record]:
    """Names cut off in tables, headings and lists; blank numbers; and an official paper without its number or date."""
    yield from _cut_off(case)
    for span in _blank_numbers(case):
        yield fault("incomplete_number", f"Số văn bản để trống: {quoted(case.words(span))}.", [span])
    blanks = cued(case, _BLANK_FIGURE_STARTS, _BLANK_FIGURE, case.forms)
    figures = [
        Span(*found.span()) for found in blanks if _FIGURE_DUE.search(case.plain, max(0, found.start() - 12), found.start())
    ]
    for span in figures if len(figures) <= _MOST_FIGURES else ():
        yield fault("incomplete_number", f"Số liệu để trống: {quoted(case.words(span))}.", [span])
    yield from _without_fields(case)


def _blank_numbers(case: Case) -> Iterator[Span]:
    """Numbers of acts with nothing before their code: `Số:    /QĐ-UBND`, `số …/QĐ-UBND`."""
    plain, end = case.plain, case.forms
    for code in _CODE.finditer(plain, 0, end):
        before = plain[max(0, code.start() - 50) : code.start()]
        blank = _BLANK.search(before) if before[-1:] in _BLANK_ENDS else None
        if blank:
            yield Span(code.start() - len(before) + blank.start(), code.end())
    for found in cued(case, _NUMBER_STARTS, _BLANK_NUMBER, end):
        paper = _PAPER.search(plain, max(0, found.start() - 14), found.start())
        if paper:
            yield Span(paper.start(), found.end())


def _cut_off(case: Case) -> Iterator[Record]:
    blocks, plain = case.layout.blocks, case.plain
    for place, block in enumerate(blocks):
        start, end = block.body
        cut = plain.endswith(_CUT, max(start, end - 30), end) and not plain.endswith(_NEXT, max(start, end - 30), end)
        if not cut and not (
            block.kind in ("paragraph", "item") and plain[end - 1] not in _CLOSED and _is_open(plain[start:end])
        ):
            continue
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if _waits_in_vain(case, block, following):
            text = plain[max(start, end - 30) : end]
            where = "Ô trong bảng" if block.kind == "cell" else "Dòng"
            note = f"{where} kết thúc bằng “{text.split()[-1]}”, phần sau bị thiếu: {quoted(case.words(block.body))}."
            yield fault("truncated", note, [block.body])


def _is_open(words: str) -> bool:
    """Whether words end inside a quotation or bracket, or with a comma after a whole clause."""
    if words[-1] == ",":
        return len(words) >= _CLAUSE and not words.startswith(_PREAMBLE)
    opened = words.rfind("“") > max(words.rfind("”"), words.rfind('"')) and not (words[-1] == "“" and words.count("“") % 2 == 0)
    return opened or words.rfind("(") > words.rfind(")")


def _waits_in_vain(case: Case, block: Block, following: Block | None) -> bool:
    """Whether what comes next does not go on with a block that ends in the middle of a phrase."""
    words = case.plain[block.body.start : block.body.end]
    if len(words.split()) < _FEWEST_WORDS or (_JOINS_ITEMS.search(words[-30:]) and _goes_on(block, following)):
        return False
    if block.kind == "cell":
        return _is_marked(case, block)
    if following is None:
        return False
    if _PAGE_NUMBER.match(case.plain, following.span.start, following.span.end):
        return False
    begins = case.plain[following.body.start : following.body.start + 1]
    if following.kind == "heading":
        marked = following.style not in (None, "caps") or (words[-1] != "," and _is_prose(words))
        return marked and (begins.isupper() or begins.isdigit())
    if block.kind == "item" and words[-1] == ",":
        return False
    if block.kind == "item":
        return following.kind == "item" or _begins_anew(case, following)
    told = words.endswith(_CUT) and not words.endswith(_NEXT) and _is_prose(words)
    return block.kind == "paragraph" and (following.style is not None or _begins_anew(case, following, told=told))


def _is_prose(words: str) -> bool:
    """Whether words are too many for a title, and are told in clauses."""
    return len(words.split()) >= _FEWEST_OF_PROSE and any(mark in words for mark in (", ", ". ", "; "))


def _goes_on(block: Block, following: Block | None) -> bool:
    """Whether an item that ends with `; và` is followed by another of its list."""
    return following is not None and (following.style == block.style or following.kind == "item") and block.kind == "item"


def _begins_anew(case: Case, block: Block, *, told: bool = False) -> bool:
    """Whether a paragraph cannot go on with the one before: it has a label, or begins with no name after a blank line.

    What was told in clauses and ends on a joining word (`told`) goes on with nothing behind a blank line.
    """
    start = block.body.start
    if not case.plain[start : start + 1].isupper():
        return False
    if _LABEL.match(case.plain, start, block.body.end):
        return True
    named = any(
        fact.span.start == start
        for kind in ("organisation", "person")
        for fact in case.found.within(kind, Span(start, start + 1))
    )
    apart = "\n\n" in case.plain[max(0, start - 4) : start]
    return not named and apart and (told or _OPENER.match(case.plain, start) is not None)


def _is_marked(case: Case, block: Block) -> bool:
    """Whether the source itself ends the cell: where a table lies flat in the text, a line may be half a cell, unless every row is full."""
    place = case.document.locate(block.span.start)
    if any(grid.stacked and grid.spans[0][0].start < block.span.start < grid.spans[-1][-1].end for grid in grids(case)):
        return True
    return case.plain[block.span.start - 1] in "\t|" or (place is not None and place.cell is not None)


def _has_addressees(case: Case) -> bool:
    """Whether a line begins with `Nơi nhận` or `Kính gửi`."""
    plain = case.plain
    starts = (found.start() for found in cued(case, _FOOT_STARTS, _FOOT))
    return any(not plain[plain.rfind("\n", 0, start) + 1 : start].strip() for start in starts)


def _is_signed_paper(case: Case, title: int) -> bool:
    """Whether a body stands above the title and an office signs on the last lines."""
    plain = case.plain.rstrip()
    signed = _SIGNED.search(plain, max(title, len(plain) - _LAST_LINES)) is not None
    return signed and case.found.first("organisation", Span(0, title)) is not None


def _without_fields(case: Case) -> Iterator[Record]:
    """An official paper, known by its title line and its addressees, that gives itself no number or no date."""
    title = _TITLE.search(case.plain, 0, _HEAD)
    if (
        title is None
        or _ATTACHED.search(case.plain, 0, min(len(case.plain), title.end() + 400))
        or not (_has_addressees(case) or _is_signed_paper(case, title.start()))
    ):
        return
    head = min(len(case.plain), title.end() + 300)
    missing = [] if _OWN_NUMBER.search(case.plain, 0, head) else ["số, ký hiệu"]
    if not _DATE_LINE.search(case.plain, 0, title.start()) and case.own_date is None:
        missing.append("địa danh, ngày ban hành")
    if missing:
        note = f"{title['title'].capitalize()} không ghi {', '.join(missing)}."
        yield fault("missing_field", note, [Span(*title.span("title"))])
