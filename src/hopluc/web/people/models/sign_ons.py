"""Who an account is at a provider of sign-on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from hopluc.web.people.models.accounts import User


class SignOn(models.Model):
    """An account's name at a provider of sign-on (tài khoản đăng nhập một lần), bound once by its holder."""

    PERSONAL = ("subject",)

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ons")
    provider = models.CharField(max_length=30, editable=False)
    issuer = models.CharField(max_length=300, editable=False)
    subject = models.CharField(max_length=255, editable=False)
    bound_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ("pk",)
        verbose_name = _("tài khoản đăng nhập một lần")
        constraints = (
            models.UniqueConstraint(fields=["issuer", "subject"], name="one_account_of_a_subject"),
            models.UniqueConstraint(fields=["user", "issuer"], name="one_subject_of_an_account"),
        )

    def __str__(self) -> str:
        return f"{self.provider} {self.pk}"
