"""Sums of money (số tiền): number, scale and currency, in whole đồng or in the currency named."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Money(Value):
    """An exact sum (`amount`) or an interval (`min`, `max`), never a float; `currency` is ISO 4217.

    `qualifier` is the hedge as written outside the span (`gần`, `trên`, `khoảng`).
    """

    amount: int | None
    currency: str
    min: int | None = None
    max: int | None = None
    qualifier: str | None = None

    def brief(self) -> str:
        sum_ = str(self.amount) if self.amount is not None else f"{self.min}..{self.max}"
        return f"{sum_} {self.currency}"
