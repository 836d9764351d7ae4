"""Scans: facts read from pictures of printed pages (200 dots an inch, upright and turned by hand) beside those of the print itself.

The sample documents and the even evaluation documents are printed to PDF; their pages become photographs (JPEG), upright and turned by
2 to 5 degrees, which are recognised and read. Mentions are compared with the gold mentions by kind and words, and by kind and value;
of the samples, which have no gold, the print is the measure. A loss is told in points of F1.

Run: python -m benchmarks.scans [DOCUMENTS]
"""

import io
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pypdfium2
import typst
from evaluation.score import VALUES, Line, fold
from PIL import Image
from samples.build import report, samples

from hopluc.reading import read
from hopluc.reading.sources import Sandbox, open_source
from hopluc.reading.sources.bundles import bundle
from hopluc.reading.sources.scanner import scanner
from hopluc.reporting import to_pdf
from hopluc.vietnamese import canonical

HOUSE = Path(__file__).resolve().parents[1]
DPI, QUALITY = 200, 85
TURNS = (2.0, -3.0, 5.0, -4.0)
MOST = 12
PAGE = '#set page("a4", margin: 25mm)\n#set text(13pt, font: "Libertinus Serif", lang: "vi")\n#set par(justify: true)\n'


@dataclass(frozen=True)
class Print:
    """A document as a PDF, with its gold mentions where there are any."""

    name: str
    pdf: bytes
    gold: Sequence[Line] = ()


@dataclass
class Tally:
    """Mentions compared as bags: how many are asked for, read, and found."""

    gold: int = 0
    read: int = 0
    found: int = 0

    def add(self, gold: "Counter[object]", read: "Counter[object]") -> None:
        self.gold += gold.total()
        self.read += read.total()
        self.found += (gold & read).total()

    @property
    def f1(self) -> float:
        return 2 * self.found / (self.gold + self.read)


@dataclass
class Tallies:
    """What was read from one sort of picture, against the gold and against the print."""

    words: Tally = field(default_factory=Tally)
    values: Tally = field(default_factory=Tally)
    same: Tally = field(default_factory=Tally)

    def add(self, lines: Sequence[Line], gold: Sequence[Line], printed: Sequence[Line]) -> None:
        self.same.add(bag(printed, by_words), bag(lines, by_words))
        if gold:
            self.words.add(bag(gold, by_words), bag(lines, by_words))
            self.values.add(bag(gold, by_value), bag(lines, by_value))


def by_words(line: Line) -> object:
    return line["kind"], fold(canonical(" ".join(line["text"].split())))


def by_value(line: Line) -> object:
    return line["kind"], tuple(fold(line["value"].get(name)) for name in VALUES[line["kind"]])


def bag(lines: Iterable[Line], key: Callable[[Line], object]) -> "Counter[object]":
    return Counter(key(line) for line in lines if line["type"] == "mention" and line["kind"] in VALUES)


def escaped(text: str) -> str:
    """A text as typst markup: every line a paragraph."""
    lines = ("".join(f"\\{sign}" if sign in "\\#$*_`<>@=-+/[]~'\"" else sign for sign in line) for line in text.splitlines())
    return "\n\n".join(lines)


def prints(most: int) -> Iterator[Print]:
    """The sample documents, then so many of the even evaluation documents."""
    for sample in samples(HOUSE / "samples" / "vinh-ha" / "source"):
        if sample.head["format"] != "html":
            yield Print(sample.name, to_pdf(report(sample), annex=False))
    even = [path for path in sorted((HOUSE / "evaluation" / "texts").glob("*.txt")) if int(path.stem) % 2 == 0]
    for path in even[:most]:
        made = typst.compile((PAGE + escaped(path.read_text(encoding="utf-8"))).encode())
        assert isinstance(made, bytes)
        gold = (HOUSE / "evaluation" / "gold" / f"{path.stem}.jsonl").read_text(encoding="utf-8")
        yield Print(path.stem, made, [json.loads(line) for line in gold.splitlines()])


def photographs(pdf: bytes, degrees: float) -> list[bytes]:
    """The pages as pictures, turned by so many degrees on paper that shows white around."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for page in document:
        image = page.render(scale=DPI / 72, grayscale=True).to_pil()
        turned = image.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255) if degrees else image
        file = io.BytesIO()
        turned.save(file, "JPEG", quality=QUALITY, dpi=(DPI, DPI))
        pages.append(file.getvalue())
    document.close()
    return pages


def lines_of(data: bytes, name: str, sandbox: Sandbox) -> list[Line]:
    return list(read(open_source(data, name, sandbox)).lines())


def main() -> int:
    if scanner() is None:
        print("tesseract with its Vietnamese data is not installed", file=sys.stderr)
        return 1
    most = int(sys.argv[1]) if len(sys.argv) > 1 else MOST
    known = {sort: Tallies() for sort in ("print", "scan", "turned")}
    pages, seconds = 0, 0.0
    with Sandbox() as sandbox:
        for number, document in enumerate(prints(most)):
            printed = lines_of(document.pdf, document.name, sandbox)
            known["print"].add(printed, document.gold, printed)
            for sort, degrees in (("scan", 0.0), ("turned", TURNS[number % len(TURNS)])):
                pictures = photographs(document.pdf, degrees)
                together = bundle((f"{page}.jpg", data) for page, data in enumerate(pictures, start=1))
                start = time.monotonic()
                lines = lines_of(together, document.name, sandbox)
                seconds += time.monotonic() - start
                pages += len(pictures)
                known[sort].add(lines, document.gold, printed)
    print(f"{pages} pictures of pages at {DPI} dots an inch; evaluation documents: {most}")
    print(f"print_words_f1: {known['print'].words.f1:.3f} -")
    print(f"print_values_f1: {known['print'].values.f1:.3f} -")
    for sort in ("scan", "turned"):
        for what in ("words", "values"):
            tally, whole = getattr(known[sort], what), getattr(known["print"], what)
            print(f"{sort}_{what}_f1: {tally.f1:.3f} -")
            print(f"{sort}_{what}_loss: {100 * (whole.f1 - tally.f1):.1f} points")
        print(f"{sort}_same_as_print_f1: {known[sort].same.f1:.3f} -")
    print(f"scan_page_seconds: {seconds / pages:.2f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
