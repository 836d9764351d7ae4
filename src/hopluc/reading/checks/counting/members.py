"""Members (thành phần của một tập thể): so many persons, against the posts and numbers that are told behind them.

`11 người: một Chủ tịch, hai Phó Chủ tịch, một thư ký và sáu ủy viên`: an item with a number stands for so many, one without for one.
"""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.counted import UNITS, number_of
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_COUNT = rf"0?\d{{1,2}}|{'|'.join(UNITS)}"
_WHOLE = Pattern(
    rf"(?<![\w.,/-])(?P<number>{_COUNT}) (?P<noun>người|thành viên|ủy viên|uỷ viên|đồng chí)(?: (?:chính thức|tham gia))?(?:: | \(|,? (?:gồm|gồm có|bao gồm|trong đó có|là) )(?P<list>[^.;:\n()]{{10,260}})",
    re.IGNORECASE,
)
_NOUNS = cues(" người", " thành viên", " ủy viên", " uỷ viên", " đồng chí")
_ITEM = Pattern(
    rf"(?:(?P<number>{_COUNT}) )?(?P<post>(?:[Pp]hó )?(?:[Cc]hủ tịch|[Tt]rưởng|[Gg]iám đốc|[Bb]an|[Tt]hư ký|[Kk]ế toán|[Ủủ]y viên|[Uu]ỷ viên|[Tt]hành viên|[Đđ]iều phối viên|[Tt]ổ trưởng|[Tt]ổ phó|[Hh]iệu|[Vv]iện|[Tt]hủ quỹ|[Cc]huyên viên|[Cc]huyên gia|[Cc]án bộ|[Cc]hánh|[Nn]hân viên|[Kk]ỹ sư|[Ll]ái xe|[Bb]ảo vệ|[Pp]hản biện|[Đđ]ại diện|[Cc]ố vấn|[Tt]rợ lý)\b[^,]{{0,40}})"
)
_DIVIDED = Pattern(r"(?:, và |, | và )(?=(?:" + _COUNT + r") |(?:[Pp]hó )?[^\W\d])")
_FEWEST = 2

CASES = (
    ("sum_mismatch", "Hội đồng gồm {11|10} người: một Chủ tịch, hai Phó Chủ tịch, một thư ký và sáu ủy viên."),
    ("sum_mismatch", "Ban Quản lý có {8|9} người, gồm Giám đốc, Phó Giám đốc, kế toán và 6 điều phối viên."),
)


def check_members(case: Case) -> Iterator[Record]:
    """Numbers of persons that are not those of the posts told behind them."""
    for word in cued(case, _NOUNS, Pattern(r" \w+")):
        found = _WHOLE.match(case.plain, max(0, case.plain.rfind(" ", max(0, word.start() - 6), word.start()) + 1))
        if found is None:
            continue
        items = _DIVIDED.split(found["list"].strip().rstrip(")"))
        told = [_ITEM.fullmatch(item.strip()) for item in items]
        numbers = [one for one in told if one]
        if len(numbers) < len(items) or len(items) < _FEWEST or not any(one["number"] for one in numbers):
            continue
        values = [number_of(one["number"]) if one["number"] else 1 for one in numbers]
        number, span = number_of(found["number"]), Span(*found.span())
        note = f"{' + '.join(map(str, values))} = {sum(values)}"
        if sum(values) == number:
            yield passed(f"{note}, đúng với văn bản ghi.", [span])
        else:
            yield fault("sum_mismatch", f"{note}, văn bản ghi {number}: {quoted(case.words(span))}.", [span])
