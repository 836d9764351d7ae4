"""What an officer gives when a sheet comes back."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from hopluc.sheets.foreign import ColumnGuess, Comma, Holds, Layout
from hopluc.vietnamese import fold
from hopluc.web.measures.models import Observation
from hopluc.web.pages.crud import AskForm
from hopluc.web.sheets.mapping import ColumnSaid, SheetSaid, items
from hopluc.web.sheets.sources import Sources

HOLDS = (
    (Holds.NAME.value, _("Tên chỉ tiêu, nội dung")),
    (Holds.FIGURE.value, _("Số liệu")),
    (Holds.UNIT.value, _("Đơn vị tính")),
    (Holds.ORDER.value, _("Số thứ tự")),
    (Holds.NOTHING.value, _("Bỏ qua")),
)
COMMAS = (
    (Comma.UNSAID.value, _("Chưa rõ: các số này sẽ được trả lại")),
    (Comma.THOUSANDS.value, _("5,132 là năm nghìn một trăm ba mươi hai")),
    (Comma.DECIMALS.value, _("5,132 là năm phẩy một ba hai")),
)


class HandIn(AskForm):
    """The edited file."""

    file = forms.FileField(
        label=_("Tệp Excel đã sửa"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".xlsx"})
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > settings.MOST_UPLOAD_BYTES:
            raise forms.ValidationError(_("Tệp vượt quá dung lượng được tiếp nhận. Đề nghị chia thành nhiều tệp."))
        return file


class EnterSheet(AskForm):
    """Which rows in conflict stand as the file has them."""

    from_file = forms.TypedMultipleChoiceField(label=_("Lấy theo tệp"), required=False, coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_file"].choices = [(number, number) for number, _key, _words in self.given.rows]  # type: ignore[attr-defined]


class TakeAgencySheet(HandIn):
    """A file of an agency's own make, and who sent it."""

    sender = forms.CharField(
        label=_("Đơn vị gửi"),
        required=False,
        max_length=300,
        help_text=_("Cách hiểu bảng được nhớ theo đơn vị gửi; lần sau không phải chọn lại."),
    )
    field_order = ("file", "sender")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Tệp Excel của đơn vị")


class SettleLayout(AskForm):
    """How a sheet is to be understood: its heading, its columns, its unit and time, and what a comma means."""

    first = forms.IntegerField(label=_("Tiêu đề: từ dòng"), min_value=1)
    last = forms.IntegerField(label=_("đến dòng"), min_value=1)
    unit = forms.CharField(label=_("Đơn vị tính chung"), required=False, max_length=100)
    period = forms.CharField(
        label=_("Kỳ chung"), required=False, max_length=100, help_text=_("Như: 2026; 2021 - 2025; quý I/2026.")
    )
    comma = forms.ChoiceField(label=_("Dấu phẩy trước ba chữ số"), choices=COMMAS, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: Layout = self.given.as_layout()
        known = self.known
        said = {"first": known.first + 1, "last": known.last + 1, "unit": known.unit, "period": known.period}
        self.initial.update(said, comma=known.comma.value)
        for place, column in enumerate(known.columns):
            holds = forms.ChoiceField(label=_("Cột chứa"), choices=HOLDS, initial=column.holds.value)
            stage = forms.ChoiceField(
                label=_("Loại số liệu"), choices=Observation.Stage.choices, initial=column.stage or "actual", required=False
            )
            period = forms.CharField(label=_("Kỳ"), required=False, max_length=100, initial=column.period)
            self.fields |= {f"holds_{place}": holds, f"stage_{place}": stage, f"period_{place}": period}

    @property
    def columns(self) -> list[tuple[str, Any, Any, Any]]:
        """Each column: its label and its three fields."""
        return [
            (column.label, self[f"holds_{place}"], self[f"stage_{place}"], self[f"period_{place}"])
            for place, column in enumerate(self.known.columns)
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        if not said["first"] <= said["last"] <= len(self.given.cells):
            raise forms.ValidationError(_("Dòng tiêu đề không có trong bảng. Đề nghị kiểm tra lại hai số dòng."))
        columns = tuple(
            ColumnGuess(
                column.label, Holds(said[f"holds_{place}"]), said[f"stage_{place}"] or "actual", said[f"period_{place}"]
            )
            for place, column in enumerate(self.known.columns)
        )
        if sum(column.holds is Holds.NAME for column in columns) != 1:
            raise forms.ValidationError(_("Đề nghị chọn đúng một cột là tên chỉ tiêu, nội dung."))
        first, last = said["first"] - 1, said["last"] - 1
        self.layout = Layout(first, last, columns, said["unit"], said["period"], Comma(said["comma"]))
        return said


class TakeAskedForm(TakeAgencySheet):
    """A form that is asked to be filled, and who asks."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = _("Tệp biểu mẫu (.xlsx)")
        self.fields["sender"].label = _("Cơ quan yêu cầu")
        self.fields["sender"].help_text = _("Cách điền được nhớ theo cơ quan và mẫu biểu; lần sau không phải chọn lại.")


class SettleAskedForm(AskForm):
    """Where the figures of a sheet of a form come from: by column its stage and time, by row the figure or the body."""

    sheet = forms.IntegerField(widget=forms.HiddenInput)
    last = forms.IntegerField(label=_("Tiêu đề đến hết dòng"), min_value=1)
    name = forms.TypedChoiceField(label=_("Cột tên chỉ tiêu"), coerce=int)
    unit = forms.CharField(label=_("Đơn vị tính chung"), required=False, max_length=100)
    over_numbers = forms.BooleanField(label=_("Thay số đang có trong ô"), required=False)

    def __init__(self, *args: Any, sheet: Any, at: int, said: SheetSaid, sources: Sources, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known, self.of_sheet, self.sources = said, sheet, sources
        asked = said.asked(sheet)
        self.asked_columns = asked.columns if asked else ()
        self.items = items(sheet, asked) if asked else []
        self.initial.update(sheet=at, last=said.last + 1, name=said.name, unit=said.unit, over_numbers=said.over_numbers)
        self.fields["name"].choices = [  # type: ignore[attr-defined]
            (place, column.label or f"({place + 1})") for place, column in enumerate(self.asked_columns)
        ]
        for place, one in enumerate(said.columns[: len(self.asked_columns)]):
            self.fields |= _column_fields(place, one, sources)
        for number, item in enumerate(self.items):
            label = sources.labels.get(said.rows.get(item.key, ""), "")
            self.fields[f"row_{number}"] = _code_field(_("Lấy số liệu"), label)

    def columns(self) -> Iterator[tuple[str, Any, Any, Any, Any]]:
        """Each column that has room: its label and its four fields."""
        for place, column in enumerate(self.asked_columns):
            if f"fills_{place}" in self.fields and column.may_fill:
                fills, code, stage, period = (self[f"{name}_{place}"] for name in ("fills", "code", "stage", "period"))
                yield column.label, fills, code, stage, period

    @cached_property
    def by_row(self) -> dict[int, tuple[Any, Any, str]]:
        """By the number of the row each item, its field, and what it may mean where nothing is said of it yet."""
        told = {}
        for number, item in enumerate(self.items):
            field = self[f"row_{number}"]
            told[item.row] = (item, field, "" if field.value() else self.sources.suggested(item.name))
        return told

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        codes = {name: self._code(name, words) for name, words in list(said.items()) if name.startswith(("row_", "code_"))}
        if self.errors:
            return said
        if said["last"] >= len(self.of_sheet.cells):
            raise forms.ValidationError(_("Dòng tiêu đề không có trong bảng. Đề nghị kiểm tra lại."))
        columns = tuple(
            ColumnSaid(
                said[f"fills_{place}"], codes[f"code_{place}"], said[f"stage_{place}"] or "actual", said[f"period_{place}"]
            )
            for place in range(len(self.asked_columns))
        )
        rows = {item.key: codes[f"row_{number}"] for number, item in enumerate(self.items)}
        self.said = SheetSaid(said["last"] - 1, said["name"], said["unit"], said["over_numbers"], columns, rows)
        return said

    def _code(self, name: str, words: str) -> str:
        """The code of a label chosen or typed; what is none is refused beside its field."""
        code = self.sources.codes.get(fold(words), "") if words else ""
        if words and not code:
            self.add_error(
                name, now("Không có số liệu “%(words)s”. Đề nghị chọn trong danh sách gợi ý.") % {"words": words[:80]}
            )
        return code


def _code_field(label: Any, said: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=700, initial=said, widget=forms.TextInput(attrs={"list": "nguon-so-lieu"})
    )


def _column_fields(place: int, said: ColumnSaid, sources: Sources) -> dict[str, forms.Field]:
    stage = forms.ChoiceField(label=_("Loại số liệu"), choices=Observation.Stage.choices, initial=said.stage, required=False)
    return {
        f"fills_{place}": forms.BooleanField(label=_("Điền"), required=False, initial=said.fills),
        f"code_{place}": _code_field(_("Lấy số liệu"), sources.labels.get(said.code, "")),
        f"stage_{place}": stage,
        f"period_{place}": forms.CharField(label=_("Kỳ"), required=False, max_length=100, initial=said.period),
    }
