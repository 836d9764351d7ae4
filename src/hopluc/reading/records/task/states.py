"""Tasks by their state: a heading or the words before a colon name the task, what follows says how it stands."""

import re
from collections.abc import Iterator
from dataclasses import replace

from hopluc.reading.document import Span, words_begin, words_end
from hopluc.reading.facts import Record
from hopluc.reading.mentions.periods import Period
from hopluc.reading.page.layout import Block
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.task.forms import of_form
from hopluc.reading.records.task.work import ACTION, Work

_TASKS = Pattern(
    r"nhiem vu cu the|(?:ket qua|tinh hinh|danh muc).{0,40}(?:nhiem vu|de tai|du an|de an)|cac (?:de an|du an|de tai|nhiem vu)\b"
)
_NO_TASKS = Pattern(r"giai phap|muc tieu|quan diem|noi dung hop tac")
_ASKED = Pattern(r"kien nghi|de xuat|de nghi")
_NAMED = Pattern(r"(?:Đề án|Dự án|Đề tài|Chương trình|Nhiệm vụ|Mô hình|Kế hoạch|Công trình|Quy hoạch)\s")
_TASK_WORD = Pattern(r"(?:[Vv]iệc\s(?:thực hiện\s)?)?[Nn]hiệm vụ:?\s+(?=[^\W\d])")
# On the text without marks, where a slip in a tone mark does no harm.
_STATE = Pattern(
    r"\b(?:chuyen (?:tiep|sang)|tiep tuc thuc hien (?:trong|o) giai doan"
    r"|chua (?:duoc )?(?:trien khai|thuc hien|bat dau|hoan thanh|phe duyet|ban hanh|nghiem thu|ban giao)|tam (?:dung|hoan)|khong (?:trien khai|thuc hien)"
    r"|(?:da|co ban) (?:duoc )?(?:hoan thanh|nghiem thu|ban hanh|phe duyet|ky ket|dua vao|ban giao|chuyen giao|xay dung xong)|hoan thanh\b"
    r"|dang (?:duoc )?(?:cho (?:phe duyet|tham dinh|nghiem thu|xet duyet)|trien khai|thuc hien|xay dung|soan thao|lay y kien|hoan thien|trinh|lap))"
)
_TITLED = Pattern(
    r"(?:Tên|TÊN)\s(?:nhiệm vụ|đề tài|dự án|đề án|công trình|sáng kiến)[^:\n]{0,40}:\s*(?=[^\W\d_][^\n]{14})", re.IGNORECASE
)
# `Nhiệm vụ khảo sát …: Sở … đã hoàn thành`: the name, its colon, and the state soon after.
_LINE = Pattern(r"(?P<title>[^:;\n]{15,260}?)\s*:\s+(?=[^\W\d])")
_COUNT = Pattern(r"(?:\s[^\W\d_]+)?\s\d+\s(?!tháng|%)")  # `Hoàn thiện thể chế: đã ban hành 3 nghị quyết` counts results
_FEWEST_WORDS = 6  # less names a field of work, not a task: `Đào tạo cán bộ: …`
_REACH_OF_NAME = 264
_REACH = 100
_SHORT = 160
_OPENS = 8  # a state that a paragraph opens with begins within `Hiện đang …`


def sections(work: Work) -> Iterator[Record]:
    """A task for each numbered section or item that a heading announces as one, or whose text opens with its state."""
    for place, block in enumerate(work.layout.blocks):
        if block.number is None or block.kind not in ("heading", "item"):
            continue
        begun = any(pattern.match(work.text, block.body.start, block.body.end) for pattern in (ACTION, _NAMED))
        if not begun or work.is_event(block.body):
            continue
        if _is_announced(work, block) or _opens_with_state(work, place, block):
            yield _section(work, place, block)


def _is_announced(work: Work, block: Block) -> bool:
    if block.parent is None or work.text[block.body.start : block.body.end].isupper():
        return False
    above = work.layout.blocks[block.parent]
    announced = work.document.folded[above.body.start : above.body.end]
    return above.kind == "heading" and _TASKS.search(announced) is not None and not _NO_TASKS.search(announced)


def _opens_with_state(work: Work, place: int, block: Block) -> bool:
    """Whether a sub-heading is followed at once by a short line on the state: `5.2. Xây dựng …` / `Đã hoàn thành.`"""
    first = _first_below(work, place)
    if first is None or block.kind != "heading" or block.style not in ("first", "second", "third"):
        return False
    state = _STATE.search(work.document.folded, first.start, min(first.end, first.start + _SHORT))
    return state is not None and state.start() - first.start <= _OPENS


def _first_below(work: Work, place: int) -> Span | None:
    below = work.layout.children.get(place, [])
    block = work.layout.blocks[below[0]] if below else None
    return block.body if block is not None and block.kind == "paragraph" else None


def _section(work: Work, place: int, block: Block) -> Record:
    first = _first_below(work, place)
    short = next(iter(work.layout.sentences(first)), None) if first else None
    short = short if short and short.end - short.start <= _SHORT else None
    state = _STATE.search(work.document.folded, short.start, short.end) if short else None
    carried = _carried_over(work, short) if state and short else None
    lead = work.body_at(first.start, first.end) if first else None
    record = work.task(
        block.span if block.kind == "heading" else block.body,
        *([short] if short and state else []),
        title=work.words(_opening(work, block)),
        cooperating=(),
        lead=lead.value.canonical if lead else None,
        status=work.words(short) if state and short else None,
        carried_over=carried,
        section=block.number,
        due=None,
        period=_heading_period(work, block),
    )
    return replace(record, parts=(("status", short),)) if short and state else record


def _opening(work: Work, block: Block) -> Span:
    """What names a section's task: its words, but of a long text the first sentence alone."""
    whole = block.body.end - block.body.start <= _SHORT
    return block.body if whole else next(iter(work.layout.sentences(block.body)), block.body)


def _carried_over(work: Work, status: Span) -> Period | None:
    """The period a task passes to, as the words on its state say: `chuyển sang giai đoạn 2026-2030`."""
    passed = work.document.folded.find("chuyen ", status.start, status.end)
    fact = work.found.first("period", Span(passed, status.end)) if passed >= 0 else None
    return fact.value if fact else None


def _heading_period(work: Work, block: Block) -> Period | None:
    """The term of the section the task stands in; the task's own words may name the term of something else."""
    for heading in reversed(work.layout.section_of(block.span.start)):
        if heading is not block:
            fact = work.found.first("period", heading.span)
            if fact and isinstance(fact.value, Period):
                return fact.value
    return work.period(block.body)


def titled(work: Work) -> Iterator[Record]:
    """A task for each line that gives a task's title under that label: `Tên nhiệm vụ: Nghiên cứu …`."""
    for place, block in enumerate(work.layout.blocks):
        if block.kind == "cell" or not work.document.folded.startswith("ten ", block.body.start):
            continue
        label = _TITLED.match(work.text, block.body.start, block.body.end)
        if label is not None:
            title = work.layout.first_sentence(Span(label.end(), block.body.end))
            yield work.task(title, status="planned", due=None, **of_form(work, place))


def stated(work: Work) -> Iterator[Record]:
    """A task for each line that names one before a colon and says after it how it stands."""
    for block in work.layout.blocks:
        if (
            block.kind not in ("paragraph", "item")
            or work.text.find(":", block.body.start, block.body.start + _REACH_OF_NAME) < 0
        ):
            continue
        line = _LINE.match(work.text, block.body.start, block.body.end)
        if line is None or _is_asked(work, block):
            continue
        title = _named(work, Span(*line.span("title")))
        state = _STATE.search(work.document.folded, line.end(), min(block.body.end, line.end() + _REACH))
        if title is None or state is None or work.is_event(title) or _COUNT.match(work.text, state.end()):
            continue
        yield _stated(work, title, Span(line.end(), block.body.end))


def _is_asked(work: Work, block: Block) -> bool:
    """Whether the line stands under a heading of petitions, where nothing is reported."""
    folded = work.document.folded
    heads = work.layout.section_of(block.span.start)
    return any(_ASKED.search(folded, head.body.start, head.body.end) for head in heads)


def _named(work: Work, title: Span) -> Span | None:
    """The task's name: without the word `Nhiệm vụ`, kept where `Đề án` or `Dự án` is a part of it; None where no task is named."""
    word = _TASK_WORD.match(work.text, title.start, title.end)
    if word:
        return Span(word.end(), title.end)
    if _NAMED.match(work.text, title.start, title.end):
        return title
    enough = len(work.text[title.start : title.end].split()) >= _FEWEST_WORDS
    return title if enough and ACTION.match(work.text, title.start, title.end) else None


def _stated(work: Work, title: Span, rest: Span) -> Record:
    sentence = work.layout.first_sentence(rest)
    lead = work.body_at(rest.start, sentence.end)
    status = Span(words_begin(work.text, lead.span.end if lead else rest.start, sentence.end, " ,:-–"), sentence.end)
    record = work.task(
        Span(title.start, sentence.end),
        title=work.headed(title),
        cooperating=(),
        lead=lead.value.canonical if lead else None,
        status=work.words(status),
        carried_over=_carried_over(work, status),
        period=work.period(title),
        due=None,
        recurrence=None,
    )
    return replace(record, parts=(("status", status),))


def _is_term(work: Work, state: re.Match[str]) -> bool:
    """Whether words that tell a state only tell by when it is due: `có thời hạn hoàn thành tháng 3`."""
    return work.text.endswith(("hạn ", "tiến độ ", "thời gian "), 0, state.start())


def standing(work: Work) -> Iterator[Record]:
    """A task for each line that opens with a project's name and goes on with how it stands: `Đề tài … đang chờ nghiệm thu`."""
    for block in work.layout.blocks:
        if block.kind not in ("paragraph", "item") or not _NAMED.match(work.text, block.body.start, block.body.end):
            continue
        sentence = work.layout.first_sentence(block.body)
        state = _STATE.search(work.document.folded, sentence.start, min(sentence.end, sentence.start + _REACH_OF_NAME))
        if state is None or _is_term(work, state) or work.is_asked(block.body.start) or _COUNT.match(work.text, state.end()):
            continue
        title = Span(sentence.start, words_end(work.text, sentence.start, state.start(), " ,"))
        words = work.text[title.start : title.end]
        if len(words.split()) >= _FEWEST_WORDS and not any(sign in words for sign in ":;,(“"):
            yield _stated(work, title, Span(state.start(), sentence.end))
