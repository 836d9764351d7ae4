"""What templates of returns write."""

from django import template

from hopluc.web.measures.figures import Figure
from hopluc.web.returns.words import percent_in_words

register = template.Library()


@register.filter
def percent(figure: Figure) -> str:
    """A percentage to one decimal, or a dash."""
    return percent_in_words(figure)
