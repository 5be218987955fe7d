"""Facts in plain words: one sentence for each change, for people who read a changelog."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from modelpact.compat.changes import ABSENT, DOCUMENT, Change, show
from modelpact.compat.embedding import unit_of
from modelpact.documents.canonical import digest
from modelpact.documents.pointers import Pointer
from modelpact.documents.sets import KEYWORD, modelpact_facts
from modelpact.gate.saying_facts import facts_sentence
from modelpact.graph.nodes import Location

__all__ = ["described", "name_of", "path_in", "sentence"]

_DEFINITIONS: Final = frozenset({"$defs", "definitions"})
_NAMED: Final = frozenset({"properties", "dependentSchemas"})
_STEPS: Final[Mapping[str, str]] = {
    "items": "[]", "prefixItems": "[]", "additionalItems": "[]", "unevaluatedItems": "[]",
    "contains": "[]", "additionalProperties": "{}", "unevaluatedProperties": "{}",
    "patternProperties": "{}",
}  # fmt: skip
_HOLD_NAMES: Final = frozenset({"patternProperties", "prefixItems", "anyOf", "oneOf", "allOf"})


def path_in(pointer: Pointer, name: str = "") -> str:
    """Where in a value a place of its schema speaks, for people: ``lines[].price``.

    Args:
        pointer: The place, in its document; inside a definition it counts from there.
        name: A property below it; may be empty.

    """
    tokens = list(pointer.tokens)
    if len(tokens) > 1 and tokens[0] in _DEFINITIONS:
        tokens = tokens[2:]
    text = ""
    while tokens:
        keyword = str(tokens.pop(0))
        if keyword in _NAMED and tokens:
            text += f".{tokens.pop(0)}"
            continue
        text += _STEPS.get(keyword, "")
        if keyword in _HOLD_NAMES and tokens:
            tokens.pop(0)
    return f"{text}.{name}".strip(".") if name else text.removeprefix(".")


def sentence(change: Change, here: Location) -> str:
    """What a change says.

    Args:
        change: The fact.
        here: Where it is; what it is about is told from there.

    """
    saying = _SAYING.get(change.keyword, _of_keyword)
    if change.keyword == "schema" and here.pointer.tokens[-1:] in _RESTS:
        saying, here = _of_rest, Location(here.file, here.pointer.parent)
    said = saying(change, _subject(change, here))
    return said[:1].upper() + said[1:]


def name_of(location: Location) -> str:
    """What people call a document, ``Order``, or a definition in it, ``Order.Line``."""
    file, definition = unit_of(location)
    return ".".join(filter(None, (_referred(file), definition)))


_RESTS: Final = {("additionalProperties",), ("unevaluatedProperties",)}


def _subject(change: Change, here: Location) -> str:
    path = path_in(
        here.pointer, change.name if change.keyword in {"properties", "required"} else ""
    )
    return f"`{path or name_of(here)}`"


# --- what a schema is, in a few words -------------------------------------------------------------


def described(schema: Any) -> str:
    """A schema in a few words: ``string``, ``list of Order``, ``"a" or "b"``."""
    if not isinstance(schema, Mapping):
        return "anything" if schema else "nothing"
    if isinstance(reference := schema.get("$ref"), str):
        return _referred(reference)
    for keyword in ("anyOf", "oneOf"):
        if isinstance(members := schema.get(keyword), list):
            return _either(map(described, members))
    if "const" in schema:
        return show(schema["const"])
    if isinstance(values := schema.get("enum"), list):
        return _either(map(show, values))
    kinds = schema.get("type")
    return _either(_kind(kind, schema) for kind in (kinds if isinstance(kinds, list) else [kinds]))


def _kind(kind: Any, schema: Mapping[str, Any]) -> str:
    if kind == "array" and "items" in schema:
        return f"list of {described(schema['items'])}"
    if kind == "string" and isinstance(form := schema.get("format"), str):
        return f"{form} string"
    if kind == "object" and isinstance(values := schema.get("additionalProperties"), Mapping):
        return f"map of {described(values)}"
    return {"array": "list", None: "anything"}.get(kind, str(kind))


def _referred(reference: str) -> str:
    name = reference.rpartition("/")[2].partition("#")[0]
    return name.removesuffix(".json").removesuffix(".schema") or reference


_MOST: Final = 6
"""Of longer lists the first are told, and how many there are."""


def _either(parts: Iterable[str]) -> str:
    told = list(dict.fromkeys(parts))
    if len(told) > _MOST:
        return f"{', '.join(told[:_MOST])} or {len(told) - _MOST} more"
    return " or ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if told else "nothing"


# --- sentences, by keyword ------------------------------------------------------------------------


def _of_document(change: Change, _: str) -> str:
    name = _referred(change.name)
    if change.after is ABSENT:
        return f"removed {_role(change.before)}`{name}`"
    described = change.after.get("description") if isinstance(change.after, Mapping) else None
    first = str(described or "").strip().partition("\n")[0].removesuffix(".")
    return f"added {_role(change.after)}`{name}`{f': {first}' if first else ''}"


def _role(schema: Any) -> str:
    role = modelpact_facts(schema).get("role")
    return f"the {role} " if isinstance(role, str) and role != "value" else ""


def _of_definition(change: Change, _: str) -> str:
    if change.before is ABSENT:
        return f"added `{change.name}`: {described(change.after)}"
    return f"removed `{change.name}`: {described(change.before)}"


def _of_property(change: Change, subject: str) -> str:
    if change.before is ABSENT:
        return f"added {subject}: {described(change.after)}"
    return f"removed {subject}: {described(change.before)}"


def _of_required(change: Change, subject: str) -> str:
    return f"{subject} is required now" if change.after else f"{subject} may be left out now"


def _of_type(change: Change, subject: str) -> str:
    kinds = [set(v) if isinstance(v, list) else {v} for v in _both(change) if v is not ABSENT]
    if len(kinds) > 1 and kinds[0] ^ kinds[1] == {"null"}:
        return _of_null(subject, may_be="null" in kinds[1])
    before, after = (_types(value) for value in (change.before, change.after))
    return f"{subject} changed from {before} to {after}"


def _types(value: Any) -> str:
    if value is ABSENT:
        return "anything"
    return _either(map(str, value)) if isinstance(value, list) else str(value)


def _of_words(change: Change, subject: str) -> str:
    thing = {"examples": "examples", "title": "title", "$comment": "comment"}.get(
        change.keyword, "description"
    )
    plural = thing == "examples"
    if change.before is ABSENT:
        return f"{subject} has {'' if plural else 'a '}{thing} now"
    if change.after is ABSENT:
        return f"{subject} has no {thing} any more"
    return f"the {thing} of {subject} {'were' if plural else 'was'} edited"


def _of_default(change: Change, subject: str) -> str:
    if change.before is ABSENT:
        return f"{subject} is {show(change.after)} by default now"
    if change.after is ABSENT:
        return f"{subject} has no default any more; it was {show(change.before)}"
    return f"the default of {subject} changed from {show(change.before)} to {show(change.after)}"


def _of_deprecated(change: Change, subject: str) -> str:
    return f"{subject} is {'' if change.after is True else 'no longer '}deprecated"


def _of_enum(change: Change, subject: str) -> str:
    before, after = (value if isinstance(value, list) else None for value in _both(change))
    if before is None or after is None:
        return _of_keyword(change, subject)
    added, gone = _without(after, before), _without(before, after)
    said = [
        f"also allows {_either(map(show, added))}" if added else "",
        f"no longer allows {_either(map(show, gone))}" if gone else "",
    ]
    told = " and ".join(filter(None, said))
    return f"{subject} {told}" if told else f"the values of {subject} are in another order"


def _without(values: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    known = {digest([value]) for value in others}
    return [value for value in values if digest([value]) not in known]


def _of_null(subject: str, *, may_be: bool) -> str:
    return f"{subject} may {'newly' if may_be else 'no longer'} be null"


def _of_member(change: Change, subject: str) -> str:
    if ABSENT in _both(change) and {"type": "null"} in _both(change):
        return _of_null(subject, may_be=change.before is ABSENT)
    if change.before is ABSENT:
        return f"{subject} may be {described(change.after)} too"
    if change.after is ABSENT:
        return f"{subject} may no longer be {described(change.before)}"
    return _of_keyword(change, subject)


def _of_reference(change: Change, subject: str) -> str:
    before, after = (_referred(str(value)) for value in _both(change))
    return f"{subject} is {after} now, and was {before}"


def _of_rest(change: Change, subject: str) -> str:
    after = change.after
    if after is False:
        return f"{subject} has no further properties"
    if after is ABSENT or after is True:
        return f"{subject} may have further properties"
    return f"further properties of {subject} are {described(after)} now"


def _of_schema(change: Change, subject: str) -> str:
    before, after = described(change.before), described(change.after)
    if before == after:
        return f"{subject} is said otherwise: it was and is {after}"
    return f"{subject} is {after} now, and was {before}"


def _of_keyword(change: Change, subject: str) -> str:
    keyword, before, after = f"`{change.keyword}`", change.before, change.after
    if before is ABSENT:
        return f"{subject} has the {keyword} {_value(after)} now"
    if after is ABSENT:
        return f"{subject} has no {keyword} any more; it was {_value(before)}"
    return f"{keyword} of {subject} changed from {_value(before)} to {_value(after)}"


def _value(value: Any) -> str:
    return described(value) if isinstance(value, Mapping) else show(value)


def _both(change: Change) -> tuple[Any, Any]:
    return change.before, change.after


_SAYING: Final[Mapping[str, Callable[[Change, str], str]]] = {
    DOCUMENT: _of_document,
    "properties": _of_property,
    "$defs": _of_definition,
    "definitions": _of_definition,
    "required": _of_required,
    "type": _of_type,
    "title": _of_words,
    "description": _of_words,
    "examples": _of_words,
    "$comment": _of_words,
    "default": _of_default,
    "deprecated": _of_deprecated,
    "enum": _of_enum,
    "anyOf": _of_member,
    "oneOf": _of_member,
    "$ref": _of_reference,
    "additionalProperties": _of_rest,
    "unevaluatedProperties": _of_rest,
    "schema": _of_schema,
    KEYWORD: facts_sentence,
}
