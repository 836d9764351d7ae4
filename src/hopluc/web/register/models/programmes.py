"""Programmes, their strands, the documents they rest on, and the typed items of their narrative."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.documents.models import Document, Evidence
from hopluc.web.measures.models import Observation
from hopluc.web.pages.addresses import address_of
from hopluc.web.people.models import Organisation
from hopluc.web.register.models.roles import Role
from hopluc.web.terms import HasDate, HasPeriod


class Programme(HasPeriod):
    """A cooperation programme (chương trình). Its owner is its standing agency."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="programmes")
    title = models.CharField(_("tên chương trình"), max_length=1000)
    short_title = models.CharField(_("tên gọi tắt"), max_length=200, blank=True)
    strand_label = models.CharField(_("tên gọi của các phần"), max_length=60, default="Nội dung hợp tác")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    search_key = models.TextField(editable=False)
    documents = models.ManyToManyField(Document, through="ProgrammeDocument", related_name="programmes")
    roles = GenericRelation(Role, related_query_name="of_programme")
    evidence = GenericRelation(Evidence, related_query_name="programme")
    observations = GenericRelation(Observation, related_query_name="programme")

    class Meta:
        ordering = ("-period_first", "title")
        verbose_name = _("chương trình")

    def __str__(self) -> str:
        return self.short_title or self.title

    def get_absolute_url(self) -> str:
        return address_of("register:programme", self.pk)

    def clean(self) -> None:
        super().clean()
        self.search_key = fold(f"{self.title} {self.short_title}")

    @property
    def programme_id(self) -> int:
        return self.pk


class ProgrammeDocument(models.Model):
    """That a document belongs to a programme, and as what."""

    class Part(models.TextChoices):
        APPROVAL = "approval", _("Văn bản phê duyệt")
        CHANGE = "change", _("Văn bản điều chỉnh, kiện toàn")
        PLAN = "plan", _("Kế hoạch")
        REPORT = "report", pgettext_lazy("one", "Báo cáo")
        AGREEMENT = "agreement", pgettext_lazy("one", "Thỏa thuận")
        OTHER = "other", _("Tài liệu khác")

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="document_links")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="programme_links")
    part = models.CharField(_("là"), max_length=10, choices=Part, default=Part.OTHER)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("văn bản của chương trình")
        constraints = (models.UniqueConstraint(fields=["programme", "document"], name="programme_document_once"),)

    def __str__(self) -> str:
        return str(self.document)

    @property
    def owner_id(self) -> int:
        return self.programme.owner_id


class Strand(models.Model):
    """A division of a programme's work (nội dung hợp tác), with its number in the document."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="strands")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    number = models.CharField(_("số mục"), max_length=30, blank=True)
    title = models.CharField(_("tên"), max_length=1000)
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    evidence = GenericRelation(Evidence, related_query_name="strand")
    observations = GenericRelation(Observation, related_query_name="strand")

    class Meta:
        ordering = ("programme", "order", "pk")
        verbose_name = _("nội dung hợp tác")

    def __str__(self) -> str:
        return " ".join(part for part in (self.number, self.title) if part)

    def get_absolute_url(self) -> str:
        return f"{address_of('register:programme', self.programme_id)}?phan=noi-dung#nd{self.pk}"

    @property
    def owner_id(self) -> int:
        return self.programme.owner_id


class LegalBasis(HasDate):
    """A document a programme rests on (căn cứ): as cited, and the document itself where we have it."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="legal_bases")
    document = models.ForeignKey(Document, null=True, blank=True, on_delete=models.PROTECT, related_name="cited_by")
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True)
    text = models.TextField(_("căn cứ như đã viết"))
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    evidence = GenericRelation(Evidence, related_query_name="legal_basis")

    class Meta:
        ordering = ("programme", "order", "pk")
        verbose_name = _("căn cứ")

    def __str__(self) -> str:
        return self.number or self.text[:100]

    def get_absolute_url(self) -> str:
        return f"{address_of('register:programme', self.programme_id)}#cc{self.pk}"

    @property
    def owner_id(self) -> int:
        return self.programme.owner_id


class Statement(HasPeriod):
    """A typed item of narrative: aim, result, shortcoming, cause, plan, recommendation. `explains` links cause to shortcoming."""

    class Kind(models.TextChoices):
        AIM = "aim", _("Mục tiêu")
        RESULT = "result", _("Kết quả")
        SHORTCOMING = "shortcoming", _("Tồn tại, hạn chế")
        CAUSE = "cause", _("Nguyên nhân")
        PLAN = "plan", _("Phương hướng, nhiệm vụ")
        RECOMMENDATION = "recommendation", _("Đề xuất, kiến nghị")

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="statements")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="statements")
    strand = models.ForeignKey(Strand, null=True, blank=True, on_delete=models.PROTECT, related_name="statements")
    strand_as_written = models.CharField(max_length=500, blank=True)
    kind = models.CharField(_("loại"), max_length=14, choices=Kind)
    text = models.TextField(_("nội dung"))
    order = models.PositiveIntegerField(_("thứ tự"), default=0)
    explains = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="explained_by")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    evidence = GenericRelation(Evidence, related_query_name="statement")

    class Meta:
        ordering = ("programme", "order", "pk")
        verbose_name = _("nội dung báo cáo")

    def __str__(self) -> str:
        return self.text[:100]

    def get_absolute_url(self) -> str:
        part = "tong-quan" if self.kind == self.Kind.AIM else "noi-dung"
        return f"{address_of('register:programme', self.programme_id)}?phan={part}#nx{self.pk}"
