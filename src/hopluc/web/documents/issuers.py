"""The name of who issued a document, as running text writes it: a letterhead writes it in capitals."""

from functools import lru_cache

from hopluc.reading import Document, read
from hopluc.vietnamese import fold


@lru_cache(maxsize=4096)
def out_of_capitals(written: str) -> str:
    """A name in capitals in its usual letters, where it is read as one body; any other as it is written.

    >>> out_of_capitals("SỞ KHOA HỌC VÀ CÔNG NGHỆ"), out_of_capitals("TỔ SỐ BA")
    ('Sở Khoa học và Công nghệ', 'TỔ SỐ BA')
    """
    if not written.isupper():
        return written
    bodies = [fact for fact in read(Document("", written)).facts if fact.kind == "organisation"]
    if len(bodies) != 1 or bodies[0].quote != written:
        return written
    name = str(bodies[0].value.canonical or written)
    return name[: len(written)] if fold(name).startswith(fold(written)) else name  # the body it belongs to is not named here
