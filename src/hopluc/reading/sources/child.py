"""The process that parses files from strangers: little memory, little time, no new file and no network.

Reads requests on standard input and answers on standard output, each a header line and bytes (see `sandbox`). It is given the
bytes, never a path; while a parser runs, no file descriptor can be opened, so neither can a file or a socket. What it does
not expect ends it, and the parent says the file is broken.
"""

import codecs
import json
import math
import resource
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any, BinaryIO

from hopluc.errors import TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources.sniff import BUNDLE, DOCX, EML, HEIC, HTML, JPEG, OLD, PDF, PNG, SCAN, SCANNED_PDF, TIFF, WEBP
from hopluc.reading.sources.wire import packed, packed_refusal

Parser = Callable[[bytes, str], Document]
Painter = Callable[[bytes, str, int, int], bytes]

_PARSERS = {
    DOCX: ("hopluc.reading.sources.packages", "document_of_package"),
    EML: ("hopluc.reading.sources.letter", "document_of_letter"),
    SCAN: ("hopluc.reading.sources.scan", "document_of_scan"),
    HTML: ("hopluc.reading.sources.webpage", "document_of_webpage"),
    OLD: ("hopluc.reading.sources.old_office", "what_it_is"),
    PDF: ("hopluc.reading.sources.pdf", "document_of_pdf"),
    SCANNED_PDF: ("hopluc.reading.sources.scan", "document_of_scanned_pdf"),
}
_PAINTERS = {
    PDF: ("hopluc.reading.sources.pictures", "picture_of_page"),
    BUNDLE: ("hopluc.reading.sources.photographs", "picture_of_bundle"),
} | dict.fromkeys((PNG, JPEG, TIFF, HEIC, WEBP), ("hopluc.reading.sources.photographs", "picture_of_photograph"))
_CODECS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp437", "latin-1", "ascii", "cp1252", "cp1258", "utf-7", "idna")
_OPEN_FILES = 64


def _limit(kind: int, soft: int) -> None:
    """Lower a limit for good, never above what the parent left."""
    hard = resource.getrlimit(kind)[1]
    most = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
    resource.setrlimit(kind, (most, most))


def _confine(memory: int) -> None:
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_NOFILE, _OPEN_FILES)


def _allow_files(count: int) -> None:
    """How many file descriptors may be open from now: 3 is standard input, output and error, so nothing new."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (count, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


def _allow_time(seconds: int) -> None:
    """Processor time from now on; past it the system ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(used.ru_utime + used.ru_stime) + seconds, hard))


def _imported(module: str, function: str) -> Any:
    """A function of a module; imported before the doors close, with the codecs it may ask for."""
    _allow_files(_OPEN_FILES)
    found = getattr(import_module(module), function)
    for codec in _CODECS:
        codecs.lookup(codec)
    _allow_files(3)
    return found


def _drawn(data: bytes, media: str, name: str, page: int, turn: int) -> bytes:
    painter: Painter = _imported(*_PAINTERS[media])
    return painter(data, name, page, turn)


def _parsed(data: bytes, media: str, name: str) -> bytes:
    parser: Parser = _imported(*_PARSERS[media])
    return packed(parser(data, name))


def _answer(data: bytes, media: str, name: str, page: int, turn: int) -> bytes:
    try:
        return _drawn(data, media, name, page, turn) if page else _parsed(data, media, name)
    except UnreadableFile as error:
        return packed_refusal(error)
    except MemoryError:
        return packed_refusal(TooLarge(name=name, reason="cần quá nhiều bộ nhớ"))


def serve(requests: BinaryIO, answers: BinaryIO, processor: int) -> None:
    """Answer requests until there are no more."""
    while header := requests.readline():
        asked = json.loads(header)
        data = requests.read(asked["length"])
        _allow_time(processor)
        answer = _answer(data, asked["media"], asked["name"], asked["page"], asked["turn"])
        answers.write(b"%d\n" % len(answer))
        answers.write(answer)
        answers.flush()


def main(memory: int, processor: int) -> None:
    """The child's whole life. `memory` in bytes, `processor` in seconds a file."""
    _confine(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, processor)
