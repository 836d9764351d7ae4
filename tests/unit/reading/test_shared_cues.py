"""Cues of all readers: one pass finds what each reader would find by itself, and a gate changes nothing that is read."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from hopluc.reading import Document, cues, read
from hopluc.reading.audit import audit
from hopluc.reading.checks import cues as of_checks
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.wholes import parts_beyond
from hopluc.reading.facts import unmark
from hopluc.reading.kinds import MENTIONS, RECORDS
from hopluc.reading.patterns import Pattern, matches_at, places_of

# A total without any of its words is no total: there the words are no gate but the matter itself.
TOLD_BY_WORDS = ("hopluc.reading.checks.wholes.totals",)


@cache
def told() -> tuple[str, ...]:
    """The cases of every kind as documents: each kind's by themselves, one a paragraph."""
    mentions = ["\n\n".join(unmark(case)[0] for case in kind.cases) for kind in MENTIONS]
    return (*mentions, *("\n\n".join(text for text, _ in kind.cases) for kind in RECORDS))


def said(text: str) -> list[object]:
    reading = read(Document("1.txt", text))
    return [*reading.facts, *reading.records]


def test_one_pass_finds_every_word_where_it_stands() -> None:
    audit([read(Document("1.txt", "Hôm nay."))])  # so that the words of the checks are known
    document = Document("1.txt", "\n".join(told()))

    wrong = [word for word in cues._KNOWN if cues.places(document, (word,)) != places_of((word,), document.plain)]

    assert len(cues._KNOWN) > 200
    assert wrong == []


def test_a_word_made_known_after_the_pass_is_found_too() -> None:
    document = Document("1.txt", "Một con vạc ngủ, hai con vạc bay.")
    assert cues.places(document, cues.cues("con vạc ngủ")) == [4]

    assert cues.places(document, cues.cues("con vạc bay")) == [21]
    assert cues.places(document, ("con vạc bay", "con vạc ngủ")) == [4, 21]


def test_matches_at_cues_are_what_a_search_for_the_words_gives() -> None:
    document = Document("1.txt", "Vòng một: đội A gặp đội B; vòng hai: đội C.")
    words, pattern = cues.cues("đội ", "vòng "), Pattern(r"(?:đội|vòng) \w+")

    for end in (None, 25):
        found = [match.span() for match in cues.cued(document, words, pattern, end)]
        assert found == [match.span() for match in matches_at(words, pattern, document.plain, end)]
    assert [match[0] for match in cues.cued(document, words, pattern, 25)] == ["đội A", "đội B"]


def test_a_stretch_holds_a_word_only_as_a_whole() -> None:
    document, words = Document("1.txt", "Sẽ bàn giao. Đã nghiệm thu."), cues.cues("bàn giao", "nghiệm thu")

    assert [cues.stands(document, words, start, end) for start, end in ((0, 11), (0, 10), (4, 11), (11, 16), (11, 27))] == [
        True, False, False, False, True,
    ]  # fmt: skip


def gates() -> Iterator[tuple[object, str, Callable[..., object]]]:
    """Every name in the readers by which a gate is asked, with one that is always open."""
    opened = {
        id(cues.stands): lambda *_: True,
        id(of_checks.cued_blocks): lambda case, _: frozenset(block.body.start for block in case.layout.blocks),
    }
    for name, module in list(sys.modules.items()):
        if name.startswith("hopluc.reading.") and name not in TOLD_BY_WORDS:
            yield from (
                (module, known, opened[id(value)]) for known, value in list(vars(module).items()) if id(value) in opened
            )


def test_with_every_gate_open_the_same_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    gated = [said(text) for text in told()]
    asked = list(gates())

    for module, name, always in asked:
        monkeypatch.setattr(module, name, always)

    assert len(asked) > 5
    assert [said(text) for text in told()] == gated


def test_a_gate_with_the_wrong_words_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    gated = [said(text) for text in told()]

    for module, name, _ in gates():
        monkeypatch.setattr(module, name, closed)

    assert [said(text) for text in told()] != gated


def closed(first: object, *_: object) -> frozenset[int] | bool:
    """A gate that nothing passes."""
    return frozenset() if isinstance(first, Case) else False


def test_blocks_passed_over_for_their_numbers_hold_no_total(monkeypatch: pytest.MonkeyPatch) -> None:
    gated = [said(text) for text in told()]

    monkeypatch.setattr(Case, "free_in", lambda *_: len(gated) + 1)
    opened = [said(text) for text in told()]
    monkeypatch.setattr(Case, "free_in", lambda *_: 0)

    assert opened == gated
    assert [said(text) for text in told()] != gated


def test_what_a_pattern_is_tried_for_stands_in_every_match_of_it() -> None:
    texts = [
        *(text for _, case in parts_beyond.CASES for text in both(case)),
        "Xã có 300 hộ, số hộ trồng chè là 320 hộ.",
        "Tỉnh cấp 500 triệu đồng, đã quyết toán 620 triệu đồng.",
    ]

    found = [
        (held, pattern, match[0])
        for held, pattern in parts_beyond._PATTERNS
        for text in texts
        for match in pattern.finditer(text)
    ]

    assert [(held, words) for held, _, words in found if held not in words] == []
    assert {pattern for _, pattern, _ in found} == {pattern for _, pattern in parts_beyond._PATTERNS}


def both(case: str) -> tuple[str, str]:
    """A case of a check with its fault and without."""
    return tuple(re.sub(r"\{([^{}|]*)\|([^{}|]*)\}", rf"\{way}", case) for way in (1, 2))  # type: ignore[return-value]
