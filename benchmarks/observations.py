"""A made register of figures: provinces x agencies x indicators x years, in the database of the site. Used by benchmarks.register."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

YEARS, AGENCIES, INDICATORS = range(2014, 2026), 20, 200
FIELDS = ("công nghệ sinh học", "công nghệ vật liệu", "công nghệ thông tin", "tự động hóa", "năng lượng")
AT_ONCE = 50_000
COLUMNS = (
    "owner_id", "indicator_id", "stage", "form", "low", "high", "qualifier", "as_written", "place_id", "place_as_written", "field",
    "breakdown", "reported_by_id", "content_type_id", "object_id", "period_first", "period_last", "period_grain",
    "period_as_written", "span",
)  # fmt: skip


@dataclass(frozen=True)
class Made:
    """Who there is: an officer of the ministry that sees all provinces, the provinces' places, the indicators."""

    ministry: Any
    provinces: list[Any]
    indicators: list[int]
    rows: int


def fill(years: range = YEARS, agencies: int = AGENCIES, indicators: int = INDICATORS) -> Made:
    """Make a programme of a ministry with each of the 34 provinces, and every agency's figure of every indicator and year."""
    from hopluc.web.measures.models import Indicator  # models are ready only now
    from hopluc.web.people.actions import add_organisation, open_account
    from hopluc.web.people.gazetteer import load_gazetteer
    from hopluc.web.people.models import Membership, Place

    load_gazetteer(by=None)
    ministry = add_organisation(None, by=None, name="Bộ Thử nghiệm", kind="ministry")
    officer = open_account(
        ministry,
        by=None,
        username="bo@vinhha.example",
        name="Lê Thị Mẫu",
        password="mùa thu 2026 mẫu",
        role=Membership.Role.OFFICER,
    )
    rules = ("sum", "sum", "sum", "last", "max", "mean", "count", "ratio")
    counted = Indicator.objects.bulk_create(
        Indicator(
            owner=ministry,
            name=f"Chỉ tiêu số {n}",
            search_key=f"chi tieu so {n}",
            unit="người",
            aggregation=rules[n % len(rules)],
        )
        for n in range(indicators)
    )
    places = list(Place.objects.filter(kind="province", until=None).order_by("pk"))
    keys = [indicator.pk for indicator in counted]
    rows = sum(_insert(_figures(_province(ministry, place, agencies), keys, years)) for place in places)
    return Made(officer, places, keys, rows)


@dataclass(frozen=True)
class Province:
    """A province's standing agency, its other agencies, its place, and its programme in which the ministry works."""

    owner: int
    agencies: list[int]
    place: int
    kind: int
    programme: int


def _province(ministry: Any, place: Any, agencies: int) -> Province:
    from django.contrib.contenttypes.models import ContentType  # models are ready only now

    from hopluc.web.people.actions import add_organisation
    from hopluc.web.people.models import Organisation
    from hopluc.web.register import actions as register

    standing = add_organisation(None, by=None, name=f"Sở Khoa học và Công nghệ tỉnh {place.name} {place.pk}", kind="agency")
    others = Organisation.objects.bulk_create(
        Organisation(
            owner=standing,
            key=f"so-{n}",
            name=f"Sở số {n} tỉnh {place.name}",
            kind="agency",
            search_key=f"so so {n} tinh {place.search_key}",
        )
        for n in range(agencies)
    )
    programme = register.found_programme(standing, by=None, title=f"Chương trình phối hợp với tỉnh {place.name}")
    register.appoint(programme, by=None, capacity="cooperating", organisation=ministry)
    kind = ContentType.objects.get_for_model(programme).pk
    return Province(standing.pk, [other.pk for other in others], place.pk, kind, programme.pk)


def _figures(province: Province, indicators: list[int], years: range) -> Iterator[tuple[Any, ...]]:
    chance = random.Random(province.owner)  # noqa: S311 - the same register each time
    for year in years:
        for at, agency in enumerate(province.agencies):
            for indicator in indicators:
                low = chance.randrange(1000)
                form, high = ("interval", low + 50) if low % 50 == 0 else ("exact", low)
                yield (
                    province.owner, indicator, "actual", form, low, high, "", str(low), province.place, "", FIELDS[at % len(FIELDS)], "{}", agency,
                    province.kind, province.programme, f"{year}-01-01", f"{year}-12-31", "year", str(year), "nam",
                )  # fmt: skip


def _insert(rows: Iterator[tuple[Any, ...]]) -> int:
    """Put rows in by the database's quickest way; returns how many."""
    from django.db import connection, transaction  # models are ready only now

    total = 0
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY measures_observation ({', '.join(COLUMNS)}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
                    total += 1
            return total
        statement = f"INSERT INTO measures_observation ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"  # noqa: S608 - names of this file
        while some := list(islice(rows, AT_ONCE)):
            cursor.executemany(statement, some)
            total += len(some)
    return total
