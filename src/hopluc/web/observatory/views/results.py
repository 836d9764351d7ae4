"""Results: computing one, its ranking as a page and a file, reviewing and publishing it."""

from io import BytesIO
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hopluc.comma_separated import as_csv
from hopluc.scorecards.workbook import workbook_of
from hopluc.scorecards.written import STAMP, in_full
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.jobs.rules import can_cancel
from hopluc.web.observatory import actions, forms, queries, rules
from hopluc.web.observatory.charts import ranking_chart
from hopluc.web.observatory.models import Result
from hopluc.web.observatory.outcomes import Ranking, identity_of, ranking_of, scores_of
from hopluc.web.pages import crud
from hopluc.web.pages.asking import Nothing

compute = crud.Ask.as_view(
    rows=queries.editions_run_by,
    rule=rules.can_run_edition,
    form_class=forms.Compute,
    action=actions.compute_edition,
    heading=_("Tính điểm"),
    told=_("Điểm được tính từ số liệu hiện có và lưu cùng số liệu, định nghĩa để tính lại được đúng từng chữ số."),
    button=_("Tính điểm"),
)


def ranking(result: Result) -> Ranking:
    """The ranking a result keeps, with what was published beside it."""
    return ranking_of(result, queries.official_scores(result.edition), result.edition.units.all())


def _beside(user: Any, result: Result) -> dict[str, Any]:
    told: dict[str, Any] = {
        "edition": result.edition,
        "may_review": rules.can_review(user, result),
        "may_publish": rules.can_publish(user, result),
        "profile_sets": queries.profile_sets_seen_by(user).filter(result=result),
        "may_make_profiles": rules.can_make_profiles(user, result),
        "may_stop": result.job is not None and can_cancel(user, result.job),
        "unchecked": queries.unchecked(result.edition),
    }
    if not result.sha256:
        return told
    found = ranking(result)
    chart = ranking_chart(gettext("Điểm ước và khoảng điểm"), found) if found.ranks_anybody else None
    return told | {"ranking": found, "chart": chart, "percent": round(100 * found.level)}


result = crud.Show.as_view(
    rows=queries.results_seen_by, rule=crud.anyone_who_sees, beside=_beside, template_name="observatory/result.html"
)
review = crud.Ask.as_view(
    rows=queries.results_seen_by,
    rule=rules.can_review,
    form_class=forms.Review,
    action=actions.review_result,
    heading=_("Soát xét kết quả"),
    told=_("Người soát xét không phải người đã tính. Sau khi soát xét, lãnh đạo công bố trong cơ quan."),
    button=_("Đã soát xét"),
    done=_("Đã ghi nhận soát xét."),
)
publish = crud.Ask.as_view(
    rows=queries.results_seen_by,
    rule=rules.can_publish,
    form_class=Nothing,
    action=actions.publish_result,
    heading=_("Công bố trong cơ quan và chốt số liệu"),
    told=_(
        "Số liệu, minh chứng và kết quả của kỳ này được giữ nguyên từ đây; thay đổi là bản đính chính. Điểm vẫn là ước tính nội bộ."
    ),
    button=_("Công bố, chốt số liệu"),
    done=_("Đã công bố trong cơ quan; số liệu đã chốt."),
)


def computed(request: HttpRequest, pk: int) -> Result:
    """A result the user sees that is computed. Raises Http404."""
    found: Result = get_object_or_404(queries.computed_results_seen_by(request.user), pk=pk)
    return found


def table_file(name: str, head: list[str], rows: list[list[str]]) -> FileResponse:
    """A table as CSV to be saved, under the stamp that every score of ours carries."""
    text = as_csv(head, rows) + as_csv([STAMP], [])
    return to_be_saved(BytesIO(text.encode("utf-8-sig")), f"{name}.csv")


def cell(value: float | None) -> str:
    """A number of a file: exact, NA where there is none."""
    return "NA" if value is None else in_full(float(value))


@require_safe
@login_required
def ranking_file(request: HttpRequest, pk: int) -> FileResponse:
    """The ranking as CSV."""
    found = computed(request, pk)
    head = [
        "rank",
        "uCode",
        "uName",
        "score",
        "rank_low",
        "rank_high",
        "score_low",
        "score_high",
        "official_score",
        "official_rank",
    ]
    rows = [
        [
            cell(row.rank),
            row.code,
            row.name,
            *map(cell, (row.score, row.low, row.high, row.bottom, row.top)),
            cell(row.official.score if row.official else None),
            cell(row.official.rank if row.official else None),
        ]
        for row in ranking(found).rows
    ]
    return table_file(f"xep-hang-{found.pk}", head, rows)


@require_safe
@login_required
def workbook(request: HttpRequest, pk: int) -> FileResponse:
    """The result as an Excel workbook whose scores and ranks are formulas on its figures and weights."""
    found = computed(request, pk)
    book = workbook_of(scores_of(found), str(found.edition), identity_of(found))
    return to_be_saved(BytesIO(book), f"bang-tinh-{found.pk}.xlsx")
