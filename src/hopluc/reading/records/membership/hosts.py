"""Whose post it is that is told by itself (chức vụ không kèm tên cơ quan): `Viện X do Phó Viện trưởng Lê An dẫn đầu`."""

from hopluc.reading.document import Span
from hopluc.reading.facts import Fact, Found
from hopluc.reading.naming import lexicon
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import canonical

_HEADS = {  # the last words of a post -> how the names begin of the bodies that have it
    "viện trưởng": ("Viện ", "Học viện "),
    "viện phó": ("Viện ", "Học viện "),
    "hiệu trưởng": ("Trường ", "Đại học ", "Học viện ", "Nhạc viện "),
    "hiệu phó": ("Trường ", "Đại học ", "Học viện ", "Nhạc viện "),
    "tổng cục trưởng": ("Tổng cục ",),
    "chi cục trưởng": ("Chi cục ",),
    "cục trưởng": ("Cục ",),
    "vụ trưởng": ("Vụ ",),
    "bộ trưởng": ("Bộ ", "Ủy ban Dân tộc"),
    "thứ trưởng": ("Bộ ", "Ủy ban Dân tộc"),
    "tổng biên tập": ("Báo ", "Tạp chí ", "Nhà xuất bản "),
}
_ABROAD = {"đại sứ": ("Đại sứ quán",), "đại biện": ("Đại sứ quán",), "tổng lãnh sự": ("Tổng lãnh sự quán", "Tổng Lãnh sự quán")}
# Posts no body is told for.
_OF_PLACES = Pattern(r"(?i:(?:nguyên |phó )*(?:thị trưởng|thống đốc|tỉnh trưởng|chủ tịch nước|tổng bí thư))")
_PREMIER = Pattern(r"(?:^|, )(?:(?:Quyền|Nguyên|nguyên) )?(?:Phó )?Thủ tướng(?: (?:Thường|thường) trực)?$")
_OFFICE = Pattern(r"Chánh (Văn phòng [^,;]+)$")
_FIELD = Pattern(r"(?:[Bb]ộ|[Tt]hứ) trưởng (?!Bộ\b)(.+)$")
_REACH = 4_000


def ministry_of(position: str) -> str | None:
    """The body that a minister's or prime minister's post tells by itself; None for any other post: `Bộ trưởng Khoa học và Công nghệ`."""
    if _PREMIER.search(position):
        return "Chính phủ"
    office = _OFFICE.search(position)
    if office is not None:  # of its own, such as the Party's and the National Assembly's
        own = lexicon.known_as(office[1])
        return own.name if own is not None and own.grammar == "tên" else None
    field = _FIELD.search(position)
    known = lexicon.known_as(f"Bộ {field[1]}") if field else None
    return known.name if known is not None else None


def host_of(text: str, found: Found, position: str, sentence: Span, person: Span) -> str | None:
    """The body named before a person whose post names none: of its kind where the post tells it, else the last of the sentence."""
    if _OF_PLACES.match(position):
        return None
    kind = next((names for post, names in _HEADS.items() if position.casefold().endswith(post)), None)
    kind = next((names for post, names in _ABROAD.items() if position.casefold().startswith(post)), kind)
    before = _named(found, Span(sentence.start, person.start))
    if kind is None:
        others = [_post_behind(text, other) for other in found.within("person", Span(sentence.start, person.start))]
        before = [fact for fact in before if not any(post is not None and post.contains(fact.span) for post in others)]
        whole = [fact for fact in before if not _is_parent(fact, before)]
        return str((whole or before)[-1].value.canonical) if before else None
    for span in (None, Span(max(0, person.start - _REACH), sentence.start)):
        names = [str(fact.value.canonical) for fact in (before if span is None else _named(found, span))]
        ours = [name for name in names if name.startswith(kind)]
        ours = [name for name in ours if not any(unit.endswith(f", {name}") for unit in ours)]
        if ours:
            return ours[-1]
    return None


def _post_behind(text: str, person: Fact) -> Span | None:
    """Where the post of a person stands behind the name; None where it does not: a body in it is that person's."""
    written = canonical(person.value.position or "")
    begin = text.find(written, person.span.end, person.span.end + len(written) + 20) if written else -1
    return Span(begin, begin + len(written)) if begin >= 0 else None


def _named(found: Found, span: Span) -> list[Fact]:
    return [fact for fact in found.within("organisation", span) if fact.value.canonical]


def _is_parent(fact: Fact, others: list[Fact]) -> bool:
    """Whether a body is told right after another whose parent it is: `Viện Chiến lược (Bộ Khoa học và Công nghệ)`."""
    return any(
        0 < fact.span.start - other.span.end <= 3 and str(other.value.canonical).endswith(f", {fact.value.canonical}")
        for other in others
    )
