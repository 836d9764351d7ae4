"""Old encodings: how many syllables of Unicode texts come back that were typed in TCVN3 and VNI, in fonts and without; and that Unicode stays.

The sources of the samples and the even evaluation documents are typed anew: as Word files whose runs are in .VnTime, .VnTimeH (capitals)
or VNI-Times, and as text without fonts, as it is pasted. Without fonts TCVN3 does not tell a toned capital from a small letter.

Run: python -m benchmarks.legacy
"""

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import docx

from hopluc.reading.encodings import TCVN3, VNI, VNI_PAIRS, decoded_letters
from hopluc.reading.sources import Sandbox, open_source
from hopluc.vietnamese import nfc

HOUSE = Path(__file__).resolve().parents[1]
_LATIN = [chr(code) for code in range(0xA1, 0x100)] + ["\u00ad"]
_TCVN3 = {decoded_letters(letter, TCVN3): letter for letter in _LATIN if decoded_letters(letter, TCVN3) != letter}
_VNI = {decoded_letters(letter, VNI): letter for letter in _LATIN if decoded_letters(letter, VNI) != letter}
_VNI |= {letter: pair for pair, letter in VNI_PAIRS.items() if pair[0].isupper() == pair[1].isupper()}


def texts() -> list[str]:
    samples = sorted((HOUSE / "samples").rglob("*.txt"))
    even = [path for path in sorted((HOUSE / "evaluation" / "texts").glob("*.txt")) if int(path.stem) % 2 == 0]
    return [unicodedata.normalize("NFC", path.read_text(encoding="utf-8")) for path in (*samples, *even)]


def runs_in_tcvn3(line: str) -> Iterator[tuple[str, str]]:
    """The line as runs (letters typed, font): capitals with marks need the H font, in which small letters look like capitals."""
    for letter in line:
        if letter in _TCVN3:
            yield _TCVN3[letter], ".VnTime"
        elif letter.lower() in _TCVN3:
            yield _TCVN3[letter.lower()], ".VnTimeH"
        else:
            yield letter, ".VnTime" if ord(letter) < 0x80 else "Times New Roman"


def typed(text: str, encoding: str) -> str:
    """The text as it is pasted without fonts."""
    if encoding == TCVN3:
        return "".join(letters for letter in text for letters, _ in runs_in_tcvn3(letter))
    return "".join(_VNI.get(letter, letter) for letter in text)


def word_file(text: str, encoding: str) -> bytes:
    document, file = docx.Document(), io.BytesIO()
    for line in text.splitlines():
        paragraph = document.add_paragraph()
        runs = runs_in_tcvn3(line) if encoding == TCVN3 else ((typed(letter, VNI), "VNI-Times") for letter in line)
        together: list[list[str]] = []
        for letters, font in runs:
            if together and together[-1][1] == font:
                together[-1][0] += letters
            else:
                together.append([letters, font])
        for letters, font in together:
            paragraph.add_run(letters).font.name = font
    document.save(file)
    return file.getvalue()


def right(said: str, read: str) -> tuple[int, int]:
    """How many syllables of what was said are read in their place, and how many there are."""
    wanted, known = said.split(), read.split()
    return sum(a == b for a, b in zip(wanted, known, strict=False)), len(wanted)


def show(name: str, counted: list[tuple[int, int]]) -> None:
    print(f"{name}: {sum(good for good, _ in counted) / sum(total for _, total in counted):.4f} -")


def main() -> None:
    known = texts()
    print(f"{len(known)} texts, {sum(len(text.split()) for text in known)} syllables")
    with Sandbox() as sandbox:
        for encoding in (TCVN3, VNI):
            name = encoding.lower()
            read = [open_source(word_file(text, encoding), "a.docx", sandbox).text for text in known]
            show(f"{name}_fonts_syllables", [right(text, said) for text, said in zip(known, read, strict=True)])
            read = [open_source(typed(text, encoding).encode(), "a.txt", sandbox).text for text in known]
            show(f"{name}_pasted_syllables", [right(text, said) for text, said in zip(known, read, strict=True)])
            small = [right(text.lower(), said.lower()) for text, said in zip(known, read, strict=True)]
            show(f"{name}_pasted_syllables_but_case", small)
    same = sum(open_source(text.encode(), "a.txt").text == nfc(text) for text in known)
    print(f"unicode_untouched: {same / len(known):.4f} -")


if __name__ == "__main__":
    main()
