"""Inquiries inside a return (xin số liệu): lines asked of a colleague by a private link, and what the colleague proposes for them."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.register.models import Progress
from hopluc.web.returns.models import FigureLine, Part, Return, Sentence


class Inquiry(models.Model):
    """Some lines of a return asked of a colleague or a unit who needs no account. Of the link's token only the hash is kept.

    `asked` is the name the officer typed, all that is known of the person. What is answered is proposed, never entered by itself.
    """

    PERSONAL = ("asked",)
    UNRECORDED = ("sha256", "used_at")

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="inquiries")
    asked = models.CharField(_("người, đơn vị được hỏi"), max_length=200)
    note = models.TextField(_("lời nhắn"), blank=True)
    answer_by = models.DateField(_("đề nghị trả lời trước ngày"), null=True, blank=True)
    sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(_("dùng đến hết ngày"))
    used_at = models.DateTimeField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    sent_back_at = models.DateTimeField(null=True, blank=True)
    sent_back_note = models.TextField(_("nội dung cần làm rõ"), blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("đề nghị cung cấp số liệu")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("inquiries:show", args=[self.of_return_id])

    @property
    def owner_id(self) -> int:
        return self.of_return.agency_id

    @property
    def waits(self) -> bool:
        """Is an answer still awaited: none was given, or the one given was sent back."""
        if self.revoked_at:
            return False
        return self.answered_at is None or (self.sent_back_at is not None and self.sent_back_at > self.answered_at)

    @property
    def has_answer(self) -> bool:
        """Was it answered, and may that be sent back: the link still stands."""
        return self.revoked_at is None and not self.waits

    @property
    def late(self) -> bool:
        """Is the answer awaited past its day."""
        return self.waits and self.answer_by is not None and self.answer_by < timezone.localdate()

    @property
    def state(self) -> Any:
        """How it stands, in words."""
        if self.revoked_at:
            return _("Đã thu hồi")
        if not self.waits:
            return _("Đã trả lời")
        if self.expires_on < timezone.localdate():
            return _("Liên kết hết hạn, chưa trả lời")
        if self.sent_back_at:
            return _("Đã đề nghị làm rõ, chờ trả lời")
        return _("Đã mở, chưa trả lời") if self.used_at else _("Chưa mở")


class Item(models.Model):
    """One thing asked: a line of figures, a sentence, or whatever there is to tell under a part. `label` stays if the line goes."""

    class Kind(models.TextChoices):
        FIGURES = "figures", _("Số liệu")
        SENTENCE = "sentence", _("Nội dung")
        PART = "part", _("Nội dung mới")

    inquiry = models.ForeignKey(Inquiry, on_delete=models.PROTECT, related_name="items")
    kind = models.CharField(max_length=8, choices=Kind)
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(FigureLine, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    sentence = models.ForeignKey(Sentence, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    label = models.CharField(max_length=600)

    class Meta:
        ordering = ("inquiry", "part__order", "pk")
        verbose_name = _("nội dung được hỏi")

    def __str__(self) -> str:
        return self.label


class Proposal(models.Model):
    """What was answered for an item, once: fixed from then on (triggers.py). `taken_at`: the officer took it into the return."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="proposals")
    at = models.DateTimeField()
    figures = models.JSONField(default=dict, blank=True)
    text = models.TextField(blank=True)
    said = models.CharField(_("tình hình"), max_length=12, choices=Progress.Said, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("item", "pk")
        verbose_name = _("số liệu được cung cấp")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self) -> str:
        return self.item.inquiry.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.item.inquiry.owner_id
