"""A definition is data: loaded from YAML, refused with file and key where it cannot be carried out, kept as YAML again."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hopluc.errors import NotYetInForce, WrongDefinition
from hopluc.scorecards import Definition, definition_in, edition_on, load_definition, shipped_definitions
from hopluc.scorecards.editions import refuse_clashing
from hopluc.scorecards.published import published
from hopluc.scorecards.written import as_yaml

GOOD = """
code: m
edition: "2025"
name: Bộ chỉ số mẫu
status: example
source: mẫu
since: 2025-01-01
steps:
  impute: {method: mean, by: region}
  normalise: {method: min-max, low: 1, high: 100}
groups:
  - {code: I, name: Chung}
  - {code: P, name: Trụ cột P, parent: I, total: 3}
  - {code: Q, name: Trụ cột Q, parent: I}
indicators:
  - {code: A, name: Chỉ số A, parent: P, weight: 1, denominator: people}
  - {code: B, name: Chỉ số B, parent: P, weight: 2, direction: -1}
  - {code: C, name: Chỉ số C, parent: Q}
denominators: [{code: people, name: Dân số}]
classes: [{code: region, name: Vùng}]
"""


def loaded(folder: Path, text: str) -> Definition:
    file = folder / "m.yaml"
    file.write_text(text, encoding="utf-8")
    return load_definition(file)


def test_a_sound_definition_is_loaded(tmp_path: Path) -> None:
    made = loaded(tmp_path, GOOD)

    assert [one.code for one in made.indicators] == ["A", "B", "C"]
    assert (made.indicators[1].direction, made.steps.normalise.low, made.file) == (-1, 1.0, "m.yaml")


def test_a_definition_is_kept_and_read_back_the_same(tmp_path: Path) -> None:
    made = loaded(tmp_path, GOOD)

    assert loaded(tmp_path, as_yaml(made)) == made


BUDGET = "weigh: [{method: budget, level: 1, experts: [{name: X, points: {A: 1, B: 1}}]}]"


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("status: example", "status: sure", "status", 'không có "sure"; chọn một trong: official, reconstructed, example'),
        ("{code: C, name", "{code: A, name", "A", "mã này dùng hai lần"),
        ("{code: people, name", "{code: C, name", "C", "mã này dùng hai lần"),
        ("parent: Q}", "parent: R}", "C.parent", 'không có nhóm "R"'),
        ("parent: Q}", "parent: P}", "Q", "nhóm này không có phần nào"),
        ("{code: I, name: Chung}", "{code: I, name: Chung, parent: P}", "I.parent", "các nhóm chứa nhau thành vòng"),
        ("weight: 2,", "weight: -2,", "B.weight", "trọng số không được âm"),
        ("weight: 2,", "weight: .inf,", "indicators[B].weight", "phải là một số hữu hạn"),
        ("weight: 2,", "weight: 4,", "groups[P].total", "trọng số các phần cộng lại là 5, phải bằng 3"),
        ("parent: Q}", "parent: Q, weight: 0}", "groups[Q]", "mọi phần đều có trọng số 0"),
        (
            "direction: -1",
            "direction: 2",
            "indicators[B].direction",
            "phải là 1 (càng nhiều càng tốt) hoặc -1 (càng ít càng tốt)",
        ),
        ("direction: -1", "direction: xuôi", "indicators[B].direction", 'giá trị "xuôi" không đúng kiểu'),
        ("direction: -1", "way: -1", "indicators[B].way", "khóa này không có trong khuôn"),
        ("denominator: people", "denominator: area", "indicators[A].denominator", 'không có mẫu số "area" trong denominators'),
        ("direction: -1", "low: 5, high: 5", "indicators[B]", "low phải nhỏ hơn high"),
        (
            "direction: -1",
            "goalposts: {low: 9, high: 1}",
            "indicators[B].goalposts",
            "low phải nhỏ hơn high, dù chiều nào tốt hơn",
        ),
        (
            "direction: -1",
            "normalise: {method: goalposts}",
            "indicators[B].goalposts",
            "chuẩn hóa theo mốc cần hai mốc của chỉ số",
        ),
        (
            "direction: -1",
            "normalise: {method: distance-to-target}",
            "indicators[B].target",
            "chuẩn hóa theo mục tiêu cần mục tiêu của chỉ số",
        ),
        (
            "direction: -1",
            "scale: {kind: colour}",
            "indicators[B].scale.kind",
            'không có "colour"; chọn một trong: ratio, table, rubric',
        ),
        ("direction: -1", "scale: {kind: table}", "indicators[B].scale.grades", "thang này cần bảng điểm"),
        (
            "direction: -1",
            "scale: {kind: table, grades: [{points: 1, at_least: 3}]}",
            "indicators[B].scale.grades",
            "dòng đầu không có at_least, các dòng sau đều có",
        ),
        (
            "direction: -1",
            "scale: {kind: table, grades: [{points: 1}, {points: 2, at_least: 3}, {points: 2, at_least: 3}]}",
            "indicators[B].scale.grades",
            "các mốc at_least phải tăng dần",
        ),
        (
            "direction: -1",
            "scale: {kind: rubric, grades: [{points: 1}]}",
            "indicators[B].scale.grades",
            "mỗi dòng phải có word",
        ),
        (
            "direction: -1",
            "treat: {method: cut}",
            "indicators[B].treat.method",
            'không có "cut"; chọn một trong: winsorise, none, log, log-one, log-skewed, log-gii, box-cox',
        ),
        ("direction: -1", "treat: {points: -1}", "indicators[B].treat.points", "không được âm"),
        (
            "direction: -1",
            "treat: {points: null, forced: true}",
            "indicators[B].treat.forced",
            "cần points, nếu không mọi giá trị đều bị kéo",
        ),
        ("direction: -1", "treat: {skewness: 0}", "indicators[B].treat.skewness", "phải lớn hơn 0"),
        (
            "steps:",
            "steps:\n  order: [impute, treat]",
            "steps.order",
            "phải kể đủ mỗi bước một lần: denominate, impute, screen, treat, normalise, weigh, aggregate",
        ),
        (
            "steps:",
            "steps:\n  order: [aggregate, denominate, impute, screen, treat, normalise, weigh]",
            "steps.order",
            "chuẩn hóa (normalise) phải trước trọng số (weigh), và tổng hợp (aggregate) ở cuối",
        ),
        ("steps:", "steps:\n  screen: {by: luck}", "steps.screen.by", 'không có "luck"; chọn một trong: missing, zeros, both'),
        ("steps:", "until: 2001-01-01\nsteps:", "-", "ngày hết (2001-01-01) trước ngày bắt đầu (2025-01-01)"),
        ("steps:", "steps:\n  screen: {available: 66}", "steps.screen.available", "phải từ 0 đến 1"),
        ("steps:", "steps:\n  screen: {keep: [a], drop: [a]}", "steps.screen", '"a" vừa được giữ vừa bị bỏ'),
        ("by: region", "by: land", "steps.impute.by", 'không có "land" trong classes'),
        ("method: mean, by", "method: em, by", "steps.impute.by", "chỉ dùng với mean, median"),
        ("mean, by: region", "em, level: 7", "steps.impute.level", "phải từ 2 đến 3"),
        ("mean, by: region", "nearest, neighbours: 0", "steps.impute.neighbours", "phải từ 1 trở lên"),
        ("mean, by: region", "linear, reach: 1", "steps.impute.reach", "phải từ 1 năm trở lên và chỉ dùng với latest"),
        ("low: 1, high: 100", "low: 1", "steps.normalise", "cần cả low và high, hoặc không khóa nào"),
        ("low: 1, high: 100", "low: 1, high: 0", "steps.normalise", "low phải nhỏ hơn high"),
        ("low: 1, high: 100", "spread: 0", "steps.normalise.spread", "phải lớn hơn 0"),
        ("low: 1, high: 100", "bounds: {low: 2, high: 2}", "steps.normalise.bounds", "hai mốc phải khác nhau"),
        ("min-max, low: 1, high: 100", "distance-to-reference", "steps.normalise.reference", "cần mã đơn vị lấy làm mốc"),
        ("steps:", "steps:\n  aggregate: {coverage: 2}", "steps.aggregate.coverage", "phải từ 0 đến 1"),
        ("steps:", "steps:\n  aggregate: {parts: -1}", "steps.aggregate.parts", "không được âm"),
        (
            "steps:",
            "steps:\n  aggregate: {levels: [arithmetic]}",
            "steps.aggregate.levels",
            "kể 1 bậc mà bộ chỉ số có 2 bậc nhóm",
        ),
        (
            "{code: I, name: Chung}",
            "{code: I, name: Chung, aggregate: {levels: [sum]}}",
            "groups[I].aggregate.levels",
            "không dùng ở một nhóm",
        ),
        ("steps:", "steps:\n  weigh: [{method: pca, level: 3}]", "steps.weigh[0].level", "phải từ 1 đến 2"),
        ("steps:", "steps:\n  weigh: [{method: budget}]", "steps.weigh[0].experts", "cần điểm của ít nhất một chuyên gia"),
        ("steps:", f"steps:\n  {BUDGET}", "steps.weigh[0].experts", 'X chưa cho điểm "C"'),
        (
            "steps:",
            f"steps:\n  {BUDGET.replace('B: 1', 'B: -1, C: 1')}",
            "steps.weigh[0].experts",
            "điểm của X không được âm và không được bằng 0 hết",
        ),
        (
            "steps:",
            "steps:\n  weigh: [{method: ahp, level: 2}]",
            "steps.weigh[0].comparisons",
            'cần đúng một so sánh giữa "P" và "Q"',
        ),
        (
            "steps:",
            "steps:\n  weigh: [{method: ahp, level: 2, comparisons: [{first: P, second: Q, times: 0}]}]",
            "steps.weigh[0].comparisons",
            "P so với Q: phải lớn hơn 0",
        ),
    ],
)
def test_a_wrong_definition_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, key: str, reason: str) -> None:
    assert old in GOOD

    with pytest.raises(WrongDefinition) as refused:
        loaded(tmp_path, GOOD.replace(old, new, 1))

    assert refused.value.details == {"file": "m.yaml", "key": key, "reason": reason}


def test_a_definition_without_indicators_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongDefinition) as refused:
        loaded(tmp_path, "code: m\nedition: a\nname: M\nstatus: example\nsource: m\ngroups: []\nindicators: []\n")

    assert refused.value.details["key"] == "indicators"


def test_two_editions_with_one_date_are_refused(tmp_path: Path) -> None:
    (tmp_path / "m-1.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "m-2.yaml").write_text(GOOD.replace('"2025"', '"2026"'), encoding="utf-8")

    with pytest.raises(WrongDefinition) as refused:
        shipped_definitions(tmp_path)

    assert refused.value.details == {
        "file": "m-2.yaml",
        "key": "since",
        "reason": 'trùng với m-1.yaml: một kỳ của "m" chỉ có một tệp',
    }


def test_two_files_of_one_edition_are_refused(tmp_path: Path) -> None:
    made = loaded(tmp_path, GOOD)

    with pytest.raises(WrongDefinition) as refused:
        refuse_clashing([made, replace(made, file="other.yaml", since=date(2026, 1, 1))])

    assert refused.value.details["key"] == "edition"


def test_the_edition_of_a_day_is_the_last_that_has_begun() -> None:
    known = shipped_definitions()

    assert edition_on(known, "pii", date(2024, 12, 31)).edition == "2024"
    assert edition_on(known, "pii", date(2025, 7, 1)).edition == "2025"
    with pytest.raises(NotYetInForce) as refused:
        edition_on(known, "pii", date(2019, 1, 1))
    assert refused.value.details["first"] == date(2023, 1, 1)


def test_what_comes_with_the_package_and_one_and_the_same_text_are_read_once() -> None:
    assert shipped_definitions() is shipped_definitions()
    assert definition_in(GOOD, "a.yaml") is definition_in(GOOD, "a.yaml")
    assert definition_in(GOOD, "b.yaml").file == "b.yaml"


def test_every_framework_has_its_size_its_source_and_an_honest_status() -> None:
    known = {Path(one.file).stem: one for one in shipped_definitions()}

    assert {name: (len(one.indicators), len(one.groups), one.status) for name, one in known.items()} == {
        "ai-readiness-2022": (10, 4, "reconstructed"),
        "ai-readiness-2025": (6, 1, "reconstructed"),
        "gii-2023": (80, 31, "reconstructed"),
        "iso-18091-2019": (39, 4, "reconstructed"),
        "pii-2023": (52, 26, "reconstructed"),
        "pii-2024": (52, 26, "reconstructed"),
        "pii-2025": (52, 26, "reconstructed"),
        "tfp-growth": (3, 1, "example"),
        "tt-17-2019": (26, 6, "reconstructed"),
    }
    assert [name for name, one in known.items() if not one.source or not one.note] == []


def test_an_index_nobody_published_has_no_published_scores() -> None:
    assert published("pii", "1999") == ()
