"""Documents of our own with facts marked by hand, for measuring how well the reader reads."""

CONTRADICTIONS_ONLY = frozenset(str(number) for number in range(158, 174))  # no other kind is marked in these
