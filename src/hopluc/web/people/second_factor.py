"""The second step of signing in: a code by time (RFC 6238) from a device, or one of ten recovery codes, each good once. Passkeys
(passkeys.py) stand beside it, and share the recovery codes.

What the device and the site share is never kept: it is derived from the site's secret key and a random salt, so that neither the
database nor a copy of it alone opens anything.
"""

import hmac
import secrets
from base64 import b32encode
from hashlib import sha256

import pyotp
import segno
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from hopluc.web.journal.actions import record
from hopluc.web.people.models import Membership, Passkey, RecoveryCode, SecondFactor, User
from hopluc.web.people.passwords import GROUP, LETTERS

NEEDING = frozenset({Membership.Role.LEADER, Membership.Role.ADMINISTRATOR})
"""The roles that need a second step, where the site asks for one."""
CODES = 10
STEP = 30
_DRIFT = (0, -1, 1)
_BYTES = 20
"""160 bits, as RFC 4226 recommends for SHA-1."""


def is_needed(user: User) -> bool:
    """Does the site ask this account for a second step: a leader or an administrator anywhere today."""
    return settings.SECOND_FACTOR and any(roles & NEEDING for roles in user.standing.values())


def new_salt() -> str:
    """A random salt for a device that is being set up."""
    return secrets.token_hex(16)


def secret_of(salt: str, key: str = "") -> str:
    """What a device of this salt shares with the site, in base 32; under the site's key of today, or an older one."""
    digest = salted_hmac("second factor", salt, secret=key or None, algorithm="sha256").digest()
    return b32encode(digest[:_BYTES]).decode()


def in_groups(secret: str) -> str:
    """The secret as it is read and typed: in groups of four, which also break on a narrow screen; authenticators leave spaces out."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def address_of(salt: str, user: User) -> str:
    """The address that a QR code tells an authenticator."""
    return pyotp.TOTP(secret_of(salt)).provisioning_uri(name=user.username, issuer_name=settings.SITE_NAME)


def picture_of(address: str) -> str:
    """The QR code of an address, as a picture within the page."""
    return str(segno.make(address, error="m").png_data_uri(scale=5, border=2))


def step_of(salt: str, code: str, last: int) -> int | None:
    """The time step whose code this is, later than the last one used; None where it is none. A code is good once."""
    digits = "".join(code.split())
    now = int(timezone.now().timestamp()) // STEP
    for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        device = pyotp.TOTP(secret_of(salt, key))
        for drift in _DRIFT:
            step = now + drift
            if step > last and hmac.compare_digest(device.generate_otp(step).encode(), digits.encode()):
                return step
    return None


@transaction.atomic
def set_up(user: User, *, salt: str, code: str) -> list[str] | None:
    """Take a device into use (thiết lập xác thực hai bước) by a code it shows, instead of any before. Returns the recovery codes, told
    only now; None where the code is not right.
    """
    step = step_of(salt, code, 0)
    if step is None:
        return None
    SecondFactor.objects.update_or_create(user=user, defaults={"salt": salt, "last_step": step})
    user.second_factor = secrets.token_hex(8)
    user.save(update_fields=["second_factor"])
    SecondFactor.objects.filter(user=user).update(taken_off_at=None, taken_off_by=None)
    record(user, "set_up_second_factor", user)
    return _new_codes(user)


def start_with_passkey(user: User) -> list[str] | None:
    """Have passkeys stand as the second step. Returns the recovery codes, told only now; None where the account had a second step."""
    if user.second_factor:
        return None
    user.second_factor = secrets.token_hex(8)
    user.save(update_fields=["second_factor"])
    SecondFactor.objects.filter(user=user).update(taken_off_at=None, taken_off_by=None)
    return _new_codes(user)


def go_on_without_passkey(user: User, *, has_other: bool) -> User:
    """After a passkey went: what it opened is asked again; where it was the last second step, there is none any more."""
    user.second_factor = secrets.token_hex(8) if has_other else ""
    user.save(update_fields=["second_factor"])
    if not has_other:
        RecoveryCode.objects.filter(user=user).delete()
    return user


@transaction.atomic
def renew_codes(user: User) -> list[str]:
    """New recovery codes; those before open nothing more. Returns them, told only now."""
    record(user, "renew_recovery_codes", user)
    return _new_codes(user)


def _new_codes(user: User) -> list[str]:
    RecoveryCode.objects.filter(user=user).delete()
    codes = ["-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(3)) for _ in range(CODES)]
    RecoveryCode.objects.bulk_create(RecoveryCode(user=user, sha256=_hash_of(code)) for code in codes)
    return codes


def _hash_of(code: str) -> str:
    """What is kept of a recovery code. It holds 59 random bits, so that its hash cannot be tried out."""
    return sha256(code.replace("-", "").replace(" ", "").lower().encode()).hexdigest()


@transaction.atomic
def accepts(user: User, code: str) -> bool:
    """Is this the device's code of now, or a recovery code not yet used; it is used up by asking."""
    if not user.second_factor:
        return False
    device = SecondFactor.objects.select_for_update().filter(user=user).exclude(salt="").first()
    step = step_of(device.salt, code, device.last_step) if device is not None else None
    if device is not None and step is not None:
        device.last_step = step
        device.save(update_fields=["last_step"])
        return True
    used = RecoveryCode.objects.filter(user=user, sha256=_hash_of(code), used_at=None).update(used_at=timezone.now())
    if used:
        record(user, "use_recovery_code", user)
    return bool(used)


def codes_left(user: User) -> int:
    """How many recovery codes are not used yet."""
    return RecoveryCode.objects.filter(user=user, used_at=None).count()


@transaction.atomic
def take_off(user: User, *, by: User | None, reason: str = "") -> User:
    """Take an account's device off (gỡ thiết bị), and its passkeys: lost, or no longer wanted. Sessions opened with it are asked again,
    if need be.
    """
    SecondFactor.objects.update_or_create(user=user, defaults={"salt": "", "taken_off_at": timezone.now(), "taken_off_by": by})
    RecoveryCode.objects.filter(user=user).delete()
    Passkey.objects.filter(user=user).delete()
    user.second_factor = ""
    user.save(update_fields=["second_factor"])
    record(by, "take_off_second_factor", user, reason=reason)
    return user
