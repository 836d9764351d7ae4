"""The settings: one file, read from the environment; a database that keeps what it confirmed."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from hopluc.web.store import database

HOUSE = Path(__file__).resolve().parents[2]
SHOW = """
import json
from hopluc.web import settings
print(json.dumps({name: str(getattr(settings, name)) for name in dir(settings) if name.isupper()}))
"""


def settings_with(home: Path, **said: str) -> dict[str, str]:
    """What the settings are in a process with these variables."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("HOPLUC_")}
    given = {f"HOPLUC_{name}": value for name, value in said.items()}
    shown = subprocess.run(
        [sys.executable, "-c", SHOW],
        env={**clean, "HOPLUC_HOME": str(home), **given},
        check=True,
        capture_output=True,
        text=True,
    )
    found: dict[str, str] = json.loads(shown.stdout)
    return found


def test_a_secret_key_is_made_at_the_first_run_and_kept_for_us_alone(tmp_path):
    first, second = settings_with(tmp_path)["SECRET_KEY"], settings_with(tmp_path)["SECRET_KEY"]

    kept = tmp_path / "secret-key"
    assert (len(first), first == second == kept.read_text()) == (50, True)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_a_secret_key_that_is_said_is_not_kept(tmp_path):
    assert settings_with(tmp_path, SECRET_KEY="x" * 50)["SECRET_KEY"] == "x" * 50
    assert list(tmp_path.iterdir()) == []


def test_https_brings_host_cookies_and_hsts(tmp_path):
    found = settings_with(tmp_path, HTTPS="1")

    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT")
    assert [found[name] for name in names] == ["__Host-sid", "__Host-csrf", "True", "31536000", "True"]


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ({"HTTPS": "1", "ALLOWED_HOSTS": "hopluc.vinhha.example"}, "https://hopluc.vinhha.example"),
        ({"HTTPS": "1", "ALLOWED_HOSTS": "a.example,b.example"}, ""),
        ({"ALLOWED_HOSTS": "hopluc.vinhha.example", "SITE_ADDRESS": "https://a.example/"}, "https://a.example"),
    ],
)
def test_a_site_of_one_name_knows_its_address(said, address, tmp_path):
    assert settings_with(tmp_path, **said)["SITE_ADDRESS"] == address


def test_by_default_the_site_is_closed_to_other_hosts_and_tells_no_traces(tmp_path):
    found = settings_with(tmp_path)

    assert (found["DEBUG"], found["ALLOWED_HOSTS"]) == ("False", "['localhost', '127.0.0.1', '[::1]']")


def test_every_setting_is_told_in_the_reference():
    code = (HOUSE / "src/hopluc/web/settings.py").read_text(encoding="utf-8")
    page = (HOUSE / "docs/reference/settings.md").read_text(encoding="utf-8")

    read = {f"HOPLUC_{name}" for name in re.findall(r'_(?:said|yes|listed)\("([A-Z_]+)"', code)}

    assert read == set(re.findall(r"^\| `(HOPLUC_[A-Z_]+)`", page, re.MULTILINE))


@pytest.mark.parametrize(
    ("version", "mode"), [((3, 40, 1), "DELETE"), ((3, 51, 2), "DELETE"), ((3, 51, 3), "WAL"), ((3, 53, 4), "WAL")]
)
def test_the_log_is_used_only_where_it_is_safe(version, mode):
    assert database.journal_mode(version) == mode


def test_a_database_is_named_by_its_url(tmp_path):
    given = database.database_at("postgresql://ha:b%40c@db.example:5433/hopluc?sslmode=require", tmp_path)
    socket = database.database_at("postgresql://hopluc@/postgres?host=/run/pg", tmp_path)

    assert [given[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")] == [
        "hopluc",
        "ha",
        "b@c",
        "db.example",
        "5433",
        {"sslmode": "require", "options": database.PLANNED_FOR},
    ]
    assert (socket["HOST"], socket["NAME"]) == ("/run/pg", "postgres")
    assert database.database_at("", tmp_path)["NAME"] == str(tmp_path / "hopluc.sqlite3")
    assert database.database_at("sqlite:///data/h%C3%A0.sqlite3", tmp_path)["NAME"] == "/data/hà.sqlite3"


@pytest.mark.parametrize(("said", "sent"), [("", ""), ("-c%20work_mem%3D8MB", "-c work_mem=8MB")])
def test_how_postgresql_plans_can_be_said_otherwise(said, sent, tmp_path):
    assert database.database_at(f"postgresql://hopluc@/x?options={said}", tmp_path)["OPTIONS"] == {"options": sent}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL of its settings")
def test_postgresql_is_told_how_to_plan(db):
    with connection.cursor() as cursor:
        said = {name: cursor.execute(f"SHOW {name}").fetchone()[0] for name in ("jit", "random_page_cost")}
    assert said == {"jit": "off", "random_page_cost": "1.1"}


def test_another_kind_of_database_is_refused(tmp_path):
    with pytest.raises(ValueError, match="mysql"):
        database.database_at("mysql://x", tmp_path)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite of its pragmas")
def test_sqlite_keeps_what_it_confirmed(db):
    with connection.cursor() as cursor:
        said = {
            name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("synchronous", "foreign_keys", "journal_mode")
        }

    assert said == {
        "synchronous": 2,
        "foreign_keys": 1,
        "journal_mode": database.journal_mode(database.sqlite_version()).lower(),
    }
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
