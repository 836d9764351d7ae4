"""Parsing in a process apart: what a hostile file can break there is not here.

One warm child serves many files and is replaced after a failure. It is given limits, an environment without secrets and no
open file; it answers in JSON, which is checked. A crash is a BrokenFile, time or memory spent is TooLarge.
"""

import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import hopluc
from hopluc.errors import BrokenFile, TooLarge
from hopluc.reading.document import Document
from hopluc.reading.sources.limits import TEXT_LENGTH, Limits
from hopluc.reading.sources.wire import unpacked

# The package stands in without its door, which would load every reader: the child needs none, and each upload waits for it.
_CHILD = """
import sys, types
package = types.ModuleType("hopluc.reading")
package.__path__ = [sys.argv[1]]
sys.modules["hopluc.reading"] = package
from hopluc.reading.sources.child import main
main(int(sys.argv[2]), int(sys.argv[3]))
"""
_ANSWER_BYTES = 30 * TEXT_LENGTH
_HEADER_BYTES = 20
_PICTURE = re.compile(rb"P5\n# (\{[^\n]{1,400000}\})\n(\d{1,5}) (\d{1,5})\n255\n")


class _Failed(Exception):
    """The child ended, or said what it must not."""


class Sandbox:
    """A confined child process that turns bytes into Documents; started at the first file. Use it as a context.

    Not to be shared between threads.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._child: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if there is one."""
        if self._child is not None:
            self._child.kill()
            self._child.communicate()
            self._child = None

    def parse(self, data: bytes, media: str, name: str) -> Document:
        """The document in `data`. Raises the UnreadableFile the parser raised, BrokenFile for a crash, TooLarge past a limit."""
        return unpacked(self._answer(data, {"media": media, "name": name, "page": 0, "turn": 0}), name)

    def draw(self, data: bytes, media: str, name: str, page: int, turn: int = 0) -> tuple[bytes, dict[str, Any]] | None:
        """A page (from 1) of a pdf or of pictures as a portable graymap, straight, with what `graymaps` tells of it; None past the last.

        `turn` turns it to the left by 90, 180 or 270 degrees. Raises as `parse` does.
        """
        answer = self._answer(data, {"media": media, "name": name, "page": page, "turn": turn})
        if not answer:
            return None
        found = _PICTURE.match(answer)
        if found is None or len(answer) - found.end() != int(found[2]) * int(found[3]):
            unpacked(answer, name)
            raise BrokenFile(name=name, reason="phần đọc tệp trả lời sai")
        return b"P5\n%b %b\n255\n" % found.group(2, 3) + answer[found.end() :], json.loads(found[1])

    def _answer(self, data: bytes, asked: dict[str, Any]) -> bytes:
        """What the child says to one request; `page` is 0 where a document is asked for."""
        child = self._running()
        late = threading.Event()
        watch = threading.Timer(self._limits.seconds, _stop, (child, late))
        watch.start()
        try:
            return _ask(child, data, asked | {"length": len(data)})
        except (_Failed, OSError) as error:
            self.close()
            raise _refusal(child.returncode, asked["name"], late=late.is_set()) from error
        finally:
            watch.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._child is None or self._child.poll() is not None:
            self.close()
            reading = str(Path(__file__).parent.parent)
            command = [sys.executable, "-S", "-P", "-X", "utf8", "-c", _CHILD]
            command += [reading, str(self._limits.memory), str(self._limits.processor)]
            self._child = subprocess.Popen(  # noqa: S603 (our own interpreter and module)
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                cwd="/",
                close_fds=True,
            )
        return self._child


def _environment() -> dict[str, str]:
    """What the child needs to find our modules and the libraries, and nothing else of ours."""
    home = str(Path(hopluc.__file__).parent.parent)
    paths = [home, *(str(Path(path).resolve()) for path in sys.path if path)]
    return {
        "PYTHONPATH": os.pathsep.join(dict.fromkeys(paths)),
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _stop(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _ask(child: subprocess.Popen[bytes], data: bytes, request: dict[str, object]) -> bytes:
    """Send one request and take its answer."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(json.dumps(request).encode("ascii") + b"\n")
    child.stdin.write(data)
    child.stdin.flush()
    said = child.stdout.readline(_HEADER_BYTES).strip()
    if not said.isdigit() or int(said) > _ANSWER_BYTES:
        raise _Failed
    answer = child.stdout.read(int(said))
    if len(answer) != int(said):
        raise _Failed
    return answer


def _refusal(status: int, name: str, *, late: bool) -> BrokenFile | TooLarge:
    """Why the child ended, as the person is told."""
    if late or status == -signal.SIGXCPU:
        return TooLarge(name=name, reason="đọc quá lâu")
    return BrokenFile(name=name, reason="nội dung tệp làm chương trình đọc dừng lại")
