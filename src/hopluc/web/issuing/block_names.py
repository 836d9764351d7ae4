"""The blocks an outline's parts are composed of, in words for the person; and which one a heading asks for."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hopluc.reading.records.statements import type_of_words
from hopluc.vietnamese import canonical

BY_HAND = ""
"""No block: the heading alone, to be written by hand."""
BLOCK_NAMES: dict[str, Promise | str] = {
    BY_HAND: _("Chỉ đề mục, cán bộ viết"),
    "opening": _("Mở đầu: quyết định, giai đoạn, ngày số liệu"),
    "legal_bases": _("Căn cứ pháp lý"),
    "aims": _("Mục tiêu của chương trình"),
    "committees": _("Ban Chỉ đạo, Tổ giúp việc, tổ chức thực hiện"),
    "strands": _("Kết quả, số liệu, sự kiện theo nội dung hợp tác"),
    "tasks": _("Tình hình từng nhiệm vụ được giao"),
    "accords": _("Thỏa thuận hợp tác"),
    "results": _("Nhận xét: kết quả đã đạt được"),
    "shortcomings": _("Nhận xét: tồn tại, hạn chế"),
    "causes": _("Nhận xét: nguyên nhân"),
    "plans": _("Phương hướng, nhiệm vụ giai đoạn tới"),
    "targets": _("Chỉ tiêu giai đoạn tới"),
    "plan_tasks": _("Bảng nhiệm vụ giai đoạn tới"),
    "conclusion": _("Kết luận và kiến nghị"),
}
MISSING = "(chưa có thông tin; đề nghị bổ sung)"
"""What a proposed part says where the register has nothing."""

_NAMED = (
    ("opening", ("mở đầu", "đặt vấn đề")),
    ("legal_bases", ("căn cứ",)),
    ("targets", ("chỉ tiêu",)),
    ("aims", ("mục tiêu",)),
    ("committees", ("ban chỉ đạo", "tổ giúp việc", "chỉ đạo, điều hành", "tổ chức thực hiện", "tổ chức triển khai")),
    ("accords", ("thỏa thuận", "ký kết")),
    ("strands", ("nội dung hợp tác", "theo nội dung", "theo từng nội dung", "theo lĩnh vực", "theo từng lĩnh vực")),
    ("plan_tasks", ("nhiệm vụ cụ thể giai đoạn", "danh mục nhiệm vụ")),
    ("tasks", ("thực hiện nhiệm vụ", "thực hiện các nhiệm vụ", "nhiệm vụ được giao", "nhiệm vụ cụ thể")),
    ("conclusion", ("kết luận", "kiến nghị", "đề xuất")),
)
_OF_TYPE = {
    "result": "results",
    "shortcoming": "shortcomings",
    "cause": "causes",
    "plan": "plans",
    "recommendation": "conclusion",
}


def proposed_blocks(titles: Iterable[str]) -> list[str]:
    """For each heading, in order, the block its words ask for; BY_HAND where they ask for none, or for one that an earlier has."""
    taken: set[str] = set()
    made = []
    for title in titles:
        block = _asked_for(title)
        made.append(BY_HAND if block in taken else block)
        taken.add(block)
    return made


def _asked_for(title: str) -> str:
    words = canonical(title).lower()
    named = next((block for block, heads in _NAMED if any(head in words for head in heads)), None)
    return named or _OF_TYPE.get(type_of_words(title) or "", BY_HAND)
