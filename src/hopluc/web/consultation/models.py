"""Consultation on a draft: who is asked until when, what each says of which paragraph, what became of it; and that it goes to signature."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.intake.models import Batch, Upload
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.people.models import Organisation


class Consultation(models.Model):
    """That a draft is put before others for their opinion (lấy ý kiến góp ý): colleagues first, then other agencies."""

    class Scope(models.TextChoices):
        INTERNAL = "internal", _("Góp ý nội bộ")
        AGENCIES = "agencies", _("Góp ý liên ngành")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="consultations")
    draft = models.ForeignKey(ReportDraft, on_delete=models.PROTECT, related_name="consultations")
    scope = models.CharField(_("phạm vi"), max_length=8, choices=Scope)
    note = models.TextField(_("nội dung xin ý kiến"), blank=True)
    due_on = models.DateField(_("thời hạn"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("lấy ý kiến góp ý")
        constraints = (models.UniqueConstraint(fields=["draft", "scope"], name="consultation_scope_once"),)

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {self.draft}"

    def get_absolute_url(self) -> str:
        return reverse("consultation:show", args=[self.pk])


class Asked(models.Model):
    """One who is asked: an agency, or inside the agency one colleague (`user`). `agreed_at`: agrees with the draft (thống nhất).

    `source` is the paper an agency agreed by, where the agency that asks noted it.
    """

    NAMES_PERSONS = True

    consultation = models.ForeignKey(Consultation, on_delete=models.PROTECT, related_name="asked")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(_("văn bản góp ý"), max_length=300, blank=True)

    class Meta:
        ordering = ("consultation", "order", "pk")
        verbose_name = _("nơi được lấy ý kiến")
        constraints = (
            models.UniqueConstraint(
                fields=["consultation", "organisation"], condition=models.Q(user=None), name="agency_asked_once"
            ),
            models.UniqueConstraint(fields=["consultation", "user"], name="colleague_asked_once"),
        )

    def __str__(self) -> str:
        return str(self.user or self.organisation)

    def get_absolute_url(self) -> str:
        return self.consultation.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.consultation.owner_id


class Comment(models.Model):
    """What one who is asked says of a paragraph of the draft, or of all of it (`paragraph` None); and what became of it.

    `quote` is the paragraph as it stood. `source` is the paper it came by, where the agency that asks noted it.
    """

    class Outcome(models.TextChoices):
        TAKEN = "taken", _("Tiếp thu")
        IN_PART = "in_part", _("Tiếp thu một phần")
        EXPLAINED = "explained", _("Giải trình")

    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="comments")
    paragraph = models.PositiveIntegerField(_("đoạn"), null=True, blank=True)
    quote = models.TextField(blank=True)
    text = models.TextField(_("ý kiến"))
    source = models.CharField(_("văn bản góp ý"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    outcome = models.CharField(_("kết quả"), max_length=9, choices=Outcome, blank=True)
    answer = models.TextField(_("tiếp thu, giải trình"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("asked__consultation", models.F("paragraph").asc(nulls_first=True), "asked__order", "pk")
        verbose_name = _("ý kiến góp ý")

    def __str__(self) -> str:
        return self.text[:100]

    def get_absolute_url(self) -> str:
        return f"{self.asked.get_absolute_url()}#yk{self.pk}"

    @property
    def owner_id(self) -> int:
        return self.asked.consultation.owner_id


class Photographs(models.Model):
    """Remarks on a draft written by hand and photographed (ảnh góp ý viết tay): whose they are, and the pictures as files taken in.

    What the machine reads in them is proposed line by line, and enters as a comment only where an officer settles the line so.
    """

    NAMES_PERSONS = True

    asked = models.ForeignKey(Asked, on_delete=models.PROTECT, related_name="photographs")
    batch = models.OneToOneField(Batch, on_delete=models.PROTECT, related_name="remarks")
    source = models.CharField(_("phiếu, văn bản góp ý"), max_length=300)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("ảnh góp ý viết tay")

    def __str__(self) -> str:
        return f"{self.asked}: {self.source}"

    def get_absolute_url(self) -> str:
        return reverse("consultation:photographs", args=[self.pk])

    @property
    def owner_id(self) -> int:
        return self.asked.owner_id


class RemarkLine(models.Model):
    """A line of a photograph that an officer has settled: it went into a `comment`, or was dropped (`comment` None). `read` is what the
    machine read, "" for what was typed from the picture alone.
    """

    photographs = models.ForeignKey(Photographs, on_delete=models.PROTECT, related_name="lines")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField()
    read = models.TextField(blank=True)
    comment = models.ForeignKey(Comment, null=True, blank=True, on_delete=models.PROTECT, related_name="lines")

    class Meta:
        ordering = ("upload", "order")
        verbose_name = _("dòng góp ý viết tay")
        constraints = (models.UniqueConstraint(fields=["upload", "order"], name="remark_line_once"),)

    def __str__(self) -> str:
        return self.read[:100] or str(self.comment or "")

    def get_absolute_url(self) -> str:
        return self.photographs.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.photographs.owner_id


class PutUp(models.Model):
    """That a leader agreed to put a draft up for signature (đồng ý trình ký): from then on this draft stands, by the hashes of its files.

    `comments` is the hash of what was asked and answered of it. A change is the next draft.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    draft = models.OneToOneField(ReportDraft, on_delete=models.PROTECT, related_name="put_up")
    word = models.CharField(max_length=64)
    pdf = models.CharField(max_length=64)
    page = models.CharField(max_length=64)
    comments = models.CharField(max_length=64)
    note = models.TextField(_("ý kiến của lãnh đạo"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("đồng ý trình ký")

    def __str__(self) -> str:
        return str(self.draft)

    def get_absolute_url(self) -> str:
        return reverse("consultation:draft", args=[self.draft_id])
