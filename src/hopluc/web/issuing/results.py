"""What came of each strand: figures in sentences, breakdowns under their wholes, events with what they drew, each told once."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeAlias

from hopluc.reading.certainty import is_of_nothing
from hopluc.reporting.review import Cited, Figure, Happening, StrandResults, Work
from hopluc.vietnamese import fold
from hopluc.web.intake.likeness import alike, compatible, words
from hopluc.web.issuing import queries
from hopluc.web.issuing.sources import Sources, Stretch
from hopluc.web.issuing.words import figure_in_words, plain_number, term_in_words, uneven
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.register.models import Activity, Agreement, Statement, Strand
from hopluc.web.terms import Grain

SEATS = frozenset({"ủy viên", "uỷ viên", "tổ viên", "thành viên", "đồng chí"})
"""What committees are counted in: told by the list of their members, no result of a strand."""
_EVERYWHERE = frozenset({"the gioi", "ca nuoc", "toan quoc", "trong nuoc", "nuoc ngoai"})
_ORDERED = re.compile(r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín) là,?\s+", re.IGNORECASE)


Path: TypeAlias = tuple[str, ...]
"""The divisions a figure is of, from the widest: a region, then a field of technology."""


@dataclass(frozen=True)
class Results:
    """The rows a strand's results are told from, and the stretches of text already told by something else."""

    rows: queries.ReviewRows
    sources: Sources
    statements: Sequence[Statement]
    period: str

    def strands(self, work: Callable[[Activity], Work], tasks: Sequence[Activity]) -> Iterator[StrandResults]:
        """Each strand with its results, then what belongs to the programme as a whole; strands with nothing are left out."""
        told: list[Observation] = []
        whole: list[Strand | None] = [*self.rows.strands, None]
        for strand in whole:
            key = strand.pk if strand else None
            counted = self.rows.observations_about(strand)
            figures = [o for o in self.kept(counted) if strand or not _told_in(o, told)]
            told += counted
            events = [e for e in self.events if e.strand_id == key]
            drawn = {event.pk: [o for o in figures if self.shares(event, o)] for event in events}
            beside = {o.pk for group in drawn.values() for o in group}
            lines = StrandResults(
                self.sources.cited(strand, strand.title) if strand else Cited("Số liệu, hoạt động chung của Chương trình"),
                tuple(self.figures([o for o in figures if o.pk not in beside])),
                tuple(self.happening(event, drawn[event.pk]) for event in _once(events)),
                tuple(self.sources.cited(s, s.text) for s in self.said if strand and s.strand_id == key),
                tuple(work(task) for task in tasks if strand and task.strand_id == key and not self.counted(task, figures)),
            )
            if lines.figures or lines.happenings or lines.statements or lines.tasks:
                yield lines

    def kept(self, observations: Iterable[Observation]) -> list[Observation]:
        """The figures that count results of something named, and that no statement told as a whole, shortcoming or plan holds."""
        others = [s for s in self.rows.statements if s.kind != Statement.Kind.RESULT]
        told = [stretch for s in (*self.wholes, *others) for stretch in self.sources.stretches(s)]
        counted = [
            o
            for o in observations
            if not _is_seat(o) and not is_of_nothing(f"{queries.subject_of(o)} {o.field}", o.indicator.unit)
        ]
        return [o for o in counted if not _within(self.sources.stretches(o), told)]

    @cached_property
    def wholes(self) -> list[Statement]:
        """The statements told in their own words: a figure in them says what is counted and no more (`63 tỉnh, thành phố`), or
        several are counted in one breath. A breakdown by fields is told as figures all the same."""
        counted = [o for o in self.rows.observations if not _is_seat(o)]
        return [statement for statement in self.statements if self._is_told_whole(statement, counted)]

    def _is_told_whole(self, statement: Statement, counted: Iterable[Observation]) -> bool:
        own = self.sources.stretches(statement)
        held = _distinct([o for o in counted if _within(self.sources.stretches(o), own)])
        return bool(held) and not any(o.field for o in held) and (len(held) > 1 or _is_bare(held[0]))

    @cached_property
    def said(self) -> list[Statement]:
        """The statements to be told: whole ones, and those that no figure, event, agreement or task tells."""
        wholes = {statement.pk for statement in self.wholes}
        return [s for s in self.statements if s.pk in wholes or not self.rows.told_elsewhere(self.sources.stretches(s))]

    @cached_property
    def events(self) -> list[Activity]:
        """The events to be told: not the signing of an agreement that is told itself, nor one inside a whole statement."""
        wholes = [stretch for s in self.wholes for stretch in self.sources.stretches(s)]
        return [
            event
            for event in self.rows.events
            if not _within(self.sources.stretches(event), wholes)
            and not any(_is_signing(event, agreement, self.rows) for agreement in self.rows.agreements)
        ]

    def shares(self, event: Activity, observation: Observation) -> bool:
        """Does the figure stand in the sentence of the event, as what the event drew."""
        of_event, of_figure = self.sources.stretches(event), self.sources.stretches(observation)
        return _is_bare(observation) and (_within(of_event, of_figure) or _within(of_figure, of_event))

    def counted(self, task: Activity, figures: Iterable[Observation]) -> bool:
        """Is a task told already: by a statement that says all its title does, or by a figure of the same sentence."""
        title, stretches = words(task.title), self.sources.stretches(task)
        return any(len(title & words(s.text)) >= 0.9 * len(title) for s in self.said) or any(
            words(queries.subject_of(o)) <= title | words(o.indicator.unit)
            and (_within(stretches, self.sources.stretches(o)) or _within(self.sources.stretches(o), stretches))
            for o in figures
        )

    def happening(self, event: Activity, drew: Sequence[Observation]) -> Happening:
        dated = event.period_grain == Grain.DAY and event.period_first is None and event.period_last is None
        when = self.sources.cited(event, term_in_words(event.period), "date", figure=dated)  # in no calendar: to be doubted
        figures = tuple(self.figure(o, "", in_event=True) for o in _distinct(drew))
        place = self.sources.cited(event, event.place_as_written, "place")
        return Happening(self.sources.cited(event, event.title), when, place, figures)

    def figures(self, observations: Sequence[Observation]) -> Iterator[Figure]:
        """One figure a subject and time with its parts, then each of its divisions (a region, a place) with the parts of that."""
        known = {fold(o.field) for o in observations if o.field}
        groups: dict[tuple[str, str], list[tuple[Observation, Path]]] = defaultdict(list)
        for observation in _distinct(observations):
            subject, path = _path(observation, known)
            groups[(fold(subject), str(observation.period or ""))].append((observation, path))
        shown = [figure for group in groups.values() for figure in self._group(group)]
        texts = [fold(figure.text) for figure in shown]
        for number, figure in enumerate(shown):
            longer = any(texts[number] in other for place, other in enumerate(texts) if place != number)
            if figure.parts or not longer:
                yield figure

    def _group(self, group: Sequence[tuple[Observation, Path]]) -> Iterator[Figure]:
        inner = {path[0] for _observation, path in group if len(path) > 1}
        whole = [o for o, path in group if not path or (len(path) == 1 and path[0] not in inner and not o.place_as_written)]
        whole += [o for o, path in group if o not in whole and len(path) == 1 and path[0] not in inner]
        for observation, parts in divided(whole):
            yield self.figure(observation, _place(observation, self.rows), parts)
        for division in dict.fromkeys(path[0] for _observation, path in group if len(path) > 1 or (path and path[0] in inner)):
            heads = [o for o, path in group if path == (division,)]
            parts = [o for o, path in group if len(path) > 1 and path[0] == division]
            for head in heads[:1]:
                in_full = uneven([head, *parts])
                value = self.sources.cited(head, figure_in_words(head, in_full=in_full), "figure", figure=True)
                named = tuple(self.part(part, head.indicator.unit, in_full=in_full) for part in parts)
                yield Figure(f"Trong đó, {_division(head, division)}: ", value, parts=named, division=True)
            if not heads:
                yield from (self.figure(part, _place(part, self.rows)) for part in parts)

    def figure(
        self, observation: Observation, place: str, parts: Sequence[Observation] = (), *, in_event: bool = False
    ) -> Figure:
        """The figure in its sentence: `Khảo sát` *209 công nghệ*; where the subject does not name the unit, after a colon."""
        subject = _subject(observation)
        named = f"{subject} - {observation.field}" if observation.field else subject
        in_full = uneven([observation, *parts])
        value = self.sources.cited(observation, figure_in_words(observation, in_full=in_full), "figure", figure=True)
        unit = observation.indicator.unit
        found = re.search(rf"(?<!lượt ){re.escape(unit)}", named, re.IGNORECASE) if unit not in {DONG, "%", ""} else None
        before, after = (named[: found.start()], named[found.end() :]) if found else (f"{named}: ", "")
        after += f", {place}" if place and place.casefold() not in named.casefold() else ""
        when = "" if in_event else term_in_words(observation.period)
        same = when.removeprefix("giai đoạn ") == self.period or when.removeprefix("năm ") in before + after
        return Figure(
            before, value, after, "" if same else when, tuple(self.part(part, unit, in_full=in_full) for part in parts)
        )

    def part(self, observation: Observation, unit: str, *, in_full: bool = False) -> tuple[str, Cited]:
        """A part of a breakdown; its unit is said where it is not that of the whole, and with money, on the scale of the whole."""
        same = observation.indicator.unit == unit != DONG and observation.figure.low == observation.figure.high
        said = plain_number(observation) if same else figure_in_words(observation, in_full=in_full)
        return observation.field, self.sources.cited(observation, said, "figure", figure=True)


def divided(group: Sequence[Observation]) -> list[tuple[Observation, list[Observation]]]:
    """Each whole of a group with its parts: runs of parts, each begun where a field comes again, go to the whole they sum to."""
    wholes = [o for o in group if not o.field] or [o for o in group if _is_sum(o, group)][:1] or list(group)
    runs: list[list[Observation]] = []
    for part in (o for o in group if o not in wholes):
        if not runs or any(fold(part.field) == fold(known.field) for known in runs[-1]):
            runs.append([])
        runs[-1].append(part)
    found: list[tuple[Observation, list[Observation]]] = [(whole, []) for whole in wholes]
    for run in runs:
        sums = [parts for whole, parts in found if not parts and whole.figure.low == _sum(run)]
        empty = [parts for _whole, parts in found if not parts]
        (sums or empty or [found[-1][1]])[0].extend(run)
    return found


def _path(observation: Observation, known: set[str]) -> tuple[str, Path]:
    """What is counted, and the divisions it is counted in: a name is its subject, then each division after a dash."""
    subject = _ORDERED.sub("", observation.indicator.name)
    path: Path = (observation.field,) if observation.field else ()
    if observation.field:
        subject = _subject(observation)
    while " - " in subject and fold(subject.rpartition(" - ")[2]) in known:
        subject, _dash, division = subject.rpartition(" - ")
        path = (division, *path)
    return subject, path


def _division(head: Observation, division: str) -> str:
    """A division's name; where it is the beginning of a place the figure names, the place."""
    place = head.place_as_written
    return place if fold(division.removeprefix("tại ")) in fold(place) else division


def _subject(observation: Observation) -> str:
    """What is counted, without the words that only number it in its text (`Hai là, …`)."""
    return _ORDERED.sub("", queries.subject_of(observation))


def _sum(observations: Iterable[Observation]) -> Decimal:
    return sum((o.figure.low or Decimal(0) for o in observations), Decimal(0))


def _is_sum(observation: Observation, group: Sequence[Observation]) -> bool:
    rest = [other for other in group if other is not observation]
    return len(rest) > 1 and observation.figure.low is not None and observation.figure.low == _sum(rest)


def _is_seat(observation: Observation) -> bool:
    """A count of members, or a bare count of tasks or contents (`02 nhiệm vụ`), which the lists themselves tell."""
    unit = observation.indicator.unit.casefold()
    bare = fold(queries.subject_of(observation)) == fold(unit)
    return unit in SEATS or (bare and unit in {"nhiệm vụ", "nội dung", "lĩnh vực"})


def _is_bare(observation: Observation) -> bool:
    """Does the subject begin with the unit: what is counted is said, what was done is not."""
    unit = observation.indicator.unit.casefold()
    return bool(unit) and not observation.field and queries.subject_of(observation).casefold().startswith(unit)


def _within(inner: Iterable[Stretch], outer: Iterable[Stretch]) -> bool:
    outer = list(outer)
    return any(v == version and start <= s and e <= end for v, s, e in inner for version, start, end in outer)


def _told_in(observation: Observation, told: Iterable[Observation]) -> bool:
    """Does a strand tell this figure already: the same number of the same thing at a time that can be the same."""
    return any(_same_count(observation, other) for other in told)


def _same_count(one: Observation, other: Observation) -> bool:
    return (
        one.figure == other.figure
        and one.indicator.unit == other.indicator.unit
        and one.field == other.field
        and compatible(one.period, other.period)
    )


def _distinct(observations: Sequence[Observation]) -> list[Observation]:
    """One of those that count the same in other words (`nhiệm vụ NCKH`, `nhiệm vụ nghiên cứu khoa học`)."""
    kept: list[Observation] = []
    for observation in observations:
        subject = queries.subject_of(observation)
        if not any(
            _same_count(observation, other)
            and observation.place_as_written == other.place_as_written
            and alike(subject, queries.subject_of(other), 0.6)
            for other in kept
        ):
            kept.append(observation)
    return kept


def _once(events: Sequence[Activity]) -> list[Activity]:
    """The events, each once: of two of one name that can be of one day the one that tells its day more nearly."""
    kept: list[Activity] = []
    for event in sorted(events, key=lambda e: (e.period_grain != "day", e.pk)):
        if not any(alike(event.title, other.title, 0.85) and compatible(event.period, other.period) for other in kept):
            kept.append(event)
    return sorted(kept, key=lambda event: event.pk)


def _is_signing(event: Activity, agreement: Agreement, rows: queries.ReviewRows) -> bool:
    """Is the event the signing of this agreement: then the agreement tells it."""
    if event.kind != Activity.Kind.SIGNING or not compatible(event.period, agreement.date or agreement.planned):
        return False
    parties = [name for party in rows.other_parties(agreement) for name in queries.names_of(party)]
    return any(len(words(party) & words(event.title)) >= 0.7 * len(words(party)) for party in parties)


def _place(observation: Observation, rows: queries.ReviewRows) -> str:
    place = observation.place_as_written
    return "" if rows.is_own_place(place) or fold(place) in _EVERYWHERE else place
