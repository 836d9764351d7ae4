"""One box over everything: with marks or without, the words in any order, the phrase itself first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Q, QuerySet, When
from django.db.models.functions import Length
from django.urls import reverse
from django.utils.translation import gettext as _

from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.models import Document, FoldedText
from hopluc.web.documents.queries import documents_seen_by, texts_holding
from hopluc.web.documents.snippets import Piece, Snippet, each_of, snippet
from hopluc.web.measures.queries import indicators_seen_by
from hopluc.web.people.models import Organisation
from hopluc.web.people.queries import organisations_seen_by, persons_seen_by
from hopluc.web.register import queries
from hopluc.web.register.models import Role

MOST = 20
MOST_WORDS = 10
CANDIDATES = 60


@dataclass(frozen=True)
class Hit:
    """Something found: its title with the words marked, where it is, what it is, and the stretch of text they stand in."""

    row: Any
    title: tuple[Piece, ...]
    address: str
    about: str = ""
    stretch: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Group:
    """What was found of one kind; `more` where there is more than is shown."""

    label: str
    hits: tuple[Hit, ...]
    more: bool = False


def wanted(words: str) -> list[str]:
    """The words looked for, folded: at most ten."""
    return fold(canonical(nfc(words.replace("\0", "")))).split()[:MOST_WORDS]


def found_by(user: Any, words: str) -> list[Group]:
    """What a user may see that holds all the words, by kind; kinds of which nothing was found are left out."""
    asked = wanted(words)
    if not asked or not user.is_authenticated:
        return []
    groups = (
        _rows(_("Chương trình"), queries.programmes_seen_by(user), asked),
        _rows(_("Nhiệm vụ, hoạt động"), queries.activities_seen_by(user).select_related("programme"), asked),
        _rows(_("Thỏa thuận hợp tác"), queries.agreements_seen_by(user).select_related("programme"), asked),
        _rows(_("Cam kết, kiến nghị, kết luận"), queries.commitments_seen_by(user).select_related("programme"), asked),
        _documents(user, asked),
        _rows(_("Số liệu"), indicators_seen_by(user), asked),
        _organisations(user, asked),
        _persons(user, asked),
    )
    return [group for group in groups if group.hits]


def _best(rows: QuerySet[Any], asked: Sequence[str], most: int = MOST) -> list[Any]:
    """The rows whose search key holds all the words as wholes: those that hold them one after another first, then the shortest.

    The database finds the letters, here whole words are told from parts of others, among the first CANDIDATES.
    """
    every = Q()
    for word in asked:
        every &= Q(search_key__contains=word)
    phrase = Case(When(search_key__contains=" ".join(asked), then=0), default=1)
    each = each_of(asked)
    found = rows.filter(every).order_by(phrase, Length("search_key"), "pk")[:CANDIDATES]
    return [row for row in found if all(word.search(row.search_key) for word in each)][: most + 1]


def _rows(label: str, rows: QuerySet[Any], asked: Sequence[str]) -> Group:
    found = _best(rows, asked)
    return Group(label, tuple(_hit(row, asked) for row in found[:MOST]), len(found) > MOST)


def _hit(row: Any, asked: Sequence[str]) -> Hit:
    programme = getattr(row, "programme", None)
    kind = row.get_kind_display() if hasattr(row, "get_kind_display") else ""
    about = " · ".join(str(part) for part in (kind, programme) if part)
    return Hit(row, marked(str(row), asked), row.get_absolute_url(), about)


def marked(title: str, asked: Sequence[str]) -> tuple[Piece, ...]:
    """A title in pieces, the words looked for marked in it."""
    title = nfc(title)
    found = snippet(title, fold(canonical(title)), asked, about=len(title))
    return found.pieces if found else (Piece(title),)


def _documents(user: Any, asked: Sequence[str]) -> Group:
    """Documents by number and title, then by their text, each once, with the sentence the words stand in."""
    named: list[Document] = _best(documents_seen_by(user), asked)
    texts = {text.document_id: text for text in _texts(user, asked)}
    documents = {row.pk: row for row in named}
    documents |= {key: text.document for key, text in texts.items() if key not in documents}
    shown = list(documents.values())[:MOST]
    versions = {text.document_id: text for text in _with_words(texts[row.pk].pk for row in shown if row.pk in texts)}
    hits = tuple(_document_hit(row, versions.get(row.pk), asked) for row in shown)
    return Group(_("Văn bản"), hits, len(documents) > MOST)


def _texts(user: Any, asked: Sequence[str]) -> list[FoldedText]:
    each, rows = each_of(asked), texts_holding(user, asked)
    phrase = Case(When(text__contains=" ".join(asked), then=0), default=1)
    found = rows.order_by(phrase, "-pk")[: 2 * MOST]
    return [row for row in found if all(word.search(row.text) for word in each)][: MOST + 1]


def _with_words(keys: Iterable[int]) -> QuerySet[FoldedText]:
    large = ("version__locators", "version__furniture", "version__properties")
    return FoldedText.objects.filter(pk__in=list(keys)).select_related("version").defer(*large)


def _document_hit(document: Document, text: FoldedText | None, asked: Sequence[str]) -> Hit:
    found: Snippet | None = snippet(text.version.text, text.text, asked) if text else None
    address = document.get_absolute_url()
    if text and found:
        address = f"{address}?lan={text.version.number}&den={found.start}-{found.end}#doan"
    about = " · ".join(str(part) for part in (document.kind_told, document.date) if part)
    return Hit(document, marked(str(document), asked), address, about, found.pieces if found else ())


def _organisations(user: Any, asked: Sequence[str]) -> Group:
    """Organisations that have a part in what the user sees: their page is what they owe."""
    parties = queries.roles_seen_by(user).order_by().values("organisation")
    found: list[Organisation] = _best(organisations_seen_by(user).filter(pk__in=parties), asked)
    ledger = reverse("register:ledger")
    hits = (Hit(row, marked(row.name, asked), f"{ledger}?don_vi={row.pk}", str(row.get_kind_display())) for row in found[:MOST])
    return Group(_("Cơ quan, đơn vị"), tuple(hits), len(found) > MOST)


def _persons(user: Any, asked: Sequence[str]) -> Group:
    """Persons with the seat they hold; without one, nothing leads to them."""
    found = _best(persons_seen_by(user), asked)
    roles: dict[int, Role] = {}
    for role in queries.roles_seen_by(user).filter(person__in=found).prefetch_related("toward").order_by("-pk"):
        if role.person_id:
            roles[role.person_id] = role
    hits = (
        Hit(row, marked(row.name, asked), roles[row.pk].get_absolute_url(), _seat(roles[row.pk]))
        for row in found
        if row.pk in roles
    )
    return Group(_("Cá nhân"), tuple(hits)[:MOST], len(found) > MOST)


def _seat(role: Role) -> str:
    return " · ".join(str(part) for part in (role.title or role.get_capacity_display(), role.post or role.organisation) if part)
