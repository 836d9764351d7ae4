"""Note money of a programme, in the five stages of the budget."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.web.documents.actions import EvidenceOf
from hopluc.web.measures.actions import correct_observation, find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import DONG, Observation
from hopluc.web.people.models import User
from hopluc.web.register.models import Activity, Programme
from hopluc.web.register.money import SOURCE, fund_of, money_about
from hopluc.web.terms import Term

NAME = "Kinh phí"


@transaction.atomic
def note_money(
    programme: Programme,
    *,
    by: User | None,
    year: int,
    stage: str,
    amount: int,
    fund: str = "",
    about: Activity | None = None,
    reason: str = "",
    evidence: EvidenceOf = (),
) -> Observation:
    """Note whole đồng planned, allotted, spent, carried or settled in a year (ghi kinh phí), from a source; of the programme or its work.

    An amount noted before for the same is corrected, the journal keeps what it was. Raises ValidationError for less than nothing,
    and where documents give several amounts for the same: that is to be settled there.
    """
    if amount < 0:
        raise ValidationError({"amount": _("Số tiền không thể âm. Đề nghị kiểm tra lại.")})
    figure = Figure.exact(Decimal(amount)) if amount else Figure.zero()
    known = _noted(about or programme, stage, year, fund)
    if len(known) > 1:
        told = _("Có %(count)s số cùng loại, cùng năm, cùng nguồn. Đề nghị xem các số này ở phần Số liệu và rút số không đúng.")
        raise ValidationError({"amount": told % {"count": len(known)}})
    if known:
        return correct_observation(known[0], by=by, figure=figure, reason=reason, evidence=evidence)
    counted = find_or_add_indicator(programme.owner, by=by, name=NAME, unit=DONG)
    return record_observation(
        counted,
        by=by,
        figure=figure,
        about=about or programme,
        stage=stage,
        period=Term.of(str(year)),
        breakdown={SOURCE: fund} if fund else {},
        evidence=evidence,
    )


def _noted(about: Programme | Activity, stage: str, year: int, fund: str) -> list[Observation]:
    """The amounts of a stage noted for the same thing, year and source."""
    rows = money_about(about).filter(stage=stage, period_first__year=year, period_last__year=year)
    return [row for row in rows if fund_of(row) == fund]
