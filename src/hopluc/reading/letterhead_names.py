"""Bodies as the letterhead writes them: where the text reads a name short, the letterhead's line tells how far it goes."""

from itertools import pairwise

from hopluc.reading.letterhead_lines import HEAD, IN_LETTERHEADS
from hopluc.reading.names import Name
from hopluc.reading.place_names import View

_LONG_ENOUGH = 15


def as_in_letterhead(view: View, names: list[Name]) -> list[Name]:
    """`names`, with those lengthened that stop short of how the letterhead writes the same body: `Viện Nghiên cứu Thủy sản nội địa`."""
    heads = [
        view.lower[name.start : name.end]
        for name in names[:_FIRST]
        if name.start <= HEAD and view.plain.startswith(IN_LETTERHEADS, name.start) and name.end - name.start > _LONG_ENOUGH
    ]
    if not heads:
        return names
    following = [other.start for _, other in pairwise(names)]
    return [_lengthened(view, name, heads, limit) for name, limit in zip(names, [*following, len(view.plain)], strict=True)]


def _lengthened(view: View, name: Name, heads: list[str], limit: int) -> Name:
    for head in heads:
        end = name.start + len(head)
        if (
            name.end < end <= limit
            and name.anchor.grammar == "mở"
            and name.inner is None
            and view.lower.startswith(head, name.start)
            and not view.lower[end : end + 1].isalnum()
        ):
            return name._replace(end=end, stem=end)
    return name


_FIRST = 6  # names in a letterhead
