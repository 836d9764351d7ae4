"""The address of a row is looked up once for all rows, and is the one Django tells."""

import pytest
from django.urls import reverse, set_script_prefix

from hopluc.web.pages.addresses import address_of

PAGES = ("register:programme", "register:activity", "register:agreement", "register:commitment", "documents:show")


@pytest.fixture
def under_a_prefix():
    set_script_prefix("/hop-tac/")
    yield "/hop-tac/"
    set_script_prefix("/")


@pytest.mark.parametrize("page", PAGES)
def test_it_is_the_address_django_tells(page):
    assert [address_of(page, key) for key in (7, 12_345)] == [reverse(page, args=[key]) for key in (7, 12_345)]


def test_a_site_under_a_prefix_is_told_with_it(under_a_prefix):
    assert (address_of(PAGES[0], 7), address_of(PAGES[0], 7).startswith(under_a_prefix)) == (reverse(PAGES[0], args=[7]), True)
