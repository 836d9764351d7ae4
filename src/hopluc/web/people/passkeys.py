"""Passkeys (khóa đăng nhập, WebAuthn): registered, used, taken away. What a browser answers is checked by `fido2`.

A key stands for both steps of signing in: the device that holds it, and the finger, face or PIN that opens it there; a key that does
not ask for one is refused. The site keeps the public half alone.
"""

import json
import struct
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from fido2.cose import ES256, RS256, EdDSA
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    CollectedClientData,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from hopluc.web.journal.actions import record
from hopluc.web.people import second_factor
from hopluc.web.people.ceremonies import LONGEST_ANSWER, Ceremony, PasskeyCopied, PasskeyRefused, Place
from hopluc.web.people.models import Passkey, SecondFactor, User

MOST = 10
"""How many keys an account may have."""
ALGORITHMS = frozenset({ES256.ALGORITHM, EdDSA.ALGORITHM, RS256.ALGORITHM})
MALFORMED = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError, RecursionError, struct.error,
)  # fmt: skip
"""What reading an answer raises that no browser gave."""


def _server(place: Place) -> Fido2Server:
    server = Fido2Server(
        PublicKeyCredentialRpEntity(id=place.domain, name=settings.SITE_NAME),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda said: said == place.origin,
    )
    server.allowed_algorithms = [one for one in server.allowed_algorithms if one.alg in ALGORITHMS]
    return server


def handle_of(user: User) -> bytes:
    """What a device knows the account by: nothing that tells who it is."""
    return sha256(f"passkey holder {user.pk}".encode()).digest()


def ask_to_register(user: User, place: Place) -> tuple[dict[str, Any], Ceremony]:
    """The options a browser makes a new key by, and the ceremony to be finished."""
    options, state = _server(place).register_begin(
        PublicKeyCredentialUserEntity(id=handle_of(user), name=user.username, display_name=user.name),
        credentials=[_data_of(key) for key in user.passkeys.all()],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options), Ceremony(place, state)


def ask_to_prove(user: User | None, place: Place) -> tuple[dict[str, Any], Ceremony]:
    """The options a browser uses a key by: one of the account's, or without an account whichever the device holds for this site."""
    keys = None if user is None else [_data_of(key) for key in user.passkeys.filter(refused_at=None)]
    options, state = _server(place).authenticate_begin(keys, user_verification=UserVerificationRequirement.REQUIRED)
    return dict(options), Ceremony(place, state)


@transaction.atomic
def register(user: User, ceremony: Ceremony, answer: str, *, name: str) -> list[str] | None:
    """Take a key into use (đăng ký khóa đăng nhập). Returns recovery codes, told only now, where it is the account's first second step.

    Raises PasskeyRefused for an answer that is not to this question, ValidationError for one key too many or one known already.
    """
    User.objects.select_for_update().get(pk=user.pk)
    data, counter, is_synced = _registered(ceremony, answer)
    digest = sha256(data.credential_id).hexdigest()
    if Passkey.objects.filter(sha256=digest).exists():
        raise ValidationError(_("Khóa này đã đăng ký. Đề nghị dùng khóa khác hoặc thiết bị khác."))
    if user.passkeys.count() >= MOST:
        raise ValidationError(_("Mỗi tài khoản có tối đa %(n)s khóa. Đề nghị gỡ bớt khóa không dùng.") % {"n": MOST})
    key = Passkey.objects.create(
        user=user, name=name, sha256=digest, credential=bytes(data), counter=counter, is_synced=is_synced
    )
    record(user, "register_passkey", key, after={"name": name})
    return second_factor.start_with_passkey(user)


def _registered(ceremony: Ceremony, answer: str) -> tuple[AttestedCredentialData, int, bool]:
    try:
        response = RegistrationResponse.from_dict(_read(answer))
        made = _server(ceremony.place).register_complete(ceremony.state, response)
        _refuse_frames(response.response.client_data)
        assert made.credential_data is not None
        algorithm = made.credential_data.public_key.ALGORITHM
    except MALFORMED as wrong:
        raise PasskeyRefused(f"{wrong}") from wrong
    if algorithm not in ALGORITHMS:
        raise PasskeyRefused(f"algorithm {algorithm}")
    return made.credential_data, made.counter, made.is_backup_eligible()


def prove(ceremony: Ceremony, answer: str, *, of: User | None) -> Passkey:
    """The key that answered the question, used up by it. Raises PasskeyRefused for an answer to another question, another site's, a key
    unknown or another account's than `of`, and PasskeyCopied where its counter went back: it opens nothing more from then on.
    """
    try:
        response = AuthenticationResponse.from_dict(_read(answer))
        digest, handle = sha256(response.raw_id).hexdigest(), response.response.user_handle
        counter = response.response.authenticator_data.counter
    except MALFORMED as wrong:
        raise PasskeyRefused(f"{wrong}") from wrong
    with transaction.atomic():
        key = Passkey.objects.select_for_update().filter(sha256=digest, refused_at=None).first()
        if key is None or (of is not None and key.user_id != of.pk) or not key.user.is_active:
            raise PasskeyRefused("key unknown, taken away or another's")
        if handle is not None and handle != handle_of(key.user):
            raise PasskeyRefused("key of another holder")
        _check_signature(ceremony, response, key)
        copied = bool(counter or key.counter) and counter <= key.counter
        key.counter, key.used_at = max(counter, key.counter), timezone.now()
        if copied:
            key.refused_at = timezone.now()
            record(key.user, "refuse_passkey", key, reason=f"{counter} <= {key.counter}")
        key.save(update_fields=["counter", "used_at", "refused_at"])
    if copied:
        raise PasskeyCopied(f"counter {counter} of passkey {key.pk} went back")
    return key


def _check_signature(ceremony: Ceremony, response: AuthenticationResponse, key: Passkey) -> None:
    try:
        _server(ceremony.place).authenticate_complete(ceremony.state, [_data_of(key)], response)
        _refuse_frames(response.response.client_data)
    except MALFORMED as wrong:
        raise PasskeyRefused(f"{wrong}") from wrong


def _refuse_frames(said: CollectedClientData) -> None:
    if said.cross_origin:
        raise ValueError("asked in a frame of another site")


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST_ANSWER:
        raise ValueError("answer too long")
    read: dict[str, Any] = json.loads(answer)
    return {name: read[name] for name in ("id", "rawId", "type", "response")}


def _data_of(key: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(key.credential))


@transaction.atomic
def remove(key: Passkey, *, by: User) -> User:
    """Take a key away (gỡ khóa đăng nhập). Raises ValidationError where it is the only second step of an account that needs one, and where
    nothing would be left to sign in by.
    """
    user = User.objects.select_for_update().get(pk=key.user_id)
    keys = user.passkeys.exclude(pk=key.pk).filter(refused_at=None)
    has_other = keys.exists() or SecondFactor.objects.filter(user=user).exclude(salt="").exists()
    if not has_other and second_factor.is_needed(user):
        raise ValidationError(
            _(
                "Đây là cách xác thực hai bước duy nhất của tài khoản. Đề nghị thiết lập ứng dụng mã, hoặc đăng ký khóa khác trước."
            )
        )
    if not (keys.exists() or user.has_usable_password() or user.sign_ons.exists()):
        told = _("Đây là cách đăng nhập duy nhất của tài khoản. Đề nghị quản trị của cơ quan cấp lại mật khẩu trước.")
        raise ValidationError(told)
    record(by, "remove_passkey", key, before={"name": key.name})
    key.delete()
    return second_factor.go_on_without_passkey(user, has_other=has_other)
