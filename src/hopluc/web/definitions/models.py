"""Definitions of a province's own (định nghĩa riêng), laid over the shared ones: each version as it was saved, from a day on."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models import Organisation


class OwnDefinition(models.Model):
    """One version of a definition (bản định nghĩa riêng). It never changes (triggers.py): another wording is the next version.

    Of a code that is a shared definition's it stands in its place. From its day on a version stands in place of all that were
    saved before it; one that `ended` says that from then on the office's own is no longer used.
    """

    UNRECORDED = ("content",)

    class Kind(models.TextChoices):
        OUTLINE = "outline", _("Đề cương báo cáo")
        REGIME = "regime", _("Chế độ báo cáo")
        RETURN = "return", _("Đề cương, biểu gửi đơn vị")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="own_definitions")
    kind = models.CharField(_("loại"), max_length=8, choices=Kind)
    code = models.CharField(_("mã"), max_length=60)
    number = models.PositiveIntegerField(_("lần"))
    name = models.CharField(_("tên"), max_length=300)
    since = models.DateField(_("có hiệu lực từ ngày"))
    source = models.TextField(_("căn cứ"))
    content = models.TextField(blank=True)
    ended = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("kind", "name", "-number")
        verbose_name = _("định nghĩa riêng")
        constraints = (models.UniqueConstraint(fields=["owner", "kind", "code", "number"], name="own_definition_once"),)

    def __str__(self) -> str:
        return f"{self.name} ({_('bản')} {self.number})"

    def get_absolute_url(self) -> str:
        return reverse("definitions:show", args=[self.pk])
