"""A Report as PDF by typst: tagged, PDF/A, set in the fonts that come with the package."""

import json
from pathlib import Path
from typing import Any, Final

import typst

from hopluc.reporting.official import MOTTO, STATE_NAME, day_in_words, form, number_line
from hopluc.reporting.report import DECIDES, DOUBT, Paragraph, Report, Run, Section, Table, passages, sources_table

HERE = Path(__file__).parent
STANDARD: Final = "a-2a"  # archival, Unicode text, tagged for screen readers


def to_pdf(report: Report, *, annex: bool = True) -> bytes:
    """The report as PDF/A-2a; with `annex`, a last part lists the source of each figure, and figures link to it."""
    data = json.dumps(_report(report, annex=annex), ensure_ascii=False)
    pdf: bytes = typst.compile(
        str(HERE / "official.typ"),
        root=str(HERE),
        font_paths=[str(HERE / "fonts")],
        ignore_system_fonts=True,
        sys_inputs={"report": data},
        format="pdf",
        pdf_standards=[STANDARD],
    )
    return pdf


def _report(report: Report, *, annex: bool) -> dict[str, Any]:
    measures = form(dense=report.dense)
    head, used = report.letterhead, passages(report)
    return {
        "form": {name: getattr(measures, name) for name in measures.__dataclass_fields__},
        "state": STATE_NAME,
        "motto": MOTTO,
        "kind": report.kind,
        "wide": report.wide,
        "summary": report.summary,
        "letterhead": {
            "parent": head.parent,
            "issuer": head.issuer,
            "number_line": number_line(head.number, head.symbol),
            "place_line": f"{head.place}, {day_in_words(head.day)}",
        },
        "decided_by": report.decided_by,
        "decides": DECIDES,
        "bases": [_paragraph(paragraph) for paragraph in report.bases],
        "opening": [_paragraph(paragraph) for paragraph in report.opening],
        "sections": [_section(section) for section in report.sections],
        "closing": [_paragraph(paragraph) for paragraph in report.closing],
        "recipients": list(report.recipients),
        "signature": {"authority": list(report.signature.authority), "name": report.signature.name},
        "annex": annex and bool(used),
        "sources": _table(sources_table(report)),
        "source_keys": [[source.key for source in group] for group in used],
    }


def _paragraph(paragraph: Paragraph) -> dict[str, Any]:
    return {"type": "paragraph", "mark": paragraph.mark, "runs": [_run(run) for run in paragraph.runs]}


def _run(run: Run) -> dict[str, Any]:
    doubt = DOUBT if run.doubted else ""
    return {"text": run.text, "bold": run.bold, "italic": run.italic, "sources": list(run.sources), "doubt": doubt}


def _table(table: Table) -> dict[str, Any]:
    columns = [{"heading": c.heading, "width": c.width, "number": c.number} for c in table.columns]
    rows = [[_paragraph(cell) for cell in row] for row in table.rows]
    return {"type": "table", "caption": table.caption, "columns": columns, "rows": rows}


def _section(section: Section) -> dict[str, Any]:
    blocks = [
        _section(block) if isinstance(block, Section) else _table(block) if isinstance(block, Table) else _paragraph(block)
        for block in section.blocks
    ]
    return {"type": "section", "number": section.number, "title": section.title, "level": section.level, "blocks": blocks}
