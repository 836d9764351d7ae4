"""Meaning (từ mang nghĩa): the words of a text that say what is told of, and those that say nothing of it."""

from hopluc.reading.patterns import WORD

# What says nothing of what is counted.
EMPTY = frozenset(
    "và với của cho về tại các những trong theo giữa nhằm để từ do bởi là có được đã số tổng cũng này năm tháng ngày quý trên địa bàn đến nay "
    "một gồm đạt hơn gần khoảng cùng ở vào ra mà thì đó ấy đang sẽ bị đều cả toàn bộ tất riêng còn mới hiện mức lên xuống bằng tính cộng chung "
    "nói nêu như sau trước khi qua lại rồi nhưng ông bà anh chị chúng tôi ta vừa việc đây kể nơi phần theo chỉ mục tiêu phấn đấu".split()
)
# Of whole sentences these say nothing more.
_GENERAL = frozenset(
    "và với của cho về tại các những trong theo giữa nhằm để từ do bởi là có được đã số tổng diện tích kinh phí giá trị cũng này năm tháng ngày quý "
    "giai đoạn trên địa bàn đến nay người một gồm đạt hơn gần khoảng cùng đề nghị".split()
)


def said_in(text: str) -> frozenset[str]:
    """The words of a text in small letters, without numbers and without EMPTY."""
    return frozenset(WORD.findall(text.casefold())) - EMPTY


def meaning(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, without numbers and without those for measures of any kind."""
    return frozenset(WORD.findall(text.casefold())) - _GENERAL
