"""A kept version as the reading engine's Document, and back: text and locators survive the database unchanged."""

from collections import OrderedDict
from typing import Any

from hopluc.reading import Document, Locator, Span
from hopluc.reading.origin import OffsetMap, Stretch
from hopluc.web.documents.models import DocumentVersion

MOST_REMEMBERED = 16
_remembered: OrderedDict[tuple[int, str], Document] = OrderedDict()


def document_of(version: DocumentVersion) -> Document:
    """The Document a version was read as. A version never changes, so the last few are remembered with what was laid out of them."""
    key = (version.pk, version.sha256)
    document = _remembered.pop(key, None) or _document(version)
    _remembered[key] = document
    if len(_remembered) > MOST_REMEMBERED:
        _remembered.popitem(last=False)
    return document


def _document(version: DocumentVersion) -> Document:
    return Document(
        name=version.name,
        text=version.text,
        media=version.media_type,
        locators=tuple(_locator(said) for said in version.locators),
        furniture=tuple(Span(*ends) for ends in version.furniture),
        properties=dict(version.properties),
        origin=OffsetMap(tuple(Stretch(*known) for known in version.written)) if version.written else None,
        doubtful=tuple(Span(*ends) for ends in version.doubtful),
    )


def written_of(origin: OffsetMap | None) -> list[list[Any]]:
    """The stretches that stand otherwise in the file, as JSON."""
    return [list(stretch) for stretch in origin.stretches] if origin else []


def doubtful_of(document: Document) -> list[list[int]]:
    """The words that were not surely recognised, as JSON."""
    return [list(span) for span in document.doubtful]


def locators_of(document: Document) -> list[dict[str, Any]]:
    """The locators as JSON."""
    return [
        {"span": list(locator.span), **locator.as_json()} | ({"heading": locator.heading} if locator.heading else {})
        for locator in document.locators
    ]


def furniture_of(document: Document) -> list[list[int]]:
    """The spans of page furniture as JSON."""
    return [list(span) for span in document.furniture]


def _locator(said: dict[str, Any]) -> Locator:
    cell, box = said.get("cell"), said.get("box")
    return Locator(
        span=Span(*said["span"]),
        paragraph=said.get("paragraph"),
        page=said.get("page"),
        cell=tuple(cell) if cell else None,
        box=tuple(box) if box else None,
        heading=said.get("heading"),
    )
