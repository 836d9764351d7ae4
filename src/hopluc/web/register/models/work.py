"""Activities (nhiệm vụ, đề tài, sự kiện, đoàn công tác …) and what is said of their progress."""

from django.contrib.contenttypes.fields import GenericRelation
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Evidence
from hopluc.web.labels import TellsChoices
from hopluc.web.measures.models import Observation
from hopluc.web.pages.addresses import address_of
from hopluc.web.people.models import Organisation, Place
from hopluc.web.register.models.programmes import Programme, Strand
from hopluc.web.register.models.promises import Commitment
from hopluc.web.register.models.roles import Role
from hopluc.web.store.related import Hung
from hopluc.web.terms import HasDue, HasPeriod


class Activity(HasPeriod, HasDue):
    """A node of the tree of work. What differs between kinds is data; no state is kept: it is derived (states.py)."""

    class Kind(models.TextChoices):
        ASSIGNED_TASK = "assigned_task", _("Nhiệm vụ được giao")
        RESEARCH = "research", _("Nhiệm vụ KH&CN")
        PROJECT = "project", _("Đề án, dự án")
        EVENT = "event", _("Hội nghị, hội thảo, sự kiện")
        EXHIBITION = "exhibition", _("Triển lãm, Techfest, chợ công nghệ")
        CONTEST = "contest", _("Cuộc thi")
        CONNECTION = "connection", _("Kết nối cung - cầu")
        DELEGATION = "delegation", _("Đoàn công tác")
        COURSE = "course", _("Đào tạo, tập huấn")
        SURVEY = "survey", _("Khảo sát, điều tra")
        PUBLICATION = "publication", _("Ấn phẩm, truyền thông")
        SIGNING = "signing", _("Lễ ký kết")
        OTHER = "other", _("Hoạt động khác")

    class Recurrence(models.TextChoices):
        ONCE = "", _("Một lần")
        MONTHLY = "monthly", _("Hằng tháng")
        QUARTERLY = "quarterly", _("Hằng quý")
        HALF_YEARLY = "half_yearly", _("06 tháng một lần")
        YEARLY = "yearly", _("Hằng năm")
        REGULAR = "regular", _("Thường xuyên")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="activities")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    strand = models.ForeignKey(Strand, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    carried_over_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_over_to"
    )
    answers = models.ManyToManyField(Commitment, blank=True, related_name="activities_answering")
    kind = models.CharField(_("loại"), max_length=14, choices=Kind, default=Kind.ASSIGNED_TASK)
    number = models.CharField(_("số thứ tự"), max_length=30, blank=True)
    title = models.TextField(_("tên, nội dung"))
    product = models.TextField(_("sản phẩm phải có"), blank=True)
    recurrence = models.CharField(_("lặp lại"), max_length=12, choices=Recurrence, blank=True)
    recurrence_as_written = models.CharField(max_length=100, blank=True)
    yearly_from = models.DateField(_("việc hằng năm: thời hạn của năm đầu"), null=True, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="activities")
    place_as_written = models.CharField(_("địa điểm"), max_length=300, blank=True)
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_key = models.TextField(editable=False)
    roles = GenericRelation(Role, related_query_name="of_activity")
    evidence = GenericRelation(Evidence, related_query_name="activity")
    observations = GenericRelation(Observation, related_query_name="activity")
    progress_hung, carried_over_to_hung, roles_hung = Hung(), Hung(), Hung()

    class Meta:
        ordering = ("programme", "order", "pk")
        verbose_name = _("nhiệm vụ, hoạt động")
        indexes = (models.Index(fields=["programme", "kind"]), models.Index(fields=["owner", "due_last"]))

    def __str__(self) -> str:
        return self.title[:200]

    def get_absolute_url(self) -> str:
        return address_of("register:activity", self.pk)

    def clean(self) -> None:
        super().clean()
        where = self.place.name if self.place else self.place_as_written
        self.search_key = fold(" ".join(filter(None, (self.title, where, self.product))))
        if self.yearly_from and not self.recurrence:
            self.recurrence = self.Recurrence.YEARLY
        if self.strand is not None and self.strand.programme_id != self.programme_id:
            raise ValidationError({"strand": _("Nội dung hợp tác này thuộc chương trình khác. Đề nghị chọn lại.")})
        if self.pk is not None and self.pk in {self.parent_id, self.carried_over_from_id}:
            raise ValidationError(_("Nhiệm vụ không thể thuộc hoặc chuyển tiếp từ chính nó."))


class Progress(TellsChoices):
    """What is said, on a day, of how an activity or a commitment stands (diễn biến). The last one said holds.

    Of a duty due each year, what is said to be done closes one year's due day, `closes_on`; from then on `next_due_on` is due.

    `waits_for_activity` or `waits_for_commitment` is what it cannot go on without (vướng mắc: phụ thuộc …).
    """

    class Said(models.TextChoices):
        NOT_STARTED = "not_started", _("Chưa triển khai")
        IN_PROGRESS = "in_progress", _("Đang thực hiện")
        BLOCKED = "blocked", _("Vướng mắc")
        DONE = "done", _("Hoàn thành")
        STOPPED = "stopped", _("Dừng thực hiện")

    activity = models.ForeignKey(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="progress")
    commitment = models.ForeignKey(Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="progress")
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="progress_said")
    on = models.DateField(_("ngày"))
    said = models.CharField(_("tình hình"), max_length=12, choices=Said)
    text = models.TextField(_("nội dung"), blank=True)
    waits_for_activity = models.ForeignKey(
        Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="waited_for_in"
    )
    waits_for_commitment = models.ForeignKey(
        Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="waited_for_in"
    )
    closes_on = models.DateField(_("hạn của năm đã hoàn thành"), null=True, blank=True)
    next_due_on = models.DateField(_("hạn của năm sau"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    evidence = GenericRelation(Evidence, related_query_name="progress")

    class Meta:
        ordering = ("on", "pk")
        verbose_name = _("diễn biến")
        indexes = (  # what was said last is read from the index alone, once for each of many rows
            models.Index(fields=["activity", "on", "id", "withdrawn_at", "said"], name="progress_of_activity"),
            models.Index(fields=["commitment", "on", "id", "withdrawn_at", "said"], name="progress_of_commitment"),
        )
        constraints = (
            models.CheckConstraint(
                condition=models.Q(activity__isnull=False, commitment__isnull=True)
                | models.Q(activity__isnull=True, commitment__isnull=False),
                name="progress_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(waits_for_activity=None) | models.Q(waits_for_commitment=None),
                name="progress_waits_for_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_said_display()} ({self.on:%d/%m/%Y})"

    def get_absolute_url(self) -> str:
        told_of = self.activity or self.commitment
        assert told_of is not None, "progress is of one thing"
        return f"{told_of.get_absolute_url()}#db{self.pk}"

    def clean(self) -> None:
        super().clean()
        if (self.activity_id and self.activity_id == self.waits_for_activity_id) or (
            self.commitment_id and self.commitment_id == self.waits_for_commitment_id
        ):
            raise ValidationError(_("Một việc không thể phụ thuộc chính nó. Đề nghị chọn việc khác."))

    @property
    def waits_for(self) -> Activity | Commitment | None:
        """What it cannot go on without, where that is said."""
        return self.waits_for_activity or self.waits_for_commitment
