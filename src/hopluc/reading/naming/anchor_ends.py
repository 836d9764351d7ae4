"""Where an anchor begins and really ends: shorter where a word goes on, longer where a known name goes on in other cases."""

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import OTHER, Anchor
from hopluc.reading.patterns import Pattern


def settled(plain: str, start: int, end: int, anchors: tuple[Anchor, ...]) -> tuple[int, int, tuple[Anchor, ...]]:
    """The anchor as it is to be read: without `Thường trực` that belongs to a post, and shorter where it is cut short."""
    if plain.startswith("Thường trực ", start) and _POST_WITH_STANDING.search(plain, max(0, start - 12), start):
        start += len("Thường trực ")
        anchors = lexicon.anchors().get(plain[start:end], (0, ()))[1]
    if _is_cut(plain, start, end):
        end, anchors = shorter_at(plain, start, end)
    return start, end, anchors


_POST_WITH_STANDING = Pattern(r"(?:[Bb]í thư|[Cc]hủ tịch|[Ủủ]y viên|[Pp]hó ban) $")


def shorter_at(plain: str, start: int, end: int) -> tuple[int, tuple[Anchor, ...]]:
    """The longest shorter anchor at `start` that is not cut short; without anchors where there is none."""
    automaton, words = lexicon.anchors(), plain[start:end].split(" ")
    for count in range(len(words) - 1, 0, -1):
        text = " ".join(words[:count])
        anchors = automaton.get(text, (0, ()))[1]
        if anchors and not _is_cut(plain, start, start + len(text)):
            return start + len(text), anchors
    return end, ()


def _is_cut(plain: str, start: int, end: int) -> bool:
    """Whether the words go on to the left or right: inside a word, or inside a number such as 12/QĐ-UBND."""
    before, after = plain[max(0, start - 2) : start], plain[end : end + 2]
    if before[-1:].isalnum() or after[:1].isalnum():
        return True
    if end - start >= 8:
        return False
    return (before[-1:] in ("/", "-") and before[:1].isalnum()) or (after[:1] in ("/", "-") and after[1:].isupper())


_FURTHER = Pattern(r" (?:và|&|-) (?:[^\W\d_]+[ ,-]{1,2}){0,8}[^\W\d_]+")
_JOINTS = (" và", "&", "-", ",")
_MOST_FURTHER = 8


def fuller_at(plain: str, start: int, end: int) -> tuple[int, Anchor] | None:
    """Where a longer known name ends whose words are written in other cases, and its anchor: `Bộ Nông nghiệp và Phát triển Nông thôn`."""
    if not plain.startswith((" và ", " & ", " - "), end):
        return None
    further = _FURTHER.match(plain, end)
    reached = further.end() if further else end
    for _ in range(_MOST_FURTHER):
        whole = reached > end and not plain.endswith(_JOINTS, end, reached)
        known = lexicon.known_names().get(lexicon.sameness(plain[start:reached])) if whole else None
        if known is not None:
            return reached, known
        reached = max(plain.rfind(" ", end, reached), end)
    return None


def begins_name(plain: str, start: int, *, but_short: bool = False) -> bool:
    """Whether another organisation's name, or the head of one, begins at `start`; `but_short` leaves acronyms and English heads out."""
    automaton, end = lexicon.anchors(), start
    longest: tuple[Anchor, ...] = ()  # `Khoa học` begins no name, though `Khoa` does
    for _ in range(4):
        space = plain.find(" ", end + 1, end + 14)
        end = space if space > 0 else min(len(plain), end + 14)
        longest = automaton.get(plain[start:end].rstrip(",.;:)\n\t"), (0, longest))[1]
        if space < 0:
            break
    return any(anchor.grammar != OTHER and not (but_short and (anchor.short or _is_english(anchor))) for anchor in longest)


def _is_english(anchor: Anchor) -> bool:
    """Whether a company's name may go on with an English head: `Tập đoàn Minh An Group`; not with `Co., Ltd`, which closes it."""
    return anchor.grammar == "tiếng Anh" and anchor.name.isalpha()
