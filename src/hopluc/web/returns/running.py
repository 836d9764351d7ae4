"""What a line of figures comes to beyond its own period: from the start of the year, of the programme, and the same period a year before."""

from dataclasses import dataclass

from hopluc.web.measures.figures import Figure


@dataclass(frozen=True)
class Cumulated:
    """A sum over periods that follow one another up to this one: how many there are, and of how many no figure is known.

    Where the figures are not added up (a rate), `added` is false and the figure not reported.
    """

    figure: Figure
    periods: int
    lacking: int = 0
    added: bool = True

    @property
    def says_more(self) -> bool:
        """Is it of more than the period alone."""
        return self.periods > 1


@dataclass(frozen=True)
class Running:
    """From the start of the year and of the programme (None outside one), and what the return of a year before told."""

    year: Cumulated
    programme: Cumulated | None
    before: Figure
