"""When an agreement was signed (ngày ký): the day its sentence tells, the day in its name, or that of the occasion it refers to."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.times_said import is_kept_day

_OCCASION = Pattern(
    r"(?:(?:cũng )?(?:tại|trong khuôn khổ|nhân dịp|trong chương trình) (?:buổi |phiên |lễ |dịp )?(?:hội nghị|hội thảo|làm việc|lễ|sự kiện|diễn đàn|này|đây|tọa đàm|chương trình)"
    r"|nhân dịp này|dịp này|cùng ngày|tại đây|cùng dịp)\b",
    re.IGNORECASE,
)
_SIGNED_ON = Pattern(
    r"(?:[^.;:\n()]|\([^()\n]{1,60}\)){0,110}?,?\s*\(?(?:được |đã )?ký(?: kết)?(?: (?:tại|với) [^.;:,\n()]{2,80}?)?(?: vào| hồi| hôm| từ)?(?: sáng| chiều| tối| trưa)?(?: ngày| tháng| cuối| đầu)?\s$"
)
_NAMED_DAY = Pattern(
    r"(?:\s[^.;:,()\n]{3,70}?\ský(?: kết)?|\s(?:tại|ở) [^.;:,()\n]{2,60}?|\s(?:số [^,;.:\s]{3,40} )?(?:đã |được )*(?:ký(?: kết)? )?(?:vào )?)\s?ngày "
)
_LIMIT = Pattern(r"\b(?:trước|đến|tới|từ|hết)(?: hết)?(?: ngày| tháng| cuối tháng| đầu tháng)?\s$", re.IGNORECASE)
_OF_A_PAPER = Pattern(r"(?:thỏa thuận|biên bản|ghi nhớ|chương trình|hợp đồng)(?: ký)?(?: ngày| tháng)?\s$", re.IGNORECASE)
_LONGEST_LIMIT = len("Chương trình ký ngày ") + 4
# `hợp đồng ký năm 2011`: no more is told than the year.
_SIGNED_YEAR = Pattern(r"[^.;:\n]{0,60}?\b(?:ký(?: kết)?|lập)(?: (?:vào|hồi|từ|trong))? năm ((?:19|20)\d\d)\b")
_NEAR = 140
_BACK = 1500


def signing_day(document: Document, found: Found, sentence: Span, anchor: int) -> Fact | None:
    """The day of signing: the date of the sentence nearest to the agreement's name, dates of cited papers left out."""
    cited = list(found.within("legal_reference", sentence))
    days = [
        fact
        for fact in found.within("date", sentence)
        if not any(paper.span.contains(fact.span) for paper in cited)
        and not _is_limit(document, fact)
        and not is_kept_day(document.plain, fact.span.start)
    ]
    before = [fact for fact in days if fact.span.start < anchor]
    return before[-1] if before else next(iter(days), None) or _told_before(document, found, sentence)


def _is_limit(document: Document, fact: Fact) -> bool:
    """Whether a date is by when or from when something holds: `trước ngày …`, `thực hiện từ tháng …`."""
    return _LIMIT.search(document.plain, max(0, fact.span.start - _LONGEST_LIMIT), fact.span.start) is not None


def signed_on(document: Document, found: Found, start: int, sentence: Span) -> Fact | None:
    """The day behind the words `ký ngày` that follow the paper's name from `start` on."""
    near = Span(start, min(sentence.end, start + _NEAR))
    days = found.within("date", near)
    return next((fact for fact in days if _SIGNED_ON.fullmatch(document.plain, start, fact.span.start)), None)


def named_day(document: Document, found: Found, form: re.Match[str], sentence: Span) -> Fact | None:
    """The day that is a part of the paper's name: `Bản ghi nhớ ký ngày 20/6/2022 giữa …`, `Chương trình phối hợp số … ngày …`."""
    days = found.within("date", Span(form.end(), min(sentence.end, form.end() + _NEAR)))
    return next((fact for fact in days if _NAMED_DAY.fullmatch(document.plain, form.end(), fact.span.start)), None)


def _told_before(document: Document, found: Found, sentence: Span) -> Fact | None:
    """The day of the occasion a sentence refers back to (`Cũng tại hội nghị, … đã ký kết`): the last date shortly before."""
    if not _OCCASION.search(document.plain, sentence.start, min(sentence.end, sentence.start + 90)):
        return None
    cited = list(found.within("legal_reference", Span(max(0, sentence.start - _BACK), sentence.start)))
    days = [fact for fact in found.within("date", Span(max(0, sentence.start - _BACK), sentence.start)) if fact.value.day]
    told = [
        fact
        for fact in days
        if not any(paper.span.contains(fact.span) for paper in cited)
        and not _OF_A_PAPER.search(document.plain, max(0, fact.span.start - _LONGEST_LIMIT), fact.span.start)
    ]
    return told[-1] if told else None


def signed_year(document: Document, start: int, sentence: Span) -> str | None:
    """The year behind the words `ký năm` that follow the paper's name from `start` on; None where a day or nothing is told."""
    said = _SIGNED_YEAR.match(document.plain, start, max(start, sentence.end))
    return said[1] if said else None


# Where duties and plans are told, a signing without its day is one to come.
_AHEAD = Pattern(r"to chuc thuc hien|nhiem vu|giai phap|phuong huong|ke hoach|phan cong|thoi gian toi|ket luan")
_TOLD = Pattern(r"ket qua|tinh hinh|da dat duoc|da thuc hien|danh gia|so ket|tong ket")
_DONE = Pattern(r"\b(?:đã|vừa|được|cũng|nhân dịp|tại đây|cùng ngày)\b", re.IGNORECASE)
_BID = Pattern(r"\b(?:giao|yêu cầu|chỉ đạo|phân công|đàm phán,?(?: tiến tới)?)\b[^.;]{0,140}$", re.IGNORECASE)


def is_to_be_signed(document: Document, sentence: Span, sign: int) -> bool:
    """Whether the signing at `sign` is bidden or planned: by its sentence, or by the heading it stands under."""
    if _DONE.search(document.plain, sentence.start, sign):
        return False
    if _BID.search(document.plain, sentence.start, sign):
        return True
    known = layout(document)
    place = known.at(sign)
    for block in known.above(place) if place is not None else ():
        words = document.folded[block.body.start : block.body.end]
        if _TOLD.search(words):
            return False
        if _AHEAD.search(words):
            return True
    return False
