"""What a written number may stand for."""

from decimal import Decimal

import pytest

from hopluc.reading import read
from hopluc.reading.checks.ranges import Range, range_of
from hopluc.reading.document import Document


@pytest.mark.parametrize("gap", [" ", "\n", "  ", "\t"])
def test_a_number_is_parted_from_its_scale_by_any_blank(gap: str) -> None:
    assert range_of(f"12,5{gap}tỷ") == Range(Decimal("12.5e9"), Decimal("12.45e9"), Decimal("12.55e9"))


def test_a_line_that_ends_behind_an_amount_is_read() -> None:
    text = "- Doanh thu 9,6\ntỷ đồng, chi phí 7,1\ntỷ đồng, lãi 2,9\ntỷ đồng."
    assert [record.value.subtype for record in read(Document("t", text)).of("inconsistency")] == ["sum_mismatch"]
