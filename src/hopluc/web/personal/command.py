"""hopluc person: what is kept of a person, taken out, erased, on the machine itself."""

import sys
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils import timezone

from hopluc.errors import HopLucError
from hopluc.web.people.models import Person, User
from hopluc.web.personal import actions, tables
from hopluc.web.personal.held import held_of


@dataclass(frozen=True)
class Wanted:
    """Who is meant, by the account's name or the person's number; where files go; with a reason and the name again, that all be erased."""

    account: str | None
    number: int | None
    out: Path | None
    erase: bool
    reason: str
    confirmed: str


def person(wanted: Wanted) -> int:
    """Tell what is kept of a person, write it to files, and erase it where that is wanted."""
    subject = _subject(wanted)
    if wanted.out is not None:
        _write(subject, wanted.out)
    if wanted.erase:
        _erase(subject, wanted)
        subject.refresh_from_db()
    for place in held_of(subject):
        said = "; ".join(place.said)
        sys.stdout.write(f"{place.where} ({place.number}){f': {said}' if said else ''} [{place.kept or 'xóa được'}]\n")
    return 0


def _subject(wanted: Wanted) -> User | Person:
    try:
        return User.objects.get_by_natural_key(wanted.account) if wanted.account else Person.objects.get(pk=wanted.number or 0)
    except (User.DoesNotExist, Person.DoesNotExist):
        raise HopLucError(
            detail="Không có người này. Đề nghị kiểm tra lại tên đăng nhập, hoặc số ở địa chỉ trang của người đó."
        ) from None


def _write(subject: User | Person, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "du-lieu-ca-nhan.json").write_bytes(tables.as_json(subject, timezone.now()))
    agency = tables.agency_of_data(subject)
    if agency is not None:
        (folder / "du-lieu-ca-nhan.docx").write_bytes(tables.as_word(subject, agency))


def _erase(subject: User | Person, wanted: Wanted) -> None:
    if not wanted.reason.strip():
        raise HopLucError(detail="Xóa dữ liệu cần lý do. Đề nghị ghi --reason và --confirm HỌ_TÊN.")
    try:
        if isinstance(subject, User):
            actions.erase_account(subject, by=None, confirmed=wanted.confirmed, reason=wanted.reason)
        else:
            actions.erase_person(subject, by=None, confirmed=wanted.confirmed, reason=wanted.reason)
    except ValidationError as refused:
        raise HopLucError(detail=" ".join(refused.messages)) from refused
