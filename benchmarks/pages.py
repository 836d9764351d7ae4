"""Server CPU of the list of tasks and of a programme's page with 10,000 tasks. Run: python -m benchmarks.pages"""

import os
import statistics
import tempfile
import time
from datetime import date
from typing import Any

TASKS, STRANDS, AGENCIES = 10_000, 8, 20
ROUNDS = 20


def begin(home: str, database: str = "") -> None:
    """Django on a folder whose database is there."""
    os.environ["HOPLUC_HOME"] = home
    os.environ["DJANGO_SETTINGS_MODULE"] = "hopluc.web.settings"
    os.environ["HOPLUC_DATABASE_URL"] = database
    import django  # only once the folder is known

    django.setup()


def set_up(home: str, database: str = "") -> None:
    """The site in a data folder of its own, on SQLite there or on the empty database a URL names."""
    begin(home, database)
    from django.core.management import call_command  # only once the folder is known

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False)


def remember_as_the_server() -> None:
    """Have Python's memory as the server has it: else it looks through the whole program for garbage again and again."""
    from hopluc.web import wsgi  # the settings are known only now

    wsgi.keep_what_is_loaded()


def a_large_programme(size: int = TASKS) -> tuple[Any, Any]:
    """A programme of so many tasks over STRANDS strands led by AGENCIES agencies, and an officer of its standing agency."""
    from hopluc.web.people.actions import add_organisation, open_account  # models are ready only now
    from hopluc.web.people.models import Membership
    from hopluc.web.register import actions as register
    from hopluc.web.register.models import Activity, Progress, Role
    from hopluc.web.register.queries import roles_toward

    agency = add_organisation(None, by=None, name="Sở Khoa học và Công nghệ thành phố Vĩnh Hà", kind="agency")
    officer = open_account(
        agency,
        by=None,
        username="ha@vinhha.example",
        name="Nguyễn Thị Mẫu",
        password="mùa thu 2026 mẫu",
        role=Membership.Role.OFFICER,
    )
    programme = register.found_programme(
        agency, by=None, title="Chương trình hợp tác về khoa học và công nghệ thành phố Vĩnh Hà"
    )
    strands = [
        register.add_strand(programme, by=None, title=f"Hợp tác lĩnh vực {n}", number=f"2.{n}") for n in range(1, STRANDS + 1)
    ]
    leads = [add_organisation(agency, by=None, name=f"Sở số {n} thành phố Vĩnh Hà", kind="agency") for n in range(AGENCIES)]
    tasks = Activity.objects.bulk_create(
        Activity(
            owner=agency,
            programme=programme,
            strand=strands[n % STRANDS],
            title=f"Xây dựng mô hình ứng dụng công nghệ số {n}",
            search_key=f"xay dung mo hinh ung dung cong nghe so {n}",
            period_first=date(2021 + n % 8, 1, 1),
            period_last=date(2022 + n % 8, 12, 31),
            order=n,
        )
        for n in range(size)
    )
    toward = roles_toward(tasks[0]).model(toward=tasks[0]).content_type
    Role.objects.bulk_create(
        Role(
            owner=agency,
            programme=programme,
            content_type=toward,
            object_id=task.pk,
            capacity="lead",
            organisation=leads[n % AGENCIES],
        )
        for n, task in enumerate(tasks)
    )
    Progress.objects.bulk_create(
        Progress(activity=task, owner=agency, on=date(2025, 1, 1), said="done" if n % 2 else "in_progress")
        for n, task in enumerate(tasks[: size // 2])
    )
    return programme, officer


def cpu_ms(client: Any, path: str) -> float:
    """The median milliseconds of CPU one answer takes, after a first one that warms up."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.process_time()
        response = client.get(path)
        times.append(1000 * (time.process_time() - start))
        assert response.status_code == 200, path
    return statistics.median(times[1:])


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="hopluc-bench-") as home:
        set_up(home)
        from django.test import Client  # only once Django is set up

        programme, officer = a_large_programme()
        client = Client(SERVER_NAME="localhost")
        client.force_login(officer)
        remember_as_the_server()
        listed, shown = cpu_ms(client, "/nhiem-vu/"), cpu_ms(client, programme.get_absolute_url())
        print(
            f"A programme of {TASKS} tasks, {STRANDS} strands, {AGENCIES} agencies; in one process on one core of {os.cpu_count()}."
        )
        print(f"list_cpu_ms: {listed:.1f} ms")
        print(f"programme_cpu_ms: {shown:.1f} ms")


if __name__ == "__main__":
    main()
