"""Articles cited (dẫn điều): an article of the text itself that lies beyond its last one: `theo Điều 12 của Quy định này` of ten."""

import re
from collections.abc import Iterator
from itertools import pairwise

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_OWN = (
    r"(?:của )?(?:[Bb]ản )?(?:Quy định|Quy chế|Điều lệ|Thỏa thuận|Hợp đồng|Hiệp định|Biên bản|Bản ghi nhớ|Ghi nhớ|Nghị định|Nghị quyết|"
    r"Quyết định|Thông tư|Luật|Pháp lệnh|Chương trình|Văn bản|[Qq]uy định|[Qq]uy chế|[Tt]hỏa thuận|[Hh]ợp đồng) này\b"
)
# `theo Điều 12 của Quy chế này`, and `theo quy định tại Điều 12.` with no act named behind it.
_CITED = Pattern(
    rf"iều (?P<number>\d{{1,3}})(?: {_OWN}|(?P<bare>(?=[.;]|, (?!Điều)|\)| (?:thì|nêu trên|trên đây|dưới đây|mà|được|phải|nói trên)\b)))"
)
_POINTS = Pattern(
    r"\b(?:theo|tại|quy định ở|nêu ở|nêu tại|của|với|điểm [a-zđ]|khoản \d{1,2})(?: (?:quy định|mức|điều kiện|trình tự)(?: tại| nêu tại| ở)?)? Đ$",
    re.IGNORECASE,
)
_ACT_NAMED = Pattern(
    r"\b(?:Luật|Nghị định|Thông tư|Bộ luật|Pháp lệnh|Nghị quyết|Hiến pháp|Quyết định số|Quy chế số|Công ước|Hiệp định [A-ZĐ])\b"
)
_CITED_STARTS = cues("iều 1", "iều 2", "iều 3", "iều 4", "iều 5", "iều 6", "iều 7", "iều 8", "iều 9")
_HEADING = Pattern(r"(?<=\n)[ \t]*(?:ĐIỀU|Điều) (?P<number>\d{1,3})(?=[.:\s])")
_TOLD = Pattern(r"\b(?:gồm|có) (?:có )?(?:\d{1,2} chương,? )?(?:\d{1,2} [^\W\d]+, ?)?(?:và )?0?(?P<number>\d{1,3}) điều\b")
_ARTICLES = Pattern(
    r"(?:ợp đồng|ỏa thuận|oả thuận|uy chế|uy định|iều lệ|uyết định|iên bản)(?: này)? (?:gồm|có)(?: có)?(?: \d{1,2} chương,?)? (?P<number>\d{1,2}) điều\b"
)
_ARTICLES_STARTS = cues("ợp đồng", "ỏa thuận", "oả thuận", "uy chế", "uy định", "iều lệ", "uyết định", "iên bản")
_NAMED_AT = Pattern(
    r"có tên (?:nêu )?(?:tại|ở|trong) Điều (?P<number>\d{1,2})\b(?! (?:của )?(?:Luật|Nghị|Quyết định số|Thông))"
)
_NAMED_STARTS = cues("có tên ")
_FEWEST = 3
_BACK = 40

CASES = (
    (
        "count_mismatch",
        "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Thi hành.\nHỢP ĐỒNG MẪU\nĐiều 1. Nội dung\nBên B làm máy sấy.\nĐiều 2. Kinh phí\nBên A trả tiền.\nĐiều 3. Thi hành\nHợp đồng có {04|03} điều, lập thành 02 bản.",
    ),
    (
        "value_conflict",
        "QUYẾT ĐỊNH:\nĐiều 1. Thành lập Hội đồng gồm:\n1. Ông Quách Đình Toại, Chủ tịch;\n2. Bà Bùi Thị Lựu, Ủy viên.\nĐiều 2. Hội đồng đánh giá hồ sơ.\nĐiều 3. Các ông, bà có tên tại Điều {2|1} chịu trách nhiệm thi hành.",
    ),
    (
        "count_doubt",
        "Bản Quy định này có 14 điều, chia làm 4 chương. Vi phạm bị xử lý theo Điều {17|13} của Quy định này.",
    ),
    (
        "count_doubt",
        "QUY CHẾ\nĐiều 1. Phạm vi\nQuy chế này áp dụng cho các sở.\nĐiều 2. Xử lý vi phạm\nBên vi phạm bị xử lý theo quy định tại Điều {9|3}.\nĐiều 3. Thi hành\nCác sở thi hành Quy chế này.",
    ),
    (
        "count_doubt",
        "QUY CHẾ\nĐiều 1. Phạm vi\nQuy chế này áp dụng cho các sở.\nĐiều 2. Xử lý vi phạm\n{Bên vi phạm|Người vi phạm Luật Thanh tra} bị xử lý theo quy định tại Điều 9.\nĐiều 3. Thi hành\nCác sở thi hành Quy chế này.",
    ),
    (
        "count_doubt",
        "QUY CHẾ\nĐiều 1. Phạm vi\nQuy chế này áp dụng cho các sở.\nĐiều 2. Xử lý vi phạm\nViệc xử lý thực hiện theo Điều {9|3} của Quy chế này.\nĐiều 3. Mức xử lý\nĐơn vị vi phạm bị nhắc nhở.\nĐiều 4. Thi hành\nCác sở thi hành Quy chế này.",
    ),
    (
        "count_doubt",
        "QUY CHẾ\nĐiều 1. Phạm vi\nQuy chế này áp dụng cho các sở.\nĐiều 2. Xử lý vi phạm\nViệc xử lý thực hiện theo Điều 9 của {Quy chế này|Luật Thanh tra}.\nĐiều 3. Thi hành\nCác sở thi hành Quy chế này.",
    ),
)


def check_cited_articles(case: Case) -> Iterator[Record]:
    """Each article of the text itself that is cited and that the text has not."""
    yield from _named_there(case)
    yield from _counted(case)
    cited = list(cued(case, _CITED_STARTS, _CITED))
    if not cited:
        return
    headings = list(_HEADING.finditer(case.plain))
    numbers = [int(found["number"]) for found in headings]
    whole = numbers[:1] == [1] and all(after in (before + 1, 1) for before, after in pairwise(numbers))
    if not headings:
        yield from _beyond_told(case, cited)
    if len(numbers) < _FEWEST or not whole:
        return
    last = max(headings, key=lambda found: int(found["number"]))
    told = next((found for found in _TOLD.finditer(case.plain) if int(found["number"]) == max(numbers)), last)
    for match in cited:
        if int(match["number"]) <= max(numbers):
            continue
        sentence = case.sentence(Span(*match.span()))
        if match["bare"] is not None and not _is_of_own(case, match, sentence):
            continue
        span = Span(max(sentence.start, match.start() - _BACK), match.end())
        note = f"Dẫn {quoted('Đ' + match[0])} nhưng văn bản chỉ có {max(numbers)} điều."
        yield fault("count_doubt", note, [span, Span(*told.span())])


def _counted(case: Case) -> Iterator[Record]:
    """`Hợp đồng này có 07 điều`, against the articles of a text that has them from the first on."""
    told = list(cued(case, _ARTICLES_STARTS, _ARTICLES))
    if len(told) != 1:
        return
    numbers = _run_at(case, told[0].start())
    number, span = int(told[0]["number"]), Span(*told[0].span())
    if len(numbers) >= _FEWEST and numbers == list(range(1, len(numbers) + 1)) and len(numbers) != number:
        yield fault("count_mismatch", f"Ghi {quoted(case.words(span))} nhưng văn bản có {len(numbers)} điều.", [span])


def _run_at(case: Case, at: int) -> list[int]:
    """The numbers of the articles of the text that holds `at`: those of a decision, or of the regulation it promulgates."""
    runs: list[list[int]] = []
    for found in _HEADING.finditer(case.plain):
        number = int(found["number"])
        if number == 1:
            if found.start() > at and runs:
                break
            runs.append([])
        if runs:
            runs[-1].append(number)
    return runs[-1] if runs else []


def _named_there(case: Case) -> Iterator[Record]:
    """`Các ông, bà có tên tại Điều 2`, where another article names them and that one names nobody."""
    for found in cued(case, _NAMED_STARTS, _NAMED_AT):
        persons: dict[int, int] = {}
        headings = list(_HEADING.finditer(case.plain))
        ends = [heading.start() for heading in headings[1:]] + [len(case.plain)]
        for heading, end in zip(headings, ends, strict=True):
            named = sum(1 for _ in case.found.within("person", Span(heading.start(), min(end, found.start()))))
            persons[int(heading["number"])] = named or ("anh sách" in case.plain[heading.start() : end])
        number = int(found["number"])
        others = [article for article, named in persons.items() if named > 1 and article != number]
        if persons.get(number) == 0 and len(others) == 1:
            span = Span(found.start(), found.end())
            note = f"Dẫn {quoted(case.words(span))} nhưng Điều {number} không nêu tên ai; Điều {others[0]} mới nêu."
            yield fault("value_conflict", note, [span])


def _beyond_told(case: Case, cited: list["re.Match[str]"]) -> Iterator[Record]:
    """Articles cited as those of the text, which says itself how many it has."""
    told = next((found for found in _TOLD.finditer(case.plain) if int(found["number"]) >= _FEWEST), None)
    for match in cited if told else ():
        if told and match["bare"] is None and int(match["number"]) > int(told["number"]):
            span = Span(max(0, match.start() - 1), match.end())
            note = f"Dẫn {quoted(case.words(span))} nhưng văn bản chỉ có {told['number']} điều."
            yield fault("count_doubt", note, [span, Span(*told.span())])


def _is_of_own(case: Case, match: "re.Match[str]", sentence: Span) -> bool:
    """Whether an article cited without its act is of the text itself: no act is named in its paragraph."""
    place = case.layout.at(match.start())
    block = case.layout.blocks[place].body if place is not None else sentence
    pointed = _POINTS.search(case.plain, max(sentence.start, match.start() - _BACK), match.start())
    return (
        pointed is not None and _ACT_NAMED.search(case.plain, *block) is None and not case.found.first("legal_reference", block)
    )
