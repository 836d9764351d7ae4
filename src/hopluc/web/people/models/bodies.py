"""Organisations, persons, places and their succession: who there is, on which day, and who follows whom."""

from datetime import date

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.vietnamese import fold
from hopluc.web.terms import Holding


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


class OrganisationName(Holding, models.Model):
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
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

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


class Inheritance(models.Model):
    """That one obligation of a body which passed to several is taken over by this one (đơn vị kế thừa đã xác định), by whose word."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="inheritances_settled")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    row = GenericForeignKey()
    predecessor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    successor = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="inheritances")
    source = models.TextField(_("căn cứ"))
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("đơn vị kế thừa đã xác định")
        constraints = (
            models.UniqueConstraint(
                fields=["content_type", "object_id", "predecessor"],
                condition=models.Q(withdrawn_at=None),
                name="one_heir_of_an_obligation",
            ),
        )

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"

    def get_absolute_url(self) -> str:
        """The page of what was taken over."""
        assert self.row is not None, "what is taken over is something"
        address: str = self.row.get_absolute_url()
        return address
