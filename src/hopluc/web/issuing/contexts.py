"""The register as the plain values a review is composed from: one function, its parts by noun."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial

from hopluc.reporting.review import (
    Accord,
    Basis,
    Cited,
    Committee,
    Material,
    Member,
    Promise,
    Request,
    Work,
)
from hopluc.vietnamese import fold
from hopluc.web.documents.models import Document, Passage
from hopluc.web.intake.likeness import most_alike
from hopluc.web.issuing import queries
from hopluc.web.issuing.periods import Periods
from hopluc.web.issuing.results import Results
from hopluc.web.issuing.sources import Sources
from hopluc.web.issuing.words import STATES, UNREPORTED, figure_in_words, says_figure, state_of_past, term_in_words
from hopluc.web.issuing.yearly import yearly_counts
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Role, Statement
from hopluc.web.register.queries import committees_of, roles_toward
from hopluc.web.register.states import Code, answers_by, last_said, says_more_than_a_state

_CARRIED = re.compile(r"chuy[eểế]n tiếp[^.;]{0,40}\d{4}\W*\Z", re.IGNORECASE)
"""A line that only says to which period something passes: told with the task it passes."""


def review_material(
    programme: Programme, *, on: date, periods: Periods, address: Callable[[Passage], str | None]
) -> tuple[Material, Sources]:
    """What a review of the programme says as of a day, and the passages it rests on: nothing dated after that day."""
    sources = Sources(address)
    rows = queries.ReviewRows(programme, on)
    sources.fetch([programme, *rows.everything()])
    accords = {agreement.pk: _accord(agreement, rows, sources) for agreement in rows.agreements}
    past = [task for task in rows.tasks if not periods.is_planned(task)]
    own = [task for task in past if task.strand_id is None]
    told = _told_by_task(own, rows)
    statements = _by_kind(rows.statements)
    results = Results(rows, sources, statements[Statement.Kind.RESULT], periods.past_words)
    said = _placed([s for s in results.said if not s.strand_id], own)
    work = partial(_work, on=on, sources=sources)
    material = Material(
        programme=sources.cited(programme, programme.title),
        decision=_decision(rows, sources),
        standing_agency=programme.owner.name,
        period=periods.past_words,
        plan_period=periods.plan_words,
        on=on,
        aims=_said(statements[Statement.Kind.AIM], sources),
        bases=tuple(Basis(sources.cited(basis, basis.text)) for basis in queries.laws_first(rows.bases)),
        committees=tuple(_committees(rows, sources)),
        arrangements=_said(said["arrangements"], sources),
        strands=tuple(results.strands(work, [task for task in past if task.strand_id])),
        yearly=yearly_counts(programme, on, periods),
        tasks=tuple(work(task, [accords[pk] for pk in told[task.pk]], _said(said[task.pk], sources)) for task in own),
        accords=tuple(accord for pk, accord in accords.items() if not any(pk in keys for keys in told.values())),
        results=_said(said["results"], sources),
        shortcomings=_said(statements[Statement.Kind.SHORTCOMING], sources),
        causes=_said(statements[Statement.Kind.CAUSE], sources),
        plans=_plans(statements, rows, sources),
        plan_tasks=tuple(work(task) for task in rows.tasks if periods.is_planned(task)),
        targets=tuple(_target(target, rows, sources) for target in rows.targets if not target.agreement_id),
        requests=tuple(_request(petition, on, sources) for petition in rows.petitions),
    )
    return material, sources


def _plans(statements: dict[str, list[Statement]], rows: queries.ReviewRows, sources: Sources) -> tuple[Cited, ...]:
    """The plans that neither the aims nor a commitment tell already."""
    told = [*(aim.text for aim in statements[Statement.Kind.AIM]), *(c.text for c in rows.commitments)]
    return _said(queries.not_told_already(statements[Statement.Kind.PLAN], told), sources)


def _by_kind(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.kind].append(statement)
    return found


def _placed(statements: Iterable[Statement], tasks: list[Activity]) -> dict[int | str, list[Statement]]:
    """Where each result without a strand is told: under the task whose heading it stands below (its key), among how the work
    was arranged where it stands below none while others stand below a heading, else among the results as a whole."""
    statements = [statement for statement in statements if not _CARRIED.match(statement.text)]
    headed = any(statement.strand_as_written for statement in statements)
    found: dict[int | str, list[Statement]] = defaultdict(list)
    for statement in statements:
        heading = statement.strand_as_written
        task = most_alike(heading, tasks, floor=0.7) if heading else None
        found[task.pk if task else "results" if heading or not headed else "arrangements"].append(statement)
    return found


def _said(statements: Iterable[Statement], sources: Sources) -> tuple[Cited, ...]:
    return tuple(sources.cited(statement, statement.text) for statement in statements)


def _decision(rows: queries.ReviewRows, sources: Sources) -> Cited:
    """The act that approves the programme: the legal basis whose words say so."""
    approving: list[LegalBasis] = [basis for basis in rows.bases if queries.approves(basis, rows.programme)]
    return sources.cited(approving[0], f"Quyết định số {approving[0].number}") if approving else Cited("")


def _committees(rows: queries.ReviewRows, sources: Sources) -> Iterable[Committee]:
    for seat in committees_of(rows.programme):
        if seat.organisation is None:
            continue
        members = list(roles_toward(seat.organisation).exclude(capacity=Role.Capacity.COMMITTEE))
        sources.fetch([seat, *members])
        decision = _founding(seat, seat.organisation.name, rows, sources)
        name = queries.short_name(seat.organisation.name, rows.programme)
        yield Committee(name, decision, tuple(_member(member, sources) for member in members))


def _founding(seat: Role, name: str, rows: queries.ReviewRows, sources: Sources) -> Cited:
    """The act that set a committee up: a legal basis that says so, else the decision its members stand in."""
    basis = queries.founding_of(name, rows.bases)
    if basis is not None:
        return sources.cited(basis, f"Quyết định số {basis.number}")
    document = next((found for found in sources.documents(seat) if found.kind == Document.Kind.DECISION and found.number), None)
    return sources.cited(seat, f"Quyết định số {document.number}") if document else Cited("")


def _member(role: Role, sources: Sources) -> Member:
    name = role.person.name if role.person else ""
    post = role.post or (role.organisation.name if role.organisation else "")
    title = role.title or role.get_capacity_display()
    return Member(
        sources.cited(role, name, "person"), sources.cited(role, post, "position"), sources.cited(role, title, "role")
    )


def _work(
    task: Activity, accords: Sequence[Accord] = (), statements: tuple[Cited, ...] = (), *, on: date, sources: Sources
) -> Work:
    leads = [role.organisation.name for role in task.roles.all() if role.capacity == Role.Capacity.LEAD and role.organisation]
    later = next(iter(task.carried_over_to.all()), None)
    said = last_said(task, on)
    told = said if said is not None and later is None and says_more_than_a_state(said.text) else None
    sources.fetch([told] if told else [])
    return Work(
        title=sources.cited(task, task.title, "title"),
        lead=sources.cited(task, leads[0] if leads else "", "lead"),
        term=sources.cited(task, _term_of(task), "period"),
        state=_state(task, on, accords),
        carried_to=sources.cited(task, term_in_words(later.period), "carried_over") if later else Cited(""),
        note=sources.cited(told, told.text) if told else Cited(""),
        accords=tuple(accords),
        statements=statements,
    )


def _term_of(task: Activity) -> str:
    """The task's period with its due time where that says more, in the words it was given in: `2016 - 2020 (ký kết trong quý I)`."""
    due = task.due_as_written if task.due_last else term_in_words(task.due)
    term, due = str(task.period or task.recurrence_as_written or ""), due or term_in_words(task.due)
    if not term or due.casefold() in term.casefold():
        return term or due
    return f"{term} ({due})"


def _state(task: Activity, on: date, accords: Sequence[Accord]) -> str:
    """How the task stands; one that is to sign agreements and of which nothing was said stands as they do."""
    state = state_of_past(task, on)
    if state not in {UNREPORTED, STATES[Code.NOT_STARTED]} or not any(accord.signed or accord.planned for accord in accords):
        return state
    return "đã ký kết thỏa thuận" if any(accord.signed for accord in accords) else "đang chuẩn bị ký kết thỏa thuận"


def _told_by_task(tasks: list[Activity], rows: queries.ReviewRows) -> defaultdict[int, list[int]]:
    """Which agreements are told under which task: those whose other party the task's title names."""
    told: defaultdict[int, list[int]] = defaultdict(list)
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
        signed=sources.cited(agreement, term_in_words(agreement.date) if _is_signed(agreement, rows.on) else "", "signed"),
        planned=sources.cited(agreement, term_in_words(agreement.planned), "planned_signing"),
        period=sources.cited(agreement, str(agreement.period or ""), "period"),
        focal_points=tuple(
            sources.cited(agreement, role.organisation.name, "focal_points") for role in points if role.organisation
        ),
        contents=tuple(Promise(sources.cited(c, c.text)) for c in promised if c.kind == Commitment.Kind.OBLIGATION),
        targets=tuple(_target(c, rows, sources) for c in rows.targets if c.agreement_id == agreement.pk),
    )


def _is_signed(agreement: Agreement, on: date) -> bool:
    return agreement.date_first is None or agreement.date_first <= on


def _target(target: Commitment, rows: queries.ReviewRows, sources: Sources) -> Promise:
    """The target in its own words, with the number and the time where they do not say it."""
    owed = rows.owed.get(target.pk)
    amount = f": {figure_in_words(owed)}" if owed is not None and not says_figure(target.text, owed) else ""
    due = term_in_words(target.due)
    said = all(number in target.text for number in re.findall(r"\d{4}", due)) and bool(re.search(r"\d{4}", due))
    by = (
        f" ({due if due.startswith('trước') else f'đến {due}'})"
        if due and not said and fold(due) not in fold(target.text)
        else ""
    )
    return Promise(sources.cited(target, f"{target.text}{amount}{by}", "figure", figure=True))


def _request(petition: Commitment, on: date, sources: Sources) -> Request:
    recipient = petition.recipient.name if petition.recipient else petition.recipient_as_written
    answers = answers_by(petition, on)
    sources.fetch(answers)
    answer = sources.cited(answers[-1], answers[-1].text) if answers else Cited("")
    return Request(sources.cited(petition, recipient, "to"), sources.cited(petition, petition.text), answer)
