"""Agreements taken up again by a bare word (nhắc lại): `Chương trình này được hai bên ký kết ngày 09/9/2016`, of the one told before."""

import re

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.days import signed_on
from hopluc.reading.records.agreement.sayings import LONGEST_EVIDENCE, Saying
from hopluc.reading.records.agreement.sides import Context

_TAKEN_UP = Pattern(
    r"(?P<form>chương trình|quy chế|kế hoạch|biên bản|văn bản)(?: này| trên| nói trên)?(?: đã| vừa)? được (?:(?!ký\b)[^\W\d_]+ ){0,5}ký\b",
    re.IGNORECASE,
)
_BACK = 1_500


def taken_up(context: Context, anchor: int, sentence: Span) -> Saying | None:
    """What the words at `anchor` say of the agreement told last before them: the day it was signed; None where they tell none."""
    said = _TAKEN_UP.match(context.document.plain, anchor, sentence.end)
    if said is None:
        return None
    day = signed_on(context.document, context.found, said.end("form"), sentence)
    before = [told for told in context.told if anchor - _BACK <= told.evidence.start < anchor]
    form = said["form"].lower()
    if day is None or not before or not before[-1].form.startswith(form):
        return None
    return Saying(
        evidence=Span(sentence.start, min(sentence.end, sentence.start + LONGEST_EVIDENCE)),
        period=None,
        form=form,
        title=said["form"],
        parties=before[-1].parties,
        day=day,
        signing=True,
        status="signed",
        passing=True,
    )
