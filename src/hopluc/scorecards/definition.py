"""The definition of an index (bộ chỉ số) as data: its tree, its indicators and the steps that make scores of them.

A definition is a YAML file; these frozen dataclasses are its keys. Nothing here computes: a method is a word from the closed table of its
step (`normalise.METHODS` and so on), and `check` refuses a definition that cannot be carried out, naming file and key.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

STEPS = ("denominate", "impute", "screen", "treat", "normalise", "weigh", "aggregate")
"""The steps by name, in the order they are taken unless a definition says otherwise."""


@dataclass(frozen=True)
class Screen:
    """Leave out the units (địa phương, đơn vị) with too few values. Shares are of all indicators, 0 to 1."""

    by: str = "missing"
    available: float = 0.0
    nonzero: float = 0.0
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


@dataclass(frozen=True)
class Denominate:
    """Divide by the denominator each indicator names, then multiply by `scale`."""

    scale: float = 1.0


@dataclass(frozen=True)
class Impute:
    """Put a value where one is missing; `by` names the class of units within which it is taken."""

    method: str = "none"
    by: str | None = None
    level: int | None = None
    neighbours: int = 5
    value: float | None = None


@dataclass(frozen=True)
class Treat:
    """Draw in outliers: where the test fails, `method`; where it fails still, `otherwise`, on the untreated values."""

    method: str = "winsorise"
    points: int = 5
    skewness: float = 2.0
    kurtosis: float = 3.5
    otherwise: str = "log"
    power: float = 0.0
    forced: bool = False


@dataclass(frozen=True)
class Normalise:
    """Bring indicators to one scale. Which keys a method reads stands in `how-scores-are-made.md`."""

    method: str = "min-max"
    low: float = 0.0
    high: float = 100.0
    mean: float = 0.0
    spread: float = 1.0
    reference: str | None = None
    ties: str = "min"
    capped: bool = False
    years: str = "each"


@dataclass(frozen=True)
class Expert:
    """How one expert shares out a budget of points among the parts of a group."""

    name: str
    points: Mapping[str, float]


@dataclass(frozen=True)
class Comparison:
    """In a pair of parts of one group, how many times as important the first is as the second (1/9 to 9)."""

    first: str
    second: str
    times: float


@dataclass(frozen=True)
class Weigh:
    """Where weights come from. The default is what the definition gives."""

    method: str = "given"
    level: int | None = None
    experts: tuple[Expert, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    consistency: float = 0.1


@dataclass(frozen=True)
class Aggregate:
    """How the parts of a group become its score; `levels` names the method of level 2, 3 … where they differ."""

    method: str = "arithmetic"
    power: float = 1.0
    coverage: float = 0.0
    levels: tuple[str, ...] = ()


@dataclass(frozen=True)
class Steps:
    """What is done, and in which order. A step that is not given is not done; `normalise` always is unless its method is `none`."""

    order: tuple[str, ...] = STEPS
    denominate: Denominate | None = None
    impute: Impute | None = None
    screen: Screen | None = None
    treat: Treat | None = None
    normalise: Normalise = Normalise()
    weigh: Weigh = Weigh()
    aggregate: Aggregate = Aggregate()


@dataclass(frozen=True)
class Goalposts:
    """The worst and the best value on the way from which a score is measured, whatever the direction."""

    low: float
    high: float


@dataclass(frozen=True)
class Grade:
    """One line of a look-up table: from this value on (included), or for this word of a rubric, so many points."""

    points: float
    since: float | None = None
    word: str | None = None


@dataclass(frozen=True)
class Scale:
    """How an answer is read as a number: `ratio` as it is, `table` by thresholds, `rubric` by words."""

    kind: str = "ratio"
    grades: tuple[Grade, ...] = ()


@dataclass(frozen=True)
class Indicator:
    """One indicator (chỉ số thành phần): where it stands, which way is better, and what is done with it alone.

    `direction` is 1 where more is better, -1 where less is. `low` and `high` are the least and greatest value it can take.
    """

    code: str
    name: str
    parent: str
    direction: int = 1
    weight: float = 1.0
    unit: str = ""
    denominator: str | None = None
    source: str = ""
    name_en: str = ""
    low: float | None = None
    high: float | None = None
    target: float | None = None
    goalposts: Goalposts | None = None
    scale: Scale = Scale()
    treat: Treat | None = None
    normalise: Normalise | None = None


@dataclass(frozen=True)
class Group:
    """A pillar, sub-index or the index itself: what its parts are put together into. The topmost has no parent."""

    code: str
    name: str
    parent: str | None = None
    weight: float = 1.0
    name_en: str = ""
    aggregate: Aggregate | None = None


@dataclass(frozen=True)
class Column:
    """A column of the data that is no indicator: a denominator, or a class of units (nhóm địa phương)."""

    code: str
    name: str
    unit: str = ""


@dataclass(frozen=True)
class Definition:
    """An index in one edition: who issued it, from when it holds, how far it is certain, its tree and its steps.

    `status` is `official`, `example` or `reconstructed`; anything but `official` is said wherever a score is shown.
    """

    code: str
    edition: str
    name: str
    status: str
    source: str
    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    since: date | None = None
    until: date | None = None
    name_en: str = ""
    note: str = ""
    denominators: tuple[Column, ...] = ()
    classes: tuple[Column, ...] = ()
    steps: Steps = field(default_factory=Steps)
    file: str = "-"
