"""What an officer types of a vacancy, of who takes which seat, of a meeting and what was concluded there."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.committees.actions import Named
from hopluc.web.committees.decision import issuer_of, renewed, replaced_bases
from hopluc.web.committees.models import Meeting
from hopluc.web.committees.queries import bases_of, seats_of
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.pages.asking import Day, lines
from hopluc.web.pages.crud import AskForm
from hopluc.web.people.models import Person
from hopluc.web.register.models import Role, Vacancy
from hopluc.web.register.picking import Picked


class NoteVacancy(AskForm):
    """Why and from when a member leaves."""

    reason = forms.ChoiceField(label=_("Lý do"), choices=Vacancy.Reason.choices)
    since = Day(label=_("Từ ngày"))
    note = forms.CharField(label=_("Ghi chú (căn cứ, nơi công tác mới)"), required=False, max_length=2_000, widget=lines(2))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["since"].initial = timezone.localdate()


class Consolidate(AskForm):
    """For each vacant seat its next holder, or that it is given up; how those are addressed who stay, where it is not known; who issues
    the decision, on which bases: those replaced since are told, and cited anew where the officer lets it be so."""

    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300)
    decided_by = forms.CharField(label=_("Thẩm quyền ban hành"), max_length=300)
    bases = forms.CharField(label=_("Căn cứ, mỗi dòng một căn cứ"), required=False, max_length=20_000, widget=lines(6))
    renew = forms.BooleanField(label=_("Dùng văn bản thay thế cho các căn cứ đã được thay thế"), required=False, initial=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        issuer = issuer_of(self.given.owner)
        self.fields["issuer"].initial = issuer
        self.fields["decided_by"].initial = f"Chủ tịch {issuer}"
        self.fields["bases"].initial = "\n".join(bases_of(self.given))
        today = timezone.localdate()
        self.replaced = replaced_bases(self["bases"].value() or "", today)
        if not self.replaced:
            del self.fields["renew"]
        seats = seats_of(self.given, today)
        self.seats = [seat for seat in seats if seat.vacant]
        for seat in self.seats:
            self._ask_about(seat)
        stay = {seat.person for seat in seats if seat.person and not seat.vacant and not seat.person.honorific}
        self.unaddressed = sorted((person for person in stay if person.owner_id == self.given.owner_id), key=lambda one: one.pk)
        for person in self.unaddressed:
            self.fields[f"called_{person.pk}"] = forms.ChoiceField(
                label=person.name, required=False, choices=Person.Honorific.choices
            )

    def _ask_about(self, seat: Role) -> None:
        key = str(seat.pk)
        body = seat.organisation.name if seat.organisation else ""
        self.fields[f"name_{key}"] = forms.CharField(label=_("Họ và tên người thay thế"), required=False, max_length=200)
        self.fields[f"honorific_{key}"] = forms.ChoiceField(
            label=_("Danh xưng"), required=False, choices=Person.Honorific.choices
        )
        self.fields[f"post_{key}"] = forms.CharField(
            label=_("Chức vụ, cơ quan"), required=False, max_length=300, initial=seat.post
        )
        self.fields[f"organisation_{key}"] = forms.CharField(
            label=_("Cơ quan, đơn vị"), required=False, max_length=300, initial=body
        )
        self.fields[f"drop_{key}"] = forms.BooleanField(label=_("Thôi bố trí vị trí này"), required=False)

    @property
    def groups(self) -> list[tuple[Role, list[Any]]]:
        """Each vacant seat with its fields."""
        names = ("name", "honorific", "post", "organisation", "drop")
        return [(seat, [self[f"{name}_{seat.pk}"] for name in names]) for seat in self.seats]

    @property
    def staying(self) -> list[Any]:
        """The fields of those who stay and are not yet known as Ông or Bà."""
        return [self[f"called_{person.pk}"] for person in self.unaddressed]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        named = []
        for seat in self.seats:
            name, honorific, post, body, drop = (
                said[f"{field}_{seat.pk}"] for field in ("name", "honorific", "post", "organisation", "drop")
            )
            if name and (not any(map(str.isalpha, name)) or any(map(str.isdigit, name))):
                self.add_error(f"name_{seat.pk}", _("Họ và tên gồm các chữ, không có chữ số. Đề nghị kiểm tra lại."))
            if name and drop:
                self.add_error(f"drop_{seat.pk}", _("Đề nghị chọn một: ghi người thay thế, hoặc thôi bố trí."))
            if drop:
                named.append(Named(seat))
            elif name:
                named.append(Named(seat, name, honorific, post, body))
        called = {person: said[f"called_{person.pk}"] for person in self.unaddressed if said[f"called_{person.pk}"]}
        bases = renewed(said["bases"], timezone.localdate()) if said.get("renew") else said["bases"]
        return {name: said[name] for name in ("issuer", "decided_by")} | {"bases": bases, "successors": named, "called": called}


class NoteSigned(AskForm):
    """Which document the signed decision is, and its day."""

    document = Picked(label=_("Quyết định đã ký"))
    signed_on = Day(label=_("Ngày ban hành"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["document"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]


class _OfMeeting(AskForm):
    title = forms.CharField(label=_("Tên cuộc họp"), max_length=500)
    on = Day(label=_("Ngày họp"))
    place = forms.CharField(label=_("Địa điểm"), required=False, max_length=300)
    minutes = Picked(label=_("Biên bản, thông báo kết luận (bỏ trống nếu chưa có trong hệ thống)"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].among(documents_seen_by(self.user))  # type: ignore[attr-defined]


class NoteMeeting(_OfMeeting):
    """A meeting, and of each member whether they came."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seats = seats_of(self.given, timezone.localdate())
        for seat in self.seats:
            who = seat.person or seat.post or seat.organisation
            self.fields[f"present_{seat.pk}"] = forms.BooleanField(label=f"{who}", required=False)
            said = forms.TextInput(attrs={"aria-label": f"{_('Người dự thay, lý do vắng')}: {who}"})
            self.fields[f"note_{seat.pk}"] = forms.CharField(required=False, max_length=300, widget=said)

    @property
    def members(self) -> list[tuple[Role, Any, Any]]:
        """Each seat with its two fields."""
        return [(seat, self[f"present_{seat.pk}"], self[f"note_{seat.pk}"]) for seat in self.seats]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if self.errors:
            return said
        present = {seat: (said[f"present_{seat.pk}"], said[f"note_{seat.pk}"]) for seat in self.seats}
        return {name: said[name] for name in ("title", "on", "place", "minutes")} | {"present": present}


class CorrectMeeting(_OfMeeting):
    """What is noted of a meeting, and which document its minutes are."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Meeting = self.given
        for name in ("title", "on", "place"):
            self.fields[name].initial = getattr(row, name)
        if row.minutes is not None:
            self.fields["minutes"].initial = f"{row.minutes} [{row.minutes_id}]"


class NoteConclusion(AskForm):
    """What is to be done by whom by when."""

    text = forms.CharField(label=pgettext_lazy("of a meeting", "Kết luận"), max_length=20_000, widget=lines(4))
    recipient = forms.CharField(label=_("Đơn vị thực hiện"), max_length=300)
    due = Day(label=_("Thời hạn"), required=False)
