"""Sums and quantities where their cases do not reach: context, furniture, other facts' digits, odd input."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.mentions.money import Money, find_money
from hopluc.reading.mentions.nouns import head_at, lexicon
from hopluc.reading.mentions.organisations import Organisation
from hopluc.reading.mentions.quantities import Quantity, find_quantities
from hopluc.vietnamese import nfc


def quantities(text: str, *others: Fact, furniture: tuple[Span, ...] = ()) -> list[tuple[str, Quantity]]:
    document = Document("van-ban.txt", nfc(text), furniture=furniture)
    return [(fact.quote, fact.value) for fact in find_quantities(document, Found(others))]


def sums(text: str, furniture: tuple[Span, ...] = ()) -> list[tuple[str, Money]]:
    return [(fact.quote, fact.value) for fact in find_money(Document("van-ban.txt", nfc(text), furniture=furniture), Found())]


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Có gần 50 doanh nghiệp.", "gần"),
        ("Có hơn 50 doanh nghiệp.", "hơn"),
        ("Có ít nhất 50 doanh nghiệp.", "ít nhất"),
        ("Hỗ trợ không quá 50 doanh nghiệp.", "không quá"),
        ("Có 50 doanh nghiệp trở lên.", "trở lên"),
        ("Hỗ trợ đến 50 doanh nghiệp.", None),
        ("Có 50 doanh nghiệp.", None),
    ],
)
def test_hedge_stays_outside_as_qualifier(text: str, qualifier: str | None) -> None:
    assert quantities(text) == [("50 doanh nghiệp", Quantity("doanh nghiệp", Decimal(50), qualifier=qualifier))]


def test_hedge_of_a_sum_stays_outside_as_qualifier() -> None:
    assert sums("Doanh thu đạt trên 520 tỷ USD.") == [("520 tỷ USD", Money(520_000_000_000, "USD", qualifier="trên"))]


def test_duration_is_marked() -> None:
    assert quantities("Trong 3 năm qua") == [("3 năm", Quantity("năm", Decimal(3), duration=True))]


def test_billion_without_currency_is_money_only_in_a_sentence_about_money() -> None:
    assert sums("Tổng kinh phí là 12 tỷ.") == [("12 tỷ", Money(12_000_000_000, "VND"))]
    assert sums("Thế giới có hơn 8 tỷ.") == []
    assert sums("Kinh phí hỗ trợ cho 8 tỷ người.") == []


def test_falling_sums_are_two_facts() -> None:
    assert sums("Giảm chi phí từ 15 tỷ đồng - 10 tỷ đồng") == [
        ("15 tỷ đồng", Money(15_000_000_000, "VND")),
        ("10 tỷ đồng", Money(10_000_000_000, "VND")),
    ]


def test_unfinished_unit_of_a_currency_is_an_interval() -> None:
    (fact,) = find_money(Document("a.txt", "Phí 10,50 USD."), Found())

    assert (fact.value, fact.certain) == (Money(None, "USD", min=10, max=11), False)


def test_page_furniture_is_left_alone() -> None:
    text = "Số lượt truy cập: 355925\nGiá bán 5 triệu đồng.\nCó 5 đề tài."
    menu = (Span(0, 47),)

    assert quantities(text, furniture=menu) == [("5 đề tài", Quantity("đề tài", Decimal(5)))]
    assert sums(text, furniture=menu) == []
    assert [quote for quote, _ in quantities(text)][::2] == ["355925", "5 đề tài"]
    assert [quote for quote, _ in sums(text)] == ["5 triệu đồng"]


def test_digits_of_an_organisation_are_left_alone() -> None:
    text = "Công ty Cơ khí 30 xã viên góp vốn cùng 30 xã viên."
    firm = Fact("organisation", Span(0, 17), "Công ty Cơ khí 30", Organisation(None))

    assert [quote for quote, _ in quantities(text, firm)] == ["30 xã"]


def test_guessed_noun_is_not_certain() -> None:
    document = Document("a.txt", "Mua 12 nơm để tuần tra 5 bệnh viện.")

    assert [(fact.quote, fact.certain) for fact in find_quantities(document, Found())] == [
        ("12 nơm", False),
        ("5 bệnh viện", True),
    ]


def test_second_number_of_a_falling_pair_counts_alone() -> None:
    assert [quote for quote, _ in quantities("Cả đợt có 12 - 5 đề tài")] == ["5 đề tài"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Kim ngạch xuất khẩu đạt 525 triệu USD, tăng 16,98% so với cùng kỳ.", "kim ngạch xuất khẩu"),
        ("Tổng sản phẩm trên địa bàn (GRDP) quý I tăng 8,01%.", "tổng sản phẩm"),
        ("Chỉ số giá tiêu dùng tăng 0,55% so với tháng trước.", "chỉ số giá tiêu dùng"),
        ("Thu ngân sách đạt 59,9% so với dự toán.", "dự toán"),
        ("Đã giải ngân 75% kế hoạch.", "kế hoạch"),
        ("Giảm 5%.", None),
    ],
)
def test_share_is_of_the_noun_after_it_or_of_the_subject(text: str, unit: str | None) -> None:
    assert [value.unit for _, value in quantities(text)[-1:]] == [unit]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chỉ số trích dẫn bằng 9,2.", [("9,2", "chỉ số trích dẫn")]),
        ("Số đề tài nghiệm thu là 12.", [("12", "đề tài")]),
        ("Ký hiệu thủ tục: 2.002711.H38", []),
        ("Có 12 hộ. Mục tiêu: 1) tăng thu nhập", [("12 hộ", "hộ")]),
        ("Đề tài loại A: 15; loại B: 22; không đạt: 3.", [("15", "đề tài"), ("22", "đề tài"), ("3", "đề tài")]),
        ("Số người tham dự: 1.200", [("1.200", "người")]),
        ("Năm thành lập: 1998", []),
        ("Các thành viên (07), kế hoạch (12)", [("07", "thành viên")]),
    ],
)
def test_number_away_from_its_noun_takes_it_from_the_context(text: str, found: list[tuple[str, str]]) -> None:
    assert [(quote, value.unit) for quote, value in quantities(text)] == found


def test_classifier_takes_its_noun_and_joined_heads() -> None:
    text = "bộ thiết bị, máy móc và dụng cụ đo"
    head = head_at(text, 0)

    assert head is not None
    assert text[: head.end] == "bộ thiết bị, máy móc và dụng cụ"


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("quận, huyện, phường/xã trên địa bàn", "quận, huyện, phường/xã"),
        ("nhiệm vụ, bình quân mỗi năm", "nhiệm vụ"),
        ("doanh nghiệp, tổ chức 5 hội thảo", "doanh nghiệp"),
        ("doanh nghiệp, tổ chức và cá nhân", "doanh nghiệp, tổ chức và cá nhân"),
        ("người/lớp", "người"),
        ("cây/m2", "cây/m2"),
        ("lượt hồ sơ", "lượt hồ sơ"),
        ("tấn/năm", "tấn/năm"),
        ("chiếc nơm", "chiếc nơm"),
        ("bác sỹ giỏi", "bác sỹ"),
    ],
)
def test_head_ends_with_what_is_joined_to_it(text: str, head: str) -> None:
    found = head_at(text, 0)

    assert found is not None
    assert text[: found.end] == head


def test_lexicon_is_in_lower_case_and_longest_first() -> None:
    for first, heads in lexicon().items():
        assert [word for word, _ in heads if not word.startswith(first) or word != word.lower()] == []
        assert [len(a) >= len(b) for (a, _), (b, _) in pairwise(heads)].count(False) == 0


@given(st.text(alphabet="0123456789 .,/-%:()đồngtỷriệudựán\n\tăN"))
def test_any_text_is_read_without_overlap_and_quoted_truly(text: str) -> None:
    document = Document("a.txt", nfc(text))
    money = list(find_money(document, Found()))
    counted = list(find_quantities(document, Found(money)))

    for facts in (money, counted):
        spans = [fact.span for fact in facts]
        assert [b.start >= a.end for a, b in pairwise(spans)].count(False) == 0
        assert [fact.quote for fact in facts] == [document.quote(span) for span in spans]


@given(st.integers(1, 10**9), st.sampled_from(["đề tài", "hộ gia đình", "m3/ngày", "MW", "ngày làm việc", "lượt khách"]))
def test_grouped_number_with_its_noun_is_read_back(number: int, unit: str) -> None:
    text = f"Hiện có {number:,} {unit}.".replace(",", ".")

    ((_, value),) = quantities(text)

    assert (value.number, value.unit) == (Decimal(number), unit)
