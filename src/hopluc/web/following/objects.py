"""What can be followed, remarked on and attached to: programmes, work, agreements, commitments; each by the name its address gives it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from hopluc.web.register import queries
from hopluc.web.register.models import Activity, Agreement, Commitment, Programme


@dataclass(frozen=True)
class Noun:
    """A kind of object: its class, and the rows of it that a user sees."""

    model: type[Model]
    seen_by: Callable[[Any], QuerySet[Any]]


NOUNS: Mapping[str, Noun] = {
    "chuong-trinh": Noun(Programme, queries.programmes_seen_by),
    "nhiem-vu": Noun(Activity, queries.activities_seen_by),
    "thoa-thuan": Noun(Agreement, queries.agreements_seen_by),
    "cam-ket": Noun(Commitment, queries.commitments_seen_by),
}
_SLUGS = {noun.model: slug for slug, noun in NOUNS.items()}


def slug_of(row: Model) -> str:
    """The name of a row's kind in addresses."""
    return _SLUGS[type(row)]


def sees(user: Any, row: Model) -> bool:
    """Does the user see the object."""
    return NOUNS[slug_of(row)].seen_by(user).filter(pk=row.pk).exists()


def seen_among(user: Any, rows: Iterable[Model]) -> list[Model]:
    """Those of the rows the user sees: a query for each kind there is among them."""
    rows = list(rows)
    wanted: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        wanted[slug_of(row)].add(row.pk)
    seen = {
        slug: set(NOUNS[slug].seen_by(user).filter(pk__in=keys).values_list("pk", flat=True)) for slug, keys in wanted.items()
    }
    return [row for row in rows if row.pk in seen[slug_of(row)]]


def readable(said: QuerySet[Any], user: Any) -> QuerySet[Any]:
    """Of what was said of objects the user sees, what may be read: said to everyone, or in one's own agency."""
    return said.filter(Q(scope="everyone") | Q(owner__in=list(user.standing)), withdrawn_at=None)
