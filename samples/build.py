"""Prints the sample documents: `source/*.txt` to Word, PDF and HTML. Run: python -m samples.build"""

import html
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hopluc.reporting import Letterhead, Paragraph, Report, Run, Section, Signature, Table, to_pdf, to_word
from hopluc.reporting.report import Column, plain

HERE = Path(__file__).parent
WIDTHS = {"TT": 11, "Nhiệm vụ": 74, "Cơ quan chủ trì": 36, "Thời gian": 30}
PAGE = """<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title></head><body>
<header><nav><ul><li><a href="#">Trang chủ</a></li><li><a href="#">Tin tức</a></li><li><a href="#">Văn bản</a></li></ul></nav></header>
<main><article><h1>{title}</h1>
<p>{day}</p>
{paragraphs}
</article></main>
<aside><h2>Tin liên quan</h2><ul><li><a href="#">Lịch tiếp công dân</a></li><li><a href="#">Thông báo tuyển dụng</a></li></ul></aside>
<footer><p>Lượt truy cập: 48210</p></footer>
</body></html>
"""


@dataclass(frozen=True)
class Sample:
    name: str
    head: dict[str, str]
    lines: tuple[str, ...]

    def file(self) -> str:
        return f"{self.name}.{self.head['format']}"

    def content(self) -> bytes:
        """The document as a file of its format."""
        if self.head["format"] == "html":
            return page(self).encode()
        return to_word(report(self), annex=False) if self.head["format"] == "docx" else to_pdf(report(self), annex=False)


def samples(folder: Path) -> list[Sample]:
    """The samples whose sources stand in `folder`, in order."""
    found = []
    for path in sorted(folder.glob("*.txt")):
        head, body = path.read_text(encoding="utf-8").split("---\n", 1)
        known = dict(line.split(": ", 1) for line in head.strip().splitlines())
        found.append(Sample(path.stem, known, tuple(body.strip().splitlines())))
    return found


def page(sample: Sample) -> str:
    day = date.fromisoformat(sample.head["date"])
    paragraphs = "\n".join(f"<p>{html.escape(line)}</p>" for line in sample.lines)
    return PAGE.format(title=html.escape(sample.head["title"]), day=f"{day:%d/%m/%Y}", paragraphs=paragraphs)


def report(sample: Sample) -> Report:
    head = sample.head
    letterhead = Letterhead(
        head.get("parent", ""), head["issuer"], head["symbol"], head["place"], head["number"], date.fromisoformat(head["date"])
    )
    bases = [line for line in sample.lines if line.startswith(("Căn cứ ", "Theo đề nghị ", "Xét đề nghị "))]
    opening, sections = body([line for line in sample.lines if line not in bases])
    return Report(
        letterhead=letterhead,
        kind=head["kind"],
        summary=head["summary"],
        bases=tuple(plain(line) for line in bases),
        sections=sections,
        opening=opening,
        recipients=tuple(head["recipients"].split(" | ")),
        signature=Signature(tuple(head["authority"].split(" / ")), head["signer"]),
    )


def body(lines: list[str]) -> tuple[tuple[Paragraph, ...], tuple[Section, ...]]:
    """What stands before the first heading, and the headings with what follows each."""
    opening: list[Paragraph] = []
    sections: list[Section] = []
    blocks: list[Paragraph | Table] = []
    rows: list[list[str]] = []

    def close() -> None:
        if rows:
            blocks.append(table(rows))
            rows.clear()

    for line in [*lines, "## "]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        close()
        if not line.startswith("#"):
            blocks.append(paragraph(line))
            continue
        if sections:
            sections[-1] = Section(sections[-1].number, sections[-1].title, sections[-1].level, tuple(blocks))
        else:
            opening = [block for block in blocks if isinstance(block, Paragraph)]
        blocks.clear()
        marks, _, title = line.partition(" ")
        if title:
            number, _, words = title.partition(" ")
            sections.append(Section(number, words, len(marks)))
    return tuple(opening), tuple(sections)


def paragraph(line: str) -> Paragraph:
    if line.startswith("= "):
        return Paragraph((Run(line[2:], bold=True),))
    return Paragraph((Run(line[2:]),), "-") if line.startswith("- ") else plain(line)


def table(rows: list[list[str]]) -> Table:
    columns = tuple(Column(heading, WIDTHS.get(heading, 30)) for heading in rows[0])
    return Table(columns, tuple(tuple(plain(cell) for cell in row) for row in rows[1:]))


def main() -> None:
    for folder in sorted(path.parent for path in HERE.glob("*/source")):
        for sample in samples(folder / "source"):
            (folder / sample.file()).write_bytes(sample.content())
            sys.stdout.write(f"{folder.name}/{sample.file()}\n")


if __name__ == "__main__":
    main()
