"""To rest a row on a sentence of a document: copied, or picked among those that hold what is looked for."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.models import DocumentVersion
from hopluc.web.documents.queries import documents_seen_by, version_shown
from hopluc.web.documents.sentences import sentences_holding
from hopluc.web.pages.crud import Ask, AskForm
from hopluc.web.register.picking import Picked

_PLACE = re.compile(r"(\d{1,18}):(\d{1,9})-(\d{1,9})")


class AddEvidence(AskForm):
    """The sentence of a document that says it."""

    document = Picked(label=pgettext_lazy("one", "Văn bản"))
    quote = forms.CharField(
        label=gettext_lazy("Câu trong văn bản"),
        max_length=5_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Chép nguyên văn; hoặc ghi vài từ, con số rồi bấm “Tìm câu trong văn bản” để chọn."),
    )
    passage = forms.ChoiceField(
        label=gettext_lazy("Chọn câu nói điều này"),
        required=False,
        widget=forms.RadioSelect(attrs={"class": "picks"}),
        error_messages={"invalid_choice": gettext_lazy("Câu đã chọn không thuộc văn bản này. Đề nghị chọn lại.")},
    )
    reason = forms.CharField(label=gettext_lazy("Ghi chú"), required=False, max_length=2_000)
    looked_for: tuple[str, ...] = ("quote",)
    """The fields whose words and figures the sentence is likely to hold."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]
        version = self._version()
        if version is None:
            del self.fields["passage"]
        else:
            self._offer(version)

    def _version(self) -> DocumentVersion | None:
        """The newest version of the document named so far; where none is found, a form that only looks up says so beside its field."""
        try:
            document = self.fields["document"].clean(self["document"].value() or "")
        except ValidationError as refused:
            if "document" in self.initial:
                self["document"].help_text = " ".join(refused.messages)
            return None
        return version_shown(document)

    def _offer(self, version: DocumentVersion) -> None:
        """Offer the sentences that hold what is typed, else what the row says; one chosen before stays among them."""
        typed = [words for name in self.looked_for if (words := str(self[name].value() or "").strip())]
        places = sentences_holding(version.text, typed or [str(self.given)])
        chosen = _PLACE.fullmatch(str(self["passage"].value() or ""))
        if chosen and int(chosen[1]) == version.pk and int(chosen[2]) < int(chosen[3]) <= len(version.text):
            places += [] if (place := (int(chosen[2]), int(chosen[3]))) in places else [place]
        field: Any = self.fields["passage"]
        field.choices = [
            (f"{version.pk}:{start}-{end}", re.sub(r"\s+", " ", version.text[start:end].lstrip("-+•* ")))
            for start, end in places
        ]
        told = "" if places else _("Không có câu nào chứa các từ, con số đã ghi. Đề nghị ghi từ khác.")
        self["passage"].help_text = format_html(
            '{} <a href="{}" target="_blank">{}</a>', told, version.document.get_absolute_url(), _("Mở văn bản ở thẻ mới")
        )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        version = self._version()
        place = _place(version, said) if version else None
        if place is None:
            offered = "passage" in self.fields and self.fields["passage"].choices  # type: ignore[attr-defined]
            told = _("Đề nghị chọn một câu dưới đây.") if offered else _("Đề nghị chép nguyên văn một câu.")
            raise forms.ValidationError({"quote": _("Không thấy câu này trong văn bản đã chọn. %s") % told})
        return {"version": version, "start": place[0], "end": place[1], "reason": said["reason"]}


def _place(version: DocumentVersion, said: dict[str, Any]) -> tuple[int, int] | None:
    """Where the sentence stands: the one picked, else the words copied, however they were broken into lines."""
    if said.get("passage"):
        _version, start, end = re.split("[:-]", said["passage"])
        return int(start), int(end)
    return where_said(version.text, said["quote"])


def where_said(text: str, quote: str) -> tuple[int, int] | None:
    """Where words copied from a text stand in it (start, end), however they were broken into lines; None where they do not."""
    words = fold(canonical(nfc(quote))).split()
    found = re.search(r"\s+".join(map(re.escape, words)), fold(canonical(text))) if words else None
    return found.span() if found else None


class Cite(Ask):
    """A page that asks for a sentence of a document, and looks it up there before anything is done."""

    template_name = "register/citing.html"

    @property
    def _looks(self) -> bool:
        return "tim" in self.request.POST

    def get_form_kwargs(self) -> dict[str, Any]:
        asked = super().get_form_kwargs()
        return {"user": asked["user"], "given": asked["given"], "initial": asked["data"].dict()} if self._looks else asked

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self._looks:
            return self.render_to_response(self.get_context_data())
        return super().post(request, *args, **kwargs)
