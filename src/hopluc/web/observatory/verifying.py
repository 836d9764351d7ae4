"""Are published editions still as they were published: what `hopluc verify` tells."""

from django.db import connection

from hopluc.web.observatory import queries, triggers


def faults() -> list[str]:
    """What is wrong, each in a sentence: a result whose texts lost their hashes, a database that lets published editions be changed."""
    if not queries.is_there():
        return []
    told = [f"Kết quả chỉ số đã công bố bị thay đổi: {result}." for result in queries.altered_results()]
    if not triggers.REFUSALS.present(connection):
        told.append("Cơ sở dữ liệu không còn chặn việc sửa kỳ chỉ số đã công bố.")
    return told
