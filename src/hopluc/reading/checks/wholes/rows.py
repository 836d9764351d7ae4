"""Rows (số liệu kể liền nhau): a total and, right behind it, a row of figures of the same noun that ought to make it.

`Sổ ghi 112 bài thuốc, 47 bài chữa xương khớp, 38 bài chữa ho, 27 bài bổ gan`: nothing says that these are all, so the row has to come
near the total, or miss it by one digit, before it is taken for all of it. What the sentence tells behind the row does not matter.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import OVERLAPPING
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin, is_slip
from hopluc.reading.checks.sentences import Sentence, paragraphs
from hopluc.reading.checks.wholes.sums import is_rounded
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern

# Between two figures: the later one is set beside the earlier, and is no part of it.
_COMPARED = Pattern(
    r"\b(?:tăng|giảm|so với|cùng kỳ|bình quân|trung bình|mỗi(?! (?:ngày|giờ|tuần)\b)|từng|gấp|vượt|hơn|kém|lên|xuống|từ|năm|tháng|trước|thêm|nữa|khác|kế hoạch|mục tiêu|"
    r"phấn đấu|dự kiến|ước|khoảng|gần|tối đa|tối thiểu|ít nhất|không quá|bằng|trên|dưới|một số|riêng|nếu|để|chỉ|nhưng|đề nghị|yêu cầu|sẽ|cộng|tổng|"
    r"chiếm|cần|phải|ngoài ra|tương ứng|tham gia|đến từ|đối chứng|chuẩn bị|hướng dẫn|phục vụ|hỗ trợ|cho|chọn|đăng|in|trình bày)\b",
)
# What a row may be divided by, and what ends it.
_STOP = Pattern(r"[.!?]\s|\n|\t|[“”\"]")
_OPENED = Pattern(r"[;(][^;()\d]*$")
_CLAUSE_END = Pattern(r"[;.]|$")
# Words between total and row that say that all its parts follow, or only some.
_PROMISES = Pattern(r":|\(|\b(?:gồm|bao gồm|chia|cụ thể|lần lượt)\b")
_SOME = Pattern(r"\b(?:trong đó|trong số (?:đó|này))(?: có)?\b")
_LABEL = Pattern(r"[^\W\d_]")
_DIGITS = Pattern(r"\d[\d.,]*")
_PHRASE = Pattern(r"(?: [^\W\d_]+){1,5}")
_LEAD = Pattern(r"(?:^|[,;:.(] )(?P<first>[^\W\d_]+)[^,;:.(\n]*$")
_LEFT = Pattern(r"\b(?:vắng|bỏ|còn|chưa|đang|dừng|hủy|không|gia hạn|ngoài|hỏng|trả lại|nữ)\b")
_MARK = Pattern(r"[,;]| và ")
_LAST_MARK = Pattern(r"(?:[,;]| và)\s*$")
_ELSE = Pattern(r"\bkhác\b|…|\.\.\.|\bv\.\s?v|\bmột số\b|\bcòn lại\b")
_DISTRICTS, _COMMUNES = ("thành phố", "thị xã", "quận", "huyện"), ("phường", "thị trấn", "xã", "đặc khu")
# "Lợi nhuận được chia: 50% cho …, 30% …, 20% …".
_DIVIDED = Pattern(r"\b(?:chia|phân chia|phân bổ|trích)(?: [^\W\d_]+){0,6}:? $")
_MEN_AND_WOMEN = {"nam", "nữ"}
_NEAR = {True: (Decimal("0.7"), Decimal("1.4")), False: (Decimal("0.85"), Decimal("1.18"))}
_FEWEST, _SEVERAL, _APART, _BEHIND = 2, 3, 70, 30
_WHOLE = Decimal(100)

# "Đồng Xuân 42 ha, Hòa Thịnh 28 ha": a name leads to the figure, behind a colon or another stop.
_NAMED = Pattern(rf"[:,;] (?:{CAPITAL}[^\W\d_]* )+$")

CASES = (
    ("sum_mismatch", "Sổ của bà ghi {121|112} bài, 47 bài chữa xương khớp, 38 bài chữa ho, 27 bài cho phụ nữ sau sinh."),
    ("sum_mismatch", "Từ tỉnh lỵ lên xã {98|96} km, đường nhựa 71 km, đường đất 25 km."),
    ("sum_mismatch", "Tái canh 640 ha chè: Gò Đỏ 280 ha, Tân Hạ {201|210} ha, Chợ Kênh 150 ha; năng suất bình quân 2,1 tấn/ha."),
    ("sum_mismatch", "Quy định được phổ biến tới 12 quận, huyện, gồm {5|4} quận và 8 huyện."),
    ("sum_mismatch", "Phục vụ hội thảo có {46|45} bạn (27 nữ, 18 nam)."),
    ("sum_mismatch", "Năm 1995 có 46 đề tài, trong đó cấp tỉnh {19|18} đề tài, cấp ngành 21 đề tài, cấp huyện 7 đề tài; so với năm 1994 tăng 15%."),
    ("sum_mismatch", "Lợi nhuận được chia: {40|50}% cho người làm, 30% lập quỹ phát triển, 20% nộp cấp trên."),
    ("sum_mismatch", "Tỉnh có 9 đơn vị hành chính cấp huyện: {2|1} thành phố, 2 thị xã, 6 huyện; 128 xã, phường thì 121 xã có cáp quang."),
    ("sum_mismatch", "Đã làm {13|12} nhiệm vụ, kinh phí 27,3 tỷ đồng; 8 nhiệm vụ đã nghiệm thu, 4 nhiệm vụ đang triển khai."),
    ("sum_mismatch", "Sổ ghi 30 hợp đồng{| về chè}, 8 hợp đồng về mía, 14 hợp đồng về dứa, 6 hợp đồng về mật."),
    ("sum_mismatch", "Ghi nhận 967 ca{, 14 ca nhập cảnh, 935 ca trong nước, 28 ca tái nhiễm| gồm 14 ca nhập cảnh và 953 ca trong nước (226 ca cộng đồng)}."),
    (
        "sum_mismatch",
        "Cử tri bầu đủ 6 đại biểu, trong đó có 1 đại biểu {chuyên trách, 4 đại biểu kiêm nhiệm, 2 đại biểu dự khuyết|nữ, 6 đại biểu dân tộc thiểu số}.",
    ),
    ("sum_mismatch", "Sở có {45|46} công chức, viên chức và người lao động, trong đó: 24 công chức, 18 viên chức, 04 hợp đồng."),
    ("sum_mismatch", "Vùng rau có {85 ha, gồm|các xã:} Đồng Xuân 42 ha, Hòa Thịnh 28 ha và Sơn Định 14 ha."),
    ("sum_mismatch", "Tỉnh có {12|90} dự án, 4 dự án chè, 6 dự án mật, 3 dự án dứa."),
)  # fmt: skip


def check_rows(case: Case) -> Iterator[Record]:
    """Every total with a row behind it in its sentence that misses it by what may be a slip."""
    for paragraph in paragraphs(case):
        for sentence in paragraph.sentences:
            if sentence.figures > _FEWEST:
                yield from _of_sentence(case, sentence)
                yield from _divided(case, sentence)


def _of_sentence(case: Case, sentence: Sentence) -> Iterator[Record]:
    place = 0
    while place < len(sentence.terms) - _FEWEST:
        parts = _row(case, sentence, place)
        record = _judged(case, sentence.terms[place], parts) if parts else None
        if record is not None:
            yield record
        place += len(parts) + 1


def _divided(case: Case, sentence: Sentence) -> Iterator[Record]:
    """Shares into which something is divided that do not make a hundred."""
    terms = sentence.terms
    if len(terms) < _SEVERAL or not terms[0].percent or not _DIVIDED.search(sentence.before(0)):
        return
    shares = [terms[0]]
    for before, term in pairwise(terms):
        if not term.percent or _STOP.search(case.plain, before.span.end, term.span.start):
            break
        shares.append(term)
    passage = Span(shares[0].span.start, shares[-1].span.end)
    record = _judged(case, shares[0]._replace(value=_WHOLE, span=Span(passage.start, passage.start)), shares)
    if record is not None and len(shares) >= _SEVERAL:
        yield record


def _row(case: Case, sentence: Sentence, place: int) -> Sequence[Term]:
    """The figures behind a total that are of what it counts, up to the end of their clause; none where they are no clean row."""
    terms, total = sentence.terms, sentence.terms[place]
    if (
        total.percent
        or total.is_money
        or total.hedged
        or total.unit is None
        or any(_is_alike(total, term) for term in _led(case, terms, place))
    ):
        return ()
    parts: list[Term] = []
    for before, term in pairwise(terms[place:]):
        between = case.plain[before.span.end : term.span.start]
        if parts and "(" in between:
            break  # what breaks down a part, or tells it again
        if len(between) > _APART or _STOP.search(between) or _COMPARED.search(between) or (parts and ":" in between):
            break
        if parts and _SOME.search(between):
            return ()
        if _is_alike(total, term) and (before in (total, *parts) or _OPENED.search(between)):
            parts.append(term)
        elif parts or before is not total:
            break
    if len(parts) < _FEWEST or not all(_is_labelled(case, term) for term in parts) or _are_siblings(case, total, parts[0]):
        return ()
    end = _CLAUSE_END.search(case.plain, parts[-1].span.end, sentence.span.end)
    rest = [term for term in terms if term.span > parts[-1].span]
    inside = [term for term in rest if end is None or term.span.start < end.start()]
    closed = total.value in accumulate(term.value for term in (*parts, *inside))  # "24 công chức, 18 viên chức, 4 hợp đồng"
    return () if closed or any(_is_alike(total, term) for term in inside) else parts


def _led(case: Case, terms: Sequence[Term], place: int) -> list[Term]:
    """The figures before a total in its clause."""
    start = max(case.plain.rfind(mark, 0, terms[place].span.start) for mark in (";", ": "))
    return [term for term in terms[:place] if term.span.start > start]


def _is_labelled(case: Case, term: Term) -> bool:
    """Whether words stand right behind a figure or right before it."""
    return _LABEL.search(case.plain, max(0, term.span.start - 4), term.span.start) is not None or term.unit is not None


def _are_siblings(case: Case, total: Term, part: Term) -> bool:
    """Whether a total is told as its first part is: `12 cơ sở ngành gỗ, 9 cơ sở ngành dệt`, `cấp tỉnh 12 đề tài, cấp huyện 9 đề tài`."""
    (behind, before), (told, led) = _qualified(case, total), _qualified(case, part)
    named = all(_NAMED.search(case.plain, max(0, term.span.start - _APART), term.span.start) for term in (total, part))
    return named or (bool(behind) and behind == told) or (bool(before) and before == led)


def _qualified(case: Case, term: Term) -> tuple[str, str]:
    """The word behind the noun a figure counts, and the first of the words that lead to it from the stop before."""
    start = _DIGITS.match(case.plain, term.span.start)
    phrase = _PHRASE.match(case.plain, start.end() if start else term.span.end)
    words = phrase[0].casefold().split() if phrase else []
    noun = len((term.head or "").split())
    lead = _LEAD.search(case.plain, max(0, term.span.start - _APART), term.span.start)
    return " ".join(words[noun : noun + 1]), lead["first"].casefold() if lead else ""


def _is_alike(total: Term, part: Term) -> bool:
    """Whether what a figure counts is a kind of what the total counts."""
    if part.percent or total.unit is None:
        return False
    if is_kin(total, part):
        return part.unit is not None or not part.is_fraction
    if part.unit is None or total.is_money or part.is_money:
        return False
    first, unit = part.unit.split()[0].casefold(), total.unit.casefold()
    if unit.startswith("đơn vị hành chính"):
        return part.unit.casefold().startswith(_COMMUNES if "cấp xã" in unit else _DISTRICTS)
    listed = (kind for kind in _DISTRICTS + _COMMUNES if f", {kind}" in unit)
    return first in _MEN_AND_WOMEN or any(part.unit.casefold().startswith(kind) for kind in listed)


def _judged(case: Case, total: Term, parts: Sequence[Term]) -> Record | None:
    sum_ = sum((part.value for part in parts), Decimal(0))
    passage = Span(total.span.start, parts[-1].span.end)
    if (
        sum_ == total.value
        or _goes_on(case, total, parts)
        or any(term.hedged for term in parts)
        or is_rounded(total, parts, sum_)
        or _overlap(case, passage)
    ):
        return None
    between = case.plain[total.span.end : parts[0].span.start]
    if "(" in between and ")" not in case.plain[parts[-1].span.end : parts[-1].span.end + _APART]:
        return None  # cut off
    promised = _PROMISES.search(between) is not None
    behind = case.plain[parts[-1].span.end : parts[-1].span.end + _APART]
    if sum_ < total.value and _skips(case, total, parts):
        return None
    if sum_ < total.value and (_ELSE.search(behind) or _ELSE.search(case.plain, *passage)):
        return None
    if not promised and len(parts) == _FEWEST and not _are_opposed(case, parts):
        return None
    low, high = _NEAR[promised]
    if _SOME.search(between) and sum_ < total.value and len(parts) == _FEWEST and "," not in (total.unit or ""):
        return None
    near = low * total.value <= sum_ <= high * total.value
    if not near and not (is_slip(total, parts, sum_) and (promised or len(parts) >= _SEVERAL)):
        return None
    arithmetic = " + ".join(shown(part.value) for part in parts)
    note = f"{arithmetic} = {shown(sum_)}, văn bản ghi {shown(total.value)}: {quoted(case.words(passage))}."
    return fault("sum_mismatch", note, [passage])


def _are_opposed(case: Case, parts: Sequence[Term]) -> bool:
    """Whether two parts are told alike, or the second as what is left of the first: `đường nhựa …, đường đất …`, `xong …, đang làm …`."""
    first, second = (_qualified(case, part) for part in parts)
    alike = any(one and one == other for one, other in zip(first, second, strict=True))
    words = case.plain[parts[0].span.end : parts[1].span.end + _BEHIND]
    return alike or _LEFT.search(words) is not None


def _overlap(case: Case, passage: Span) -> bool:
    """Whether the parts are groups that one person may belong to several of; men and women are all there are."""
    words = case.small[passage.start : passage.end + _BEHIND]
    return OVERLAPPING.search(words) is not None and not {*words.replace(",", " ").split()} >= _MEN_AND_WOMEN


def _skips(case: Case, total: Term, parts: Sequence[Term]) -> bool:
    """Whether something without a number stands among the parts: `gồm chủ tịch, 2 phó chủ tịch và 8 ủy viên`."""
    apart = [case.plain[one.span.end : other.span.start] for one, other in pairwise((total, *parts))]
    opens = _PROMISES.search(apart[0])
    return any(len(_MARK.findall(words)) > 1 and _LAST_MARK.search(words) for words in apart[1:]) or (
        opens is not None and _MARK.search(apart[0], opens.end()) is not None
    )


def _goes_on(case: Case, total: Term, parts: Sequence[Term]) -> bool:
    """Whether the first parts make the total and the others tell it, or something else, again."""
    for place, sum_ in enumerate(accumulate(part.value for part in parts[:-1])):
        if place and sum_ == total.value:
            behind = case.plain[parts[place].span.end : parts[place + 1].span.start]
            return ";" in behind or len(parts) - place > _FEWEST
    return False
