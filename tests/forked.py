"""Commands as processes of their own that need not load everything anew: each is forked from one that has loaded what all of them load.

What it has loaded knows no settings, no database and no data folder, so that a command begins as it does from the shell: with its own
arguments, environment, working folder and paths, and it ends as there, with its status. Of each command at least one test starts a
fresh interpreter all the same.
"""

import atexit
import functools
import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import IO, Any, NoReturn, TextIO

LOADED = (
    "hopluc.cli",
    "hopluc.web.commands",
    "hopluc.reporting",
    "hopluc.scorecards",
    "hopluc.sheets",
    "django.contrib.auth.hashers",
    "django.core.mail",
    "django.core.management",
    "django.db.migrations.executor",
    "django.db.models",
    "django.forms",
    "django.shortcuts",
    "django.template.defaulttags",
    "django.urls",
    "django.views.generic",
    "hopluc.bases",
    "hopluc.likely",
    "hopluc.regimes",
    "hopluc.succession",
    "hopluc.workdays",
    "numpy.random",
    "PIL.Image",
    "pyotp",
    "pypdfium2",
    "segno",
    "smtplib",
    "yaml",
)
"""What nearly every command of the site loads and what asks for no settings."""


def hopluc(*words: object, env: Mapping[str, str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `hopluc WORDS`; its status and all it said."""
    return _run(["-m", "hopluc", *map(str, words)], env=env, cwd=cwd)


def python(code: str, *, env: Mapping[str, str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `python -c CODE`."""
    return _run(["-c", code], env=env, cwd=cwd)


def _run(words: Sequence[str], *, env: Mapping[str, str], cwd: Path | None) -> subprocess.CompletedProcess[str]:
    parent = _parent()
    assert parent.stdin is not None
    assert parent.stdout is not None
    return _ask(parent.stdin, parent.stdout, words, env=env, cwd=cwd)


def _ask(
    lines: IO[str], answers: IO[str], words: Sequence[str], *, env: Mapping[str, str], cwd: Path | None
) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as folder:
        said, complained = Path(folder) / "out", Path(folder) / "err"
        asked = {"words": words, "env": dict(env), "cwd": str(cwd or Path.cwd()), "out": str(said), "err": str(complained)}
        lines.write(json.dumps(asked) + "\n")
        lines.flush()
        status = int(answers.readline())
        out, err = (path.read_text(encoding="utf-8") for path in (said, complained))
    return subprocess.CompletedProcess([sys.executable, *words], status, out, err)


@functools.cache
def _parent() -> subprocess.Popen[str]:
    """The process the commands are forked from; it ends when nobody can ask it any more."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    command = [sys.executable, __file__]
    parent = subprocess.Popen(command, env=clean, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")
    atexit.register(parent.communicate)
    return parent


def _serve() -> None:
    """Load, then fork commands as they are asked for."""
    given = set(filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)))
    own = [path for path in sys.path[1:] if path not in given]  # but for this file's folder and what the environment gave
    for name in LOADED:
        import_module(name)
    gc.collect()
    gc.freeze()  # what is shared with the children stays shared: none of them looks through it
    _answer(sys.stdin, os.fdopen(os.dup(1), "w", encoding="utf-8"), own)


def _answer(lines: TextIO, answers: TextIO, own: list[str]) -> None:
    """Fork a child for each line asked, and answer with its status once it has ended."""
    for line in lines:
        child = os.fork()
        if child == 0:
            _leave(_become(json.loads(line), own))
        answers.write(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n")
        answers.flush()


def _stand_by(own: list[str]) -> None:
    """Fork one that has loaded no settings yet, from which the commands that this process starts are forked in their turn."""
    (lines, ask), (told, answers) = os.pipe(), os.pipe()
    spare = os.fork()
    if spare == 0:
        os.close(ask)
        os.close(told)
        _answer(os.fdopen(lines, encoding="utf-8"), os.fdopen(answers, "w", encoding="utf-8"), own)
        os._exit(0)
    os.close(lines)
    os.close(answers)
    known, asked, status = subprocess.run, os.fdopen(ask, "w", encoding="utf-8"), os.fdopen(told, encoding="utf-8")
    atexit.register(os.waitpid, spare, 0)
    atexit.register(asked.close)  # done first: it ends when nobody can ask it any more

    def run(command: Sequence[str], **how: Any) -> Any:
        if list(command[:2]) != [sys.executable, "-m"]:
            return known(command, **how)
        return _ask(asked, status, command[1:], env=how["env"], cwd=None)

    subprocess.run = run  # type: ignore[assignment]


def _become(asked: dict[str, Any], own: list[str]) -> int:
    """Be the command asked for, to its end; its status. A mishap goes its way through the interpreter, as in any process."""
    if "restore" in asked["words"]:  # the one command that starts another
        _stand_by(own)
    for number, path, how in ((0, os.devnull, "r"), (1, asked["out"], "w"), (2, asked["err"], "w")):
        with open(path, how) as file:  # noqa: PTH123  by its number it is one of the three every process has
            os.dup2(file.fileno(), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115  the one before has read ahead
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    sys.path[:] = ["", *filter(None, asked["env"].get("PYTHONPATH", "").split(os.pathsep)), *own]
    kind, what, *words = asked["words"]
    sys.argv[:] = [kind, *words]
    try:
        if kind == "-m":
            runpy.run_module(what, run_name="__main__", alter_sys=True)
        else:
            exec(compile(what, "<string>", "exec"), {"__name__": "__main__"})  # noqa: S102  as `python -c` does
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def _leave(status: int) -> NoReturn:
    """End as an interpreter does, but for taking apart what it had loaded."""
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


if __name__ == "__main__":
    _serve()
