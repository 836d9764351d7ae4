"""Memberships (thành viên ban, tổ, hội đồng): who sits in what committee, in which role, holding which post."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from hopluc.reading.document import Document, Span
from hopluc.reading.facts import Fact, Found, Record, RecordKind, Value
from hopluc.reading.kept import kept
from hopluc.reading.page.layout import Block, Layout, layout
from hopluc.reading.page.tables import Table
from hopluc.reading.patterns import Pattern
from hopluc.reading.records.membership.bodies import LOOK_BACK, BodiesTold
from hopluc.reading.records.membership.cases import CASES
from hopluc.reading.records.membership.hosts import host_of, ministry_of
from hopluc.reading.records.membership.parts import PartsAlone, label_over, post_before_name, post_span
from hopluc.reading.records.membership.posts import Given, bare_body, ends_bare, in_board, is_seat, post_given
from hopluc.reading.records.membership.roles import BODY, GLUED_ROLE, LABEL, NEXT_TITLE, PROSE_ROLE, TAIL_ROLE
from hopluc.reading.records.membership.told_cases import TOLD_CASES


@dataclass(frozen=True, slots=True)
class Membership(Value):
    """A person in a body: `position` and `organisation` are the post held, `body` the committee, `role` the part in it."""

    person: str
    position: str | None = None
    organisation: str | None = None
    body: str | None = None
    role: str | None = None


_SET_UP = Pattern(r"thành lập|kiện toàn|thành phần|danh sách|thay thế|bổ sung|thành viên", re.IGNORECASE)
_TITLE = Pattern(
    r"(?:\b(?:đồng chí|đ/c|ông|bà|các đồng chí|(?:GS|PGS|TS|ThS|VS|TSKH|KS|BS|CN)\.?(?:\s?TS\.?|\s?VS\.?)*)[:\s]\s*)$",
    re.IGNORECASE,
)
_ACTS = Pattern(
    r"[\s,)]*(?:đã )?(?:có bài )?"
    r"(đồng chủ trì|chủ trì|báo cáo|phát biểu|kết luận|trình bày|điều hành|tham dự|dự|thừa ủy quyền|đại diện|ký|tiếp|thay mặt)\b"
)
_ATTEND = Pattern(
    r"(?:cùng\s)?(?:(?:(?:đến|tới)\s)?(?:tham\s)?dự(?! án)|tham gia|chủ trì|đồng chủ trì)(?:\s[^,:;]{0,60}?)??(?=[,:;]|(?:\s(?:này|còn|cùng))*\s(?:có|gồm)\s)",
    re.IGNORECASE,
)
_HEADED = Pattern(
    r"(?:[Tt]rưởng|[Pp]hó|[Gg]iám đốc|[Cc]hánh|[Cc]hủ nhiệm) ((?:khoa|phòng|bộ môn|trung tâm|viện|ban|chi cục|văn phòng) [^,;]+)$"
)
_BARE_COMPANY = Pattern(r" (?:Công ty|Tập đoàn)(?=[,.;:)\n])")
_HEADS_IT = Pattern(r"(?:[Gg]iám đốc|[Cc]hủ tịch|[Kk]ế toán trưởng)$")
_COMMITTEE_SEAT = Pattern(
    r"(?:Phó )?(?:Chủ tịch Hội đồng|Trưởng ban|Tổ trưởng|Trưởng đoàn|Thư ký|Ủy viên)|Thành viên", re.IGNORECASE
)
_SEAT = Pattern(r"ban|tổ|đoàn|viên|thư ký|hội đồng(?! (?:quản|thành|trường|nhân))", re.IGNORECASE)
_PAST = Pattern(r"danh (?:tướng|nhân)|nhà (?:thơ|văn)|vua\b|trạng nguyên|anh hùng", re.IGNORECASE)
_LEADER = "Hồ Chí Minh"  # in names of days, campaigns and prizes
# That employ by themselves, though their parent is told behind them.
_UNITS = ("Cục ", "Vụ ", "Viện ", "Trung tâm ", "Tổng cục ")
# Seats beside the post that names the employer.
_BESIDE = Pattern(r"Ban Thường vụ|Hội đồng (?!nhân dân)|Đảng (?:ủy|bộ|đoàn)(?! Khối)|Chi bộ|Ban cán sự")
# A seat in the Party's central bodies is held beside the post that names the employer.
_PARTY_BODIES = ("Ban Chấp hành", "Bộ Chính trị", "Ban Bí thư", "Trung ương Đảng")
_LABELLED = Pattern(r"[\s,;.-]*Chức (?:vụ|danh)\s*:\s*([^\n;]{3,120}?)(?=\s*(?:[;\n]|\.\s|\.?$))", re.MULTILINE)
# Of a list of those present.
_PRESENT = Pattern(r"\s*[-,(]\s*(?:đồng chủ trì|chủ trì|chủ tọa|vắng|có mặt)\b[^;.\n]{0,60}[;.)]*\s*$")
_LONGEST_TAIL = 320
_SIDE_ABOVE = 260


def find_memberships(document: Document, found: Found) -> Iterator[Record]:
    """Everyone a document places in a committee, team or delegation, and everyone else it names with a post, once each."""
    known = _Reader(document, found)
    seats = [seat for table in known.layout.tables for seat in known.from_table(table)]
    seats += [seat for person in found.of("person") if (seat := known.seat(person)) is not None]
    seated = {seat.value.person for seat in seats if seat.value.body and seat.value.role}
    best: dict[tuple[str, str | None], _Seat] = {}
    for seat in seats:
        if not seat.in_body and seat.value.person in seated:
            continue
        key = (seat.value.person, seat.value.body if seat.in_body else None)
        if key not in best or seat.weight > best[key].weight:
            best[key] = seat
    for seat in sorted(best.values(), key=lambda seat: seat.evidence):
        yield Record("membership", seat.value, (seat.evidence,))


class _Seat(NamedTuple):
    """A membership as one place in the text states it; `weight` says how much it says."""

    value: Membership
    evidence: Span
    weight: int

    @property
    def in_body(self) -> bool:
        return self.value.body is not None and self.value.role is not None


class _Reader:
    """One document's persons, blocks and organisations, looked up together."""

    def __init__(self, document: Document, found: Found) -> None:
        self.document, self.found = document, found
        self.text = document.plain
        self.layout: Layout = layout(document)
        self._bodies: dict[int, str | None] = {}
        self._bodies_told = BodiesTold(document, found)
        self._parts = PartsAlone(document, found, self._bodies_told)

    def seat(self, person: Fact) -> _Seat | None:
        """What the text says of a person here: a place in a list of members, or a post in prose; None where neither."""
        place = self.layout.at(person.span.start)
        if place is None or self.layout.blocks[place].kind == "cell":
            return None
        block = self.layout.blocks[place]
        before = self.text[block.body.start : person.span.start]
        if len(before) < 80 and (block.kind == "item" or LABEL.match(before)):
            listed = self._listed(person, place, block)
            if listed:
                return listed
        return self._told(person)

    # Lists of members: `1. Trưởng ban: Ông A - Phó Chủ tịch …`, `- Bà B, Phó Giám đốc Sở …, Ủy viên;`

    def _listed(self, person: Fact, place: int, block: Block) -> _Seat | None:
        role = self._label(block.body.start, person.span.start)
        others = [fact for fact in self.found.within("person", block.span) if fact.span.start > person.span.end]
        end = min(others[0].span.start, self.layout.sentence_at(person.span.start).end) if others else block.span.end
        end = self._before_next(person.span.end, end) if others else end
        tail = self._tail(person.span.end, end, with_role=role is None)
        role = role or tail.role or self._role_above(place)
        if role is None:
            return None
        body = tail.body or self._body_above(place)
        before = post_before_name(self.text, person)  # `Ủy viên gồm: Thứ trưởng Bộ X Lê An, Thứ trưởng Bộ Y Trần Bình`
        position = person.value.position if before else tail.position or person.value.position
        start = block.body.start if LABEL.match(self.text, block.body.start) else person.span.start
        organisation = self._organisation(before or Span(person.span.end, tail.end))
        if organisation is None and position:
            organisation = bare_body(self.document, self.found, position, person.span.start)
        value = Membership(person.value.name, position, organisation, body, role)
        return _Seat(value, Span(start, max(tail.end, person.span.end)), 4)

    def _before_next(self, start: int, end: int) -> int:
        """Where the words before the title of the next person end."""
        title = NEXT_TITLE.search(self.text, max(start, end - 24), end)
        return title.start() if title else end

    def _label(self, start: int, end: int) -> str | None:
        found = LABEL.match(self.text, start, end)
        return found[1].strip() if found else None

    def _role_above(self, place: int) -> str | None:
        for block in self.layout.above(place):
            label = self.text[block.body.start : block.body.end].rstrip()
            label = label.rpartition(". ")[2] if label.endswith(":") else label
            if len(label) < 90:
                found = LABEL.match(label)
                if found:
                    return found[1].strip()
            if block.kind == "heading":
                return None
        return None

    def _tail(self, start: int, end: int, *, with_role: bool) -> "_Tail":
        words = self.text[start : min(end, start + _LONGEST_TAIL)]
        present = _PRESENT.search(words)
        words = words[: present.start()] if present else words
        role = TAIL_ROLE.search(words) if with_role else None
        body = role[2].strip() if role and role[2] and not role[1].lower().endswith("ban") else None
        stop = role.start() if role else len(words)
        position = words[:stop]
        cut = position.find("\n\n")
        position = position[: cut if cut >= 0 else None].rstrip(" ;.,:/-\n\t")
        lead = len(position) - len(position.lstrip(" ,-:(\n\t"))
        written = self.document.text[start + lead : start + len(position)]
        reach = start + (len(words[: role.end(1)]) if role else len(position))
        return _Tail(" ".join(written.split()) or None, role[1].strip() if role else None, body, reach)

    def _body_above(self, place: int) -> str | None:
        """The committee that a list is of: named by the sentence or heading it stands under, or shortly before, or in the title."""
        if self.layout.blocks[place].parent in self._bodies:
            return self._bodies[self.layout.blocks[place].parent or 0]
        top = place
        spans = []
        for block in self.layout.above(place):
            spans += [self.layout.sentence_at(block.span.end - 2), block.span] if block.kind != "heading" else [block.span]
            if block.kind != "heading":
                top = self.layout.at(block.span.start) or top
        spans[len(spans) :] = [self.layout.blocks[near].span for near in range(top - 1, max(-1, top - 6), -1)]
        spans.append(Span(0, min(len(self.text), 2500)))
        body = next((name for span in spans if (name := self._body_in(span))), None)
        self._bodies[self.layout.blocks[place].parent or 0] = body
        return body

    def _body_in(self, span: Span) -> str | None:
        words = self.text[span.start : span.end]
        if not BODY.search(words) or not (_SET_UP.search(words) or len(words) < 200):
            return None
        names = [fact for fact in self.found.within("organisation", span) if BODY.match(fact.quote)]
        after_set_up = _SET_UP.search(words)
        if after_set_up and names:
            later = [fact for fact in names if fact.span.start >= span.start + after_set_up.start()]
            names = later or names
        if names:
            fact = max(names, key=lambda fact: len(fact.value.canonical or fact.quote))
            return str(fact.value.canonical or " ".join(fact.quote.split()))
        found = BODY.search(words, after_set_up.start() if after_set_up else 0) or BODY.search(words)
        return " ".join(self.document.text[span.start + found.start() : span.start + found.end()].split()) if found else None

    # Prose: `đồng chí A, Giám đốc Sở …, làm trưởng đoàn`

    def _told(self, person: Fact) -> _Seat | None:
        labelled = _LABELLED.match(self.text, person.span.end)
        position = " ".join(self.document.quote(Span(*labelled.span(1))).split()) if labelled else person.value.position
        given = None if labelled else post_given(self.document, self.found, person)
        if given is not None and (
            in_board(self.document, self.found, given.post)
            or not (position and _COMMITTEE_SEAT.match(self.text, given.post.start))
        ):
            return self._given(person, given)
        if not position:
            return self._leader(person)
        if position.isupper() or _PAST.match(position) or person.value.name == _LEADER:
            return None
        sentence = self.layout.sentence_at(person.span.start)
        if labelled:
            return self._signatory(person, position, labelled)
        post = post_span(self.text, person, sentence)
        if post == person.span or "\n" in self.text[post.end : person.span.start]:  # on the line above: who signs is no member
            return None
        tail = TAIL_ROLE.search(self.text, post.start, post.end)
        if tail and (self._is_standing(tail) or not (tail[2] or _SEAT.search(tail[1]) or tail[1].endswith("Hội đồng"))):
            tail = None
        if tail:
            position, post = self.document.text[post.start : tail.start()].rstrip(), Span(post.start, tail.start())
        bare = _BARE_COMPANY.match(self.text, post.end, sentence.end) if _HEADS_IT.search(position) else None
        if bare:  # `Giám đốc Công ty, chia sẻ …`
            position, post = f"{position}{bare[0]}", Span(post.start, bare.end())
        role, body, end = self._part(person, post, sentence, tail)
        start = person.span.start
        title = _TITLE.search(self.text, max(sentence.start, start - 20), start)
        named_first = post.start >= person.span.end
        if title and named_first:
            start = title.start()
        value = Membership(person.value.name, position, self._host(person, position, post, sentence), body, role)
        weight = (3 if body else 2 if role else 0) + (1 if title or named_first else 0)
        return _Seat(value, Span(min(start, post.start), max(end, post.end, person.span.end)), weight)

    def _host(self, person: Fact, position: str, post: Span, sentence: Span) -> str | None:
        """Where a post is held: the body it names, or that stands for it where it ends in a bare head."""
        bare = bare_body(self.document, self.found, position, post.start)
        named = (
            (bare if ends_bare(position) else None)
            or self._organisation(post)
            or self._unit(position)
            or bare
            or ministry_of(position)
        )
        if named or self.text.startswith(" của ", post.end) or is_seat(position):
            return named
        return host_of(self.text, self.found, position, sentence, person.span)

    def _leader(self, person: Fact) -> _Seat | None:
        """The part of one whose post is not told: `đoàn do ông A làm Trưởng đoàn`, `Ủy viên Hội đồng gồm: bà B, Viện X; ông C`."""
        sentence = self.layout.sentence_at(person.span.start)
        part = self._parts.alone(person, sentence)
        if part is None:
            return None
        return _Seat(Membership(person.value.name, part.position, part.organisation, part.body, part.role), part.span, 2)

    def _given(self, person: Fact, given: Given) -> _Seat:
        """Whom a congress or a decision gives a post, or a seat in a committee: `bầu ông A giữ chức Chủ tịch`, `cử bà B làm Tổ trưởng`."""
        written = " ".join(self.document.quote(given.post).split())
        sentence = self.layout.sentence_at(person.span.start)
        seat = not in_board(self.document, self.found, given.post) and _SEAT.search(written) and LABEL.match(f"{written}:")
        body = (
            self._bodies_told.fullest(max(sentence.start, person.span.start - LOOK_BACK), person.span.start) if seat else None
        )
        organisation = self._organisation(given.post)
        organisation = organisation or bare_body(self.document, self.found, written, person.span.start) or given.body
        value = (
            Membership(person.value.name, None, organisation, body, written)
            if seat
            else Membership(person.value.name, written, organisation)
        )
        told = Span(min(person.span.start, given.post.start), max(person.span.end, given.post.end))
        return _Seat(value, told, 2)

    def _signatory(self, person: Fact, position: str, labelled: re.Match[str]) -> _Seat:
        """Who stands for a side of an agreement: `Đại diện: Ông A, Chức vụ: Phó Chủ tịch`, under the side's name."""
        above = list(self.found.within("organisation", Span(max(0, person.span.start - _SIDE_ABOVE), person.span.start)))
        side = above[-1].value.canonical if above else None
        return _Seat(
            Membership(person.value.name, position, side, None, "đại diện"), Span(person.span.start, labelled.end(1)), 2
        )

    def _is_standing(self, tail: re.Match[str]) -> bool:
        """Whether the seat that closes a post is in a standing council with a name of its own: `Chủ tịch Hội đồng KH&CN tỉnh`."""
        bodies = self.found.within("organisation", Span(*tail.span(2))) if tail[2] and tail.start() + 1 < tail.start(1) else ()
        return tail[1].lower().startswith(("chủ tịch", "phó chủ tịch")) and any(" " in fact.quote[9:] for fact in bodies)

    def _part(self, person: Fact, post: Span, sentence: Span, tail: re.Match[str] | None) -> tuple[str | None, str | None, int]:
        """The part a person has in a body or at an event, the body, and where the words for it end."""
        start = max(post.end, person.span.end)
        stop = self._clause_end(start, sentence)
        role = GLUED_ROLE.match(self.text, start, stop) or PROSE_ROLE.search(self.text, start, stop) or tail
        if role:
            return role[1].strip(), self._bodies_told.led(person.span.start, sentence, role), role.end(1)
        label = label_over(self.text, person.span.start, sentence) or self._parts.named_as(person, sentence)
        if label:
            return label[1].strip(), self._bodies_told.led(person.span.start, sentence, label), start
        shared = self._parts.shared(person, sentence)
        if shared:
            return shared[1].strip(), self._bodies_told.led(person.span.start, sentence, shared), shared.end(1)
        acts = _ACTS.match(self.text, start, min(stop, start + 60))
        if acts:
            return acts[1], None, start
        part = self.text.rfind("; ", sentence.start, person.span.start) + 2
        attend = _ATTEND.match(self.text, part, person.span.start) if part > 1 else None
        attend = attend or _ATTEND.match(self.text, sentence.start, min(person.span.start, sentence.start + 120))
        return (" ".join(attend[0].split()).lower() if attend else None), None, start

    def _clause_end(self, start: int, sentence: Span) -> int:
        """How far the words after a post are about the same person."""
        following = self.found.first("person", Span(start, sentence.end))
        stop = min(following.span.start if following else sentence.end, start + 120)
        semicolon = self.text.find(";", start, stop)
        return semicolon + 1 if semicolon >= 0 else stop

    def _unit(self, position: str) -> str | None:
        """The unit that a post heads by its kind in small letters (`Trưởng khoa Nông học`), where the document names it; else None."""
        headed = _HEADED.search(position)
        return self._units.get(headed[1].casefold()) if headed else None

    @kept
    def _units(self) -> dict[str, str]:
        """Every body the document names, as written but for its case -> its name."""
        return {fact.quote.casefold(): str(fact.value.canonical or fact.quote) for fact in self.found.of("organisation")}

    def _organisation(self, span: Span) -> str | None:
        inside = [str(fact.value.canonical) for fact in self.found.within("organisation", span) if fact.value.canonical]
        employers = [name for name in inside if not name.startswith(_PARTY_BODIES)]
        employers = [name for name in employers if not _BESIDE.match(name)] or employers
        units = [name for name in employers[:-1] if name.startswith(_UNITS) and name.endswith(f", {employers[-1]}")]
        return (units or employers)[-1] if employers else None

    # Tables with a column of names

    def from_table(self, table: Table) -> Iterator[_Seat]:
        """A seat for each row that names a person."""
        if "person" not in table.columns:
            return
        place = self.layout.at(table.span.start) or 0
        for row in table.rows:
            cell = table.cell(row, "person")
            fact = self.found.first("person", cell) if cell else None
            if not cell or not fact:
                continue
            post, part = table.cell(row, "position"), table.cell(row, "role")
            position = " ".join(self.document.quote(post).split()) if post else fact.value.position
            role = " ".join(self.document.quote(part).split()) if part else None
            body = self._body_above(place)
            organisation = self._organisation(post) if post else None
            ends = [span.end for span in (cell, post, part) if span]
            yield _Seat(Membership(fact.value.name, position, organisation, body, role), Span(cell.start, max(ends)), 4)


class _Tail(NamedTuple):
    """What follows a name in a list: the post, a role at its end with the body it names, and where both end."""

    position: str | None
    role: str | None
    body: str | None
    end: int


KIND = RecordKind("membership", "thành viên", find_memberships, (*CASES, *TOLD_CASES))
