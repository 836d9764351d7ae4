"""The reporting year: a round is opened, filled in, put up, sent, received; what is received is fixed."""

import re
import threading
from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import factories
from hopluc.web.journal.models import JournalEntry
from hopluc.web.keeping import wholeness
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.measures.models import Observation
from hopluc.web.people.actions import note_succession
from hopluc.web.people.letterheads import initials
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.register import actions as register
from hopluc.web.register.models import Activity, Programme, Progress
from hopluc.web.returns import actions, queries, rules, triggers
from hopluc.web.returns.actions.filling import enter_lines
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import FigureCell, FigureLine, NothingArose, Return, Round, Sentence, Step
from hopluc.web.returns.prefill import NewLine, NewSentence
from hopluc.web.terms import Term

pytestmark = pytest.mark.django_db
OUTLINE = (
    actions.Heading("Kết quả thực hiện", "1."),
    actions.Heading("Tồn tại, hạn chế", "2."),
    actions.Heading("Nguyên nhân", "3."),
)
NAMES = ("Sở Công Thương thành phố Vĩnh Hà", "Sở Tài chính thành phố Vĩnh Hà")


def a_round(standing: Organisation, programme: Programme | None, year: int = 2026, names: tuple[str, ...] = NAMES) -> Round:
    """The yearly round of a programme, by Decree 09/2019."""
    return actions.open_round(
        standing,
        by=None,
        title=f"Báo cáo năm {year}: Chương trình thử nghiệm",
        period=Term(date(year - 1, 12, 15), date(year, 12, 14)),
        due_on=date(year, 12, 16),
        agencies=names,
        outline=OUTLINE,
        programme=programme,
        regime="year",
    )


def exact(number: int) -> Figure:
    return Figure.exact(Decimal(number))


def filled(row: Return, **figures: Figure) -> Return:
    """The return with a line of figures, by stage."""
    part = content_of(row).parts[0].part
    line = NewLine(part, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", figures=dict(figures) or {"actual": exact(37)})
    return actions.save_return(row, by=None, filled=actions.Filled(lines=(line,)))


def received(row: Return, by: User, **figures: Figure) -> Return:
    """The return filled in, sent and received."""
    filled(row, **figures)
    actions.send(row, by=None, said_by="Ông Lê Văn Thử, Phó Giám đốc")
    actions.receive(row, by=by)
    return row


@pytest.fixture
def programme(standing: Organisation) -> Programme:
    return factories.a_programme(standing, "Chương trình thử nghiệm")


@pytest.fixture
def task(programme: Programme, member: Organisation) -> Activity:
    return factories.a_task(programme, lead=member, title="Xây dựng đề án xử lý nước thải làng nghề")


@pytest.fixture
def round_(standing: Organisation, programme: Programme, task: Activity) -> Round:
    return a_round(standing, programme)


@pytest.fixture
def row(round_: Round, member: Organisation) -> Return:
    return queries.newest_of(round_, member)


# Opening


def test_a_round_asks_its_agencies_in_their_order(round_):
    assert [row.agency.name for row in queries.newest_returns(round_)] == list(NAMES)
    assert [rules.verb_of(row) for row in queries.newest_returns(round_)] == [None, None]


def test_an_agency_named_twice_is_asked_once(standing, programme):
    again = a_round(standing, programme, names=(NAMES[0], NAMES[1], NAMES[0]))

    assert again.returns.count() == 2


@pytest.mark.parametrize("missing", ["agencies", "outline", "period"])
def test_a_round_of_nobody_about_nothing_or_without_ends_is_refused(standing, programme, missing):
    said = {"agencies": NAMES, "outline": OUTLINE, "period": Term(date(2025, 12, 15), date(2026, 12, 14))}
    said[missing] = Term(None, date(2026, 12, 14)) if missing == "period" else ()

    with pytest.raises(ValidationError):
        actions.open_round(standing, by=None, title="Báo cáo năm 2026", due_on=date(2026, 12, 16), programme=programme, **said)
    assert Round.objects.count() == 0


def test_headings_know_what_is_told_under_them(round_):
    assert [part.kind for part in round_.parts.all()] == ["result", "shortcoming", "cause"]


def test_a_return_begins_with_the_tasks_the_agency_leads(row, task):
    assert [(one.activity, one.text) for one in content_of(row).sentences] == [(task, "")]


def test_a_task_of_a_later_period_is_not_asked_about(standing, programme, member):
    factories.a_task(programme, lead=member, period=Term.between("2028", "2029"))

    assert content_of(queries.newest_of(a_round(standing, programme), member)).sentences == []


@pytest.mark.parametrize(("on", "asked"), [(date(2025, 12, 1), []), (date(2026, 3, 1), ["task"])])
def test_a_task_done_before_the_period_is_not_asked_about(standing, programme, member, on, asked):
    task = factories.a_task(programme, lead=member)
    register.note_progress(task, by=None, on=on, said=Progress.Said.DONE)

    told = content_of(queries.newest_of(a_round(standing, programme), member)).sentences

    assert ["task" for one in told if one.activity == task] == asked


def test_a_return_begins_with_last_time_and_the_same_period(standing, programme, member, officer, row):
    sentence = content_of(row).sentences[0]
    part = content_of(row).parts[1].part
    said = actions.Filled(texts={sentence.pk: "Đang lấy ý kiến."}, sentences=(_new(part, "Thủ tục còn chậm."),))
    actions.save_return(row, by=None, filled=said)
    received(row, officer, actual=exact(37), plan=exact(30))

    later = content_of(queries.newest_of(a_round(standing, programme, 2027), member))

    line = later.lines[0]
    assert (line.row.name, line.before, line.actual) == ("Doanh nghiệp được hỗ trợ", exact(37), Figure.not_reported())
    assert [(one.text, one.carried) for one in later.sentences if one.activity is None] == [("Thủ tục còn chậm.", True)]


def _new(part, text):
    return NewSentence(part, part.kind, text)


# Filling in


def test_percentages_are_computed(row):
    line = content_of(filled(row, plan=exact(40), actual=exact(30), estimate=exact(50), before=exact(25))).lines[0]

    assert (line.percent_of_plan, line.percent_of_before) == (exact(125), exact(200))


@pytest.mark.parametrize(("estimate", "told"), [(exact(50), "125%theo ước thực hiện"), (None, "75%theo thực hiện")])
def test_the_page_tells_what_a_percentage_is_of(row, officer, signed_in, estimate, told):
    given = {"plan": exact(40), "actual": exact(30)} | ({"estimate": estimate} if estimate else {})
    received(row, officer, **given)

    page = signed_in(officer).get(row.get_absolute_url()).content.decode()

    cell = page.partition('data-label="% kế hoạch">')[2].partition("</td>")[0]
    assert re.sub("<[^>]+>", "", cell) == told


def test_nothing_arose_is_a_zero_with_a_name_and_a_blank_is_not(row):
    filled(row, plan=exact(40))
    content = content_of(row)
    assert content.lines[0].actual == Figure.not_reported()

    actions.save_return(row, by=None, filled=actions.Filled(nothing=frozenset({content.parts[0].part.pk})))

    assert content_of(row).lines[0].actual == Figure.zero()
    assert content_of(row).parts[0].answered


def test_a_draft_reads_its_content_once_before_and_once_after(row):
    """While a draft is kept nobody else can write: it asks no more than it must."""
    actions.save_return(row, by=None, filled=actions.Filled())

    with CaptureQueriesContext(connection) as asked:
        actions.save_return(row, by=None, filled=actions.Filled(nothing=frozenset()))

    assert sum('FROM "returns_part"' in one["sql"] for one in asked) == 2


def test_nothing_arose_beside_a_figure_is_refused(row):
    filled(row, actual=exact(37))
    part = content_of(row).parts[0].part

    with pytest.raises(ValidationError):
        actions.save_return(row, by=None, filled=actions.Filled(nothing=frozenset({part.pk})))
    assert not NothingArose.objects.exists()


def test_a_figure_taken_out_is_not_known_any_more(row):
    filled(row, actual=exact(37))
    line = content_of(row).lines[0].row

    actions.save_return(row, by=None, filled=actions.Filled(figures={line.pk: {"actual": None}}))

    assert content_of(row).lines[0].actual == Figure.not_reported()


def test_money_with_a_part_of_a_dong_is_refused(row):
    part = content_of(row).parts[0].part
    line = NewLine(part, "Kinh phí", "đồng", figures={"actual": Figure.exact(Decimal("1.5"))})

    with pytest.raises(ValidationError):
        actions.save_return(row, by=None, filled=actions.Filled(lines=(line,)))
    assert not FigureLine.objects.exists()


def test_what_was_changed_of_a_return_stands_in_the_journal(row):
    filled(row, actual=exact(37))
    line = content_of(row).lines[0].row
    actions.save_return(row, by=None, filled=actions.Filled(figures={line.pk: {"actual": exact(40)}}))

    last = JournalEntry.objects.filter(verb="save_return").last()

    assert (last.before, last.after) == (
        f'{{"figure {line.pk} actual":["exact","37","37",null,null]}}',
        f'{{"figure {line.pk} actual":["exact","40","40",null,null]}}',
    )


def test_what_was_typed_over_words_that_changed_meanwhile_is_refused_under_the_lock(row):
    seen = content_of(row).sha256()
    part = content_of(row).parts[0].part
    first, later = (
        actions.Filled(sentences=(NewSentence(part, part.kind, text),), seen=seen) for text in ("Câu trước.", "Câu sau.")
    )
    actions.save_return(row, by=None, filled=first)

    with pytest.raises(actions.ChangedMeanwhile):
        actions.save_return(row, by=None, filled=later)

    assert [one.text for one in content_of(row).sentences if one.text] == ["Câu trước."]


# Steps


def test_inside_the_agency_it_goes_up_from_officer_to_leader(row, colleague):
    head, leader = (factories.an_account(row.agency, role) for role in (Membership.Role.SECTION_HEAD, Membership.Role.LEADER))
    actions.put_up(row, by=colleague, to=Step.Verb.TO_SECTION)
    assert [rules.can_fill(user, row) for user in (colleague, head, leader)] == [False, True, True]

    actions.put_up(row, by=head, to=Step.Verb.TO_LEADER)
    assert [rules.can_fill(user, row) for user in (colleague, head, leader)] == [False, False, True]

    actions.hand_back(row, by=leader, note="Bổ sung số liệu mục 1.")
    assert [rules.can_fill(user, row) for user in (colleague, head, leader)] == [True, True, True]
    assert [rules.can_send(user, row) for user in (colleague, head, leader)] == [False, False, True]


def test_the_standing_agency_receives_or_asks_to_complete_and_never_sends_back(row, officer):
    filled(row)
    actions.send(row, by=None)
    actions.ask_to_complete(row, by=officer, note="Mục 1: bảng kê có 35 dòng.")
    assert rules.verb_of(row) == Step.Verb.ASKED

    actions.send(row, by=None)
    actions.receive(row, by=officer)

    assert [step.verb for step in row.steps.all()] == ["begun", "sent", "asked", "sent", "received"]


@pytest.mark.parametrize("act", ["receive", "ask_to_complete", "take_back", "hand_back"])
def test_a_step_that_cannot_be_taken_from_there_is_refused(row, officer, act):
    more = {"note": "."} if act in {"ask_to_complete", "hand_back"} else {}

    with pytest.raises(actions.NotNow):
        getattr(actions, act)(row, by=officer, **more)
    assert not row.steps.exists()


def test_what_was_sent_is_not_filled_in_until_it_is_taken_back(row, colleague):
    filled(row)
    actions.send(row, by=None)
    with pytest.raises(actions.NotNow):
        filled(row)

    actions.take_back(row, by=colleague)

    line = content_of(row).lines[0]
    actions.save_return(row, by=None, filled=actions.Filled(figures={line.row.pk: {"actual": exact(38)}}))
    assert (rules.verb_of(row), content_of(row).lines[0].actual) == (Step.Verb.TAKEN_BACK, exact(38))


def test_a_draft_of_another_agency_is_not_read(row, colleague, officer):
    assert rules.can_read_content(officer, row)
    actions.save_return(row, by=colleague, filled=actions.Filled())
    assert not rules.can_read_content(officer, row)

    actions.send(row, by=colleague)

    assert rules.can_read_content(officer, row)


# Receiving


def test_what_is_received_enters_the_register_with_its_sentence(row, officer, programme, member):
    received(row, officer, plan=exact(30), actual=exact(37))

    entered = Observation.objects.filter(reported_by=member).order_by("stage")
    assert [(one.stage, one.figure, one.about, one.period_last) for one in entered] == [
        ("actual", exact(37), programme, date(2026, 12, 14)),
        ("plan", exact(30), programme, date(2026, 12, 14)),
    ]
    passage = entered[0].evidence.get().passage
    assert passage.quote == "Doanh nghiệp được hỗ trợ: kế hoạch 30 doanh nghiệp; thực hiện 37 doanh nghiệp."
    assert passage.version.document.told_by == "Ông Lê Văn Thử, Phó Giám đốc"
    assert passage.version.document.weaker


def test_figures_of_one_name_in_two_parts_are_two(standing, programme, officer, member):
    strands = [register.add_strand(programme, by=None, title=title) for title in ("Chuyển giao công nghệ", "Đào tạo")]
    row = queries.newest_of(a_round(standing, programme), member)
    parts = [one.part for one in content_of(row).parts][:2]
    for part, strand in zip(parts, strands, strict=True):
        type(part).objects.filter(pk=part.pk).update(strand=strand)
    lines = tuple(
        NewLine(part, "Người được hỗ trợ", "người", figures={"actual": exact(number)})
        for part, number in zip(parts, (10, 20), strict=True)
    )
    actions.save_return(row, by=None, filled=actions.Filled(lines=lines))
    actions.send(row, by=None)
    actions.receive(row, by=officer)

    entered = Observation.objects.filter(reported_by=member).order_by("pk")
    assert [(one.about, one.figure) for one in entered] == [(strands[0], exact(10)), (strands[1], exact(20))]


def test_a_second_line_of_one_name_under_a_part_is_refused(row):
    filled(row)
    part = content_of(row).parts[0].part
    again = NewLine(part, "DOANH NGHIỆP được hỗ trợ", "doanh nghiệp", figures={"actual": exact(5)})

    with pytest.raises(ValidationError, match="đã có dòng “DOANH NGHIỆP được hỗ trợ”"):
        actions.save_return(row, by=None, filled=actions.Filled(lines=(again,)))

    assert [line.actual for line in content_of(row).lines] == [exact(37)]


@pytest.mark.parametrize(("second", "refused"), [(5, True), (37, False)])
def test_two_lines_of_one_name_are_received_only_with_one_figure(row, officer, member, second, refused):
    part = filled(row).figure_lines.get().part
    enter_lines(row, [NewLine(part, "Doanh nghiệp được hỗ trợ", "doanh nghiệp", figures={"actual": exact(second)})])
    actions.send(row, by=None)

    if refused:
        with pytest.raises(ValidationError, match="hai dòng “Doanh nghiệp được hỗ trợ”"):
            actions.receive(row, by=officer)
    else:
        actions.receive(row, by=officer)

    entered = [one.figure for one in Observation.objects.filter(reported_by=member)]
    assert entered == ([] if refused else [exact(37)])


def test_a_round_is_opened_with_few_queries_for_each_agency(standing, programme, member):
    task = factories.a_task(programme, lead=member, title="Xây dựng đề án")
    names = [f"Sở số {n} thành phố Vĩnh Hà" for n in range(12)]
    a_round(standing, programme, 2023, (*names, member.name))  # enters the agencies

    asked = {}
    for n in (2, 12):
        with CaptureQueriesContext(connection) as queries_made:
            opened = a_round(standing, programme, 2024 + n, (*names[:n], member.name))
        asked[n] = len(queries_made)

    assert (asked[12] - asked[2]) / 10 <= 9
    assert [one.activity for one in queries.newest_of(opened, member).sentences.all()] == [task]


def test_a_figure_of_a_field_is_not_overwritten_by_the_whole(row, officer, programme, member):
    counted = measures.find_or_add_indicator(row.round.owner, by=None, name="Doanh nghiệp được hỗ trợ", unit="doanh nghiệp")
    said = {"field": "sinh học", "reported_by": member, "period": row.round.period}
    part = measures.record_observation(counted, by=None, figure=exact(5), about=programme, **said)

    received(row, officer, actual=exact(37))

    entered = Observation.objects.filter(reported_by=member).order_by("pk")
    assert [(one.field, one.figure) for one in entered] == [(part.field, exact(5)), ("", exact(37))]


def test_what_is_told_of_a_task_is_noted_of_it(row, officer, task):
    sentence = content_of(row).sentences[0]
    said = actions.Filled(texts={sentence.pk: "Đã trình phê duyệt."}, states={sentence.pk: "in_progress"})
    actions.save_return(row, by=None, filled=said)
    received(row, officer)

    noted = Progress.objects.get(activity=task)
    assert (noted.said, noted.text) == ("in_progress", "Đã trình phê duyệt.")


def test_a_late_correction_is_the_next_version_and_corrects_the_register(row, officer, member):
    received(row, officer, actual=exact(37))
    later = actions.correct_late(row, by=officer, reason="Cộng thiếu hai doanh nghiệp.")
    line = content_of(later).lines[0]
    assert (later.number, line.actual, rules.verb_of(later)) == (2, exact(37), None)

    actions.save_return(later, by=None, filled=actions.Filled(figures={line.row.pk: {"actual": exact(39)}}))
    actions.send(later, by=None)
    actions.receive(later, by=officer)

    assert [one.figure for one in Observation.objects.filter(reported_by=member)] == [exact(39)]
    assert content_of(row).lines[0].actual == exact(37)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_correction_without_a_reason_is_refused(row, officer, reason):
    received(row, officer)

    with pytest.raises(ValidationError):
        actions.correct_late(row, by=officer, reason=reason)


def test_of_one_version_one_correction_is_begun(row, officer):
    received(row, officer)
    actions.correct_late(row, by=officer, reason="Đính chính.")

    with pytest.raises(ValidationError):
        actions.correct_late(row, by=officer, reason="Đính chính lần nữa.")


def attempts(row: Return) -> dict[str, tuple[str, list[object]]]:
    """Ways to change a received return behind the product's back."""
    line, sentence, part = row.figure_lines.get(), row.sentences.first(), row.round.parts.first()
    return {
        "a figure": ("UPDATE returns_figurecell SET low = 99 WHERE line_id = %s", [line.pk]),
        "no figure": ("DELETE FROM returns_figurecell WHERE line_id = %s", [line.pk]),
        "a line": ("UPDATE returns_figureline SET name = 'Khác' WHERE id = %s", [line.pk]),
        "a line of another": ("UPDATE returns_figureline SET of_return_id = of_return_id + 1 WHERE id = %s", [line.pk]),
        "a sentence": ("UPDATE returns_sentence SET text = 'Khác' WHERE id = %s", [sentence.pk]),
        "no sentence": ("DELETE FROM returns_sentence WHERE id = %s", [sentence.pk]),
        "nothing": ("INSERT INTO returns_nothingarose (of_return_id, part_id) VALUES (%s, %s)", [row.pk, part.pk]),
        "its agency": ("UPDATE returns_return SET agency_id = round_id WHERE id = %s", [row.pk]),
        "a step": ("UPDATE returns_step SET note = 'Khác' WHERE of_return_id = %s", [row.pk]),
        "no step": ("DELETE FROM returns_step WHERE of_return_id = %s", [row.pk]),
    }


WAYS = (
    "a figure",
    "no figure",
    "a line",
    "a line of another",
    "a sentence",
    "no sentence",
    "nothing",
    "its agency",
    "a step",
    "no step",
)


@pytest.mark.parametrize("way", WAYS)
def test_the_database_refuses_to_change_what_is_received(row, officer, way):
    received(row, officer)
    statement, values = attempts(row)[way]

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


@pytest.mark.parametrize("way", WAYS[:8])
def test_before_it_is_received_the_database_lets_it_change(row, officer, way):
    filled(row)
    statement, values = attempts(row)[way]

    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        assert cursor.rowcount == 1
        transaction.set_rollback(True)  # what was changed on purpose does not outlive the test's checks of its keys


def test_a_received_return_changed_behind_the_triggers_is_found(row, officer):
    received(row, officer)
    assert queries.altered_returns() == []

    triggers.REFUSALS.drop(connection)
    FigureCell.objects.filter(line__of_return=row).update(low=99, high=99)
    triggers.REFUSALS.create(connection)

    assert queries.altered_returns() == [row]


def test_the_command_that_verifies_names_it(row, officer):
    received(row, officer)
    assert wholeness.faults() == []

    triggers.REFUSALS.drop(connection)
    Sentence.objects.filter(of_return=row).update(text="Khác")
    told = [wholeness.faults()]
    triggers.REFUSALS.create(connection)
    told.append(wholeness.faults())

    altered = f"Báo cáo đã tiếp nhận bị thay đổi: {row} (lần 1)."
    assert told == [[altered, "Cơ sở dữ liệu không còn chặn việc sửa báo cáo đã tiếp nhận."], [altered]]


def test_triggers_taken_away_are_missed(db):
    assert triggers.REFUSALS.present(connection)
    triggers.REFUSALS.drop(connection)
    assert not triggers.REFUSALS.present(connection)
    triggers.REFUSALS.create(connection)


@pytest.mark.django_db(transaction=True)
def test_of_sixteen_who_receive_the_same_returns_each_has_one_winner(standing, programme, officer):
    names = tuple(f"Sở Thử nghiệm {letter} thành phố Vĩnh Hà" for letter in "ABCDE")
    rows = queries.newest_returns(a_round(standing, programme, names=names))
    for row in rows:
        filled(row)
        actions.send(row, by=None)
    begun, won, refused = threading.Barrier(16), [], []

    def receive_all() -> None:
        begun.wait(30)
        for row in rows:
            try:
                actions.receive(row, by=officer)
                won.append(row.pk)
            except ValidationError:
                refused.append(row.pk)
        connection.close()

    writers = [threading.Thread(target=receive_all) for _ in range(16)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(won) == sorted(row.pk for row in rows)
    assert len(refused) == 15 * len(rows)
    assert Step.objects.filter(verb="received").count() == len(rows)
    assert Observation.objects.count() == len(rows)


def test_a_return_is_late_by_the_day_it_was_sent(row, monkeypatch):
    filled(row)
    monkeypatch.setattr(timezone, "localdate", lambda value=None, timezone=None: date(2026, 12, 17))
    actions.send(row, by=None)

    assert JournalEntry.objects.filter(verb="return_sent", after__contains='"late":true').count() == 1


def test_whom_a_programme_asks_are_its_agencies_in_the_place_and_their_heirs(standing, programme):
    for name in (
        "Ủy ban nhân dân thành phố Vĩnh Hà",
        "Vụ Công nghệ cao, Bộ Khoa học và Công nghệ",
        "Sở Y tế thành phố Vĩnh Hà",
    ):
        factories.a_task(programme, lead=factories.an_organisation(name))
    former, heir = (factories.an_organisation(f"Sở {name} thành phố Vĩnh Hà") for name in ("Giao thông", "Xây dựng"))
    factories.a_task(programme, lead=former)
    note_succession(by=None, day=date(2025, 3, 1), predecessor=former, successor=heir, source="Nghị quyết thử nghiệm")

    asked = [agency.name for agency in queries.agencies_in(programme)]

    assert asked == ["Sở Y tế thành phố Vĩnh Hà", "Sở Xây dựng thành phố Vĩnh Hà"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Sở Khoa học và Công nghệ", "SKHCN"),
        ("Ủy ban nhân dân", "UBND"),
        ("Sở Giáo dục và Đào tạo", "SGDĐT"),
        ("Sở Y tế", "SYT"),
    ],
)
def test_a_symbol_carries_the_first_letters_of_a_name(name, short):
    assert initials(name) == short


def test_what_is_told_to_have_arisen_and_not_to_have_arisen_is_not_sent(row):
    factories.a_told(row, "Đã tổ chức hội thảo.")
    first, second = row.round.parts.all()[:2]
    actions.save_return(row, by=None, filled=actions.Filled(nothing=frozenset({first.pk, second.pk})))

    with pytest.raises(ValidationError, match="vừa có nội dung, vừa đánh dấu Không phát sinh"):
        actions.send(row, by=None)

    actions.save_return(row, by=None, filled=actions.Filled(nothing=frozenset({second.pk})))
    actions.send(row, by=None)
    assert queries.last_step(row).verb == "sent"
