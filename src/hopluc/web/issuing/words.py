"""Figures and states in the words of an official report."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial

from hopluc.web.measures.figures import Form
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.register.models import Activity, Progress
from hopluc.web.register.states import Code, last_said
from hopluc.web.terms import Grain, Term

_NUMBERS = re.compile(r"\d[\d.]*(?:,\d+)?")
_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<number>[1-4])")

UNREPORTED = "chưa có báo cáo kết quả"
STATES = {
    Code.DONE: "đã hoàn thành",
    Code.IN_PROGRESS: "đang thực hiện",
    Code.NOT_STARTED: "chưa triển khai",
    Code.BLOCKED: "đang vướng mắc",
    Code.STOPPED: "dừng thực hiện",
}


def state_of_past(task: Activity, on: date) -> str:
    """How a task of the period looked back on stands, as a report says it: what was last said of it by the report's day, by
    whichever document; one passed on is not begun; of one that nobody has told of, that no result is reported yet."""
    last = last_said(task, on)
    passed_on = any(later.withdrawn_at is None for later in task.carried_over_to.all())
    if last is not None and (last.said in {Progress.Said.DONE, Progress.Said.STOPPED} or not passed_on):
        return STATES[Code(last.said)]
    if passed_on:
        return STATES[Code.NOT_STARTED]
    return UNREPORTED


def says_figure(text: str, observation: Observation) -> bool:
    """Does a text hold the figure's own number already."""
    said = {_digits(number) for number in _NUMBERS.findall(text)}
    ends = [end for end in (observation.figure.low, observation.figure.high) if end is not None]
    return any(_digits(number_in_words(end)) in said for end in ends)


def _digits(number: str) -> str:
    return number.replace(".", "").lstrip("0")


def number_in_words(number: Decimal, *, counted: bool = True) -> str:
    """`5.132`, `51,5`; a whole count below 10 with its zero (`07`), as reports write it.

    >>> number_in_words(Decimal("5132.00")), number_in_words(Decimal("51.50")), number_in_words(Decimal(7))
    ('5.132', '51,5', '07')
    """
    number = number.normalize()
    if number == number.to_integral_value():
        whole = f"{int(number):,}".replace(",", ".")
        return whole.zfill(2) if counted and 0 <= number < 10 else whole
    return f"{number:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def figure_in_words(observation: Observation, *, in_full: bool = False) -> str:
    """The figure with its unit: `209 công nghệ`, `5.132 triệu đồng`, `từ 1.000 đến 1.200 kỹ sư`, `14/15 bệnh viện`, `không phát sinh`;
    money `in_full` in đồng even where it is whole millions: so that a sentence has one scale (`uneven`)."""
    figure, unit = observation.figure, observation.indicator.unit
    if figure.form == Form.NOT_REPORTED:
        return "chưa có số liệu"
    if figure.form == Form.ZERO:
        return "không phát sinh"
    if figure.form == Form.RATIO and figure.numerator is not None and figure.denominator is not None:
        return f"{number_in_words(figure.numerator)}/{number_in_words(figure.denominator)} {unit}".strip()
    shown = partial(_money, in_full=in_full) if unit == DONG else partial(number_in_words, counted=unit != "%")
    words = _ends(figure.form, figure.low, figure.high, shown)
    return words if unit == DONG else f"{words}{'' if unit == '%' else ' '}{unit}".strip()


def _ends(form: str, low: Decimal | None, high: Decimal | None, shown: object) -> str:
    assert callable(shown)
    if form == Form.ABOUT and low is not None:
        return f"khoảng {shown(low)}"
    if low is None:
        return f"không quá {shown(high)}"
    if high is None:
        return f"ít nhất {shown(low)}"
    if low == high:
        return str(shown(low))
    return f"từ {_unpadded(shown(low))} đến {_unpadded(shown(high))}"


def _unpadded(said: str) -> str:
    """The zero before a count below 10 is not written inside a range: `từ 2 đến 3 nhiệm vụ`."""
    return said[1:] if len(said) == 2 and said.startswith("0") else said


def _money(dong: Decimal, *, in_full: bool = False) -> str:
    """đồng in millions where that is whole, else in đồng: never rounded."""
    if dong and dong % 1_000_000 == 0 and not in_full:
        return f"{number_in_words(dong / 1_000_000, counted=False)} triệu đồng"
    return f"{number_in_words(dong, counted=False)} đồng"


def plain_number(observation: Observation) -> str:
    """The number alone, as counts are written: for a part whose unit its whole has said."""
    low = observation.figure.low
    return figure_in_words(observation) if low is None else number_in_words(low)


def uneven(observations: Iterable[Observation]) -> bool:
    """Is any sum of money of one sentence not whole millions: then all of them are written in đồng, on one scale."""
    figures = [o.figure for o in observations if o.indicator.unit == DONG]
    return any(end % 1_000_000 for figure in figures for end in (figure.low, figure.high) if end is not None)


def term_in_words(term: Term | None) -> str:
    """`ngày 18/10/2023`, `tháng 06/2024`, `quý I/2026`, `năm 2025`, `giai đoạn 2021 - 2025`; nothing for no term."""
    if term is None:
        return ""
    if term.first is None or term.last is None:
        return _day_out_of_calendar(term)
    if term.grain == Grain.DAY:
        return f"ngày {term.first:%d/%m/%Y}"
    if term.grain == Grain.MONTH:
        return f"tháng {term.first:%m/%Y}"
    whole_years = (term.first.month, term.first.day, term.last.month, term.last.day) == (1, 1, 12, 31)
    if whole_years and term.first.year == term.last.year:
        return f"năm {term.first.year}"
    return f"giai đoạn {term}" if whole_years else str(term)


def _day_out_of_calendar(term: Term) -> str:
    """`ngày 20/12` for a date whose year is not said (`--12-20`), `ngày 31/09/2025` for one that does not exist, `quý I/2026` for
    `2026-Q1`; other words stand as they are."""
    if quarter := _QUARTER.fullmatch(term.as_written):
        return f"quý {('I', 'II', 'III', 'IV')[int(quarter['number']) - 1]}/{quarter['year']}"
    said = str(term)
    return f"ngày {said}" if said != term.as_written and term.as_written else said
