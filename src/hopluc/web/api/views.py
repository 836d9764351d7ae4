"""Answers in JSON: of the room of indices, what the account that asks may see. Every answer has the stamp and an ETag."""

import hashlib
import json
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.views.decorators.http import require_safe

from hopluc.scorecards.written import STAMP
from hopluc.web.api import serialise
from hopluc.web.api.openapi import MOST, ROUTES, USUAL, described
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.gate.edge import number_in
from hopluc.web.gate.problems import problem
from hopluc.web.observatory import queries, rules
from hopluc.web.observatory.models import Edition, Entry
from hopluc.web.observatory.outcomes import STAMP_EN, ranking_of, scores_of
from hopluc.web.people.access_keys import key_in_use, seconds_to_wait

View = Callable[..., HttpResponseBase]


def answering(view: View) -> View:
    """Only GET and HEAD, and only who shows a key or is signed in: a program is told so, not led to a form."""

    @require_safe
    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        refused = _take_key(request) if "Authorization" in request.headers else None
        if refused is None and not request.user.is_authenticated:
            refused = _unknown(request)
        response = refused or view(request, *args, **kwargs)
        patch_vary_headers(response, ("Authorization", "Cookie"))
        return response

    return asked


def _take_key(request: HttpRequest) -> HttpResponse | None:
    """Let the request be its key's holder's; the refusal where it shows none in use, or one used too often. Who shows a key is asked
    for nothing else: the session that may come with it does not count.
    """
    scheme, _space, words = request.headers["Authorization"].partition(" ")
    key = key_in_use(words.strip()) if scheme.lower() == "bearer" else None
    if key is None:
        return _unknown(request)
    if wait := seconds_to_wait(key):
        response = problem(request, 429)
        response.headers["Retry-After"] = str(wait)
        return response
    request.user = key.user
    return None


def _unknown(request: HttpRequest) -> HttpResponse:
    response = problem(request, 401)
    response.headers["WWW-Authenticate"] = "Bearer"
    return response


def answer(request: HttpRequest, data: Any, **also: Any) -> HttpResponseBase:
    """What was asked for under its stamp; nothing but its ETag where the asker has it already."""
    said = {"stamp": STAMP, "stamp_en": STAMP_EN, "data": data, **also}
    return _tagged(request, json.dumps(said, ensure_ascii=False, allow_nan=False))


def _tagged(request: HttpRequest, text: str) -> HttpResponseBase:
    response = HttpResponse(text, content_type="application/json")
    etag = f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "private, no-cache"
    found: HttpResponseBase | None = get_conditional_response(request, etag=etag, response=response)
    return found or response


def pages_of(request: HttpRequest, rows: Any, shape: Callable[[Sequence[Any]], list[Any]]) -> HttpResponseBase:
    """One page of a long list (`page`, `per_page`). A page there is not is 404."""
    asked = number_in(request.GET.get("per_page"))
    per_page = USUAL if asked is None else min(MOST, max(1, asked))
    paginator = Paginator(rows, per_page)
    try:
        page = paginator.page(request.GET.get("page", "1"))
    except (EmptyPage, PageNotAnInteger) as mishap:
        raise Http404 from mishap

    def address(number: int) -> str:
        return f"{request.path}?{urlencode({'page': number, 'per_page': per_page})}"

    told = {
        "number": page.number,
        "pages": paginator.num_pages,
        "per_page": per_page,
        "count": paginator.count,
        "next": address(page.next_page_number()) if page.has_next() else None,
        "previous": address(page.previous_page_number()) if page.has_previous() else None,
    }
    return answer(request, shape(list(page.object_list)), page=told)


@answering
def root(request: HttpRequest) -> HttpResponseBase:
    """The addresses of this version that need no number."""
    links = [
        {"href": reverse(f"api:{route.name}"), "summary": route.summary} for route in ROUTES[1:] if "{pk}" not in route.path
    ]
    return pages_of(request, [*links, {"href": reverse("api:openapi"), "summary": "The description of all addresses."}], list)


@require_safe
def openapi(request: HttpRequest) -> HttpResponseBase:
    """The description of all addresses: it says nothing of what stands there, so anybody may read it."""
    return _tagged(request, json.dumps(described(), ensure_ascii=False, indent=1))


def _items(user: Any, editions: Sequence[Edition]) -> list[Any]:
    """Editions in their shape: with as many queries for one as for many."""
    units = queries.units_counted(editions)
    return [
        serialise.edition_item(one, whole=rules.sees_whole(user, one), units=units.get(one.pk, 0), results=one.results.all())
        for one in editions
    ]


@answering
def editions(request: HttpRequest) -> HttpResponseBase:
    """The editions the account sees, the newest first."""
    rows = queries.editions_with_results(request.user).order_by("-year", "title", "-number", "pk")
    return pages_of(request, rows, lambda page: _items(request.user, page))


@answering
def edition(request: HttpRequest, pk: int) -> HttpResponseBase:
    """An edition with its units, the parts of its index, and the series the account sees."""
    found = get_object_or_404(queries.editions_with_results(request.user), pk=pk)
    series = queries.series_seen_by(request.user).filter(edition=found)
    item = _items(request.user, [found])[0]
    return answer(request, serialise.edition_whole(item, found.definition, found.units.all(), series))


@answering
def figures(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The figures of the series the account sees, in the order of the index, with their evidence."""
    found = get_object_or_404(queries.editions_seen_by(request.user), pk=pk)
    rows = queries.entries_seen_by(request.user).filter(series__edition=found).order_by("series__order", "unit__order", "pk")
    rows = rows.prefetch_related("proofs__document", "proofs__upload__document")

    def shape(page: Sequence[Entry]) -> list[Any]:
        papers = {proof.paper.pk for entry in page for proof in entry.proofs.all() if proof.paper}
        seen = {paper.pk: paper for paper in documents_seen_by(request.user).filter(pk__in=papers)}
        return [serialise.figure_shape(entry, seen) for entry in page]

    return pages_of(request, rows, shape)


@answering
def result(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A computation, finished or not."""
    found = get_object_or_404(queries.results_seen_by(request.user), pk=pk)
    return answer(request, serialise.result_shape(found, ranking_of(found, {}) if found.sha256 else None))


@answering
def ranking(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The ranking with its intervals, and what was published beside it."""
    found = get_object_or_404(queries.computed_results_seen_by(request.user), pk=pk)
    rows = ranking_of(found, queries.official_scores(found.edition)).rows
    return pages_of(request, rows, lambda page: [serialise.ranked_shape(row) for row in page])


@answering
def scores(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Scores and ranks of each unit in every part."""
    found = scores_of(get_object_or_404(queries.computed_results_seen_by(request.user), pk=pk))
    return pages_of(request, range(len(found.units)), lambda page: [serialise.unit_scores(found, row) for row in page])
