"""What the page of a document shows: its text with the passage asked for, and its versions."""

import re
from collections.abc import Mapping
from typing import Any

from hopluc.web.documents import queries
from hopluc.web.documents.annotate import Mark, annotated, blocks
from hopluc.web.documents.models import Document
from hopluc.web.documents.versions import document_of

_PLACE = re.compile(r"(\d{1,9})-(\d{1,9})\Z")


def chosen_passage(said: str) -> list[Mark]:
    """The mark of the passage an address names as `start-end`; none where it names none."""
    found = _PLACE.match(said)
    if found is None or int(found[1]) >= int(found[2]):
        return []
    return [Mark(int(found[1]), int(found[2]), "doan")]


def reading_page(document: Document, chosen: Mapping[str, str]) -> dict[str, Any]:
    """The page of a document. `chosen` may hold `lan`, the version's number, and `den`, the passage to be shown."""
    version = queries.version_shown(document, chosen.get("lan", ""))
    marks = chosen_passage(chosen.get("den", ""))
    return {
        "version": version,
        "versions": document.versions.defer("text", "locators", "furniture").order_by("-number"),
        "blocks": list(blocks(annotated(document_of(version), marks))) if version else [],
        "quote": version.text[marks[0].start : marks[0].end] if version and marks else "",
    }
