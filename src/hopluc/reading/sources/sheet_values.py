"""What a spreadsheet cell shows: its number in its format, as Vietnamese offices write it (05/3/2024 as 05/03/2024, 5.132,5)."""

from datetime import datetime, timedelta

from hopluc.reading.patterns import Pattern

_BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
}
_BUILT_IN |= {
    40: "#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
    49: "@",
    17: "mm/yyyy",
    22: "dd/mm/yyyy hh:mm",
}
_BUILT_IN |= dict.fromkeys((14, 15, 16, *range(27, 32), 36, *range(50, 59)), "dd/mm/yyyy")
_BUILT_IN |= dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47), "hh:mm")
_SAID = Pattern(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_PARTS = Pattern("[dmyhs]")
_DECIMALS = Pattern(r"\.([0#?]+)")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 (a spreadsheet's days have no zone)
_LAST_DAY = 2_958_465


def format_code(number: int, custom: dict[int, str]) -> str:
    """The code of a number format: the file's own, or that of the standard (ECMA-376 part 1, 18.8.30)."""
    return custom.get(number) or _BUILT_IN.get(number, "General")


def shown_number(value: float, code: str, *, from_1904: bool = False) -> str:
    """A number in a format, with the point for thousands and the comma for decimals; dates as dd/mm/yyyy."""
    plain = _SAID.sub("", code.partition(";")[0]).strip()
    letters = plain.lower().replace("am/pm", "").replace("general", "")
    if _DATE_PARTS.search(letters) and (date := _shown_date(value, letters, from_1904=from_1904)):
        return date
    if "%" in plain:
        return f"{_figures(value * 100, plain)}%"
    if "0" in plain or "#" in plain:
        return _figures(value, plain)
    return _general(value)


def _shown_date(value: float, letters: str, *, from_1904: bool) -> str | None:
    if not 0 <= value <= _LAST_DAY:
        return None
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(seconds=round(value * 86_400))
    clock = f"{moment:%H:%M}" if "h" in letters else ""
    if "y" not in letters and "d" not in letters:
        return clock or None
    day = f"{moment:%d/%m/}" if "d" in letters else f"{moment:%m/}" if "m" in letters else ""
    return f"{day}{moment.year} {clock}".strip()


def _figures(value: float, plain: str) -> str:
    """The value with as many decimals as the format asks for; those it marks # only where they say something."""
    found = _DECIMALS.search(plain)
    decimals = found[1][:15] if found else ""
    written = f"{value:,.{len(decimals)}f}" if "," in plain else f"{value:.{len(decimals)}f}"
    for _ in range(len(decimals) - len(decimals.rstrip("#?"))):
        written = written.removesuffix("0")
    return written.removesuffix(".").translate(_COMMAS)


_COMMAS = str.maketrans(",.", ".,")


def _general(value: float) -> str:
    """As a cell without a format shows it: no grouping, at most eleven figures."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".translate(_COMMAS)
