"""An edition taken along: the evidence in one archive with its list in Word, and the own unit's figures to be copied."""

import zipfile
from datetime import date
from io import BytesIO

import docx
import pytest
from django.urls import reverse

import factories
from hopluc.reading.sources import open_source
from hopluc.sheets import read_rows
from hopluc.web.documents.actions import Claims, Received, take_in_document, withdraw_document
from hopluc.web.observatory import actions, grids
from hopluc.web.observatory.actions import Given
from hopluc.web.observatory.evidence import UNREAD, UNSEEN, file_name
from hopluc.web.observatory.packing import INDEX
from hopluc.web.terms import Term


def packed(browser, edition):
    """The files of the pack by name, its list in Word apart: the words of paragraphs, and the rows of each table."""
    answer = browser.get(reverse("observatory:evidence_pack", args=[edition.pk]))
    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        names = archive.namelist()
        found = {name: archive.read(name) for name in names}
    assert len(names) == len(found)
    paper = docx.Document(BytesIO(found.pop(INDEX)))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in paper.tables if len(table.columns) > 2]
    return found, [paragraph.text for paragraph in paper.paragraphs], tables


def a_paper(owner, name, words, **claims):
    return take_in_document(
        owner, by=None, claims=Claims(**{"title": "Báo cáo", **claims}), file=Received.words(name, words)
    ).document


def a_figure(edition, code, unit, by, words="5"):
    series = edition.series.get(code=code)
    return actions.enter_figures(series, by=by, given={unit: Given(float(words), words, 2025, "Niên giám")})[0]


def test_the_pack_holds_each_file_once_with_its_bytes(edition, officer, signed_in):
    paper = a_paper(edition.owner, "Báo cáo 1.txt", "05 sáng chế.")
    other = a_paper(edition.owner, "Báo cáo 1.txt", "Chi 5 tỷ đồng.")
    patents = a_figure(edition, "patents", "VH", officer)
    actions.attach_proof(patents, by=officer, document=paper)
    actions.attach_proof(patents, by=officer, document=other)
    actions.attach_proof(a_figure(edition, "delay", "TL", officer), by=officer, document=paper)

    found, words, tables = packed(signed_in(officer), edition)

    assert found == {
        "minh-chung/patents_thanh-pho-vinh-ha_bao-cao-1.txt": "05 sáng chế.".encode(),
        "minh-chung/patents_thanh-pho-vinh-ha_bao-cao-1-2.txt": "Chi 5 tỷ đồng.".encode(),
    }
    assert [row[-1] for row in tables[0][1:]] == [*found, "minh-chung/patents_thanh-pho-vinh-ha_bao-cao-1.txt"]
    assert "Gói có 2 tệp minh chứng của 2 số liệu." in words


def test_the_list_tells_of_each_figure_where_it_is_said(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    signed = Term.on(date(2026, 5, 12), "ngày 12 tháng 5 năm 2026")
    paper = a_paper(member, "bc.txt", "05 sáng chế.", number="12/BC-SCT", title="Báo cáo sáng chế", date=signed)
    actions.attach_proof(
        a_figure(edition, "patents", "VH", colleague), by=colleague, document=paper, page=4, quote="05 sáng chế"
    )

    _found, _words, tables = packed(signed_in(officer), edition)

    assert tables[0][1:] == [
        [
            "patents Sáng chế",
            "thành phố Vĩnh Hà",
            "5 (2025)",
            member.name,
            "12/BC-SCT ngày 12/05/2026: Báo cáo sáng chế. Trang 4. “05 sáng chế”",
            "minh-chung/patents_thanh-pho-vinh-ha_bc.txt",
        ]
    ]


def test_the_list_tells_the_gaps(edition, officer, signed_in):
    proved = a_figure(edition, "patents", "VH", officer)
    actions.attach_proof(proved, by=officer, document=a_paper(edition.owner, "a.txt", "05 sáng chế."))
    a_figure(edition, "patents", "TL", officer)

    _found, _words, (_pieces, unproved, unknown) = packed(signed_in(officer), edition)

    assert unproved[1:] == [["patents", "Sáng chế", "–", "tỉnh Tân Lâm"]]
    assert [(row[0], row[3]) for row in unknown[1:]] == [
        ("researchers", "Tất cả 5 đơn vị"),
        ("spending", "Tất cả 5 đơn vị"),
        ("patents", "tỉnh Đông Sơn; tỉnh Phú Mỹ; tỉnh Kim Ngân"),
        ("delay", "Tất cả 5 đơn vị"),
    ]


def test_a_pack_of_nothing_says_so(edition, officer, signed_in):
    found, words, _tables = packed(signed_in(officer), edition)

    assert found == {}
    assert "Gói này không có tệp minh chứng nào." in words


def test_a_document_not_seen_is_left_out_and_told_without_its_name(edition, officer, signed_in):
    paper = a_paper(edition.owner, "mat.txt", "05 sáng chế.", number="99/BC", title="Báo cáo đã rút")
    actions.attach_proof(a_figure(edition, "patents", "VH", officer), by=officer, document=paper, quote="05 sáng chế")
    withdraw_document(paper, by=officer, reason="Gửi nhầm")

    found, words, tables = packed(signed_in(officer), edition)

    assert found == {}
    assert tables[0][1][-2:] == ["–", UNSEEN]
    assert "Có 1 minh chứng không kèm tệp; lý do ghi tại cột “Tệp trong gói”." in words


def test_a_file_not_read_yet_is_told_as_such(edition, officer, signed_in):
    file = factories.a_file("bang.txt", "05 sáng chế.")
    actions.attach_proof(a_figure(edition, "patents", "VH", officer), by=officer, file=file)

    found, _words, tables = packed(signed_in(officer), edition)

    assert (found, tables[0][1][-1]) == ({}, UNREAD)


def test_an_agency_takes_along_its_own_series_only(standing, member, officer, colleague, signed_in):
    edition = factories.an_index(standing, by=officer, suppliers={"patents": member.name})
    own = a_figure(edition, "patents", "VH", colleague)
    actions.attach_proof(own, by=colleague, document=a_paper(member, "a.txt", "05 sáng chế."))
    foreign = a_figure(edition, "delay", "VH", officer)
    actions.attach_proof(foreign, by=officer, document=a_paper(standing, "b.txt", "20 ngày."))

    mine, _words, tables = packed(signed_in(colleague), edition)
    every, _words, _tables = packed(signed_in(officer), edition)

    assert list(mine) == ["minh-chung/patents_thanh-pho-vinh-ha_a.txt"]
    assert {row[0].split()[0] for table in tables for row in table[1:]} == {"patents"}
    assert list(every) == ["minh-chung/patents_thanh-pho-vinh-ha_a.txt", "minh-chung/delay_thanh-pho-vinh-ha_b.txt"]


@pytest.mark.parametrize("name", ["evidence_pack", "copy_sheet"])
def test_who_supplies_nothing_finds_nothing(edition, officer, colleague, stranger, signed_in, name):
    address = reverse(f"observatory:{name}", args=[edition.pk])

    answers = [signed_in(user).get(address) for user in (officer, colleague, stranger)]
    answers[0].close()

    assert [answer.status_code for answer in answers] == [200, 404, 404]


@pytest.mark.parametrize(
    ("code", "unit", "name", "safe"),
    [
        ("1.2.3", "tỉnh Tân Lâm", "Báo cáo.PDF", "minh-chung/1.2.3_tinh-tan-lam_bao-cao.pdf"),
        ("../..", "/etc", "../../passwd", "minh-chung/etc_passwd"),
        ("..\\1", "C:\\", "..\\..\\con.txt", "minh-chung/1_c_con.txt"),
        ("..", "", "..", "minh-chung/tep"),
        ("1", "a\0b", "x.t/../xt\n", "minh-chung/1_a-b_xt"),
    ],
)
def test_a_hostile_name_leads_nowhere(code, unit, name, safe):
    assert file_name(code, unit, name) == safe


def test_a_hostile_file_is_packed_under_a_tame_name(edition, officer, signed_in):
    paper = a_paper(edition.owner, "../../ngoài.txt", "05 sáng chế.")
    entry = a_figure(edition, "patents", "VH", officer)
    actions.attach_proof(entry, by=officer, document=paper)
    edition.series.filter(code="patents").update(code="../patents")

    found, _words, _tables = packed(signed_in(officer), edition)

    assert list(found) == ["minh-chung/patents_thanh-pho-vinh-ha_ngoai.txt"]


def copied(browser, edition):
    answer = browser.get(reverse("observatory:copy_sheet", args=[edition.pk]))
    return [row.words for row in read_rows(grids.COPY, open_source(b"".join(answer.streaming_content), "bang.xlsx"))]


def test_the_copy_sheet_tells_the_own_unit_in_the_order_of_the_form(edition, officer, signed_in):
    a_figure(edition, "patents", "VH", officer, "7")
    a_figure(edition, "spending", "TL", officer, "9")

    rows = copied(signed_in(officer), edition)

    assert [tuple(word or "" for word in row) for row in rows] == [
        ("researchers", "Cán bộ nghiên cứu", "người", "", "", "", "Chưa có"),
        ("spending", "Chi cho nghiên cứu", "", "", "", "", "Chưa có"),
        ("patents", "Sáng chế", "", "7", "2025", "Niên giám", "Đã gửi"),
        ("delay", "Số ngày giải quyết hồ sơ", "", "", "", "", "Chưa có"),
    ]


def test_the_copy_sheet_of_an_edition_without_an_own_unit_has_no_lines(edition, officer, signed_in):
    edition.units.update(is_home=False)

    assert copied(signed_in(officer), edition) == []


def test_the_page_of_an_edition_leads_to_both(edition, officer, signed_in):
    page = signed_in(officer).get(edition.get_absolute_url()).content.decode()

    addresses = [reverse(f"observatory:{name}", args=[edition.pk]) for name in ("copy_sheet", "evidence_pack")]
    assert [page.count(f'href="{address}"') for address in addresses] == [1, 1]
