"""A schema that differs from another in one refusal that it no longer makes.

The pointers of what is left stay what they were, so that what is found in a relaxed schema can be
shown in the original.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from modelpact.compat.subjects import Place, Side, Subject
from modelpact.compat.witness.counterparts import Counterpart
from modelpact.compat.witness.edits import part, replaced
from modelpact.compat.witness.locate import FALSE_SCHEMA, REFERENCE, Violation
from modelpact.compat.witness.validators import RustValidator
from modelpact.documents.values import Json, is_number

__all__ = ["Relaxation", "relaxed", "type_name"]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A relaxed schema.

    Attributes:
        subject: The schema, with its documents.
        hides: Whether the change may have taken away other refusals too.

    """

    subject: Subject
    hides: bool = False


def relaxed(
    reader: Side, violation: Violation, refused: Json, writer: Counterpart, *, whole: bool = False
) -> Relaxation:
    """Make a schema accept what it refused at one keyword.

    Args:
        reader: The schema that refused.
        violation: What it refused, and where.
        refused: The part of the value that was refused.
        writer: The other side's counterpart; what it lists is allowed one by one.
        whole: Take the whole keyword away, whatever else it refuses.

    """
    location = violation.location
    document = reader.subject.documents()[location.file]
    if violation.keyword == FALSE_SCHEMA:
        changed = replaced(document, location.pointer.tokens, True)
        return Relaxation(reader.subject.replaced(location.file, changed))
    tokens = violation.schema_location.pointer.tokens
    schema = part(document, tokens)
    loosen = None if whole else _LOOSEN.get(violation.keyword)
    edited = loosen(schema, violation, refused, writer) if loosen else None
    hides = edited is not None and _widens(schema, violation.keyword, refused)
    if edited is None:
        edited = {k: v for k, v in schema.items() if k != violation.keyword}
        hides = violation.keyword in _HOLDERS and not isinstance(schema[violation.keyword], bool)
    changed = replaced(document, tokens, edited)
    return Relaxation(reader.subject.replaced(location.file, changed), hides)


_HOLDERS: Final = frozenset(
    {"$ref", "anyOf", "oneOf", "additionalProperties", "unevaluatedProperties"}
)
"""Keywords under which other refusals may stand."""

_Loosen = Callable[[Mapping[str, Any], Violation, Any, Counterpart], "dict[str, Any] | None"]


def _required(
    schema: Mapping[str, Any], violation: Violation, _refused: Any, _writer: Counterpart
) -> dict[str, Any]:
    left = [name for name in schema["required"] if name not in violation.names]
    if left:
        return {**schema, "required": left}
    return {keyword: value for keyword, value in schema.items() if keyword != "required"}


def _listed(
    schema: Mapping[str, Any], violation: Violation, refused: Any, writer: Counterpart
) -> dict[str, Any] | None:
    """One more value, where the other side lists its values too."""
    if not writer.exact or not _is_listed(refused, writer.place):
        return None
    if violation.keyword == "enum":
        return {**schema, "enum": [*schema["enum"], refused]}
    left = {keyword: value for keyword, value in schema.items() if keyword != "const"}
    members = [schema["const"], refused]
    return {**left, "enum": members} if "enum" not in left else None


def _is_listed(value: Json, place: Place) -> bool:
    """Whether a place lists a value; as validators see it, so that true is not 1."""
    members = place.get("enum") if place.has("enum") else [place.get("const")]
    if not place.has("enum") and not place.has("const"):
        return False
    return RustValidator({"enum": members}).accepts(value)


def _type(
    schema: Mapping[str, Any], _violation: Violation, refused: Any, writer: Counterpart
) -> dict[str, Any] | None:
    if not writer.exact or not any(map(_says_kind, writer.places)):
        return None  # the other side allows every type: that is one difference, not seven
    given = schema["type"]
    types = [given] if isinstance(given, str) else list(given)
    name = type_name(refused)
    written = [place.get("type") for place in writer.places]
    if name == "integer" and ("integer" in types or any("number" in (w or ()) for w in written)):
        name = "number"
    return {**schema, "type": [*types, name]}


def _says_kind(place: Place) -> bool:
    return any(place.has(keyword) for keyword in ("type", "enum", "const"))


def _reference(
    schema: Mapping[str, Any], _violation: Violation, refused: Any, _writer: Counterpart
) -> dict[str, Any]:
    """What was referred to, or a value of the refused type."""
    left = {keyword: value for keyword, value in schema.items() if keyword != REFERENCE}
    either = [{REFERENCE: schema[REFERENCE]}, {"type": type_name(refused)}]
    if "anyOf" in left:
        return {**left, "allOf": [*left.get("allOf", ()), {"anyOf": either}]}
    return {**left, "anyOf": either}


def _closed(
    schema: Mapping[str, Any], violation: Violation, _refused: Any, writer: Counterpart
) -> dict[str, Any] | None:
    """One more property, where the other side declares it."""
    declared = writer.place.get("properties")
    if schema[violation.keyword] is not False or not isinstance(declared, Mapping):
        return None
    if not all(name in declared for name in violation.names):
        return None
    known = schema.get("properties", {})
    added = {name: True for name in violation.names if name not in known}
    return {**schema, "properties": {**known, **added}} if added else None


def _union(
    schema: Mapping[str, Any], violation: Violation, refused: Any, _writer: Counterpart
) -> dict[str, Any]:
    members = list(schema[violation.keyword])
    added: dict[str, Any] = {"type": type_name(refused)}
    tag = _tag(members, refused)
    if tag is not None:
        added |= {"properties": {tag: {"enum": [refused[tag]]}}, "required": [tag]}
    if violation.keyword == "oneOf":  # exactly one: so nothing that another accepts
        added["not"] = {"anyOf": members}
    return {**schema, violation.keyword: [*members, added]}


def _widens(schema: Mapping[str, Any], keyword: str, refused: Json) -> bool:
    """Whether a union that was given a member for a type had members of that type already."""
    if keyword not in {"anyOf", "oneOf"} or _tag(schema[keyword], refused) is not None:
        return False
    name = type_name(refused)
    return any(_may_be(member, name) for member in schema[keyword])


def _may_be(member: Any, name: str) -> bool:
    """Whether a member states that type; what it refers to is asked about itself."""
    stated = member.get("type") if isinstance(member, Mapping) else None
    names = [stated] if isinstance(stated, str) else stated
    if not isinstance(names, list):
        return False
    return name in names or (name == "integer" and "number" in names)


def _tag(members: list[Any], value: Any) -> str | None:
    """The property whose constant tells a union's members apart, where it is in plain sight."""
    if not isinstance(value, Mapping):
        return None
    for name in value:
        constants = [_constant(member, name) for member in members]
        if constants and all(constants):
            return str(name)
    return None


def _constant(member: Any, name: str) -> bool:
    properties = member.get("properties") if isinstance(member, Mapping) else None
    schema = properties.get(name) if isinstance(properties, Mapping) else None
    return isinstance(schema, Mapping) and ("const" in schema or "enum" in schema)


_LOOSEN: Final[Mapping[str, _Loosen]] = {
    "required": _required,
    "enum": _listed,
    "const": _listed,
    "type": _type,
    "additionalProperties": _closed,
    "unevaluatedProperties": _closed,
    REFERENCE: _reference,
    "anyOf": _union,
    "oneOf": _union,
}


def type_name(value: Json) -> str:
    """The JSON Schema type of a value; ``integer`` where it is one."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, str):
        return "string"
    if is_number(value):
        return "integer" if isinstance(value, int) else "number"
    return "object" if isinstance(value, Mapping) else "array"
