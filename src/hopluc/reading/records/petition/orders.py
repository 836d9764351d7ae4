"""Orders that hold words of asking (giao việc): what a body is given to propose is a task, and a noun asks for nothing."""

import re

from hopluc.reading.document import Cover, Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.petition.words import NOUN_BEFORE, PEOPLE

_GIVEN = "assigned"
_PROPOSES = "đề xuất"
_LONGEST_BODY = 160
# `đã chỉ đạo các sở tham mưu, đề xuất, kiến nghị cơ quan Trung ương …`: one of the things that others are to do.
# `nếu có vướng mắc, các đơn vị đề xuất …`, `kịp thời báo cáo và kiến nghị …`: what is to be done where the case arises asks for nothing.
_DUTY = Pattern(
    r"\b(?:(?:chỉ đạo|giao|yêu cầu)\s[^.;]{0,120}\b(?:tham mưu|báo cáo|đề xuất),?\s(?:đề xuất,?\s|và\s)?"
    r"|kịp thời (?:(?:báo cáo|phản ánh|tổng hợp|đề xuất)(?:,| và)? )*|[Nn]ếu (?:thấy|có|phát sinh|gặp|cần|xét)\s[^.;:\n]{0,150})$"
)


class Orders:
    """The tasks that bodies were given in so many words, by where they stand."""

    def __init__(self, found: Found) -> None:
        told = (record for record in found.records("task") if record.value.status == _GIVEN and record.evidence)
        self._given = Cover(record.evidence[0] for record in told)

    def hold(self, asking: re.Match[str]) -> bool:
        """Whether the words at `asking` are what somebody is given to do: `giao Sở A đề xuất …`."""
        return asking[0].lower().startswith(_PROPOSES) and self._given.holds(Span(*asking.span()))


def is_noun(document: Document, found: Found, match: re.Match[str]) -> bool:
    """Whether what asks is a noun by the word before it; `… và kiến nghị Sở A …` asks on, for a body follows."""
    plain = document.plain
    if _DUTY.search(plain, max(0, match.start() - _LONGEST_BODY), match.start()):
        return True
    if NOUN_BEFORE.search(plain, max(0, match.start() - 14), match.start()) is None:
        return False
    follows = next(iter(found.within("organisation", Span(match.end(), match.end() + _LONGEST_BODY))), None)
    people = PEOPLE.match(plain, match.end())
    asked = people is not None and DOES.match(plain, people.end() + 1) is not None
    asked = asked or (follows is not None and follows.span.start == match.end() + 1)
    return not (plain.endswith(" và ", 0, match.start()) and asked)
