"""The libraries we measure ourselves against, each where it is installed: what it does to a text, made ready.

Each is given what it is for: underthesea sentences to name bodies and persons in, dateparser a Vietnamese text to find days in, eyecite's
tokeniser a text to find citations in, quantulum3 one to find quantities in.
"""

from collections.abc import Callable, Mapping

Work = Callable[[str], object]


def _underthesea() -> Work:
    from underthesea import ner

    return lambda text: [ner(sentence) for sentence in text.splitlines() if sentence.strip()]


def _dateparser() -> Work:
    from dateparser.search import search_dates

    return lambda text: search_dates(text, languages=["vi"])


def _eyecite() -> Work:
    from eyecite.tokenizers import AhocorasickTokenizer

    return AhocorasickTokenizer().tokenize


def _quantulum3() -> Work:
    from quantulum3.parser import parse

    return parse


PEERS: Mapping[str, Callable[[], Work]] = {
    "underthesea": _underthesea,
    "dateparser": _dateparser,
    "eyecite": _eyecite,
    "quantulum3": _quantulum3,
}
OUR_KIND = {"dateparser": "date", "eyecite": "legal_reference", "quantulum3": "quantity"}
"""What of ours does the same: one kind of mention; beside underthesea stands all we read."""


def peer(name: str) -> Work | None:
    """What the peer does to a text, its tables loaded; None where it is not installed."""
    try:
        work = PEERS[name]()
    except ImportError:
        return None
    work("Ngày 05/3/2024, Sở Khoa học và Công nghệ họp với 12 đơn vị.")
    return work
