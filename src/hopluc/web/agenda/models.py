"""What is kept for Việc của tôi: who in an agency is charged with an obligation, the calendar feed of an account, letters sent,
what one person handed over to another.
"""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Activity, Commitment


class Assignment(models.Model):
    """That an agency has one of its own deal with an obligation (phân công xử lý). The newest that is not ended holds."""

    NAMES_PERSONS = True

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


class HandOver(models.Model):
    """That all one person had open in an agency went to another, in one act (bàn giao). `moves` is what undoing it needs."""

    NAMES_PERSONS = True

    class Then(models.TextChoices):
        KEPT = "kept", _("Giữ tài khoản và vai trò")
        PLACE_ENDED = "place_ended", _("Thôi vai trò ở cơ quan này")
        ACCOUNT_CLOSED = "account_closed", _("Dừng tài khoản")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="hand_overs")
    giver = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("bên giao"))
    taker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("bên nhận"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    then = models.CharField(_("sau khi bàn giao"), max_length=14, choices=Then, default=Then.KEPT)
    reason = models.TextField(_("lý do"), blank=True)
    moves = models.JSONField(default=dict)
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("bàn giao")

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker} ({self.at:%d/%m/%Y})"

    def get_absolute_url(self) -> str:
        return reverse("agenda:handed_over", args=[self.pk])


class HandedItem(models.Model):
    """One thing in hand that went along: a document to confirm, a return, a round, a link that is waited for."""

    hand_over = models.ForeignKey(HandOver, on_delete=models.PROTECT, related_name="items")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["hand_over", "content_type", "object_id"], name="handed_once"),)

    def __str__(self) -> str:
        return str(self.thing)
