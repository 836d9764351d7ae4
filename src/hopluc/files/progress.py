"""How far a run over many files has come: one plain line at the foot of a terminal, nothing where there is none."""

from types import TracebackType
from typing import Self, TextIO

_WIDTH = 30


class Progress:
    """A bar on a terminal, drawn anew after each file and taken away at the end. Use it as a context."""

    def __init__(self, total: int, screen: TextIO) -> None:
        self._total, self._screen = total, screen
        self._shown = total > 1 and screen.isatty()
        self._done = self._failed = self._finished = self._length = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._draw("")

    def count(self, *, failed: bool = False, finished: bool = False) -> None:
        """One file more, which failed, or was finished by an earlier run."""
        self._done += 1
        self._failed += failed
        self._finished += finished
        self._draw(self._line())

    def say(self, words: str) -> None:
        """A line for the person, above the bar."""
        drawn = self._length
        self._draw("")
        print(" ".join(words.split()), file=self._screen, flush=True)
        if drawn:
            self._draw(self._line())

    def _line(self) -> str:
        full = _WIDTH * self._done // self._total
        more = [f"{self._finished} đã đọc từ trước"] if self._finished else []
        more += [f"{self._failed} không đọc được"] if self._failed else []
        return f"[{'#' * full}{'.' * (_WIDTH - full)}] {', '.join([f'{self._done}/{self._total} tệp', *more])}"

    def _draw(self, line: str) -> None:
        if self._shown:
            self._screen.write(f"\r{line.ljust(self._length)}" if line else f"\r{' ' * self._length}\r")
            self._screen.flush()
            self._length = len(line)
