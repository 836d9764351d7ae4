"""The program that recognises letters on a picture (tesseract, with its Vietnamese data), where this machine has it.

It is run for one picture at a time and given it on its standard input; it can write no file.
"""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from hopluc.errors import BrokenFile, TooLarge
from hopluc.reading.sources.launch import Bounds, launched

LANGUAGE = "vie"
_SECONDS, _MEMORY = 60, 2**31


@cache
def _speaks(program: str) -> bool:
    """Whether the program has its Vietnamese data."""
    try:
        said = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False, env=_settings())  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (said.stdout + said.stderr).decode("utf-8", "replace").split()


def scanner() -> str | None:
    """The path of the program; None where it or its Vietnamese data is not installed."""
    program = shutil.which("tesseract")
    return program if program is not None and _speaks(program) else None


def _settings() -> dict[str, str]:
    data = {"TESSDATA_PREFIX": os.environ["TESSDATA_PREFIX"]} if "TESSDATA_PREFIX" in os.environ else {}
    return {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", **data}


def recognised(program: str, picture: bytes, dpi: int, name: str, *, seconds: int = _SECONDS) -> str:
    """The table of words (TSV) on a picture. Raises TooLarge past `seconds`, BrokenFile for what is no picture."""
    command = [program, "stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--dpi", str(dpi), "tsv"]
    with tempfile.TemporaryDirectory(prefix="hopluc-") as folder:
        try:
            status, said = launched(command, Path(folder), Bounds(seconds, _MEMORY), given=picture, settings=_settings())
        except TimeoutError as error:
            raise TooLarge(name=name, reason="nhận dạng chữ quá lâu") from error
    if status:
        raise BrokenFile(name=name, reason="ảnh chụp không mở được")
    return said.decode("utf-8", "replace")
