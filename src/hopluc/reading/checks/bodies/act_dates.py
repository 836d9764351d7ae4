"""Dates of acts (ngày ban hành): none in the future of the document that cites it, and one for each act."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hopluc.reading.checks.acts import Act, acts_of, agree, grouped, number_year, same_subject, written
from hopluc.reading.checks.case import Case
from hopluc.reading.checks.findings import fault, passed, quoted
from hopluc.reading.facts import Record
from hopluc.reading.patterns import Pattern

# "Nghị quyết số 21 … của Tỉnh ủy đã nêu trên": it was named before.
_ABOVE = Pattern(r"[^.,;:\n\d]{0,40}\b(?:nêu|nói|kể|dẫn) (?:ở )?trên\b")
# An act dated so many years after everything else a document says has not been issued.
_YEARS_AHEAD = 3
_FEWEST_OTHERS = 3
# Decree numbering as it is known today begins with the state itself.
_FIRST_YEAR = 1945
# Numbers of so many digits that are each other's in another order are hardly those of two acts of one day.
_FEWEST_DIGITS = 3


def check_act_dates(case: Case) -> Iterator[Record]:
    """Acts dated after the document or against their own number, and acts given two dates; passing where a repeated date agrees."""
    for group in grouped(acts_of(case)):
        wrong = [act for act in group if act.day and (act.day.first or act.day.day is None) and _trouble(case, act)]
        if wrong:
            yield _impossible(case, wrong[0], group)
            continue
        other = next((act for act in group[1:] if act.day and group[0].day and not agree(act.day, group[0].day)), None)
        if other is not None:
            yield _conflict(case, group, other)
        elif len({act.passage for act in group}) > 1 and group[0].day:
            note = f"{group[0].name} được ghi cùng một ngày {written(group[0].day)} ở {len(group)} chỗ."
            yield passed(note, [act.passage for act in group[:3]], "date_ok")


def check_act_numbers(case: Case) -> Iterator[Record]:
    """One act by its date and subject whose number has its digits in two orders."""
    known: dict[tuple[str, str, str], Act] = {}
    for act in acts_of(case):
        number, _, code = act.key.partition("/")
        if act.day is None or act.day.day is None or not code or not number.isdigit():
            continue
        before = known.setdefault((code, act.day.iso, "".join(sorted(number))), act)
        named_above = _ABOVE.match(case.plain, act.citation.span.end) is not None
        apart = (
            len(number) >= _FEWEST_DIGITS
            and not (before.subject and act.subject)
            and not case.sentence(before.passage).overlaps(case.sentence(act.passage))
        )
        if before.key != act.key and (named_above or apart or same_subject(before.subject, act.subject)):
            note = f"Cùng một văn bản ngày {written(act.day)} ghi hai số: {before.citation.value.number} và {act.citation.value.number}."
            yield fault("value_conflict", note, [before.passage, act.passage])


def _trouble(case: Case, act: Act) -> str | None:
    """Why the date of an act cannot be right; None where it can."""
    first = act.first
    if first is None:
        return None
    own = case.own_date
    year = number_year(act)
    if year is not None and first.year != year:
        return f"số hiệu mang năm {year}"
    if first.year < _FIRST_YEAR:
        return f"trước năm {_FIRST_YEAR}"
    if own is not None and first > own.value.last and own.span != act.citation.span:
        return f"muộn hơn ngày của chính văn bản ({written(own.value)})"
    if case.on is not None and first > case.on:
        return f"muộn hơn ngày kiểm tra ({case.on.day}/{case.on.month}/{case.on.year})"
    latest = _latest_other(case, act) if own is None else None
    if latest is not None and first.year - latest.year >= _YEARS_AHEAD:
        return f"muộn hơn nhiều năm so với mọi ngày khác trong văn bản (muộn nhất là {latest.day}/{latest.month}/{latest.year})"
    return None


def _latest_other(case: Case, act: Act) -> date | None:
    """The latest date the document gives besides this one; None where it gives too few to judge by."""
    latest = [day for day in case.days[-2:] if day != act.first]
    return latest[-1] if len(case.days) > _FEWEST_OTHERS else None


def _impossible(case: Case, act: Act, group: list[Act]) -> Record:
    day = act.day
    assert day is not None
    right = [other for other in group if other.day and not agree(other.day, day)]
    note = f"{act.name} ghi ngày {written(day)}, {_trouble(case, act)}"
    if right and right[0].day:
        note += f"; chỗ khác ghi {written(right[0].day)}"
    year = number_year(act)
    subtype = "date_conflict" if year is not None and act.first and act.first.year < year else "impossible_date"
    evidence = [act.passage, *(other.passage for other in right[:2])]
    record = fault(subtype, f"{note}: {quoted(case.words(act.passage))}.", evidence)
    return replace(record, parts=(("date", act.passage),))


def _conflict(case: Case, group: list[Act], other: Act) -> Record:
    first = group[0]
    assert first.day is not None
    assert other.day is not None
    note = (
        f"{first.name} được ghi hai ngày khác nhau: {written(first.day)} ({quoted(case.words(first.passage))}) "
        f"và {written(other.day)} ({quoted(case.words(other.passage))})."
    )
    return fault("date_conflict", note, [first.passage, other.passage])
