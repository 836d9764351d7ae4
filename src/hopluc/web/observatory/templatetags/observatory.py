"""How pages of the room write a figure: all its digits, no more."""

from decimal import Decimal

from django import template
from django.utils.formats import number_format

register = template.Library()


@register.filter
def figure(value: float | None) -> str:
    """A figure as it is (`3.140`, `0,9`), a dash where there is none.

    >>> figure(None)
    '–'
    """
    if value is None:
        return "–"
    exact = Decimal(repr(value))
    return number_format(int(exact) if exact == exact.to_integral_value() else exact.normalize())
