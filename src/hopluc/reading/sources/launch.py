"""Other people's programs run on a stranger's bytes: little memory, little time, no network where the system allows that, none left over.

Each is run with fixed arguments and no shell, in an empty folder of its own, with an environment that holds nothing of ours.
"""

import contextlib
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_ENDED = (-signal.SIGXCPU, -signal.SIGKILL)
"""How the system ends a program that used up its processor time, which may come just before the clock on the wall."""
_LAUNCH = """
import ctypes, os, resource, sys
seconds, memory, written, program = *map(int, sys.argv[1:4]), sys.argv[4]
limits = ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, written))
for kind, most in limits:
    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(kind, (most, most))
if hasattr(library := ctypes.CDLL(None), "unshare"):
    library.unshare(0x50000000)  # a user and a network of its own, CLONE_NEWUSER | CLONE_NEWNET; refused on some systems
os.execv(program, sys.argv[4:])
"""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a program may use: seconds on the clock and of processor, address space and the largest file it writes, in bytes."""

    seconds: int
    memory: int
    written: int = 0


def launched(
    command: list[str], folder: Path, bounds: Bounds, *, given: bytes = b"", settings: dict[str, str] | None = None
) -> tuple[int, bytes]:
    """The status and the standard output of a program run in `folder`; the processes it started are ended with it.

    Raises TimeoutError past its time.
    """
    limits = [str(bounds.seconds), str(bounds.memory), str(bounds.written)]
    with subprocess.Popen(  # noqa: S603 (programs and arguments of ours)
        [sys.executable, "-I", "-S", "-c", _LAUNCH, *limits, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"LC_ALL": "C.UTF-8", "HOME": str(folder), "TMPDIR": str(folder), "PATH": os.defpath, **(settings or {})},
        start_new_session=True,
    ) as program:
        try:
            said, _ = program.communicate(given, timeout=bounds.seconds)
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
        finally:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(program.pid, signal.SIGKILL)
    if program.returncode in _ENDED:
        raise TimeoutError
    return program.returncode, said
