"""Lay a definition of one's own over the shared one, take an earlier version up again, end it: each is a new version."""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.web.definitions.contents import read_content
from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.definitions.queries import newest_of
from hopluc.web.journal.actions import enter
from hopluc.web.people.models import Organisation, User


@dataclass(frozen=True)
class Worded:
    """A definition as it is to be saved: its kind, code and name, and its YAML text."""

    kind: str
    code: str
    name: str
    content: str


@transaction.atomic
def lay_definition(owner: Organisation, *, by: User | None, worded: Worded, since: date, source: str) -> OwnDefinition:
    """Save the next version of a definition of the organisation's own (lưu bản định nghĩa riêng), to hold from a day on.

    Raises WrongDefinition where its text does not say what it must, ValidationError where it says what the newest says already.
    """
    read_content(worded.kind, worded.content, f"{worded.code}.yaml")
    newest = newest_of(owner, worded.kind, worded.code)
    same = newest is not None and (newest.content, newest.since) == (worded.content, since)
    if newest is not None and same and not newest.ended:
        raise ValidationError(
            _("Nội dung và ngày hiệu lực giống hệt bản %(number)s. Đề nghị sửa nội dung hoặc ngày rồi lưu.")
            % {"number": newest.number}
        )
    row = OwnDefinition(owner=owner, kind=worded.kind, code=worded.code, name=worded.name, content=worded.content)
    return _enter(row, newest, by=by, verb="lay_definition", since=since, source=source)


@transaction.atomic
def take_up_again(version: OwnDefinition, *, by: User | None, since: date, source: str) -> OwnDefinition:
    """Take an earlier version up again (dùng lại bản cũ): its words are saved as the newest version."""
    worded = Worded(version.kind, version.code, version.name, version.content)
    return lay_definition(version.owner, by=by, worded=worded, since=since, source=source)


@transaction.atomic
def end_definition(version: OwnDefinition, *, by: User | None, since: date, source: str) -> OwnDefinition:
    """Use the office's own no longer from a day on (thôi dùng bản riêng): the shared one, where there is one, holds again."""
    row = OwnDefinition(owner=version.owner, kind=version.kind, code=version.code, name=version.name, ended=True)
    newest = newest_of(version.owner, version.kind, version.code)
    return _enter(row, newest, by=by, verb="end_definition", since=since, source=source)


def _enter(
    row: OwnDefinition, newest: OwnDefinition | None, *, by: User | None, verb: str, since: date, source: str
) -> OwnDefinition:
    row.number = newest.number + 1 if newest else 1
    row.since, row.source, row.made_by = since, source, by
    return enter(row, by=by, verb=verb)
