"""Compositions (cơ cấu): of how many one thing is told to consist, twice, in any two places.

`Hội đồng có 7 thành viên` in one article and `Hội đồng gồm 9 thành viên` in another: the same name, the same verb of having, the same
noun and two numbers. The noun may stand before its owner, too: `5 huyện vùng dự án` where `Vùng dự án gồm 4 huyện`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import UNITS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.numbers import is_hedged
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import YEAR, Pattern
from hopluc.vietnamese import fold

_NUMBER = rf"\d{{1,4}}|{'|'.join(UNITS)}"
_W = r"[^\W\d_]+"
_NOUN = r"(?!năm|tháng|ngày|giờ|lần|triệu|tỷ|nghìn|trăm|phần|giai đoạn|bước|đợt)[^\W\d_]+"
# "Hội đồng có 7 thành viên", "Bản Quy định này gồm 14 điều", "Ban Chỉ đạo được chia thành ba tổ".
_HAS = Pattern(
    rf" (?:này |hiện |nay )?(?:có|gồm|gồm có|bao gồm|được chia (?:làm|thành)|chia (?:làm|thành)|với) (?:tất cả |tổng cộng |cả thảy |đủ )?(?P<number>{_NUMBER}) (?P<noun>{_NOUN})(?P<more>(?: {_W})?)"
)
_HAS_STARTS = cues(
    " có ",
    " gồm ",
    " bao gồm ",
    " chia làm ",
    " chia thành ",
    " được chia ",
    " này có ",
    " này gồm ",
    " hiện có ",
    " này chia ",
    " với ",
    " nay có ",
    " hiện gồm ",
)
_WHO = Pattern(
    rf"(?:^|[.;:!?\n]\s*|[-–+•]\s|\b\d+[.)]\s)(?:Điều \d+\. |[Nn]hư vậy,? |[Hh]iện (?:nay )?|[Đđ]ến nay,? |[Tt]rong đó,? )?(?P<who>{_W}(?: {_W}){{0,7}})$"
)
_OTHER = Pattern(
    r"\b(?:trước đây|trước đó|năm trước|năm ngoái|cũ|ban đầu|lúc đầu|đầu năm|thêm|tối thiểu|ít nhất|tối đa|không quá|dự kiến|sẽ|kế hoạch|cùng kỳ|thành lập|khi|nếu|trường hợp|mỗi|từng|các|những|"
    r"vắng|có mặt|dự họp|trong đó|riêng|còn|chỉ|nữ|bổ sung|thay|mới|nhiệm kỳ|khóa)\b",
    re.IGNORECASE,
)
_BODY = Pattern(
    r"(?:sở|bộ|viện|trường|vụ|cục|phòng|ban|hội|tổ|công ty|đơn vị|hội đồng|trung tâm|tỉnh|huyện|xã|thành phố|địa phương|cơ quan)",
    re.IGNORECASE,
)
_BACK = 70

CASES = (
    (
        "value_conflict",
        "Điều 4. Hội đồng có 7 thành viên, họp mỗi quý một lần.\n\nĐiều 11. Hội đồng gồm {9|7} thành viên do Giám đốc Sở quyết định.",
    ),
    (
        "value_conflict",
        "Vùng dự án gồm 4 huyện miền núi.\n\nMỗi quý phát một bản tin tới cán bộ của {5|4} huyện vùng dự án.",
    ),
    (
        "value_conflict",
        "Hội đồng có 7 thành viên, họp mỗi quý một lần.\n\n{Hội đồng|Hội đồng nghiệm thu} gồm 9 thành viên do Giám đốc Sở quyết định.",
    ),
)


@dataclass(frozen=True)
class Whole:
    """How many of what somebody or something is told to have."""

    who: str
    noun: str
    number: int
    span: Span
    sentence: Span


def check_compositions(case: Case) -> Iterator[Record]:
    """Each thing that is told to consist of two numbers of one noun, once."""
    by_noun: dict[tuple[str, str], list[Whole]] = defaultdict(list)
    for whole in _wholes(case):
        by_noun[whole.who, whole.noun].append(whole)
    for (who, _), wholes in by_noun.items():
        one = wholes[0]
        other = next(
            (known for known in wholes[1:] if known.number != one.number and not known.sentence.overlaps(one.sentence)), None
        )
        other = other or (_taken_up(case, one) if " " in who else None)
        if other is not None and _may_be_one(case, one, other):
            told = " và ".join(quoted(case.words(known.span)) for known in (one, other))
            yield fault("value_conflict", f"Một nơi ghi hai số lượng: {told}.", [one.span, other.span])


def _wholes(case: Case) -> Iterator[Whole]:
    for found in cued(case, _HAS_STARTS, _HAS):
        if is_hedged(case.plain, found.start("number")) or case.is_taken(found.start("number")):
            continue
        who = _WHO.search(case.plain, max(0, found.start() - _BACK), found.start())
        if who is None or (found[0].startswith(" này ") and _BODY.fullmatch(who["who"])):  # now this one, now that one
            continue
        span = Span(who.start("who"), found.end())
        sentence = case.sentence(span)
        if not _OTHER.search(case.plain, sentence.start, found.end()):
            name = fold(who["who"])
            yield Whole(name, _noun(found), number_of(found["number"]), span, sentence)


def _noun(found: re.Match[str]) -> str:
    return found["noun"].casefold()


def _taken_up(case: Case, one: Whole) -> Whole | None:
    """Where another number of the noun is told right before the name of its owner."""
    owner = case.small[one.span.start : one.span.start + len(one.who)]
    if not any(f"{one.noun} {of}{owner}" in case.small for of in ("", "của ", "thuộc ")):
        return None
    again = re.compile(rf"(?<![\w.,/-])(?P<number>{_NUMBER}) {re.escape(one.noun)} (?:của |thuộc )?{re.escape(owner)}\b")
    for found in again.finditer(case.small):
        sentence = case.sentence(Span(*found.span()))
        if (
            number_of(found["number"]) != one.number
            and not sentence.overlaps(one.sentence)
            and not _OTHER.search(case.plain, sentence.start, found.start())
        ):
            return Whole(one.who, one.noun, number_of(found["number"]), Span(*found.span()), sentence)
    return None


def _may_be_one(case: Case, one: Whole, other: Whole) -> bool:
    """Whether no year tells the two apart."""
    years, others = (set(YEAR.findall(case.plain, *known.sentence)) for known in (one, other))
    return not (years and others and years.isdisjoint(others)) and min(one.number, other.number) > 1
