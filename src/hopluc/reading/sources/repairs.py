"""Repairs of what a recogniser of letters takes for something else: Ð for Đ, and the letters and figures of legal numbers.

A legal number has a grammar (Decree 30/2020/NĐ-CP on clerical work, annex III): figures, perhaps a year, the abbreviation of the kind
and that of the issuer. Where a word has that shape, what does not fit is put right; nothing else of the text is touched.
"""

from hopluc.reading.patterns import Pattern

_ETH = str.maketrans({"Ð": "Đ", "ð": "đ"})
_TWICE = Pattern(r"[ĐÐ]{2}")
_NUMBER = Pattern(
    r"([\dlIOo|]{1,5})((?:/[12][\dlIOo|]{3})?)(/[A-ZĐÐ]{1,8}(?:[-–][A-ZĐÐ&]{1,12}[a-z]{0,2}){0,3})([.,;:)\]”\"]*)"
)
_FIGURES = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})
_PARTS = Pattern(r"[A-ZĐ]+[a-z]*")
_CONFUSED = {
    "QD": "QĐ",
    "OĐ": "QĐ",
    "OD": "QĐ",
    "ND": "NĐ",
    "HDND": "HĐND",
    "HĐNĐ": "HĐND",
    "HDNĐ": "HĐND",
    "UBNĐ": "UBND",
    "LBND": "UBND",
    "BKHCNN": "BKHCN",
    "BLDTBXH": "BLĐTBXH",
    "BGDDT": "BGDĐT",
    "BGĐĐT": "BGDĐT",
    "BKHDT": "BKHĐT",
    "SGDDT": "SGDĐT",
    "SKHDT": "SKHĐT",
    "LD": "LĐ",
    "TTUI": "TTLT",
    "TTLI": "TTLT",
    "TTIT": "TTLT",
    "TILT": "TTLT",
    "TTeg": "TTg",
    "TTq": "TTg",
    "TIg": "TTg",
    "ITg": "TTg",
}


def repaired(word: str) -> str:
    """The word as it must have stood on the page; the same where nothing speaks against it."""
    plain = _TWICE.sub("Đ", word).translate(_ETH)
    found = _NUMBER.fullmatch(plain)
    if found is None or not any(sign.isdigit() for sign in found[1]):
        return plain
    signs = _PARTS.sub(lambda part: _CONFUSED.get(part[0], part[0]), found[3])
    return found[1].translate(_FIGURES) + found[2].translate(_FIGURES) + signs + found[4]
