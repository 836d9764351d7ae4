"""What the commands of the site decide."""

from datetime import date
from pathlib import Path

import factories
from hopluc.web.commands import bring_in_names, folders_of, remind
from hopluc.web.people.models import Place


def test_the_only_programme_is_reviewed_in_the_folder_itself() -> None:
    assert folders_of(["Chương trình hợp tác"], Path("out")) == [Path("out")]


def test_several_programmes_have_a_folder_each_and_never_the_same() -> None:
    long = "Chương trình hợp tác về khoa học và công nghệ " * 4

    named = folders_of(["Chương trình A", f"{long} một", f"{long} hai", ""], Path("out"))

    assert [folder.name for folder in (named[0], named[3])] == ["chuong-trinh-a", "chua-ro-chuong-trinh"]
    assert len(set(named)) == 4


def test_the_shared_lists_come_in_once_the_site_is_opened(db) -> None:
    bring_in_names()
    before = Place.objects.count()
    factories.an_account(factories.an_organisation())

    bring_in_names()

    assert before == 0 < Place.objects.count()


def test_on_a_day_off_nobody_is_reminded(capsys) -> None:
    assert remind(date(2026, 2, 17)) == 0
    assert capsys.readouterr().out == "17/02/2026 là ngày nghỉ (Tết Âm lịch): không gửi thư nhắc.\n"


def test_reminders_tell_how_many_went(db, capsys) -> None:
    agency = factories.an_organisation()
    factories.an_account(agency)
    factories.a_task(factories.a_programme(agency), lead=agency, due=date(2026, 11, 1))

    assert remind(date(2026, 11, 24)) == 0
    assert capsys.readouterr().out == "Đã gửi 1 thư nhắc việc ngày 24/11/2026.\n"
