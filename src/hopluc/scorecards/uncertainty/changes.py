"""A definition with one key changed: what "any choice may vary" means, whether an analyst or a design asks for it."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar, get_type_hints

from hopluc.errors import WrongDefinition
from hopluc.load import as_type
from hopluc.scorecards.definition import Definition

Part = TypeVar("Part")
_LISTS: Final = ("groups", "indicators")


def changed(definition: Definition, key: str, value: Any, *, asked_in: str = "-") -> Definition:
    """The definition with the value at `key` put in place of its own; parts of a list are named by their code.

    `steps.treat.points`, `steps.normalise` (a mapping: the whole step anew), `indicators.GRDP.weight`. `asked_in` is the file
    that asks for it. Raises WrongDefinition where the definition has no such key, or takes no such step: nothing is passed over in silence.
    """
    return _changed(definition, key.split("."), value, (definition.file if asked_in == "-" else asked_in, key))


def _changed(part: Part, names: list[str], value: Any, where: tuple[str, str]) -> Part:
    file, key = where
    if not is_dataclass(part) or isinstance(part, type) or names[0] not in {field.name for field in fields(part)}:
        raise WrongDefinition(file=file, key=key, reason=f'không có khóa "{names[0]}" trong định nghĩa')
    old, rest = getattr(part, names[0]), names[1:]
    if not rest:
        new = as_type(get_type_hints(type(part))[names[0]], value, file, key)
    elif names[0] in _LISTS:
        new = _changed_in_list(old, rest, value, where)
    elif old is None:
        raise WrongDefinition(
            file=file, key=key, reason=f'định nghĩa không có bước "{names[0]}" nên không thể thay đổi bước này'
        )
    else:
        new = _changed(old, rest, value, where)
    made: Part = replace(part, **{names[0]: new})
    return made


def _changed_in_list(parts: tuple[Any, ...], names: list[str], value: Any, where: tuple[str, str]) -> tuple[Any, ...]:
    code, rest = names[0], names[1:]
    if code not in {part.code for part in parts} or not rest:
        raise WrongDefinition(file=where[0], key=where[1], reason=f'không có mã "{code}" hoặc chưa nêu khóa cần thay đổi')
    return tuple(_changed(part, rest, value, where) if part.code == code else part for part in parts)
