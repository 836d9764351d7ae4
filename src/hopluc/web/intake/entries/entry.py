"""Entry: a finding on its way into the register: its values as terms, figures and organisations, its passages as evidence."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from hopluc.reading.page.layout import section_of
from hopluc.web.documents.actions import mark_passage
from hopluc.web.documents.models import Passage
from hopluc.web.documents.versions import document_of
from hopluc.web.intake.likeness import most_alike
from hopluc.web.intake.models import Finding
from hopluc.web.measures.figures import Figure
from hopluc.web.people.actions import find_or_add_organisation
from hopluc.web.people.models import Organisation, User
from hopluc.web.register.models import Programme, Strand
from hopluc.web.terms import Term

ABOUT = {"khoảng", "gần", "xấp xỉ", "trên dưới", "ước"}
AT_LEAST = {"hơn", "trên", "ít nhất", "tối thiểu", "từ", "không dưới"}
AT_MOST = {"dưới", "không quá", "tối đa", "chưa đến", "chưa tới", "nhiều nhất"}


@dataclass(frozen=True)
class Entry:
    """One finding and who enters it."""

    finding: Finding
    by: User | None

    @property
    def value(self) -> dict[str, Any]:
        return dict(self.finding.said)

    def text(self, name: str) -> str:
        """A value as words; "" where it is not said."""
        return str(self.value.get(name) or "").strip()

    @property
    def owner(self) -> Organisation:
        return self.finding.version.document.owner

    @property
    def programme(self) -> Programme:
        """The programme the finding belongs to. Raises ValidationError where none is known yet."""
        if self.finding.programme is None:
            raise ValidationError(_("Văn bản này chưa gắn với chương trình nào. Đề nghị chọn chương trình cho văn bản trước."))
        return self.finding.programme

    @cached_property
    def passages(self) -> list[Passage]:
        version = self.finding.version
        return [mark_passage(version, start, end) for start, end in self.finding.spans if start < end]

    @cached_property
    def evidence(self) -> list[tuple[Passage, str, str]]:
        """The passages of the whole, and of each field whose own words are known."""
        whole = [(passage, "", passage.quote) for passage in self.passages]
        parts = [(name, mark_passage(self.finding.version, *span)) for name, span in self.finding.parts.items()]
        return [*whole, *((passage, name, passage.quote) for name, passage in parts)]

    def evidence_of(self, field: str) -> list[tuple[Passage, str, str]]:
        """All passages, as evidence of one field."""
        return [*self.evidence, *((passage, field, passage.quote) for passage in self.passages)]

    def outweighs(self, row: Any) -> bool:
        """Is this paper, where the row so far rests on weaker sources alone: then what the paper says takes the place."""
        links = list(row.evidence.select_related("passage__version__document"))
        return not self.weaker and bool(links) and all(link.weaker for link in links)

    @property
    def weaker(self) -> bool:
        return self.finding.version.document.weaker

    def to_be_filled(self, row: Any, said: dict[str, Any]) -> dict[str, Any]:
        """Of what is said of a row, what the row does not say yet; of one that rests on weaker sources, also what it says otherwise."""
        outweighs = self.outweighs(row)
        return {
            name: value
            for name, value in said.items()
            if value and (not getattr(row, name) or (outweighs and getattr(row, name) != value))
        }

    def term(self, name: str = "period") -> Term | None:
        """A period or a date among the values as a Term; None where it is not said."""
        said = self.value.get(name)
        if isinstance(said, dict):
            start, end = said.get("from"), said.get("to")
            return Term.between(start, end) if start or end else None
        return Term.of(str(said)) if said else None

    def organisation(self, name: str | None, kind: str = Organisation.Kind.OTHER) -> Organisation | None:
        """The organisation of that name, entered where it is new; None for no name."""
        return find_or_add_organisation(self.owner, by=self.by, name=name[:300], kind=kind) if name else None

    def figure(self) -> Figure | None:
        """The number among the values, in the form its hedge gives it; None where there is none."""
        numbers = {name: _decimal(self.value.get(name)) for name in ("number", "min", "max", "numerator", "denominator")}
        hedge = self.text("qualifier").lower()
        if numbers["numerator"] is not None and numbers["denominator"] is not None:
            return Figure.ratio(numbers["numerator"], numbers["denominator"])
        if numbers["min"] is not None or numbers["max"] is not None:
            return Figure.between(numbers["min"], numbers["max"])
        number = numbers["number"]
        if number is None:
            return None
        if hedge in ABOUT:
            return Figure.about(number)
        if hedge in AT_LEAST:
            return Figure.between(number, None)
        return Figure.between(None, number) if hedge in AT_MOST else Figure.exact(number)

    @cached_property
    def strand(self) -> Strand | None:
        """The programme's strand under whose heading the finding stands, or that its value names."""
        strands = list(self.programme.strands.all())
        headings = [self.text("strand")] if self.text("strand") else []
        if self.finding.spans:
            source = document_of(self.finding.version)
            path = section_of(source, self.finding.spans[0][0])
            headings += [source.quote(block.body) for block in reversed(path)]
        found = (most_alike(heading, strands, floor=0.7) for heading in headings)
        return next((strand for strand in found if strand is not None), None)


def _decimal(said: Any) -> Decimal | None:
    return None if said is None else Decimal(str(said))
