"""Schemas of dictionaries, tuples and tagged unions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol

from pydantic import RootModel

from modelpact.documents.sets import KEYWORD
from modelpact.export.enums import typed_values
from modelpact.export.places import Mode

__all__ = ["closed_tuple", "key_schema", "labelled", "tag_names"]

_NUMBER: Final = r"^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$"
_WORDS: Final = frozenset({"type", "title", "description", "examples", "default", KEYWORD})


class Definitions(Protocol):
    """What the key of a dictionary is looked up in: the generator."""

    definitions: dict[Any, dict[str, Any]]
    direction: Mode
    owners: dict[str, type]

    @property
    def mark(self) -> str:
        """What the keys of this pass end in."""

    def generate_inner(self, schema: Any) -> dict[str, Any]:
        """The schema of a core schema."""


def key_schema(core_schema: Any, generator: Definitions) -> dict[str, Any] | None:
    """The keywords that a dictionary has because of its keys' type; ``None``: no form as strings.

    A key is a string in JSON, whatever it is in Python, so every restriction becomes one of
    ``propertyNames``; ``x-modelpact.keys`` tells integers and booleans from strings.
    """
    if core_schema["type"] == "any":
        return {}
    schema = generator.generate_inner(core_schema)
    names = _names(schema, generator)
    if names is None:
        return None
    keywords: dict[str, Any] = {}
    kind = _kind(schema, generator)
    if names:
        keywords["propertyNames"] = names
    if kind:
        keywords[KEYWORD] = {"keys": kind}
    return keywords


def _resolved(schema: dict[str, Any], generator: Definitions) -> dict[str, Any]:
    return generator.definitions.get(schema.get("$ref", ""), schema)


def _kind(schema: dict[str, Any], generator: Definitions) -> str:
    kind = _resolved(schema, generator).get("type", "")
    return kind if kind in {"integer", "boolean"} else ""


def _names(schema: dict[str, Any], generator: Definitions) -> dict[str, Any] | None:
    """What the strings may be that stand for keys of a schema."""
    if _is_emitted_model(schema, generator):
        return None
    meant = _resolved(schema, generator)
    if "anyOf" in meant:
        return _any_of(meant["anyOf"], schema, generator)
    if "enum" in meant or "const" in meant:
        return _listed(meant, schema)
    names: dict[str, Any] | None
    match meant.get("type"):
        case "string" | None:
            rest = {key: value for key, value in schema.items() if key not in _WORDS}
            brand = schema.get(KEYWORD, {}).get("brand")
            return {**rest, KEYWORD: {"brand": brand}} if brand else rest
        case "integer":
            names = {"pattern": _integer_pattern(meant)}
        case "boolean":
            names = {"enum": ["false", "true"]}
        case "number":
            names = {"pattern": _NUMBER}
        case _:
            names = None
    return names


def _is_emitted_model(schema: dict[str, Any], generator: Definitions) -> bool:
    """A root model reads its root from a key; as a key it is emitted as ``root='a'``."""
    owner = generator.owners.get(schema.get("$ref", "").removesuffix(generator.mark))
    emitted = generator.direction == "serialization"
    return emitted and owner is not None and issubclass(owner, RootModel)


def _any_of(
    branches: Iterable[dict[str, Any]], schema: dict[str, Any], generator: Definitions
) -> dict[str, Any] | None:
    found = [_names(branch, generator) for branch in branches]
    if any(names is None for names in found):
        return None
    if "$ref" in schema and schema is not _resolved(schema, generator):
        extensible = _resolved(schema, generator).get(KEYWORD, {}).get("extensible")
        strings = all(_resolved(b, generator).get("type") == "string" for b in branches)
        if extensible and strings:
            return {"$ref": schema["$ref"]}
    if any(not names for names in found):
        return {}
    return {"anyOf": found}


def _listed(meant: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    values = meant["enum"] if "enum" in meant else [meant["const"]]
    if all(isinstance(value, str) for value in values):
        kept = {"$ref", "enum", "const"}
        return {key: value for key, value in schema.items() if key in kept}
    names = typed_values([_as_key(value) for value in values])
    return {"enum": names["enum"]}


def _as_key(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "None" if value is None else str(value)


def _integer_pattern(schema: dict[str, Any]) -> str:
    above = schema.get("exclusiveMinimum")
    least = schema.get("minimum", above + 1 if above is not None else None)
    if least is not None and least > 0:
        return "^[1-9][0-9]*$"
    if least is not None and least >= 0:
        return "^(?:0|[1-9][0-9]*)$"
    return "^(?:0|-?[1-9][0-9]*)$"


def closed_tuple(schema: dict[str, Any]) -> dict[str, Any]:
    """A tuple of stated positions says ``items: false``; one without positions is an empty array.

    ``maxItems`` falls away where ``items`` says it, and a ``minItems`` of zero says nothing.
    """
    made = {key: value for key, value in schema.items() if (key, value) != ("minItems", 0)}
    if "items" in made:
        return made
    positions = len(made.get("prefixItems", ()))
    if made.get("maxItems") == positions:
        del made["maxItems"]
    made["items"] = False
    return made


def labelled(schema: dict[str, Any], labels: Sequence[str]) -> dict[str, Any]:
    """A named tuple: its positions closed, and their names."""
    made = closed_tuple(schema)
    items = [
        _without_title(item, label)
        for item, label in zip(made.get("prefixItems", ()), labels, strict=True)
    ]
    if items:
        made["prefixItems"] = items
    return {**made, KEYWORD: {"labels": list(labels)}}


def _without_title(item: dict[str, Any], label: str) -> dict[str, Any]:
    made_up = label.title().replace("_", " ").strip()
    return {key: value for key, value in item.items() if (key, value) != ("title", made_up)}


def tag_names(discriminator: Any) -> tuple[str, ...]:
    """The names that a discriminator may have on the wire; none where it is a function."""
    if isinstance(discriminator, str):
        return (discriminator,)
    if not isinstance(discriminator, list):
        return ()
    if all(isinstance(step, str) for step in discriminator):
        return (discriminator[0],) if len(discriminator) == 1 else ()
    paths = [path for path in discriminator if isinstance(path, list)]
    return tuple(path[0] for path in paths if len(path) == 1 and isinstance(path[0], str))
