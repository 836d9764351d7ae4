"""A return to be copied into another system field by field (bảng sao chép): each value plain, in the order of the outline, under a code."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.sheets import Cell, Column, Grid, Kind, Line
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.typed import words_of
from hopluc.web.returns.contents import Content, PartContent
from hopluc.web.returns.models import Sentence, Stage

GRID = Grid(
    "copy",
    "Bảng sao chép sang hệ thống khác",
    (
        Column("code", "Mã", 12, locked=True),
        Column("name", "Nội dung", 60, locked=True),
        Column("unit", "Đơn vị tính", 16, locked=True),
        Column("value", "Giá trị", 40, Kind.NUMBER, locked=True),
    ),
)


class Style(models.TextChoices):
    """How the other system wants a number typed."""

    PLAIN = "1234,5", _("1234,5 (không ngăn hàng nghìn)")
    DOTTED = "1.234,5", _("1.234,5 (dấu chấm ngăn hàng nghìn)")
    POINT = "1234.5", _("1234.5 (dấu chấm thập phân)")


@dataclass(frozen=True)
class Field:
    """A field of the other system: its code here, what it is of, its unit, and the figure or the words that go in; neither where nothing
    was told."""

    code: str
    name: str
    unit: str = ""
    figure: Figure | None = None
    words: str = ""

    @property
    def is_known(self) -> bool:
        return bool(self.words) or (self.figure is not None and self.figure.known)

    def typed(self, style: str) -> str:
        """The value as it is put into the other system; what is no single number in its words."""
        number = self._number
        if number is None:
            return self.words or words_of(self.figure)
        plain = f"{number:,f}" if style == Style.DOTTED else f"{number:f}"
        return plain if style == Style.POINT else plain.translate(str.maketrans(",.", ".,"))

    @property
    def cell(self) -> Cell:
        """The value as a cell: a number as such."""
        return self._number if self._number is not None else self.typed(Style.PLAIN)

    @property
    def _number(self) -> Decimal | None:
        figure = self.figure
        if figure is None or figure.form not in (Form.EXACT, Form.ZERO) or figure.single is None:
            return None
        return figure.single.normalize() if figure.single else Decimal(0)


def fields_of(content: Content) -> list[Field]:
    """The fields of a return, part by part: its figures by stage, then what it tells in words."""
    return [field for place, part in enumerate(content.parts, start=1) for field in _fields_of(place, part)]


def _fields_of(place: int, part: PartContent) -> Iterator[Field]:
    head = part.part.number.strip(". ") or str(place)
    for number, line in enumerate(part.lines, start=1):
        for letter, stage in zip("abcd", Stage, strict=True):
            yield Field(f"{head}.{number}{letter}", f"{line.row.name}: {stage.label}", line.row.unit, line.figure(stage))
    told = "\n".join(
        " ".join(words for words in (_task(one), one.text) if words) for one in part.sentences if one.text or one.said
    )
    yield Field(head, part.part.title, words=told or (words_of(Figure.zero()) if part.nothing else ""))


def _task(one: Sentence) -> str:
    if one.activity is None:
        return ""
    return f"{one.activity.title.rstrip('. ')}:" + (f" {one.get_said_display()}." if one.said else "")


def lines_of(content: Content) -> list[Line]:
    """The fields as lines of the grid; a value nobody told is an empty cell."""
    return [
        Line(field.code, (field.code, field.name, field.unit, field.cell if field.is_known else None))
        for field in fields_of(content)
    ]
