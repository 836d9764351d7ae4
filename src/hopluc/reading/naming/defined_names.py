"""Names a document defines for itself: `Hội đồng Khoa học tỉnh (sau đây gọi là Hội đồng)`, and `Hội đồng` from there on."""

from collections.abc import Iterator, Sequence

from hopluc.reading.document import Span
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.place_names import View
from hopluc.reading.patterns import Pattern

Mention = tuple[Span, str, str | None]

_DEFINED = Pattern(
    r" ?\((?P<said>(?:(?:sau|dưới) đây )?(?:được )?(?:viết|gọi)(?: chung)?(?: tắt)?(?: là)?:? )?[\"“']?"
    rf"(?P<term>[{CAPITAL}]\w*(?: \w+){{0,4}})[\"”']?\)"
)
_NO_TERM = Pattern(r"(?:Bên|BÊN|Đơn vị|Cơ quan|Địa phương|Chương trình|Đề án|Dự án|Kế hoạch|Nhà nước)(?!\w)")
_SEVERAL_BEFORE = Pattern(r"(?<!\w)(?:các|những|mỗi|từng|mọi|nhiều|hai|một số|Các|Những) $")
_GOES_ON = Pattern(
    rf" (?:[{CAPITAL}0-9]|(?:nhân dân|quản trị|thành viên|trường|thẩm định|tuyển chọn|nghiệm thu|tư vấn|giám đốc|chỉ đạo|xét|cấp)(?!\w))"
)
_MOST = 40  # defined names of one document; a text with more is no document


def with_terms(view: View, mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions`, those written by a defined name under the full name, and the places where a bare head is one."""
    terms = _terms(view, mentions)
    if not terms:
        return list(mentions)
    plain = view.plain
    renamed = [
        (span, terms[written][1], kind)
        if (written := plain[span.start : span.end]) in terms and span.start > terms[written][0]
        else (span, official, kind)
        for span, official, kind in mentions
    ]
    taken = sorted(span for span, _, _ in mentions)
    found = [mention for term, meaning in terms.items() for mention in _standing(plain, term, meaning, taken)]
    return renamed + found


def _terms(view: View, mentions: Sequence[Mention]) -> dict[str, tuple[int, str, str | None]]:
    """Each defined name -> where the definition begins, the official name and its kind."""
    plain, terms = view.plain, dict[str, tuple[int, str, str | None]]()
    for span, official, kind in mentions:
        defined = _DEFINED.match(plain, span.end) if plain.startswith((" (", "("), span.end) else None
        if defined is None or len(terms) >= _MOST or _NO_TERM.match(defined["term"]):
            continue
        term = defined["term"]
        if term in lexicon.long_forms() or sum(letter.isupper() for letter in term.split(" ")[0]) > 1:
            continue
        begins = plain[span.start : span.end].casefold().startswith(term.casefold() + " ")
        if begins or (defined["said"] and " " in term):
            terms.setdefault(term, (span.end, official, kind))
    _add_council(plain, mentions, terms)
    return terms


def _add_council(plain: str, mentions: Sequence[Mention], terms: dict[str, tuple[int, str, str | None]]) -> None:
    """A council that is the only one a document names is its `Hội đồng`, defined or not."""
    councils = [
        (span, official, kind)
        for span, official, kind in mentions
        if plain.startswith(("Hội đồng ", "HỘI ĐỒNG "), span.start)
        and official.startswith("Hội đồng ")
        and not official.startswith(("Hội đồng nhân dân", "Hội đồng Bộ trưởng"))
    ]
    if councils and "Hội đồng" not in terms and len({official for _, official, _ in councils}) == 1:
        span, official, kind = councils[0]
        terms["Hội đồng"] = (span.end, official, kind)


def _standing(plain: str, term: str, meaning: tuple[int, str, str | None], taken: Sequence[Span]) -> Iterator[Mention]:
    """Where a defined name stands by itself after its definition."""
    begin, official, kind = meaning
    place, start = 0, plain.find(term, begin)
    while start >= 0:
        span = Span(start, start + len(term))
        while place < len(taken) and taken[place].end <= start:
            place += 1
        edges = plain[start - 1 : start] + plain[span.end : span.end + 1]
        free = not any(edge.isalnum() for edge in edges) and not (place < len(taken) and taken[place].overlaps(span))
        if free and _GOES_ON.match(plain, span.end) is None and _SEVERAL_BEFORE.search(plain, max(0, start - 9), start) is None:
            yield span, official, kind
        start = plain.find(term, span.end)
