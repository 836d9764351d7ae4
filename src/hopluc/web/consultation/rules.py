"""Who asks for opinions on a draft, who gives one, who answers it, who agrees that the draft goes to signature."""

from typing import Any

from django.db.models import QuerySet

from hopluc.web.consultation.models import Asked, Comment, Consultation, Photographs
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.people.rules import WRITERS, decides_for_owner, writes_for_owner


def is_newest(draft: ReportDraft) -> bool:
    """Is there no later draft of the report."""
    return not _drafts_of_same(draft).filter(number__gt=draft.number).exists()


def is_sealed(draft: ReportDraft) -> bool:
    """Has this draft of the report, or a later one, gone to signature: what was asked and answered of it is fixed with that."""
    return _drafts_of_same(draft).filter(number__gte=draft.number, put_up__isnull=False).exists()


def _drafts_of_same(draft: ReportDraft) -> QuerySet[ReportDraft]:
    return ReportDraft.objects.filter(programme=draft.programme_id, outline=draft.outline)


def can_ask_for_opinions(user: Any, draft: ReportDraft) -> bool:
    """Officers of the standing agency, until the draft, or a later one of the report, has gone to signature."""
    return writes_for_owner(user, draft) and not is_sealed(draft)


def can_close_consultation(user: Any, consultation: Consultation) -> bool:
    """The same, while it is open."""
    return consultation.closed_at is None and writes_for_owner(user, consultation)


def speaks_for(user: Any, asked: Asked) -> bool:
    """Is it this account that was asked, or does it write for the agency that was."""
    if asked.user_id:
        return asked.user_id == user.pk and asked.organisation_id in user.standing
    return bool(user.acts_for(asked.organisation_id, WRITERS))


def spoken_for(user: Any, consultation: Consultation) -> Asked | None:
    """Whom of who is asked the account speaks for; None where for nobody."""
    return next((asked for asked in consultation.asked.all() if speaks_for(user, asked)), None)


def can_give_opinion(user: Any, consultation: Consultation) -> bool:
    """Who was asked, while it is open."""
    return consultation.closed_at is None and spoken_for(user, consultation) is not None


def can_agree(user: Any, consultation: Consultation) -> bool:
    """The same, once."""
    asked = spoken_for(user, consultation)
    return can_give_opinion(user, consultation) and asked is not None and asked.agreed_at is None


def can_note_opinion(user: Any, consultation: Consultation) -> bool:
    """Note what an agency sent on paper: officers of the agency that asks, while it is open."""
    return consultation.scope == Consultation.Scope.AGENCIES and can_close_consultation(user, consultation)


def can_settle_photographs(user: Any, photographs: Photographs) -> bool:
    """Say what becomes of the lines of photographed remarks: officers of the agency that asks, while it is open."""
    return can_close_consultation(user, photographs.asked.consultation)


def can_withdraw_comment(user: Any, comment: Comment) -> bool:
    """Who said it, until it is answered or the consultation is closed."""
    consultation = comment.asked.consultation
    return not comment.outcome and consultation.closed_at is None and speaks_for(user, comment.asked)


def can_answer_comment(user: Any, comment: Comment) -> bool:
    """Officers of the agency that asks, until the draft has gone to signature."""
    return can_ask_for_opinions(user, comment.asked.consultation.draft)


def can_put_up(user: Any, draft: ReportDraft) -> bool:
    """Leaders of the standing agency, the newest draft of a report, once."""
    return decides_for_owner(user, draft) and not is_sealed(draft) and is_newest(draft)


def is_of_owner(user: Any, consultation: Consultation) -> bool:
    """Does the user belong to the agency that asks."""
    return consultation.owner_id in user.standing
