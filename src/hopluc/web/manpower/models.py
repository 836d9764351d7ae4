"""Training and trips of a programme: needs, courses, delegations with who goes, and the term in which a trip is reported.

A course and a delegation are activities of the register; here stands only what is theirs alone. Places offered and people trained
are observations about the course, so that each figure lives in one place; the trip report owed is a commitment of the ledger.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Document
from hopluc.web.people.models import Organisation, Person
from hopluc.web.register.models import Activity, Commitment, Programme

FIRST_YEAR, LAST_YEAR = 1990, 2100


class Level(models.TextChoices):
    """What a training leads to."""

    SHORT = "short", _("Bồi dưỡng, tập huấn ngắn hạn")
    BACHELOR = "bachelor", _("Đại học")
    MASTER = "master", _("Thạc sĩ")
    DOCTOR = "doctor", _("Tiến sĩ")
    EXPERT = "expert", _("Chuyên gia")
    OTHER = "other", _("Khác")


class TrainingNeed(models.Model):
    """How many people an agency needs trained in a field in a year (nhu cầu đào tạo)."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="training_needs_kept")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="training_needs")
    agency = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="training_needs")
    year = models.PositiveSmallIntegerField(_("năm"))
    field = models.CharField(_("lĩnh vực"), max_length=300)
    field_key = models.CharField(max_length=300, editable=False)
    level = models.CharField(_("trình độ, hình thức"), max_length=8, choices=Level, default=Level.SHORT)
    people = models.PositiveIntegerField(_("số người"), validators=[MinValueValidator(1)])
    note = models.TextField(_("ghi chú"), blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-year", "field_key", "pk")
        verbose_name = _("nhu cầu đào tạo")
        constraints = (
            models.UniqueConstraint(
                fields=["programme", "agency", "year", "field_key", "level"],
                condition=models.Q(withdrawn_at=None),
                name="one_need_of_an_agency_in_a_field",
                violation_error_message=_(
                    "Cơ quan này đã ghi nhu cầu của lĩnh vực, trình độ ấy trong năm. Đề nghị sửa dòng đã ghi."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.agency}: {self.field} ({self.year})"

    def get_absolute_url(self) -> str:
        return f"{reverse('manpower:programme', args=[self.programme_id])}?xem=nhu-cau&nam={self.year}#nc{self.pk}"

    def clean(self) -> None:
        self.field_key = fold(self.field)
        if self.year is not None and not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise ValidationError({"year": _("Năm ngoài khoảng %d - %d. Đề nghị kiểm tra lại.") % (FIRST_YEAR, LAST_YEAR)})


class Course(models.Model):
    """What is said of a course (khóa đào tạo, tập huấn) beside what the register says of any activity: its field and level."""

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="course")
    field = models.CharField(_("lĩnh vực"), max_length=300, blank=True)
    level = models.CharField(_("trình độ, hình thức"), max_length=8, choices=Level, default=Level.SHORT)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("khóa đào tạo")

    def __str__(self) -> str:
        return str(self.activity)

    def get_absolute_url(self) -> str:
        return self.activity.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.activity.owner_id


class Direction(models.TextChoices):
    """Which way a delegation goes."""

    OUT = "out", _("Đoàn ra")
    IN = "in", _("Đoàn vào")
    HOME = "home", _("Đoàn trong nước")


class ReportTerm(models.Model):
    """In how many days after the return a trip is reported, from a day on: the programme's own setting, with the rule it follows.

    Each province and ministry sets it by its own regulation of delegations. Without a direction it holds for all.
    """

    class Counted(models.TextChoices):
        WORKING = "working", _("ngày làm việc")
        CALENDAR = "calendar", pgettext_lazy("unit", "ngày")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="report_terms")
    direction = models.CharField(_("loại đoàn"), max_length=4, choices=Direction, blank=True)
    days = models.PositiveSmallIntegerField(_("số ngày"), validators=[MinValueValidator(1)])
    counted = models.CharField(_("tính theo"), max_length=8, choices=Counted, default=Counted.WORKING)
    since = models.DateField(_("áp dụng với chuyến đi kết thúc từ ngày"))
    source = models.CharField(_("căn cứ"), max_length=500)

    class Meta:
        ordering = ("-since", "-pk")
        verbose_name = _("hạn báo cáo chuyến đi")

    def __str__(self) -> str:
        return f"{self.days} {self.get_counted_display()}"

    def get_absolute_url(self) -> str:
        return reverse("manpower:programme", args=[self.programme_id])

    @property
    def owner_id(self) -> int:
        return self.programme.owner_id


class Delegation(models.Model):
    """What is said of a delegation (đoàn công tác) beside its activity, whose title is its purpose, place and period where and when.

    How far it has come follows from what is noted: `approved_on`, `returned_on`, the `report` or that it was `called_off_on`. The
    report `agency` owes is `duty`, an obligation of the ledger.
    """

    class State(models.TextChoices):
        PLANNED = "planned", _("Kế hoạch")
        APPROVED = "approved", _("Đã duyệt")
        WAITING = "waiting", _("Chờ ghi nhận đã đi")
        RETURNED = "returned", _("Đã đi, chưa có báo cáo")
        REPORTED = "reported", _("Đã có báo cáo")
        CALLED_OFF = "called_off", _("Không đi")

    FIXED = ("activity", "direction", "agency", "people", "approved_on", "returned_on", "report", "reported_on")
    """What the database refuses to change while a report is filed."""

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="delegation")
    direction = models.CharField(_("loại đoàn"), max_length=4, choices=Direction)
    agency = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="delegations")
    partner = models.CharField(_("đối tác, nơi làm việc"), max_length=500, blank=True)
    people = models.PositiveIntegerField(_("số thành viên"), validators=[MinValueValidator(1)])
    funding = models.CharField(_("nguồn kinh phí"), max_length=300, blank=True)
    approved_on = models.DateField(_("ngày duyệt"), null=True, blank=True)
    approval = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="approved_delegations")
    returned_on = models.DateField(_("ngày kết thúc chuyến đi"), null=True, blank=True)
    called_off_on = models.DateField(_("ngày hủy"), null=True, blank=True)
    duty = models.OneToOneField(Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="delegation")
    report = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="reported_delegations")
    reported_on = models.DateField(_("ngày nộp báo cáo"), null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("đoàn công tác")

    def __str__(self) -> str:
        return str(self.activity)

    def get_absolute_url(self) -> str:
        return reverse("manpower:delegation", args=[self.pk])

    @property
    def owner_id(self) -> int:
        return self.activity.owner_id

    @property
    def state(self) -> str:
        """How far it has come as of today: past its last day it waits for the note that it went."""
        if self.called_off_on:
            return self.State.CALLED_OFF.value
        if self.report_id:
            return self.State.REPORTED.value
        if self.returned_on:
            return self.State.RETURNED.value
        last = self.activity.period_last or self.activity.period_first
        if last is not None and last < timezone.localdate():
            return self.State.WAITING.value
        return self.State.APPROVED.value if self.approved_on else self.State.PLANNED.value

    @property
    def state_in_words(self) -> str:
        return str(self.State(self.state).label)


class Member(models.Model):
    """A person named in a delegation (thành viên đoàn): shown to the office that entered them, as persons are."""

    PERSONAL = ("post",)

    delegation = models.ForeignKey(Delegation, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("chức vụ, cơ quan"), max_length=300, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("delegation", "pk")
        verbose_name = _("thành viên đoàn công tác")
        constraints = (
            models.UniqueConstraint(
                fields=["delegation", "person"],
                condition=models.Q(withdrawn_at=None),
                name="member_of_a_delegation_once",
                violation_error_message=_("Người này đã có trong đoàn."),
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return self.delegation.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.delegation.owner_id
