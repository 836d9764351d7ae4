"""Words of subjects (lời của đối tượng): what leads to a figure, freed of other figures, and how it is joined with what is counted."""

import re
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure, counted_phrase, squeezed
from hopluc.reading.records.observation.leads import CHANGE, heads_figures, leading_phrase
from hopluc.reading.records.task.work import ACTION
from hopluc.reading.records.times_said import UPPER


class Standing(NamedTuple):
    """A figure with the clause and sentence it stands in."""

    figure: Figure
    clause: Span
    sentence: Span


class Told(NamedTuple):
    """A figure told before, and the subject it was told of."""

    standing: Standing
    subject: str


ONLY_CHANGE = Pattern(rf"(?:bình quân )?{CHANGE}", re.IGNORECASE)
_ESTIMATED = Pattern(
    rf"\s(?:ước tính|ước|dự ước|dự kiến|tiếp tục|vẫn ghi nhận|vẫn|ghi nhận|lại|đều|(?<!cuối )cùng)(?= {CHANGE}$)|\s(?:ước tính|ước|dự ước|ước thực hiện)$|(?<!thực)(?<!thể)(?<!phát)(?<!xuất)(?<!đại)\shiện$|\s(?:trong|của) (?:tháng|quý|kỳ|năm|tuần)(?: này)?$|(?:^|\s)(?:tính )?(?:đến|tới)(?: hết| cuối| đầu)?(?: so với(?= (?:tăng|giảm)$)|$)",
    re.IGNORECASE,
)
# What is told of the figure before, and not of the next one of the same: its change, its yardstick.
_OWN_TO_ONE = Pattern(rf"\s(?:(?:bình quân )?{CHANGE}(?: so với .*| về .*)?|so với .*)$", re.IGNORECASE)
_PARTNERED = Pattern(r"(?:phối hợp|hợp tác|cùng|kết nối|liên kết)(?: chặt chẽ)? với\s$", re.IGNORECASE)
_MEASURES = r"(?:ha|héc ta|km2?|m[23]?|tấn|tạ|kg|lít|[MGk]?Wh?|[MGT]B|hecta|sào)(?:/\w+)?(?!\w)"
MEASURE = Pattern(_MEASURES, re.IGNORECASE)
# Digits that say which: an age, a dose, a grade.
_NO_NAME = r"(?<!thứ )(?<!lần )(?<!mũi )(?<!cấp )(?<!loại )(?<!mức )(?<!độ )(?<!nhóm )(?<!lớp )(?<!hạng )(?<!tuyến )(?<!đợt )(?<!-)(?!\d+(?: ?- ?| đến )?\d* (?:tuổi|sao)\b)"
# Other figures and the year, which their own fields hold; a year in a name stays.
_NUMBERS = Pattern(
    r"\bđến (?:19|20)\d\d\b\s*|(?:(?:\btính )?\b(?:đến|tại|vào) )?(?:thời điểm )?\b(?:ngày |(?<=đến )|(?<=tại ))\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\s*|"
    r"(?:\b(?:[Tt]rong|vào|[Tt]ính chung|của|(?:cộng dồn )?đến (?:hết|cuối|đầu)|đến|hết|cuối)\s)?(?:\bnăm (?:19|20)\d\d\b|\b\d{1,2} tháng(?: (?:đầu|cuối|qua))?(?: năm)?(?: (?:19|20)\d\d)?\b|\b[Qq]uý (?:IV|I{1,3}|[1-4])\b(?:[/-](?:19|20)\d\d)?"
    r"|\btháng \d{1,2}\b(?:[/.-](?:19|20)\d\d)?)\s*"
    rf"|(?:\b(?:từ|hơn|gần|khoảng|ít nhất)\s)?\b(?!(?:19|20)\d\d\b){_NO_NAME}\d[\d.,/]*+\s?%?(?:{_MEASURES}|(?:nghìn|triệu|tỷ|tỉ)(?: đồng)?(?!\w)|(?![^\W\d_]))(?:\s?(?:xuống|lên)(?: còn)?)?\s*"
)
_DIGIT = Pattern(r"\d")
TIMES = Pattern(r"(?:\b(?:trong|vào) )?\b[Qq]uý (?:IV|I{1,3}|[1-4])\b(?: năm)?")
# Who says it is not what it is of.
_TOLD_BY = Pattern(r"^.{2,60}?\s(?:thông báo|báo cáo|cho biết|cho hay|khẳng định|nhấn mạnh)(?: rằng)?[,:]?\s")
_SAID_BY = Pattern(r"^.{2,60}?\s(?:cho biết|cho hay|cho thấy)(?: rằng)?(?:[,:]?\s|$)")
# `đưa tốc độ tăng trưởng đạt 7%`: what is raised, without the word that raises it.
_RAISED_TO = Pattern(
    r"^(?:(?:góp phần|qua đó|đồng thời|từ đó) )?(?:đưa|nâng|giúp)\s(?=(?:tỷ lệ|tỷ trọng|tốc độ|tổng|mức|thu nhập|độ|số|chỉ số|giá trị)\b)",
    re.IGNORECASE,
)
_MADE_UP_OF = Pattern(r" (?:xây dựng|ban hành|biên soạn|công bố|thiết kế),? (?:bao )?gồm (?:có )?(?:\w+ )?$")
_TERM = Pattern(r"(?:khóa|nhiệm kỳ) [\w -]{1,20}")
_AT_PRICES = Pattern(r"\s?\(?(?:theo |tính theo )?giá (?:so sánh|cố định|hiện hành)(?: năm (?:19|20)\d\d)?\)?")


# `100% cán bộ, công chức xã được cấp máy tính`: those joined to them.
_JOINED = rf"(?:, (?!(?:trong|với|đồng|qua|khi|sau|từ|nhưng|song|theo|tuy|còn|đến|góp|tạo|tỷ|tỉ|là|chiếm|đạt|tăng|giảm|kể|mà|nên|để|nhằm|đã|được|có|nay|hiện|họp|hàng|hằng|mỗi|do|vì|gồm|bao|cùng|riêng|nhiều|các|những|mức|bình|tổng|số|không|chưa|vẫn|cũng)\b)(?![{UPPER}])[^\W\d]+(?: (?![{UPPER}])[^\W\d]+){{0,4}})"
ALIKE = Pattern(rf"{_JOINED}{{1,2}} (?=(?:đều|được|đã|có|sử dụng|hoàn thành|đạt)\b)")


def lead_of(document: Document, found: Found, standing: Standing) -> str:
    """The words that lead to the figure, without the body that acts and without other figures."""
    figure, clause, _ = standing
    ends = [fact.span.end for fact in found.within("organisation", Span(clause.start, figure.span.start))]
    if ends and not document.plain[ends[-1] : figure.span.start].strip(" (\n"):
        del ends[-1]  # `hỗ trợ Công ty A 2 tỷ đồng`: who is given the sum does not act
    lead = leading_phrase(document, figure, max([clause.start, *ends]))
    if ends and _MADE_UP_OF.match(document.plain, ends[-1], figure.span.start):
        lead = ""  # `Bộ chỉ số do Sở A xây dựng gồm 52 chỉ số`: of whose making it is
    if ends and not lead:  # `Dư nợ của Ngân hàng A là 3 tỷ đồng`: whose it is belongs to what it is
        owned = leading_phrase(document, figure, max([clause.start, *ends[:-1]]))
        owned = _RAISED_TO.sub("", owned)
        lead = owned if heads_figures(owned) or owned.lower().startswith("quỹ ") else ""
    lead = _SAID_BY.sub("", lead) if " cho " in lead else lead
    lead = _TOLD_BY.sub("", lead) if found.first("person", Span(clause.start, figure.span.start)) else lead
    at = document.text.rfind(lead, clause.start, figure.span.start) if lead else -1
    if at > 0 and _PARTNERED.search(document.plain, max(0, at - 24), at):
        verbs = list(ACTION.finditer(lead))
        lead = lead[verbs[-1].start() :] if verbs else lead
    if figure.money:
        lead = lead.rpartition("%")[2]  # `bằng 19,2% tổng kinh phí 12,5 tỷ`: the sum is of what follows the share
    lead = _AT_PRICES.sub("", lead) if "giá " in lead else lead
    lead = "" if ends and _TERM.fullmatch(lead) else lead  # `Hội đồng khóa VII gồm 173 ủy viên`
    lead = without_numbers(lead)
    lead = _RAISED_TO.sub("", lead)
    return without_estimate(squeezed(TIMES.sub(" ", lead) if "uý " in lead else lead))


def without_estimate(words: str) -> str:
    """The words without those that only say how sure a figure is: `sản lượng ước`, `GDP tiếp tục tăng`."""
    return _ESTIMATED.sub("", words)


def without_numbers(words: str) -> str:
    """The words without the figures among them; the same words where no digit is."""
    return _NUMBERS.sub("", words) if _DIGIT.search(words) else words


def base_of(document: Document, told: Told) -> str:
    """What a figure told before is of, without what is its own: how it changed, by what it is measured, what it is a share of."""
    figure, subject = told.standing.figure, _OWN_TO_ONE.sub("", told.subject)
    shared = counted_phrase(document, figure) if figure.percent else ""
    return subject.removesuffix(f" {shared}") if shared else subject


def joined(lead: str, counted: str) -> str:
    """Both as one phrase, words that end the first and begin the second said once: `mỗi giải` and `giải Nhất`, `số hộ được giúp` and `hộ`."""
    if lead and counted in _ONES:
        return lead
    told = f" {counted.lower()} " in f" {lead.lower()} "
    if told and (_NUMBER_OF.match(lead) or _GROWN.search(lead)):
        return lead  # `Số thuê bao tăng 220 thuê bao`
    first, second = lead.split(), counted.split()
    shared = next((size for size in range(min(len(first), len(second)), 0, -1) if _alike(first[-size:], second[:size])), 0)
    return " ".join([*first, *second[shared:]])


# What is counted by these alone is named before: `đàn gà 1,2 triệu con`, `Tân Lâm dẫn đầu với 52,6 điểm`.
_ONES = ("con", "chiếc", "cái", "điểm", "bậc", "liều", "lượt", "lần", "tuổi", "cuốn", "bản", "tờ", "quyển")
_GROWN = Pattern(rf"\s{CHANGE}$", re.IGNORECASE)
_NUMBER_OF = Pattern(r"(?:tổng )?(?:số|số lượng)\s", re.IGNORECASE)


def _alike(first: list[str], second: list[str]) -> bool:
    return [word.lower() for word in first] == [word.lower() for word in second]
