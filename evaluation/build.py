"""Texts and gold facts from the marked sources: `python -m evaluation.build`.

A source has three parts, divided by lines of `===`: names (`as written = canonical`), the text with marks, and the
records. A mark is `{k words}` or `{k words|value}`; marks may nest. k is d (date), p (period), m (money), q (quantity),
o (organisation), n (person) or l (legal reference). The value may be left out where it can be read off the words as they
stand (`16/5/2013`, `2016-2020`, `1,5 tỷ đồng`, `12 đề tài`); the annotator checks what was read off in the gold file.

A record is one line: a letter, the evidence as quoted words (`first words…last words`, `#2` for the second place they
stand, ` + ` between pieces) and fields divided by ` | `. What a field leaves out is taken from the mention inside the evidence.
"""

import json
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DECOMPOSED = ("116",)  # texts stored with decomposed letters, as some scanners and phones write them
KINDS = {
    "d": "date", "p": "period", "m": "money", "q": "quantity", "o": "organisation", "n": "person", "l": "legal_reference",
}  # fmt: skip
RECORDS = {
    "T": "task", "O": "observation", "G": "target", "P": "petition", "M": "membership", "E": "event", "A": "agreement",
    "I": "inconsistency", "K": "inconsistency",
}  # fmt: skip
HEADINGS = {"T": "title", "O": "subject", "G": "text", "P": "text", "E": "name", "A": "title"}
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr.": 10**6, "tỷ": 10**9, "tỉ": 10**9}
CURRENCIES = {
    "đồng": "VND",
    "đ": "VND",
    "VND": "VND",
    "VNĐ": "VND",
    "USD": "USD",
    "Euro": "EUR",
    "EUR": "EUR",
    "yên": "JPY",
    "won": "KRW",
    "SEK": "SEK",
}
ACTS = (
    "thông tư liên tịch", "thông tư liên bộ", "nghị quyết liên tịch", "nghị quyết", "nghị định thư", "nghị định", "quyết định", "thông tư",
    "bộ luật", "chỉ thị", "công văn", "kế hoạch", "chương trình hành động", "chương trình", "báo cáo", "thông báo", "tờ trình", "kết luận", "luật", "pháp lệnh", "đề án",
    "văn bản", "hướng dẫn", "giấy mời", "công điện", "quy định", "hiến pháp", "bản ghi nhớ", "biên bản ghi nhớ",
)  # fmt: skip
NUMBER = r"\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"


@dataclass
class Mention:
    """A marked span of the text and its value."""

    kind: str
    start: int
    end: int
    words: str
    value: dict[str, Any]


@dataclass
class Marked:
    """A text freed of its marks, the mentions the marks gave, and the names in force."""

    names: dict[str, str]
    text: str = ""
    mentions: list[Mention] = field(default_factory=list)


def number(words: str) -> int | float:
    """A Vietnamese numeral: dots group thousands, the comma is decimal."""
    plain = words.replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def read_names(lines: str) -> dict[str, str]:
    """Canonical names by the names as written."""
    pairs = (line.split("=", 1) for line in lines.splitlines() if "=" in line)
    return {written.strip(): canonical.strip() for written, canonical in pairs}


def date_of(words: str) -> str:
    """ISO form of a date as it stands: `16/5/2013`, `tháng 01 năm 2016`, `20-12`."""
    parts = [p.zfill(2) for p in re.findall(r"\d+", words)]
    if re.match(r"tháng", words, re.IGNORECASE):
        return "-".join(reversed(parts))
    if len(parts) == 2:
        return f"--{parts[1]}-{parts[0]}"
    return "-".join(reversed(parts))


def money_of(words: str) -> dict[str, Any]:
    """Amount or ends, and currency, of `1,5 tỷ đồng`."""
    found = re.match(rf"({NUMBER})(?: ?(?:-|–|đến) ?({NUMBER}))?\s*(nghìn tỷ|nghìn|ngàn|triệu|tr\.|tỷ|tỉ)?\s*(\S+)", words)
    if not found:
        raise ValueError(f"no money: {words!r}")
    scale = 10**12 if found[3] == "nghìn tỷ" else SCALES.get(found[3] or "", 1)
    ends = [round(number(n) * scale) for n in found.groups()[:2] if n]
    shape = {"min": ends[0], "max": ends[1]} if len(ends) == 2 else {"amount": ends[0]}
    return {**shape, "currency": CURRENCIES[found[4]]}


def quantity_of(words: str) -> dict[str, Any]:
    """Number, ends or ratio, and unit, of `12 đề tài`."""
    found = re.match(rf"({NUMBER})(?:\s?(/|-|–|đến)\s?({NUMBER}))?\s*(%)?\s*(triệu|tỷ|nghìn)?\s*(.*)", words, re.DOTALL)
    if not found:
        raise ValueError(f"no quantity: {words!r}")
    scale = SCALES.get(found[5] or "", 1)
    first, second = number(found[1]) * scale, number(found[3]) * scale if found[3] else None
    first = round(first) if scale > 1 else first
    shape = {"number": first}
    if second is not None:
        shape = {"numerator": first, "denominator": second} if found[2] == "/" else {"min": first, "max": second}
    return {**shape, "unit": " ".join(found[6].split()) or None, "percent": bool(found[4])}


def act_of(words: str, inner: list[Mention]) -> dict[str, Any]:
    """Type, number, date and issuer of an act as it is cited."""
    words = " ".join(words.split())
    kind = max((a for a in ACTS if words.lower().startswith(a)), key=len)
    numbered = re.search(r"\bsố:?\s*(\d\S*)", words)
    issuer = re.search(r"\scủa (.+)$", words)
    date = next((m.value["date"] for m in inner if m.kind == "date"), None)
    return {
        "doc_type": kind,
        "number": numbered[1].rstrip(",") if numbered else None,
        "date": date,
        "issuer": issuer[1] if issuer else None,
    }


def value_of(marked: Marked, kind: str, words: str, stated: str | None, inner: list[Mention]) -> dict[str, Any]:
    """The value of a mark: what is stated after the bar, else what the words say as they stand."""
    main, *extra = (stated or "").split(";")
    more: dict[str, Any] = {k: v or True for k, _, v in (e.strip().partition("=") for e in extra)}
    if kind == "date":
        value: dict[str, Any] = {"date": main or date_of(words)}
    elif kind == "period":
        ends = main.split("..") if main else re.findall(r"\d{4}", words)
        value = {"from": ends[0], "to": ends[1]}
    elif kind == "money":
        value = money_of(main or words)
    elif kind == "quantity":
        counted = bool(main) and not main[0].isdigit()
        value = {**quantity_of(words), "unit": main} if counted else quantity_of(main or words)
    elif kind == "organisation":
        name = main or " ".join(words.split())
        value = {"canonical": marked.names.get(name, name)}
    elif kind == "person":
        value = {"name": " ".join(words.split()), "position": main or None}
    else:
        said = {k: v or None for k, _, v in (part.partition("=") for part in main.split("&") if part)}
        value = act_of(words, inner) | {{"n": "number", "i": "issuer", "d": "date"}[k]: v for k, v in said.items()}
    return value | {k: None if v == "-" else v for k, v in more.items()}


def unmark(source: str, names: dict[str, str]) -> Marked:
    """The text of a marked source and its mentions, with offsets in the text."""
    marked = Marked(names)
    opened: list[tuple[str, int, int]] = []
    place, parts, length = 0, [], 0
    bar: list[int | None] = []
    for found in re.finditer(r"\{([dpmqonl]) |\}|\|", source):
        sign = found[0]
        if sign == "|" and (not opened or bar[-1] is not None):
            continue
        if not opened or bar[-1] is None:
            parts.append(source[place : found.start()])
            length += found.start() - place
        place = found.end()
        if sign[0] == "{":
            opened.append((found[1], length, len(marked.mentions)))
            bar.append(None)
        elif sign == "|":
            bar[-1] = found.end()
        else:
            short, start, before = opened.pop()
            at = bar.pop()
            words = "".join(parts)[start:]
            stated = source[at : found.start()] if at is not None else None
            kind = KINDS[short]
            inner = marked.mentions[before:]
            value = value_of(marked, kind, words, stated, inner)
            marked.mentions.append(Mention(kind, start, length, words, value))
    marked.text = "".join(parts) + source[place:]
    marked.mentions.sort(key=lambda m: (m.start, -m.end))
    if opened:
        raise ValueError(f"a mark is not closed: {opened}")
    return marked


def place_of(text: str, quoted: str) -> tuple[int, int]:
    """Where the quoted words stand: `first…last` from the first words to the next place of the last ones."""
    words, _, turn = quoted.partition("#")
    first, _, last = words.partition("…")
    first, last = first.replace("\\n", "\n").replace("\\t", "\t"), last.replace("\\n", "\n").replace("\\t", "\t")
    places = [m.start() for m in re.finditer(re.escape(first), text)]
    if not places or (len(places) > 1 and not turn):
        raise ValueError(f"{len(places)} places: {first!r}")
    start = places[int(turn or 1) - 1]
    if not last:
        return start, start + len(first)
    end = text.find(last, start + len(first))
    if end < 0:
        raise ValueError(f"not after it: {last!r}")
    return start, end + len(last)


def numbers_within(marked: Marked, start: int, end: int, turn: int) -> dict[str, Any]:
    inside = [m for m in marked.mentions if m.kind in ("quantity", "money") and start <= m.start and m.end <= end]
    value = inside[turn - 1].value
    unit = value.get("unit") or value.get("currency")
    if value.get("percent"):
        unit = "%"
    return {"number": value.get("amount", value.get("number"))} | {
        k: value[k] for k in ("min", "max", "numerator", "denominator") if k in value
    } | {"unit": unit}  # fmt: skip


def record_of(marked: Marked, line: str) -> dict[str, Any]:
    """The record a line of the third part states."""
    letter, rest = line[0], line[2:].strip()
    said, *stated = rest.split(" | ")
    fields = {k.strip(): v.strip() for k, _, v in (s.partition("=") for s in stated)}
    evidence = [place_of(marked.text, q.strip()) for q in said.split(" + ")]
    record: dict[str, Any] = {"type": "record", "kind": RECORDS[letter]}
    start, end = evidence[0]
    if letter in HEADINGS:
        record[HEADINGS[letter]] = fields.pop(HEADINGS[letter], " ".join(marked.text[start:end].split()))
    if letter in "OG" and "none" not in fields:
        record |= numbers_within(marked, start, end, int(fields.pop("q", 1)))
    if letter == "M":
        person = next(m for m in marked.mentions if m.kind == "person" and start <= m.start and m.end <= end)
        record |= {"person": person.value["name"], "position": person.value["position"]}
    if letter == "K":
        record |= {"subtype": "sum_ok", "ok": True}
    fields.pop("none", None)
    for key, text in fields.items():
        if key == "period" and ".." in text:
            first, last = text.split("..")
            record[key] = {"from": first, "to": last}
        elif key in ("parties", "contents", "focal_points"):
            record[key] = [marked.names.get(p.strip(), p.strip()) for p in text.split(";")]
        else:
            record[{"why": "explanation", "sub": "subtype"}.get(key, key)] = marked.names.get(text, text)
    return {k: v for k, v in record.items() if v is not None} | {"evidence": [list(e) for e in evidence]}


def build(name: str, shared: dict[str, str]) -> tuple[str, list[dict[str, Any]]]:
    """The text of a source and the lines of its gold file."""
    source = unicodedata.normalize("NFC", (HERE / "sources" / f"{name}.txt").read_text(encoding="utf-8"))
    names, body, records = re.split(r"^===.*\n", source, flags=re.MULTILINE)
    marked = unmark(body, shared | read_names(names))
    facts: list[dict[str, Any]] = [
        {"type": "mention", "kind": m.kind, "start": m.start, "end": m.end, "text": m.words, "value": m.value}
        for m in marked.mentions
    ]
    facts += [record_of(marked, line) for line in records.splitlines() if line.strip()]
    return marked.text, facts


def main() -> None:
    shared = read_names((HERE / "sources" / "names.txt").read_text(encoding="utf-8"))
    for path in sorted((HERE / "sources").glob("[0-9]*.txt")):
        text, facts = build(path.stem, shared)
        stored = unicodedata.normalize("NFD", text) if path.stem in DECOMPOSED else text
        (HERE / "texts" / path.name).write_text(stored, encoding="utf-8")
        lines = (json.dumps(fact, ensure_ascii=False) + "\n" for fact in facts)
        (HERE / "gold" / f"{path.stem}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
