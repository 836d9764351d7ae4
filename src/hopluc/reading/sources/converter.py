"""The office program (LibreOffice) that makes .docx and .xlsx of files of other word processors, where this machine has it.

Every file has a profile of its own in which macros, links that load and active content are off; its network, where the system does
not close it, leads nowhere.
"""

import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from hopluc.errors import BrokenFile, TooLarge
from hopluc.reading.sources.launch import Bounds, launched
from hopluc.reading.sources.limits import PART_BYTES
from hopluc.reading.sources.sniff import DOC, ODS, ODT, RTF, XLS

_TARGETS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {DOC: ("doc", "docx"), RTF: ("rtf", "docx"), ODT: ("odt", "docx"), XLS: ("xls", "xlsx"), ODS: ("ods", "xlsx")}
)
"""The extension a file is given and that of what it is made into."""
_SECONDS, _MEMORY = 9, 2**32
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "boolean", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "int", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "boolean", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "boolean", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "int", "2"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "int", "2"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "int", "2"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "string", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "int", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "string", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "int", "9"),
)
_ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse" oor:type="xs:{}"><value>{}</value></prop></item>'
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{"".join(_ITEM.format(*setting) for setting in _SETTINGS)}
</oor:items>
"""


def converter() -> str | None:
    """The path of the program; None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(program: str, data: bytes, media: str, name: str, *, seconds: int = _SECONDS) -> bytes:
    """The .docx or .xlsx file made of another. A second more for each MB. Raises TooLarge past that, BrokenFile where none is made."""
    extension, target = _TARGETS[media]
    with tempfile.TemporaryDirectory(prefix="hopluc-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        profile = folder / "profile" / "user" / "registrymodifications.xcu"
        profile.parent.mkdir(parents=True)
        profile.write_text(_PROFILE, encoding="utf-8")
        (folder / f"in.{extension}").write_bytes(data)
        command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nologo"]
        command += ["--nolockcheck", "--convert-to", target, "--outdir", str(folder / "out"), str(folder / f"in.{extension}")]
        try:
            launched(command, folder, Bounds(seconds + len(data) // 2**20, _MEMORY, PART_BYTES))
        except TimeoutError as error:
            raise TooLarge(name=name, reason="chuyển đổi quá lâu") from error
        made = folder / "out" / f"in.{target}"
        if not made.is_file():
            raise BrokenFile(name=name, reason="LibreOffice không mở được")
        return made.read_bytes()
