"""What the sentence says of an act's date and issuer outside the reference (ngày và cơ quan nói ngoài viện dẫn)."""

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.mentions.dates import date_at
from hopluc.reading.mentions.issuers import issuer_at
from hopluc.reading.patterns import Pattern

_NAME_STARTS = Pattern(r"(?<!\w)(?=[A-ZĐỦ])")
_ISSUED = Pattern(
    r",?\s(?:(?:đã|cũng|cũng đã|vừa|tiếp tục|thống nhất)\s){0,2}(?:có|ban hành|ký ban hành|ký|ra|thông qua|(?<!lễ )(?<!Lễ )công bố|phê duyệt tại|trình)\s{1,2}$"
)
_SENTENCE = Pattern(r"[.;!?]\s|\n")
_PASSED = Pattern(
    r"[^\S\t]{1,3}(?:đã\s)?(?:(?:được|do)\s{1,2}(?P<who>Quốc hội|Ủy ban Thường vụ Quốc hội|Hội đồng Nhà nước|Hội đồng nhân dân)(?:\s[^,;.\n]{0,70}?)?\s{1,2})?"
    r"(?:thông qua|ban hành|công bố)(?:\s(?:tại|ở)\s[^;.\n]{0,60}?)?,?\s{1,2}ngày\s{1,2}(?=[0-9])"
)
_IN_BRACKETS = Pattern(r"\s?\((?:ban hành |ký )?ngày\s(?=[0-9])")  # `Nghị định số … (ngày 26-12-2012) của Chính phủ`
_OF = Pattern(r"\)\s{1,2}của\s{1,2}")
_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_DAY_WORD = Pattern(r"(?i:ngày)\s{1,2}(?=[0-9])")


def said_beside(document: Document, found: Found, span: Span, doc_type: str | None) -> tuple[str | None, str | None]:
    """What the sentence says of date and issuer: `ngày 25/9/2026, UBND tỉnh có Quyết định số …`, `Luật … do Quốc hội thông qua ngày …`."""
    plain = document.plain
    if doc_type in _LAWS and (passed := _PASSED.match(plain, span.end)) and (day := date_at(plain, passed.end())):
        return day[1].iso, passed["who"]
    if (bracket := _IN_BRACKETS.match(plain, span.end)) and (day := date_at(plain, bracket.end())):
        of = _OF.match(plain, day[0])
        issuer = issuer_at(plain, of.end()) if of else None
        return day[1].iso, " ".join(document.text[of.end() : issuer].split()) if of and issuer else None
    begin = max(
        (end.end() for end in _SENTENCE.finditer(plain, max(0, span.start - 240), span.start)), default=max(0, span.start - 240)
    )
    issued = _ISSUED.search(plain, max(begin, span.start - 40), span.start)
    if issued is None:
        return None, None
    word = next(iter(_DAY_WORD.finditer(plain, begin, issued.start())), None)
    dated = date_at(plain, word.end()) if word else None
    return dated[1].iso if dated else None, _issuer_ending(document, found, Span(dated[0] if dated else begin, issued.start()))


def _issuer_ending(document: Document, found: Found, window: Span) -> str | None:
    """The issuer whose name ends where `window` does, with the post before it."""
    plain = document.plain
    for word in _NAME_STARTS.finditer(plain, window.start, window.end):
        if issuer_at(plain, word.start()) == window.end:
            return " ".join(document.text[word.start() : window.end].split())
    named = [fact.span for fact in found.within("organisation", window) if fact.span.end == window.end]
    return " ".join(document.quote(named[0]).split()) if named else None
