"""What an officer types of needs, courses, delegations and their reports."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.manpower.models import FIRST_YEAR, LAST_YEAR, Course, Delegation, Direction, Level, ReportTerm, TrainingNeed
from hopluc.web.manpower.queries import TRAINED, agencies_of, figures_of, targets_offered
from hopluc.web.measures.models import Observation
from hopluc.web.measures.typed import figure_of, words_of
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Organisation, Person
from hopluc.web.people.rules import WRITERS
from hopluc.web.register.models import Activity, Commitment
from hopluc.web.register.picking import Picked
from hopluc.web.terms import Grain, Term


class FigureField(forms.CharField):
    """A number as officers write it: `30`, `10 - 15`, `khoảng 30`; None where none is known."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=60, help_text=_("Ghi 30; 10 - 15; khoảng 30; hoặc Không phát sinh."), **kwargs)

    def clean(self, value: Any) -> Any:
        figure = figure_of(super().clean(value))
        if figure is None and self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return figure


class _Lasting(AskForm):
    """Something with a title, a place and a first and last day."""

    title = forms.CharField(label=_("Tên, nội dung"), max_length=2_000, widget=lines(2))
    first = Day(label=_("Từ ngày"))
    last = Day(label=_("Đến ngày"))
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        first, last = said.pop("first"), said.pop("last")
        if last < first:
            self.add_error("last", _("Ngày cuối trước ngày đầu. Đề nghị kiểm tra lại hai ngày."))
            return said
        return said | {"held": Term(first, last, Grain.DAY if first == last else Grain.RANGE)}


class _Need(AskForm):
    year = forms.IntegerField(label=_("Năm"), min_value=FIRST_YEAR, max_value=LAST_YEAR)
    field = forms.CharField(label=_("Lĩnh vực"), max_length=300)
    level = forms.ChoiceField(label=_("Trình độ, hình thức"), choices=Level.choices)
    people = forms.IntegerField(label=_("Số người"), min_value=1, max_value=1_000_000)
    note = forms.CharField(label=_("Ghi chú"), required=False, max_length=2_000, widget=lines(2))


def _offer_agencies(field: Any, user: Any, programme: Any) -> None:
    """Offer the agencies a user may write of, beginning with the one the user writes for: the standing agency where it is that."""
    rows = agencies_of(user, programme)
    own = list(rows.filter(pk__in=[pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]))
    field.queryset = rows
    field.initial = next((one for one in own if one.pk == programme.owner_id), own[0] if own else None)


class StateNeed(_Need):
    """Whose need it is, and how many people in which field and year."""

    agency = forms.ModelChoiceField(label=_("Cơ quan, đơn vị"), queryset=Organisation.objects.none())

    field_order = ("agency",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_agencies(self.fields["agency"], self.user, self.given)
        self.fields["year"].initial = timezone.localdate().year + 1


class CorrectNeed(_Need):
    """What is needed, as it stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        need: TrainingNeed = self.given
        for name in ("year", "field", "level", "people", "note"):
            self.fields[name].initial = getattr(need, name)


class _OfCourse(AskForm):
    field = forms.CharField(label=_("Lĩnh vực"), required=False, max_length=300)
    level = forms.ChoiceField(label=_("Trình độ, hình thức"), choices=Level.choices)
    places = FigureField(label=_("Số chỗ (người)"), required=False)
    targets = forms.ModelMultipleChoiceField(
        label=_("Tính vào chỉ tiêu"), queryset=Commitment.objects.none(), required=False, widget=forms.CheckboxSelectMultiple
    )

    def _offer_targets(self, programme: Any) -> None:
        rows = targets_offered(programme) if programme else Commitment.objects.none()
        self.fields["targets"].queryset = rows  # type: ignore[attr-defined]
        if not rows.exists():
            del self.fields["targets"]


class OfferCourse(_OfCourse, _Lasting):
    """A course with its host, time, field and places."""

    host = forms.CharField(label=_("Đơn vị tổ chức"), required=False, max_length=300)

    field_order = ("title", "host", "first", "last", "place")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_targets(self.given)


class KeepCourse(_OfCourse):
    """What is said of a course beside its activity, as it stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        activity: Activity = self.given
        self._offer_targets(activity.programme)
        known: Course | None = getattr(activity, "course", None)
        if known:
            self.fields["field"].initial, self.fields["level"].initial = known.field, known.level
        places = figures_of([activity.pk], TRAINED, Observation.Stage.PLAN).get(activity.pk)
        self.fields["places"].initial = words_of(places.figure) if places else ""
        if "targets" in self.fields:
            self.fields["targets"].initial = list(activity.answers.all())


class NoteTrained(AskForm):
    """How many people a course trained."""

    people = FigureField(label=_("Số người đã đào tạo"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = figures_of([self.given.pk], TRAINED, Observation.Stage.ACTUAL).get(self.given.pk)
        self.fields["people"].initial = words_of(known.figure) if known else ""


class NoteExchange(_Lasting):
    """A conference, or an exchange of publications."""

    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=((Activity.Kind.EVENT, _("Hội nghị, hội thảo")), (Activity.Kind.PUBLICATION, _("Trao đổi ấn phẩm"))),
    )
    host = forms.CharField(label=_("Đơn vị tổ chức, đối tác"), required=False, max_length=300)
    quantity = FigureField(label=_("Số lượng (lượt người dự; số ấn phẩm)"), required=False)

    field_order = ("kind", "title", "host", "first", "last", "place", "quantity")


class SetReportTerm(AskForm):
    """In how many days a trip is reported, from when on, by which rule."""

    days = forms.IntegerField(label=_("Số ngày"), min_value=1, max_value=365)
    counted = forms.ChoiceField(label=_("Tính theo"), choices=ReportTerm.Counted.choices)
    direction = forms.ChoiceField(label=_("Áp dụng cho"), required=False, choices=(("", _("Mọi đoàn")), *Direction.choices))
    since = Day(label=_("Với chuyến đi kết thúc từ ngày"))
    source = forms.CharField(
        label=_("Căn cứ"),
        max_length=500,
        widget=lines(2),
        help_text=_("Số, ký hiệu quy chế quản lý đoàn ra, đoàn vào của địa phương; hoặc “Quy định của Chương trình”."),
    )


class _OfDelegation(_Lasting):
    direction = forms.ChoiceField(label=_("Loại đoàn"), choices=Direction.choices)
    agency = forms.ModelChoiceField(label=_("Cơ quan cử đoàn, đón đoàn (nộp báo cáo)"), queryset=Organisation.objects.none())
    partner = forms.CharField(label=_("Đối tác, nơi làm việc"), required=False, max_length=500)
    people = forms.IntegerField(label=_("Số thành viên"), min_value=1, max_value=10_000)
    funding = forms.CharField(label=_("Nguồn kinh phí"), required=False, max_length=300)

    field_order = ("direction", "title", "agency", "partner", "place", "first", "last", "people", "funding")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Mục đích, nội dung làm việc")


class PlanDelegation(_OfDelegation):
    """Purpose, where to, when, how many, who pays."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_agencies(self.fields["agency"], self.user, self.given)


class TakeUpDelegation(AskForm):
    """What a delegation read in a document does not tell yet."""

    direction = forms.ChoiceField(label=_("Loại đoàn"), choices=Direction.choices)
    agency = forms.ModelChoiceField(label=_("Cơ quan cử đoàn, đón đoàn (nộp báo cáo)"), queryset=Organisation.objects.none())
    partner = forms.CharField(label=_("Đối tác, nơi làm việc"), required=False, max_length=500)
    people = forms.IntegerField(label=_("Số thành viên"), min_value=1, max_value=10_000)
    funding = forms.CharField(label=_("Nguồn kinh phí"), required=False, max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer_agencies(self.fields["agency"], self.user, self.given.programme)


class CorrectDelegation(_OfDelegation):
    """A delegation as it stands."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        trip: Delegation = self.given
        self.fields["agency"].queryset = agencies_of(self.user, trip.activity.programme)  # type: ignore[attr-defined, arg-type]
        for name in ("direction", "agency", "partner", "people", "funding"):
            self.fields[name].initial = getattr(trip, name)
        row = trip.activity
        started = {"title": row.title, "first": row.period_first, "last": row.period_last, "place": row.place_as_written}
        for name, value in started.items():
            self.fields[name].initial = value


class ApproveDelegation(AskForm):
    """When, and by which paper where that is on the site."""

    approved_on = Day(label=_("Ngày duyệt"))
    approval = Picked(label=_("Văn bản cho phép (bỏ trống nếu chưa có trong hệ thống)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["approval"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]


class NoteReturn(AskForm):
    """The day the trip ended."""

    returned_on = Day(label=_("Ngày kết thúc chuyến đi"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["returned_on"].initial = self.given.returned_on or self.given.activity.period_last


class FileReport(AskForm):
    """Which document the report is, and when it was handed in."""

    report = Picked(label=_("Báo cáo chuyến đi"))
    reported_on = Day(label=_("Ngày nộp"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["report"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]
        self.fields["reported_on"].initial = timezone.localdate()


class NameMember(AskForm):
    """Who goes, and as what."""

    name = forms.CharField(label=_("Họ và tên"), max_length=200)
    honorific = forms.ChoiceField(label=_("Danh xưng"), required=False, choices=Person.Honorific.choices)
    post = forms.CharField(label=pgettext_lazy("of a member", "Chức vụ, cơ quan"), required=False, max_length=300)

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if not any(map(str.isalpha, name)) or any(map(str.isdigit, name)):
            raise ValidationError(_("Họ và tên gồm các chữ, không có chữ số. Đề nghị kiểm tra lại."))
        return name
