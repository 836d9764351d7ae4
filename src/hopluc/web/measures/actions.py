"""Record figures, correct and withdraw them."""

from collections.abc import Mapping
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from hopluc.vietnamese import fold
from hopluc.web.documents.actions import EvidenceOf, tie_evidence
from hopluc.web.journal.actions import amend, enter
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import RATES, Indicator, Observation
from hopluc.web.people.models import Organisation, Place, User
from hopluc.web.terms import Term


class ObservationDetails(TypedDict, total=False):
    """What may be said of a figure beside its value."""

    stage: str
    period: Term | None
    place: Place | None
    place_as_written: str
    field: str
    breakdown: dict[str, str]
    qualifier: str
    as_written: str
    reported_by: Organisation | None


def find_or_add_indicator(
    owner: Organisation, *, by: User | None, name: str, unit: str = "", aggregation: str = ""
) -> Indicator:
    """The owner's indicator of this name and unit, else a new one (thêm chỉ tiêu); without another word a rate is not added up."""
    aggregation = aggregation or (Indicator.Aggregation.RATIO if unit.lower() in RATES else Indicator.Aggregation.SUM)
    known = Indicator.objects.filter(owner=owner, search_key=fold(name)[:500], unit=unit).first()
    return known or enter(Indicator(owner=owner, name=name, unit=unit, aggregation=aggregation), by=by, verb="add_indicator")


@transaction.atomic
def record_observation(
    indicator: Indicator,
    *,
    by: User | None,
    figure: Figure,
    about: Model | None = None,
    owner: Organisation | None = None,
    evidence: EvidenceOf = (),
    **details: Unpack[ObservationDetails],
) -> Observation:
    """Record a figure (ghi số liệu) of an indicator, about an object or of a whole territory.

    Its owner is the object's, else the indicator's. Raises ValidationError for money with a part of a đồng.
    """
    observation = Observation(indicator=indicator, about=about, **details)
    observation.owner_id = owner.pk if owner else getattr(about, "owner_id", None) or indicator.owner_id
    observation.figure = figure
    enter(observation, by=by, verb="record_observation")
    tie_evidence(observation, by=by, evidence=evidence)
    return observation


@transaction.atomic
def correct_observation(
    observation: Observation,
    *,
    by: User | None,
    figure: Figure | None = None,
    changes: Mapping[str, Any] | None = None,
    reason: str = "",
    evidence: EvidenceOf = (),
) -> Observation:
    """Correct a figure (sửa số liệu), its stage, period or words; the journal keeps what it was."""
    changes = dict(changes or {})
    allowed = ObservationDetails.__optional_keys__
    assert changes.keys() <= allowed, f"not to be corrected: {changes.keys() - allowed}"
    if figure is not None:
        changes["figure"] = figure
    amend(observation, by=by, verb="correct_observation", changes=changes, reason=reason)
    tie_evidence(observation, by=by, evidence=evidence)
    return observation


def withdraw_observation(observation: Observation, *, by: User | None, reason: str) -> Observation:
    """Take a figure out of the register (rút số liệu); the journal keeps it."""
    return amend(observation, by=by, verb="withdraw_observation", changes={"withdrawn_at": timezone.now()}, reason=reason)
