"""How pages of the room write a figure: all its digits, no more."""

from decimal import Decimal

from django import template
from django.template.defaultfilters import floatformat
from django.utils.formats import number_format

from hopluc.web.observatory import words

register = template.Library()
register.filter(words.named)
register.filter(words.measured)


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


@register.simple_tag
def range_of(low: float | None, high: float | None, digits: int = -1) -> str:
    """An interval `2 - 4`, one number where both ends are written alike, a dash where there is none.

    >>> range_of(2.0, 2.0), range_of(None, None)
    ('2', '–')
    """
    if low is None or high is None:
        return "–"
    return " - ".join(dict.fromkeys(str(floatformat(end, digits)) for end in (low, high)))
