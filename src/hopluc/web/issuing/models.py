"""Drafts of reports: what was composed, from which figures, with the files that were printed."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme


class ReportDraft(models.Model):
    """A draft (dự thảo) of a programme's report. It never changes: another composition is the next draft.

    `outline` is the code of the outline it follows, `own_outline` the version of it where that is the office's own. `word`, `pdf` and `page` (an HTML fragment) are the hashes its files are kept by. `figures` counts its figures, `unsourced`
    those among them that rest on no passage. Number and date are given by the office's document system.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="report_drafts")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="report_drafts")
    number = models.PositiveIntegerField(_("lần"))
    outline = models.CharField(max_length=60)
    own_outline = models.ForeignKey(OwnDefinition, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts")
    title = models.CharField(_("tên báo cáo"), max_length=1000)
    period = models.CharField(_("giai đoạn"), max_length=60, blank=True)
    plan_period = models.CharField(_("giai đoạn kế hoạch"), max_length=60, blank=True)
    figures_on = models.DateField(_("số liệu đến ngày"))
    sources = models.PositiveIntegerField(default=0)
    weaker_sources = models.PositiveIntegerField(default=0)
    open_checks = models.PositiveIntegerField(default=0)
    figures = models.PositiveIntegerField(default=0)
    unsourced = models.PositiveIntegerField(default=0)
    word = models.CharField(max_length=64)
    pdf = models.CharField(max_length=64)
    page = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("dự thảo báo cáo")
        constraints = (models.UniqueConstraint(fields=["programme", "outline", "number"], name="draft_number_once"),)

    def __str__(self) -> str:
        return f"{self.title} ({_('dự thảo lần')} {self.number})"

    def get_absolute_url(self) -> str:
        return reverse("issuing:draft", args=[self.pk])
