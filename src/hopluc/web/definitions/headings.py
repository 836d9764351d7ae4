"""The headings of a file that is an outline (đề cương), or encloses one: proposed as the parts of a definition, to be changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.reading import Document, Span
from hopluc.reading.page.layout import Block, layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources import Sandbox, open_source
from hopluc.vietnamese import nfc

MOST_BYTES = 5_000_000
MOST_HEADINGS = 100
_OUTLINE = Pattern(r"\s*ĐỀ CƯƠNG\b")
_DEPTHS = {"part": 1, "chapter": 1, "upper": 2, "roman": 3, "first": 4, "second": 5, "letter": 6, "third": 6}
"""Which markers of official documents stand under which: phần, A., I., 1., 1.1. and a)."""
_LAST = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its depth from 1, its number as printed and its words."""

    level: int
    number: str
    title: str


def headings_in_file(file: Any) -> list[Heading]:
    """The headings of an uploaded file, read as every document is. Raises UnreadableFile, ValidationError where it has none."""
    name = PurePath(nfc(file.name)).name[-200:]
    if file.size > MOST_BYTES:
        raise ValidationError(_("Tệp đề cương lớn hơn 5 MB. Đề nghị gửi tệp chỉ có đề cương."))
    with Sandbox() as sandbox:
        found = headings_in(open_source(file.read(), name, sandbox))
    if not found:
        raise ValidationError(
            _(
                "Không thấy đề mục nào trong tệp “%(name)s”. Đề nghị đánh số đề mục (I., 1., a)) trong tệp, hoặc ghi thẳng vào bảng."
            )
            % {"name": name}
        )
    return found


def headings_in(document: Document) -> list[Heading]:
    """The numbered headings after the words "ĐỀ CƯƠNG", of the whole text where it has no such words."""
    opened = _OUTLINE.search(document.plain)
    start = opened.end() if opened else 0
    return _levelled(list(_numbered(document, start)))[:MOST_HEADINGS]


def _numbered(document: Document, start: int) -> Iterator[Heading]:
    """Each numbered heading with the depth of its marker; a part whose title stands on the next line takes it."""
    waiting: Heading | None = None
    for block in layout(document).blocks:
        if block.span.start < start or block.kind not in {"heading", "item"}:
            continue
        title = _title(document, block)
        if waiting is not None:
            yield replace(waiting, title=title if block.number is None else waiting.number)
            taken, waiting = block.number is None, None
            if taken:
                continue
        depth = _DEPTHS.get(block.style or "")
        if depth is None:
            continue
        number = document.quote(Span(block.span.start, block.body.start)).strip() or document.quote(block.span).strip()
        made = Heading(depth, number[:30], title)
        if title:
            yield made
        else:
            waiting = made


def _title(document: Document, block: Block) -> str:
    return " ".join(document.quote(block.body).split()).strip(" .:;")[:300]


def _levelled(headings: Sequence[Heading]) -> list[Heading]:
    """The same, their depths without gaps: a text without parts begins with its sections (level 2)."""
    depths = sorted({heading.level for heading in headings})
    first = 1 if 1 in depths else 2
    levels = {depth: min(first + place, _LAST) for place, depth in enumerate(depths)}
    made: list[Heading] = []
    for heading in headings:
        above = made[-1].level if made else 1
        made.append(replace(heading, level=min(levels[heading.level], above + 1)))
    return made
