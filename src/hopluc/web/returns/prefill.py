"""What a new return holds before anybody types: the agency's tasks, its figures of the period before, and what it told last time."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery, prefetch_related_objects

from hopluc.regimes import same_period_before
from hopluc.vietnamese import fold
from hopluc.web.documents.models import Passage
from hopluc.web.intake.likeness import alike, most_alike
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Indicator, Observation
from hopluc.web.people.models import Organisation
from hopluc.web.register.lists import WORK
from hopluc.web.register.models import Activity, Progress, Role, Statement, Strand
from hopluc.web.returns import queries
from hopluc.web.returns.contents import Content, contents_of
from hopluc.web.returns.counted import keys_of, told_once
from hopluc.web.returns.models import Part, Return, Round, Stage

PLANNED = (Observation.Stage.PLAN, Observation.Stage.TARGET)


@dataclass
class NewLine:
    """A line of figures to be entered."""

    part: Part
    name: str
    unit: str = ""
    indicator: Indicator | None = None
    figures: dict[str, Figure] = field(default_factory=dict)


@dataclass
class NewSentence:
    """A sentence to be entered."""

    part: Part
    kind: str
    text: str = ""
    activity: Activity | None = None
    carried: bool = False
    said: str = ""
    passage: Passage | None = None


@dataclass(frozen=True)
class Known:
    """What is known of the agencies of a round before it opens, by their keys: what each told last, and of the same period a year
    before; its figures in the register; the work it leads."""

    last: Mapping[int, Content]
    same_period: Mapping[int, Content]
    figures: Mapping[int, list[Observation]]
    tasks: Mapping[int, list[Activity]]

    def reported(self, agency: int, stages: Container[str]) -> list[Observation]:
        """An agency's figures of these stages, the newest period last."""
        return [seen for seen in self.figures.get(agency, ()) if seen.stage in stages]


def known_of(round_: Round, agencies: Sequence[Organisation]) -> Known:
    """What is known of these agencies: a few queries, however many they are."""
    last = queries.received_before(round_)
    earlier = _same_round_before(round_)
    same = {row.agency_id: row for row in queries.returns_received(earlier)} if earlier else {}
    stages = (Observation.Stage.ACTUAL, *PLANNED)
    figures = queries.figures_reported(agencies, round_.owner, stages)
    prefetch_related_objects([seen for rows in figures.values() for seen in rows if seen.stage in PLANNED], "about")
    return Known(_contents(last), _contents(same), figures, tasks_led(agencies, round_))


def _contents(received: Mapping[int, Return]) -> dict[int, Content]:
    by_round: dict[int, list[Return]] = defaultdict(list)
    for row in received.values():
        by_round[row.round_id].append(row)
    return {content.row.agency_id: content for rows in by_round.values() for content in contents_of(rows).values()}


def _same_round_before(round_: Round) -> Round | None:
    if round_.period_first is None or round_.period_last is None:
        return None
    return queries.round_of_days(round_, *same_period_before(round_.period_first, round_.period_last))


def lines_for(row: Return, outline: list[Part], known: Known) -> list[NewLine]:
    """The lines the outline asks, those of the agency's last return and of what it has reported, with plan and same period where the
    register knows them."""
    last = known.last.get(row.agency_id)
    lines = [NewLine(part, name, unit) for part in outline for name, unit in part.asked]
    asked = {(line.part.pk, fold(line.name), line.unit) for line in lines}
    before = _lines_of_last(last, outline) if last else []
    lines += [line for line in before if (line.part.pk, fold(line.name), line.unit) not in asked]
    named = {(fold(line.name), line.unit) for line in lines}
    for seen in known.figures.get(row.agency_id, ()):
        key = (fold(seen.indicator.name), seen.indicator.unit)
        if key not in named:
            named.add(key)
            lines.append(
                NewLine(_part_of(seen.indicator.name, outline), seen.indicator.name, seen.indicator.unit, seen.indicator)
            )
    _fill_plan(row, lines, known)
    _fill_before(row, lines, known)
    return lines


def sentences_for(row: Return, outline: list[Part], known: Known) -> list[NewSentence]:
    """One for each task the agency leads, to tell how it stands; then what it told last time, to be changed."""
    made = [
        NewSentence(_part_for_task(task, outline), Statement.Kind.RESULT, activity=task)
        for task in known.tasks.get(row.agency_id, ())
    ]
    last = known.last.get(row.agency_id)
    if last is not None:
        told = [one for one in last.sentences if one.text and one.activity_id is None]
        made += [NewSentence(_same_part(one.part, outline), one.kind, one.text, carried=True) for one in told]
    return made


def tasks_led(agencies: Iterable[Organisation], round_: Round) -> dict[int, list[Activity]]:
    """The work in the round's programme that each agency leads, by its key, as far as it is of the period."""
    if round_.programme is None:
        return {}
    toward = ContentType.objects.get_for_model(Activity)
    led = Role.objects.filter(organisation__in=agencies, capacity=Role.Capacity.LEAD, programme=round_.programme)
    led = led.filter(content_type=toward)
    work = Activity.objects.filter(programme=round_.programme, kind__in=WORK, withdrawn_at=None)
    last = Progress.objects.filter(activity=OuterRef("pk"), withdrawn_at=None).order_by("-on", "-pk")
    work = work.annotate(last_said=Subquery(last.values("said")[:1]), last_on=Subquery(last.values("on")[:1]))
    work = work.filter(pk__in=led.order_by().values("object_id")).order_by("order", "pk").select_related("strand")
    leads: dict[int, set[int]] = defaultdict(set)
    for agency, key in led.values_list("organisation", "object_id"):
        leads[key].add(agency)
    found: dict[int, list[Activity]] = defaultdict(list)
    for task in work:
        if _is_of_period(task, round_) and not _ended_before(task, round_):
            for agency in leads[task.pk]:
                found[agency].append(task)
    return found


def _ended_before(task: Any, round_: Round) -> bool:
    """Was it done or stopped before the round's first day, as was last said of it."""
    ended = task.last_said in {Progress.Said.DONE, Progress.Said.STOPPED}
    return bool(ended and round_.period_first is not None and task.last_on < round_.period_first)


def _is_of_period(task: Activity, round_: Round) -> bool:
    """Did it begin by the round's last day, and not end before its first."""
    first, last = round_.period_first, round_.period_last
    begun = task.period_first is None or last is None or task.period_first <= last
    running = task.period_last is None or first is None or task.period_last >= first
    return begun and running


def _lines_of_last(last: Content, outline: list[Part]) -> list[NewLine]:
    return [
        NewLine(_same_part(line.row.part, outline), line.row.name, line.row.unit, line.row.indicator) for line in last.lines
    ]


def _fill_plan(row: Return, lines: Sequence[NewLine], known: Known) -> None:
    """The plan the register holds of the agency for a period that the round's lies in, on the line it is of."""
    first, last = row.round.period_first, row.round.period_last
    for planned in known.reported(row.agency_id, PLANNED):
        within = (planned.period_first is None or last is None or planned.period_first <= last) and (
            planned.period_last is None or first is None or planned.period_last >= first
        )
        line = _line_planned(planned, lines) if within else None
        if line is not None:
            line.figures[Stage.PLAN] = planned.figure


def _line_planned(planned: Observation, lines: Iterable[NewLine]) -> NewLine | None:
    """The line of a plan's name and unit; where parts have one each, that of the strand the plan is about, or none is sure."""
    key = (fold(planned.indicator.name), planned.indicator.unit)
    same = [line for line in lines if (fold(line.name), line.unit) == key]
    if len(same) < 2:
        return same[0] if same else None
    about = planned.about
    strand = about.pk if isinstance(about, Strand) else getattr(about, "strand_id", None)
    own = [line for line in same if line.part.strand_id == strand]
    return own[0] if len(own) == 1 else None


def _fill_before(row: Return, lines: Sequence[NewLine], known: Known) -> None:
    """The same period a year before: as the agency's return of it told, else as the register holds it, which knows of no parts."""
    if row.round.period_first is None or row.round.period_last is None:
        return
    first, last = same_period_before(row.round.period_first, row.round.period_last)
    told = known.same_period.get(row.agency_id)
    reported = known.reported(row.agency_id, (Observation.Stage.ACTUAL,))
    then = told_once((keys_of(one.row.part, one.row.name, one.row.unit), one.done) for one in told.lines) if told else {}
    alone = told_once((keys_of(line.part, line.name, line.unit), line) for line in lines)
    for line in lines:
        keys = keys_of(line.part, line.name, line.unit)
        said = next((then[one] for one in keys if one in then and one in alone), Figure.not_reported())
        if said.known:
            line.figures[Stage.BEFORE] = said
        if said.known or keys[-1] not in alone:
            continue
        key = (fold(line.name), line.unit)
        for seen in reported:
            same_days = seen.period_last is not None and first <= seen.period_last <= last and seen.figure.known
            if same_days and (fold(seen.indicator.name), seen.indicator.unit) == key:
                line.figures[Stage.BEFORE] = seen.figure


def _same_part(part: Part, outline: list[Part]) -> Part:
    """The part of this outline that the other outline's part is: of its kind, and its title where several are."""
    of_kind = [one for one in outline if one.kind == part.kind] or outline
    same = [one for one in of_kind if fold(one.title) == fold(part.title)]
    numbered = next((one for one in same if fold(one.number) == fold(part.number)), same[0] if same else None)
    return numbered or most_alike(part.title, of_kind, floor=0.6) or of_kind[0]


def _part_for_task(task: Activity, outline: list[Part]) -> Part:
    results = [part for part in outline if part.kind == Statement.Kind.RESULT] or outline
    return next((part for part in results if task.strand_id and part.strand_id == task.strand_id), results[0])


def _part_of(name: str, outline: list[Part]) -> Part:
    results = [part for part in outline if part.kind == Statement.Kind.RESULT] or outline
    return next((part for part in results if alike(part.title, name, 0.5)), results[0])
