"""What is asked of a colleague, what the colleague answers, what the officer takes over."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from hopluc.web.inquiries.actions import Answer, ProposalsChanged
from hopluc.web.inquiries.models import Item, Proposal
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.register.models import Progress
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import FigureLine, Part, Sentence, Stage

STAGES = tuple(Stage)


class AskColleague(AskForm):
    """Whom, for which lines of the return, by when."""

    asked = forms.CharField(
        label=_("Người, đơn vị được hỏi"),
        max_length=200,
        help_text=_("Chỉ ghi tên gọi để nhận ra; không cần số điện thoại, thư."),
    )
    wanted = forms.MultipleChoiceField(label=_("Nội dung cần xin"), widget=forms.CheckboxSelectMultiple)
    note = forms.CharField(label=_("Lời nhắn"), required=False, max_length=2_000, widget=lines(3))
    answer_by = Day(label=_("Đề nghị trả lời trước ngày"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, FigureLine | Sentence | Part] = {}
        self.fields["wanted"].choices = list(self._offered())  # type: ignore[attr-defined]
        self.fields["answer_by"].initial = self.given.round.due_on

    def _offered(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        for part in content_of(self.given).parts:
            rows: list[tuple[str, FigureLine | Sentence | Part, str]] = [
                (f"f{line.row.pk}", line.row, str(line.row)) for line in part.lines
            ]
            rows += [
                (f"s{one.pk}", one, str(one.activity or one.text)[:200]) for one in part.sentences if one.activity or one.text
            ]
            rows.append((f"p{part.part.pk}", part.part, str(_("Nội dung mới dưới mục này"))))
            self.known |= {key: row for key, row, _label in rows}
            yield str(part.part), [(key, label) for key, _row, label in rows]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors:
            said["wanted"] = [self.known[key] for key in said["wanted"]]
        return said


class SendBack(AskForm):
    """What is to be made clear."""

    note = forms.CharField(label=_("Nội dung cần làm rõ"), max_length=2_000, widget=lines(3))


class TakeOver(AskForm):
    """Which proposals of those the page showed, and over what content of the return (`seen`, its hash) they were shown."""

    take = forms.ModelMultipleChoiceField(
        queryset=Proposal.objects.none(),
        error_messages={"required": ProposalsChanged.TOLD, "invalid_choice": ProposalsChanged.TOLD},
    )
    seen = forms.CharField(required=False, max_length=64)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["take"].queryset = Proposal.objects.filter(item__inquiry=self.given)  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Asked:
    """An item with its fields on the page of the link."""

    item: Item
    cells: tuple[tuple[str, BoundField], ...] = ()
    text: BoundField | None = None
    said: BoundField | None = None


class AnswerInquiry(forms.Form):
    """The items of one inquiry and nothing else: each as proposed last, else as the return has it.

    What each field held when the page was opened comes back with it, so that only what was changed there is answered.
    """

    def __init__(self, *args: Any, items: list[Item], proposed: dict[int, Proposal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items, self.proposed = items, proposed
        for item in items:
            known = proposed.get(item.pk)
            if item.kind == Item.Kind.FIGURES:
                self._add_figures(item, known)
            else:
                self._add_words(item, known)

    def _add_figures(self, item: Item, known: Proposal | None) -> None:
        cells = {cell.stage: words_of(cell.figure) for cell in item.line.cells.all()} if item.line else {}
        words = cells | known.figures if known else cells
        for stage in STAGES:
            initial = words.get(stage.value, "")
            field = forms.CharField(
                label=stage.label, required=False, max_length=120, initial=initial, show_hidden_initial=True
            )
            self.fields[f"f{item.pk}_{stage.value}"] = field

    def _add_words(self, item: Item, known: Proposal | None) -> None:
        sentence = item.sentence
        text, said = (known.text, known.said) if known else (sentence.text, sentence.said) if sentence else ("", "")
        field = forms.CharField(
            label=_("Nội dung"),
            required=False,
            max_length=20_000,
            initial=text,
            widget=lines(4),
            show_hidden_initial=True,
        )
        self.fields[f"s{item.pk}_text"] = field
        if sentence is not None and sentence.activity_id is not None:
            choices = [("", _("Chưa nêu")), *Progress.Said.choices]
            self.fields[f"s{item.pk}_said"] = forms.ChoiceField(
                label=_("Tình hình"), required=False, choices=choices, initial=said, show_hidden_initial=True
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        for name, value in list(said.items()):
            if name.startswith("f"):
                try:
                    said[name] = figure_of(value)
                except ValidationError as refused:
                    self.add_error(name, refused)
        return said

    @property
    def answers(self) -> dict[int, Answer]:
        """What was answered, by the key of its item: with what was changed, what was answered before and is not in the return yet."""
        return {item.pk: answer for item in self.items if (answer := self._answer(item)) is not None}

    def _answer(self, item: Item) -> Answer | None:
        known = self.proposed.get(item.pk)
        before = known if known is not None and known.taken_at is None else None
        if item.kind == Item.Kind.FIGURES:
            figures: dict[str, Figure | None] = {}
            if before is not None:
                figures = {stage: figure_of(words) for stage, words in before.figures.items()}
            names = {stage.value: f"f{item.pk}_{stage.value}" for stage in STAGES}
            figures |= {stage: self.cleaned_data[name] for stage, name in names.items() if name in self.changed_data}
            return Answer(figures=figures) if figures else None
        text, said = f"s{item.pk}_text", f"s{item.pk}_said"
        if {text, said}.isdisjoint(self.changed_data):
            return Answer(text=before.text, said=before.said) if before is not None else None
        return Answer(text=self.cleaned_data[text].strip(), said=self.cleaned_data.get(said, ""))

    @property
    def asked(self) -> Iterator[Asked]:
        """The items in their order, each with its fields."""
        for item in self.items:
            if item.kind == Item.Kind.FIGURES:
                yield Asked(item, tuple((str(stage.label), self[f"f{item.pk}_{stage.value}"]) for stage in STAGES))
            else:
                name = f"s{item.pk}_said"
                yield Asked(item, text=self[f"s{item.pk}_text"], said=self[name] if name in self.fields else None)
