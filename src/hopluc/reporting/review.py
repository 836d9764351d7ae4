"""What a review of a programme is composed from: plain values from the register, each phrase with the passages it rests on."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Cited:
    """A phrase and the keys of the sources it rests on; `figure` where it is a figure (số liệu)."""

    text: str
    sources: tuple[str, ...] = ()
    figure: bool = False

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Basis:
    """A legal basis (căn cứ): the document as cited in full."""

    text: Cited


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a committee, in the order of the decision."""

    name: Cited
    post: Cited
    role: Cited


@dataclass(frozen=True, slots=True)
class Committee:
    """A steering committee or support team: its name in short, the act that set it up, and its members."""

    name: str
    decision: Cited
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a strand (số liệu) in its sentence: the words before, the number with its unit, the words after, the time in
    words where it is not that of the whole report; and how it divides. `division` marks one that is itself a part of the figure
    before it."""

    before: str
    value: Cited
    after: str = ""
    period: str = ""
    parts: tuple[tuple[str, Cited], ...] = ()
    division: bool = False

    @property
    def text(self) -> str:
        """The sentence without time and parts."""
        return f"{self.before}{self.value.text}{self.after}"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event held or planned (sự kiện), and the figures of what it drew."""

    name: Cited
    when: Cited
    place: Cited
    figures: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class Promise:
    """One content of an agreement, or one target it sets."""

    text: Cited


@dataclass(frozen=True, slots=True)
class Accord:
    """An agreement (thỏa thuận): parties, when signed or to be signed, its term and contents."""

    title: Cited
    parties: tuple[Cited, ...]
    signed: Cited
    planned: Cited
    period: Cited
    focal_points: tuple[Cited, ...] = ()
    contents: tuple[Promise, ...] = ()
    targets: tuple[Promise, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A task (nhiệm vụ được giao) with its derived state, why it is so, and what is told of it."""

    title: Cited
    lead: Cited
    term: Cited
    state: str = ""
    carried_to: Cited = Cited("")
    note: Cited = Cited("")
    accords: tuple[Accord, ...] = ()
    statements: tuple[Cited, ...] = ()


@dataclass(frozen=True, slots=True)
class StrandResults:
    """What came of one strand (nội dung hợp tác); `tasks` are the research tasks and projects done under it."""

    title: Cited
    figures: tuple[Figure, ...] = ()
    happenings: tuple[Happening, ...] = ()
    statements: tuple[Cited, ...] = ()
    tasks: tuple[Work, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A petition (kiến nghị, đề xuất): to whom, what, and whether it was answered."""

    recipient: Cited
    text: Cited
    answer: Cited = Cited("")


@dataclass(frozen=True, slots=True)
class Material:
    """All a review is composed from. `period` and `plan_period` are years as printed; `on` is the day the figures are of;
    `yearly` tells year by year how many delegations went and people were trained."""

    programme: Cited
    decision: Cited
    standing_agency: str
    period: str
    plan_period: str
    on: date
    aims: tuple[Cited, ...] = ()
    bases: tuple[Basis, ...] = ()
    committees: tuple[Committee, ...] = ()
    arrangements: tuple[Cited, ...] = ()
    strands: tuple[StrandResults, ...] = ()
    yearly: tuple[Cited, ...] = ()
    tasks: tuple[Work, ...] = ()
    accords: tuple[Accord, ...] = ()
    results: tuple[Cited, ...] = ()
    shortcomings: tuple[Cited, ...] = ()
    causes: tuple[Cited, ...] = ()
    plans: tuple[Cited, ...] = ()
    plan_tasks: tuple[Work, ...] = ()
    targets: tuple[Promise, ...] = ()
    requests: tuple[Request, ...] = ()
