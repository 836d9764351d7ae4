"""Reading one organisation's name at its anchor: where it ends, the place it says, and what kind of name it is.

Official Vietnamese mixes cases inside names and puts no sign at their end, so a name is walked word by word: known phrases
(name_words.csv) in any case, other words only with a capital, joints (`và`, ` - `, `,`) only where a list of fields goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from hopluc.reading import lexicon
from hopluc.reading.lexicon import CAPITAL, OTHER, Anchor

PHRASE, PROPER, PLACE = "phrase", "proper", "place"


class View(NamedTuple):
    """The two same-length views of a text that names are read on."""

    plain: str
    lower: str


class SaidPlace(NamedTuple):
    """A place beside a name: its kind (tỉnh, thành phố, huyện …; None when unsaid) and its name (None when unsaid)."""

    kind: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read: from `start` to `end`; `stem` ends before the place that belongs to it."""

    start: int
    end: int
    anchor: Anchor
    stem: int
    place: SaidPlace | None = None


_KINDS = {
    "tp": "thành phố", "tp.": "thành phố", "t.p": "thành phố", "t.p.": "thành phố", "thành phố": "thành phố", "tỉnh": "tỉnh",
    "tx": "thị xã", "tx.": "thị xã", "thị xã": "thị xã", "huyện": "huyện", "quận": "quận", "phường": "phường", "xã": "xã",
    "đặc khu": "đặc khu", "thị trấn": "thị trấn",
}  # fmt: skip
_PLACE_KIND = re.compile(
    r" (tỉnh|thành phố|t\.?p\.|t\.?p(?!\w)|tx\.?|thị xã|huyện|quận|phường|xã|đặc khu|thị trấn)(?=[\W]|$|[A-ZĐ])"
)
_WORDS = re.compile(
    r" ?(\w[\w']*)(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?(?:((?: - |-| )\w[\w']*))?"
)
_MANY = re.compile(r"(?:,|/| và|, các) ?(?:tỉnh|thành phố|tp|quận|huyện|thị xã|xã|phường)(?!\w)")
_GOES_ON = re.compile(r"[^,.;:()\n]{2,40}(?:, [^,.;:()\n]{2,40})? và ")
_BARE = frozenset(
    canonical_head.casefold()
    for canonical_head in (
        "Viện Hàn lâm", "Ban Chỉ đạo", "Ban Điều hành", "Ban Chủ nhiệm", "Tổ giúp việc", "Tổ thư ký", "Tổ thư ký giúp việc",
        "Tổ công tác", "Ban Tổ chức", "Ban Giám khảo", "Ban Soạn thảo", "Ban Thư ký", "Tổ biên tập",
    )
)  # fmt: skip
_STOPS = frozenset(
    "đã sẽ đang có là do để tại từ với cho của trong ngoài trên dưới theo về ở vào ra khi nếu mà thì bị được cần phải nên cùng"
    " gồm bao như hoặc hay các những một hai ba mỗi mọi này đó trước sau giữa qua bằng đến năm ngày tháng giai nhằm vì"
    " phối chủ trì tổ ban ký báo đề giao yêu kết thống tiếp cử mời trao nhận cung khẳng phát biểu tham thuộc việc".split()
)


def names_in(view: View) -> Iterator[Name]:
    """Every name at an anchor, from left to right, none overlapping; a place said by itself comes with the anchor `nơi`."""
    plain, reached = view.plain, 0
    for last, (length, anchors) in lexicon.anchors().iter_long(plain):
        start, end = last - length + 1, last + 1
        if start < reached or _is_cut(plain, start, end):
            continue
        for anchor in anchors:
            found = _read(view, start, end, anchor)
            if found is not None:
                yield found
                reached = found.end
                break


def _is_cut(plain: str, start: int, end: int) -> bool:
    """Whether the words go on to the left or right: inside a word, or inside a number such as 12/QĐ-UBND."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return True
    return (before[-1:] in ("/", "-") and before[:1].isalnum()) or (
        after[:1] in ("/", "-") and after[1:].isupper() and end - start < 6
    )


def _read(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    match anchor.grammar:
        case "địa phương":
            return _read_local(view, start, end, anchor)
        case "tên":
            return _read_known(view, start, end, anchor)
        case "ban chỉ đạo":
            return _read_committee(view, start, end, anchor)
        case "nơi":
            return _read_place(view, start, anchor)
        case grammar if grammar == OTHER:
            return None
    return _read_open(view, start, end, anchor)


def _read_place(view: View, start: int, anchor: Anchor) -> Name | None:
    place, end = place_after(view, start - 1)
    return Name(start, end, anchor, start, place) if place is not None and place.name else None


def place_after(view: View, end: int) -> tuple[SaidPlace | None, int]:
    """The place said right after `end` (from the space on), and where it ends; (None, end) when none is."""
    said = _PLACE_KIND.match(view.lower, end)
    if said:
        kind = _KINDS[said[1]]
        name, name_end = _place_name(view.plain, said.end(), kind)
        return SaidPlace(kind, name), name_end
    known, known_end = known_place(view.plain, end)
    if known is not None and known.casefold() in lexicon.province_kinds():
        return SaidPlace(None, known), known_end
    return None, end


def known_place(plain: str, position: int) -> tuple[str | None, int]:
    """The province, country or city whose name begins at `position` (a space before it is passed over)."""
    words = _WORDS.match(plain, position)
    if words is None or not plain[words.start(1)].isupper():
        return None, position
    provinces, countries = lexicon.province_names(), lexicon.country_names()
    for count in (4, 3, 2, 1):
        if words[count] is None:
            continue
        text = plain[words.start(1) : words.end(count)].casefold()
        if text in provinces or text in countries:
            return provinces.get(text) or countries[text], words.end(count)
    return None, position


def _place_name(plain: str, position: int, kind: str) -> tuple[str | None, int]:
    """The name after the word for its kind: a known one, else its words in capitals, without a person's name after it."""
    known, end = known_place(plain, position)
    if known is not None:
        return known, end
    words = _WORDS.match(plain, position)
    if words is None:
        return None, position
    if words[1].isdigit() and kind in ("quận", "phường"):
        return words[1], words.end(1)
    count, surnames = 0, lexicon.surnames()
    for group in (1, 2, 3, 4):
        word = (words[group] or "").strip(" -")
        if not word[:1].isupper() or (group > 2 and (word in surnames or word.title() in surnames)):
            break
        count = group
    if count >= 3 and (words[1] in surnames or words[1].title() in surnames) and kind in ("tỉnh", "thành phố"):
        return None, position
    if count == 4 or (count > 2 and plain[words.start(1) : words.end(count)].isupper()):
        count = 2
    return (plain[words.start(1) : words.end(count)], words.end(count)) if count else (None, position)


def _read_local(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    plain = view.plain
    if plain[start].islower() and not plain.startswith(" ", end):
        return None
    if anchor.pattern in ("sở", "không"):
        place, place_end = place_after(view, end)
        return Name(start, place_end, anchor, end, place)
    place, place_end = place_after(view, end)
    if place is None:
        return None if "nơi" in anchor.pattern else Name(start, end, anchor, end)
    if place.name is None:
        if _MANY.match(view.lower, place_end) or (place.kind in ("xã", "phường") and anchor.pattern != "đủ"):
            return None
        if anchor.pattern in ("tỉnh", "thành phố", "huyện", "quận", "thị xã"):
            return Name(start, end, anchor, end)
    return Name(start, place_end, anchor, end, place)


def _read_known(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    if anchor.kind in ("trường", "viện", "đơn vị", "hội") and not anchor.short and known_place(view.plain, end)[0] is not None:
        head = _head_of(view.plain, start, end)
        longer = _read_open(view, start, head[0], head[1]) if head else None
        if longer is not None and longer.end > end:
            return longer
    if anchor.kind in ("nhà nước", "bộ"):
        country, country_end = known_place(view.plain, end)
        if country is not None and country.casefold() in lexicon.country_names() and view.plain[end] == " ":
            return Name(start, country_end, replace(anchor, grammar="nước ngoài"), end)
    if anchor.short and anchor.kind == "doanh nghiệp":
        longer = _read_open(view, start, end, replace(anchor, grammar="công ty", lower=False))
        if longer is not None:
            return longer
    return Name(start, end, anchor, end)


def _head_of(plain: str, start: int, end: int) -> tuple[int, Anchor] | None:
    """The open head that the name at `start` begins with, and where it ends; the longest there is."""
    automaton, words = lexicon.anchors(), plain[start:end].split(" ")
    for count in range(min(4, len(words) - 1), 0, -1):
        text = " ".join(words[:count])
        for anchor in automaton.get(text, (0, ()))[1]:
            if anchor.grammar not in ("tên", "địa phương", OTHER):
                return start + len(text), anchor
    return None


_COMMITTEE_START = re.compile(
    r" (?=Chương trình|Đề án|Dự án|Kế hoạch|Cuộc thi|Hội thi|Hội nghị|Hội thảo|Giải thưởng|Trung ương|[Qq]uốc gia|Nhà nước|"
    r"(?<=đạo )thực hiện [A-ZĐ]|về [a-zA-ZĐđ]|cải cách|[Cc]huyển đổi số|xây dựng|phòng|phát triển|[ƯưỨứ]ng dụng|thẩm định|xét|tư vấn|"
    rf"tuyển chọn|tỉnh|thành phố|TP|cấp|liên ngành|(?!Chủ|Phó|Trưởng|Giám|Các)[{CAPITAL}]|\d{{2,3}}\b)"
)
_COMMITTEE_WORD = re.compile(
    r"(?: - | |, (?=(?:khoa học|công nghệ|đổi mới|chuyển đổi|chống|ứng phó|[a-zà-ỹ]+ [a-zà-ỹ]+ và )))"
    r"(?!(?:gồm|bao gồm|do|đã|sẽ|đang|có|được|họp|là|chưa|cần|phải|nhằm|tại|theo|để|khi|cho|báo cáo|làm|ban hành|chịu|đề nghị|"
    r"đề xuất|yêu cầu|thống nhất|giao|kết luận|tiếp tục|chủ trì|gửi|xem xét|từ|vào|trước|sau|tổ chức|thường xuyên|hoạt động|"
    r"và (?:các|Tổ|Ban|Hội|Sở|Ủy)|năm 20\d\d(?! )|trên|ngày|hàng|định kỳ|kịp thời|lần|khẩn trương|nêu|đánh giá|vì|mà|như|bằng|"
    r"không|cùng|[Cc]hủ tịch|[Tt]rưởng|[Oo]ng|[Ôô]ng|[Bb]à|đồng chí)\b)[^\s,;:.()\n\"“”…]+"
)


def _read_committee(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    plain, reached = view.plain, end
    if _COMMITTEE_START.match(plain, end):
        for _ in range(45):
            word = _COMMITTEE_WORD.match(plain, reached)
            if word is None:
                break
            reached = word.end()
        reached = _without_loose_end(plain, end, reached)
    if reached == end and anchor.name.casefold() not in _BARE:
        return None
    return Name(start, reached, anchor, reached)


_LOOSE_END = re.compile(r" (?:và|với|về|của|giữa|thực hiện|-|đến|các|trong|năm)$")


def _without_loose_end(plain: str, low: int, high: int) -> int:
    """Where the name ends once words that join are left off its end."""
    loose = _LOOSE_END.search(plain, max(low, high - 12), high)
    return loose.start() if loose else high


def _read_open(view: View, start: int, end: int, anchor: Anchor) -> Name | None:
    walk = _Walk(view, start, end, anchor)
    if walk.capitals and not _opens_line(view.plain, start):
        return None
    walk.run()
    if not walk.parts:
        bare = anchor.name.casefold() in _BARE and view.plain[start].isupper()
        return Name(start, end, anchor, end) if bare else None
    walk.leave_person()
    for stop in (walk.end, walk.before_place()):
        known = lexicon.known_names().get(lexicon.sameness(view.plain[start:stop]))
        if known is not None:
            return _read_local(view, start, stop, known) if known.grammar == "địa phương" else Name(start, stop, known, stop)
    return Name(start, walk.end, anchor, walk.stem, walk.place) if walk.is_name() else None


def _opens_line(plain: str, start: int) -> bool:
    """Whether only spaces and marks stand before `start` on its line: in a heading in capitals, words prove nothing."""
    return not plain[plain.rfind("\n", 0, start) + 1 : start].strip(" \t-*•+|:0123456789.")


class _Walk:
    """The walk through an open name's words, from the end of its head."""

    def __init__(self, view: View, start: int, end: int, anchor: Anchor) -> None:
        self.view, self.start, self.head_end, self.anchor = view, start, end, anchor
        self.end = self.stem = end
        self.parts: list[tuple[str, int, int]] = []
        self.place: SaidPlace | None = None
        self.placed = False
        self.acted = True
        self.capitals = (
            end - start > 2 and view.plain[start:end].isupper() and " " in view.plain[start:end] + view.plain[end : end + 1]
        )

    def run(self) -> None:
        """Take words while they belong to the name."""
        step = lexicon.step()
        for _ in range(24):
            found = step.match(self.view.lower, self.end)
            if found is None or not self._take(found):
                return

    def _take(self, found: re.Match[str]) -> bool:
        what = found.lastgroup or ""
        start, joint = found.start(what), found["joint"]
        upper = self.view.plain[start].isupper()
        if joint != " " and not self._may_join(joint, what, start, upper=upper):
            return False
        if what == "place":
            return self._take_place(found, joint)
        if upper or self.capitals:
            known, known_end = known_place(self.view.plain, start)
            if known is not None:
                return self._take_known_place(start, known_end)
        if what == PHRASE:
            return self._take_phrase(found, joint, start, upper=upper)
        return self._take_word(found, start, upper=upper)

    def _may_join(self, joint: str, what: str, start: int, *, upper: bool) -> bool:
        """Whether a hyphen, `và` or comma goes on with the same name."""
        plain = self.view.plain
        if not self.parts or begins_name(plain, start):
            return False
        if joint == ", ":
            return (
                what == PHRASE and upper and self.anchor.grammar != "công ty" and not self.placed
                and _GOES_ON.match(self.view.lower, start) is not None
            )  # fmt: skip
        if joint == " và ":
            return what == PHRASE and not self.placed
        if what == "word" and plain[start : start + 12].split(" ")[0] in lexicon.surnames() and joint.startswith(" "):
            return self.placed and known_place(plain, start)[0] is not None
        return what == PHRASE or upper

    def _take_place(self, found: re.Match[str], joint: str) -> bool:
        if joint != " " or (self.placed and self.anchor.grammar != "công ty"):
            return False
        place, end = place_after(self.view, found.start("joint"))
        if place is None or (place.name is None and (not self.parts or place.kind not in ("tỉnh", "thành phố"))):
            return False
        if place.name is None and _MANY.match(self.view.lower, end):
            return False
        self.parts.append((PLACE, found.start("place"), end))
        self.place, self.stem, self.end, self.placed = place, self.stem if place.name is None else end, end, True
        return False

    def _take_known_place(self, start: int, end: int) -> bool:
        if (
            self.placed
            and self.anchor.grammar != "công ty"
            and self.view.plain[start - 1] == " "
            and self.view.plain[start - 2] != "-"
        ):
            return False
        self.parts.append((PLACE, start, end))
        self.end = self.stem = end
        self.placed = True
        return True

    def _take_phrase(self, found: re.Match[str], joint: str, start: int, *, upper: bool) -> bool:
        acts = lexicon.domain_words().get(found["phrase"], False)
        if not upper and not self.capitals and joint == " ":
            if self.placed or (self.parts and self.parts[-1][0] == PROPER):
                return False
            if (acts and not self.acted) or (not self.parts and not self._may_begin_lower(found)):
                return False
        if upper and self.placed and joint == " " and self.anchor.grammar != "công ty":
            return False
        if upper and self.parts and not self.capitals and begins_name(self.view.plain, start):
            return False
        self.parts.append((PHRASE, start, found.end()))
        self.end = self.stem = found.end()
        self.acted = acts or (joint != " " and acts)
        return True

    def _may_begin_lower(self, found: re.Match[str]) -> bool:
        """Whether the name may go on in lower case right after its head: `Trung tâm hỗ trợ khởi nghiệp`."""
        grammar = self.anchor.grammar
        return (
            self.view.plain[self.start].isupper() and grammar in ("mở", "công ty", "nước", "đơn vị") and " " in found["phrase"]
        )

    def _take_word(self, found: re.Match[str], start: int, *, upper: bool) -> bool:
        word, plain = found["word"], self.view.plain
        if plain[start].isdigit():
            if len(word) > 3 or (self.parts and self.parts[-1][0] != PROPER):
                return False
        elif (
            (not upper and not self._fills_gap(start, word))
            or (upper and (self._is_other(start) or (self.placed and self.anchor.grammar != "công ty")))
            or (
                self.capitals
                and (word in _STOPS or self.anchor.grammar != "công ty" or not plain[start : found.end()].isupper())
            )
        ):
            return False
        self.parts.append((PROPER, start, found.end()))
        self.end = self.stem = found.end()
        self.acted = False
        return True

    def _is_other(self, start: int) -> bool:
        return not self.capitals and begins_name(self.view.plain, start)

    def _fills_gap(self, start: int, word: str) -> bool:
        """Whether a small word stands inside a company's name: a capital follows soon, and it is no verb or preposition."""
        if self.anchor.grammar != "công ty" or word in _STOPS or not self.parts:
            return False
        return _SMALL_THEN_CAPITAL.match(self.view.plain, start) is not None

    def leave_person(self) -> None:
        """Give back a person's name that the walk took for the end of the organisation's."""
        tail = len(self.parts)
        while tail and self.parts[tail - 1][0] == PROPER:
            tail -= 1
        proper = self.parts[tail:]
        surnames = lexicon.surnames()
        for place, (_, start, end) in enumerate(proper):
            left = len(proper) - place
            word = self.view.plain[start:end]
            certain = surnames.get(word.title() if self.capitals else word)
            after_post = _POST_BEFORE.search(self.view.plain, max(0, self.start - 24), self.start) is not None
            if (
                certain is not None
                and 2 <= left <= 4
                and (place or tail)
                and (after_post or (certain and left >= 3 and not self._is_namesake()))
            ):
                before = self.parts[: tail + place]
                self.parts = before
                self.end = self.stem = before[-1][2] if before else self.head_end
                return

    def _is_namesake(self) -> bool:
        return self.view.lower.startswith(("trường", "quỹ", "bệnh viện", "giải"), self.start)

    def before_place(self) -> int:
        """Where the name ends without the place at its end."""
        words = [end for kind, _, end in self.parts if kind != PLACE]
        return words[-1] if words else self.head_end

    def is_name(self) -> bool:
        """Whether what was walked makes a name and not a common noun."""
        if not self.parts:
            return False
        plain, kinds = self.view.plain, {kind for kind, _, _ in self.parts}
        first = plain[self.parts[0][1]]
        if self.anchor.grammar == "nước":
            return PLACE in kinds and (first.isupper() or self.anchor.name in ("Tổ chức", "Cơ quan")) and self._ends_abroad()
        if plain[self.start].islower():
            return (first.isupper() or first.isdigit()) and kinds != {PLACE}
        if self.anchor.grammar in ("đơn vị", "báo"):
            return first.isupper()
        return first.isupper() or len(self.parts) > 1

    def _ends_abroad(self) -> bool:
        known, _ = known_place(self.view.plain, self.parts[-1][1])
        return (
            known is not None
            and known.casefold() in lexicon.country_names()
            and len(self.parts) > (self.anchor.name != "Đại sứ quán")
        )


_SMALL_THEN_CAPITAL = re.compile(rf"\w+(?: \w+)? [{CAPITAL}]")
_POST_BEFORE = re.compile(
    r"(?:[Gg]iám đốc|[Cc]hủ tịch|[Tt]rưởng|[Hh]iệu phó|[Bb]í thư|[Cc]hủ nhiệm|[Bb]iên tập|[Tt]hư ký|[Đđ]ốc|[Pp]hó) $"
)


def begins_name(plain: str, start: int) -> bool:
    """Whether another organisation's name, or the head of one, begins at `start`."""
    automaton, end = lexicon.anchors(), start
    for _ in range(4):
        space = plain.find(" ", end + 1, end + 14)
        end = space if space > 0 else min(len(plain), end + 14)
        word = plain[start:end].rstrip(",.;:)\n\t")
        if automaton.exists(word):
            _, found = automaton.get(word)
            if any(anchor.grammar != OTHER for anchor in found):
                return True
        if space < 0:
            break
    return False
