"""Report: an official document before it is printed: the same content for Word, PDF and the page, each figure with its source."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

DOUBT = "[cần đối chiếu]"
"""What a draft prints after a figure whose passage a point to check touches."""
DECIDES = "QUYẾT ĐỊNH:"
_SAID, _QUOTED = 120, 300  # characters of a cell of the annex: who needs more has the link, and the document


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
    """A stretch of text of one look; `sources` are the keys of the passages it rests on. `figure` marks a figure (số liệu),
    `doubted` one whose passage a point to check touches: a draft says so after it."""

    text: str
    bold: bool = False
    italic: bool = False
    sources: tuple[str, ...] = ()
    figure: bool = False
    doubted: bool = False


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
    """A whole report. `cautions` are printed before the text of a draft, never in the issued form.

    With `addressees` it is a letter (công văn): it bears no name of its kind, its `summary` stands under its number after "V/v",
    and those it is put to stand after "Kính gửi". `annexes` follow the signature, each on a page of its own. With `decided_by`, who
    decides (`Chủ tịch Ủy ban nhân dân …`), it is a decision: who decides stands above its bases, `DECIDES` under them. A `wide` one
    lies on its long side: the law lets what holds a table that is no annex lie so (Decree 30/2020, Annex I, I.1). A `dense` one is a
    sheet for a meeting, set small; one whose signature names no authority is not signed.
    """

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
    addressees: tuple[str, ...] = ()
    annexes: tuple[Section, ...] = ()
    decided_by: str = ""
    wide: bool = False
    dense: bool = False

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


def passages(report: Report) -> tuple[tuple[Source, ...], ...]:
    """The sources some word rests on, those that are one and the same passage together, in the order they are first needed."""
    together: dict[tuple[str, str, str], list[Source]] = {}
    for source in report.used_sources():
        together.setdefault((source.document, source.place, source.quote), []).append(source)
    return tuple(tuple(group) for group in together.values())


def sources_table(report: Report) -> Table:
    """What the report says, and the passage each word rests on, in print order: one row a passage, long words shortened."""
    said: dict[str, list[str]] = {}
    for paragraph in report.paragraphs():
        for run in paragraph.runs:
            for key in run.sources:
                said.setdefault(key, []).append(run.text.strip())
    rows = []
    for number, group in enumerate(passages(report), start=1):
        source, words = group[0], "; ".join(dict.fromkeys(word for one in group for word in said[one.key]))
        quote = shortened(" ".join(source.quote.split()), _QUOTED)
        rows.append((plain(str(number)), plain(shortened(words, _SAID)), plain(_place(source)), plain(f"“{quote}”")))
    columns = (Column("TT", 9), Column("Nội dung trong báo cáo", 34), Column("Văn bản", 26), Column("Đoạn trích", 50))
    return Table(columns, tuple(rows))


def shortened(text: str, most: int) -> str:
    """The text, or its first whole words of at most `most` characters and `…`.

    >>> shortened("khảo sát 94 công nghệ", 12)
    'khảo sát 94…'
    """
    if len(text) <= most:
        return text
    kept = text[: most + 1].rpartition(" ")[0] or text[:most]
    return kept.rstrip(" .,;:") + "…"


def with_doubts(report: Report, keys: frozenset[str]) -> Report:
    """The report with the figures that rest on those sources marked as doubted, and a caution that lists them."""
    sections = tuple(_doubted_section(section, keys) for section in report.sections)
    marked = replace(report, sections=sections)
    known = {source.key: source for source in report.sources}
    doubted = [run for paragraph in marked.paragraphs() for run in paragraph.runs if run.doubted]
    listed = dict.fromkeys(f"{run.text} ({_place(known[next(key for key in run.sources if key in keys)])})" for run in doubted)
    if not listed:
        return report
    said = f"Số liệu cần đối chiếu trước khi trình: {'; '.join(listed)}."
    return replace(marked, cautions=(*report.cautions, said))


def _place(source: Source) -> str:
    return f"{source.document}, {source.place}" if source.place else source.document


def _doubted_section(section: Section, keys: frozenset[str]) -> Section:
    blocks: list[Paragraph | Table | Section] = []
    for block in section.blocks:
        if isinstance(block, Section):
            blocks.append(_doubted_section(block, keys))
        elif isinstance(block, Table):
            rows = tuple(tuple(_doubted(cell, keys) for cell in row) for row in block.rows)
            blocks.append(replace(block, rows=rows))
        else:
            blocks.append(_doubted(block, keys))
    return replace(section, blocks=tuple(blocks))


def _doubted(paragraph: Paragraph, keys: frozenset[str]) -> Paragraph:
    runs = (replace(run, doubted=True) if run.figure and not keys.isdisjoint(run.sources) else run for run in paragraph.runs)
    return replace(paragraph, runs=tuple(runs))
