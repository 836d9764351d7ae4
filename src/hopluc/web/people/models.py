"""Accounts, organisations, persons, places and their succession: who there is, on which day, and who follows whom."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator, validate_email
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import fold


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


class Place(models.Model):
    """Territory (địa phương) and its code, for the days it holds."""

    class Kind(models.TextChoices):
        COUNTRY = "country", _("Quốc gia")
        REGION = "region", _("Vùng")
        PROVINCE = "province", _("Tỉnh, thành phố")
        DISTRICT = "district", _("Quận, huyện")
        COMMUNE = "commune", _("Xã, phường, đặc khu")
        CITY = "city", _("Thành phố nước ngoài")

    code = models.SlugField(_("mã"), max_length=80)
    official_code = models.CharField(_("mã đơn vị hành chính"), max_length=10, blank=True)
    name = models.CharField(_("tên"), max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    within = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    since = models.DateField(_("từ ngày"), null=True, blank=True)
    until = models.DateField(_("đến ngày"), null=True, blank=True)
    source = models.TextField(_("căn cứ"), blank=True)
    search_key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(fields=["code", "kind", "since"], name="place_code_by_date"),
            models.UniqueConstraint(fields=["code", "kind"], condition=models.Q(since=None), name="place_code_always"),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.search_key = fold(self.name)


class Organisation(models.Model):
    """A party that is not one person: agency, ministry, institute, enterprise, committee, unit (cơ quan, đơn vị).

    `key` is its name as an address (`so-tai-chinh-thanh-pho-vinh-ha`), unique within its owner; `owner` is None for what
    everyone shares (the gazetteer). In a gazetteer the key of a former body may carry a year. `is_member` says that its owner
    has it work on the site (đơn vị phối hợp), and not only that documents name it.
    """

    class Kind(models.TextChoices):
        MINISTRY = "ministry", _("Bộ, cơ quan ngang bộ")
        AUTHORITY = "authority", _("Ủy ban nhân dân, Hội đồng nhân dân")
        AGENCY = "agency", _("Sở, ban, ngành")
        UNIT = "unit", _("Đơn vị trực thuộc")
        PARTY = "party", _("Cơ quan Đảng, đoàn thể")
        ACADEMY = "academy", _("Viện Hàn lâm")
        INSTITUTE = "institute", _("Viện, trung tâm nghiên cứu")
        UNIVERSITY = "university", _("Trường đại học, cao đẳng")
        ENTERPRISE = "enterprise", _("Doanh nghiệp")
        SOCIETY = "society", _("Hội, hiệp hội")
        COMMITTEE = "committee", _("Ban Chỉ đạo, tổ giúp việc, hội đồng")
        FOREIGN = "foreign", _("Đối tác nước ngoài")
        GROUP = "group", _("Nhóm cơ quan (như “các địa phương”)")
        OTHER = "other", _("Khác")

    owner = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="owned")
    key = models.CharField(max_length=300)
    name = models.CharField(_("tên"), max_length=300)
    kind = models.CharField(_("loại"), max_length=10, choices=Kind, default=Kind.OTHER)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="units")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="organisations")
    since = models.DateField(_("từ ngày"), null=True, blank=True)
    until = models.DateField(_("đến ngày"), null=True, blank=True)
    source = models.TextField(_("căn cứ"), blank=True)
    is_member = models.BooleanField(_("dùng hệ thống"), default=False)
    search_key = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("cơ quan, đơn vị")
        constraints = (
            models.UniqueConstraint(fields=["owner", "key"], name="organisation_key_in_owner"),
            models.UniqueConstraint(fields=["key"], condition=models.Q(owner=None), name="organisation_key_shared"),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.search_key = fold(self.name)

    def name_on(self, day: date) -> str:
        """The official name that held on a day; today's where none is recorded for it."""
        for named in self.names.all():
            if named.kind == OrganisationName.Kind.OFFICIAL and named.holds(day):
                return named.name
        return self.name


class OrganisationName(models.Model):
    """Another name of an organisation: short, former official, or alias; with the days it holds."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Tên chính thức")
        SHORT = "short", _("Tên viết tắt")
        ALIAS = "alias", _("Tên gọi khác")

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("tên"), max_length=300)
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.ALIAS)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    search_key = models.CharField(max_length=300, editable=False, db_index=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["organisation", "name", "since"], name="organisation_name_by_date"),
            models.UniqueConstraint(
                fields=["organisation", "name"], condition=models.Q(since=None), name="organisation_name_always"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.search_key = fold(self.name)

    def holds(self, day: date) -> bool:
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)


class Person(models.Model):
    """A person named in documents (cá nhân). The posts held are Roles; accounts are Users."""

    PERSONAL = ("name", "search_key", "title", "email", "phone", "honorific")

    class Honorific(models.TextChoices):
        UNSAID = "", _("Ông/Bà")
        MR = "mr", _("Ông")
        MRS = "mrs", _("Bà")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="persons")
    name = models.CharField(_("họ và tên"), max_length=200)
    honorific = models.CharField(_("danh xưng"), max_length=3, choices=Honorific, blank=True)
    title = models.CharField(_("học hàm, học vị"), max_length=60, blank=True)
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=30, blank=True)
    search_key = models.CharField(max_length=200, editable=False, db_index=True)

    class Meta:
        ordering = ("search_key",)
        verbose_name = _("cá nhân")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.search_key = fold(self.name)


class Succession(models.Model):
    """On a day, by a document, one body or territory passes to another: all of it, a function, or a territory.

    One row for a pair: a merger of three is three rows, a split into two is two rows with their scopes. Where the scope is not
    "all", what passes is decided one by one, never by default.
    """

    class Scope(models.TextChoices):
        ALL = "all", _("Toàn bộ")
        FUNCTION = "function", _("Một phần chức năng")
        TERRITORY = "territory", _("Một phần địa bàn")

    day = models.DateField(_("ngày"))
    scope = models.CharField(_("phạm vi"), max_length=10, choices=Scope, default=Scope.ALL)
    detail = models.TextField(_("chức năng, địa bàn"), blank=True)
    source = models.TextField(_("căn cứ"))
    predecessor = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="passed_to")
    successor = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="taken_from")
    former_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="passed_to")
    later_place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="taken_from")

    class Meta:
        ordering = ("day", "pk")
        verbose_name = _("sắp xếp tổ chức bộ máy, đơn vị hành chính")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(
                    predecessor__isnull=False, successor__isnull=False, former_place__isnull=True, later_place__isnull=True
                )
                | models.Q(
                    predecessor__isnull=True, successor__isnull=True, former_place__isnull=False, later_place__isnull=False
                ),
                name="succession_joins_two_of_a_kind",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor or self.former_place} → {self.successor or self.later_place}"


class User(AbstractBaseUser):
    """An account (tài khoản). Its name is an e-mail address or a phone number; what it may do follows from its memberships."""

    PERSONAL = ("username", "name")
    UNRECORDED = ("password", "last_login")

    username = models.CharField(_("thư điện tử hoặc số điện thoại"), max_length=150, unique=True)
    name = models.CharField(_("họ và tên"), max_length=200)
    language = models.CharField(_("ngôn ngữ"), max_length=5, default="vi", choices=[("vi", "Tiếng Việt"), ("en", "English")])
    is_active = models.BooleanField(_("đang dùng"), default=True)
    is_provisional = models.BooleanField(_("mật khẩu dùng một lần"), default=False)
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
        today = timezone.localdate()
        held: dict[int, frozenset[str]] = {}
        for organisation, role in self.memberships.holding(today).values_list("organisation_id", "role"):
            held[organisation] = held.get(organisation, frozenset()) | {role}
        new = set(held)
        while new:
            passed = Succession.objects.filter(successor__in=new, scope=Succession.Scope.ALL, day__lte=today)
            new = set()
            for predecessor, successor in passed.values_list("predecessor_id", "successor_id"):
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


class Membership(models.Model):
    """An account's place in an organisation, from a day to a day.

    That an organisation is a programme's standing agency follows from its owning the programme, and a ministry from its kind:
    neither is a role of an account.
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
    objects = Memberships.as_manager()

    class Meta:
        ordering = ("pk",)
        verbose_name = _("thành viên cơ quan")

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"

    def get_absolute_url(self) -> str:
        return self.user.get_absolute_url()

    def holds(self, day: date) -> bool:
        """Does it hold on a day."""
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)

    @property
    def owner_id(self) -> int:
        return self.organisation_id


class SignInFailure(models.Model):
    """A sign-in that failed: for how many, by whom (as keyed hashes) and when. Kept for a day."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=["account", "at"]), models.Index(fields=["address", "at"]))

    def __str__(self) -> str:
        return f"{self.at:%d/%m/%Y %H:%M}"
