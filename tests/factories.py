"""Rows for tests, made by the same actions as everywhere, about an invented city (thành phố Vĩnh Hà). All names are invented."""

import itertools
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

import small_index
from hopluc.web.definitions.actions import Worded, lay_definition
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.actions import Claims, Received, mark_passage, take_in_document
from hopluc.web.documents.models import Document, DocumentVersion, Passage
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import claim_of
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.observatory import actions as observatory
from hopluc.web.observatory.models import Edition, Framework
from hopluc.web.people import actions as people
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Programme
from hopluc.web.returns import actions as returns
from hopluc.web.returns.models import Return, Round
from hopluc.web.returns.prefill import NewSentence
from hopluc.web.terms import Term

PASSWORD = "mot mat khau du dai"
_count = itertools.count(1)


def an_organisation(name: str = "", *, owner: Organisation | None = None, kind: str = Organisation.Kind.AGENCY) -> Organisation:
    """An organisation; without a name, one of its own."""
    return people.add_organisation(owner, by=None, name=name or f"Sở Thử nghiệm số {next(_count)} thành phố Vĩnh Hà", kind=kind)


def an_account(organisation: Organisation, role: str = Membership.Role.OFFICER, *, username: str = "", name: str = "") -> User:
    """An account with a role in an organisation; its password is PASSWORD."""
    number = next(_count)
    return people.open_account(
        organisation,
        by=None,
        username=username or f"tai-khoan-{number}@vinhha.example",
        name=name or f"Trần Thị Thử {number}",
        password=PASSWORD,
        role=role,
    )


def a_version(owner: Organisation, text: str = "", *, by: User | None = None, **claims: Any) -> DocumentVersion:
    """A document with one version of this text."""
    number = next(_count)
    claims.setdefault("title", f"Kế hoạch thử nghiệm số {number}")
    file = Received.words(f"ke-hoach-{number}.txt", text or f"Văn bản thử nghiệm số {number}.")
    return take_in_document(owner, by=by, claims=Claims(**claims), file=file)


def a_call(owner: Organisation, text: str, *, by: User | None = None) -> DocumentVersion:
    """A note of a telephone call: a source without paper."""
    told = {"told_by": "Ông Lê Văn Thử", "told_at": datetime(2026, 11, 20, 9, 30, tzinfo=UTC)}
    return a_version(owner, text, by=by, kind=Document.Kind.NOTE, source=Document.Source.CALL, **told)


def a_passage(version: DocumentVersion, quote: str) -> Passage:
    """The passage of these words in the version."""
    start = version.text.index(quote)
    return mark_passage(version, start, start + len(quote))


def a_programme(owner: Organisation, title: str = "", *, by: User | None = None) -> Programme:
    """A programme of 2026 - 2030."""
    return register.found_programme(
        owner, by=by, title=title or f"Chương trình hợp tác thử nghiệm số {next(_count)}", period=Term.between("2026", "2030")
    )


def a_task(programme: Programme, *, lead: Organisation | None = None, due: date | None = None, **details: Any) -> Activity:
    """An assigned task."""
    details.setdefault("title", f"Xây dựng đề án thử nghiệm số {next(_count)}")
    return register.assign_task(programme, by=None, lead=lead, due=Term.on(due) if due else None, **details)


def an_observation(about: Any, figure: Figure, **details: Any) -> Observation:
    """A figure about something."""
    indicator = measures.find_or_add_indicator(about.owner, by=None, name=f"Số liệu thử nghiệm {next(_count)}", unit="người")
    return measures.record_observation(indicator, by=None, figure=figure, about=about, **details)


def a_round(programme: Programme, *names: str, year: int = 2026) -> Round:
    """The yearly round of a programme by Decree 09/2019, of these agencies (three of their own without)."""
    return returns.open_round(
        programme.owner,
        by=None,
        title=f"Báo cáo năm {year}: {programme}",
        period=Term(date(year - 1, 12, 15), date(year, 12, 14)),
        due_on=date(year, 12, 16),
        agencies=names or [f"Sở Thử nghiệm số {next(_count)} thành phố Vĩnh Hà" for _ in range(3)],
        outline=(returns.Heading("Kết quả thực hiện", "1."), returns.Heading("Tồn tại, hạn chế", "2.")),
        programme=programme,
        regime="year",
    )


def a_told(row: Return, *texts: str) -> Return:
    """The return with these sentences under the first part of its outline."""
    part = row.round.parts.all()[0]
    said = tuple(NewSentence(part, part.kind, text) for text in texts)
    return returns.save_return(row, by=None, filled=returns.Filled(sentences=said))


def a_file(name: str, content: bytes | str) -> SimpleUploadedFile:
    """A file as a browser sends it; text as UTF-8."""
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def a_blank_form(*rows: Sequence[Any], year: int = 2026, heads: tuple[str, str] = ("Kế hoạch", "Thực hiện")) -> bytes:
    """An Excel form of others: its rows with number, name and unit, a total by formula; the figures are empty."""
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Biểu 01")
    sheet.write("A1", f"BIỂU TỔNG HỢP NĂM {year}")
    for place, words in (("A3:A4", "TT"), ("B3:B4", "Nội dung"), ("C3:C4", "ĐVT"), ("D3:E3", f"Năm {year}")):
        sheet.merge_range(place, words)
    sheet.write_row("D4", heads)
    rows = rows or ((1, "Số hồ sơ", "hồ sơ"),)
    for at, row in enumerate(rows, start=4):
        sheet.write_row(at, 0, row)
    sheet.write_formula(4 + len(rows), 3, "=SUM(D5:D6)", None, 0)
    book.close()
    return data.getvalue()


def a_finding(
    version: DocumentVersion,
    kind: str,
    value: dict[str, Any],
    quote: str = "",
    *,
    programme: Programme | None = None,
    **details: Any,
) -> Finding:
    """Something read in a version, from these words of it (all of it without), waiting for an officer's word."""
    start = version.text.index(quote) if quote else 0
    spans = ((start, start + len(quote or version.text)),)
    finding = Finding(
        version=version,
        programme=programme,
        kind=kind,
        subtype=value.get("subtype") or value.get("statement_type") or "",
        identity=f"{kind} {next(_count)}",
        claim=claim_of(kind, value),
        value=value,
        spans=[list(span) for span in spans],
        reader="thử",
        **details,
    )
    finding.save()
    return finding


OUTLINE = """code: {code}
name: {name}
kind: Báo cáo
summary: "Sơ kết giai đoạn {{period}} của {{programme}}"
symbol: BC
source: Kết luận của lãnh đạo Sở
recipients: ["{{parent}} (để b/c);", "Lưu: VT."]
parts:
- {{level: 2, number: I., title: {first}, block: opening}}
- {{level: 2, number: II., title: Số liệu theo lĩnh vực, block: strands, missing: "(chưa có số liệu)"}}
- {{level: 2, number: III., title: Ý kiến của cơ quan thường trực, missing: "(cơ quan thường trực viết)"}}
"""


def an_outline(
    owner: Organisation,
    *,
    by: User | None = None,
    code: str = "mid-term-review",
    first: str = "Mở đầu",
    since: date = date(2026, 1, 1),
) -> OwnDefinition:
    """An outline of an organisation's own, of three parts, in place of the shared one unless of another code."""
    name = "Đề cương thử nghiệm"
    said = Worded(OwnDefinition.Kind.OUTLINE, code, name, OUTLINE.format(code=code, name=name, first=first))
    return lay_definition(owner, by=by, worded=said, since=since, source="Kết luận của lãnh đạo Sở")


def an_index(
    owner: Organisation, *, by: User | None = None, year: int = 2026, suppliers: dict[str, str] | None = None
) -> Edition:
    """An edition of a small index: five invented units, two groups of two indicators; who supplies which series by its code."""
    framework = Framework.objects.filter(owner=owner).first() or observatory.add_framework(
        owner, by=by, definition=small_index.definition(), came_from="minh-hoa.yaml"
    )
    names = ("tỉnh Tân Lâm", "thành phố Vĩnh Hà", "tỉnh Đông Sơn", "tỉnh Phú Mỹ", "tỉnh Kim Ngân")
    units = [observatory.NewUnit(code, name) for code, name in zip(small_index.UNITS, names, strict=True)]
    edition = observatory.open_edition(framework, by=by, year=year, units=units, home="VH")
    return observatory.name_suppliers(edition, by=by, suppliers=suppliers) if suppliers else edition


def filled(edition: Edition, *, by: User | None, checked_by: User | None = None) -> Edition:
    """The edition with all its figures but two, and checked where another account is named."""
    data = small_index.data(gaps=True)
    for column, code in enumerate(data.codes):
        series = edition.series.get(code=code)
        values = {unit: float(data.values[row, column]) for row, unit in enumerate(data.units)}
        given = {
            unit: observatory.Given(
                value, f"{value:g}".replace(".", ","), edition.year - 1, "Niên giám thống kê", confirmed="Đúng"
            )
            for unit, value in values.items()
            if value == value  # noqa: PLR0124 (NaN is what differs from itself)
        }
        observatory.enter_figures(series, by=by, given=given)
        if checked_by is not None:
            observatory.check_figures(series, by=checked_by, units=set(given))
    return edition
