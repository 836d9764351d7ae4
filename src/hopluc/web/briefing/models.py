"""The leader's page fixed for a meeting: the figures of one moment, under a name, as a page, a Word file and a PDF that say the same."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models import Organisation


class FixedSheet(models.Model):
    """The figures fixed for a meeting (chốt số liệu cho cuộc họp). It never changes: another moment is another sheet.

    `word`, `pdf` and `page` (an HTML fragment) are the hashes its files are kept by.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="fixed_sheets")
    title = models.CharField(_("cuộc họp"), max_length=200)
    fixed_at = models.DateTimeField(_("chốt lúc"))
    word = models.CharField(max_length=64)
    pdf = models.CharField(max_length=64)
    page = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("số liệu chốt cho cuộc họp")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("briefing:fixed", args=[self.pk])
