"""Agreements in a list (danh sách thỏa thuận): papers of one form named once, then each by its partner.

`Sở đã ký 3 biên bản ghi nhớ: với A (ngày …) về …; với B (ngày …) về …`, or the same in items under the colon.
"""

from collections.abc import Iterator

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.page.clauses import pieces
from hopluc.reading.page.layout import layout
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.agreement.forms import FORM, FORM_WORDS, SIGN
from hopluc.reading.records.agreement.sayings import LONGEST_EVIDENCE, Saying
from hopluc.reading.records.anchors import anchors
from hopluc.reading.records.parties import parties_after, parties_before

_OPENS = Pattern(r"[^.;:\n]{0,40}:\s*")
_WITH = Pattern(r"(?:\d{1,2}[.)]\s*)?(?:và )?[Vv]ới\s")
_BACK = 140


def listed_sayings(document: Document, found: Found) -> Iterator[Saying]:
    """What such lists say of each paper; nothing where its verb is not that of signing or a member names no body."""
    known, text = layout(document), document.plain
    for anchor in anchors(document, *FORM_WORDS):
        form = FORM.match(text, anchor)
        opens = _OPENS.match(text, form.end()) if form else None
        if form is None or opens is None or SIGN.search(text, max(0, anchor - _BACK), anchor) is None:
            continue
        sentence = known.sentence_at(anchor)
        signs = [match.start() for match in SIGN.finditer(text, max(sentence.start, anchor - _BACK), anchor)]
        own = parties_before(document, found, sentence.start, signs[-1])[-1:] if signs else ()
        for member in _members(document, Span(opens.end(), sentence.end), anchor):
            partner = _WITH.match(text, member.start, member.end)
            sides = parties_after(document, found, partner.end(), member.end)[:1] if partner else ()
            if not sides or found.first("organisation", sides[0].span) is None:
                continue
            period = found.first("period", member)
            words = " ".join(document.quote(member).split())
            yield Saying(
                evidence=Span(member.start, min(member.end, member.start + LONGEST_EVIDENCE)),
                period=period.value if period else None,
                form=form[0].lower(),
                title=f"{form[0][0].upper()}{form[0][1:]} {words[0].lower()}{words[1:]}",
                parties=(*own, *sides),
                day=found.first("date", member),
                signing=True,
                status="signed",
            )


def _members(document: Document, rest: Span, anchor: int) -> Iterator[Span]:
    """The members of the list: the parts of the sentence, or the items under it."""
    if rest.end > rest.start:
        yield from pieces(document, rest)
        return
    known = layout(document)
    for child in known.children.get(known.at(anchor), []):
        if known.blocks[child].kind == "item":
            yield known.blocks[child].body
