"""Processes that read files side by side, each with a sandboxed child of its own. Outcomes come in the order of the files.

A process that dies takes one file with it, which is told as broken, and another takes its place.
"""

import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from hopluc.errors import BrokenFile, CannotWrite
from hopluc.files.results import Order, Outcome, read_file
from hopluc.reading.sources import Sandbox

_AHEAD = 64
"""Files a process may be ahead of the slowest: their outcomes wait, a few words each."""
_SPAWN = multiprocessing.get_context("spawn")


def _serve(orders: "Connection[Outcome | CannotWrite, Order]") -> None:
    """The life of one process: an order in, an outcome out, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a person who stops the run stops its first process, which ends the others
    with Sandbox() as sandbox, suppress(EOFError, OSError):
        while True:
            order = orders.recv()
            try:
                outcome: Outcome | CannotWrite = read_file(order, sandbox)
            except CannotWrite as error:
                outcome = error
            orders.send(outcome)


class Workers:
    """Some processes that read. Use it as a context: they end with it."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._processes: dict[Connection[Order, Outcome | CannotWrite], BaseProcess] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for orders, process in self._processes.items():
            orders.close()
            if kind is not None:
                process.terminate()
            process.join()

    def outcomes(self, orders: Iterable[Order]) -> Iterator[tuple[Order, Outcome]]:
        """Each order with what became of it, in order. Raises CannotWrite."""
        waiting, given, told = iter(orders), 0, 0
        busy: dict[Connection[Order, Outcome | CannotWrite], tuple[int, Order]] = {}
        ready: dict[int, tuple[Order, Outcome]] = {}
        while True:
            while len(busy) < self._count and given < told + _AHEAD * self._count and (order := next(waiting, None)):
                busy[self._hand(order, busy)] = (given, order)
                given += 1
            if not busy:
                return
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
                number, order = busy.pop(connection)
                ready[number] = (order, self._outcome(connection, order))
            while told in ready:
                yield ready.pop(told)
                told += 1

    def _hand(self, order: Order, busy: Iterable[object]) -> "Connection[Order, Outcome | CannotWrite]":
        """Give an order to a process that is free, or to a new one."""
        for free in [known for known in self._processes if known not in busy]:
            try:
                free.send(order)
            except OSError:
                self._bury(free)
            else:
                return free
        ours, theirs = _SPAWN.Pipe()
        process = _SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        self._processes[ours] = process
        ours.send(order)
        return ours

    def _bury(self, connection: "Connection[Order, Outcome | CannotWrite]") -> None:
        """Take leave of a process that has died."""
        self._processes.pop(connection).join()
        connection.close()

    def _outcome(self, connection: "Connection[Order, Outcome | CannotWrite]", order: Order) -> Outcome:
        try:
            outcome = connection.recv()
        except (EOFError, OSError):
            self._bury(connection)
            return Outcome((str(BrokenFile(name=order.file.name, reason="nội dung tệp làm chương trình đọc dừng lại")),))
        if isinstance(outcome, CannotWrite):
            raise outcome
        return outcome
