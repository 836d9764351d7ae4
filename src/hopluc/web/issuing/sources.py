"""The passages a report rests on: collected as its phrases are made, each once, with where it stands in words."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from hopluc.reporting.report import Source
from hopluc.reporting.review import Cited
from hopluc.web.documents.models import Document, DocumentVersion, Evidence, Passage
from hopluc.web.documents.versions import document_of

Stretch: TypeAlias = tuple[int, int, int]
"""A stretch of text: the version it is of, where it begins and where it ends."""
_FIRST_WORD, _LAST_WORD = re.compile(r"\A\S+\s*"), re.compile(r"\s*\S+\Z")


class Sources:
    """Evidence of the rows a report tells of, fetched at once by class; `cited` makes a phrase that rests on it."""

    def __init__(self, address: Callable[[Passage], str | None]) -> None:
        self._address = address
        self._evidence: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
        self._used: dict[int, Source] = {}
        self._versions: dict[int, DocumentVersion] = {}

    def fetch(self, rows: Iterable[Model]) -> None:
        """Fetch the evidence of rows, class by class."""
        by_class: dict[type[Model], set[Any]] = defaultdict(set)
        for row in rows:
            by_class[type(row)].add(row.pk)
        for kind, keys in by_class.items():
            type_id = ContentType.objects.get_for_model(kind).pk
            links = list(
                Evidence.objects.filter(content_type=type_id, object_id__in=keys).select_related("passage").order_by("pk")
            )
            self._fetch_versions({link.passage.version_id for link in links})
            for link in links:
                link.passage.version = self._versions[link.passage.version_id]
                self._evidence[(type_id, link.object_id)].append(link)

    def _fetch_versions(self, keys: set[int]) -> None:
        """Each version once: its text and locators are large, and many passages share it."""
        new = keys - self._versions.keys()
        if new:
            self._versions |= DocumentVersion.objects.select_related("document").in_bulk(new)

    def stretches(self, row: Model) -> list[Stretch]:
        """The stretches of text that say the whole of a row; where none does, those that say its fields."""
        links = self._evidence.get((ContentType.objects.get_for_model(type(row)).pk, row.pk), [])
        whole = [link.passage for link in links if not link.field] or [link.passage for link in links]
        return [(passage.version_id, passage.start, passage.end) for passage in whole]

    def documents(self, row: Model) -> list[Document]:
        """The documents that say a row."""
        links = self._evidence.get((ContentType.objects.get_for_model(type(row)).pk, row.pk), [])
        return list(dict.fromkeys(link.passage.version.document for link in links))

    def cited(self, row: Model, text: Any, *fields: str, most: int = 3, figure: bool = False) -> Cited:
        """`text` as a phrase that rests on what is said of those fields of the row, else of the whole row."""
        said = str(text or "").strip()
        if not said:
            return Cited("")
        links = self._evidence.get((ContentType.objects.get_for_model(type(row)).pk, row.pk), [])
        of_fields = [link for link in links if link.field in fields] or [link for link in links if not link.field] or links
        keys = dict.fromkeys(self._key(link.passage) for link in of_fields)
        return Cited(said, tuple(keys)[:most], figure)

    def used(self) -> tuple[Source, ...]:
        """Every source a phrase was made with, in the order it was first needed."""
        return tuple(self._used.values())

    def _key(self, passage: Passage) -> str:
        if passage.pk not in self._used:
            version = passage.version
            document = version.document
            self._used[passage.pk] = Source(
                key=str(passage.pk),
                document=f"{document.kind_told} {document.number}".strip() if document.number else document.title,
                place=place_in_words(passage),
                quote=passage.quote,
                prefix=prefix_in_words(passage),
                suffix=suffix_in_words(passage),
                address=self._address(passage),
                weaker=document.weaker,
            )
        return self._used[passage.pk].key


def prefix_in_words(passage: Passage) -> str:
    """The words before a passage, without the piece of a word that the kept context began in."""
    begin = passage.start - len(passage.prefix)
    cut = begin > 0 and passage.prefix[:1].strip() and passage.version.text[begin - 1].strip()
    return _FIRST_WORD.sub("", passage.prefix) if cut else passage.prefix


def suffix_in_words(passage: Passage) -> str:
    """The words after a passage, without the piece of a word that the kept context ended in."""
    end = passage.end + len(passage.suffix)
    cut = passage.suffix[-1:].strip() and passage.version.text[end : end + 1].strip()
    return _LAST_WORD.sub("", passage.suffix) if cut else passage.suffix


def place_in_words(passage: Passage) -> str:
    """`trang 3`, `bảng 1, dòng 2` or `đoạn 12`, as far as the source tells."""
    locator = document_of(passage.version).locate(passage.start)
    if locator is None:
        line = passage.version.text.count("\n", 0, passage.start) + 1
        return f"dòng {line}"
    if locator.cell is not None:
        return f"bảng {locator.cell[0] + 1}, dòng {locator.cell[1] + 1}"
    if locator.page is not None:
        return f"trang {locator.page}"
    return f"đoạn {(locator.paragraph or 0) + 1}"
