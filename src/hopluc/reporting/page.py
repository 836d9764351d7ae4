"""A Report as HTML: each figure is a link to its passage. `to_fragment` is for a page of the site, `to_html` stands alone.

A source with an address is linked to there; every quote stands at the foot as well, where the words without an address lead.
"""

from collections.abc import Iterable, Mapping

from lxml.html import builder as E
from lxml.html import tostring
from lxml.html.builder import CLASS

from hopluc.reporting.official import MOTTO, STATE_NAME, day_in_words, number_line
from hopluc.reporting.report import DECIDES, DOUBT, Paragraph, Report, Run, Section, Source, Table

STYLE = """
body { font: 17px/1.55 "Times New Roman", "Liberation Serif", Tinos, serif; color: #111; background: #f2f4f6; margin: 0; }
main { max-width: 52rem; margin: 1.5rem auto; background: #fff; padding: 2.5rem 3rem; border: 1px solid #d5dce3; }
.head { display: grid; grid-template-columns: 42fr 58fr; text-align: center; gap: .3rem 1rem; margin-bottom: 1.4rem; }
.head p, .title p { margin: 0; text-indent: 0; text-align: center; }
.ruled::after { content: ""; display: block; width: 40%; border-top: 1px solid #111; margin: .3rem auto 0; }
h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.kind { font-size: 1.15rem; font-weight: bold; }
sup a { display: inline-block; min-width: 24px; min-height: 24px; text-align: center; text-indent: 0; }
h2 { font-size: 1.05rem; text-align: center; margin: 1.6rem 0 .6rem; } h3, h4, h5 { font-size: 1rem; margin: 1rem 0 .4rem; }
p { margin: .4rem 0; text-align: justify; text-indent: 2.2rem; overflow-wrap: anywhere; }
a { color: #0b4f6c; text-decoration-thickness: 1px; text-underline-offset: .15em; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 1rem; font-size: .95rem; }
th, td { border: 1px solid #444; padding: .3rem .5rem; vertical-align: top; text-align: left; } th { text-align: center; }
td p { text-indent: 0; margin: 0; text-align: left; } td.number p { text-align: right; }
caption { font-weight: bold; padding: .3rem; }
.scroll { overflow-x: auto; }
.signature { display: grid; grid-template-columns: 1fr 1fr; margin-top: 1.5rem; } .signature p { text-indent: 0; text-align: left; margin: 0; }
.signature .by p { text-align: center; font-weight: bold; } .signature .by p:last-child { margin-top: 4.5rem; }
.cautions { border: 1px solid #b7791f; border-left-width: 5px; padding: .6rem 1rem; margin-bottom: 1.5rem; }
.cautions p, .sources p { text-indent: 0; text-align: left; }
.sources li { margin: .6rem 0; } .sources li:target { background: #fff1c2; outline: 2px solid #8a5a00; }
.sources mark { background: #fff1c2; } .weaker { font-style: italic; }
.doubted { color: #8a3b00; font-weight: bold; }
@media (max-width: 40rem) { main { padding: 1rem; margin: 0; } .head, .signature { grid-template-columns: 1fr; } }
@media print { body { background: #fff; } main { border: 0; margin: 0; padding: 0; max-width: none; } a { color: #111; text-decoration: none; } }
"""


def to_fragment(report: Report) -> str:
    """The report as an `article`, in classes and without style: a page gives it its look."""
    text: str = tostring(E.ARTICLE(CLASS("report"), *_parts(report)), encoding="unicode")
    return text


def to_html(report: Report) -> str:
    """The report as one HTML file with no script and nothing fetched; links lead to the quotes at its foot."""
    return stand_alone(f"{report.kind}: {report.summary}", to_fragment(report))


def stand_alone(title: str, fragment: str) -> str:
    """A fragment that `to_fragment` made, as a file of its own."""
    head: str = tostring(
        E.HEAD(
            E.META(charset="utf-8"),
            E.META(name="viewport", content="width=device-width, initial-scale=1"),
            E.TITLE(title),
            E.STYLE(STYLE),
        ),
        encoding="unicode",
    )
    heading: str = tostring(E.H1(title), encoding="unicode")
    return f'<!doctype html>\n<html lang="vi">{head}<body><main>{heading}{fragment}</main></body></html>\n'


def _parts(report: Report) -> list[object]:
    head = report.letterhead
    links = {source.key: source.address or f"#nguon-{source.key}" for source in report.sources}
    parts: list[object] = []
    if report.cautions:
        parts.append(E.DIV(CLASS("cautions"), *(E.P(caution) for caution in report.cautions)))
    parts.append(
        E.DIV(
            CLASS("head"),
            E.DIV(*([E.P(head.parent.upper())] if head.parent else []), E.P(CLASS("ruled"), E.B(head.issuer.upper()))),
            E.DIV(E.P(E.B(STATE_NAME)), E.P(CLASS("ruled"), E.B(MOTTO))),
            E.P(number_line(head.number, head.symbol)),
            E.P(E.I(f"{head.place}, {day_in_words(head.day)}")),
        )
    )
    parts.append(E.DIV(CLASS("title"), E.P(CLASS("kind"), report.kind.upper()), E.P(CLASS("ruled"), E.B(report.summary))))
    bases = [E.P(E.I(*_runs(basis.runs, links))) for basis in report.bases]
    parts += [_centred(report.decided_by.upper()), *bases, _centred(DECIDES)] if report.decided_by else bases
    parts += [_paragraph(paragraph, links) for paragraph in report.opening]
    for section in report.sections:
        parts += _section(section, links)
    parts += [_paragraph(paragraph, links) for paragraph in report.closing]
    if report.signature.authority:
        to = E.DIV(E.P(E.B(E.I("Nơi nhận:"))), *(E.P(f"- {recipient}") for recipient in report.recipients))
        by = (E.P(line.upper()) for line in report.signature.authority)
        parts.append(E.DIV(CLASS("signature"), to, E.DIV(CLASS("by"), *by, E.P(report.signature.name))))
    if report.used_sources():
        items = [_source(source) for source in report.used_sources()]
        parts.append(E.SECTION(CLASS("sources"), E.H2("Nguồn của số liệu, thông tin trong báo cáo", id="nguon"), E.OL(*items)))
    return parts


def _centred(words: str) -> object:
    return E.DIV(CLASS("title"), E.P(E.B(words)))


def _runs(runs: Iterable[Run], links: Mapping[str, str]) -> list[object]:
    written: list[object] = []
    for run in runs:
        part: object = run.text
        if run.sources:
            part = E.A(run.text, href=links[run.sources[0]])
        if run.bold:
            part = E.B(part)
        if run.italic:
            part = E.I(part)
        written.append(part)
        if len(run.sources) > 1:
            more = [E.A(f"[{place}]", href=links[key]) for place, key in enumerate(run.sources[1:], start=2)]
            written += [E.SUP(*more)]
        if run.doubted:
            written.append(E.SPAN(CLASS("doubted"), f" {DOUBT}"))
    return written


def _paragraph(paragraph: Paragraph, links: Mapping[str, str]) -> object:
    return E.P(*([f"{paragraph.mark} "] if paragraph.mark else []), *_runs(paragraph.runs, links))


def _section(section: Section, links: Mapping[str, str]) -> list[object]:
    heading = (E.H2, E.H3, E.H4, E.H5)[section.level - 1]
    title = section.title.upper() if section.level <= 2 else section.title
    between = E.BR() if section.level == 1 else " "
    parts: list[object] = [heading(section.number, between, title) if section.number else heading(title)]
    for block in section.blocks:
        if isinstance(block, Section):
            parts += _section(block, links)
        else:
            parts.append(_table(block, links) if isinstance(block, Table) else _paragraph(block, links))
    return parts


def _table(table: Table, links: Mapping[str, str]) -> object:
    heading = E.TR(*(E.TH(column.heading, scope="col") for column in table.columns))
    rows = [
        E.TR(
            *(
                E.TD(*([CLASS("number")] if c.number else []), E.P(*_runs(p.runs, links)))
                for c, p in zip(table.columns, row, strict=True)
            )
        )
        for row in table.rows
    ]
    caption = [E.CAPTION(table.caption)] if table.caption else []
    return E.DIV(CLASS("scroll"), E.TABLE(*caption, E.THEAD(heading), E.TBODY(*rows)))


def _source(source: Source) -> object:
    place = f"{source.document}, {source.place}" if source.place else source.document
    named = E.A(place, href=source.address) if source.address else E.SPAN(place)
    weaker = [E.SPAN(CLASS("weaker"), " (chưa có văn bản xác nhận)")] if source.weaker else []
    quote = E.Q(source.prefix, E.MARK(source.quote), source.suffix)
    return E.LI(E.P(named, *weaker, ": ", quote), id=f"nguon-{source.key}")
