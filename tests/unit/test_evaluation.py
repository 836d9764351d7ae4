"""The evaluation documents are what their sources say, and the scorer counts by the published rules."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from evaluation.build import DECOMPOSED, build, place_of, read_names, unmark
from evaluation.score import Score, agreement, fold, overlap, score_mentions, score_records

FOLDER = Path(__file__).resolve().parents[2] / "evaluation"
SHARED = read_names((FOLDER / "sources" / "names.txt").read_text(encoding="utf-8"))
NAMES = sorted(path.stem for path in (FOLDER / "sources").glob("[0-9]*.txt"))


def mention(start: int, end: int, name: str, **more: Any) -> dict[str, Any]:
    return {"kind": "person", "start": start, "end": end, "value": {"name": name, **more}}


def task(title: str, *evidence: list[int], **more: Any) -> dict[str, Any]:
    return {"kind": "task", "title": title, "evidence": list(evidence), **more}


def doubt(subtype: str, *evidence: list[int], **more: Any) -> dict[str, Any]:
    return {"kind": "inconsistency", "subtype": subtype, "evidence": list(evidence), **more}


@pytest.mark.parametrize("name", NAMES)
def test_a_text_and_its_gold_are_what_the_source_says(name: str) -> None:
    text, facts = build(name, SHARED)

    stored = (FOLDER / "texts" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (FOLDER / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    assert unicodedata.normalize("NFC", stored) == text
    assert (stored != text) == (name in DECOMPOSED)
    assert [json.loads(line) for line in lines] == facts


@pytest.mark.parametrize("name", NAMES)
def test_gold_spans_quote_the_text_and_mentions_of_a_kind_do_not_overlap(name: str) -> None:
    text, facts = build(name, SHARED)
    mentions = [fact for fact in facts if fact["type"] == "mention"]
    ends: dict[str, int] = {}

    assert [text[m["start"] : m["end"]] for m in mentions] == [m["text"] for m in mentions]
    for m in mentions:
        assert ends.get(m["kind"], 0) <= m["start"]
        ends[m["kind"]] = m["end"]


def test_marks_nest_and_give_values() -> None:
    marked = unmark("Theo {l Quyết định số 12/QĐ-X ngày {d 5/6/2020}} chi {m 1,5 tỷ đồng} cho {q 12 đề tài}.", {})

    assert marked.text == "Theo Quyết định số 12/QĐ-X ngày 5/6/2020 chi 1,5 tỷ đồng cho 12 đề tài."
    assert [(m.kind, m.words) for m in marked.mentions] == [
        ("legal_reference", "Quyết định số 12/QĐ-X ngày 5/6/2020"),
        ("date", "5/6/2020"),
        ("money", "1,5 tỷ đồng"),
        ("quantity", "12 đề tài"),
    ]
    assert [m.value for m in marked.mentions] == [
        {"doc_type": "quyết định", "number": "12/QĐ-X", "date": "2020-06-05", "issuer": None},
        {"date": "2020-06-05"},
        {"amount": 1_500_000_000, "currency": "VND"},
        {"number": 12, "unit": "đề tài", "percent": False},
    ]


def test_a_mark_left_open_is_refused() -> None:
    with pytest.raises(ValueError, match="a mark is not closed"):
        unmark("ngày {d 5/6/2020", {})


def test_quoted_evidence_must_stand_once_or_be_counted() -> None:
    text = "một hai một ba"

    assert place_of(text, "một hai") == (0, 7)
    assert place_of(text, "một#2") == (8, 11)
    assert place_of(text, "hai…ba") == (4, 14)
    with pytest.raises(ValueError, match="2 places"):
        place_of(text, "một")
    with pytest.raises(ValueError, match="not after it"):
        place_of(text, "ba…hai")


@pytest.mark.parametrize(
    ("value", "folded"),
    [("  Sở  Y TẾ ", "sở y tế"), ("007/QĐ", "7/qđ"), (3, 3.0), (False, None), ("", None), (None, None)],
)
def test_values_are_folded_before_they_are_compared(value: object, folded: object) -> None:
    assert fold(value) == folded


def test_overlap_is_what_is_shared_over_what_is_covered() -> None:
    assert overlap(mention(0, 10, "A"), mention(5, 15, "A")) == 5 / 15
    assert overlap(mention(0, 10, "A"), mention(10, 15, "A")) == 0


def test_a_mention_half_covered_is_found_and_one_less_covered_is_not() -> None:
    assert score_mentions([mention(0, 10, "A")], [mention(0, 5, "A")]) == Score(gold=1, read=1, found=1, right=1)
    assert score_mentions([mention(0, 10, "A")], [mention(0, 4, "A")]) == Score(gold=1, read=1)


def test_each_mention_is_used_once() -> None:
    gold, read = [mention(0, 10, "A")], [mention(0, 10, "A"), mention(1, 10, "A")]

    assert score_mentions(gold, read) == Score(gold=1, read=2, found=1, right=1)


def test_a_wrong_value_is_found_but_not_right() -> None:
    assert score_mentions([mention(0, 10, "A")], [mention(0, 10, "B")]) == Score(gold=1, read=1, found=1)


def test_page_furniture_counts_neither_way() -> None:
    gold = [mention(0, 10, "A", chrome=True), mention(20, 30, "B", chrome=True)]

    assert score_mentions(gold, [mention(0, 10, "A")]) == Score()


def test_a_record_is_scored_by_evidence_and_wording() -> None:
    gold = task("lập kế hoạch năm", [0, 20])

    assert agreement(gold, task("lập kế hoạch năm", [0, 20])) == 1
    assert agreement(gold, task("lập kế hoạch", [0, 20])) == 0.75
    assert agreement(gold, task("lập kế hoạch năm", [0, 10])) == 0.5
    assert agreement(gold, task("lập kế hoạch năm", [0, 800])) == 0.5
    assert agreement(gold, task("lập kế hoạch năm", [20, 40])) == 0


def test_a_record_with_numbers_must_give_the_same_numbers() -> None:
    gold = {"kind": "observation", "subject": "đề tài", "number": 5, "evidence": [[0, 9]]}

    assert agreement(gold, gold | {"subject": "dự án"}) == 0.5
    assert agreement(gold, gold | {"number": 6}) == 0


def test_a_membership_is_of_the_same_person() -> None:
    gold = {"kind": "membership", "person": "Lê A", "evidence": [[0, 9]]}

    assert agreement(gold, gold | {"person": "LÊ A"}) == 1
    assert agreement(gold, gold | {"person": "Lê B"}) == 0


def test_a_contradiction_is_found_by_the_family_of_its_subtype() -> None:
    gold = [doubt("sum_mismatch", [0, 20])]

    assert score_records(gold, [doubt("count_mismatch", [0, 20])]) == Score(gold=1, read=1, found=1)
    assert score_records(gold, [doubt("truncated", [0, 20])]) == Score(gold=1, read=1)


def test_reporting_a_check_that_passes_is_a_false_alarm() -> None:
    gold = [doubt("sum_ok", [0, 20], ok=True)]

    assert score_records(gold, [doubt("sum_mismatch", [0, 20])]) == Score(read=1, alarms=1)
    assert score_records(gold, [doubt("sum_ok", [0, 20], ok=True)]) == Score()


def test_contradictions_of_style_and_of_other_documents_count_neither_way() -> None:
    gold = [doubt("typo", [0, 20]), doubt("value_conflict", [40, 60], other="002")]

    assert score_records(gold, [doubt("typo", [0, 20]), doubt("value_conflict", [40, 60])]) == Score()


def test_scores_add_up_and_give_their_shares() -> None:
    both = Score(gold=2, read=3, found=2, right=1).add(Score(gold=2, read=1))

    assert (both.precision, both.recall, both.f1, both.value_f1) == (0.5, 0.5, 0.5, 0.25)
    assert (Score().precision, Score().recall, Score().f1, Score().value_f1) == (0, 0, 0, 0)
