"""Carried out (thực hiện văn bản vừa ký): what is told to be done under an agreement or a plan, dated before that was signed.

`Ngày 14/5/2019, Sở ký Biên bản ghi nhớ … Thực hiện Biên bản ghi nhớ, tháng 3/2019 hai bên mở lớp`: the paper is named by its kind alone.
"""

from collections.abc import Iterator

from hopluc.reading.checks.case import Case
from hopluc.reading.checks.cues import cued, cues
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.checks.moments import Moment, by_sentence
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern, in_small

_PAPER = r"(?:biên bản ghi nhớ|bản ghi nhớ|biên bản hợp tác|thỏa thuận(?: hợp tác| khung)?|chương trình (?:hợp tác|phối hợp)|hợp đồng|kế hoạch|quyết định|đề án|dự án|quy chế(?: phối hợp)?|nghị quyết)"
_DOES = in_small(
    rf"(?:thực hiện|triển khai|theo|căn cứ|trên cơ sở|sau khi ký(?: kết)?|ngay sau khi ký(?: kết)?)\s(?:nội dung |các nội dung )?(?P<paper>{_PAPER})(?: (?:này|nêu trên|trên|nói trên|đã ký|đã ký kết|đó))?,\s"
)
_STARTS = cues("Thực hiện ", "Triển khai ", "Theo ", "Căn cứ ", "Trên cơ sở ", "Sau khi ký ", "Ngay sau khi ký ")
_SIGNED = r"\b(?:ký(?: kết)?|ban hành|phê duyệt|thông qua)\s[^.;]{0,30}?"
_OTHER = in_small(r"\b(?:trước đó|từ trước|trước khi|năm trước|dự kiến|kể từ|đến hết|cũ|trước đây)\b")
_REACH = 700

CASES = (
    (
        "sequence",
        "Ngày 14/5/2019, Sở ký Biên bản ghi nhớ hợp tác với Trường Đại học Nông lâm. Thực hiện Biên bản ghi nhớ, tháng {3|6}/2019 hai bên mở lớp tập huấn.",
    ),
    (
        "sequence",
        "Ngày 20/8/2021, hai bên ký kết Thỏa thuận hợp tác giai đoạn 2021-2025.\nTriển khai Thỏa thuận hợp tác, ngày {12/6|12/10}/2021 Viện cử ba chuyên gia lên tỉnh.",
    ),
)


def check_carried_out(case: Case) -> Iterator[Record]:
    """Days of what was done under the paper just told to be signed that lie before its signing."""
    told = dict(by_sentence(case))
    for found in cued(case, _STARTS, Pattern(r"\w+")):
        does = _DOES.match(case.small, found.start())
        if does is None:
            continue
        sentence = case.sentence(Span(*does.span()))
        done = [
            moment
            for moment in told.get(sentence, ())
            if moment.span.start >= does.end() and moment.month and not moment.closed
        ]
        if sentence.start != does.start() or not done or _OTHER.search(case.small, *sentence):
            continue
        signed = _signed(case, told, sentence, does["paper"])
        if signed is not None and done[0].is_before(signed):
            passage = Span(sentence.start, done[0].span.end)
            note = f"{quoted(case.words(passage))} diễn ra trước khi ký ({case.words(signed.span)})."
            yield fault("sequence", note, [signed.span, passage])


def _signed(case: Case, told: dict[Span, list[Moment]], sentence: Span, paper: str) -> Moment | None:
    """When the paper was signed, by the only sentence near before that says so with one day."""
    signs = in_small(_SIGNED + paper + r"\b")
    known = [
        (moment, span)
        for span, moments in told.items()
        if sentence.start - _REACH <= span.start < sentence.start and signs.search(case.small, *span)
        for moment in moments
        if moment.day is not None and not moment.closed
    ]
    return known[0][0] if len(known) == 1 else None
