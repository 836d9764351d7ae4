"""How a parsed document crosses from the child process: one JSON object, checked on arrival as a stranger's word."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from hopluc import errors
from hopluc.errors import BrokenFile, UnreadableFile
from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.origin import OffsetMap, Stretch
from hopluc.vietnamese import nfc

_REFUSALS: Mapping[str, type[UnreadableFile]] = MappingProxyType(
    {
        kind.code: kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, UnreadableFile) and kind is not UnreadableFile
    }
)


def packed(document: Document) -> bytes:
    """A document as bytes."""
    said = {
        "text": document.text,
        "media": document.media,
        "locators": [[*at.span, at.paragraph, at.page, at.cell, at.box, at.heading] for at in document.locators],
        "furniture": document.furniture,
        "properties": dict(document.properties),
        "doubtful": document.doubtful,
        "origin": document.origin.stretches if document.origin else [],
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def packed_refusal(error: UnreadableFile) -> bytes:
    """A refusal as bytes: its code and details."""
    details = {key: str(value)[:200] for key, value in error.details.items() if key != "name"}
    return json.dumps({"refused": error.code, "details": details}, ensure_ascii=False).encode("utf-8")


def unpacked(data: bytes, name: str) -> Document:
    """The document in `data`, or the refusal raised. What has not the shape of either is a BrokenFile."""
    try:
        said = json.loads(data)
        if "refused" in said:
            raise _refusal(said, name)
        return _document(said, name)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise BrokenFile(name=name, reason="phần đọc tệp trả lời sai") from error


def _refusal(said: dict[str, Any], name: str) -> UnreadableFile:
    details = {str(key): str(value) for key, value in said["details"].items()}
    return _REFUSALS[said["refused"]](**(details | {"name": name}))


def _document(said: dict[str, Any], name: str) -> Document:
    text = said["text"]
    text.encode("utf-8")
    if nfc(text) != text:
        raise ValueError("text is not NFC")
    return Document(
        name,
        text,
        str(said["media"]),
        tuple(_locator(at, len(text)) for at in said["locators"]),
        tuple(_span(start, end, len(text)) for start, end in said["furniture"]),
        MappingProxyType({str(key): str(value) for key, value in said["properties"].items()}),
        _origin(said.get("origin", []), len(text)),
        tuple(_span(start, end, len(text)) for start, end in said.get("doubtful", [])),
    )


def _origin(stretches: list[Any], length: int) -> OffsetMap | None:
    known, last = [], 0
    for start, end, written in stretches:
        span = _span(start, end, length)
        if span.start < last or not isinstance(written, str):
            raise ValueError("stretches out of order")
        known.append(Stretch(*span, written))
        last = span.end
    return OffsetMap(tuple(known)) if known else None


def _span(start: int, end: int, length: int) -> Span:
    if not 0 <= start <= end <= length:
        raise ValueError("a span outside the text")
    return Span(start, end)


def _locator(at: list[Any], length: int) -> Locator:
    start, end, paragraph, page, cell, box, heading = at
    row = (int(cell[0]), int(cell[1]), int(cell[2])) if cell is not None else None
    place = (float(box[0]), float(box[1]), float(box[2]), float(box[3])) if box is not None else None
    return Locator(_span(start, end, length), _count(paragraph), _count(page), row, place, _count(heading))


def _count(value: Any) -> int | None:
    return None if value is None else int(value)
