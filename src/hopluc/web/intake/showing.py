"""A finding as an officer sees it: what kind of thing, said in one line, with the fields that may be corrected."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.intake.models import Finding
from hopluc.web.measures.models import DONG

STATEMENTS: Mapping[str, Any] = {
    "result": _("Kết quả"),
    "shortcoming": _("Tồn tại, hạn chế"),
    "cause": _("Nguyên nhân"),
    "plan": _("Phương hướng, nhiệm vụ"),
    "recommendation": _("Đề xuất, kiến nghị"),
}
CHECKS: Mapping[str, Any] = {
    "impossible_date": _("Ngày không hợp lý"),
    "date_conflict": _("Một văn bản, hai ngày"),
    "incomplete_date": _("Ngày chưa đủ"),
    "period_conflict": _("Giai đoạn chưa khớp"),
    "sequence": _("Trình tự thời gian"),
    "sum_mismatch": _("Tổng chưa khớp"),
    "count_mismatch": _("Số đếm chưa khớp danh sách"),
    "incomplete_list": _("Danh sách chưa đủ"),
    "count_doubt": _("Số đếm cần xem lại"),
    "unit_shift": _("Đơn vị đếm khác nhau"),
    "value_conflict": _("Một nội dung, hai số liệu"),
    "truncated": _("Dòng bị cắt"),
    "missing_field": _("Thiếu thông tin"),
    "incomplete_number": _("Số, ký hiệu chưa đủ"),
}

STATUSES: Mapping[str, Any] = {
    "planned": _("dự kiến"),
    "held": _("đã tổ chức"),
    "signed": _("đã ký"),
    "in progress": _("đang thực hiện"),
    "completed": _("đã hoàn thành"),
}
"""What the reader says in a word of its own; any other status is as the document writes it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field an officer may correct: its name (a dot leads into a part), label, and whether it runs over lines."""

    name: str
    label: Any
    long: bool = False
    number: bool = False
    listed: bool = False


_PERIOD = (Field("period.from", _("Từ (năm, tháng hoặc ngày)")), Field("period.to", _("Đến")))
_NUMBERS = (
    Field("number", _("Số"), number=True),
    Field("min", _("Từ (nếu là khoảng)"), number=True),
    Field("max", _("Đến"), number=True),
    Field("unit", _("Đơn vị tính")),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "programme": (Field("title", _("Tên chương trình"), long=True), *_PERIOD),
    "strand": (Field("number", _("Số mục")), Field("title", _("Tên"))),
    "legal_basis": (
        Field("text", _("Căn cứ"), long=True),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày (năm-tháng-ngày)")),
    ),
    "membership": (
        Field("person", _("Họ và tên")),
        Field("role", _("Nhiệm vụ trong ban, tổ")),
        Field("position", _("Chức vụ")),
        Field("organisation", _("Cơ quan")),
        Field("body", _("Ban, tổ"), long=True),
    ),
    "agreement": (
        Field("title", _("Tên"), long=True),
        Field("parties", _("Các bên, mỗi dòng một bên"), long=True, listed=True),
        Field("signed", _("Ngày ký (năm-tháng-ngày)")),
        Field("planned_signing", _("Dự kiến ký")),
        *_PERIOD,
        Field("contents", _("Nội dung, mỗi dòng một nội dung"), long=True, listed=True),
        Field("focal_points", _("Đầu mối, mỗi dòng một đơn vị"), long=True, listed=True),
    ),
    "task": (
        Field("title", _("Nội dung nhiệm vụ"), long=True),
        Field("lead", _("Chủ trì")),
        Field("cooperating", _("Phối hợp, mỗi dòng một đơn vị"), long=True, listed=True),
        *_PERIOD,
        Field("due", _("Thời hạn như đã viết")),
        Field("status", _("Tình hình như đã viết")),
    ),
    "target": (Field("text", pgettext_lazy("one", "Chỉ tiêu"), long=True), *_NUMBERS, Field("by", _("Đến khi nào"))),
    "observation": (
        Field("subject", _("Nội dung được đếm"), long=True),
        *_NUMBERS,
        Field("field", _("Lĩnh vực, phân tổ")),
        Field("place", _("Địa bàn")),
        *_PERIOD,
    ),
    "event": (
        Field("name", _("Tên sự kiện"), long=True),
        Field("date", _("Ngày (năm-tháng-ngày)")),
        Field("place", _("Địa điểm")),
    ),
    "petition": (
        Field("text", _("Nội dung kiến nghị"), long=True),
        Field("from", _("Bên kiến nghị")),
        Field("to", _("Gửi đến")),
        Field("status", _("Trả lời")),
    ),
    "statement": (Field("text", _("Nội dung"), long=True),),
}


def label_of(finding: Finding) -> Any:
    """What kind of thing it is, in the words of the screen."""
    finer = CHECKS if finding.kind == Finding.CHECK else STATEMENTS
    return finer.get(finding.subtype, finding.get_kind_display())


def line_of(finding: Finding) -> str:
    """What it says, in one line."""
    said = finding.said
    if finding.kind == Finding.CHECK:
        return str(said.get("explanation", ""))
    name = next((str(said[key]) for key in ("title", "subject", "name", "text") if said.get(key)), "")
    if finding.kind == "membership":
        name = f"{said.get('role') or ''}: {said.get('person')}".lstrip(": ")
    return " · ".join(part for part in (name, *_details(finding.kind, said)) if part)


def _details(kind: str, said: Mapping[str, Any]) -> Iterator[str]:
    if kind in {"observation", "target"} and (number := number_in(said)):
        unit = str(said.get("unit") or "")
        yield f"{number} {DONG if unit == 'VND' else unit}".strip()
    for key in ("field", "position", "lead", "place"):
        if said.get(key):
            yield str(said[key])
    if kind == "agreement":
        yield from (" - ".join(said.get("parties") or ()), str(said.get("signed") or said.get("planned_signing") or ""))
    if kind == "petition" and said.get("to"):
        yield f"→ {said['to']}"
    period = said.get("period")
    if isinstance(period, Mapping) and (period.get("from") or period.get("to")):
        yield f"{period.get('from') or '…'} - {period.get('to') or '…'}"
    for key in ("date", "due", "by", "status"):
        if said.get(key):
            yield str(STATUSES.get(str(said[key]), said[key]))


def number_in(said: Mapping[str, Any]) -> str:
    """The number among the values as one writes it: `1.200`, `1.000 - 1.200`, `14/15`."""
    if said.get("numerator") is not None:
        return f"{_shown(said['numerator'])}/{_shown(said.get('denominator'))}"
    if said.get("number") is not None:
        return _shown(said["number"])
    return " - ".join(_shown(said[key]) for key in ("min", "max") if said.get(key) is not None)


def _shown(number: Any) -> str:
    whole = f"{number:,}" if isinstance(number, int | float) else str(number)
    return whole.replace(",", " ").replace(".", ",").replace(" ", ".")
