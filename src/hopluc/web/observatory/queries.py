"""What of the room of indices a user may see, an edition's figures as the engine takes them, and last year's beside them."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
from django.db import connection
from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery

from hopluc.scorecards import Data, Definition
from hopluc.scorecards.doubts import Doubt, doubts
from hopluc.web.observatory.models import Edition, Entry, Framework, OfficialScore, ProfileSet, Proof, Result, Series, Unit
from hopluc.web.people.models import Place
from hopluc.web.store.prepared import Prepared

State = Entry.State
AWAITED = (State.MISSING, State.ASKED)


def frameworks_seen_by(user: Any) -> QuerySet[Framework]:
    """The frameworks the user's organisations entered."""
    if not user.is_authenticated:
        return Framework.objects.none()
    return Framework.objects.filter(owner__in=list(user.standing)).select_related("owner")


def editions_run_by(user: Any) -> QuerySet[Edition]:
    """The editions of the user's organisations: those seen whole."""
    if not user.is_authenticated:
        return Edition.objects.none()
    rows = Edition.objects.filter(owner__in=list(user.standing), withdrawn_at=None)
    return rows.select_related("owner", "framework")


def editions_seen_by(user: Any) -> QuerySet[Edition]:
    """The editions of the user's organisations, and those for which one of them supplies figures."""
    if not user.is_authenticated:
        return Edition.objects.none()
    own = list(user.standing)
    supplied = Series.objects.filter(agency__in=own).values("edition")
    rows = Edition.objects.filter(Q(owner__in=own) | Q(pk__in=supplied), withdrawn_at=None)
    return rows.select_related("owner", "framework")


def editions_with_results(user: Any) -> QuerySet[Edition]:
    """The editions a user sees with their results at hand, without the long texts these keep."""
    light = Result.objects.defer("text", "figures", "outcome")
    return editions_seen_by(user).prefetch_related(Prefetch("results", queryset=light))


def units_counted(editions: Iterable[Edition]) -> dict[int, int]:
    """How many units each of these editions has."""
    rows = Unit.objects.filter(edition__in=[one.pk for one in editions]).order_by().values("edition")
    return dict(rows.annotate(n=Count("pk")).values_list("edition", "n"))


def series_seen_by(user: Any) -> QuerySet[Series]:
    """The series of the user's own editions, and those the user's organisations supply."""
    if not user.is_authenticated:
        return Series.objects.none()
    own = list(user.standing)
    seen = Q(edition__owner__in=own) | Q(agency__in=own)
    return Series.objects.filter(seen, edition__withdrawn_at=None).select_related(
        "edition__framework", "edition__owner", "agency"
    )


def entries_seen_by(user: Any) -> QuerySet[Entry]:
    """The figures of the series a user sees."""
    rows = Entry.objects.filter(series__in=series_seen_by(user))
    return rows.select_related("series__edition__framework", "series__agency", "unit")


def proofs_seen_by(user: Any) -> QuerySet[Proof]:
    """The evidence of the figures a user sees."""
    rows = Proof.objects.filter(entry__in=entries_seen_by(user))
    return rows.select_related("entry__series__edition", "entry__unit", "document", "upload__document")


def results_seen_by(user: Any) -> QuerySet[Result]:
    """The results of the user's own editions. Who supplies figures does not see them: a ranking made at home must not leak."""
    return Result.objects.filter(edition__in=editions_run_by(user)).select_related(
        "edition__framework", "edition__owner", "job"
    )


def computed_results_seen_by(user: Any) -> QuerySet[Result]:
    """The results a user sees whose computation is finished."""
    return results_seen_by(user).exclude(sha256="")


def profile_sets_seen_by(user: Any) -> QuerySet[ProfileSet]:
    """The profiles of the results a user sees; their content is left for when it is asked for."""
    rows = ProfileSet.objects.filter(result__in=results_seen_by(user)).defer("content")
    return rows.select_related("result__edition__framework", "result__edition__owner", "job")


def newest_results(user: Any) -> dict[int, int]:
    """The result to read first of each edition seen whole, keys by keys: the published one, else the newest computed."""
    rows = computed_results_seen_by(user).order_by(F("published_at").asc(nulls_first=True), "number")
    return dict(rows.values_list("edition", "pk"))


def documents_of_proofs(user: Any) -> Q:
    """The door to documents: the standing agency reads the evidence of its editions, the supplying agency that of its series."""
    own = list(user.standing)
    own_series = Q(entry__series__edition__owner__in=own) | Q(entry__series__agency__in=own)
    proofs = Proof.objects.filter(own_series, entry__series__edition__withdrawn_at=None)
    return Q(pk__in=proofs.values("document")) | Q(pk__in=proofs.values("upload__document"))


def series_to_supply(user: Any) -> list[Series]:
    """The series of open editions that the user's agencies supply and of which a figure is missing, or more was asked for."""
    return _to_supply(tuple(user.standing)) if user.is_authenticated else []


@Prepared
def _to_supply(agencies: tuple[int, ...]) -> QuerySet[Series, Any]:
    fixed = Result.objects.filter(published_at__isnull=False).values("edition")
    done = Count("entries", filter=~Q(entries__state__in=AWAITED))
    rows = Series.objects.filter(agency__in=agencies, edition__withdrawn_at=None).exclude(edition__in=fixed)
    units = Unit.objects.filter(edition=OuterRef("edition")).order_by().values("edition").annotate(n=Count("pk")).values("n")
    waiting = rows.annotate(done=done, units=Subquery(units)).filter(done__lt=F("units"))
    return waiting.select_related("edition").order_by("edition", "order")


def provinces() -> QuerySet[Place]:
    """The provinces and cities that stand today, in the order of their codes."""
    return Place.objects.filter(kind=Place.Kind.PROVINCE, until=None).order_by("official_code", "code")


def held(edition: Edition) -> Edition:
    """The edition as it stands now, held until the transaction ends."""
    return Edition.objects.select_for_update().select_related("framework", "owner").get(pk=edition.pk)


def entries_of(series: Series) -> dict[int, Entry]:
    """The figures of a series by their unit."""
    rows = series.entries.select_related("unit", "entered_by", "checked_by")
    return {entry.unit_id: entry for entry in rows.prefetch_related("proofs__document", "proofs__upload__document")}


def figures_of(edition: Edition) -> Data:
    """The figures of an edition as the engine takes them; what is missing, or was given back to be completed, is missing there too."""
    definition, units = edition.definition, list(edition.units.all())
    place = {unit.pk: row for row, unit in enumerate(units)}
    rows = Entry.objects.filter(series__edition=edition, value__isnull=False).exclude(state=State.ASKED)
    known = {(code, unit): value for code, unit, value in rows.values_list("series__code", "unit", "value")}

    def column(code: str) -> list[float]:
        found = [known.get((code, unit.pk)) for unit in units]
        return [np.nan if value is None else value for value in found]

    codes = tuple(one.code for one in definition.indicators)
    values = np.array([column(code) for code in codes], dtype=float).T.reshape(len(place), len(codes))
    return Data(
        tuple(unit.code for unit in units),
        codes,
        values,
        tuple(unit.name for unit in units),
        {one.code: np.array(column(one.code), dtype=float) for one in definition.denominators},
        {one.code: tuple(str(unit.classes.get(one.code, "")) for unit in units) for one in definition.classes},
        file=str(edition),
    )


def unchecked(edition: Edition) -> list[str]:
    """The codes of the series with a figure that nobody has checked."""
    rows = Entry.objects.filter(series__edition=edition, state__in=[State.SENT])
    return list(rows.order_by("series__order").values_list("series__code", flat=True).distinct())


def edition_before(framework: Framework, year: int) -> Edition | None:
    """The newest edition of the same index of an earlier year; None where there is none."""
    earlier = Edition.objects.filter(owner=framework.owner_id, framework__code=framework.code, year__lt=year, withdrawn_at=None)
    return earlier.order_by("-year", "-number").first()


def last_year(series: Series) -> dict[str, float]:
    """The figures of the same series in the newest edition of an earlier year, by the codes of units."""
    newest = edition_before(series.edition.framework, series.edition.year)
    if newest is None:
        return {}
    rows = Entry.objects.filter(series__edition=newest, series__code=series.code, value__isnull=False)
    return {unit: value for unit, value in rows.values_list("unit__code", "value") if value is not None}


def doubts_about(series: Series, values: Mapping[str, float | None]) -> dict[str, tuple[Doubt, ...]]:
    """What is odd about values of a series, by the codes of units: beside last year's, and beside the other units' of this year."""
    before = last_year(series)
    kept = dict(series.entries.filter(value__isnull=False).values_list("unit__code", "value"))
    now = {unit: value for unit, value in (kept | dict(values)).items() if value is not None}
    found = {}
    for unit, value in values.items():
        if value is not None:
            others = [other for code, other in now.items() if code != unit]
            found[unit] = doubts(value, before.get(unit), others)
    return {unit: odd for unit, odd in found.items() if odd}


def official_scores(edition: Edition) -> dict[tuple[str, str], OfficialScore]:
    """What was published, by codes of unit and group."""
    rows = edition.official_scores.select_related("unit")
    return {(row.unit.code, row.group): row for row in rows}


def result_before(edition: Edition) -> Result | None:
    """What the newest edition of an earlier year came to: its published result, else its newest; None where there is none."""
    before = edition_before(edition.framework, edition.year)
    if before is None:
        return None
    return before.results.exclude(sha256="").order_by(F("published_at").desc(nulls_last=True), "-number").first()


def standing_of(unit: Unit) -> dict[str, int]:
    """How far the figures of a unit have come: how many there are to be, are known, have evidence, are checked, or more was asked for."""
    rows = Entry.objects.filter(unit=unit)
    done = Q(state__in=[State.CHECKED, State.ACCEPTED])
    found = rows.aggregate(
        known=Count("pk", filter=Q(value__isnull=False), distinct=True),
        proved=Count("pk", filter=Q(proofs__isnull=False), distinct=True),
        checked=Count("pk", filter=done, distinct=True),
        asked=Count("pk", filter=Q(state=State.ASKED), distinct=True),
    )
    return {"all": unit.edition.series.count(), **found}


def results_published() -> QuerySet[Result]:
    """All published results, whoever may see them: for the check of the whole site."""
    return Result.objects.filter(published_at__isnull=False)


def altered_results() -> list[Result]:
    """The published results whose texts no longer have their hashes."""
    return [result for result in results_published().select_related("edition") if not result.is_whole]


def is_there() -> bool:
    """Has this database the tables of the room."""
    return Result._meta.db_table in connection.introspection.table_names()


def group_codes(definition: Definition) -> dict[str, str]:
    """The name of every group by its code, the topmost first."""
    return {one.code: one.name for one in definition.groups}


def units_by_code(edition: Edition) -> dict[str, Unit]:
    """The units of an edition by their codes."""
    return {unit.code: unit for unit in edition.units.all()}


def results_of_index(result: Result, *, most: int = 12) -> list[Result]:
    """One result of each edition of the same index, the earliest year first, at most the newest `most`: this one of its own edition,
    of the others the published one, else the newest; of an edition corrected, its correction's.
    """
    own = result.edition
    rows = Result.objects.filter(
        edition__owner=own.owner_id, edition__framework__code=own.framework.code, edition__withdrawn_at=None
    ).exclude(sha256="")
    newest = rows.order_by("edition__year", "edition__number", F("published_at").asc(nulls_first=True), "number")
    by_year = dict(newest.values_list("edition__year", "pk")) | {own.year: result.pk}
    chosen = sorted(by_year.items())[-most:]
    found = rows.select_related("edition__framework", "edition__owner").in_bulk([pk for _year, pk in chosen])
    return [found[pk] for _year, pk in chosen]
