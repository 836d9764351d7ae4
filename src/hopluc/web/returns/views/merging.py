"""Pages on which the received returns of a round are merged."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from hopluc.web.returns import actions, forms, queries
from hopluc.web.returns.merge_page import merge_page
from hopluc.web.returns.models import Round, Sentence
from hopluc.web.returns.views.answers import done, round_run


@login_required
@require_safe
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """What the received returns tell, to be merged into one draft."""
    found = round_run(request, pk)
    return render(request, "returns/merge.html", {"object": found} | merge_page(found))


def _sentence(round_: Round, key: int) -> Sentence:
    found = queries.sentence_received(round_, key)
    if found is None:
        raise Http404
    return found


@login_required
@require_POST
def decide(request: HttpRequest, pk: int, first: int, second: int) -> HttpResponse:
    """Say whether two sentences tell of one thing."""
    found = round_run(request, pk)
    one, other = _sentence(found, first), _sentence(found, second)
    form = forms.Decide(request.POST)
    if not form.is_valid():
        return redirect("returns:merge", found.pk)
    said = form.cleaned_data
    kept = other if said["kept"] == "second" else one
    merged = reverse("returns:merge", args=[found.pk]) + "#trung"
    return done(request, merged, actions.decide_pair, found, first=one, second=other, decision=said["decision"], kept=kept)


@login_required
@require_POST
def place(request: HttpRequest, pk: int, sentence: int) -> HttpResponse:
    """Put a sentence into the draft, or leave it aside."""
    found = round_run(request, pk)
    one, merged = _sentence(found, sentence), reverse("returns:merge", args=[found.pk])
    if "leave" in request.POST:
        return done(request, f"{merged}#c{one.pk}", actions.leave_aside, found, sentence=one)
    form = forms.Place(request.POST)
    text = form.cleaned_data["text"] if form.is_valid() else ""
    return done(request, f"{merged}#c{one.pk}", actions.place_sentences, found, sentences=[one], text=text)
