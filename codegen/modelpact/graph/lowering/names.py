"""Names for what the schema left without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from modelpact.documents.values import Json, JsonArray
from modelpact.graph.lowering.scope import Tokens

__all__ = ["anonymous_name", "pascal"]

_WORDS: Final = re.compile(r"[^\W_]+")
_SCALARS: Final = frozenset({"string", "integer", "number", "boolean", "null"})


def pascal(text: str) -> str:
    """The words of a text, each with a capital: ``first_name`` is ``FirstName``."""
    return "".join(word[0].upper() + word[1:] for word in _WORDS.findall(text))


def anonymous_name(owner: str, schema: Json, steps: Tokens) -> str:
    """The name of the schema that ``steps`` lead to from a definition's schema.

    ``User`` and ``/properties/address`` make ``UserAddress``. It tells of nothing beside the way,
    so that a new neighbour never renames anything.
    """
    return owner + "".join(_parts(schema, steps))


def _parts(schema: Json, steps: Tokens) -> Iterator[str]:
    index = 0
    while index < len(steps):
        keyword = str(steps[index])
        value = _step(schema, steps[index])
        after = steps[index + 1] if index + 1 < len(steps) else None
        if keyword in _BRANCHES and not isinstance(value, list | tuple):
            index += 2  # a place that merging made up: the schema has no such branches
            continue
        if after is None or isinstance(value, bool) or keyword in _SINGLE:
            single = not isinstance(value, list | tuple)
            if single or after is None:
                yield _SINGLE.get(keyword, pascal(keyword))
                schema, index = value, index + 1
                continue
        last = index + 2 >= len(steps)
        if keyword != "allOf":
            yield _held_part(keyword, value, after)
        elif last:
            yield f"Part{_number(after)}"
        schema, index = _step(value, after), index + 2


_BRANCHES: Final = frozenset({"anyOf", "oneOf", "allOf"})
_SINGLE: Final = {
    "items": "Item",
    "additionalItems": "Item",
    "unevaluatedItems": "Item",
    "contains": "Item",
    "additionalProperties": "Value",
    "unevaluatedProperties": "Value",
    "propertyNames": "Key",
    "not": "Not",
    "if": "If",
    "then": "Then",
    "else": "Else",
}


def _held_part(keyword: str, held: Json, step: str | int | None) -> str:
    if keyword in {"anyOf", "oneOf"} and isinstance(step, int):
        listed = held if isinstance(held, list | tuple) else ()
        return alternative_name(listed, step) if step < len(listed) else f"Option{step + 1}"
    if keyword in {"prefixItems", "items"}:
        return f"Item{_number(step)}"
    if keyword == "patternProperties":
        single = isinstance(held, dict) and len(held) == 1
        return "Value" if single else f"Value{pascal(str(step))}"
    return pascal(str(step)) or "Field"


def _number(step: str | int | None) -> str:
    return str(step + 1) if isinstance(step, int) else pascal(str(step))


def alternative_name(alternatives: JsonArray, index: int) -> str:
    """What tells an alternative from others.

    Nothing where it is the only one that needs a name, its title, its tag, or its number.
    """
    named = [other for other in alternatives if _needs_name(other)]
    own = alternatives[index]
    if len(named) <= 1 and _needs_name(own):
        return ""
    for label_of in (_title, _tag):
        labels = [label_of(other) for other in named]
        label = label_of(own)
        if label and labels.count(label) == 1:
            return label
    return f"Option{index + 1}"


def _needs_name(schema: Json) -> bool:
    if not isinstance(schema, dict) or "$ref" in schema:
        return False
    kind = schema.get("type")
    return not (isinstance(kind, str) and kind in _SCALARS) and "const" not in schema


def _title(schema: Json) -> str:
    title = schema.get("title") if isinstance(schema, dict) else None
    return pascal(title) if isinstance(title, str) else ""


def _tag(schema: Json) -> str:
    properties = schema.get("properties") if isinstance(schema, dict) else None
    for inner in properties.values() if isinstance(properties, dict) else ():
        if isinstance(inner, dict):
            listed = inner.get("enum")
            value = inner.get("const")
            if isinstance(listed, list) and len(listed) == 1:
                value = listed[0]
            if isinstance(value, str):
                return pascal(value)
    return ""


def _step(schema: Json, token: str | int | None) -> Json:
    found: Json = True
    if isinstance(schema, dict):
        found = schema.get(str(token), True)
    if isinstance(schema, list | tuple) and isinstance(token, int) and token < len(schema):
        found = schema[token]
    return found
