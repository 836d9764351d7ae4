"""Known short forms that a document gives to another name: `Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc (KIST)`."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from hopluc.reading.naming.names import Name
from hopluc.reading.naming.place_names import View


def join_defined(view: View, names: Sequence[Name], whole: list[str]) -> None:
    """Give a short form that stands in brackets after a name that name in `whole`, there and wherever it stands."""
    defined: dict[str, str] = {}
    for place, (name, after) in enumerate(pairwise(names)):
        beside = after.start - name.end <= 2 and view.plain[name.end : after.start].strip() == "("
        if beside and whole[place] != whole[place + 1] and _may_define(name, after):
            defined.setdefault(view.plain[after.start : after.end], whole[place])
    for place, name in enumerate(names if defined else ()):
        whole[place] = defined.get(view.plain[name.start : name.end], whole[place])


def join_bracketed(view: View, names: Sequence[Name], whole: list[str], given: Mapping[str, str]) -> None:
    """Give a name that shortens the one before its bracket, or stands in the document's own table, the full name in `whole`.

    `Trung tâm Thông tin KH&CN (Trung tâm TTKHCN)`: from there on and before, `Trung tâm TTKHCN` is that centre.
    """
    full: dict[str, str] = {}
    by_words = {view.plain[name.start : name.end].casefold(): whole[place] for place, name in enumerate(names)} if given else {}
    for short, meaning in given.items():
        if " " in short and meaning.casefold() in by_words:
            full[short] = by_words[meaning.casefold()]
    for place, (name, after) in enumerate(pairwise(names)):
        if (
            after.start - name.end > 2
            or view.plain[name.end : after.start].strip() != "("
            or view.plain[after.end : after.end + 1] != ")"
        ):
            continue
        short = view.plain[after.start : after.end]
        if not after.anchor.short and _shortens(short, whole[place]):
            full.setdefault(short, whole[place])
    for place, name in enumerate(names if full else ()):
        whole[place] = full.get(view.plain[name.start : name.end], whole[place])


def _shortens(short: str, long: str) -> bool:
    """Whether `short` has the first word of `long` and then its initials or some of its words: `Viện CNMT`, `Liên hiệp Hội`."""
    head, *rest = short.split(" ")
    first, *words = long.partition(",")[0].split(" ")
    if not rest or head.casefold() != first.casefold() or len(short) >= len(long):
        return False
    lower = [word.casefold() for word in words]
    initials = "".join(word[0].upper() for word in words if word != "và")
    letters = ""
    for word in rest:
        if word.casefold() in lower:
            continue
        capitals = "".join(letter for letter in word if letter.isalpha())
        if not capitals.isupper():
            return False
        letters += capitals
    return _in_order(letters, initials)


def _in_order(letters: str, initials: str) -> bool:
    """Whether all `letters` stand among `initials` in their order."""
    left = iter(initials)
    return all(letter in left for letter in letters)


def _may_define(name: Name, short: Name) -> bool:
    """Whether `short`, in brackets after `name`, is its short form and not its parent's, as in `Viện Vật lý (VAST)`."""
    if not short.anchor.short or name.anchor.short:
        return False
    if short.anchor.kind == "quốc tế":
        return name.anchor.grammar in ("mở", "nước", "đơn vị") or name.anchor.kind == "quốc tế"
    return (
        name.anchor.grammar == "tên" and name.anchor.kind == short.anchor.kind and name.anchor.kind in ("hội", "doanh nghiệp")
    )
