"""A process that ends itself (SIGKILL) at its n-th step, a step being a write, a commit or a change of a file: for the tests of crashes."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from typing import Any

from django.db import connection, connections

FILE_EVENTS = {"os.remove", "os.rename"}
WRITES = ("INSERT", "UPDATE", "DELETE")


class Killer:
    """Ends the process at the n-th step: after a write of a row, before a commit and after it, before a change of a file."""

    def __init__(self, last: int) -> None:
        self.left = last
        self._commit = connection._commit
        connection._commit = self._commit_in_steps
        sys.addaudithook(self._file_event)

    def step(self) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def _file_event(self, event: str, args: tuple[Any, ...]) -> None:
        writing = event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR)
        if event in FILE_EVENTS or writing:
            self.step()

    def _commit_in_steps(self) -> None:
        self.step()
        self._commit()
        self.step()

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        done = execute(sql, params, many, context)
        if sql.lstrip().upper().startswith(WRITES):
            self.step()
        return done


NEVER = sys.maxsize


def come_through(work: Callable[[], object]) -> None:
    """Do the work in a child that is not killed: what starts threads (the maker of PDFs) must not have run where others are forked from."""
    assert not killed_at(NEVER, work), "nobody kills it"


def killed_at(last: int, work: Callable[[], object]) -> bool:
    """Do the work in a child that is killed at its `last` step. Was it killed, or did it come through."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            with connection.execute_wrapper(Killer(last)):
                work()
            os._exit(0)
        finally:  # reached by a mishap alone
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the child failed by itself"
    return os.WIFSIGNALED(status)
