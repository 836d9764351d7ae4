"""What a report needs of the register, fetched at once; drafts a user may see."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet

from hopluc.gazetteer import organisations
from hopluc.vietnamese import fold
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import definitions_seen_by, in_force
from hopluc.web.documents.models import Evidence, Passage
from hopluc.web.intake.likeness import alike, words
from hopluc.web.intake.models import Finding
from hopluc.web.intake.queries import each_point_once, organisations_written_for
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Activity, Agreement, Commitment, LegalBasis, Programme, Progress, Role, Statement, Strand
from hopluc.web.register.queries import programmes_seen_by
from hopluc.web.register.states import last_said, with_answers, with_progress


def drafts_seen_by(user: Any) -> QuerySet[ReportDraft]:
    """The drafts of programmes a user sees as the standing agency: a draft is its own until it is issued."""
    if not user.is_authenticated:
        return ReportDraft.objects.none()
    return (
        ReportDraft.objects.filter(owner__in=list(user.standing), programme__in=programmes_seen_by(user))
        .select_related("programme", "made_by", "own_outline")
        .order_by("programme__title", "programme", "-number")
    )


def programmes_composed_by(user: Any) -> QuerySet[Programme]:
    """The programmes the user may compose a report of: those of the organisations they write for."""
    return Programme.objects.filter(owner__in=organisations_written_for(user), withdrawn_at=None)


def own_outlines(user: Any, on: date) -> list[OwnDefinition]:
    """The outlines of their own that the user may compose by on a day."""
    owners = definitions_seen_by(user).order_by().values("owner")
    return in_force(owners, OwnDefinition.Kind.OUTLINE, on)


def writes_for_some_organisation(user: Any) -> bool:
    """Does the user write for any organisation today."""
    return organisations_written_for(user).exists()


def drafts_of(programme: Programme) -> QuerySet[ReportDraft]:
    """The drafts of a programme, the newest first."""
    return ReportDraft.objects.filter(programme=programme)


def open_checks(programme: Programme) -> int:
    """How many points to check are open in the programme."""
    return each_point_once(Finding.objects.filter(programme=programme)).count()


def doubted_passages(programme: Programme, keys: Iterable[str]) -> frozenset[str]:
    """Which of the passages, by key, a point to check of the programme that is still open touches, in whichever document."""
    open_points = Finding.objects.filter(programme=programme, kind=Finding.CHECK, state__in=Finding.OPEN)
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for document, touched, elsewhere in open_points.values_list("version__document", "spans", "elsewhere"):
        spans[document] += [(start, end) for start, end in touched]
        for other in elsewhere:
            if other.get("document_id"):
                spans[other["document_id"]].append(tuple(other["span"]))
    passages = Passage.objects.filter(version__document__in=list(spans)).values_list("pk", "version__document", "start", "end")
    wanted = set(keys)
    return frozenset(
        str(key)
        for key, document, start, end in passages
        if str(key) in wanted and any(begin < end and start < stop for begin, stop in spans[document])
    )


class ReviewRows:
    """The rows of a programme that a review tells of as of a day: what was done, signed, asked or counted after it is left out."""

    def __init__(self, programme: Programme, on: date) -> None:
        self.programme = programme
        self.on = on

    @cached_property
    def bases(self) -> list[LegalBasis]:
        return list(self.programme.legal_bases.all())

    @cached_property
    def strands(self) -> list[Strand]:
        return list(self.programme.strands.all())

    @cached_property
    def statements(self) -> list[Statement]:
        return list(self.programme.statements.filter(withdrawn_at=None))

    @cached_property
    def activities(self) -> list[Activity]:
        rows = self.programme.activities.filter(withdrawn_at=None).select_related("strand")
        return list(with_progress(rows).prefetch_related("roles__organisation"))

    @cached_property
    def tasks(self) -> list[Activity]:
        return [activity for activity in self.activities if activity.kind == Activity.Kind.ASSIGNED_TASK]

    @cached_property
    def events(self) -> list[Activity]:
        """What is no assigned task, does not begin after the day and was not called off by then."""
        rows = [activity for activity in self.activities if activity.kind != Activity.Kind.ASSIGNED_TASK]
        held = [event for event in rows if event.period_first is None or event.period_first <= self.on]
        return [event for event in held if (said := last_said(event, self.on)) is None or said.said != Progress.Said.STOPPED]

    @cached_property
    def agreements(self) -> list[Agreement]:
        """Those signed by the day, and those that were announced or stood without a day then."""
        later = Q(date_first__gt=self.on, planned_first=None)
        rows = self.programme.agreements.filter(~later, withdrawn_at=None).order_by("date_first", "pk")
        return list(rows.prefetch_related("roles__organisation__names"))

    @cached_property
    def commitments(self) -> list[Commitment]:
        return list(self.programme.commitments.filter(withdrawn_at=None).exclude(kind=Commitment.Kind.PETITION))

    @cached_property
    def targets(self) -> list[Commitment]:
        """The targets that owe something: not a count of contents, nor a line that only says when a task is due."""
        due = [fold(f"{task.due_as_written} {task.period_as_written}") for task in self.tasks]
        return [
            target
            for target in self.commitments
            if target.kind == Commitment.Kind.TARGET
            and not (target.pk in self.owed and self.owed[target.pk].indicator.unit.casefold() in {"nội dung", "lĩnh vực"})
            and not (target.pk not in self.owed and any(fold(target.text).strip(" .") in words for words in due))
        ]

    @cached_property
    def common_party(self) -> int | None:
        """The organisation that is a party of most agreements: the programme's own side."""
        held = [
            role.organisation_id
            for agreement in self.agreements
            for role in agreement.roles.all()
            if role.capacity == Role.Capacity.PARTY
        ]
        shared = max(set(held), key=held.count, default=None)
        return shared if shared is not None and held.count(shared) > 1 else None

    def other_parties(self, agreement: Agreement) -> list[Organisation]:
        """The parties of an agreement that are not the programme's own side: not the common one, nor the place of the title."""
        own = words(self.programme.title)
        return [
            role.organisation
            for role in agreement.roles.all()
            if role.capacity == Role.Capacity.PARTY
            and role.organisation
            and role.organisation_id != self.common_party
            and not words(role.organisation.name) <= own
        ]

    @cached_property
    def petitions(self) -> list[Commitment]:
        later = Q(made_on__gt=self.on)
        rows = self.programme.commitments.filter(~later, withdrawn_at=None, kind=Commitment.Kind.PETITION)
        return list(with_answers(rows.select_related("recipient")))

    @cached_property
    def owed(self) -> dict[int, Observation]:
        """The figure each target owes."""
        found = self._about(Commitment, [commitment.pk for commitment in self.commitments])
        return {row.object_id: row for row in found if row.object_id is not None}

    @cached_property
    def observations(self) -> list[Observation]:
        strands = self._about(Strand, [strand.pk for strand in self.strands])
        rows = [*strands, *self._about(Programme, [self.programme.pk])]
        return [row for row in rows if row.stage != Observation.Stage.ACTUAL or not _begins_after(row, self.on)]

    def observations_about(self, strand: Strand | None) -> list[Observation]:
        """The figures about one strand; with None, those about the programme as a whole."""
        about: Model = strand or self.programme
        kind = ContentType.objects.get_for_model(type(about)).pk
        return [row for row in self.observations if (row.content_type_id, row.object_id) == (kind, about.pk)]

    def _about(self, kind: type[Model], keys: list[int]) -> list[Observation]:
        rows = Observation.objects.filter(
            content_type=ContentType.objects.get_for_model(kind), object_id__in=keys, withdrawn_at=None
        )
        return list(rows.select_related("indicator").order_by("pk"))

    def everything(self) -> Iterator[Model]:
        """Every row, for their evidence to be fetched."""
        yield from (*self.bases, *self.strands, *self.statements, *self.activities, *self.agreements)
        yield from (*self.commitments, *self.petitions, *self.observations, *self.owed.values())

    @cached_property
    def _told(self) -> dict[int, list[tuple[int, int]]]:
        """The spans that figures, events, agreements and tasks already tell, by version."""
        told: dict[int, list[tuple[int, int]]] = {}
        told_of: tuple[tuple[type[Model], list[Any]], ...] = (
            (Observation, self.observations),
            (Activity, self.activities),
            (Agreement, self.agreements),
            (Commitment, [commitment for commitment in self.commitments if commitment.agreement_id]),
        )
        for kind, rows in told_of:
            links = Evidence.objects.filter(
                content_type=ContentType.objects.get_for_model(kind), object_id__in=[row.pk for row in rows]
            )
            for version, start, end in links.values_list("passage__version", "passage__start", "passage__end"):
                told.setdefault(version, []).append((start, end))
        return told

    def told_elsewhere(self, stretches: Iterable[tuple[int, int, int]]) -> bool:
        """Is what stands in these stretches (version, start, end) told already by a figure, event, agreement or task whose
        passage lies in one of them, or about it."""
        return any(
            (start <= other_start and other_end <= end) or (other_start <= start and end <= other_end)
            for version, start, end in stretches
            for other_start, other_end in self._told.get(version, ())
        )

    def is_own_place(self, place: str) -> bool:
        """Is a place the programme's own, which its title names: then a figure need not say it."""
        return fold(place) in fold(self.programme.title)


def _begins_after(row: Observation, on: date) -> bool:
    return row.period_first is not None and row.period_first > on


def not_told_already(plans: list[Statement], told: list[str]) -> list[Statement]:
    """The plans that do not say what an aim, a target or an agreement says already."""
    return [plan for plan in plans if not any(_says_the_same(plan.text, text) for text in told)]


def _says_the_same(one: str, other: str) -> bool:
    shared = words(one) & words(other)
    return alike(one, other, 0.85) or (len(shared) >= 5 and len(shared) >= 0.9 * min(len(words(one)), len(words(other))))


def laws_first(bases: list[LegalBasis]) -> list[LegalBasis]:
    """The legal bases in the order a document cites them: laws, decrees, then the rest as they were entered."""
    ranks = ("luat", "nghi dinh")
    return sorted(bases, key=lambda basis: next((n for n, word in enumerate(ranks) if fold(basis.text).startswith(word)), 9))


def founding_of(committee: str, bases: list[LegalBasis]) -> LegalBasis | None:
    """The act that set a committee up: the one that says so of a body of this kind (Ban Chỉ đạo, Tổ giúp việc)."""
    kind = " ".join(fold(committee).split()[:3])
    return next((basis for basis in bases if basis.number and f"thanh lap {kind}" in fold(basis.text)), None)


def short_name(committee: str, programme: Programme) -> str:
    """A committee's name in the programme's own report: `Ban Chỉ đạo Chương trình` without the programme's whole title."""
    head, named, tail = committee.partition(" Chương trình ")
    own = named and words(tail) & words(programme.title) and len(words(tail) - words(programme.title)) <= 2
    return f"{head} Chương trình" if own else committee


def approves(basis: LegalBasis, programme: Programme) -> bool:
    """Does the legal basis approve the programme: it says so, and names it."""
    text = fold(basis.text)
    return (
        bool(basis.number)
        and "phe duyet" in text
        and len(words(programme.title) & words(basis.text)) >= 0.6 * len(words(programme.title))
    )


def subject_of(observation: Observation) -> str:
    """What is counted, without the field that a part of a breakdown adds to it."""
    name, tail = observation.indicator.name, f" - {observation.field}"
    while observation.field and fold(name).endswith(fold(tail)):
        name = name[: -len(tail)]
    return name


def task_naming(agreement: Agreement, tasks: list[Activity], rows: ReviewRows) -> Activity | None:
    """The task whose title names a party of the agreement other than the programme's own side."""
    others = [name for party in rows.other_parties(agreement) for name in names_of(party)]
    for task in tasks:
        title = words(task.title)
        if title & {"ky", "thoa", "thuan"} and any(words(name) <= title for name in others):
            return task
    return None


def names_of(organisation: Organisation) -> list[str]:
    """The names a text may call an organisation by: its own, those entered, and those of the national gazetteer."""
    national = next((o for o in organisations() if fold(o.name) == fold(organisation.name)), None)
    entered = [other.name for other in organisation.names.all()]
    return [organisation.name, *entered, *(national.aliases if national else ())]


def files_of_drafts() -> set[str]:
    """The hashes of all files of drafts, whoever may see them: for the backup."""
    return {sha256 for row in ReportDraft.objects.values_list("word", "pdf", "page") for sha256 in row if sha256}
