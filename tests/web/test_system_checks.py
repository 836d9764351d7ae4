"""hopluc check on the site's own side: advice is told and passes, an error is told and fails."""

import pytest
from django.db import connection

from hopluc.web import commands
from hopluc.web.journal import triggers

ADVICE = "hopluc.W001"


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The codes of what was complained of, advice on an old SQLite left out."""
    return [code for line in capsys.readouterr().err.splitlines() if (code := line.split(":")[0]) != ADVICE]


def test_a_site_as_it_should_be_passes(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.check() == 0
    assert told(capsys) == []


def test_a_journal_that_could_be_rewritten_fails(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    triggers.REFUSALS.drop(connection)

    assert commands.check() == 1
    assert told(capsys) == ["hopluc.E001"]
