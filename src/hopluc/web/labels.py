"""What a choice kept in a row is called on a page."""

from typing import Any

from django.db import models
from django.utils.encoding import force_str


class TellsChoices(models.Model):
    """A model whose `get_kind_display()` and the like put the one label into words that is told.

    Django's own says the labels of all choices in the reader's language to tell one of them: for thirteen kinds of activities on
    fifty lines that is a twentieth of a page.
    """

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> str:  # noqa: N802  Django calls it so
        kept = getattr(self, field.attname)
        told = next((label for value, label in field.flatchoices if value == kept), kept)
        said: str = force_str(told, strings_only=True)
        return said
