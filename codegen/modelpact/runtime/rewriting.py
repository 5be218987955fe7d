"""Unions rewritten to conditions, so that errors are precise and cheap.

A validator tries every member of a union and, where none accepts, says what each of them says. The
member that is meant can be told beforehand: by the value's type, then by a tag. So

    {"oneOf": [{"$ref": "Card"}, {"$ref": "Invoice"}, {"type": "null"}]}

becomes "if it is null, then all is well; else if it is an object, then: if its ``kind`` is
``card``, then Card, else ...; else it must be null or an object". What is accepted is the same, and
so is what counts as evaluated (see the laws in the tests): members that exclude each other's values
are asked in turn, and members that do not stay together in a smaller union.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from modelpact.documents.dialects import DRAFT202012, Shape
from modelpact.documents.values import Json
from modelpact.runtime.facts import TYPES, FactFinder, Facts, types_of
from modelpact.runtime.resources import Place, is_modern

__all__ = ["rewritten"]

_UNIONS: Final = ("oneOf", "anyOf")
_CONDITION: Final = ("if", "then", "else")
_DEEP: Final = 200
"""Schemas that are nested deeper are left as they are."""


def rewritten(place: Place, finder: FactFinder) -> Json:
    """A document with its unions rewritten; itself, where there is nothing to rewrite.

    Args:
        place: The document as a whole.
        finder: Knows what members accept.

    """
    return _schema(place, finder, 0) if is_modern(place.root) else place.schema


def _schema(place: Place, finder: FactFinder, deep: int) -> Any:
    schema = place.schema
    if not isinstance(schema, Mapping) or deep > _DEEP or (deep and "$id" in schema):
        return schema
    made = {key: _value(key, inner, place, finder, deep) for key, inner in schema.items()}
    for keyword in _UNIONS:
        members = schema.get(keyword)
        if isinstance(members, list):
            own = Facts(types_of(schema))
            facts = [finder.facts(place.inner(member)).both(own) for member in members]
            choice = _Choice(keyword).among(list(zip(made[keyword], facts, strict=True)))
            if choice is not None:
                del made[keyword]
                _join(made, choice)
    return made


def _value(key: str, value: Any, place: Place, finder: FactFinder, deep: int) -> Any:
    """The value of a keyword with the schemas in it rewritten."""
    shape = DRAFT202012.applicators.get(key)

    def inner(schema: Any) -> Any:
        return _schema(place.inner(schema), finder, deep + 1)

    if shape is Shape.MAP and isinstance(value, Mapping):
        return {name: inner(schema) for name, schema in value.items()}
    if shape is Shape.LIST and isinstance(value, list):
        return [inner(schema) for schema in value]
    return inner(value) if shape is Shape.SCHEMA else value


def _join(schema: dict[str, Any], choice: dict[str, Any]) -> None:
    """Add a condition to a schema; beside one that is there already, as a part."""
    if not any(keyword in schema for keyword in _CONDITION):
        schema |= choice
    else:
        schema["allOf"] = [*schema.get("allOf", []), choice]


_Member = tuple[Any, Facts]
"""A schema and what is known of what it accepts."""


class _Choice:
    """Builds the conditions in place of one union.

    Args:
        keyword: ``oneOf`` or ``anyOf``.

    """

    def __init__(self, keyword: str) -> None:
        self._keyword = keyword

    def among(self, members: Sequence[_Member]) -> dict[str, Any] | None:
        """By type: members that share a type stay together; ``None`` where all do."""
        groups = _apart([(facts.types, (schema, facts)) for schema, facts in members])
        made: dict[str, Any] = {"type": _names(*(types for types, _ in groups))}
        for types, group in reversed(groups):
            if types == frozenset(TYPES):
                return None
            made = {
                "if": {"type": _names(types)},
                "then": self._of_types(types, group),
                "else": made,
            }
        return made if groups else None

    def _of_types(self, types: frozenset[str], members: Sequence[_Member]) -> dict[str, Any]:
        if len(members) > 1 and types == {"object"}:
            tag, groups = _tag(members)
            optional = [m for m in members if tag not in m[1].required]
            # What stands in two places must not name itself.
            if len(groups) > 1 and all(_is_reference(schema) for schema, _ in optional):
                return self._tagged(tag, groups, optional)
        return self._together(members)

    def _tagged(
        self, tag: str, groups: list[tuple[frozenset[str], list[_Member]]], optional: list[_Member]
    ) -> dict[str, Any]:
        """By tag; and, where the tag is missing, the members that do not ask for it.

        Where a tag is demanded and missing, or unknown, that is what is said.
        """
        known = {"properties": {tag: {"enum": sorted(v for texts, _ in groups for v in texts)}}}
        return {
            "if": {"required": [tag]},
            "then": {"if": known, "then": self._by_tag(tag, groups), "else": known},
            "else": self._together(optional) if optional else {"required": [tag]},
        }

    def _by_tag(
        self, tag: str, groups: list[tuple[frozenset[str], list[_Member]]]
    ) -> dict[str, Any]:
        """Halving: a hundred members are told apart in seven steps."""
        if len(groups) == 1:
            return self._together(groups[0][1])
        half = len(groups) // 2
        values = sorted(value for texts, _ in groups[:half] for value in texts)
        return {
            "if": {"properties": {tag: {"enum": values}}},
            "then": self._by_tag(tag, groups[:half]),
            "else": self._by_tag(tag, groups[half:]),
        }

    def _together(self, members: Sequence[_Member]) -> dict[str, Any]:
        schemas = [schema for schema, _ in members]
        if len(schemas) == 1 and isinstance(schemas[0], dict):
            return schemas[0]
        return {self._keyword: schemas}


def _names(*types: frozenset[str]) -> list[str]:
    return [name for name in TYPES if any(name in some for some in types)]


def _tag(
    members: Sequence[_Member],
) -> tuple[str, list[tuple[frozenset[str], list[_Member]]]]:
    """The member of objects that tells most of them apart."""
    best: tuple[str, list[tuple[frozenset[str], list[_Member]]]] = ("", [])
    for name in members[0][1].members:
        if all(name in facts.members for _, facts in members):
            groups = _apart([(facts.members[name], (s, facts)) for s, facts in members])
            if len(groups) > max(len(best[1]), 1):
                best = (name, groups)
    return best


def _apart(
    members: Sequence[tuple[frozenset[str], _Member]],
) -> list[tuple[frozenset[str], list[_Member]]]:
    """Groups of members that share no value with another group, in the order of their firsts."""
    groups: list[tuple[frozenset[str], list[tuple[int, _Member]]]] = []
    for number, (values, member) in enumerate(members):
        joined, merged = values, [(number, member)]
        rest = []
        for known, group in groups:
            if known & values:
                joined, merged = joined | known, group + merged
            else:
                rest.append((known, group))
        groups = [*rest, (joined, merged)]
    ordered = sorted(((v, sorted(g, key=_number)) for v, g in groups), key=lambda g: g[1][0][0])
    return [(values, [member for _, member in group]) for values, group in ordered if values]


def _number(numbered: tuple[int, _Member]) -> int:
    return numbered[0]


def _is_reference(schema: Any) -> bool:
    return isinstance(schema, dict) and isinstance(schema.get("$ref"), str) and len(schema) == 1
