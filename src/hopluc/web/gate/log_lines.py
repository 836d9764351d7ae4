"""Lines of the log without the secret part of private links: who reads the log is not to open them."""

import logging
import re

# As in the addresses of returns, inquiries, people and agenda. Keys are longer than any number or word of another address there.
_PRIVATE = re.compile(r"(/(?:tra-loi|so-lieu|mat-khau/dat/[^/\s]+|lich)/)[^/\s]{16,}")


def masked(line: str) -> str:
    """The line with `…` for the key of each private link.

    >>> masked("Bad Request: /so-lieu/q3Zt-8_kWm1xPb7LrY5cUoVd/")
    'Bad Request: /so-lieu/…/'
    """
    return _PRIVATE.sub(r"\1…", line)


class MaskedFormatter(logging.Formatter):
    """Masks what is written in the end, what a traceback says too."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))
