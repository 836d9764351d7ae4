"""Role (vai trò): a party in a capacity toward anything, from a day to a day."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.documents.models import Evidence
from hopluc.web.labels import TellsChoices
from hopluc.web.people.models import Organisation, Person
from hopluc.web.terms import Holding


class Role(Holding, TellsChoices):
    """A party in a capacity toward an object: a programme, an activity, an agreement, a committee.

    The party is an organisation; or a person, and then `organisation` and `post` tell where from and as what: when the
    person leaves the post, the seat follows the post. `title` is the capacity in the document's own words.
    """

    PERSONAL = ("post",)

    class Capacity(models.TextChoices):
        STANDING = "standing", _("Cơ quan thường trực")
        LEAD = "lead", _("Chủ trì")
        COOPERATING = "cooperating", _("Phối hợp")
        FOCAL_POINT = "focal_point", _("Đầu mối")
        APPROVER = "approver", _("Phê duyệt")
        REPORTER = "reporter", pgettext_lazy("role", "Báo cáo")
        FUNDER = "funder", _("Cấp kinh phí")
        PARTY = "party", _("Bên ký kết")
        SIGNATORY = "signatory", _("Người ký")
        RECIPIENT = "recipient", _("Nơi nhận")
        COMMITTEE = "committee", _("Ban Chỉ đạo, tổ giúp việc")
        CHAIR = "chair", _("Trưởng ban")
        STANDING_DEPUTY = "standing_deputy", _("Phó Trưởng ban thường trực")
        DEPUTY = "deputy", _("Phó Trưởng ban")
        TEAM_LEADER = "team_leader", _("Tổ trưởng")
        TEAM_DEPUTY = "team_deputy", _("Tổ phó")
        SECRETARY = "secretary", _("Thư ký")
        MEMBER = "member", _("Ủy viên, thành viên")

    OUTSIDE = frozenset({Capacity.PARTY, Capacity.SIGNATORY, Capacity.FUNDER, Capacity.RECIPIENT})
    """Capacities that give an organisation no sight of the whole programme."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles_given")
    programme = models.ForeignKey(
        "register.Programme", null=True, blank=True, on_delete=models.PROTECT, related_name="all_roles"
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    toward = GenericForeignKey()
    capacity = models.CharField(_("tư cách"), max_length=15, choices=Capacity)
    title = models.CharField(_("chức danh như đã viết"), max_length=200, blank=True)
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="roles")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="roles")
    post = models.CharField(_("chức vụ"), max_length=300, blank=True)
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    since = models.DateField(_("từ ngày"), null=True, blank=True)
    until = models.DateField(_("đến ngày"), null=True, blank=True)
    evidence = GenericRelation(Evidence, related_query_name="role")

    class Meta:
        ordering = ("content_type", "object_id", "order", "pk")
        verbose_name = _("vai trò")
        indexes = (models.Index(fields=["content_type", "object_id"]), models.Index(fields=["organisation", "programme"]))
        constraints = (
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | models.Q(person__isnull=False) | ~models.Q(post=""),
                name="role_has_a_party",
                violation_error_message=_("Vai trò cần có cơ quan, cá nhân hoặc chức vụ."),
            ),
        )

    def __str__(self) -> str:
        party = self.person or self.organisation or self.post
        return f"{self.title or self.get_capacity_display()}: {party}"

    def get_absolute_url(self) -> str:
        """The page of what the role is toward; of a committee's seat, the committee on its programme's page."""
        if isinstance(self.toward, Organisation) or self.capacity == self.Capacity.COMMITTEE:
            return f"{reverse('register:programme', args=[self.programme_id])}?phan=ban-chi-dao" if self.programme_id else ""
        assert self.toward is not None, "a role is toward something"
        address: str = self.toward.get_absolute_url()
        return address

    def clean(self) -> None:
        if self.since and self.until and self.until < self.since:
            raise ValidationError({"until": _("Ngày thôi giữ vai trò trước ngày bắt đầu. Đề nghị kiểm tra lại.")})

    @property
    def vacancy(self) -> "Vacancy | None":
        """The vacancy that is open in this seat: its holder leaves, and no decision has named another yet."""
        return next((found for found in self.vacancies.all() if found.is_open), None)

    @property
    def vacant(self) -> bool:
        """Is this a seat of a post that nobody is named for, or whose holder leaves (khuyết thành viên)."""
        return (self.person_id is None and bool(self.post)) or self.vacancy is not None


class Vacancy(models.Model):
    """That the holder of a committee's seat leaves it (khuyết thành viên), from which day and why.

    The holder stays a member until a signed decision of consolidation names another: `filled_on` is its day.
    """

    class Reason(models.TextChoices):
        RETIRED = "retired", _("Nghỉ chế độ")
        MOVED = "moved", _("Chuyển công tác")
        POST = "post", _("Thay đổi chức vụ")
        BODY = "body", _("Cơ quan được sắp xếp lại")
        LEFT = "left", _("Thôi tham gia")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    seat = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="vacancies")
    reason = models.CharField(_("lý do"), max_length=7, choices=Reason)
    since = models.DateField(_("từ ngày"))
    note = models.TextField(_("ghi chú"), blank=True)
    filled_on = models.DateField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("khuyết thành viên")
        constraints = (
            models.UniqueConstraint(
                fields=["seat"], condition=models.Q(filled_on=None, withdrawn_at=None), name="one_open_vacancy_of_a_seat"
            ),
        )

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return self.seat.get_absolute_url()

    @property
    def is_open(self) -> bool:
        """Has no decision filled the seat yet."""
        return self.filled_on is None and self.withdrawn_at is None
