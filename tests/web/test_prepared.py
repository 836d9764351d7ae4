"""A query put together once: its rows are those of the query itself, whoever asks and whatever was written since; what it may not hold."""

from dataclasses import dataclass

import pytest
from django.utils import timezone

import factories
from hopluc.web.intake.models import Finding
from hopluc.web.people.models import Membership, Organisation, User
from hopluc.web.store import memory
from hopluc.web.store.prepared import MOST_SHAPES, Prepared

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Who:
    standing: dict[int, frozenset[str]]
    known: frozenset[int] = frozenset()


def bodies(many, kind="agency"):
    return Organisation.objects.filter(pk__in=many, kind=kind).order_by("pk")


def three():
    return [factories.an_organisation(f"Sở số {n} thành phố Vĩnh Hà") for n in range(3)]


def test_prepared_gives_the_rows_of_the_query_itself_for_any_keys():
    asked, (first, second, third) = Prepared(bodies), three()

    told = [asked((row.pk,)) for row in (first, second, third)]
    many = asked((third.pk, first.pk, second.pk))

    assert told == [[first], [second], [third]]
    assert many == [first, second, third]
    assert asked((first.pk,), "committee") == []
    assert asked(()) == []


def test_prepared_sees_what_was_written_since():
    asked, (first, *_more) = Prepared(bodies), three()
    before = asked((first.pk,))[0].name

    Organisation.objects.filter(pk=first.pk).update(name="Sở Khoa học và Công nghệ tỉnh Tân Lâm")

    assert [before, asked((first.pk,))[0].name] == ["Sở số 0 thành phố Vĩnh Hà", "Sở Khoa học và Công nghệ tỉnh Tân Lâm"]


def test_prepared_puts_every_key_where_it_belongs():
    def rows(who, one):
        return Organisation.objects.filter(pk__in=who.known).exclude(pk=one) | Organisation.objects.filter(pk__in=who.standing)

    asked, (first, second, third) = Prepared(rows), three()
    staff, lead = frozenset({"officer"}), frozenset({"leader"})

    told = [
        asked(Who({first.pk: staff}, frozenset({second.pk, third.pk})), third.pk),
        asked(Who({second.pk: staff}, frozenset({first.pk, third.pk})), first.pk),
        asked(Who({second.pk: lead}, frozenset({first.pk, third.pk})), first.pk),
    ]

    assert [{row.pk for row in rows} for rows in told] == [{first.pk, second.pk}, {second.pk, third.pk}, {second.pk, third.pk}]
    assert len(asked.words) == 2


def test_prepared_fetches_what_belongs_to_its_rows_anew_each_time():
    def rows(day, organisation):
        held = Membership.objects.holding(day).filter(organisation=organisation)
        return held.select_related("organisation").prefetch_related("user__memberships")

    organisation, asked, today = factories.an_organisation().pk, Prepared(rows), timezone.localdate()
    user = factories.an_account(Organisation.objects.get(pk=organisation))
    (one,) = asked(today, organisation)
    User.objects.filter(pk=user.pk).update(name="Trần Văn Mẫu")

    (other,) = asked(today, organisation)

    assert other.user.name == "Trần Văn Mẫu"
    assert other.user is not one.user
    assert [other.organisation.pk, *(place.pk for place in other.user.memberships.all())] == [organisation, other.pk]


def test_prepared_counts_a_key_beyond_every_column_as_django_does():
    asked, (first, *_more) = Prepared(bodies), three()

    assert asked((first.pk, 10**17)) == [first]


def test_prepared_compares_with_what_is_kept_as_json():
    owner = factories.an_organisation()
    finding = factories.a_finding(factories.a_version(owner), "check", {}, elsewhere=[])
    asked = Prepared(lambda key: Finding.objects.filter(pk=key, elsewhere=[]))

    assert asked(finding.pk) == [finding]


def test_prepared_keeps_few_shapes():
    asked = Prepared(bodies)
    for n in range(MOST_SHAPES + 3):
        asked((1,), f"kind {n}")

    assert len(asked.words) == MOST_SHAPES
    assert next(iter(asked.words))[1][1] == "kind 3"


def by_a_sum(key):
    return Organisation.objects.filter(pk=key + 1)


def by_a_number_of_rows(key):
    return Organisation.objects.all()[:key]


def by_what_is_there(key):
    known = Organisation.objects.filter(pk=key).exists()
    return Organisation.objects.filter(pk=key) if known else Organisation.objects.none()


def by_what_the_request_remembers(key):
    known = memory.recall("a body", lambda: Organisation.objects.values_list("pk", flat=True).first())
    return Organisation.objects.filter(pk__in=[known, key])


def by_the_hour(key):
    return User.objects.filter(pk=key, last_login__lt=timezone.now())


@pytest.mark.parametrize("build", [by_a_sum, by_a_number_of_rows, by_what_is_there, by_what_the_request_remembers, by_the_hour])
def test_prepared_refuses_a_query_that_hangs_on_more_than_its_keys(build):
    (first, *_more) = three()

    with memory.reading():
        memory.recall("a body", lambda: first.pk)
        with pytest.raises(TypeError):
            Prepared(build)(first.pk)
