"""Standings (thứ hạng): places gained and lost against the places told, and places beyond the number of those that are ranked."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_PLACE = Pattern(
    r"\b(?:thứ|hạng|vị trí(?: thứ)?|từ) (?P<place>\d{1,3})\b(?!\s?(?:%|/\d|người|đồng|triệu|ha|km|tấn|năm|tháng|giờ|ngày|điểm|đến tuổi))",
    re.IGNORECASE,
)
_STEPS = Pattern(
    r"\b(?P<how>tăng|giảm|tụt|lùi|rơi|lên|vượt|leo|nhảy|thăng|hạ|rớt|xuống)(?: thêm| tới| được| liền| đi)? (?P<steps>\d{1,3}) bậc\b",
    re.IGNORECASE,
)
_DOWN = ("giảm", "tụt", "lùi", "rơi", "hạ", "rớt", "xuống")
_STARTS = cues(" bậc")
_AMONG = Pattern(
    r"[Tt]rong (?:số |tổng số )?(?P<all>\d{1,3}) (?:đội|tỉnh|thành phố|địa phương|đơn vị|nước|trường|sở|huyện|doanh nghiệp|thí sinh|đoàn)\b[^.;\d]{0,60}?\b(?:xếp|đứng)(?: ở)?(?: vị trí)?(?: thứ| hạng)+ (?P<place>\d{1,3})\b"
)
_AMONGS = cues("rong 1", "rong 2", "rong 3", "rong 4", "rong 5", "rong 6", "rong số ", "rong tổng số ")
_TWO = 2

CASES = (
    ("sum_mismatch", "Tỉnh xếp thứ 8, tăng {5|4} bậc so với vị trí thứ 12 của năm trước."),
    ("sum_mismatch", "Từ vị trí thứ 30, tỉnh tăng {8|5} bậc, lên vị trí thứ 25."),
    ("sum_mismatch", "Năm 2018 tỉnh xếp thứ 40, năm 2019 xếp thứ 32, {tụt|tăng} 8 bậc."),
    ("sum_mismatch", "Trong 12 đội dự thi, đội của tỉnh xếp thứ {14|4}."),
)


def check_standings(case: Case) -> Iterator[Record]:
    """Places gained or lost that are not those between the two places of a sentence."""
    seen = set[Span]()
    for word in cued(case, _STARTS, Pattern(" bậc")):
        sentence = case.sentence(Span(*word.span()))
        if sentence in seen:
            continue
        seen.add(sentence)
        yield from _moved(case, sentence)
    for word in cued(case, _AMONGS, Pattern("rong ")):
        found = _AMONG.match(case.plain, word.start() - 1) if word.start() else None
        if found and int(found["place"]) > int(found["all"]):
            span = Span(*found.span())
            yield fault("sum_mismatch", f"Thứ hạng lớn hơn số được xếp hạng: {quoted(case.words(span))}.", [span])


def _moved(case: Case, sentence: Span) -> Iterator[Record]:
    steps = list(_STEPS.finditer(case.plain, *sentence))
    places = list({found["place"]: found for found in _PLACE.finditer(case.plain, *sentence)}.values())
    if len(steps) != 1 or len(places) != _TWO:
        return
    values = [int(found["place"]) for found in places]
    apart, told = abs(values[0] - values[1]), int(steps[0]["steps"])
    down = steps[0]["how"].lower() in _DOWN
    span = Span(min(places[0].start(), steps[0].start()), max(places[-1].end(), steps[0].end()))
    in_order = steps[0].start() > places[1].start() or case.plain[sentence.start : places[0].start()].rstrip().lower().endswith(
        "từ"
    )
    if apart == told and not (in_order and _YEARS.search(case.plain, *sentence) and (values[1] > values[0]) != down):
        yield passed(f"{quoted(case.words(span))}: đúng {told} bậc.", [span])
        return
    note = f"Giữa hai thứ hạng {values[0]} và {values[1]} là {apart} bậc: {quoted(case.words(span))}."
    yield fault("sum_mismatch", note, [span])


_YEARS = Pattern(r"\bnăm (?:19|20)\d\d [^.;]{3,60}\bnăm (?:19|20)\d\d|\btừ (?:vị trí |hạng )?(?:thứ )?\d", re.IGNORECASE)
