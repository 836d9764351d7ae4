"""The only loader: a file under definitions/ -> frozen dataclasses, or a WrongDefinition that names file and key.

CSV becomes rows of the dataclass it is told, YAML one nested dataclass. Refused: an unknown column or key, a required value
that is missing, a value of the wrong type, days out of order, a code used twice.
"""

import csv
import types
from collections.abc import Container, Hashable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from hopluc.errors import BrokenAddition, WrongDefinition
from hopluc.outside import Guard, added_definitions

Row = TypeVar("Row")
TRUE, FALSE = "có", "không"
_LINKS = ("parent", "successor")
_CLOSED = ("kind", "pattern", "grammar", "type")
"""Columns that lead to a code, and columns whose words the readers were written for."""


def definitions_folder() -> Path:
    """The folder of definitions that comes with the package."""
    return Path(__file__).parent / "definitions"


def load_rows(name: str, row: type[Row], own: Path | None = None) -> tuple[Row, ...]:
    """The rows of the CSV file `name` (such as `gazetteer/places.csv`), in order, then those that outside packages add.

    `own` is a province's folder of the same shape: its rows come after, and one with a known code takes that row's place.
    Raises WrongDefinition; a wrong file of an outside package is left out (`laid_rows` says so).
    """
    rows, _ = laid_rows(name, row)
    if own is None or not (own / name).exists():
        return rows
    added = load_table(own / name, row)
    codes = {getattr(new, "code", None) for new in added} - {None}
    return (*(old for old in rows if getattr(old, "code", None) not in codes), *added)


def laid_rows(name: str, row: type[Row]) -> tuple[tuple[Row, ...], tuple[BrokenAddition, ...]]:
    """The package's own rows with those of each outside package after them, and the outside files that were left out."""
    rows, refused = load_table(definitions_folder() / name, row), []
    for addition in added_definitions().known:
        file = addition.thing / name
        if not file.is_file():
            continue
        with Guard(addition.package, f'danh mục "{name}"') as guard:
            try:
                rows = (*rows, *_added_rows(file, row, rows))
            except WrongDefinition as mishap:
                raise guard.refusal(f"mục {mishap.details['key']}: {mishap.details['reason']}") from mishap
        if guard.mishap:
            refused.append(guard.mishap)
    return rows, tuple(refused)


def _added_rows(file: Path, row: type[Row], known: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows an outside package adds to `known`: it may change none, and say only what the readers know. Raises WrongDefinition."""
    rows = load_table(file, row)
    codes = {getattr(old, "code", None) for old in known} - {None}
    every = codes | {getattr(new, "code", None) for new in rows}
    for new in rows:
        code = getattr(new, "code", None)
        if code in codes:
            raise WrongDefinition(file=file.name, key=code, reason="mã này đã có trong danh mục")
        for column in _LINKS:
            for other in (getattr(new, column, None) or "").split("|"):
                if other and other not in every:
                    raise WrongDefinition(file=file.name, key=code, reason=f'{column} "{other}" không có trong danh mục')
        for column in _CLOSED:
            value = getattr(new, column, None)
            if value is not None and value not in {getattr(old, column) for old in known}:
                raise WrongDefinition(
                    file=file.name, key=code or column, reason=f'{column} "{value}" không phải từ hệ thống biết'
                )
    return rows


def load_mapping(file: Path, kind: type[Row]) -> Row:
    """The YAML file as one dataclass, nested ones included. Raises WrongDefinition."""
    try:
        text = file.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError) as mishap:
        raise WrongDefinition(file=file.name, key="-", reason=f"không đọc được tệp YAML ({type(mishap).__name__})") from mishap
    return mapping_in(text, file.name, kind)


def mapping_in(text: str, name: str, kind: type[Row]) -> Row:
    """The YAML text as one dataclass; errors tell of it as the file `name`. Raises WrongDefinition."""
    import yaml  # takes longer to import than the whole reader, which needs tables only

    try:
        loader = yaml.SafeLoader(text)
        root = loader.get_single_node()
        twice = _key_given_twice(root)
        found = None if root is None else loader.construct_document(root)
    except (yaml.YAMLError, RecursionError, ValueError) as mishap:
        raise WrongDefinition(file=name, key="-", reason=f"không đọc được tệp YAML ({type(mishap).__name__})") from mishap
    if twice is not None:
        raise WrongDefinition(file=name, key=f"dòng {twice.start_mark.line + 1}", reason=f'khóa "{twice.value}" có hai lần')
    value: Row = _Shape(name).build(kind, found, "-")
    return value


def as_yaml(thing: Any, leave_out: Container[str] = ()) -> str:
    """A dataclass as the YAML text `mapping_in` reads back; what would be so anyway, and the keys left out, are not in it."""
    import yaml  # takes longer to import than the rest, and only who keeps a definition needs it

    kept = {key: value for key, value in _plain(thing).items() if key not in leave_out}
    text: str = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=140)
    return text


def _plain(thing: Any) -> Any:
    if is_dataclass(thing):
        given = {part.name: (part, getattr(thing, part.name)) for part in fields(thing)}
        return {name: _plain(value) for name, (part, value) in given.items() if not _is_usual(part, value)}
    if isinstance(thing, tuple):
        return [_plain(part) for part in thing]
    if isinstance(thing, Mapping):
        return {key: _plain(value) for key, value in thing.items()}
    return thing


def _is_usual(part: Any, value: Any) -> bool:
    usual = part.default_factory() if part.default_factory is not MISSING else part.default
    return usual is not MISSING and bool(value == usual)


def _key_given_twice(root: Any) -> Any:
    """The first node of a YAML tree that is a key its mapping has already, None where there is none: the later value would hide the first."""
    waiting, visited = [root], set()
    while waiting:
        node = waiting.pop()
        if node is None or id(node) in visited or isinstance(node.value, str):
            continue
        visited.add(id(node))  # an alias leads to a node again
        pairs = [part for part in node.value if isinstance(part, tuple)]
        seen: set[tuple[str, str]] = set()
        for key, _ in pairs:
            if isinstance(key.value, str):
                if (key.tag, key.value) in seen:
                    return key
                seen.add((key.tag, key.value))
        waiting += reversed([part[1] if isinstance(part, tuple) else part for part in node.value])
    return None


def as_type(hint: Any, node: Any, file: str, key: str) -> Any:
    """A node of a YAML file as a type (a dataclass, a tuple of them, a number …). Raises WrongDefinition naming file and key."""
    return _Shape(file).build(hint, node, key)


def load_table(file: Path, row: type[Row]) -> tuple[Row, ...]:
    """The rows of one CSV file as that dataclass, in order. Raises WrongDefinition."""
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            table = csv.DictReader(lines, strict=True)
            _refuse_unknown_columns(file, row, table.fieldnames or ())
            rows = tuple(_rows(file, row, table))
    except (csv.Error, UnicodeDecodeError, OSError) as mishap:
        raise WrongDefinition(file=file.name, key="-", reason=f"không đọc được tệp CSV ({type(mishap).__name__})") from mishap
    _refuse_codes_used_twice(file.name, rows)
    return rows


def _refuse_unknown_columns(file: Path, row: type[Any], columns: Any) -> None:
    known = {column.name for column in fields(row)}
    for column in columns:
        if column not in known:
            raise WrongDefinition(file=file.name, key=column, reason="cột này không có trong khuôn")
    for column in known - set(columns):
        if _is_required(row, column):
            raise WrongDefinition(file=file.name, key=column, reason="thiếu cột này")


def _rows(file: Path, row: type[Row], table: "csv.DictReader[str]") -> Iterator[Row]:
    shape = _Shape(file.name)
    cells = [
        (column, hint, _is_required(row, column))
        for column, hint in _hints(cast("Hashable", row)).items()
        if column in (table.fieldnames or ())
    ]
    for record in table:
        where = f"dòng {table.line_num}"
        if None in record or None in record.values():
            raise WrongDefinition(file=file.name, key=where, reason="số ô không khớp số cột")
        values: dict[str, Any] = {}
        for column, hint, required in cells:
            text = record[column].strip()
            if text:
                values[column] = text if hint is str else shape.cell(hint, text, f"{where}, cột {column}")
            elif required:
                raise WrongDefinition(file=file.name, key=f"{where}, cột {column}", reason="thiếu giá trị")
        made = row(**values)
        _refuse_days_out_of_order(file.name, where, made)
        yield made


def _refuse_codes_used_twice(file: str, rows: tuple[Any, ...]) -> None:
    seen: set[str] = set()
    for made in rows:
        code = getattr(made, "code", None)
        if code is not None and code in seen:
            raise WrongDefinition(file=file, key=code, reason="mã này dùng hai lần")
        if code is not None:
            seen.add(code)


def _refuse_days_out_of_order(file: str, where: str, made: Any) -> None:
    since, until = getattr(made, "since", None), getattr(made, "until", None)
    if since is not None and until is not None and until < since:
        raise WrongDefinition(file=file, key=where, reason=f"ngày hết ({until}) trước ngày bắt đầu ({since})")


@cache
def _hints(kind: Hashable) -> Mapping[str, Any]:
    return get_type_hints(kind)


def _is_required(kind: type[Any], name: str) -> bool:
    found: Field[Any] = next(field for field in fields(kind) if field.name == name)
    return found.default is MISSING and found.default_factory is MISSING


class _Shape:
    """Turns cells and nodes of one file into the types a dataclass asks for."""

    def __init__(self, file: str) -> None:
        self.file = file

    def refuse(self, key: str, reason: str) -> WrongDefinition:
        return WrongDefinition(file=self.file, key=key, reason=reason)

    def cell(self, hint: Any, text: str, key: str) -> Any:
        """A cell of a table: text, whole number, decimal, day (YYYY-MM-DD), có/không, or parts divided by `|`."""
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return tuple(self.cell(inner, part.strip(), key) for part in text.split("|") if part.strip())
        hint = _without_none(hint)
        try:
            if hint is date:
                return date.fromisoformat(text)
            if hint in (int, float):
                return hint(text)
        except ValueError as mishap:
            raise self.refuse(key, f'giá trị "{text}" không đúng kiểu') from mishap
        if hint is bool:
            if text not in (TRUE, FALSE):
                raise self.refuse(key, f'giá trị "{text}" phải là "{TRUE}" hoặc "{FALSE}"')
            return text == TRUE
        return text

    def build(self, hint: Any, node: Any, key: str) -> Any:
        """A node of a YAML file as the type `hint`."""
        if hint is Any:
            return node
        if node is None and type(None) in get_args(hint):
            return None
        hint = _without_none(hint)
        if isinstance(hint, type) and is_dataclass(hint):
            return self._dataclass(hint, node, key)
        if get_origin(hint) is tuple:
            if not isinstance(node, list):
                raise self.refuse(key, "phải là một danh sách")
            inner = get_args(hint)[0]
            made = tuple(self.build(inner, item, f"{key}[{_named(item, place)}]") for place, item in enumerate(node))
            self._refuse_disorder(made, key)
            return made
        if get_origin(hint) is dict or get_origin(hint) is Mapping:
            if not isinstance(node, dict):
                raise self.refuse(key, "phải là các mục có khóa")
            inner = get_args(hint)[1]
            return {str(name): self.build(inner, item, str(name)) for name, item in node.items()}
        if hint is float and isinstance(node, int) and not isinstance(node, bool):
            return float(node)
        if not isinstance(node, hint) or (hint is int and isinstance(node, bool)):
            raise self.refuse(key, f'giá trị "{node}" không đúng kiểu')
        return node

    def _dataclass(self, kind: type[Any], node: Any, key: str) -> Any:
        if not isinstance(node, dict):
            raise self.refuse(key, "phải là các mục có khóa")
        hints, above = _hints(cast("Hashable", kind)), "" if key == "-" else f"{key}."
        for name in node:
            if name not in hints:
                raise self.refuse(f"{above}{name}", "khóa này không có trong khuôn")
        for name in hints:
            may_be_empty = name in node and type(None) in get_args(hints[name])
            if node.get(name) is None and _is_required(kind, name) and not may_be_empty:
                raise self.refuse(f"{above}{name}", "thiếu giá trị")
        made = kind(**{name: self.build(hints[name], node[name], f"{above}{name}") for name in hints if name in node})
        _refuse_days_out_of_order(self.file, key, made)
        return made

    def _refuse_disorder(self, made: tuple[Any, ...], key: str) -> None:
        _refuse_codes_used_twice(self.file, made)
        starts = [since for item in made if (since := getattr(item, "since", None)) is not None]
        if all(not hasattr(item, "code") for item in made) and starts != sorted(set(starts)):
            raise self.refuse(key, "các mốc ngày không theo thứ tự tăng dần")


def _named(item: Any, place: int) -> str:
    """How an item of a list is told in an error: by its code where it has one, else by its place."""
    code = item.get("code") if isinstance(item, dict) else None
    return code if isinstance(code, str) else str(place)


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, types.UnionType):
        left = [inner for inner in get_args(hint) if inner is not type(None)]
        return left[0] if len(left) == 1 else Any
    return hint
