"""The page of a report as it was made: kept by the hash of its content, put into pages of the site as it is."""

from django.utils.safestring import SafeString, mark_safe

from hopluc.reporting import Report, to_fragment
from hopluc.web.documents.files import keep, read_kept


def keep_page(report: Report) -> str:
    """Keep the page of a report; the hash it is kept by."""
    return keep(to_fragment(report).encode())


def kept_page(sha256: str) -> SafeString:
    """A page that `keep_page` kept."""
    return shown(read_kept(sha256).decode())


def shown(fragment: str) -> SafeString:
    """The fragment of a report, put into a page of the site."""
    # `to_fragment` built it as a tree, so that every word in it, whoever wrote it, is text.
    return mark_safe(fragment)  # noqa: S308
