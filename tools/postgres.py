"""A PostgreSQL server of our own for one command: `postgres.py run -- COMMAND`; `postgres.py find` names its programs.

The server listens on a socket in a private folder only, and is gone with its data when the command ends.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

UNSAFE = " ".join(
    f"-c {setting}"
    for setting in (
        "fsync=off", "full_page_writes=off", "synchronous_commit=off", "wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "jit=off",
    )
)  # fmt: skip
"""What a server that keeps nothing can do without: waiting for the disk, a log to mend from, tidying up."""


def programs() -> Path | None:
    """The newest folder with initdb and pg_ctl, or None."""
    folders = [Path(p) for p in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f.resolve() for f in folders if (f / "pg_ctl").exists() and (f / "initdb").exists()), None)


def run(folder: Path, command: list[str]) -> int:
    """Start a server, run `command` with HOPLUC_DATABASE_URL naming it, stop it; the command's exit status."""
    with running(folder) as url:
        return subprocess.run(command, check=False, env={**os.environ, "HOPLUC_DATABASE_URL": url}).returncode


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server of our own until the block ends; its address, as HOPLUC_DATABASE_URL has it."""
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    as_owner: dict[str, object] = {}
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        owner = pwd.getpwnam("postgres")
        os.chown(home, owner.pw_uid, owner.pw_gid)
        as_owner = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    home.chmod(0o755)
    data, socket = home / "data", home

    def do(*words: object, check: bool = True) -> None:
        subprocess.run([str(w) for w in words], check=check, cwd=home, stdout=subprocess.DEVNULL, **as_owner)  # type: ignore[call-overload]

    try:
        words = ("--no-sync", "--auth=trust", "--username=hopluc", "--locale=C.UTF-8", "--encoding=UTF8")
        do(folder / "initdb", *words, "-D", data)
        options = f"-c listen_addresses='' -c unix_socket_directories='{socket}' -c max_connections=50 {UNSAFE}"
        do(folder / "pg_ctl", "-D", data, "-w", "-o", options, "-l", home / "log", "start")
        yield f"postgresql://hopluc@/postgres?host={socket}"
    finally:
        do(folder / "pg_ctl", "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(home, ignore_errors=True)


def main(words: list[str]) -> int:
    found = programs()
    if found is None:
        return 1
    if words[:1] == ["find"]:
        sys.stdout.write(f"{found}\n")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # told to end, the server goes with it
    return run(found, words[2:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
