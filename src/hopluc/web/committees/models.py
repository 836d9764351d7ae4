"""A committee kept alive: draft decisions of consolidation with who is to take which seat, meetings with who came and what was concluded."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.documents.models import Document
from hopluc.web.people.models import Organisation, Person
from hopluc.web.register.models import Commitment, Programme, Role


class Consolidation(models.Model):
    """A draft decision that consolidates a committee (kiện toàn), until the signed one is noted: then its `document` and `signed_on`.

    `committee` is the committee's own role in the programme. Number and date are given by the office's document system.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="consolidations")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="consolidations")
    committee = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="consolidations")
    issuer = models.CharField(_("cơ quan ban hành"), max_length=300)
    decided_by = models.CharField(_("thẩm quyền ban hành"), max_length=300)
    bases = models.TextField(_("căn cứ"), blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="consolidations")
    signed_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("dự thảo quyết định kiện toàn")

    def __str__(self) -> str:
        return _("Kiện toàn %(committee)s") % {"committee": self.committee.organisation}

    def get_absolute_url(self) -> str:
        return reverse("committees:consolidation", args=[self.pk])

    @property
    def is_open(self) -> bool:
        """Is it still a draft."""
        return self.signed_on is None and self.withdrawn_at is None


class Successor(models.Model):
    """Who is to take a seat by a decision; without a person the seat is given up. `became` is the seat it led to once signed."""

    PERSONAL = ("post",)

    consolidation = models.ForeignKey(Consolidation, on_delete=models.CASCADE, related_name="successors")
    seat = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="successions")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    post = models.CharField(_("chức vụ"), max_length=300, blank=True)
    became = models.ForeignKey(Role, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("consolidation", "seat__order", "pk")
        verbose_name = _("người thay thế")
        constraints = (models.UniqueConstraint(fields=["consolidation", "seat"], name="one_successor_of_a_seat"),)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


class Meeting(models.Model):
    """A meeting of a committee (phiên họp, cuộc họp): its day, who came, its minutes. Its conclusions are obligations of the register."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="meetings")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="meetings")
    committee = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="meetings")
    title = models.CharField(_("tên cuộc họp"), max_length=500)
    on = models.DateField(_("ngày họp"))
    place = models.CharField(_("địa điểm"), max_length=300, blank=True)
    minutes = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="meetings")
    conclusions = models.ManyToManyField(Commitment, blank=True, related_name="concluded_at")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name = _("cuộc họp")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("committees:meeting", args=[self.pk])


class Attendance(models.Model):
    """Whether the holder of a seat was at a meeting; `note` says who came instead, or why nobody did."""

    PERSONAL = ("note",)

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    seat = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="+")
    present = models.BooleanField(_("có mặt"), default=False)
    note = models.CharField(_("người dự thay, lý do vắng"), max_length=300, blank=True)

    class Meta:
        ordering = ("meeting", "seat__order", "pk")
        verbose_name = _("có mặt, vắng mặt")
        constraints = (models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once"),)

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
