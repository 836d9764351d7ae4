"""Spans of time (khoảng thời gian có tên): quarters, half-years, horizons and jubilees against the months and years told beside them."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.mentions.calendar_words import QUARTERS
from hopluc.reading.patterns import Pattern

_MONTH = r"(?:ngày |tháng )?(?:\d{1,2}/)?"
_HALF = Pattern(
    rf"(?:6|[Ss]áu|áu) tháng (?P<half>đầu|cuối) năm[^(\n.;]{{0,12}}\((?:từ )?{_MONTH}(?P<first>\d{{1,2}})(?:/\d{{4}})?\s?(?:đến|-)\s?(?:hết )?{_MONTH}(?P<last>\d{{1,2}})/\d{{4}}"
)
_QUARTER = Pattern(
    r"uý (?P<quarter>I{1,3}|IV|[1-4])\b[^(\n.;]{0,12}\((?:từ )?tháng (?P<first>\d{1,2})(?:/\d{4})?\s?(?:đến|-)\s?(?:hết )?(?:tháng )?(?P<last>\d{1,2})"
)
# "quý III (tháng 5/2020)", "tháng 8/2018 (quý IV/2018)", "trong quý I/2021, cụ thể là tháng 4/2021".
_MONTH_IN_QUARTER = Pattern(
    r"uý (?P<quarter>I{1,3}|IV|[1-4])\b(?:[/ ](?:năm )?(?P<year>\d{4}))?(?:\s?\(|, cụ thể (?:là )?(?:trong |vào )?|, tức (?:là )?)tháng (?P<month>\d{1,2})(?:[/ ](?:năm )?(?P<other>\d{4}))?(?!\s?(?:-|đến|và|[/.]?\d)|, (?:\d|tháng))"
)
_QUARTER_BEHIND = Pattern(
    r"áng (?P<month>\d{1,2})(?:[/ ](?:năm )?(?P<other>\d{4}))?\s?\(quý (?P<quarter>I{1,3}|IV|[1-4])\b(?:[/ ](?:năm )?(?P<year>\d{4}))?\)"
)
# "khởi công quý II/2021, hoàn thành quý IV/2020".
_WORK = Pattern(
    r"(?:hởi công|ắt đầu|riển khai)[^.;\d\n]{0,30}uý (?P<first>I{1,3}|IV|[1-4])(?:/| năm )(?P<year>\d{4})[^.;\d\n]{0,40}\b(?:hoàn thành|kết thúc|khánh thành|nghiệm thu)[^.;\d\n]{0,30}uý (?P<last>I{1,3}|IV|[1-4])(?:/| năm )(?P<end>\d{4})"
)
_NO_QUARTER = Pattern(r"uý (?:V|VI{0,3}|[5-9])(?=(?:/| năm |-)\s?20\d\d|[.,;)]| và )")
_HORIZON = Pattern(
    r"(?:iai đoạn|hời kỳ|đến năm)\s(?:(?:từ )?(?:năm )?(?:19|20)\d\d\s?(?:-|đến)\s?(?:năm )?)?(?P<last>20\d\d),?\s(?:và )?(?:tầm nhìn|định hướng)(?: đến)?(?: năm)?\s(?P<far>20\d\d)"
)
_JUBILEE = Pattern(r"ỷ niệm (?:lần thứ )?(?P<years>\d{1,3}) năm (?:ngày )?(?:thành lập|tái lập|truyền thống|xây dựng)\b")
_FOUNDED = Pattern(
    r"(?<!niệm )(?<!\d năm )(?<!\d năm ngày )\b(?:thành lập|tái lập|ra đời)\b(?! thành phố)[^.;\n\d]{0,30}(?:(?:ngày |tháng )?(?:\d{1,2}[/.-]){0,2})(?P<year>(?:19|20)\d\d)\b"
)
# A jubilee that is still to come: `hướng tới kỷ niệm 15 năm thành lập`.
_AHEAD = Pattern(r"\b(?:hướng tới|hướng đến|tiến tới|chuẩn bị|chào mừng)\b[^.;,\d]{0,12}$")
_LEAD = 30
_YEAR = Pattern(r"\b[Nn]ăm (?P<year>(?:19|20)\d\d)\b")
_HALF_STARTS, _QUARTER_STARTS, _MONTH_STARTS, _HORIZON_STARTS, _JUBILEE_STARTS = (
    cues("6 tháng", "áu tháng"), cues("uý "), cues("áng "), cues("iai đoạn ", "hời kỳ ", "đến năm "), cues("ỷ niệm "),
)  # fmt: skip
_REACH = 320

CASES = (
    ("period_conflict", "Dự án khởi công quý II/2021, hoàn thành quý IV/{2020|2022}."),
    ("period_conflict", "Hoàn thành trong quý {III|II} (tháng 5/2020)."),
    ("period_conflict", "Trong quý I/2021, cụ thể là tháng {4|3}/2021, Sở trình đề án."),
    ("period_conflict", "Thời gian: tháng {8|11}/2018 (quý IV/2018)."),
    ("date_conflict", "Tỉnh thành lập năm 2004. Năm 2018, tỉnh {tổ chức|hướng tới} kỷ niệm 15 năm thành lập."),
)
_WORK_STARTS = cues("hởi công", "ắt đầu", "riển khai")
_HALVES = {"đầu": (1, 6), "cuối": (7, 12)}


def check_spans_of_time(case: Case) -> Iterator[Record]:
    """Quarters and half-years with other months than theirs, a fifth quarter, horizons before their period, wrong jubilees."""
    for found in cued(case, _HALF_STARTS, _HALF):
        if (int(found["first"]), int(found["last"])) != _HALVES[found["half"]]:
            yield _conflict(case, Span(*found.span()), "Các tháng không phải của nửa năm này")
    for found in cued(case, _QUARTER_STARTS, _QUARTER):
        quarter = QUARTERS[found["quarter"]]
        if (int(found["first"]), int(found["last"])) != (3 * quarter - 2, 3 * quarter):
            yield _conflict(case, Span(found.start() - 1, found.end()), "Các tháng không phải của quý này")
    yield from _months_of_quarters(case)
    for found in cued(case, _WORK_STARTS, _WORK):
        if (int(found["end"]), QUARTERS[found["last"]]) < (int(found["year"]), QUARTERS[found["first"]]):
            yield _conflict(case, Span(found.start() - 1, found.end()), "Kết thúc trước khi bắt đầu")
    for found in cued(case, _QUARTER_STARTS, _NO_QUARTER):
        span = Span(found.start() - 1, found.end())
        yield fault("impossible_date", f"Một năm chỉ có bốn quý: {quoted(case.words(span))}.", [span])
    for found in cued(case, _HORIZON_STARTS, _HORIZON):
        if int(found["far"]) <= int(found["last"]):
            yield _conflict(case, Span(found.start() - 1, found.end()), "Tầm nhìn không xa hơn giai đoạn")
    yield from _jubilees(case)


def _months_of_quarters(case: Case) -> Iterator[Record]:
    """A month told beside a quarter that it is none of."""
    for words, pattern in ((_QUARTER_STARTS, _MONTH_IN_QUARTER), (_MONTH_STARTS, _QUARTER_BEHIND)):
        for found in cued(case, words, pattern):
            outside = (int(found["month"]) + 2) // 3 != QUARTERS[found["quarter"]]
            if (outside and found["year"] in (None, found["other"])) or (outside and found["other"] is None):
                yield _conflict(case, Span(found.start() - 1, found.end()), "Tháng không thuộc quý này")


def _conflict(case: Case, span: Span, what: str) -> Record:
    return fault("period_conflict", f"{what}: {quoted(case.words(span))}.", [span])


def _jubilees(case: Case) -> Iterator[Record]:
    """`thành lập năm 1975` and, near it, `Năm 2015, … kỷ niệm 50 năm thành lập`."""
    for found in cued(case, _JUBILEE_STARTS, _JUBILEE):
        sentence = case.sentence(Span(*found.span()))
        years = {int(year["year"]) for year in _YEAR.finditer(case.plain, sentence.start, found.start())}
        foundings = list(_FOUNDED.finditer(case.plain, max(0, sentence.start - _REACH), sentence.start))
        founded = {int(founding["year"]) for founding in foundings}
        ahead = _AHEAD.search(case.plain, max(sentence.start, found.start() - _LEAD), found.start())
        if len(years) != 1 or len(founded) != 1 or ahead:
            continue
        age = next(iter(years)) - next(iter(founded))
        if age != int(found["years"]):
            span = Span(found.start() - 1, found.end())
            note = f"Từ năm {next(iter(founded))} đến năm {next(iter(years))} là {age} năm: {quoted(case.words(span))}."
            yield fault("date_conflict", note, [Span(*foundings[-1].span()), sentence])
