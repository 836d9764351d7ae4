"""Known short forms that a document gives to another name: `Viện Nghiên cứu Khoa học và Công nghệ Hàn Quốc (KIST)`."""

from collections.abc import Sequence
from itertools import pairwise

from hopluc.reading.names import Name
from hopluc.reading.place_names import View


def join_defined(view: View, names: Sequence[Name], whole: list[str]) -> None:
    """Give a short form that stands in brackets after a name that name in `whole`, there and wherever it stands."""
    defined: dict[str, str] = {}
    for place, (name, after) in enumerate(pairwise(names)):
        beside = after.start - name.end <= 2 and view.plain[name.end : after.start].strip() == "("
        if beside and whole[place] != whole[place + 1] and _may_define(name, after):
            defined.setdefault(view.plain[after.start : after.end], whole[place])
    for place, name in enumerate(names if defined else ()):
        whole[place] = defined.get(view.plain[name.start : name.end], whole[place])


def _may_define(name: Name, short: Name) -> bool:
    """Whether `short`, in brackets after `name`, is its short form and not its parent's, as in `Viện Vật lý (VAST)`."""
    if not short.anchor.short or name.anchor.short:
        return False
    if short.anchor.kind == "quốc tế":
        return name.anchor.grammar in ("mở", "nước", "đơn vị") or name.anchor.kind == "quốc tế"
    return (
        name.anchor.grammar == "tên" and name.anchor.kind == short.anchor.kind and name.anchor.kind in ("hội", "doanh nghiệp")
    )
