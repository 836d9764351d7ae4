"""The rows of a table that did not go in, kept with the page itself: signed, so that they come back as they were told, and stored nowhere."""

from collections.abc import Sequence
from typing import Final

from django.core import signing

from hopluc.sheets import Row
from hopluc.web.observatory.models import Edition

Refused = Sequence[tuple[Row, str]]
SALT: Final = "observatory.refused"
LASTS: Final = 24 * 60 * 60
"""How long a page gives its rows out as a file, in seconds: a day."""


def sealed(edition: Edition, refused: Refused) -> str:
    """The rows and their reasons as one word of a page."""
    told = [[row.number, row.key, row.words, reason] for row, reason in refused]
    return signing.dumps([edition.pk, told], salt=SALT, compress=True)


def unsealed(edition: Edition, word: str) -> Refused:
    """The rows that a page of this edition keeps. Raises signing.BadSignature for a word that is not ours, too old, or another's."""
    of, told = signing.loads(word, salt=SALT, max_age=LASTS)
    if of != edition.pk:
        raise signing.BadSignature
    return [(Row(number, key, tuple(words)), reason) for number, key, words, reason in told]
