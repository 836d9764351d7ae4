"""The fonts of a Word file's runs, as far as they tell an encoding before Unicode: .VnTime, .VnTimeH, VNI-Times."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

from lxml import etree

from hopluc.reading.encodings import decoded_letters, encoding_of_font
from hopluc.reading.patterns import Pattern
from hopluc.reading.sources.office import W, w
from hopluc.vietnamese import nfc

_UNICODE = Pattern("[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_STYLE_DEPTH = 12


class Words(NamedTuple):
    """Words in Unicode, and as the file has them."""

    text: str
    written: str

    @classmethod
    def joined(cls, many: Iterable[Self], between: str) -> Self:
        """Several, with `between` between them."""
        known = list(many)
        return cls(between.join(words.text for words in known), between.join(words.written for words in known))

    def stripped(self) -> "Words":
        return Words(self.text.strip(), self.written.strip())


@dataclass
class Fonts:
    """Which encoding each run is typed in: by its own font, its style's, its paragraph's style's, the document's."""

    styles: etree._Element | None
    body: etree._Element

    def __post_init__(self) -> None:
        roots = [root for root in (self.styles, self.body) if root is not None]
        self.any = any(_encoding(fonts) for root in roots for fonts in root.iter(w("rFonts")))
        self._style = {}
        self._ordinary = None
        if self.any and self.styles is not None:
            self._style = {style.get(w("styleId"), ""): style for style in self.styles.iterfind("w:style", W)}
            self._ordinary = next((key for key, style in self._style.items() if _is_ordinary(style)), None)

    def of_run(self, run: etree._Element, paragraph: etree._Element) -> str | None:
        """The encoding of a run of a paragraph; None for Unicode."""
        if not self.any:
            return None
        for fonts in self._chain(run, paragraph):
            if fonts is not None and (said := _said(fonts)):
                return encoding_of_font(said)
        return None

    def _chain(self, run: etree._Element, paragraph: etree._Element) -> Iterator[etree._Element | None]:
        yield run.find("w:rPr/w:rFonts", W)
        yield from self._of_style(_value(run, "w:rPr/w:rStyle"))
        yield from self._of_style(_value(paragraph, "w:pPr/w:pStyle") or self._ordinary)
        if self.styles is not None:
            yield self.styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", W)

    def _of_style(self, key: str | None) -> Iterator[etree._Element | None]:
        for _ in range(_STYLE_DEPTH):
            if key not in self._style:
                return
            yield self._style[key].find("w:rPr/w:rFonts", W)
            key = _value(self._style[key], "w:basedOn")


def _is_ordinary(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in {"1", "true"}


def _value(element: etree._Element, path: str) -> str | None:
    found = element.find(path, W)
    return None if found is None else found.get(w("val"))


def _said(fonts: etree._Element) -> str | None:
    """The font for Latin letters; a theme's goes before a named one, and is never one of the old fonts."""
    if fonts.get(w("hAnsiTheme")) or fonts.get(w("asciiTheme")):
        return "theme"
    return fonts.get(w("hAnsi")) or fonts.get(w("ascii"))


def _encoding(fonts: etree._Element) -> str | None:
    return encoding_of_font(_said(fonts) or "")


def read_words(pieces: Iterable[tuple[str, str | None]]) -> Words:
    """The words of a paragraph from its pieces, each with its encoding.

    Where a piece in an old font holds letters that only Unicode has, the text was converted and the font left: it stays as it is.
    """
    joint: list[tuple[str, str | None]] = []
    for text, encoding in pieces:
        if joint and joint[-1][1] == encoding:
            joint[-1] = (joint[-1][0] + text, encoding)
        elif text:
            joint.append((text, encoding))
    written = nfc("".join(text for text, _ in joint))
    if not any(encoding for _, encoding in joint) or any(encoding and _UNICODE.search(nfc(text)) for text, encoding in joint):
        return Words(written, written)
    return Words(nfc("".join(decoded_letters(text, encoding) if encoding else text for text, encoding in joint)), written)
