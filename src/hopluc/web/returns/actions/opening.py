"""Open a round, with a return for each agency already filled with what is known; move its deadline, withdraw it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.reading.records.statements import type_of_words
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.models import Document
from hopluc.web.intake.likeness import most_alike
from hopluc.web.journal.actions import amend, enter, keep
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme, Statement
from hopluc.web.returns.actions.filling import enter_lines, new_sentences
from hopluc.web.returns.models import NARRATIVE, Part, Return, Round, Sentence
from hopluc.web.returns.prefill import known_of, lines_for, sentences_for
from hopluc.web.terms import Term


@dataclass(frozen=True)
class Heading:
    """A heading of a round's outline: its number and title as written; `kind` is the type of narrative under it, if it is known;
    `asked` are the figures asked under it, by name and unit."""

    title: str
    number: str = ""
    kind: str = ""
    asked: tuple[tuple[str, str], ...] = ()


@transaction.atomic
def open_round(
    owner: Organisation,
    *,
    by: User | None,
    title: str,
    period: Term,
    due_on: date,
    agencies: Sequence[str],
    outline: Sequence[Heading],
    programme: Programme | None = None,
    regime: str = "",
    asked_in: Document | None = None,
    own: Sequence[OwnDefinition] = (),
) -> Round:
    """Open a reporting round (mở kỳ báo cáo) of these agencies, by name, in their order. Each has its return from the beginning.
    `own` are the versions of the office's own definitions it is opened by.

    Raises ValidationError where no agency or no heading is named, or the period has no two ends.
    """
    if not agencies or not outline:
        raise ValidationError(_("Kỳ báo cáo cần ít nhất một đơn vị và một mục đề cương. Đề nghị bổ sung."))
    if period.first is None or period.last is None:
        raise ValidationError(_("Kỳ báo cáo cần ngày đầu và ngày chốt số liệu. Đề nghị bổ sung."))
    round_ = Round(owner=owner, programme=programme, title=title, regime=regime, asked_in=asked_in, due_on=due_on, opened_by=by)
    round_.period = period
    said = {"agencies": list(agencies), "outline": [part.title for part in outline], "definitions": [row.pk for row in own]}
    enter(round_, by=by, verb="open_round", also=said)
    round_.definitions.set(own)
    parts = _enter_outline(round_, outline)
    bodies = [find_or_add_organisation(owner, by=by, name=name[:300]) for name in agencies]
    asked = list(dict.fromkeys(bodies))
    known = known_of(round_, asked)
    sentences: list[Sentence] = []
    for order, agency in enumerate(asked, start=1):
        row = enter(Return(round=round_, agency=agency, order=order), by=by, verb="ask_for_return")
        enter_lines(row, lines_for(row, parts, known))
        sentences += new_sentences(row, sentences_for(row, parts, known))
    Sentence.objects.bulk_create(sentences)
    return round_


def _enter_outline(round_: Round, outline: Iterable[Heading]) -> list[Part]:
    strands = list(round_.programme.strands.all()) if round_.programme else []
    parts = []
    for order, heading in enumerate(outline, start=1):
        part = Part(round=round_, order=order, number=heading.number[:30], title=heading.title)
        part.kind = heading.kind or kind_of_heading(heading.title)
        part.strand = most_alike(heading.title, strands, floor=0.6)
        part.asked = [list(figure) for figure in heading.asked]
        keep(part)
        parts.append(part)
    return parts


def kind_of_heading(title: str) -> str:
    """The type of narrative a heading opens; of one that says none, results: it names a field of work."""
    said = type_of_words(title)
    return said if said in {kind.value for kind in NARRATIVE} else Statement.Kind.RESULT.value


def move_deadline(round_: Round, *, by: User, due_on: date, reason: str) -> Round:
    """Move a round's deadline (lùi hạn)."""
    return amend(round_, by=by, verb="move_deadline", changes={"due_on": due_on}, reason=reason)


@transaction.atomic
def withdraw_round(round_: Round, *, by: User, reason: str) -> Round:
    """Withdraw a round that was opened by mistake (rút kỳ báo cáo). Raises ValidationError once a return was received in it."""
    if round_.returns.filter(steps__verb="received").exists():
        raise ValidationError(_("Kỳ này đã tiếp nhận báo cáo nên được giữ nguyên. Đề nghị lùi hạn hoặc mở kỳ mới."))
    return amend(round_, by=by, verb="withdraw_round", changes={"withdrawn_at": timezone.now()}, reason=reason)
