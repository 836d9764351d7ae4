"""The papers of a round as Word files for each office's own signature: the agency's report, the letter that asks, the one that urges.

Numbers and dates are left to the office's document system. An official paper is in Vietnamese, whatever its maker reads.
"""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import docx
import segno
from django.conf import settings
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from hopluc.reporting import Letterhead, Paragraph, Report, Run, Section, Table, to_word
from hopluc.reporting.official import padded
from hopluc.reporting.report import Column
from hopluc.vietnamese import slug
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.typed import words_of
from hopluc.web.people.heirs import body_today
from hopluc.web.people.letterheads import letterhead_of, signing_for
from hopluc.web.people.models import Organisation
from hopluc.web.register.models import Statement
from hopluc.web.returns import queries
from hopluc.web.returns.contents import Content, Line, PartContent
from hopluc.web.returns.models import Part, Round
from hopluc.web.returns.running import Cumulated
from hopluc.web.returns.words import asked_by, capital, due_in_words, lower, named_once, percent_in_words, round_in_words

NOT_YET = "(chưa có số liệu)"
NOTHING_SAID = "(chưa có nội dung)"
QR_MM = 32
RUNNING = ("Lũy kế từ đầu năm", "Lũy kế từ đầu chương trình")


def plain(words: str, mark: str = "") -> Paragraph:
    return Paragraph((Run(words),), mark)


@translation.override(settings.LANGUAGE_CODE)
def return_paper(content: Content) -> bytes:
    """The agency's own report, from what its return says now: for its own letterhead, signature and seal, or those of its heir."""
    row, round_ = content.row, content.row.round
    today = queries.today_of_return(row)
    issuer = row.agency if today is None or today.heir is None else today.heir
    name = str(issuer) if issuer == row.agency else f"{issuer} (kế thừa {row.agency})"
    runs = (content.runs_over_year, content.runs_over_programme)
    report = Report(
        letterhead=letterhead_of(issuer),
        kind="Báo cáo",
        summary=capital(round_in_words(round_).removeprefix("Báo cáo").lstrip()),
        bases=(),
        opening=(plain(f"Thực hiện {asked_by(round_)}, {name} báo cáo như sau:"),),
        sections=tuple(_section(place, part, runs) for place, part in enumerate(content.parts, start=1)),
        closing=(plain(f"Trên đây là báo cáo của {name}, gửi {round_.owner} tổng hợp./."),),
        recipients=(f"{round_.owner};", "Lãnh đạo cơ quan (để b/c);", "Lưu: VT."),
        signature=signing_for(issuer),
    )
    return to_word(report, annex=False)


def _section(place: int, part: PartContent, runs: tuple[bool, bool]) -> Section:
    blocks: list[Paragraph | Table] = []
    if part.lines:
        blocks.append(_figures(part, runs))
    for one in part.sentences:
        told = one.text
        if one.activity is not None:
            state = one.get_said_display() if one.said else NOT_YET
            told = f"{one.activity.title.rstrip('. ')}: {state}. {one.text}".strip()
        if told:
            blocks.append(plain(told, "-"))
    if part.nothing:
        blocks.append(plain("Không phát sinh trong kỳ."))
    empty = NOT_YET if part.part.kind == Statement.Kind.RESULT else NOTHING_SAID
    return Section(part.part.number or f"{place}.", part.part.title, 3, tuple(blocks or [plain(empty)]))


def _figures(part: PartContent, runs: tuple[bool, bool]) -> Table:
    heads: tuple[tuple[str, int, bool], ...] = (
        ("TT", 9, False),
        ("Nội dung", 36, False),
        ("Đơn vị tính", 18, False),
        ("Kế hoạch", 16, True),
    )
    heads += (("Thực hiện", 16, True), ("Ước thực hiện", 16, True), ("Cùng kỳ", 15, True), ("% kế hoạch", 20, True))
    rows = []
    for number, line in enumerate(part.lines, start=1):
        cells = (str(number), line.row.name, line.row.unit, *map(_cell, (line.plan, line.actual, line.estimate, line.before)))
        rows.append(tuple(plain(cell) for cell in (*cells, _percent(line))))
    return _with_running(part, runs, Table(tuple(Column(*head) for head in heads), tuple(rows)))


def _percent(line: Line) -> str:
    """The share of the plan, and which figure it is of."""
    share = percent_in_words(line.percent_of_plan)
    return f"{share} ({line.measured_by})" if line.percent_of_plan.known else share


def _with_running(part: PartContent, runs: tuple[bool, bool], table: Table) -> Table:
    """The table with a column of what the figures come to from the start of the year, and of the programme, where that says more."""
    over = [(head, which) for head, which, shown in zip(RUNNING, ("year", "programme"), runs, strict=True) if shown]
    if not over:
        return table
    columns = (*table.columns, *(Column(head, 21, number=True) for head, _which in over))
    rows = tuple(
        (*row, *(plain(_cumulated(getattr(line.running, which, None))) for _head, which in over))
        for row, line in zip(table.rows, part.lines, strict=True)
    )
    return replace(table, columns=columns, rows=rows)


def _cumulated(told: Cumulated | None) -> str:
    """What figures come to; where a period is lacking that is told, and a rate is none."""
    if told is None or not told.figure.known:
        return "–"
    return words_of(told.figure) + (f" (thiếu {told.lacking} kỳ)" if told.lacking else "")


def _cell(figure: Figure) -> str:
    return words_of(figure) if figure.known else "–"


@translation.override(settings.LANGUAGE_CODE)
def request_letter(round_: Round, addressees: Iterable[Organisation], parts: Iterable[Part], link: str = "") -> bytes:
    """The letter that asks for the reports of a round, with outline and form in its annexes; with `link`, its QR code too."""
    programme, told = named_once(round_)
    basis = f"Thực hiện {programme}, " if programme else ""
    days = f"Số liệu tính từ ngày {round_.period_first:%d/%m/%Y} đến hết ngày {round_.period_last:%d/%m/%Y}."
    body = (
        (
            f"{basis}{round_.owner} trân trọng đề nghị quý cơ quan, đơn vị {lower(told)} theo đề cương, "
            f"biểu số liệu tại Phụ lục kèm theo. {days}"
        ),
        (
            f"Báo cáo gửi về {round_.owner} trước ngày {due_in_words(round_)} để tổng hợp. Nội dung không phát sinh trong kỳ, đề nghị "
            "ghi rõ “Không phát sinh”; nội dung chưa có số liệu, đề nghị ghi rõ “Chưa có số liệu”."
        ),
        "Báo cáo có thể gửi bằng văn bản qua hệ thống quản lý văn bản, bằng tệp Word, Excel, hoặc điền trực tiếp "
        + ("theo mã QR gửi kèm." if link else "theo liên kết riêng gửi từng cơ quan, đơn vị."),
        "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan, đơn vị./.",
    )
    letter = to_word(_letter(round_, lower(told), addressees, body, _annexes(parts)), annex=False)
    return with_code(letter, link) if link else letter


@translation.override(settings.LANGUAGE_CODE)
def urging_letter(round_: Round, missing: Iterable[Organisation], *, received: int, asked: int, until: date) -> bytes:
    """The letter that urges those who have not answered. They stand under "Kính gửi" alone; the text lists nobody."""
    programme, told = named_once(round_)
    basis = asked_by(round_) if round_.asked_in else programme
    words = lower(round_in_words(round_) if round_.asked_in else told)
    body = (
        (
            (f"Thực hiện {basis}, " if basis else "")
            + f"{round_.owner} đã đề nghị các cơ quan, đơn vị {words} trước ngày {due_in_words(round_)}."
        ),
        (
            f"Đến nay, {round_.owner} {_received_so_far(received, asked)}. Để kịp tổng hợp, {round_.owner} trân trọng đề nghị quý cơ quan quan tâm, chỉ đạo gửi báo cáo trước ngày {until:%d/%m/%Y}. Trường hợp quý "
            "cơ quan đã gửi báo cáo, đề nghị thông tin số, ngày văn bản để đối chiếu, cập nhật."
        ),
        "Rất mong nhận được sự quan tâm, phối hợp của quý cơ quan./.",
    )
    return to_word(_letter(round_, f"gửi {lower(told)}", missing, body, ()), annex=False)


def _received_so_far(received: int, asked: int) -> str:
    if not received:
        return "chưa nhận được báo cáo của các cơ quan, đơn vị"
    return f"đã nhận được báo cáo của {padded(received)}/{padded(asked)} cơ quan, đơn vị"


def _letter(
    round_: Round, about: str, agencies: Iterable[Organisation], body: Iterable[str], annexes: tuple[Section, ...]
) -> Report:
    asked = list(agencies)
    heirs = queries.agencies_today(round_, [agency.pk for agency in asked], timezone.localdate())
    # Who was merged into another gets no letter of its own.
    addressees = dict.fromkeys(body_today(agency, heirs) for agency in asked)
    head: Letterhead = letterhead_of(round_.owner, kind="")
    return Report(
        letterhead=head,
        kind="Công văn",
        summary=about,
        bases=(),
        sections=(),
        opening=tuple(plain(words) for words in body),
        recipients=("Như trên;", "Lãnh đạo cơ quan (để b/c);", "Lưu: VT."),
        signature=signing_for(round_.owner),
        addressees=tuple(str(agency) for agency in addressees) or ("Các cơ quan, đơn vị",),
        annexes=annexes,
    )


def _annexes(parts: Iterable[Part]) -> tuple[Section, ...]:
    parts = list(parts)
    outline = Section("Phụ lục I", "Đề cương báo cáo", 1, tuple(plain(f"{part}") for part in parts))
    columns: tuple[tuple[str, int, bool], ...] = (
        ("TT", 10, False),
        ("Nội dung", 42, False),
        ("Đơn vị tính", 18, False),
        ("Kế hoạch", 18, True),
    )
    columns += (("Thực hiện", 18, True), ("Ước thực hiện", 18, True), ("Cùng kỳ", 18, True))
    results = [part for part in parts if part.kind == Statement.Kind.RESULT] or parts
    asked = [figure for part in parts for figure in part.asked] or [(part.title, "") for part in results]
    rows = tuple(
        tuple(plain(cell) for cell in (str(n), name, unit, *[""] * 4)) for n, (name, unit) in enumerate(asked, start=1)
    )
    form = Section("Phụ lục II", "Biểu số liệu", 1, (Table(tuple(Column(*head) for head in columns), rows),))
    return outline, form


def with_code(paper: bytes, link: str) -> bytes:
    """The paper with the QR code of a link at its end, its address in words below it."""
    document = docx.Document(io.BytesIO(paper))
    picture = io.BytesIO()
    segno.make(link, error="m").save(picture, kind="png", scale=8, border=2)
    document.add_page_break()
    for words in ("Mã QR mở báo cáo của quý cơ quan, đơn vị", None, link):
        written = document.add_paragraph()
        written.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if words is None:
            written.add_run().add_picture(io.BytesIO(picture.getvalue()), width=Mm(QR_MM))
        else:
            written.add_run(words)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def qr_code(link: str) -> SafeString:
    """The QR code of a link as SVG to stand in a page."""
    # An <svg> of paths: what the link says is in no word of it.
    return mark_safe(segno.make(link, error="m").svg_inline(scale=5, border=2, dark="#000", light="#fff"))  # noqa: S308


def zipped(papers: Iterable[tuple[Organisation, bytes]]) -> bytes:
    """The papers as one archive, a file for each agency, in their order."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (agency, paper) in enumerate(papers, start=1):
            archive.writestr(f"{number:02}-{slug(agency.name)[:80].strip('-')}.docx", paper)
    return file.getvalue()
