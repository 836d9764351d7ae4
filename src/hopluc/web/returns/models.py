"""The reporting year: rounds, the returns of agencies with their figures and sentences, the steps of each, private links."""

from decimal import Decimal
from functools import cached_property

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.definitions.models import OwnDefinition
from hopluc.web.documents.models import Document, Passage
from hopluc.web.intake.models import Batch
from hopluc.web.measures.figures import Figure, Form
from hopluc.web.measures.models import Indicator
from hopluc.web.people.models import Inheritance, Organisation
from hopluc.web.register.models import Activity, Programme, Progress, Statement, Strand
from hopluc.web.terms import HasPeriod

NARRATIVE = (
    Statement.Kind.RESULT,
    Statement.Kind.SHORTCOMING,
    Statement.Kind.CAUSE,
    Statement.Kind.PLAN,
    Statement.Kind.RECOMMENDATION,
)
"""What a return tells, in the order of every report. Aims are the programme's own."""


class Round(HasPeriod):
    """A reporting round (kỳ báo cáo): what is asked of whom by when. Its owner is the standing agency that asks.

    `regime` is the code of the report regime it follows, "" for one asked for by a document alone; `definitions` are the versions
    of the office's own that it was opened by. Who has answered is a query.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="rounds")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="rounds")
    title = models.CharField(_("tên kỳ báo cáo"), max_length=500)
    regime = models.CharField(_("chế độ báo cáo"), max_length=40, blank=True)
    asked_in = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="rounds_asked")
    due_on = models.DateField(_("thời hạn"))
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    definitions = models.ManyToManyField(OwnDefinition, related_name="rounds", blank=True)
    batches = models.ManyToManyField(Batch, through="RoundBatch", related_name="rounds")

    class Meta:
        ordering = ("-period_last", "-pk")
        verbose_name = _("kỳ báo cáo")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("returns:round", args=[self.pk])


class Part(models.Model):
    """A part of a round's outline (mục của đề cương): its heading, the type of narrative under it, the strand it tells of.

    `asked` are the figures each agency is asked under it: name and unit of each.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="parts")
    order = models.PositiveIntegerField(default=0)
    number = models.CharField(max_length=30, blank=True)
    title = models.CharField(max_length=1000)
    kind = models.CharField(max_length=14, choices=Statement.Kind)
    strand = models.ForeignKey(Strand, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ("round", "order", "pk")
        constraints = (models.UniqueConstraint(fields=["round", "order"], name="part_order_once"),)

    def __str__(self) -> str:
        return " ".join(part for part in (self.number, self.title) if part)


class RoundBatch(models.Model):
    """That files dropped together were dropped on a round's page; `agency`: or came by the private link of its return, from `said_by`."""

    PERSONAL = ("said_by",)

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="batch_links")
    batch = models.OneToOneField(Batch, on_delete=models.PROTECT, related_name="round_link")
    agency = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(_("người gửi, chức vụ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("tệp nhận tại kỳ báo cáo")

    def __str__(self) -> str:
        return str(self.batch)

    @property
    def owner_id(self) -> int:
        return self.round.owner_id


class Return(models.Model):
    """One agency's answer in a round (báo cáo của đơn vị): one version of it. `order` is the agency's place by protocol.

    Where it stands follows from its steps. Once received it is fixed: the database refuses to change it (triggers.py), and a late
    correction is the next version, with its `reason`.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="returns")
    agency = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="returns")
    number = models.PositiveIntegerField(_("lần"), default=1)
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    reason = models.TextField(_("lý do đính chính"), blank=True)

    class Meta:
        ordering = ("round", "order", "pk")
        verbose_name = _("báo cáo của đơn vị")
        constraints = (models.UniqueConstraint(fields=["round", "agency", "number"], name="return_version_once"),)

    def __str__(self) -> str:
        return f"{self.agency} – {self.round}"

    def get_absolute_url(self) -> str:
        return reverse("returns:show", args=[self.pk])

    @property
    def owner_id(self) -> int:
        return self.round.owner_id

    @cached_property
    def holder_id(self) -> int:
        """The body that answers for it: the agency asked, or where that passed to several, the one an officer named for this round."""
        said = Inheritance.objects.filter(content_type=ContentType.objects.get_for_model(Round), withdrawn_at=None)
        named = said.filter(object_id=self.round_id, predecessor=self.agency_id).values_list("successor", flat=True)
        return named.first() or self.agency_id

    @property
    def bodies(self) -> frozenset[int]:
        """Those that answer for it: the agency asked, as long as it has accounts, and who took it over."""
        return frozenset({self.agency_id, self.holder_id})


class Stage(models.TextChoices):
    """Which figure of a line: of the plan, done, expected for the whole period, or of the same period a year before."""

    PLAN = "plan", _("Kế hoạch")
    ACTUAL = "actual", _("Thực hiện")
    ESTIMATE = "estimate", _("Ước thực hiện")
    BEFORE = "before", _("Cùng kỳ")


class FigureLine(models.Model):
    """What is counted in a return (số liệu), with a figure for each stage that is known; % of plan is computed."""

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="figure_lines")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    name = models.CharField(_("nội dung"), max_length=500)
    unit = models.CharField(_("đơn vị tính"), max_length=100, blank=True)
    indicator = models.ForeignKey(Indicator, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(_("lý do tăng, giảm"), blank=True)
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("of_return", "part__order", "order", "pk")

    def __str__(self) -> str:
        return f"{self.name} ({self.unit})" if self.unit else self.name


class FigureCell(models.Model):
    """A figure of a line at a stage. No row: not reported (chưa có số liệu). Form `zero`: said to be none (không phát sinh)."""

    line = models.ForeignKey(FigureLine, on_delete=models.PROTECT, related_name="cells")
    stage = models.CharField(max_length=8, choices=Stage)
    form = models.CharField(max_length=12, choices=Form)
    low = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    high = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    numerator = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    denominator = models.DecimalField(max_digits=24, decimal_places=6, null=True, blank=True)
    as_written = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("line", "pk")
        constraints = (models.UniqueConstraint(fields=["line", "stage"], name="cell_once"),)

    def __str__(self) -> str:
        return self.as_written or str(self.figure)

    @property
    def figure(self) -> Figure:
        ends: list[Decimal | None] = [self.low, self.high, self.numerator, self.denominator]
        return Figure(self.form, *ends)

    @figure.setter
    def figure(self, figure: Figure) -> None:
        self.form, self.low, self.high = figure.form, figure.low, figure.high
        self.numerator, self.denominator = figure.numerator, figure.denominator


class Sentence(models.Model):
    """A typed item of narrative in a return; `activity` and `said` tell how an assigned task stands.

    `carried` says that it came from the return before and nobody has touched it since.
    """

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="sentences")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+")
    order = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=14, choices=Statement.Kind)
    text = models.TextField(blank=True)
    activity = models.ForeignKey(Activity, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said = models.CharField(_("tình hình"), max_length=12, choices=Progress.Said, blank=True)
    carried = models.BooleanField(default=False)
    passage = models.ForeignKey(Passage, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("of_return", "part__order", "order", "pk")

    def __str__(self) -> str:
        return self.text[:100]


class NothingArose(models.Model):
    """That under a part of the outline there was nothing in the period (không phát sinh trong kỳ): a zero with a name."""

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="nothings")
    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["of_return", "part"], name="nothing_once"),)

    def __str__(self) -> str:
        return str(self.part)


class Step(models.Model):
    """Something done with a return: begun, put up inside the agency, sent, received … The last one says where it stands.

    Steps are never changed or deleted (triggers.py). `said_by` is who answers for it where no account does.
    """

    PERSONAL = ("said_by",)

    class Verb(models.TextChoices):
        BEGUN = "begun", _("Đang soạn")
        TO_SECTION = "to_section", _("Trình lãnh đạo phòng")
        TO_LEADER = "to_leader", _("Trình lãnh đạo cơ quan")
        BACK = "back", _("Chuyển lại để hoàn thiện")
        SENT = "sent", _("Đã gửi")
        TAKEN_BACK = "taken_back", _("Đã rút bản gửi")
        ASKED = "asked", _("Đề nghị bổ sung, hoàn thiện")
        RECEIVED = "received", _("Đã tiếp nhận")

    class Way(models.TextChoices):
        PAGE = "page", _("trên trang")
        LINK = "link", _("qua liên kết riêng")
        PAPER = "paper", _("bằng văn bản, tệp")
        BEHALF = "behalf", _("do cơ quan thường trực ghi nhận")

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="steps")
    verb = models.CharField(max_length=10, choices=Verb)
    way = models.CharField(max_length=6, choices=Way, default=Way.PAGE)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(_("người gửi, chức vụ"), max_length=300, blank=True)
    note = models.TextField(blank=True)
    answer_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("of_return", "pk")
        verbose_name = pgettext_lazy("of a return", "bước")
        constraints = (
            models.UniqueConstraint(fields=["of_return"], condition=models.Q(verb="received"), name="received_once"),
        )
        indexes = (models.Index(fields=["of_return", "id", "verb"]),)

    def __str__(self) -> str:
        return self.get_verb_display()

    @property
    def owner_id(self) -> int:
        return self.of_return.round.owner_id


class Paper(models.Model):
    """A document that a return came as, or the signed copy of one that was typed."""

    of_return = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="papers")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="as_return")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("bản ký")
        constraints = (models.UniqueConstraint(fields=["of_return", "document"], name="paper_once"),)

    def __str__(self) -> str:
        return str(self.document)

    @property
    def owner_id(self) -> int:
        return self.of_return.round.owner_id


class ReturnLink(models.Model):
    """A private link that opens one agency's return in a round, and nothing else. Only the hash of its token is kept."""

    UNRECORDED = ("sha256", "used_at")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="links")
    agency = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_on = models.DateField(_("dùng đến hết ngày"))
    revoked_at = models.DateTimeField(null=True, blank=True)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("liên kết riêng")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def owner_id(self) -> int:
        return self.round.owner_id


class Pair(models.Model):
    """An officer's word on two sentences that may tell of one thing (trùng nhau)."""

    class Decision(models.TextChoices):
        SAME = "same", _("Cùng một việc")
        TWO = "two", _("Hai việc khác nhau")
        ASK = "ask", _("Hỏi lại hai đơn vị")

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="pairs")
    first = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="+")
    second = models.ForeignKey(Sentence, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=4, choices=Decision)
    kept = models.ForeignKey(Sentence, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        verbose_name = _("nội dung có thể trùng")
        constraints = (models.UniqueConstraint(fields=["first", "second"], name="pair_once"),)

    def __str__(self) -> str:
        return self.get_decision_display()

    @property
    def owner_id(self) -> int:
        return self.round.owner_id


class Placement(models.Model):
    """Where a sentence of a return went: into a statement of the programme's report, or left aside (`statement` is None)."""

    sentence = models.OneToOneField(Sentence, on_delete=models.PROTECT, related_name="placement")
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="placements")

    class Meta:
        ordering = ("pk",)
        verbose_name = _("nội dung được tổng hợp")

    def __str__(self) -> str:
        return str(self.statement or _("Để lại"))

    @property
    def owner_id(self) -> int:
        return self.sentence.of_return.round.owner_id
