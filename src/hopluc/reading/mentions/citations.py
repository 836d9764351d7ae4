"""Legal references (viện dẫn văn bản): from the document-type word to the last of number, date and issuer."""

from dataclasses import dataclass

from hopluc.reading.facts import Value


@dataclass(frozen=True, slots=True)
class Citation(Value):
    """A legal or administrative document as named: what stands inside the span, each part None where it is not said.

    `doc_type` is lower case (`nghị quyết`); `number` as written (`08-NQ/TU`); `date` ISO; `issuer` as written.
    `context_date` and `context_issuer` are what the sentence says outside the span.
    """

    doc_type: str | None
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    context_date: str | None = None
    context_issuer: str | None = None

    def brief(self) -> str:
        return " | ".join(part or "-" for part in (self.doc_type, self.number, self.date, self.issuer))
