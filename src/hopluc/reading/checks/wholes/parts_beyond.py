"""Parts beyond their whole (phần lớn hơn tổng): more done, or more of a kind, than there is; and a first that is not the greatest."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import NUMBER, SCALE, Term, counts, is_hedged
from hopluc.reading.checks.ranges import range_of
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_UNIT = r"(?P<{}>[^\W\d_]+)"
_WHOLE, _PART = rf"(?P<whole>{NUMBER}{SCALE})", rf"(?P<part>{NUMBER}{SCALE})"
# Each with what every match of it holds: looking for that first spares looking with the pattern.
_PATTERNS = (
    # "trong số 86 tiến sĩ có 91 người tốt nghiệp ở nước ngoài"
    (
        "số ",
        Pattern(
            rf"rong (?:tổng )?số {_WHOLE} {_UNIT.format('unit')}[^.;:,\d]{{0,40}}?,? (?:đã )?có (?:tới )?{_PART} {_UNIT.format('of')}"
        ),
    ),
    # "120 hộ; có 135 hộ trong số đó"
    (
        "trong số ",
        Pattern(
            rf"{_WHOLE} {_UNIT.format('unit')}[^.:\d]{{0,40}}?[,;.] (?:trong đó )?[Cc]ó {_PART} {_UNIT.format('of')}[^.;:,\d]{{0,20}} trong số (?:đó|này)"
        ),
    ),
    # "40 chứng nhận, riêng ngành nông nghiệp có 46 chứng nhận"
    (
        " riêng ",
        Pattern(
            rf"{_WHOLE} {_UNIT.format('unit')}[^.:;\d]{{0,40}}?[,;] riêng [^.;:,\d]{{2,60}}? (?:có |là |đạt |chiếm )?{_PART} {_UNIT.format('of')}"
        ),
    ),
    # "300 hộ, số hộ trồng chè là 320 hộ"
    (
        " số ",
        Pattern(
            rf"{_WHOLE} {_UNIT.format('unit')}[^.:;,\d]{{0,24}}[,;] số [^.;:,\d]{{2,40}}? (?:là|có|đạt|lên tới) {_PART} {_UNIT.format('of')}"
        ),
    ),
    # "Khu có 36 lô đất, 40 lô đã cho thuê", "Phòng có 12 cán bộ, 15 cán bộ có trình độ thạc sĩ"
    (
        ", ",
        Pattern(
            rf"(?:có|gồm|mua|nhận|cấp|mở|rong(?: số)?|giao) {_WHOLE} {_UNIT.format('unit')}[^.:;,\d]{{0,24}}, (?:trong đó |chọn [^.;:,\d]{{2,20}} |đăng [^.;:,\d]{{2,20}} )?{_PART} {_UNIT.format('of')}(?: [^\W\d_]+){{0,1}} (?:đã|có|bị|được|chưa|đang|là)\b"
        ),
    ),
    # "cấp 500 triệu đồng, đã quyết toán 620 triệu đồng"; "nhận 40 bài, chọn đăng kỷ yếu 45 bài"
    (
        ", ",
        Pattern(
            rf"(?:cấp|giao|nhận|duyệt|mua) {_WHOLE} {_UNIT.format('unit')}[^.:;,\d]{{0,24}}, (?:đã )?(?:quyết toán|chi|sử dụng|giải ngân|chọn|đăng|nghiệm thu|trả)\b[^.;:,\d]{{0,24}} {_PART} {_UNIT.format('of')}"
        ),
    ),
    # "quy hoạch 36 ha, đến nay đã bàn giao 41,5 ha"
    (
        "đã ",
        Pattern(
            rf"(?:uy hoạch|iện tích|ổng số [^.;:,\d]{{2,30}}|ược giao|ược cấp|ược duyệt|uy mô|hu cầu) {_WHOLE} {_UNIT.format('unit')}[^.:;,\d]{{0,20}}, (?:đến nay |hiện |nay )?đã [^.;:,\d]{{2,40}}? {_PART} {_UNIT.format('of')}"
        ),
    ),
)
_STARTS = cues(
    "rong số ",
    "rong tổng số ",
    "trong số ",
    ", riêng ",
    "; riêng ",
    ", đến nay đã ",
    ", đã ",
    ", nay đã ",
    ", hiện đã ",
    ", số ",
    ", chọn ",
    "có ",
    "Mua ",
    "mua ",
    "Trong ",
    "nhận ",
    "cấp ",
    "giao ",
    "gồm ",
)
_WORD = Pattern(r"\W{0,2}\w")
_TWO = Pattern(r"\d [^\d.]{2,80}(?:[,;.]| có) [^\d]{0,60}\d")
_BEYOND = Pattern(r"\b(?:vượt|kế hoạch|chỉ tiêu|mục tiêu|tăng|đạt tỷ lệ|lượt|gấp|so với|mỗi|bình quân|thêm)\b")
# "Nậm Chua đứng đầu với 156 ha, Tả Phình 182 ha", "Dẫn đầu là ngành y tế với 28 sáng kiến, ngành giáo dục 25 sáng kiến".
_FIRST = Pattern(
    r"(?:đứng đầu|[Dd]ẫn đầu|Đứng đầu|đứng thứ nhất|đứng nhất|(?:hiều|ao|ớn)(?: [^\W\d]+){0,2} nhất)(?: toàn tỉnh| cả nước| cả vùng)?(?: là [^.;,\d()]{2,40}?)?(?: là| với| có| đạt|:|,)?[ (]+(?=\d)"
)
_FIRSTS = cues(
    "đứng đầu", "ẫn đầu", "dẫn đầu", "Dẫn đầu", "Đứng đầu", "đứng thứ nhất", "đứng nhất", "hiều ", "ao nhất", "ớn nhất"
)
_LAST = Pattern(r"(?:Ít|Thấp) nhất là [^.;,\d()]{2,40}? (?:với |có |đạt |\()?(?=\d)")
_LASTS = cues("Ít nhất là", "Thấp nhất là")
_NEXT = Pattern(
    r"[^.;:\d()]{0,12}\)?(?:,| và) (?:(?:tiếp đến|tiếp theo|sau đó|rồi đến|kế đến|kế đó) là )?"
    r"(?!(?:tăng|giảm|trong|còn|đạt|chiếm|tổng|cả|gồm|hơn|gấp|bằng|với|năm|so|thấp|ít|cao|nhiều|đứng)\b)[^\W\d][^.;:,\d()]{1,30}? \(?$"
)

# What tells that some of a whole are counted: before the whole, before the part, behind the part.
_SUBSETS = ("Trong ", "rong đó", "rong số", "trong tổng", "Tổng số")
_AMONG_FIRST = Pattern(r"(?:^|[.,;:] )(?:[Tt]rong(?: tổng)?(?: số)?|[Tt]ổng số[^.;,\d]{0,40}) $")
_OF_IT = Pattern(r"\b[Tt]rong (?:đó|số (?:đó|này))\b[^.;\d]{0,30}$")
_THERE_ARE = Pattern(r"\b(?:có|là)(?: tới| đến)? $|\b[Tt]rong đó,? $")
_AMONG = Pattern(r"[\d.,]+[^.;,\d]{0,24} trong số (?:đó|này)\b")
_PERSONS = ("em", "cháu", "bạn", "anh", "vị", "bà con")

CASES = (
    ("sum_mismatch", "Trong 25 đề tài được nghiệm thu, có {27|7} đề tài xếp loại xuất sắc."),
    ("sum_mismatch", "Trong tổng số 130 cán bộ, {140|104} người đã qua bồi dưỡng."),
    ("sum_mismatch", "Tổng số cán bộ của Viện là 140 người, trong đó có {152|52} tiến sĩ."),
    ("sum_mismatch", "Trường có 900 sinh viên năm cuối. Có tới {950|850} em trong số này đã có việc làm."),
    ("sum_mismatch", "Trong số 86 tiến sĩ có {91|19} người tốt nghiệp ở nước ngoài."),
    ("sum_mismatch", "Tỉnh đã cấp 40 chứng nhận, riêng ngành nông nghiệp có {46|26} chứng nhận."),
    ("sum_mismatch", "Đã khảo sát 120 hộ; có {135|115} hộ trong số đó áp dụng giống mới."),
    ("sum_mismatch", "Tổng diện tích quy hoạch 36 ha, đến nay đã bàn giao mặt bằng {41,5|31,5} ha."),
    ("value_conflict", "Dẫn đầu là ngành y tế với {18|28} sáng kiến, ngành giáo dục 25 sáng kiến."),
    ("sum_mismatch", "Khu có 36 lô đất, {40|30} lô đã cho thuê."),
    ("value_conflict", "Xã Nậm Chua đứng đầu với {156|196} ha, Tả Phình 182 ha, Sín Thầu 141 ha."),
)


def check_parts_beyond(case: Case) -> Iterator[Record]:
    """Parts of one sentence or two that are greater than what they are part of, and leaders that others exceed."""
    seen = set[Span]()
    for word in cued(case, _STARTS, _WORD):
        sentence = case.sentence(Span(word.start(), word.start() + 2))
        if sentence in seen:
            continue
        seen.add(sentence)
        if _TWO.search(case.plain, *sentence) is None:
            continue
        words = case.plain[sentence.start : sentence.end]
        for pattern in [pattern for held, pattern in _PATTERNS if held in words]:
            for found in pattern.finditer(case.plain, *sentence):
                whole, part = range_of(found["whole"]), range_of(found["part"])
                span = Span(found.start("whole"), found.end())
                alike = found["unit"] == found["of"] or found["of"] == "người"
                if not alike or part.value <= whole.value or _BEYOND.search(case.plain, *sentence):
                    continue
                if is_hedged(case.plain, found.start("whole")) or case.is_taken(found.start("whole")):
                    continue
                note = f"Phần ({found['part']}) lớn hơn tổng ({found['whole']}): {quoted(case.words(span))}."
                yield fault("sum_mismatch", note, [span])
    yield from _exceeded(case)
    yield from _subsets(case)


def _subsets(case: Case) -> Iterator[Record]:
    """Things told to be some of those just counted, and more of them."""
    for paragraph in paragraphs(case):
        before: Sentence | None = None
        for sentence in paragraph.sentences:
            words = sentence.words
            if any(map(words.__contains__, _SUBSETS)) and not _BEYOND.search(words):
                record = _of_subset(case, sentence, before)
                if record is not None:
                    yield record
            before = sentence


def _of_subset(case: Case, sentence: Sentence, before: Sentence | None) -> Record | None:
    for place, part in enumerate(sentence.terms):
        if part.percent or part.unit is None or part.hedged:
            continue
        named = _AMONG.match(case.plain, part.span.start, sentence.span.end) is not None
        if place == 0:
            whole = before.terms[-1] if before is not None and named and len(before.terms) == 1 else None
        else:
            whole = sentence.terms[place - 1]
            lead = sentence.before(place)
            tied = (place == 1 and _AMONG_FIRST.search(sentence.before(0))) or _OF_IT.search(lead)
            among = lead.endswith(", ") and part.unit.startswith("người")
            named = named or (tied is not None and (among or _THERE_ARE.search(lead) is not None))
            whole = whole if named or (tied and whole.head == part.head) else None
        if whole is None or whole.percent or whole.hedged or whole.unit is None or part.value <= whole.value:
            continue
        people = whole.counts_people and (part.counts_people or (named and (part.unit or "").startswith(_PERSONS)))
        if whole.head == part.head or people or (whole.is_money and whole.currency == part.currency):
            span = Span(whole.span.start, part.span.end)
            note = f"Phần ({shown(part.value)}) lớn hơn tổng ({shown(whole.value)}): {quoted(case.words(span))}."
            return fault("sum_mismatch", note, [span])
    return None


def _exceeded(case: Case) -> Iterator[Record]:
    """Who is told to be first, and one told behind it with more; who is told to be last, and one with less."""
    for words, pattern, least in ((_FIRSTS, _FIRST, False), (_LASTS, _LAST, True)):
        for found in cued(case, words, pattern):
            sentence = case.sentence(Span(*found.span()))
            known = counts(case.plain[found.end() : sentence.end], found.end())
            row = list(_row(case, known))
            beyond = next(
                (term for term in row[1:] if (term.value < row[0].value if least else term.value > row[0].value)), None
            )
            if beyond is not None and not row[0].hedged:
                span = Span(found.start(), beyond.span.end)
                what = "Ghi ít nhất nhưng có số nhỏ hơn" if least else "Ghi đứng đầu nhưng có số lớn hơn"
                yield fault("value_conflict", f"{what}: {quoted(case.words(span))}.", [span])


def _row(case: Case, known: list[Term]) -> Iterator[Term]:
    """The figures of one kind that are told one after another, each behind its name."""
    for place, term in enumerate(known):
        if place:
            between = case.plain[known[place - 1].span.end : term.span.start]
            if term.head != known[0].head or term.percent != known[0].percent or not _NEXT.fullmatch(between):
                return
        yield term
