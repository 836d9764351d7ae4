"""`{% sources evidence row "lead" %}`: links from a value on a page to the sentences it rests on."""

from collections.abc import Iterable, Mapping, Sequence

from django import template
from django.db.models import Model
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from hopluc.web.documents.models import Document, Evidence

register = template.Library()
MOST = 2
LONGEST = 300


@register.simple_tag
def sources(evidence: Mapping[Model, Sequence[Evidence]], row: Model, *fields: str) -> SafeString:
    """Links to what says these fields of the row, else the row as a whole: the first passage of each document, at most two."""
    return _links(_saying(evidence.get(row, ()), fields))


@register.simple_tag
def sources_of(evidence: Mapping[Model, Sequence[Evidence]], rows: Iterable[Model], *fields: str) -> SafeString:
    """The same for several rows told on one line: a document that says more than one of them is linked once."""
    return _links([link for row in rows for link in _saying(evidence.get(row, ()), fields)])


def _saying(links: Sequence[Evidence], fields: Sequence[str]) -> Sequence[Evidence]:
    return [link for link in links if link.field in fields] or [link for link in links if not link.field] or links


def _links(said: Sequence[Evidence]) -> SafeString:
    passages = list({link.passage.version.document_id: link.passage for link in reversed(said)}.values())[::-1]
    shown = format_html_join(
        " · ",
        '<a class="source" href="{}" title="{}">{}</a>',
        (
            (passage.get_absolute_url(), passage.quote[:LONGEST], _named(passage.version.document))
            for passage in passages[:MOST]
        ),
    )
    more = len(passages) - MOST
    return format_html("{} <span class=source>+{}</span>", shown, more) if more > 0 else shown


def _named(document: Document) -> str:
    """What a link to a document is called: its number, else its kind, else how it begins; a source without paper by what it is."""
    if document.source == Document.Source.STATEMENT:
        return _("báo cáo trên trang") if document.kind == Document.Kind.REPORT else _("ghi nhận")
    if document.source == Document.Source.ORAL:
        return _("chỉ đạo")
    return _("trao đổi") if document.weaker else document.number or document.kind_told or Truncator(document.title).chars(40)
