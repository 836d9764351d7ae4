"""Denials (điều trái với lời nói chung): what is said of all of a kind, or of none, and one of that kind told to be otherwise.

`Tất cả các xã đã có nhà văn hóa` beside `xã Tà Nung chưa có nhà văn hóa`; `không nhận được đơn khiếu nại nào` beside `2 đơn khiếu nại`.
What is done is taken from the sentence itself, so that any deed of any kind of thing can be compared.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.cues import places
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import CAPITAL, Pattern

_NUMBER = rf"\d{{1,4}}|[Mm]ột(?! số)|{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in NUMBERS)}"
_W = r"[^\W\d_]+"
# "tất cả các xã của huyện Bắc Nậm đã có nhà văn hóa", "100% nhiệm vụ giao trong quý II đã hoàn thành", "Cả 12 doanh nghiệp đều có".
_ALL = Pattern(
    rf"(?:ất cả|oàn bộ|00 ?%|(?<=[Cc])ả|ọi)(?: (?:các|những|số|{_NUMBER}))*"
    rf"(?P<noun>(?: {_W}){{1,3}}?)(?P<more>(?: [^.;:,\n ]+){{0,12}}?),? (?:(?:đều|đã|cũng|luôn|cùng) )+(?:được )?(?P<deed>{_W}(?: {_W}){{1,5}})"
)
_ALL_STARTS = cues("ất cả ", "oàn bộ ", "00% ", "00 % ", "ả ", "ọi ")
# "Các đại biểu nhất trí 100%", "thành viên Hội đồng thống nhất tuyệt đối".
_WHOLLY = Pattern(
    rf"(?:ác|hành viên|ại biểu)(?P<noun>(?: {_W}){{1,3}}?) (?:đều |đã )?(?P<deed>nhất trí|đồng ý|tán thành|thống nhất|đồng thuận|ủng hộ)(?: \(?(?:100 ?%|tuyệt đối|hoàn toàn)\)?)(?P<more>)"
)
_WHOLLY_STARTS = cues("ác đại biểu ", "ác thành viên ", "ác ủy viên ")
# "không nhận được đơn khiếu nại nào", "chưa có sản phẩm nào được cấp chỉ dẫn địa lý".
_NONE = Pattern(
    rf"(?:hông|hưa)(?: hề)? (?:có|còn|nhận(?: được)?|ghi nhận|phát sinh|(?:để )?xảy ra|phát hiện|tiếp nhận|thu(?: được)?|tổ chức|ký(?: kết)?|mở|cấp|cử|đón)(?: bất kỳ| một)?"
    rf"(?P<noun>(?: {_W}){{1,5}}?) (?:nào|gì)\b(?P<deed>(?: {_W}){{0,7}})"
)
# "Không đơn vị nào nộp báo cáo chậm".
_NOBODY = Pattern(rf"hông(?P<noun>(?: {_W}){{1,3}}?) nào\b(?P<deed>(?: {_W}){{1,7}})")
# "Công ty chưa từng bị xử phạt".
_NEVER = Pattern(
    rf"(?P<noun>(?:Công ty|Viện|Trường|Sở|Trung tâm|Nhà máy|Hợp tác xã|Đơn vị|Tỉnh|Huyện|Xã|Đề tài|Dự án|[ÔBô]ng|Bà)(?: {CAPITAL}[^\W\d_]*){{0,5}}) (?:chưa từng|chưa bao giờ|chưa lần nào|chưa hề|không hề)(?P<deed>(?: {_W}){{2,4}})"
)
_NEVERS = cues(" chưa từng ", " chưa bao giờ ", " chưa lần nào ", " chưa hề ", " không hề ")  # what every match of it holds
_NEVER_STARTS = cues(
    "Công ty ",
    "Viện ",
    "Trường ",
    "Sở ",
    "Trung tâm ",
    "Nhà máy ",
    "Hợp tác xã ",
    "Đơn vị ",
    "Tỉnh ",
    "Huyện ",
    "Xã ",
    "Đề tài ",
    "Dự án ",
    "Ông ",
    "Bà ",
    "ông ",
)
# "nhà máy duy nhất của tỉnh sản xuất chế phẩm sinh học", beside another that does so too.
_SOLE = Pattern(
    rf"duy nhất(?: (?:của|ở|tại|trong|trên) [^.;:,\n]{{2,24}}?)? (?P<deed>(?:có|sản xuất|được|đạt|hoàn thành|thực hiện|cung cấp|áp dụng|sở hữu|đào tạo|nuôi|trồng|chế biến|xuất khẩu|nhận)(?: {_W}){{2,5}})"
)
_SOLE_STARTS = cues("duy nhất ")
_NONE_STARTS = cues("hông có ", "hông còn ", "hông nhận ", "hông ghi ", "hông phát ", "hông xảy ", "hông để ", "hông tiếp ", "hông thu ",
    "hông tổ ", "hông ký ", "hông mở ", "hông cấp ", "hông cử ", "hông đón ", "hông hề ", "hưa có ", "hưa nhận ", "hưa ghi ", "hưa phát ", "hưa xảy ",
    "hưa tổ ", "hưa ký ", "hưa mở ", "hưa cấp ", "hưa cử ", "hưa đón ", "hưa hề ", "hưa thu ")  # fmt: skip
_NOT = Pattern(r"(?:hưa|hông)(?: hề| thể| kịp| đều| được| có(?= [^\W\d_]{2}))* ")
_NOT_STARTS = cues("hưa ", "hông ")
# What says that the statement is no report of what is, or of another time.
_UNREAL = Pattern(
    r"\b(?:sẽ|phải(?! (?:tạm )?(?:dừng|ngừng|hủy|hoãn|lùi|nghỉ|trả|bỏ|đóng|làm lại|gia hạn|đền|rời))|cần|phấn đấu|mục tiêu|kế hoạch(?! được)|dự kiến|đề nghị|(?<!đạt )(?<!ứng )yêu cầu|bảo đảm|đảm bảo|để|nếu|trường hợp|khi|cơ bản|hầu hết|gần như|trừ|ngoại trừ|"
    r"năm trước|năm ngoái|kỳ trước|cùng kỳ|trước đây|trước đó|trước kia|đầu năm|đầu kỳ|lúc đầu|ban đầu|hồi|(?<!chưa )từng|nguyên|tránh|thay vì|nhằm|hãy|nên|"
    r"vốn|xưa|ngày trước|không phải|chứ)\b",
    re.IGNORECASE,
)
_MARK = Pattern(
    r"\b(?:(?:19|20)\d\d|(?:đợt|giai đoạn|vòng|quý|khóa|kỳ) (?:[1-9]\b|[IVX]{1,4}\b|một|hai|ba)|(?:6|9|sáu|chín) tháng|tháng \d{1,2})\b"
)
_PLACE = Pattern(
    rf"\b(?P<kind>[Tt]ỉnh|[Hh]uyện|[Qq]uận|[Tt]hành phố|[Tt]hị xã) (?P<name>{CAPITAL}{_W}(?: {CAPITAL}{_W})*)".replace(
        _W, r"[^\W\d_]*"
    )
)
_FUNCTION = frozenset(
    "của và các những trong là ở tại được bị đã về cho với do thuộc trên theo từ có này nói đó ấy tham khi nằm".split()
)
# A deed told by one of these is told with what follows it.
_LIGHT = frozenset("có là đạt nộp gửi làm ký mở lập cử dùng lắp nhận cấp xây đóng trả áp dụng sử ban bố đưa vào tổ".split())
# What falls under a kind, by another name.
_UNDER = {
    "doanh nghiệp": r"[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp",
    "đơn vị": r"[Ss]ở|[Pp]hòng|[Vv]iện|[Tt]rung tâm|[Tt]rường|[Cc]hi cục|[Đđ]ơn vị|[Bb]an",
    "cơ quan": r"[Ss]ở|[Bb]an|[Cc]ục|[Vv]ăn phòng|[Cc]ơ quan",
    "địa phương": r"[Hh]uyện|[Xx]ã|[Tt]hành phố|[Tt]hị xã|[Tt]ỉnh|[Đđ]ịa phương",
}
_COUNT = rf"(?<![\w.,/-])(?:{_NUMBER})"
# A comma and a number before one of the kind begin a clause of their own: `…, 3 học viên không đạt`.
_COUNTED = Pattern(r"[^.;\n]{0,6}, (?:còn |có |nhưng )?\d{1,3} $")
_NEAR, _FIGURE = 70, 14

CASES = (
    (
        "value_conflict",
        "Đến nay tất cả các trường của huyện đã có phòng máy tính.\n\nVề tồn tại, trường Nà Pheo {chưa|mới} có phòng máy tính do thiếu điện.",
    ),
    (
        "value_conflict",
        "100% hợp đồng ký trong quý II đã thanh toán xong.\n\nTuy vậy, còn 3 hợp đồng ký trong quý {II|III} chưa thanh toán.",
    ),
    (
        "value_conflict",
        "Cả 12 doanh nghiệp trong cụm đều có bể lọc nước thải. Riêng Công ty Giấy Bình Lâm {chưa|vừa} có bể lọc nước thải.",
    ),
    (
        "value_conflict",
        "Trong năm, Trung tâm không nhận được đơn tố cáo nào.\n\nCông tác tiếp dân: đã giải quyết {2 đơn tố cáo|2 đơn kiến nghị}.",
    ),
    (
        "value_conflict",
        "Đến nay tỉnh chưa có sản phẩm nào được cấp chỉ dẫn địa lý.\n\nCam Vĩnh Thuận {đã được cấp|đã nộp đơn xin} chỉ dẫn địa lý từ tháng 3.",
    ),
    (
        "value_conflict",
        "Toàn bộ số máy được kiểm định đều đạt yêu cầu. Có 4 máy {không đạt yêu cầu|được dán tem} sau kiểm định.",
    ),
    ("value_conflict", "Không đơn vị nào nộp báo cáo chậm. Sở nhắc nhở hai đơn vị {nộp báo cáo chậm|báo cáo còn sơ sài}."),
    ("value_conflict", "Trong năm năm, không đề tài nào bị dừng. Có điều, hai đề tài về thủy sản {phải|sẽ phải} dừng vì dịch bệnh."),
    ("value_conflict", "Công ty chưa từng bị xử phạt. Năm 2019, Công ty {bị xử phạt|được khen} 40 triệu đồng."),
    (
        "value_conflict",
        "Đây là nhà máy duy nhất của tỉnh sản xuất chế phẩm sinh học. Nhà máy Phú Điền {cũng|không} sản xuất chế phẩm sinh học.",
    ),
    (
        "value_conflict",
        "Các đại biểu nhất trí 100% với dự thảo. Có hai đại biểu {không nhất trí|góp ý thêm} với dự thảo.",
    ),
    (
        "value_conflict",
        "Tất cả các trường của huyện đã có phòng máy tính.\n\n{Về tồn tại|Trước đây}, trường Nà Pheo chưa có phòng máy tính.",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Claim:
    """What is said of all or of none: the words for the thing, those for the deed, and where it is said."""

    noun: str
    deed: tuple[str, ...]
    span: Span
    sentence: Span


def check_denials(case: Case) -> Iterator[Record]:
    """Each statement on all of a kind, or on none, with the first passage that tells one of them otherwise."""
    seen = set[Span]()
    for claim, against in (*_of_all(case), *_of_none(case), *_of_never(case), *_of_sole(case)):
        if claim.sentence in seen:
            continue
        denied = next((span for span in against if not _are_apart(case, claim, span)), None)
        if denied is not None:
            seen.add(claim.sentence)
            first, second = quoted(case.words(claim.span)), quoted(case.words(denied))
            yield fault("value_conflict", f"Ghi {first} nhưng nơi khác ghi {second}.", [claim.span, denied])


def _of_all(case: Case) -> Iterator[tuple[Claim, Iterator[Span]]]:
    for starts, pattern in ((_ALL_STARTS, _ALL), (_WHOLLY_STARTS, _WHOLLY)):
        for found in cued(case, starts, pattern):
            noun = _noun(found["noun"] + found["more"] if pattern is _ALL else found["noun"])
            claim = _claim(case, found, noun, _core(found["deed"]))
            if claim is not None:
                yield claim, _denied(case, claim)


def _of_none(case: Case) -> Iterator[tuple[Claim, Iterator[Span]]]:
    for found in (*cued(case, _NONE_STARTS, _NONE), *cued(case, _NOT_STARTS, _NOBODY)):
        noun = " ".join(found["noun"].split())
        deed = tuple(word for word in found["deed"].casefold().split() if word not in _FUNCTION)
        claim = _claim(case, found, noun, deed)
        if claim is not None and (" " in noun or deed):
            yield claim, _affirmed(case, claim)


def _of_never(case: Case) -> Iterator[tuple[Claim, Iterator[Span]]]:
    for found in cued(case, _NEVER_STARTS, _NEVER) if places(case.document, _NEVERS) else ():
        claim = _claim(case, found, found["noun"], tuple(found["deed"].casefold().split()))
        if claim is not None:
            did = re.compile(
                rf"{re.escape(found['noun'])}\b(?: đã| từng| lại| từng bị| cũng)* {re.escape(' '.join(claim.deed[:3]))}\b",
                re.IGNORECASE,
            )
            yield claim, (Span(*again.span()) for again in did.finditer(case.plain))


def _of_sole(case: Case) -> Iterator[tuple[Claim, Iterator[Span]]]:
    for found in cued(case, _SOLE_STARTS, _SOLE):
        claim = _claim(case, found, "duy nhất", tuple(found["deed"].casefold().split()))
        if claim is not None:
            also = re.compile(rf"\bcũng (?:đã |đang |vừa )*{re.escape(' '.join(claim.deed[:4]))}\b", re.IGNORECASE)
            yield claim, (Span(*again.span()) for again in also.finditer(case.plain))


def _claim(case: Case, found: re.Match[str], noun: str, deed: tuple[str, ...]) -> Claim | None:
    span = Span(max(0, found.start() - 1), found.end())
    sentence = case.sentence(span)
    if not noun or _UNREAL.search(case.plain, *sentence) or case.is_taken(span.start):
        return None
    return Claim(noun.casefold(), deed, span, sentence)


def _noun(words: str) -> str:
    """The one or two words that name the kind, before those that say which of it are meant."""
    kept: list[str] = []
    for word in words.split():
        if word in _FUNCTION or not word.isalpha() or word[0].isupper():
            break
        kept.append(word)
    return " ".join(kept[:2])


def _core(deed: str) -> tuple[str, ...]:
    """The first words of what is done, as many as tell it."""
    words = deed.casefold().split()
    return tuple(words[: 3 if words[0] in _LIGHT else 2])


def _denied(case: Case, claim: Claim) -> Iterator[Span]:
    """Where one of the kind is told not to have done what all have."""
    if len(claim.deed) < 2:
        return
    deed = re.compile(re.escape(" ".join(claim.deed)) + r"\b", re.IGNORECASE)
    kinds = _UNDER.get(claim.noun, re.escape(claim.noun))
    one = re.compile(
        rf"(?<!\w)(?:{kinds}|{re.escape(claim.noun.split()[0])}(?= {CAPITAL}))(?!\w)",
        0 if claim.noun in _UNDER else re.IGNORECASE,
    )
    for found in cued(case, _NOT_STARTS, _NOT):
        bare = found.end()
        start = bare if deed.match(case.plain, bare) else found.start() + found[0].index(" ") + 1
        end = deed.match(case.plain, start)
        if end is None:
            continue
        sentence = case.sentence(Span(found.start(), found.end()))
        low = max(sentence.start, found.start() - _NEAR)
        low = max(low, *(case.plain.rfind(mark, low, found.start()) + 1 for mark in ";:"))
        subject = one.search(case.plain, low, found.start())
        if subject is not None:
            yield Span(subject.start(), end.end())


def _affirmed(case: Case, claim: Claim) -> Iterator[Span]:
    """Where so many of the kind are told, or the deed alone where it is told at length, without a `không`."""
    said = r"[^.;\n]{0,50}?\b".join(map(re.escape, claim.deed[:3]))
    ways = [rf"{_COUNT} {re.escape(claim.noun)}\b" + (rf"[^.;\n]{{0,60}}?\b{said}\b" if said else "")]
    if len(claim.deed) > 3:
        ways.append(rf"\bđã(?: được)? {re.escape(' '.join(claim.deed[:4]))}\b")
    for way in ways:
        for found in re.finditer(way, case.plain, re.IGNORECASE):
            sentence = case.sentence(Span(*found.span()))
            if not re.search(r"\b(?:không|chưa)\b", case.plain[sentence.start : found.end()], re.IGNORECASE):
                yield Span(*found.span())


def _are_apart(case: Case, claim: Claim, span: Span) -> bool:
    """Whether the other is told in the same sentence, of another time or place, or as no fact."""
    sentence = case.sentence(span)
    later = span.start > claim.span.end and _COUNTED.match(case.plain, span.start - _FIGURE, span.start) is not None
    if (sentence.overlaps(claim.sentence) and not later) or _UNREAL.search(case.plain, sentence.start, span.end):
        return True
    marks, others = (set(map(str.casefold, _MARK.findall(case.plain, *one))) for one in (claim.sentence, sentence))
    if marks and others and not marks & others:
        return True
    here, there = (
        {(found["kind"].casefold(), found["name"]) for found in _PLACE.finditer(case.plain, *one)}
        for one in (claim.sentence, sentence)
    )
    kinds = {kind for kind, _ in here} & {kind for kind, _ in there} - {claim.noun}
    if any(
        {name for kind, name in here if kind == one}.isdisjoint(name for kind, name in there if kind == one) for one in kinds
    ):
        return True
    bodies, named = (
        {fact.value.canonical for fact in case.found.within("organisation", one)} for one in (claim.sentence, sentence)
    )
    return bool(bodies and named and bodies.isdisjoint(named) and not _are_members(claim, named))


def _are_members(claim: Claim, named: set[str | None]) -> bool:
    """Whether bodies named are those of the kind of which all is said."""
    kinds = re.compile(_UNDER.get(claim.noun, re.escape(claim.noun)), re.IGNORECASE)
    return all(name and kinds.match(name) for name in named)
