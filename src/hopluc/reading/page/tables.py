"""Tables of a document: those its source marks as tables, and those that plain text gives one cell a line."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from hopluc.reading.document import Document, Locator, Span, words_begin, words_end
from hopluc.reading.page.barred_cells import runs_of_cells
from hopluc.reading.page.goal_looks import GOAL_LOOKS, looks_of_goals, misfit_of_goal
from hopluc.reading.page.lines import Line, lines
from hopluc.reading.patterns import Pattern

# What a column holds, by the first words of its header (without marks). First match wins.
_ROLES = Pattern(
    r"""
      (?P<number>(?:s?tt|so\ tt|s\.\ ?tt|so\ thu\ tu|stt\.?)$)
    | (?P<person>(?:ho\ va\ ten|ho\ ten|ho,\ ten|ten\ thanh\ vien)\b)
    | (?P<cooperating>(?:co\ quan|don\ vi|to\ chuc)?,?\ ?(?:co\ quan,?\ |don\ vi\ )*phoi\ hop|(?:co\ quan|don\ vi)\ tham\ gia$)
    | (?P<lead>(?:co\ quan|don\ vi|to\ chuc|ca\ nhan|dau\ moi|nguoi)\b.{0,30}\b(?:chu\ tri|thuc\ hien|chiu\ trach\ nhiem|phu\ trach|dau\ moi|to\ chuc|tham\ muu|duoc\ giao)
        |chu\ tri|co\ quan|don\ vi$|dau\ moi|trach\ nhiem|phan\ cong|nguoi\ phu\ trach|chu\ dau\ tu|(?:bo\ phan|phong|can\ bo)\ (?:chu\ tri|thuc\ hien|phu\ trach))
    | (?P<time>(?:thoi\ (?:gian|han|diem)|tien\ do|han(?:\ (?:hoan|chot|cuoi|xong|nop|trinh|thuc|bao)|$)|bat\ dau|ket\ thuc|khoi\ cong|ngay|lo\ trinh|nam\ (?:thuc|hoan|bat)|hoan\ thanh))
    | (?P<position>chuc\ (?:vu|danh)(?!.{0,20}(?:trong|ban|to|hoi\ dong)\b)|don\ vi\ cong\ tac|co\ quan\ cong\ tac|noi\ cong\ tac)
    | (?P<role>chuc\ (?:vu|danh)|vai\ tro|nhiem\ vu\ (?:trong|duoc)|tham\ gia)
    | (?P<product>san\ pham|ket\ qua\ (?:dau\ ra|du\ kien|can\ dat|dat)|dau\ ra|ket\ qua$)
    | (?P<status>tinh\ trang|trang\ thai|hien\ trang|ket\ qua\ thuc|tinh\ hinh)
    | (?P<budget>(?:tong\ )?kinh\ phi|du\ toan|von\b|tong\ muc)
    | (?P<place>dia\ diem|noi\ (?:to\ chuc|dien\ ra|thuc\ hien))
    | (?P<note>ghi\ chu)
    | (?P<unit>don\ vi\ (?:tinh|do)|dvt$)
    | (?P<measure>(?:ten\ |danh\ muc\ |cac\ |he\ thong\ |noi\ dung\ )*(?:chi\ tieu|chi\ so|muc\ tieu|tieu\ chi)(?:\ (?:chu\ yeu|cu\ the|co\ ban|danh\ gia|thanh\ phan|thong\ ke))*$)
    | (?P<task>(?:ten\ |danh\ muc\ |cac\ |nhom\ )*(?:nhiem\ vu|noi\ dung|cong\ viec|hoat\ dong|de\ tai|du\ an|de\ an|chuong\ trinh|giai\ phap|phan\ viec|dau\ viec|hang\ muc|viec(?:\ can\ lam)?$))
    """,
    re.VERBOSE,
)
_UNIT = Pattern(r"[*_ ]*don vi(?: (?:tinh|do))?[*_ ]*")
_DOING = Pattern(r"\W*(?:thuc hien|nguoi lam)\W*")
_DASHED = ("- ", "+ ", "• ")
_FIRST = Pattern(r"(?:0?1|I|A)\.?$")
_COUNTER = Pattern(r"(?:\d{1,3}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-H])[.)]?$")
_TIME = Pattern(r"\b(?:19|20)\d\d\b|\b(?:quý|tháng|năm|tuần|thường xuyên|định kỳ|giai đoạn)\b|^ngày ", re.IGNORECASE)
_AGENCY = Pattern(
    r"(?:các )?(?:sở|bộ(?! (?:tiêu|chỉ|máy|phận|sách|tài|công|nhận|sưu|phần|dữ|đề|quy|câu|hồ))|ban(?! hành)|ủy ban|ubnd|hđnd|cục(?! bộ)|vụ|viện(?! trợ)|trung tâm|phòng(?! (?:chống|ngừa|bệnh|cháy|trừ))|văn phòng|công ty|tập đoàn|trường(?! hợp)|đại học|"
    r"học viện|liên hiệp|hội(?! (?:thảo|nghị|chợ|thi|diễn|đàm|thao|trại))|hiệp hội|công an|tổng cục|chi cục|ngân hàng(?! (?:gen|dữ|đề|câu))|quỹ(?! đất)|tổ(?! (?:chức|hợp))|thanh tra|đài|báo(?! cáo)|bảo hiểm|mặt trận)\b",
    re.IGNORECASE,
)
_WHOLE = Pattern(r"\d{1,3}[.)]?$")
_AMOUNT = Pattern(r"\d{1,3}(?:[.,]\d{1,3})*(?: (?:triệu|tỷ|nghìn|đồng)\b[^\n]{0,20})?$")
_LONGEST_HEADER = 60
_MOST_COLUMNS = 10


class Table(NamedTuple):
    """A table (bảng). `columns` says what each column holds (`task`, `lead`, `time`, `person` …; `other` where it is not known).

    A row has a span or None for each column; a cell that stands on several lines is one span. `header` are the cells that name the
    columns, empty where a source gives one cell a line. `span` covers header and rows.
    """

    span: Span
    columns: tuple[str, ...]
    rows: tuple[tuple[Span | None, ...], ...]
    header: tuple[Span | None, ...] = ()

    def cell(self, row: tuple[Span | None, ...], role: str) -> Span | None:
        """The cell of a row in the first column that holds `role`; None where the table has none."""
        return row[self.columns.index(role)] if role in self.columns else None


def tables(document: Document) -> tuple[Table, ...]:
    """Every table found, in order."""
    return document.view(_find)


def _find(document: Document) -> tuple[Table, ...]:
    if any(locator.cell for locator in document.locators):
        return tuple(_marked(document))
    return tuple(_written(document))


@lru_cache(maxsize=4096)
def _role(header: str) -> str:
    found = _ROLES.match(header)
    return (found.lastgroup if found else None) or "other"


def _roles(document: Document, cells: Sequence[Span]) -> tuple[str, ...]:
    """What the columns under these header cells hold; beside a list of names, `Nhiệm vụ` is a part in the committee.

    Beside what is measured, `Đơn vị` is the unit.
    """
    roles = [_role(" ".join(document.folded[cell.start : cell.end].split())[:_LONGEST_HEADER].strip(" :.*")) for cell in cells]
    if "person" in roles:
        roles = ["role" if role == "task" else "position" if role == "lead" else role for role in roles]
    if "measure" in roles:
        units = [place for place, cell in enumerate(cells) if _UNIT.match(document.folded, cell.start, cell.end)]
        roles = ["unit" if place in units else role for place, role in enumerate(roles)]
    if "time" in roles and "lead" not in roles:  # `Thời gian | Thực hiện`: by whom
        doing = (place for place, cell in enumerate(cells) if _DOING.fullmatch(document.folded, cell.start, cell.end))
        roles = [*roles[:place], "lead", *roles[place + 1 :]] if (place := next(doing, None)) is not None else roles
    return tuple(roles)


def _is_header(roles: Sequence[str]) -> bool:
    return sum(role != "other" for role in roles) >= 2 and any(role in ("task", "person", "measure") for role in roles)


def _marked(document: Document) -> Iterator[Table]:
    """Tables by the cells the source marks."""
    cells = [locator for locator in document.locators if locator.cell]
    for _, group in groupby(cells, key=lambda locator: (locator.cell or (0, 0, 0))[0]):
        grid = _grid(list(group))
        for place, row in enumerate(grid):
            roles = _roles(document, [cell or Span(0, 0) for cell in row])
            if _is_header(roles):
                known = [cell for line in grid[place:] for cell in line if cell]
                rows = tuple(tuple(cell and _trimmed(document, cell) for cell in line) for line in grid[place + 1 :])
                header = tuple(cell and _trimmed(document, cell) for cell in row)
                yield Table(Span(known[0].start, max(cell.end for cell in known)), roles, rows, header)
                break


def _grid(cells: list[Locator]) -> list[list[Span | None]]:
    places = {(locator.cell[1], locator.cell[2]): locator for locator in cells if locator.cell}
    height, width = (1 + max(place[axis] for place in places) for axis in (0, 1))
    grid: list[list[Span | None]] = [[None] * width for _ in range(height)]
    for locator in cells:
        if locator.cell:
            _, row, column = locator.cell
            before = grid[row][column]
            grid[row][column] = Span(before.start, locator.span.end) if before else locator.span
    return grid


def _trimmed(document: Document, span: Span) -> Span | None:
    start, end = words_begin(document.plain, *span), words_end(document.plain, *span)
    return Span(start, end) if start < end else None


def _written(document: Document) -> Iterator[Table]:
    """Tables in plain text: cells divided by tabs or bars on one line, or one cell a line."""
    known = lines(document)
    barred = "\t" in document.plain or "|" in document.plain
    ended = [table for run in runs_of_cells(document, known) for table in _in_cells(document, run)]
    place = 0
    while place < len(known):
        line = known[place]
        if ended and line.end > ended[0].span.start:
            found = ended.pop(0)
            yield found
            while place < len(known) and known[place].start < found.span.end:
                place += 1
            continue
        if line.end - line.start > 4 * _LONGEST_HEADER or document.folded[line.start] not in "0123456789abcdghklmnpstv|":
            place += 1
            continue
        end, table = _barred(document, known, place) if barred else (place, None)
        if table is None:
            end, table = _flattened(document, known, place)
        if table is not None:
            yield table
        place = max(end, place + 1)


def _in_cells(document: Document, cells: Sequence[Line]) -> Iterator[Table]:
    """The tables in a run of cells that bars end."""
    place = 0
    while place < len(cells):
        end, table = _flattened(document, cells, place)
        if table is not None:
            yield table
        place = max(end, place + 1)


def _parts(document: Document, line: Line) -> list[Span]:
    """The cells of a line whose cells are divided by tabs or bars."""
    text = document.plain
    mark = "\t" if "\t" in text[max(0, line.start - 1) : line.end] else "|"
    spans, start = [], line.start
    while mark == "\t" and start and text[start - 1] == mark:
        start -= 1  # the first cells of the row are empty
    for words in text[start : line.end].split(mark):
        spans.append(Span(start, start + len(words)))
        start += len(words) + 1
    if mark == "|":
        spans = [
            span
            for at, span in enumerate(spans)
            if at not in (0, len(spans) - 1) or document.plain[span.start : span.end].strip()
        ]
    return spans


def _barred(document: Document, known: Sequence[Line], place: int) -> tuple[int, Table | None]:
    first = known[place].span
    if document.plain.count("\t", *first) < 2 and document.plain.count("|", *first) < 2:
        return place, None
    header = [_trimmed(document, part) for part in _parts(document, known[place])]
    roles = _roles(document, [cell or Span(first[0], first[0]) for cell in header])
    if not _is_header(roles):
        return place, None
    rows, end = [], place + 1
    while end < len(known):
        cells = [_trimmed(document, part) for part in _parts(document, known[end])]
        if len(cells) > len(roles) and cells[0] is None:
            cells = cells[1:]
        if len(cells) == 1 and _goes_on(document, known, end, len(roles)):
            end += 1  # a heading over rows, merged across the columns
            continue
        if not 2 <= len(cells) <= len(roles):
            break
        if any(cell and document.plain[cell.start : cell.end].strip("-: ") for cell in cells):
            rows.append((*cells, *[None] * (len(roles) - len(cells))))
        end += 1
    if not rows:
        return place, None
    return end, Table(Span(known[place].start, known[end - 1].end), roles, tuple(rows), tuple(header))


def _goes_on(document: Document, known: Sequence[Line], place: int, width: int) -> bool:
    """Whether the row of a table follows on a line that is one cell: a short line without a stop over a line of most columns."""
    line = known[place]
    short = line.end - line.start <= 2 * _LONGEST_HEADER and document.plain[line.end - 1] not in ".;:"
    following = known[place + 1] if place + 1 < len(known) else None
    return short and following is not None and len(_parts(document, following)) >= max(3, width - 1)


def _flattened(document: Document, known: Sequence[Line], place: int) -> tuple[int, Table | None]:
    """A table written one cell a line, from its header row on: the header ends where the first row is numbered."""
    roles, body = _header_lines(document, known, place)
    if not roles:
        return place, None
    end = _table_end(document, known, body, tabbed=known[place].tab)
    cells = [known[at] for at in range(body, end)]
    if not cells:
        return place, None
    looks = looks_of_goals(roles) if "measure" in roles else roles
    rows = tuple(_rows(document, cells, looks, tabbed=known[place].tab))
    header = tuple(line.span for line in known[place:body]) if "measure" in roles else ()
    return end, Table(Span(known[place].start, cells[-1].end), roles, rows, header)


def _header_lines(document: Document, known: Sequence[Line], place: int) -> tuple[tuple[str, ...], int]:
    """What the columns hold, where header lines begin at `place`, and the line behind them; empty where none do."""
    header: list[Span] = []
    first = document.folded[known[place].start : known[place].end]
    numbered = _role(first[:_LONGEST_HEADER]) == "number"
    if len(first) > _LONGEST_HEADER or (not numbered and _role(first.strip(" :.*")) == "other"):
        return (), place
    body = place
    for line in known[place : place + _MOST_COLUMNS + 1]:
        words = document.folded[line.start : line.end]
        if header and document.plain[line.start].islower() and len(words) <= _LONGEST_HEADER:  # `Đơn vị`, `chủ trì`
            header[-1] = Span(header[-1].start, line.end)
            body += 1
            continue
        if len(words) > _LONGEST_HEADER or (numbered and _FIRST.match(document.plain, line.start, line.end)):
            break
        if not numbered and _role(words.strip(" :.*")) == "other":
            break
        header.append(line.span)
        body += 1
    roles = _roles(document, header)
    if "number" in roles[1:] or ("measure" in roles and not numbered):
        return (), place  # a title stands above the header, which begins where rows are numbered
    fits = _is_header(roles) and (numbered or len(header) >= 3) and len(header) <= _MOST_COLUMNS
    return (roles, body) if fits else ((), place)


def _table_end(document: Document, known: Sequence[Line], place: int, *, tabbed: bool) -> int:
    """The line where the table is over: a heading, the signature, or (in tables written with tabs) text without one."""
    bare = 0
    while place < len(known):
        line = known[place]
        bare = 0 if line.tab or not tabbed else bare + 1
        heading = line.style in ("annex", "part", "chapter", "article", "roman") and line.body < line.end and not line.tab
        if heading or bare > 3 or document.folded.startswith("noi nhan", line.start):
            return place - max(0, bare - 1) if tabbed and bare > 1 else place
        if line.style in ("first", "second") and document.plain[line.body : line.end][:1].isalpha() and not line.tab:
            return place  # `40 - 50` is a cell
        place += 1
    return place


def _rows(
    document: Document, cells: Sequence[Line], roles: tuple[str, ...], *, tabbed: bool
) -> Iterator[tuple[Span | None, ...]]:
    """The rows these lines make: each line goes to the column that suits it, by the cheapest way through the whole table."""
    columns = _columns_of(document, cells, roles, tabbed=tabbed)
    row: list[Span | None] = [None] * len(roles)
    for place, (line, column) in enumerate(zip(cells, columns, strict=True)):
        wrapped = place and (column < columns[place - 1] or (column == columns[place - 1] and tabbed and line.tab))
        if wrapped:
            yield tuple(row)
            row = [None] * len(roles)
        before = row[column]
        row[column] = Span(before.start, line.end) if before else line.span
    yield tuple(row)


def _columns_of(document: Document, cells: Sequence[Line], roles: tuple[str, ...], *, tabbed: bool) -> list[int]:
    width = len(roles)
    best = [float(column) for column in range(width)]
    steps: list[list[int]] = []
    serials = _serials(document, cells)
    for place, line in enumerate(cells):
        unfinished = place > 0 and document.plain[cells[place - 1].end - 1] in ";,"
        words = document.plain[line.start : line.end]
        goes_on = _goes_on_from(document, cells[place - 1], words) if place else 0.0
        suits = [_misfit(words, role) + (_NO_SERIAL if role == "number" and place not in serials else 0.0) for role in roles]
        if place == 0:
            best = [best[column] + suits[column] for column in range(width)]
            steps.append([0] * width)
            continue
        fresh, came = [], []
        for column in range(width):
            ways = [best[old] + _step(old, column, width, cue=line.tab if tabbed else None) for old in range(width)]
            if not tabbed:
                ways[column] -= (1.0 if unfinished else 0.0) + (goes_on + suits[column] if goes_on else 0.0)
            old = min(range(width), key=ways.__getitem__)
            fresh.append(ways[old] + suits[column])
            came.append(old)
        best = fresh
        steps.append(came)
    column = min(range(width), key=best.__getitem__)
    path = [column]
    for came in reversed(steps[1:]):
        column = came[column]
        path.append(column)
    return path[::-1]


def _goes_on_from(document: Document, above: Line, words: str) -> float:
    """How far a line looks like more of the cell above it: another item of its list, or words that begin small."""
    if words.startswith(_DASHED):
        return 1.5 if document.plain.startswith(_DASHED, above.start) else 0.0
    return 1.2 if words[0].islower() else 0.0


_NO_SERIAL = 4.0  # against the number of a row that does not follow on the row before


def _serials(document: Document, cells: Sequence[Line]) -> set[int]:
    """Which lines may number a row: what is no whole number, and whole numbers that go on from those before."""
    serials, following = set[int](), 1
    for place, line in enumerate(cells):
        words = document.plain[line.start : line.end]
        if not _WHOLE.match(words):
            serials.add(place)
        elif (number := int(words.rstrip(".)"))) in (1, following - 1, following) or (number > following and words[-1] in ".)"):
            serials.add(place)
            following = number + 1
    return serials


def _step(old: int, new: int, width: int, *, cue: bool | None) -> float:
    """What it costs to go from one column to the next line's: on is free, staying or leaping is not, a new row is a wrap.

    `cue` says whether a tab announces a new cell; None where the table is written without tabs.
    """
    if new == old:
        cost = 1.5
        if cue is not None:
            cost = 5.0 if cue else 0.0
        return cost
    penalty = 4.0 if cue is False else 0.0
    if new > old:
        return penalty + 1.0 * (new - old - 1)
    return penalty + 0.8 * (width - 1 - old) + (0.0 if new == 0 else 1.5 * new)


def _misfit(words: str, role: str) -> float:
    """How badly a line suits a column: 0 where its look is what the column holds."""
    if role == "number":
        return 0.0 if _COUNTER.match(words) else 8.0
    if role in GOAL_LOOKS:
        return misfit_of_goal(words, role)
    if role == "budget":
        return 0.0 if _AMOUNT.match(words) else 3.0
    if _COUNTER.match(words) or (words.startswith(_DASHED) and role in ("lead", "cooperating", "time")):
        return 3.0
    short = len(words) < 80
    if role == "time":
        return 0.0 if short and _TIME.search(words) else 3.0
    if role in ("lead", "cooperating"):
        return 0.0 if _AGENCY.match(words) else 1.5
    if role == "task":
        return (1.5 if short and (_AGENCY.match(words) or _TIME.match(words)) else 0.0) + (0.3 if len(words) < 20 else 0.0)
    return 0.6 if len(words) > 100 else 0.3
