"""Accounts, their places in organisations from day to day, and sign-ins that failed."""

import copy
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models.bodies import Organisation, Succession
from hopluc.web.store.prepared import Prepared
from hopluc.web.terms import Holding


def username_of(text: str) -> str:
    """An account's name in its one form: an e-mail address in lower case, or a phone number in digits from 0.

    >>> username_of(" +84 912 345 678 "), username_of("Ha@VinhHa.gov.vn")
    ('0912345678', 'ha@vinhha.gov.vn')
    """
    said = "".join(text.split()).lower()
    digits = said.replace(".", "").replace("-", "").removeprefix("+84")
    if digits.isdigit():
        return digits if digits.startswith("0") or not said.startswith("+84") else f"0{digits}"
    return said


a_phone_number = RegexValidator(r"^\+?[0-9]{9,15}$")


def validate_username(name: str) -> None:
    """Refuse, with a ValidationError, an account's name that is neither an e-mail address nor a phone number."""
    try:
        (validate_email if "@" in name else a_phone_number)(name)
    except ValidationError as refused:
        raise ValidationError(
            {"username": _("Tên đăng nhập là địa chỉ thư điện tử hoặc số điện thoại, như ha@vinhha.example, 0912345678.")}
        ) from refused


class Accounts(BaseUserManager["User"]):
    """Make and find accounts by their name in its one form."""

    def create_user(self, username: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(username=username_of(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username_of(username or ""))


class User(AbstractBaseUser):
    """An account (tài khoản). Its name is an e-mail address or a phone number; what it may do follows from its memberships."""

    PERSONAL = ("username", "name")
    UNRECORDED = ("password", "last_login", "second_factor")

    username = models.CharField(_("thư điện tử hoặc số điện thoại"), max_length=150, unique=True)
    name = models.CharField(_("họ và tên"), max_length=200)
    language = models.CharField(_("ngôn ngữ"), max_length=5, default="vi", choices=[("vi", "Tiếng Việt"), ("en", "English")])
    is_active = models.BooleanField(_("đang dùng"), default=True)
    is_provisional = models.BooleanField(_("mật khẩu dùng một lần"), default=False)
    provisional_until = models.DateTimeField(null=True, blank=True, editable=False)
    second_factor = models.CharField(max_length=16, blank=True, editable=False)
    joined_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]  # noqa: RUF012, as Django declares it
    objects = Accounts()

    class Meta:
        verbose_name = _("tài khoản")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """Its page for those who administer it."""
        return reverse("people:account", args=[self.pk])

    def get_full_name(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.username = username_of(self.username)
        validate_username(self.username)

    @property
    def erased_username(self) -> str:
        """The name that stands for the account's own once its data are erased: an address that cannot be."""
        return f"xoa-{self.pk}@xoa.invalid"

    @property
    def is_erased(self) -> bool:
        """Are its personal data erased: it bears a number in place of a name, and is never opened again."""
        return self.username == self.erased_username

    def unique_error_message(self, model_class: type[models.Model], unique_check: Iterable[str]) -> ValidationError:
        if tuple(unique_check) != ("username",):
            return super().unique_error_message(model_class, unique_check)  # type: ignore[arg-type]
        return ValidationError(
            _(
                "Thư điện tử hoặc số điện thoại này đã dùng cho một tài khoản khác. "
                "Đề nghị dùng tài khoản đó, hoặc ghi thư điện tử, số điện thoại khác."
            ),
            code="unique",
        )

    @cached_property
    def standing(self) -> dict[int, frozenset[str]]:
        """The organisations the user acts in today, and as what; an organisation wholly merged into one of them is its heir's."""
        return self._standing_by(_places_of(self.pk, timezone.localdate()))

    def within(self, organisation: Organisation) -> "User":
        """The account as it acts in one organisation alone, for what others of that one are to read."""
        alone = copy.copy(self)
        alone.__dict__.pop("administered", None)
        places = self.memberships.holding(timezone.localdate()).filter(organisation=organisation)
        alone.__dict__["standing"] = self._standing_by(places.values_list("organisation_id", "role"))
        return alone

    def _standing_by(self, places: Iterable[tuple[int, str]]) -> dict[int, frozenset[str]]:
        today = timezone.localdate()
        held: dict[int, frozenset[str]] = {}
        for organisation, role in places:
            held[organisation] = held.get(organisation, frozenset()) | {role}
        new = set(held)
        while new:
            passed = _passed_to(tuple(new), today)
            new = set()
            for predecessor, successor in passed:
                if (
                    predecessor is not None
                    and successor is not None
                    and not held[successor] <= held.get(predecessor, frozenset())
                ):
                    held[predecessor] = held.get(predecessor, frozenset()) | held[successor]
                    new.add(predecessor)
        return held

    @cached_property
    def administered(self) -> frozenset[int]:
        """The organisations whose accounts the user looks after today: those it is administrator of, and their members that
        have no administrator of their own.
        """
        own = {pk for pk, roles in self.standing.items() if Membership.Role.ADMINISTRATOR in roles}
        if not own:
            return frozenset()
        led = Membership.objects.holding(timezone.localdate()).filter(
            role=Membership.Role.ADMINISTRATOR, user__is_active=True, organisation__is_member=True
        )
        members = Organisation.objects.filter(owner__in=own, is_member=True).exclude(pk__in=led.values("organisation"))
        return frozenset(own | set(members.values_list("pk", flat=True)))

    def acts_for(self, organisation_id: int | None, roles: Iterable[str]) -> bool:
        """Does the user hold one of `roles` in an organisation, or in its heir, today."""
        return organisation_id is not None and not self.standing.get(organisation_id, frozenset()).isdisjoint(roles)


class Memberships(models.QuerySet["Membership"]):
    """Memberships by day."""

    def holding(self, day: date) -> "Memberships":
        """Those that hold on a day."""
        return self.filter(
            models.Q(since__isnull=True) | models.Q(since__lte=day), models.Q(until__isnull=True) | models.Q(until__gte=day)
        )


@Prepared
def _places_of(user: int, day: date) -> models.QuerySet["Membership", Any]:
    return Membership.objects.holding(day).filter(user=user).values_list("organisation_id", "role")


@Prepared
def _passed_to(successors: tuple[int, ...], day: date) -> models.QuerySet[Succession, Any]:
    passed = Succession.objects.filter(successor__in=successors, scope=Succession.Scope.ALL, day__lte=day, withdrawn_at=None)
    return passed.values_list("predecessor_id", "successor_id")


class Membership(Holding, models.Model):
    """An account's place in an organisation, from a day to a day.

    That an organisation is a programme's standing agency follows from its owning the programme, and a ministry from its kind:
    neither is a role of an account. One who `deputises` for another has that one's role for some days (ủy quyền khi vắng mặt).
    """

    class Role(models.TextChoices):
        VIEWER = "viewer", _("Người xem")
        OFFICER = "officer", _("Chuyên viên")
        SECTION_HEAD = "section_head", _("Lãnh đạo phòng")
        LEADER = "leader", _("Lãnh đạo")
        ADMINISTRATOR = "administrator", _("Quản trị")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("vai trò"), max_length=15, choices=Role)
    since = models.DateField(_("từ ngày"), null=True, blank=True)
    until = models.DateField(_("đến ngày"), null=True, blank=True)
    deputises = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="deputies", verbose_name=_("thay cho")
    )
    objects = Memberships.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("thành viên cơ quan")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"

    def get_absolute_url(self) -> str:
        return self.user.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.organisation_id


class SecondFactor(models.Model):
    """The device of an account (thiết bị xác thực hai bước): a salt, from which what it shares with the site is derived.

    The account's `second_factor` is drawn anew with each device and each passkey that goes; each session keeps the one that opened it.
    Without a salt it is taken off, or only passkeys are in use.
    """

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="device")
    salt = models.CharField(max_length=32, blank=True)
    last_step = models.BigIntegerField(default=0)
    taken_off_at = models.DateTimeField(null=True, blank=True)
    taken_off_by = models.ForeignKey(User, models.SET_NULL, null=True, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.user_id}"


class RecoveryCode(models.Model):
    """A code that stands for the device once; only its hash is kept."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    sha256 = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "sha256"], name="recovery_code_once"),)

    def __str__(self) -> str:
        return f"{self.user_id}"


class AccessKey(models.Model):
    """A key by which a program reads the interface in an account's name, until the end of a day (khóa truy cập).

    Only its hash is kept; `hint` are its first letters, by which its holder knows it again. `asked` counts the requests of `minute`.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="access_keys")
    name = models.CharField(_("dùng cho"), max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=20)
    made_at = models.DateTimeField(auto_now_add=True)
    until = models.DateField(_("đến hết ngày"))
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    minute = models.DateTimeField(null=True, blank=True)
    asked = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "name"], condition=models.Q(revoked_at=None), name="access_key_name_in_account"
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """What it is for and how it begins."""
        return f"{self.name} ({self.hint}…)"

    @property
    def has_lapsed(self) -> bool:
        """Is it past its day."""
        return self.until < timezone.localdate()


class SignInFailure(models.Model):
    """A sign-in that failed: for how many, by whom (as keyed hashes) and when. Kept for a day."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=["account", "at"]), models.Index(fields=["address", "at"]))

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M}"
