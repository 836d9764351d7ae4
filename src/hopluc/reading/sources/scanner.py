"""The program that recognises letters on a picture (tesseract, with its Vietnamese data), where this machine has it.

It is run for one picture at a time, with fixed arguments and no shell, in an empty folder of its own; it is given the picture on
its standard input, little memory, no file to write and little time, and is ended past it.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import cache

from hopluc.errors import BrokenFile, TooLarge

LANGUAGE = "vie"
_TOO_LONG = "nhận dạng chữ quá lâu"
_SECONDS, _MEMORY = 60, 2**31
_ENDED = (-signal.SIGXCPU, -signal.SIGKILL)
"""How the system ends a program that used up its processor time, which may come just before the clock on the wall."""
_LAUNCH = """
import os, resource, sys
seconds, memory, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))
os.execv(program, sys.argv[3:])
"""


@cache
def _speaks(program: str) -> bool:
    """Whether the program has its Vietnamese data."""
    try:
        said = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False, env=_environment())  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in (said.stdout + said.stderr).decode("utf-8", "replace").split()


def scanner() -> str | None:
    """The path of the program; None where it or its Vietnamese data is not installed."""
    program = shutil.which("tesseract")
    return program if program is not None and _speaks(program) else None


def _environment() -> dict[str, str]:
    data = {"TESSDATA_PREFIX": os.environ["TESSDATA_PREFIX"]} if "TESSDATA_PREFIX" in os.environ else {}
    return {"LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1", **data}


def recognised(program: str, picture: bytes, dpi: int, name: str, *, seconds: int = _SECONDS) -> str:
    """The table of words (TSV) on a picture. Raises TooLarge past `seconds`, BrokenFile for what is no picture."""
    with tempfile.TemporaryDirectory(prefix="hopluc-") as folder:
        command = [sys.executable, "-I", "-S", "-c", _LAUNCH, str(seconds), str(_MEMORY), program]
        command += ["stdin", "stdout", "-l", LANGUAGE, "--psm", "3", "--dpi", str(dpi), "tsv"]
        try:
            done = subprocess.run(  # noqa: S603 (fixed program and arguments)
                command, input=picture, capture_output=True, timeout=seconds, check=False, cwd=folder, env=_environment()
            )
        except subprocess.TimeoutExpired as error:
            raise TooLarge(name=name, reason=_TOO_LONG) from error
    if done.returncode in _ENDED:
        raise TooLarge(name=name, reason=_TOO_LONG)
    if done.returncode:
        raise BrokenFile(name=name, reason="ảnh chụp không mở được")
    return done.stdout.decode("utf-8", "replace")
