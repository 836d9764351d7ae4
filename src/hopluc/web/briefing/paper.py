"""The leader's page as an official paper: one page that says just what the site says."""

from datetime import datetime

from hopluc.reporting import Paragraph, Report, Run, Section, Signature, Table
from hopluc.reporting.official import padded
from hopluc.reporting.report import Column, plain, shortened
from hopluc.web.briefing.queries import Brief, Line, Standing
from hopluc.web.people.letterheads import letterhead_of
from hopluc.web.people.models import Organisation

LONGEST = 110
"""Characters of a title: a line of the page, not the whole task."""
SOON = (Column("Ngày", 12), Column("Nội dung", 62), Column("Đơn vị, loại việc", 34))
BESIDE = (
    Column("Đơn vị chủ trì", 50),
    Column("Nhiệm vụ", 16, number=True),
    Column("Hoàn thành", 16, number=True),
    Column("Quá hạn", 14, number=True),
    Column("Báo cáo kỳ này", 20),
)


def paper_of(brief: Brief, agency: Organisation, title: str, at: datetime) -> Report:
    """The page under the name of a meeting, its figures those of a moment."""
    return Report(
        letterhead=letterhead_of(agency, kind=""),
        kind="Số liệu phục vụ cuộc họp",
        summary=f"{title} (số liệu đến {at:%H} giờ {at:%M} ngày {at:%d/%m/%Y})",
        bases=(),
        sections=tuple(_sections(brief)),
        recipients=(),
        signature=Signature((), ""),
        dense=True,
    )


def _sections(brief: Brief) -> list[Section]:
    decisions = [
        plain(f"{n}. {_cut(one.title)}: {one.why[:1].lower()}{one.why[1:]}") for n, one in enumerate(brief.decisions, start=1)
    ]
    parts = [
        Section("I.", f"Nội dung cần cho ý kiến ({padded(len(brief.decisions))})", 3, tuple(decisions or [plain("Không có.")])),
        Section("II.", "30 ngày tới", 3, (_soon(brief),)),
        Section("III.", "Tình hình chung", 3, tuple(_standing(one) for one in brief.standings)),
    ]
    if brief.agencies:
        parts.append(Section("IV.", "Kết quả của từng đơn vị", 3, (_beside(brief),)))
    return parts


def _standing(one: Standing) -> Paragraph:
    return Paragraph((Run(f"{_cut(one.label)}: {one.words}."),), "-")


def _soon(brief: Brief) -> Table | Paragraph:
    if not brief.soon:
        return plain("Không có nội dung đến hạn.")
    more = f"; ngoài ra còn {padded(brief.more_soon)} nội dung" if brief.more_soon > 0 else ""
    rows = [tuple(plain(words) for words in (_day(one), _cut(one.title), shortened(one.why, LONGEST))) for one in brief.soon]
    return Table(SOON, tuple(rows), caption=f"Đến hạn trong 30 ngày{more}" if more else "")


def _day(line: Line) -> str:
    return f"{line.day:%d/%m}" if line.day else "–"


def _beside(brief: Brief) -> Table:
    said = {True: "Đã gửi", False: "Chưa gửi", None: "–"}
    cells = [(one.agency.name, str(one.tasks), str(one.done), str(one.late), said[one.sent]) for one in brief.agencies]
    return Table(BESIDE, tuple(tuple(plain(cell) for cell in row) for row in cells))


def _cut(title: str) -> str:
    return shortened(title.rstrip(". "), LONGEST)
