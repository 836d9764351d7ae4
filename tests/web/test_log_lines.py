"""The log never holds the key of a private link, which alone opens what it leads to."""

import logging
from logging.config import DictConfigurator  # type: ignore[attr-defined]

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from hopluc.web.gate.log_lines import MaskedFormatter, masked

KEY = "q3Zt-8_kWm1xPb7LrY5cUoVd"
PRIVATE = [
    reverse("returns:by_link", args=[KEY]),
    reverse("returns:files_by_link", args=[KEY]),
    reverse("inquiries:by_link", args=[KEY]),
    reverse("set_password", args=["MTI", KEY]),
    reverse("agenda:calendar", args=[KEY]),
]


def as_written(record: logging.LogRecord) -> str:
    """The line as the handler of the site's settings writes it."""
    handler = settings.LOGGING["handlers"]["stderr"]
    formatter: logging.Formatter = DictConfigurator(settings.LOGGING).configure_formatter(
        settings.LOGGING["formatters"][handler["formatter"]]
    )
    return formatter.format(record)


@pytest.mark.parametrize("address", PRIVATE)
def test_the_key_of_a_private_link_is_masked(address):
    assert KEY in address
    assert KEY not in masked(f"Bad Request: {address}")
    assert KEY not in masked(f"Not Found: {address.rstrip('/')}")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["returns:by_link", "inquiries:by_link"])
def test_a_link_that_is_refused_leaves_no_key_in_the_log(name, caplog):
    Client().get(reverse(name, args=[KEY]))

    (record,) = (one for one in caplog.records if one.name == "django.request")
    assert as_written(record).endswith(
        f"WARNING django.request Not Found: {reverse(name, args=['…'])}".replace("%E2%80%A6", "…")
    )
    assert KEY in logging.Formatter("{message}", style="{").format(record)


def test_a_traceback_is_masked_too():
    mishap = ValueError(PRIVATE[0])
    record = logging.LogRecord("x", logging.ERROR, "", 0, "Hỏng", (), (ValueError, mishap, None))

    assert MaskedFormatter().format(record) == "Hỏng\nValueError: /tra-loi/…/"


def test_other_addresses_stay_as_they_are():
    lines = [
        "Not Found: /ky-bao-cao/12/",
        "Not Found: /lich-su/nhiem-vu/7/",
        "Bad Request: /mat-khau/",
        "Not Found: /so-lieu/12/",
    ]

    assert [masked(line) for line in lines] == lines
