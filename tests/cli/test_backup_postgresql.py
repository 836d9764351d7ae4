"""hopluc backup and hopluc restore on a PostgreSQL server of their own: through its own tools, in one transaction."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools import postgres

HOUSE = Path(__file__).resolve().parents[2]
STEPS = """
import json, os, subprocess, sys
desk = sys.argv[1]
def hopluc(home, *words, **more):
    command = [sys.executable, "-m", "hopluc", *words]
    done = subprocess.run(command, env={**os.environ, "HOPLUC_HOME": os.path.join(desk, home), **more}, capture_output=True, text=True)
    said.append([done.returncode, (done.stdout + done.stderr).strip().splitlines()[-1]])
said, kept, account = [], os.path.join(desk, "kept.tar.gz"), ("--account", "quantri@tanlam.example")
hopluc("home", "open", "--agency", "Sở Khoa học và Công nghệ tỉnh Tân Lâm", *account, "--name", "Phạm Thị Mẫu")
note = '''
from hopluc.web.commands import set_up; set_up()
from hopluc.web.documents.actions import Claims, Received, take_in_document
from hopluc.web.people.models import Organisation
owner = Organisation.objects.order_by("pk").last()
take_in_document(owner, by=None, claims=Claims(title="Kế hoạch"), file=Received.words("a.txt", "Kế hoạch năm 2026."))
'''
subprocess.run([sys.executable, "-c", note], env={**os.environ, "HOPLUC_HOME": os.path.join(desk, "home")}, check=True)
hopluc("home", "backup", kept)
hopluc("home", "password", *account)
hopluc("home", "restore", kept)
hopluc("again", "restore", kept, "--replace")
hopluc("again", "verify")
hopluc("other", "restore", kept, HOPLUC_DATABASE_URL="")
hopluc("home", "backup", kept + "2", PATH="")
hopluc("again", "restore", kept, "--replace", PATH="")
hopluc("again", "verify")
print(json.dumps(said))
"""


@pytest.mark.skipif(postgres.programs() is None and os.environ.get("CI") != "true", reason="PostgreSQL is not installed")
def test_a_database_on_postgresql_is_kept_and_comes_back(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    command = [sys.executable, "-m", "tools.postgres", "run", "--", sys.executable, "-c", STEPS, str(tmp_path)]

    done = subprocess.run(
        command, cwd=HOUSE, env=environment | {"PYTHONPATH": "src"}, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 0, done.stderr[-2000:]
    said = json.loads(done.stdout)
    assert [status for status, _ in said] == [0, 0, 0, 1, 0, 0, 1, 1, 1, 0]
    words = [line for _, line in said]
    assert ("--replace" in words[3], words[4], words[5]) == (True, "Nhật ký nguyên vẹn: 5 dòng.", "Nhật ký nguyên vẹn: 5 dòng.")
    assert ["sqlite" in words[6], "pg_dump" in words[7], "pg_restore" in words[8]] == [True, True, True]
    assert words[9] == words[5]
    assert len([path for path in (tmp_path / "again" / "documents").rglob("*") if path.is_file()]) == 1
