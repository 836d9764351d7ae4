"""What the commands of the site decide before any database is there."""

from pathlib import Path

from hopluc.web.commands import folders_of


def test_the_only_programme_is_reviewed_in_the_folder_itself() -> None:
    assert folders_of(["Chương trình hợp tác"], Path("out")) == [Path("out")]


def test_several_programmes_have_a_folder_each_and_never_the_same() -> None:
    long = "Chương trình hợp tác về khoa học và công nghệ " * 4

    named = folders_of(["Chương trình A", f"{long} một", f"{long} hai", ""], Path("out"))

    assert [folder.name for folder in (named[0], named[3])] == ["chuong-trinh-a", "chua-ro-chuong-trinh"]
    assert len(set(named)) == 4
