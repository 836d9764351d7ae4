"""Agreements (thỏa thuận hợp tác): parties, signing, term, contents and focal points."""

from dataclasses import dataclass

from hopluc.reading.facts import Value
from hopluc.reading.mentions.periods import Period


@dataclass(frozen=True, slots=True)
class Agreement(Value):
    """An agreement signed or planned. Parties and focal points go by canonical name; dates are ISO with their grain.

    `signed` is the date of signing as stated (`2015-05-11`, `--12-20`); `planned_signing` the date announced for it.
    `form` is the kind of paper as written (thỏa thuận, biên bản ghi nhớ, chương trình phối hợp, hợp đồng …).
    """

    title: str
    parties: tuple[str, ...] = ()
    signed: str | None = None
    planned_signing: str | None = None
    period: Period | None = None
    contents: tuple[str, ...] = ()
    focal_points: tuple[str, ...] = ()
    place: str | None = None
    form: str | None = None
    status: str | None = None
