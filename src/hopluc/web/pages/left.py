"""What is left of a deadline in the language of a page. Letters and messages are Vietnamese: they say it with `hopluc.workdays`."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hopluc.workdays import calendar


def left_said(days: int) -> str:
    """`còn 03 ngày làm việc`, `hạn hôm nay`, `quá 1.060 ngày làm việc`; in English counts below ten are not padded."""
    if not days:
        return _("hạn hôm nay")
    words = _("còn %(n)s ngày làm việc") if days > 0 else _("quá %(n)s ngày làm việc")
    return words % {"n": f"{abs(days):,}" if get_language() == "en" else f"{abs(days):02,}".replace(",", ".")}


def just_over_said() -> str:
    """That the days off after a deadline are passing: late, by no working day yet."""
    return _("vừa qua hạn")


def until_said(day: date, due: date) -> str:
    """What is left on a day of a deadline given as a date: as `left_said`, but on the days off after it nothing is due today."""
    days = calendar().between(day, due)
    return just_over_said() if not days and due < day else left_said(days)
