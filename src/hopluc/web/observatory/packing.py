"""The pack of an edition's evidence (bộ minh chứng): one archive with the files, and in Word the list of them and of the gaps.

The list is an official paper: in Vietnamese, whatever its maker reads.
"""

import shutil
import zipfile
from collections.abc import Sequence
from contextlib import ExitStack
from tempfile import SpooledTemporaryFile
from typing import IO

from django.conf import settings
from django.utils import timezone, translation

from hopluc.reporting import Paragraph, Report, Section, Table, to_word
from hopluc.reporting.report import Column, plain
from hopluc.web.documents import files
from hopluc.web.documents.models import Document
from hopluc.web.observatory.evidence import Gap, Pack, Piece
from hopluc.web.observatory.models import Unit
from hopluc.web.people.letterheads import letterhead_of, signing_for

INDEX = "danh-muc-minh-chung.docx"
IN_MEMORY = 8 * 1024 * 1024
"""As many bytes of an archive as are held in memory; a larger one is made on disk."""
PIECES = (
    Column("Chỉ số", 30),
    Column("Đơn vị", 22),
    Column("Số liệu (năm)", 24, number=True),
    Column("Cơ quan cung cấp", 28),
    Column("Văn bản, trang, đoạn trích", 44),
    Column("Tệp trong gói", 36),
)
GAPS = (Column("Mã", 26), Column("Chỉ số", 36), Column("Cơ quan cung cấp", 28), Column("Đơn vị", 60))


def archive_of(pack: Pack) -> IO[bytes]:
    """The archive, at its beginning: the list in Word, then each file as it is kept. Raises FileNotFoundError where a kept file is gone."""
    with ExitStack() as until_whole:
        made = until_whole.enter_context(SpooledTemporaryFile(max_size=IN_MEMORY))
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(INDEX, index_paper(pack))
            for one in pack.files:
                told = zipfile.ZipInfo(one.name, timezone.localtime(one.added_at).timetuple()[:6])
                told.compress_type = zipfile.ZIP_DEFLATED
                with files.open_kept(one.sha256) as kept, archive.open(told, "w", force_zip64=True) as place:
                    shutil.copyfileobj(kept, place)
        made.seek(0)
        until_whole.pop_all()
    return made


@translation.override(settings.LANGUAGE_CODE)
def index_paper(pack: Pack) -> bytes:
    """The list of the evidence, of the figures without any and of the figures not given, as a Word file of the agency."""
    unproved = [(gap, gap.unproved) for gap in pack.gaps if gap.unproved]
    unknown = [(gap, gap.unknown) for gap in pack.gaps if gap.unknown]
    report = Report(
        letterhead=letterhead_of(pack.agency),
        kind="Danh mục",
        summary=f"Minh chứng số liệu {pack.edition}",
        bases=(),
        opening=_opening(pack),
        sections=(
            Section("I.", "Minh chứng", 2, (_pieces(pack.pieces),)),
            Section("II.", "Số liệu chưa có minh chứng", 2, (_gaps(unproved, pack.units),)),
            Section("III.", "Số liệu chưa cung cấp", 2, (_gaps(unknown, pack.units),)),
        ),
        recipients=("Lưu: VT.",),
        wide=True,
        signature=signing_for(pack.agency),
    )
    return to_word(report, annex=False)


def _opening(pack: Pack) -> tuple[Paragraph, ...]:
    left_out = sum(not piece.file for piece in pack.pieces)
    proved = len({piece.proof.entry_id for piece in pack.pieces if piece.file})
    told = [
        f"Gói có {len(pack.files)} tệp minh chứng của {proved} số liệu."
        if pack.files
        else "Gói này không có tệp minh chứng nào."
    ]
    if left_out:
        told.append(f"Có {left_out} minh chứng không kèm tệp; lý do ghi tại cột “Tệp trong gói”.")
    return tuple(plain(words) for words in told)


def _pieces(pieces: Sequence[Piece]) -> Table | Paragraph:
    return Table(PIECES, tuple(_piece(one) for one in pieces)) if pieces else plain("Chưa có minh chứng nào được gắn.")


def _piece(piece: Piece) -> tuple[Paragraph, ...]:
    """A row of the list; of a document left out nothing is told but that it is."""
    proof, entry = piece.proof, piece.proof.entry
    paper = proof.paper if piece.file else None
    place = (f"Trang {proof.page}" if proof.page else "", f"“{proof.quote}”" if proof.quote else "")
    figure = entry.as_written if entry.value is not None else "–"
    cells = (
        f"{entry.series.code} {entry.series.name}",
        entry.unit.name,
        f"{figure} ({entry.year})" if entry.year else figure,
        str(entry.series.agency or "–"),
        ". ".join(filter(None, (_paper(paper), *place))) if paper else "–",
        piece.file or piece.why,
    )
    return tuple(plain(cell) for cell in cells)


def _paper(paper: Document) -> str:
    """Its number and day, then its title."""
    is_a_day = paper.date_first is not None and paper.date_first == paper.date_last
    day = f"ngày {paper.date_first:%d/%m/%Y}" if is_a_day else str(paper.date or "")
    head = " ".join(part for part in (paper.number, day) if part)
    return f"{head}: {paper.title}" if head else paper.title


def _gaps(gaps: Sequence[tuple[Gap, tuple[Unit, ...]]], every: int) -> Table | Paragraph:
    """A row for each series with the units it lacks."""
    if not gaps:
        return plain("Không có.")
    rows = []
    for gap, units in gaps:
        names = f"Tất cả {every} đơn vị" if len(units) == every > 1 else "; ".join(unit.name for unit in units)
        cells = (gap.series.code, gap.series.name, str(gap.series.agency or "–"), names)
        rows.append(tuple(plain(cell) for cell in cells))
    return Table(GAPS, tuple(rows))
