"""Documents made up by chance from a seed, in every way a Vietnamese text is stored; and what must hold of whatever is read from them."""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from random import Random

from hopluc.errors import UnreadableFile
from hopluc.reading import Document, Reading, Span, read
from hopluc.reading.encodings import TCVN3, VNI, decoded_letters
from hopluc.reading.facts import unmark
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.reading.sources import open_source
from hopluc.vietnamese import TONES, canonical, nfc

GLUE = (
    " ",
    " ",
    " ",
    "\n",
    "\n",
    "\n\n",
    ", ",
    "; ",
    ". ",
    "\t",
    "\n\t",
    " | ",
    "",
    " của ",
    " - ",
    " – ",
    "(",
    ")",
    ": ",
    "“",
    "”",
    "\n- ",
    "\nII. ",
)
ODD = (
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u2028",
    "\u0301",
    "\u0323",
    "😀",
    "Ð",
    "\x0b",
    "\x1c",
    "ﬁ",
    "１２",
    "²",
    "\u202e",
    "İ",
    "ß",
    "Å",
)
NUMBERS = (
    "024.3943.1234",
    "12.34.5678",
    "1.2.3",
    "12.345,67",
    "1,2,3",
    "0.000.1",
    "7" * 45,
    "31/6",
    "99/99/9999",
    "00",
    "1e9",
    "½",
    "٣",
    "0",
)
ZERO_WIDTH = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")
MOST_PIECES, MOST_EVIDENCE = 9, 3


@cache
def pieces() -> tuple[str, ...]:
    """The lines of every kind's own cases: all that the readers look for, and what only looks like it."""
    texts = [unmark(case)[0] for kind in MENTIONS for case in kind.cases]
    texts += [text for kind in RECORDS for text, _ in kind.cases]
    return tuple(dict.fromkeys(line for text in texts for line in nfc(text).split("\n") if line.strip()))


def words(random: Random) -> str:
    """A text: some lines of cases, whole or cut, put together by chance."""
    said = []
    for _ in range(random.randint(1, MOST_PIECES)):
        piece = random.choice(pieces())
        if random.random() < 0.4:
            start = random.randrange(len(piece))
            piece = piece[start : start + random.randint(1, 80)]
        if random.random() < 0.2:
            cut = random.randrange(len(piece) + 1)
            piece = f"{piece[:cut]}{random.choice(('', ' ', ', '))}{random.choice(NUMBERS)}{random.choice(('', ' ', ', ', ' và '))}{piece[cut:]}"
        said += [piece, random.choice(ODD if random.random() < 0.04 else GLUE)]
    return nfc("".join(said))


# The ways a text is stored.


@dataclass(frozen=True)
class Stored:
    """A file: its bytes, and the letters a reader takes them for before any encoding is undone."""

    form: str
    data: bytes
    letters: str


def _old_tones() -> dict[str, str]:
    pairs = {}
    for first, second in ("oa", "oe", "uy"):
        for tone in TONES:
            for a in (first, first.upper()):
                for b in (second, second.upper()):
                    pairs[nfc(a + tone + b)] = nfc(a + b + tone)
    return pairs


_OLD_TONES = _old_tones()


def with_old_tones(text: str) -> str:
    """The text with the tone where old spelling has it: hoà, khoẻ, uỷ. Every pair, also inside a syllable, as careless typing has it."""
    for new, old in _OLD_TONES.items():
        text = text.replace(new, old)
    return text


def _with_no_break_spaces(text: str, random: Random) -> str:
    return "".join("\u00a0" if letter == " " and random.random() < 0.5 else letter for letter in text)


def _with_zero_width(text: str, random: Random) -> str:
    return "".join(letter + random.choice(ZERO_WIDTH) if random.random() < 0.03 else letter for letter in text)


@cache
def _typed() -> dict[str, dict[str, str]]:
    """Letter to what is typed for it in an encoding before Unicode, turned round from what each typed sign says."""
    latin = [chr(code) for code in range(0xA0, 0x100)]
    known = {TCVN3: {decoded_letters(sign, TCVN3): sign for sign in latin if decoded_letters(sign, TCVN3) != sign}}
    typed = [*latin, *(base + sign for base in "aeouyôöAEOUYÔÖ" for sign in latin if sign.islower())]
    known[VNI] = {said: sign for sign in typed if len(said := decoded_letters(sign, VNI)) == 1 and said != sign}
    return known


def typed_in(text: str, encoding: str) -> str:
    """`text` as it was typed in TCVN3 or VNI, in the Latin letters that Windows shows; letters they lack stay as they are."""
    letters = _typed()[encoding]
    return "".join(letters.get(letter, letter) for letter in text)


def _legacy(text: str, encoding: str) -> bytes:
    return typed_in(text, encoding).encode("latin-1", errors="replace")


FORMS: dict[str, Callable[[str, Random], bytes]] = {
    "NFC": lambda text, _: text.encode(),
    "NFD": lambda text, _: unicodedata.normalize("NFD", text).encode(),
    "new tone placement": lambda text, _: canonical(text).encode(),
    "old tone placement": lambda text, _: with_old_tones(text).encode(),
    "no-break spaces": lambda text, random: _with_no_break_spaces(text, random).encode(),
    "zero-width signs": lambda text, random: _with_zero_width(text, random).encode(),
    "CRLF": lambda text, _: text.replace("\n", "\r\n").encode(),
    "all at once": lambda text, random: unicodedata.normalize(
        "NFD", _with_zero_width(_with_no_break_spaces(with_old_tones(text), random), random).replace("\n", "\r\n")
    ).encode(),
    "UTF-8 with its mark": lambda text, _: text.encode("utf-8-sig"),
    "UTF-16": lambda text, _: text.encode("utf-16"),
    "TCVN3": lambda text, _: _legacy(text, TCVN3),
    "VNI": lambda text, _: _legacy(text, VNI),
    "TCVN3 pasted into Unicode": lambda text, _: typed_in(text, TCVN3).encode(),
    "VNI pasted into Unicode": lambda text, _: typed_in(text, VNI).encode(),
}


def stored(seed: int, number: int) -> Stored:
    """The document of that number: each form in turn, the words by chance. Same seed and number, same bytes."""
    random = Random(f"{seed}-{number}")  # noqa: S311 - a draw to repeat, not a secret
    form = list(FORMS)[number % len(FORMS)]
    data = FORMS[form](words(random), random)
    return Stored(form, data, _letters(form, data))


def _letters(form: str, data: bytes) -> str:
    if form in (TCVN3, VNI):
        return data.decode("latin-1")
    return nfc(data.decode("utf-16" if form == "UTF-16" else "utf-8-sig"))


# What must hold.


def opened(file: Stored) -> Document | None:
    """The document in a file; None where it is refused, as one whose encoding is in doubt is."""
    try:
        return open_source(file.data, "van-ban.txt")
    except UnreadableFile:
        return None


def breaches(document: Document, letters: str | None = None) -> Iterator[str]:
    """What is wrong with a reading of the document: quotes that are not its words, spans that lead elsewhere, lines that are not JSON, or
    facts that another spacing or tone placement of the same words would not give.

    `letters` are those of the source, where they are known.
    """
    reading = read(document)
    for fact in reading.facts:
        if fact.quote != document.quote(fact.span) or not fact.quote:
            yield f"{fact.kind} {fact.span}: the quote {fact.quote!r} is not what stands there"
    for span in _spans(reading):
        if not 0 <= span.start < span.end <= len(document.text):
            yield f"{span} lies outside the text of {len(document.text)}"
        elif letters is not None and document.original(span) != _at_source(document, span, letters):
            yield f"{span}: {document.original(span)!r} is not what the source has there"
    yield from _disorder(reading)
    if not any(sign in document.text for sign in ZERO_WIDTH) and _places(read(_in_plain(document))) != _places(reading):
        yield "plain spaces, hyphens and tone placement are read otherwise than those of the text"
    try:
        "".join(json.dumps(line, ensure_ascii=False) for line in reading.lines()).encode()
    except (TypeError, ValueError) as mishap:
        yield f"a line cannot be written: {mishap}"


def _spans(reading: Reading) -> Iterator[Span]:
    yield from (fact.span for fact in reading.facts)
    for record in reading.records:
        yield from record.evidence
        yield from (span for _, span in record.parts)


def _in_plain(document: Document) -> Document:
    """The document with plain spaces and hyphens and one tone placement. Signs without width would part its words."""
    return replace(document, text=document.plain)


def _places(reading: Reading) -> list[tuple[str, Span]]:
    """What was read, and where, without its words."""
    mentions = [(fact.kind, fact.span) for fact in reading.facts]
    return mentions + [(record.kind, span) for record in reading.records for span in record.evidence]


def _at_source(document: Document, span: Span, letters: str) -> str:
    if document.origin is None:
        return letters[slice(*span)]
    start, end = (document.origin.source_offset(document.text, place) for place in span)
    return letters[start:end]


def _disorder(reading: Reading) -> Iterator[str]:
    """Facts out of order or over each other, and records without evidence or with too much."""
    last: dict[str, Span] = {}
    for before, after in pairwise(reading.facts):
        if before.span > after.span:
            yield f"{after.kind} {after.span} comes after {before.span}"
    for fact in reading.facts:
        if fact.kind in last and last[fact.kind].overlaps(fact.span):
            yield f"{fact.kind}: {last[fact.kind]} and {fact.span} overlap"
        last[fact.kind] = fact.span
    for record in reading.records:
        if not 1 <= len(record.evidence) <= MOST_EVIDENCE:
            yield f"{record.kind} rests on {len(record.evidence)} passages"
