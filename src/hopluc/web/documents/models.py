"""Documents and their versions, passages in them, and evidence: the one link from a passage to what rests on it."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.vietnamese import fold
from hopluc.web.documents.issuers import out_of_capitals
from hopluc.web.pages.addresses import address_of
from hopluc.web.people.models import Organisation
from hopluc.web.terms import HasDate


class Document(HasDate):
    """Anything with a text (văn bản, tài liệu). Its number, date, issuer and title are claims it makes.

    `incoming_number` and `incoming_on` (số đến, ngày đến) are ours. A document nobody signed (a call, an oral instruction, an
    officer's statement) is a source too, of a lower mark: it names who said it and when, and gives way to paper.
    """

    class Kind(models.TextChoices):
        LAW = "law", _("Luật, nghị định, thông tư")
        RESOLUTION = "resolution", _("Nghị quyết")
        DECISION = "decision", _("Quyết định")
        DIRECTIVE = "directive", _("Chỉ thị")
        PLAN = "plan", _("Kế hoạch")
        PROGRAMME = "programme", _("Chương trình, đề án")
        CONCLUSION = "conclusion", _("Thông báo, kết luận")
        REPORT = "report", pgettext_lazy("one", "Báo cáo")
        SUBMISSION = "submission", _("Tờ trình")
        LETTER = "letter", _("Công văn")
        MINUTES = "minutes", _("Biên bản")
        AGREEMENT = "agreement", _("Thỏa thuận, hợp đồng")
        ARTICLE = "article", _("Tin, bài")
        TABLE = "table", _("Bảng số liệu")
        NOTE = "note", _("Ghi nhận")
        OTHER = "other", _("Khác")

    class Source(models.TextChoices):
        PAPER = "paper", _("Văn bản, tệp")
        NEWS = "news", _("Trang tin")
        CALL = "call", _("Trao đổi qua điện thoại")
        ORAL = "oral", _("Chỉ đạo trực tiếp")
        STATEMENT = "statement", _("Cán bộ ghi nhận")

    class Circulation(models.TextChoices):
        INTERNAL = "internal", _("Trong cơ quan")
        PROGRAMME = "programme", _("Các cơ quan trong chương trình")
        PUBLIC = "public", _("Công khai")

    WEAKER = frozenset({Source.CALL, Source.ORAL, Source.STATEMENT})

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("loại"), max_length=12, choices=Kind, default=Kind.OTHER)
    source = models.CharField(_("nguồn"), max_length=10, choices=Source, default=Source.PAPER)
    circulation = models.CharField(_("phạm vi"), max_length=10, choices=Circulation, default=Circulation.INTERNAL)
    title = models.CharField(_("trích yếu, tên"), max_length=1000)
    number = models.CharField(_("số, ký hiệu"), max_length=100, blank=True)
    issuer_as_written = models.CharField(_("cơ quan ban hành"), max_length=300, blank=True)
    issuer = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="issued_documents")
    incoming_number = models.CharField(_("số đến"), max_length=50, blank=True)
    incoming_on = models.DateField(_("ngày đến"), null=True, blank=True)
    told_by = models.CharField(_("người cung cấp"), max_length=200, blank=True)
    told_at = models.DateTimeField(_("lúc"), null=True, blank=True)
    address = models.URLField(_("địa chỉ trang tin"), max_length=1000, blank=True)
    replaces = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)
    added_at = models.DateTimeField(auto_now_add=True)
    search_key = models.TextField(editable=False)

    class Meta:
        ordering = ("-pk",)
        verbose_name = _("văn bản")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(source__in=["call", "oral", "statement"])
                | models.Q(told_at__isnull=False) & ~models.Q(told_by=""),
                name="document_weaker_source_names_who_and_when",
                violation_error_message=_("Nguồn không có văn bản cần ghi rõ người cung cấp và thời điểm."),
            ),
        )

    def __str__(self) -> str:
        return " ".join(part for part in (self.number, self.title) if part)

    def get_absolute_url(self) -> str:
        return address_of("documents:show", self.pk)

    def clean(self) -> None:
        super().clean()
        self.search_key = fold(f"{self.number} {self.title} {self.issuer_as_written}")

    @property
    def issued_by(self) -> str:
        """Who issued it, as running text writes a name."""
        return out_of_capitals(self.issuer_as_written)

    @property
    def kind_told(self) -> Any:
        """Its kind in words; nothing where offices have no word for it."""
        return "" if self.kind == self.Kind.OTHER else self.get_kind_display()

    @property
    def weaker(self) -> bool:
        """Is this a source without paper, which gives way to paper."""
        return self.source in self.WEAKER


class DocumentVersion(models.Model):
    """One file of a document, kept by the hash of its content, and the text read from it with the way back to page and cell.

    `written` are the stretches that stand otherwise in the file (start, end, letters), typed in an old encoding or recognised on a scan;
    `doubtful` the words (start, end) that were not surely recognised.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("lần"))
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    name = models.CharField(_("tên tệp"), max_length=300)
    media_type = models.CharField(max_length=150)
    text = models.TextField(blank=True)
    reader = models.CharField(max_length=40, blank=True)
    locators = models.JSONField(default=list, blank=True)
    furniture = models.JSONField(default=list, blank=True)
    written = models.JSONField(default=list, blank=True)
    doubtful = models.JSONField(default=list, blank=True)
    properties = models.JSONField(default=dict, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("document", "number")
        verbose_name = _("bản của văn bản")
        constraints = (
            models.UniqueConstraint(fields=["document", "number"], name="version_number_once"),
            models.UniqueConstraint(fields=["document", "sha256"], name="version_content_once"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    @property
    def owner_id(self) -> int:
        return self.document.owner_id


class FoldedText(models.Model):
    """The text of a document's newest version as search compares it: no marks, no case, offset by offset the text itself."""

    document = models.OneToOneField(Document, primary_key=True, on_delete=models.CASCADE, related_name="folded")
    version = models.ForeignKey(DocumentVersion, on_delete=models.CASCADE, related_name="+")
    text = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.text[:100]


class Passage(models.Model):
    """A place in one version (đoạn trích): offsets in code points, the words there, and the words about them."""

    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=60, blank=True)
    suffix = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("version", "start", "end")
        verbose_name = _("đoạn trích")
        constraints = (
            models.UniqueConstraint(fields=["version", "start", "end"], name="passage_once"),
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="passage_is_not_empty"),
        )

    def __str__(self) -> str:
        return self.quote[:100]

    def get_absolute_url(self) -> str:
        """The page of the document, this passage marked in it: one address for whoever may see the document."""
        place = f"lan={self.version.number}&den={self.start}-{self.end}#doan"
        return f"{address_of('documents:show', self.version.document_id)}?{place}"

    @property
    def owner_id(self) -> int:
        return self.version.document.owner_id


class Evidence(models.Model):
    """That a passage says the value of a field of an object (minh chứng), as it wrote it."""

    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="evidence")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    field = models.CharField(max_length=60, blank=True)
    as_written = models.TextField(blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("minh chứng")
        indexes = (models.Index(fields=["content_type", "object_id"]),)
        constraints = (models.UniqueConstraint(fields=["passage", "content_type", "object_id", "field"], name="evidence_once"),)

    def __str__(self) -> str:
        return self.as_written or str(self.passage)

    @property
    def weaker(self) -> bool:
        """Does it rest on a source without paper."""
        return self.passage.version.document.weaker
