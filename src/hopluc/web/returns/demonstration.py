"""The rounds of the years before in the sample programme, received: so that the one now open begins with what was told then."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from hopluc.web.measures.figures import Figure
from hopluc.web.people.models import User
from hopluc.web.register.models import Programme, Statement
from hopluc.web.returns.actions import Filled, receive, save_return
from hopluc.web.returns.actions.steps import held_for, take_step
from hopluc.web.returns.laid import YEAR
from hopluc.web.returns.models import Part, Return, Round, Stage, Step
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.returns.proposing import from_regime, open_as_proposed

FILE = "so-lieu.csv"
WHO = "Phó Giám đốc (số liệu giả định)"


@dataclass(frozen=True)
class Told:
    """A row of the file: what an agency told so many years before under a heading; a figure by its name and unit, or a sentence."""

    years_before: str
    agency: str
    heading: str
    name: str
    unit: str
    plan: str
    actual: str
    estimate: str
    text: str

    def line(self, part: Part) -> NewLine:
        """Its line in a part of a return."""
        stages = {Stage.PLAN: self.plan, Stage.ACTUAL: self.actual, Stage.ESTIMATE: self.estimate}
        figures = {str(stage): Figure.exact(Decimal(said)) for stage, said in stages.items() if said}
        return NewLine(part, self.name, self.unit, figures=figures)


def set_up_years_before(folder: Path, programme: Programme, officer: User, on: date) -> Iterator[str]:
    """Open, fill and receive the rounds of the years before a day that the folder's file tells of, the earliest first; telling each.

    KeyError where the file names a heading that the round's outline lacks: nothing of the file is left out.
    """
    file = folder / FILE
    if not file.is_file():
        return
    with file.open(encoding="utf-8", newline="") as rows:
        told = [Told(**row) for row in csv.DictReader(rows, delimiter=";")]
    for before in sorted({one.years_before for one in told}, key=int, reverse=True):
        then = on.replace(year=on.year - int(before), day=min(on.day, 28))
        round_ = open_as_proposed(from_regime(programme.owner, programme, YEAR, then), by=officer)
        of_year = [one for one in told if one.years_before == before]
        for row in round_.returns.select_related("agency", "round"):
            _told_and_received(row, [one for one in of_year if row.agency.name.startswith(one.agency)], officer)
        yield f"Đã tiếp nhận {round_.returns.count()} báo cáo giả định: {round_}."


def _told_and_received(row: Return, told: Sequence[Told], officer: User) -> None:
    parts = {part.title: part for part in row.round.parts.all()}
    lines = [one.line(parts[one.heading]) for one in told if one.name]
    there = {(line.name, line.unit): line.pk for line in row.figure_lines.all()}  # from the round before, to be told anew
    silent = {part for part in parts.values() if part.kind == Statement.Kind.RESULT} - {line.part for line in lines}
    filled = Filled(
        figures={there[line.name, line.unit]: dict(line.figures) for line in lines if (line.name, line.unit) in there},
        texts={one.pk: "" for one in row.sentences.filter(activity=None)},
        lines=tuple(line for line in lines if (line.name, line.unit) not in there),
        sentences=tuple(_sentence(parts[one.heading], one) for one in told if one.text),
        nothing=frozenset(part.pk for part in silent),
    )
    save_return(row, by=None, filled=filled, said_by=WHO)
    take_step(held_for(row, Step.Verb.SENT), Step.Verb.SENT, by=None, said_by=WHO, at=_just_in_time(row.round))
    receive(row, by=officer)


def _sentence(part: Part, told: Told) -> NewSentence:
    return NewSentence(part, part.kind, told.text)


def _just_in_time(round_: Round) -> datetime:
    day = round_.due_on - timedelta(days=2)
    return datetime(day.year, day.month, day.day, 3, tzinfo=UTC)
