"""The open site: processes that answer, and a worker for jobs beside them, from the first word to the last."""

import errno
import os
import signal
import socket
import subprocess
import sys
from functools import partial

from granian import Granian
from granian.constants import Interfaces

from hopluc.errors import HopLucError

PATIENCE = 30  # seconds that a site told to stop waits for the pages being made


def refuse_taken_port(address: str, port: int) -> None:
    """Refuse a port that another programme listens on, before anything starts. No other port is tried."""
    try:
        socket.create_server((address, port)).close()
    except (OSError, OverflowError) as mishap:
        said = f"Không mở được trang tại {address}, cổng {port} ({_why_no_port(mishap)})."
        raise HopLucError(
            detail=f"{said} Đề nghị dừng chương trình đang dùng cổng này, hoặc chọn cổng khác bằng --port."
        ) from mishap


def _why_no_port(mishap: Exception) -> str:
    reasons = {
        errno.EADDRINUSE: "cổng đang được chương trình khác sử dụng",
        errno.EACCES: "không có quyền mở cổng này",
        errno.EADDRNOTAVAIL: "máy này không có địa chỉ đó",
    }
    return reasons.get(getattr(mishap, "errno", None) or 0, "địa chỉ hoặc cổng không hợp lệ")


def collect_static() -> None:
    """Put the static files of this version where the pages find them."""
    from django.core.management import call_command  # only once Django is set up

    call_command("collectstatic", verbosity=0, interactive=False)


def serve_until_stopped(address: str, port: int, workers: int) -> None:
    """Answer with so many processes, with a worker for jobs beside them, until SIGTERM or SIGINT; no process is left behind."""
    # Until granian puts its own in place: told to stop, we leave by the `finally` below, and no worker stays behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    if hasattr(os, "fork"):
        _have_children_hear_the_end()
    command = [sys.executable, "-m", "hopluc", "worker"]
    jobs = subprocess.Popen(command)  # noqa: S603  our own interpreter and module
    try:
        sys.stdout.write(f"Trang đã mở tại http://{address}:{port}/  (Ctrl+C để dừng)\n")
        sys.stdout.flush()
        Granian(
            "hopluc.web.wsgi:application",
            address=address,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=2,
            blocking_threads_idle_timeout=600,  # a thread that ends takes its connection to the database with it
            workers_kill_timeout=PATIENCE,
            log_access=False,
            log_level="warning",  # type: ignore[arg-type]
        ).serve()
    finally:
        jobs.terminate()
        jobs.wait()


def _have_children_hear_the_end() -> None:
    """A process that granian has just made answers SIGTERM as its parent does, by noting it, until its pages are loaded: it would stay for
    good, and so would its parent, which waits for it. Until granian gives it an answer of its own such a process ends at once; a SIGTERM
    of its very first moment waits for that.
    """
    end = {signal.SIGTERM}
    hold, let = partial(signal.pthread_sigmask, signal.SIG_BLOCK, end), partial(signal.pthread_sigmask, signal.SIG_UNBLOCK, end)

    def begin() -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        let()

    os.register_at_fork(before=hold, after_in_parent=let, after_in_child=begin)
