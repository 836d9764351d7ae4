"""What a percentage is a share of (cơ sở của tỷ lệ), and what a number away from its noun counts."""

import re

from hopluc.reading.mentions.nouns import BASE, CLASSIFIER, NOUN, VERBAL, guess_at, share_at, word_at
from hopluc.reading.patterns import Pattern

_OF = Pattern(
    r" (?P<than>so với |so )?(?:(?:của|trong|trên|trong số) )?(?:(?:tổng số|số lượng|số|các|những|lượng) )?(?=[^\W\d_])"
)
_SUBJECT_END = Pattern(
    r"(?i:(?<!\w)(?:đạt|là|chiếm|tăng|giảm|còn|ước|đã|có|được|bằng|vượt|xuống|lên|khoảng|trên|dưới|từ|trong|năm|đến|tới|không|tối|ít|hơn|gần|với|ở|cao|thấp|sẽ|phấn|mức|chỉ(?! số| tiêu)|lần lượt|đóng góp|vẫn|ghi nhận|tiếp tục|tháng(?= [0-9])|so|bình quân|trung bình|xếp|đứng)(?!\w)|[0-9])"
)
_LEAD = Pattern(
    r"(?i:(?:trong đó|theo đó|bao gồm|gồm|và|với|đưa|nâng|phấn đấu|qua đó|còn|về|tuy nhiên|nhưng|song|cùng với đó|bên cạnh đó|ngoài ra|tính chung|riêng|cụ thể|nhờ đó|đáng chú ý|đặc biệt|theo báo cáo|nâng cao|tăng|giảm|dự ước|ước tính|[-+*•])(?:[, ]+|$)|"
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|tốc độ|tổng số|số lượng|số|mức|tăng trưởng|các|những) +)+"
)
_STOP = Pattern(r"\. |[;:\n|]")
_ASIDE = Pattern(r" ?\([^()]{0,80}\)|[()]")
_CLAUSES = Pattern(
    r", (?!(?:thành|ngành|thị|huyện|phường|thị xã|thành phố|cá nhân|lâm nghiệp|xây dựng)\b(?! (?:lập|công|phần)\b))"
)
_REACH = 140

_INDEX = Pattern(r"(?i:(?<!\w)(?:chỉ số|hệ số|điểm số)(?: [^\W\d_]+){0,3}?(?= (?:là|đạt|còn|lên|bằng|xuống|được)(?!\w)))")
_COUNTED = Pattern(
    r"(?i:(?<!\w)(?<!chỉ )(?<!hệ )(?<!điểm )(?<!dân )(?<!mã )(?:tổng số|số lượng|số lượt|tổng cộng|số|lượng) )(?=[^\W\d_])"
)
_MANY = Pattern(r"(?i:(?<!\w)(?:các|những|một số|tổng số|số|số lượng) )((?:[^\W\d_]+ ){0,5}[^\W\d_]+) ?\($")
_ENDS = Pattern(r"\s*(?:[;,.)\n|]|$)")
_NO_LABEL = Pattern(
    r"(?i:(?:^|[^\w])(?:số|thoại|fax|mã|hiệu|khoản|stt|tel|đt|sđt|email|zalo|hotline|mst|cccd|năm|ngày|tháng|trang số|bản ghi|id|code|isbn|issn|giờ|lúc|quyển|từ|đến|tỷ lệ bản đồ))$"
)


def base_of_share(plain: str, start: int, end: int) -> str | None:
    """What the percentage that ends at `end` is a share of, in lower case: the noun after it, else the clause's subject."""
    after = _OF.match(plain, end)
    if after is not None:
        place = after.end()
        head = share_at(plain, place) or (None if after["than"] else guess_at(plain, place))
        if head is not None and (head.kind == BASE or not after["than"]):
            return plain[place : head.end].lower()
    return _subject(plain, start)


def _subject(plain: str, start: int) -> str | None:
    """The subject of the clause before `start`, or of the nearest clause before it in the sentence that has one."""
    low = max(0, start - _REACH)
    low = low if low == 0 or plain[low - 1].isspace() else plain.find(" ", low, start) + 1  # no word is cut
    sentence = _STOP.split(plain[low:start])[-1]
    for clause in reversed(_CLAUSES.split(_ASIDE.sub("", sentence))[-3:]):
        said = clause.strip()
        lead = _LEAD.match(said)
        said = said[lead.end() :] if lead else said
        verb = _SUBJECT_END.search(said)
        words = said[: verb.start() if verb else len(said)].split()
        if _is_name(words):
            return None  # `Tân Lâm (11,5%)`: of whom the share is told, not what it is of
        if words and words[0][0].isalpha():
            return " ".join(words[:_LONGEST_SUBJECT]).lower()
        many = _MANY_OF.search(said)
        head = share_at(said, many.end()) if many else None
        if many and head:
            return said[many.end() : head.end].lower()  # `có 900 doanh nghiệp thành lập mới, tăng 21%`
    return None


def _is_name(words: list[str]) -> bool:
    """Whether words are a name, or names joined by `và`: each but the joints in capitals."""
    said = [word for word in words if word != "và"]
    return len(said) > 1 and all(word[0].isupper() for word in said)


_MANY_OF = Pattern(r"^(?:[^\W\d]+ ){0,4}[0-9][0-9.,]* ")
_LONGEST_SUBJECT = 10


def noun_in(phrase: str) -> str | None:
    """The counted noun that a label or clause names after `số`, `số lượng`, or at its beginning; None without one."""
    index = _INDEX.search(phrase)
    if index is not None:
        return index[0].lower()
    counted = _COUNTED.search(phrase)
    if counted is not None:
        head = share_at(phrase, counted.end()) or guess_at(phrase, counted.end())
        return phrase[counted.end() : head.end].lower() if head else None
    lead = _LEAD.match(phrase)
    place = lead.end() if lead else 0
    known = word_at(phrase, place)
    if known is None or known.kind not in (NOUN, CLASSIFIER, VERBAL, BASE) or " " not in phrase[place : known.end]:
        return None
    return phrase[place : known.end].lower()


def bracketed_noun(plain: str, start: int) -> str | None:
    """The noun that a number in brackets counts: `Các ủy viên (09)`."""
    many = _MANY.search(plain, max(0, start - 60), start)
    if many is None:
        return None
    known = share_at(plain, many.start(1))
    if known is not None and known.end <= many.end(1):
        return plain[many.start(1) : known.end].lower()
    return many[1].lower() if many[1].count(" ") < 4 else None


def label_before(plain: str, start: int, end: int) -> str | None:
    """The label of a number that stands alone after a colon; None where something follows or the label is a number's name."""
    if _ENDS.match(plain, end) is None or (plain[end : end + 1] == ")" and "(" not in plain[max(0, start - 160) : start]):
        return None
    piece = plain[max(0, start - 64) : start].rstrip(" ").removesuffix(":")
    label = re.split(r"[\n.;:(|\t]|, ", piece)[-1].strip().lstrip("-+*• ")
    return label if len(label) > 1 and _NO_LABEL.search(label) is None else None


CLOSES = Pattern(r" ?(?:[;,.)\n]|$)")
_LABEL = r"[a-zà-ỹđ][^\W\d_]*(?:(?: - | )[^\W\d_]+){0,6}"
_LABEL_BEFORE = Pattern(rf"(?:[;:,(] (?:trong đó |gồm |và )?|[;,] |gồm ){_LABEL} $")
_ITEM_BEFORE = Pattern(rf"{_LABEL} [0-9][0-9.]{{0,8}} ?[;,] (?:và )?{_LABEL} $")
_ITEM_AFTER = Pattern(rf" ?[;,] (?:và )?{_LABEL} [0-9][0-9.]{{0,8}} ?(?:[;,.)\n]|$)")
_NAMED = Pattern(
    r"(?:(?<!\w)(?:số|điều|khoản|mục|chương|tháng|năm|quý|ngày|lần|khóa|lớp|quận|phường|đường|lộ|tầng|nhà|phòng|tổ|nhóm|bảng|trang|tàu|tuần|đợt|kỳ|"
    r"đến|từ|là|đạt|còn|có|được|khoảng|trên|dưới|hơn|gần|bằng|thứ|hạng|loại|cấp|giai đoạn|mẫu|phụ lục|điểm|tuổi|vùng|khu|xã|thôn|bản) )$",
    re.IGNORECASE,
)


def listed_label(plain: str, start: int, end: int) -> bool:
    """Whether the figures from `start` to `end` close an item of a list of at least two labels with a number each."""
    if CLOSES.match(plain, end) is None or _NAMED.search(plain, max(0, start - 12), start) is not None:
        return False
    low = max(0, start - 90, plain.rfind("\n", max(0, start - 90), start) + 1)
    if _LABEL_BEFORE.search(plain, low, start) is None:
        return False
    return _ITEM_BEFORE.search(plain, low, start) is not None or _ITEM_AFTER.match(plain, end) is not None


def clause_before(plain: str, start: int) -> str:
    """The clause before `start`, from the last stop in its line."""
    piece = plain[max(0, start - _REACH) : start]
    return re.split(r"[.;:\n(|]", piece)[-1].strip()
