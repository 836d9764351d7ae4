"""compose(outline, material): a review written from the register: each part by the block the outline names, nothing pasted."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from hopluc.errors import WrongDefinition
from hopluc.reporting.official import padded
from hopluc.reporting.outline import Outline, Part
from hopluc.reporting.report import Column, Letterhead, Paragraph, Report, Run, Section, Signature, Source, Table, plain
from hopluc.reporting.review import (
    Accord,
    Cited,
    Committee,
    Figure,
    Happening,
    Material,
    Promise,
    Request,
    StrandResults,
    Work,
)

_PERIOD = re.compile(r"(?P<plan> và kế hoạch)? giai đoạn \{(?P<name>\w+)\}")
_PEOPLES_COMMITTEE = "Ủy ban nhân dân"
Block: TypeAlias = Paragraph | Table | Section
BlockWriter: TypeAlias = Callable[[Material, int], Iterable[Block]]


def compose(
    outline: Outline, material: Material, sources: Iterable[Source], letterhead: Letterhead, signature: Signature
) -> Report:
    """The review as a Report. A part the register has nothing for says so in the outline's words."""
    words = {"period": material.period, "plan_period": material.plan_period, "programme": material.programme.text}
    return Report(
        letterhead=letterhead,
        kind=outline.kind,
        summary=printed(outline.summary, words),
        bases=(),
        sections=tuple(_nested(outline.parts, material, words)),
        recipients=tuple(line.replace("{parent}", _reported_to(letterhead)) for line in outline.recipients),
        signature=signature,
        sources=tuple(sources),
    )


def printed(text: str, words: Mapping[str, str]) -> str:
    """A title of the outline with its blanks filled; "giai đoạn …" is "năm …" of a single year, and left out where not known.

    >>> printed("Sơ kết giai đoạn {period} và kế hoạch giai đoạn {plan_period} của {programme}", {"period": "2025", "plan_period": "", "programme": "A"})
    'Sơ kết năm 2025 của A'
    """
    return _PERIOD.sub(lambda found: _of_years(words.get(found["name"], ""), found["plan"] or ""), text).format(**words).strip()


def _of_years(years: str, before: str = "") -> str:
    """` giai đoạn 2021 - 2025`; a single year is no giai đoạn: ` năm 2025`; nothing where the years are not known."""
    if not years:
        return ""
    return f"{before} {'năm' if years.isdigit() else 'giai đoạn'} {years}"


def _reported_to(head: Letterhead) -> str:
    """The body above, its name in full as in a list of recipients; a people's committee where the letterhead names none."""
    return re.sub(r"\AUBND\b", _PEOPLES_COMMITTEE, head.parent) or _PEOPLES_COMMITTEE


def _nested(parts: tuple[Part, ...], material: Material, words: dict[str, str]) -> list[Section]:
    """The parts as a tree: a part of a deeper level belongs to the one before it."""
    sections: list[Section] = []
    place = 0
    while place < len(parts):
        part = parts[place]
        end = next((i for i in range(place + 1, len(parts)) if parts[i].level <= part.level), len(parts))
        inner = _nested(parts[place + 1 : end], material, words)
        sections.append(Section(part.number, printed(part.title, words), part.level, (*_filled(part, material), *inner)))
        place = end
    return sections


def _filled(part: Part, material: Material) -> tuple[Block, ...]:
    if part.block and part.block not in BLOCKS:
        raise WrongDefinition(file="reports", key=part.title, reason=f"không có khối nội dung {part.block!r}")
    written = tuple(BLOCKS[part.block](material, part.level)) if part.block else ()
    if written:
        return written
    return (Paragraph((Run(part.missing, italic=True),)),) if part.missing else ()


def _say(*pieces: str | Cited, mark: str = "") -> Paragraph:
    """A paragraph of plain words and cited phrases; empty phrases leave nothing."""
    runs = [Run(p) if isinstance(p, str) else Run(p.text, sources=p.sources, figure=p.figure) for p in pieces if p]
    return Paragraph(tuple(runs), mark)


def _listed(phrases: Iterable[Cited], between: str = "; ") -> list[str | Cited]:
    pieces: list[str | Cited] = []
    for phrase in phrases:
        pieces += [between, phrase] if pieces else [phrase]
    return pieces


def _begun(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _ended(phrase: Cited) -> Cited:
    """The phrase as a sentence: a capital at its beginning, one full stop at its end."""
    return Cited(_begun(phrase.text.rstrip(" .;,:…")) + ".", phrase.sources, phrase.figure)


def opening(material: Material, _level: int) -> Iterable[Block]:
    """The first paragraph: by which decision the programme runs, who reports, on which period, up to which day."""
    approved = ["Thực hiện ", material.decision, " phê duyệt "] if material.decision else ["Thực hiện "]
    yield _say(
        *approved, material.programme, f", {material.standing_agency} (cơ quan thường trực Chương trình) báo cáo kết quả thực hiện",
        _of_years(material.period), _of_years(material.plan_period, " và kế hoạch"),
        f" như sau (số liệu tính đến ngày {material.on:%d/%m/%Y}):",
    )  # fmt: skip


def legal_bases(material: Material, _level: int) -> Iterable[Block]:
    """One line a document the programme rests on (Căn cứ …)."""
    for place, basis in enumerate(material.bases, start=1):
        yield _say("Căn cứ ", basis.text, "." if place == len(material.bases) else ";")


def aims(material: Material, _level: int) -> Iterable[Block]:
    """The aims of the programme in words, one line each; where only targets are known, these, and that they are."""
    if material.aims or not material.targets:
        return [_say(_ended(aim), mark="-") for aim in material.aims]
    lead = f"Chương trình đặt ra {_count(len(material.targets))} chỉ tiêu:"
    return [_say(lead), *(_say(_ended(target.text), mark="-") for target in material.targets)]


def committees(material: Material, level: int) -> Iterable[Block]:
    """Each committee with its decision and the table of its members."""
    for number, committee in enumerate(material.committees, start=1):
        yield Section(f"{number}.", committee.name, level + 1, (_set_up(committee), _members(committee)))
    yield from _statements(material.arrangements)


def _set_up(committee: Committee) -> Paragraph:
    said = f"{committee.name} gồm {_count(len(committee.members))} thành viên"
    return _say(said, *((", thành lập theo ", committee.decision) if committee.decision else ()), ":")


def _members(committee: Committee) -> Table:
    columns = (Column("TT", 11), Column("Họ và tên", 34), Column("Chức vụ, đơn vị", 58), Column("Nhiệm vụ", 28))
    rows = [
        (plain(str(place)), _say(member.name), _say(member.post), _say(Cited(_begun(member.role.text), member.role.sources)))
        for place, member in enumerate(committee.members, start=1)
    ]
    return Table(columns, tuple(rows))


def strands(material: Material, level: int) -> Iterable[Block]:
    """For each strand its figures, events and results; then by year the delegations and the people trained, where that is counted."""
    for number, strand in enumerate(material.strands, start=1):
        yield Section(f"{number}.", strand.title.text, level + 1, tuple(_strand(strand)), strand.title.sources)
    if material.yearly:
        title = "Đào tạo nhân lực, đoàn công tác theo năm"
        yield Section(f"{len(material.strands) + 1}.", title, level + 1, tuple(_statements(material.yearly)))


def _strand(strand: StrandResults) -> Iterable[Block]:
    for figure in strand.figures:
        yield _figure(figure)
    for happening in strand.happenings:
        yield _happening(happening)
    yield from _statements(strand.statements)
    if strand.tasks:
        yield _say("Các nhiệm vụ, dự án đã triển khai:", mark="-")
    for work in strand.tasks:
        lead: list[str | Cited] = [" (đơn vị thực hiện: ", work.lead, ")"] if work.lead else []
        yield _say(Cited(_begun(work.title.text), work.title.sources), *lead, ".", mark="+")


def _figure(figure: Figure) -> Paragraph:
    return _say(*_sentence(figure), ".", mark="+" if figure.division else "-")


def _sentence(figure: Figure, *, within: bool = False) -> list[str | Cited]:
    """The figure's sentence without its full stop; `within` another one it begins with a small letter."""
    before, value = figure.before, figure.value
    if not within:
        before, value = _begun(before), value if before else Cited(_begun(value.text), value.sources, value.figure)
    parts: list[str | Cited] = []
    for label, part in figure.parts:
        parts += ["; " if parts else ", gồm: ", f"{label} ", part]
    when = f" ({figure.period})" if figure.period else ""
    return [before, value, figure.after, when, *parts]


def _happening(happening: Happening) -> Paragraph:
    known = [*((", ", happening.when) if happening.when else ()), *((", tại ", happening.place) if happening.place else ())]
    drew: list[str | Cited] = []
    for figure in happening.figures:
        drew += ["; " if drew else ": ", *_sentence(figure, within=True)]
    name = Cited(_begun(happening.name.text), happening.name.sources)
    return _say(name, *known, *drew, ".", mark="-")


def tasks(material: Material, level: int) -> Iterable[Block]:
    """For each assigned task its state, then the agreements made under it."""
    for number, work in enumerate(material.tasks, start=1):
        accords = (block for accord in work.accords for block in _accord(accord))
        blocks = [_state(work), *accords, *_statements(work.statements)]
        yield Section(f"{number}.", work.title.text, level + 1, tuple(blocks), work.title.sources)


def _state(work: Work) -> Paragraph:
    pieces: list[str | Cited] = []
    if work.lead:
        pieces += ["Cơ quan chủ trì: ", work.lead, ". "]
    if work.term:
        pieces += ["Thời gian thực hiện: ", work.term, ". "]
    pieces.append("Tình hình thực hiện: ")
    note = _ended(work.note) if work.note else work.note
    if work.carried_to:
        pieces += [f"{work.state or 'chưa triển khai'}, chuyển tiếp sang ", work.carried_to, "."]
    elif note and work.state and note.text.casefold().startswith(work.state):
        return _say(*pieces, Cited(f"{note.text[:1].lower()}{note.text[1:]}", note.sources))
    else:
        pieces.append(f"{work.state or 'chưa có báo cáo'}.")
    return _say(*pieces, *((" ", note) if note else ()))


def accords(material: Material, level: int) -> Iterable[Block]:
    """Each agreement with its parties, term and commitments."""
    for number, accord in enumerate(material.accords, start=1):
        yield Section(f"{number}.", accord.title.text, level + 1, tuple(_accord(accord, named=True)), accord.title.sources)


def _accord(accord: Accord, *, named: bool = False) -> Iterable[Block]:
    pieces: list[str | Cited] = [] if named else [accord.title, ". "]
    if accord.parties:
        pieces += ["Các bên: ", *_listed(accord.parties), ". "]
    if accord.signed:
        pieces += ["Ký kết: ", accord.signed, ". "]
    elif accord.planned:
        pieces += ["Dự kiến ký kết: ", accord.planned, ". "]
    if accord.period:
        pieces += ["Giai đoạn: ", accord.period, ". "]
    if accord.focal_points:
        pieces += ["Đầu mối: ", *_listed(accord.focal_points), ". "]
    if pieces:
        yield _say(*pieces)
    yield from _promises(f"Nội dung hợp tác ({_count(len(accord.contents))}):", accord.contents)
    yield from _promises(f"Chỉ tiêu ({_count(len(accord.targets))}):", accord.targets)


def _promises(lead: str, promises: tuple[Promise, ...]) -> Iterable[Block]:
    if promises:
        yield _say(lead)
    for promise in promises:
        yield _say(_ended(promise.text), mark="+")


def _statements(phrases: tuple[Cited, ...]) -> Iterable[Block]:
    return [_say(_ended(phrase), mark="-") for phrase in phrases]


def targets(material: Material, _level: int) -> Iterable[Block]:
    """The targets of the coming period, one line each."""
    return [_say(_ended(target.text), mark="-") for target in material.targets]


def plan_tasks(material: Material, _level: int) -> Iterable[Block]:
    """The table of the tasks to come: title, lead, time. Nothing where there is none."""
    if not material.plan_tasks:
        return
    columns = (Column("TT", 11), Column("Nhiệm vụ", 74), Column("Cơ quan chủ trì", 32), Column("Thời gian", 30))
    rows = [
        (plain(str(place)), _say(work.title), _say(work.lead or "(chưa giao)"), _say(work.term))
        for place, work in enumerate(material.plan_tasks, start=1)
    ]
    yield Table(columns, tuple(rows))


def conclusion(material: Material, _level: int) -> Iterable[Block]:
    """How many tasks are done and how many pass on; then what is asked, by whom it is asked of."""
    if material.tasks:
        period = f"Trong{_of_years(material.period)}, " if material.period else ""
        states = Counter(work.state for work in material.tasks)
        counted = "; ".join(f"{_count(number)} nhiệm vụ {state}" for state, number in states.most_common() if state)
        carried = sum(bool(work.carried_to) for work in material.tasks)
        passed = f" Có {_count(carried)} nhiệm vụ được chuyển tiếp sang giai đoạn sau." if carried else ""
        said = f"{period}Chương trình có {_count(len(material.tasks))} nhiệm vụ cụ thể{f': {counted}' if counted else ''}."
        yield _say(f"{_begun(said)}{passed}")
    by_recipient: dict[str, list[Request]] = {}
    for request in material.requests:
        by_recipient.setdefault(request.recipient.text, []).append(request)
    for recipient, requests in by_recipient.items():
        open_ones = [request for request in requests if not request.answer]
        answered = [request for request in requests if request.answer]
        if open_ones:
            yield _say(f"Kính đề nghị {recipient}:" if recipient else "Kiến nghị, đề xuất:")
            yield from _requests(open_ones)
        if answered:
            yield _say(f"Kiến nghị đã được {recipient} trả lời:" if recipient else "Kiến nghị, đề xuất đã được trả lời:")
            yield from _requests(answered)


def _requests(requests: list[Request]) -> Iterable[Block]:
    """The petitions put to one recipient; an answer given to several of them at once is told once, after them."""
    answers = Counter(request.answer.text for request in requests if request.answer)
    for place, request in enumerate(requests, start=1):
        own = request.answer if answers[request.answer.text] == 1 else Cited("")
        answer = Cited(own.text.rstrip(" .;,:"), own.sources, own.figure)
        text = Cited(_begun(request.text.text.rstrip(" .;,:")), request.text.sources)
        yield _say(
            text, *((" (ý kiến trả lời: ", answer, ")") if answer else ()), "." if place == len(requests) else ";", mark="-"
        )
    for answer in {request.answer.text: request.answer for request in requests if answers[request.answer.text] > 1}.values():
        yield _say(f"Ý kiến trả lời đối với {_count(answers[answer.text])} kiến nghị trên: ", _ended(answer))


def _count(number: int) -> str:
    return padded(number)


BLOCKS: dict[str, BlockWriter] = {
    "opening": opening,
    "legal_bases": legal_bases,
    "aims": aims,
    "committees": committees,
    "strands": strands,
    "tasks": tasks,
    "accords": accords,
    "results": lambda material, _level: _statements(material.results),
    "shortcomings": lambda material, _level: _statements(material.shortcomings),
    "causes": lambda material, _level: _statements(material.causes),
    "plans": lambda material, _level: _statements(material.plans),
    "targets": targets,
    "plan_tasks": plan_tasks,
    "conclusion": conclusion,
}
NESTED = frozenset({"committees", "strands", "tasks", "accords"})
"""The blocks that write headings of their own under the part's, one level deeper."""
