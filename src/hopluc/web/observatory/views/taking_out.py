"""An edition taken along: its evidence as one archive, and its own unit's figures to be copied into another system."""

from io import BytesIO

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from hopluc.reporting.official import moment_in_words
from hopluc.sheets import write_workbook
from hopluc.web.gate.edge import to_be_saved
from hopluc.web.observatory import grids, queries
from hopluc.web.observatory.evidence import pack_of
from hopluc.web.observatory.packing import archive_of


@require_safe
@login_required
def evidence_pack(request: HttpRequest, pk: int) -> FileResponse:
    """The evidence of the series the user sees, with its list in Word."""
    edition = get_object_or_404(queries.editions_seen_by(request.user), pk=pk)
    return to_be_saved(archive_of(pack_of(request.user, edition)), f"bo-minh-chung-{edition.pk}.zip")


@require_safe
@login_required
def copy_sheet(request: HttpRequest, pk: int) -> FileResponse:
    """The own unit's figures as Excel in the order of the definition: of the series the user sees."""
    edition = get_object_or_404(queries.editions_seen_by(request.user), pk=pk)
    home = edition.units.filter(is_home=True).first()
    rows = queries.series_seen_by(request.user).filter(edition=edition).prefetch_related("entries")
    at = timezone.localtime()
    told = f"Số liệu của {home} đến {moment_in_words(at)}." if home else "Kỳ này chưa ghi địa phương mình."
    note = f"{told} Ô số liệu trống là chưa có, không phải bằng 0."
    lines = grids.copied_lines(home, rows) if home else []
    book = write_workbook(grids.COPY, lines, heading=(str(edition).upper(), note))
    return to_be_saved(BytesIO(book), f"bang-chep-so-lieu-{edition.pk}.xlsx")
