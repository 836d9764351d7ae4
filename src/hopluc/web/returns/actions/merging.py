"""Merge what returns tell (tổng hợp): an officer's word on likely duplicates, and where each sentence goes."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import amend, enter
from hopluc.web.people.models import User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Statement
from hopluc.web.returns import queries
from hopluc.web.returns.models import Pair, Placement, Round, Sentence


@transaction.atomic
def decide_pair(
    round_: Round, *, by: User, first: Sentence, second: Sentence, decision: str, kept: Sentence | None = None
) -> Pair:
    """Say of two sentences whether they tell of one thing (cùng một việc, hai việc khác nhau, hỏi lại hai đơn vị).

    Of one thing, one sentence is kept (the first, if none is named); the other goes with it wherever it is placed.
    """
    one, other = sorted((first, second), key=lambda sentence: sentence.pk)
    kept = (kept or first) if decision == Pair.Decision.SAME else None
    known = Pair.objects.select_for_update().filter(first=one, second=other).first()
    if known is not None:
        return amend(known, by=by, verb="decide_pair", changes={"decision": decision, "kept": kept})
    pair = Pair(round=round_, first=one, second=other, decision=decision, kept=kept)
    return enter(pair, by=by, verb="decide_pair")


@transaction.atomic
def place_sentences(round_: Round, *, by: User, sentences: Sequence[Sentence], text: str) -> Statement:
    """Put sentences into the draft as one statement (đưa vào dự thảo), in the officer's words, with their passages as evidence.

    Sentences said to be one thing with them go with them. Raises ValidationError for a round without a programme, or without words.
    """
    if round_.programme is None:
        raise ValidationError(_("Kỳ báo cáo này không theo chương trình nào nên chưa có dự thảo để đưa vào."))
    if not text.strip():
        raise ValidationError(_("Đề nghị ghi câu đưa vào dự thảo."))
    together = queries.same_as(round_, sentences)
    first = sentences[0]
    evidence = [(one.passage, "text", one.passage.quote) for one in together if one.passage is not None]
    statement = register.make_statement(
        round_.programme,
        by=by,
        kind=first.kind,
        text=text.strip(),
        strand=first.part.strand,
        period=round_.period,
        evidence=evidence,
    )
    for one in together:
        _place(one, statement, by=by)
    return statement


def leave_aside(round_: Round, *, by: User, sentence: Sentence) -> Placement:
    """Leave a sentence out of the draft (để lại)."""
    return _place(sentence, None, by=by)


def _place(sentence: Sentence, statement: Statement | None, *, by: User) -> Placement:
    known = Placement.objects.filter(sentence=sentence).first()
    if known is not None:
        return amend(known, by=by, verb="place_sentence", changes={"statement": statement})
    return enter(Placement(sentence=sentence, statement=statement), by=by, verb="place_sentence")
