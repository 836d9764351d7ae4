"""Texts that say nearly the same: told by the words they share, the rare ones first."""

from hypothesis import given
from hypothesis import strategies as some

from hopluc.web.register.resembling import resembling

ASKED = "Đề nghị đầu tư phòng thí nghiệm vi mạch dùng chung"


def test_what_shares_the_telling_words_comes_first_with_its_phrases():
    others = {
        1: "Hỗ trợ xây dựng phòng thí nghiệm vi mạch dùng chung cho vùng",
        2: "Đầu tư phòng thí nghiệm kiểm nghiệm thực phẩm",
        3: "Sớm ban hành tiêu chuẩn bã thạch cao",
    }

    found = resembling(ASKED, others, floor=0.1)

    assert [one.key for one in found] == [1, 2]
    assert found[0].phrases == ("phòng thí nghiệm vi mạch dùng chung",)


def test_the_words_every_petition_holds_tell_nothing():
    assert resembling("Đề nghị Ủy ban nhân dân tỉnh quan tâm", {1: "Đề nghị Ủy ban nhân dân thành phố xem xét"}) == []


def test_marks_and_case_do_not_matter():
    (found,) = resembling(ASKED, {1: ASKED.upper()})

    assert (found.percent, found.key) == (100, 1)


@given(some.text(max_size=80), some.dictionaries(some.integers(1, 9), some.text(max_size=80), max_size=5))
def test_a_share_is_between_none_and_all(text, others):
    assert all(0 < one.share <= 1.0000001 for one in resembling(text, others, floor=0.0001))
