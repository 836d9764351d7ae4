"""Sheets handed in: an edited Excel file of a programme's grid, waiting for a word, then entered."""

from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.sheets import Row
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Programme


class Noun(models.TextChoices):
    """What a grid lists; the value stands in addresses and is the part of the programme's page it belongs to."""

    TASKS = "nhiem-vu", _("Nhiệm vụ")
    FIGURES = "so-lieu", _("Số liệu")
    PETITIONS = "kien-nghi", _("Kiến nghị")
    AGREEMENTS = "thoa-thuan", _("Thỏa thuận")
    MONEY = "kinh-phi", _("Kinh phí")


class HandedIn(models.Model):
    """A sheet handed in (bảng tính nhập lại): its rows as read, and once entered, what went in and what did not.

    `rows` keep the file's own words; what they change is worked out against the register as it stands, never kept.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sheets_handed_in")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="sheets_handed_in")
    noun = models.CharField(_("bảng"), max_length=12, choices=Noun)
    name = models.CharField(_("tên tệp"), max_length=300)
    rows = models.JSONField(default=list)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    entered_at = models.DateTimeField(null=True, blank=True, editable=False)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = pgettext_lazy("one", "bảng tính nhập lại")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("sheets:handed_in", args=[self.pk])

    def as_read(self) -> list[Row]:
        """The rows as they were read from the file."""
        return [Row(number, key, tuple(words)) for number, key, words in self.rows]

    def refused(self) -> list[tuple[Row, str]]:
        """The rows that did not go in, each with its reason; none before the sheet is entered."""
        rows = {row.number: row for row in self.as_read()}
        told: list[Any] = self.outcome.get("refused", [])
        return [(rows[number], reason) for number, reason in told]
