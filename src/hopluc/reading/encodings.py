"""Encodings of Vietnamese before Unicode: TCVN3 (ABC, the .Vn… fonts) and VNI (the VNI-… fonts), to Unicode letters.

TCVN3 is TCVN 5712:1993 (VN3): a byte a letter, tones on small letters only; capitals are small letters in a font whose name
ends in H. VNI for Windows writes a vowel and then a sign for its marks, so that two letters become one. Both are read here as
they look when taken for Latin letters; letters of neither stay as they are.
"""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from hopluc.reading.patterns import Pattern

TCVN3, TCVN3_CAPITALS, VNI = "TCVN3", "TCVN3 H", "VNI"

_TCVN3_SMALL = (
    "àµ ả¶ ã· á¸ ạ¹ ă¨ ằ» ẳ¼ ẵ½ ắ¾ ặÆ â© ầÇ ẩÈ ẫÉ ấÊ ậË đ® èÌ ẻÎ ẽÏ éÐ ẹÑ êª ềÒ ểÓ ễÔ ếÕ ệÖ ì× ỉØ ĩÜ íÝ ịÞ "
    "òß ỏá õâ óã ọä ô« ồå ổæ ỗç ốè ộé ơ¬ ờê ởë ỡì ớí ợî ùï ủñ ũò úó ụô ư\u00ad ừõ ửö ữ÷ ứø ựù ỳú ỷû ỹü ýý ỵþ"
)
_TCVN3_CAPITAL = "Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"
_TCVN3_LETTERS = {ord(pair[1]): pair[0] for pair in f"{_TCVN3_SMALL} {_TCVN3_CAPITAL}".split()}
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_HATS = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVES = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI_ALONE = dict(zip("ñæóòíìôöîÑÆÓÒÍÌÔÖÎ", "đỉĩịíìơưỵĐỈĨỊÍÌƠƯỴ", strict=True))


def _vni_pairs() -> dict[str, str]:
    """Vowel and sign to letter; the vowel has the case, whatever that of the sign."""
    small = {
        vowel + sign: base + tone for vowel, base in zip("aeouyôö", "aeouyơư", strict=True) for sign, tone in _TONES.items()
    }
    small |= {f"{vowel}{sign}": f"{vowel}\u0302{tone}" for vowel in "aeo" for sign, tone in _HATS.items()}
    small |= {f"a{sign}": f"a\u0306{tone}" for sign, tone in _BREVES.items()}
    pairs: dict[str, str] = {}
    for written, parts in small.items():
        vowel, sign = written[0], written[1]
        letter = unicodedata.normalize("NFC", parts)
        pairs |= {vowel + sign: letter, vowel + sign.upper(): letter}
        pairs |= {vowel.upper() + sign: letter.upper(), vowel.upper() + sign.upper(): letter.upper()}
    return pairs


VNI_PAIRS: Mapping[str, str] = MappingProxyType(_vni_pairs())
_VNI_LETTERS = {**VNI_PAIRS, **_VNI_ALONE}


def _signs(*kinds: Mapping[str, str]) -> str:
    return "".join(sign + sign.upper() for kind in kinds for sign in kind)


_VNI_LETTER = Pattern(
    f"[aA][{_signs(_TONES, _HATS, _BREVES)}]|[eoEO][{_signs(_TONES, _HATS)}]|[uyôöUYÔÖ][{_signs(_TONES)}]|[{''.join(_VNI_ALONE)}]"
)
_FONT = Pattern(r"(?:(\.?Vn[A-Z].*?)(H?)|VNI[- _].*)\s*")
_SMALL_TCVN3 = "".join(pair[1] for pair in _TCVN3_SMALL.split())
_CAPITALS = Pattern(rf"(?P<word>[{_SMALL_TCVN3}]{{1,3}}[A-Z][A-Z{_SMALL_TCVN3}]*)|\n(?P<line>[^a-z\n]+)(?=\n)")
_CAPITALS_OF_A_LINE = 3


def encoding_of_font(font: str) -> str | None:
    """The encoding a font draws: TCVN3 for `.VnTime`, its capitals for `.VnTimeH`, VNI for `VNI-Times`; None for Unicode."""
    found = _FONT.fullmatch(font)
    if found is None:
        return None
    if found[1] is None:
        return VNI
    return TCVN3_CAPITALS if found[2] else TCVN3


def decoded_letters(written: str, encoding: str) -> str:
    """What `written`, typed in `encoding`, says in Unicode (NFC). TCVN3 keeps the length, VNI makes one letter of two."""
    if encoding == VNI:
        return _VNI_LETTER.sub(lambda found: _VNI_LETTERS[found[0]], written)
    letters = written.translate(_TCVN3_LETTERS)
    return letters.upper() if encoding == TCVN3_CAPITALS else letters


def decoded_text(written: str, encoding: str) -> str:
    """As `decoded_letters`, for a text without fonts: TCVN3 in words or lines whose plain letters are capitals is raised to capitals.

    A toned capital that stands alone at the head of a word ("ñy ban") cannot be told from a small letter, and stays one.
    """
    letters = decoded_letters(written, encoding)
    if encoding != TCVN3:
        return letters
    pieces, last = [], 0
    for found in _CAPITALS.finditer(f"\n{written}\n"):
        start, end = (place - 1 for place in found.span(found.lastindex or 0))
        if found["line"] is None or sum("A" <= letter <= "Z" for letter in found["line"]) >= _CAPITALS_OF_A_LINE:
            pieces += [letters[last:start], letters[start:end].upper()]
            last = end
    return "".join([*pieces, letters[last:]])


def places(text: str, written: str) -> list[int]:
    """For each letter of the decoded `text`, and for its end, the place in `written` where it begins."""
    if len(text) == len(written):
        return list(range(len(text) + 1))
    found, at = [], 0
    for letter in text:
        found.append(at)
        at += 2 if VNI_PAIRS.get(written[at : at + 2]) == letter else 1
    return [*found, len(written)]
