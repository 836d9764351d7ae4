"""What an officer may type on the pages of the register, and how it is refused."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.errors import NotAnAmount
from hopluc.money import parse_dong
from hopluc.vietnamese import fold
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.register.actions.petitions import Answered
from hopluc.web.register.models import Activity, Commitment, Progress, Strand
from hopluc.web.register.money import STAGES, Fund
from hopluc.web.register.petition_desk import Stretch, answers_offered, open_petitions
from hopluc.web.register.picking import Picked
from hopluc.web.register.queries import activities_waited_for, commitments_waited_for
from hopluc.web.terms import Grain, Term


class NoteProgress(AskForm):
    """How it stands on a day, and what it waits for."""

    on = Day(label=_("Ngày"))
    said = forms.ChoiceField(label=_("Tình hình"), choices=Progress.Said.choices)
    text = forms.CharField(label=_("Kết quả, vướng mắc, lý do chậm"), required=False, max_length=20_000, widget=lines())
    waits_for_activity = Picked(label=_("Vướng mắc: phụ thuộc nhiệm vụ"), required=False)
    waits_for_commitment = Picked(label=_("Vướng mắc: phụ thuộc kiến nghị, cam kết"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].initial = timezone.localdate()
        self.fields["waits_for_activity"].among(activities_waited_for(self.user, self.given))  # type: ignore[attr-defined]
        self.fields["waits_for_commitment"].among(commitments_waited_for(self.user, self.given))  # type: ignore[attr-defined]


class CarryOver(AskForm):
    """Into which period, and why."""

    first = Day(label=_("Từ ngày"))
    last = Day(label=_("Đến ngày"))
    title = forms.CharField(label=_("Tên mới (nếu thay đổi)"), required=False, max_length=5_000, widget=lines(2))
    reason = forms.CharField(label=_("Lý do chuyển tiếp"), max_length=2_000, widget=lines(2))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        return {"period": Term(said["first"], said["last"]), "title": said["title"], "reason": said["reason"]}


class AnswerPetition(AskForm):
    """What was answered, when, and in which paper."""

    text = forms.CharField(label=_("Nội dung trả lời"), max_length=20_000, widget=lines(5))
    made_on = Day(label=_("Ngày trả lời"), required=False)
    document = Picked(label=_("Văn bản trả lời (bỏ trống nếu chưa có trong hệ thống)"), required=False)
    outcome = forms.ChoiceField(
        label=_("Kết quả trả lời"), required=False, choices=[("", _("Chưa phân loại")), *Commitment.Outcome.choices]
    )
    due = Day(label=_("Hạn giải quyết đã hẹn"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        return said if self.errors else said | {"due": Term.on(said["due"]) if said["due"] else None}


class NoteArrival(AskForm):
    """When a petition arrived where it was put, and by when it is to be answered."""

    arrived_on = Day(label=_("Ngày đến của cơ quan trả lời"))
    arrived_number = forms.CharField(label=_("Số đến"), required=False, max_length=50)
    days = forms.IntegerField(label=_("Thời hạn trả lời, ngày làm việc"), required=False, min_value=1, max_value=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        letter = self.given.document
        self.fields["arrived_on"].initial = self.given.arrived_on or (letter.incoming_on if letter else None)
        self.fields["arrived_number"].initial = self.given.arrived_number or (letter.incoming_number if letter else "")


class ChargePetition(AskForm):
    """Who is charged with a petition, who co-operates, from which day."""

    lead = forms.CharField(label=_("Đơn vị chủ trì giải quyết"), max_length=300)
    cooperating = forms.CharField(label=_("Phối hợp, mỗi dòng một đơn vị"), max_length=5_000, required=False, widget=lines(2))
    since = Day(label=_("Từ ngày"), required=False)

    def clean_cooperating(self) -> list[str]:
        """The names, one a line."""
        return [line.strip() for line in self.cleaned_data["cooperating"].splitlines() if line.strip()]


class ChooseLetter(AskForm):
    """Which document answers."""

    document = Picked(label=_("Văn bản trả lời"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]


class AnswerByLetter(AskForm):
    """What one letter answers: for each open petition an outcome, the words, and by when more is promised."""

    MOST = 40
    made_on = Day(label=_("Ngày trả lời"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written = self.given.date
        self.fields["made_on"].initial = written.last if written else self.given.incoming_on
        open_now = open_petitions(self.user, timezone.localdate(), self.given)
        self.offered = answers_offered(self.given, open_now)
        self.petitions = sorted(open_now, key=lambda row: row.pk not in self.offered)[: self.MOST]
        outcomes = [("", _("Không trả lời kiến nghị này")), *Commitment.Outcome.choices]
        for row in self.petitions:
            offer = self.offered.get(row.pk)
            self.fields[f"outcome_{row.pk}"] = forms.ChoiceField(label=_("Kết quả trả lời"), required=False, choices=outcomes)
            self.fields[f"text_{row.pk}"] = forms.CharField(
                label=_("Nội dung trả lời"),
                required=False,
                max_length=20_000,
                widget=lines(3),
                initial=offer.text if offer else "",
            )
            self.fields[f"due_{row.pk}"] = Day(label=_("Hạn giải quyết đã hẹn"), required=False)

    @property
    def rows(self) -> list[tuple[Commitment, Stretch | None, list[Any]]]:
        """Each petition, the part of the letter offered for it, and its three fields."""
        return [
            (row, self.offered.get(row.pk), [self[f"{name}_{row.pk}"] for name in ("outcome", "text", "due")])
            for row in self.petitions
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        answers = []
        for row in self.petitions:
            outcome, text, due = (said[f"{name}_{row.pk}"] for name in ("outcome", "text", "due"))
            if outcome and not text:
                self.add_error(f"text_{row.pk}", _("Đề nghị ghi nội dung trả lời kiến nghị này."))
            if outcome:
                offer = self.offered.get(row.pk)
                stretch = (offer.start, offer.end) if offer else None
                answers.append(Answered(row, text, outcome, Term.on(due) if due else None, stretch))
        return {"made_on": said["made_on"], "answers": answers}


class Correct(AskForm):
    """The fields of a row as they stand, to be corrected; a pair `name_first`, `name_last` is a stretch of time."""

    columns: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    reason = forms.CharField(label=_("Lý do sửa"), max_length=2_000, widget=lines(2))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.columns:
            column = self.given._meta.get_field(name)
            field = column.formfield()
            if isinstance(field.widget, forms.Textarea):
                field.widget = lines(3)
            self.fields[name] = field
            self.fields[name].initial = getattr(self.given, column.attname)
        for name in self.terms:
            self._ask_day(f"{name}_first", required=False)
            self._ask_day(f"{name}_last", required=False)
        for name in self.days:
            self._ask_day(f"{name}_last", required=False)
        if "strand" in self.fields:
            self.fields["strand"].label = _("Nội dung hợp tác")
            self.fields["strand"].queryset = Strand.objects.filter(programme=self.given.programme_id)  # type: ignore[attr-defined]
        self.order_fields([name for name in self.fields if name != "reason"])

    def _ask_day(self, name: str, *, required: bool) -> None:
        label = self.given._meta.get_field(name).verbose_name
        self.fields[name] = Day(label=str(label).capitalize(), required=required, initial=getattr(self.given, name))

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        changed = set(self.changed_data)
        changes = {name: said[name] for name in self.columns if name in changed}
        for name in self.terms:
            if changed & {f"{name}_first", f"{name}_last"}:
                changes[name] = _term(said[f"{name}_first"], said[f"{name}_last"])
        for name in self.days:
            if f"{name}_last" in changed:
                day = said[f"{name}_last"]
                changes[name] = Term.on(day) if day else None
        if not changes:
            raise forms.ValidationError(_("Chưa có nội dung nào thay đổi so với hiện tại."))
        return {"changes": changes, "reason": said["reason"]}


def _term(first: Any, last: Any) -> Term | None:
    if first is None and last is None:
        return None
    return Term(first, last, Grain.RANGE if first and last else Grain.OPEN)


class CorrectProgramme(Correct):
    columns = ("title", "short_title", "strand_label")
    terms = ("period",)


def _yearly_from(row: Activity | Commitment) -> Day:
    told = _("Ghi ngày của năm đầu, như 15/12/2026: từ đó mỗi năm một hạn; hoàn thành năm nào chỉ khép năm ấy.")
    label = _("Việc hằng năm: thời hạn của năm đầu")
    return Day(label=label, required=False, initial=row.yearly_from, help_text=told)


class CorrectActivity(Correct):
    columns = ("title", "number", "kind", "strand", "product", "place_as_written", "yearly_from")
    terms = ("period",)
    days = ("due",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["yearly_from"] = _yearly_from(self.given)
        self.order_fields([name for name in self.fields if name != "reason"])


class CorrectAgreement(Correct):
    columns = ("title", "form", "place_as_written")
    terms = ("period",)
    days = ("date", "planned")


class CorrectCommitment(Correct):
    columns: tuple[str, ...] = ("text", "number", "kind", "strand", "sender_as_written", "recipient_as_written", "made_on")
    days = ("due",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs["given"].kind != Commitment.Kind.PETITION:  # which is answered once
            self.columns = (*self.columns, "yearly_from")
        super().__init__(*args, **kwargs)
        self.fields["made_on"] = Day(label=_("Ngày nêu"), required=False, initial=self.given.made_on)
        if "yearly_from" in self.columns:
            self.fields["yearly_from"] = _yearly_from(self.given)
        self.order_fields([*self.columns, "due_last", "reason"])


class AssignTask(AskForm):
    """A task: what, who leads it, who co-operates, by when."""

    title = forms.CharField(label=_("Nội dung nhiệm vụ"), max_length=5_000, widget=lines(3))
    lead = forms.CharField(label=_("Chủ trì"), max_length=300, required=False)
    cooperating = forms.CharField(label=_("Phối hợp, mỗi dòng một đơn vị"), max_length=5_000, required=False, widget=lines(2))
    kind = forms.ChoiceField(label=_("Loại"), choices=Activity.Kind.choices, initial=Activity.Kind.ASSIGNED_TASK)
    strand = forms.ModelChoiceField(Strand.objects.none(), label=_("Nội dung hợp tác"), required=False)
    product = forms.CharField(label=_("Sản phẩm phải có"), max_length=5_000, required=False, widget=lines(2))
    due = Day(label=_("Thời hạn"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["strand"].queryset = Strand.objects.filter(programme=self.given)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        bodies = [line.strip() for line in said["cooperating"].splitlines() if line.strip()]
        return said | {"cooperating": bodies, "due": Term.on(said["due"]) if said["due"] else None}


class NoteMoney(AskForm):
    """An amount: of what work, in which year, at which stage, from where."""

    about = forms.ModelChoiceField(
        Activity.objects.none(), label=_("Nhiệm vụ"), required=False, empty_label=_("Chung cả chương trình")
    )
    year = forms.IntegerField(label=_("Năm"), min_value=1990, max_value=2100)
    stage = forms.ChoiceField(label=_("Loại"), choices=[(stage.value, stage.label) for stage in STAGES])
    fund = forms.ChoiceField(label=_("Nguồn"), choices=Fund.choices, required=False)
    amount = forms.CharField(
        label=_("Số tiền"), max_length=100, help_text=_("Như: 5.132 triệu đồng; 1,5 tỷ đồng; 2.000.000.000.")
    )
    reason = forms.CharField(label=_("Căn cứ, ghi chú"), required=False, max_length=2_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        work = Activity.objects.filter(programme=self.given, withdrawn_at=None)
        about: Any = self.fields["about"]
        about.queryset = work
        about.choices = [("", about.empty_label), *_by_kind(work)]
        self.fields["year"].initial = timezone.localdate().year

    def clean_amount(self) -> int:
        """Whole đồng."""
        try:
            return parse_dong(self.cleaned_data["amount"])
        except NotAnAmount as refused:
            raise forms.ValidationError(str(refused)) from refused


def _by_kind(work: Iterable[Activity]) -> list[tuple[Any, list[tuple[int, str]]]]:
    """Activities under their kinds, as a select lists them; those of one title are told apart by their period."""
    rows = list(work)
    times = Counter(fold(row.title) for row in rows)
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        apart = f" ({row.period})" if times[fold(row.title)] > 1 and row.period else ""
        found[row.kind].append((row.pk, f"{str(row)[:150]}{apart}"))
    return [(kind.label, found[kind]) for kind in Activity.Kind if kind in found]


class RaisePetition(AskForm):
    """A petition: what is asked, of whom, when, in which paper."""

    text = forms.CharField(label=_("Nội dung kiến nghị, đề xuất"), max_length=20_000, widget=lines(5))
    recipient = forms.CharField(label=_("Gửi đến"), max_length=300)
    made_on = Day(label=_("Ngày gửi"), required=False)
    document = Picked(label=_("Văn bản (bỏ trống nếu chưa có trong hệ thống)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]
