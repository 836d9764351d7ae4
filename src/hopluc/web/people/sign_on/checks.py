"""What is checked of the providers before the site starts: the file of them says what it must."""

from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error

from hopluc.errors import WrongDefinition
from hopluc.web.people.sign_on.providers import known_providers


def check_providers(app_configs: Sequence[Any] | None = None, **_: Any) -> list[CheckMessage]:
    """E002: the file that HOPLUC_SIGN_ON names cannot be used."""
    try:
        known_providers()
    except WrongDefinition as wrong:
        return [Error(str(wrong), id="hopluc.E002")]
    return []
