"""Web pages (.html): the article's paragraphs, lists and tables, without the page around it."""

import re
from dataclasses import dataclass, field
from types import MappingProxyType

from selectolax.lexbor import LexborHTMLParser, LexborNode

from hopluc.errors import EmptyFile
from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.draft import COLUMNS, Draft
from hopluc.reading.sources.elements import BLOCKS, events, is_named_furniture
from hopluc.reading.sources.furniture import furniture_of
from hopluc.reading.sources.sniff import HTML, decoded

_SPACES = Pattern(r"[ \t\r\n\f]+")
_AROUND_BREAK = Pattern(r"[ \t]*\n[ \t]*")
_HEADING = Pattern(r"h([1-6])")
_LINKS_IN_A_ROW = 4


@dataclass
class _Words:
    """The words of the block being read, spaces as a browser shows them."""

    parts: list[str] = field(default_factory=list)
    letters: int = 0
    linked: int = 0

    def add(self, text: str, *, kept: bool, linked: bool) -> None:
        words = text if kept else _SPACES.sub(" ", text)
        self.parts.append(words)
        self.letters += len(words.strip())
        self.linked += len(words.strip()) if linked else 0

    def take(self) -> tuple[str, bool]:
        """The words so far, and whether they are a link and nothing else; empties."""
        text = _AROUND_BREAK.sub("\n", re.sub(r" {2,}", " ", "".join(self.parts))).strip()
        only_link = self.letters > 0 and self.linked >= 0.8 * self.letters
        self.parts, self.letters, self.linked = [], 0, 0
        return text, only_link


@dataclass
class _Page:
    """A page as it is read: open elements that matter, the words of the current block, and what is written down."""

    draft: Draft
    words: _Words = field(default_factory=_Words)
    links: int = 0
    kept: int = 0
    furniture: int = 0
    heading: int | None = None
    label: str = ""
    lists: list[tuple[str, int]] = field(default_factory=list)
    linked_spans: list[tuple[Span, bool]] = field(default_factory=list)

    def read(self, body: LexborNode) -> None:
        for event, node in events(body):
            if event == "text":
                self.words.add(node.text_content or "", kept=bool(self.kept), linked=bool(self.links))
            elif event == "table":
                self.flush()
                self._read_table(node)
            elif node.tag == "br":
                if event == "open":
                    self.words.add("\n", kept=True, linked=False)
            else:
                self._cross(node, 1 if event == "open" else -1)
        self.flush()

    def _cross(self, node: LexborNode, step: int) -> None:
        """Enter (1) or leave (-1) an element."""
        tag = node.tag or ""
        if tag in BLOCKS:
            self.flush()
        if is_named_furniture(node):
            self.furniture += step
        if tag == "a":
            self.links += step
        elif tag == "pre":
            self.kept += step
        elif found := _HEADING.fullmatch(tag):
            self.heading = int(found[1]) if step > 0 else None
        elif tag in {"ol", "ul"}:
            self._cross_list(node, step)
        elif tag == "li" and step > 0 and self.lists:
            self._start_item()

    def _cross_list(self, node: LexborNode, step: int) -> None:
        if step > 0:
            start = (node.attributes.get("start") or "1") if node.tag == "ol" else "1"
            kind = (node.attributes.get("type") or "1")[:1] if node.tag == "ol" else "-"
            self.lists.append((kind, int(start) if start.isdecimal() and len(start) < 5 else 1))
        elif self.lists:
            self.lists.pop()

    def _start_item(self) -> None:
        kind, number = self.lists[-1]
        letter = chr(ord("a") + (number - 1) % 26)
        self.label = {"-": "-", "a": f"{letter})", "A": f"{letter.upper()}."}.get(kind, f"{number}.")
        self.lists[-1] = (kind, number + 1)

    def flush(self) -> None:
        """Write the current block down as a paragraph."""
        text, only_link = self.words.take()
        if not text:
            return
        text, self.label = f"{self.label} {text}".strip(), ""
        before = self.draft.length
        self.draft.add_paragraph(text, heading=self.heading, furniture=self.furniture > 0)
        self.linked_spans.append((Span(before, self.draft.length - 1), only_link))

    def _read_table(self, table: LexborNode) -> None:
        number, taken = self.draft.start_table(), set[tuple[int, int]]()
        rows = [node for event, node in _inside(table) if event == "open" and node.tag == "tr"]
        for row_number, row in enumerate(rows):
            column = 0
            for cell in (node for event, node in _inside(row) if event == "open" and node.tag in {"td", "th"}):
                column = self._fill(taken, number, row_number, column)
                self.draft.add_cell(_cell_words(cell), (number, row_number, column), furniture=self.furniture > 0)
                wide, tall = _span(cell, "colspan", COLUMNS), _span(cell, "rowspan", 500)
                taken.update((row_number + down, column + across) for down in range(1, tall) for across in range(wide))
                column += wide
            self._fill(taken, number, row_number, column)
            self.draft.end_row()
        self.linked_spans.append((Span(self.draft.length, self.draft.length), False))

    def _fill(self, taken: set[tuple[int, int]], table: int, row: int, column: int) -> int:
        """The first free column; a place under a cell merged downwards is written as an empty cell."""
        while (row, column) in taken:
            self.draft.add_cell("", (table, row, column))
            column += 1
        return column


def _inside(node: LexborNode) -> list[tuple[str, LexborNode]]:
    """Events under an element that is itself a table of data."""
    return list(events(node))


def _cell_words(cell: LexborNode) -> str:
    words, kept = _Words(), 0
    for event, node in events(cell):
        if event == "text":
            words.add(node.text_content or "", kept=bool(kept), linked=False)
        elif node.tag == "br" or (node.tag in BLOCKS and node.tag != cell.tag):
            words.add("\n", kept=True, linked=False)
    return re.sub(r"\n+", "\n", words.take()[0])


def _span(cell: LexborNode, attribute: str, most: int) -> int:
    value = (cell.attributes.get(attribute) or "").strip()
    return min(int(value), most) if value.isdecimal() and len(value) < 6 and int(value) else 1


def _link_lists(spans: list[tuple[Span, bool]]) -> list[Span]:
    """Runs of paragraphs that are links and nothing else: menus and lists of other pages."""
    found, run = [], list[Span]()
    for span, only_link in [*spans, (Span(0, 0), False)]:
        if only_link:
            run.append(span)
            continue
        if len(run) >= _LINKS_IN_A_ROW:
            found += run
        run = []
    return found


def document_of_webpage(data: bytes, name: str) -> Document:
    """An .html file as a Document: text as a browser shows it, a paragraph a line, page furniture left out or marked."""
    parser = LexborHTMLParser(decoded(data, name))
    draft = Draft(name)
    page = _Page(draft)
    if parser.body is not None:
        page.read(parser.body)
    text = draft.text
    if not text.strip():
        raise EmptyFile(name=name)
    furniture = {*draft.furniture, *_link_lists(page.linked_spans), *furniture_of(text)}
    title = parser.css_first("title")
    properties = {"title": " ".join(title.text().split())} if title is not None else {}
    return Document(
        name,
        text,
        HTML,
        tuple(draft.locators),
        _merged(furniture),
        MappingProxyType({k: v for k, v in properties.items() if v}),
    )


def _merged(spans: set[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap as one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
