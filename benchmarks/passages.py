"""Short passages with one contradiction each, beside the same passage without it, and traps that hold none.

A passage begins with `== number | families | genre`; `[[wrong|right]]` marks what is told wrongly. Even numbers are for development, odd
ones held out. Run: python -m benchmarks.passages
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from evaluation.score import FAMILY

from hopluc.reading import Record, read
from hopluc.reading.document import Document

FILE = Path(__file__).resolve().parents[1] / "evaluation" / "passages.txt"
_SLOT = re.compile(r"\[\[([^\]|]*)\|([^\]]*)\]\]")
_SPLIT = ("even", "odd")


def passages() -> Iterator[tuple[int, list[str], str]]:
    """Number, families of the contradiction (`trap` where there is none) and text of each passage."""
    for block in re.split(r"^== ", FILE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, text = block.partition("\n")
        number, families, _genre = head.split(" | ")
        yield int(number), families.split(","), text.strip("\n") + "\n"


def told(text: str) -> list[Record]:
    """The contradictions read in a text, without those of its shape."""
    records = [record for record in read(Document("passage", text)).records if record.kind == "inconsistency"]
    return [record for record in records if not record.value.ok and FAMILY.get(record.value.subtype) != "shape"]


def is_found(families: list[str], text: str) -> bool:
    """Whether a contradiction of the family is told that rests on the line of the marked words."""
    slot = _SLOT.search(text)
    wrong = _SLOT.sub(r"\1", text)
    at = slot.start() if slot else 0
    low, high = wrong.rfind("\n", 0, at) + 1, wrong.find("\n", at)
    near = [record for record in told(wrong) if any(span.start <= high and span.end >= low for span in record.evidence)]
    return any(FAMILY.get(record.value.subtype) in families for record in near)


def main() -> None:
    counts: dict[str, Counter[str]] = {split: Counter() for split in _SPLIT}
    for number, families, text in passages():
        known = counts[_SPLIT[number % 2]]
        trap = families == ["trap"]
        known["clean"] += 1
        known["alarmed"] += bool(told(_SLOT.sub(r"\2", text)))
        known["wrong"] += not trap
        known["found"] += not trap and is_found(families, text)
    for split, known in counts.items():
        print(
            f"{split}: {known['found']} of {known['wrong']} found, {known['alarmed']} of {known['clean']} clean passages alarmed"
        )


if __name__ == "__main__":
    main()
