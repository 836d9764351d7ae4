"""Enter an index framework: from a definition that comes with the package, or from a file."""

import tempfile
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.errors import LegacyEncoding, UnknownFormat
from hopluc.scorecards import Definition, definition_in, shipped_definitions
from hopluc.scorecards.soundness import refuse_unsound
from hopluc.scorecards.sources import read_metadata, read_sheet
from hopluc.scorecards.stored import digest
from hopluc.scorecards.written import as_yaml
from hopluc.vietnamese import nfc
from hopluc.web.journal.actions import enter
from hopluc.web.observatory.models import Framework
from hopluc.web.people.models import Organisation, User

MOST_BYTES = 2_000_000
_YAML = (".yaml", ".yml")
_TABLES = (".csv", ".xlsx")


def add_framework(owner: Organisation, *, by: User | None, definition: Definition, came_from: str) -> Framework:
    """Enter a framework (đưa vào khung chỉ số). The very same one again is refused. Raises ValidationError."""
    text = as_yaml(definition)
    if Framework.objects.filter(owner=owner, sha256=digest(text)).exists():
        raise ValidationError(_("Khung chỉ số này đã có trong phòng chỉ số."))
    framework = Framework(
        owner=owner,
        code=definition.code,
        edition=definition.edition,
        name=definition.name,
        status=definition.status,
        source=definition.source,
        text=text,
        sha256=digest(text),
        came_from=came_from[:300],
        added_by=by,
    )
    return enter(framework, by=by, verb="add_framework")


def shipped(name: str) -> Definition:
    """The definition of that file name that comes with the package. Raises ValidationError."""
    found = next((one for one in shipped_definitions() if one.file == name), None)
    if found is None:
        raise ValidationError(_("Không có khung “%(name)s” trong hệ thống.") % {"name": name[:60]})
    return found


def read_framework(file: Any, name: str = "") -> Definition:
    """The definition in an uploaded file: our YAML, or COINr's table of metadata (iMeta) as .csv or .xlsx, called `name` where given.

    Raises WrongDefinition and WrongFigure with file and key, UnreadableFile.
    """
    file_name = PurePath(nfc(file.name)).name[-200:]
    if file.size > MOST_BYTES:
        raise ValidationError(_("Tệp khung chỉ số lớn hơn 2 MB. Đề nghị kiểm tra lại tệp."))
    suffix, data = PurePath(file_name).suffix.lower(), file.read()
    if suffix in _YAML:
        try:
            found = definition_in(nfc(data.decode("utf-8-sig")), file_name)
        except UnicodeDecodeError as mishap:
            raise LegacyEncoding(name=file_name, hint="") from mishap
    elif suffix in _TABLES:
        found = _from_metadata(data, file_name)
    else:
        raise UnknownFormat(name=file_name, found=suffix or "không có đuôi tệp")
    found = replace(found, name=" ".join(name.split())[:300]) if name.strip() else found
    refuse_unsound(found)
    return found


def _from_metadata(data: bytes, name: str) -> Definition:
    with tempfile.TemporaryDirectory(prefix="hopluc-") as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_metadata(read_sheet(path), PurePath(name).stem[:80])
