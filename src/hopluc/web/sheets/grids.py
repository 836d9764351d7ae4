"""The grids of a programme: which columns each has, and its lines as the register has them now.

Labels and choices are in the language of the offices, whatever the reader's: the file goes to others.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from hopluc.sheets import Cell, Column, Grid, Kind, Line
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Observation
from hopluc.web.register import lists, queries, states
from hopluc.web.register.concern import ALL, Concern
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Role
from hopluc.web.register.money import STAGES, Fund, money_of
from hopluc.web.register.programme_page import observations_of
from hopluc.web.sheets.models import Noun
from hopluc.web.terms import Grain, Term

TASK_KINDS = tuple(lists.WORK)


def grid_of(noun: str, programme: Programme) -> Grid:
    """The grid of a noun, with the choices this programme offers."""
    with translation.override(settings.LANGUAGE_CODE):
        return Grid(noun, str(Noun(noun).label), _COLUMNS[Noun(noun)](programme))


def lines_of(noun: str, programme: Programme, concern: Concern = ALL) -> list[Line]:
    """The lines of a grid as they stand, in the order of the programme's page; lateness told where it concerns the reader."""
    with translation.override(settings.LANGUAGE_CODE):
        return list(_LINES[Noun(noun)](programme, concern))


def _strands(programme: Programme) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(strand) for strand in programme.strands.all()))


def _task_columns(programme: Programme) -> tuple[Column, ...]:
    return (
        Column("number", "Số thứ tự", 9),
        Column("title", "Nội dung nhiệm vụ", 60, required=True),
        Column("strand", "Nội dung hợp tác", 30, choices=_strands(programme)),
        Column("kind", "Loại", 18, choices=tuple(str(kind.label) for kind in TASK_KINDS)),
        Column("lead", "Chủ trì", 30),
        Column("cooperating", "Phối hợp (cách nhau bằng dấu ;)", 30),
        Column("due", "Thời hạn", 14, kind=Kind.DAY),
        Column("period", "Thời gian thực hiện", 18),
        Column("product", "Sản phẩm phải có", 30),
        Column("state", "Tình hình (hệ thống suy ra)", 18, locked=True),
    )


def _task_lines(programme: Programme, concern: Concern) -> Iterable[Line]:
    on = timezone.localdate()
    rows = programme.activities.filter(withdrawn_at=None, kind__in=TASK_KINDS)
    rows = rows.select_related("strand").prefetch_related("roles__organisation", "roles__person")
    for row in states.with_progress(rows).order_by("strand__order", "order", "pk"):
        yield Line(
            str(row.pk),
            (
                row.number,
                row.title,
                str(row.strand or ""),
                str(row.get_kind_display()),
                parties(row, Role.Capacity.LEAD),
                parties(row, Role.Capacity.COOPERATING),
                day_or_words(row.due),
                str(row.period or ""),
                row.product,
                states.state_of(row, on, telling_late=concern.reaches(row)).label,
            ),
        )


def parties(row: Activity | Agreement, capacity: str) -> str:
    """Who holds a capacity toward a row now, parted by semicolons."""
    return "; ".join(party_of(role) for role in row.roles.all() if role.capacity == capacity and role.until is None)


def party_of(role: Role) -> str:
    """The name a role's party goes by."""
    return str(role.organisation or role.person or role.post)


def day_or_words(term: Term | None) -> Cell:
    """A term of one day as a day, any other in its words."""
    if term is None:
        return None
    return term.first if term.grain == Grain.DAY and term.first and term.first == term.last else str(term)


def _figure_columns(programme: Programme) -> tuple[Column, ...]:
    return (
        Column("indicator", "Chỉ tiêu, nội dung", 50, keeps=True, required=True),
        Column("unit", "Đơn vị tính", 14, keeps=True),
        Column("field", "Lĩnh vực, phân tổ", 24),
        Column("stage", "Loại số liệu", 16, choices=tuple(str(stage.label) for stage in Observation.Stage), required=True),
        Column("period", "Kỳ", 16),
        Column("figure", "Giá trị", 16, kind=Kind.NUMBER, required=True),
        Column("place_as_written", "Địa bàn", 20),
        Column("as_written", "Như đã viết trong nguồn", 24, locked=True),
    )


def _figure_lines(programme: Programme, _concern: Concern) -> Iterable[Line]:
    for row in observations_of(programme).select_related("place"):
        figure = row.figure
        yield Line(
            str(row.pk),
            (
                row.indicator.name,
                row.indicator.unit,
                row.field,
                str(row.get_stage_display()),
                str(row.period or ""),
                figure.low if figure.form == Form.EXACT else str(figure),
                row.place.name if row.place else row.place_as_written,
                row.as_written,
            ),
        )


def _petition_columns(programme: Programme) -> tuple[Column, ...]:
    return (
        Column("number", "Số", 9),
        Column("text", "Nội dung kiến nghị, đề xuất", 70, required=True),
        Column("sender", "Bên kiến nghị", 28, locked=True),
        Column("recipient", "Gửi đến", 28, required=True),
        Column("made_on", "Ngày gửi", 14, kind=Kind.DAY),
        Column("due", "Thời hạn trả lời", 14, kind=Kind.DAY),
        Column("state", "Tình hình (hệ thống suy ra)", 18, locked=True),
    )


def _petition_lines(programme: Programme, _concern: Concern) -> Iterable[Line]:
    rows = lists.with_petition_parts(queries.petitions_of(programme)).order_by("order", "pk")
    for petition in lists.shown_petitions(rows, timezone.localdate()):
        row = petition.row
        yield Line(
            str(row.pk),
            (
                row.number,
                row.text,
                str(row.sender or row.sender_as_written),
                recipient_of(row),
                row.made_on,
                day_or_words(row.due),
                petition.state.label,
            ),
        )


def recipient_of(petition: Commitment) -> str:
    """Whom a petition was put to."""
    return str(petition.recipient or petition.recipient_as_written)


def _agreement_columns(programme: Programme) -> tuple[Column, ...]:
    return (
        Column("title", "Tên thỏa thuận", 60, required=True),
        Column("form", "Loại giấy tờ", 20),
        Column("parties", "Các bên (cách nhau bằng dấu ;)", 40, keeps=True),
        Column("date", "Ngày ký", 14, kind=Kind.DAY),
        Column("period", "Thời hạn hiệu lực", 18),
        Column("place_as_written", "Nơi ký", 20),
    )


def _agreement_lines(programme: Programme, _concern: Concern) -> Iterable[Line]:
    rows = programme.agreements.filter(withdrawn_at=None).order_by("pk")
    for row in rows.prefetch_related("roles__organisation", "roles__person"):
        cells = (
            row.title,
            row.form,
            parties(row, Role.Capacity.PARTY),
            day_or_words(row.date),
            str(row.period or ""),
            row.place_as_written,
        )
        yield Line(str(row.pk), cells)


def _money_columns(programme: Programme) -> tuple[Column, ...]:
    stages = (Column(stage.value, str(stage.label), 18, kind=Kind.NUMBER) for stage in STAGES)
    return (
        Column("about", "Nhiệm vụ (để trống: chung cả chương trình)", 50, keeps=True),
        Column("year", "Năm", 8, keeps=True, required=True),
        Column("fund", "Nguồn", 24, choices=tuple(str(fund.label) for fund in Fund), keeps=True),
        *stages,
    )


def _money_lines(programme: Programme, _concern: Concern) -> Iterable[Line]:
    for line in money_of(programme).lines:
        key = f"{line.about._meta.model_name}-{line.about.pk}-{line.year or ''}-{line.fund}"
        about = "" if line.about == programme else str(getattr(line.about, "title", line.about))
        amounts = (_amount(line.amount(stage)) for stage in STAGES)
        yield Line(key, (about, str(line.year or ""), line.label, *amounts))


def _amount(figure: Figure | None) -> Cell:
    """Đồng as a number; what is no single number in its words."""
    if figure is None:
        return None
    return figure.low if figure.form in (Form.EXACT, Form.ZERO) else str(figure)


_COLUMNS: Mapping[Noun, Callable[[Programme], tuple[Column, ...]]] = {
    Noun.TASKS: _task_columns,
    Noun.FIGURES: _figure_columns,
    Noun.PETITIONS: _petition_columns,
    Noun.AGREEMENTS: _agreement_columns,
    Noun.MONEY: _money_columns,
}
_LINES: Mapping[Noun, Callable[[Programme, Concern], Iterable[Any]]] = {
    Noun.TASKS: _task_lines,
    Noun.FIGURES: _figure_lines,
    Noun.PETITIONS: _petition_lines,
    Noun.AGREEMENTS: _agreement_lines,
    Noun.MONEY: _money_lines,
}
