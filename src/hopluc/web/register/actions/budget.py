"""Note the budget of a place, and the aim for what of it goes to science and technology, each with the document that says so."""

from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.vietnamese import fold
from hopluc.web.documents.actions import mark_passage
from hopluc.web.documents.models import DocumentVersion, Passage
from hopluc.web.measures.actions import correct_observation, find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import budget
from hopluc.web.register.money import year_of
from hopluc.web.terms import Term


@transaction.atomic
def note_budget(
    owner: Organisation,
    *,
    by: User | None,
    year: int,
    stage: str,
    total: int,
    science: int | None,
    version: DocumentVersion,
    start: int,
    end: int,
    reason: str = "",
) -> Organisation:
    """Note a place's whole budget of a year and what of it is for science, in đồng (ghi ngân sách), from a sentence of a document.

    What was noted before for the same year and stage is corrected; the journal keeps it. `science` None: not said here, what is known
    stays. Raises ValidationError for a part larger than the whole, and for less than nothing.
    """
    known = {(row.indicator.search_key, year_of(row), row.stage): row for row in budget.figures_of_budget(owner)}
    part = science
    if part is None and (before := known.get((budget.SCIENCE_KEY, year, stage))) is not None:
        part = before.dong_low
    if total <= 0 or (science is not None and science < 0):
        raise ValidationError({"total": _("Tổng chi phải lớn hơn 0, chi cho KH&CN không thể âm. Đề nghị kiểm tra lại.")})
    if part is not None and part > total:
        raise ValidationError({"science": _("Chi cho KH&CN lớn hơn tổng chi. Đề nghị kiểm tra lại đơn vị tính của hai số.")})
    passage = mark_passage(version, start, end)
    for name, amount in ((budget.TOTAL, total), (budget.SCIENCE, science)):
        if amount is not None:
            _keep(owner, known.get((fold(name), year, stage)), by, (name, year, stage, amount), passage, reason)
    return owner


def _keep(
    owner: Organisation,
    known: Observation | None,
    by: User | None,
    said: tuple[str, int, str, int],
    passage: Passage,
    reason: str,
) -> None:
    name, year, stage, amount = said
    figure = Figure.exact(Decimal(amount)) if amount else Figure.zero()
    evidence = [(passage, "figure", passage.quote)]
    if known is not None:
        correct_observation(known, by=by, figure=figure, reason=reason, evidence=evidence)
        return
    counted = find_or_add_indicator(owner, by=by, name=name, unit=DONG)
    record_observation(counted, by=by, figure=figure, owner=owner, stage=stage, period=Term.of(str(year)), evidence=evidence)


@transaction.atomic
def set_budget_aim(
    owner: Organisation,
    *,
    by: User | None,
    percent: Decimal,
    first: int,
    last: int | None,
    version: DocumentVersion,
    start: int,
    end: int,
    reason: str = "",
) -> Organisation:
    """Set the least share of the budget for science from a year on (đặt mục tiêu), as a sentence of a document says.

    An aim from the same year is corrected. Raises ValidationError for no share, and where the last year is before the first.
    """
    if not 0 < percent <= 100:
        raise ValidationError({"percent": _("Tỷ lệ phải lớn hơn 0 và không quá 100. Đề nghị kiểm tra lại.")})
    if last is not None and last < first:
        raise ValidationError({"last": _("Năm cuối trước năm đầu. Đề nghị kiểm tra lại hai năm.")})
    passage = mark_passage(version, start, end)
    evidence = [(passage, "figure", passage.quote)]
    period = Term(date(first, 1, 1), date(last, 12, 31) if last else None)
    aims = [row for row in budget.figures_of_budget(owner) if row.stage == Observation.Stage.TARGET]
    known = next((row for row in aims if row.period_first == period.first), None)
    figure = budget.as_percent(percent)
    if known is not None:
        correct_observation(known, by=by, figure=figure, changes={"period": period}, reason=reason, evidence=evidence)
        return owner
    counted = find_or_add_indicator(owner, by=by, name=budget.SHARE, unit=budget.PERCENT)
    record_observation(
        counted, by=by, figure=figure, owner=owner, stage=Observation.Stage.TARGET, period=period, evidence=evidence
    )
    return owner
