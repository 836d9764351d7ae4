"""Page furniture in plain text: what a saved web page carries beside its article.

Visitor counters, buttons, and the list of links to other articles after the end. General to the sites of Vietnamese agencies,
whose portals share a few makers; nothing is left out of the text, it is only marked.
"""

from collections.abc import Sequence

from hopluc.reading.document import Span
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical, fold

_COUNTER = Pattern(
    r"(?:thong tin truy cap|thong ke truy cap|(?:tong |so )*(?:so )?(?:luot|khach|thanh vien|nguoi|dang|hom nay|hom qua|tuan nay|"
    r"thang nay|luot xem|tat ca|tong cong|tong)(?: (?:truy cap|truc tuyen|online|xem|trong thang|trong tuan|trong ngay|tham|ghe tham|dang xem|nguoi))*"
    r" ?[:=]? ?[\d., ]*)"
)
_COUNTED = Pattern(r"truy cap|truc tuyen|online|luot xem|ghe tham")
_BUTTON = Pattern(
    r"(?:(?:gui tin phan hoi|gui phan hoi|gui email|gui mail|in bai viet|ban in|in trang|in bai|y kien ban doc(?: gui)?|gui y kien|"
    r"gui binh luan|binh luan(?: \(\d+\))?|quay lai|ve trang truoc|ve dau trang|len dau trang|dau trang|trang chu|so do (?:site|trang|cong)|"
    r"dang nhap|dang ky|lien he|tim kiem|chia se|chia se facebook|facebook|twitter|zalo|tweet|like|share|print|email|rss|"
    r"tin tuc nay chua co y kien nao|chua co binh luan(?: nao)?|chuyen trang|trang so ?:? ?\d* ?/ ?\d*|"
    r"so ban ghi tren trang ?:? ?\d*|trang truoc|trang sau|xem them|xem tiep|doc tiep|co chu|tang co chu|giam co chu|"
    r"phong to|thu nho|menu|skip to main content|english|tieng viet)[ |>»«,.\-]*)+"
)
_MORE = Pattern(
    r"(?:cac )?(?:tin|bai|bai viet|tin tuc|van ban|su kien|chuyen muc|tin bai)"
    r"(?: (?:moi|lien quan|khac|cu hon|moi hon|cung chuyen muc|cung loai|cung chu de|noi bat|doc nhieu|xem nhieu|da dua|da dang|truoc do|"
    r"nhat|moi nhat|cu|va su kien|tiep theo))+ ?:?"
)
_STAMPED = Pattern(r".{10,300}\(\d{1,2}[/-]\d{1,2}[/-]\d{4}(?: ?[-,]? ?\d{1,2}[:h]\d{2}(?::\d{2})?)?\)")
_ENDED = Pattern(r"[.;:!?…][\"”’)»]?$")
_HINTS = (
    "ruy cập", "rực tuyến", "online", "ượt xem", "iên quan", "in mới", "in khác", "viết khác", "ùng chuyên mục", "đã đưa", "đã đăng",
    "ổi bật", "ản in", "In bài", "In trang", "ửi Email", "ửi email", "ửi mail", "rang chủ",
)  # fmt: skip
"""Something of this stands in every page with furniture; looked for first, because most texts have none."""
_DATED_TITLE = Pattern(r"/\d{4}[^()\n]{0,12}\)\s")
_LINK_LENGTH = 260


class _Line:
    """A line that holds words: its span, and its words folded."""

    __slots__ = ("folded", "span", "words")

    def __init__(self, words: str, folded: str, start: int) -> None:
        self.words = words.strip()
        start += len(words) - len(words.lstrip())
        self.span = Span(start, start + len(self.words))
        self.folded = " ".join(folded.split()) if len(self.words) <= _LINK_LENGTH else ""

    @property
    def is_control(self) -> bool:
        """A counter or a row of buttons: nothing of the article."""
        counter = _COUNTER.fullmatch(self.folded) and _COUNTED.search(self.folded)
        return bool(counter or _BUTTON.fullmatch(self.folded))

    @property
    def is_link(self) -> bool:
        """Reads like the title of another page: short, and not a finished sentence."""
        return bool(self.folded) and (self.is_control or bool(_STAMPED.fullmatch(self.words)) or not _ENDED.search(self.words))


def _lines(text: str) -> list[_Line]:
    lines, start = [], 0
    folded = fold(canonical(text))
    for piece in text.splitlines(keepends=True):
        if not piece.isspace():
            lines.append(_Line(piece, folded[start : start + len(piece)], start))
        start += len(piece)
    return lines


def _opens_links(lines: Sequence[_Line], place: int) -> bool:
    """Whether a list of links starts here: under a heading that says so, or three titles with their dates in a row."""
    stamped = [bool(_STAMPED.fullmatch(line.words)) for line in lines[place : place + 3]]
    return bool(_MORE.fullmatch(lines[place].folded)) or stamped == [True] * 3


def _tail(lines: Sequence[_Line]) -> int:
    """Where the links after the article begin, as an index into `lines`; len(lines) where there are none."""
    links, tail = 0, len(lines)
    for place in range(len(lines) - 1, len(lines) // 4, -1):
        after = len(lines) - 1 - place
        if links < 0.8 * after - 20:
            break
        if after >= 2 and links >= 0.8 * after and _opens_links(lines, place):
            tail = place
        links += lines[place].is_link
    return tail


def _portal(lines: Sequence[_Line]) -> bool:
    """Whether the text shows that it was copied from a page of a portal."""
    return any(line.is_control for line in (*lines[:15], *lines[len(lines) * 3 // 4 :]))


def _counts_on(lines: Sequence[_Line], place: int) -> bool:
    """Whether a line goes on with the figures of a counter beside it: "Hôm nay : 1.234"."""
    beside = (lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines))
    return bool(_COUNTER.fullmatch(lines[place].folded)) and any(line.is_control for line in beside)


def furniture_of(text: str) -> tuple[Span, ...]:
    """The spans of page furniture in `text`, in order; the end of the article's page is one span."""
    if not any(hint in text for hint in _HINTS) and not _DATED_TITLE.search(text):
        return ()
    lines = _lines(text)
    tail = _tail(lines)
    if tail == len(lines) and not _portal(lines):
        return ()
    while 0 < tail < len(lines) and lines[tail - 1].is_control:
        tail -= 1
    spans = [line.span for place, line in enumerate(lines[:tail]) if line.is_control or _counts_on(lines, place)]
    if tail < len(lines):
        spans.append(Span(lines[tail].span.start, lines[-1].span.end))
    return tuple(spans)
