"""What was fixed and is no longer as it was: received returns, drafts put up for signature, figures of meetings, published indices. In words, for an officer."""

from django.db import connection

from hopluc.web.briefing import queries as briefing
from hopluc.web.consultation import queries as consultation
from hopluc.web.definitions import triggers as of_definitions
from hopluc.web.inquiries import triggers as of_inquiries
from hopluc.web.manpower import triggers as of_trips
from hopluc.web.observatory import verifying as observatory
from hopluc.web.returns import queries as returns
from hopluc.web.returns import triggers

REFUSED = {
    "số liệu đồng nghiệp đã cung cấp": of_inquiries.REFUSALS,
    "chuyến công tác đã báo cáo": of_trips.REFUSALS,
    "các bản của định nghĩa": of_definitions.REFUSALS,
}
"""What the database refuses to have changed, in words, beside what is looked after elsewhere."""


def faults() -> list[str]:
    """Each thing that is not as it was fixed, a sentence each; none where all is whole."""
    return [*of_returns(), *of_drafts(), *of_sheets(), *observatory.faults(), *of_triggers()]


def of_triggers() -> list[str]:
    """The databases' refusals that are gone, of what is fixed beside returns, indices and the journal, which look after their own."""
    tables = set(connection.introspection.table_names())
    there = {words: found for words, found in REFUSED.items() if {one.table for one in found.every} <= tables}
    return [
        f"Cơ sở dữ liệu không còn chặn việc sửa {words}." for words, found in there.items() if not found.present(connection)
    ]


def of_returns() -> list[str]:
    """The received returns that no longer say what was received, and a database that lets returns be changed."""
    if not returns.is_there():
        return []
    told = [f"Báo cáo đã tiếp nhận bị thay đổi: {row} (lần {row.number})." for row in returns.altered_returns()]
    if not triggers.REFUSALS.present(connection):
        told.append("Cơ sở dữ liệu không còn chặn việc sửa báo cáo đã tiếp nhận.")
    return told


def of_drafts() -> list[str]:
    """The drafts put up for signature that are no longer what they were then: their files, or what was said of them."""
    altered = consultation.altered_drafts() if consultation.is_there() else []
    return [f"Dự thảo đã trình ký bị thay đổi: {row.draft}." for row in altered]


def of_sheets() -> list[str]:
    """The figures fixed for meetings that are no longer those of their moment."""
    altered = briefing.altered_sheets() if briefing.is_there() else []
    return [f"Số liệu chốt cho cuộc họp bị thay đổi: {row}." for row in altered]
