"""Which bodies hold units (đơn vị và cơ quan cấp trên): what may be whose, and the parents a document gives once for all."""

from collections.abc import Sequence

from hopluc.reading.naming.lexicon import CAPITAL
from hopluc.reading.naming.names import Name
from hopluc.reading.patterns import Pattern


def with_known_parents(names: Sequence[Name], whole: Sequence[str], resolved: list[str]) -> list[str]:
    """A unit named without its parent or place carries the one that the document gives it elsewhere, where it is but one."""
    fuller: dict[str, set[str]] = {}
    for name, bare, full in zip(names, whole, resolved, strict=True):
        if name.anchor.grammar in ("mở", "đơn vị") or name.anchor.kind == "viện":
            if full != bare:
                fuller.setdefault(bare.casefold(), set()).add(full)
            elif (placed := _PLACED.search(full)) is not None:
                fuller.setdefault(full[: placed.start()].casefold(), set()).add(full)
    for place, (name, bare) in enumerate(zip(names, whole, strict=True)):
        known = fuller.get(bare.casefold(), ())
        if (
            resolved[place] == bare
            and len(known) == 1
            and (name.anchor.grammar in ("mở", "đơn vị") or name.anchor.kind == "viện")
        ):
            resolved[place] = next(iter(known))
    return resolved


def heads_list(plain: str, end: int, line: int) -> bool:
    """Whether every line from the heading that ends at `end` to the one at `line` is an item of its list."""
    between = plain[max(end, line - 2000) : line].split("\n")[1:-1]
    return line - end < 2000 and all(item.lstrip()[:1] in ("-", "+", "•", "*") for item in between if item.strip())


def may_hold(unit: Name, other: Name) -> bool:
    """Whether `other`, right after `unit`, can be its parent and not the next of a list: a chi cục is no part of a centre."""
    if other.inner is not None:
        return False
    small = unit.anchor.name in SMALLEST
    if unit.anchor.name in ("Khoa", "Bộ môn") and other.anchor.name.startswith("Viện"):
        return False
    if other.anchor.name in _BESIDE or other.anchor.kind in ("đơn vị tỉnh", "đơn vị sở", "hội", "quỹ"):
        return False
    if other.anchor.grammar == "đơn vị":
        return other.anchor.name in (_HOLD_SMALL if small else ("Cục", "Tổng cục", "Sở"))
    return small or other.anchor.grammar != "mở" or not other.anchor.name.startswith(("Trung tâm", "Quỹ", "Hội", "Câu lạc bộ"))


SMALLEST = ("Phòng", "Khoa", "Bộ môn", "Chi bộ")
_BESIDE = ("Trạm", "Hạt Kiểm lâm", "Hội", "Chi hội", "Công ty", "Ban", "Tổ hợp tác", "Hợp tác xã")
SISTERS = ("Vụ ", "Cục ", "Tổng cục ", "Văn phòng ", "Thanh tra ")  # units of one rank, which a list names side by side
_HOLD_SMALL = ("Chi cục", "Cục", "Tổng cục", "Văn phòng", "Ban", "Vụ", "Thanh tra")
_PLACED = Pattern(rf" (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường) [{CAPITAL}][^,]{{2,30}}$")
