"""The page of a programme, part by part (`?phan=`): each part fetches only what it shows."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db.models import F, Model, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from hopluc.web.documents.queries import documents_listed, documents_seen_by, evidence_of
from hopluc.web.gate.edge import number_in
from hopluc.web.measures.charts import charts_of
from hopluc.web.measures.models import Observation
from hopluc.web.measures.tables import FigureLines, figure_lines
from hopluc.web.pages.crud import paged
from hopluc.web.people.models import Organisation
from hopluc.web.register import lists, queries, rules
from hopluc.web.register.concern import concern_of
from hopluc.web.register.models import Commitment, Programme, ProgrammeDocument, Role, Statement, Strand
from hopluc.web.register.money import STAGES, money_of, money_rows
from hopluc.web.register.money_points import points_in
from hopluc.web.register.pages import Deed
from hopluc.web.register.states import Code
from hopluc.web.store.prepared import Prepared, number_of
from hopluc.web.store.related import hung

NARRATIVE = (
    Statement.Kind.RESULT,
    Statement.Kind.SHORTCOMING,
    Statement.Kind.CAUSE,
    Statement.Kind.PLAN,
    Statement.Kind.RECOMMENDATION,
)
PER_PAGE = 25
AS_SHEETS = ("nhiem-vu", "so-lieu", "kien-nghi", "thoa-thuan", "kinh-phi")
"""The parts that go out as Excel and come back."""


@dataclass(frozen=True)
class Part:
    """A part of the page: its name in the address, its label, how much is in it."""

    name: str
    label: Any
    count: int | None = None


@dataclass
class StrandBlock:
    """A strand with its figures and its narrative by kind; `strand` is None for what belongs to the programme as a whole."""

    strand: Strand | None
    lines: FigureLines = field(default_factory=FigureLines)
    said: dict[str, list[Statement]] = field(default_factory=dict)

    @property
    def narrative(self) -> Iterator[tuple[Any, list[Statement]]]:
        """Each kind with its statements, in the order of every report."""
        return ((Statement.Kind(kind).label, self.said[kind]) for kind in NARRATIVE if self.said.get(kind))


@dataclass
class Seats:
    """A committee with its seats in the order of the decision."""

    committee: Role
    seats: list[Role]

    @property
    def vacant(self) -> int:
        return sum(seat.vacant for seat in self.seats)


def programme_page(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    """What the page shows of a programme: its parts, and all of the part chosen."""
    part = chosen.get("phan", "")
    fetch = _PARTS.get(part, _overview)
    shown = part if part in _PARTS else "tong-quan"
    context = fetch(user, programme, chosen)
    rows = context.pop("rest_on", [])
    return {
        "part": shown,
        "parts": list(_parts(user, programme, context.get("total"))),
        "evidence": evidence_of([programme, *rows], user),
        "deeds": list(_deeds(user, programme)),
        "standing": queries.standing_agencies([programme], timezone.localdate())[programme.pk],
        "as_sheet": shown in AS_SHEETS,
        "may_hand_in": rules.can_write(user, programme),
        **context,
    }


def _parts(user: Any, programme: Programme, tasks: int | None = None) -> Iterator[Part]:
    """The parts with how much is in each; `tasks`: how many there are, where the part shown has counted them."""
    ((figures, strands, given, money, happenings, agreements, petitions, documents),) = _counted(
        queries.asker_of(user), programme.pk
    )
    yield Part("tong-quan", _("Tổng quan"))
    yield Part("noi-dung", _strands_called(programme), strands)
    yield Part("so-lieu", _("Số liệu"), figures)
    yield Part("nhiem-vu", _("Nhiệm vụ"), given if tasks is None else tasks)
    yield Part("kinh-phi", _("Kinh phí"), money)
    yield Part("hoat-dong", _("Sự kiện"), happenings)
    yield Part("thoa-thuan", _("Thỏa thuận"), agreements)
    yield Part("kien-nghi", _("Kiến nghị"), petitions)
    yield Part("ban-chi-dao", _("Ban Chỉ đạo"))
    yield Part("van-ban", _("Văn bản"), documents)


@Prepared
def _counted(asker: queries.Asker, key: int) -> QuerySet[Programme, Any]:
    """How much is in each part, in the order of the page."""
    programme = Programme(pk=key)
    work = programme.activities.filter(withdrawn_at=None)
    every: tuple[QuerySet[Any], ...] = (
        observations_of(programme),
        programme.strands.all(),
        work.filter(kind__in=lists.WORK),
        money_rows(programme),
        work.filter(kind__in=lists.HAPPENINGS),
        programme.agreements.filter(withdrawn_at=None),
        queries.petitions_of(programme),
        documents_seen_by(asker).filter(programmes=programme),
    )
    return Programme.objects.filter(pk=key).values_list(*(Subquery(number_of(rows)) for rows in every))


def _strands_called(programme: Programme) -> str:
    """What a programme calls its parts: the usual name in the reader's language, one of its own as it stands."""
    usual = Programme._meta.get_field("strand_label").default
    return pgettext("many", "Nội dung hợp tác") if programme.strand_label == usual else programme.strand_label


def _deeds(user: Any, programme: Programme) -> Iterator[Deed]:
    if rules.can_write(user, programme):
        yield Deed("register:assign_task", _("Thêm nhiệm vụ"))
        yield Deed("register:put_petition", _("Thêm kiến nghị"))
        yield Deed("register:note_money", _("Ghi kinh phí"))
        yield Deed("register:correct_programme", _("Sửa"))
        yield Deed("register:withdraw_programme", _("Rút khỏi sổ"))


STATES = (
    Code.DONE,
    Code.IN_PROGRESS,
    Code.OVERDUE,
    Code.NOT_STARTED,
    Code.BLOCKED,
    Code.STANDING,
    Code.UNDATED,
    Code.CARRIED_OVER,
    Code.STOPPED,
)
"""The states of work in the order a leader asks about them: together they make up all of it."""

ALWAYS_TOLD = frozenset(STATES[:4])
LOOKS_OF_FIGURES = {Code.DONE: "good", Code.OVERDUE: "late", Code.NOT_STARTED: "wait", Code.BLOCKED: "wait"}


def _overview(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    on = timezone.localdate()
    aims = list(queries.statements_of(programme, Statement.Kind.AIM))
    bases = list(programme.legal_bases.select_related("document"))
    targets = programme.commitments.filter(kind=Commitment.Kind.TARGET, agreement=None, withdrawn_at=None)
    shown = _with_figures(targets)
    counts = lists.task_counts(lists.tasks_of(programme, on, concern_of(user, on, [programme])), on)
    return {
        "aims": aims,
        "bases": bases,
        "targets": shown,
        "more_targets": targets.count() - len(shown) if len(shown) == PER_PAGE else 0,
        "decisions": [
            link.document
            for link in programme.document_links.filter(part=ProgrammeDocument.Part.APPROVAL).select_related("document")
        ],
        "total": counts[""],
        "states": [
            (code, counts[code], LOOKS_OF_FIGURES.get(code, "")) for code in STATES if counts[code] or code in ALWAYS_TOLD
        ],
        "unanswered": lists.petition_counts(lists.petitions_of(programme, on)),
        "rest_on": [*aims, *bases, *(target for target, _owed in shown)],
    }


def _with_figures(targets: QuerySet[Commitment]) -> list[tuple[Commitment, list[Observation]]]:
    """The first of these targets, each with how much is owed."""
    owed = Observation.objects.filter(withdrawn_at=None).select_related("indicator")
    rows = targets.prefetch_related(hung("observations", owed))[:PER_PAGE]
    return [(row, list(row.observations.all())) for row in rows]


def _strands(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    figures: dict[int | None, list[Observation]] = defaultdict(list)
    strand_type = ContentType.objects.get_for_model(Strand).pk
    for row in observations_of(programme):
        figures[row.object_id if row.content_type_id == strand_type else None].append(row)
    said: dict[int | None, dict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    statements = programme.statements.filter(kind__in=NARRATIVE, withdrawn_at=None)
    for statement in statements:
        said[statement.strand_id][statement.kind].append(statement)
    strands = list(programme.strands.all())
    whole: list[Strand | None] = [*strands, None]
    blocks = []
    for strand in whole:
        key = strand.pk if strand else None
        blocks.append(StrandBlock(strand, figure_lines(figures[key]), said[key]))
    rows: list[Model] = [*strands, *statements, *(row for group in figures.values() for row in group)]
    return {"blocks": [block for block in blocks if block.strand or block.lines or block.said], "rest_on": rows}


def observations_of(programme: Programme) -> Any:
    """The figures about the programme itself and about its strands."""
    of_strands = Observation.objects.filter(
        content_type=ContentType.objects.get_for_model(Strand),
        object_id__in=programme.strands.order_by().values("pk"),
        withdrawn_at=None,
    )
    own = Observation.objects.filter(
        content_type=ContentType.objects.get_for_model(Programme), object_id=programme.pk, withdrawn_at=None
    )
    return (of_strands | own).select_related("indicator").order_by("pk")


def _figures(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    rows = list(observations_of(programme))
    lines = figure_lines(rows)
    charts = charts_of(lines)
    drawn = {id(line) for chart in charts for line in chart.lines}
    return {"charts": charts, "lines": FigureLines(line for line in lines if id(line) not in drawn), "rest_on": rows}


def _tasks(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    on = timezone.localdate()
    rows = programme.activities.filter(withdrawn_at=None, kind__in=lists.WORK)
    page = _page(
        lists.with_parts(rows)
        .select_related("strand")
        .order_by(F("strand__order").asc(nulls_last=True), "period_first", "order", "pk"),
        chosen,
    )
    tasks = lists.shown_tasks(page.object_list, on, concern_of(user, on, [programme]))
    return {"tasks": tasks, "rest_on": [task.row for task in tasks], **paged(page)}


def _money(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    said = chosen.get("nam", "")
    year = number_in(said)
    table = money_of(programme, year) if said else money_of(programme)
    points = points_in(table)
    return {
        "money": table,
        "points": points,
        "keeps_budget": programme.owner_id in user.standing,
        "year": year,
        "stages": [stage.label for stage in STAGES],
        "rest_on": table.sums.rows,
    }


def _happenings(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    on = timezone.localdate()
    rows = programme.activities.filter(withdrawn_at=None, kind__in=lists.HAPPENINGS)
    page = _page(lists.with_parts(rows, trips=True).order_by(F("period_first").desc(nulls_last=True), "pk"), chosen)
    events = lists.shown_tasks(page.object_list, on, concern_of(user, on, [programme]))
    return {"tasks": events, "rest_on": [event.row for event in events], **paged(page)}


def _agreements(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    on = timezone.localdate()
    page = _page(lists.agreements_chosen(user, {"chuong_trinh": str(programme.pk)}, on), chosen)
    rows = list(page.object_list)
    targets: dict[int, list[Commitment]] = defaultdict(list)
    owed = programme.commitments.filter(agreement__in=rows, kind=Commitment.Kind.TARGET, withdrawn_at=None)
    found = list(owed.prefetch_related("observations__indicator"))
    for target in found:
        targets[target.agreement_id or 0].append(target)
    return {
        "agreements": [(row, targets[row.pk]) for row in rows],
        "today": on,
        "rest_on": [*rows, *found],
        **paged(page),
    }


def _petitions(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    on = timezone.localdate()
    page = _page(lists.with_petition_parts(queries.petitions_of(programme)), chosen)
    rows = lists.shown_petitions(page.object_list, on, concern_of(user, on, [programme]))
    return {"petitions": rows, "rest_on": [shown.row for shown in rows], **paged(page)}


def _committees(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    """Each committee with its seats in the order of the decision; seats that have ended are left out."""
    on = timezone.localdate()
    committees = queries.committees_of(programme)
    seats: dict[int, list[Role]] = defaultdict(list)
    body = ContentType.objects.get_for_model(Organisation)
    held = Role.objects.filter(
        queries.holding(on), content_type=body, object_id__in=[role.organisation_id for role in committees], programme=programme
    )
    for role in held.select_related("organisation", "person").prefetch_related("vacancies").order_by("order", "pk"):
        seats[role.object_id].append(role)
    groups = [Seats(role, seats[role.organisation_id or 0]) for role in committees]
    return {"committees": groups, "rest_on": [*committees, *(seat for group in groups for seat in group.seats)]}


def _documents(user: Any, programme: Programme, chosen: Mapping[str, str]) -> dict[str, Any]:
    page = _page(
        documents_listed(user).filter(programmes=programme).order_by(F("date_first").desc(nulls_last=True), "-pk"), chosen
    )
    return {"documents": list(page.object_list), **paged(page)}


def _page(rows: Any, chosen: Mapping[str, str]) -> Page:
    return Paginator(rows, PER_PAGE).get_page(chosen.get("page"))


_PARTS: Mapping[str, Callable[[Any, Programme, Mapping[str, str]], dict[str, Any]]] = {
    "tong-quan": _overview,
    "noi-dung": _strands,
    "so-lieu": _figures,
    "nhiem-vu": _tasks,
    "kinh-phi": _money,
    "hoat-dong": _happenings,
    "thoa-thuan": _agreements,
    "kien-nghi": _petitions,
    "ban-chi-dao": _committees,
    "van-ban": _documents,
}
