"""A body's name, followed by who stands in its place today."""

from collections.abc import Mapping
from typing import Any

from django import template

from hopluc.web.people.heirs import Today

register = template.Library()


@register.inclusion_tag("people/heir.html")
def heir_of(body: Any, heirs: Mapping[int, Today]) -> dict[str, Today | None]:
    """What follows a body's name where it passed to another; nothing for one that goes on, or that is only written."""
    return {"today": heirs.get(getattr(body, "pk", 0) or 0) if heirs else None}
