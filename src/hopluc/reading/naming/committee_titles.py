"""Committees of a programme by its title (tên ban chỉ đạo): `Ban Chỉ đạo Chương trình` of a province's paper in full."""

from collections.abc import Sequence

from hopluc.reading.naming import lexicon
from hopluc.reading.naming.names import Name
from hopluc.reading.naming.place_names import SaidPlace, View, full_place
from hopluc.reading.patterns import Pattern

_HEADS = ("Ban Chỉ đạo", "Ban Điều hành", "Ban Điều phối")
_BARE = tuple(f"{head} chương trình{what}".casefold() for head in _HEADS for what in ("", " hợp tác", " phối hợp"))
_TITLE = Pattern(
    r"(?i:chương trình) (?P<topic>(?i:phối hợp|hợp tác|đẩy mạnh|phát triển|hỗ trợ|ứng dụng)[^.,;:()\n“”\"]{10,160}?)"
    r"(?= (?i:gồm|bao gồm|do|họp|đã|sẽ|giữa|giai đoạn|năm \d|đến năm|được|của) |[.,;:(\n]|$)"
)
_HEAD = 3000  # characters at the beginning in which a document names its programme
_FEWEST_WORDS = 7  # `Ban Điều phối Chương trình hợp tác` says too little to be placed
_NATIONAL = ("trung ương", "nhà nước", "quốc gia", "liên ngành", "chính phủ")


def with_titles(view: View, names: Sequence[Name], whole: list[str], own: SaidPlace | None) -> None:
    """Write out the committees in `whole` that say no more than `Chương trình`, and the place of those a province's paper sets up.

    `own` is the province that issues the document; None where it is no province's.
    """
    committees = [
        place for place, name in enumerate(names) if name.anchor.grammar == "ban chỉ đạo" and whole[place].startswith(_HEADS)
    ]
    if not committees:
        return
    title = _TITLE.search(view.plain, 0, _HEAD) if any(whole[place].casefold() in _BARE for place in committees) else None
    topic = " ".join(title["topic"].split()) if title is not None else ""
    for place in committees:
        said = whole[place].casefold().partition("chương trình")[2].strip()
        if topic.casefold().startswith(said) and topic and whole[place].casefold() in _BARE:
            head = whole[place][: whole[place].casefold().index("chương trình")]
            whole[place] = f"{head}Chương trình {topic.lower() if topic.isupper() else topic}"
        if own is not None and _may_be_placed(whole[place]):
            whole[place] = f"{whole[place]} {full_place(own)}"


def _may_be_placed(committee: str) -> bool:
    """Whether a committee says its topic, no place and no level above the province."""
    lower = committee.casefold()
    if committee.count(" ") < _FEWEST_WORDS or " tỉnh " in lower or " thành phố " in lower:
        return False
    return not any(word in lower for word in _NATIONAL) and not lower.endswith(tuple(lexicon.province_names()))
