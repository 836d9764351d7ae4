"""Accounts (đối chiếu cộng, trừ trong câu): figures of one kind whose words say what they are to each other.

One figure is what there was, others went out of it, one is what is left; or one closes a row as its total. Not the order of the words
tells which, but the words around each figure: `tồn đầu kỳ 200 tấn, xuất 150 tấn, tồn cuối kỳ 60 tấn`. The less the words promise, the
nearer the figures must come before they are taken to belong together.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted, shown
from hopluc.reading.checks.numbers import Term, is_kin
from hopluc.reading.checks.sentences import Paragraph, Sentence, paragraphs
from hopluc.reading.checks.wholes.sums import is_rounded
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

_COMPARED = Pattern(
    r"\b(?:tăng(?! cường)|giảm|so với|cùng kỳ|năm trước|năm ngoái|vượt|mục tiêu|phấn đấu|bình quân|trung bình(?! khá|[,;.])|mỗi|gấp|trở lên|trở xuống|tối đa|tối thiểu|"
    r"cao hơn|thấp hơn|nhiều hơn|ít hơn|đơn giá|ha/|/ha)\b"
)
# What every match of it holds: looking for these first spares looking with the pattern.
_COMPARED_WORDS = (
    *(
        "tăng",
        "giảm",
        "so với",
        "cùng kỳ",
        "năm trước",
        "năm ngoái",
        "vượt",
        "mục tiêu",
        "phấn đấu",
        "ình quân",
        "rung bình",
        "mỗi",
        "gấp",
        "trở ",
    ),
    *("tối ", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "đơn giá", "ha/", "/ha"),
)
# What says that a figure closes a row: before it, or behind it.
_CLOSES = Pattern(
    r"\b(?:tổng|cộng|cả thảy|tất cả|hết thảy|hết cả|vị chi|cả (?:năm|đợt|kỳ|giai đoạn)|cả (?:hai|ba|bốn|năm|\d) [^\W\d]+|như vậy|như thế|thế là|nghĩa là|tính chung|"
    r"gộp lại|(?:nâng|đưa) [^.;\d]{2,60} lên)\b",
    re.IGNORECASE,
)
# What every match of it holds.
_CLOSING_WORDS = tuple("tổng|cộng|cả |thảy|hết cả|vị chi|như vậy|như thế|thế là|nghĩa là|tính chung|gộp lại| lên".split("|"))
_CLOSES_BEHIND = Pattern(r"[^.;\d]{0,24}\b(?:tất cả|cả thảy|tổng cộng|hết thảy|cả hai|cả ba)\b")
_OPENS_SENTENCE = Pattern(
    r"(?:Tổng|Cộng|Như vậy|Như thế|Tính chung|Tất cả|Cả (?:hai|ba|bốn|năm|\d)|Gộp lại|Thế là|Vị chi|Tính (?:cả|gộp|tổng)|Cộng (?:lại|dồn|cả)|(?:Hai|Ba|Bốn|Các|Những) [^.;,\d]{2,40}? (?:cộng lại|gộp lại|tổng cộng|có tất cả))\b"
)
_STILL = Pattern(r"(?:Còn|Số còn lại|Hiện còn|Nay còn|Phần còn lại|Như vậy,? còn|Vẫn còn)\b")
# What a figure is to the others, by the words before it or right behind what it counts.
_LEFT = Pattern(
    r"\b(?:còn(?! (?:phải|có|được))|dư|cuối (?:kỳ|năm|tháng|quý)|lãi|lời|lợi nhuận|chênh lệch|thiếu|hụt|hoàn trả|hoàn lại|nộp trả|trả lại|thu hồi|để lại|"
    r"chưa|đang|chờ|thêm|bổ sung|bỏ dở|dở dang|quá hạn|vắng)\b",
    re.IGNORECASE,
)
_LEFT_WORDS = (
    *(
        "òn ",
        "dư",
        "cuối",
        "lãi",
        "lời",
        "lợi nhuận",
        "chênh lệch",
        "thiếu",
        "hụt",
        "hoàn ",
        "trả lại",
        "thu hồi",
        "để lại",
        "chưa",
        "đang",
        "chờ",
        "thêm",
        "bổ sung",
    ),
    *("dở", "quá hạn", "vắng", "nộp trả"),
)
_OUT = Pattern(
    r"\b(?:đã|hiện có|chi|chi phí|dùng|sử dụng|xuất|loại|giải ngân|tiêu thụ|trừ|trả|hoàn thành|bỏ|nghỉ|chuyển|thanh toán|phát|cho vay|xong|nghiệm thu|quyết toán|mới|(?<!tiền )bán)\b",
    re.IGNORECASE,
)
_IN = Pattern(
    r"\b(?:được cấp|cấp|thu|tổng|nhận|tiếp nhận|giao|cần|đầu (?:kỳ|năm|tháng|quý)|doanh thu|kế hoạch|trong số|(?<!đã )(?<!hiện )(?<!mới )có|vay|được duyệt|dự toán|vốn|tiền bán|bán được|mua|gửi|nộp|đăng ký|lập)\b",
    re.IGNORECASE,
)
_AWAY = Pattern(r"\b(?:nghỉ|xuất|chuyển đi|bán|loại|thôi|thanh lý|trả|chi|giải thể|rút)\b")
_COMES = Pattern(r"\b(?:thêm|tuyển|nhập|bổ sung|nhận|tiếp nhận|kết nạp|thành lập mới|mua|thu)\b")
_SUBSET = Pattern(r"\b(?:trong đó|riêng|bao gồm|kể cả|trong số (?:đó|này))\b", re.IGNORECASE)
# "gồm Trưởng ban, 2 Phó Trưởng ban và 9 ủy viên": one without a number stands for one.
_UNNUMBERED = Pattern(r"\b(?:gồm|có|là|bao gồm|:)\s[^,:\d]{3,60}, $")
_OTHERS = Pattern(r"\bkhác\b|…|\.\.\.|\bv\.\s?v|\bmột số\b")
_REST = Pattern(r"\bcòn lại\b")
_TOTAL = Pattern(r"\b(?:tổng|toàn bộ|tất cả)\b", re.IGNORECASE)
_LABEL = Pattern(r"[^\W\d]+ (?:có|là|được|:)?\s?$")
_THREE, _FEWEST, _MOST = 3, 2, 10
# How far a total told openly may lie from its parts, and what is left from what it should be, to be a slip.
_LOW, _HIGH = Decimal("0.75"), Decimal("1.34")
_NEAR = Decimal("0.12")
_OFF = Decimal("0.25")
_PASSAGE = 450
# Of so few things one more or less is a slip.
_SMALL = 20

CASES = (
    ("sum_mismatch", "Vụ xuân gieo 1.250 ha, vụ mùa gieo 980 ha; diện tích cả năm đạt {2.320|2.230} ha."),
    ("sum_mismatch", "Xã Tân Hòa có 36 hộ, xã Phú Lộc 28 hộ, xã Bình An 41 hộ. Như vậy đã có {115|105} hộ được hỗ trợ."),
    (
        "sum_mismatch",
        "Có 3 đợt kiểm tra: đợt 1 kiểm tra 20 cơ sở, đợt 2 kiểm tra 35 cơ sở, đợt 3 kiểm tra 25 cơ sở. Như vậy đã kiểm tra {90|80} cơ sở.",
    ),
    ("sum_mismatch", "Huyện Nam Sài trồng 120 ha, huyện Bắc Nậm trồng 80 ha. Hai huyện cộng lại được {210|200} ha."),
    ("sum_mismatch", "Viện có 4 phòng, 2 trung tâm và 1 trạm thực nghiệm, tổng cộng {8|7} đơn vị trực thuộc."),
    ("sum_mismatch", "Trong 27 kiến nghị của cử tri, 18 kiến nghị đã giải quyết xong. Còn {11|9} kiến nghị đang xem xét."),
    (
        "sum_mismatch",
        "Chấm 9 bài xuất sắc, 22 bài khá, 14 bài trung bình, 3 bài không đạt. Như vậy hội đồng đã chấm {46|48} bài.",
    ),
    (
        "sum_mismatch",
        "Đầu năm Quỹ có 1.500 triệu đồng, trong năm {chi 1.200 triệu đồng, còn 240|thu thêm 240 triệu đồng, chi 1.740} triệu đồng.",
    ),
    ("sum_mismatch", "Tồn kho đầu kỳ 200 tấn, xuất 150 tấn, tồn cuối kỳ {60|50} tấn."),
    ("sum_mismatch", "Trung tâm tiếp nhận 1.420 yêu cầu, đã trả kết quả 1.180 yêu cầu và đang xử lý {260|240} yêu cầu."),
    (
        "sum_mismatch",
        "1. Thu trên địa bàn\n- Thu nội địa: 500 triệu đồng\n- Thu nhập khẩu: 200 triệu đồng\n{|2. }Tổng số thu được hưởng: 730 triệu đồng",
    ),
    (
        "sum_mismatch",
        "Đầu năm Viện có 120 người, trong năm tuyển thêm 15 người, nghỉ hưu 5 người; cuối năm còn {132|130} người.",
    ),
)


def check_accounts(case: Case) -> Iterator[Record]:
    """Rows closed by their total, and what is left of what there was, wherever the words tell them."""
    above: list[Paragraph] = []
    for paragraph in paragraphs(case):
        earlier: list[Sentence] = []
        for sentence in paragraph.sentences:
            opens = _OPENS_SENTENCE.match(sentence.words) or (earlier and _STILL.match(sentence.words))
            if sentence.figures == 1 and not opens:
                earlier = [*earlier[-2:], sentence]
                continue
            if "\t" in sentence.words or "|" in sentence.words or _compares(sentence.words):
                earlier = []
                continue
            closes = any(map(sentence.small.__contains__, _CLOSING_WORDS))
            record = (
                (_closed(case, sentence, earlier or _rows_above(case, above, paragraph)) if closes else None)
                or _left(case, sentence)
                or (_left_behind(case, earlier[-1], sentence) if earlier else None)
                or (_opened(case, earlier[-1], sentence) if earlier else _of_bare(case, sentence))
            )
            if record is not None:
                yield record
            earlier = [*earlier[-2:], sentence]
        record = _opens_list(case, paragraph, above) if above else None
        if record is not None:
            yield record
        above = [*above[-_MOST:], paragraph]


def _compares(words: str) -> bool:
    """Whether words set figures side by side that make no account."""
    return any(map(words.__contains__, _COMPARED_WORDS)) and _COMPARED.search(words) is not None


def _known(sentence: Sentence) -> list[int]:
    return [place for place, term in enumerate(sentence.terms) if not term.percent]


def _closed(case: Case, sentence: Sentence, earlier: list[Sentence]) -> Record | None:
    """The finding on a row that a figure closes as its total, in one sentence or over several."""
    known = _known(sentence)
    for place in reversed(known):
        total = sentence.terms[place]
        if not (_CLOSES.search(sentence.before(place)) or _CLOSES_BEHIND.match(sentence.behind(place))):
            continue
        here = [sentence.terms[at] for at in known if at < place]
        if here:
            if _UNNUMBERED.search(sentence.before(known[0])):
                continue
            if _SUBSET.search(sentence.words) or len(here) < _FEWEST:
                continue
            kin = [term for term in here if is_kin(total, term)]
            mixed = len(kin) < len(here)
            found = _summed(case, total, here, near=mixed)
            return found if found or not mixed or len(kin) < _FEWEST else _summed(case, total, kin, near=True)
        if place != known[0] or not _OPENS_SENTENCE.match(sentence.words):
            continue
        told = [term for before in earlier for term in before.terms if not term.percent]
        if total.is_money and not all(is_kin(total, term) for term in told):
            rows = [[term for term in before.terms if is_kin(total, term)] for before in earlier]
            told = [row[0] for row in rows] if all(len(row) == 1 for row in rows) else []
        if any(_SUBSET.search(before.words) or _OPENS_SENTENCE.match(before.words) for before in earlier):
            continue
        last = [term for term in earlier[-1].terms if _is_of(total, term, earlier)] if earlier else []
        if len(last) >= _THREE and not all(is_kin(total, term) for term in told):
            return _summed(case, total, last, near=True)
        named = total.unit is None and told and told[0].head is not None and all(term.head == told[0].head for term in told)
        if len(told) >= _FEWEST and (named or all(is_kin(total, term) for term in told)):
            return _summed(case, total, told, near=False)
    return None


def _is_of(total: Term, part: Term, earlier: list[Sentence]) -> bool:
    """Whether a figure may be a part of a total: of one kind, or people told under the noun of the total."""
    noun = (total.unit or "").partition(" ")[0].casefold()
    return is_kin(total, part) or (part.counts_people and any(noun in before.words.split() for before in earlier))


def _rows_above(case: Case, above: list[Paragraph], paragraph: Paragraph) -> list[Sentence]:
    """The lines right above with figures; none of another level: `2. Tổng số …` closes no dashes under `1. Tổng số …`."""
    rows: list[Sentence] = []
    place, blocks = paragraph.place, case.layout.blocks
    own = blocks[place].style
    for line in reversed(above):
        if (
            line.place != place - 1
            or len(line.sentences) > 1
            or not line.sentences[0].terms
            or (own not in (None, "caps") and blocks[line.place].style != own)
            or _COMPARED.search(line.sentences[0].words)
        ):
            break
        rows.insert(0, line.sentences[0])
        place = line.place
    return rows


def _opened(case: Case, before: Sentence, sentence: Sentence) -> Record | None:
    """The finding on a total that one sentence tells and the next divides, naming what is left."""
    if not ("còn lại" in sentence.words or _TOTAL.search(before.words)) or not sentence.terms or not before.terms:
        return None
    parts = [sentence.terms[place] for place in _known(sentence)]
    totals = [before.terms[place] for place in _known(before)]
    if len(parts) < _FEWEST or not totals or _CLOSES.search(sentence.words):
        return None
    rest = _REST.search(sentence.before(len(sentence.terms) - 1)) is not None
    total = totals[-1]
    alike = all(is_kin(total, part) for part in parts)
    if alike and len(totals) == 1 and (rest or (len(parts) >= _THREE and _TOTAL.search(before.before(0)))):
        return _summed(case, total, parts, near=not rest)
    return None


def _of_bare(case: Case, sentence: Sentence) -> Record | None:
    """The finding on a count and bare numbers behind it, each behind its own label: `5 trạm thì miền Bắc có 3, miền Nam có 2`."""
    if sentence.figures < _THREE or " có " not in sentence.words or len(sentence.terms) < _THREE:
        return None
    total, *parts = sentence.terms
    if len(parts) < _FEWEST or total.unit is None or any(term.percent or term.unit for term in parts) or total.percent:
        return None
    labels = [sentence.before(place) for place in range(1, len(sentence.terms))]
    if all(_LABEL.search(label) for label in labels) and total.value > max(part.value for part in parts):
        return _summed(case, total, parts, near=False)
    return None


def _opens_list(case: Case, paragraph: Paragraph, above: list[Paragraph]) -> Record | None:
    """The finding on a total of one line and the lines below it, when the last of these is reached."""
    blocks = case.layout.blocks
    last = paragraph.place + 1
    if last < len(blocks) and blocks[last].style == blocks[paragraph.place].style and blocks[last].kind == "item":
        return None
    rows = [paragraph]
    for line in reversed(above):
        if line.place != rows[0].place - 1:
            return None
        if blocks[line.place].style != blocks[paragraph.place].style:
            return _of_rows(case, line, rows)
        rows.insert(0, line)
    return None


def _of_rows(case: Case, opening: Paragraph, rows: list[Paragraph]) -> Record | None:
    told = [row.sentences[0].terms for row in rows]
    known = _known(opening.sentences[-1])
    if len(rows) < _FEWEST or any(len(terms) != 1 or terms[0].percent for terms in told) or len(known) != 1:
        return None
    sentence = opening.sentences[-1]
    total, parts = sentence.terms[known[0]], [terms[0] for terms in told]
    if _TOTAL.search(sentence.before(known[0])) and all(is_kin(total, part) for part in parts):
        return _summed(case, total, parts, near=False)
    return None


def _summed(case: Case, total: Term, parts: Sequence[Term], *, near: bool) -> Record | None:
    """The finding on parts and their total; where not all of them are of one kind they must come nearer."""
    if len(parts) > _MOST or any(term.is_money != total.is_money for term in parts):
        return None
    values = [part.value for part in parts]
    sum_ = sum(values, Decimal(0))
    first, last = min(parts[0].span.start, total.span.start), max(total.span.end, parts[-1].span.end)
    evidence = [Span(first, last)] if last - first <= _PASSAGE else [total.span, *(part.span for part in parts)]
    arithmetic = f"{' + '.join(map(shown, values))} = {shown(sum_)}"
    if sum_ == total.value:
        return None
    if any(term.hedged for term in (total, *parts)) or total.value <= 0 or is_rounded(total, parts, sum_):
        return None
    low, high = (1 - _NEAR, 1 + _NEAR) if near else (_LOW, _HIGH)
    runs = {sum(values[at:to], Decimal(0)) for at in range(len(values)) for to in range(at + 1, len(values) + 1)}
    small = near and max(sum_, total.value) <= _SMALL and abs(sum_ - total.value) <= 1 and len(parts) >= _THREE
    if not (small or low <= sum_ / total.value <= high) or total.value in runs:
        return None
    if sum_ < total.value and _OTHERS.search(case.plain, first, last):
        return None
    return fault(
        "sum_mismatch", f"{arithmetic}, văn bản ghi {shown(total.value)}: {quoted(case.words(Span(first, last)))}.", evidence
    )


def _left(case: Case, sentence: Sentence) -> Record | None:
    """The finding on what is left, where a sentence or a clause of it tells what there was and what went of it."""
    if sentence.figures < _THREE or not any(map(sentence.words.__contains__, _LEFT_WORDS)):
        return None
    for places in _groups(sentence):
        terms = [sentence.terms[place] for place in places]
        if any(term.hedged for term in terms):
            continue
        roles = [_role(sentence, place, first=place == places[0]) for place in places]
        if len(places) == _THREE and "left" in roles[:-1] and _COMES.search(sentence.before(places[roles.index("left")])):
            continue  # "đầu năm có 1.500 triệu đồng, thu thêm 240 triệu đồng và chi 1.100 triệu đồng"
        if len(places) == _THREE and sorted(roles) == ["in", "left", "out"]:
            there, gone, left = (terms[roles.index(role)] for role in ("in", "out", "left"))
            return _judged(case, there, ((-1, gone),), left)
        if len(places) > _THREE and roles[0] == "in" and roles[-1] == "left":
            signs = [_sign(sentence, place) for place in places[1:-1]]
            if all(signs):
                return _judged(case, terms[0], tuple(zip(signs, terms[1:-1], strict=True)), terms[-1])
    return None


def _left_behind(case: Case, before: Sentence, sentence: Sentence) -> Record | None:
    """The same where the sentence behind tells what is left: `Trong 27 kiến nghị, 18 kiến nghị đã xong. Còn 9 kiến nghị`."""
    if len(sentence.terms) != 1 or len(before.terms) != _FEWEST or not _STILL.match(sentence.words):
        return None
    span = Span(before.span.start, sentence.span.end)
    words = case.plain[span.start : span.end]
    return _left(case, Sentence(case, span, words, before.figures + sentence.figures))


def _groups(sentence: Sentence) -> Iterator[list[int]]:
    """The places of the figures of one kind."""
    known = _known(sentence)
    if not _THREE <= len(known) <= _MOST:
        return
    most = max(known, key=lambda place: sentence.terms[place].value)
    kin = [place for place in known if is_kin(sentence.terms[most], sentence.terms[place])]
    if len(kin) >= _THREE and len(known) - len(kin) <= 1:
        yield kin


def _role(sentence: Sentence, place: int, *, first: bool) -> str:
    """What a figure is to the others: what there was (`in`), what went of it (`out`) or what is left."""
    before, behind = sentence.before(place), sentence.behind(place)
    clause = re.split(r"[,;]\s", before)[-1]
    last = re.split(r"[,;.]", behind)[0][:30]
    for words in (clause, last):
        found = [(list(pattern.finditer(words))[-1].start(), role) for pattern, role in _ROLES if pattern.search(words)]
        left = [role for _, role in found if role == "left"]
        if left and not (first and words is clause and _IN.search(words)):
            return "left"
        if found:
            return "in" if first and words is clause and any(role == "in" for _, role in found) else max(found)[1]
    return "in" if first else ""


_ROLES = ((_LEFT, "left"), (_OUT, "out"), (_IN, "in"))


def _sign(sentence: Sentence, place: int) -> int:
    clause = re.split(r"[,;]\s", sentence.before(place))[-1]
    return 1 if _COMES.search(clause) else -1 if _AWAY.search(clause) else 0


def _judged(case: Case, there: Term, moves: Sequence[tuple[int, Term]], left: Term) -> Record | None:
    expected = there.value + sum((sign * term.value for sign, term in moves), Decimal(0))
    terms = (there, left, *(term for _, term in moves))
    span = Span(min(term.span.start for term in terms), max(term.span.end for term in terms))
    written = "".join(f" {'+' if sign > 0 else '-'} {shown(term.value)}" for sign, term in moves)
    note = f"{shown(there.value)}{written} = {shown(expected)}"
    if expected == left.value:
        return None
    parts = [left, *(term for _, term in moves)]
    if abs(expected - left.value) > _OFF * there.value or is_rounded(there, parts, there.value - expected + left.value):
        return None
    return fault("sum_mismatch", f"{note}, văn bản ghi {shown(left.value)}: {quoted(case.words(span))}.", [span])
