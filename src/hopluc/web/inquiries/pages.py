"""What the pages of inquiries show: to the agency the proposals beside its lines, to the colleague the lines asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from hopluc.web.inquiries import queries, rules
from hopluc.web.inquiries.models import Inquiry, Item, Proposal
from hopluc.web.returns.contents import content_of
from hopluc.web.returns.models import Return, Stage
from hopluc.web.returns.private_links import opened_by
from hopluc.web.returns.words import lower, round_in_words


@dataclass(frozen=True)
class ItemLine:
    """An item beside what the return says of it now: what stands as proposed, what was taken over."""

    item: Item
    now: str
    waiting: Proposal | None
    taken: Proposal | None


@dataclass(frozen=True)
class Shown:
    """An inquiry with its items, and what the user may do with it."""

    row: Inquiry
    lines: tuple[ItemLine, ...]
    may: dict[str, bool]

    @property
    def waiting(self) -> int:
        """How much waits to be taken over."""
        return sum(line.waiting is not None for line in self.lines)


def return_page(user: Any, row: Return) -> dict[str, Any]:
    """The inquiries about a return, the newest first, and the hash of what the return held before they were looked up."""
    seen, fills = content_of(row).sha256(), rules.can_ask(user, row)
    return {"shown": [_shown(user, one, fills=fills) for one in queries.inquiries_of(row)], "may_ask": fills, "seen": seen}


def _shown(user: Any, inquiry: Inquiry, *, fills: bool) -> Shown:
    may = {"take_over": fills, "send_back": fills and inquiry.has_answer, "revoke": rules.can_revoke(user, inquiry)}
    return Shown(inquiry, tuple(_line(item, inquiry) for item in inquiry.items.all()), may)


def _line(item: Item, inquiry: Inquiry) -> ItemLine:
    taken = [one for one in item.proposals.all() if one.taken_at]
    return ItemLine(item, said_now(item), queries.proposed(item, inquiry), max(taken, key=lambda one: one.pk, default=None))


def said_now(item: Item) -> str:
    """What the return says of an item now."""
    if item.line is not None:
        return in_words({cell.stage: str(cell.figure) for cell in item.line.cells.all()})
    if item.sentence is not None:
        return item.sentence.text
    return ""


def in_words(figures: dict[str, str]) -> str:
    """Figures by stage in one line: `Kế hoạch: 10; Thực hiện: 8`."""
    return "; ".join(f"{stage.label}: {figures[stage.value]}" for stage in Stage if figures.get(stage.value))


def proposal_in_words(proposal: Proposal) -> str:
    """What was answered, in one line; a figure that was taken back is told too."""
    unknown = str(_("Chưa có số liệu"))
    figures = {stage: words or unknown for stage, words in proposal.figures.items()}
    said = proposal.get_said_display() if proposal.said else ""
    return ". ".join(part for part in (in_words(figures), said, proposal.text) if part) or unknown


def letter(inquiry: Inquiry, address: str) -> str:
    """What to copy into a chat with the one asked: for which report, by when, the link; no figures."""
    row = inquiry.of_return
    by = f" trước ngày {inquiry.answer_by:%d/%m/%Y}" if inquiry.answer_by else ""
    return (
        f"Kính gửi: {inquiry.asked}.\n"
        f"Để hoàn thành báo cáo của {row.agency} ({lower(round_in_words(row.round))}), trân trọng đề nghị cung cấp số liệu, nội dung "
        f"tại liên kết dưới đây{by}:\n{address}\n"
        f"Liên kết không cần tài khoản, dùng đến hết ngày {inquiry.expires_on:%d/%m/%Y}; đề nghị không chuyển tiếp. Trân trọng."
    )


def inquiry_at(request: HttpRequest, token: str) -> Inquiry | None:
    """The inquiry of a token that still opens; None for any other, and for one who has tried too many of late."""
    return opened_by(request, token, kind="inquiry", with_hash=queries.inquiry_with)


def items_asked(inquiry: Inquiry) -> list[Item]:
    """What is asked, with all its page looks at."""
    rows = inquiry.items.select_related("part", "line", "sentence__activity").prefetch_related("proposals", "line__cells")
    return list(rows)


def newest_answers(items: Iterable[Item]) -> dict[int, Proposal]:
    """What was answered last for each item, be it taken over, sent back or neither."""
    found = {item.pk: max(item.proposals.all(), key=lambda one: one.pk, default=None) for item in items}
    return {key: one for key, one in found.items() if one is not None}
