"""What an officer may correct of what is noted of a document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hopluc.web.documents.models import Document
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.terms import Term


class CorrectClaims(AskForm):
    """What a document says of itself, as noted, to be corrected: what was read in its head, or could not be."""

    columns = ("title", "kind", "number", "issuer_as_written", "incoming_number")
    title = forms.CharField(label=_("Trích yếu, tên"), max_length=1_000, widget=lines(2))
    kind = forms.ChoiceField(label=_("Loại"), choices=Document.Kind.choices)
    number = forms.CharField(label=_("Số, ký hiệu"), max_length=100, required=False)
    day = Day(label=_("Ngày"), required=False)
    issuer_as_written = forms.CharField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    incoming_number = forms.CharField(label=_("Số đến"), max_length=50, required=False)
    incoming_on = Day(label=_("Ngày đến"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (*self.columns, "incoming_on"):
            self.fields[name].initial = getattr(self.given, name)
        self.fields["day"].initial = self.given.date_last

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        changes = {name: said[name] for name in (*self.columns, "incoming_on") if name in self.changed_data}
        if "day" in self.changed_data:
            changes["date"] = Term.on(said["day"]) if said["day"] else None
        if "issuer_as_written" in changes:
            changes["issuer"] = None  # whoever was known by the words that stood there
        if not changes:
            raise forms.ValidationError(_("Chưa có nội dung nào thay đổi so với hiện tại."))
        return {"changes": changes}
