"""The shapes of what programs read; the description of the addresses is made of them, so that it cannot say anything else."""

from typing import Annotated, TypedDict


class Page(TypedDict):
    """Which page of a long list this is, and where the next and the one before are."""

    number: int
    pages: int
    per_page: int
    count: Annotated[int, "How many there are on all pages."]
    next: str | None
    previous: str | None


class Link(TypedDict):
    """An address, and what stands there."""

    href: str
    summary: str


class FrameworkShape(TypedDict):
    """The framework of an edition."""

    code: str
    edition: str
    name: str
    status: Annotated[str, "official, reconstructed or example."]


class ResultLink(TypedDict):
    """A computation of an edition."""

    id: int
    number: int
    state: Annotated[str, "computing, computed, reviewed or published (within the agency)."]
    href: str


class EditionItem(TypedDict):
    """An edition of an index."""

    id: int
    title: str
    year: int
    number: Annotated[int, "1, or more for a correction."]
    corrects: Annotated[int | None, "The edition this one corrects."]
    agency: str
    framework: FrameworkShape
    due_on: Annotated[str | None, "The day by which figures are due, as 2026-03-31."]
    whole: Annotated[bool, "Whether all of it is seen, or only the series of agencies of one's own."]
    units: Annotated[int, "How many units are scored."]
    results: list[ResultLink]
    href: str


class UnitShape(TypedDict):
    """A unit that is scored."""

    code: str
    name: str
    home: Annotated[bool, "Whether it is the agency's own."]


class Part(TypedDict):
    """An indicator or a group of the index."""

    code: str
    name: str
    name_en: str
    kind: Annotated[str, "indicator or group."]
    parent: str | None
    weight: float
    direction: Annotated[int | None, "1 where more is better, -1 where less is; null for a group."]
    measure: str


class SeriesShape(TypedDict):
    """The figures of one indicator or denominator: who supplies them."""

    code: str
    name: str
    kind: Annotated[str, "indicator or denominator."]
    measure: str
    agency: str | None


class EditionWhole(EditionItem):
    """An edition with its units, its parts and the series that are seen."""

    scored: list[UnitShape]
    parts: list[Part]
    series: list[SeriesShape]
    figures: str


class Evidence(TypedDict):
    """A piece of evidence; where the document may not be seen, only that there is one."""

    seen: bool
    document: int | None
    number: str
    title: str
    date: str
    page: int | None
    quote: str
    href: str | None


class FigureShape(TypedDict):
    """A figure: of one series and one unit, as supplied. What is missing is null, never zero."""

    series: str
    unit: str
    value: float | None
    as_written: str
    year: Annotated[int | None, "The year the figure is of."]
    source: str
    note: str
    state: Annotated[str, "missing, sent, asked, checked or accepted."]
    confirmed: Annotated[str, "Why an odd figure is right."]
    entered_at: str | None
    checked_at: str | None
    evidence: list[Evidence]


class ResultShape(TypedDict):
    """A computation: what it was made of and by what, to be computed again."""

    id: int
    edition: int
    number: int
    state: str
    computed_at: str
    published_at: str | None
    engine: str
    replicates: int
    seed: int
    level: Annotated[float | None, "The share of replicates that the intervals hold; null without intervals."]
    asked_sha256: Annotated[str, "The hash of definition, figures, replicates and seed."]
    sha256: Annotated[str, "The hash of the outcome; empty until it is computed."]
    remarks: list[str]
    ranking: str
    scores: str


class Official(TypedDict):
    """What the index's owner published of a unit, beside ours."""

    score: float | None
    rank: int | None
    source: str


class Ranked(TypedDict):
    """A unit in the ranking of the index, with its intervals."""

    unit: str
    name: str
    score: float | None
    rank: Annotated[int | None, "null without a score."]
    rank_low: float | None
    rank_high: float | None
    score_low: float | None
    score_high: float | None
    official: Official | None


class PartScore(TypedDict):
    """The score and rank of a unit in an indicator or group."""

    code: str
    score: float | None
    rank: int | None


class UnitScores(TypedDict):
    """A unit with its scores and ranks in every part of the index, the topmost group last."""

    unit: str
    name: str
    parts: list[PartScore]
