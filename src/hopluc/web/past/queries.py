"""The journal's lines about all that belongs to a programme."""

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast

from hopluc.web.journal.models import JournalEntry
from hopluc.web.past.programme import parts_of
from hopluc.web.register.models import Programme


def lines_of(programme: Programme) -> QuerySet[JournalEntry]:
    """The lines about a programme and its rows, newest first. The caller has shown that the user may see the programme."""
    about = Q(pk__in=[])
    for noun, rows in parts_of(programme).items():
        keys = rows.select_related(None).order_by().annotate(text_key=Cast("pk", CharField())).values("text_key")
        about |= Q(object_type=noun._meta.label_lower, object_id__in=keys)
    return JournalEntry.objects.filter(about).select_related("actor").order_by("-number")
