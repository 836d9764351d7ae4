"""The text as it flows (bỏ ngắt dòng giữa câu): of the same length, a space for each line break inside a sentence."""

from hopluc.reading.document import Document
from hopluc.reading.lexicon import CAPITAL, SMALL
from hopluc.reading.patterns import Pattern

_WRAPPED = Pattern(rf"\n(?=[{SMALL}])")
_OPENS = r"(?:Ngày [0-9]|(?:Sáng|Chiều|Tối|Tại|Trong|Theo|Sau|Đồng|Các|Căn|Điều|Để|Với|Từ|Nhằm|Trên|Qua|Khi|Đây|Hội nghị|Về)\b)"  # a sentence
_LINE = Pattern(rf"\n(?<=[{SMALL}]\n)(?=[{CAPITAL}])(?!{_OPENS})")


def flowing(document: Document) -> str:
    """`plain` with a space for each break inside a sentence; asked for as a view of the document, so that it is made once."""
    return unbroken(document.plain)


def unbroken(plain: str) -> str:
    """A text of the same length, with a space for each break before a small letter.

    A break before a capital counts only in a text that is wrapped throughout: where many lines go on in lower case.
    """
    joined, wrapped = _WRAPPED.subn(" ", plain)
    return _LINE.sub(" ", joined) if wrapped > 4 and 4 * wrapped > plain.count("\n") else joined
