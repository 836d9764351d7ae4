"""What may be typed on the pages of the reporting year, and how it is refused."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import holders_of
from hopluc.web.intake.forms import ManyFiles
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme, Progress
from hopluc.web.returns.actions import ChangedMeanwhile, Filled, Heading
from hopluc.web.returns.contents import Content, PartContent
from hopluc.web.returns.laid import kinds_said, regime_of
from hopluc.web.returns.models import Pair, Stage
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.terms import Term

_NUMBERED = re.compile(r"(?P<number>(?:\d+(?:\.\d+)*|[IVX]+|[a-z])[.)]?)\s+(?P<title>\S.*)")
_ASKED = re.compile(r"(?P<name>.{1,500}?)(?: \((?P<unit>[^()]{1,100})\))?")
MOST_LINES = 400
UNSAID = object()
TYPED = tuple(stage.value for stage in Stage)


class OpenRound(forms.Form):
    """What is asked of whom by when: all proposed, all to be changed. A line each for agencies and headings."""

    owner = forms.ModelChoiceField(Organisation.objects.none(), label=_("Cơ quan"), empty_label=None)
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label=pgettext_lazy("one", "Chương trình"),
        required=False,
        empty_label=_("Không theo chương trình"),
    )
    title = forms.CharField(label=_("Tên kỳ báo cáo"), max_length=500)
    first = Day(label=_("Số liệu từ ngày"))
    last = Day(label=_("Chốt số liệu đến hết ngày"))
    due_on = Day(label=_("Thời hạn gửi"))
    agencies = forms.CharField(label=_("Đơn vị báo cáo, mỗi dòng một đơn vị, theo thứ tự"), max_length=60_000, widget=lines(12))
    outline = forms.CharField(
        label=_("Đề cương, mỗi dòng một mục; số liệu hỏi dưới mục ghi “- nội dung (đơn vị tính)”"),
        max_length=60_000,
        widget=lines(8),
    )
    own_outline = forms.ModelChoiceField(OwnDefinition.objects.none(), required=False, widget=forms.HiddenInput)
    regime = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def __init__(self, *args: Any, organisations: Any, programmes: Any, definitions: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["own_outline"].queryset = definitions.filter(kind=OwnDefinition.Kind.RETURN, ended=False)  # type: ignore[attr-defined]
        self.fields["owner"].queryset = organisations  # type: ignore[attr-defined]
        self.fields["programme"].queryset = programmes  # type: ignore[attr-defined]

    def clean_agencies(self) -> list[str]:
        names = [" ".join(line.split()) for line in self.cleaned_data["agencies"].splitlines() if line.strip()]
        if len(names) > MOST_LINES:
            raise ValidationError(_("Mỗi kỳ tối đa %(most)s đơn vị. Đề nghị chia thành nhiều kỳ.") % {"most": MOST_LINES})
        return names

    def clean_outline(self) -> list[Heading]:
        return list(headings_said(self.cleaned_data["outline"]))[:MOST_LINES]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        if said["last"] < said["first"]:
            raise ValidationError({"last": _("Ngày cuối trước ngày đầu. Đề nghị kiểm tra lại hai ngày.")})
        if said["programme"] and said["programme"].owner_id != said["owner"].pk:
            raise ValidationError({"programme": _("Chương trình này do cơ quan khác thường trực. Đề nghị chọn lại cơ quan.")})
        said["period"] = Term(said.pop("first"), said.pop("last"))
        self._say_by_what(said)
        return said

    def _say_by_what(self, said: dict[str, Any]) -> None:
        """The versions of the office's own that the round is opened by; the types of narrative its outline gives its headings."""
        today = timezone.localdate()
        outline, regime = said.pop("own_outline"), said["regime"]
        if outline is not None and outline.owner_id not in holders_of(said["owner"], today):
            raise ValidationError(_("Đề cương này là của cơ quan khác. Đề nghị bấm “Đề xuất lại”."))
        kinds = kinds_said(outline)
        said["outline"] = [replace(one, kind=kinds.get(one.title, one.kind)) for one in said["outline"]]
        followed = regime_of(said["owner"], regime, today) if regime else None
        by_regime = followed.row if followed is not None and followed.said.code == regime else None
        said["own"] = [row for row in (by_regime, outline) if row is not None]


def headings_typed(headings: Iterable[Heading]) -> str:
    """Headings as they are typed: a line each, under it a line for each figure asked there."""
    typed = []
    for one in headings:
        typed.append(f"{one.number} {one.title}".strip())
        typed += [f"- {name} ({unit})" if unit else f"- {name}" for name, unit in one.asked]
    return "\n".join(typed)


def headings_said(typed: str) -> Iterator[Heading]:
    """The headings typed, each with the figures asked under it."""
    waiting: Heading | None = None
    for line in (line.strip() for line in typed.splitlines() if line.strip()):
        if waiting is not None and line[0] in "-+–" and line.lstrip("-+– "):
            waiting = replace(waiting, asked=(*waiting.asked, figure_typed(line.lstrip("-+– "))))
            continue
        if waiting is not None:
            yield waiting
        waiting = _heading(line)
    if waiting is not None:
        yield waiting


def figure_typed(line: str) -> tuple[str, str]:
    """The name and the unit of a figure asked, as typed: the unit stands last, in brackets.

    >>> figure_typed("Số doanh nghiệp được hỗ trợ (doanh nghiệp)"), figure_typed("Tỷ lệ")
    (('Số doanh nghiệp được hỗ trợ', 'doanh nghiệp'), ('Tỷ lệ', ''))
    """
    found = _ASKED.fullmatch(" ".join(line.split()))
    return (found["name"][:500], found["unit"] or "") if found else (line[:500], "")


def _heading(line: str) -> Heading:
    found = _NUMBERED.fullmatch(line)
    return Heading(found["title"][:1000], found["number"]) if found else Heading(line[:1000])


class MoveDeadline(AskForm):
    """Until when, and why."""

    due_on = Day(label=_("Thời hạn mới"))
    reason = forms.CharField(label=_("Lý do"), max_length=2_000, widget=lines(2))


class DropFiles(forms.Form):
    """Files as they came."""

    files = ManyFiles(
        label=_("Kéo thả mọi tệp nhận được vào đây (Word, PDF, ảnh, Excel): hệ thống tự nhận đơn vị"), allow_empty_file=True
    )  # type: ignore[assignment]


class MatchPaper(forms.Form):
    """Whose return a dropped file is."""

    agency = forms.ModelChoiceField(Organisation.objects.none(), label=_("Đơn vị"))

    def __init__(self, *args: Any, agencies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]


class HandBack(forms.Form):
    """What is still to be done."""

    note = forms.CharField(label=_("Nội dung cần hoàn thiện"), max_length=5_000, widget=lines(3))


class AskToComplete(AskForm):
    """What is to be made clear, and by when."""

    note = forms.CharField(label=_("Nội dung cần làm rõ, mỗi dòng một điểm"), max_length=5_000, widget=lines(5))
    answer_by = Day(label=_("Đề nghị phản hồi trước ngày"), required=False)


class Decide(forms.Form):
    """Whether two sentences are one thing, and which of them is kept."""

    decision = forms.ChoiceField(choices=Pair.Decision.choices)
    kept = forms.ChoiceField(choices=[("first", ""), ("second", "")], required=False)


class Place(forms.Form):
    """The words of the draft."""

    text = forms.CharField(max_length=20_000)


class Fill(forms.Form):
    """A whole return: a field for each figure of each line, for each sentence, for what did not arise, and for what is new."""

    def __init__(self, *args: Any, content: Content, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.content = content
        self._add("seen", forms.CharField(required=False, initial=content.sha256(), widget=forms.HiddenInput))
        for line in content.lines:
            for stage in TYPED:
                words = words_of(line.figures.get(stage))
                self._add(f"f{line.row.pk}_{stage}", forms.CharField(required=False, max_length=120, initial=words))
            self._add(f"f{line.row.pk}_note", forms.CharField(required=False, max_length=2_000, initial=line.row.note))
        for one in content.sentences:
            text = forms.CharField(required=False, max_length=20_000, initial=one.text, widget=lines(3))
            self._add(f"s{one.pk}_text", text)
            if one.activity_id is not None:
                choices = [("", _("Chưa nêu")), *Progress.Said.choices]
                self._add(f"s{one.pk}_said", forms.ChoiceField(required=False, choices=choices, initial=one.said))
        for part in content.parts:
            self._add_new(part)

    def _add(self, name: str, field: forms.Field) -> None:
        self.fields[name] = field

    def _add_new(self, part: PartContent) -> None:
        key = f"p{part.part.pk}"
        self._add(f"{key}_nothing", forms.BooleanField(required=False, initial=part.nothing))
        self._add(f"{key}_text", forms.CharField(required=False, max_length=20_000, widget=lines(3)))
        self._add(f"{key}_name", forms.CharField(required=False, max_length=500))
        self._add(f"{key}_unit", forms.CharField(required=False, max_length=100))
        for stage in TYPED:
            self._add(f"{key}_{stage}", forms.CharField(required=False, max_length=120))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, value in list(said.items()):
            if name.rpartition("_")[2] in TYPED:
                try:
                    said[name] = figure_of(value)
                except ValidationError as refused:
                    self.add_error(name, refused)
        for part in self.content.parts:
            key = f"p{part.part.pk}"
            if not said.get(f"{key}_name") and any(said.get(f"{key}_{stage}") for stage in TYPED):
                self.add_error(f"{key}_name", _("Đề nghị ghi nội dung của số liệu."))
        self._refuse_what_changed_meanwhile(said.get("seen", ""))
        return said

    def _refuse_what_changed_meanwhile(self, seen: str) -> None:
        """Once: pressed again, what stands on this page is kept."""
        now = self.content.sha256()
        if seen and seen != now:
            fresh: Any = self.data
            fresh = fresh.copy()
            for name, field in self.fields.items():
                if name not in fresh and not isinstance(field, forms.BooleanField):
                    fresh[name] = field.initial or ""  # what came meanwhile is shown, to be kept with the rest
            fresh["seen"] = now
            self.data = fresh
            self.add_error(None, ChangedMeanwhile())

    @property
    def filled(self) -> Filled:
        """What was typed, as the action takes it: only what stood on the page, so that what came meanwhile stays."""
        figures = {
            line.row.pk: {stage: said for stage in TYPED if (said := self._typed(f"f{line.row.pk}_{stage}")) is not UNSAID}
            for line in self.content.lines
        }
        keys = [one.pk for one in self.content.sentences]
        return Filled(
            figures=figures,
            notes=self._said({line.row.pk: f"f{line.row.pk}_note" for line in self.content.lines}),
            texts=self._said({key: f"s{key}_text" for key in keys}),
            states=self._said({one.pk: f"s{one.pk}_said" for one in self.content.sentences if one.activity_id is not None}),
            nothing=frozenset(part.part.pk for part in self.content.parts if self.cleaned_data[f"p{part.part.pk}_nothing"]),
            lines=tuple(self._new_lines()),
            sentences=tuple(self._new_sentences()),
            seen=self.cleaned_data["seen"],
        )

    def _typed(self, name: str) -> Any:
        """What was typed in a field; UNSAID where it did not stand on the page."""
        return self.cleaned_data[name] if name in self.data else UNSAID

    def _said(self, names: dict[int, str]) -> dict[int, str]:
        return {key: said for key, name in names.items() if (said := self._typed(name)) is not UNSAID}

    def _new_lines(self) -> Iterator[NewLine]:
        for part in self.content.parts:
            key = f"p{part.part.pk}"
            if self.cleaned_data[f"{key}_name"]:
                figures: dict[str, Figure] = {stage: self.cleaned_data[f"{key}_{stage}"] for stage in TYPED}
                given = {stage: figure for stage, figure in figures.items() if figure is not None}
                yield NewLine(part.part, self.cleaned_data[f"{key}_name"], self.cleaned_data[f"{key}_unit"], figures=given)

    def _new_sentences(self) -> Iterator[NewSentence]:
        """One for each paragraph typed."""
        for part in self.content.parts:
            for paragraph in self.cleaned_data[f"p{part.part.pk}_text"].splitlines():
                if paragraph.strip(" -+•\t"):
                    yield NewSentence(part.part, part.part.kind, paragraph.strip(" -+•\t"))


class SendByLink(forms.Form):
    """Who answers for a return sent without an account."""

    said_by = forms.CharField(label=_("Người gửi, chức vụ"), max_length=300)


class SendFiles(forms.Form):
    """Files an agency sends as its return."""

    files = ManyFiles(label=_("Tệp Word, Excel, PDF, ảnh chụp bản ký"), allow_empty_file=True)  # type: ignore[assignment]


class FilesByLink(SendFiles):
    """Files sent without an account, and who answers for them."""

    said_by = forms.CharField(label=_("Người gửi, chức vụ"), max_length=300)


class OnBehalf(forms.Form):
    """Where the standing agency has it from."""

    source = forms.CharField(label=_("Nguồn (ai cung cấp, bằng cách nào, lúc nào)"), max_length=1_000)
