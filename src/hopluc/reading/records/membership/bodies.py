"""Which delegation, committee or council a part is in (đoàn, ban, hội đồng): by what is told before the person, or with the part."""

import re

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Found
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.membership.roles import BODY, REST_OF_BODY

LOOK_BACK = 700
_SHORT_NAME = 3
_HEADS = ("trưởng ", "phó ")
# A team told with the part, by what it is for: `Tổ trưởng Tổ an sinh xã hội`.
_TEAM = Pattern(r"\s((?:Tổ|Nhóm|Tiểu ban) (?:[^\W\d_]+(?: |(?=[,.;:()\n]|$)|, (?=[a-zđ]))){2,12})")
_SHORT_FORM = Pattern(r" \([^()]{2,40}\)$")
_OF_THE_SAME = Pattern(
    r"(?:trưởng|phó) (?:(?:tiểu )?ban|đoàn)$|(?:trưởng|phó) ban |^(?:tổ|đoàn) (?:trưởng|phó)|(?:thành|ủy) viên", re.IGNORECASE
)


class BodiesTold:
    """The delegations and committees a document tells of."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document, self.found, self.text = document, found, document.plain

    def led(self, start: int, sentence: Span, role: re.Match[str]) -> str | None:
        """The delegation or committee meant: named in full before `do đồng chí …`, else together with the role."""
        after = BODY.match(self.text, role.end(1) + 1, sentence.end)
        team = _TEAM.match(self.text, role.end(1), sentence.end) if after is None else None
        if (
            team is not None
            and team[1][0].casefold() == role[1].split(" ")[role[1].casefold().startswith(_HEADS)][0].casefold()
        ):
            return " ".join(team[1].split())
        named = " ".join(after[0].split()) if after else self.fullest(sentence.start, start)
        if named:
            short = len(named.split()) <= _SHORT_NAME  # `Mỗi Hội đồng do bà … làm Chủ tịch Hội đồng`: of those told of before
            before = self.fullest(max(0, sentence.start - LOOK_BACK), sentence.start) if short else None
            return before if before and _is_of_kind(before, named) else named
        rest = REST_OF_BODY.match(self.text, role.end(1), sentence.end) if role[1].lower().endswith("ban") else None
        if rest is None and role.re.groups == 2 and len((role[2] or "").split()) > _SHORT_NAME:
            return " ".join(self.document.text[role.start(2) : role.end(2)].split())
        if rest is None:
            seat = _OF_THE_SAME.search(role[1])  # `Phó Trưởng ban`: of the committee told of just before
            return self.fullest(max(0, sentence.start - LOOK_BACK), sentence.start) if seat else None
        body = "Ban " + " ".join(self.document.text[rest.start(1) : rest.end(1)].split())
        return (self.fullest(max(0, sentence.start - LOOK_BACK), sentence.start) or body) if len(body.split()) <= 3 else body

    def fullest(self, start: int, end: int) -> str | None:
        """The longest name of a committee in a stretch of the text."""
        bodies = list(BODY.finditer(self.text, start, end))
        if not bodies:
            return None
        fullest = max(bodies, key=lambda body: body.end() - body.start())
        known = self.found.first("organisation", Span(fullest.start(), end))
        whole = (
            known.span if known is not None and known.span.start == fullest.start() and " " in known.quote else fullest.span()
        )
        name = _SHORT_FORM.sub("", " ".join(self.document.text[slice(*whole)].split()))
        return "B" + name[1:] if name.startswith("ban ") else name


def _is_of_kind(body: str, named: str) -> bool:
    """Whether two names of committees begin with one word: a `Hội đồng` is no `Ban`."""
    return body.split(" ", maxsplit=1)[0].casefold() == named.split(" ", maxsplit=1)[0].casefold()
