"""A review as of a day tells nothing that was said, signed, asked, held or counted after it."""

from datetime import date

import pytest

import factories
from hopluc.web.issuing.contexts import review_material
from hopluc.web.issuing.periods import periods_of
from hopluc.web.issuing.queries import ReviewRows
from hopluc.web.measures import actions as measures
from hopluc.web.measures.figures import Figure
from hopluc.web.register import actions as register
from hopluc.web.terms import Term

BEFORE, AFTER = date(2026, 5, 1), date(2026, 9, 1)


@pytest.fixture
def programme(standing):
    return factories.a_programme(standing, "Chương trình hợp tác thử nghiệm")


def material_of(programme, on):
    periods = periods_of(ReviewRows(programme, on).tasks)
    return review_material(programme, on=on, periods=periods, address=lambda passage: None)[0]


def test_a_task_is_told_as_it_stood_on_the_day(programme):
    task = factories.a_task(programme, period=Term.of("2026"))
    register.note_progress(task, by=None, on=date(2026, 3, 1), said="in_progress", text="Đã khảo sát 20 cơ sở.")
    register.note_progress(task, by=None, on=date(2026, 8, 1), said="done", text="Đã nghiệm thu cấp thành phố.")

    told = [material_of(programme, on).tasks[0] for on in (date(2026, 2, 1), BEFORE, AFTER)]

    assert [(work.state, work.note.text) for work in told] == [
        ("chưa có báo cáo kết quả", ""),
        ("đang thực hiện", "Đã khảo sát 20 cơ sở."),
        ("đã hoàn thành", "Đã nghiệm thu cấp thành phố."),
    ]


def test_a_petition_is_told_from_its_day_and_its_answer_from_its_own(programme):
    petition = register.raise_petition(programme, by=None, text="Bố trí quỹ đất", made_on=date(2026, 4, 1))
    register.answer_petition(petition, by=None, text="Bộ thống nhất.", made_on=date(2026, 8, 1))

    told = [material_of(programme, on).requests for on in (date(2026, 3, 1), BEFORE, AFTER)]

    assert [[request.answer.text for request in requests] for requests in told] == [[], [""], ["Bộ thống nhất."]]


def test_an_agreement_is_told_once_signed_or_announced(programme):
    register.sign_agreement(programme, by=None, title="Thỏa thuận đào tạo", date=Term.of("2026-08-01"))
    announced = Term.of("2026-06")
    register.sign_agreement(programme, by=None, title="Thỏa thuận thử", date=Term.of("2026-08-02"), planned=announced)

    told = [
        [(accord.title.text, accord.signed.text, accord.planned.text) for accord in material_of(programme, on).accords]
        for on in (BEFORE, AFTER)
    ]

    assert told == [
        [("Thỏa thuận thử", "", "tháng 06/2026")],
        [("Thỏa thuận đào tạo", "ngày 01/08/2026", ""), ("Thỏa thuận thử", "ngày 02/08/2026", "tháng 06/2026")],
    ]


def test_an_event_and_a_figure_are_told_once_their_day_has_come(programme):
    register.note_event(programme, by=None, title="Hội thảo giống cây", held=Term.of("2026-08-01"))
    counted = measures.find_or_add_indicator(programme.owner, by=None, name="khảo sát công nghệ", unit="công nghệ")
    measures.record_observation(counted, by=None, figure=Figure.exact(48), about=programme, period=Term.of("2026-08"))

    told = [
        [(len(strand.happenings), len(strand.figures)) for strand in material_of(programme, on).strands]
        for on in (BEFORE, AFTER)
    ]

    assert told == [[], [(1, 1)]]
