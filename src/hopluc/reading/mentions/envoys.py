"""Persons from abroad behind their post (người nước ngoài sau chức vụ): `Chủ tịch Hạ viện Pháp Jean Martin`, `Đại sứ Nhật Bản tại Việt Nam …`."""

from collections.abc import Iterator, Sequence

from hopluc.reading.document import Span
from hopluc.reading.naming import lexicon
from hopluc.reading.naming.lexicon import CAPITAL, SMALL
from hopluc.reading.naming.place_names import known_place
from hopluc.reading.naming.positions import IN_VIETNAM, headed_before, post_before
from hopluc.reading.patterns import Pattern

_NAME = Pattern(
    rf" ((?:[{CAPITAL}][{SMALL}'’]+(?:-[{CAPITAL}{SMALL}][{SMALL}]+)?|[{CAPITAL}]{{3,}})(?: [{CAPITAL}](?:[{SMALL}'’-]+|\.)){{1,3}})(?!\w)"
)
_SHORT = Pattern(r" ?\([^()\n]{2,16}\)")


def after_bodies(plain: str, bodies: Sequence[Span]) -> Iterator[Span]:
    """The names of persons from abroad that stand right behind a post with its body."""
    for body in bodies:
        if plain[body.end : body.end + 1] != " ":
            continue
        short = _SHORT.match(plain, body.end)
        name = named_abroad(plain, short.end() if short else body.end)
        if name is not None and (post_before(plain, body.start) is not None or headed_before(plain, body.start) is not None):
            yield name


def after_country(plain: str, post: int) -> Span | None:
    """The name behind a post of another country that ends at `post`: `Thủ tướng Lào …`, `Đại sứ Nhật Bản tại Việt Nam …`."""
    country, end = known_place(plain, post)
    if country is None or country == "Việt Nam" or country.casefold() not in lexicon.country_names():
        return None
    return named_abroad(plain, end)


def named_abroad(plain: str, start: int) -> Span | None:
    """A name of two words or more, one of them no Vietnamese syllable, that begins at `start`, or behind `tại Việt Nam` there."""
    here = IN_VIETNAM.match(plain, start)
    name = _NAME.match(plain, here.end() if here else start)
    if name is None:
        return None
    words = name[1].split(" ")
    if known_place(plain, name.start(1))[0] is not None or lexicon.anchors().exists(words[0]):
        return None
    return Span(*name.span(1)) if any(lexicon.is_foreign(word) for word in words if word.isalpha()) else None
