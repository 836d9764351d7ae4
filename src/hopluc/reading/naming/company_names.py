"""Companies by a shorter name (tên gọn của công ty): without its legal form, or by its last words."""

from collections.abc import Mapping, Sequence

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.names import Name
from hopluc.reading.patterns import Pattern

_LEGAL_FORM = Pattern(
    r" ?\b(?:TNHH|Cổ phần|cổ phần|Cổ Phần|CP|MTV|một thành viên|Một thành viên|hai thành viên trở lên|trách nhiệm hữu hạn|Trách nhiệm hữu hạn)\b"
)


def join_companies(names: Sequence[Name], whole: list[str]) -> None:
    """Give each company in `whole` the fullest name the document has for it: `Công ty Minh An`, `Công ty Cổ phần Minh An`."""
    companies = [place for place, name in enumerate(names) if name.anchor.grammar == "công ty"]
    full: dict[str, str] = {}
    for place in companies:
        bare = _bare(whole[place])
        if len(whole[place]) > len(full.get(bare, "")):
            full[bare] = whole[place]
    for place in companies:
        whole[place] = _ending_alike(full, whole[place]) or full[_bare(whole[place])]


def _bare(official: str) -> str:
    return _LEGAL_FORM.sub("", official).casefold()


def _ending_alike(full: Mapping[str, str], official: str) -> str | None:
    """The one company whose longer name ends as this short one does: `Công ty Sao Mai` and `Công ty TNHH Dược liệu Sao Mai`."""
    said = official.removeprefix("Công ty ")
    words = said.split(" ")
    if (
        said == official
        or len(words) not in (2, 3)
        or not all(word[:1].isupper() for word in words)
        or _LEGAL_FORM.search(said)
    ):
        return None
    if said.casefold() in lexicon.place_names() or said.casefold() in lexicon.domain_words():
        return None
    longer = {name for bare, name in full.items() if bare.endswith(f" {said.casefold()}") and bare.count(" ") > len(words) + 1}
    return longer.pop() if len(longer) == 1 else None
