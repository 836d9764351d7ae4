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
from typing import BinaryIO

from hopluc.errors import TooLarge, UnreadableFile
from hopluc.reading.document import Document
from hopluc.reading.sources.sniff import DOCX, EML, HTML, PDF, SCAN
from hopluc.reading.sources.wire import packed, packed_refusal

Parser = Callable[[bytes, str], Document]
Painter = Callable[[bytes, str, int], bytes]

_PARSERS = {
    DOCX: ("hopluc.reading.sources.packages", "document_of_package"),
    EML: ("hopluc.reading.sources.letter", "document_of_letter"),
    SCAN: ("hopluc.reading.sources.scan", "document_of_scan"),
    HTML: ("hopluc.reading.sources.webpage", "document_of_webpage"),
    PDF: ("hopluc.reading.sources.pdf", "document_of_pdf"),
}
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


def _parser(media: str) -> Parser:
    """The parser of a media type; imported before the doors close, with the codecs it may ask for."""
    _allow_files(_OPEN_FILES)
    module, function = _PARSERS[media]
    parser: Parser = getattr(import_module(module), function)
    for codec in _CODECS:
        codecs.lookup(codec)
    _allow_files(3)
    return parser


def _painter() -> Painter:
    _allow_files(_OPEN_FILES)
    painter: Painter = import_module("hopluc.reading.sources.pictures").picture_of_page
    _allow_files(3)
    return painter


def _answer(data: bytes, media: str, name: str, page: int) -> bytes:
    try:
        return _painter()(data, name, page) if page else packed(_parser(media)(data, name))
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
        answer = _answer(data, asked["media"], asked["name"], asked["page"])
        answers.write(b"%d\n" % len(answer))
        answers.write(answer)
        answers.flush()


def main(memory: int, processor: int) -> None:
    """The child's whole life. `memory` in bytes, `processor` in seconds a file."""
    _confine(memory)
    serve(sys.stdin.buffer, sys.stdout.buffer, processor)
