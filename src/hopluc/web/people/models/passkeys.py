"""What an account signs in with beside its password: passkeys."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models.accounts import User


class Passkey(models.Model):
    """A passkey of an account (khóa đăng nhập): the public half of a key pair, the other half of which stays in the holder's device.

    A key whose signature counter went back may have been copied: it is refused from then on, until its holder takes it away.
    """

    PERSONAL = ("name",)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(_("tên khóa"), max_length=80)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    credential = models.BinaryField(editable=False)
    counter = models.BigIntegerField(default=0, editable=False)
    is_synced = models.BooleanField(default=False, editable=False)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)
    refused_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("khóa đăng nhập")

    def __str__(self) -> str:
        return self.name
