"""Grids as Excel: out of the register and back, on the pages, with what changed, who may, and what the journal says."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

import factories
from hopluc.reading.sources import open_source
from hopluc.sheets import Row, read_rows
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.actions import find_or_add_indicator, record_observation
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme, Role
from hopluc.web.sheets.actions import enter_sheet, hand_in_sheet
from hopluc.web.sheets.grids import grid_of
from hopluc.web.sheets.models import HandedIn, Noun
from hopluc.web.sheets.typed import day_in, names_in, term_in
from hopluc.web.terms import Grain, Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    made = factories.a_programme(standing)
    register.add_strand(made, by=None, number="1", title="Đào tạo")
    register.add_strand(made, by=None, number="2", title="Chuyển giao công nghệ")
    return made


@pytest.fixture
def task(programme: Programme, member: Organisation) -> Activity:
    strand = programme.strands.first()
    return factories.a_task(programme, lead=member, due=date(2026, 3, 5), title="Xây dựng đề án", strand=strand, number="1")


def rows_of(client: Any, programme: Programme, noun: str = Noun.TASKS) -> list[Row]:
    """The rows of a grid as it is downloaded."""
    response = client.get(f"/chuong-trinh/{programme.pk}/bang-tinh/{noun}.xlsx")
    assert response.status_code == 200
    return read_rows(grid_of(noun, programme), open_source(response.getvalue(), "bang.xlsx"))


def a_sheet(programme: Programme, noun: str, *rows: dict[str, str]) -> SimpleUploadedFile:
    """An edited file: rows by column name, the key under `key`."""
    columns = grid_of(noun, programme).columns
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for place, label in enumerate(["Mã dòng", *(column.label for column in columns)]):
            sheet.write_string(0, place, label)
        for line, row in enumerate(rows, start=1):
            for place, name in enumerate(["key", *(column.name for column in columns)]):
                sheet.write_string(line, place, row.get(name, ""))
    return SimpleUploadedFile("bang da sua.xlsx", file.getvalue())


def said(programme: Programme, noun: str, row: Row, **changed: str) -> dict[str, str]:
    """A downloaded row with some cells typed over."""
    names = [column.name for column in grid_of(noun, programme).columns]
    return {"key": row.key, **dict(zip(names, (words or "" for words in row.words), strict=True)), **changed}


def entered(programme: Programme, by: User, noun: str, *rows: dict[str, str], from_file: tuple[int, ...] = ()) -> HandedIn:
    sheet = hand_in_sheet(programme, by=by, noun=noun, file=a_sheet(programme, noun, *rows))
    return enter_sheet(sheet, by=by, from_file=from_file)


def test_tasks_go_out_with_their_parties_days_and_state(
    signed_in: Any, officer: User, programme: Programme, task: Activity
) -> None:
    (row,) = rows_of(signed_in(officer), programme)

    assert row.words == (
        "1",
        "Xây dựng đề án",
        "1 Đào tạo",
        "Nhiệm vụ được giao",
        "Sở Công Thương thành phố Vĩnh Hà",
        "",
        "05/03/2026",
        "",
        "",
        "Quá hạn",
    )


def test_sheet_that_nobody_touched_says_so(signed_in: Any, officer: User, programme: Programme, task: Activity) -> None:
    client = signed_in(officer)
    file = client.get(f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu.xlsx").getvalue()

    page = client.post(
        f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu/nhap-lai/", {"file": factories.a_file("bang.xlsx", file)}, follow=True
    )

    assert "Bảng này không có thay đổi nào so với sổ hiện nay." in page.content.decode()


def test_edited_sheet_is_shown_first_and_entered_on_a_word(
    signed_in: Any, officer: User, programme: Programme, task: Activity
) -> None:
    client = signed_in(officer)
    (row,) = rows_of(client, programme)
    changed = said(
        programme, Noun.TASKS, row, due="31/12/2026", lead="Sở Y tế thành phố Vĩnh Hà", strand="2 chuyen giao cong nghe"
    )
    new = {
        "title": "Đón đoàn công tác",
        "lead": "Sở Ngoại vụ thành phố Vĩnh Hà; Sở Y tế thành phố Vĩnh Hà",
        "due": "quý III/2026",
    }
    wrong = {"title": "Việc sai", "due": "31/02/2026"}
    file = a_sheet(programme, Noun.TASKS, changed, new, wrong)

    page = client.post(f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu/nhap-lai/", {"file": file})
    sheet = HandedIn.objects.get()
    shown = client.get(page.url).content.decode()
    task.refresh_from_db()
    assert task.due == Term.on(date(2026, 3, 5))
    assert "31/12/2026" in shown
    assert "Đón đoàn công tác" in shown
    assert "Đơn vị chưa có trong danh mục (2)" in shown.replace("</h2>", "").replace("<h2>", "")

    done = client.post(f"/bang-tinh/{sheet.pk}/dua-vao/", follow=True).content.decode()

    task.refresh_from_db()
    assert (task.due, str(task.strand)) == (Term.on(date(2026, 12, 31)), "2 Chuyển giao công nghệ")
    held = [str(role.organisation) for role in task.roles.filter(capacity=Role.Capacity.LEAD, until=None)]
    assert held == ["Sở Y tế thành phố Vĩnh Hà"]
    added = Activity.objects.get(title="Đón đoàn công tác")
    assert (added.due.last, added.due.grain) == (date(2026, 9, 30), Grain.QUARTER)
    assert added.roles.filter(capacity=Role.Capacity.LEAD).count() == 2
    assert "“31/02/2026” không có trong lịch. Đề nghị kiểm tra lại." in done
    assert not Activity.objects.filter(title="Việc sai").exists()
    sheet.refresh_from_db()
    assert {name: sheet.outcome[name] for name in ("added", "changed")} == {"added": 1, "changed": 1}


def test_refused_rows_come_back_as_a_file_to_be_handed_in_again(signed_in: Any, officer: User, programme: Programme) -> None:
    sheet = entered(programme, officer, Noun.TASKS, {"title": "Việc sai", "due": "31/02/2026"})

    response = signed_in(officer).get(f"/bang-tinh/{sheet.pk}/chua-vao.xlsx")

    document = open_source(response.getvalue(), "chua-vao.xlsx")
    (row,) = read_rows(grid_of(Noun.TASKS, programme), document)
    assert row.words[1] == "Việc sai"
    assert "“31/02/2026” không có trong lịch. Đề nghị kiểm tra lại." in document.text


def test_row_changed_on_both_sides_stays_as_it_is_unless_the_file_is_chosen(
    signed_in: Any, officer: User, programme: Programme, task: Activity
) -> None:
    (row,) = rows_of(signed_in(officer), programme)
    register.correct(task, by=officer, changes={"title": "Xây dựng đề án mới"})
    mine = said(programme, Noun.TASKS, row, title="Lập đề án")

    kept = entered(programme, officer, Noun.TASKS, mine)
    task.refresh_from_db()
    assert task.title == "Xây dựng đề án mới"
    assert kept.outcome["refused"] == [
        [1, "Đã được sửa trên hệ thống sau khi tải bảng (Nội dung nhiệm vụ); giữ nội dung trên hệ thống."]
    ]

    entered(programme, officer, Noun.TASKS, mine, from_file=(1,))
    task.refresh_from_db()
    assert task.title == "Lập đề án"


def test_sheet_enters_once(officer: User, programme: Programme) -> None:
    sheet = entered(programme, officer, Noun.TASKS, {"title": "Việc mới"})

    with pytest.raises(ValidationError) as refusal:
        enter_sheet(sheet, by=officer)

    assert refusal.value.messages == ["Bảng này đã được đưa vào sổ trước đó."]
    assert Activity.objects.count() == 1


def test_each_change_has_its_line_with_the_file_as_its_reason(
    officer: User, programme: Programme, task: Activity, signed_in: Any
) -> None:
    (row,) = rows_of(signed_in(officer), programme)
    before = JournalEntry.objects.count()

    entered(programme, officer, Noun.TASKS, said(programme, Noun.TASKS, row, title="Lập đề án"))

    lines = list(JournalEntry.objects.order_by("number").values_list("verb", "reason")[before:])
    assert lines == [
        ("hand_in_sheet", ""),
        ("correct", "Nhập từ bảng tính “bang da sua.xlsx”"),
        ("enter_sheet", ""),
    ]


def test_long_sheet_is_refused_with_how_many_may_come(
    officer: User, programme: Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hopluc.web.sheets.actions.MOST_ROWS", 1)
    file = a_sheet(programme, Noun.TASKS, {"title": "Một"}, {"title": "Hai"})

    with pytest.raises(ValidationError) as refusal:
        hand_in_sheet(programme, by=officer, noun=Noun.TASKS, file=file)

    assert refusal.value.messages == ["Bảng có 2 dòng; mỗi lần nhập tối đa 1 dòng. Đề nghị chia thành nhiều tệp."]
    monkeypatch.setattr("hopluc.web.sheets.actions.MOST_ROWS", 2)  # the control: as many as may come
    file.seek(0)
    assert len(hand_in_sheet(programme, by=officer, noun=Noun.TASKS, file=file).rows) == 2


def test_file_that_is_no_sheet_is_refused_on_the_page(signed_in: Any, officer: User, programme: Programme) -> None:
    file = factories.a_file("ghi chu.txt", "Kính gửi các đơn vị.")

    page = signed_in(officer).post(f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu/nhap-lai/", {"file": file})

    assert "không có dòng tiêu đề của bảng" in page.content.decode()
    assert not HandedIn.objects.exists()


def test_figures_come_back_as_figures(signed_in: Any, officer: User, programme: Programme, standing: Organisation) -> None:
    counted = find_or_add_indicator(standing, by=None, name="Công nghệ được chuyển giao", unit="công nghệ")
    kept = record_observation(counted, by=None, figure=Figure.exact(Decimal(1200)), about=programme, period=Term.of("2026"))
    money = find_or_add_indicator(standing, by=None, name="Kinh phí", unit="đồng")
    spent = record_observation(money, by=None, figure=Figure.exact(Decimal(5_132_000_000)), about=programme, stage="disbursed")
    first, second = rows_of(signed_in(officer), programme, Noun.FIGURES)
    assert (first.words[5], second.words[5]) == ("1.200", "5.132.000.000")

    entered(
        programme,
        officer,
        Noun.FIGURES,
        said(programme, Noun.FIGURES, first, figure="1.200 - 1.300", period="Quý I/2026", stage="Ước thực hiện"),
        said(programme, Noun.FIGURES, second, figure="Không phát sinh"),
        {"indicator": "Số đơn sáng chế", "unit": "đơn", "figure": "ít nhất 40", "stage": "Kế hoạch", "period": "2027"},
    )

    kept.refresh_from_db()
    spent.refresh_from_db()
    new = Observation.objects.get(indicator__name="Số đơn sáng chế")
    assert kept.figure == Figure.between(Decimal(1200), Decimal(1300))
    assert (str(kept.period), kept.stage) == ("Quý I/2026", "estimate")
    assert spent.figure == Figure.zero()
    assert (new.figure, new.stage, new.about) == (Figure.between(Decimal(40), None), "plan", programme)


def test_petitions_come_back(signed_in: Any, officer: User, programme: Programme) -> None:
    petition = register.put_petition(programme, by=officer, text="Hỗ trợ kinh phí", recipient="Bộ Khoa học và Công nghệ")
    (row,) = rows_of(signed_in(officer), programme, Noun.PETITIONS)

    entered(
        programme,
        officer,
        Noun.PETITIONS,
        said(programme, Noun.PETITIONS, row, recipient="Bộ Tài chính", made_on="29/3/2026"),
        {"text": "Ban hành tiêu chuẩn", "recipient": "Bộ Xây dựng"},
    )

    petition.refresh_from_db()
    assert (str(petition.recipient), petition.made_on) == ("Bộ Tài chính", date(2026, 3, 29))
    assert str(Commitment.objects.get(text="Ban hành tiêu chuẩn").recipient) == "Bộ Xây dựng"


def test_agreements_come_back(signed_in: Any, officer: User, programme: Programme, member: Organisation) -> None:
    agreement = register.sign_agreement(
        programme, by=None, title="Thỏa thuận hợp tác", parties=[member], date=Term.on(date(2026, 1, 5))
    )
    (row,) = rows_of(signed_in(officer), programme, Noun.AGREEMENTS)
    assert row.words[2:4] == ("Sở Công Thương thành phố Vĩnh Hà", "05/01/2026")

    entered(
        programme,
        officer,
        Noun.AGREEMENTS,
        said(programme, Noun.AGREEMENTS, row, period="2026 - 2030"),
        {"title": "Biên bản ghi nhớ", "parties": "Sở Y tế thành phố Vĩnh Hà\nViện Thử nghiệm Vĩnh Hà", "date": "02/02/2026"},
    )

    agreement.refresh_from_db()
    new = Agreement.objects.get(title="Biên bản ghi nhớ")
    assert str(agreement.period) == "2026 - 2030"
    assert (new.date, new.roles.filter(capacity=Role.Capacity.PARTY).count()) == (Term.on(date(2026, 2, 2)), 2)


def test_member_agency_takes_the_sheet_but_hands_none_in(
    signed_in: Any, colleague: User, programme: Programme, task: Activity
) -> None:
    client = signed_in(colleague)

    page = client.get(f"/chuong-trinh/{programme.pk}/?phan=nhiem-vu").content.decode()

    assert len(rows_of(client, programme)) == 1
    assert "Tải bảng Excel" in page
    assert "Nhập lại bảng đã sửa" not in page
    assert client.get(f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu/nhap-lai/").status_code == 403


def test_sheet_of_another_agency_is_not_there(signed_in: Any, stranger: User, officer: User, programme: Programme) -> None:
    sheet = entered(programme, officer, Noun.TASKS, {"title": "Việc sai", "due": "31/02/2026"})
    client = signed_in(stranger)

    addresses = (
        f"/bang-tinh/{sheet.pk}/",
        f"/bang-tinh/{sheet.pk}/chua-vao.xlsx",
        f"/chuong-trinh/{programme.pk}/bang-tinh/nhiem-vu.xlsx",
    )
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]


def test_key_of_another_programme_changes_nothing(
    signed_in: Any, officer: User, programme: Programme, standing: Organisation
) -> None:
    other = factories.a_programme(standing)
    theirs = factories.a_task(other, title="Việc của chương trình khác")
    (row,) = rows_of(signed_in(officer), other)
    mine = said(other, Noun.TASKS, row, title="Đổi tên")

    sheet = entered(programme, officer, Noun.TASKS, mine)

    theirs.refresh_from_db()
    assert theirs.title == "Việc của chương trình khác"
    assert [number for number, _reason in sheet.outcome["refused"]] == [1]


def test_grid_nobody_has_is_not_there(signed_in: Any, officer: User, programme: Programme) -> None:
    client = signed_in(officer)

    assert client.get(f"/chuong-trinh/{programme.pk}/bang-tinh/van-ban.xlsx").status_code == 404
    assert client.get(f"/chuong-trinh/{programme.pk}/bang-tinh/van-ban/nhap-lai/").status_code == 404


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("5/3/2026", date(2026, 3, 5), date(2026, 3, 5)),
        ("1/1/2026 - 30/6/2026", date(2026, 1, 1), date(2026, 6, 30)),
        ("tháng 02/2026", date(2026, 2, 1), date(2026, 2, 28)),
        ("Năm 2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026 - 2030", date(2026, 1, 1), date(2030, 12, 31)),
        ("Quý II/2026", date(2026, 4, 1), date(2026, 6, 30)),
        ("quý 4 năm 2026", date(2026, 10, 1), date(2026, 12, 31)),
        ("khi có đủ kinh phí", None, None),
    ],
)
def test_times_are_understood_as_typed(words: str, first: date | None, last: date | None) -> None:
    term = term_in(words)

    assert term is not None
    assert (term.first, term.last) == (first, last)


@pytest.mark.parametrize("words", ["31/02/2026", "13/2026"])
def test_time_that_is_in_no_calendar_is_refused(words: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        term_in(words)

    assert refusal.value.messages == [f"“{words}” không có trong lịch. Đề nghị kiểm tra lại."]


def test_empty_cells_say_no_time_and_no_day() -> None:
    assert term_in("  ") is None
    assert day_in("") is None
    assert names_in(" ; ") == []


def test_words_are_no_day() -> None:
    with pytest.raises(ValidationError) as refusal:
        day_in("sau Tết")

    assert refusal.value.messages == ["“sau Tết” không phải ngày. Đề nghị ghi dạng 05/01/2026."]


def test_strand_that_is_not_the_programmes_comes_back(standing: Organisation, officer: User) -> None:
    programme = factories.a_programme(standing)

    sheet = entered(programme, officer, Noun.TASKS, {"title": "Việc mới", "strand": "Trụ cột 1"})

    assert sheet.outcome["refused"] == [[1, "Không tìm được đúng một nội dung hợp tác tên “Trụ cột 1” trong chương trình."]]
    assert not Activity.objects.exists()


def test_emptied_choice_comes_back(signed_in: Any, officer: User, programme: Programme, task: Activity) -> None:
    (row,) = rows_of(signed_in(officer), programme)

    sheet = entered(programme, officer, Noun.TASKS, said(programme, Noun.TASKS, row, kind=""))

    assert sheet.outcome["refused"] == [[1, "Ô “” không thuộc danh sách lựa chọn. Đề nghị chọn lại."]]
