"""Arguments of the command line in Vietnamese: what argparse says of help, usage and mistakes."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

WRONG_USE = 2
"""The exit status of a command that was not given what it needs."""
_SAID = (
    (re.compile(r"the following arguments are required: (.*)"), r"thiếu \1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"không có tùy chọn \1"),
    (re.compile(r"argument (\S+): expected .*"), r"\1 cần một giá trị"),
    (re.compile(r"argument \S+: invalid choice: ('\S*').*"), r"không có lệnh \1"),
    (re.compile(r"argument (\S+): ignored explicit argument (.*)"), r"\1 không nhận giá trị \2"),
    (re.compile(r"argument (\S+): invalid int value: (.*)"), r"\1 cần một số nguyên, không phải \2"),
    (re.compile(r"one of the arguments (.*) is required"), r"cần một trong \1"),
    (re.compile(r"argument (\S+): not allowed with argument (\S+)"), r"\1 không dùng cùng \2"),
    (re.compile(r"ambiguous option: (\S+) .*"), r"tùy chọn \1 chưa rõ"),
)


class _Help(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and says what is wrong in one line."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(add_help=False, formatter_class=_Help, allow_abbrev=False, **settings)
        self.options = self.add_argument_group("Tùy chọn")
        self.options.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        for english, vietnamese in _SAID:
            message = english.sub(vietnamese, message)
        self.exit(WRONG_USE, f'{self.prog}: {message}. Xem "{self.prog} --help".\n')
