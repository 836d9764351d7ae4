"""The room of indices (phòng chỉ số): frameworks, editions with their units and series, figures with evidence, results, official scores."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.scorecards import Definition, definition_in
from hopluc.scorecards.stored import Asked, digest
from hopluc.web.documents.models import Document
from hopluc.web.intake.models import Upload
from hopluc.web.jobs.models import Job
from hopluc.web.people.models import Organisation, Place


class Framework(models.Model):
    """An index framework (khung chỉ số) as an organisation entered it: its definition to the byte, and where it came from."""

    UNRECORDED = ("text",)

    class Status(models.TextChoices):
        OFFICIAL = "official", _("Bản chính thức")
        RECONSTRUCTED = "reconstructed", _("Dựng lại, chưa phải bản chính thức")
        EXAMPLE = "example", _("Minh họa")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="frameworks")
    code = models.CharField(_("mã"), max_length=80)
    edition = models.CharField(_("bản"), max_length=40)
    name = models.CharField(_("tên"), max_length=300)
    status = models.CharField(_("tính chất"), max_length=13, choices=Status)
    source = models.TextField(_("căn cứ"), blank=True)
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    came_from = models.CharField(_("nguồn tệp"), max_length=300)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name", "-pk")
        verbose_name = _("khung chỉ số")
        constraints = (models.UniqueConstraint(fields=["owner", "sha256"], name="framework_once"),)

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("observatory:framework", args=[self.pk])

    @cached_property
    def definition(self) -> Definition:
        """The definition its text gives."""
        return definition_in(self.text, self.came_from)


class Edition(models.Model):
    """A framework filled for a year (kỳ chỉ số) by a standing agency. Once a result of it is published the database keeps it as it is;
    a correction is an edition of its own that says what it `corrects`.
    """

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="editions")
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField(_("năm"))
    title = models.CharField(_("tên"), max_length=400)
    due_on = models.DateField(_("hạn cung cấp số liệu"), null=True, blank=True)
    number = models.PositiveSmallIntegerField(_("lần"), default=1)
    corrects = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrected_by")
    reason = models.TextField(_("lý do đính chính"), blank=True)
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    opened_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-year", "title", "-number")
        verbose_name = _("kỳ chỉ số")
        constraints = (
            models.UniqueConstraint(
                fields=["framework", "year", "number"],
                condition=models.Q(withdrawn_at=None),
                name="edition_once",
                violation_error_message=_("Khung này đã có kỳ của năm đó. Đề nghị mở kỳ đã có."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({_('đính chính lần')} {self.number - 1})" if self.number > 1 else self.title

    def get_absolute_url(self) -> str:
        return reverse("observatory:edition", args=[self.pk])

    @property
    def definition(self) -> Definition:
        """The definition of its framework."""
        return self.framework.definition


class OfEdition(models.Model):
    """A row that belongs to an edition, and so to its owner."""

    edition: "models.ForeignKey[Edition, Edition]"

    class Meta:
        abstract = True

    @property
    def owner_id(self) -> int:
        return self.edition.owner_id


class Unit(OfEdition):
    """One that is scored (địa phương, đơn vị được đánh giá): its code and name, and the classes the definition asks for."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="units")
    order = models.PositiveSmallIntegerField()
    code = models.CharField(_("mã"), max_length=40)
    name = models.CharField(_("tên"), max_length=300)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    is_home = models.BooleanField(_("địa phương mình"), default=False)
    classes = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ("order",)
        verbose_name = _("đơn vị được đánh giá")
        constraints = (models.UniqueConstraint(fields=["edition", "code"], name="unit_code_in_edition"),)

    def __str__(self) -> str:
        return self.name


class Series(OfEdition):
    """The figures of one indicator or denominator in an edition (số liệu của một chỉ số): who supplies them."""

    class Kind(models.TextChoices):
        INDICATOR = "indicator", _("Chỉ số thành phần")
        DENOMINATOR = "denominator", _("Mẫu số")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="series")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.INDICATOR)
    code = models.CharField(_("mã"), max_length=80)
    name = models.CharField(_("tên"), max_length=500)
    measure = models.CharField(_("đơn vị tính"), max_length=100, blank=True)
    agency = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="series",
        verbose_name=_("cơ quan cung cấp"),
    )

    class Meta:
        ordering = ("order",)
        verbose_name = pgettext_lazy("index", "chỉ số thành phần")
        constraints = (models.UniqueConstraint(fields=["edition", "code"], name="series_code_in_edition"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("observatory:series", args=[self.pk])


class Entry(models.Model):
    """One figure (ô số liệu): of one series and one unit, as supplied, with its year and source, and how far it has come.

    No row, and a row without a value, say the same: there is no figure yet. A missing figure is never zero.
    """

    class State(models.TextChoices):
        MISSING = "missing", _("Chưa có")
        SENT = "sent", _("Đã gửi")
        ASKED = "asked", _("Đề nghị bổ sung")
        CHECKED = "checked", _("Đã kiểm tra")
        ACCEPTED = "accepted", _("Được Bộ chấp nhận")

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="entries")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="entries")
    value = models.FloatField(_("số liệu"), null=True, blank=True)
    as_written = models.CharField(_("như đã viết"), max_length=60, blank=True)
    year = models.PositiveSmallIntegerField(_("năm số liệu"), null=True, blank=True)
    source = models.CharField(_("nguồn, trang"), max_length=500, blank=True)
    note = models.CharField(_("ghi chú"), max_length=1000, blank=True)
    state = models.CharField(_("tình trạng"), max_length=8, choices=State, default=State.MISSING)
    confirmed = models.CharField(_("lý do số liệu đúng"), max_length=500, blank=True)
    wanted = models.CharField(_("nội dung đề nghị bổ sung"), max_length=1000, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    entered_at = models.DateTimeField(null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("series", "unit")
        verbose_name = _("số liệu chỉ số")
        verbose_name_plural = _("số liệu chỉ số")
        constraints = (
            models.UniqueConstraint(fields=["series", "unit"], name="entry_once"),
            models.CheckConstraint(
                condition=models.Q(value__isnull=False) | models.Q(state__in=["missing", "asked"]),
                name="entry_without_value_is_missing",
            ),
            models.CheckConstraint(
                condition=models.Q(value__isnull=True) | ~models.Q(state="missing"), name="entry_with_value_is_not_missing"
            ),
        )

    def __str__(self) -> str:
        return f"{self.series.code}, {self.unit}"

    def get_absolute_url(self) -> str:
        return f"{self.series.get_absolute_url()}#o{self.unit_id}"

    @property
    def owner_id(self) -> int:
        return self.series.owner_id


class Proof(models.Model):
    """Evidence of a figure (minh chứng): a document, or a file that is still being read, and the place in it that says the figure."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="proofs")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs")
    upload = models.ForeignKey(Upload, null=True, blank=True, on_delete=models.PROTECT, related_name="proofs")
    page = models.PositiveSmallIntegerField(_("trang"), null=True, blank=True)
    quote = models.CharField(_("đoạn trích"), max_length=1000, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("minh chứng")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(document__isnull=False, upload__isnull=True)
                | models.Q(document__isnull=True, upload__isnull=False),
                name="proof_is_a_document_or_an_upload",
            ),
        )

    def __str__(self) -> str:
        return str(self.paper or self.upload)

    def get_absolute_url(self) -> str:
        return self.entry.get_absolute_url()

    @property
    def owner_id(self) -> int:
        return self.entry.owner_id

    @property
    def paper(self) -> Document | None:
        """The document, once it is read."""
        return self.document or (self.upload.document if self.upload else None)

    @property
    def address(self) -> str:
        """The page of the document, with the words of the quote marked where its newest text has them; "" while it is not read."""
        paper = self.paper
        if paper is None:
            return ""
        version = paper.versions.order_by("number").last() if self.quote else None
        start = version.text.find(self.quote) if version else -1
        place = f"?lan={version.number}&den={start}-{start + len(self.quote)}" if version and start >= 0 else ""
        return f"{paper.get_absolute_url()}{place}"


class Result(OfEdition):
    """A computation of an edition (lần tính): the definition and the figures it was made of, to the byte, and all that came of them.

    `sha256` is the hash of what came of them: whoever computes the same again gets the same.
    """

    UNRECORDED = ("text", "figures", "outcome")

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="results")
    number = models.PositiveSmallIntegerField(_("lần tính"))
    text = models.TextField()
    figures = models.TextField()
    replicates = models.PositiveIntegerField(_("số lần tính lại"), default=0)
    seed = models.PositiveIntegerField(default=1)
    asked_sha256 = models.CharField(max_length=64)
    engine = models.CharField(max_length=40)
    outcome = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    computed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    computed_at = models.DateTimeField(auto_now_add=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    reviewed_at = models.DateTimeField(null=True, blank=True, editable=False)
    review = models.CharField(_("ý kiến soát xét"), max_length=1000, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    published_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-number",)
        verbose_name = _("lần tính")
        constraints = (
            models.UniqueConstraint(fields=["edition", "number"], name="result_number_in_edition"),
            models.UniqueConstraint(
                fields=["edition"], condition=models.Q(published_at__isnull=False), name="result_published_once"
            ),
            models.CheckConstraint(
                condition=models.Q(published_at__isnull=True) | models.Q(reviewed_at__isnull=False) & ~models.Q(sha256=""),
                name="result_published_is_reviewed",
            ),
        )

    def __str__(self) -> str:
        return f"{self.edition}, {_('lần tính')} {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("observatory:result", args=[self.pk])

    @property
    def asked(self) -> Asked:
        """What was asked for, in the form the engine keeps."""
        return Asked(self.text, self.figures, self.replicates, self.seed)

    @property
    def is_whole(self) -> bool:
        """Do the texts kept still have their hashes."""
        return self.asked.sha256 == self.asked_sha256 and digest(self.outcome) == self.sha256


class ProfileSet(models.Model):
    """The profiles of all units of a result in one language (bộ hồ sơ), as one archive; made by a job, made anew in its place."""

    UNRECORDED = ("content",)

    class Language(models.TextChoices):
        VIETNAMESE = "vi", _("Tiếng Việt")
        ENGLISH = "en", _("Tiếng Anh")

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="profile_sets")
    language = models.CharField(_("ngôn ngữ"), max_length=2, choices=Language)
    content = models.BinaryField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    job = models.ForeignKey(Job, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("-language",)
        verbose_name = _("bộ hồ sơ")
        constraints = (models.UniqueConstraint(fields=["result", "language"], name="profile_set_once"),)

    def __str__(self) -> str:
        return f"{self.result}, {self.get_language_display()}"

    def get_absolute_url(self) -> str:
        return reverse("observatory:profile_set", args=[self.pk])

    @property
    def owner_id(self) -> int:
        return self.result.owner_id


class OfficialScore(OfEdition):
    """A score or rank as its owner published it (kết quả đã công bố), beside ours: never what ours is made of."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="official_scores")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="official_scores")
    group = models.CharField(_("nhóm"), max_length=80)
    score = models.FloatField(_("điểm"), null=True, blank=True)
    rank = models.PositiveSmallIntegerField(_("hạng"), null=True, blank=True)
    source = models.CharField(_("căn cứ"), max_length=500)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("unit", "group")
        verbose_name = _("kết quả đã công bố")
        constraints = (
            models.UniqueConstraint(fields=["edition", "unit", "group"], name="official_score_once"),
            models.CheckConstraint(
                condition=models.Q(score__isnull=False) | models.Q(rank__isnull=False), name="official_score_says_something"
            ),
        )

    def __str__(self) -> str:
        return f"{self.unit}, {self.group}"
