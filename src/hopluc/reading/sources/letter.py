"""E-mail (.eml): who wrote to whom, when and about what, then the letter itself. Attachments are named, never opened."""

from collections.abc import Iterator
from dataclasses import replace
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.policy import default
from types import MappingProxyType
from typing import cast

from hopluc.errors import BrokenFile, EmptyFile, LegacyEncoding
from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.draft import Draft
from hopluc.reading.sources.sniff import EML, decoded
from hopluc.reading.sources.webpage import document_of_webpage

_HEAD = (("from", "Từ"), ("to", "Đến"), ("cc", "Đồng gửi"), ("date", "Ngày"), ("subject", "Chủ đề"))
_ATTACHED = "Tệp đính kèm (chưa đọc, đề nghị tải lên riêng)"
_MALFORMED = (MessageError, LookupError, ValueError, TypeError, AttributeError)
"""What the standard library raises for headers that break its grammar."""
_SPACES = Pattern(r"\s+")
_MOST_ATTACHED, _LONGEST = 200, 2_000


def _head(message: EmailMessage) -> Iterator[str]:
    """The lines of the head; the date as the writer's clock showed it."""
    for header, label in _HEAD:
        said = _said(message, header)
        moment = getattr(said, "datetime", None)
        shown = f"{moment:%d/%m/}{moment.year} {moment:%H:%M}" if moment else _SPACES.sub(" ", str(said or "")).strip()
        if shown:
            yield f"{label}: {shown[:_LONGEST]}"


def _said(message: EmailMessage, header: str) -> object:
    try:
        return message.get(header)
    except _MALFORMED:
        return None


def _attached(message: EmailMessage) -> list[str]:
    """The names of what is attached, without folders."""
    names = [part.get_filename("") for part in message.walk()]
    return [_SPACES.sub(" ", name.replace("\\", "/").rpartition("/")[2])[:200] for name in names if name][:_MOST_ATTACHED]


def _letters(part: MIMEPart, name: str) -> str:
    """The letters of a part in the charset it says; where that is wrong or unknown, in UTF-8. Raises LegacyEncoding."""
    data = cast("bytes", part.get_payload(decode=True) or b"")
    charset = part.get_content_charset("utf-8")
    try:
        return decoded(data, name) if charset in {"utf-8", "us-ascii"} else data.decode(charset)
    except (LookupError, ValueError) as error:
        if isinstance(error, LegacyEncoding):
            raise
        return decoded(data, name)


def _flowed(part: MIMEPart, text: str) -> str:
    """The paragraphs of a letter whose lines are broken with a space at their end (RFC 3676)."""
    if part.get_param("format") != "flowed":
        return text
    return text.replace("\r\n", "\n").replace("\n-- \n", "\n--\n").replace(" \n", " ")


def document_of_letter(data: bytes, name: str) -> Document:
    """An .eml file as a Document; `properties["attachments"]` names what is attached. Raises EmptyFile, LegacyEncoding, BrokenFile."""
    message = BytesParser(policy=default).parsebytes(data)
    try:
        return _document(message, name)
    except _MALFORMED as error:
        raise BrokenFile(name=name, reason="thư điện tử sai cấu trúc") from error


def _document(message: EmailMessage, name: str) -> Document:
    draft = Draft(name)
    for line in _head(message):
        draft.add_paragraph(line)
    attached = _attached(message)
    if attached:
        draft.add_paragraph(f"{_ATTACHED}: {'; '.join(attached)}", furniture=True)
    properties = MappingProxyType({"attachments": "; ".join(attached)} if attached else {})
    body = message.get_body(("plain", "html"))
    if body is not None and body.get_content_subtype() == "html":
        page = _page(_letters(body, name), name)
        if page is not None:
            return replace(_under(draft, page), media=EML, properties=properties)
    elif body is not None:
        for line in _flowed(body, _letters(body, name)).splitlines():
            draft.add_paragraph(line)
    if not draft.length:
        raise EmptyFile(name=name)
    return Document(name, draft.text, EML, tuple(draft.locators), tuple(draft.furniture), properties)


def _page(html: str, name: str) -> Document | None:
    """The letter written as a web page; None where it says nothing."""
    try:
        return document_of_webpage(html.encode("utf-8", "replace"), name)
    except EmptyFile:
        return None


def _under(draft: Draft, page: Document) -> Document:
    """The page's document with the head above it."""
    above, before = draft.length, draft.paragraphs

    def moved(span: Span) -> Span:
        return Span(span.start + above, span.end + above)

    located = [replace(at, span=moved(at.span), paragraph=before + (at.paragraph or 0)) for at in page.locators]
    return replace(
        page,
        text=draft.text + page.text,
        locators=(*draft.locators, *located),
        furniture=(*draft.furniture, *(moved(span) for span in page.furniture)),
    )
