"""The evidence of an edition's figures as a pack takes it along: each file once under a safe name, what stays out and why, and the gaps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from hopluc.vietnamese import slug
from hopluc.web.documents.queries import versions_seen_by
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Edition, Proof, Series, Unit
from hopluc.web.people.models import Organisation

FOLDER = "minh-chung"
UNREAD = "Tệp chưa đọc xong hoặc chưa đọc được; không có trong gói."
UNSEEN = "Văn bản đã rút hoặc không thuộc phạm vi được xem; không có trong gói."


@dataclass(frozen=True)
class PackedFile:
    """A file of the pack: its name there, and the hash it is kept by."""

    name: str
    sha256: str
    added_at: datetime


@dataclass(frozen=True)
class Piece:
    """A piece of evidence: the name of its file in the pack, or why it has none."""

    proof: Proof
    file: str = ""
    why: str = ""


@dataclass(frozen=True)
class Gap:
    """What a series still lacks: the units without a figure, and those whose figure has no evidence."""

    series: Series
    unknown: tuple[Unit, ...]
    unproved: tuple[Unit, ...]


@dataclass(frozen=True)
class Pack:
    """The evidence of an edition as one user sees it; `agency` is whose paper its index is."""

    edition: Edition
    agency: Organisation
    pieces: tuple[Piece, ...]
    files: tuple[PackedFile, ...]
    gaps: tuple[Gap, ...]
    units: int


def pack_of(user: Any, edition: Edition) -> Pack:
    """The evidence of the series the user sees, in the order of the definition; of documents the user does not see only that they are left out."""
    series = list(queries.series_seen_by(user).filter(edition=edition).prefetch_related("entries__proofs"))
    proofs = queries.proofs_seen_by(user).filter(entry__series__edition=edition).select_related("entry__series__agency")
    units = tuple(edition.units.all())
    pieces, files = _pieces(user, list(proofs.order_by("entry__series__order", "entry__unit__order", "pk")))
    gaps = tuple(gap for row in series if (gap := _gap(row, units)).unknown or gap.unproved)
    suppliers = (row.agency for row in series if row.agency is not None)
    agency = edition.owner if rules.sees_whole(user, edition) else next(suppliers, edition.owner)
    return Pack(edition, agency, pieces, files, gaps, len(units))


def file_name(code: str, unit: str, name: str, taken: Iterable[str] = ()) -> str:
    """A name for a file of evidence: indicator, unit and its own name in plain letters, so that it leads nowhere; not one that is taken.

    >>> file_name("1.2.3", "tỉnh Tân Lâm", "../../Báo cáo.PDF")
    'minh-chung/1.2.3_tinh-tan-lam_bao-cao.pdf'
    """
    own = PurePosixPath(name.replace("\\", "/"))
    number = ".".join(filter(None, map(slug, code.split("."))))
    stem = "_".join(filter(None, (number, slug(unit)[:60].strip("-"), slug(own.stem)[:60].strip("-")))) or "tep"
    ending = f".{slug(own.suffix)[:8]}" if slug(own.suffix) else ""
    found, count = f"{FOLDER}/{stem}{ending}", 1
    while found in taken:
        count += 1
        found = f"{FOLDER}/{stem}-{count}{ending}"
    return found


def _pieces(user: Any, proofs: Sequence[Proof]) -> tuple[tuple[Piece, ...], tuple[PackedFile, ...]]:
    """The pieces with the names of their files, and each file once, named by the first figure it proves."""
    newest = _newest(user, {proof.paper.pk for proof in proofs if proof.paper})
    files: dict[str, PackedFile] = {}
    taken: set[str] = set()
    pieces = []
    for proof in proofs:
        kept = newest.get(proof.paper.pk) if proof.paper else None
        if kept is None:
            pieces.append(Piece(proof, why=UNSEEN if proof.paper else UNREAD))
            continue
        sha256, name, added_at = kept
        if sha256 not in files:
            entry = proof.entry
            named = file_name(entry.series.code, entry.unit.name, name, taken)
            taken.add(named)
            files[sha256] = PackedFile(named, sha256, added_at)
        pieces.append(Piece(proof, files[sha256].name))
    return tuple(pieces), tuple(files.values())


def _newest(user: Any, documents: Iterable[int]) -> Mapping[int, tuple[str, str, datetime]]:
    """Of these documents those the user sees, each with hash, name and day of its newest file."""
    rows = versions_seen_by(user).filter(document__in=list(documents)).order_by("document", "number")
    return {pk: (sha256, name, at) for pk, sha256, name, at in rows.values_list("document", "sha256", "name", "added_at")}


def _gap(series: Series, units: tuple[Unit, ...]) -> Gap:
    known = {entry.unit_id: entry for entry in series.entries.all() if entry.value is not None}
    unproved = tuple(unit for unit in units if unit.pk in known and not known[unit.pk].proofs.all())
    return Gap(series, tuple(unit for unit in units if unit.pk not in known), unproved)
