"""What is kept of a person, where, and what becomes of it when the person's data are erased: gone, or kept and on which ground.

A person is an account, or somebody named in the register. What of an account goes and what stays is one table (OWN, STAYS); a test looks
that every table that points at an account is in it or keeps an act.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import PROTECT, Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.committees.models import Successor
from hopluc.web.documents.queries import documents_naming
from hopluc.web.journal.queries import lines_by, personal_values_of
from hopluc.web.manpower.models import Member
from hopluc.web.people.models import Passkey, Person, SignOn, User
from hopluc.web.register.models import Role

OWN = {
    "people.passkey": gettext_lazy("Khóa đăng nhập"),
    "people.signon": gettext_lazy("Tài khoản đăng nhập một lần"),
    "people.accesskey": gettext_lazy("Khóa truy cập cho phần mềm"),
    "people.secondfactor": gettext_lazy("Thiết bị xác thực hai bước"),
    "people.recoverycode": gettext_lazy("Mã dự phòng"),
    "agenda.calendarfeed": gettext_lazy("Địa chỉ lịch riêng"),
    "agenda.reminder": gettext_lazy("Thư nhắc việc đã gửi"),
    "following.follow": gettext_lazy("Nội dung đang theo dõi"),
    "following.readupto": gettext_lazy("Đã đọc tin đến đâu"),
}
"""The rows that are an account's own, by their `user`: they go with it."""
STAYS = {"people.membership", "following.remark_mentions", "journal.journalentry"}
"""What points at an account and stays, told apart from its acts: by number alone once the name is gone."""
NAMED = {"jobs.job": gettext_lazy("việc nền"), "following.attachedfile": gettext_lazy("bản của tệp đính kèm")}
"""What rows are called that bear no name of their own on the pages."""
MOST_DOCUMENTS = 50

ACTS = gettext_lazy(
    "Hồ sơ công vụ lưu theo Luật Lưu trữ 33/2024/QH15: ai đã nhập, xác nhận, quyết định. Sau khi xóa chỉ còn số tài khoản."
)
LINES = gettext_lazy("Nhật ký hệ thống không sửa được và chỉ ghi số tài khoản.")
DECIDED = gettext_lazy("Văn bản, quyết định đã ban hành nêu tên người này; lưu theo Luật Lưu trữ 33/2024/QH15.")
WRITTEN = gettext_lazy("Văn bản đã tiếp nhận giữ nguyên văn, lưu theo Luật Lưu trữ 33/2024/QH15.")


@dataclass(frozen=True)
class Held:
    """One place where something of a person is: how much, in which words; `kept` is the ground on which it stays, "" for what goes."""

    where: str
    number: int
    said: tuple[str, ...] = ()
    kept: str = ""


def held_of(subject: User | Person) -> list[Held]:
    """All that is kept of an account or of a person named in the register, place by place; empty places are left out."""
    found = _of_account(subject) if isinstance(subject, User) else _of_person(subject)
    return [place for place in found if place.number]


def own_things(account: User) -> Iterator[QuerySet[Any]]:
    """The rows that are an account's own, table by table."""
    for label in OWN:
        noun: Any = apps.get_model(label)
        yield noun.objects.filter(user=account)


def acts_of(account: User) -> dict[str, int]:
    """How many rows of each kind tell what an account did or has in charge."""
    told: dict[str, int] = {}
    for relation in _pointing_at(User):
        label = relation.related_model._meta.label_lower
        if relation.on_delete is PROTECT and label not in STAYS:
            rows = relation.related_model.objects.filter(**{relation.field.name: account})
            name = str(NAMED.get(label, relation.related_model._meta.verbose_name))
            told[name] = told.get(name, 0) + rows.count()
    return {name: number for name, number in told.items() if number}


def old_keys(account: User) -> dict[type[Model], list[str]]:
    """The passkeys and names at providers an account has, or had: what its lines say it took into use."""
    lines = lines_by(account).filter(verb__in=("register_passkey", "bind_sign_on")).values_list("object_type", "object_id")
    return {noun: [pk for label, pk in lines if label == noun._meta.label_lower] for noun in (Passkey, SignOn)}


def official_rows(person: Person) -> list[QuerySet[Any]]:
    """The rows by which decisions and delegations that stand name a person."""
    return [
        Role.objects.filter(person=person),
        Successor.objects.filter(person=person, consolidation__withdrawn_at=None),
        Member.objects.filter(person=person, withdrawn_at=None),
    ]


def withdrawn_rows(person: Person) -> list[QuerySet[Any]]:
    """The rows that named a person and were taken back: no decision rests on them."""
    return [
        Successor.objects.filter(person=person).exclude(consolidation__withdrawn_at=None),
        Member.objects.filter(person=person).exclude(withdrawn_at=None),
    ]


def is_named_officially(person: Person) -> bool:
    """Does anything that must be kept name the person."""
    return any(rows.exists() for rows in official_rows(person))


def _of_account(account: User) -> Iterator[Held]:
    today = timezone.localdate()
    said = (
        _("Họ và tên: %(name)s") % {"name": account.name},
        _("Tên đăng nhập: %(name)s") % {"name": account.username},
        _("Ngôn ngữ: %(name)s") % {"name": account.get_language_display()},
    )
    yield Held(_("Tài khoản"), 1, said)
    places = account.memberships.select_related("organisation")
    ended = _("đã thôi")
    held = tuple(str(place) if place.holds(today) else f"{place} ({ended})" for place in places)
    yield Held(_("Vai trò ở các cơ quan"), len(held), held, str(ACTS))
    for label, rows in zip(OWN, own_things(account), strict=True):
        personal = getattr(rows.model, "PERSONAL", ())
        yield Held(str(OWN[label]), rows.count(), tuple(rows.values_list(personal[0], flat=True)) if personal else ())
    old = {value for noun, keys in old_keys(account).items() for value in personal_values_of(noun, keys)}
    values = sorted(old | set(personal_values_of(User, [str(account.pk)])))
    yield Held(_("Họ tên, tên đăng nhập, tên khóa từng ghi trong nhật ký"), len(values), tuple(values))
    acts = acts_of(account)
    yield Held(
        _("Việc đã làm, đang được giao"), sum(acts.values()), tuple(f"{name}: {n}" for name, n in acts.items()), str(ACTS)
    )
    yield Held(_("Dòng nhật ký ghi người này thực hiện"), lines_by(account).count(), (), str(LINES))


def _of_person(person: Person) -> Iterator[Held]:
    official = is_named_officially(person)
    yield Held(_("Họ và tên"), 1, (person.name,), str(DECIDED) if official else "")
    columns = (person.get_honorific_display() if person.honorific else "", person.title, person.email, person.phone)
    contact = tuple(value for value in columns if value)
    yield Held(_("Danh xưng, học vị, thư điện tử, điện thoại"), len(contact), contact)
    for rows in official_rows(person):
        yield Held(_said_of(rows), rows.count(), tuple(_told(row) for row in rows), str(DECIDED))
    for rows in withdrawn_rows(person):
        yield Held(_("%(kind)s, đã rút") % {"kind": _said_of(rows)}, rows.count(), tuple(_told(row) for row in rows))
    said = personal_values_of(Person, [str(person.pk)])
    values = [value for value in said if value not in {fold(other) for other in said if other != value}]
    yield Held(_("Giá trị từng ghi trong nhật ký"), len(values), tuple(values))
    named = documents_naming(person.owner, person.name)
    titles = tuple(str(document) for document in named[:MOST_DOCUMENTS])
    yield Held(_("Văn bản của cơ quan có nêu tên này"), named.count(), titles, str(WRITTEN))


def _said_of(rows: QuerySet[Any]) -> str:
    name = str(rows.model._meta.verbose_name)
    return name[:1].upper() + name[1:]


def _told(row: Any) -> str:
    """What a row says of the person it names: where, as what, which post."""
    where = {Role: "toward", Successor: "consolidation", Member: "delegation"}[type(row)]
    what = (row.title or row.get_capacity_display()) if isinstance(row, Role) else ""
    return ", ".join(part for part in (str(getattr(row, where)), what, row.post) if part)


def _pointing_at(noun: type[Model]) -> Iterator[Any]:
    return (found for found in noun._meta.get_fields(include_hidden=True) if found.auto_created and not found.concrete)
