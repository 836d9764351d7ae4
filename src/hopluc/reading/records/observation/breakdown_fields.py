"""The fields of a breakdown (phần của một tổng): by which words a figure says what part of the whole it is."""

from hopluc.reading.document import Document, Span
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.figures import Figure, squeezed

_LABEL = Pattern(
    r"(?:^|:\s|\d (?:[^\W\d]+ ?){1,3},\s|\d (?:[^\W\d]+ ){1,3}và\s)(?:[Tt]rong (?:số )?đó,?\s*)?(?P<label>[^:;()\d]{2,80}?)(?:\s*:|\s(?:là|đạt))\s*(?:có\s|gần\s|trên\s|khoảng\s|hơn\s)?$"
)
_BELONGS = Pattern(
    r"(?:, [^\W\d]+(?: [^\W\d]+)?)?[^.;:,()\d\n]{0,40}?\s(?:(?:thuộc|trong|về|ở) (?:các )?(?:lĩnh vực|ngành|nhóm ngành|khối ngành|nhóm)|lĩnh vực)\s(?:về\s)?(?P<field>[^,.;:()\d\n]{3,60})"
)
_CHANGED = Pattern(r"\b(?:do|so với|so|tăng|giảm|nhờ)\s")  # `tăng 0,04% do tăng ở các nhóm …`: why, not of which
# `lĩnh vực cơ khí, tự động hóa (11 giải pháp)`: the field before the brackets.
_HEADED = Pattern(r"(?:^|[:;,.]\s)(?:và )?(?:các )?(?:lĩnh vực|nhóm ngành|nhóm|ngành)\s(?P<field>[^:;()\d\n]{3,80}?) ?\($")
_REACH = 120
_JOINT = Pattern(r"\s(?:và|hoặc|có)\s*$")
_WHERE = Pattern(r"\s*(?:thuộc|là)\s+(?P<field>[^,.;:()\d\n]{3,60})")


def field_of(document: Document, figure: Figure, clause: Span, *, inside: bool) -> str | None:
    """The part of a breakdown: a label before a colon, `thuộc lĩnh vực …`, or, inside one, the words after the unit."""
    plain = document.plain
    label = _LABEL.search(plain[clause.start : figure.span.start]) if inside else None
    if label:
        return squeezed(document.text[clause.start + label.start("label") : clause.start + label.end("label")])
    belongs = _BELONGS.match(plain, figure.span.end, clause.end)
    if belongs and not _CHANGED.search(plain, belongs.start(), belongs.start("field")):
        return squeezed(_JOINT.sub("", document.text[belongs.start("field") : belongs.end("field")]))
    if plain.endswith("(", 0, figure.span.start):
        headed = _HEADED.search(plain, max(0, figure.span.start - _REACH), figure.span.start)
        if headed:
            return squeezed(document.text[slice(*headed.span("field"))])
    after = _WHERE.match(plain, figure.span.end, clause.end) if inside else None
    return squeezed(document.text[after.start("field") : after.end("field")]) or None if after else None
