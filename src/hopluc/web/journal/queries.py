"""Read the journal: is it whole, what does it say of an object, what is its head."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db import connection, models

from hopluc.web.journal import triggers
from hopluc.web.journal.chain import GENESIS, commitment, line_hash
from hopluc.web.journal.models import JournalEntry, JournalHead, PersonalValue


@dataclass(frozen=True)
class Verdict:
    """Is the journal whole; if not, the number of the first bad line (None when it is not about one line) and what is wrong."""

    lines: int
    bad: int | None = None
    fault: str = ""

    @property
    def whole(self) -> bool:
        return not self.fault


def is_there() -> bool:
    """Has the database a journal yet; a new one has none before the site was first opened."""
    return JournalEntry._meta.db_table in connection.introspection.table_names()


def head() -> tuple[int, str]:
    """The number and hash of the last line, to be kept in a second place: `verify(since=…)` finds a tail cut off after it."""
    last = JournalEntry.objects.order_by("number").last()
    return (last.number, last.hash) if last else (0, GENESIS)


def verify(*, since: tuple[int, str] | None = None) -> Verdict:
    """Walk the whole chain. `since` is a head kept elsewhere, which must still stand in it."""
    expected, previous = 1, GENESIS
    for entry in JournalEntry.objects.order_by("number").iterator(chunk_size=2000):
        if fault := _fault(entry, expected, previous):
            return Verdict(expected - 1, min(entry.number, expected), fault)
        if since and entry.number == since[0] and entry.hash != since[1]:
            return Verdict(expected, entry.number, "khác với mã đã xuất trước đây")
        expected, previous = expected + 1, entry.hash
    lines = expected - 1
    kept = JournalHead.objects.filter(pk=1).first()
    ends = [end for end in (since, (kept.number, kept.hash) if kept else None) if end]
    if any(number > lines for number, _ in ends):
        return Verdict(lines, expected, "các dòng cuối đã bị cắt")
    if kept and (kept.number, kept.hash) != (lines, previous):
        return Verdict(lines, lines, "đầu chuỗi không khớp dòng cuối")
    if broken := _altered_personal_value():
        return Verdict(lines, None, f"giá trị cá nhân {broken} đã bị sửa")
    if not triggers.REFUSALS.present(connection):
        return Verdict(lines, None, "cơ sở dữ liệu không còn chặn việc sửa, xóa nhật ký")
    return Verdict(lines)


def _fault(entry: JournalEntry, expected: int, previous: str) -> str:
    if entry.number != expected:
        return "thiếu dòng" if entry.number > expected else "thừa dòng"
    if entry.previous != previous:
        return "không nối với dòng trước"
    return "" if line_hash(entry.says()) == entry.hash else "nội dung đã bị sửa"


def _altered_personal_value() -> int | None:
    for kept in PersonalValue.objects.order_by("pk").iterator(chunk_size=2000):
        if commitment(kept.salt, kept.value) != kept.commitment:
            return kept.pk
    return None


def entries_about(*objects: models.Model) -> models.QuerySet[JournalEntry]:
    """The lines about these objects, newest first. The caller has already shown that the user may see them."""
    keys: dict[str, list[str]] = defaultdict(list)
    for known in objects:
        keys[known._meta.label_lower].append(str(known.pk))
    about = [models.Q(object_type=kind, object_id__in=among) for kind, among in keys.items()]
    return JournalEntry.objects.filter(reduce(models.Q.__or__, about)).order_by("-number")


def lines_by(actor: models.Model) -> models.QuerySet[JournalEntry]:
    """The lines that say an account did something."""
    return JournalEntry.objects.filter(actor=actor.pk)


def personal_values_of(noun: type[models.Model], keys: Iterable[str]) -> list[str]:
    """The personal values kept apart of lines about these rows of a noun, each once, as words."""
    rows = PersonalValue.objects.filter(object_type=noun._meta.label_lower, object_id__in=list(keys))
    return sorted({str(json.loads(value)) for value in rows.values_list("value", flat=True)})


def entries_of(organisations: Collection[int]) -> models.QuerySet[JournalEntry]:
    """The lines about what these organisations own, newest first: what their administrator may see."""
    return JournalEntry.objects.filter(owner_id__in=organisations).order_by("-number")


def revealed(entry: JournalEntry) -> tuple[dict[str, Any], dict[str, Any]]:
    """`before` and `after` with personal values in place of their commitments; an erased one is None."""
    sides = [json.loads(entry.before), json.loads(entry.after)]
    wanted = {v["sha256"] for side in sides for v in side.values() if isinstance(v, dict) and set(v) == {"sha256"}}
    known = dict(PersonalValue.objects.filter(commitment__in=wanted).values_list("commitment", "value"))
    for side in sides:
        for name, value in side.items():
            if isinstance(value, dict) and set(value) == {"sha256"}:
                side[name] = json.loads(known[value["sha256"]]) if value["sha256"] in known else None
    return sides[0], sides[1]
