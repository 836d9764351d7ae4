"""The petition desk: one letter answers many petitions; arrival and deadline; who is charged; how others were answered alike."""

import io
from datetime import date

import docx
import pytest
from django.urls import reverse

import factories
from hopluc.web.documents.models import Document
from hopluc.web.journal.models import JournalEntry
from hopluc.web.people.models import Organisation, Succession
from hopluc.web.register import actions, petition_desk, states
from hopluc.web.register.models import Commitment, Programme, Role

LETTER = (
    "Bộ Thử nghiệm trả lời kiến nghị của thành phố Vĩnh Hà như sau:\n"
    "1. Về kiến nghị đầu tư phòng thí nghiệm vi mạch dùng chung\n"
    "Bộ đã bố trí kinh phí trong kế hoạch năm 2027.\n"
    "Việc lắp đặt hoàn thành trong quý II năm 2027.\n"
    "2. Về kiến nghị ban hành tiêu chuẩn bã thạch cao làm vật liệu xây dựng\n"
    "Nội dung này thuộc thẩm quyền của Bộ Xây dựng.\n"
    "Trân trọng."
)


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình phối hợp thành phố Vĩnh Hà")


@pytest.fixture
def ministry(db: None) -> Organisation:
    return factories.an_organisation("Bộ Thử nghiệm", kind=Organisation.Kind.MINISTRY)


@pytest.fixture
def petitions(programme: Programme, ministry: Organisation) -> list[Commitment]:
    texts = (
        "Đề nghị Bộ quan tâm đầu tư phòng thí nghiệm vi mạch dùng chung cho vùng.",
        "Sớm ban hành tiêu chuẩn bã thạch cao làm vật liệu xây dựng.",
        "Hỗ trợ đào tạo chuyên gia định giá tài sản trí tuệ.",
    )
    return [
        actions.raise_petition(
            programme, by=None, text=text, sender=programme.owner, recipient=ministry, made_on=date(2026, 3, 2)
        )
        for text in texts
    ]


@pytest.fixture
def letter(standing: Organisation, ministry: Organisation) -> Document:
    return factories.a_version(standing, LETTER, number="77/CV-BTN", issuer=ministry, incoming_on=date(2026, 6, 3)).document


def code(petition: Commitment, on: date = date(2026, 11, 24)) -> str:
    return str(states.state_of_petition(states.with_answers(Commitment.objects.filter(pk=petition.pk)).get(), on).code)


def test_the_part_of_a_letter_that_answers_each_petition_is_offered(letter, petitions):
    offered = petition_desk.answers_offered(letter, petitions)

    assert list(offered) == [petitions[0].pk, petitions[1].pk]
    assert offered[petitions[0].pk].text == "\n".join(LETTER.splitlines()[1:4])
    assert offered[petitions[1].pk].text == "\n".join(LETTER.splitlines()[4:6])


def test_the_head_and_the_foot_of_a_letter_answer_nothing(standing, ministry, petitions):
    about = "V/v trả lời kiến nghị đầu tư phòng thí nghiệm vi mạch dùng chung cho vùng"
    head = f"BỘ THỬ NGHIỆM\nSố: 77/CV-BTN\n{about}\nKính gửi: Ủy ban nhân dân thành phố Vĩnh Hà"
    foot = "Nơi nhận:\n- Như trên (đầu tư phòng thí nghiệm vi mạch dùng chung cho vùng);"
    silent, telling = (
        factories.a_version(standing, f"{head}\n{said}\n{foot}", number=number).document
        for said, number in (("Bộ sẽ trả lời sau.", "77/CV-BTN"), (about, "78/CV-BTN"))
    )

    assert petition_desk.answers_offered(silent, petitions) == {}
    assert [stretch.text for stretch in petition_desk.answers_offered(telling, petitions[:1]).values()] == [about]


def test_one_letter_answers_several_petitions_each_in_its_own_way(letter, petitions, officer, signed_in):
    address = reverse("register:answer_by_letter", args=[letter.pk])
    browser = signed_in(officer)
    form = browser.get(address).context["form"]
    first, second, third = petitions

    said = {"made_on": "2026-06-01", f"outcome_{first.pk}": "planned", f"due_{first.pk}": "2027-06-30"}
    said |= {f"outcome_{second.pk}": "passed_on", f"outcome_{third.pk}": ""}
    said |= {f"text_{row.pk}": form.fields[f"text_{row.pk}"].initial for row in petitions}
    sent = browser.post(address, said)

    answers = {row: row.answered_by.first() for row in petitions}
    assert sent.status_code == 302
    assert [code(row) for row in petitions] == ["in_hand", "in_hand", "unanswered"]
    assert (answers[first].due_last, answers[first].document, answers[third]) == (date(2027, 6, 30), letter, None)
    assert answers[second].evidence.get().passage.quote.startswith("2. Về kiến nghị ban hành tiêu chuẩn")
    assert JournalEntry.objects.filter(verb="answer_petition").count() == 2


def test_a_letter_filed_for_no_petition_is_asked_again(letter, petitions, officer, signed_in):
    answer = signed_in(officer).post(reverse("register:answer_by_letter", args=[letter.pk]), {"made_on": "2026-06-01"})

    assert answer.context["form"].non_field_errors() == [
        "Chưa chọn kiến nghị nào. Đề nghị chọn kết quả trả lời cho ít nhất một kiến nghị."
    ]


def test_an_outcome_without_words_is_asked_again_and_nothing_is_filed(letter, petitions, officer, signed_in):
    first, second, _third = petitions
    said = {f"outcome_{first.pk}": "resolved", f"text_{first.pk}": "Đã bố trí.", f"outcome_{second.pk}": "explained"}

    answer = signed_in(officer).post(reverse("register:answer_by_letter", args=[letter.pk]), said)

    assert list(answer.context["form"].errors) == [f"text_{second.pk}"]
    assert Commitment.objects.filter(kind="conclusion").count() == 0


def test_a_letter_dated_before_one_petition_answers_none(letter, petitions, officer):
    later = actions.raise_petition(petitions[0].programme, by=None, text="Kiến nghị sau", made_on=date(2026, 9, 1))
    given = [actions.Answered(petitions[0], "Đồng ý.", "resolved"), actions.Answered(later, "Đồng ý.", "resolved")]

    with pytest.raises(Exception, match="Ngày trả lời không thể trước ngày kiến nghị"):
        actions.answer_by_letter(letter, by=officer, made_on=date(2026, 6, 1), answers=given)

    assert Commitment.objects.filter(kind="conclusion").count() == 0


def test_the_letter_is_found_by_its_number_and_leads_to_its_petitions(letter, officer, signed_in):
    answer = signed_in(officer).get(reverse("register:choose_letter"), {"document": "77/cv"})

    assert answer.headers["Location"] == reverse("register:answer_by_letter", args=[letter.pk])


@pytest.mark.parametrize(
    ("outcome", "stands"),
    [("", "answered"), ("resolved", "answered"), ("explained", "answered"), ("in_hand", "in_hand"), ("planned", "in_hand"),
     ("passed_on", "in_hand")],
)  # fmt: skip
def test_only_an_answer_that_settles_it_closes_a_petition(petitions, outcome, stands):
    actions.answer_petition(petitions[0], by=None, text="Trả lời.", made_on=date(2026, 6, 1), outcome=outcome)

    assert code(petitions[0]) == stands
    assert code(petitions[0], date(2026, 5, 31)) == "unanswered"


def test_the_deadline_runs_in_working_days_from_the_day_of_arrival(petitions, officer, signed_in):
    address = reverse("register:note_arrival", args=[petitions[0].pk])

    signed_in(officer).post(address, {"arrived_on": "2026-04-24", "arrived_number": "1204", "days": "5"})

    petition = Commitment.objects.get(pk=petitions[0].pk)
    assert (petition.arrived_on, petition.arrived_number) == (date(2026, 4, 24), "1204")
    assert (petition.due_last, str(petition.due)) == (date(2026, 5, 6), "05 ngày làm việc từ ngày đến 24/04/2026")
    assert JournalEntry.objects.latest("number").verb == "note_arrival"


@pytest.mark.parametrize(
    ("day", "told"), [("2026-03-01", "Ngày đến không thể trước"), ("2999-01-01", "Ngày đến không thể sau")]
)
def test_a_petition_arrives_neither_before_it_was_sent_nor_in_days_to_come(petitions, officer, signed_in, day, told):
    answer = signed_in(officer).post(reverse("register:note_arrival", args=[petitions[0].pk]), {"arrived_on": day})

    (said,) = answer.context["form"].errors["arrived_on"]
    assert said.startswith(told)


def test_one_petition_goes_to_several_units_and_their_heirs_are_told(petitions, standing, officer, signed_in):
    before, after = factories.an_organisation("Vụ Thử nghiệm", owner=standing), factories.an_organisation("Cục Thử nghiệm")
    Succession.objects.create(day=date(2026, 5, 1), source="Nghị định thử", predecessor=before, successor=after)
    address = reverse("register:charge_petition", args=[petitions[0].pk])

    signed_in(officer).post(
        address, {"lead": "Vụ Thử nghiệm", "cooperating": "Viện Đo lường thử\nVụ Pháp chế thử", "since": ""}
    )

    charged = petition_desk.charged_with([petitions[0]], date(2026, 11, 24))[petitions[0].pk]
    assert [(str(one.role.organisation), one.role.capacity, one.heir) for one in charged] == [
        ("Vụ Thử nghiệm", "lead", after), ("Viện Đo lường thử", "cooperating", None), ("Vụ Pháp chế thử", "cooperating", None),
    ]  # fmt: skip
    assert JournalEntry.objects.filter(verb="charge_petition").count() == 1


def test_another_unit_charged_later_takes_over_from_its_day(petitions, officer):
    actions.charge_petition(petitions[0], by=officer, lead="Vụ Một thử", since=date(2026, 4, 1))
    actions.charge_petition(petitions[0], by=officer, lead="Vụ Hai thử", since=date(2026, 8, 1))

    charged = [
        [str(one.role.organisation) for one in petition_desk.charged_with([petitions[0]], on)[petitions[0].pk]]
        for on in (date(2026, 7, 31), date(2026, 8, 1))
    ]
    assert charged == [["Vụ Một thử"], ["Vụ Hai thử"]]
    assert Role.objects.filter(object_id=petitions[0].pk, capacity="lead").count() == 2


def test_what_was_asked_elsewhere_is_told_only_where_it_is_public(petitions, elsewhere, officer, ministry):
    other = factories.a_programme(elsewhere)
    papers = {
        circulation: factories.a_version(elsewhere, circulation=circulation).document
        for circulation in (Document.Circulation.PUBLIC, Document.Circulation.INTERNAL)
    }
    public, internal = (
        actions.raise_petition(
            other,
            by=None,
            text="Đầu tư phòng thí nghiệm vi mạch dùng chung tại tỉnh Tân Lâm.",
            document=paper,
            recipient=ministry,
        )
        for paper in papers.values()
    )
    actions.answer_petition(public, by=None, text="Đã đầu tư.", document=None, outcome="resolved")

    similar = petition_desk.similar_petitions(officer, petitions[0], date(2026, 11, 24))

    assert [(one.row, one.seen, one.answers) for one in similar] == [(public, False, ())]
    assert similar[0].alike.phrases[0] == "đầu tư phòng thí nghiệm vi mạch dùng chung"
    assert internal not in [one.row for one in similar]


def test_the_page_of_a_petition_tells_its_time_its_units_and_the_like(petitions, officer, signed_in):
    actions.note_arrival(petitions[0], by=officer, arrived_on=date(2026, 3, 4), days=10)
    actions.charge_petition(petitions[0], by=officer, lead="Vụ Một thử")
    twin = actions.raise_petition(
        petitions[0].programme, by=None, text="Đầu tư phòng thí nghiệm vi mạch dùng chung.", made_on=date(2025, 1, 1)
    )
    actions.answer_petition(twin, by=None, text="Bộ đã giao đề tài.", made_on=date(2025, 6, 1), outcome="resolved")

    page = signed_in(officer).get(petitions[0].get_absolute_url()).content.decode()

    told = ["04/03/2026", "10 ngày làm việc từ ngày đến", "Vụ Một thử", "Quá hạn", "Bộ đã giao đề tài.", "Đã giải quyết xong"]
    assert [words for words in told if words not in page] == []


def test_the_table_in_word_tells_each_petition_as_it_stood_on_the_day(letter, petitions, officer, signed_in):
    answers = [actions.Answered(petitions[0], "Bộ đã bố trí kinh phí.", "resolved")]
    actions.answer_by_letter(letter, by=officer, made_on=date(2026, 6, 1), answers=answers)

    tables = {}
    for day in ("2026-05-01", "2026-07-01"):
        sent = signed_in(officer).get(reverse("issuing:petitions_word"), {"tai_ngay": day})
        table = docx.Document(io.BytesIO(b"".join(sent.streaming_content))).tables[1]
        tables[day] = [[cell.text for cell in row.cells] for row in table.rows]

    assert tables["2026-05-01"][0] == [
        "TT",
        "Kiến nghị, đề xuất",
        "Ý kiến trả lời",
        "Căn cứ",
        "Đơn vị giải quyết",
        "Tình trạng",
    ]
    assert [row[2:] for row in tables["2026-05-01"][1:]] == [
        ["Chưa có văn bản trả lời.", "–", "Bộ Thử nghiệm", "Chưa trả lời"]
    ] * 3
    assert tables["2026-07-01"][1][2:] == [
        "Bộ đã bố trí kinh phí.", "77/CV-BTN ngày 01/06/2026", "Bộ Thử nghiệm", "Đã trả lời. Đã giải quyết xong",
    ]  # fmt: skip


def test_another_province_can_neither_file_nor_charge(petitions, letter, stranger, signed_in):
    browser = signed_in(stranger)

    for name, row in (("answer_by_letter", letter), ("note_arrival", petitions[0]), ("charge_petition", petitions[0])):
        assert browser.post(reverse(f"register:{name}", args=[row.pk]), {}).status_code == 404
    assert petition_desk.open_petitions(stranger, date(2026, 11, 24)) == []
