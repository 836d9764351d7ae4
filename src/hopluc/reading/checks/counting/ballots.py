"""Ballots (phiếu và người dự): how many were given out, came back, were valid, for and against; who was there and who was not.

The figures may stand before their words or behind them, in one sentence or in the few that follow each other.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_N = r"(?<![\w.,/-])(?P<{}>\d{{1,4}})(?![\w,.]\d)"
_FRACTION = Pattern(
    r"(?<![\w.,/-])(?P<there>\d{1,3})/(?P<all>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|đại biểu|người|đồng chí)"
    # "8/8 thành viên có mặt tán thành" is of those who are there
    r"(?! (?:có mặt|dự họp|tham dự|tham gia)[^.;,\n]{0,30}\b(?:tán thành|đồng ý|nhất trí|thông qua|biểu quyết)\b)"
)

_THERE = Pattern(
    r"\b(?:có mặt|đến dự|dự họp|tham dự)(?: là| có|:)? (?P<there>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|đại biểu|người)\b(?! vắng)",
    re.IGNORECASE,
)


_NOUN = "(?:phiếu|thành viên|ủy viên|uỷ viên|đại biểu|ý kiến|đồng chí)"


def _either(label: str, *, noun: str = _NOUN) -> Pattern:
    """A figure with its word before or behind it."""
    return Pattern(
        rf"(?:\b(?:{label})(?: là| có|:| được)*:? {_N.format('behind')}|{_N.format('before')} (?:{noun} )(?:{label})\b)",
        re.IGNORECASE,
    )


_GIVEN = _either(r"phát ra|phát hành")
_BACK = _either(r"thu về|thu vào|thu được|thu lại")
_VALID = _either(r"(?<!không )hợp lệ")
_VOID = _either(r"không hợp lệ")
_FOR = _either(r"(?<!không )(?:tán thành|đồng ý|nhất trí|thuận|đồng thuận)")
_AGAINST = _either(r"không (?:tán thành|đồng ý|nhất trí|thuận)|chống|phản đối")
_BLANK = _either(r"trắng|không có ý kiến|ý kiến khác|không biểu quyết|bỏ trắng")
_AWAY = _either(r"vắng(?: mặt)?", noun=r"(?:thành viên |ủy viên |uỷ viên |đại biểu |đồng chí )?")
_EXCELLENT = _either(r"(?:loại |mức |hạng )?xuất sắc")
_GOOD = _either(r"(?:loại |mức |hạng )?(?:khá|giỏi|tốt)")
_PASSED = _either(r"(?<!không )(?:loại |mức )?đạt(?: yêu cầu)?")
_FAILED = _either(r"(?:loại |mức )?không đạt(?: yêu cầu)?")
_WORDS = ("phiếu", "vắng", "Vắng", "iểu quyết", "tán thành ")
_MET = Pattern(r"\bcó mặt(?: là|:)? (?P<there>\d{1,3})/\d{1,3}\b")
_TOP = 3_000
_LONGEST = 420

CASES = (
    (
        "sum_mismatch",
        "Thành viên có mặt: 17/19, vắng 02.\nHiệu trưởng báo cáo.\nb) Thông qua Đề án: tán thành 15, không tán thành 1, ý kiến khác {2|1}.",
    ),
    ("sum_mismatch", "Có mặt: 10/13 người. Vắng {02|03} người có lý do."),
    ("sum_mismatch", "Số phiếu phát ra: 10; thu về: 10; hợp lệ: 10. Xuất sắc 02 phiếu, đạt {09|08} phiếu, không đạt 0 phiếu."),
    ("sum_mismatch", "Có mặt 11/13 thành viên. Biểu quyết: {9|8} phiếu tán thành, 3 phiếu không tán thành."),
    ("sum_mismatch", "Số phiếu phát ra: 25. Số phiếu thu về: 25. Số phiếu hợp lệ: 24. Số phiếu không hợp lệ: {2|1}."),
    ("sum_mismatch", "Phiếu phát ra 15, thu về {16|14}, trong đó 13 phiếu đánh giá đạt."),
    ("sum_mismatch", "Hội đồng có 9 thành viên, có mặt 7 thành viên. Bỏ phiếu: {8|6} phiếu đồng ý, 1 phiếu không đồng ý."),
    ("sum_mismatch", "Có 8/9 ủy viên có mặt. Kết quả biểu quyết: {9|8} ủy viên tán thành."),
    ("sum_mismatch", "Hội đồng gồm 11 thành viên, 9 người dự họp, {3|2} người vắng có lý do."),
    ("sum_mismatch", "Có mặt 7/9 thành viên, vắng {3|2}. Kết quả: 7/7 thành viên có mặt tán thành."),
    ("sum_mismatch", "Tham dự họp có 7/9 ủy viên, vắng {3|2} ủy viên."),
)


def check_ballots(case: Case) -> Iterator[Record]:
    """Ballots and persons present that do not make each other."""
    for _, block, text in case.numbered:
        starts = [place for word in _WORDS if (place := text.find(word)) >= 0]
        if not starts or len(text) > _LONGEST * 4:
            continue
        start = max(0, min(starts) - _LONGEST // 2)
        yield from _judged(case, text[start : start + _LONGEST], block.body.start + start)


# "Hội đồng gồm 11 thành viên, 9 người dự họp, 2 người vắng": all, those there and those away.
_ALL_THERE = Pattern(
    r"(?<![\w.,/-])(?P<all>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|đại biểu|người|đồng chí)[^.\d]{0,40}?[,;:.] ?(?:(?:có mặt|dự họp|đến dự|tham dự)(?: là| có|:)? (?P<behind>\d{1,3})\b|"
    r"(?:có )?(?P<before>\d{1,3}) (?:thành viên |ủy viên |uỷ viên |đại biểu |người |đồng chí )?(?:có mặt|dự họp|đến dự|tham dự|dự))[^.\d]{0,30}?[,;] ?(?:vắng(?: mặt)?(?: là| có|:)? (?P<less>\d{1,3})\b|"
    r"(?P<fewer>\d{1,3}) (?:thành viên |ủy viên |uỷ viên |đại biểu |người |đồng chí )?vắng)",
    re.IGNORECASE,
)


def _attendance(case: Case, words: str, shift: int) -> Iterator[Record]:
    """Those there and those away against all of them."""
    for found in _ALL_THERE.finditer(words):
        there, away, whole = int(found["behind"] or found["before"]), int(found["less"] or found["fewer"]), int(found["all"])
        if there + away != whole:
            span = Span(shift + found.start(), shift + found.end())
            yield fault(
                "sum_mismatch", f"{there} + {away} = {there + away}, văn bản ghi {whole}: {quoted(case.words(span))}.", [span]
            )


def _judged(case: Case, words: str, shift: int) -> Iterator[Record]:
    yield from _attendance(case, words, shift)
    told = {name: _only(pattern, words) for name, pattern in _KINDS.items()}
    fractions = list(_FRACTION.finditer(words))
    there = fractions[0] if len(fractions) == 1 else None
    for parts, whole, more in _SUMS:
        known = [told[name] for name in parts]
        total = told.get(whole)
        if all(known) and total:
            yield from _against(case, shift, [found for found in known if found], (total, _value(total)), more=more)
    votes = [told[name] for name in ("for", "against", "blank", "void") if told[name]]
    present = _only(_THERE, words) if there is None else None
    if present and told["for"] and told["against"] and not told["back"] and not told["given"]:
        yield from _against(case, shift, [vote for vote in votes if vote], (present, int(present["there"])), more="more")
    if there is None:
        if told["for"] and told["against"] and told["blank"] and not any(told[name] for name in ("back", "given", "valid")):
            met = case.view(_met)
            if met is not None and shift > met.end:
                yield from _of_meeting(case, met, [vote for vote in votes if vote], shift)
        return
    if told["away"]:
        yield from _against(case, shift, [told["away"]], (there, int(there["all"]) - int(there["there"])), more="not equal")
    if told["for"] and not told["back"] and not told["given"]:
        yield from _against(case, shift, [vote for vote in votes if vote], (there, int(there["there"])), more="more")


def _met(case: Case) -> Span | None:
    """Where minutes tell, once, how many of the members are there: `Thành viên có mặt: 17/19`."""
    found = list(_MET.finditer(case.plain, 0, _TOP)) if "có mặt" in case.plain else []
    return Span(*found[0].span("there")) if len(found) == 1 else None


def _of_meeting(case: Case, met: Span, votes: list[re.Match[str]], shift: int) -> Iterator[Record]:
    """Votes for, against and neither that do not make those who are there."""
    number, sum_ = int(case.plain[met.start : met.end]), sum(map(_value, votes))
    if sum_ != number:
        span = Span(shift + min(vote.start() for vote in votes), shift + max(vote.end() for vote in votes))
        arithmetic = " + ".join(str(_value(vote)) for vote in votes)
        yield fault("sum_mismatch", f"{arithmetic} = {sum_}, có mặt {number}: {quoted(case.words(span))}.", [met, span])


_KINDS = {
    "given": _GIVEN,
    "back": _BACK,
    "valid": _VALID,
    "void": _VOID,
    "for": _FOR,
    "against": _AGAINST,
    "blank": _BLANK,
    "away": _AWAY,
    "excellent": _EXCELLENT,
    "good": _GOOD,
    "passed": _PASSED,
    "failed": _FAILED,
}
# What the first make together, and whether they may be fewer than it.
_SUMS = (
    (("back",), "given", "more"),
    (("valid", "void"), "back", "not equal"),
    (("for", "against"), "valid", "more"),
    (("for", "against"), "back", "more"),
    (("for", "against", "blank"), "valid", "not equal"),
    (("excellent", "passed"), "valid", "more"),
    (("excellent", "passed"), "back", "more"),
    (("good", "passed"), "valid", "more"),
    (("passed", "failed"), "valid", "more"),
    (("passed", "failed"), "back", "more"),
)


def _only(pattern: Pattern, words: str) -> re.Match[str] | None:
    found = list(pattern.finditer(words))
    return found[0] if len(found) == 1 else None


def _value(found: re.Match[str]) -> int:
    return int(found["behind"] or found["before"])


def _against(
    case: Case, shift: int, parts: list[re.Match[str]], whole: tuple[re.Match[str], int], *, more: str
) -> Iterator[Record]:
    found, number = whole
    sum_ = sum(map(_value, parts))
    if sum_ == number or (more == "more" and sum_ < number):
        return
    marks = [*parts, found]
    span = Span(shift + min(mark.start() for mark in marks), shift + max(mark.end() for mark in marks))
    arithmetic = f"{' + '.join(str(_value(part)) for part in parts)} = {sum_}" if len(parts) > 1 else str(sum_)
    yield fault("sum_mismatch", f"{arithmetic}, trong khi là {number}: {quoted(case.words(span))}.", [span])
