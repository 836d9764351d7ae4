"""The page on which one of the ways one signs in by is taken away."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse_lazy

from hopluc.web.pages.asking import Nothing
from hopluc.web.pages.crud import Ask, anyone_who_sees
from hopluc.web.people.second_step import proved_lately, to_prove


class TakeAway(Ask):
    """Take it away, by one who has just said again who it is; then back to one's account."""

    rule = staticmethod(anyone_who_sees)
    form_class = Nothing
    to = reverse_lazy("own_account")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated and self.get_object() and not proved_lately(request):
            return to_prove(request)
        return super().dispatch(request, *args, **kwargs)
