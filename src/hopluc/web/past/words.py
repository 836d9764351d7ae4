"""What a row's columns say, in words: for the history of a row and for the difference between two days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hopluc.web.documents.models import Document
from hopluc.web.documents.queries import documents_seen_by
from hopluc.web.measures.models import Observation

TERMS: Mapping[str, Any] = {
    "period": gettext_lazy("thời gian"),
    "due": gettext_lazy("thời hạn"),
    "date": gettext_lazy("ngày"),
    "planned": gettext_lazy("dự kiến"),
}
LABELS: Mapping[str, Any] = {
    "agreement": gettext_lazy("thỏa thuận"),
    "carried_over_from": gettext_lazy("chuyển tiếp từ"),
    "document": gettext_lazy("văn bản"),
    "explains": gettext_lazy("giải thích cho"),
    "indicator": gettext_lazy("chỉ tiêu"),
    "issuer": gettext_lazy("cơ quan ban hành"),
    "organisation": gettext_lazy("cơ quan, đơn vị"),
    "parent": gettext_lazy("thuộc"),
    "person": gettext_lazy("cá nhân"),
    "place": gettext_lazy("địa điểm"),
    "recipient": gettext_lazy("bên nhận"),
    "recurrence_as_written": gettext_lazy("lặp lại như đã viết"),
    "replaces": gettext_lazy("thay thế"),
    "reported_by": gettext_lazy("đơn vị báo cáo"),
    "sender": gettext_lazy("bên nêu"),
    "strand": gettext_lazy("nội dung hợp tác"),
    "strand_as_written": gettext_lazy("nội dung hợp tác như đã viết"),
    "waits_for_activity": gettext_lazy("phụ thuộc"),
    "waits_for_commitment": gettext_lazy("phụ thuộc"),
    "breakdown": gettext_lazy("phân tổ"),
}
"""What fields are called that no form asks for by a name of their own."""
_OF_A_FIGURE = frozenset({"form", "low", "high", "dong_low", "dong_high", "numerator", "denominator"})
_UNTOLD = frozenset({"owner", "programme", "order", "search_key", "object_id", "activity", "commitment"})
NOTHING = "–"


@dataclass(frozen=True)
class Said:
    """A field's label with what it said before and after."""

    label: str
    before: str
    after: str


def differences(noun: type[models.Model], before: Mapping[str, Any], after: Mapping[str, Any], user: Any) -> tuple[Said, ...]:
    """What differs between two states of a row's columns, field by field, in words; what a user may not see is not named."""
    old, new = (noun(**columns) for columns in (before, after))
    found: dict[str, Said] = {}
    for name, label in told_fields(noun):
        said = Said(str(label), words_of(old, name, user), words_of(new, name, user))
        if said.before != said.after:
            found.setdefault(name, said)
    return tuple(found.values())


def told_fields(noun: type[models.Model]) -> Iterator[tuple[str, Any]]:
    """The fields a reader is told of: the four columns of a time are one, and so are those of a figure."""
    if issubclass(noun, Observation):
        yield "figure", _("giá trị")
    for column in noun._meta.concrete_fields:
        stem, _joint, end = column.name.rpartition("_")
        if stem in TERMS and end == "first" and hasattr(noun, stem):
            yield stem, TERMS[stem]
        in_a_term = any(column.name.startswith(f"{stem}_") and hasattr(noun, f"{stem}_grain") for stem in TERMS)
        of_a_figure = issubclass(noun, Observation) and column.name in _OF_A_FIGURE
        generic = getattr(column.remote_field, "model", None) is ContentType
        told = column.editable and not column.primary_key and column.name not in _UNTOLD
        if told and not (in_a_term or of_a_figure or generic):
            yield column.name, LABELS.get(column.name, column.verbose_name)


def words_of(row: models.Model, name: str, user: Any) -> str:
    """What a field of a row says, as a page says it."""
    if name == "figure" and isinstance(row, Observation):
        return str(row.figure) if row.form and row.indicator_id else NOTHING
    field = None if name in TERMS else row._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return _named(field, getattr(row, field.attname), user)
    if field is not None and getattr(field, "choices", None):
        return str(getattr(row, f"get_{name}_display")() or NOTHING)
    return _plain(getattr(row, name))


def _named(field: models.ForeignKey[Any, Any], key: Any, user: Any) -> str:
    if key is None:
        return NOTHING
    noun: Any = field.related_model
    rows = documents_seen_by(user) if noun is Document else noun.objects
    found = rows.filter(pk=key).first()
    return str(found) if found is not None else _("(ngoài phạm vi của tài khoản)")


def _plain(value: Any) -> str:
    if value is None or value in ("", [], {}):
        return NOTHING
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime("%H:%M %d/%m/%Y")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, dict):
        return "; ".join(f"{key}: {said}" for key, said in value.items())
    return str(value)
