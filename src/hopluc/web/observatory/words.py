"""The names and units of measure of an index in the reader's language, as far as its definition gives them."""

from django.utils.translation import get_language

from hopluc.scorecards.definition import Definition, Group, Indicator


def named(part: Group | Indicator) -> str:
    """The name of a part of an index."""
    return (part.name_en if get_language() == "en" else "") or part.name


def measured(part: Group | Indicator) -> str:
    """The unit of measure of an indicator; "" where it has none, and for a group."""
    if isinstance(part, Group):
        return ""
    return (part.unit_en if get_language() == "en" else "") or part.unit


def names_of(definition: Definition) -> dict[str, str]:
    """The name of each part by its code."""
    return {one.code: named(one) for one in definition.groups} | {one.code: named(one) for one in definition.indicators}
