"""Intake: files taken in, and what was read from them, waiting for an officer's word."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.reading.certainty import exact_parts, touches
from hopluc.web.documents.models import Document, DocumentVersion
from hopluc.web.intake.proposals import Place
from hopluc.web.jobs.models import Job
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme


class Batch(models.Model):
    """Files dropped together (lần tải lên): by whom, for which programme if that was said, and the job that reads them."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="batches")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="batches")
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="batches")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("lần tải lên")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("intake:batch", args=[self.pk])


class Upload(models.Model):
    """One file of a batch. Until it is read its bytes stand in the incoming folder under the name `incoming`; then they are gone.

    While it waits, `problem` tells how often reading it was begun (BEGUN), so that a file that ends the reader is not tried for ever.
    """

    BEGUN = ("", "begun-once", "begun-twice")

    class State(models.TextChoices):
        WAITING = "waiting", _("Chờ đọc")
        READ = "read", _("Đã đọc")
        KNOWN = "known", _("Đã có từ trước")
        REFUSED = "refused", _("Chưa đọc được")

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField(_("tên tệp"), max_length=300)
    size = models.PositiveBigIntegerField()
    incoming = models.CharField(max_length=40, blank=True, editable=False)
    state = models.CharField(_("tình trạng"), max_length=8, choices=State, default=State.WAITING)
    problem = models.CharField(max_length=40, blank=True)
    message = models.TextField(blank=True)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="uploads")

    class Meta:
        ordering = ("pk",)
        verbose_name = _("tệp tải lên")

    def __str__(self) -> str:
        return self.name

    @property
    def owner_id(self) -> int:
        return self.batch.owner_id


class Finding(models.Model):
    """Something read in a document, proposed to an officer (thông tin đọc được), or a point to check (điểm cần đối chiếu).

    `identity` (content of the document, kind, value, passage) is the same for every reader that reads the same: what was settled
    is never asked again. `claim` is what the finding says, whatever document says it: alike findings are one thing.
    """

    class Kind(models.TextChoices):
        """What is read, in the order it is entered: what later ones hang on comes first. A point to check is never entered."""

        PROGRAMME = "programme", pgettext_lazy("one", "Chương trình")
        STRAND = "strand", _("Nội dung hợp tác")
        LEGAL_BASIS = "legal_basis", _("Căn cứ")
        MEMBERSHIP = "membership", _("Thành viên ban, tổ")
        AGREEMENT = "agreement", _("Thỏa thuận hợp tác")
        TASK = "task", _("Nhiệm vụ được giao")
        TARGET = "target", pgettext_lazy("one", "Chỉ tiêu")
        OBSERVATION = "observation", _("Số liệu")
        EVENT = "event", pgettext_lazy("one", "Sự kiện")
        PETITION = "petition", _("Kiến nghị, đề xuất")
        STATEMENT = "statement", _("Nội dung báo cáo")
        INCONSISTENCY = "inconsistency", _("Điểm cần đối chiếu")

    CHECK = Kind.INCONSISTENCY

    class State(models.TextChoices):
        PROPOSED = "proposed", _("Chờ xác nhận")
        CONFIRMED = "confirmed", _("Đúng")
        CORRECTED = "corrected", _("Đã sửa")
        SKIPPED = "skipped", _("Bỏ qua")
        POSTPONED = "postponed", _("Để kiểm tra sau")
        GONE = "gone", _("Bản đọc mới không còn nêu")

    OPEN = frozenset({State.PROPOSED, State.POSTPONED})

    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="findings")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="findings")
    kind = models.CharField(max_length=20, choices=Kind)
    subtype = models.CharField(max_length=30, blank=True)
    identity = models.CharField(max_length=64)
    claim = models.CharField(max_length=64, db_index=True)
    value = models.JSONField()
    spans = models.JSONField(default=list, blank=True)
    parts = models.JSONField(default=dict, blank=True)
    elsewhere = models.JSONField(default=list, blank=True)
    certain = models.BooleanField(default=True)
    reader = models.CharField(max_length=40)
    order = models.PositiveIntegerField(default=0)
    state = models.CharField(_("tình trạng"), max_length=9, choices=State, default=State.PROPOSED)
    corrected = models.JSONField(null=True, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True, blank=True)
    content_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    entered = GenericForeignKey()

    class Meta:
        ordering = ("version", "order", "pk")
        verbose_name = _("thông tin đọc được")
        constraints = (models.UniqueConstraint(fields=["version", "identity"], name="finding_once"),)
        indexes = (models.Index(fields=["version", "state"]), models.Index(fields=["programme", "kind", "state"]))

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    def get_absolute_url(self) -> str:
        return f"{reverse('intake:confirm', args=[self.version.document_id])}#tt{self.pk}"

    @property
    def owner_id(self) -> int:
        return self.version.document.owner_id

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_settled(self) -> bool:
        """Has an officer given a word on it."""
        return self.state not in self.OPEN and self.state != self.State.GONE

    @property
    def state_told(self) -> Any:
        """Its state in the words of the screen: a point to check is not right, it has been checked."""
        checked = self.kind == self.CHECK and self.state == self.State.CONFIRMED
        return _("Đã đối chiếu") if checked else self.get_state_display()

    def is_doubted(self, points: Sequence[tuple[int, int]]) -> bool:
        """Is a point to check open on its figure or day, or else on its passages; `points` as of `queries.points_on`."""
        spans = exact_parts(self.parts.items()) or self.spans
        return any(touches((start, end), points) for start, end in spans)

    @property
    def place(self) -> Place:
        return Place(self.kind, self.subtype, tuple((start, end) for start, end in self.spans), self.parts)

    @property
    def said(self) -> dict[str, object]:
        """The value as it stands: the officer's correction, or what was read."""
        value: dict[str, object] = self.corrected if self.corrected is not None else self.value
        return value
