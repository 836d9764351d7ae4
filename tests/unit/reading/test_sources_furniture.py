"""Page furniture in plain text: counters, buttons, links after the article; nothing of the article."""

import pytest

from hopluc.reading.sources.furniture import furniture_of

ARTICLE = (
    "Ký kết thỏa thuận hợp tác\n12/03/2024 - 08:30\n\nNgày 10/3/2024, Sở Khoa học và Công nghệ thành phố Vĩnh Hà tổ chức hội nghị.\n"
    "Hội nghị thống nhất 05 nội dung:\n- Đào tạo nhân lực;\n- Chuyển giao công nghệ.\nBuổi lễ kết thúc tốt đẹp.\n"
)


def marked(text: str) -> list[str]:
    return [text[span.start : span.end] for span in furniture_of(text)]


def test_an_article_alone_has_none() -> None:
    assert marked(ARTICLE) == []


def test_counters_before_the_article_are_marked() -> None:
    assert marked(f"Thống kê truy cập\nĐang online: 12\nHôm nay : 1.234\nTổng số lượt truy cập: 98765\n{ARTICLE}") == [
        "Thống kê truy cập", "Đang online: 12", "Hôm nay : 1.234", "Tổng số lượt truy cập: 98765",
    ]  # fmt: skip


def test_links_after_the_article_are_marked_to_the_end_with_the_buttons_before() -> None:
    tail = "In bài viết Gửi Email\nCác tin khác\nHội thảo về giống lúa mới(10/03/2024 - 09:00)\nTập huấn an toàn thông tin\nTrang chủ"

    assert marked(f"{ARTICLE}{tail}\n") == [tail]


def test_dated_titles_need_no_heading() -> None:
    tail = "".join(f"Tên của một bài viết khác {number}(1{number}/03/2024)\n" for number in range(5))

    assert marked(ARTICLE + tail) == [tail.rstrip()]


@pytest.mark.parametrize(
    "text",
    [
        f"{ARTICLE}Tin liên quan\nĐây là câu văn trọn vẹn.\nĐây là câu thứ hai.\nVà câu thứ ba.\n",
        "Trang chủ của cổng thông tin có 1.000 lượt truy cập trong tháng, tăng 5% so với cùng kỳ.\n",
        "BÁO CÁO\nSố lượng truy cập tăng.\nKẾT QUẢ\nĐạt.\n",
        "",
    ],
)
def test_prose_is_never_furniture(text: str) -> None:
    assert marked(text) == []
