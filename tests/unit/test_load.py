"""The loader gives frozen dataclasses, and refuses a wrong file by its name and key."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hopluc.errors import WrongDefinition
from hopluc.load import definitions_folder, load_mapping, load_rows

NAME = "gazetteer/sample.csv"


@dataclass(frozen=True)
class Sample:
    code: str
    name: str
    aliases: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    weight: float | None = None
    rank: int = 0
    certain: bool = True


@dataclass(frozen=True)
class Entry:
    value: Any
    since: date | None
    source: str
    until: date | None = None


@dataclass(frozen=True)
class Term:
    name: str
    history: tuple[Entry, ...]
    factor: float = 1.0
    notes: Mapping[str, str] | None = None
    count: int = 0


def rows_of(folder: Path, text: str) -> tuple[Sample, ...]:
    """The rows of a file with `text`, laid over an empty one: what a province's own folder would give."""
    (folder / "gazetteer").mkdir()
    (folder / NAME).write_text(text, encoding="utf-8")
    return load_rows(str(folder / NAME), Sample)


def refusal(folder: Path, text: str) -> dict[str, object]:
    with pytest.raises(WrongDefinition) as refused:
        rows_of(folder, text)
    return refused.value.details


def test_every_kind_of_cell_is_read(tmp_path: Path) -> None:
    text = "code,name,aliases,since,until,weight,rank,certain\na,Sở A,SA|S.A,2020-01-01,2021-01-01,0.5,3,không\nb,Sở B,,,,,,\n"

    assert rows_of(tmp_path, text) == (
        Sample("a", "Sở A", ("SA", "S.A"), date(2020, 1, 1), date(2021, 1, 1), 0.5, 3, certain=False),
        Sample("b", "Sở B"),
    )


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("code,name,colour\na,Sở A,xanh\n", "colour", "cột này không có trong khuôn"),
        ("code\na\n", "name", "thiếu cột này"),
        ("code,name\na,\n", "dòng 2, cột name", "thiếu giá trị"),
        ("code,name\na,Sở A,thừa\n", "dòng 2", "số ô không khớp số cột"),
        ("code,name\na\n", "dòng 2", "số ô không khớp số cột"),
        ("code,name,since\na,Sở A,1/1/2020\n", "dòng 2, cột since", 'giá trị "1/1/2020" không đúng kiểu'),
        ("code,name,rank\na,Sở A,ba\n", "dòng 2, cột rank", 'giá trị "ba" không đúng kiểu'),
        ("code,name,certain\na,Sở A,yes\n", "dòng 2, cột certain", 'giá trị "yes" phải là "có" hoặc "không"'),
        (
            "code,name,since,until\na,Sở A,2021-01-01,2020-01-01\n",
            "dòng 2",
            "ngày hết (2020-01-01) trước ngày bắt đầu (2021-01-01)",
        ),
        ("code,name\na,Sở A\na,Sở B\n", "a", "mã này dùng hai lần"),
        ('code,name\na,"Sở\n', "-", "không đọc được tệp CSV (Error)"),
    ],
)
def test_a_wrong_table_is_refused_by_name_and_key(tmp_path: Path, text: str, key: str, reason: str) -> None:
    assert refusal(tmp_path, text) == {"file": "sample.csv", "key": key, "reason": reason}


def test_a_table_that_is_not_there_is_refused() -> None:
    with pytest.raises(WrongDefinition) as refused:
        load_rows("gazetteer/nowhere.csv", Sample)

    assert refused.value.details["reason"] == "không đọc được tệp CSV (FileNotFoundError)"


def test_a_table_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sample.csv").write_bytes(b"code,name\na,S\xff\n")

    with pytest.raises(WrongDefinition) as refused:
        load_rows(str(tmp_path / "sample.csv"), Sample)

    assert refused.value.details["reason"] == "không đọc được tệp CSV (UnicodeDecodeError)"


def test_the_message_says_file_key_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WrongDefinition) as refused:
        rows_of(tmp_path, "code,name\na,\n")

    assert str(refused.value) == (
        "Định nghĩa sample.csv, mục dòng 2, cột name: thiếu giá trị. Đề nghị sửa tệp này rồi chạy lại hopluc check."
    )


def test_a_province_lays_its_own_rows_over_the_first(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Surname:
        surname: str
        certain: bool
        source: str

    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer/surnames.csv").write_text("surname,certain,source\nMới,có,Sở Nội vụ\n", encoding="utf-8")

    first = load_rows("gazetteer/surnames.csv", Surname)

    assert load_rows("gazetteer/surnames.csv", Surname, own=tmp_path) == (
        *first,
        Surname("Mới", certain=True, source="Sở Nội vụ"),
    )


def test_a_province_replaces_the_row_with_the_same_code(tmp_path: Path) -> None:
    from hopluc.gazetteer import Place

    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "gazetteer/places.csv").write_text("code,name,kind,source\nha-noi,Hà Nội mới,thành phố,Thử\n", encoding="utf-8")

    rows = load_rows("gazetteer/places.csv", Place, own=tmp_path)

    assert [row.name for row in rows if row.code == "ha-noi"] == ["Hà Nội mới"]


def test_without_an_own_file_the_first_rows_stand(tmp_path: Path) -> None:
    from hopluc.gazetteer import Place

    assert load_rows("gazetteer/places.csv", Place, own=tmp_path) == load_rows("gazetteer/places.csv", Place)


def term_of(folder: Path, text: str) -> Term:
    file = folder / "term.yaml"
    file.write_text(text, encoding="utf-8")
    return load_mapping(file, Term)


def test_a_mapping_becomes_nested_dataclasses(tmp_path: Path) -> None:
    text = (
        "name: Thời hạn\nfactor: 2\nnotes: {a: một}\ncount: 3\nhistory:\n"
        "  - {since: null, value: 30, source: A}\n  - {since: 2026-01-01, value: [1, 2], source: B}\n"
    )

    assert term_of(tmp_path, text) == Term(
        "Thời hạn", (Entry(30, None, "A"), Entry([1, 2], date(2026, 1, 1), "B")), factor=2.0, notes={"a": "một"}, count=3
    )


@pytest.mark.parametrize(
    ("text", "key", "reason"),
    [
        ("name: A\nhistory: []\ncolour: xanh\n", "colour", "khóa này không có trong khuôn"),
        ("history: []\n", "name", "thiếu giá trị"),
        ("name: null\nhistory: []\n", "name", "thiếu giá trị"),
        ("name: 5\nhistory: []\n", "name", 'giá trị "5" không đúng kiểu'),
        ("name: A\nhistory: []\ncount: true\n", "count", 'giá trị "True" không đúng kiểu'),
        ("name: A\nhistory: 3\n", "history", "phải là một danh sách"),
        ("name: A\nhistory: [3]\n", "history[0]", "phải là các mục có khóa"),
        ("name: A\nhistory: []\nnotes: [1]\n", "notes", "phải là các mục có khóa"),
        ("name: A\nhistory: [{value: 1, source: S}]\n", "history[0].since", "thiếu giá trị"),
        (
            "name: A\nhistory: [{since: 2026-01-01, value: 1, source: S}, {since: 2025-01-01, value: 1, source: S}]\n",
            "history",
            "các mốc ngày không theo thứ tự tăng dần",
        ),
        (
            "name: A\nhistory: [{since: 2026-01-01, until: 2025-01-01, value: 1, source: S}]\n",
            "history[0]",
            "ngày hết (2025-01-01) trước ngày bắt đầu (2026-01-01)",
        ),
        ("name: [\n", "-", "không đọc được tệp YAML (ParserError)"),
        ("- một\n", "-", "phải là các mục có khóa"),
        ("", "-", "phải là các mục có khóa"),
        ("name: A\nhistory: []\nname: B\n", "dòng 3", 'khóa "name" có hai lần'),
        (
            "name: A\nhistory:\n  - since: null\n    value: 1\n    value: 2\n    source: S\n",
            "dòng 5",
            'khóa "value" có hai lần',
        ),
        ("name: A\nhistory: []\nnotes: {a: một, b: hai, a: ba}\n", "dòng 3", 'khóa "a" có hai lần'),
    ],
)
def test_a_wrong_mapping_is_refused_by_name_and_key(tmp_path: Path, text: str, key: str, reason: str) -> None:
    with pytest.raises(WrongDefinition) as refused:
        term_of(tmp_path, text)

    assert refused.value.details == {"file": "term.yaml", "key": key, "reason": reason}


def test_a_mapping_may_be_named_and_taken_again(tmp_path: Path) -> None:
    text = "name: A\nhistory:\n  - &one {since: null, value: 1, source: S}\n  - {<<: *one, since: 2026-01-01}\n"

    assert term_of(tmp_path, text) == Term("A", (Entry(1, None, "S"), Entry(1, date(2026, 1, 1), "S")))


def test_a_mapping_taken_again_as_it_is_has_no_key_twice(tmp_path: Path) -> None:
    text = "name: A\nhistory: [{since: null, value: [&one {a: 1}, *one], source: S}]\n"

    assert term_of(tmp_path, text).history == (Entry([{"a": 1}, {"a": 1}], None, "S"),)


def test_a_code_used_twice_in_a_list_is_refused(tmp_path: Path) -> None:
    @dataclass(frozen=True)
    class Listed:
        rows: tuple[Sample, ...]

    file = tmp_path / "rows.yaml"
    file.write_text("rows: [{code: a, name: A}, {code: a, name: B}]\n", encoding="utf-8")

    with pytest.raises(WrongDefinition) as refused:
        load_mapping(file, Listed)

    assert refused.value.details["key"] == "a"


def test_the_folder_of_definitions_holds_the_gazetteer() -> None:
    assert (definitions_folder() / "gazetteer" / "places.csv").is_file()
