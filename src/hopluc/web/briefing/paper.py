"""The leader's page as an official paper: one page that says just what the site says."""

from dataclasses import replace
from datetime import datetime

import pypdfium2

from hopluc.reporting import Paragraph, Report, Run, Section, Signature, Table, to_pdf
from hopluc.reporting.official import moment_in_words, padded
from hopluc.reporting.report import Column, plain, shortened
from hopluc.web.briefing.queries import Brief, Line, Standing
from hopluc.web.people.letterheads import letterhead_of
from hopluc.web.people.models import Organisation

LONGEST = (300, 180, 110)
"""Characters of a title, the most that leaves the paper one page: whole where there is room for it."""
SOON = (Column("Ngày", 12), Column("Nội dung", 62), Column("Đơn vị, loại việc", 34))
BESIDE = (
    Column("Đơn vị chủ trì", 50),
    Column("Nhiệm vụ", 16, number=True),
    Column("Hoàn thành", 16, number=True),
    Column("Quá hạn", 14, number=True),
)
REPORT = Column("Báo cáo kỳ này", 20)
SENT = {True: "Đã gửi", False: "Chưa gửi", None: "Không thuộc kỳ này"}
UNTOLD = "–: ngoài phạm vi của tài khoản."


def paper_of(brief: Brief, agency: Organisation, title: str, at: datetime) -> Report:
    """The page under the name of a meeting, its figures those of a moment; its titles cut only as far as one page asks."""
    papers = (_paper(_shortened(brief, most), agency, title, at) for most in LONGEST)
    return next((paper for paper in papers if _is_one_page(paper)), _paper(_shortened(brief, LONGEST[-1]), agency, title, at))


def _is_one_page(report: Report) -> bool:
    with pypdfium2.PdfDocument(to_pdf(report, annex=False)) as pdf:
        return len(pdf) == 1


def _paper(brief: Brief, agency: Organisation, title: str, at: datetime) -> Report:
    return Report(
        letterhead=letterhead_of(agency, kind=""),
        kind="Số liệu phục vụ cuộc họp",
        summary=f"{title} (số liệu đến {moment_in_words(at)})",
        bases=(),
        sections=tuple(_sections(brief)),
        recipients=(),
        signature=Signature((), ""),
        dense=True,
    )


def _shortened(brief: Brief, most: int) -> Brief:
    """The same with no title or reason of more characters."""

    def cut(line: Line) -> Line:
        return replace(line, title=shortened(line.title.rstrip(". "), most), why=shortened(line.why, most))

    standings = tuple(replace(one, label=shortened(one.label.rstrip(". "), most)) for one in brief.standings)
    return replace(brief, decisions=tuple(map(cut, brief.decisions)), soon=tuple(map(cut, brief.soon)), standings=standings)


def _sections(brief: Brief) -> list[Section]:
    decisions = [
        plain(f"{n}. {one.title}: {one.why[:1].lower()}{one.why[1:]}") for n, one in enumerate(brief.decisions, start=1)
    ]
    parts = [
        Section("I.", f"Nội dung cần cho ý kiến ({padded(len(brief.decisions))})", 3, tuple(decisions or [plain("Không có.")])),
        Section("II.", "30 ngày tới", 3, (_soon(brief),)),
        Section("III.", "Tình hình chung", 3, tuple(_standing(one) for one in brief.standings)),
    ]
    if brief.agencies:
        notes = [plain(UNTOLD)] if brief.leaves_out else []
        notes += [plain(f"Còn {padded(brief.more_agencies)} đơn vị khác.")] if brief.more_agencies else []
        parts.append(Section("IV.", "Kết quả của từng đơn vị", 3, (_beside(brief), *notes)))
    return parts


def _standing(one: Standing) -> Paragraph:
    label = f"{one.label}: " if one.label else ""
    return Paragraph((Run(f"{label}{one.words}."),), "-")


def _soon(brief: Brief) -> Table | Paragraph:
    if not brief.soon:
        return plain("Không có nội dung đến hạn.")
    more = f"; ngoài ra còn {padded(brief.more_soon)} nội dung" if brief.more_soon > 0 else ""
    rows = [tuple(plain(words) for words in (_day(one), one.title, _begun(one.why))) for one in brief.soon]
    return Table(SOON, tuple(rows), caption=f"Đến hạn trong 30 ngày{more}" if more else "")


def _day(line: Line) -> str:
    return f"{line.day:%d/%m}" if line.day else "–"


def _begun(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}"


def _beside(brief: Brief) -> Table:
    rows = []
    for one in brief.agencies:
        late = "–" if one.late is None else str(one.late)
        rows.append((one.agency.name, str(one.tasks), str(one.done), late, *([SENT[one.sent]] if brief.tells_reports else [])))
    columns = (*BESIDE, REPORT) if brief.tells_reports else BESIDE
    return Table(columns, tuple(tuple(plain(cell) for cell in row) for row in rows))
