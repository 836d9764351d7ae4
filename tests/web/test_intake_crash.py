"""Killed at every write while reading and confirming: nothing half done, and done again it is whole, once."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import forked

HOUSE = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("kill_at_each_write.py")


def killed_at_each_write(home: Path, *what: str) -> dict[str, object]:
    """What the script found, on a data folder of its own."""
    environment = {"PYTHONPATH": "src:tests:.", "HOPLUC_HOME": str(home), "PATH": ""}
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *what], cwd=HOUSE, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


@pytest.mark.parametrize(("what", "least"), [("read", 20), ("confirm", 12)])
def test_killed_at_any_write_nothing_is_half_done_and_the_work_ends_whole(what, least, tmp_path):
    found = killed_at_each_write(tmp_path, what)

    assert found["kills"] >= least
    assert (found["half"], found["wrong"], found["journal"]) == ([], [], True)


@pytest.mark.parametrize("what", ["read", "confirm"])
def test_without_its_transaction_the_work_would_be_found_half_done(what, tmp_path):
    assert killed_at_each_write(tmp_path, what, "without")["half"] != []


PREPARE = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django; django.setup()
from django.core.files.base import ContentFile
from django.db import connection
import factories
from hopluc.web.intake import actions
from hopluc.web.store.tables import make_tables
make_tables(connection)
words = "Năm 2026, các đơn vị đã tổ chức 15 lớp tập huấn cho 500 lượt nông dân.\\n"
files = [ContentFile(f"Báo cáo {n}\\n{words * 40}".encode(), f"{n}.txt") for n in range(12)]
actions.take_in(factories.an_organisation(), by=None, files=files)
"""
LOOK = """
import json, os
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
import django; django.setup()
from django.utils import timezone
from hopluc.web.intake.models import Finding, Upload
from hopluc.web.jobs.models import Job
from hopluc.web.journal import queries
Job.objects.filter(state="running").update(lease_until=timezone.now())
per_document = [u.document.versions.get().findings.exclude(kind="inconsistency").count() for u in Upload.objects.filter(state="read")]
print(json.dumps({
    "states": sorted(Upload.objects.values_list("state", flat=True)), "findings": sorted(set(per_document)),
    "job": Job.objects.get().state, "journal": queries.verify().whole,
    "left": len(os.listdir(os.path.join(os.environ["HOPLUC_HOME"], "incoming"))),
}))
"""


def test_a_worker_killed_while_reading_is_followed_by_one_that_ends_the_batch(tmp_path):
    environment = {"PYTHONPATH": "src:tests:.", "HOPLUC_HOME": str(tmp_path), "PATH": ""}

    def run(script: str) -> str:
        done = forked.python(script, cwd=HOUSE, env=environment)
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    work = "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup()\n"
    work += "from hopluc.web.jobs.worker import run_worker; run_worker(once=True)"
    run(PREPARE)
    waiting = len(list((tmp_path / "incoming").iterdir()))
    worker = subprocess.Popen([sys.executable, "-c", work], cwd=HOUSE, env=environment, start_new_session=True)
    while len(list((tmp_path / "incoming").iterdir())) > waiting - 3 and worker.poll() is None:
        os.sched_yield()
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()

    killed = json.loads(run(LOOK))
    run(work)
    ended = json.loads(run(LOOK))

    assert killed["journal"]
    assert len(killed["findings"]) <= 1  # each read document has all its findings
    assert ended == {"states": ["read"] * 12, "findings": ended["findings"], "job": "done", "journal": True, "left": 0}
    assert len(ended["findings"]) == 1
