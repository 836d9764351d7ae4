"""Leads (lời dẫn): the words of a clause that lead to a figure and say what it is of."""

import re

from hopluc.reading.document import Document
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure, squeezed
from hopluc.reading.records.times_said import UPPER

# A dash inside a compound joins: `khu vực công nghiệp - xây dựng`, `KT - XH`.
_COMPOUND = (
    r"(?:XH\b|NS\b|CN\b|KT\b|DV\b|XD\b|TTCN\b|(?!(?:tăng|giảm|gấp|là|bằng|cao|thấp|chiếm|đạt|có|được|bị|trong|với|đã|sẽ|đang|đây|nơi|một|các|những|nhằm|để|do|vì|theo|nhất|tương|hơn|thay|gồm|bao|từ|đến|tại|và)\b)"
    rf"(?![{UPPER}])[^\W\d_])"
)
_LEAD_STOP = Pattern(
    rf",(?=[^\W\d]|\s(?!(?:thành|ngành|thị)\b(?! (?:phố|lập|công|phần)\b)))|[:;()\n“”\"]|(?<![\d{UPPER}])\s-\s(?!{_COMPOUND})|\s-\s(?!\d|{_COMPOUND})"
    r"|\b(?:(?<!hoa học )(?<!kỹ thuật )và|[Đđ]ã|đang|sẽ|(?<!so )(?<!quan hệ )(?<!hợp tác )(?<!liên kết )(?<!kết nối )với(?! đó)|trong đó|nhằm|để|mà cụ thể là|cụ thể|(?<!thực )(?<!phát )(?<!xuất )(?<!thể )hiện(?: nay)?|cũng)\s|\bcùng(?: với)?(?= (?:(?:khoảng|gần|hơn|trên|tới) )?$)"
)
# An abbreviation or an aside tells of no figure: `tổng sản phẩm trên địa bàn (GRDP) tăng 6%`.
_ASIDE = Pattern(r"\([^()\d\n]{1,60}\)")
# Years say when, not what: `Tổng kinh phí giai đoạn 2021 - 2025: …`.
_YEARS = Pattern(
    r"(?:(?:trong|của|cho|các|qua|vào) )?\b(?:[Gg]iai đoạn|[Tt]hời kỳ|[Nn]ăm(?: học)?) (?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d|\d\d))?(?![\d/.-])"
)
_QUOTED = Pattern(r"[“\"][^“”\"\d,\n]{1,60}[”\"]")
# What a subject of figures opens with; what else may open one; and what tells that words before a joint are a clause of their own.
_SUBJECT = (
    r"(?:khu vực|ngành|lĩnh vực|nhóm|tổng|giá trị|doanh thu|số|tỷ lệ|tỉ lệ|tỷ trọng|kim ngạch|sản lượng|diện tích|năng suất|thu nhập|chỉ số|mức|vốn|thu|chi|"
    r"tốc độ|kinh phí|quy mô|công suất|dư nợ|huy động|lượng|nguồn|sản phẩm|chi phí|giá|điểm)\b"
)
_OPENING = r"(?:(?:[Tt]heo|[Tt]rong|[Bb]ên cạnh|[Cc]ùng với|[Nn]goài|[Dd]o|[Nn]hờ) (?:số )?(?:đó|ra)|[Kk]ết quả(?=,)|[Cc]ụ thể|[Đđ]ặc biệt|[Rr]iêng|[Đđ]áng chú ý|[Nn]ổi bật|[Tt]rong khi)"
_OPENED = Pattern(
    rf"\s*(?:(?:nhưng|song|tuy nhiên),?\s+(?=[^\W\d])|{_OPENING},?(?: là)?(?:\s+|$)|(?:[Dd]ự ước|[Ưư]ớc tính|[Ưư]ớc)\s+(?=[^\W\d])|(?:Về|Đối với|Ngoài|Bên cạnh|Cùng với)\s+(?=[^\W\d])|[Hh]iện(?: nay| tại)?,?(?: có)?(?:\s+(?!đại|thực|vật|trạng)|$))"
)
_MONTHS_FIRST = Pattern(
    r"(?:(?:trong|tính chung|tính)\s)*\d{1,2} tháng(?: (?:đầu|cuối|qua))?(?: năm)?(?: (?:19|20)\d\d)?\s+(?=\S)", re.IGNORECASE
)
# Sectors, which open a subject that goes on over a joint, and may as well go on with one.
_SECTOR = r"(?:(?:sản xuất |giá trị )?(?:công nghiệp|nông nghiệp|dịch vụ|xây dựng|thương mại|xuất khẩu|nhập khẩu|chăn nuôi|trồng trọt|thủy sản|lâm nghiệp|chế biến|khai thác|khai khoáng|du lịch|cung cấp|sản xuất))\b"
_HEADS_FIGURES = Pattern(rf"\s*(?:{_OPENING},?\s+)?{_SUBJECT}", re.IGNORECASE)
_MAY_GO_ON = Pattern(rf"\s*(?:{_OPENING},?\s+)?(?:{_SUBJECT}|{_SECTOR})", re.IGNORECASE)
_TELLS = Pattern(r"\b(?:đạt|tăng|giảm|là|có|được|bằng|chiếm|còn|vượt|đã|ước|cho|do|góp|nhằm|khi|để)\b|\d", re.IGNORECASE)
CHANGE = r"(?:(?:làm )?tăng(?: thêm| nhẹ| mạnh| cao| khá)?|(?:làm )?giảm(?: còn| nhẹ| mạnh| sâu)?|vượt|cao|thấp|gấp|đóng góp)"
_CHANGES = Pattern(
    rf"(?:(?:ước tính|ước|dự ước|dự kiến|tiếp tục|bình quân|mới|lại|đều) )*{CHANGE}(?: (?:hơn|gần|khoảng|trên|tới))?",
    re.IGNORECASE,
)
_TIME_BEHIND = Pattern(r"\s(?:trong|năm|tháng|quý|tính|ước|so với)\b")
_MOST_JOINED, _MOST_HEADED = 6, 18
_SCORES = ("điểm", "bậc")  # `Tân Lâm dẫn đầu với 52,6 điểm`: of whom it is told, as a share is
# Words before a number that say nothing of what it counts, by how many syllables they have.
_HEDGES = (
    frozenset(
        "là đạt khoảng gần trên dưới hơn ước đều tới đến có được tại ở với của gồm thêm chỉ mới chiếm từ cho còn lên tổng cùng bằng".split()
    ),
    frozenset(
        (
            "đạt được",
            "ước đạt",
            "lên tới",
            "lên đến",
            "tổng số",
            "bao gồm",
            "tối thiểu",
            "tối đa",
            "ít nhất",
            "thành công",
            "đến nay",
            "cả nước",
            "toàn xã",
            "toàn tp",
            "con số",
            "toàn huyện",
            "toàn vùng",
            "toàn ngành",
            "cả huyện",
            "toàn quốc",
            "toàn tỉnh",
            "cả tỉnh",
            "tổng cộng",
            "tương đương",
            "ước tính",
        )
    ),
    frozenset(("trên địa bàn", "toàn thành phố", "trong đó có")),
    frozenset(("trên địa bàn tỉnh",)),
    frozenset(("trên địa bàn thành phố",)),
)
_DIGITS = Pattern(r"\b(?:19|20)\d\d")
_HEDGE_ENDS = frozenset(hedge.rsplit(" ", 1)[-1] for hedges in _HEDGES for hedge in hedges)
_TENSES = ("đã", "đang", "sẽ")
_SUM = Pattern(r"\s*(?:tổng|kinh phí|vốn|số tiền|nguồn|doanh thu|ngân sách|dư nợ|giá trị)\b", re.IGNORECASE)
# `tổng thuốc thú y đã sử dụng 40 nghìn liều`; not a body, nor who acts.
_TOTAL = Pattern(r"\s*[Tt]ổng (?!cục|công ty|hội|liên đoàn|bí thư|lãnh sự|giám đốc|thanh tra|kho|đài|biên tập|thư ký)[^\W\d]")
MOST_LEAD_WORDS = 12
_OF_NUMBERS = frozenset("từ năm nghìn triệu tỷ tỉ đồng usd lên xuống".split())
LONGEST_LEAD = 200


def leading_phrase(document: Document, figure: Figure, start: int) -> str:
    """The words from `start` on that lead to the number: the verb of a count, the noun of a sum; without hedges.

    A share or sum that opens its part (`…, mới đạt 45%`) is told of what the part before names.
    """
    start = max(start, figure.span.start - LONGEST_LEAD)
    plain, text = document.plain[start : figure.span.start], document.text[start : figure.span.start]
    beside = [*(_ASIDE.finditer(plain) if ")" in plain else ()), *(_YEARS.finditer(plain) if _DIGITS.search(plain) else ())]
    for aside in beside:
        blank = " " * (aside.end() - aside.start())
        plain, text = (f"{words[: aside.start()]}{blank}{words[aside.end() :]}" for words in (plain, text))
    if "”" in plain or '"' in plain:  # a name in quotation marks goes on with its subject
        for quoted in _QUOTED.finditer(plain):
            begin, end = quoted.start(), quoted.end() - 1
            plain, text = (f"{words[:begin]} {words[begin + 1 : end]} {words[end + 1 :]}" for words in (plain, text))
    stops = _without_joints(plain, [(0, 0), *(stop.span() for stop in _LEAD_STOP.finditer(plain))])
    begin, end = stops[-1]
    if len(stops) == 2 and plain[begin] == "," and _are_verbs(plain, begin):
        return _unhedged(text)
    said = _unhedged(text[end:])
    said = _MONTHS_FIRST.sub("", said, 1) if _MONTHS_FIRST.match(said) else said
    said = said.removeprefix("cùng kỳ ")  # `giảm 0,7% (cùng kỳ năm 2022 tăng 8%)`
    if not said and plain[begin:end].strip() == ":" and (label := _label(text[:begin])):
        return label
    if len(stops) > 1 and plain[begin:end].strip() in _TENSES:
        opened = text[stops[-2][1] : end]
        whole = _SUM.match(opened) if figure.money else _TOTAL.match(opened)
        said = f"{squeezed(opened)} {said}".strip() if whole else said
    if plain[begin:end].strip() == "," and said.lower().removeprefix("với ") in _ATTRIBUTES:
        return f"{_owner_before(plain, text, stops)} {said}".strip()
    if plain[begin:end].strip() == "với" and (said.lower() in _SUMS if figure.money else not said and figure.unit in _MEASURES):
        return _part_before(plain, text, stops) or said  # `hỗ trợ vật tư làm giàn với 2 ha`
    bare = changes(said) or said.lower() in _RATES
    if not said and plain.endswith(", ") and figure.percent and _ITS_OWN.match(document.plain, figure.span.end):
        return said  # `Những kỳ họp gần đây, 100% kiến nghị đều được trả lời`
    told_of_whom = figure.unit in _SCORES or (figure.numerator is not None and (bare or plain.endswith("(")))
    if (said and not bare) or not (figure.percent or figure.money or told_of_whom):
        return said
    return f"{_part_before(plain, text, stops)} {said}".strip()


def heads_figures(words: str) -> bool:
    """Do words open with what figures are told of: `dư nợ`, `tổng thu`."""
    return _HEADS_FIGURES.match(words) is not None


def changes(words: str) -> bool:
    """Whether words say no more than that a figure rose or fell."""
    return _CHANGES.fullmatch(words.strip()) is not None


def is_rank(words: str) -> bool:
    """Whether words say no more than that a rank follows, of whom goes before: `xếp vị trí thứ`."""
    return _RANK.search(words) is not None


_RANK = Pattern(r"(?:(?:xếp|đứng|ở|giữ|nằm ở)\s)*(?:vị trí |hạng )?thứ$|\b(?:xếp|đứng) (?:hạng|vị trí)$", re.IGNORECASE)
_RATES = (
    "tỷ lệ",
    "tỉ lệ",
    "mức",
    "số điểm",
    "điểm số",
    "tổng điểm",
    "tổng số điểm",
    "xếp thứ",
    "đứng thứ",
    "xếp hạng",
    "hạng",
    "vị trí thứ",
    "xếp vị trí thứ",
    "đứng vị trí thứ",
    "đứng ở vị trí thứ",
    "ở vị trí thứ",
)


def _without_joints(plain: str, stops: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`stops` without the commas and `và` inside a subject: `khu vực nông, lâm nghiệp và thủy sản tăng 4%`."""
    kept = stops[:1]
    for place, (begin, end) in enumerate(stops[1:], start=1):
        joint = plain[begin:end].strip()
        if (
            joint in ("đang", "với", "hiện")
            and (_HEADS_FIGURES.match(plain, kept[-1][1], begin) or _RAISED.match(plain, kept[-1][1], begin))
            and not _TELLS.search(plain, kept[-1][1], begin)
        ):
            continue  # `số lao động đang làm việc tăng 2%`
        before = plain[kept[-1][1] : begin] if joint in (",", "và") else ""
        if joint == "và" and _NAMES.fullmatch(before) and _NAMED.match(plain, end):
            continue  # `Tân Lâm và Vĩnh Hà cùng giảm 15,5%`
        if not before or not _MAY_GO_ON.match(before) or _TELLS.search(before):
            kept.append((begin, end))
            continue
        behind = _unhedged(plain[end : stops[place + 1][0] if place + 1 < len(stops) else len(plain)])
        own = changes(behind) or not behind or len(_TIME_BEHIND.split(behind)[0].split()) > _MOST_JOINED
        if own or (joint == "," and _HEADS_FIGURES.match(behind)):
            kept.append((begin, end))
    return kept


_ITS_OWN = Pattern(
    r"\s(?!so\b|kế hoạch|chỉ tiêu|mục tiêu|dự toán|tổng|và\b|trong|của|là|cùng|đạt|tăng|giảm|năm|mỗi)(?:[^\W\d]+ ){1,8}?(?:đều|được|có|đã|đạt)\b"
)
_RAISED = Pattern(r"\s*(?:nâng|đưa)\s(?:tổng|tỷ lệ|số)\b")
_NAMES = Pattern(rf"\s*(?:[{UPPER}][^\W\d]*\s+){{1,5}}")
_NAMED = Pattern(rf"[{UPPER}][^\W\d]* [{UPPER}]")


def _part_before(plain: str, text: str, stops: list[tuple[int, int]]) -> str:
    """What the nearest part before the last stop names; empty where that tells of a figure of its own, and this one of the same."""
    for (_, after), (before, _) in zip(reversed(stops[:-1]), reversed(stops[1:]), strict=True):
        said = _unhedged(text[after:before])
        if plain.endswith("(") and "%" in said:
            said = squeezed(said.rpartition("%")[2])  # `bằng 50% dự toán giao (1.800 tỷ đồng)`
        if plain.endswith("(") and " là " in said and (_NUMBER.search(said) or "lần lượt là" in said):
            said = squeezed(said.rpartition(" là ")[2])  # `3 tỉnh dẫn đầu là Tân Lâm (47,5 điểm)`
        measured = plain.endswith(("so với ", "so "), 0, after) and not plain.endswith("(")
        if _NUMBER.search(said) or measured:
            return ""
        if said:
            return said
    return ""


def _owner_before(plain: str, text: str, stops: list[tuple[int, int]]) -> str:
    """Whose an attribute is, told before its comma: `mô hình trồng nấm trong nhà lưới, quy mô 500 m2`; empty where that tells of another figure."""
    begin, end = stops[-2][1], stops[-1][0]
    opened = _OPENED.match(plain, begin, end) or _SUCH_AS.match(plain, begin, end)
    words = text[opened.end() if opened else begin : end].split()
    return "" if _NUMBER.search(plain[begin:end]) else squeezed(" ".join(words[:MOST_LEAD_WORDS]))


_SUCH_AS = Pattern(r"\s*(?:[Tt]iêu biểu|[Đđ]iển hình|[Nn]ổi bật|[Đđ]ó)(?: là| có| như)?\s")
_ATTRIBUTES = ("quy mô", "diện tích", "tổng diện tích", "công suất", "năng suất", "dung tích", "chiều dài")
_SUMS = ("số tiền", "tổng số tiền", "số vốn", "tổng số vốn")
_MEASURES = ("ha", "km", "m2", "m3", "tấn", "kg", "tạ", "lít")


def _label(words: str) -> str:
    """What stands before a colon right before the number, where it is short and tells of no other figure: `Vốn đối ứng của Trường và Viện: …`."""
    part = words.rpartition("\n")[2]
    few = len(part.split()) <= MOST_LEAD_WORDS and not _NUMBER.search(part) and ":" not in part
    return squeezed(_OF_WHICH.sub("", part)) if few else ""


_OF_WHICH = Pattern(r"^\W*(?:\d+[.)]\s*)?(?:[Tt]rong (?:số )?đó,?\s*)?")


def _unhedged(words: str) -> str:
    opened = _OPENED.match(words)
    kept = words[opened.end() if opened else 0 :].rstrip("( ").split()
    while kept and kept[-1].lower() in _HEDGE_ENDS:
        count = next((n for n, hedges in enumerate(_HEDGES, start=1) if " ".join(kept[-n:]).lower() in hedges), 0)
        if not count:
            break
        del kept[-count:]
    return squeezed(" ".join(_last_words(kept)))


def _last_words(words: list[str]) -> list[str]:
    """The last of `words`, as many as a lead may have; numbers and what they are of are counted in no lead."""
    if len(words) <= MOST_LEAD_WORDS:
        return words
    counted, most = 0, _MOST_HEADED if _HEADS_FIGURES.match(" ".join(words[:3])) else MOST_LEAD_WORDS
    for place in range(len(words) - 1, -1, -1):
        counted += words[place].lower() not in _OF_NUMBERS and not words[place][0].isdigit()
        if counted > most:
            return words[place + 1 :]
    return words


_ADVERBIAL = frozenset("qua theo tại trong trên từ sau trước".split())  # `Qua khảo sát, có 47 …` tells whence, not what


def _are_verbs(plain: str, comma: int) -> bool:
    """Whether the comma joins two short verbs before the number (`Khảo sát, tìm kiếm 209 …`)."""
    before, after = plain[:comma].split(), plain[comma + 1 :].split()
    if before[:1] and before[0].lower() in _ADVERBIAL:
        return False
    return 1 <= len(before) <= 3 and 1 <= len(after) <= 3 and after[0].islower() and not _NUMBER.search(plain[:comma])


_NUMBER = Pattern(r"\d")
