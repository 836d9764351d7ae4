"""Counts (số lượng đã nêu): a number announced before a list, against the items that follow."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN, NUMBERS, SURE_NUMBERS, told_further
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import CAPITAL, Pattern

_DIGIT = Pattern(r"\d")
_ENDS_WITH_COUNT = Pattern(r"\s\d[\d.,]*(?:\s(?:đề tài|dự án|nhiệm vụ|người|%|triệu đồng|tỷ đồng|[^\W\d]{1,8}))?$")
_COLON = Pattern(r":(?!\d)")
# No paragraph announces so many lists; a text without line ends is read no further.
MOST_IN_BLOCK = 200
MOST = 60
_REACH = 420
_SPELLED_REACH = 110
_SHORT_TAIL, _FEWEST_SHORT = 2, 3
_PASSAGE = 300
_SPELLED = Pattern(
    r"\s?(?<!\w)(?<!hứ )(?:(?:gồm|có|thành|với|nêu) (?=năm ))?(?P<number>[Hh]ai|[Bb]a|[Bb]ốn|năm|Năm(?= (?:nhóm|nội dung|lĩnh vực|giải pháp|mục tiêu|vấn đề|nguyên tắc|đơn vị|sở|huyện|xã|tỉnh|doanh nghiệp|kiến nghị|bài học|nguyên nhân|hạn chế|hoạt động|hình thức|tiêu chí|nước|bước|phần)\b)|[Ss]áu|[Bb]ảy|[Tt]ám|[Cc]hín|[Mm]ười)"
    rf" (?P<noun>(?!bên\b)(?:{NOUN}))\b"
)
_SPELLED_STARTS = cues(
    *(f" {word} " for word in SURE_NUMBERS),
    *(f"{word.capitalize()} " for word in NUMBERS),
    *(f"{word} năm " for word in ("gồm", "có", "thành", "với", "nêu")),
)
# The first digit goes first, so that the search skips to it.
_COUNT = Pattern(rf"(?P<number>\d(?<![\w.,/-]\d)(?:\d|(?<=0)\d\d)?)\s{{1,2}}(?P<noun>{NOUN})\b", re.IGNORECASE)
_IN_BRACKETS = Pattern(rf"\b(?P<noun>(?:{NOUN})\b[^()\d\n]{{0,40}}?)\s?\((?P<number>0?\d{{1,2}})\)\s*$", re.IGNORECASE)
# "(4 đơn vị):", a bracket that counts what stands before it.
_COUNTED_IN_BRACKETS = Pattern(rf"\((?P<number>0?\d{{1,2}}) (?P<noun>{NOUN})\)\s*$", re.IGNORECASE)
_BEFORE_COLON = Pattern(rf"\((?P<number>0?\d{{1,2}}) (?P<noun>{NOUN})\):", re.IGNORECASE)
_NAMED = Pattern(
    r"(?:(?<!tổng )(?<!Tổng )số|điều|khoản|mục|năm|tháng|ngày|quý|thứ|lần|khóa|giai đoạn|đợt|bước|phần|cấp|bảng|hình|phụ lục|chương|trên|ít nhất|tối thiểu|tối đa|"
    r"hơn|gần|khoảng|mỗi|(?<!đến )từ|đến)\s*$",
    re.IGNORECASE,
)
# What is worked on, or turned to: before these `trên` is no bound.
_GROUND = Pattern(r"(?:lĩnh vực|nội dung|mặt|địa bàn|phương diện|khía cạnh|trụ cột|nguyên tắc|nhóm|vấn đề)", re.IGNORECASE)
_LINK = Pattern(
    r"(?:\bgồm(?: có)?|\blà|\bsau(?: đây| này)?|\bcụ thể|\bcụ thể như sau|\bnhư sau|\bgồm (?:các|những) (?P<again>[^\d:;,]{2,40}))\s*$",
    re.IGNORECASE,
)
# The list gives some of what was counted, or something else than it.
_SOME = Pattern(
    r"\b(?:trong đó|chủ yếu|như|tiêu biểu|nổi bật|điển hình|nhất là|đặc biệt|bước đầu|ưu tiên|trọng tâm|có \d)\b", re.IGNORECASE
)
_MARKS = Pattern(r"(?:^|(?<=[\s,;]))(?:\((?:\d{1,2}|[ivx]{1,4}|[a-h])\)|[a-hđ]\)|\d{1,2}\))\s")
_PLACE_NAME = Pattern(rf"(?:thành phố|thị xã|thị trấn|huyện|quận|tỉnh|xã|phường) {CAPITAL}")
_QUALITY = Pattern(r"(?:,? (?:và )?[^\W\d]{1,8}){0,4}?\s(?:chủ yếu|trọng tâm|ưu tiên|tiêu biểu|nổi bật)\b", re.IGNORECASE)
_OTHER_NOUN = Pattern(r"\b(?:các|những|một số|nhiều)\s+(?P<noun>[^\W\d]+(?:\s[^\W\d]+)?)")
OPEN_END = Pattern(r"(?:\.{3}|…|\bv\.?\s?v\.?)[\s;.,)”]*$")
_ELSE = Pattern(r"\b(?:khác|còn lại|liên quan)\b[^;]{0,30}$")
_PEOPLE = Pattern(r"thành viên|ủy viên|tổ viên|đồng chí|phó|người|vị|ông|bà")
# Names of these never hold an `và`.
_UNDIVIDED = Pattern(r"tỉnh|thành phố|quận|huyện|xã|phường|nước|quốc gia|đồng chí|thành viên|ủy viên")
# Who is counted often goes on to do what is listed: `hai đơn vị thống nhất: …`.
_ACTOR = Pattern(
    r"(?:cơ quan|đơn vị|sở|ngành|trường|viện|doanh nghiệp|công ty|tập đoàn|tổ chức|tỉnh|thành phố|địa phương|ban|tổ|nước|quốc gia|người)$"
)
# An item that stands for several.
_PLURAL = Pattern(r"(?:các|những|một số|nhiều|0?\d{1,3})\s|[^:;\n]{2,30}:\s*(?:các|những)\s", re.IGNORECASE)
_ACTIONS = (
    r"(?:nghiên cứu|xây dựng|đào tạo|bồi dưỡng|chuyển giao|ứng dụng|phát triển|hoàn thiện|tăng cường|đẩy mạnh|tổ chức|hỗ trợ|nâng cao|rà soát|"
    r"bảo tồn|quảng bá|thúc đẩy|mở rộng|đổi mới|khai thác|bảo vệ|cải tiến|kết nối|tuyên truyền|tư vấn|thẩm định|giám sát|kiểm tra|phối hợp|"
    r"trao đổi|chia sẻ|cung cấp|ban hành|triển khai|thành lập|đầu tư|mua sắm|khảo sát|đánh giá|tham mưu|huy động|thu hút|tham gia)"
)
_ACTION = Pattern(rf"{_ACTIONS}\b", re.IGNORECASE)
_ACTION_AFTER_AND = Pattern(rf"\bvà {_ACTIONS}\b")
# How the names of bodies and events begin: an `và` between two of these divides them.
BODY = Pattern(
    r"(?:Hội|Lễ|Cuộc thi|Triển lãm|Diễn đàn|Ngày hội|Tuần lễ|Kết nối|Trung tâm|Công ty|Sở|Viện|Trường|Đại học|Học viện|Chi cục|Phòng|Liên hiệp|"
    r"Ban|Đảng đoàn|Ủy ban|UBND|HĐND|Tỉnh ủy|Thành ủy|Huyện ủy|Mặt trận|Tỉnh đoàn|Đoàn Thanh niên|Cục|Vụ|Tổng cục|Bộ|Báo|Đài|Công an|Kho bạc|Tập đoàn|Ngân hàng|Hợp tác xã|Bệnh viện|Thanh tra|Văn phòng|Công văn|Kế hoạch|Quyết định|Thông báo|Nghị quyết|Chương trình)\b"
)
_AND_MORE = Pattern(r"\b(?:và|cùng)(?: với)? (?:các|những|một số|nhiều|nhân dân|đại diện)\b")
_SIGNS = {mark: Pattern(rf"[()“”{mark}]") for mark in ",;"}
_AND = Pattern(r"(?:,|\s)\s*và\s+")
# The full stop goes first, so that the search skips to it.
_STOP = Pattern(
    rf"\.(?<!(?:TP|Tp|TS|GS|\.\.)\.)(?<!ThS\.)(?<!\bKS\.)(?<!\bBS\.)(?<!\b[A-ZĐ0-9]\.)(?=\s+(?:{CAPITAL}|[“\"])|\s*$)"
)


@dataclass(frozen=True)
class Announcement:
    """A count before a colon: `number` of `noun`, and the span from the number to the colon. `firm` where the list must be all.

    `closed` where the list stands in brackets of its own.
    """

    number: int
    noun: str
    span: Span
    firm: bool
    closed: bool = False


CASES = (
    (
        "count_mismatch",
        "Kế hoạch có 0{3|5} hoạt động hướng tới kỷ niệm 15 năm thành lập, bao gồm: hội thảo; triển lãm; lễ hội mùa xuân; thi văn nghệ; các hoạt động khác.",
    ),
)


def check_counts(case: Case) -> Iterator[Record]:
    """Every count announced before a list: a fault where the list is shorter, longer or left open, a passing check where it is full."""
    for place, block, text in case.numbered:
        for found in islice(_COLON.finditer(text), MOST_IN_BLOCK) if ":" in text else ():
            colon = found.start()
            announcement = _announcement(text, colon, block.body.start)
            if announcement is not None and not (text[colon - 1] == ")" and _is_one_of_parts(case, block, announcement.noun)):
                yield from checked(case, announcement, _items(case, place, block, colon + 1))
    yield from _spelled(case)


def _is_one_of_parts(case: Case, block: Block, noun: str) -> bool:
    """Whether another block of its list counts the same in brackets before a colon: `2.1. Giống cây (07 nhiệm vụ): …`.

    Each then divides a whole told elsewhere, and what follows is told of the things counted, and is no list of them.
    """
    blocks = case.layout.blocks
    known = case.view(_bracketed)
    return sum(1 for at in known.get(noun, ()) if blocks[at].style == block.style) > 1


def _bracketed(case: Case) -> dict[str, list[int]]:
    """The blocks that count a noun in brackets before a colon, by the noun."""
    found: dict[str, list[int]] = {}
    for place, _, text in case.numbered:
        if "):" in text:
            for match in _BEFORE_COLON.finditer(text):
                found.setdefault(match["noun"].casefold(), []).append(place)
    return found


def _spelled(case: Case) -> Iterator[Record]:
    """Counts in words before a colon: `ba nội dung: …`; sides and bodies only where nothing but the list follows."""
    for found in cued(case, _SPELLED_STARTS, _SPELLED):
        place = case.layout.at(found.start())
        block = case.layout.blocks[place] if place is not None else None
        if place is None or block is None or found.end() > block.body.end:
            continue
        colon = case.plain.find(":", found.end(), min(block.body.end, found.end() + _SPELLED_REACH))
        tail, noun = case.plain[found.end() : colon], found["noun"].casefold()
        if colon < 0 or _STOP.search(tail) or _DIGIT.search(tail) or not _leads_to_list(noun, tail):
            continue
        bodies = BODY.match(case.plain, colon + 2) is not None
        if _ACTOR.match(noun) and not (_LINK.search(tail) or len(tail) <= _SHORT_TAIL or bodies):
            continue
        firm = _is_firm(tail)
        announced = Announcement(NUMBERS[found["number"].lower()], noun, Span(found.start("number"), colon), firm)
        yield from checked(case, announced, _items(case, place, block, colon + 1 - block.body.start))


def _announcement(text: str, colon: int, shift: int) -> Announcement | None:
    """The count that the words before a colon announce; None where they announce none."""
    start = max(0, colon - _REACH)
    window, found = text[start:colon], None
    if not _DIGIT.search(window):
        return None
    if window.rstrip().endswith(")"):
        found = _IN_BRACKETS.search(window[-70:]) or _COUNTED_IN_BRACKETS.search(window[-70:])
        start = colon - len(window[-70:])
    if found is None:
        start = max(0, colon - _REACH)
        found = last_count(window)
    if found is None:
        return None
    number, noun = int(found["number"]), found["noun"].casefold()
    tail = text[start + found.end() : colon]
    if _STOP.search(tail):
        return None
    if not 2 <= number <= MOST or not _leads_to_list(noun, tail):
        return None
    firm = _is_firm(tail)
    return Announcement(number, noun, Span(shift + start + found.start(), shift + colon), firm)


def _is_firm(tail: str) -> bool:
    """Whether the list is of all that was counted: `5 nội dung chủ yếu:` is, `5 nội dung, chủ yếu:` is not."""
    quality = _QUALITY.match(tail)
    return _SOME.search(tail, quality.end() if quality else 0) is None


def is_named(before: str, noun: str) -> bool:
    """Whether the words before a number make it a name or a bound: `năm 5`, `trên 300 người`; `trên 6 lĩnh vực` counts."""
    named = _NAMED.search(before, max(0, len(before) - 16))
    if named is None:
        return False
    return not (named[0].strip().casefold() in ("trên", "đến", "từ") and _GROUND.match(noun))


def last_count(window: str) -> re.Match[str] | None:
    """The last count in a text that is no name and no bound; None where there is none."""
    found = None
    for match in _COUNT.finditer(window):
        if not is_named(window[max(0, match.start() - 16) : match.start()], match["noun"]):
            found = match
    return found


def _leads_to_list(noun: str, tail: str) -> bool:
    """Whether the words between a count and a colon keep to what was counted."""
    if any(c.isdigit() for c in tail) and not _LINK.search(tail):
        return False
    if "(" in tail and ")" not in tail:
        return False
    for other in _OTHER_NOUN.finditer(tail):
        if tail[other.end() :].strip() == "" and not noun.startswith(other["noun"].split()[0].casefold()):
            return False
    link = _LINK.search(tail)
    if link and link["again"]:
        return link["again"].strip().casefold().startswith(noun)
    return link is not None or len(tail) <= 70


def _items(case: Case, place: int, block: Block, start: int) -> tuple[list[Span], bool]:
    """The items after a colon: those divided on the rest of its line, or else the list below it. The second value: by commas only."""
    rest = Span(block.body.start + start, block.body.end)
    if case.plain[rest.start : rest.end].strip():
        return items_inline(case, rest)
    return items_below(case, place), False


def items_inline(case: Case, rest: Span) -> tuple[list[Span], bool]:
    """The items that marks, semicolons or else commas divide, up to the end of the sentence. The second value: by commas only."""
    plain = case.plain
    text = plain[rest.start : rest.end]
    stop = _STOP.search(text)
    end = rest.start + (stop.start() if stop else len(text))
    marks = [mark.start() for mark in _MARKS.finditer(plain, rest.start, end)]
    if len(marks) > 1 and not plain[rest.start : marks[0]].strip():
        spans = [_stripped(plain, a, b) for a, b in zip(marks, [*marks[1:], end], strict=True)]
        return [span for span in spans if span.start < span.end], False
    by_comma = not _cuts(plain, rest.start, end, ";")
    cuts = _cuts(plain, rest.start, end, "," if by_comma else ";")
    bounds = [rest.start, *(cut + 1 for cut in cuts)], [*cuts, end]
    spans = [_stripped(plain, a, b) for a, b in zip(*bounds, strict=True)]
    return [span for span in spans if span.start < span.end], by_comma


def _stripped(plain: str, start: int, end: int) -> Span:
    while start < end and plain[start] in " \t\n,;":
        start += 1
    while end > start and plain[end - 1] in " \t\n,;":
        end -= 1
    return Span(start, end)


def _cuts(plain: str, start: int, end: int, mark: str) -> list[int]:
    """Where `mark` stands outside brackets and quotation marks."""
    cuts, depth, quoted_ = list[int](), 0, False
    if plain.find(mark, start, end) < 0:
        return cuts
    for found in _SIGNS[mark].finditer(plain, start, end):
        sign = found[0]
        if sign == mark:
            if depth == 0 and not quoted_:
                cuts.append(found.start())
        elif sign in "“”":
            quoted_ = sign == "“"
        else:
            depth = max(0, depth + (1 if sign == "(" else -1))
    return cuts


def items_below(case: Case, place: int) -> list[Span]:
    """The items of the list that a line opens: those of one style that follow, from the first number on."""
    blocks, found = case.layout.blocks, list[Block]()
    for block in blocks[place + 1 :]:
        if not found:
            if block.style in (None, "cell", "caps") or block.number not in (None, "1", "a", "I", "A", "01"):
                return []
            found.append(block)
        elif block.style == found[0].style:
            if block.number is not None and not _follows(found[-1].number, block.number):
                break
            found.append(block)
        elif _ends_list(found, block):
            break
    return [block.body for block in found]


def _ends_list(found: list[Block], block: Block) -> bool:
    """Whether a block in another style closes the list: a heading above it, or plain text after a list of dashes."""
    if block.style is None:
        return found[0].number is None or block.kind == "heading"
    return block.kind == "heading" and (found[0].level is None or (block.level or 0) < found[0].level)


def _follows(before: str | None, number: str) -> bool:
    if before is None:
        return False
    if before.isdigit() and number.isdigit():
        return int(number) == int(before) + 1
    if len(before) == len(number) == 1:
        return ord(number) - ord(before) in (1, 2) or (before, number) == ("d", "đ") or (before, number) == ("đ", "e")
    return not (before.isdigit() or number.isdigit())


def _with_one_joined(words: list[str]) -> tuple[int, ...]:
    """How many there are where the last joins one more by `và`, which begins as the first does: `hợp tác …; hợp tác … và hợp tác …`."""
    begins = " ".join(words[0].split()[:2]).casefold()
    return (len(words) + 1,) if " " in begins and f" và {begins} " in words[-1].casefold() else ()


def checked(case: Case, announced: Announcement, listed: tuple[list[Span], bool]) -> Iterator[Record]:
    """The finding on one list; none where it cannot be told how many things its items stand for."""
    items, by_comma = listed
    words = [case.plain[item.start : item.end] for item in items]
    if len(items) < 2 or _carries_counts(words) or (_PEOPLE.match(announced.noun) and told_further(case.plain, items[-1].end)):
        return
    open_end = bool(OPEN_END.search(case.plain[items[-1].start : items[-1].end + 4].split("\n")[0]))
    if OPEN_END.fullmatch(words[-1].strip()):
        items, words = items[:-1], words[:-1]
    whole = Span(announced.span.start, items[-1].end)
    evidence = [whole] if whole.end - whole.start <= _PASSAGE else [announced.span]
    what, said = f"Nêu {announced.number} {announced.noun}", quoted(case.words(announced.span))
    leaves = _leaves(case, items) if _PEOPLE.match(announced.noun) else items
    persons = _persons(case, announced, leaves)
    possible = {*_possible(words, announced, by_comma=by_comma), *_with_one_joined(words)}
    if announced.number in possible:
        yield passed(f"{what} và liệt kê đủ {announced.number}.", evidence)
    elif persons == announced.number:
        yield passed(f"{what} và nêu tên đủ {announced.number} người.", evidence)
    elif persons > 1 and persons in (len(leaves), *possible) and announced.firm and not open_end:
        yield fault("count_mismatch", f"{what} nhưng nêu tên {persons} người: {said}.", [announced.span])
    elif (
        not announced.firm
        or announced.noun in ("người", "ông", "bà")
        or persons > len(items)
        or (len(items) - 1 <= announced.number and _stand_for_several(words))
    ):
        return
    elif open_end:
        if len(items) < announced.number:
            note = f"{what} nhưng chỉ liệt kê {len(items)} rồi để dấu “…”: {said}."
            yield fault("incomplete_list", note, evidence)
    elif announced.closed or _is_certain(words, announced, by_comma=by_comma):
        yield fault("count_mismatch", f"{what} nhưng liệt kê {max(possible)}: {said}.", evidence)


def _leaves(case: Case, items: list[Span]) -> list[Span]:
    """The items, those that head a list of their own by what stands under them."""
    leaves = []
    for item in items:
        place = case.layout.at(item.start)
        under = case.layout.children.get(place, []) if place is not None and case.layout.blocks[place].body == item else []
        below = [case.layout.blocks[child].body for child in under if case.layout.blocks[child].kind == "item"]
        leaves += _leaves(case, below) if below else [item]
    return leaves


def _stand_for_several(words: list[str]) -> bool:
    """Whether an item is more than one thing (`các ủy viên`, `02 ủy viên`), or leaves the list to go on (`tài liệu khác`)."""
    return (
        any(_PLURAL.match(word) for word in words)
        or _ELSE.search(words[-1]) is not None
        or _AND_MORE.search(words[-1]) is not None
    )


def _persons(case: Case, announced: Announcement, items: list[Span]) -> int:
    """How many persons the items name where persons are announced: an item may name several (`Ủy viên: ông …, bà …`)."""
    if not _PEOPLE.match(announced.noun):
        return 0
    return sum(1 for item in items for _ in case.found.within("person", item))


def _possible(words: list[str], announced: Announcement, *, by_comma: bool) -> set[int]:
    """How many items a reader may count: the last `và` may divide two items, or stand inside one; places and people it divides."""
    if by_comma and _begin_alike(words, announced.noun):
        return {len(words) + " ".join(words).casefold().count(f" và {announced.noun.partition(' ')[0]} ")}
    if by_comma and _are_actions(words):
        return {len(words) + len(_ACTION_AFTER_AND.findall(words[-1]))}
    last = words[-1]
    counts = {len(words)}
    for found in _AND.finditer(last) if "và" in last else ():
        rest = last[found.end() :]
        alike = rest[:1].isupper() == words[0][:1].isupper() or _PLACE_NAME.match(rest) is not None
        if alike and (by_comma or len(rest.split()) >= 3) and (by_comma or not words[0][:1].isupper()):
            counts.add(len(words) + 1)
            divided = _UNDIVIDED.match(announced.noun) or (BODY.match(rest) and BODY.match(last))
            if by_comma and divided and all(word[:1].isupper() for word in words):
                counts.discard(len(words))
    return counts


def _begin_alike(words: list[str], noun: str) -> bool:
    """Whether each item begins with what is counted: `2 nhóm tác giả: nhóm …, nhóm …`."""
    first = noun.partition(" ")[0]
    return len(words) > 1 and all(word.casefold().startswith(f"{first} ") for word in words)


def _are_actions(words: list[str]) -> bool:
    """Whether each item tells of something to be done: `đào tạo nhân lực, chuyển giao công nghệ`; commas then divide nothing else."""
    return len(words) > 1 and all(_ACTION.match(word) and " " in word.strip() for word in words)


def _carries_counts(words: list[str]) -> bool:
    """Whether the items are counted themselves (`01 lớp …; 02 lớp …`): a sum, which is checked as one."""
    return all(_DIGIT.match(word) for word in words) or sum(
        _ENDS_WITH_COUNT.search(word) is not None for word in words
    ) * 2 >= len(words)


def _is_certain(words: list[str], announced: Announcement, *, by_comma: bool) -> bool:
    """Whether the list can be counted: `;` and list marks divide items; commas do so between names or words in quotation marks."""
    if not by_comma or all(word[:1] in '“"' for word in words):
        return True
    if _are_actions(words) or _begin_alike(words, announced.noun) or all(BODY.match(word) for word in words):
        return True
    if sum(1 + len(_AND.findall(word)) for word in words) < announced.number and len(words) >= _FEWEST_SHORT:
        return True  # too few even where every comma and every `và` divides
    names = all(word[:1].isupper() for word in words)
    return names and (" và " in words[-1] or _UNDIVIDED.match(announced.noun) is not None)
