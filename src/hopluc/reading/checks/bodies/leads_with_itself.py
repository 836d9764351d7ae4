"""A lead with itself (phối hợp với chính mình): a body that is to lead a task and to cooperate in it, too."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_WITH = Pattern(r" chủ trì,? (?:và )?phối hợp(?: chặt chẽ)? với (?:các (?:đơn vị|cơ quan|sở, ngành|sở)(?: liên quan)?:? )?")
_LONGEST = 160

CASES = (("value_conflict", "Giao {Sở Xây dựng|Sở Y tế} chủ trì, phối hợp với Sở Xây dựng thẩm định quy hoạch phân khu."),)


def check_leads_with_itself(case: Case) -> Iterator[Record]:
    """Bodies named before `chủ trì, phối hợp với` and again behind it."""
    if "phối hợp" not in case.plain:
        return
    for lead in case.found.of("organisation"):
        found = _WITH.match(case.plain, lead.span.end)
        if found is None:
            continue
        end = min(case.sentence(lead.span).end, found.end() + _LONGEST)
        name = fold(lead.value.canonical or lead.quote)
        first = next(iter(case.found.within("organisation", Span(found.end(), end))), None)
        if first is not None and first.span.start == found.end() and fold(first.value.canonical or first.quote) == name:
            span = Span(lead.span.start, first.span.end)
            yield fault("value_conflict", f"Một cơ quan vừa chủ trì vừa phối hợp: {quoted(case.words(span))}.", [span])
