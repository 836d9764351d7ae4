"""Sign-in attempts that failed, counted by account and by address, so that guessing is slow. Nothing here tells whether an account exists."""

from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from hopluc.web.people.models import SignInFailure, User, username_of

WINDOW = timedelta(minutes=15)
MOST_FOR_ACCOUNT_AND_ADDRESS = 5
MOST_FOR_ACCOUNT = 30
MOST_FOR_ADDRESS = 100
KEPT = timedelta(days=1)


def is_throttled(username: str, address: str) -> bool:
    """Have there been so many failures of late that no password is looked at."""
    account, place = _keys(username, address)
    recent = SignInFailure.objects.filter(at__gte=timezone.now() - WINDOW)
    return (
        recent.filter(account=account, address=place).count() >= MOST_FOR_ACCOUNT_AND_ADDRESS
        or recent.filter(account=account).count() >= MOST_FOR_ACCOUNT
        or recent.filter(address=place).count() >= MOST_FOR_ADDRESS
    )


def note_failure(username: str, address: str) -> None:
    """Count one more failure, and forget those of yesterday."""
    account, place = _keys(username, address)
    SignInFailure.objects.create(account=account, address=place)
    SignInFailure.objects.filter(at__lt=timezone.now() - KEPT).delete()


def forget_failures(username: str, address: str) -> None:
    """After a right password: this account is no longer counted against at this address."""
    account, place = _keys(username, address)
    SignInFailure.objects.filter(account=account, address=place).delete()


def forget_account(username: str) -> None:
    """After a new password: what was tried with the old one is no longer counted, from any address."""
    account, _place = _keys(username, "")
    SignInFailure.objects.filter(account=account).delete()


def is_password(user: User, password: str) -> bool:
    """Is this the password of one who is signed in; asked on forms, so that a session left open does not try one after the other."""
    address = f"form {user.pk}"
    if is_throttled(user.username, address) or not user.check_password(password):
        note_failure(user.username, address)
        return False
    forget_failures(user.username, address)
    return True


def has_lapsed(user: User) -> bool:
    """Is the account's password a one-time one that was not used in time."""
    return user.is_provisional and user.provisional_until is not None and user.provisional_until < timezone.now()


def _keys(username: str, address: str) -> tuple[str, str]:
    return (
        salted_hmac("sign-in account", username_of(username), algorithm="sha256").hexdigest(),
        salted_hmac("sign-in address", address, algorithm="sha256").hexdigest(),
    )
