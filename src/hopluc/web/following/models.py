"""What people say of the register among themselves: whom they follow it for, remarks with mentions, files attached in versions."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models import Organisation


class Follow(models.Model):
    """That an account is told of what is done to an object (theo dõi), from the journal's line `since` on."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    since = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("theo dõi")
        constraints = (models.UniqueConstraint(fields=["user", "content_type", "object_id"], name="follow_once"),)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.about}"


class ReadUpTo(models.Model):
    """Up to which line of the journal an account has read its notices, and up to which it was told of them by mail."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, primary_key=True, on_delete=models.CASCADE, related_name="+")
    read = models.PositiveBigIntegerField(default=0)
    mailed = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.user_id}: {self.read}"


class Scope(models.TextChoices):
    """Who may read what is said: the agency that said it, or whoever sees the object."""

    AGENCY = "agency", _("Trong cơ quan")
    EVERYONE = "everyone", _("Mọi cơ quan thấy nội dung này")


class Said(models.Model):
    """Something an agency's people add to an object, which is no part of the register itself."""

    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    scope = models.CharField(_("ai đọc được"), max_length=8, choices=Scope, default=Scope.AGENCY)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering = ("pk",)
        indexes = (models.Index(fields=["content_type", "object_id"]),)

    def get_absolute_url(self) -> str:
        """Where it is read: on the page of what it is about."""
        assert self.about is not None, "what is said is about something"
        return f"{self.about.get_absolute_url()}#trao-doi"


class Remark(Said):
    """A remark (ý kiến), and the colleagues it mentions."""

    PERSONAL = ("text",)

    text = models.TextField(_("ý kiến"))
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="mentioned_in", blank=True)

    class Meta(Said.Meta):
        verbose_name = _("ý kiến")

    def __str__(self) -> str:
        return self.text[:100]


class Attachment(Said):
    """A file beside an object (tệp đính kèm): its versions are all kept."""

    title = models.CharField(_("tên tệp đính kèm"), max_length=300)

    class Meta(Said.Meta):
        verbose_name = _("tệp đính kèm")

    def __str__(self) -> str:
        return self.title


class AttachedFile(models.Model):
    """One version of an attachment, kept by the hash of its content, and why it came instead of the one before."""

    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("bản"))
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    name = models.CharField(_("tên tệp"), max_length=300)
    reason = models.TextField(_("lý do"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("attachment", "-number")
        constraints = (models.UniqueConstraint(fields=["attachment", "number"], name="attached_version_once"),)

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"

    def get_absolute_url(self) -> str:
        return reverse("following:download", args=[self.attachment_id, self.number])
