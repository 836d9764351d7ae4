"""Each kind of finding becomes its object of the register, with evidence by field; what is there already gains a passage."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

import factories
from hopluc.reading import Document as Source
from hopluc.reading import read
from hopluc.reading.kinds import RECORDS
from hopluc.web.documents.models import Document
from hopluc.web.intake import actions
from hopluc.web.intake.entries import ENTRIES
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import CLAIMED, proposals
from hopluc.web.intake.showing import FIELDS
from hopluc.web.journal.models import JournalEntry
from hopluc.web.measures.figures import Form
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Commitment, Programme, Role, Statement, Strand

TEXT = (
    "I. ỨNG DỤNG VÀ CHUYỂN GIAO\nXây dựng mô hình trồng lúa chịu mặn.\nĐến năm 2030, có ít nhất 60 công nghệ được chuyển giao."
)


@pytest.fixture
def programme(standing) -> Programme:
    return factories.a_programme(standing)


@pytest.fixture
def version(standing):
    return factories.a_version(standing, TEXT, kind=Document.Kind.REPORT)


@pytest.fixture
def entered(officer, version, programme):
    """Confirm a finding of this kind and value, and give what it became."""

    def enter(kind, value, quote="Xây dựng mô hình trồng lúa chịu mặn", **details):
        details = {"programme": programme} | details
        finding = factories.a_finding(details.pop("version", version), kind, value, quote, **details)
        return actions.confirm(finding, by=officer)

    return enter


def said_by(row) -> list[tuple[str, str]]:
    return list(row.evidence.order_by("pk").values_list("field", "as_written"))


def lines() -> list[str]:
    return list(JournalEntry.objects.order_by("number").values_list("verb", flat=True))


def names_of(row, capacity) -> list[str]:
    return [role.organisation.name for role in row.roles.filter(capacity=capacity)]


def test_every_kind_that_is_read_can_be_entered_shown_and_claimed():
    kinds = {kind.name for kind in RECORDS}

    assert set(Finding.Kind.values) == kinds
    assert set(ENTRIES) == set(FIELDS) == kinds - {Finding.CHECK}
    assert set(CLAIMED) == kinds


def test_a_record_of_an_outside_kind_is_not_proposed():
    reading = read(Source("bao-cao.txt", TEXT))
    more = replace(reading, records=(*reading.records, replace(reading.records[0], kind="loan")))

    assert proposals(more, "0" * 64) == proposals(reading, "0" * 64) != []


@pytest.mark.parametrize(
    ("kind", "value", "verb"),
    [
        ("strand", {"title": "Ứng dụng và chuyển giao", "number": "1"}, "add_strand"),
        ("legal_basis", {"text": "Luật Khoa học và công nghệ", "number": None, "date": None}, "cite_legal_basis"),
        ("task", {"title": "Xây dựng mô hình"}, "assign_task"),
        ("target", {"text": "60 công nghệ được chuyển giao"}, "add_commitment"),
        ("event", {"name": "Ngày hội cây giống", "date": "2026-05-12"}, "note_event"),
        ("petition", {"text": "Bố trí quỹ đất cho khu nông nghiệp"}, "add_commitment"),
        ("statement", {"text": "Tiến độ còn chậm", "statement_type": "shortcoming"}, "make_statement"),
    ],
)
def test_one_line_for_the_object_and_one_for_the_word(kind, value, verb, entered, programme, version):
    before = len(lines())

    row = entered(kind, value)

    assert lines()[before:] == [verb, "settle_finding"]
    assert said_by(row) == [("", "Xây dựng mô hình trồng lúa chịu mặn")]


def test_a_programme_is_founded_with_its_document_and_aims(entered, version):
    value = {"title": "Chương trình giống cây", "period": {"from": "2026", "to": "2030"}, "aims": ["Nâng cao năng suất"]}

    programme = entered("programme", value, programme=None)

    assert (programme.title, str(programme.period)) == ("Chương trình giống cây", "2026 - 2030")
    assert [(link.document, link.part) for link in programme.document_links.all()] == [(version.document, "report")]
    assert [(s.kind, s.text) for s in programme.statements.all()] == [("aim", "Nâng cao năng suất")]


def test_a_programme_named_again_gains_a_passage_and_the_document(entered, programme, version):
    again = entered("programme", {"title": programme.title, "aims": []})

    assert again == programme
    assert programme.evidence.count() == 1
    assert programme.document_links.get().document == version.document


def test_a_strand_told_in_other_words_is_the_same(entered):
    one = entered("strand", {"title": "Hợp tác ứng dụng và chuyển giao công nghệ", "number": "1"})
    other = entered("strand", {"title": "Ứng dụng và chuyển giao công nghệ"}, "I. ỨNG DỤNG")

    assert (one, Strand.objects.count()) == (other, 1)


def test_a_basis_is_known_by_its_number_or_else_its_words(entered, programme):
    numbered = {"text": "Quyết định số 12/QĐ-UBND ngày 05/01/2026", "number": "12/QĐ-UBND", "date": "2026-01-05"}
    basis = entered("legal_basis", numbered)
    entered("legal_basis", {**numbered, "text": "QĐ 12/QĐ-UBND", "date": None}, "I. ỨNG DỤNG")
    entered("legal_basis", {"text": "Luật Khoa học, công nghệ và đổi mới sáng tạo", "number": None})
    entered("legal_basis", {"text": "Luật Khoa học và công nghệ và đổi mới sáng tạo", "number": None}, "I. ỨNG DỤNG")

    assert [str(row) for row in programme.legal_bases.all()] == ["12/QĐ-UBND", "Luật Khoa học, công nghệ và đổi mới sáng tạo"]
    assert (basis.date.first, basis.evidence.count()) == (date(2026, 1, 5), 2)


SEAT = {"person": "Trần Văn Mẫu", "role": "Phó Trưởng ban thường trực", "body": "Ban Chỉ đạo Chương trình"}


@pytest.mark.parametrize(
    ("role", "capacity"),
    [
        ("Trưởng ban", "chair"),
        ("Phó Trưởng ban", "deputy"),
        ("Phó Trưởng ban Thường trực", "standing_deputy"),
        ("Tổ trưởng", "team_leader"),
        ("Ủy viên", "member"),
    ],
)
def test_a_seat_has_the_capacity_its_words_name(role, capacity, entered):
    seat = entered("membership", {**SEAT, "role": role, "position": "Giám đốc", "organisation": "Sở Mẫu"})

    assert (seat.capacity, seat.person.name, seat.post, seat.organisation.name) == (
        capacity,
        "Trần Văn Mẫu",
        "Giám đốc",
        "Sở Mẫu",
    )


def test_a_seat_told_again_is_the_same_in_the_same_committee(entered):
    seat = entered("membership", SEAT)
    again = entered("membership", {**SEAT, "body": "Ban Chỉ đạo"}, "I. ỨNG DỤNG")

    assert again == seat
    assert Role.objects.filter(capacity=Role.Capacity.COMMITTEE).count() == 1


def test_a_seat_without_a_committee_is_refused(entered):
    with pytest.raises(ValidationError, match="Đề nghị bấm Sửa và ghi tên ban, tổ"):
        entered("membership", {**SEAT, "body": None})
    assert Role.objects.count() == 0


AGREEMENT = {
    "title": "Thỏa thuận hợp tác đào tạo nhân lực giữa Sở Mẫu và Viện Mẫu",
    "parties": ["Sở Mẫu", "Viện Mẫu"],
    "period": {"from": "2026", "to": "2028"},
    "contents": ["Đào tạo kỹ sư"],
    "focal_points": [],
    "form": "thỏa thuận hợp tác",
}


def test_an_agreement_has_parties_contents_and_term(entered):
    agreement = entered("agreement", {**AGREEMENT, "focal_points": ["Sở Mẫu"], "signed": "2026-03-09", "place": "Vĩnh Hà"})

    assert (agreement.date.first, str(agreement.period), agreement.place_as_written) == (
        date(2026, 3, 9),
        "2026 - 2028",
        "Vĩnh Hà",
    )
    assert names_of(agreement, "party") == ["Sở Mẫu", "Viện Mẫu"]
    assert names_of(agreement, "focal_point") == ["Sở Mẫu"]
    assert [commitment.text for commitment in agreement.commitments.all()] == ["Đào tạo kỹ sư"]


def test_an_agreement_planned_in_one_paper_and_signed_in_another_is_one(entered):
    planned = entered("agreement", {**AGREEMENT, "planned_signing": "2026-03"})
    value = {
        **AGREEMENT,
        "title": "Ký kết",
        "signed": "2026-03-09",
        "focal_points": ["Trung tâm Mẫu"],
        "contents": ["Đào tạo kỹ sư", "Trao đổi chuyên gia"],
    }

    signed = entered("agreement", value, "I. ỨNG DỤNG")

    assert signed == planned
    signed.refresh_from_db()
    assert (signed.date.first, signed.planned.first) == (date(2026, 3, 9), date(2026, 3, 1))
    assert names_of(signed, "focal_point") == ["Trung tâm Mẫu"]
    assert [commitment.text for commitment in signed.commitments.all()] == ["Đào tạo kỹ sư", "Trao đổi chuyên gia"]


def test_agreements_of_the_same_parties_for_other_years_are_two(entered):
    entered("agreement", AGREEMENT)
    entered("agreement", {**AGREEMENT, "period": {"from": "2029", "to": "2031"}}, "I. ỨNG DỤNG")
    entered("agreement", {**AGREEMENT, "period": {"from": "2026", "to": "2027"}}, "Đến năm 2030")

    assert Role.objects.filter(capacity="party").count() == 6


TASK = {"title": "Xây dựng mô hình trồng lúa chịu mặn", "period": {"from": "2026", "to": "2027"}}


def test_a_task_has_its_lead_those_who_cooperate_and_its_strand(entered, programme):
    strand = entered("strand", {"title": "Ứng dụng và chuyển giao"})
    value = {
        **TASK,
        "lead": "Sở Mẫu",
        "cooperating": ["Viện Mẫu", ""],
        "due": "trong quý I",
        "recurrence": "hằng năm",
        "number": "2",
    }

    task = entered("task", value)

    assert (names_of(task, "lead"), names_of(task, "cooperating")) == (["Sở Mẫu"], ["Viện Mẫu"])
    assert (task.strand, str(task.period), str(task.due), task.number) == (strand, "2026 - 2027", "trong quý I", "2")


@pytest.mark.parametrize(
    ("words", "recurrence"),
    [("hàng tháng", "monthly"), ("hằng quý", "quarterly"), ("06 tháng", "half_yearly"), ("hàng năm", "yearly"), ("hằng năm", "yearly"),
     ("thường xuyên", "regular"), ("", "")],
)  # fmt: skip
def test_how_often_is_read_from_the_words(words, recurrence, entered):
    assert entered("task", {**TASK, "recurrence": words}).recurrence == recurrence


@pytest.mark.parametrize(
    ("status", "said"),
    [("chưa triển khai", "not_started"), ("đã hoàn thành", "done"), ("đang thực hiện", "in_progress"), ("gặp vướng mắc", "blocked"),
     ("dừng thực hiện", "stopped"), ("planned", None)],
)  # fmt: skip
def test_how_a_task_stands_is_noted_on_the_documents_day(status, said, entered, standing, programme):
    version = factories.a_version(standing, f"{TEXT}\n", date=factories.Term.on(date(2026, 11, 3)))

    task = entered("task", {**TASK, "status": status}, version=version)

    assert [(row.said, row.on) for row in task.progress.all()] == ([(said, date(2026, 11, 3))] if said else [])


def test_a_task_told_again_is_filled_where_it_said_nothing(entered):
    task = entered("task", {"title": TASK["title"], "status": "đang thực hiện"})

    again = entered("task", {**TASK, "lead": "Sở Mẫu", "due": "30/6", "status": "đang thực hiện"}, "I. ỨNG DỤNG")
    other = entered("task", {**TASK, "lead": "Sở Khác", "period": {"from": "2026", "to": "2028"}}, "Đến năm 2030")

    assert task == again == other
    again.refresh_from_db()
    assert (names_of(again, "lead"), str(again.period), str(again.due)) == (["Sở Mẫu"], "2026 - 2027", "30/6")
    assert again.progress.count() == 1


def test_a_task_of_a_later_term_follows_from_the_earlier(entered):
    earlier = entered("task", {**TASK, "period": {"from": "2021", "to": "2025"}})
    later = entered("task", {**TASK, "period": {"from": "2026", "to": "2030"}}, "I. ỨNG DỤNG")

    assert later.carried_over_from == earlier


def test_a_task_that_passes_on_is_carried_over_once(entered):
    value = {**TASK, "period": {"from": "2021", "to": "2025"}, "carried_over": {"from": "2026", "to": "2030"}}
    earlier = entered("task", value)
    entered("task", {**value, "lead": "Sở Mẫu"}, "I. ỨNG DỤNG")
    entered("task", {**TASK, "carried_over": {"from": "2026", "to": "2030"}}, "Đến năm 2030")

    later = Activity.objects.exclude(pk=earlier.pk).get()
    assert (later.carried_over_from, later.period.first) == (earlier, date(2026, 1, 1))


def test_tasks_met_in_the_wrong_order_are_joined_when_one_says_so(entered):
    later = entered("task", {**TASK, "period": {"from": "2026", "to": "2030"}})
    value = {**TASK, "period": {"from": "2021", "to": "2025"}, "carried_over": {"from": "2026", "to": "2030"}}

    earlier = entered("task", value, "I. ỨNG DỤNG")

    later.refresh_from_db()
    assert later.carried_over_from == earlier


@pytest.mark.parametrize(
    ("value", "form", "low", "high"),
    [
        ({"number": 60}, Form.EXACT, 60, 60),
        ({"number": 60, "qualifier": "khoảng"}, Form.ABOUT, 60, 60),
        ({"number": 60, "qualifier": "ít nhất"}, Form.AT_LEAST, 60, None),
        ({"number": 60, "qualifier": "không quá"}, Form.AT_MOST, None, 60),
        ({"min": 1000, "max": 1200}, Form.INTERVAL, 1000, 1200),
        ({"numerator": 14, "denominator": 15}, Form.RATIO, None, None),
    ],
)
def test_a_figure_has_the_form_its_words_give_it(value, form, low, high, entered):
    row = entered("observation", {"subject": "công nghệ được chuyển giao", "unit": "công nghệ", "period": "2026", **value})

    figure = row.figure
    assert figure.form == form
    if "numerator" in value:
        assert (figure.numerator, figure.denominator) == (Decimal(14), Decimal(15))
        assert row.indicator.aggregation == "ratio"
    else:
        assert (figure.low, figure.high) == (low, high)


@pytest.mark.parametrize(("unit", "rule"), [("%", "ratio"), ("điểm phần trăm", "ratio"), ("công nghệ", "sum"), ("", "sum")])
def test_the_unit_of_a_figure_decides_whether_it_is_added_up(unit, rule, entered):
    row = entered("observation", {"subject": "tỷ lệ hoàn thành", "unit": unit, "number": 60, "period": "2026"})

    assert row.indicator.aggregation == rule


def test_a_figure_has_its_words_as_evidence_of_the_field(entered):
    start = TEXT.index("60 công nghệ")
    row = entered(
        "observation", {"subject": "công nghệ", "unit": "công nghệ", "number": 60, "stage": "plan"}, "có ít nhất 60 công nghệ",
        parts={"number": [start, start + 2]},
    )  # fmt: skip

    assert said_by(row) == [("", "có ít nhất 60 công nghệ"), ("number", "60"), ("figure", "có ít nhất 60 công nghệ")]
    assert (row.stage, row.as_written) == ("plan", "có ít nhất 60 công nghệ")


def test_the_same_figure_told_again_is_one(entered):
    value = {"subject": "công nghệ được chuyển giao", "unit": "công nghệ", "number": 60, "period": "2026"}
    one = entered("observation", value)
    other = entered("observation", {**value, "subject": "số công nghệ được chuyển giao"}, "I. ỨNG DỤNG")
    elsewhere = entered("observation", {**value, "place": "Vĩnh Hà"}, "Đến năm 2030")

    assert (one == other, one == elsewhere) == (True, False)


def test_a_figure_without_a_number_or_with_part_of_a_dong_is_refused(entered):
    with pytest.raises(ValidationError, match="Chưa có con số"):
        entered("observation", {"subject": "công nghệ"})
    with pytest.raises(ValidationError, match="không có phần lẻ"):
        entered("observation", {"subject": "kinh phí", "unit": "VND", "number": 1.5})
    assert entered("observation", {"subject": "kinh phí", "unit": "VND", "number": 5_132_000_000}).dong_low == 5_132_000_000


def test_a_target_owes_its_figure_by_its_time(entered):
    value = {"text": "60 công nghệ được chuyển giao", "unit": "công nghệ", "number": 60, "by": "2026-Q2"}

    target = entered("target", value, "có ít nhất 60 công nghệ")

    observation = target.observations.get()
    assert (target.kind, target.due.last, observation.stage, observation.figure.low) == (
        "target",
        date(2026, 6, 30),
        "target",
        60,
    )
    assert entered("target", {**value, "text": "60 CÔNG NGHỆ được chuyển giao", "by": "2030"}, "I. ỨNG DỤNG") == target


def test_a_target_belongs_to_the_one_agreement_its_document_is(entered, standing):
    paper = factories.a_version(standing, f"{TEXT}\nThỏa thuận.", kind=Document.Kind.AGREEMENT)
    alone = entered("target", {"text": "Đào tạo 100 kỹ sư"}, version=paper)
    agreement = entered("agreement", AGREEMENT, version=paper)
    under = entered("target", {"text": "Đào tạo 200 kỹ sư"}, "I. ỨNG DỤNG", version=paper)
    reported = entered("target", {"text": "Đào tạo 300 kỹ sư"}, "chuyển giao")

    assert [target.agreement for target in (alone, under, reported)] == [None, agreement, None]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Lễ ký kết thỏa thuận", "signing"), ("Techfest Vĩnh Hà", "exhibition"), ("Cuộc thi sáng tạo trẻ", "contest"),
     ("Hội nghị kết nối cung cầu", "connection"), ("Lớp tập huấn giống cây", "course"), ("Hội thảo giống cây", "event"),
     ("Đoàn công tác của tỉnh Tân Lâm", "delegation"), ("Hội nghị sơ kết giai đoạn 2021 - 2025", "event"),
     ("Hội nghị của Tập đoàn Mẫu", "event"), ("Hội thảo khoa học về giống cây", "event"), ("Khoá đào tạo giống cây", "course"),
     ("Đợt khảo sát giống cây", "survey")],
)  # fmt: skip
def test_an_event_is_of_the_kind_its_name_says(name, kind, entered):
    event = entered("event", {"name": name, "date": "2026-05-12", "place": "Nhà văn hóa"})

    assert (event.kind, event.place_as_written) == (kind, "Nhà văn hóa")
    assert entered("event", {"name": f"{name}!", "date": None}, "I. ỨNG DỤNG") == event


def test_a_petition_goes_from_whom_to_whom_and_holds_its_answer(entered, version):
    value = {"text": "Hỗ trợ xây dựng phòng thí nghiệm", "from": "Sở Mẫu", "to": "Bộ Mẫu", "status": "Bộ thống nhất hỗ trợ"}

    petition = entered("petition", value)
    again = entered("petition", {**value, "text": "Hỗ trợ xây dựng  phòng thí nghiệm", "status": "Bộ đồng ý"}, "I. ỨNG DỤNG")

    assert (petition.sender.name, petition.recipient.name) == ("Sở Mẫu", "Bộ Mẫu")
    assert again == petition
    assert [answer.text for answer in petition.answered_by.all()] == ["Bộ thống nhất hỗ trợ"]


@pytest.mark.parametrize(("wait", "told"), [(0, True), (1, False)])
def test_a_paper_older_than_the_petition_tells_no_day_of_its_answer(entered, programme, wait, told):
    today = timezone.localdate()
    asked = register.raise_petition(programme, by=None, text="Cử chuyên gia", made_on=today + timedelta(days=wait))

    entered("petition", {"text": "Cử chuyên gia", "from": "", "to": "", "status": "Bộ đồng ý"})

    assert asked.answered_by.get().made_on == (today if told else None)


def test_several_named_together_stand_as_written_only(entered):
    petition = entered(
        "petition", {"text": "Bố trí quỹ đất", "from": "Sở Mẫu và các sở, ngành", "to": "", "status": "chưa trả lời"}
    )

    assert (petition.sender, petition.sender_as_written, petition.answered_by.count()) == (None, "Sở Mẫu và các sở, ngành", 0)


def test_a_statement_told_again_in_nearly_the_same_words_is_one(entered):
    one = entered("statement", {"text": "Công tác theo dõi chưa thường xuyên, kịp thời", "statement_type": "shortcoming"})
    other = entered(
        "statement", {"text": "Công tác theo dõi chưa thường xuyên và kịp thời", "statement_type": "shortcoming"}, "I. ỨNG"
    )
    cause = entered(
        "statement", {"text": "Công tác theo dõi chưa thường xuyên, kịp thời", "statement_type": "cause"}, "Đến năm"
    )

    assert (one == other, one == cause, Statement.objects.count()) == (True, False, 2)


def test_what_the_register_does_not_take_stays_open(entered):
    with pytest.raises(ValidationError):
        entered("task", {"title": ""})
    assert (Finding.objects.get().state, Activity.objects.count(), Commitment.objects.count()) == ("proposed", 0, 0)
