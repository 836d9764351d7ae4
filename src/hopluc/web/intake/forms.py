"""What an officer may choose and type when documents come in and findings are settled."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.reading.sources.bundles import is_picture
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.intake.models import Finding
from hopluc.web.intake.queries import programmes_written_for
from hopluc.web.intake.showing import FIELDS, Field, day_in, state_in
from hopluc.web.measures.models import Observation
from hopluc.web.pages.asking import Moment
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation
from hopluc.web.register.citing import where_said
from hopluc.web.register.models import Programme

MOST_FILES = 100


def most() -> dict[str, int]:
    """How much may be sent at once, for the page to say."""
    return {
        "most_files": MOST_FILES,
        "most_file": settings.MOST_UPLOAD_BYTES // 2**20,
        "most_together": settings.MOST_TOGETHER_BYTES // 2**20,
    }


class ManyFiles(forms.FileField):
    """Files chosen together, each checked as one is."""

    widget = type("ManyFilesInput", (forms.ClearableFileInput,), {"allow_multiple_selected": True})

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        given = data if isinstance(data, list) and data else [data or None]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(_("Mỗi lần tải lên tối đa %(most)s tệp.") % {"most": MOST_FILES})
        return [super(ManyFiles, self).clean(one, initial) for one in given]


class TakeIn(forms.Form):
    """Files, for whom, and for which programme if that is known."""

    files = ManyFiles(  # type: ignore[assignment]
        label=_("Chọn hoặc kéo thả các tệp Word, PDF, ảnh chụp, trang web, văn bản"), allow_empty_file=True
    )
    together = forms.BooleanField(label=_("Các ảnh này là những trang của một văn bản"), required=False)
    owner = forms.ModelChoiceField(Organisation.objects.none(), label=_("Cơ quan"))
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label=pgettext_lazy("one", "Chương trình"),
        required=False,
        empty_label=_("Để hệ thống tự nhận"),
    )

    def __init__(self, *args: Any, user: Any, organisations: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["owner"].initial = organisations.first()
        self.fields["programme"].queryset = programmes_written_for(user)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse to put together what is no picture, or more than one file may hold."""
        said = super().clean() or {}
        files = said.get("files") or []
        if not said.get("together"):
            return said
        if other := next((file.name for file in files if not _is_picture(file)), None):
            no_picture = _(
                "Chỉ ghép được ảnh chụp thành một văn bản; tệp “%(name)s” không phải ảnh. Đề nghị bỏ tệp này, hoặc bỏ dấu chọn ghép."
            )
            self.add_error("files", no_picture % {"name": other})
        elif sum(file.size for file in files) > settings.MOST_UPLOAD_BYTES:
            too_large = _("Các ảnh ghép lại lớn hơn %(most)s MB. Đề nghị giảm cỡ ảnh, hoặc chia thành nhiều văn bản.")
            self.add_error("files", too_large % {"most": settings.MOST_UPLOAD_BYTES // 2**20})
        return said


def _is_picture(file: Any) -> bool:
    beginning = file.read(64)
    file.seek(0)
    return is_picture(beginning, file.name)


class NoteSource(TakeIn):
    """A source without paper: who said it, when, how, and the words."""

    files = None  # type: ignore[assignment]
    together = None  # type: ignore[assignment]
    source = forms.ChoiceField(label=_("Nguồn"), choices=[(s.value, s.label) for s in Document.Source if s in Document.WEAKER])
    told_by = forms.CharField(label=_("Người cung cấp"), max_length=200)
    told_at = Moment(label=_("Lúc"))
    title = forms.CharField(label=_("Về việc"), max_length=300)
    text = forms.CharField(label=_("Nội dung"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 6}))


class JoinProgramme(AskForm):
    """Which programme a document belongs to."""

    programme = forms.ModelChoiceField(Programme.objects.none(), label=pgettext_lazy("one", "Chương trình"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["programme"].queryset = programmes_written_for(self.user)  # type: ignore[attr-defined]


class SettleCheck(forms.Form):
    """What was found of a point to check."""

    note = forms.CharField(
        label=_("Kết quả đối chiếu"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class Correct(forms.Form):
    """The fields of a finding, as read, to be corrected."""

    def __init__(self, *args: Any, finding: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.said = finding.said
        self.asked = FIELDS[finding.kind]
        for field in self.asked:
            self.fields[_key(field)] = _form_field(field, _initial(self.said, field))

    def corrected(self) -> dict[str, Any]:
        """The values as corrected, in the shape the finding has them; fields not asked for stay as read."""
        values: dict[str, Any] = {}
        for field in self.asked:
            value = self.cleaned_data[_key(field)]
            if field.ask == "list":
                value = [line.strip() for line in value.splitlines() if line.strip()]
            elif field.ask == "state" and value == _initial(self.said, field):
                value = self.said.get(field.name)
            elif isinstance(value, Decimal):
                value = int(value) if value == value.to_integral_value() else float(value)
            name, _dot, part = field.name.partition(".")
            if part:
                values[name] = {**(values.get(name) or {}), part: value or None}
            else:
                values[name] = None if value in ("", None) else value
        said = {name: _as_read(value, self.said.get(name)) for name, value in values.items()}
        return {name: value for name, value in said.items() if name in self.said or value is not None}


class AddMissing(Correct):
    """What the reader did not name: its fields, and the words of the document that say it."""

    quote = forms.CharField(
        label=_("Câu trong văn bản"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Chép nguyên văn; bôi đen câu đó trong văn bản trước khi chọn loại thông tin thì câu được ghi sẵn."),
    )

    def __init__(self, *args: Any, version: DocumentVersion, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, finding=Finding(version=version, kind=kind, value={}), **kwargs)
        self.version = version
        self.fields[_key(self.asked[0])].required = True
        self.order_fields(["quote", *self.fields])

    def clean_quote(self) -> tuple[int, int]:
        place = where_said(self.version.text, self.cleaned_data["quote"])
        if place is None:
            raise forms.ValidationError(_("Không thấy câu này trong văn bản. Đề nghị chép nguyên văn một câu."))
        return place


def _key(field: Field) -> str:
    return field.name.replace(".", "_")


def _as_read(value: Any, read: Any) -> Any:
    """The value in the very shape it was read in, where it says the same: what nobody changed stays as it is."""
    if isinstance(value, dict) and value == _ends(read):
        return read
    return read if value in (None, []) and read in (None, "", []) else value  # nothing said, in whichever way


def _ends(period: Any) -> dict[str, Any]:
    """The two ends of a period as read: a year alone is both, words alone stand first."""
    if isinstance(period, dict):
        return {"from": period.get("from"), "to": period.get("to")}
    return {"from": period or None, "to": period or None}


def _initial(said: dict[str, Any], field: Field) -> Any:
    name, _dot, part = field.name.partition(".")
    value = _ends(said.get(name))[part] if part else said.get(name)
    if field.ask == "state":
        return state_in(value or "")
    return "\n".join(str(item) for item in value or ()) if field.ask == "list" else value


def _form_field(field: Field, initial: Any) -> forms.Field:
    if field.ask == "number":
        return forms.DecimalField(
            label=field.label, required=False, initial=initial, max_digits=24, decimal_places=6, localize=True
        )
    if field.ask == "date":
        return WrittenDate(label=field.label, read=initial)
    if field.ask == "stage":
        unsaid = [] if initial else [("", "")]
        return forms.ChoiceField(
            label=field.label, required=False, initial=initial, choices=[*unsaid, *Observation.Stage.choices]
        )
    widget = forms.TextInput() if field.ask in ("line", "state") else forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=field.label, required=False, initial=initial, max_length=20_000, widget=widget)


class WrittenDate(forms.CharField):
    """A day, month or year as an officer writes it (05/01/2026, 01/2026, 2026), kept as ISO; what was read stays as it was read."""

    def __init__(self, *, label: Any, read: Any) -> None:
        self.read = read
        super().__init__(label=label, required=False, initial=day_in(read or ""), max_length=300)

    def clean(self, value: Any) -> Any:
        written = super().clean(value)
        if written == self.initial:
            return self.read
        found = _WRITTEN.fullmatch(written)
        if written and (found is None or not _exists(found["day"], found["month"], found["year"])):
            raise forms.ValidationError(_("Đề nghị ghi ngày dạng 05/01/2026, tháng dạng 01/2026 hoặc năm dạng 2026."))
        parts = (found["year"], found["month"], found["day"]) if found else ()
        return "-".join(part.zfill(2) for part in parts if part)


_WRITTEN = re.compile(r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>\d{4})")


def _exists(day: str | None, month: str | None, year: str) -> bool:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return False
    return True
