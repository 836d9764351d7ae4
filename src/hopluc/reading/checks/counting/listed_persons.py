"""Persons listed (kể tên người): so many persons, against the names that follow behind a colon in the same sentence."""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import NUMBERS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_TOLD = in_small(
    rf"(?<![\w.,/-])(?P<number>0?\d{{1,2}}|{'|'.join(NUMBERS)})[ ](?P<noun>thành viên|người|đồng chí|ủy viên|uỷ viên|cán bộ|chuyên gia|đại biểu|nhà khoa học|tác giả|cá nhân|giảng viên|học viên|phó giám đốc|phó chủ tịch)"
    r"(?: [^\W\d_]+){0,6}?(?: \([^()\n]{2,40}\))?(?::| là| gồm| gồm có|, gồm| bao gồm)(?: các (?:ông|bà|ông, bà|đồng chí):?)?\s(?=\S)"
)
_STARTS = cues(" thành viên", " người", " đồng chí", " ủy viên", " uỷ viên", " cán bộ", " chuyên gia", " đại biểu", " nhà khoa học", " tác giả", " cá nhân", " giảng viên", " học viên", " phó giám đốc", " phó chủ tịch", " Phó Giám đốc", " Phó Chủ tịch")  # fmt: skip
_TITLE = in_small(r"(?:ông|bà|đồng chí|đ/c|ts|ths|pgs|gs|anh|chị|cô|thầy|kỹ sư|ks|bs|bác sĩ|tiến sĩ|thạc sĩ)\b")
_TITLES = in_small(r"(?:^|, |; |và |cùng )(?:ông|bà|đồng chí|đ/c|anh|chị|cô|thầy|ts|ths|pgs|gs)\b")
_OPEN = in_small(
    r"…|\.\.\.|\bv\.\s?v|\bkhác\b|\bcác\b|\bnhững\b|\bđại diện\b|\d\d? (?:người|đồng chí|ủy viên|uỷ viên|thành viên|cán bộ|chuyên gia)"
)
_SOME = in_small(r"\b(?:trong đó|trong số|tiêu biểu|đứng đầu|gồm cả)\b")
# What the next sentence goes on with where more persons follow.
_LEFT = in_small(r"\bcòn lại\b|\b(?:phó|thư ký|ủy viên|thành viên)\b")
_BACK, _REACH, _MOST, _SLIP, _NEXT = 6, 400, 15, 2, 80

CASES = (
    ("count_mismatch", "Vắng: {01|02} thành viên (có lý do): ông Lê Bá Sơn và bà Trần Thị Khuê."),
    ("count_mismatch", "Giúp việc Trưởng ban có {3|2} người: ông Phạm Văn Lộc và bà Đinh Thị Mơ."),
)


def check_listed_persons(case: Case) -> Iterator[Record]:
    """Numbers of persons that are not those of the persons named right behind them."""
    for word in cued(case, _STARTS, Pattern(r" [^\W\d_]+")):
        found = _TOLD.search(case.small, max(0, word.start() - _BACK), min(len(case.small), word.end() + 120))
        if found is None or not found.start() < word.start() <= found.start("noun") or case.is_taken(found.start()):
            continue
        sentence = case.sentence(Span(found.start(), found.end()))
        end = min(sentence.end, found.end() + _REACH)
        words = case.small[found.end() : end]
        if (
            not _TITLE.match(words)
            or _OPEN.search(words)
            or _SOME.search(case.small, max(sentence.start, found.start() - 20), found.end())
        ):
            continue
        persons = len(_TITLES.findall(words))
        named = sum(1 for _ in case.found.within("person", Span(found.end(), end)))
        number = number_of(found["number"])
        near = 0 < persons <= _MOST and 0 < abs(number - persons) <= _SLIP
        if near and persons == named and not _LEFT.search(case.small[end : end + _NEXT].partition("\n")[0]):
            span = Span(found.start(), end)
            yield fault(
                "count_mismatch",
                f"Nêu {number} {found['noun']} nhưng nêu tên {named} người: {quoted(case.words(span))}.",
                [span],
            )
