"""What is kept for Việc của tôi: who in an agency is charged with an obligation, the calendar feed of an account, letters sent."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Activity, Commitment


class Assignment(models.Model):
    """That an agency has one of its own deal with an obligation (phân công xử lý). The newest that is not ended holds."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="assignments")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    activity = models.ForeignKey(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    commitment = models.ForeignKey(Commitment, null=True, blank=True, on_delete=models.PROTECT, related_name="assignments")
    until = models.DateField(_("đến ngày"), null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("phân công xử lý")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(activity__isnull=False, commitment__isnull=True)
                | models.Q(activity__isnull=True, commitment__isnull=False),
                name="assignment_is_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}: {self.activity or self.commitment}"


class CalendarFeed(models.Model):
    """The private address of an account's calendar: only its hash is kept, so that nobody can read it here."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="feed")
    sha256 = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now=True)

    UNRECORDED = ("sha256",)

    def __str__(self) -> str:
        return f"{self.user_id}"


class Reminder(models.Model):
    """That an account was reminded on a day: once a day, however often the command runs."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    on = models.DateField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "on"], name="reminder_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.user_id} {self.on:%d/%m/%Y}: {self.count}"
