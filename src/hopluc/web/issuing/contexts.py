"""The register as the plain values a review is composed from: one function, its parts by noun."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from hopluc.reporting.review import (
    Accord,
    Basis,
    Cited,
    Committee,
    Figure,
    Happening,
    Material,
    Member,
    Promise,
    Request,
    StrandResults,
    Work,
)
from hopluc.web.documents.models import Passage
from hopluc.web.issuing import queries
from hopluc.web.issuing.periods import Periods
from hopluc.web.issuing.sources import Sources
from hopluc.web.issuing.words import figure_in_words, state_in_words
from hopluc.web.measures.models import Observation
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Role, Statement, Strand
from hopluc.web.register.queries import committees_of, roles_toward
from hopluc.web.register.states import state_of
from hopluc.web.terms import Term


def review_material(
    programme: Programme, *, on: date, periods: Periods, address: Callable[[Passage], str | None]
) -> tuple[Material, Sources]:
    """What a review of the programme says as of a day, and the passages it rests on."""
    sources = Sources(address)
    rows = queries.ReviewRows(programme)
    stands = periods.stands_on(on)
    sources.fetch([programme, *rows.everything()])
    accords = {agreement.pk: _accord(agreement, rows, sources) for agreement in rows.agreements}
    past = [task for task in rows.tasks if not periods.is_planned(task)]
    told = _told_by_task(past, rows)
    statements = _by_kind(rows.statements)
    material = Material(
        programme=sources.cited(programme, programme.title),
        decision=_decision(rows, sources),
        standing_agency=programme.owner.name,
        period=periods.past_words,
        plan_period=periods.plan_words,
        on=on,
        aims=_said(statements[Statement.Kind.AIM], sources),
        bases=tuple(Basis(sources.cited(basis, basis.text)) for basis in rows.bases),
        committees=tuple(_committees(programme, sources)),
        strands=tuple(_strands(rows, statements[Statement.Kind.RESULT], sources)),
        tasks=tuple(_work(task, [accords[pk] for pk in told.get(task.pk, ())], stands, sources) for task in past),
        accords=tuple(accord for pk, accord in accords.items() if not any(pk in keys for keys in told.values())),
        results=_said(
            [s for s in statements[Statement.Kind.RESULT] if not s.strand_id and not rows.told_elsewhere(s)], sources
        ),
        shortcomings=_said(statements[Statement.Kind.SHORTCOMING], sources),
        causes=_said(statements[Statement.Kind.CAUSE], sources),
        plans=_said(queries.not_told_as_aims(statements[Statement.Kind.PLAN], statements[Statement.Kind.AIM]), sources),
        plan_tasks=tuple(_work(task, [], on, sources) for task in rows.tasks if periods.is_planned(task)),
        targets=tuple(
            _target(c, rows, sources) for c in rows.commitments if c.kind == Commitment.Kind.TARGET and not c.agreement_id
        ),
        requests=tuple(_request(petition, sources) for petition in rows.petitions),
    )
    return material, sources


def _by_kind(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.kind].append(statement)
    return found


def _said(statements: Iterable[Statement], sources: Sources) -> tuple[Cited, ...]:
    return tuple(sources.cited(statement, statement.text) for statement in statements)


def _decision(rows: queries.ReviewRows, sources: Sources) -> Cited:
    """The act that approves the programme: the legal basis whose words say so."""
    approving: list[LegalBasis] = [basis for basis in rows.bases if queries.approves(basis, rows.programme)]
    return sources.cited(approving[0], f"Quyết định số {approving[0].number}") if approving else Cited("")


def _committees(programme: Programme, sources: Sources) -> Iterable[Committee]:
    for seat in committees_of(programme):
        if seat.organisation is None:
            continue
        members = list(roles_toward(seat.organisation).exclude(capacity=Role.Capacity.COMMITTEE))
        sources.fetch([seat, *members])
        yield Committee(seat.organisation.name, Cited(""), tuple(_member(member, sources) for member in members))


def _member(role: Role, sources: Sources) -> Member:
    name = role.person.name if role.person else ""
    post = role.post or (role.organisation.name if role.organisation else "")
    title = role.title or role.get_capacity_display()
    return Member(
        sources.cited(role, name, "person"), sources.cited(role, post, "position"), sources.cited(role, title, "role")
    )


def _strands(rows: queries.ReviewRows, results: list[Statement], sources: Sources) -> Iterable[StrandResults]:
    whole: list[Strand | None] = [*rows.strands, None]
    for strand in whole:
        key = strand.pk if strand else None
        figures = tuple(_figures(rows, strand, sources))
        happenings = tuple(_happening(event, sources) for event in rows.events if event.strand_id == key)
        said = _said([s for s in results if s.strand_id == key and strand and not rows.told_elsewhere(s)], sources)
        if figures or happenings or said:
            title = sources.cited(strand, strand.title) if strand else Cited("Số liệu, hoạt động chung của Chương trình")
            yield StrandResults(title, figures, happenings, said)


def _figures(rows: queries.ReviewRows, strand: Strand | None, sources: Sources) -> Iterable[Figure]:
    """One figure a subject and period; observations with a field are its parts when a whole stands beside them."""
    groups: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for observation in rows.observations_about(strand):
        groups[(queries.subject_of(observation), str(observation.period or ""), observation.place_as_written)].append(
            observation
        )
    for (subject, period, place), group in groups.items():
        wholes = [o for o in group if not o.field] or group
        parts = tuple((o.field, sources.cited(o, figure_in_words(o), "figure")) for o in group if o.field and o not in wholes)
        for number, whole in enumerate(wholes):
            named = f"{subject} - {whole.field}" if whole.field else subject
            where = (
                f"{named}, {place}"
                if place and not rows.is_own_place(place) and place.casefold() not in named.casefold()
                else named
            )
            value = sources.cited(whole, figure_in_words(whole), "figure")
            yield Figure(where, value, period, parts if number == 0 else ())


def _happening(event: Activity, sources: Sources) -> Happening:
    when = sources.cited(event, _date_in_words(event.period), "date")
    return Happening(sources.cited(event, event.title), when, sources.cited(event, event.place_as_written, "place"))


def _date_in_words(term: Term | None) -> str:
    if term is None:
        return ""
    if term.first is None:
        return _day_without_year(term.as_written)
    if term.grain == "day":
        return f"ngày {term.first:%d/%m/%Y}"
    return (
        f"tháng {term.first:%m/%Y}"
        if term.grain == "month"
        else f"năm {term.first.year}"
        if term.grain == "year"
        else str(term)
    )


def _day_without_year(words: str) -> str:
    """`ngày 20/12` for a date whose year is not said (`--12-20`); other words stand as they are."""
    month, _dash, day = words.removeprefix("--").partition("-")
    return f"ngày {day}/{month}" if words.startswith("--") and day else words


def _work(task: Activity, accords: list[Accord], on: date, sources: Sources) -> Work:
    roles = [role for role in task.roles.all() if role.capacity == Role.Capacity.LEAD and role.organisation]
    lead = roles[0].organisation.name if roles and roles[0].organisation else ""
    due = f" ({task.due})" if task.due else ""
    term = f"{task.period or task.recurrence_as_written or ''}{due}".strip()
    later = next(iter(task.carried_over_to.all()), None)
    said = [progress for progress in task.progress.all() if progress.withdrawn_at is None]
    sources.fetch(said)
    note = sources.cited(said[-1], said[-1].text) if said and later is None else Cited("")
    carried = sources.cited(task, str(later.period or ""), "carried_over") if later else Cited("")
    return Work(
        title=sources.cited(task, task.title, "title"),
        lead=sources.cited(task, lead, "lead"),
        term=sources.cited(task, term, "period"),
        state=state_in_words(state_of(task, on)),
        carried_to=carried,
        note=note,
        accords=tuple(accords),
    )


def _told_by_task(tasks: list[Activity], rows: queries.ReviewRows) -> dict[int, list[int]]:
    """Which agreements are told under which task: those whose other party the task's title names."""
    told: dict[int, list[int]] = defaultdict(list)
    for agreement in rows.agreements:
        task = queries.task_naming(agreement, tasks, rows)
        if task is not None:
            told[task.pk].append(agreement.pk)
    return told


def _accord(agreement: Agreement, rows: queries.ReviewRows, sources: Sources) -> Accord:
    roles = [role for role in agreement.roles.all() if role.organisation is not None]
    points = [role for role in roles if role.capacity == Role.Capacity.FOCAL_POINT]
    promised = [c for c in rows.commitments if c.agreement_id == agreement.pk]
    return Accord(
        title=sources.cited(agreement, agreement.title, "title"),
        parties=tuple(
            sources.cited(agreement, role.organisation.name, "parties")
            for role in roles
            if role.capacity == Role.Capacity.PARTY and role.organisation
        ),
        signed=sources.cited(agreement, _date_in_words(agreement.date), "signed"),
        planned=sources.cited(agreement, _date_in_words(agreement.planned), "planned_signing"),
        period=sources.cited(agreement, str(agreement.period or ""), "period"),
        focal_points=tuple(
            sources.cited(agreement, role.organisation.name, "focal_points") for role in points if role.organisation
        ),
        contents=tuple(Promise(sources.cited(c, c.text)) for c in promised if c.kind == Commitment.Kind.OBLIGATION),
        targets=tuple(_target(c, rows, sources) for c in promised if c.kind == Commitment.Kind.TARGET),
    )


def _target(target: Commitment, rows: queries.ReviewRows, sources: Sources) -> Promise:
    owed = rows.owed.get(target.pk)
    amount = f": {figure_in_words(owed)}" if owed is not None else ""
    by = f" ({target.due})" if target.due else ""
    return Promise(sources.cited(target, f"{target.text}{amount}{by}", "figure"))


def _request(petition: Commitment, sources: Sources) -> Request:
    recipient = petition.recipient.name if petition.recipient else petition.recipient_as_written
    answers = [answer for answer in petition.answered_by.all() if answer.withdrawn_at is None]
    sources.fetch(answers)
    answer = sources.cited(answers[-1], answers[-1].text) if answers else Cited("")
    return Request(sources.cited(petition, recipient, "to"), sources.cited(petition, petition.text), answer)
