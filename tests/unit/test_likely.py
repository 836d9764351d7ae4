"""Likely duplicates: the same thing told in other words is proposed with its reason; what only looks alike is not."""

import pytest

from hopluc.likely import Likely, likely_pairs, told

WORKSHOP = (
    "Ngày 18/9/2026, phối hợp với Đại học Bách khoa Hà Nội tổ chức hội thảo về xử lý nước thải làng nghề, thu hút 120 đại biểu."
)


def pairs(*texts: str, agencies: tuple[int, ...] = (1, 2, 3, 4), kinds: tuple[str, ...] = ("result",) * 4) -> list[Likely]:
    """The pairs proposed among sentences, each of an agency of its own."""
    of_each = zip(texts, agencies, kinds, strict=False)
    return likely_pairs([told(key, agency, kind, text) for key, (text, agency, kind) in enumerate(of_each, start=1)])


def test_one_event_in_other_words_with_another_figure_is_proposed_with_what_is_shared() -> None:
    (pair,) = pairs(WORKSHOP, "Hội thảo xử lý nước thải làng nghề (ngày 18/9) cùng Đại học Bách khoa Hà Nội có 102 người dự.")

    assert (pair.first, pair.second, pair.days, pair.figures_differ) == (1, 2, ("09-18",), True)
    assert pair.names == ("Đại học Bách khoa Hà Nội",)


@pytest.mark.parametrize(
    "other",
    [
        "Ngày 20/10/2026, phối hợp với Đại học Bách khoa Hà Nội tổ chức hội thảo về xử lý nước thải làng nghề, thu hút 120 đại biểu.",
        "Ngày 18/9/2026, phối hợp với Trường Đại học Cần Thơ tổ chức hội thảo về xử lý nước thải làng nghề, thu hút 120 đại biểu.",
        "Khảo sát 48 cơ sở sản xuất về nhu cầu xử lý nước thải làng nghề.",
    ],
    ids=["another day", "another partner", "another act"],
)
def test_what_differs_in_what_tells_things_apart_is_left_in_peace(other: str) -> None:
    alone = [f"Đã hoàn thành nhiệm vụ thường xuyên số {word} của đơn vị." for word in ("một", "hai")]

    assert [(one.first, one.second) for one in pairs(WORKSHOP, other, *alone) if one.first == 1] == []


@pytest.mark.parametrize(("agencies", "kinds"), [((1, 1), ("result", "result")), ((1, 2), ("result", "plan"))])
def test_sentences_of_one_agency_or_of_two_types_are_no_pair(agencies: tuple[int, ...], kinds: tuple[str, ...]) -> None:
    assert pairs(WORKSHOP, WORKSHOP, agencies=agencies, kinds=kinds) == []


def test_a_course_is_no_department_of_science() -> None:
    assert told(1, 1, "result", "Viện Hàn lâm Khoa học và Công nghệ Việt Nam đã tham gia.").acts == frozenset()
    assert told(1, 1, "result", "Đã mở khóa học cho cán bộ.").acts == {"course"}


def test_the_agencys_own_name_is_no_sign() -> None:
    text = "Sở Công Thương tổ chức hội nghị tại phường Hồng Lạc."

    assert told(1, 1, "result", text, own=["Sở Công Thương"]).bodies == frozenset()
    assert told(1, 1, "result", text).places == {"Hồng Lạc"}
