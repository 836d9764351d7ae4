"""What the register can put into a form of others: figures of an indicator, money, counts of tasks; of the programme or of one body.

Each has a code that is kept and a label that is chosen. Nothing is guessed: where figures differ, say about or are lacking, the cell stays
empty and it is told why. What is missing is not zero.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from hopluc.vietnamese import fold
from hopluc.web.intake.likeness import most_alike
from hopluc.web.measures.figures import Figure, Form, total
from hopluc.web.measures.models import DONG, Indicator, Observation
from hopluc.web.measures.queries import combined
from hopluc.web.measures.spans import Span, span_of
from hopluc.web.people.models import Organisation
from hopluc.web.register import lists, states
from hopluc.web.register.models import Programme, Role
from hopluc.web.register.money import STAGES, Fund, money_of
from hopluc.web.register.programme_page import observations_of
from hopluc.web.terms import Term

FIGURE, MONEY, TASKS, BODY = "chi-tieu", "kinh-phi", "nhiem-vu", "don-vi"
ALL = "tat-ca"
_AS_MONEY = {Observation.Stage.PLAN: Observation.Stage.BUDGETED, Observation.Stage.ACTUAL: Observation.Stage.DISBURSED}
"""Which stage of the budget a plan and what was done are, where a form asks for money."""
_TASK_WORDS = {
    "so nhiem vu": "",
    "tong so nhiem vu": "",
    "so nhiem vu duoc giao": "",
    "so nhiem vu hoan thanh": states.Code.DONE.value,
    "so nhiem vu da hoan thanh": states.Code.DONE.value,
    "so nhiem vu dang thuc hien": states.Code.IN_PROGRESS.value,
    "so nhiem vu qua han": states.Code.OVERDUE.value,
    "so nhiem vu chua trien khai": states.Code.NOT_STARTED.value,
}
_FUND_WORDS = {
    "ngan sach dia phuong": Fund.LOCAL.value,
    "ngan sach trung uong": Fund.CENTRAL.value,
    "doi tac, doanh nghiep": Fund.PARTNER.value,
    "tong kinh phi": ALL,
    "kinh phi": ALL,
    "kinh phi thuc hien": ALL,
    "tong kinh phi thuc hien": ALL,
}

_WHOLE_WORDS = ("tong cong", "tong so", "cong", "toan tinh", "toan thanh pho", "ca tinh", "ca thanh pho")


@dataclass(frozen=True)
class Told:
    """What the register gives for a cell: the number and its unit, in words where from, and the page that shows it; else why none."""

    number: Decimal | None = None
    unit: str = ""
    words: str = ""
    address: str = ""
    why: str = ""


@dataclass(frozen=True)
class Wanted:
    """What a cell asks: the code of a figure, at a stage, of a time, of a body (None: of the programme as a whole)."""

    code: str
    stage: str
    term: Term | None
    body: int | None = None


@dataclass(frozen=True)
class _Named:
    title: str
    code: str


class Sources:
    """What a programme's register can put into a form on a day: read once, asked for each cell."""

    def __init__(self, programme: Programme, on: date) -> None:
        self.programme, self.on = programme, on
        rows = observations_of(programme).exclude(stage__in=STAGES, indicator__unit=DONG).select_related("reported_by")
        self._figures: dict[tuple[int, str], list[Observation]] = defaultdict(list)
        for row in rows:
            self._figures[row.indicator_id, fold(row.field)].append(row)

    @cached_property
    def _bodies(self) -> dict[int, Organisation]:
        """Who reported its figures or leads its tasks."""
        found = {row.reported_by_id: row.reported_by for rows in self._figures.values() for row in rows if row.reported_by}
        led = Role.objects.filter(
            capacity=Role.Capacity.LEAD, programme=self.programme, organisation__isnull=False
        ).select_related("organisation")
        return {key: body for key, body in found.items() if key and body} | {
            role.organisation.pk: role.organisation for role in led if role.organisation
        }

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each code, in the order they are offered."""
        offered = {f"{FIGURE}:{key}:{field}": _label(rows[0]) for (key, field), rows in self._figures.items()}
        offered |= {f"{MONEY}:{ALL}": _("Kinh phí: tất cả các nguồn")}
        offered |= {f"{MONEY}:{fund.value}": _("Kinh phí: %(fund)s") % {"fund": fund.label} for fund in Fund if fund.value}
        offered |= {f"{TASKS}:": _("Nhiệm vụ: tổng số")}
        told = [states.Code(value) for value in dict.fromkeys(_TASK_WORDS.values()) if value]
        offered |= {f"{TASKS}:{code.value}": _("Nhiệm vụ: %(state)s") % {"state": code.label} for code in told}
        offered |= {f"{BODY}:": _("Cả chương trình")}
        bodies = sorted(self._bodies.values(), key=lambda body: body.search_key)
        return offered | {f"{BODY}:{body.pk}": _("Đơn vị: %(name)s") % {"name": body} for body in bodies}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The code of each label, folded; the first where two are labelled alike."""
        return {fold(label): code for code, label in reversed(self.labels.items())}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The codes a name in a form may mean."""
        names: dict[str, list[str]] = defaultdict(list)
        fields = Counter(key for key, _field in self._figures)
        for (key, field), rows in self._figures.items():
            name = rows[0].indicator.name
            names[fold(f"{name} | {field}" if field else name)].append(f"{FIGURE}:{key}:{field}")
            if field and fields[key] == 1:  # broken down by one thing only, which its name tells
                names[fold(name)].append(f"{FIGURE}:{key}:{field}")
        for body in self._bodies.values():
            names[fold(body.name)].append(f"{BODY}:{body.pk}")
        for words in _WHOLE_WORDS:
            names[words].append(f"{BODY}:")
        for words, fund in _FUND_WORDS.items():
            names[words].append(f"{MONEY}:{fund}")
        for words, code in _TASK_WORDS.items():
            names[words].append(f"{TASKS}:{code}")
        return names

    def named(self, name: str, whole: str = "") -> str:
        """The code that a name in a form means, as part of a whole or by itself; "" where none or more than one."""
        said = fold(name)
        for words in (fold(f"{whole} | {name}"), said, said.partition("(")[0].strip(" :.")):
            if found := self._names.get(words):
                return found[0] if len(found) == 1 else ""
        return ""

    def suggested(self, name: str) -> str:
        """The label of what a name may mean, for a person to choose; "" where nothing is alike."""
        rows = [_Named(rows[0].indicator.name, f"{FIGURE}:{key}:{field}") for (key, field), rows in self._figures.items()]
        found = most_alike(name, rows, floor=0.6)
        return self.labels[found.code] if found else ""

    def told(self, wanted: Wanted) -> Told:
        """What the register says of it."""
        kind, _colon, which = wanted.code.partition(":")
        if wanted.code not in self.labels:
            return Told(why=_("Số liệu đã chọn không còn trong sổ."))
        if kind == MONEY:
            return self._money(which, wanted)
        return self._tasks(which, wanted) if kind == TASKS else self._figure(which, wanted)

    def _figure(self, which: str, wanted: Wanted) -> Told:
        key, _colon, field = which.partition(":")
        if wanted.term is None or wanted.term.last is None:
            return Told(why=_("Chưa rõ kỳ của số liệu."))
        rows = [row for row in self._figures[int(key), field] if row.stage == wanted.stage]
        rows = _whole_of(_of_term(rows, wanted.term), wanted.body)
        if not rows:
            return Told(why=_("Chưa có số liệu."))
        if len({(row.reported_by_id, row.place_id, row.place_as_written) for row in rows}) < len(rows):
            return Told(why=_("Có %(n)s số khác nhau cho cùng nội dung, cùng kỳ.") % {"n": len(rows)})
        figure, missing = combined(rows)
        if len(rows) > 1 and (missing or rows[0].indicator.aggregation != Indicator.Aggregation.SUM):
            return Told(why=_("Có %(n)s số của các đơn vị, địa bàn; không cộng được.") % {"n": len(rows)})
        first = rows[0]
        words = f"{_label(first)} · {first.get_stage_display()} {first.period or ''}".strip()
        words += _(" · cộng %(n)s số") % {"n": len(rows)} if len(rows) > 1 else ""
        address = first.get_absolute_url() if len(rows) == 1 else first.indicator.get_absolute_url()
        return _sure(figure, first.indicator.unit, words, address)

    def _money(self, fund: str, wanted: Wanted) -> Told:
        year = _calendar_year(wanted.term)
        if year is None or wanted.body is not None:
            return Told(why=_("Kinh phí ghi theo cả năm, của cả chương trình."))
        stage = _AS_MONEY.get(Observation.Stage(wanted.stage), wanted.stage)
        lines = [line for line in self._money_table.lines if line.year == year and fund in (ALL, line.fund)]
        given = [line.amount(stage) for line in lines]
        if not any(given):
            return Told(why=_("Chưa có số liệu."))
        if not all(given):
            told = _("%(n)s dòng kinh phí chưa có số “%(stage)s”.")
            return Told(why=told % {"n": given.count(None), "stage": Observation.Stage(stage).label})
        figure, _missing = total(amount for amount in given if amount)
        words = f"{self.labels[f'{MONEY}:{fund}']} · {Observation.Stage(stage).label} {year}"
        return _sure(figure, DONG, words, f"{self.programme.get_absolute_url()}?phan=kinh-phi&nam={year}")

    @cached_property
    def _money_table(self) -> Any:
        return money_of(self.programme)

    def _tasks(self, state: str, wanted: Wanted) -> Told:
        term = wanted.term
        runs = term is None or term.first is None or term.last is None or term.first <= self.on <= term.last
        if wanted.stage != Observation.Stage.ACTUAL or not runs:
            return Told(why=_("Số nhiệm vụ chỉ đếm được theo tình hình đến hôm nay."))
        number = self._task_counts[wanted.body][state]
        words = f"{self.labels[f'{TASKS}:{state}']} · {self.on:%d/%m/%Y}"
        return Told(Decimal(number), "nhiệm vụ", words, f"{self.programme.get_absolute_url()}?phan=nhiem-vu")

    @cached_property
    def _task_counts(self) -> dict[int | None, Counter[str]]:
        """The counts by state, under "" all; of each body as lead, under None of the programme."""
        work = self.programme.activities.filter(withdrawn_at=None, kind__in=lists.WORK)
        counts: dict[int | None, Counter[str]] = defaultdict(Counter)
        counts[None] = lists.task_counts(states.with_code(work, self.on), self.on)
        led = states.with_code(work.filter(roles__capacity=Role.Capacity.LEAD), self.on)
        for line in states.counted_by_code(led, "roles__organisation"):
            for code in (line["found"], ""):
                counts[line["roles__organisation"]][code] += line["n"]
        return counts


def _label(row: Observation) -> str:
    return f"{row.indicator} · {row.field}" if row.field else str(row.indicator)


def _of_term(rows: Iterable[Observation], term: Term) -> list[Observation]:
    """The figures of just these days; else, of a year, those of the reporting year that goes by its name."""
    found = list(rows)
    exact = [row for row in found if (row.period_first, row.period_last) == (term.first, term.last)]
    year = _calendar_year(term)
    if exact or year is None:
        return exact
    return [
        row
        for row in found
        if row.period_last and row.period_last.year == year and span_of(row.period_first, row.period_last) == Span.YEAR
    ]


def _whole_of(rows: list[Observation], body: int | None) -> list[Observation]:
    """Those of a body; without one, those told of the whole where there are any, else the parts that make it up."""
    if body is not None:
        rows = [row for row in rows if row.reported_by_id == body]
    elif any(row.reported_by_id is None for row in rows):
        rows = [row for row in rows if row.reported_by_id is None]
    whole = [row for row in rows if row.place_id is None and not row.place_as_written]
    return whole or rows


def _calendar_year(term: Term | None) -> int | None:
    if term is None or term.first is None or term.last is None:
        return None
    return term.last.year if (term.first, term.last) == (date(term.last.year, 1, 1), date(term.last.year, 12, 31)) else None


def _sure(figure: Figure, unit: str, words: str, address: str) -> Told:
    """A figure that is one number; of any other it is told how it is said."""
    if figure.form in (Form.EXACT, Form.ZERO) and figure.single is not None:
        return Told(figure.single, unit, words, address)
    if not figure.known:
        return Told(words=words, address=address, why=_("Chưa có số liệu."))
    return Told(words=words, address=address, why=_("Sổ ghi “%(figure)s”, không phải một số.") % {"figure": figure})
