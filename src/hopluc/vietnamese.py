"""Vietnamese text: one Unicode form, one tone placement, folding for search, and dictionary order.

Every view made here keeps the length of its input, so an offset into the view is an offset into the text;
`fold` alone may not be used for offsets unless its input is NFC, where it too keeps the length.
"""

import codecs
import re
import unicodedata

TONES = "\u0300\u0301\u0303\u0309\u0323"


def nfc(text: str) -> str:
    """`text` in Unicode NFC; the same object when it already is."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _new_style() -> dict[str, str]:
    """Old tone placement to new: oà -> òa, uỷ -> ủy, oè -> òe, in every case and tone."""
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in TONES:
            for a in (first, first.upper()):
                for b in (second, second.upper()):
                    old = unicodedata.normalize("NFC", a + b + tone)
                    pairs[old] = unicodedata.normalize("NFC", a + tone + b)
    return pairs


_NEW_STYLE = _new_style()
_OLD_PAIR = re.compile("[oOuU][" + "".join(sorted({pair[1] for pair in _NEW_STYLE})) + r"](?![\w\u0300-\u036f])")
_LOOKALIKES = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u200b": " ", "\ufeff": " ", "\u00d0": "Đ", "\u00f0": "đ"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | {"\u2018": "'", "\u2019": "'"}
)


def canonical(text: str) -> str:
    """`text` (NFC) as readers see it, of the same length: new tone placement, plain spaces and hyphens, Ð as Đ.

    >>> canonical("Uỷ ban, hoá học\\u00a0– QÐ")
    'Ủy ban, hóa học - QĐ'
    """
    for code, plain in _LOOKALIKES.items():
        text = text.replace(chr(code), plain)  # ten times as fast as translate, for these are few

    def replaced(found: re.Match[str]) -> str:
        after_q = found.start() > 0 and text[found.start() - 1] in "qQ"
        return found[0] if after_q else _NEW_STYLE.get(found[0], found[0])

    return _OLD_PAIR.sub(replaced, text)


def small(text: str) -> str:
    """`text` in small letters, of the same length: a pattern in small letters finds in it what it would find in `text` whatever the case.

    >>> small("THỎA THUẬN, Đồ Sơn")
    'thỏa thuận, đồ sơn'
    """
    # Line by line, for in small letters a text takes many times its room while they are made.
    lower = "".join(map(str.lower, text.splitlines(keepends=True)))
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _folds() -> dict[int, str]:
    table = {}
    for code in [*range(0x41, 0x250), *range(0x1E00, 0x1F00)]:
        letter = chr(code)
        bare = "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))
        bare = bare.replace("Đ", "D").replace("đ", "d").replace("Ð", "D").replace("ð", "d").casefold()
        if len(bare) == 1 and bare != letter:
            table[code] = bare
    return table


_FOLDS = _folds()
_SHAPES = {
    "a": ("", "\u0302", "\u0306"),
    "e": ("", "\u0302"),
    "i": ("",),
    "o": ("", "\u0302", "\u031b"),
    "u": ("", "\u031b"),
    "y": ("",),
}


def _common() -> str:
    """The letters and signs that almost all official texts are written in, few enough for one byte each."""
    letters = [chr(code) for code in _FOLDS if chr(code).isalpha() and code > 0x7F and _is_vietnamese(chr(code))]
    signs = "\n\t\r" + "".join(map(chr, range(0x20, 0x7F))) + "“”…•°²³×±µ€·÷§«»½äöüçñ"
    return "\0" + signs + "".join(letters)


def _is_vietnamese(letter: str) -> bool:
    parts = unicodedata.normalize("NFD", letter)
    base, marks = parts[0], parts[1:]
    shapes = [mark for mark in marks if mark not in TONES]
    toned = len(marks) - len(shapes) <= 1 and "".join(shapes) in _SHAPES.get(base.lower(), ("?",))
    return letter in "đĐ" or (toned and marks != "")


_COMMON = _common()
_CODES = codecs.charmap_build(_COMMON.ljust(256, "\ufffe"))
_FOLDED_COMMON = _COMMON.translate(_FOLDS)


def fold(text: str) -> str:
    """`text` without marks or case, đ as d: what search compares. Keeps the length of NFC text.

    >>> fold("Thỏa thuận, THOẢ THUẬN, Đồ Sơn")
    'thoa thuan, thoa thuan, do son'
    """
    text = nfc(text)
    try:
        codes, _ = codecs.charmap_encode(text, "strict", _CODES)
    except UnicodeEncodeError:  # a letter that is not common: the general way, several times as slow
        return text.translate(_FOLDS)
    return codecs.charmap_decode(codes, "strict", _FOLDED_COMMON)[0]


_ALPHABET = {
    letter: place
    for place, letter in enumerate("a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z".split(), start=1)
}
_TONE_ORDER = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def sort_key(text: str) -> tuple[tuple[tuple[int, int, str], int], ...]:
    """Key of the Vietnamese dictionary order: letters first (a ă â … d đ), then tones (ngang huyền hỏi ngã sắc nặng)."""
    key = []
    for letter in nfc(text).casefold():
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONE_ORDER[c] for c in parts if c in _TONE_ORDER), 0)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONE_ORDER))
        place = _ALPHABET.get(base)
        rank = (2, place, "") if place else (1, 0, base) if base.isdigit() else (0, 0, base)
        key.append((rank, tone))
    return tuple(key)


def person_key(name: str) -> tuple[object, ...]:
    """Key that sorts persons by given name, then by the rest, as Vietnamese lists do."""
    words = name.split()
    return (sort_key(words[-1]) if words else (), sort_key(name))


def slug(text: str) -> str:
    """`text` as part of an address: `Điện đô thị` is `dien-do-thi`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
