"""Validity (hiệu lực của thỏa thuận): until when an agreement says it holds, against its own term and the day it was made."""

from collections.abc import Iterator
from datetime import date

from hopluc.reading.checks.acts import written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.head import head
from hopluc.reading.patterns import Pattern

_PAPERS = (
    "thỏa thuận",
    "bản thỏa thuận",
    "biên bản ghi nhớ",
    "bản ghi nhớ",
    "hợp đồng",
    "chương trình phối hợp",
    "chương trình hợp tác",
    "quy chế",
)
_FORCE = Pattern(r"(?:hiệu lực|thời hạn|giá trị)\b[^.;\n]{0,120}?\b(?:đến|tới) (?:hết )?(?:ngày )?")
_FORCE_STARTS = cues("hiệu lực", "thời hạn", "giá trị")
_YEARS = Pattern(r"\b(?P<years>0?\d{1,2}) năm(?: \([^()\n]{1,20}\))?,? (?:kể )?từ ngày ký\b")
# "có hiệu lực kể từ ngày ký, thời hạn 5 năm, đến hết ngày …".
_YEARS_BEHIND = Pattern(
    r"\btừ ngày ký(?: kết)?,? (?:và )?(?:có |với )?(?:thời hạn|giá trị|hiệu lực|trong)(?: là| trong)? (?P<years>0?\d{1,2}) năm\b"
)
_TODAY = Pattern(r"(?:[Hh]ôm nay,?\s+(?:vào )?|(?:^|\n)(?:Ký|Làm|Lập) tại [^,\n]{3,40}, (?:vào )?)(?:ngày )?$")
_MONTHS_OF_YEAR = 12
_LEEWAY = 1
_TITLE = 1_200

CASES = (
    (
        "period_conflict",
        "BIÊN BẢN GHI NHỚ\nVỀ HỢP TÁC NGHIÊN CỨU\n\nKý tại thành phố Tân Lâm, ngày 16 tháng 8 năm 2019\n\nĐiều 4. Biên bản ghi nhớ có hiệu lực từ ngày ký, thời hạn 03 năm, đến hết ngày 15 tháng 8 năm {2023|2022}.",
    ),
    (
        "period_conflict",
        "THỎA THUẬN HỢP TÁC\n\nHôm nay, ngày 08 tháng 7 năm 2014, tại Hà Nội, chúng tôi gồm Sở Y tế tỉnh Tân Lâm và Viện Hóa học.\n\nĐiều 3. Thỏa thuận có hiệu lực kể từ ngày ký, thời hạn {5|4} năm, đến hết ngày 07/7/2018.",
    ),
)


def check_validity(case: Case) -> Iterator[Record]:
    """The day an agreement ends: the last year of the term in its title, and so many years from its signing as it says."""
    kind = head(case.document).doc_type
    if kind is None or not kind.startswith(_PAPERS):
        return
    yield from _made_twice(case)
    title = dict(head(case.document).spans).get("title")
    term = case.found.first("period", title) if title else case.found.first("period", Span(0, _TITLE))
    signed = next((record.value.signed for record in case.found.records("agreement") if record.value.signed), None)
    for found in cued(case, _FORCE_STARTS, _FORCE):
        last = next(iter(case.found.within("date", Span(found.end(), found.end() + 24))), None)
        if last is None or last.value.year is None or last.span.start != found.end():
            continue
        span = Span(found.start(), last.span.end)
        if term and term.value.end:
            yield from _against_term(case, span, last, term)
        today = _today(case) if signed is None else None
        signed = today.value.iso if today is not None else signed
        years = _YEARS.search(found[0]) or _YEARS_BEHIND.search(found[0])
        if years and signed and len(signed) == len("2021-05-20") and last.value.first:
            yield from _against_length(case, span, last.value.first, (date.fromisoformat(signed), int(years["years"])))


def _today(case: Case) -> Fact | None:
    """The day of `Hôm nay, ngày …`."""
    return next(
        (fact for fact, _ in case.dated if _TODAY.search(case.plain, max(0, fact.span.start - 64), fact.span.start)),
        case.own_date,
    )


def _made_twice(case: Case) -> Iterator[Record]:
    """The day of `Hôm nay, ngày …` against the day of the place-and-date line."""
    own = case.own_date
    today = _today(case)
    if own and today and own is not today and own.value.iso != today.value.iso and today.value.year and today.value.day:
        note = f"Văn bản ghi ngày {written(own.value)}, lời mở đầu ghi hôm nay là ngày {written(today.value)}."
        yield fault("date_conflict", note, [own.span, today.span])


def _against_term(case: Case, span: Span, last: Fact, term: Fact) -> Iterator[Record]:
    if term.value.end[:4] == str(last.value.year):
        yield passed(f"Hiệu lực đến {written(last.value)} khớp với giai đoạn {term.quote}.", [span], "date_ok")
    else:
        note = f"Hiệu lực đến {written(last.value)}, tên văn bản ghi giai đoạn {term.quote}: {quoted(case.words(span))}."
        yield fault("period_conflict", note, [term.span, span])


def _against_length(case: Case, span: Span, last: date, made: tuple[date, int]) -> Iterator[Record]:
    signed, years = made
    months = _MONTHS_OF_YEAR * (last.year - signed.year) + last.month - signed.month
    if abs(months - _MONTHS_OF_YEAR * years) > _LEEWAY:
        note = f"{years} năm kể từ {signed.day}/{signed.month}/{signed.year} không phải là đến {last.day}/{last.month}/{last.year}: "
        yield fault("period_conflict", f"{note}{quoted(case.words(span))}.", [span])
