"""What an officer gives when a sheet comes back."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from hopluc.sheets.foreign import ColumnGuess, Comma, Holds, Layout
from hopluc.web.crud import AskForm
from hopluc.web.measures.models import Observation

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
