"""Bodies as the letterhead writes them: where the text reads a name short, the letterhead's line tells how far it goes."""

from itertools import pairwise

from hopluc.reading.naming.letterhead_lines import HEAD, IN_LETTERHEADS
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.place_names import View

_LONG_ENOUGH = 15


def as_in_letterhead(view: View, names: list[Name]) -> list[Name]:
    """`names`, with those lengthened that stop short of how the letterhead writes the same body: `Viện Nghiên cứu Thủy sản nội địa`."""
    heads = [
        name
        for name in names[:_FIRST]
        if name.start <= HEAD
        and view.plain.startswith((*IN_LETTERHEADS, *_OFFICES), name.start)
        and name.end - name.start > _LONG_ENOUGH
    ]
    if not heads:
        return names
    following = [other.start for _, other in pairwise(names)]
    return [_lengthened(view, name, heads, limit) for name, limit in zip(names, [*following, len(view.plain)], strict=True)]


def _lengthened(view: View, name: Name, heads: list[Name], limit: int) -> Name:
    for head in heads:
        words = view.lower[head.start : head.end]
        end = name.start + len(words)
        if (
            name.end < end <= limit
            and name.anchor.grammar in ("mở", "tên", "đơn vị")
            and name.inner is None
            and view.lower.startswith(words, name.start)
            and not view.lower[end : end + 1].isalnum()
        ):
            return name._replace(end=end, stem=end, anchor=head.anchor)
    return name


_OFFICES = ("TỔNG CỤC ", "CỤC ", "VỤ ", "CHI CỤC ")
_FIRST = 6  # names in a letterhead
