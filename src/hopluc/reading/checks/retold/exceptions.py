"""Exceptions (ngoại lệ): `cả 12 chỉ tiêu đều đạt`, `không có dự án nào chậm`, and elsewhere one that is not so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NOUN, NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import WORD, Pattern, places_of
from hopluc.vietnamese import small

_NOUN = rf"(?P<noun>{NOUN}|hộ|đề xuất|hồ sơ|phiếu|đại biểu|học viên|sinh viên|cán bộ|thành viên|đoàn|mẫu|thủ tục|đơn thư|đơn|khoản|mục|giảng viên|gói thầu|nhà máy|xe|máy|trạm|mỏ|bản)"
_NUMBER = rf"\d{{1,4}}|[Mm]ột|{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in NUMBERS)}"
# "hoàn thành cả 12 chỉ tiêu", "Tất cả các nhiệm vụ đều đúng hạn", "100% số hộ".
_ALL = Pattern(rf"(?:ả|ất cả|oàn bộ|00 ?%(?: số)?|ọi)(?: (?:các|những|số|{_NUMBER}))?(?: (?:các|những|số))? {_NOUN}\b")
_ALL_STARTS = cues("ả ", "ất cả ", "oàn bộ ", "00% ", "00 % ", "ọi ")
_ALL_OPENS = ("cả", "Cả", "tất cả", "Tất cả", "toàn bộ", "Toàn bộ", "100", "mọi", "Mọi")
# "không có dự án nào chậm tiến độ", "không còn hồ sơ quá hạn", "không để xảy ra vụ việc".
_NONE = Pattern(
    rf"hông (?:có|còn|để xảy ra|phát sinh|xảy ra|ghi nhận|phát hiện)(?: bất kỳ| một)? {_NOUN}\b(?P<any> nào| gì)?(?P<more>[^.;:\n]{{0,70}})"
)
_NONE_STARTS = cues(
    "hông có ", "hông còn ", "hông để xảy ra ", "hông phát sinh ", "hông xảy ra ", "hông ghi nhận ", "hông phát hiện "
)
# What is done, and the words for its not being done.
_DONE = (
    (
        r"hoàn thành|đạt|vượt|đủ điều kiện",
        r"(?:chưa|không)(?: được)? (?:hoàn thành|đạt|thực hiện|đủ điều kiện)|chậm tiến độ|dở dang|chưa xong|còn chậm|không kịp",
    ),
    (
        r"đúng (?:hạn|thời hạn|tiến độ|kế hoạch)|trước hạn",
        r"(?:chậm|quá hạn|trễ hạn|không đúng|chưa đúng|chậm tiến độ|quá thời hạn)",
    ),
    (
        r"triển khai|thực hiện|khởi công|khởi động",
        r"(?:chưa|không)(?: được)? (?:triển khai|thực hiện|khởi công|khởi động|bắt đầu)",
    ),
    (
        r"nghiệm thu|quyết toán|thanh toán|giải ngân|bàn giao",
        r"chưa(?: được)? (?:nghiệm thu|quyết toán|thanh toán|giải ngân|bàn giao)",
    ),
    (
        r"phê duyệt|cấp phép|chấp thuận|công nhận|chứng nhận",
        r"(?:chưa|không)(?: được)? (?:phê duyệt|cấp phép|chấp thuận|công nhận|chứng nhận)",
    ),
    (
        r"tán thành|nhất trí|đồng ý|thông qua|đồng tình|thống nhất",
        r"(?:không|chưa) (?:tán thành|nhất trí|đồng ý|đồng tình|thông qua)|phản đối",
    ),
    (r"có mặt|dự|tham dự|tham gia", r"(?:vắng|không (?:dự|tham dự|tham gia|có mặt)|xin vắng)"),
    (r"nộp|gửi|báo cáo", r"(?:chưa|không) (?:nộp|gửi|báo cáo|có báo cáo)"),
    (r"giải quyết|trả lời|xử lý", r"(?:chưa|không)(?: được)? (?:giải quyết|trả lời|xử lý)|tồn đọng"),
)
_MEMBERS = Pattern("|".join(rf"(?P<done{at}>\b(?:{done})\b)" for at, (done, _) in enumerate(_DONE)))
_NOT = tuple(Pattern(rf"\b(?:{left})\b") for _, left in _DONE)
_PLANNED = Pattern(
    r"\b(?:sẽ|phải|cần|phấn đấu|mục tiêu|kế hoạch(?! được)|dự kiến|đề nghị|(?<!đạt )(?<!ứng )yêu cầu|bảo đảm|đảm bảo|để|nếu|trường hợp|khi|cơ bản|hầu hết|gần như|trừ|ngoại trừ|năm trước|cùng kỳ|trước đây|trước đó|đầu năm)\b",
    re.IGNORECASE,
)
_MARK = Pattern(
    r"\b(?:(?:19|20)\d\d|(?:đợt|giai đoạn|vòng|quý|khóa) (?:[1-9]|[IVX]{1,4}|một|hai|ba)|(?:6|9|sáu|chín) tháng|tháng \d{1,2})\b"
)
_STOPS = frozenset("nào gì có của và các những trong là ở tại được bị đã về cho với do".split())
# What goes on with the sentence after the counted noun, and says no more which are meant.
_GOES_ON = frozenset(
    "đều hoàn đạt vượt đúng trước sau chưa không đang cùng thực triển giai theo năm do tham nộp gửi nhất thống đồng tán".split()
)
_REACH = 110
# How far before the counted noun its number begins.
_NUMBER_REACH = 24

CASES = (
    (
        "value_conflict",
        "Đến hết tháng 9, tỉnh đã hoàn thành cả 12 chỉ tiêu của đề án.\n\nHạn chế: hai chỉ tiêu của đề án {chưa đạt là|cần giữ vững là} số bằng sáng chế và số doanh nghiệp.",
    ),
    (
        "value_conflict",
        "Tất cả các nhiệm vụ đều hoàn thành đúng hạn.\n\nTrong năm, {3 nhiệm vụ bị chậm so với hạn giao|3 nhiệm vụ được khen}.",
    ),
    (
        "value_conflict",
        "Trong kỳ báo cáo không có dự án nào chậm tiến độ.\n\nVề tồn tại, {2 dự án chậm tiến độ do thiếu vốn|2 dự án thiếu vốn}.",
    ),
    (
        "value_conflict",
        "Không có đại biểu nào phản đối dự thảo.\n\nKết quả: 20 đại biểu đồng ý, {2 đại biểu phản đối|2 đại biểu vắng}.",
    ),
    (
        "value_conflict",
        "Xã hiện không còn hộ nghèo.\n\nNăm tới xã làm nhà cho {42 hộ|42 hộ cận} nghèo.",
    ),
    (
        "value_conflict",
        "{Năm 2022|Năm 2021}, tất cả các nhiệm vụ đều hoàn thành đúng hạn.\n\nNăm 2022 có 3 nhiệm vụ bị chậm so với hạn giao.",
    ),
    (
        "value_conflict",
        "Tất cả các nhiệm vụ {đều đã|phải} hoàn thành trước tháng 12.\n\nHiện 3 nhiệm vụ chưa hoàn thành.",
    ),
)


@dataclass(frozen=True)
class Sweep:
    """What is said of all of a kind, and how one that is not so would be told."""

    noun: str
    span: Span
    sentence: Span
    against: tuple[re.Pattern[str], ...]
    words: frozenset[str]


def check_exceptions(case: Case) -> Iterator[Record]:
    """Each statement on all of a kind that another sentence belies, once."""
    for sweep in (*_of_all(case), *_of_none(case)):
        exception = next((span for span in _told_otherwise(case, sweep) if not _are_apart(case, sweep, span)), None)
        if exception is not None:
            first, second = quoted(case.words(sweep.span)), quoted(case.words(exception))
            yield fault("value_conflict", f"Ghi {first} nhưng nơi khác ghi {second}.", [sweep.span, exception])


def _of_all(case: Case) -> Iterator[Sweep]:
    for found in cued(case, _ALL_STARTS, _ALL):
        opening = case.plain[max(0, found.start() - 2) : found.end()]
        if not any(
            opening.startswith(opens, max(0, opening.find("ả") - len(opens))) or opens in opening for opens in _ALL_OPENS
        ):
            continue
        sentence = case.sentence(Span(*found.span()))
        words = case.plain[sentence.start : sentence.end]
        if _PLANNED.search(words) or case.is_taken(found.start()):
            continue
        low, high = max(sentence.start, found.start() - _REACH // 2), min(sentence.end, found.end() + _REACH)
        members = {int(match.lastgroup[4:]) for match in _MEMBERS.finditer(case.plain, low, high) if match.lastgroup}
        if not members or any(left.search(case.plain, low, high) for left in (_NOT[at] for at in members)):
            continue
        against = tuple(_less(found["noun"], _DONE[at][1]) for at in sorted(members))
        kinds = _qualifier(case.plain[found.end() : found.end() + 40])
        yield Sweep(found["noun"], Span(max(sentence.start, low), high), sentence, against, kinds)


def _less(noun: str, left: str) -> "re.Pattern[str]":
    """How some of a kind are told not to be so."""
    return re.compile(
        rf"(?<![\w.,/-])(?:{_NUMBER}|[Mm]ột số|[Vv]ài|[Nn]hiều) {re.escape(noun)}\b[^.;\n]{{0,110}}?(?:{left})\b", re.IGNORECASE
    )


def _qualifier(after: str) -> frozenset[str]:
    """The words that say which of the kind are meant: as far as they go on right after the noun."""
    kept = []
    for word in after.split():
        if not word.isalpha() or word in _STOPS or word in _GOES_ON:
            break
        kept.append(word.casefold())
    return frozenset(kept[:3]) if after[:1] == " " else frozenset()


def _of_none(case: Case) -> Iterator[Sweep]:
    for found in cued(case, _NONE_STARTS, _NONE):
        sentence = case.sentence(Span(*found.span()))
        if _PLANNED.search(case.plain, *sentence):
            continue
        kept = [word for word in WORD.findall(found["more"].casefold()) if word not in _STOPS][:2]
        if not kept:
            continue
        said = r"[^.;\n]{0,60}?\b".join(map(re.escape, kept))
        gap = r"[^.;\n]{0,60}?\b" if found["any"] else " "  # "không còn hộ nghèo" is not of "hộ cận nghèo"
        against = re.compile(
            rf"(?<![\w.,/-])(?:{_NUMBER}) {re.escape(found['noun'])}\b(?![^.;\n]{{0,60}}\bkhông\b){gap}{said}\b",
            re.IGNORECASE,
        )
        yield Sweep(found["noun"], Span(found.start() - 1, found.end()), sentence, (against,), frozenset())


def _told_otherwise(case: Case, sweep: Sweep) -> Iterator[Span]:
    """Where some of the kind are told to be otherwise: looked for round each place that names the kind, not from each letter on."""
    for pattern in sweep.against:
        for place in places_of((f" {small(sweep.noun)}",), case.small):
            found = pattern.search(case.plain, max(0, place - _NUMBER_REACH), place + len(sweep.noun) + 2 * _REACH)
            if found is not None:
                yield Span(*found.span())


def _are_apart(case: Case, sweep: Sweep, span: Span) -> bool:
    """Whether an exception is of something else: of another time, body or kind, or told as a plan, or in the same breath."""
    sentence = case.sentence(span)
    if sentence.overlaps(sweep.sentence) or _PLANNED.search(case.plain, *sentence):
        return True
    marks, others = (set(map(str.casefold, _MARK.findall(case.plain, *one))) for one in (sweep.sentence, sentence))
    if marks and others and not marks & others:
        return True
    bodies, named = (
        {fact.value.canonical for fact in case.found.within("organisation", one)} for one in (sweep.sentence, sentence)
    )
    if bodies and not bodies & named:
        return True
    return not sweep.words <= set(WORD.findall(case.plain[sentence.start : sentence.end].casefold()))
