"""Every address of the site, on one page."""

from django.urls import URLPattern, URLResolver

handler400 = "hopluc.web.problems.bad_request"
handler403 = "hopluc.web.problems.forbidden"
handler404 = "hopluc.web.problems.not_found"
handler500 = "hopluc.web.problems.server_error"

urlpatterns: list[URLPattern | URLResolver] = []
