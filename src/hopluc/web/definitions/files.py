"""Definitions as files: a YAML file uploaded, read as text."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.errors import LegacyEncoding
from hopluc.vietnamese import nfc

MOST_BYTES = 500_000


def text_of_yaml(file: Any) -> str:
    """The text of an uploaded YAML file. Raises LegacyEncoding, ValidationError where it is too large."""
    name = PurePath(nfc(file.name)).name[-200:]
    if file.size > MOST_BYTES:
        raise ValidationError(_("Tệp định nghĩa lớn hơn 0,5 MB. Đề nghị kiểm tra lại tệp."))
    try:
        return nfc(file.read().decode("utf-8-sig"))
    except UnicodeDecodeError as mishap:
        raise LegacyEncoding(name=name, hint="") from mishap
