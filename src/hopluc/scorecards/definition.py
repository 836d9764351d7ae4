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
    """Put a value where one is missing. `by` names the class of units within which it is taken, `level` the level of the tree
    within whose groups indicators may stand in for one another, `reach` how many years back the last value is looked for.
    """

    method: str = "none"
    by: str | None = None
    level: int | None = None
    neighbours: int = 5
    reach: int | None = None


@dataclass(frozen=True)
class Treat:
    """Draw in outliers: where the test fails, `method`; where it fails still, `otherwise`, on the untreated values.

    A column passes where its skewness or its kurtosis is below the limit. `points` is the most values that may be moved,
    `power` the exponent of Box-Cox; `together` puts `otherwise` on top of `method`, `forced` moves `points` values whatever the test says.
    """

    method: str = "winsorise"
    points: int | None = 5
    skewness: float = 2.0
    kurtosis: float = 3.5
    otherwise: str = "log"
    power: float = 0.0
    together: bool = False
    forced: bool = False


@dataclass(frozen=True)
class Bounds:
    """Two fixed values that the method `scaled` takes as 0 and 1."""

    low: float = 0.0
    high: float = 100.0


@dataclass(frozen=True)
class Normalise:
    """Bring indicators to one scale. Which keys a method reads stands in `how-scores-are-made.md`.

    `low` and `high` are the range of the scores, for any method; `years` says whether a panel is measured year by year (`each`) or `all` at once.
    """

    method: str = "min-max"
    low: float | None = None
    high: float | None = None
    mean: float = 0.0
    spread: float = 1.0
    bounds: Bounds = Bounds()
    reference: str | None = None
    ties: str = "min"
    capped: bool | None = None
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
    """Where the weights of the parts at one level come from. The default is what the definition gives.

    `consistency` is the greatest consistency ratio of comparisons that is accepted (Saaty: 0.1).
    """

    method: str = "given"
    level: int = 1
    experts: tuple[Expert, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    consistency: float = 0.1


@dataclass(frozen=True)
class Aggregate:
    """How the parts of a group become its score; `levels` names the method of level 2, 3 … where they differ.

    A unit gets a score where at least `coverage` (0 to 1) of the parts, and at least `parts` of them, are there. A score above `cap` counts as that.
    """

    method: str = "arithmetic"
    power: float = 1.0
    coverage: float = 0.0
    parts: int = 0
    cap: float | None = None
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
    weigh: tuple[Weigh, ...] = ()
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
    at_least: float | None = None
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
    unit_en: str = ""


@dataclass(frozen=True)
class Group:
    """A pillar, sub-index or the index itself: what its parts are put together into. The topmost has no parent.

    `total`, where given, is what the weights of its parts must sum to.
    """

    code: str
    name: str
    parent: str | None = None
    weight: float = 1.0
    name_en: str = ""
    total: float | None = None
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
