"""Automatic numbers of a Word file: "1.", "a)", "Điều 5." that the page shows and the text does not hold."""

from dataclasses import dataclass, field

from lxml import etree

from hopluc.reading.sources.office import W, w

_LEVELS = 9
_STYLE_DEPTH = 12
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
)
_ROMAN_UNITS = ((5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    kind: str
    pattern: str


def _roman(number: int) -> str:
    said = ""
    for value, letters in (*_ROMAN, *_ROMAN_UNITS):
        said += letters * (number // value)
        number %= value
    return said


def _letters(number: int) -> str:
    """a … z, aa … zz, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _shown(number: int, kind: str) -> str:
    if not 0 < number < 4000:
        return str(number)
    if kind in {"lowerLetter", "upperLetter"}:
        return _letters(number).upper() if kind == "upperLetter" else _letters(number)
    if kind in {"lowerRoman", "upperRoman"}:
        return _roman(number).upper() if kind == "upperRoman" else _roman(number)
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _value(element: etree._Element | None, path: str) -> str | None:
    found = None if element is None else element.find(path, W)
    return None if found is None else found.get(w("val"))


def _number(value: str | None, default: int) -> int:
    return int(value) if value is not None and value.isdecimal() and len(value) < 7 else default


@dataclass
class Numbering:
    """Counts the lists of one document as its paragraphs are read in order. `styles` and `numbers` are parts of the package."""

    styles: etree._Element | None
    numbers: etree._Element | None
    _style: dict[str, etree._Element] = field(default_factory=dict)
    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for style in self.styles.iterfind("w:style", W) if self.styles is not None else ():
            self._style[style.get(w("styleId"), "")] = style
        if self.numbers is not None:
            shapes = {shape.get(w("abstractNumId"), ""): _levels(shape) for shape in self.numbers.iterfind("w:abstractNum", W)}
            for number in self.numbers.iterfind("w:num", W):
                shape = _value(number, "w:abstractNumId") or ""
                own = {
                    _number(over.get(w("ilvl")), 0): _number(_value(over, "w:startOverride"), 1)
                    for over in number.iterfind("w:lvlOverride", W)
                    if over.find("w:startOverride", W) is not None
                }
                levels = shapes.get(shape, {})
                levels = {at: _Level(own.get(at, level.start), level.kind, level.pattern) for at, level in levels.items()}
                key = number.get(w("numId"), "")
                self._lists[key] = (key if own else shape, levels)

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        """What sets the paragraph's properties: itself, its style, and the styles that one is based on."""
        chain, style = [paragraph], _value(paragraph, "w:pPr/w:pStyle")
        while style in self._style and len(chain) < _STYLE_DEPTH:
            chain.append(self._style[style])
            style = _value(self._style[style], "w:basedOn")
        return chain

    def _first(self, chain: list[etree._Element], path: str) -> str | None:
        return next((value for element in chain if (value := _value(element, path)) is not None), None)

    def heading(self, paragraph: etree._Element) -> int | None:
        """The outline level of a heading, from 1; None for body text."""
        chain = self._chain(paragraph)
        level = self._first(chain, "w:pPr/w:outlineLvl")
        if level is not None:
            return _number(level, 9) + 1 if _number(level, 9) < 9 else None
        for style in chain[1:]:
            name = (_value(style, "w:name") or "").lower()
            if name.startswith("heading ") and name[8:].isdecimal():
                return _number(name[8:], 1)
        return None

    def label(self, paragraph: etree._Element) -> str:
        """The number or bullet shown before a paragraph, and the list counted on; "" where it has none."""
        if self.numbers is None:
            return ""
        chain = self._chain(paragraph)
        key = self._first(chain, "w:pPr/w:numPr/w:numId")
        at = _number(self._first(chain, "w:pPr/w:numPr/w:ilvl"), 0)
        if key is None or key not in self._lists or at >= _LEVELS:
            return ""
        counter, levels = self._lists[key]
        if at not in levels:
            return ""
        return self._count(counter, levels, at)

    def _count(self, counter: str, levels: dict[int, _Level], at: int) -> str:
        counts = self._counts.setdefault(counter, [0] * _LEVELS)
        counts[at] = counts[at] + 1 if counts[at] else max(levels[at].start, 0)
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        level = levels[at]
        if level.kind in {"bullet", "none"}:
            return "-" if level.kind == "bullet" else ""
        said = level.pattern
        for place in range(at + 1):
            kind = levels[place].kind if place in levels else "decimal"
            said = said.replace(f"%{place + 1}", _shown(counts[place] or 1, kind))
        return said.strip()


def _levels(shape: etree._Element) -> dict[int, _Level]:
    return {
        _number(level.get(w("ilvl")), 0): _Level(
            _number(_value(level, "w:start"), 1),
            _value(level, "w:numFmt") or "decimal",
            (_value(level, "w:lvlText") or "")[:80],
        )
        for level in shape.iterfind("w:lvl", W)
    }
