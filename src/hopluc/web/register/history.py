"""The journal's lines about one row, in words."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hopluc.web.journal.queries import entries_about

VERBS: Mapping[str, Any] = {
    "found_programme": _("Lập chương trình"),
    "add_strand": _("Thêm nội dung hợp tác"),
    "cite_legal_basis": _("Ghi căn cứ"),
    "link_document": _("Gắn văn bản"),
    "make_statement": _("Ghi nội dung báo cáo"),
    "assign_task": _("Ghi nhiệm vụ"),
    "note_event": _("Ghi nhận sự kiện"),
    "note_progress": _("Cập nhật diễn biến"),
    "say_about": _("Ghi báo cáo có nói về nhiệm vụ hay không"),
    "carry_over": pgettext_lazy("act", "Chuyển tiếp"),
    "set_answers": _("Gắn với kiến nghị, kết luận"),
    "sign_agreement": _("Ghi thỏa thuận"),
    "add_commitment": _("Ghi cam kết, kiến nghị, kết luận"),
    "answer_petition": _("Gắn văn bản trả lời"),
    "note_arrival": _("Ghi ngày đến, thời hạn trả lời"),
    "charge_petition": _("Ghi đơn vị giải quyết"),
    "assign": _("Phân công xử lý"),
    "end_assignment": _("Thôi phân công xử lý"),
    "appoint": _("Giao vai trò"),
    "end_role": _("Thôi vai trò"),
    "form_committee": _("Thành lập ban, tổ"),
    "note_vacancy": _("Ghi khuyết thành viên"),
    "withdraw_vacancy": _("Rút ghi nhận khuyết thành viên"),
    "fill_vacancy": _("Thay thành viên theo quyết định kiện toàn"),
    "correct": _("Sửa"),
    "withdraw": _("Rút khỏi sổ theo dõi"),
    "attach_evidence": _("Gắn minh chứng"),
    "record_observation": _("Ghi số liệu"),
    "correct_observation": _("Sửa số liệu"),
    "withdraw_observation": _("Rút số liệu"),
    "add_indicator": _("Thêm chỉ tiêu"),
    "take_in_document": _("Tiếp nhận văn bản"),
    "add_version": _("Thêm bản mới của văn bản"),
    "correct_claims": _("Sửa thông tin văn bản"),
    "withdraw_document": _("Rút văn bản"),
}
MOST = 20


@dataclass(frozen=True)
class Line:
    """One thing done: when, by whom, what, why, and the names of the fields that changed."""

    at: datetime
    by: Any
    done: Any
    reason: str
    changed: tuple[str, ...]


def lines_about(row: Model, *parts: Model) -> list[Line]:
    """The newest lines about a row that the user has been shown may see, and about what hangs on it: progress, figures."""
    return [
        Line(
            entry.at,
            entry.actor or _("Hệ thống"),
            VERBS.get(entry.verb, entry.verb),
            entry.reason,
            _changed(row, entry.before) if entry.object_type == row._meta.label_lower else (),
        )
        for entry in entries_about(row, *parts).select_related("actor")[:MOST]
    ]


def _changed(row: Model, before: str) -> tuple[str, ...]:
    """The labels of the columns a correction changed, each once."""
    names: dict[str, None] = {}
    columns = {column.attname: column for column in row._meta.concrete_fields}
    for name in json.loads(before):
        if name in columns and columns[name].editable:
            names[str(columns[name].verbose_name)] = None
    return tuple(names)
