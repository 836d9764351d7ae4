"""Erase a person's data: all that is the person's own goes, what the law has kept stays under a number, and the journal still verifies."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from hopluc.vietnamese import nfc
from hopluc.web.journal.actions import forget_personal_values, record
from hopluc.web.people import throttle
from hopluc.web.people.models import Person, User
from hopluc.web.personal import held

Erased = TypeVar("Erased", User, Person)
GONE = "Đã xóa dữ liệu"
"""What stands in the place of a name, before a number: the same in every language, for it is stored."""


@transaction.atomic
def erase_account(account: User, *, by: User | None, confirmed: str, reason: str) -> User:
    """Erase the data of an account that was closed (xóa dữ liệu cá nhân): its name, its address, its keys, what the journal keeps apart of them.

    What it did stays, under its number. Raises ValidationError for an account in use, one that is erased, and another name than its own.
    """
    row = User.objects.select_for_update().get(pk=account.pk)
    if row.is_active:
        raise ValidationError(
            _("Tài khoản đang dùng. Đề nghị dừng tài khoản trước, bàn giao công việc nếu còn, rồi xóa dữ liệu.")
        )
    if row.is_erased:
        raise ValidationError(_("Dữ liệu của tài khoản này đã xóa."))
    _check_name(confirmed, row.name)
    throttle.forget_account(row.username)
    gone = {label: rows.delete()[0] for label, rows in zip(held.OWN, held.own_things(row), strict=True)}
    values = forget_personal_values(User, [str(row.pk)])
    values += sum(forget_personal_values(noun, keys) for noun, keys in held.old_keys(row).items())
    row.name, row.username, row.language = f"{GONE} {row.pk}", row.erased_username, "vi"
    row.second_factor, row.last_login, row.provisional_until = "", None, None
    row.set_unusable_password()
    row.save()
    return _noted(row, by=by, reason=reason, gone={label: n for label, n in gone.items() if n} | {"journal": values})


@transaction.atomic
def erase_person(person: Person, *, by: User | None, confirmed: str, reason: str) -> Person:
    """Erase the data of a person named in the register (xóa dữ liệu cá nhân): all but the name where a decision that must be kept names
    the person, which then stays. Raises ValidationError for another name than the person's.
    """
    row = Person.objects.select_for_update().get(pk=person.pk)
    _check_name(confirmed, row.name)
    values = forget_personal_values(Person, [str(row.pk)])
    for rows in held.withdrawn_rows(row):
        values += forget_personal_values(rows.model, [str(pk) for pk in rows.values_list("pk", flat=True)])
        rows.update(post="")
    if not held.is_named_officially(row):
        row.name = f"{GONE} {row.pk}"
    row.honorific = row.title = row.email = row.phone = ""
    row.clean()
    row.save()
    return _noted(row, by=by, reason=reason, gone={"journal": values})


def _noted(row: Erased, *, by: User | None, reason: str, gone: dict[str, int]) -> Erased:
    record(by, "erase_personal_data", row, after={"gone": gone}, reason=reason)
    return row


def _check_name(confirmed: str, name: str) -> None:
    """Erasing cannot be undone: whoever does it writes the name once more."""
    if nfc(" ".join(confirmed.split())).casefold() != nfc(" ".join(name.split())).casefold():
        raise ValidationError({"confirmed": _("Họ và tên chưa khớp. Đề nghị ghi đúng như trên trang, đủ dấu.")})
