"""Counted nouns (danh từ đếm được): where the head of a noun phrase after a number ends, and of what sort it is.

The words stand in vocabulary/classifiers.csv and units.csv. Vietnamese noun phrases begin with their head, so the longest known
compound from the number on is the head; a classifier takes the noun it classifies with it (`lượt đơn vị`, `bộ thiết bị`).
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from hopluc.load import load_rows
from hopluc.reading.patterns import WORD, Pattern

CLASSIFIER, NOUN, VERBAL, BASE, TIME, MEASURE, GUESS = "classifier", "noun", "verbal", "base", "time", "measure", "guess"


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of vocabulary/classifiers.csv: a noun that is counted, or `base` for what shares are taken of.

    `verbal`: a noun that is as often a verb (`khảo sát`), or a syllable with other senses.
    """

    word: str
    kind: str
    field: str
    source: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A row of vocabulary/units.csv: a measure or a length of time; `cased`: a symbol whose capitals matter."""

    word: str
    kind: str
    cased: bool
    source: str


class Head(NamedTuple):
    """The head of a counted noun phrase: where it ends in the text, of what kind, and whether it stands in the lexicon."""

    end: int
    kind: str


_WINDOW = 64
_NEXT = Pattern(r" ([^\W\d_]+)")
_JOIN = Pattern(r", | và | hoặc | hay |/| - |, và | & ")
_OWN_NUMBER = Pattern(r":? [0-9]")
_OBJECT = Pattern(r" (?:[0-9]|các |những |một |cho |thành công|thực hiện|triển khai|tốt )")
_DONE = Pattern(r" được ")
_AGENT = Pattern(r" viên(?!\w)")  # who does what the verb says: `kiểm định viên`
_TAKES_ANYTHING = frozenset("chiếc cái con cây quyển cuốn bức quả trái củ hạt loài giống loại ngôi tòa lượt cuộc bộ".split())

_PLACES = ("xã", "phường", "thị trấn", "quận", "huyện", "thành phố", "tỉnh", "thôn", "bản", "tổ dân phố", "khu phố")
# After a stroke these say by what is counted (`60 người/lớp`), unless a place stands before them (`phường/xã`).
_PER = frozenset(
    """lớp xã huyện tỉnh người hộ đơn_vị trường đoàn nhóm lượt đợt khóa đề_tài dự_án nhiệm_vụ hợp_đồng mô_hình doanh_nghiệp cán_bộ sản_phẩm
    con cây bộ ca buổi phòng máy giường xe tàu phiếu hồ_sơ lần kỳ vụ lứa ô bình chai hộp thửa vườn ao trang""".split()
)

# Words that never head a counted noun phrase: a number before them is away from its noun.
STOP = frozenset(
    """và hoặc hay là có được bị của trong ngoài trên dưới tại ở về với cho từ đến tới đã đang sẽ do bởi vì nên mà thì để nhằm như
    theo thuộc gồm cùng cũng còn chỉ này đó kia ấy nay nào đây khi nếu tuy nhưng song so qua sau trước giữa bằng không chưa rất hơn kém
    vào ra lên xuống đi lại nữa đều cả mỗi mọi từng các những một hai ba bốn năm sáu bảy tám chín mười vừa mới cuối đầu tiên nhất nhì
    hằng hàng-năm hàng-tháng hàng-ngày hàng-chục hàng-trăm hàng-nghìn gần khoảng trở kể tính nhân bên nhiều ít toàn hết lần khóa tức trừ cộng đối tương bao cụ tiếp nằm đứng ngay vẫn càng luôn thường
    tuổi-đời rồi xong tầm theo-đó chiếm đạt tăng giảm thấp cao cấp vượt gấp""".split()
)
VERBS = frozenset(
    """làm đưa giúp tạo nêu trình giao đặt ghi dành mang gặp họp dự nhận gửi cấp thu nộp chi mua bán vay trả mời cử bắt mở đóng lập ký duyệt
    nâng kéo giữ bảo chuyển thay sửa bổ đón thăm trao tặng phát khẳng nhấn chủ-trì áp-dụng ban-hành bắt-đầu bế-mạc biểu-dương bố-trí
    chỉ-đạo cho-biết chuyển-giao công-nhận cung-cấp diễn-ra duy-trì đảm-bảo đạt-được đánh-giá đầu-tư đẩy-mạnh đề-nghị điều-chỉnh
    đổi-mới đóng-góp gắn-với gặp-gỡ góp-phần hình-thành hoàn-thành hoàn-thiện hỗ-trợ huy-động hướng-dẫn hướng-tới kết-thúc khai-mạc
    khai-thác khẳng-định khởi-công khởi-động ký-kết làm-việc mở-rộng nâng-cao nghiệm-thu nhấn-mạnh phát-biểu phát-động phát-huy
    phát-triển phê-duyệt phối-hợp phục-vụ quy-định quyết-định sử-dụng sửa-đổi tăng-cường tập-trung tham-dự tham-gia thành-lập thay-thế
    thống-nhất thu-hút thúc-đẩy thực-hiện tiếp-nhận tiếp-tục tổ-chức tổng-kết triển-khai trở-thành tuyên-truyền ứng-dụng vận-hành
    vinh-dự xác-định xây-dựng yêu-cầu liên-quan đăng-cai ra-mắt công-bố trình-bày giới-thiệu""".split()
)


_NOT_NOUNS = STOP | VERBS


@cache
def lexicon() -> dict[str, tuple[tuple[str, str], ...]]:
    """Each first syllable of a known head, and the heads (word, kind) that begin with it, longest first."""
    words = [(noun.word.lower(), noun.kind) for noun in load_rows("vocabulary/classifiers.csv", Noun)]
    words += [(unit.word.lower(), unit.kind) for unit in load_rows("vocabulary/units.csv", Unit) if not unit.cased]
    known: dict[str, dict[str, str]] = {}
    for word, kind in words:
        first = WORD.match(word)
        assert first is not None, f"{word} begins with no letter"
        known.setdefault(first[0], {})[word] = kind
    return {first: tuple(sorted(heads.items(), key=lambda item: -len(item[0]))) for first, heads in known.items()}


@cache
def _symbols() -> re.Pattern[str]:
    words = sorted((unit.word for unit in load_rows("vocabulary/units.csv", Unit) if unit.cased), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})(?![\\w²³])")


def symbol_at(plain: str, start: int) -> Head | None:
    """The symbol of a measure (`m3/ngày`, `MW`) that stands at `start`."""
    found = _symbols().match(plain, start)
    return Head(found.end(), MEASURE) if found else None


def word_at(plain: str, start: int) -> Head | None:
    """The longest word of the lexicon that stands at `start`, alone: no noun after a classifier, none joined to it."""
    first = WORD.match(plain, start)
    if first is None:
        return None
    heads = lexicon().get(first[0].lower())
    if heads is None:
        return None
    window = plain[start : start + _WINDOW].lower()
    for word, kind in heads:
        if window.startswith(word) and not window[len(word) : len(word) + 1].isalnum():
            return Head(start + len(word), kind)
    return None


def head_at(plain: str, start: int) -> Head | None:
    """The head noun at `start`, with the noun of a classifier and all coordinated heads; None where no known noun stands."""
    head = symbol_at(plain, start) or word_at(plain, start)
    if head is None or head.kind == BASE:
        return None
    if head.kind == VERBAL and (agent := _AGENT.match(plain, head.end)) is not None:
        return Head(agent.end(), NOUN)
    if head.kind == MEASURE:
        return Head(_rate_end(plain, head.end), MEASURE)
    if head.kind == TIME:
        return head
    if head.kind == CLASSIFIER:
        head = Head(_classified_end(plain, start, head.end), CLASSIFIER)
    per = symbol_at(plain, head.end + 1) if plain[head.end : head.end + 1] == "/" else None
    return Head(per.end if per else _coordinated_end(plain, head.end), head.kind)


def guess_at(plain: str, start: int) -> Head | None:
    """A head noun that the lexicon does not know: the word at `start` and the one after it, unless they are no nouns."""
    first = WORD.match(plain, start)
    if first is None or not first[0].islower() or first[0] in _NOT_NOUNS or len(first[0]) < 2:
        return None
    second = _NEXT.match(plain, first.end())
    if second is not None and f"{first[0]}-{second[1]}" in _NOT_NOUNS:
        return None
    if second is None or not second[1].islower() or second[1] in STOP or _begins_compound(plain, second):
        return Head(first.end(), GUESS)
    agent = _AGENT.match(plain, second.end())
    return Head(agent.end() if agent else second.end(), GUESS)


def _begins_compound(plain: str, second: re.Match[str]) -> bool:
    known = word_at(plain, second.start(1))
    return known is not None and known.end > second.end()


def share_at(plain: str, start: int) -> Head | None:
    """What a share is taken of, at `start`: a known base (`tổng chi ngân sách`) or a counted noun."""
    head = word_at(plain, start)
    if head is None or head.kind in (MEASURE, TIME):
        return None
    if head.kind == CLASSIFIER:
        head = Head(_classified_end(plain, start, head.end), CLASSIFIER)
    return head if head.kind == BASE else Head(_coordinated_end(plain, head.end), head.kind)


def _rate_end(plain: str, end: int) -> int:
    """Where a measure ends with what it is measured by: `tấn/năm`, `kg/người`."""
    if plain[end : end + 1] == "/":
        by = symbol_at(plain, end + 1) or word_at(plain, end + 1)
        if by is not None:
            return by.end
    return end


def _classified_end(plain: str, start: int, end: int) -> int:
    if plain[end : end + 1] != " ":
        return end
    noun = word_at(plain, end + 1)
    if noun is not None and noun.kind in (NOUN, VERBAL, CLASSIFIER) and plain[end + 1].islower():
        if noun.kind == CLASSIFIER:
            return _classified_end(plain, end + 1, noun.end)
        return noun.end
    if plain[start:end].lower() in _TAKES_ANYTHING and (guess := guess_at(plain, end + 1)) is not None:
        return guess.end
    return end


# `63 tỉnh, thành`, `9 huyện, thành, thị`
_PROVINCES = Pattern(r", thành(?:, thị)?(?! (?:phố|lập|công|tựu|phần|viên|quả|tích|các)\b)(?!\w)")


_NAMES_ONE = Pattern(r"(?:ông|bà|anh|chị|cô|thầy|đồng chí) [^\W\da-zà-öø-ÿăđơưạ-ỹ]")


def _coordinated_end(plain: str, end: int) -> int:
    """Where the heads joined to the one before `end` end: `quận, huyện, phường/xã`."""
    if (both := _PROVINCES.match(plain, end)) is not None and plain.endswith(("tỉnh", "huyện"), 0, end):
        return both.end()
    while (join := _JOIN.match(plain, end)) is not None:
        if not plain[join.end() : join.end() + 1].islower() and not plain[join.start() - 1].isupper():
            break
        head = word_at(plain, join.end())
        if head is None or head.kind not in (NOUN, VERBAL, CLASSIFIER) or _is_verb_here(plain, head):
            break
        if _NAMES_ONE.match(plain, join.end()):
            break  # `15 ủy viên, ông A làm trưởng ban`
        if (
            join[0] == "/"
            and plain[join.end() : head.end].replace(" ", "_") in _PER
            and not plain.endswith(_PLACES, 0, join.start())
        ):
            break
        after = _NEXT.match(plain, head.end)
        joined = _classified_end(plain, join.end(), head.end) if head.kind == CLASSIFIER else head.end
        if join[0] == ", " and _OWN_NUMBER.match(plain, joined):
            break  # `35 kỹ sư, công nhân 40 người`: what is joined has a number of its own
        if head.kind == CLASSIFIER and joined == head.end and after is not None and after[1] not in STOP:
            break  # `98 nhiệm vụ, bình quân`: a classifier with no noun of its own is some other word
        end = joined
    return end


def _is_verb_here(plain: str, head: Head) -> bool:
    """Whether a joined word begins a clause instead (`12 doanh nghiệp, tổ chức 5 hội thảo`)."""
    if _OBJECT.match(plain, head.end) is not None:
        return True
    if head.kind == VERBAL and _DONE.match(plain, head.end) is not None:
        return True
    return head.kind == VERBAL and plain[head.end : head.end + 1] == " " and word_at(plain, head.end + 1) is not None
