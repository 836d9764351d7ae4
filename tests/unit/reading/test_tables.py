"""Tables: what their columns hold, and which words stand in which cell, however the source writes them."""

from hopluc.reading.document import Document, Locator, Span
from hopluc.reading.page.tables import tables
from hopluc.vietnamese import nfc


def read(text: str) -> list[tuple[tuple[str, ...], list[list[str | None]]]]:
    made = Document("a.txt", nfc(text))
    return [
        (table.columns, [[" ".join(made.quote(cell).split()) if cell else None for cell in row] for row in table.rows])
        for table in tables(made)
    ]


def test_one_cell_a_line() -> None:
    text = "TT\nNhiệm vụ\nCơ quan chủ trì\nThời gian\n1\nLập kế hoạch\nSở A\n2025\n2\nBáo cáo\nSở B\nHàng năm\n"

    assert read(text) == [
        (("number", "task", "lead", "time"), [["1", "Lập kế hoạch", "Sở A", "2025"], ["2", "Báo cáo", "Sở B", "Hàng năm"]])
    ]


def test_one_cell_a_line_with_tabs_a_row_without_number_and_a_cell_on_two_lines() -> None:
    text = "\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n\t1\n\tLập kế hoạch\n\tSở A\n\t2025\n\n(quý I)\n\n\t\n\tKý kết\n\tSở B\n\t2026\n\n\nIV. Hết\n"

    assert read(text) == [
        (("number", "task", "lead", "time"), [["1", "Lập kế hoạch", "Sở A", "2025 (quý I)"], [None, "Ký kết", "Sở B", "2026"]])
    ]


def test_a_cell_that_ends_with_a_semicolon_goes_on() -> None:
    text = "STT\nNội dung\nChủ trì\nPhối hợp\nTiến độ\n1\nLập kế hoạch năm\nSở A\nSở B;\nSở C\nQuý I\n"

    assert read(text)[0][1] == [["1", "Lập kế hoạch năm", "Sở A", "Sở B; Sở C", "Quý I"]]


def test_a_sum_is_no_number_of_a_row_and_a_verb_is_no_agency() -> None:
    text = (
        "TT\nNhiệm vụ\nĐơn vị chủ trì\nĐơn vị phối hợp\nThời gian\nKinh phí (triệu đồng)\n1\nKhảo sát, lập bản đồ nút giao\nPhòng Hạ tầng\nCông an\nTháng 4/2020\n350\n"
        "2\nTổ chức hội thảo đánh giá giữa kỳ\nVăn phòng Sở\nTháng 7/2020\n60\n3\nBan hành bộ tiêu chí\nSở A\nSở B\nQuý I/2021\n9.600\n"
    )

    assert read(text)[0][1] == [
        ["1", "Khảo sát, lập bản đồ nút giao", "Phòng Hạ tầng", "Công an", "Tháng 4/2020", "350"],
        ["2", "Tổ chức hội thảo đánh giá giữa kỳ", "Văn phòng Sở", None, "Tháng 7/2020", "60"],
        ["3", "Ban hành bộ tiêu chí", "Sở A", "Sở B", "Quý I/2021", "9.600"],
    ]


def test_a_header_without_a_number_column() -> None:
    text = "Nhiệm vụ\nĐơn vị chủ trì\nThời gian\nXây dựng sàn giao dịch công nghệ\nSở A\nQuý I/2026\nKhảo sát nhu cầu đổi mới công nghệ\nSở B\n2027\n"

    assert read(text)[0][1] == [
        ["Xây dựng sàn giao dịch công nghệ", "Sở A", "Quý I/2026"],
        ["Khảo sát nhu cầu đổi mới công nghệ", "Sở B", "2027"],
    ]


def test_cells_between_bars() -> None:
    text = "| TT | Họ và tên | Chức vụ | Nhiệm vụ |\n|---|---|---|---|\n| 1 | Lê An | Giám đốc | Trưởng ban |\nHết bảng.\n"

    assert read(text) == [(("number", "person", "position", "role"), [["1", "Lê An", "Giám đốc", "Trưởng ban"]])]


def test_cells_between_tabs_a_short_row_is_filled() -> None:
    assert read("TT\tNội dung\tChủ trì\tGhi chú\n1\tLập kế hoạch\tSở A\n")[0][1] == [["1", "Lập kế hoạch", "Sở A", None]]


def test_the_cells_the_source_marks() -> None:
    words = ["Nội dung", "Chủ trì", "Lập kế hoạch", "Sở A"]
    text, locators = "", []
    for place, word in enumerate(words):
        locators.append(Locator(Span(len(text), len(text) + len(word) + 1), cell=(0, place // 2, place % 2)))
        text += word + "\n"
    made = Document("a.docx", nfc(text), locators=tuple(locators))

    assert [(table.columns, [[made.quote(cell) for cell in row if cell] for row in table.rows]) for table in tables(made)] == [
        (("task", "lead"), [["Lập kế hoạch", "Sở A"]])
    ]


def test_a_list_is_no_table() -> None:
    assert read("Nội dung\n1\n2\nTT 12 là thông tư.\nThời gian trôi.\n") == []


def test_a_table_ends_at_the_next_article() -> None:
    text = "TT\nNhiệm vụ\nChủ trì\nThời gian\n1\nLập kế hoạch\nSở A\n2025\nĐiều 2. Hiệu lực thi hành.\n"

    assert read(text)[0][1] == [["1", "Lập kế hoạch", "Sở A", "2025"]]


def test_cells_that_end_with_a_bar_and_a_row_that_heads_a_group() -> None:
    text = "Kính gửi Sở A\nTT |\nNhiệm vụ |\nChủ trì |\nThời gian |\n|\nI |\nThể chế |\n|\n1. |\nLập kế hoạch\ncấp nước |\nSở A |\n2025 |\n|\n4. |\nBáo cáo năm |\nSở B |\n2026 |\n"

    assert read(text)[0][1] == [
        ["I", "Thể chế", None, None],
        ["1.", "Lập kế hoạch cấp nước", "Sở A", "2025"],
        ["4.", "Báo cáo năm", "Sở B", "2026"],
    ]


def test_a_table_of_goals_one_cell_a_line_keeps_its_header() -> None:
    text = "TT\nChỉ tiêu\nĐơn vị tính\nNăm 2030\n1\nTỷ lệ hộ dùng nước máy\n%\n80\n2\nSố trạm bơm mới\nTrạm\n9 - 12\n"

    assert read(text) == [
        (
            ("number", "measure", "unit", "other"),
            [["1", "Tỷ lệ hộ dùng nước máy", "%", "80"], ["2", "Số trạm bơm mới", "Trạm", "9 - 12"]],
        )
    ]
    assert [len(table.header) for table in tables(Document("a.txt", nfc(text)))] == [4]
