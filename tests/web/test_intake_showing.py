"""A finding in one line, as an officer reads it; a document with its marks in place; when two tellings are one."""

import pytest
from django.core.exceptions import ValidationError

from hopluc.reading import Document
from hopluc.reading.document import Locator, Span
from hopluc.web.documents.annotate import Cell, Grid, Line, Mark, annotated, blocks
from hopluc.web.intake.forms import WrittenDate
from hopluc.web.intake.likeness import alike, earlier, most_alike, same_body, same_term
from hopluc.web.intake.models import Finding
from hopluc.web.intake.proposals import claim_of, says_no_more
from hopluc.web.intake.showing import label_of, line_of, period_in
from hopluc.web.terms import Term


@pytest.mark.parametrize(
    ("kind", "value", "line"),
    [
        ("statement", {"text": "Tiến độ còn chậm"}, "Tiến độ còn chậm"),
        (
            "observation",
            {"subject": "kinh phí", "number": 8_760_000_000, "unit": "VND", "period": {"from": "2021", "to": None}, "place": "Vĩnh Hà"},
            "kinh phí · 8.760.000.000 đồng · Vĩnh Hà · 2021 - …",
        ),
        ("observation", {"subject": "chỉ tiêu đạt", "numerator": 14, "denominator": 15}, "chỉ tiêu đạt · 14/15"),
        ("observation", {"subject": "tỷ lệ", "number": 12.5, "unit": "%"}, "tỷ lệ · 12,5 %"),
        ("target", {"text": "Đào tạo kỹ sư", "min": 1000, "max": 1200, "unit": "kỹ sư", "by": "2030"}, "Đào tạo kỹ sư · 1.000 - 1.200 kỹ sư · 2030"),
        ("membership", {"person": "Trần Văn Mẫu", "role": "Trưởng ban", "position": "Giám đốc"}, "Trưởng ban: Trần Văn Mẫu · Giám đốc"),
        ("membership", {"person": "Trần Văn Mẫu", "role": None}, "Trần Văn Mẫu"),
        ("membership", {"person": "Trần Văn Mẫu", "role": "Ủy viên", "position": "Giám đốc Sở Mẫu", "organisation": "Sở Mẫu", "body": "Ban Chỉ đạo Đề án Mẫu"},
         "Ủy viên: Trần Văn Mẫu · Giám đốc Sở Mẫu · Ban Chỉ đạo Đề án Mẫu"),
        ("membership", {"person": "Trần Văn Mẫu", "position": "Giám đốc", "organisation": "Sở Mẫu"}, "Trần Văn Mẫu · Giám đốc · Sở Mẫu"),
        ("membership", {"person": "Trần Văn Mẫu", "position": "Giám đốc Sở Mẫu", "organisation": "Sở Mẫu"}, "Trần Văn Mẫu · Giám đốc Sở Mẫu"),
        ("task", {"title": "Lập đề án", "lead": "Sở Mẫu", "budget": 850_000_000}, "Lập đề án · Sở Mẫu · kinh phí 850.000.000 đồng"),
        ("task", {"title": "Lập đề án", "period": "2026-06-30", "due": "30/6/2026"}, "Lập đề án · 30/6/2026"),
        ("task", {"title": "Lập đề án", "period": {"from": "2026", "to": "2027"}, "due": "trong quý I"}, "Lập đề án · 2026 - 2027 · trong quý I"),
        ("event", {"name": "Hội thảo", "date": "2026-Q2"}, "Hội thảo · Quý II/2026"),
        ("agreement", {"title": "Thỏa thuận", "parties": ["Sở Mẫu", "Viện Mẫu"], "signed": "2026-03-09", "status": "signed"},
         "Thỏa thuận · Sở Mẫu - Viện Mẫu · 09/03/2026 · đã ký"),
        ("agreement", {"title": "Thỏa thuận", "parties": [], "signed": None}, "Thỏa thuận"),
        ("petition", {"text": "Bố trí quỹ đất", "to": "Bộ Mẫu"}, "Bố trí quỹ đất · → Bộ Mẫu"),
        ("task", {"title": "Xây dựng mô hình", "lead": "Sở Mẫu", "status": "planned"}, "Xây dựng mô hình · Sở Mẫu · dự kiến"),
        ("observation", {"subject": "lớp tập huấn", "number": 12, "unit": "lớp", "stage": "plan"}, "lớp tập huấn · 12 lớp · Kế hoạch"),
        ("task", {"title": "Xây dựng mô hình", "lead": "Sở Mẫu", "cooperating": ["Viện Mẫu", "Trường Mẫu"], "period": "trong quý I", "due": "trong quý I"},
         "Xây dựng mô hình · Sở Mẫu · phối hợp: Viện Mẫu, Trường Mẫu · trong quý I"),
        ("membership", {"person": "Trần Văn Mẫu", "role": "Ủy viên", "position": "ủy viên"}, "Ủy viên: Trần Văn Mẫu"),
        ("legal_basis", {"text": "Luật Mẫu số 1/2020/QH14", "provisions": "Điều 5", "standing": "được thay thế bởi Luật số 2/2025/QH15"},
         "Luật Mẫu số 1/2020/QH14 · Điều 5 · được thay thế bởi Luật số 2/2025/QH15"),
        ("inconsistency", {"explanation": "38 + 27 = 65"}, "38 + 27 = 65"),
    ],
)  # fmt: skip
def test_a_finding_in_one_line(kind, value, line):
    assert line_of(Finding(kind=kind, value=value)) == line


@pytest.mark.parametrize(
    ("kind", "subtype", "label"),
    [
        ("statement", "cause", "Nguyên nhân"),
        ("statement", "unheard", "Nội dung báo cáo"),
        ("inconsistency", "sum_mismatch", "Tổng chưa khớp"),
        ("inconsistency", "unheard", "Điểm cần đối chiếu"),
        ("task", "", "Nhiệm vụ được giao"),
    ],
)
def test_a_finding_by_its_label(kind, subtype, label):
    assert label_of(Finding(kind=kind, subtype=subtype, value={})) == label


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ({"role": "Ủy viên"}, "Thành viên ban, tổ"),
        ({"body": "Ban Chỉ đạo Đề án Mẫu"}, "Thành viên ban, tổ"),
        ({"position": "Giám đốc Sở Mẫu"}, "Người, chức vụ"),
    ],
)
def test_who_is_told_with_a_post_alone_is_called_no_member(said, label):
    assert label_of(Finding(kind="membership", value={"person": "Trần Văn Mẫu", **said})) == label


def marked(text: str, *marks: Mark) -> list[list[tuple[str, tuple[str, ...], tuple[str, ...], str]]]:
    return [
        [(s.text, s.over, s.ids, s.look) for s in line.segments]
        for line in annotated(Document("a.txt", text, "text/plain"), marks)
    ]


def test_marks_nest_and_overlap_and_the_strongest_look_shows():
    assert marked("abcdef", Mark(0, 4, "a", "settled"), Mark(2, 6, "b", "check"), Mark(2, 3, "c")) == [
        [
            ("ab", ("a",), ("a",), "settled"),
            ("c", ("a", "b", "c"), ("b", "c"), "check"),
            ("d", ("a", "b"), (), "check"),
            ("ef", ("b",), (), "check"),
        ]
    ]


def test_a_mark_over_two_lines_begins_in_the_first_only():
    assert marked("một\r\n\r\nhai ba\n", Mark(1, 8, "m")) == [
        [("m", (), (), ""), ("ột", ("m",), ("m",), "")],
        [("h", ("m",), (), ""), ("ai ba", (), (), "")],
    ]


def drawn(text: str, *cells: tuple[int, int, int] | None) -> list[object]:
    """The blocks of a text whose lines stand in these cells: a line as its words, a table as head and rows of words and widths."""
    places, start = [], 0
    for line, cell in zip(text.splitlines(keepends=True), cells, strict=True):
        places.append(Locator(Span(start, start + len(line)), cell=cell))
        start += len(line)
    made = blocks(annotated(Document("a.docx", text, "text/plain", tuple(places)), []))

    def words(line: Line) -> str:
        return "".join(segment.text for segment in line.segments)

    def row(cells: tuple[Cell, ...]) -> list[tuple[str, int]]:
        return [("|".join(map(words, cell.lines)), cell.columns) for cell in cells]

    return [
        (row(block.head), [row(line) for line in block.rows]) if isinstance(block, Grid) else words(block) for block in made
    ]


def test_the_cells_of_a_table_stand_in_rows_and_columns():
    text = "Trước\nTT\nNhiệm vụ\nChủ trì\nHợp tác\n1\nXây dựng\nmô hình\nThống kê\nSau\n"
    cells = [None, (0, 0, 0), (0, 0, 1), (0, 0, 2), (0, 1, 0), (0, 2, 0), (0, 2, 1), (0, 2, 1), (0, 3, 1), None]

    assert drawn(text, *cells) == [
        "Trước",
        (
            [("TT", 1), ("Nhiệm vụ", 1), ("Chủ trì", 1)],
            [
                [("Hợp tác", 3)],
                [("1", 1), ("Xây dựng|mô hình", 1), ("", 1)],
                [("", 1), ("Thống kê", 1), ("", 1)],
            ],
        ),
        "Sau",
    ]


def test_two_tables_that_meet_stay_two_and_two_columns_have_no_head():
    text = "a\nb\nc\nd\ne\n"

    assert drawn(text, (0, 0, 1), (0, 1, 1), (1, 0, 0), (1, 0, 1), (1, 1, 0)) == [
        ([], [[("", 1), ("a", 1)], [("", 1), ("b", 1)]]),
        ([], [[("c", 1), ("d", 1)], [("e", 2)]]),
    ]


def test_a_table_of_one_column_is_lines():
    assert drawn("a\nb\n", (0, 0, 0), (0, 1, 0)) == ["a", "b"]


def test_titles_in_other_words_are_alike_and_others_are_not():
    class Row:
        def __init__(self, title: str) -> None:
            self.title = title

    one, two = Row("Hợp tác ứng dụng công nghệ"), Row("Đào tạo nhân lực")

    assert most_alike("Ứng dụng CÔNG NGHỆ và hợp tác", [two, one]) is one
    assert most_alike("Phát triển du lịch", [one, two]) is None
    assert (alike("", "a"), alike("Xây dựng mô hình lúa", "Xây dựng mô-hình lúa")) == (False, True)


def test_bodies_under_two_names_are_one_and_of_two_kinds_are_two():
    assert same_body("Ban Chỉ đạo", "Ban Chỉ đạo Chương trình giống cây")
    assert not same_body("Tổ giúp việc", "Ban Chỉ đạo")


def test_terms_compared():
    early, late = Term.of("2020"), Term.of("2026")

    assert (earlier(early, late), earlier(late, early), earlier(None, late)) == (True, False, False)
    assert (same_term(early, late), same_term(None, late), same_term(late, Term.of("2026"))) == (False, True, True)


def test_spelling_makes_no_second_claim_and_another_figure_does():
    value = {"subject": "Lớp tập huấn", "unit": "lớp", "number": 12, "period": {"from": "2026"}}

    assert claim_of("observation", value) == claim_of("observation", {**value, "subject": "lớp  TẬP HUẤN.", "qualifier": "gần"})
    assert claim_of("observation", value) != claim_of("observation", {**value, "number": 13})


@pytest.mark.parametrize(
    ("more", "said"), [({}, True), ({"lead": None}, True), ({"section": "II"}, True), ({"lead": "Sở Khác"}, False), ({"due": "quý I"}, False)]
)  # fmt: skip
def test_what_says_no_more(more, said):
    known = {"title": "Xây dựng mô hình", "lead": "Sở Mẫu", "section": "I", "due": None}

    assert says_no_more("task", {"title": "xây dựng mô hình", "lead": "Sở  Mẫu", **more}, known) is said


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ({"from": "2021", "to": "2025"}, "2021 - 2025"),
        ({"from": "2025-01", "to": "2025-09"}, "01/2025 - 09/2025"),
        ({"from": "2026", "to": "2026"}, "2026"),
        ({"from": "2026", "to": None}, "2026 - …"),
        ("2026", "2026"),
        ("hằng năm", "hằng năm"),
        (None, ""),
    ],
)
def test_a_period_is_shown_as_an_officer_writes_it(period, words):
    assert period_in(period) == words


@pytest.mark.parametrize(
    ("written", "kept"),
    [("5/1/2026", "2026-01-05"), ("01/2026", "2026-01"), ("2026", "2026"), ("", ""), ("20/03/2024", "2024-03-20")],
)
def test_a_date_is_typed_as_an_officer_writes_it(written, kept):
    assert WrittenDate(label="Ngày", read="2024-03-20").clean(written) == kept


@pytest.mark.parametrize("written", ["ngày mai", "31/6/2026", "2026-06-30-1", "13/2026"])
def test_a_date_that_is_none_is_refused_with_how_to_write_it(written):
    with pytest.raises(ValidationError, match="05/01/2026"):
        WrittenDate(label="Ngày", read=None).clean(written)


def test_what_was_read_and_is_no_date_stays_when_nobody_changes_it():
    assert WrittenDate(label="Từ", read="hằng năm").clean("hằng năm") == "hằng năm"


@pytest.mark.parametrize(("number", "called"), [("301/BC-SKHCN", "301/BC-SKHCN"), ("", "bao-cao.docx")])
def test_another_document_is_called_by_its_number_where_it_has_one(number, called):
    told = {"subtype": "value_conflict", "explanation": "Văn bản này ghi 12 lớp, văn bản bao-cao.docx ghi 21 lớp."}
    elsewhere = [{"document": "bao-cao.docx", "document_id": 1, "number": number}]

    line = line_of(Finding(kind=Finding.CHECK, value=told, elsewhere=elsewhere))

    assert line == f"Văn bản này ghi 12 lớp, văn bản {called} ghi 21 lớp."
