"""A finding as an officer sees it: what kind of thing, said in one line, with the fields that may be corrected."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.intake.models import Finding
from hopluc.web.measures.models import DONG, Observation

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
    "assigned": _("được giao"),
}
"""What the reader says in a word of its own; any other status is as the document writes it."""


_QUARTER = re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])")
_ROMAN = ("I", "II", "III", "IV")
_ISO = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d{2})(?:-(?P<day>\d{2}))?")


@dataclass(frozen=True, slots=True)
class Field:
    """A field an officer may correct: its name (a dot leads into a part), its label, and what is asked for: a line, a text of
    several lines, a number, a date, a list of one item a line, how something stands, or whether a figure is planned or reached."""

    name: str
    label: Any
    ask: Literal["line", "text", "number", "date", "list", "state", "stage"] = "line"


_PERIOD = (
    Field("period.from", _("Thời gian, từ"), ask="date"),
    Field("period.to", _("Thời gian, đến"), ask="date"),
)
_NUMBERS = (
    Field("number", _("Số"), ask="number"),
    Field("min", _("Từ (nếu là khoảng)"), ask="number"),
    Field("max", _("Đến (nếu là khoảng)"), ask="number"),
    Field("unit", _("Đơn vị tính")),
)
FIELDS: Mapping[str, tuple[Field, ...]] = {
    "programme": (Field("title", _("Tên chương trình"), ask="text"), *_PERIOD),
    "strand": (Field("number", _("Số mục")), Field("title", _("Tên"))),
    "legal_basis": (
        Field("text", _("Căn cứ"), ask="text"),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày"), ask="date"),
    ),
    "membership": (
        Field("person", _("Họ và tên")),
        Field("role", _("Nhiệm vụ trong ban, tổ")),
        Field("position", _("Chức vụ")),
        Field("organisation", _("Cơ quan")),
        Field("body", _("Ban, tổ"), ask="text"),
    ),
    "agreement": (
        Field("title", _("Tên"), ask="text"),
        Field("parties", _("Các bên, mỗi dòng một bên"), ask="list"),
        Field("signed", _("Ngày ký"), ask="date"),
        Field("planned_signing", _("Dự kiến ký"), ask="date"),
        *_PERIOD,
        Field("contents", _("Nội dung, mỗi dòng một nội dung"), ask="list"),
        Field("focal_points", _("Đầu mối, mỗi dòng một đơn vị"), ask="list"),
    ),
    "task": (
        Field("title", _("Nội dung nhiệm vụ"), ask="text"),
        Field("lead", _("Chủ trì")),
        Field("cooperating", _("Phối hợp, mỗi dòng một đơn vị"), ask="list"),
        *_PERIOD,
        Field("due", _("Thời hạn như đã viết")),
        Field("status", _("Tình hình như đã viết"), ask="state"),
    ),
    "target": (Field("text", pgettext_lazy("one", "Chỉ tiêu"), ask="text"), *_NUMBERS, Field("by", _("Đến khi nào"))),
    "observation": (
        Field("subject", _("Nội dung được đếm"), ask="text"),
        *_NUMBERS,
        Field("stage", _("Loại số liệu"), ask="stage"),
        Field("field", _("Lĩnh vực, phân tổ")),
        Field("place", _("Địa bàn")),
        *_PERIOD,
    ),
    "event": (
        Field("name", _("Tên sự kiện"), ask="text"),
        Field("date", _("Ngày"), ask="date"),
        Field("place", _("Địa điểm")),
    ),
    "petition": (
        Field("text", _("Nội dung kiến nghị"), ask="text"),
        Field("from", _("Bên kiến nghị")),
        Field("to", _("Gửi đến")),
        Field("status", _("Trả lời"), ask="state"),
    ),
    "statement": (Field("text", _("Nội dung"), ask="text"),),
}


def label_of(finding: Finding) -> Any:
    """What kind of thing it is, in the words of the screen."""
    if finding.kind == Finding.Kind.MEMBERSHIP and not finding.said.get("body") and not finding.said.get("role"):
        return _("Người, chức vụ")
    finer = CHECKS if finding.kind == Finding.CHECK else STATEMENTS
    return finer.get(finding.subtype, finding.get_kind_display())


def line_of(finding: Finding) -> str:
    """What it says, in one line."""
    said = finding.said
    if finding.kind == Finding.CHECK:
        return _by_number(str(said.get("explanation", "")), finding.elsewhere)
    name = next((str(said[key]) for key in ("title", "subject", "name", "text") if said.get(key)), "")
    if finding.kind == "membership":
        name = f"{said.get('role') or ''}: {said.get('person')}".lstrip(": ")
    return " · ".join(dict.fromkeys(part for part in (name, *_details(finding.kind, said)) if part))


def _by_number(explanation: str, elsewhere: Sequence[Mapping[str, Any]]) -> str:
    """The explanation with other documents called by their numbers, as offices call them, and not by their files."""
    for other in elsewhere:
        if other.get("number"):
            explanation = explanation.replace(str(other["document"]), str(other["number"]))
    return explanation


def _details(kind: str, said: Mapping[str, Any]) -> Iterator[str]:
    if kind in {"observation", "target"} and (number := number_in(said)):
        unit = str(said.get("unit") or "")
        yield f"{number} {DONG if unit == 'VND' else unit}".strip()
    if said.get("stage") in Observation.Stage.values:
        yield str(Observation.Stage(said["stage"]).label)
    for key in ("field", "position", "lead", "place", "provisions", "standing"):
        if said.get(key) and not (key == "position" and _same(said[key], said.get("role"))):
            yield str(said[key])
    yield from _of_its_kind(kind, said)
    if said.get("cooperating"):
        yield str(_("phối hợp: %(bodies)s") % {"bodies": ", ".join(said["cooperating"])})
    if kind == "agreement":
        yield from (" - ".join(said.get("parties") or ()), day_in(said.get("signed") or said.get("planned_signing") or ""))
    if kind == "petition" and said.get("to"):
        yield f"→ {said['to']}"
    # A deadline as it is written is told rather than the day that it names.
    yield "" if said.get("due") and isinstance(said.get("period"), str) else period_in(said.get("period"))
    for key in ("date", "due", "by", "status"):
        if said.get(key):
            yield state_in(said[key])


def _of_its_kind(kind: str, said: Mapping[str, Any]) -> Iterator[str]:
    """Where a member sits, or of which body one told with a post alone is; what a task is to cost."""
    if kind == "membership" and said.get("body"):
        yield str(said["body"])
    elif kind == "membership" and str(said.get("organisation") or "") not in str(said.get("position")):
        yield str(said["organisation"])
    if kind == "task" and said.get("budget"):
        yield str(_("kinh phí %(sum)s %(unit)s") % {"sum": _shown(said["budget"]), "unit": DONG})


def _same(one: Any, other: Any) -> bool:
    """Do two short sayings differ in case alone."""
    return str(one).casefold() == str(other).casefold()


def state_in(said: Any) -> str:
    """How something stands, or when it is, as an officer reads it."""
    return str(STATUSES.get(str(said), day_in(said)))


def period_in(period: Any) -> str:
    """A period as an officer writes it: `2021 - 2025`, `01/2025 - 09/2025`, a year alone, or the words."""
    if not isinstance(period, Mapping):
        return day_in(period or "")
    ends = [day_in(period.get(end) or "…") for end in ("from", "to")]
    return "" if ends == ["…", "…"] else ends[0] if ends[0] == ends[1] else " - ".join(ends)


def day_in(iso: Any) -> str:
    """An ISO date as an officer writes it: `20/03/2024`, `03/2024`, `20/12`, `Quý II/2026`; what is no date stays as it is."""
    quarter = _QUARTER.fullmatch(str(iso))
    if quarter:
        return str(_("Quý %(quarter)s/%(year)s") % {"quarter": _ROMAN[int(quarter["quarter"]) - 1], "year": quarter["year"]})
    found = _ISO.fullmatch(str(iso))
    return "/".join(part for part in (found["day"], found["month"], found["year"]) if part) if found else str(iso)


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
