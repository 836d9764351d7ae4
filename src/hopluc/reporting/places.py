"""The paragraphs of a draft's page by their numbers, so that readers may speak of one.

A page that was kept never changes, so a number stays that of its paragraph. Counted are the headings, the paragraphs and the rows of
tables between the title and the signature.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import builder as E
from lxml.html import fragment_fromstring, tostring

_COUNTED = frozenset({"p", "h2", "h3", "h4", "h5"})
_SCROLLED = "scroll"


@dataclass(frozen=True, slots=True)
class Door:
    """What stands after a paragraph: the words of the link, what it says to whoever cannot see where it stands, and where it leads."""

    words: str
    label: str
    address: str


def paragraphs_in(page: str) -> tuple[str, ...]:
    """The words of each numbered paragraph of a page that `to_fragment` made, the first under number 1."""
    return tuple(" ".join(block.text_content().split()) for block in _blocks(fragment_fromstring(page)))


def with_doors(page: str, door_of: Callable[[int], Door | None]) -> str:
    """The page, each numbered paragraph an anchor `doan-N` with its door at the end; None leaves a paragraph without one."""
    article = fragment_fromstring(page)
    for number, block in enumerate(list(_blocks(article)), start=1):
        block.set("id", f"doan-{number}")
        door = door_of(number)
        if door is not None:
            link = E.A(door.words, href=door.address, title=door.label)
            link.set("aria-label", door.label)
            link.set("class", "door")
            _end_of(block).append(link)
    text: str = tostring(article, encoding="unicode")
    return text


def _blocks(article: Any) -> Iterator[Any]:
    for child in article:
        if child.tag in _COUNTED:
            yield child
        elif child.tag == "div" and child.get("class") == _SCROLLED:
            yield from child.iterfind("table/tbody/tr")


def _end_of(block: Any) -> Any:
    """Where words at the end of a block stand: in a row, in the paragraph of its last cell."""
    return block if block.tag != "tr" else block.findall("td/p")[-1]
