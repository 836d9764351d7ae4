"""Every fact leads back to the words that say it, in two thousand generated documents, whichever way the text is stored."""

from dataclasses import replace

import pytest
from benchmarks.generated import FORMS, breaches, opened, stored, typed_in, with_old_tones

from hopluc.reading import Document, Fact, read
from hopluc.reading.document import Span
from hopluc.reading.encodings import TCVN3, VNI
from hopluc.reading.facts import Found, Kind
from hopluc.reading.read import read as read_document

SEED, DOCUMENTS = 2026, 2_000


@pytest.mark.parametrize("form", FORMS)
def test_every_fact_leads_back_to_its_words(form: str) -> None:
    place = list(FORMS).index(form)
    known = [(number, stored(SEED, number)) for number in range(place, DOCUMENTS, len(FORMS))]
    documents = [(number, file, document) for number, file in known if (document := opened(file)) is not None]

    wrong = {number: found for number, file, document in documents if (found := list(breaches(document, file.letters)))}

    assert wrong == {}
    assert len(documents) > len(known) / 2


@pytest.mark.parametrize("form", ["NFC", "NFD", "no-break spaces", "CRLF", "UTF-16"])
def test_a_text_in_unicode_is_kept_letter_by_letter(form: str) -> None:
    place = list(FORMS).index(form)
    files = [stored(SEED, number) for number in range(place, 400, len(FORMS))]

    assert [file.letters for file in files if (document := opened(file)) and document.text != file.letters] == []


def test_the_same_seed_gives_the_same_documents_and_another_gives_others() -> None:
    assert stored(1, 5) == stored(1, 5)
    assert stored(1, 5) != stored(2, 5)


def test_a_text_is_stored_as_its_form_says() -> None:
    assert with_old_tones("hòa thúy khỏe") == "hoà thuý khoẻ"
    assert typed_in("Bộ Khoa học", TCVN3) == "Bé Khoa häc"
    assert typed_in("Bộ Khoa học", VNI) == "Boä Khoa hoïc"


def skewed(document: Document, _found: Found) -> list[Fact]:
    """Facts as a careless reader would give them: a quote from one letter on, twice over."""
    known = read_document(document, records=()).facts
    return [replace(fact, kind="skewed", span=Span(fact.span.start + 1, fact.span.end + 1)) for fact in (*known, *known)]


def test_a_quote_that_is_not_there_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    careless = Kind("skewed", "lệch", skewed)
    monkeypatch.setattr("benchmarks.generated.read", lambda document: read(document, (careless,), ()))

    wrong = list(breaches(Document("a.txt", "Ngày 05/3/2024, ngày 06/3/2024."), "Ngày 05/3/2024, ngày 06/3/2024."))

    assert [said.split(":")[0] for said in wrong] == [
        "skewed Span(start=6, end=15)",
        "skewed Span(start=6, end=15)",
        "skewed Span(start=22, end=31)",
        "skewed Span(start=22, end=31)",
        "skewed",
        "skewed",
    ]


def test_a_place_that_is_not_that_of_the_source_would_be_seen() -> None:
    wrong = list(breaches(Document("a.txt", "Ngày 05/3/2024"), "  Ngày 05/3/2024"))

    assert wrong == ["Span(start=5, end=14): '05/3/2024' is not what the source has there"]
