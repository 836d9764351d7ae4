"""Keys by which programs read the interface in an account's name (khóa truy cập): told once, kept as a hash, good until a day.

A key opens the addresses under `/api/v1/` and no page: what its holder may write, a program with the key may not.
"""

import secrets
from datetime import timedelta
from typing import Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from hopluc.web.journal.actions import record
from hopluc.web.people.models import AccessKey, User
from hopluc.web.people.queries import own_access_keys
from hopluc.web.people.tokens import MOST_A_MINUTE, hash_of

MARK: Final = "hopluc_"
"""How every key begins, so that it is found where it was left by mistake."""
DAYS: Final = (30, 90, 180, 365)
"""For how long a key may be good."""
MOST_KEYS: Final = 10
_BYTES: Final = 32
_TOLD: Final = len(MARK) + 4


@transaction.atomic
def make_key(user: User, *, by: User, name: str, days: int) -> tuple[AccessKey, str]:
    """Make a key for an account (tạo khóa truy cập). Returns it with the words a program shows, told only now.

    Raises ValidationError for a name in use, a time there is not, and past the most keys of one account.
    """
    holder = User.objects.select_for_update().get(pk=user.pk)
    if days not in DAYS:
        raise ValidationError({"days": _("Thời hạn này không có. Đề nghị chọn trong danh sách.")})
    live = own_access_keys(holder)
    if live.count() >= MOST_KEYS:
        raise ValidationError(
            _("Mỗi tài khoản có tối đa %(most)s khóa. Đề nghị thu hồi khóa không còn dùng.") % {"most": MOST_KEYS}
        )
    if live.filter(name=name).exists():
        raise ValidationError({"name": _("Đã có khóa mang tên này. Đề nghị đặt tên khác, hoặc thu hồi khóa cũ trước.")})
    words = MARK + secrets.token_urlsafe(_BYTES)
    until = timezone.localdate() + timedelta(days=days)
    key = AccessKey(user=holder, name=name, sha256=hash_of(words), hint=words[:_TOLD], until=until)
    key.full_clean()
    key.save(force_insert=True)
    record(by, "make_access_key", holder, after={"access_key": key.label, "until": until})
    return key, words


@transaction.atomic
def revoke_key(key: AccessKey, *, by: User) -> AccessKey:
    """Take a key back (thu hồi khóa): it opens nothing more, at once."""
    if AccessKey.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record(by, "revoke_access_key", key.user, before={"access_key": key.label})
    return key


def revoke_all(user: User, *, by: User | None) -> None:
    """Take all keys of an account back, as when its password is given anew: who had the old one may have made them."""
    keys = list(own_access_keys(user))
    AccessKey.objects.filter(pk__in=[key.pk for key in keys]).update(revoked_at=timezone.now())
    for key in keys:
        record(by, "revoke_access_key", user, before={"access_key": key.label})


def key_in_use(words: str) -> AccessKey | None:
    """The key of these words; None where there is none, it was taken back or is past its day, or its account is closed or has only a
    one-time password.
    """
    if not words.startswith(MARK):
        return None
    rows = AccessKey.objects.filter(sha256=hash_of(words), revoked_at=None, until__gte=timezone.localdate())
    return rows.filter(user__is_active=True, user__is_provisional=False).select_related("user").first()


def seconds_to_wait(key: AccessKey) -> int:
    """Count one request of a key: 0, or for how many seconds its requests of this minute are used up. Counted for all processes."""
    now = timezone.now()
    minute = now.replace(second=0, microsecond=0)
    mine = AccessKey.objects.filter(pk=key.pk)
    mine.exclude(minute=minute).update(minute=minute, asked=0)
    taken = mine.filter(asked__lt=MOST_A_MINUTE).update(asked=F("asked") + 1, used_at=now)
    return 0 if taken else 60 - now.second
