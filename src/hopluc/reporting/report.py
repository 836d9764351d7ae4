"""Report: an official document before it is printed: the same content for Word, PDF and the page, each figure with its source."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A passage a word of the report rests on (minh chứng): its quote, and where it stands.

    `key` is unique in the report; `place` says page or paragraph in words; `address` is a link to the passage on the site, or
    None outside it. `weaker` marks a source that is not a paper (a call, an oral instruction, an officer's statement).
    """

    key: str
    document: str
    place: str
    quote: str
    prefix: str = ""
    suffix: str = ""
    address: str | None = None
    weaker: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look; `sources` are the keys of the passages it rests on. `figure` marks a figure (số liệu)."""

    text: str
    bold: bool = False
    italic: bool = False
    sources: tuple[str, ...] = ()
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text; `mark` is what stands before it in a list (`-`, `+`)."""

    runs: tuple[Run, ...]
    mark: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width (any unit) and whether it holds numbers."""

    heading: str
    width: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a heading row; each cell is a paragraph."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report. `level` 1 is a phần (roman, centred), 2 a mục, 3 a khoản, 4 a điểm; `number` as printed (`I.`, `1.2.`)."""

    number: str
    title: str
    level: int
    blocks: "tuple[Paragraph | Table | Section, ...]" = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official document: `parent` body, `issuer`, symbol (`BC-SKHCN`), place, date.

    Number and date are given by the office's document system: None prints the blank the clerk fills.
    """

    parent: str
    issuer: str
    symbol: str
    place: str
    number: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the lines of authority (`KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`) and the name, without academic title (Decree 30/2020)."""

    authority: tuple[str, ...]
    name: str


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `cautions` are printed before the text of a draft, never in the issued form."""

    letterhead: Letterhead
    kind: str
    summary: str
    bases: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    recipients: tuple[str, ...]
    signature: Signature
    sources: tuple[Source, ...] = ()
    cautions: tuple[str, ...] = ()
    opening: tuple[Paragraph, ...] = ()
    closing: tuple[Paragraph, ...] = field(default=())

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph, in print order, those in table cells too."""
        yield from self.bases
        yield from self.opening
        for section in self.sections:
            yield from _paragraphs(section)
        yield from self.closing

    def used_sources(self) -> tuple[Source, ...]:
        """The sources that some word rests on, in the order they are first needed."""
        known = {source.key: source for source in self.sources}
        wanted = dict.fromkeys(key for paragraph in self.paragraphs() for run in paragraph.runs for key in run.sources)
        return tuple(known[key] for key in wanted)


def _paragraphs(section: Section) -> Iterator[Paragraph]:
    for block in section.blocks:
        if isinstance(block, Paragraph):
            yield block
        elif isinstance(block, Table):
            for row in block.rows:
                yield from row
        else:
            yield from _paragraphs(block)


def plain(text: str, *sources: str) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, sources=sources),))


def sources_table(report: Report) -> Table:
    """What the report says, and the passage each word rests on, in print order."""
    said: dict[str, list[str]] = {}
    for paragraph in report.paragraphs():
        for run in paragraph.runs:
            for key in run.sources:
                said.setdefault(key, []).append(run.text.strip())
    rows = []
    for number, source in enumerate(report.used_sources(), start=1):
        words = "; ".join(dict.fromkeys(said[source.key]))
        place = f"{source.document}, {source.place}" if source.place else source.document
        rows.append((plain(str(number)), plain(words), plain(place), plain(f"“{source.quote}”")))
    columns = (Column("TT", 9), Column("Nội dung trong báo cáo", 34), Column("Văn bản", 26), Column("Đoạn trích", 50))
    return Table(columns, tuple(rows))
