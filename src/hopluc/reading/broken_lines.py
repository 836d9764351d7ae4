"""Lines broken in the middle of a sentence (dòng bị ngắt giữa câu): put together for every reader alike, in a view of the same length.

Pages of law collections, pdf text and mail break the lines of a paragraph at some width, or wherever the page was written. Where a
text shows that it is broken so, a line that does not end a sentence goes on in the next, unless the next is marked, is a cell or is
in capitals. Lists, headings, addresses and tables stand one a line, and a lone break among whole lines is left to the layout.
"""

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from hopluc.reading.page.line_markers import MARKERS
from hopluc.reading.patterns import CAPITAL, Pattern

_LINE = Pattern(r"\S(?:.*\S)?")
# How long a line is whose break in the middle of a sentence shows that lines are broken here, and how many such lines must be near.
_SHORTEST_BROKEN, _LONGEST_BROKEN = 40, 130
_AROUND, _FEWEST = 8, 2
_FULL = 0.85  # of the width at which lines are broken
_SHORTEST = 20  # before a capital: what is shorter is a cell or a line of an address
_SHORT_CELL = 24
_LONGEST_GAP = 4
_LONGEST_ASIDE = 500
_ENDED = ".;:!?…|"
_SHORT_FORMS = ("TP.", "Tp.", "TS.", "ThS.", "GS.", "Ths.", "BS.", "KS.")
_DIVIDERS = ("|", "\t")
_LABEL = Pattern(r"[^\W\d][^:.;,]{1,24}:(?!\d)")
# A row of an agenda, when a page was put up, the place and day of writing: what begins so goes on nothing.
_STAMP = Pattern(r"\d{1,2} ?(?:h|giờ|:)\d{0,2} ?[-–:]|\d{1,2}/\d{1,2}/\d{4} - \d|[^\W\d_][^\n,]{1,24}, ngày \d{1,2} tháng")
_LABELLED = Pattern(r"[^\W\d_][^:.;,]{1,30}:")
_BARE = Pattern(r"[\d.,%/\s-]+$")
# What a number goes on: `ngày` / `19 tháng 6`, `Quyết định số` / `12/QĐ-UBND`. No heading ends so, and no cell of more than one word.
_BEFORE_NUMBER = Pattern(r"\w,?[\s(](?:ngày|tháng|số|năm|khoản|Điều|điểm|ngày [0-9]{1,2})$")
_YEAR = Pattern(r"(?:19|20)[0-9]{2}(?![\w/-])")
_QUARTER = Pattern(r"(?:IV|I{1,3})(?:[/,;.]|\s(?:năm|và)\s)")
_ACT_NUMBER = Pattern(r"[0-9]{1,5}[-/][^\W_]")
_UNFINISHED = Pattern(
    r"(?:[,(/&-]|(?<![^\W_])(?:và|của|về|với|tại|cho|các|những|theo|do|số|ngày|tháng|hoặc|trong|việc|để|từ|đến|bằng|là|bởi|vào|dưới|giữa|nhằm|như"
    r"|mỗi|giai đoạn|khóa|thứ|quý|khoảng|hơn|gần|đạt|gồm|đồng chí|ông|bà|TP|Luật|Bộ|Sở|Ban|Cục|Vụ|Viện"
    r"|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị|Giám đốc|Chủ tịch|Bộ trưởng|Thủ tướng|Chánh|Trưởng|Phó|Thứ trưởng))$"
)
_LAST_WORD = Pattern(r"\w+(?: -)?$")
_FIRST_WORD = Pattern(r"(?:- )?\w+")
_NEIGHBOURS = Pattern(rf"(?<!\w)(?=(\w+(?: -)? {CAPITAL}\w*))")
_COMPOUND = Pattern(r"- [^\W\d_]")


class _Line(NamedTuple):
    start: int
    end: int
    words: str
    gap: int

    @property
    def marked(self) -> bool:
        return MARKERS.match(self.words) is not None


def rejoined(text: str) -> str:
    """`text` with blanks in place of each line break that divides a sentence; of the same length.

    >>> rejoined("Căn cứ Luật Khoa học và công nghệ ngày\\n18 tháng 6 năm 2013;\\nCăn cứ")
    'Căn cứ Luật Khoa học và công nghệ ngày 18 tháng 6 năm 2013;\\nCăn cứ'
    """
    divided = _Breaks(text).divided()
    if not divided:
        return text
    pieces, last = list[str](), 0
    for start, end in divided:
        pieces += [text[last:start], " " * (end - start)]
        last = end
    return "".join([*pieces, text[last:]])


class _Breaks:
    """The line breaks of a text: which of them divide a sentence."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = list(_lines(text))
        self._numbers = {place for place, pair in enumerate(pairwise(self._lines)) if _is_before_number(*pair)}
        parted = [place for place, pair in enumerate(pairwise(self._lines)) if _is_parted(*pair)]
        widths = sorted(len(self._lines[place].words) for place in parted)
        self._parted = sorted({*parted, *self._numbers})
        self._width, self._widest = (widths[len(widths) * 4 // 5], widths[-1]) if widths else (0, 0)
        self._heard: frozenset[str] | None = None

    def divided(self) -> list[tuple[int, int]]:
        """Where the breaks that divide a sentence begin and end, in order."""
        found, begun = list[tuple[int, int]](), 0
        for place, (line, following) in enumerate(pairwise(self._lines)):
            if place in self._numbers or (self._near(place) and self._goes_on(place, begun)):
                found.append((line.end, following.start))
            else:
                begun = following.start
        return found

    def _near(self, place: int) -> int:
        """How many breaks around the one at `place`, itself among them, surely divide a sentence."""
        return bisect_left(self._parted, place + _AROUND + 1) - bisect_left(self._parted, place - _AROUND)

    def _goes_on(self, place: int, begun: int) -> bool:
        """Whether the line at `place`, the last so far of a paragraph that began at `begun`, goes on in the next."""
        line, following = self._lines[place : place + 2]
        if not _may_go_on(line, following, begins=begun == line.start):
            return False
        if _is_ended(line):
            return self._is_stop_within(line, following, begun)
        following_small = following.words[0].islower() and not following.marked
        if following_small and following.gap == 1:
            return not line.words.isupper() and not self._is_cell(place + 1)
        return self._near(place) >= _FEWEST and self._goes_on_anew(line, following, begun)

    def _goes_on_anew(self, line: _Line, following: _Line, begun: int) -> bool:
        """Whether a line goes on in one that could begin a paragraph of its own: with a capital, a number, a dash, on another page."""
        full = len(line.words) >= _FULL * self._width
        if following.gap > 1:  # a page ends in between
            return full and following.gap <= _LONGEST_GAP and following.words[0].islower() and not following.marked
        if following.marked:
            compound = _COMPOUND.match(following.words) is not None and line.words[-1].isalpha()
            return compound and ((full and following.words[2].islower()) or self._is_heard(line, following))
        if line.words.isupper() or following.words.isupper():
            return line.words.isupper() and following.words.isupper() and _is_marked_title(line)
        if len(line.words) < _SHORTEST:
            return False
        if _UNFINISHED.search(line.words) or self._is_heard(line, following) or self._is_within_aside(begun, line.end):
            return True
        return self._has_no_room(line, following, self._width) and _LABELLED.match(following.words) is None

    def _is_stop_within(self, line: _Line, following: _Line, begun: int) -> bool:
        """Whether a paragraph goes on behind a stop: the next word had no more room on the line, or brackets are still open."""
        if following.gap > 1 or following.marked or line.words.isupper() or following.words.isupper():
            return False
        if line.words[-1] in ";:" and self._is_within_aside(begun, line.end, quoted=False):
            return True
        listed = line.words[-1] in ";:" and not following.words[0].islower()
        return not listed and self._has_no_room(line, following, self._widest)

    def _has_no_room(self, line: _Line, following: _Line, width: int) -> bool:
        """Whether the first word of the next line had no room on this one."""
        return len(line.words) + 1 + len(following.words.split(maxsplit=1)[0]) > width

    def _is_heard(self, line: _Line, following: _Line) -> bool:
        """Whether the last word of a line and the first of the next stand side by side elsewhere: `Tuyên` / `Quang`."""
        last, first = _LAST_WORD.search(line.words), _FIRST_WORD.match(following.words)
        if last is None or first is None:
            return False
        if self._heard is None:
            self._heard = frozenset(_NEIGHBOURS.findall(self._text))
        return f"{last[0]} {first[0]}" in self._heard

    def _is_within_aside(self, begun: int, end: int, *, quoted: bool = True) -> bool:
        """Whether brackets (or quotation marks) opened since `begun` are still open at `end`."""
        said = self._text[max(begun, end - _LONGEST_ASIDE) : end]
        return said.count("(") > said.count(")") or (quoted and said.count("“") > said.count("”"))

    def _is_cell(self, place: int) -> bool:
        """Whether a line in small letters is a cell of a table written one cell a line: short, with a bare number under it."""
        line = self._lines[place]
        after = self._lines[place + 1] if place + 1 < len(self._lines) else None
        return (
            len(line.words) < _SHORT_CELL
            and line.words[-1] not in _ENDED
            and after is not None
            and _BARE.match(after.words) is not None
        )


def _lines(text: str) -> list[_Line]:
    found, last = list[_Line](), 0
    for match in _LINE.finditer(text):
        start, end = match.span()
        found.append(_Line(start, end, match[0], text.count("\n", last, start) if start > last + 1 else 1))
        last = end
    return found


def _is_ended(line: _Line) -> bool:
    """Whether a line ends with a stop that is none of an abbreviation before a name."""
    return line.words[-1] in _ENDED and not line.words.endswith(_SHORT_FORMS)


def _may_go_on(line: _Line, following: _Line, *, begins: bool = True) -> bool:
    """Whether nothing forbids it: no cells of a row, no bare number, no line with a label under another that `begins` its paragraph."""
    return (
        not any(sign in words for sign in _DIVIDERS for words in (line.words, following.words))
        and _BARE.match(line.words) is None
        and _STAMP.match(following.words) is None
        and not (begins and _LABEL.match(line.words) and _LABEL.match(following.words))
    )


def _is_parted(line: _Line, following: _Line) -> bool:
    """Whether the break between two lines surely divides a sentence, in the way lines of some width are broken."""
    return (
        following.words[0].islower()
        and following.gap == 1
        and not _is_ended(line)
        and _SHORTEST_BROKEN <= len(line.words) <= _LONGEST_BROKEN
        and _may_go_on(line, following)
        and not following.marked
    )


def _is_marked_title(line: _Line) -> bool:
    """Whether a line has a marker and words behind it."""
    marker = MARKERS.match(line.words)
    return marker is not None and marker.end() < len(line.words)


def _is_before_number(line: _Line, following: _Line) -> bool:
    """Whether a line ends in a word that a number must follow, and the next begins with it."""
    if following.gap > 1 or _BARE.match(following.words):
        return False
    if not following.words[0].isdigit():
        return _QUARTER.match(following.words) is not None and line.words.endswith((" quý", " Quý"))
    before = _BEFORE_NUMBER.search(line.words, max(0, len(line.words) - 20))
    if before is None or len(line.words) < _SHORTEST or not _may_go_on(line, following):
        return False
    if before[0].endswith("năm") and _YEAR.match(following.words) is None:
        return False
    return not following.marked or (before[0].endswith("số") and _ACT_NUMBER.match(following.words) is not None)
