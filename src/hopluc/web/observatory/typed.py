"""A figure of an index as an officer types it: `1.200`, `5,13`, `-2,4`, a word of its rubric; nothing is guessed, empty is missing."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.scorecards.definition import Indicator
from hopluc.scorecards.doubts import refusal
from hopluc.vietnamese import fold
from hopluc.web.measures.figures import Form
from hopluc.web.measures.typed import figure_of

_BELOW_ZERO = re.compile(r"[-−–]\s*(?=\d)")
_LONG = re.compile(r"\d+,\d{7,17}")
"""More decimals than a document gives: a cell of Excel that a formula filled."""
_MOST_LETTERS = 60
"""Longer words are no figure of anything; a number of over 300 digits would even be infinite."""
_NOT_A_NUMBER = frozenset({"na", "n/a"})
_ONE_NUMBER = frozenset({Form.EXACT.value, Form.ZERO.value})


def value_of(words: str, one: Indicator | None) -> float | None:
    """The value the words say for an indicator (None: for a denominator); None where they say there is none.

    Raises ValidationError for what is no single number, and for a number that the definition says the indicator cannot be.
    """
    said = " ".join(words.split())
    if fold(said) in _NOT_A_NUMBER:
        return None
    if one is not None and one.scale.kind == "rubric":
        return _points(said, one)
    value = number_of(said)
    if value is None:
        return None
    if "%" in said and (one is None or ("%" not in one.unit and one.unit)):
        told = _(
            "“%(words)s” là phần trăm, mà số liệu này không tính bằng phần trăm. Đề nghị ghi số theo đơn vị tính của chỉ số."
        )
        raise ValidationError(told % {"words": said})
    if told := refusal(one, value):
        raise ValidationError(told)
    return value


def number_of(words: str) -> float | None:
    """The one number the words say; None where they say none. Raises ValidationError for an interval, a bound, and what is no number."""
    said = " ".join(words.split())
    negative = _BELOW_ZERO.match(said)
    digits = said[negative.end() :] if negative else said
    if _LONG.fullmatch(digits):
        return float(digits.replace(",", ".")) * (-1 if negative else 1)
    if len(digits) > _MOST_LETTERS:
        raise ValidationError(_("“%(words)s…” quá dài để là một số. Đề nghị kiểm tra lại.") % {"words": digits[:20]})
    figure = figure_of(digits)
    if figure is None:
        return None
    if figure.form not in _ONE_NUMBER or figure.single is None:
        raise ValidationError(_("“%(words)s” không phải một số. Đề nghị ghi một số, như 1.200 hoặc 5,13.") % {"words": said})
    return -float(figure.single) if negative else float(figure.single)


def rank_of(words: str) -> int | None:
    """The rank the words say; None for none. Raises ValidationError."""
    said = words.strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and 0 < int(said) < 10_000):
        raise ValidationError(_("Hạng “%(words)s” phải là số nguyên từ 1.") % {"words": said[:20]})
    return int(said)


def _points(said: str, one: Indicator) -> float | None:
    if not said:
        return None
    words = {fold(grade.word or ""): grade.points for grade in one.scale.grades}
    if fold(said) not in words:
        known = ", ".join(grade.word or "" for grade in one.scale.grades)
        raise ValidationError(_("“%(words)s” không phải một mức của thang: %(known)s.") % {"words": said, "known": known})
    return words[fold(said)]


def year_of(words: str, last: int) -> int | None:
    """The year of data the words say, between 1990 and `last`; None for none."""
    said = words.strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and 1990 <= int(said) <= last):
        raise ValidationError(_("Năm số liệu “%(words)s” phải từ 1990 đến %(last)s.") % {"words": said[:20], "last": last})
    return int(said)
