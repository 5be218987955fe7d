"""What follows from what was proved, for documents that are put together of others.

An object with a member that another document describes is a product: where the old version's
document of the member is within the new one's, so is the object's, if nothing else about it
differs. So of the documents that lead to a change only those have to be asked that say more than
that; for a contract of many models they are few.

The argument is by the size of a value. A document *holds parts* where its schema is made of
objects, lists, maps and nullable references to whole documents, and of schemas that refer to
nothing. Every reference then stands where the value is strictly smaller than the document's. If
what every such document in reach refers to is either the same in both versions, or proved, or
again such a document, all of them follow. What a tolerant writer writes is closed at each
reference as it is closed where the referenced document is asked alone, unless a composition speaks
of one member twice (:func:`.writing.may_share_members`): then nothing follows here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final

from modelpact.compat.changes import Direction
from modelpact.compat.reach import Reach
from modelpact.compat.writing import may_share_members
from modelpact.documents.values import Json

__all__ = ["Consequences"]

_WORDS: Final = frozenset(
    {"$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated",
     "readOnly", "writeOnly", "x-modelpact"}
)  # fmt: skip
_REFERRING: Final = _WORDS | {"$ref"}
_CHOOSING: Final = _WORDS | {"anyOf"}
_HOLDING: Final = _WORDS | frozenset(
    {"type", "properties", "required", "additionalProperties", "minProperties", "maxProperties",
     "items", "prefixItems", "minItems", "maxItems", "uniqueItems"}
)  # fmt: skip
_NO_OBJECT: Final = frozenset({"null", "boolean", "integer", "number", "string", "array"})


class Consequences:
    """What follows for the documents of two versions.

    Args:
        old: Where the old documents lead.
        new: Where the new ones do.
        old_schemas: The old documents, by file.
        new_schemas: The new ones.
        touched: Those that differ, and those that lead to them in either version.
        differing: Those that differ.

    """

    def __init__(  # noqa: PLR0913, PLR0917 - two versions, and what differs
        self,
        old: Reach,
        new: Reach,
        old_schemas: Mapping[str, Json],
        new_schemas: Mapping[str, Json],
        touched: frozenset[str],
        differing: frozenset[str],
    ) -> None:
        self._old = old
        self._new = new
        self._schemas = (old_schemas, new_schemas)
        self._touched = touched
        self._differing = differing
        self._parts: dict[str, tuple[str, ...] | None] = {}
        self._holds: dict[Direction, dict[str, bool]] = {"backward": {}, "forward": {}}

    def note(self, direction: Direction, file: str, *, holds: bool) -> None:
        """Remember whether a version's document was proved to be within the other's."""
        self._holds[direction][file] = holds

    def follows(self, direction: Direction, file: str, prove: Callable[[str], bool]) -> bool:
        """Whether a document that is the same in both versions is compatible by what is known.

        Args:
            direction: Which way.
            file: The document.
            prove: Proves, or does not, that a document that is no more than the sum of its parts
                is within its other version; asked of each such document once.

        """
        known = self._holds[direction]
        reached: dict[str, None] = {file: None}
        pending = [file]
        while pending:
            parts = self._parts_of(pending.pop())
            if parts is None:
                return False
            for part in parts:
                if part not in self._touched or part in reached:
                    continue
                if part not in known and self._parts_of(part) is not None:
                    reached[part] = None
                    pending.append(part)
                elif not self._is_proved(direction, part, prove):
                    return False
        known.update(dict.fromkeys(reached, True))
        return True

    def _is_proved(self, direction: Direction, file: str, prove: Callable[[str], bool]) -> bool:
        known = self._holds[direction]
        if file not in known:
            known[file] = all(file in schemas for schemas in self._schemas) and prove(file)
        return known[file]

    def _parts_of(self, file: str) -> tuple[str, ...] | None:
        """The documents that one is put together of; ``None`` where it is more than that."""
        if file not in self._parts:
            self._parts[file] = self._found_parts(file)
        return self._parts[file]

    def _found_parts(self, file: str) -> tuple[str, ...] | None:
        if file in self._differing or self._shares_members:
            return None
        schema = self._schemas[0][file]
        if not isinstance(schema, Mapping) or schema.get("type") != "object":
            return None
        if not _holds_parts(schema):
            return None
        parts = self._old.targets(file)
        return parts if parts == self._new.targets(file) else None

    @cached_property
    def _shares_members(self) -> bool:
        """Whether any of the documents may describe one member twice, or mean something else."""
        if not (self._old.are_drafts and self._new.are_drafts):
            return True
        old, new = self._schemas
        others = [schema for file, schema in new.items() if old.get(file) is not schema]
        return may_share_members([*old.values(), *others])


def _holds_parts(schema: Any) -> bool:
    """Whether a schema is made of parts that stand for smaller values, each in its own place."""
    if not isinstance(schema, Mapping):
        return isinstance(schema, bool)
    keys = schema.keys()
    if keys <= _REFERRING and "$ref" in keys:
        return _is_whole(schema["$ref"])
    if keys <= _CHOOSING and "anyOf" in keys:
        members = schema["anyOf"]
        return isinstance(members, list) and _is_one_object(members)
    if keys <= _HOLDING:
        return _holds_members(schema)
    return not _refers(schema)


def _holds_members(schema: Mapping[str, Any]) -> bool:
    properties, positions = schema.get("properties", {}), schema.get("prefixItems", [])
    if not isinstance(properties, Mapping) or not isinstance(positions, list):
        return False
    parts = (*properties.values(), *positions)
    rest = (schema[key] for key in ("items", "additionalProperties") if key in schema)
    return all(map(_holds_parts, parts)) and all(map(_holds_parts, rest))


def _is_one_object(members: list[Any]) -> bool:
    """Whether alternatives are made of parts, and at most one of them is about objects."""
    objects = sum(not _is_no_object(member) for member in members)
    return objects <= 1 and all(map(_holds_parts, members))


def _is_no_object(schema: Any) -> bool:
    kind = schema.get("type") if isinstance(schema, Mapping) else None
    return isinstance(kind, str) and kind in _NO_OBJECT


def _is_whole(reference: Any) -> bool:
    return isinstance(reference, str) and "#" not in reference


def _refers(value: Any) -> bool:
    """Whether anything in a schema may be a reference."""
    if isinstance(value, Mapping):
        return any(key.endswith("Ref") or key == "$ref" or _refers(v) for key, v in value.items())
    return isinstance(value, list | tuple) and any(map(_refers, value))
