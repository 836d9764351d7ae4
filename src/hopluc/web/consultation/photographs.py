"""Remarks written by hand and photographed: the pictures are read like every file taken in; each line read is settled by an officer."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image

from hopluc.reading.sources import Sandbox
from hopluc.reading.sources.sniff import PDF, PICTURES
from hopluc.vietnamese import nfc
from hopluc.web.consultation.actions import answer_comment, note_comment
from hopluc.web.consultation.models import Asked, Comment, Consultation, Photographs, RemarkLine
from hopluc.web.documents.files import read_kept
from hopluc.web.intake.actions import take_in
from hopluc.web.intake.models import Upload
from hopluc.web.intake.queries import newest_version
from hopluc.web.journal.actions import enter
from hopluc.web.people.models import User

DRAWN = PICTURES | {PDF}
"""What has pages to be shown."""
TAKEN = "Tiếp thu."
"""What is answered to a remark that is taken without a word: in the language of the table, whoever's pages speak another."""
SHOWN = 1_600
"""Dots along the longer side of a picture as the page shows it."""


class Do(models.TextChoices):
    """What becomes of a line."""

    TAKEN = Comment.Outcome.TAKEN.value, Comment.Outcome.TAKEN.label
    IN_PART = Comment.Outcome.IN_PART.value, Comment.Outcome.IN_PART.label
    EXPLAINED = Comment.Outcome.EXPLAINED.value, Comment.Outcome.EXPLAINED.label
    JOINED = "joined", gettext_lazy("Nối vào dòng trên")
    DROPPED = "dropped", gettext_lazy("Bỏ, không phải ý kiến")


@dataclass(frozen=True)
class Line:
    """A line that is proposed: of which picture, its place there, and what the machine read."""

    upload: Upload
    order: int
    read: str

    @property
    def key(self) -> str:
        return f"l{self.upload.pk}_{self.order}"


@dataclass(frozen=True)
class Said:
    """What an officer says of a line: what becomes of it, its words as they are, the paragraph they are about, what is answered."""

    line: Line
    do: str
    text: str = ""
    paragraph: int | None = None
    answer: str = ""


def take_photographs(
    consultation: Consultation, *, by: User, asked: Asked, source: str, files: "Sequence[File[Any]]"
) -> Photographs:
    """Take in photographs of remarks written by hand (nhập ảnh góp ý viết tay); a job reads them like all files."""
    with transaction.atomic():
        batch = take_in(consultation.owner, by=by, files=files)
        return enter(Photographs(asked=asked, batch=batch, source=nfc(source)), by=by, verb="take_photographs")


def lines_read(upload: Upload) -> list[Line]:
    """The lines the machine read in a picture, in their order; none until the job has read it."""
    version = newest_version(upload.document) if upload.document else None
    words = [" ".join(line.split()) for line in version.text.splitlines()] if version else []
    return [Line(upload, order, line) for order, line in enumerate((line for line in words if line), start=1)]


def line_to_type(photographs: Photographs, upload: Upload) -> Line:
    """The empty line after those of a picture: for what the machine did not read."""
    last = photographs.lines.filter(upload=upload).aggregate(last=models.Max("order"))["last"] or 0
    return Line(upload, max(last, len(lines_read(upload))) + 1, "")


@transaction.atomic
def settle_lines(photographs: Photographs, *, by: User, said: Sequence[Said]) -> list[RemarkLine]:
    """Settle lines of photographed remarks, all that were pressed or none: taken, explained, joined to the line above, or dropped.

    Raises ValidationError for a line joined to one that is no comment, for one settled meanwhile, and once the consultation is closed.
    """
    settled: list[RemarkLine] = []
    for one, joined in _with_joined(said):
        above: Comment | None = None
        if one.do != Do.DROPPED:
            text = " ".join(part for part in (one.text, *(other.text for other in joined)) if part)
            above = _comment(photographs, one, text, by=by)
        for each in (one, *joined):
            row = RemarkLine(photographs=photographs, upload=each.line.upload, order=each.line.order, comment=above)
            row.read = each.line.read
            settled.append(enter(row, by=by, verb="settle_remark_line"))
    return settled


def _with_joined(said: Sequence[Said]) -> list[tuple[Said, list[Said]]]:
    """Each line with those joined to it."""
    found: list[tuple[Said, list[Said]]] = []
    for one in said:
        if one.do != Do.JOINED:
            found.append((one, []))
        elif not found or found[-1][0].do == Do.DROPPED or found[-1][0].line.upload != one.line.upload:
            told = _("Dòng “%(line)s” nối vào dòng trên, nhưng dòng trên không được tiếp thu, giải trình trong lần này.")
            raise ValidationError(told % {"line": one.text[:80]})
        else:
            found[-1][1].append(one)
    return found


def _comment(photographs: Photographs, one: Said, text: str, *, by: User) -> Comment:
    made = note_comment(photographs.asked, by=by, text=text, paragraph=one.paragraph, source=photographs.source)
    return answer_comment(made, by=by, outcome=one.do, answer=one.answer or TAKEN)


def picture_of(upload: Upload) -> bytes:
    """The picture of a photograph as a small grey JPEG, straight, drawn anew in the child that reads files; b"" where there is none."""
    version = newest_version(upload.document) if upload.document else None
    if version is None or version.media_type not in DRAWN:
        return b""
    with Sandbox() as sandbox:
        drawn = sandbox.draw(read_kept(version.sha256), version.media_type, version.name, 1)
    if drawn is None:
        return b""
    with Image.open(io.BytesIO(drawn[0]), formats=["PPM"]) as page:
        page.thumbnail((SHOWN, SHOWN))
        made = io.BytesIO()
        page.save(made, "JPEG", quality=70)
    return made.getvalue()
