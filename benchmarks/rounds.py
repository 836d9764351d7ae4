"""A round of many reporters opened in one act, its page, and many writers who receive the same returns. Used by benchmarks.register."""

import multiprocessing
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from benchmarks.pages import begin

REPORTERS, WRITERS, SENT = 140, 16, 100
HEADINGS = ("Kết quả thực hiện", "Tồn tại, hạn chế", "Nguyên nhân", "Phương hướng, nhiệm vụ", "Đề xuất, kiến nghị")


@dataclass(frozen=True)
class Opened:
    """How long it took to open a round, in how many queries; its page, and in how many queries that is made."""

    seconds: float
    queries: int
    address: str
    page_queries: int


class _Counted:
    """How many statements a connection was asked."""

    def __init__(self) -> None:
        self.n = 0

    def __call__(self, execute: Any, *asked: Any) -> Any:
        self.n += 1
        return execute(*asked)


def _a_round(programme: Any, officer: Any, agencies: int, year: int) -> Any:
    from hopluc.web.returns import actions  # models are ready only now
    from hopluc.web.terms import Term

    names = [f"Sở số {n} thành phố Vĩnh Hà" for n in range(20)]
    names += [f"Ủy ban nhân dân xã số {n} thành phố Vĩnh Hà" for n in range(agencies - 20)]
    return actions.open_round(
        programme.owner,
        by=officer,
        title=f"Báo cáo năm {year}",
        period=Term(date(year - 1, 12, 15), date(year, 12, 14)),
        due_on=date(year, 12, 16),
        agencies=names[:agencies],
        outline=tuple(actions.Heading(title, f"{n}.") for n, title in enumerate(HEADINGS, start=1)),
        programme=programme,
        regime="year",
    )


def open_for(programme: Any, officer: Any, reporters: int) -> Opened:
    """Open a round of so many reporters."""
    from django.db import connection  # only once Django is set up
    from django.test import Client

    _a_round(programme, officer, reporters, 2024)  # the organisations are made here
    start = time.perf_counter()
    made = _a_round(programme, officer, reporters, 2026)
    seconds = time.perf_counter() - start
    asked = _Counted()
    with connection.execute_wrapper(asked):
        _a_round(programme, officer, reporters, 2025)
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer)
    showing = _Counted()
    with connection.execute_wrapper(showing):
        assert client.get(made.get_absolute_url()).status_code == 200
    return Opened(seconds, asked.n, made.get_absolute_url(), showing.n)


def winners_wrong(home: str, database: str, programme: Any, officer: Any) -> int:
    """How many of SENT returns were not received exactly once by WRITERS processes that all receive all of them."""
    from django.db import connections  # only once Django is set up

    from hopluc.web.returns import actions

    made = _a_round(programme, officer, SENT, 2023)
    keys = []
    for row in made.returns.all():
        actions.send(row, by=None, way="page", said_by="Lê Văn Mẫu")
        keys.append(row.pk)
    connections.close_all()
    context = multiprocessing.get_context("spawn")
    with context.Pool(WRITERS) as writers:
        told = [writers.apply_async(_receive, (home, database, officer.pk, keys)) for _ in range(WRITERS)]
        won = Counter(key for one in told for key in one.get())
    return sum(won[key] != 1 for key in keys)


def _receive(home: str, database: str, officer: int, keys: list[int]) -> list[int]:
    """Receive every return, as one of the writers; returns those it was the one to receive."""
    begin(home, database)
    from django.core.exceptions import ValidationError  # models are ready only now

    from hopluc.web.people.models import User
    from hopluc.web.returns import actions
    from hopluc.web.returns.models import Return

    by, won = User.objects.get(pk=officer), []
    for key in keys:
        try:
            actions.receive(Return.objects.get(pk=key), by=by)
        except ValidationError:  # another was first
            continue
        won.append(key)
    return won
