"""The description of the addresses (OpenAPI 3.1), made of their shapes: the file that programs and people read."""

from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints, is_typeddict

from hopluc.web.api import shapes

ROOT: Final = "/api/v1/"
NAMES: Final = {int: "integer", float: "number", str: "string", bool: "boolean"}
MOST: Final = 500
USUAL: Final = 100


@dataclass(frozen=True)
class Route:
    """An address: its name, its path below the root, what it answers with; a list is `paged`."""

    name: str
    path: str
    summary: str
    shape: type
    paged: bool = False


ROUTES: Final = (
    Route("root", "", "The addresses of this version.", shapes.Link, paged=True),
    Route("editions", "editions/", "The editions of indices that the account sees.", shapes.EditionItem, paged=True),
    Route("edition", "editions/{pk}/", "An edition: units, parts of the index, series that are seen.", shapes.EditionWhole),
    Route("figures", "editions/{pk}/figures/", "The figures of the series that are seen, with their evidence.", shapes.FigureShape, paged=True),
    Route("result", "results/{pk}/", "A computation: what it was made of, its hashes and remarks.", shapes.ResultShape),
    Route("ranking", "results/{pk}/ranking/", "The ranking, best first, with intervals and what was published.", shapes.Ranked, paged=True),
    Route("scores", "results/{pk}/scores/", "Scores and ranks of each unit in every part of the index.", shapes.UnitScores, paged=True),
)  # fmt: skip
_ERRORS: Final = {
    "401": "Nobody is signed in, and no key in use is shown.",
    "404": "There is no such thing for this account.",
    "429": "The key's requests of this minute are used up; Retry-After says for how many seconds.",
    "304": "Nothing has changed since the ETag that was sent in If-None-Match.",
}
_SCHEMES: Final = {
    "key": {
        "type": "http",
        "scheme": "bearer",
        "description": "A key that its holder makes on the page of the account: read only, good until a day, taken back at will. It reads what the holder may see.",
    },
    "session": {
        "type": "apiKey",
        "in": "cookie",
        "name": "__Host-sid",
        "description": "The session of who is signed in on the site.",
    },
}


def described() -> dict[str, Any]:
    """The description as OpenAPI 3.1."""
    named: dict[str, Any] = {}
    paths = {f"{ROOT}{route.path}": {"get": _operation(route, named)} for route in ROUTES}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Hợp Lực",
            "version": "1",
            "description": "Read only. Every answer carries the stamp that its scores are internal estimates, and an ETag.",
        },
        "paths": paths,
        "components": {
            "schemas": dict(sorted(named.items())),
            "securitySchemes": _SCHEMES,
        },
        "security": [{name: []} for name in _SCHEMES],
    }


def _operation(route: Route, named: dict[str, Any]) -> dict[str, Any]:
    """What an address takes and answers."""
    parameters: list[dict[str, Any]] = []
    if "{pk}" in route.path:
        parameters.append({"name": "pk", "in": "path", "required": True, "schema": {"type": "integer"}})
    if route.paged:
        parameters += [
            {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1, "default": 1}},
            {"name": "per_page", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}},
        ]
    return {
        "operationId": route.name,
        "summary": route.summary,
        "parameters": parameters,
        "responses": {
            "200": {"description": route.summary, "content": {"application/json": {"schema": answer_schema(route, named)}}},
            **{status: {"description": told} for status, told in _ERRORS.items()},
        },
    }


def answer_schema(route: Route, named: dict[str, Any]) -> dict[str, Any]:
    """The schema of a whole answer: the stamp in both languages, what was asked for, and for a list its page."""
    one = schema_of(route.shape, named)
    properties: dict[str, Any] = {"stamp": {"type": "string"}, "stamp_en": {"type": "string"}}
    properties["data"] = {"type": "array", "items": one} if route.paged else one
    if route.paged:
        properties["page"] = schema_of(shapes.Page, named)
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def schema_of(shape: Any, named: dict[str, Any]) -> dict[str, Any]:
    """The JSON schema of a type; the shapes it names are gathered in `named`."""
    if get_origin(shape) is Annotated:
        inner, told = get_args(shape)
        return {**schema_of(inner, named), "description": told}
    if is_typeddict(shape):
        if shape.__name__ not in named:
            named[shape.__name__] = {}
            named[shape.__name__] = _object(shape, named)
        return {"$ref": f"#/components/schemas/{shape.__name__}"}
    if get_origin(shape) is list:
        return {"type": "array", "items": schema_of(get_args(shape)[0], named)}
    if shape in NAMES:
        return {"type": NAMES[shape]}
    inner = next(one for one in get_args(shape) if one is not NoneType)
    found = schema_of(inner, named)
    return {"type": [found["type"], "null"]} if "type" in found else {"anyOf": [found, {"type": "null"}]}


def _object(shape: Any, named: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(shape, include_extras=True)
    return {
        "type": "object",
        "description": " ".join((shape.__doc__ or "").split()),
        "properties": {name: schema_of(hint, named) for name, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }
