"""Posts in signatures (chức vụ khi ký): `VIỆN TRƯỞNG` above a name that the text calls `Phó Viện trưởng`, or the other way."""

from collections.abc import Iterator

from hopluc.reading.checks.bodies.posts import posts_of
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, quoted
from hopluc.reading.document import Span
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern
from hopluc.vietnamese import fold

# Heads of one body; a chairman here may be a deputy of another board.
_SIGNED = Pattern(
    r"(?<=\n)[ \t]*(?P<deputy>PHÓ )?(?P<post>TỔNG GIÁM ĐỐC|GIÁM ĐỐC|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG)[ \t]*\n\s*(?:\([^()\n]{2,30}\)\s*)?(?:(?:P?GS|TS|ThS)\.? ?)*"
)
_LAST = 1_500

CASES = (
    (
        "value_conflict",
        "Đầu mối phía Viện: ông Lâm Phước Hậu, Phó Viện trưởng.\n\nĐẠI DIỆN VIỆN\n{VIỆN TRƯỞNG|PHÓ VIỆN TRƯỞNG}\nLâm Phước Hậu",
    ),
)


def check_signed_posts(case: Case) -> Iterator[Record]:
    """Signatures of the head of a body whose text gives the same name as that of its deputy, or of the deputy as head."""
    low = max(0, len(case.plain) - _LAST)
    signed = list(_SIGNED.finditer(case.plain, low)) if "TRƯỞNG\n" in case.plain[low:] or "ĐỐC\n" in case.plain[low:] else []
    for found in signed:
        person = next((fact for fact in case.found.within("person", Span(found.end(), found.end() + 40))), None)
        if person is None or person.span.start > found.end() + 2:
            continue
        name, kind, deputy = person.value.name, fold(found["post"]), found["deputy"] is not None
        told = [
            post
            for post in posts_of(case)
            if fold(post.name) == fold(name) and post.kind == kind and post.span.end < found.start()
        ]
        if told and all(post.deputy != deputy for post in told):
            span = Span(found.start(), person.span.end)
            yield fault(
                "value_conflict",
                f"{name} được ghi hai chức vụ: {quoted(case.words(told[0].span))} và {quoted(case.words(span))}.",
                [told[0].span, span],
            )
