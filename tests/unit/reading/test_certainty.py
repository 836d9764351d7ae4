"""Which records are certain: doubtful facts and points to check take the certainty of what they touch, and of nothing else."""

from hopluc.reading import read
from hopluc.reading.certainty import disjoint, touches, with_certainty
from hopluc.reading.checks.findings import fault, passed
from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Record
from hopluc.reading.mentions.dates import Day
from hopluc.reading.records.observation.value import Observation
from hopluc.reading.records.statements import Statement


def certain(text: str, kind: str) -> list[bool]:
    return [record.certain for record in read(Document("x", text)).of(kind)]


def figure(evidence: Span, *parts: tuple[str, Span]) -> Record:
    return Record("observation", Observation("lớp", "lớp"), (evidence,), parts=parts)


def test_figures_of_a_sum_that_is_wrong_are_uncertain_and_those_beside_it_are_not() -> None:
    wrong = "Đã khảo sát 24 đơn vị (12 đơn vị cơ khí, 7 đơn vị điện tử, 4 đơn vị môi trường).\nĐã tổ chức 3 lớp tập huấn."

    assert certain(wrong, "observation") == [False, False, False, False, True]
    assert set(certain(wrong.replace("24", "23"), "observation")) == {True}


def test_an_event_on_a_day_that_does_not_exist_is_uncertain() -> None:
    text = "Hội nghị kết nối cung cầu công nghệ được tổ chức ngày {} tại thành phố Vĩnh Hà."

    assert certain(text.format("31/6/2025"), "event") == [False]
    assert certain(text.format("30/6/2025"), "event") == [True]


def test_a_point_touches_the_figure_where_its_words_are_known_else_the_evidence() -> None:
    point = fault("sum_mismatch", "…", [Span(5, 8)])
    records = [figure(Span(0, 20), ("number", Span(10, 12))), figure(Span(0, 20), ("number", Span(6, 7))), figure(Span(0, 20))]

    assert [record.certain for record in with_certainty((), [*records, point])] == [True, False, False, True]


def test_a_measure_of_which_no_word_says_what_is_measured_is_uncertain() -> None:
    said = {"giảm": "%", "tấn": "tấn", "VND tăng": "VND", "2017": "ha", "lúa giảm": "%", "hộ": "hộ"}
    figures = [Record("observation", Observation(subject, unit), (Span(0, 9),)) for subject, unit in said.items()]

    assert [record.certain for record in with_certainty((), figures)] == [False, False, False, False, True, True]


def test_a_check_that_passes_and_words_without_figures_take_no_certainty() -> None:
    told = Record("statement", Statement("result", "Đã mở lớp"), (Span(0, 20),))
    good, bad = passed("…", [Span(0, 20)]), fault("truncated", "…", [Span(0, 20)])

    assert [record.certain for record in with_certainty((), [figure(Span(0, 20)), good])] == [True, True]
    assert [record.certain for record in with_certainty((), [told, bad])] == [True, True]


def test_a_doubtful_fact_counts_only_where_the_record_says_it() -> None:
    day = Fact("date", Span(4, 13), "31/6/2025", Day(2025, 6, 31), certain=False)
    says = Record("statement", Statement("result", "Họp ngày 31/6/2025."), (Span(0, 20),))
    silent = Record("statement", Statement("result", "Đã mở lớp"), (Span(0, 20),))
    elsewhere = Record("statement", Statement("result", "Họp ngày 31/6/2025."), (Span(13, 20),))

    assert [record.certain for record in with_certainty((day,), [says, silent, elsewhere])] == [False, True, True]


def test_spans_that_meet_stay_apart_and_those_that_share_are_joined() -> None:
    spans = disjoint([(5, 9), (0, 3), (3, 4), (6, 7), (8, 12)])

    assert spans == [(0, 3), (3, 4), (5, 12)]
    assert [touches(span, spans) for span in ((4, 5), (4, 6), (11, 20), (12, 20))] == [False, True, True, False]
