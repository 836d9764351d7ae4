"""Journal (nhật ký hệ thống): who did what to which, when, why, before and after. Append only, each line chained to the last."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


def snapshot(row: models.Model) -> dict[str, Any]:
    """The columns of a row as they stand, for `before` and `after`; without many-to-many links and what its class's UNRECORDED names."""
    left_out = getattr(row, "UNRECORDED", ())
    return {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name not in left_out
    }


class JournalEntry(models.Model):
    """One line. `before` and `after` are canonical JSON, kept to the byte, for the line's hash is taken over them.

    A personal value stands there only as `{"sha256": …}`, its salted commitment; the value itself is a PersonalValue.
    The database refuses to change or delete a line (see triggers.py).
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField(_("lúc"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("người thực hiện")
    )
    verb = models.CharField(_("việc"), max_length=60)
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)
    object_label = models.CharField(_("đối tượng"), max_length=300)
    owner_id = models.BigIntegerField(null=True)
    before = models.TextField(default="{}")
    after = models.TextField(default="{}")
    reason = models.TextField(_("lý do"), blank=True)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)
        indexes = (models.Index(fields=["object_type", "object_id"]), models.Index(fields=["owner_id", "number"]))

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.object_label}"

    def says(self) -> dict[str, Any]:
        """All that the line says, as its hash is taken over it."""
        return {"number": self.number, **{name: value for name, value in snapshot(self).items() if name != "hash"}}


class JournalHead(models.Model):
    """The number and hash of the last line: the one row a writer locks, so that concurrent writers make one chain."""

    number = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"


class PersonalValue(models.Model):
    """A personal value a line commits to. Erasing a person's data deletes these rows; the chain still verifies."""

    commitment = models.CharField(max_length=64, db_index=True)
    salt = models.CharField(max_length=32)
    value = models.TextField()
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)

    class Meta:
        indexes = (models.Index(fields=["object_type", "object_id"]),)

    def __str__(self) -> str:
        return self.commitment
