"""The consultations a user may see, what waits for whose word, and what stands before a draft may go to signature."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from hopluc.web.consultation.models import Asked, Comment, Consultation, Photographs, PutUp
from hopluc.web.consultation.rules import is_newest
from hopluc.web.documents.files import is_whole
from hopluc.web.issuing.models import ReportDraft
from hopluc.web.issuing.queries import drafts_seen_by
from hopluc.web.journal.chain import canonical_json
from hopluc.web.people.models import Organisation
from hopluc.web.people.rules import DECIDERS, WRITERS
from hopluc.web.register.models import Statement
from hopluc.web.returns.models import Placement
from hopluc.web.store.prepared import Prepared


def consultations_seen_by(user: Any) -> QuerySet[Consultation]:
    """Those of the user's own agencies, those its agencies are asked in, and inside an agency those the account itself is asked in."""
    if not user.is_authenticated:
        return Consultation.objects.none()
    own = list(user.standing)
    asked = Asked.objects.filter(_of_account(user, own))
    seen = Consultation.objects.filter(Q(owner__in=own) | Q(pk__in=asked.values("consultation")))
    return seen.select_related("draft__programme", "owner")


def _of_account(user: Any, bodies: Iterable[int]) -> Q:
    """Who is asked: one of these bodies, or in one of them the account itself."""
    return Q(organisation__in=list(bodies)) & (Q(user=None) | Q(user=user.pk))


def comments_seen_by(user: Any) -> QuerySet[Comment]:
    """To the agency that asks all comments, to whoever is asked its own; withdrawn ones to nobody."""
    if not user.is_authenticated:
        return Comment.objects.none()
    own = list(user.standing)
    said = Asked.objects.filter(_of_account(user, own))
    rows = Comment.objects.filter(Q(asked__consultation__owner__in=own) | Q(asked__in=said), withdrawn_at=None)
    return rows.select_related("asked__consultation__draft", "asked__organisation", "asked__user")


def photographs_seen_by(user: Any) -> QuerySet[Photographs]:
    """The photographed remarks in the consultations of the user's own agencies."""
    if not user.is_authenticated:
        return Photographs.objects.none()
    rows = Photographs.objects.filter(asked__consultation__owner__in=list(user.standing))
    return rows.select_related("asked__consultation__draft__programme", "asked__organisation", "asked__user", "batch__job")


drafts_asked_about = drafts_seen_by


def asked_among(user: Any, consultation: Consultation) -> list[Asked]:
    """Those of who is asked that the account speaks for, to look or to write."""
    rows = consultation.asked.select_related("organisation", "user")
    return [asked for asked in rows if asked.organisation_id in user.standing and asked.user_id in (None, user.pk)]


def waiting_for_opinion(user: Any) -> QuerySet[Asked]:
    """Where the account, or an agency it writes for, is asked and has said nothing yet."""
    writing = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    said = Comment.objects.filter(asked=OuterRef("pk"), withdrawn_at=None)
    mine = Asked.objects.filter(Q(organisation__in=writing, user=None) | Q(organisation__in=list(user.standing), user=user.pk))
    mine = mine.filter(consultation__closed_at=None)
    return mine.filter(~Exists(said), agreed_at=None).select_related("consultation__draft", "organisation")


def waiting_for_answer(user: Any) -> QuerySet[Any]:
    """The consultations of the agencies the user writes for that hold comments not answered yet (`n` of them)."""
    writing = [pk for pk, roles in user.standing.items() if not roles.isdisjoint(WRITERS)]
    open_ones = Q(asked__comments__withdrawn_at=None, asked__comments__outcome="")
    rows = Consultation.objects.filter(owner__in=writing).annotate(n=Count("asked__comments", filter=open_ones))
    return rows.filter(n__gt=0).select_related("draft").order_by("due_on", "pk")


def waiting_for_word(user: Any) -> list[ReportDraft]:
    """The newest drafts of reports that wait for the leader's word: asked about, every comment answered, not put up yet."""
    return drafts_awaiting_word([pk for pk, roles in user.standing.items() if not roles.isdisjoint(DECIDERS)])


def drafts_awaiting_word(owners: Iterable[int]) -> list[ReportDraft]:
    """The same of these agencies, whoever asks."""
    return [draft for draft in _drafts_asked_about(tuple(owners)) if is_newest(draft) and not obstacles(draft)]


@Prepared
def _drafts_asked_about(owners: tuple[int, ...]) -> QuerySet[ReportDraft, Any]:
    drafts = ReportDraft.objects.filter(owner__in=owners, put_up=None, consultations__isnull=False).distinct()
    return drafts.select_related("programme")


def consultations_of(draft: ReportDraft) -> QuerySet[Consultation]:
    """All that was asked of this report so far: of the draft, and of the earlier ones of the same outline."""
    rows = Consultation.objects.filter(draft__programme=draft.programme_id, draft__outline=draft.outline)
    return rows.filter(draft__number__lte=draft.number).select_related("draft").order_by("pk")


def internal_is_done(draft: ReportDraft) -> bool:
    """Was this draft, or an earlier one of the report, asked about inside the agency, and is that closed."""
    closed = consultations_of(draft).filter(scope=Consultation.Scope.INTERNAL, closed_at__isnull=False)
    return closed.exists()


def obstacles(draft: ReportDraft) -> dict[str, int]:
    """What stands before the draft may go to signature: `unasked` 1 where nobody inside was asked, how many consultations are `open`,
    how many comments are `unanswered`. Empty where nothing does."""
    rows = consultations_of(draft)
    unanswered = Comment.objects.filter(asked__consultation__in=rows, outcome="", withdrawn_at=None)
    found = {
        "unasked": int(not rows.filter(scope=Consultation.Scope.INTERNAL).exists()),
        "open": rows.filter(closed_at=None).count(),
        "unanswered": unanswered.count(),
    }
    return {name: n for name, n in found.items() if n}


def comments_of(consultations: Iterable[Consultation]) -> list[Comment]:
    """Every comment of these consultations that stands, by paragraph."""
    rows = Comment.objects.filter(asked__consultation__in=list(consultations), withdrawn_at=None)
    return list(rows.select_related("asked__organisation", "asked__user", "asked__consultation__draft", "by", "answered_by"))


def told_of(draft: ReportDraft) -> str:
    """The hash of all that was asked and answered of a report up to this draft."""
    consultations = list(consultations_of(draft))
    said = [
        [one.pk, one.asked_id, one.paragraph, one.quote, one.text, one.source, one.outcome, one.answer]
        for one in sorted(comments_of(consultations), key=lambda comment: comment.pk)
    ]
    agreed = Asked.objects.filter(consultation__in=consultations, agreed_at__isnull=False).order_by("pk")
    whole = {"comments": said, "agreed": [[one.pk, one.source] for one in agreed]}
    return hashlib.sha256(canonical_json(whole).encode()).hexdigest()


def placed_sentences(draft: ReportDraft, bodies: Iterable[Organisation]) -> list[Placement]:
    """The sentences of these agencies' returns that went into the programme's report, each with the statement it became."""
    rows = Placement.objects.filter(
        sentence__of_return__agency__in=list(bodies),
        statement__in=Statement.objects.filter(programme=draft.programme_id, withdrawn_at=None),
    )
    return list(rows.select_related("sentence__of_return__round", "statement").order_by("pk"))


def locked_draft(draft: ReportDraft) -> ReportDraft:
    """The draft held until the transaction ends."""
    return ReportDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)


def is_there() -> bool:
    """Has the database consultations yet; one restored from an older backup has none before the site is next opened."""
    return PutUp._meta.db_table in connection.introspection.table_names()


def altered_drafts() -> list[PutUp]:
    """What went to signature and is no longer what it was: its files, or what was asked and answered: for `hopluc verify`."""
    altered = []
    for one in PutUp.objects.select_related("draft__programme"):
        draft = one.draft
        files = (one.word, one.pdf, one.page) == (draft.word, draft.pdf, draft.page)
        if not files or not all(map(is_whole, (one.word, one.pdf, one.page))) or one.comments != told_of(draft):
            altered.append(one)
    return altered
