"""What a page of a law collection says of a paper in labels above it (nhãn của trang văn bản): `Số hiệu | 12/2020/NQ-HĐND |`."""

from hopluc.reading.document import Document, Span
from hopluc.reading.mentions.dates import date_at
from hopluc.reading.patterns import Pattern

_NAMES = {"số": "number", "ngày ban hành": "date", "loại": "doc_type", "cơ quan": "issuer", "nơi": "issuer"}
_LABEL = Pattern(
    r"(?<!\w)(?P<label>Số(?: hiệu(?: văn bản)?|\s?/\s?[Kk]ý hiệu)|Ngày ban hành|Loại (?:văn bản|VB)|Cơ quan ban hành|Nơi ban hành)(?:[ \t]*[:|][ \t:|]*|[ \t]+)"
    r"(?P<value>[^|\n]{2,120}?)"
    r"(?=[ \t]*(?:[|\n]|$|(?:Loại (?:văn bản|VB)|Ngày|Người ký|Cơ quan|Nơi|Số công báo|Tình trạng|Lĩnh vực|Hiệu lực|Trích yếu)\s))"
)
LABELS = (
    "Số hiệu",
    "Ngày ban hành",
    "Loại văn bản",
    "Cơ quan ban hành",
    "Nơi ban hành",
    "Người ký",
    "Trạng thái",
    "Tình trạng",
    "Lĩnh vực",
)
"""How lines begin that a page of a collection puts above a paper."""
_CUE = ("Số hiệu", "Ngày ban hành", "Loại văn bản", "ký hiệu", "Ký hiệu")
_NUMBER = Pattern(r"\d[\w.]*\s?[/-]\s?[\w./&+-]*[^\W\d_][\w./&+-]*$")
_UNKNOWN = Pattern(r"Đang cập nhật|Đã biết|Không", 2)
_TOP = 1_500


def labelled(document: Document, types: Pattern) -> dict[str, tuple[str, Span]]:
    """The number, date (ISO), kind and issuer that labels at the top tell, each with where it stands; `types` knows the kinds."""
    return dict(_read(document, types)) if any(document.plain.find(cue, 0, _TOP) >= 0 for cue in _CUE) else {}


def _read(document: Document, types: Pattern) -> list[tuple[str, tuple[str, Span]]]:
    told = list[tuple[str, tuple[str, Span]]]()
    for found in _LABEL.finditer(document.plain, 0, _TOP):
        name = next(name for word, name in _NAMES.items() if found["label"].lower().startswith(word))
        span, value = Span(*found.span("value")), found["value"].strip(" .,;")
        if name == "date":
            day = date_at(document.plain, span.start)
            value = day[1].iso if day else ""
        elif name == "doc_type":
            kind = types.match(value)
            value = kind[1].lower() if kind else ""
        elif name == "number":
            value = document.quote(span).strip(" .,;") if _NUMBER.match(value) else ""
        elif _UNKNOWN.match(value) or not value[:1].isupper():
            value = ""
        if value and name not in dict(told):
            told.append((name, (value, span)))
    return told
