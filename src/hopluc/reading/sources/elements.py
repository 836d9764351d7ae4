"""The elements of a web page: which are words, which are blocks, which are the page around the article."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from hopluc.reading.patterns import Pattern

_NEVER_SHOWN = frozenset(
    """script style noscript template svg math iframe object embed canvas audio video map select option optgroup button input
    textarea datalist dialog head title meta link -comment""".split()
)
_AROUND = frozenset({"nav", "footer", "aside"})
_AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"})
_ARTICLE = frozenset({"article", "main"})
_AROUND_NAMES = frozenset(
    """menu nav navbar navigation topmenu mainmenu breadcrumb breadcrumbs sidebar footer counter visitor visitors hitcounter
    thongke truycap share sharing social comment comments related tinlienquan tinkhac pagination pager tags ads banner quangcao
    login search widget copyright weblink lienket""".split()
)
_HIDDEN_STYLE = Pattern(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_PARTS = Pattern(r"[a-z]+")
BLOCKS = frozenset(
    """address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul caption legend""".split()
)
CELL_LENGTH = 20_000
"""Past this a "cell" is a column of the page's frame, not of a table."""


def children(node: LexborNode) -> Iterator[LexborNode]:
    """The nodes right under `node`, text among them, in order."""
    child = node.child
    while child is not None:
        yield child
        child = child.next


def is_left_out(node: LexborNode) -> bool:
    """Whether an element is never read: what a browser does not show as text, and what HTML itself sets apart from the article."""
    tag = node.tag
    if tag in _NEVER_SHOWN or tag in _AROUND:
        return True
    if tag == "-text":
        return False
    attributes = node.attributes
    if not attributes:
        return tag == "header" and not _opens_article(node)
    if "hidden" in attributes or attributes.get("aria-hidden") == "true" or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    if (attributes.get("role") or "") in _AROUND_ROLES:
        return True
    return tag == "header" and not _opens_article(node)


def _opens_article(header: LexborNode) -> bool:
    if header.css_first("h1") is not None:
        return True
    above = header.parent
    while above is not None:
        if above.tag in _ARTICLE:
            return True
        above = above.parent
    return False


def is_named_furniture(node: LexborNode) -> bool:
    """Whether the names a page gives an element (class, id) say menu, counter, links: read, but marked as furniture."""
    if node.tag in {"-text", "body", "html", "article", "main", "form", "a"}:
        return False
    attributes = node.attributes
    said = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else " "
    if said == " " or _AROUND_NAMES.isdisjoint(_NAME_PARTS.findall(said.lower())):
        return False
    return node.css_first("h1, article, main") is None


def is_table_of_data(node: LexborNode) -> bool:
    """Whether a table holds rows of cells; one that frames the page (tables inside, or a whole article in a cell) does not."""
    if node.tag != "table" or (node.attributes.get("role") or "") in {"presentation", "none"}:
        return False
    if len(node.css("table")) > 1:
        return False
    rows = node.css("tr")
    if len(rows) < 2 or max((len(row.css("td, th")) for row in rows), default=0) < 2:
        return False
    return all(len(cell.text()) <= CELL_LENGTH for cell in node.css("td, th"))


def events(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """("open" | "close", element), ("text", node) and ("table", table of data, whole) in the order of the page.

    Without recursion, so that no depth of nesting is too much.
    """
    stack: list[tuple[str, LexborNode]] = [("open", root)]
    while stack:
        event, node = stack.pop()
        yield event, node
        if event != "open":
            continue
        stack.append(("close", node))
        below = [(_event(child), child) for child in children(node) if not is_left_out(child)]
        stack += reversed(below)


def _event(node: LexborNode) -> str:
    if node.tag == "-text":
        return "text"
    return "table" if is_table_of_data(node) else "open"
