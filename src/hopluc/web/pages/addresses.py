"""The address of a row's page, of which a list writes one on every line."""

from functools import lru_cache

from django.urls import get_script_prefix, get_urlconf, reverse

_ANY = 10**17
"""A key no row has: where it stands in an address, that of the row is put."""


def address_of(page: str, key: int) -> str:
    """What `reverse(page, args=[key])` says, of a page whose address holds nothing but the key of its row: looked up once for all rows.

    >>> address_of("register:activity", 7) == reverse("register:activity", args=[7])
    True
    """
    before, after = _frame(page, get_script_prefix(), get_urlconf())
    return f"{before}{key}{after}"


@lru_cache(maxsize=256)
def _frame(page: str, prefix: str, urlconf: str | None) -> tuple[str, str]:
    before, _key, after = reverse(page, args=[_ANY]).partition(str(_ANY))
    return before, after
