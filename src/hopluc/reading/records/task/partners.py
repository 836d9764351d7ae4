"""Partners of a task (đơn vị phối hợp): where the verb of doing stands behind those whom the lead works with."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.doing import DOES
from hopluc.reading.records.parties import MANY_BODIES, parties_after

_MANNER = r"(?:(?:(?:chủ động|kịp thời|khẩn trương|tích cực|tập trung|sớm),? )+)?"
_UNNAMED = Pattern(rf"{MANY_BODIES} {_MANNER}(?=\w)", re.IGNORECASE)
_THEN_NAMED = Pattern(rf"{MANY_BODIES}(?:,| và|, và) ")
# Behind the last name, whose end may have been missed: `… Ban Quản lý A và các sở, ngành liên quan kiểm tra …`
_THEN_UNNAMED = Pattern(rf"(?:\s[^\W\d]+){{0,3}}(?:,| và|, và|,? cùng) {MANY_BODIES} {_MANNER}(?=\w)")
_HAS_READY = Pattern(
    r"có (?:phương án|giải pháp|biện pháp|kế hoạch|văn bản|ý kiến)\b|(?:tăng cường|tiếp tục|sớm|kịp thời|chủ động|tập trung|khẩn trương|tích cực|tổ chức|chỉ đạo|đẩy mạnh)\s"
)


def behind_partners(document: Document, found: Found, start: int, end: int) -> int | None:
    """Where the verb of doing stands behind the bodies listed from `start` on; None where no verb stands there."""
    plain = document.plain
    if plain.startswith("việc ", start):  # `chủ trì việc tuyển chọn …`
        return start + len("việc ")
    if plain.endswith("phối hợp ", 0, start) and DOES.match(plain, start, end):
        return start  # nobody is named: `phối hợp giải phóng mặt bằng, bàn giao …`
    listed = parties_after(document, found, _behind_unnamed(document, found, start, end), end)
    last = listed[-1].span.end if listed else start
    if listed and (many := _THEN_UNNAMED.match(plain, last, end)) is not None and DOES.match(plain, many.end(), end):
        return many.end()
    known = listed and found.first("organisation", listed[-1].span)
    if known and plain[last : last + 1] == " " and (DOES.match(plain, last + 1, end) or _HAS_READY.match(plain, last + 1, end)):
        return last + 1
    unnamed = _UNNAMED.match(plain, start, end)
    does = unnamed and (DOES.match(plain, unnamed.end(), end) or _HAS_READY.match(plain, unnamed.end(), end))
    return unnamed.end() if unnamed is not None and does else None


def _behind_unnamed(document: Document, found: Found, start: int, end: int) -> int:
    """Where the first name stands behind bodies that go unnamed: `các đơn vị liên quan, Sở B …`; `start` where none does."""
    unnamed = _THEN_NAMED.match(document.plain, start, end)
    if unnamed is None:
        return start
    named = (fact.span.start for fact in found.within("organisation", Span(unnamed.end(), end)))
    return unnamed.end() if next(named, None) == unnamed.end() else start
