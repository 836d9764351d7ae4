"""Targets that a table sets out (bảng chỉ tiêu): one for each row and each column that says what is to be reached."""

import re
from collections.abc import Iterator

from hopluc.errors import NotAnAmount
from hopluc.money import NUMBER, parse_number
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import layout
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import squeezed
from hopluc.reading.records.setting import Setting, heads_of, is_plan
from hopluc.reading.records.target.value import Target

# What the heading of a column says of its figures, without marks: what is to be reached, or a year or a value that may be either.
_AIMED = Pattern(
    r"(?:cac )?(?:muc tieu|ke hoach|chi tieu|phan dau|du kien|can dat|den (?:het )?(?:nam|cuoi|thang)|(?:gia tri|ket qua|muc) (?:can|phai|phan dau))\b"
)
_OPEN = Pattern(r"(?:(?:nam|giai doan|thoi ky) )?(?:20\d\d)(?:\s?[-–]\s?20\d\d)?$|(?:ket qua|gia tri|so luong|muc)$")
_OF_GOALS = Pattern(r"\b(?:chi tieu|muc tieu)\b")
_REACHED = Pattern(r"\b(?:ket qua (?:thuc hien|dat)|tinh hinh|danh gia|thuc trang|hien trang|da dat)\b")
_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)")
_SIGN = r"(?:[≥≤><]=?|tối thiểu|ít nhất|trên|dưới|từ|đạt|khoảng|tăng|giảm|không dưới|không quá)"
_FIGURE = Pattern(
    rf"(?:{_SIGN}\s*)*(?P<low>{NUMBER})(?:\s?%)?(?:\s?(?:-|–|đến)\s?(?P<high>{NUMBER}))?\s?(?P<percent>%)?(?=\s|[;,.)*]|$)",
    re.IGNORECASE,
)
_BOUND_ONLY = Pattern(r"\s*(?:Đến|Trước)\s(?:hết\s)?năm\s(20\d\d)\W*", re.IGNORECASE)
_IN_BRACKETS = Pattern(r"\(([^()\d]{1,30})\)\W*$")
_FEWEST_WORDS = 4
_REACHES = Pattern(
    r"(?:đạt|hoàn thành|thuộc|nằm trong|đứng|trở thành|cơ bản|có|được|xây dựng|hình thành|duy trì|tiên tiến|một số|giữ)\b",
    re.IGNORECASE,
)
_FRAME = " \n\t*_|"
_SHORTEST = 8
_LONGEST_UNIT = 40


def tables_of_targets(document: Document) -> tuple[Table, ...]:
    """The tables with a column of what is measured."""
    return tuple(table for table in layout(document).tables if "measure" in table.columns and table.header)


def targets_in_rows(document: Document, setting: Setting) -> Iterator[Record]:
    """A target for each figure of a row that stands in a column of goals."""
    for table in tables_of_targets(document):
        yield from _Rows(document, setting, table).read()


class _Rows:
    """One table of targets; `by` is the year that a row such as `Đến năm 2030` sets for the rows below it."""

    def __init__(self, document: Document, setting: Setting, table: Table) -> None:
        self.document, self.setting, self.table = document, setting, table
        heads = heads_of(document, table.span.start)
        self.by_head = setting.limit_above(heads) or self._planned_end()
        told = [document.folded[head.start : head.end] for head in heads]
        self.of_goals = any(_OF_GOALS.search(words) for words in told) and not any(_REACHED.search(words) for words in told)
        self.of_goals = self.of_goals or is_plan(document)

    def _planned_end(self) -> str | None:
        return self.setting.planned_period.end if self.setting.planned_period and is_plan(self.document) else None

    def read(self) -> Iterator[Record]:
        """The targets of the table, row by row."""
        columns = self._columns()
        by = None
        for row in self.table.rows if columns else ():
            measure = self.table.cell(row, "measure")
            limit = _BOUND_ONLY.fullmatch(self._words(measure)) if measure else None
            if limit:
                by = limit[1]
            elif measure is not None and len(self._words(measure)) >= _SHORTEST:
                for place, year in columns.items():
                    cell = row[place]
                    record = self._target(row, measure, cell, year or by or self.by_head) if cell else None
                    if record is not None:
                        yield record

    def _columns(self) -> dict[int, str | None]:
        """The columns of goals, each with the year its heading names."""
        columns: dict[int, str | None] = {}
        for place, cell in enumerate(self.table.header):
            if cell is None or self.table.columns[place] in ("measure", "number", "unit", "lead", "cooperating"):
                continue
            words = self.document.folded[cell.start : cell.end].strip(_FRAME)
            years = _YEAR.findall(words)
            if _AIMED.match(words) or (_OPEN.match(words) and self.of_goals and self._is_ahead(years)):
                columns[place] = years[-1] if years else None
        return columns

    def _is_ahead(self, years: list[str]) -> bool:
        latest = self.setting.latest_year
        return not years or latest is None or int(years[-1]) >= latest

    def _words(self, cell: Span) -> str:
        return squeezed(self.document.quote(cell)).strip(_FRAME)

    def _target(self, row: tuple[Span | None, ...], measure: Span, cell: Span, by: str | None) -> Record | None:
        start = (
            cell.start
            + len(self.document.plain[cell.start : cell.end])
            - len(self.document.plain[cell.start : cell.end].lstrip(_FRAME))
        )
        figure = _FIGURE.match(self.document.plain, start, cell.end)
        if figure is None:
            return self._told_in_words(measure, cell, by)
        try:
            low = parse_number(figure["low"])
            high = parse_number(figure["high"]) if figure["high"] else None
        except NotAnAmount:
            return None
        unit = self.table.cell(row, "unit")
        beside = _IN_BRACKETS.search(self._words(measure))
        named = self._words(unit) if unit else beside[1] if beside else "%" if figure["percent"] else None
        value = Target(
            self._words(measure),
            unit=named[:_LONGEST_UNIT] if named else None,
            number=None if high is not None else low,
            min=low if high is not None else None,
            max=high,
            by=by,
        )
        return Record("target", value, (measure, cell), parts=(("number", Span(*figure.span())),))

    def _told_in_words(self, measure: Span, cell: Span, by: str | None) -> Record | None:
        """A goal of the row that names no figure but is due: `Đạt mức trung bình khá của cả nước`."""
        words = self._words(cell)
        if by is None or len(words.split()) < _FEWEST_WORDS or not _REACHES.match(words):
            return None
        return Record("target", Target(f"{self._words(measure)}: {words}", by=by), (measure, cell))
