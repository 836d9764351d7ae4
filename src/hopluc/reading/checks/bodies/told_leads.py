"""Leads (chủ trì): one task told twice with two bodies to lead it, in a table of tasks and again in a sentence."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

_FEWEST, _LONGEST, _MOST = 4, 8, 400
_NEAR = 60
_LEADS = Pattern(r"(?: (?:được giao|được phân công|là cơ quan|làm đầu mối))? chủ trì\b")
_LED_BY = Pattern(r"[^.;\n]{0,40}?\bdo $")
_OTHER = Pattern(
    r"\b(?:trước đây|thay|chuyển|bàn giao|giai đoạn|(?<![IV\d] )(?<!trong )năm (?:19|20)\d\d|đợt|hợp phần|cùng chủ trì|luân phiên|mỗi|các (?:sở|huyện|xã|địa phương|đơn vị))\b"
)

CASES = (
    (
        "value_conflict",
        (
            "Giao Phòng Y tế chủ trì xây dựng kho dữ liệu dùng chung, hoàn thành trong quý III năm 2024.\n\n"
            "TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tKho dữ liệu dùng chung\t{Phòng Nội vụ|Phòng Y tế}\tQuý III/2024\n2\tKho thuốc dự phòng\tPhòng Nội vụ\tQuý IV/2024"
        ),
    ),
    (
        "value_conflict",
        "Giao Sở Y tế tỉnh Tân Lâm chủ trì xây dựng bản đồ số vùng dược liệu.\n\nVề tiến độ, {Sở Công Thương|Sở Y tế} tỉnh Tân Lâm chủ trì xây dựng bản đồ số vùng dược liệu, báo cáo trong tháng 12.",
    ),
    (
        "value_conflict",
        "Giao Sở Y tế tỉnh Tân Lâm chủ trì xây dựng bản đồ số vùng dược liệu.\n\nViệc xây dựng bản đồ số vùng dược liệu do {Sở Công Thương|Sở Y tế} tỉnh Tân Lâm chủ trì còn chậm.",
    ),
    (
        "value_conflict",
        "Giao Sở Y tế tỉnh Tân Lâm chủ trì xây dựng bản đồ số vùng dược liệu.\n\nVề tiến độ, Sở Công Thương tỉnh Tân Lâm chủ trì xây dựng {bản đồ số vùng dược liệu|cổng thông tin vùng chè đặc sản}, báo cáo trong tháng 12.",
    ),
)


def check_told_leads(case: Case) -> Iterator[Record]:
    """Each task that another body is told to lead where its name stands again."""
    tasks = [record for record in case.found.records("task")[:_MOST] if record.value.lead and record.evidence]
    if not tasks or "chủ trì" not in case.plain:
        return
    low = case.plain.casefold()
    for record in tasks if len(low) == len(case.plain) else ():
        key = " ".join(record.value.title.casefold().split()[1 : _LONGEST + 1])
        if len(key.split()) < _FEWEST:
            continue
        own = Span(record.evidence[0].start, record.evidence[-1].end)
        again = next((led for led in _led(case, low, key, own) if _differ(record.value.lead, led[0])), None)
        if again is not None:
            note = f"Một nhiệm vụ ghi hai nơi chủ trì: {quoted(case.words(own))} và {quoted(case.words(again[1]))}."
            yield fault("value_conflict", note, [*record.evidence, again[1]])


def _led(case: Case, low: str, key: str, own: Span) -> Iterator[tuple[str, Span]]:
    """Who is told to lead the task where its name stands outside its own passage, and where."""
    at = low.find(key)
    while at >= 0:
        span = Span(at, at + len(key))
        sentence = case.sentence(span)
        if not sentence.overlaps(own) and not _OTHER.search(case.plain, *sentence):
            for fact in case.found.within("organisation", sentence):
                end = fact.span.end
                before = end <= at and _LEADS.match(case.plain, end, at) and at - end <= _NEAR
                behind = fact.span.start >= span.end and _LED_BY.match(case.plain, span.end, fact.span.start)
                if (before or (behind and _LEADS.match(case.plain, end))) and fact.value.canonical:
                    yield fact.value.canonical, Span(min(at, fact.span.start), max(span.end, end + len(" chủ trì")))
        at = low.find(key, span.end)


def _differ(lead: str, other: str) -> bool:
    """Whether two leads are of two names, none the longer form of the other."""
    one, two = fold(lead), fold(other)
    return one not in two and two not in one
