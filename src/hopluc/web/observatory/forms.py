"""What a person gives in the room of indices, and what is wrong with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hopluc.scorecards import shipped_definitions
from hopluc.scorecards.definition import Definition
from hopluc.web.crud import AskForm
from hopluc.web.documents.models import Document
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.observatory import queries
from hopluc.web.observatory.actions import Announced, Given, NewUnit, mark_of, read_framework, shipped
from hopluc.web.observatory.models import Edition, Entry, ProfileSet
from hopluc.web.observatory.typed import number_of, rank_of, value_of, year_of
from hopluc.web.people.models import Organisation

AT_ONCE, LONG = 1_000, 100_000
_LONGEST = 100_000


def cells_in(line: str) -> list[str]:
    """The cells of a typed or pasted line, parted by tabs, else by semicolons."""
    return [cell.strip() for cell in line.split("\t" if "\t" in line else ";")]


def lines_in(words: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that say something, each with its number from 1."""
    for number, line in enumerate(words.splitlines(), start=1):
        if line.strip():
            yield number, cells_in(line)


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class AddFramework(forms.Form):
    """A definition that comes with the package, or a file."""

    shipped = forms.ChoiceField(label=_("Khung có sẵn trong hệ thống"), required=False)
    file = forms.FileField(
        label=_("Hoặc tải lên khung của cơ quan (.yaml, hoặc bảng iMeta .csv, .xlsx)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.csv,.xlsx"}),
    )
    name = forms.CharField(label=_("Tên khung, nếu tệp không nêu"), required=False, max_length=300)
    owner = forms.ModelChoiceField(Organisation.objects.none(), label=_("Cơ quan"), empty_label=None)

    def __init__(self, *args: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = [(one.file, f"{one.name} ({one.edition})") for one in shipped_definitions()]
        self.fields["shipped"].choices = [("", "–"), *known]  # type: ignore[attr-defined]
        self.fields["owner"].queryset = organisations  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        chosen, file = said.get("shipped"), said.get("file")
        if bool(chosen) == bool(file):
            raise ValidationError(_("Đề nghị chọn một khung có sẵn, hoặc tải lên một tệp."))
        found: Definition = shipped(str(chosen)) if file is None else read_framework(file, said.get("name", ""))
        return said | {"definition": found, "came_from": chosen if file is None else file.name}


class OpenEdition(AskForm):
    """The year, the units, by when figures are due."""

    year = forms.IntegerField(label=_("Năm của kỳ chỉ số"), min_value=2000, max_value=2100)
    due_on = forms.DateField(
        label=_("Hạn cung cấp số liệu"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    units = forms.CharField(
        label=_("Đơn vị được đánh giá, mỗi dòng: mã; tên"),
        max_length=_LONGEST,
        widget=_area(12),
        help_text=_(
            "Ghi sẵn như kỳ trước, hoặc các tỉnh, thành phố hiện nay; sửa lại nếu đánh giá xã, phường, sở, ngành hoặc doanh nghiệp."
        ),
    )
    home = forms.CharField(label=_("Mã của địa phương, đơn vị mình (nếu có)"), max_length=40, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        classes = self.given.definition.classes
        self.fields["year"].initial = timezone.localdate().year
        before = queries.edition_before(self.given, timezone.localdate().year + 1)
        self.fields["units"].initial = "\n".join(_unit_lines(before))
        self.fields["home"].initial = before.units.filter(is_home=True).values_list("code", flat=True).first() if before else ""
        if classes:
            self.fields["units"].label = _("Đơn vị được đánh giá, mỗi dòng: mã; tên; %(classes)s") % {
                "classes": "; ".join(one.name for one in classes)
            }

    def clean_units(self) -> list[NewUnit]:
        classes = [one.code for one in self.given.definition.classes]
        found = []
        for number, cells in lines_in(self.cleaned_data["units"]):
            if not 2 <= len(cells) <= 2 + len(classes) or not cells[0] or not cells[1]:
                raise ValidationError(gettext("Dòng %(number)s cần đủ mã; tên.") % {"number": number})
            if len(cells[0]) > 40 or len(cells[1]) > 300:
                raise ValidationError(gettext("Dòng %(number)s có mã hoặc tên quá dài.") % {"number": number})
            found.append(NewUnit(cells[0], cells[1], dict(zip(classes, cells[2:], strict=False))))
        return found


def _unit_lines(before: Edition | None) -> Iterator[str]:
    """The units of the edition before; where there is none, the provinces and cities of today."""
    if before is None:
        yield from (f"{one.official_code or one.code}; {one.name}" for one in queries.provinces())
        return
    classes = [one.code for one in before.definition.classes]
    for unit in before.units.all():
        yield "; ".join([unit.code, unit.name, *(str(unit.classes.get(code, "")) for code in classes)])


class Suppliers(AskForm):
    """Which agency supplies which series."""

    suppliers = forms.CharField(
        label=_("Mỗi dòng: mã chỉ số; cơ quan cung cấp"),
        required=False,
        max_length=_LONGEST,
        widget=_area(16),
        help_text=_("Để trống cơ quan là nguồn trung ương hoặc cơ quan thường trực tự nhập."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = self.given.series.select_related("agency")
        self.fields["suppliers"].initial = "\n".join(f"{row.code}; {row.agency or ''}".rstrip() for row in rows)

    def clean_suppliers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, cells in lines_in(self.cleaned_data["suppliers"]):
            if len(cells) > 2 or cells[0] in found:
                raise ValidationError(gettext("Dòng %(number)s cần đúng mã; cơ quan, mỗi mã một lần.") % {"number": number})
            found[cells[0]] = cells[1] if len(cells) == 2 else ""
        return {code: name for code, name in found.items() if name}


class Reason(AskForm):
    """Why."""

    reason = forms.CharField(label=_("Lý do"), max_length=2_000)


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
        max_length=_LONGEST,
        widget=_area(14),
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
    wanted = forms.CharField(label=_("Nội dung đề nghị bổ sung"), max_length=1_000, widget=_area(3))

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
    quote = forms.CharField(label=_("Đoạn trích nêu số liệu"), required=False, max_length=1_000, widget=_area(3))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = documents_seen_by(self.user).filter(owner__in=list(self.user.standing))
        self.fields["document"].queryset = own.order_by("-pk")  # type: ignore[attr-defined]

    def clean_file(self) -> Any:
        return not_too_large(self.cleaned_data["file"])


class Compute(AskForm):
    """How often to compute again for the intervals."""

    replicates = forms.TypedChoiceField(
        label=_("Số lần tính lại để ước khoảng thứ hạng"),
        coerce=int,
        initial=AT_ONCE,
        choices=[
            (0, _("Không ước khoảng")),
            (AT_ONCE, "1.000"),
            (10_000, "10.000"),
            (LONG, "100.000"),
            (1_000_000, "1.000.000"),
        ],
        help_text=_("Số lần lớn được tính nền, có tiến độ và dừng được."),
    )


class Review(AskForm):
    """The reviewer's remark."""

    review = forms.CharField(label=_("Ý kiến soát xét"), max_length=1_000, widget=_area(3), required=False)


class Nothing(AskForm):
    """A form of one button."""


class Official(AskForm):
    """What was published, a line a unit and group."""

    source = forms.CharField(label=_("Căn cứ (quyết định, văn bản công bố)"), max_length=500)
    table = forms.CharField(
        label=_("Mỗi dòng: mã đơn vị; điểm; hạng; mã nhóm"),
        max_length=_LONGEST,
        widget=_area(14),
        help_text=_("Để trống mã nhóm là chỉ số chung. Điểm hoặc hạng chưa biết thì để trống ô."),
    )

    def clean_table(self) -> list[Announced]:
        definition = self.given.definition
        top = next(one.code for one in definition.groups if one.parent is None)
        found = []
        for number, cells in lines_in(self.cleaned_data["table"]):
            unit, score, rank, group = (*cells, "", "", "")[:4]
            try:
                one = Announced(unit, group or top, number_of(score), rank_of(rank))
            except ValidationError as refused:
                raise ValidationError(
                    gettext("Dòng %(number)s: %(why)s") % {"number": number, "why": " ".join(refused.messages)}
                ) from refused
            found.append(one)
        return found


class ProfileLanguage(forms.Form):
    """The language of profiles."""

    language = forms.ChoiceField(label=_("Ngôn ngữ"), choices=ProfileSet.Language, widget=forms.RadioSelect, initial="vi")
