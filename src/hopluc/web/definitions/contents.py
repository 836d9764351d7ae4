"""What the text of each kind of definition gives: read and checked by the engine that will use it."""

from collections.abc import Callable, Mapping
from typing import Any

from hopluc.regimes import own_regime_in
from hopluc.reporting import outline_in, refuse_faulty, return_outline_in
from hopluc.web.definitions.models import OwnDefinition


def _sound_outline(text: str, name: str) -> Any:
    made = outline_in(text, name)
    refuse_faulty(made, name)
    return made


READERS: Mapping[str, Callable[[str, str], Any]] = {
    OwnDefinition.Kind.OUTLINE: _sound_outline,
    OwnDefinition.Kind.REGIME: own_regime_in,
    OwnDefinition.Kind.RETURN: return_outline_in,
}


def read_content(kind: str, text: str, name: str) -> Any:
    """What a text says as a definition of that kind. Raises WrongDefinition, naming `name` and the key that is wrong."""
    return READERS[kind](text, name)


def content_of(row: OwnDefinition) -> Any:
    """What a saved version says: an Outline, an OwnRegime, a ReturnOutline."""
    return read_content(row.kind, row.content, f"{row.code}.yaml")
