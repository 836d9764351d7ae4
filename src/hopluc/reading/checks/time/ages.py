"""Ages (tuổi, số năm): how old a person or a body is told to be, against the years it is told to have begun in."""

import re
from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_YEAR = r"(?:19|20)\d\d"
_BORN = Pattern(rf"inh(?: năm| ngày| tháng|)(?: \d{{1,2}}[/.-]\d{{1,2}}[/.-]| \d{{1,2}}[/.-]| )(?P<year>{_YEAR})\b")
_AGE = Pattern(
    r"(?<![\w.,-])(?:tuổi )?(?P<age>[1-9]\d)(?: tuổi|(?<=tuổi \d\d))\b(?! (?:đảng|quân|nghề|trở|đến|thọ))", re.IGNORECASE
)
_YEAR_TOLD = Pattern(rf"\b(?:[Nn]ăm(?: nay,?)?|[Tt]háng \d{{1,2}}/|\d{{1,2}}/)\s?(?P<year>{_YEAR})\b")
# "thành lập năm 1979, năm 2019 kỷ niệm 40 năm thành lập"; "Ra đời năm 2002, sau 15 năm xây dựng, đến năm 2017".
_BEGAN = Pattern(
    rf"\b(?:thành lập|ra đời|tái lập|đi vào hoạt động|có mặt|tiền thân)\b(?:,| từ| vào| trong| tại|) ?(?:từ )?(?:ngày )?(?:\d{{1,2}}[/.-]){{0,2}}(?:năm )?(?P<year>{_YEAR})\b",
    re.IGNORECASE,
)
_YEARS = Pattern(
    r"\b(?P<cue>kỷ niệm|sau|qua|trải qua|tròn|với)\s(?P<years>[1-9]\d?|hai mươi|mười|mười lăm|ba mươi) năm\b(?! (?:thực hiện|triển khai|đầu|liên tiếp|qua|gần|tới|trước|sau|nay))",
    re.IGNORECASE,
)
_WORDS = {"mười": 10, "mười lăm": 15, "hai mươi": 20, "ba mươi": 30}
_ISSUED = Pattern(r"^[^\n.]{0,40}\b(?:[Nn][Ăă][Mm]|\d{1,2}/)\s?(?P<year>(?:19|20)\d\d)[ \t]*$", re.MULTILINE)
# What nobody has before growing up, with its year before it or behind.
_DONE = r"(?:tốt nghiệp (?:đại học|cao đẳng|trường đại học|kỹ sư|bác sĩ|thạc sĩ)|bảo vệ (?:thành công )?luận án|nhận bằng (?:tiến sĩ|thạc sĩ|kỹ sư|cử nhân)|được (?:bổ nhiệm|bầu|phong)|nhận học hàm|làm (?:giám đốc|viện trưởng|hiệu trưởng))"
_GROWN = Pattern(
    rf"[Nn]ăm (?P<year>{_YEAR}),? [^.;\n\d]{{0,40}}?{_DONE}|{_DONE}[^.;,\n\d]{{0,50}} năm (?P<after>{_YEAR})", re.IGNORECASE
)
_YOUNGEST, _REACH = 20, 260
_TOP, _CLOSE = 200, 60
_BIRTHS, _BEGINNINGS = (
    cues("inh năm ", "inh ngày ", "inh tháng ", "inh 19", "inh 20"),
    cues("hành lập", "a đời", "ái lập", "đi vào hoạt động", "có mặt"),
)
# "năm nay tròn 62 tuổi", "sinh năm 1985, 32 tuổi": in the year of the document itself.
_THIS_YEAR = Pattern(r"\b(?:năm nay|hiện|nay|mới|vừa|tròn)\b|,\s$", re.IGNORECASE)
_NOW = Pattern(r"\b(?:năm nay|hiện nay|hiện|nay)(?: đã| mới| vừa| tròn| bước sang){0,2},? (?:tuổi )?$", re.IGNORECASE)
_MORE = Pattern(r"\b(?:hơn|gần|khoảng|trên|ngót|thêm)\s$")
_OTHER = Pattern(r"\b(?:cha|mẹ|vợ|chồng|con|anh|em|ông|bà|chị|thân nhân) (?:của|trai|gái)\b")

CASES = (
    ("date_conflict", "Ông Trần Văn Lộc (sinh năm 1970), năm 2020 đã {55|50} tuổi."),
    ("date_conflict", "Sinh năm 1985, năm 2015 khi mới {35|30} tuổi, chị Hạnh đã làm chủ nhiệm đề tài."),
    ("date_conflict", "Năm 2018, anh Phạm Minh Đức, 28 tuổi (sinh năm {1980|1990}), mở xưởng cơ khí."),
    ("date_conflict", "Giáo sư Trần Bảo Khê sinh năm 1948. Năm 2008, khi đã {70|60} tuổi, ông vẫn lên lớp."),
    ("date_conflict", "Ông Lý Seo Dìn sinh năm 1951. Năm nay, 2021, ông đã bước sang tuổi {75|70} nhưng vẫn minh mẫn."),
    ("date_conflict", "Kỹ sư Đặng Công Thắng sinh năm 1968. Năm {1984|1994}, sau khi tốt nghiệp đại học, ông về nhà máy."),
    ("date_conflict", "Tạp chí số 3 năm 2017\n\nÔng Lộc, Giám đốc Hợp tác xã, sinh năm 1949, năm nay tròn {62|68} tuổi."),
    ("date_conflict", "Tạp chí số 3 năm 2023\n\nÔng Lộc sinh năm 1971, năm nay {62|52} tuổi, lập hợp tác xã năm 2013."),
    ("period_conflict", "Viện thành lập năm 1979, năm 2019 kỷ niệm {45|40} năm thành lập."),
    (
        "period_conflict",
        "Tân Lâm, ngày 26 tháng 10 năm 2022\nTrung tâm Cây ăn quả (thành lập năm 2010, sau {22|12} năm hoạt động đã chọn tạo 9 giống) được nâng cấp.",
    ),
    ("period_conflict", "Ra đời năm 2002, sau {20|15} năm xây dựng và phát triển, đến năm 2017 Trung tâm đã có 3 cơ sở."),
    ("period_conflict", "Hợp tác xã ra đời năm 2001 với 7 hộ. Đến năm 2021, sau {15|20} năm, hợp tác xã có 120 hộ."),
    ("period_conflict", "Thành lập từ năm 2005, sau {10|15} năm hoạt động, đến năm 2020 Quỹ đã tài trợ 200 dự án."),
)


def check_ages(case: Case) -> Iterator[Record]:
    """Ages that are not those from the year of birth, and years of life that are not those from the founding, in one sentence."""
    for born in cued(case, _BIRTHS, _BORN):
        yield from _aged(case, born)
    for word in cued(case, _BEGINNINGS, Pattern(r"\w+")):
        sentence = case.sentence(Span(*word.span()))
        began = _BEGAN.search(case.plain, max(sentence.start, word.start() - 8), min(sentence.end, word.end() + 60))
        if began and began.start() <= word.start():
            yield from _lived(case, sentence, began)


def _aged(case: Case, born: re.Match[str]) -> Iterator[Record]:
    span = Span(*born.span())
    sentence = case.sentence(span)
    yield from _too_young(case, born)
    if not _AGE.search(case.plain, *sentence):
        sentence = _following(case, sentence)
    ages = list(_AGE.finditer(case.plain, sentence.start, sentence.end))
    years = _told_years(case, sentence, born)
    if len(ages) > 1:
        ages = [age for age in ages if 0 <= age.start() - born.end() <= _CLOSE]
    this_year = ages and (_THIS_YEAR.search(case.plain, born.end(), ages[0].start()) or ages[0].end() < born.start())
    if (ages and _NOW.search(case.plain, sentence.start, ages[0].start())) or (this_year and not years):
        years = _own_year(case)
    if len(ages) != 1 or len(years) != 1 or _OTHER.search(case.plain, sentence.start, ages[0].start()):
        return
    said, age = int(ages[0]["age"]), years[0] - int(born["year"])
    if said not in (age - 1, age, age + 1) and age > 0 and not _MORE.search(case.plain, sentence.start, ages[0].start()):
        words = Span(min(born.start() - 1, ages[0].start()), max(born.end(), ages[0].end()))
        note = f"Sinh năm {born['year']}, đến năm {years[0]} là {age} tuổi: {quoted(case.words(words))}."
        yield fault("date_conflict", note, [words])


def _following(case: Case, sentence: Span) -> Span:
    """The sentence behind one that tells a birth, where its paragraph tells of one person and gives one age."""
    place = case.layout.at(sentence.start)
    block = case.layout.blocks[place].body if place is not None else sentence
    end = min(block.end, sentence.end + _REACH)
    names = {fact.value.name for fact in case.found.within("person", Span(block.start, end))}
    ages = list(_AGE.finditer(case.plain, sentence.end, end))
    if len(names) > 1 or len(list(_BORN.finditer(case.plain, block.start, end))) > 1 or len(ages) != 1:
        return sentence
    return case.sentence(Span(*ages[0].span()))


def _too_young(case: Case, born: re.Match[str]) -> Iterator[Record]:
    """A degree or a post told with a year in which its holder was a child."""
    place = case.layout.at(born.start())
    if place is None:
        return
    block = case.layout.blocks[place].body
    end = min(block.end, born.end() + 2 * _REACH)
    names = {fact.value.name for fact in case.found.within("person", Span(block.start, end))}
    if len(names) > 1 or len(list(_BORN.finditer(case.plain, block.start, end))) > 1:
        return
    for grown in _GROWN.finditer(case.plain, born.end(), end):
        year = int(grown["year"] or grown["after"])
        if 0 < year - int(born["year"]) < _YOUNGEST:
            span = Span(grown.start(), grown.end())
            note = f"Sinh năm {born['year']}, đến năm {year} mới {year - int(born['year'])} tuổi: {quoted(case.words(span))}."
            yield fault("date_conflict", note, [Span(born.start() - 1, born.end()), span])
            return


def _own_year(case: Case) -> list[int]:
    """The year of the document itself: of its own date, or the one its first lines give it."""
    own = case.own_date
    if own is not None and own.value.year:
        return [own.value.year]
    return sorted({int(found["year"]) for found in _ISSUED.finditer(case.plain, 0, _TOP)})


def _lived(case: Case, sentence: Span, began: re.Match[str]) -> Iterator[Record]:
    spans = list(_YEARS.finditer(case.plain, began.end(), sentence.end))
    if not spans:
        sentence = _next_of_years(case, sentence)
        spans = [found for found in _YEARS.finditer(case.plain, *sentence) if found["cue"].lower() != "kỷ niệm"]
    years = _told_years(case, sentence, began)
    if not years and spans and spans[0]["cue"].lower() in ("sau", "qua", "trải qua"):
        yield from _too_long(case, began, spans[0])
    if len(spans) != 1 or len(years) != 1 or _MORE.search(case.plain, sentence.start, spans[0].start("years")):
        return
    said = spans[0]["years"].lower()
    length, age = _WORDS.get(said) or int(said), years[0] - int(began["year"])
    fits = (age,) if spans[0]["cue"].lower() == "kỷ niệm" else (age - 1, age, age + 1)
    if age > 0 and length not in fits:
        words = Span(began.start(), spans[0].end())
        note = f"Từ năm {began['year']} đến năm {years[0]} là {age} năm: {quoted(case.words(words))}."
        yield fault("period_conflict", note, [words])


def _too_long(case: Case, began: re.Match[str], told: re.Match[str]) -> Iterator[Record]:
    """More years of work than have gone by from a founding to the paper's own year."""
    said, own = told["years"].lower(), _own_year(case)
    length = _WORDS.get(said) or int(said)
    if len(own) == 1 and 0 < own[0] - int(began["year"]) < length - 1:
        words = Span(began.start(), told.end())
        note = f"Từ năm {began['year']} đến năm {own[0]} mới {own[0] - int(began['year'])} năm: {quoted(case.words(words))}."
        yield fault("period_conflict", note, [words])


def _next_of_years(case: Case, sentence: Span) -> Span:
    """The sentence right behind one that tells a founding, in its paragraph; itself where it is the last."""
    place = case.layout.at(sentence.start)
    behind = [span for span in case.layout.sentences_of(place) if span.start >= sentence.end] if place is not None else []
    return behind[0] if behind else sentence


def _told_years(case: Case, sentence: Span, but: re.Match[str]) -> list[int]:
    """The years a sentence names, once each, besides the one it begins to count from."""
    found = _YEAR_TOLD.finditer(case.plain, sentence.start, sentence.end)
    years = {int(year["year"]) for year in found if not but.start() <= year.start("year") < but.end()}
    return sorted(years)
