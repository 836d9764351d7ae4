"""Figures and targets from what was read."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.vietnamese import fold
from hopluc.web.documents.actions import attach_evidence
from hopluc.web.intake import queries
from hopluc.web.intake.entries.entry import Entry
from hopluc.web.intake.likeness import alike
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Indicator, Observation
from hopluc.web.register import actions as register
from hopluc.web.register.models import Commitment

STAGES = {stage.value for stage in Observation.Stage}


def enter_observation(entry: Entry) -> Observation:
    """The figure, of the indicator its subject names, about the strand it stands under or the programme."""
    figure = _figure(entry)
    about = entry.strand or entry.programme
    subject, unit = entry.text("subject")[:500], unit_of(entry)
    stage = entry.text("stage") if entry.text("stage") in STAGES else Observation.Stage.ACTUAL
    details: dict[str, Any] = {
        "stage": stage,
        "period": entry.term(),
        "field": entry.text("field")[:300],
        "place_as_written": entry.text("place")[:300],
        "qualifier": entry.text("qualifier")[:60],
        "as_written": (entry.passages[0].quote if entry.passages else "")[:300],
    }
    for known in queries.observations_about(about, unit=unit):
        if _same(known, details) and alike(known.indicator.name, subject, 0.7):
            if known.figure == figure:
                attach_evidence(known, by=entry.by, evidence=entry.evidence)
                return known
            if entry.outweighs(known):
                return _give_way(known, entry, figure, details)
            _keep_paper(known, entry)
    indicator = measures.find_or_add_indicator(
        entry.owner, by=entry.by, name=subject, unit=unit, aggregation=_aggregation(figure)
    )
    return measures.record_observation(
        indicator, by=entry.by, figure=figure, about=about, evidence=entry.evidence_of("figure"), **details
    )


def _give_way(known: Observation, entry: Entry, figure: Figure, details: dict[str, Any]) -> Observation:
    """The figure of a weaker source becomes the one the paper gives."""
    changes = {name: details[name] for name in ("as_written", "qualifier")}
    reason, evidence = _("Theo văn bản"), entry.evidence_of("figure")
    return measures.correct_observation(known, by=entry.by, figure=figure, changes=changes, reason=reason, evidence=evidence)


def _keep_paper(known: Observation, entry: Entry) -> None:
    """A weaker source does not stand beside paper that gives another figure. Raises ValidationError."""
    links = known.evidence.select_related("passage__version__document")
    if entry.weaker and any(not link.weaker for link in links):
        raise ValidationError(
            _("Văn bản đã ghi %(figure)s cho nội dung này. Đề nghị bấm Bỏ qua, hoặc tải lên văn bản xác nhận số liệu mới.")
            % {"figure": known.as_written or known.figure}
        )


def enter_target(entry: Entry) -> Commitment:
    """The target and how much is owed, under the agreement the same document tells of where there is one."""
    text, figure = entry.text("text"), entry.figure()
    known = entry.programme.commitments.filter(kind=Commitment.Kind.TARGET, withdrawn_at=None)
    found = next((target for target in known if fold(target.text) == fold(text)), None)
    if found is not None:
        attach_evidence(found, by=entry.by, evidence=entry.evidence)
        return found
    return register.add_commitment(
        entry.programme,
        by=entry.by,
        kind=Commitment.Kind.TARGET,
        text=text,
        figure=figure,
        unit=unit_of(entry),
        agreement=queries.agreement_told_in(entry.finding.version),
        due=entry.term("by"),
        period=entry.term(),
        evidence=entry.evidence_of("figure") if figure else entry.evidence,
    )


def _figure(entry: Entry) -> Figure:
    figure = entry.figure()
    if figure is None:
        raise ValidationError(_("Chưa có con số. Đề nghị bấm Sửa và ghi số liệu."))
    ends = [end for end in (figure.low, figure.high) if end is not None]
    if unit_of(entry) == DONG and any(end != end.to_integral_value() for end in ends):
        raise ValidationError(_("Tiền được ghi bằng đồng, không có phần lẻ. Đề nghị bấm Sửa và kiểm tra lại số tiền."))
    return figure


def unit_of(entry: Entry) -> str:
    """The unit of a figure that was read, as the register keeps it: money always in đồng."""
    unit = entry.text("unit")
    return DONG if unit in {"VND", "đồng"} else unit[:100]


def _aggregation(figure: Figure) -> str:
    """A share is not added up; of any other figure the unit decides."""
    return Indicator.Aggregation.RATIO if figure.denominator not in (None, Decimal(0)) else ""


def _same(known: Observation, details: dict[str, Any]) -> bool:
    period = details["period"]
    same_days = (known.period_first, known.period_last) == ((period.first, period.last) if period else (None, None))
    return same_days and (known.stage, known.field, known.place_as_written) == (
        details["stage"],
        details["field"],
        details["place_as_written"],
    )
