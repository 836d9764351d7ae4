"""Subjects (đối tượng của số liệu): what a figure is of, in words that read on their own."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure, counted_phrase, phrase_end, squeezed
from hopluc.reading.records.observation.counted_subjects import of_count
from hopluc.reading.records.observation.leads import leading_phrase
from hopluc.reading.records.observation.subject_words import (
    ALIKE,
    MEASURE,
    ONLY_CHANGE,
    TIMES,
    Standing,
    Told,
    base_of,
    joined,
    lead_of,
    without_estimate,
    without_numbers,
)

_PURPOSE = Pattern(
    r"(?:\s\([^()\n]{1,120}\))?\s(?P<what>(?:cho|để|nhằm|phục vụ|xây dựng|đầu tư|mua|giúp|hỗ trợ|tu sửa|nâng cấp)\s[^.;:()\n\d]{3,60}?)(?=,(?!\s(?:công nghệ|đổi mới)\b)|[.;:()\n]|$)"
)
# `đạt 60% so với dự toán Trung ương giao`, `tăng 3% so với tháng trước`: by what the share is taken.
_THAN = Pattern(
    r"\s(?:so với|so)\s(?P<what>(?:dự toán|kế hoạch|chỉ tiêu|mục tiêu|nghị quyết)(?:\s(?!và\b|năm (?:19|20)|tăng\b|giảm\b|đạt\b)[^\W\d]+){0,6}|cùng kỳ|(?:tháng|quý|năm|vụ) trước|đầu năm|cuối năm)"
)
# `tăng 9%, thấp hơn mức tăng 10% của cùng kỳ`: the same at another time.
_COMPARED = Pattern(
    r"(?:.{0,12}\s)?(?:thấp|cao|lớn|nhỏ|ít|nhiều) hơn(?: so với)? (?:mức|con số|tỷ lệ)(?: (?P<change>tăng|giảm))?",
    re.IGNORECASE,
)
# `tháng 9 đạt 126 tỷ đồng, lũy kế 2.640 tỷ đồng`: of the same, added up.
_SUMMED = Pattern(
    r"(?:tính )?(?:lũy kế|luỹ kế|cộng dồn|tính chung|cả năm|bình quân)(?: (?:ước|đến nay|từ đầu năm))?|(?:đạt|chiếm|với) (?:tỷ|tỉ) lệ",
    re.IGNORECASE,
)
BARE_SUM = 3  # `tổng kinh phí`, `trị giá`: too little to say whose money it is
_YARDSTICK = Pattern(r"(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán)\b", re.IGNORECASE)
# What those have or undergo that a share opens its clause with: `86% nhóm có sản phẩm`.
_HAVING = Pattern(
    r"\)?\s(?P<what>(?:có|đạt(?= (?:chuẩn|tiêu chuẩn|yêu cầu|danh hiệu)\b)|đều|hoàn thành|được|bị|đã|đang|chưa|không|dùng|sử dụng|áp dụng|tham gia)\s[^.;:()\n\d]{2,80}?)(?=,\s|\s?\d|[.;:()\n]|$)"
)
_EACH = Pattern(r"mỗi [^\W\d]+ (?:trị giá|được|nhận)\b", re.IGNORECASE)
# Words for a sum that say nothing of whose it is; `doanh thu` says enough.
_SUM_OF = Pattern(r"(?:với )?(?:tổng|trị giá|kinh phí|giá trị|vốn|mỗi|số tiền|bình quân|mức|hỗ trợ|$)", re.IGNORECASE)


def subject_of(document: Document, found: Found, standing: Standing, before: Standing | None, told: list[Told]) -> str:
    """What the figure is of: the verb and the counted noun, the owner, the event, or what was told before it."""
    figure, clause, sentence = standing
    if (figure.unit in ("điểm", "bậc") or figure.numerator is not None or figure.percent) and document.plain[
        clause.start - 1 : clause.start
    ] == "(":
        standing = standing._replace(clause=Span(sentence.start, clause.end))  # `Tân Lâm (47,5 điểm, hạng 4)`
    against = held_against(document, standing)
    if against:
        return against
    if figure.money or figure.percent:
        said = _of_amount(document, found, standing, before, told)
    else:
        said = of_count(document, found, standing, told)
    said = squeezed(TIMES.sub(" ", said)) if said and "uý " in said else said
    said = _resolved(document, said, told) if said and " này" in said else said
    return said or ("" if figure.percent else figure.unit) or squeezed(document.quote(clause))


def held_against(document: Document, standing: Standing) -> str | None:
    """What the figure before is held against, where this one tells it in brackets; else None."""
    than = _BESIDE_THAN.search(document.plain, standing.sentence.start, standing.figure.span.start)
    return squeezed(than["what"]) if than else None


def _resolved(document: Document, said: str, told: list[Told]) -> str:
    """`said` with what `chỉ số này` points back to, where a figure before it was told of that."""
    this = _THIS.match(said)
    bases = (base_of(document, each) for each in reversed(told[-_BACK:]))
    base = next((base for base in bases if this and f" {this['noun'].lower()} " in f" {base.lower()} "), None)
    return f"{base}{said[this.end() :]}" if this and base else said


_THIS = Pattern(
    r"(?P<noun>chỉ số|tỷ lệ|tỉ lệ|kim ngạch|sản lượng|diện tích|giá trị|ngành|lĩnh vực|khu vực|chỉ tiêu|doanh thu|tốc độ|nhóm|vốn)(?: \w+)? này\b",
    re.IGNORECASE,
)
_BACK = 4
# `cao hơn 2 tiêu chí so với bình quân cả nước (11 tiêu chí)`: of those it is held against.
_BESIDE_THAN = Pattern(r"\bso với (?P<what>(?:bình quân|trung bình|mức|tỷ lệ)[^,;:.()\d\n]{0,60}?) \($")
_BY_MEASURE = Pattern(r"\svề (?P<by>(?:số |khối )?lượng|giá trị|trị giá|kim ngạch|diện tích|sản lượng)\b")


def _of_amount(document: Document, found: Found, standing: Standing, before: Standing | None, told: list[Told]) -> str:
    """What a share or sum is of."""
    figure, clause, sentence = standing
    lead, counted = (
        lead_of(document, found, standing),
        counted_phrase(document, figure) if figure.percent and figure.unit == "%" else "",
    )
    of_another = figure.money and len(lead.split()) <= BARE_SUM and _SUM_OF.match(lead) is not None
    if of_another and before and before.sentence == sentence and not before.figure.money and not before.figure.percent:
        whole = _whole_before(document, before.figure, sentence, told)
        counted = without_numbers(counted_phrase(document, whole)) if whole else ""
    opens = clause.start == figure.span.start
    if counted and before and document.plain[before.figure.span.end : figure.span.start] == " có ":
        lead, opens = "", True  # `11 tỉnh có 100% số xã đạt chuẩn`: not of the provinces
    end = phrase_end(document, figure)
    also = ALIKE.match(document.plain, end, clause.end) if counted and not lead else None
    counted = f"{counted}{also[0].rstrip()}" if also else counted
    own = _HAVING.match(document.plain, also.end() - 1 if also else end, clause.end) if counted and not lead else None
    opens = opens or (own is not None and document.plain.endswith(", ", 0, figure.span.start))
    if not lead and counted and opens and not _YARDSTICK.match(counted):
        return f"{counted} {squeezed(own['what'])}" if own else counted
    if figure.money and before and before.sentence == sentence and _EACH.match(lead):
        return f"{counted_phrase(document, before.figure)} {lead}"  # `6 giải nhất, mỗi giải trị giá 50 triệu đồng`
    bare = not lead or ONLY_CHANGE.fullmatch(lead) or _SUMMED.fullmatch(lead)
    if bare and told and told[-1].standing.sentence == sentence:
        here = [each for each in told if each.standing.sentence == sentence]
        measured = _BY_MEASURE.match(document.plain, figure.span.end, clause.end) if lead else None
        if measured:  # `…, tăng 33% về lượng và 44% về giá trị`: of what the sentence tells first
            return f"{base_of(document, here[0])} {lead} về {measured['by']}"
        shares = [each for each in here if each.standing.figure.percent] if counted else []
        base = base_of(document, (shares or here)[-1])
        lead = base if base.endswith(f" {lead}") else f"{base} {lead}".strip()
    compared = _COMPARED.fullmatch(lead)
    if compared and told and told[-1].standing.sentence == sentence:
        return f"{base_of(document, told[-1])} {compared['change'] or ''}".strip()
    than = _THAN.match(document.plain, figure.span.end, clause.end) if figure.percent and lead else None
    if than:
        return f"{lead} so với {squeezed(than['what'])}"
    if (
        lead
        and counted
        and figure.percent
        and (_YARDSTICK.match(counted) or document.plain.endswith("bằng ", 0, figure.span.start))
    ):
        return f"{lead} so với {counted}"
    purpose = _PURPOSE.match(document.plain, figure.span.end, clause.end) if figure.money else None
    counted = counted or (squeezed(document.text[slice(*purpose.span("what"))]) if purpose else "")
    if lead and counted and document.plain.endswith(" tại ", 0, figure.span.start):
        return f"{lead} tại {counted}"
    return joined(lead, counted)


def _whole_before(document: Document, before: Figure, sentence: Span, told: list[Told]) -> Figure | None:
    """The things that a sum after them is of: the first counted of the sentence where they fall into parts; None where they are a measure."""
    if before.unit is not None and MEASURE.match(before.unit):
        return None
    counts = [each.standing.figure for each in told if each.standing.sentence == sentence]
    first = next((figure for figure in counts if not figure.money and not figure.percent), before)
    return first if "trong đó" in document.plain[first.span.end : before.span.start] else before


def own_part(document: Document, figure: Figure, clause: Span) -> str | None:
    """What tells a part from the other parts: its own noun phrase (`nhiệm vụ chuyển tiếp`), or what leads to it."""
    counted = "" if figure.money or figure.percent else counted_phrase(document, figure)
    if counted and counted != figure.unit:
        return counted
    stands = _STANDS.match(document.plain, figure.span.end, clause.end) if counted else None
    if stands:
        return squeezed(stands["how"])
    return without_estimate(_OF_WHICH_LEAD.sub("", leading_phrase(document, figure, clause.start))) or None


# `trong đó 61 nhiệm vụ đã nghiệm thu, 28 nhiệm vụ đang thực hiện`
_STANDS = Pattern(r"\s(?P<how>(?:đã|đang|chưa|bị|được|không)\s[^,.;:()\d\n]{2,50}?)(?=\s*[,.;:)\n]|\s(?:và|còn|có)\s+\d|$)")
_OF_WHICH_LEAD = Pattern(r"^[Tt]rong (?:số )?đó,?\s*(?:có\s)?")
