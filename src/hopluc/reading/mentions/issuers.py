"""Who issued a document (cơ quan ban hành), as it is named after `của`: a post, a body, its place and its term."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hopluc.load import load_rows
from hopluc.reading.patterns import Pattern

_CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
CAPITAL = f"[{_CAPITALS}]"
_S = r"\s{1,3}"
_MOST_WORDS = 18
_LONGEST_SHORT_FORM = 4  # `TP.`, `T.Ư.`


@dataclass(frozen=True, slots=True)
class IssuerCode:
    """The sign a body puts in its documents' numbers (`UBND`, `QH15`), and the days it did so."""

    code: str
    issuer: str
    level: str
    source: str
    since: date | None = None
    until: date | None = None


@cache
def issuer_codes() -> tuple[IssuerCode, ...]:
    """Every known issuer's sign (`definitions/gazetteer/issuer_codes.csv`)."""
    return load_rows("gazetteer/issuer_codes.csv", IssuerCode)


_TERM = r"(?i:kh[oó]a)\s{1,2}(?:[IVXLC]{1,6}|[0-9]{1,2})(?!\w)"
_TERM_AFTER = Pattern(rf",?\s?(?:\({_TERM}\)|{_TERM})")
_POST = Pattern(
    r"(?i:(?:đồng chí\s)?(?:phó\s)?(?:bộ trưởng|thứ trưởng|chủ tịch|giám đốc|tổng giám đốc|viện trưởng|cục trưởng|tổng cục trưởng|vụ trưởng"
    r"|hiệu trưởng|trưởng ban|chủ nhiệm|thống đốc|chánh án|chánh văn phòng|chánh thanh tra|tổng thanh tra|tổng kiểm toán|bí thư|thường trực"
    r"|ban thường vụ|btv|thường vụ|ban chấp hành|bch|đảng đoàn|ban cán sự đảng|đảng ủy|đảng bộ|liên ngành|liên bộ|lãnh đạo))(?!\w)"
)
_MEETING = Pattern(
    r"(?i:hội nghị)\s{1,2}(?:(?i:lần thứ)\s{1,2}(?:[IVXLC]{1,6}|[0-9]{1,2}|[^\W\d_]{2,5}(?:\s(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mốt))?)"
    r"|(?i:trung ương|TW)\s{1,2}[0-9]{1,2}|(?i:trung ương|TW)\s{1,2}(?:hai|ba|bốn|tư|năm|sáu|bảy|tám|chín|mười(?: một| hai)?))(?!\w)"
)
_WHOSE = Pattern(r",?\s{1,2}(?:của\s)?")
_CENTRAL = (
    "Thủ tướng Chính phủ", "Phó Thủ tướng Chính phủ", "Phó Thủ tướng", "Thủ tướng", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam",
    "Ban Chấp hành Trung ương Đảng", "Ban Chấp hành Trung ương", "BCH Trung ương Đảng", "BCH Trung ương", "BCH TW Đảng", "BCH TW", "BCHTW Đảng",
    "BCHTW", "Bộ Chính trị", "Ban Bí thư Trung ương Đảng", "Ban Bí thư Trung ương", "Ban Bí thư", "Trung ương Đảng", "Trung ương", "UBTVQH", "Đảng Cộng sản Việt Nam",
    "Chủ tịch nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Chủ tịch nước", "Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam", "Chính phủ", "Quốc hội",
)  # fmt: skip
_LOCAL_FIELDS = (
    "Du lịch", "Văn hóa, Thể thao, Du lịch", "Văn hóa và Thông tin", "Văn hóa - Thông tin", "Nông nghiệp", "Kinh tế", "Kinh tế và Hạ tầng", "Tài chính - Kế hoạch",
    "Tài chính - Vật giá", "Công nghiệp", "Thương mại", "Thương mại và Du lịch", "Bưu chính, Viễn thông", "Thủy sản",
)  # fmt: skip
_LOCAL = (
    "Ủy ban nhân dân", "UBND", "UB nhân dân", "Hội đồng nhân dân", "HĐND", "Thường trực Hội đồng nhân dân", "Thường trực HĐND", "Ủy ban hành chính",
    "Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Thành ủy", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Đảng bộ", "Văn phòng UBND", "Văn phòng Ủy ban nhân dân",
)  # fmt: skip
# A subject that begins with a capital is no part of the place: `… tỉnh Tân Lâm Về kế hoạch …`.
_SUBJECT = r"(?!(?:Về|V/v|Ban hành|Quy định|Hướng dẫn|Phê duyệt|Sửa đổi|Bổ sung)(?!\w))"
_PLACE = Pattern(
    rf"{_S}(?:(?i:thành phố trực thuộc trung ương|thành phố|thủ đô|tp\.?|tỉnh|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?!\w)(?:\s{{1,2}}{_SUBJECT}{CAPITAL}[^\W\d_]*(?:[ -]{_SUBJECT}{CAPITAL}[^\W\d_]*){{0,3}}|\s[0-9]{{1,2}}(?![0-9/]))?"
    rf"|(?<! \n)(?<!\n){CAPITAL}[^\W\d_]*(?:[ -]{CAPITAL}[^\W\d_]*){{0,3}})"
)
_HEAD = Pattern(
    r"(?i:bộ|sở|ban|cục|tổng cục|chi cục|vụ|viện|học viện|trung tâm|trường|đại học|ủy ban|hội đồng|hội|công ty|tổng công ty|tập đoàn|liên hiệp|liên đoàn"
    r"|quỹ|phòng|văn phòng|tòa án|ngân hàng|kho bạc|bảo hiểm|thanh tra|kiểm toán|đoàn|mặt trận|đảng bộ|đảng ủy|chi bộ|khu|đài|báo|tổ|các bộ)(?!\w)"
)
_OTHERS_LATER = Pattern(r"\s{0,2}(?:,|-|và|&)\s{1,2}(?=(?:[Bb]ộ trưởng\s)?Bộ\s|Thanh tra|Ngân hàng|Tòa án|Viện [Kk]iểm)")
_STOP = Pattern(
    r"(?i:về|v/v|phê duyệt|phê chuẩn|ban hành|quy định|qui định|quy chế|hướng dẫn|việc|cho|đã|được|là|tại|trong|theo|để|nhằm|sửa đổi|bổ sung|công nhận|thành lập"
    r"|giao|kiện toàn|thông qua|điều chỉnh|triển khai|thực hiện|tổ chức thực hiện|đến|trên|với|kèm|có|giai đoạn|ngày|số(?=\s{0,2}[:0-9])|đồng ý|yêu cầu|chấp thuận|chỉ đạo (?:về|các|thực)"
    r"|thì|khi|nếu|hoặc|cũng|như|bao gồm|nêu|trả lời|xin|báo cáo|góp ý|thay thế|bãi bỏ|hủy|công bố|cấp|phân công|phân cấp|phân bổ|tặng|khen|đẩy mạnh|tiếp tục|tăng cường"
    r"|quyết nghị|quyết định|nghị quyết|kế hoạch|chương trình|đề án|bởi|từ|do|không|phải|sẽ|đang|nay|này|trước|sau|tuyển chọn|giới thiệu|phát động|đề nghị|và của|và các|và (?:công văn|thông tư|nghị định|nghị quyết|quyết định|chỉ thị|kế hoạch|thông báo|tờ trình|văn bản|pháp lệnh|luật)"
    r"|đối với|liên quan|chủ trì|quản lý nhà nước|thi hành|ra|gửi|nói trên|xét|hỗ trợ|đầu tư xây dựng|phát triển|nâng cao|xây dựng (?:và|kế|chương|đề|cơ|chính))(?!\w)"
)
_WORD = Pattern(rf"(?:[ \t]{{1,2}}|[ \t]?\n(?!{CAPITAL}))(?:-\s)?(?:và\s(?={CAPITAL})|&\s)?[^\W\d_][\w&.'/-]{{0,30}}")
_TOPICAL = Pattern(r"(?i:ban chỉ đạo|ban điều hành|ủy ban quốc gia|hội đồng quốc gia|hội đồng|tổ công tác|tiểu ban|tổ)(?!\w)")
_TOPIC = Pattern(
    r"\s{1,3}(?i:về\s{1,3}(?:phát triển\s{1,3}khoa học(?:,|\s{1,3}và)?\s{1,3}công nghệ(?:(?:,|\s{1,3}và)\s{1,3}(?:đổi mới sáng tạo|chuyển đổi số(?: quốc gia)?|đề án 06)){0,3}"
    r"|đổi mới sáng tạo(?:\s{1,3}và\s{1,3}chuyển đổi số)?|chuyển đổi số|hội nhập quốc tế|cải cách hành chính|công nghiệp hóa|phát triển công nghiệp bán dẫn|trí tuệ nhân tạo|biến đổi khí hậu))"
    r"(?:\s{1,2}(?:tỉnh|thành phố)(?!\w))?"
)
_LISTED = Pattern(  # `Trường Cao đẳng Công nghệ, Kỹ thuật và Du lịch` goes on after its comma
    rf",\s(?!(?:Sở|Bộ|Ủy|UBND|Ban|Viện|Trường|Giám|Chủ|Cục|Công ty|Hội|Trung|Đại)(?!\w)){CAPITAL}[^\W\d_]*(?:\s[^\W\d_]+){{0,3}}\s(?:và|&)\s{CAPITAL}"
)


def _any_of(names: tuple[str, ...] | list[str]) -> str:
    """A pattern for any of `names`, the longest first, whatever the spacing and the way `và` is written."""
    patterns = []
    for name in sorted(dict.fromkeys(names), key=len, reverse=True):
        words = (
            re.escape(name)
            .replace(r"\ và\ ", r"(?:\s{1,3}và\s{1,3}|\s?&\s?)")
            .replace(r"\ \-\ ", r"(?:\s?-\s?|,\s|\s{1,3}và\s{1,3})")
        )
        patterns.append(words.replace("Ủy", "[UÚÙỦŨỤ][yýỳỷỹỵ]").replace(r"\ ", _S))  # `Ủỷ ban` is a common slip
    return "|".join(patterns)


@cache
def _bodies() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Central bodies that take no place; ministries and departments by field; bodies of a province or a district."""
    names = [
        code.issuer
        for code in issuer_codes()
        if code.level not in ("địa phương", "đảng") and not code.issuer.startswith(("Bộ ", "Sở "))
    ]
    fields = [code.issuer[3:] for code in issuer_codes() if code.issuer.startswith(("Bộ ", "Sở "))]
    central = re.compile(rf"(?i:{_any_of([*_CENTRAL, *names])}|đảng(?!\s{{1,2}}(?:bộ|ủy|đoàn|viên)))(?!\w)")
    field = rf"(?:(?i:{_any_of([*fields, *_LOCAL_FIELDS])})|[A-ZĐ][A-ZĐ&]{{1,9}})(?!\w)"
    by_field = re.compile(
        rf"(?i:bộ|sở|phòng|liên bộ|liên sở):?{_S}{field}(?:(?<=\w)\s?[-,]\s{{0,2}}(?!(?i:bộ|sở)\s){field}){{0,2}}"
    )
    local = re.compile(rf"(?i:{_any_of(_LOCAL)})(?!\w)")
    return central, by_field, local


def issuer_at(plain: str, start: int, *, joint: bool = False) -> int | None:
    """Where the issuer named at `start` of a reading view ends; None where none is named.

    With `joint`, further ministries that issue together are taken too.
    """
    if meeting := _MEETING.match(plain, start):
        whose = _WHOSE.match(plain, meeting.end())
        body = _body_at(plain, whose.end()) if whose else None
        return _with_term(plain, body or meeting.end())
    end = _body_at(plain, start)
    if end is None:
        return None
    while joint and (further := _OTHERS_LATER.match(plain, end)) and (next_end := _body_at(plain, further.end())):
        end = next_end
    return end


def _body_at(plain: str, start: int) -> int | None:
    central, by_field, local = _bodies()
    if known := central.match(plain, start):
        return _with_term(plain, known.end())
    post = _POST.match(plain, start)
    whose = _WHOSE.match(plain, post.end()) if post else None
    if whose and (inner := _body_at(plain, whose.end())):
        return inner
    if known := by_field.match(plain, start):
        return _with_place(plain, known.end()) if plain[start] in "sSpP" else known.end()
    if known := local.match(plain, start):
        return _with_term(plain, _with_place(plain, known.end()))
    if _HEAD.match(plain, start) is None:
        return None
    end = _words_from(plain, start)
    topic = _TOPIC.match(plain, end) if _TOPICAL.match(plain, start) else None
    return _with_term(plain, topic.end() if topic else end)


def _with_place(plain: str, end: int) -> int:
    """`end`, or where the names of places after it end (`xã Đồng Mai, huyện …` keeps the first)."""
    for _ in range(2):
        place = _PLACE.match(plain, end)
        if place is None or _STOP.match(plain, place.start() + len(place[0]) - len(place[0].lstrip())):
            break
        end = place.end()
    return end


def _with_term(plain: str, end: int) -> int:
    term = _TERM_AFTER.match(plain, end)
    return term.end() if term else end


def _words_from(plain: str, start: int) -> int:
    """Where the name that begins at `start` ends: at a mark or at a word that begins what the document is about."""
    head = _HEAD.match(plain, start)
    end = head.end() if head else start
    for _ in range(_MOST_WORDS):
        word = _WORD.match(plain, end)
        if word is None:
            listed = _LISTED.match(plain, end)
            if listed is None:
                break
            end = listed.start() + 1
            continue
        begins = end + len(word[0]) - len(word[0].lstrip(" \n\t-"))
        if _STOP.match(plain, begins):
            break
        end = word.end()
        if plain[end - 1] == "." and plain[end : end + 1].isspace() and end - begins > _LONGEST_SHORT_FORM:
            break  # a sentence ends
    return end - (plain[end - 1] in ".-/")
