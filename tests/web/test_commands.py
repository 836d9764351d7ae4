"""What the commands of the site decide."""

from pathlib import Path

import factories
from hopluc.web.commands import bring_in_names, folders_of
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
