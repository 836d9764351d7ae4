"""hopluc backup and hopluc restore on a PostgreSQL server of their own: through its own tools, in one transaction."""

import os
from pathlib import Path

import pytest
from tools import postgres

import forked

ACCOUNT = ("--account", "quantri@tanlam.example")
NOTE = """
from hopluc.web.commands import set_up; set_up()
from hopluc.web.documents.actions import Claims, Received, take_in_document
from hopluc.web.people.models import Organisation
owner = Organisation.objects.order_by("pk").last()
take_in_document(owner, by=None, claims=Claims(title="Kế hoạch"), file=Received.words("a.txt", "Kế hoạch năm 2026."))
"""


@pytest.mark.skipif(postgres.programs() is None and os.environ.get("CI") != "true", reason="PostgreSQL is not installed")
def test_a_database_on_postgresql_is_kept_and_comes_back(tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HOPLUC_", "DJANGO_"))}
    kept, said = tmp_path / "kept.tar.gz", []
    programs = postgres.programs()
    assert programs is not None

    with postgres.running(programs) as url:
        here = clean | {"HOPLUC_DATABASE_URL": url}

        def hopluc(home: str, *words: str | Path, **more: str) -> None:
            done = forked.hopluc(*words, env={**here, "HOPLUC_HOME": str(tmp_path / home), **more})
            said.append((done.returncode, (done.stdout + done.stderr).strip().splitlines()[-1]))

        hopluc("home", "open", "--agency", "Sở Khoa học và Công nghệ tỉnh Tân Lâm", *ACCOUNT, "--name", "Phạm Thị Mẫu")
        assert forked.python(NOTE, env={**here, "HOPLUC_HOME": str(tmp_path / "home")}).returncode == 0
        hopluc("home", "backup", kept)
        hopluc("home", "password", *ACCOUNT)
        hopluc("home", "restore", kept)
        hopluc("again", "restore", kept, "--replace")
        hopluc("again", "verify")
        hopluc("other", "restore", kept, HOPLUC_DATABASE_URL="")
        hopluc("home", "backup", f"{kept}2", PATH="")
        hopluc("again", "restore", kept, "--replace", PATH="")
        hopluc("again", "verify")

    words = [line for _, line in said]
    assert [status for status, _ in said] == [0, 0, 0, 1, 0, 0, 1, 1, 1, 0]
    assert ("--replace" in words[3], words[4], words[5]) == (True, "Nhật ký nguyên vẹn: 5 dòng.", "Nhật ký nguyên vẹn: 5 dòng.")
    assert ["sqlite" in words[6], "pg_dump" in words[7], "pg_restore" in words[8]] == [True, True, True]
    assert words[9] == words[5]
    assert len([path for path in (tmp_path / "again" / "documents").rglob("*") if path.is_file()]) == 1
