"""The pieces of a page: headings and tables in two languages, numbers as Vietnamese writes them, and the page around them."""

import math
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from hopluc.scorecards.definition import Definition
from hopluc.scorecards.written import STAMP

Row = Sequence[str | float | int]

STAMPS: Final = (STAMP, "Internal estimate, not a result published by the Ministry")
STATUSES: Final = {
    "official": ("Bộ chỉ số chính thức", "Official definition"),
    "reconstructed": (
        "Bộ chỉ số dựng lại từ tài liệu đã biết, chưa phải bản chính thức",
        "Definition reconstructed from what is known, not official",
    ),
    "example": ("Bộ chỉ số minh họa", "Example definition"),
}
_LOOK: Final = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:1.5rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;margin:.5rem 0 1.5rem;font-size:.9rem}caption{text-align:left;font-weight:600;padding:.25rem 0}"
    "th,td{border:1px solid #767676;padding:.2rem .5rem;text-align:left;vertical-align:top}td.n{text-align:right;font-variant-numeric:tabular-nums}"
    "th{background:#eef1f5}[lang=en]{color:#4a4a4a;font-weight:400}.stamp{border:2px solid #8a4b00;padding:.4rem .8rem;color:#6b3a00}"
    "section{margin-top:2rem}.scroll{overflow-x:auto}@media print{body{max-width:none}}"
)


def both(vietnamese: str, english: str) -> str:
    """A text in both languages, as HTML."""
    return f'{escape(vietnamese)} <span lang="en">/ {escape(english)}</span>'


def number(value: float, digits: int = 2) -> str:
    """A number with a decimal comma; a dash where there is none.

    >>> number(1234.5), number(float("nan")), number(-0.001)
    ('1.234,50', '–', '0,00')
    """
    if not math.isfinite(value):
        return "–"
    written = f"{value:,.{digits}f}"
    if float(written.replace(",", "")) == 0:
        written = written.lstrip("-")
    return written.translate(str.maketrans(",.", ".,"))


def percent(share: float) -> str:
    """A share as a whole percentage.

    >>> percent(0.256)
    '26 %'
    """
    return f"{number(100 * share, 0)} %" if math.isfinite(share) else "–"


def table(title: str, heads: Sequence[tuple[str, str]], rows: Iterable[Row], digits: int = 2) -> str:
    """A table as HTML: a title already in HTML, heads in both languages, cells as text or numbers."""
    head = "".join(f'<th scope="col">{both(*names)}</th>' for names in heads)
    body = "".join(f"<tr>{''.join(_cell(cell, digits) for cell in row)}</tr>" for row in rows)
    if not body:
        return ""
    return f'<div class="scroll"><table><caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(cell: str | float, digits: int) -> str:
    if isinstance(cell, str):
        return f"<td>{escape(cell)}</td>"
    return f'<td class="n">{number(cell, 0 if isinstance(cell, int) else digits)}</td>'


def section(title: tuple[str, str], *parts: str) -> str:
    """A part of a page under a heading; nothing where it holds nothing."""
    held = "".join(parts)
    return f"<section><h2>{both(*title)}</h2>{held}</section>" if held else ""


def bullets(lines: Iterable[tuple[str, str]]) -> str:
    """Sentences in both languages, one under the other."""
    items = "".join(f"<li>{both(*line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def page(title: tuple[str, str], definition: Definition, *parts: str) -> str:
    """A whole page that needs no other file, stamped with what the scores are and are not."""
    name = both(definition.name, definition.name_en or definition.name)
    status = both(*STATUSES[definition.status])
    note = f" {escape(definition.note)}" if definition.note and definition.status != "official" else ""
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{escape(title[0])} – {escape(definition.name)} {escape(definition.edition)}</title><style>{_LOOK}</style></head><body>"
        f"<header><h1>{both(*title)}</h1><p>{name}, {both('kỳ', 'edition')} {escape(definition.edition)}. {status}. "
        f"{both('Căn cứ', 'Source')}: {escape(definition.source)}.{note}</p>"
        f'<p class="stamp">{both(*STAMPS)}</p></header><main>{"".join(parts)}</main></body></html>\n'
    )


def names(definition: Definition) -> dict[str, str]:
    """The name of every indicator and group by its code."""
    return {one.code: one.name for one in definition.indicators} | {one.code: one.name for one in definition.groups}
