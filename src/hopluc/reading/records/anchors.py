"""Anchors: where the words that can open a statement stand, found in one pass over the text without marks."""

from collections.abc import Iterator
from functools import cache

import ahocorasick

from hopluc.reading.document import Document

_GIVEN = ("giao", "phan cong", "chi dao", "yeu cau", "uy quyen", "dong y cho")
_LED = ("chu tri", "thuc hien", "dau moi")
_DONE = ("hoan thanh", "hoan thien", "khai truong", "dua vao")
_PROJECTS = ("nhiem vu", "de tai", "du an", "de an", "mo hinh", "cong trinh", "chuong trinh")
_DRAFTS = ("soan thao", "du thao", "dang xay dung", "dang hoan thien")
_PAPERS = (
    "thoa thuan",
    "bien ban",
    "ban ghi nho",
    "ke hoach",
    "quy che",
    "nghi quyet",
    "hop dong",
    "y dinh thu",
    "nghi dinh thu",
    "tuyen bo chung",
    "hiep dinh",
    "hop tac",
    "mou",
    "van ban hop tac",
    "van ban thoa thuan",
    "van ban ghi nho",
    "cam ket hop tac",
    "cam ket tieu thu",
    "cam ket phoi hop",
    "cam ket cung cap",
    "cam ket lien ket",
    "cam ket bao tieu",
    "cam ket ho tro",
    "giao uoc",
    "giao keo",
    "ghi nho",
    "ban cam ket",
)
HANDED = (
    "trao ban ghi nho",
    "trao bien ban",
    "trao van ban",
    "trao thoa thuan",
    "trao doi ban ghi nho",
    "trao doi van ban",
    "trao doi bien ban",
    "gia han",
    "dat thoa thuan",
    "dat duoc thoa thuan",
    "di den thoa thuan",
    "di den ky",
)
_SIDES = ("giua", "ky", "ki", "theo thoa thuan", "theo noi dung thoa thuan", "theo ban thoa thuan", "theo bien ban")
SAID = (
    *(
        "cho biet",
        "khang dinh",
        "thong tin",
        "chia se",
        "cho hay",
        "nhan manh",
        "thong nhat",
        "nhat tri",
        "quyet dinh",
        "theo do",
    ),
    "bao cao",
)
_WORDS = (*SAID, *_GIVEN, *_LED, *_DONE, *_PROJECTS, *_DRAFTS, *_PAPERS, *_SIDES, *HANDED, "thi diem", "phoi hop voi")


@cache
def _automaton() -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for word in _WORDS:
        automaton.add_word(word, word)
    automaton.make_automaton()
    return automaton


def anchors(document: Document, *words: str) -> Iterator[int]:
    """Where any of `words` (without marks, in lower case) stands as whole words, in order."""
    known = document.view(_find)
    return iter(sorted([start for word in words for start in known[word]]))


def _find(document: Document) -> dict[str, list[int]]:
    text = document.folded
    known: dict[str, list[int]] = {word: [] for word in _WORDS}
    last = len(text) - 1
    for end, word in _automaton().iter(text):
        if end < last and text[end + 1].isalnum():
            continue
        start = end + 1 - len(word)
        if start == 0 or not text[start - 1].isalnum():
            known[word].append(start)
    return known
