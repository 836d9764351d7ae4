"""A register at work: sums of 1.6 million figures, what an agency owes, a round of 140 reporters, a mixed load, writers that race.

Run: python -m benchmarks.register [URLs of three empty databases of a PostgreSQL server]
"""

import multiprocessing
import os
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from typing import Any

from benchmarks import load, observations, rounds
from benchmarks.pages import ROUNDS, a_large_programme, cpu_ms, remember_as_the_server, set_up

PETITIONS, TARGETS = 2_000, 2_000
ASKED = 30
TASKS_AT_WORK = 600


def add_promises(programme: Any) -> Any:
    """Petitions and targets beside the tasks of a large programme; returns the agency they are put to."""
    from hopluc.web.people.models import Organisation  # models are ready only now
    from hopluc.web.register.models import Commitment

    agencies = list(Organisation.objects.filter(owner=programme.owner).order_by("pk"))
    Commitment.objects.bulk_create(
        Commitment(
            owner=programme.owner,
            programme=programme,
            kind="petition" if n < PETITIONS else "target",
            text=f"Bố trí phòng thí nghiệm dùng chung số {n}",
            search_key=f"bo tri phong thi nghiem dung chung so {n}",
            sender=agencies[(n + 1) % len(agencies)] if n < PETITIONS else agencies[n % len(agencies)],
            recipient=agencies[n % len(agencies)] if n < PETITIONS else None,
            made_on=date(2025, 1, 1) + timedelta(n % 600),
            due_last=date(2026, 1, 1) + timedelta(n % 700) if n % 3 else None,
            order=n,
        )
        for n in range(PETITIONS + TARGETS)
    )
    return agencies[0]


def owed_cpu_ms(officer: Any, agency: Any) -> float:
    """The median milliseconds of CPU to tell what an agency still owes: all of it by its day, and the first page of it."""
    from hopluc.web.register import ledger
    from hopluc.web.store import memory  # models are ready only now

    on, times = date(2026, 11, 24), []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        with memory.reading():  # as a page does
            owed = ledger.ledger_seen_by(officer, ledger.Chosen(debtor=agency.pk), on).still_owed()
            lines = ledger.owed_rows(owed[:25], on)
        times.append(1000 * (time.process_time() - start))
        assert len(lines) == 25
        assert len(owed) > 300
    return sorted(times[1:])[ROUNDS // 2]


def rolled_up_cpu_ms(made: observations.Made) -> tuple[list[float], list[float]]:
    """Milliseconds of CPU of randomly asked sums of one province, and of all; what they come to is proved in the tests."""
    from hopluc.web.measures.rollup import Asked, roll_up  # models are ready only now
    from hopluc.web.measures.territories import Territories

    remember_as_the_server()
    chance = random.Random(2026)  # noqa: S311 - the same questions each time
    taken: dict[bool, list[float]] = {True: [], False: []}
    for n in range(2 * ASKED):
        one = n % 2 == 0
        some = chance.random() < 0.5
        asked = Asked(
            territory=chance.choice(made.provinces).pk if one else None,
            indicators=frozenset(chance.sample(made.indicators, 20)) if some else None,
            first_year=chance.choice((None, 2018)),
            by_period=chance.random() < 0.5,
            by_field=chance.random() < 0.3,
            by_agency=some and chance.random() < 0.3,
            by_territory=chance.random() < 0.5,
        )
        start = time.process_time()
        told = roll_up(made.ministry, asked, Territories(date(2026, 11, 22)))
        taken[one].append(1000 * (time.process_time() - start))
        assert told.parts
    return taken[True], taken[False]


def middle(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]


def measure_sums(database: str) -> None:
    with tempfile.TemporaryDirectory(prefix="hopluc-bench-") as home:
        set_up(home, database)
        made = observations.fill()
        one, every = rolled_up_cpu_ms(made)
        print(
            f"{made.rows} figures; {ASKED} sums of a province and {ASKED} of all 34, asked at random; the middle, then the worst."
        )
        print(f"rollup_worst_cpu_ms: {max(one):.1f} ms")
        print(f"rollup_all_worst_cpu_ms: {max(every):.1f} ms")
        print(f"rollup_cpu_ms: {middle(one):.1f} ms")
        print(f"rollup_all_cpu_ms: {middle(every):.1f} ms")


def measure_owed(database: str) -> None:
    with tempfile.TemporaryDirectory(prefix="hopluc-bench-") as home:
        set_up(home, database)
        from django.test import Client  # only once Django is set up

        programme, officer = a_large_programme()
        agency = add_promises(programme)
        client = Client(SERVER_NAME="localhost")
        client.force_login(officer)
        remember_as_the_server()
        print(
            f"10,000 tasks, {PETITIONS} petitions, {TARGETS} targets, 20 agencies; in one process on one core of {os.cpu_count()}."
        )
        print(f"ledger_cpu_ms: {cpu_ms(client, '/nhiem-vu/'):.1f} ms")
        print(f"owed_cpu_ms: {owed_cpu_ms(officer, agency):.1f} ms")


def measure_work(database: str) -> None:
    with tempfile.TemporaryDirectory(prefix="hopluc-bench-") as home:
        set_up(home, database)
        from django.test import Client  # only once Django is set up

        programme, officer = a_large_programme(TASKS_AT_WORK)
        client = Client(SERVER_NAME="localhost")
        client.force_login(officer)
        opened = rounds.open_for(programme, officer, rounds.REPORTERS)
        print(f"A register of {TASKS_AT_WORK} tasks; load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores.")
        print(f"round_open_s: {opened.seconds:.2f} s for {rounds.REPORTERS} reporters, in {opened.queries} statements")
        print(f"round_page_cpu_ms: {cpu_ms(client, opened.address):.1f} ms in {opened.page_queries} statements")
        told = load.mixed(home, database, officer, programme)
        print(
            f"{load.RATE} requests/s, {load.WRITES} of them writing, for {load.SECONDS} s after {load.WARM_UP} to warm up; "
            f"`hopluc serve --workers {load.SERVERS}`."
        )
        print(
            ", ".join(f"{kind} {ms:.0f}" for kind, ms in sorted(told.kinds.items(), key=lambda one: -one[1]))
            + " ms in the middle."
        )
        print(f"mixed_server_cpu_ms: {told.server_cpu:.1f} ms a request, and {told.own_cpu:.1f} ms of ours to ask it")
        print(f"mixed_p50_ms: {told.middle:.0f} ms")
        print(f"mixed_p95_ms: {told.p95:.0f} ms")
        print(f"mixed_errors: {told.errors}")
        wrong = rounds.winners_wrong(home, database, programme, officer)
        print(f"winners_wrong: {wrong} of {rounds.SENT} returns, {rounds.WRITERS} writers")


def main() -> int:
    """On SQLite, or on three empty databases whose URLs are given (`postgresql://…/sums`, `…/owed`, `…/work`)."""
    measures = (measure_sums, measure_owed, measure_work)
    for measure, database in zip(measures, sys.argv[1:] or [""] * len(measures), strict=False):
        # A process each: Django is set up once only, and what one has cached does not help the other.
        child = multiprocessing.get_context("spawn").Process(target=measure, args=(database,))
        child.start()
        child.join()
        if child.exitcode:
            return child.exitcode
    return 0


if __name__ == "__main__":
    sys.exit(main())
