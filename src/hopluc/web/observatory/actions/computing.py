"""Compute an edition, review what came of it, publish it; enter what the ministry published."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc import __version__
from hopluc.scorecards.stored import asked, digest, recomputed
from hopluc.scorecards.uncertainty.replicates import Progress
from hopluc.web.jobs.actions import submit
from hopluc.web.journal.actions import amend, enter, keep, record
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Edition, OfficialScore, Result
from hopluc.web.people.models import User

COMPUTE = "compute_edition"
AT_ONCE = 5_000_000
"""So many cells (units x indicators x replicates) are computed while the page waits; more is a job."""


def compute_edition(edition: Edition, *, by: User, replicates: int = 1_000, seed: int = 1) -> Result:
    """Compute an edition (tính điểm) from its figures as they stand, pinned; a long computation is left to a job.

    Raises CannotScore, WrongDefinition where it cannot be done; nothing is kept then.
    """
    definition, data = edition.definition, queries.figures_of(edition)
    if np.isnan(data.values).all():
        raise ValidationError(_("Kỳ này chưa có số liệu nào được tính. Đề nghị nhập số liệu trước."))
    wanted = asked(definition, data, replicates=replicates, seed=seed)
    at_once = data.values.size * max(replicates, 1) <= AT_ONCE
    outcome = recomputed(wanted) if at_once else ""
    with transaction.atomic():
        queries.held(edition)
        if not rules.is_open(edition):
            raise ValidationError(_("Kỳ này đã công bố nên được giữ nguyên. Đề nghị lập bản đính chính."))
        last = edition.results.aggregate(last=Max("number"))["last"] or 0
        result = Result(edition=edition, number=last + 1, text=wanted.definition, figures=wanted.figures)
        result.replicates, result.seed, result.asked_sha256 = replicates, seed, wanted.sha256
        result.engine, result.outcome, result.sha256 = __version__, outcome, digest(outcome) if outcome else ""
        result.computed_by = by
        enter(result, by=by, verb="compute_edition")
        if not at_once:
            result.job = submit(COMPUTE, {"result": result.pk}, by=by)
            result.save(update_fields=["job"])
    return result


def carry_out(result: Result, *, by: User | None, progress: Progress | None = None) -> Result:
    """Do what a job was left to do: compute what is pinned, and keep what came of it. Done already is well."""
    if result.sha256:
        return result
    outcome = recomputed(result.asked, progress)
    return amend(result, by=by, verb="finish_computation", changes={"outcome": outcome, "sha256": digest(outcome)})


def review_result(result: Result, *, by: User, review: str) -> Result:
    """Say that a result was reviewed (soát xét), and with what remark; by another account than the one that computed it."""
    if not rules.can_review(by, result):
        raise ValidationError(_("Người tính không tự soát xét, và kết quả chỉ soát xét một lần. Đề nghị cán bộ khác soát xét."))
    changes = {"reviewed_by": by, "reviewed_at": timezone.now(), "review": review}
    return amend(result, by=by, verb="review_result", changes=changes)


@transaction.atomic
def publish_result(result: Result, *, by: User) -> Result:
    """Publish a reviewed result inside the agency (công bố nội bộ, chốt số liệu): from then on the database keeps the edition as it is.

    Raises ValidationError where a figure was never checked, changed since the computation, or computing again gives another result.
    """
    edition = queries.held(result.edition)
    if not rules.can_publish(by, result):
        raise ValidationError(_("Kết quả chưa soát xét, hoặc kỳ này đã công bố. Đề nghị tải lại trang."))
    if left := queries.unchecked(edition):
        raise ValidationError(_("Còn số liệu chưa kiểm tra ở các chỉ số: %(codes)s.") % {"codes": ", ".join(left)})
    wanted = result.asked
    now = asked(edition.definition, queries.figures_of(edition), replicates=result.replicates, seed=result.seed)
    if now.sha256 != result.asked_sha256:
        raise ValidationError(_("Số liệu đã thay đổi sau lần tính này. Đề nghị tính lại rồi soát xét."))
    if digest(recomputed(wanted)) != result.sha256:
        raise ValidationError(_("Tính lại không ra đúng kết quả đã lưu. Đề nghị tính lại rồi soát xét."))
    return amend(result, by=by, verb="publish_result", changes={"published_by": by, "published_at": timezone.now()})


@dataclass(frozen=True)
class Announced:
    """What was published of one unit in one group: its score, its rank, or both."""

    unit: str
    group: str
    score: float | None = None
    rank: int | None = None


@transaction.atomic
def note_official(edition: Edition, *, by: User, source: str, announced: Sequence[Announced]) -> Edition:
    """Enter what the index's owner published (kết quả đã công bố), in place of what was entered before. Raises ValidationError."""
    units = queries.units_by_code(edition)
    groups = {one.code for one in edition.definition.groups}
    for one in announced:
        if one.unit not in units or one.group not in groups:
            raise ValidationError(_("Không có đơn vị “%(unit)s” hoặc nhóm “%(group)s” trong kỳ này.") % vars(one))
    before = _announced(edition)
    edition.official_scores.all().delete()
    for one in announced:
        row = OfficialScore(edition=edition, unit=units[one.unit], group=one.group, score=one.score, rank=one.rank)
        row.source, row.added_by = source, by
        keep(row)
    record(by, "note_official", edition, before=before, after=_announced(edition), reason=source)
    return edition


def _announced(edition: Edition) -> dict[str, list[list[object]]]:
    found = queries.official_scores(edition).values()
    return {"official": [[row.unit.code, row.group, row.score, row.rank] for row in found]}
