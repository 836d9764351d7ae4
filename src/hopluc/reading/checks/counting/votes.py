"""Votes (kết quả bỏ phiếu): those for, against and void, against the ballots that came back."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_CUE = cues("phiếu")
_NUMBER = r"(?<![\w.,/-])(?P<{}>\d{{1,4}})(?:/\d{{1,4}})?"
_FOR = Pattern(
    rf"{_NUMBER.format('first')} (?:phiếu )?(?:thuận|đồng ý|tán thành|đồng thuận|nhất trí|bầu|đạt)\b"
    rf"|(?<!không )\b(?:đồng ý|tán thành|thuận|đồng thuận)(?: có| là)?:? {_NUMBER.format('last')} phiếu",
    re.IGNORECASE,
)
_AGAINST = Pattern(
    rf"{_NUMBER.format('first')} (?:phiếu )?(?:chống|không (?:đồng ý|tán thành|đạt|thuận)|phản đối)\b"
    rf"|\b(?:không (?:đồng ý|tán thành)|phản đối|chống)(?: có| là)?:? {_NUMBER.format('last')} phiếu",
    re.IGNORECASE,
)
_VOID = Pattern(
    rf"\bphiếu trắng(?: có| là)?:? {_NUMBER.format('told')}(?: phiếu)?|{_NUMBER.format('first')} (?:phiếu )?(?:trắng|không hợp lệ|không có ý kiến|vắng|không tham gia|ý kiến khác)\b"
    rf"|\b(?:không hợp lệ|trắng|ý kiến khác|không có ý kiến)(?: có| là)?:? {_NUMBER.format('last')} phiếu",
    re.IGNORECASE,
)
_CAST = Pattern(
    r"(?<![\w.,/-])(?P<all>\d{1,3}) phiếu(?=[,:;])|(?<![\w.,/-])(?P<met>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|đại biểu) (?:có mặt|dự|tham gia)\b|\bcó mặt (?P<there>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|đại biểu)"
    r"|\b(?:thu về|thu vào|hợp lệ)(?: là| được|:)? (?P<first>\d{1,4})\b|(?<![\w.,/-])\d{1,4}/(?P<last>\d{1,4}) (?:thành viên|ủy viên|đại biểu)"
    r"|\bHội đồng(?: gồm| có)? (?P<more>\d{1,3}) (?:người|thành viên|ủy viên)",
    re.IGNORECASE,
)

CASES = (
    ("sum_mismatch", "Tổng số phiếu phát ra 25, thu về 25; đồng ý {22|20} phiếu, không đồng ý 5 phiếu."),
    ("sum_mismatch", "Kết quả bỏ phiếu: 9/9 thành viên có mặt, {7|6} phiếu thuận, 3 phiếu chống."),
    ("sum_mismatch", "Dừng đề tài: 17 phiếu, tán thành {12|13} phiếu, không tán thành 2 phiếu, phiếu trắng 2 phiếu."),
    ("sum_mismatch", "Hội đồng có 9 thành viên, 7 thành viên có mặt; kết quả kiểm phiếu: 5 phiếu đạt, {3|2} phiếu không đạt."),
    ("sum_mismatch", "Ban Chỉ đạo có 21 thành viên; có mặt {17|18} thành viên, vắng 3 thành viên có lý do."),
    ("sum_mismatch", "Hội đồng 7 người, 5 phiếu đồng ý, {3|2} phiếu không đồng ý."),
)


def check_votes(case: Case) -> Iterator[Record]:
    """Ballots for and against that do not make those that were cast, in one sentence."""
    yield from _attendance(case)
    seen = set[Span]()
    for word in cued(case, _CUE, Pattern("phiếu")):
        sentence = case.sentence(Span(*word.span()))
        if sentence in seen:
            continue
        seen.add(sentence)
        kinds = [list(pattern.finditer(case.plain, *sentence)) for pattern in (_CAST, _FOR, _AGAINST, _VOID)]
        cast, *votes, void = kinds
        counted_at = [found.span() for known in (*votes, void) for found in known]
        cast = [known for known in cast if not any(low <= known.start() < high for low, high in counted_at)]
        if not cast or any(len(found) != 1 for found in votes) or len(void) > 1:
            continue
        total = _number(cast[-1])
        counted = [_number(found[0]) for found in (*votes, void) if found]
        told = cast[-1][0].lower()
        if sum(counted) != total and (void or sum(counted) > total or len(cast) > 1 or "thu về" in told or "phiếu" in told):
            marks = [found for kind in kinds for found in kind]
            span = Span(min(found.start() for found in marks), max(found.end() for found in marks))
            note = f"{' + '.join(map(str, counted))} = {sum(counted)}, số phiếu là {total}: {quoted(case.words(span))}."
            yield fault("sum_mismatch", note, [span])


_PRESENT = Pattern(
    r"(?P<all>\d{1,3}) (?:thành viên|ủy viên|uỷ viên|người|đại biểu)[^.\d\n]{0,30}?[,;:]\s?(?:có mặt|đến dự|dự họp)(?: là| có)? (?P<there>\d{1,3})\b[^.\d\n]{0,30}?, vắng(?: mặt)?(?: là| có)? (?P<away>\d{1,3})\b"
)
_AWAY = cues("vắng ")


def _attendance(case: Case) -> Iterator[Record]:
    """Members there and away against all of them."""
    seen = set[Span]()
    for word in cued(case, _AWAY, Pattern("vắng ")):
        sentence = case.sentence(Span(*word.span()))
        if sentence in seen:
            continue
        seen.add(sentence)
        for found in _PRESENT.finditer(case.plain, *sentence):
            all_, there, away = (int(found[name]) for name in ("all", "there", "away"))
            if there + away != all_:
                note = f"{there} + {away} = {there + away}, văn bản ghi {all_}: {quoted(found[0])}."
                yield fault("sum_mismatch", note, [Span(*found.span())])


def _number(found: re.Match[str]) -> int:
    return int(next(group for group in found.groups() if group))
