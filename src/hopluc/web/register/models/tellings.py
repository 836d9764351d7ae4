"""That what a paper tells, a sentence or a figure, is about a task: joined by an officer, or because it names the task."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.web.measures.models import Observation
from hopluc.web.register.models.programmes import Statement
from hopluc.web.register.models.work import Activity


class Telling(models.Model):
    """An officer's word on whether a statement or a figure tells of a task (nói về nhiệm vụ): the last one said holds.

    `by_name`: nobody was asked, since it holds the task's whole title. One that is not about the task is not proposed again.
    """

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="tellings")
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="tellings")
    observation = models.ForeignKey(Observation, null=True, blank=True, on_delete=models.PROTECT, related_name="tellings")
    is_about = models.BooleanField(_("nói về nhiệm vụ"), default=True)
    by_name = models.BooleanField(default=False, editable=False)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("activity", "pk")
        verbose_name = _("nội dung gắn với nhiệm vụ")
        constraints = (
            models.UniqueConstraint(fields=["activity", "statement"], name="statement_of_task_once"),
            models.UniqueConstraint(fields=["activity", "observation"], name="figure_of_task_once"),
            models.CheckConstraint(
                condition=models.Q(statement__isnull=True) ^ models.Q(observation__isnull=True), name="telling_is_of_one_thing"
            ),
        )

    def __str__(self) -> str:
        return str(self.thing)[:200]

    @property
    def thing(self) -> Statement | Observation:
        """What is told: the statement or the figure."""
        told = self.statement or self.observation
        assert told is not None, "telling_is_of_one_thing"
        return told

    @property
    def owner_id(self) -> int:
        return self.activity.owner_id
