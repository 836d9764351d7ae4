"""Figures and their evidence: what a person gives, chooses and attaches, and what is wrong with it."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hopluc.web.documents.models import Document
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.observatory import queries
from hopluc.web.observatory.actions import Given, mark_of
from hopluc.web.observatory.forms.lines import LONGEST, lines_in
from hopluc.web.observatory.models import Entry
from hopluc.web.observatory.typed import value_of, year_of
from hopluc.web.pages.asking import lines
from hopluc.web.pages.crud import AskForm


def given_of(said: Mapping[str, str], one: Any, last: int) -> Given:
    """What one line says of a figure. Raises ValidationError."""
    return Given(
        value_of(said.get("value", ""), one),
        said.get("value", "").strip(),
        year_of(said.get("year", ""), last),
        " ".join(said.get("source", "").split()),
        " ".join(said.get("note", "").split()),
        said.get("confirmed", "").strip(),
    )


class Figures(AskForm):
    """The figures of a series, a line a unit; `lines` has the fields of each line for the page."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)
    CELLS = (("value", 60), ("year", 4), ("source", 500), ("note", 1000), ("confirmed", 500))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = list(self.given.edition.units.all())
        self.entries = queries.entries_of(self.given)
        self.fields["seen"].initial = mark_of(self.entries.values())
        labels = {
            "value": gettext("Số liệu"),
            "year": gettext("Năm số liệu"),
            "source": gettext("Nguồn, trang"),
            "note": gettext("Ghi chú"),
            "confirmed": gettext("Trả lời, lý do số liệu đúng"),
        }
        for unit in self.units:
            entry = self.entries.get(unit.pk)
            for name, most in self.CELLS:
                field = forms.CharField(label=f"{labels[name]}: {unit.name}", required=False, max_length=most)
                field.initial = _initial(entry, name)
                self.fields[f"{name}_{unit.pk}"] = field

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        definition, last = self.given.edition.definition, self.given.edition.year
        one = next((found for found in definition.indicators if found.code == self.given.code), None)
        given: dict[str, Given] = {}
        for unit in self.units:
            cells = {name: said.get(f"{name}_{unit.pk}", "") for name, _most in self.CELLS}
            try:
                given[unit.code] = given_of(cells, one, last)
            except ValidationError as refused:
                self.add_error(f"value_{unit.pk}", refused)
        changed = {code: found for code, found in given.items() if self._is_changed(code, found)}
        odd = queries.doubts_about(self.given, {code: found.value for code, found in changed.items()})
        for unit in self.units:
            if unit.code in odd and not changed[unit.code].confirmed:
                told = " ".join(doubt.text for doubt in odd[unit.code])
                self.add_error(
                    f"confirmed_{unit.pk}",
                    gettext("%(told)s Đề nghị sửa lại, hoặc ghi lý do nếu số liệu đúng.") % {"told": told},
                )
        return {"seen": said.get("seen") or None, "given": given}

    def _is_changed(self, code: str, found: Given) -> bool:
        unit = next(unit for unit in self.units if unit.code == code)
        entry = self.entries.get(unit.pk)
        return entry is None or entry.value != found.value or entry.state == Entry.State.ASKED

    @property
    def lines(self) -> list[dict[str, Any]]:
        """For the page: each unit with its figure as it stands and its fields."""
        last = queries.last_year(self.given)
        found = []
        for unit in self.units:
            entry = self.entries.get(unit.pk)
            fields = {name: self[f"{name}_{unit.pk}"] for name, _most in self.CELLS}
            asked = entry is not None and entry.state == Entry.State.ASKED
            needs_word = asked or bool(fields["confirmed"].errors or fields["confirmed"].value())
            found.append({"unit": unit, "entry": entry, "before": last.get(unit.code), "needs_word": needs_word, **fields})
        return found


def _initial(entry: Entry | None, name: str) -> Any:
    if entry is None or (name == "value" and entry.value is None):
        return ""
    kept = entry.as_written if name == "value" else getattr(entry, name)
    return "" if kept is None else kept


class Paste(AskForm):
    """A pasted table of one series: unit, figure, and if wished year, source, note, word on an odd one."""

    table = forms.CharField(
        label=_("Dán bảng từ Excel, mỗi dòng: mã đơn vị, số liệu, năm số liệu, nguồn, ghi chú, lý do số liệu đúng"),
        max_length=LONGEST,
        widget=lines(14),
        help_text=_("Chỉ cần hai cột đầu. Đơn vị không có trong bảng được giữ nguyên; ô số liệu trống nghĩa là chưa có."),
    )

    def clean_table(self) -> dict[str, Given]:
        edition = self.given.edition
        one = next((found for found in edition.definition.indicators if found.code == self.given.code), None)
        codes = set(queries.units_by_code(edition))
        given: dict[str, Given] = {}
        for number, cells in lines_in(self.cleaned_data["table"]):
            if cells[0] not in codes or cells[0] in given:
                told = gettext("Dòng %(number)s: không có đơn vị mã “%(code)s”, hoặc mã này đã có ở dòng trên.")
                raise ValidationError(told % {"number": number, "code": cells[0][:40]})
            names = ("value", "year", "source", "note", "confirmed")
            try:
                given[cells[0]] = given_of(dict(zip(names, cells[1:], strict=False)), one, edition.year)
            except ValidationError as refused:
                raise ValidationError(
                    gettext("Dòng %(number)s: %(why)s") % {"number": number, "why": " ".join(refused.messages)}
                ) from refused
        return given


class HandIn(AskForm):
    """The edited table."""

    file = forms.FileField(
        label=_("Tệp Excel đã sửa"), allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".xlsx"})
    )

    def clean_file(self) -> Any:
        return not_too_large(self.cleaned_data["file"])


def not_too_large(file: Any) -> Any:
    """The file, where it is no larger than a file may be."""
    if file and file.size > settings.MOST_UPLOAD_BYTES:
        raise ValidationError(_("Tệp vượt quá dung lượng được tiếp nhận. Đề nghị chia thành nhiều tệp."))
    return file


class Units(AskForm):
    """Which units' figures of a series: those that may be chosen stand ticked."""

    states: tuple[str, ...] = ()
    units = forms.MultipleChoiceField(label=_("Đơn vị"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = [row for row in queries.entries_of(self.given).values() if row.state in self.states and self.may(row)]
        choices = [(row.unit.code, f"{row.unit}: {row.as_written} ({row.get_state_display()})") for row in rows]
        self.fields["units"].choices = choices  # type: ignore[attr-defined]
        self.fields["units"].initial = [code for code, _words in choices]

    def may(self, entry: Entry) -> bool:
        """May this account choose it."""
        return True


class CheckFigures(Units):
    """Figures given by others."""

    states = (Entry.State.SENT,)

    def may(self, entry: Entry) -> bool:
        return bool(entry.entered_by_id != self.user.pk)


class AskForMore(Units):
    """Figures, and what is wanted."""

    states = (Entry.State.SENT, Entry.State.CHECKED, Entry.State.ACCEPTED)
    wanted = forms.CharField(label=_("Nội dung đề nghị bổ sung"), max_length=1_000, widget=lines(3))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["units"].initial = []


class NoteAccepted(Units):
    """Figures that were checked."""

    states = (Entry.State.CHECKED,)


class Attach(AskForm):
    """A document or a file, and the place in it."""

    document = forms.ModelChoiceField(Document.objects.none(), label=_("Văn bản đã có trong hệ thống"), required=False)
    file = forms.FileField(label=_("Hoặc tải lên tệp, ảnh chụp"), required=False)
    page = forms.IntegerField(label=_("Trang"), required=False, min_value=1, max_value=9_999)
    quote = forms.CharField(label=_("Đoạn trích nêu số liệu"), required=False, max_length=1_000, widget=lines(3))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = documents_seen_by(self.user).filter(owner__in=list(self.user.standing))
        self.fields["document"].queryset = own.order_by("-pk")  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        return not_too_large(self.cleaned_data["file"])
