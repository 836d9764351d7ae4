"""The form of an official document (thể thức văn bản): the measures of the law, and the words and numbers it pads.

The measures are data (`definitions/law/official-form.yaml`, Decree 30/2020/NĐ-CP, Annex I), read once.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from hopluc.load import definitions_folder, load_mapping

STATE_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BLANK = "\u00a0" * 5  # no-break spaces: a page would draw other blanks together


@dataclass(frozen=True, slots=True)
class Form:
    """Measures of an official document. Lengths in millimetres, sizes and gaps in points."""

    font: str
    margin_top: float
    margin_bottom: float
    margin_left: float
    margin_right: float
    size_state: float
    size_motto: float
    size_issuer: float
    size_number: float
    size_subject: float
    size_place: float
    size_type: float
    size_body: float
    size_recipients_head: float
    size_recipients: float
    size_table: float
    first_line: float
    gap: float
    line: float
    rule_share: float
    source: str


@cache
def form(*, dense: bool = False) -> Form:
    """The form in force, from `definitions/law/official-form.yaml`; `dense`: letters and gaps small enough for a sheet that is no paper
    of the office and has to be one page."""
    found = load_mapping(definitions_folder() / "law" / "official-form.yaml", Form)
    if not dense:
        return found
    small = replace(found, size_body=11.5, size_table=10.5, size_type=12, size_motto=12, size_place=12)
    return replace(small, margin_top=15, margin_bottom=12, gap=2, line=1.0)


def padded(number: int) -> str:
    """A document number or count from 1 to 9 with its zero: `5` is `05` (Decree 30/2020, Annex I, II.3); none at all is `0`."""
    return f"{number:02}" if number else "0"


def day_in_words(day: date | None) -> str:
    """`ngày 05 tháng 01 năm 2026`: days below 10 and months 1 and 2 are padded (Annex I, II.4b). Blank where not yet given."""
    if day is None:
        return f"ngày {_BLANK} tháng {_BLANK} năm {_BLANK}"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def moment_in_words(at: datetime) -> str:
    """When figures were taken, or something came in.

    >>> moment_in_words(datetime(2026, 11, 22, 9, 5))
    '09 giờ 05 ngày 22/11/2026'
    """
    return f"{at:%H} giờ {at:%M} ngày {at:%d/%m/%Y}"


def number_line(number: str | None, symbol: str) -> str:
    """`Số: 15/BC-SKHCN`; a blank for the clerk where the number is not yet given."""
    return f"Số: {number or _BLANK}/{symbol}"
