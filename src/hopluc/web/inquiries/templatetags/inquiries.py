"""Beside a return: the inquiries about it, and what colleagues propose for each of its lines."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.db.models import Model

from hopluc.web.inquiries import pages, queries, rules
from hopluc.web.inquiries.models import Inquiry, Item, Proposal
from hopluc.web.returns.models import FigureLine, Return

register = template.Library()
Pending = dict[tuple[str, int], list[tuple[Inquiry, Proposal]]]


@register.inclusion_tag("inquiries/beside.html", takes_context=True)
def asked_colleagues(context: dict[str, Any], row: Return) -> dict[str, Any]:
    """`{% asked_colleagues object %}`: whom was asked for lines of the return, for its own agency alone."""
    user = context["request"].user
    if not rules.can_see(user, row):
        return {"sees": False}
    rows = queries.inquiries_of(row)
    return {"sees": True, "row": row, "inquiries": rows, "may_ask": rules.can_ask(user, row)}


@register.simple_tag(takes_context=True)
def may_ask_colleague(context: dict[str, Any], row: Return) -> bool:
    """`{% may_ask_colleague object as may %}`: may the user ask a colleague for lines of this return."""
    user = context["request"].user
    return bool(user.is_authenticated and rules.can_ask(user, row))


@register.simple_tag(takes_context=True)
def proposals_for(context: dict[str, Any], row: Return) -> Pending:
    """`{% proposals_for object as proposals %}`: what waits to be taken over, by its line; nothing for others than its agency."""
    user = context["request"].user
    if not user.is_authenticated or not rules.can_see(user, row):
        return {}
    return queries.pending_for(queries.inquiries_of(row))


@register.filter
def beside(proposals: Pending, line: Model) -> Sequence[tuple[Inquiry, Proposal]]:
    """`{{ proposals|beside:line }}`: what waits for one line of figures or one sentence."""
    kind = Item.Kind.FIGURES if isinstance(line, FigureLine) else Item.Kind.SENTENCE
    return proposals.get((kind.value, line.pk), ()) if proposals else ()


@register.filter
def in_words(proposal: Proposal) -> str:
    """`{{ proposal|in_words }}`: what was answered, in one line."""
    return pages.proposal_in_words(proposal)
