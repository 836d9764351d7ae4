"""Terms told behind a task (thời hạn nêu riêng): `Giao Sở A xây dựng đề án. Hoàn thành trong quý II/2026.`, `Thời gian hoàn thành: …`."""

import re
from dataclasses import replace

from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.work import Work

# A sentence that says no more than by when: what is to be reported on is another thing than when it is to be done.
_DONE_BY = Pattern(
    r"(?:(?:Yêu cầu|Phải|Cần|Việc này|Nội dung này) )?(?:hoàn thành|xong|kết thúc|(?:trình|hoàn thiện,? (?:gửi|trình)|gửi|(?:tổng hợp,? )?báo cáo)(?! (?:ban hành|kết quả|tình hình|tiến độ|việc))"
    r"(?: (?:(?![Dd]ự thảo|[Qq]uy chế|[Đđ]ề án|[Kk]ế hoạch|[Nn]ghị quyết|[Cc]hương trình|[Qq]uyết định|[Dd]ự án)[^.;:\n]){2,70}?)?)(?: (?:các nội dung|việc này|nhiệm vụ này|nội dung này))? (?=(?:trước|trong|chậm nhất|vào|đến hết|xong) )[^.;\n]{4,110}",
    re.IGNORECASE,
)
_LABELLED = Pattern(
    r"(?:thời gian|thời hạn|tiến độ|hạn)(?: (?:thực hiện|hoàn thành|trình|báo cáo|triển khai|giải quyết|xong))*\s?(?::|là|chậm nhất)\s?(?P<said>[^.;\n]{3,70})",
    re.IGNORECASE,
)
_OPENS = ("hoan thanh", "xong", "ket thuc", "trinh ", "bao cao ", "tong hop", "gui ", "hoan thien", "thoi ", "tien do", "han ", "yeu cau ", "phai ", "can ", "viec nay", "noi dung nay")  # fmt: skip
_MARKS = " .;,\n\t"


def with_term(work: Work, record: Record) -> Record:
    """The task with the term that the sentence right behind it says, where it has none of its own."""
    value, last = record.value, record.evidence[-1]
    if value.due or value.until or value.recurrence or value.status not in ("assigned", "planned"):
        return record
    term = _term_behind(work, last)
    if term is None:
        return record
    sentence, said = term
    period = work.found.first("period", said)
    until = work.until(said)
    due = None if period else work.due(said) or work.words(said)
    value = replace(value, due=due, until=until, recurrence=work.recurrence(said), period=_period(work, said, value.period))
    return replace(record, value=value, evidence=(*record.evidence, sentence))


def is_term(work: Work, words: Span) -> bool:
    """Whether words say no more than by when something is to be done: `Hoàn thành trong tháng 8 năm 2026`."""
    return _DONE_BY.fullmatch(work.text, words.start, words.end) is not None


def _period(work: Work, said: Span, known: object) -> object:
    """The term that the words say: two ends, or a year or a quarter; what is known already where they say none."""
    fact = work.found.first("period", said)
    time = next(work.times(said), None)
    return fact.value if fact is not None else time.period if time is not None else known


def _term_behind(work: Work, told: Span) -> tuple[Span, Span] | None:
    """The sentence right behind `told` that says no more than a term, and the words in it that say which."""
    place = work.layout.at(told.start)
    if place is None:
        return None
    start, block = told.end, work.layout.blocks[place]
    while start < block.body.end and work.text[start] in _MARKS + "/…”":
        start += 1
    if start >= block.body.end:
        following = work.layout.blocks[place + 1] if place + 1 < len(work.layout.blocks) else None
        if following is None or following.kind in ("heading", "cell"):
            return None
        start = following.body.start
    elif work.text[start - 1] not in _MARKS:
        return None
    if not work.document.folded.startswith(_OPENS, start):
        return None
    sentence = work.layout.sentence_at(start)
    end = sentence.end
    while end > start and work.text[end - 1] in _MARKS + "/":
        end -= 1
    labelled = _LABELLED.fullmatch(work.text, start, end)
    if labelled is not None:
        return Span(start, end), Span(*labelled.span("said"))
    said = Span(start, end)
    return (said, said) if _DONE_BY.fullmatch(work.text, start, end) and work.due(said) is not None else None
