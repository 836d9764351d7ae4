"""Scores as their owners published them (kết quả đã công bố): what ours are held against, never what they are made of."""

from dataclasses import dataclass

from hopluc.load import load_rows

_FILE = "scorecards/published.csv"


@dataclass(frozen=True)
class Published:
    """The score or rank of one unit in one group of an edition, as published, and where that was read. Empty where it was not said."""

    index: str
    edition: str
    unit: str
    group: str
    source: str
    score: float | None = None
    rank: int | None = None


def published(index: str, edition: str) -> tuple[Published, ...]:
    """What was published of an edition of an index, in the order of the table. Raises WrongDefinition."""
    return tuple(one for one in load_rows(_FILE, Published) if (one.index, one.edition) == (index, edition))
