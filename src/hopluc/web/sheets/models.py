"""Sheets handed in: an edited Excel file of a programme's grid, waiting for a word, then entered."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.sheets import Cell, Cells, Row
from hopluc.sheets.foreign import ColumnGuess, Comma, Holds, Layout
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme


class Noun(models.TextChoices):
    """What a grid lists; the value stands in addresses and is the part of the programme's page it belongs to."""

    TASKS = "nhiem-vu", _("Nhiệm vụ")
    FIGURES = "so-lieu", _("Số liệu")
    PETITIONS = "kien-nghi", _("Kiến nghị")
    AGREEMENTS = "thoa-thuan", _("Thỏa thuận")
    MONEY = "kinh-phi", _("Kinh phí")


class HandedIn(models.Model):
    """A sheet handed in (bảng tính nhập lại): its rows as read, and once entered, what went in and what did not.

    `rows` keep the file's own words; what they change is worked out against the register as it stands, never kept.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sheets_handed_in")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="sheets_handed_in")
    noun = models.CharField(_("bảng"), max_length=12, choices=Noun)
    name = models.CharField(_("tên tệp"), max_length=300)
    rows = models.JSONField(default=list)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    entered_at = models.DateTimeField(null=True, blank=True, editable=False)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = pgettext_lazy("one", "bảng tính nhập lại")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sheets:handed_in", args=[self.pk])

    def as_read(self) -> list[Row]:
        """The rows as they were read from the file."""
        return [Row(number, key, tuple(words)) for number, key, words in self.rows]

    def refused(self) -> list[tuple[Row, str]]:
        """The rows that did not go in, each with its reason; none before the sheet is entered."""
        rows = {row.number: row for row in self.as_read()}
        told: list[Any] = self.outcome.get("refused", [])
        return [(rows[number], reason) for number, reason in told]


class AgencySheet(models.Model):
    """A sheet of an agency's own make (bảng của đơn vị): its cells as read, and how an officer says they are to be understood.

    Once passed on, its layout is taken for the next sheet of the same sender and make.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="agency_sheets")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="agency_sheets")
    sender = models.CharField(_("đơn vị gửi"), max_length=300, blank=True)
    sender_key = models.CharField(max_length=300, blank=True, editable=False)
    name = models.CharField(_("tên tệp"), max_length=300)
    cells = models.JSONField(default=list)
    layout = models.JSONField(default=dict)
    signature = models.TextField(editable=False)
    remembered = models.BooleanField(default=False, editable=False)
    passed_on = models.ForeignKey(HandedIn, null=True, blank=True, on_delete=models.PROTECT, related_name="came_from")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("bảng của đơn vị")
        indexes = (models.Index(fields=["owner", "sender_key"]),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sheets:agency_sheet", args=[self.pk])

    def as_cells(self) -> Cells:
        """The cells as they were read from the file."""
        return tuple(tuple(_cell(kept) for kept in row) for row in self.cells)

    def as_layout(self) -> Layout:
        """How the cells are to be understood."""
        said = dict(self.layout)
        columns = tuple(
            ColumnGuess(one["label"], Holds(one["holds"]), one["stage"], one["period"]) for one in said.pop("columns")
        )
        return Layout(columns=columns, comma=Comma(said.pop("comma")), **said)


class AskedForm(models.Model):
    """A form that whoever asks for a report made (biểu mẫu của cơ quan yêu cầu): the file itself, and how an officer says it is filled.

    Its numbers are worked out when it is taken, never kept. Once settled, what was said holds for the next form of the same sender and make.
    """

    UNRECORDED = ("data",)

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="asked_forms")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="asked_forms")
    sender = models.CharField(_("cơ quan yêu cầu"), max_length=300, blank=True)
    sender_key = models.CharField(max_length=300, blank=True, editable=False)
    name = models.CharField(_("tên tệp"), max_length=300)
    data = models.BinaryField(editable=False)
    signature = models.TextField(editable=False)
    mapping = models.JSONField(default=list)
    remembered = models.BooleanField(default=False, editable=False)
    settled = models.BooleanField(default=False, editable=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("biểu mẫu của cơ quan yêu cầu")
        indexes = (models.Index(fields=["owner", "sender_key"]),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sheets:asked_form", args=[self.pk])


def kept_cells(cells: Cells) -> list[list[Any]]:
    """Cells as they are kept: words as they are, a number or a day with its sort."""
    return [[_kept(cell) for cell in row] for row in cells]


def kept_layout(layout: Layout) -> dict[str, Any]:
    """A layout as it is kept."""
    columns = [
        {"label": one.label, "holds": one.holds.value, "stage": one.stage, "period": one.period} for one in layout.columns
    ]
    said = {"first": layout.first, "last": layout.last, "unit": layout.unit, "period": layout.period}
    return said | {"comma": layout.comma.value, "columns": columns}


def _kept(cell: Cell) -> Any:
    if isinstance(cell, Decimal):
        return ["n", str(cell)]
    return ["d", cell.isoformat()] if isinstance(cell, date) else cell


def _cell(kept: Any) -> Cell:
    if not isinstance(kept, list):
        return str(kept) if kept is not None else None
    sort, said = kept
    return Decimal(said) if sort == "n" else date.fromisoformat(said)
