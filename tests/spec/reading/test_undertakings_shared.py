"""What the reference documents must yield of structure and undertakings, by count: measured, never fitted."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from hopluc.reading.document import Document
from hopluc.reading.facts import Reading
from hopluc.reading.read import read
from hopluc.vietnamese import nfc

TEXTS = Path(__file__).parents[3].parent / "shared" / "corpus" / "texts"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not TEXTS.exists(), reason="the reference corpus is not beside the checkout"),
]


@cache
def reading(name: str) -> Reading:
    return read(Document(f"{name}.txt", nfc((TEXTS / f"{name}.txt").read_text(encoding="utf-8"))))


def test_every_member_of_the_committee_and_of_its_team_is_read_with_post() -> None:
    members = [record.value for record in reading("004").of("membership") if record.value.body]

    assert Counter(re.split(r" (?:Ban|Chương)", member.body)[0].split(" Chỉ đạo")[0] for member in members) == {
        "Ban": 11,
        "Tổ giúp việc": 9,
    }
    assert [member.person for member in members if not member.position or not member.organisation] == []


def test_every_row_of_the_plan_table_is_a_task_with_lead_and_time() -> None:
    rows = [record.value for record in reading("004").of("task") if record.value.status == "planned"]

    assert [row.number for row in rows] == ["1", None, "2", "3", "4", "5", "6"]
    assert [row for row in rows if not row.lead or not (row.period or row.recurrence)] == []


def test_the_tasks_carried_over_stand_each_in_its_section() -> None:
    carried = [record.value for record in reading("004").of("task") if record.value.carried_over]

    assert [(task.section, task.carried_over.brief()) for task in carried] == [
        ("3.2", "2016..2020"),
        ("3.4", "2016..2020"),
        ("3.5", "2016..2020"),
    ]


def test_the_agreements_have_their_days_and_contents() -> None:
    said = {
        (value.signed, value.planned_signing, len(value.contents))
        for value in (record.value for record in reading("004").of("agreement"))
    }

    assert {("2015-05-11", None, 8), (None, "2016-01", 0), ("2013-12-18", None, 4)} <= said
    assert [days for days in said if days[0] == "--12-20" and days[2] >= 5] != []
