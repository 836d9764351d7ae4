"""Indicators and observations: the one place where a figure lives."""

from decimal import Decimal

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Evidence
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.spans import Span, span_of
from hopluc.web.people.models import Organisation, Place
from hopluc.web.terms import HasPeriod

DONG = "đồng"
"""The unit of money: whole đồng, kept in big integers."""
RATES = frozenset({"%", "phần trăm", "điểm phần trăm", "‰"})
"""Units of rates, which are never added up."""


class Indicator(models.Model):
    """What is counted (chỉ tiêu, chỉ số): its unit, how it adds up, and along what it may be broken down."""

    class Aggregation(models.TextChoices):
        SUM = "sum", _("Cộng dồn")
        LAST = "last", _("Lấy số cuối kỳ")
        MAX = "max", _("Lấy số lớn nhất")
        MEAN = "mean", _("Lấy trung bình")
        COUNT = "count", _("Đếm số lần ghi")
        RATIO = "ratio", _("Tỷ lệ, không cộng")
        NONE = "none", _("Không cộng")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="indicators")
    name = models.CharField(_("tên"), max_length=500)
    unit = models.CharField(_("đơn vị tính"), max_length=100, blank=True)
    aggregation = models.CharField(_("cách tổng hợp"), max_length=6, choices=Aggregation, default=Aggregation.SUM)
    dimensions = models.JSONField(_("phân tổ"), default=list, blank=True)
    search_key = models.CharField(max_length=500, editable=False, db_index=True)

    class Meta:
        ordering = ("name",)
        verbose_name = _("chỉ tiêu")
        constraints = (models.UniqueConstraint(fields=["owner", "search_key", "unit"], name="indicator_once"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})" if self.unit else self.name

    def get_absolute_url(self) -> str:
        return reverse("measures:indicator", args=[self.pk])

    def clean(self) -> None:
        self.search_key = fold(self.name)

    @property
    def is_money(self) -> bool:
        return self.unit == DONG


_ASKED = ["owner", "stage", "span", "place", "indicator"]
_TIMES = ["period_last", "period_first"]
_PARTS = ["field", "reported_by"]
_READ = [
    "withdrawn_at", "form", "low", "high", "dong_low", "dong_high", "numerator", "denominator", "content_type", "object_id",
]  # fmt: skip
COVERED = [*_ASKED, *_TIMES, *_PARTS, *_READ]
"""What sums are asked by, in the order they are grouped in, then all they read: an index of these alone answers a roll-up."""
COVERED_BY_PARTS = [*_ASKED, *_PARTS, *_TIMES, *_READ]
"""The same in the order of sums over all periods: what is in no such order is sorted first, which costs more than adding it."""


class Observation(HasPeriod):
    """A value of an indicator (số liệu): for what stage, when, where, and about what.

    `about` may be any object of a higher app (an activity, a commitment, a programme); it is None for a figure of a whole
    territory. Cumulative figures, shares of plan and the same period before are computed, never kept.
    """

    class Stage(models.TextChoices):
        BASELINE = "baseline", _("Hiện trạng (năm gốc)")
        TARGET = "target", pgettext_lazy("one", "Chỉ tiêu")
        PLAN = "plan", _("Kế hoạch")
        ESTIMATE = "estimate", _("Ước thực hiện")
        ACTUAL = "actual", _("Thực hiện")
        BUDGETED = "budgeted", _("Dự toán")
        ALLOTTED = "allotted", _("Phân bổ (giao)")
        DISBURSED = "disbursed", _("Giải ngân")
        CARRIED = "carried", _("Chuyển nguồn")
        SETTLED = "settled", _("Quyết toán")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="observations")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="observations")
    stage = models.CharField(_("loại số liệu"), max_length=9, choices=Stage, default=Stage.ACTUAL)
    form = models.CharField(_("dạng số"), max_length=12, choices=Form)
    low = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    high = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    dong_low = models.BigIntegerField(null=True, blank=True)
    dong_high = models.BigIntegerField(null=True, blank=True)
    numerator = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    qualifier = models.CharField(_("từ đi kèm"), max_length=60, blank=True)
    as_written = models.CharField(_("như đã viết"), max_length=300, blank=True)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="observations")
    place_as_written = models.CharField(_("địa bàn"), max_length=300, blank=True)
    field = models.CharField(_("lĩnh vực, phân tổ"), max_length=300, blank=True)
    breakdown = models.JSONField(default=dict, blank=True)
    reported_by = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="reported_observations"
    )
    content_type = models.ForeignKey(ContentType, null=True, blank=True, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    about = GenericForeignKey()
    evidence = GenericRelation(Evidence, related_query_name="observation")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    span = models.CharField(max_length=7, choices=Span, default=Span.OTHER, editable=False)

    class Meta:
        ordering = ("indicator", "period_first", "pk")
        verbose_name = _("số liệu")
        indexes = (
            models.Index(fields=["content_type", "object_id"]),
            models.Index(fields=["indicator", "stage"]),
            models.Index(fields=COVERED, name="observation_rolled_up"),
            models.Index(fields=COVERED_BY_PARTS, name="observation_rolled_up_by_parts"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(form="not_reported")
                | models.Q(low__isnull=True, high__isnull=True, dong_low__isnull=True, dong_high__isnull=True),
                name="observation_not_reported_has_no_number",
            ),
            models.CheckConstraint(
                condition=models.Q(form="not_reported")
                | models.Q(low__isnull=False)
                | models.Q(high__isnull=False)
                | models.Q(dong_low__isnull=False)
                | models.Q(dong_high__isnull=False),
                name="observation_has_a_number",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator}: {self.as_written or self.figure}"

    def get_absolute_url(self) -> str:
        return f"{reverse('measures:indicator', args=[self.indicator_id])}#sl{self.pk}"

    def clean(self) -> None:
        super().clean()
        self.span = span_of(self.period_first, self.period_last)
        figure = self.figure
        if figure.low is not None and figure.high is not None and figure.high < figure.low:
            raise ValidationError(_("Số đầu lớn hơn số cuối. Đề nghị kiểm tra lại khoảng giá trị."))

    @property
    def figure(self) -> Figure:
        """The value, from the money columns where the indicator counts đồng."""
        low, high = self.low, self.high
        if self.indicator.is_money:
            low, high = (None if end is None else Decimal(end) for end in (self.dong_low, self.dong_high))
        return Figure(self.form, low, high, self.numerator, self.denominator)

    @figure.setter
    def figure(self, figure: Figure) -> None:
        money = self.indicator.is_money
        if money and any(end is not None and end != end.to_integral_value() for end in (figure.low, figure.high)):
            raise ValidationError(_("Tiền được ghi bằng đồng, không có phần lẻ. Đề nghị kiểm tra lại số tiền."))
        self.form, self.numerator, self.denominator = figure.form, figure.numerator, figure.denominator
        self.low, self.high = (None, None) if money else (figure.low, figure.high)
        self.dong_low, self.dong_high = (
            (None if end is None else int(end) for end in (figure.low, figure.high)) if money else (None, None)
        )
