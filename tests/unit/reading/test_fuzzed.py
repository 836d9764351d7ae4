"""What fuzzing found once and must not find again."""

import pytest

from hopluc.reading import Document, Span, read
from hopluc.reading.records.event.value import evidence


def test_a_lead_named_after_nothing_but_a_full_stop_leads_no_task() -> None:
    text = "; học tập và làm theo tấm gương.\n\n- Cơ quan chủ trì: Bộ Khoa học và Công nghệ.\n- "

    assert read(Document("a.txt", text)).of("task") == []


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_after_the_name_of_an_event_is_none_of_its_words(dash: str) -> None:
    text = f"Ngày 12/9/2024, tỉnh Tân Lâm tổ chức Hội nghị kết nối cung cầu công nghệ {dash} "

    assert [event.value.name for event in read(Document("a.txt", text)).of("event")] == ["Hội nghị kết nối cung cầu công nghệ"]


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_programme_is_known_by_the_title_of_the_document_whichever_dash_it_bears(dash: str) -> None:
    text = (
        f"QUYẾT ĐỊNH\nVề việc phê duyệt Chương trình 12 {dash} CT về nuôi biển\n\nNgành báo cáo kết quả nuôi biển trong năm.\n"
    )

    assert [record.value.title for record in read(Document("a.txt", text)).of("programme")] == [
        f"Chương trình 12 {dash} CT về nuôi biển"
    ]


def test_an_event_rests_on_three_passages_at_most() -> None:
    name, day, place, said = (Span(start, start + 5) for start in (0, 400, 800, 1200))

    assert evidence(name, day, place, said) == (name, day, place)
    assert evidence(name, said, None, Span(0, 2), day) == (name, day, said)
    assert evidence(name, Span(20, 30)) == (Span(0, 30),)


def test_a_request_without_words_is_none() -> None:
    text = "- Đề nghị các sở, ngành phối hợp thực hiện; đồng thời đề nghị UBND tỉnh Tân Lâm bố trí kinh phí.\n\nn)"

    assert [petition.value.text for petition in read(Document("a.txt", text)).of("petition") if not petition.value.text] == []


def test_a_sign_of_an_item_with_nothing_after_it_ends_no_reading() -> None:
    text = "Ủy ban nhân dân tỉnh Tân Lâm đánh giá cao kết quả đạt được.“ập khẩu thiết bị khoa học\n\n d)"

    assert [record.kind for record in read(Document("a.txt", text)).of("task")] == []
