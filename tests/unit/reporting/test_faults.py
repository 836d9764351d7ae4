"""What is wrong with an outline is told part by part; what is told is what would break a report, or read wrongly in it."""

from dataclasses import replace

import pytest

from hopluc.errors import WrongDefinition
from hopluc.load import as_yaml
from hopluc.reporting import Outline, Part, faults, outline, outline_in, outlines, refuse_faulty
from hopluc.reporting.compose import BLOCKS, NESTED
from hopluc.reporting.faults import MOST_PARTS

SOUND = outline("mid-term-review")


def told(*parts: Part, summary: str = "Sơ kết {programme}") -> list[tuple[int | None, str, str]]:
    made = replace(SOUND, parts=parts, summary=summary)
    return [(fault.place, fault.field, fault.reason) for fault in faults(made)]


def test_the_outlines_of_the_package_have_no_fault() -> None:
    assert [fault for one in outlines() for fault in faults(one)] == []


def test_an_outline_written_as_yaml_is_read_back_the_same() -> None:
    assert [outline_in(as_yaml(one), "x.yaml") == one for one in outlines()] == [True]


@pytest.mark.parametrize(
    ("part", "field", "reason"),
    [
        (Part(2, " "), "title", "chưa có tiêu đề; ghi tiêu đề hoặc bỏ mục này"),
        (
            Part(2, "Kết quả {perod}"),
            "title",
            "không có ô trống {perod}; chỉ dùng {period}, {plan_period}, {programme}",
        ),
        (Part(2, "Kết quả {period"), "title", "có dấu ngoặc nhọn không thành cặp; bỏ dấu { hoặc } thừa"),
        (Part(0, "Kết quả"), "level", "cấp 0 không có; chọn cấp từ 1 đến 4"),
        (Part(3, "Kết quả"), "level", "cấp 3 quá sâu (mục đầu tiên); chọn cấp 2 hoặc nhỏ hơn"),
        (Part(2, "Kết quả", block="hopes"), "block", 'không có khối nội dung "hopes"'),
    ],
)
def test_a_fault_of_a_part_is_told_with_its_place(part: Part, field: str, reason: str) -> None:
    assert told(part) == [(0, field, reason)]


def test_a_part_deeper_by_two_than_the_one_before_is_told() -> None:
    parts = (Part(1, "Mở đầu"), Part(3, "Khoản"))

    assert told(*parts) == [(1, "level", "cấp 3 quá sâu (sau một mục cấp 1); chọn cấp 2 hoặc nhỏ hơn")]


@pytest.mark.parametrize("block", sorted(BLOCKS))
def test_a_block_with_headings_of_its_own_does_not_stand_at_the_deepest_level(block: str) -> None:
    places = [fault[0] for fault in told(Part(2, "Mục"), Part(3, "Khoản"), Part(4, "Điểm", block=block))]

    assert places == ([2] if block in NESTED else [])


def test_an_outline_without_parts_and_one_with_too_many_are_told() -> None:
    many = tuple(Part(2, f"Mục {n}") for n in range(MOST_PARTS + 1))

    assert [fault[:2] for fault in told()] == [(None, "parts")]
    assert [fault[:2] for fault in told(*many)] == [(None, "parts")]


def test_a_wrong_blank_of_the_summary_is_told() -> None:
    assert [fault[:2] for fault in told(Part(2, "Mục"), summary="Sơ kết {}")] == [(None, "summary")]


def refused(made: Outline) -> str:
    with pytest.raises(WrongDefinition) as mishap:
        refuse_faulty(made, "de-cuong.yaml")
    return str(mishap.value.details["key"])


def test_a_refusal_names_the_part_by_its_title_or_its_place() -> None:
    assert refused(replace(SOUND, parts=(Part(4, "Điểm"),))) == "Điểm"
    assert refused(replace(SOUND, parts=(Part(2, ""),))) == "mục thứ 1"
    assert refused(replace(SOUND, parts=())) == "parts"


def test_a_sound_outline_is_not_refused() -> None:
    refuse_faulty(SOUND, "de-cuong.yaml")
