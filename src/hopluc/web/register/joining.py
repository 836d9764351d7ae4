"""Which task a report may be telling of where it does not name it: proposed with reasons, never joined by itself.

What counts are the pairs of syllables of the task's title and product that are told, names of bodies left out, the rarer among the
programme's tasks the more (resembling.py), those of the programme's own title not at all; then that its lead body is named or reports, that both stand under one strand, that a legal act is named by both. What
is told of other days than the task's is not proposed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from hopluc.reading.document import Document
from hopluc.reading.facts import Found
from hopluc.reading.mentions.organisations import find_organisations
from hopluc.vietnamese import canonical, fold, nfc
from hopluc.web.documents.models import Evidence
from hopluc.web.measures.models import Observation
from hopluc.web.register.lists import WORK
from hopluc.web.register.models import Activity, Programme, Role, Statement, Strand, Telling
from hopluc.web.register.resembling import Titles
from hopluc.web.store.prepared import Prepared

Thing: TypeAlias = Statement | Observation
ENOUGH, LEAST = 0.34, 0.14
"""From which sum of evidence a task is proposed; and how much of its own words must be told in any case."""
LEAD, STRAND, ACT = 0.12, 0.06, 0.12
"""How much other evidence weighs beside the words: half the words and nothing else is enough, a sixth with lead and act is."""
MOST, NEAR = 3, 0.6
"""How many tasks are proposed at most, each at least so sure as a share of the surest."""
MOST_LOOKED_FOR = 30
FEWEST_WORDS = 5
"""A title of fewer syllables may be said without the task being meant."""
_ACT = re.compile(r"\b\d{1,5}/(?:\d{4}/)?[A-ZĐ][\w&.]*(?:-[\w&.]+)*")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Likely:
    """A task that what is told may be about, how sure that is (0 to 1), and why, in words."""

    task: Activity
    sure: float
    reasons: tuple[str, ...]


@dataclass
class Told:
    """What was said of a thing: the tasks it is joined to, those it is not about, and those it may be about."""

    joined: list[Telling] = field(default_factory=list)
    refused: set[int] = field(default_factory=set)
    likely: list[Likely] = field(default_factory=list)


@dataclass(frozen=True)
class _Said:
    """A thing as it is compared: its words, the acts it names, who reports it, under which strand, in which days."""

    words: str
    acts: frozenset[str]
    issuers: frozenset[int]
    strand: int | None


class Tasks:
    """The tasks of a programme as they are compared: three queries, however many they are."""

    def __init__(self, programme: Programme) -> None:
        rows = Activity.objects.filter(programme=programme, kind__in=WORK, withdrawn_at=None).select_related("strand")
        self.rows = {row.pk: row for row in rows}
        kind = ContentType.objects.get_for_model(Activity)
        self.leads: dict[int, dict[int, str]] = defaultdict(dict)
        led = Role.objects.filter(content_type=kind, object_id__in=list(self.rows), capacity=Role.Capacity.LEAD)
        for key, body, name in led.values_list("object_id", "organisation", "organisation__name"):
            if body is not None:
                self.leads[key][body] = _plain(name)
        self.acts = {key: set(_acts(f"{row.title} {row.product}")) for key, row in self.rows.items()}
        rest_on = Evidence.objects.filter(content_type=kind, object_id__in=list(self.rows))
        for key, number in rest_on.values_list("object_id", "passage__version__document__number"):
            if number:
                self.acts[key].add(_act(number))
        self.often = Counter(act for acts in self.acts.values() for act in acts)
        titles = {key: _without_bodies(f"{row.title}. {row.product}") for key, row in self.rows.items()}
        self.titles = Titles(titles, programme.title)

    def likely(self, said: _Said, thing: Thing, without: Iterable[int]) -> list[Likely]:
        """The tasks what is told may be about, the surest first."""
        left = set(without)
        found = []
        for held in self.titles.held_by(_without_bodies(said.words)):
            task = self.rows[held.key]
            if held.key in left or held.share < LEAST or not _of_its_days(thing, task):
                continue
            sure, reasons = held.share, [_("cùng nói: %(words)s") % {"words": "; ".join(held.phrases)}]
            for weight, reason in self._beside(said, held.key):
                sure += weight
                reasons.append(reason)
            if sure >= ENOUGH:
                found.append(Likely(task, min(1.0, sure), tuple(reasons)))
        found.sort(key=lambda one: (-one.sure, one.task.pk))
        return [one for one in found if one.sure >= NEAR * found[0].sure][:MOST]

    def _beside(self, said: _Said, key: int) -> Iterable[tuple[float, str]]:
        """What speaks for a task beside its words."""
        task = self.rows[key]
        if said.issuers & self.leads[key].keys():
            yield LEAD, _("do cơ quan chủ trì báo cáo")
        elif any(name in _plain(said.words) for name in self.leads[key].values()):
            yield LEAD, _("nêu tên cơ quan chủ trì")
        if task.strand_id is not None and task.strand_id == said.strand:
            yield STRAND, _("cùng nội dung hợp tác")
        shared = {act for act in said.acts & self.acts[key] if self.often[act] <= max(1, len(self.rows) // 3)}
        if shared:
            yield ACT, _("cùng nêu %(act)s") % {"act": ", ".join(sorted(shared))}


def told_of(things: Sequence[Thing]) -> dict[Thing, Told]:
    """For each statement or figure of the register, what was said of it and which tasks it may be about; of one that is joined
    already, no others are proposed. The queries do not grow with the things, but with their programmes."""
    made = {thing: Told() for thing in things}
    _fetch_what_they_are_of(things)
    said = Telling.objects.select_related("activity", "statement", "observation").filter(activity__withdrawn_at=None)
    statements, figures = (
        [one for one in things if isinstance(one, Statement)],
        [one for one in things if isinstance(one, Observation)],
    )
    for telling in said.filter(statement__in=statements) | said.filter(observation__in=figures):
        told = made[telling.thing]
        if telling.is_about:
            told.joined.append(telling)
        else:
            told.refused.add(telling.activity_id)
    by_programme: dict[int, list[Thing]] = defaultdict(list)
    for thing, told in made.items():
        programme = programme_of(thing)
        if programme is not None and not told.joined and thing.withdrawn_at is None:
            by_programme[programme.pk].append(thing)
    for group in by_programme.values():
        programme = programme_of(group[0])
        assert programme is not None, "it was grouped by it"
        tasks, words = Tasks(programme), _said_of(group)
        for thing in group:
            made[thing].likely = tasks.likely(words[thing], thing, made[thing].refused)
    return made


def likely_tellings(activity: Activity) -> list[tuple[Thing, Likely]]:
    """What the programme's papers tell that may be about a task and is joined to none, the surest first."""
    if activity.programme is None:
        return []
    programme, kinds = activity.programme, ContentType.objects.get_for_models(Programme, Strand)
    strands = list(programme.strands.values_list("pk", flat=True))
    about = Q(content_type=kinds[Programme], object_id=programme.pk) | Q(content_type=kinds[Strand], object_id__in=strands)
    figures = Observation.objects.filter(about, withdrawn_at=None, tellings=None)
    statements = Statement.objects.filter(programme=programme, withdrawn_at=None, tellings=None).exclude(
        kind=Statement.Kind.AIM
    )
    told = told_of([*statements, *figures.select_related("indicator")])
    found = [(thing, one) for thing, said in told.items() for one in said.likely if one.task == activity]
    return sorted(found, key=lambda pair: -pair[1].sure)[:MOST_LOOKED_FOR]


def whole_passages(links: Iterable[Evidence]) -> list[Evidence]:
    """What a thing rests on, each passage once, those within another left out: the sentence is told, not each word of it again."""
    kept: list[Evidence] = []
    for link in sorted(links, key=lambda one: one.passage.start - one.passage.end):
        mine = link.passage
        within = (one.passage for one in kept if one.passage.version_id == mine.version_id)
        if not any(other.start <= mine.start and mine.end <= other.end for other in within):
            kept.append(link)
    return kept


def tellings_of(activity: Activity) -> list[Telling]:
    """What is joined to a task and still stands, the newest first."""
    return [row for row in _told_of(activity.pk) if row.thing.withdrawn_at is None]


@Prepared
def _told_of(activity: int) -> QuerySet[Telling, Any]:
    rows = Telling.objects.filter(activity=activity, is_about=True)
    return rows.select_related("statement", "observation__indicator", "said_by").order_by("-pk")


def named_task(thing: Thing) -> Activity | None:
    """The one task of the programme whose whole title is told, word for word; of titles within each other the longest."""
    programme = programme_of(thing)
    if programme is None:
        return None
    words = f" {_plain(_words_of(thing, ()))} "
    rows = Activity.objects.filter(programme=programme, kind__in=WORK, withdrawn_at=None)
    titles = {row: _plain(row.title) for row in rows}
    named = {row: title for row, title in titles.items() if len(title.split()) >= FEWEST_WORDS and f" {title} " in words}
    longest = [row for row, title in named.items() if not any(title != other and title in other for other in named.values())]
    return longest[0] if len(longest) == 1 else None


def programme_of(thing: Thing) -> Programme | None:
    """The programme a statement is of; of a figure, the one it is about or whose strand it is about."""
    if isinstance(thing, Statement):
        return thing.programme
    about = thing.about
    return about if isinstance(about, Programme) else about.programme if isinstance(about, Strand) else None


def belongs_to(thing: Thing, activity: Activity) -> bool:
    """Is what is told of the task's own programme."""
    programme = programme_of(thing)
    return programme is not None and programme.pk == activity.programme_id


def _fetch_what_they_are_of(things: Sequence[Thing]) -> None:
    """Fetch programme, strand and indicator of many at once."""
    prefetch_related_objects([one for one in things if isinstance(one, Statement)], "programme")
    about = GenericPrefetch("about", [Strand.objects.select_related("programme"), Programme.objects.all()])
    prefetch_related_objects([one for one in things if isinstance(one, Observation)], "indicator", about)


def _said_of(things: Sequence[Thing]) -> dict[Thing, _Said]:
    """The things as they are compared, with what the passages they rest on say about them."""
    kinds = ContentType.objects.get_for_models(Statement, Observation)
    passages: dict[tuple[int, int], list[str]] = defaultdict(list)
    issuers: dict[tuple[int, int], set[int]] = defaultdict(set)
    links = Evidence.objects.none()
    for noun, kind in kinds.items():
        keys = [thing.pk for thing in things if isinstance(thing, noun)]
        links = links | Evidence.objects.filter(content_type=kind, object_id__in=keys)
    named = ("content_type", "object_id", "passage__quote", "passage__version__document__issuer")
    for kind_key, key, quote, issuer in links.values_list(*named):
        passages[kind_key, key].append(quote)
        if issuer is not None:
            issuers[kind_key, key].add(issuer)
    made = {}
    for thing in things:
        place = (kinds[type(thing)].pk, thing.pk)
        words = _words_of(thing, passages[place])
        about = (
            thing.strand_id if isinstance(thing, Statement) else thing.object_id if isinstance(thing.about, Strand) else None
        )
        made[thing] = _Said(words, frozenset(_acts(words)), frozenset(issuers[place]), about)
    return made


def _words_of(thing: Thing, passages: Iterable[str]) -> str:
    """A statement's own words; of a figure what is counted, with the words it is read from."""
    if isinstance(thing, Statement):
        return nfc(thing.text)
    return nfc(". ".join([thing.indicator.name, thing.field, thing.as_written, *passages]))


def _without_bodies(text: str) -> str:
    """The words without the names of bodies, for two that tell of one institute do not tell of one thing; and without numbers of acts,
    which are compared by themselves."""
    text = _ACT.sub(lambda found: "." * len(found[0]), nfc(text))
    for fact in find_organisations(Document("", text), Found()):
        text = f"{text[: fact.span.start]}{'.' * (fact.span.end - fact.span.start)}{text[fact.span.end :]}"
    return text


def _of_its_days(thing: Thing, task: Activity) -> bool:
    """Can what is told be of the task's days: both have two ends and share none, or it ended before the task began."""
    first, last = task.period_first, task.period_last
    begun = first is None or thing.period_last is None or thing.period_last >= first
    open_then = last is None or thing.period_first is None or thing.period_first <= last
    return begun and open_then


def _acts(text: str) -> set[str]:
    return {_act(found) for found in _ACT.findall(nfc(text))}


def _act(number: str) -> str:
    return nfc(number).strip().rstrip(".").upper()


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(fold(canonical(nfc(text)))))
