"""Server CPU of what an agency owes and of the ledger, over 10,000 obligations. Run: python -m benchmarks.register"""

import os
import tempfile
import time
from datetime import date, timedelta
from typing import Any

from benchmarks.pages import ROUNDS, a_large_programme, cpu_ms, set_up

PETITIONS, TARGETS = 2_000, 2_000


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
    from hopluc.web.register import ledger  # models are ready only now

    on, times = date(2026, 11, 24), []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        owed = ledger.ledger_seen_by(officer, ledger.Chosen(debtor=agency.pk), on).still_owed()
        lines = ledger.owed_rows(owed[:25], on)
        times.append(1000 * (time.process_time() - start))
        assert len(lines) == 25
        assert len(owed) > 300
    return sorted(times[1:])[ROUNDS // 2]


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hopluc-bench-") as home:
        set_up(home)
        from django.test import Client  # only once Django is set up

        programme, officer = a_large_programme()
        agency = add_promises(programme)
        client = Client(SERVER_NAME="localhost")
        client.force_login(officer)
        print(
            f"10,000 tasks, {PETITIONS} petitions, {TARGETS} targets, 20 agencies; in one process on one core of {os.cpu_count()}."
        )
        print(f"ledger_cpu_ms: {cpu_ms(client, '/nhiem-vu/'):.1f} ms")
        print(f"owed_cpu_ms: {owed_cpu_ms(officer, agency):.1f} ms")


if __name__ == "__main__":
    main()
