"""Frameworks and editions: what a person gives, and what is wrong with it."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hopluc.scorecards import shipped_definitions
from hopluc.scorecards.definition import Definition
from hopluc.web.observatory import queries
from hopluc.web.observatory.actions import NewUnit, read_framework, shipped
from hopluc.web.observatory.forms.lines import LONGEST, lines_in
from hopluc.web.observatory.models import Edition
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation


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
    due_on = Day(label=_("Hạn cung cấp số liệu"), required=False)
    units = forms.CharField(
        label=_("Đơn vị được đánh giá, mỗi dòng: mã; tên"),
        max_length=LONGEST,
        widget=lines(12),
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
        max_length=LONGEST,
        widget=lines(16),
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
