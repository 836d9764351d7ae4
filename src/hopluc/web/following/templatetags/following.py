"""`{% said_beside object %}`: on the page of an object, the button to follow it, the remarks on it and the files attached."""

from typing import Any

from django import template
from django.db.models import Model

from hopluc.web.following import queries, rules
from hopluc.web.following.objects import slug_of

register = template.Library()


@register.inclusion_tag("following/beside.html", takes_context=True)
def said_beside(context: dict[str, Any], row: Model) -> dict[str, Any]:
    """What the page shows of what is said beside the object, as far as the user may read it."""
    user = context["request"].user
    remarks = [(one, rules.can_withdraw(user, one)) for one in queries.remarks_on(row, user)]
    attachments = [
        (one, rules.can_attach_version(user, one), rules.can_withdraw(user, one)) for one in queries.attachments_of(row, user)
    ]
    return {
        "row": row,
        "noun": slug_of(row),
        "followed": queries.follows(user, row),
        "remarks": remarks,
        "attachments": attachments,
        "may_say": rules.can_say(user, row),
        "csrf_token": context.get("csrf_token"),
    }


@register.simple_tag(takes_context=True)
def unread_notices(context: dict[str, Any]) -> int:
    """How many notices the user has not read."""
    return queries.unread(context["request"].user)
