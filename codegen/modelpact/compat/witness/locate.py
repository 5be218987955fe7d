"""Where a witness breaks: the keyword of the new schema that refuses it.

jsonschema-rs names the keyword. Where a union refuses, it names the union: the branch that the
value was meant for is picked out, if there is exactly one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from modelpact.compat.subjects import Place, Side, Token
from modelpact.compat.witness.edits import part
from modelpact.compat.witness.told_paths import path_in, path_told
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json, is_number
from modelpact.graph.nodes import Location

__all__ = [
    "FALSE_SCHEMA",
    "REFERENCE",
    "Violation",
    "violations",
]


@dataclass(frozen=True, slots=True)
class Violation:
    """One refusal of a value.

    Attributes:
        keyword: The keyword that refuses; ``false`` where it is the schema ``false``.
        location: Where the keyword stands (or the ``false``), references followed.
        path: The refused part of the value.
        names: The properties that are missing or not allowed; empty for other keywords.
        message: What the validator says.
        holder: The ``$ref`` that led straight to the schema that refuses, if one did.

    """

    keyword: str
    location: Location
    path: tuple[Token, ...]
    names: tuple[str, ...]
    message: str
    holder: Location | None = None

    @property
    def schema_location(self) -> Location:
        """The schema that holds the keyword."""
        if self.keyword == FALSE_SCHEMA:
            return self.location
        return Location(self.location.file, self.location.pointer.parent)


FALSE_SCHEMA: Final = "false"
_UNIONS: Final = frozenset({"anyOf", "oneOf"})
_TOO_MANY: Final = "OneOfMultipleValid"
"""What jsonschema-rs calls a value that fits more than one member: no member is at fault."""
_LISTING: Final = ("const", "enum")
_TAGS: Final = (("const",), ("enum",), _LISTING)
"""What tags are told by, the likeliest first."""


def violations(side: Side, errors: list[Any], value: Json) -> tuple[Violation, ...]:
    """What jsonschema-rs's errors say, in their order, each refusal once.

    Args:
        side: The schema that refused the value.
        errors: Of :meth:`RustValidator.errors` for the same schema.
        value: The value.

    """
    found = dict.fromkeys(_violation(side, _innermost(error), value) for error in errors)
    return tuple(found)


def _innermost(error: Any) -> Any:
    """The error inside the branch of a union that a value was meant for."""
    while error.kind.name in _UNIONS and type(error.kind).__name__ != _TOO_MANY:
        branches = getattr(error.kind, "context", None) or []
        meant = _meant_branch(branches, tuple(error.instance_path))
        if meant is None:
            break
        error = meant[0]
    return error


def _meant_branch(branches: list[list[Any]], path: tuple[Token, ...]) -> list[Any] | None:
    """The only branch whose type fits, or else the only one whose tag fits too."""
    fitting = [b for b in branches if b and not any(_is_wrong_kind(e, path) for e in b)]
    if len(fitting) > 1:
        return _tagged_branch(fitting, path)
    return fitting[0] if fitting else None


def _tagged_branch(branches: list[list[Any]], path: tuple[Token, ...]) -> list[Any] | None:
    """The only branch that does not refuse a member that all others refuse for its value.

    That member is the tag. One that has a constant is likelier to be it than one that is listed.
    """
    for keywords in _TAGS:
        wrong = [
            {str(e.instance_path[-1]) for e in branch if _is_below(e, path, keywords)}
            for branch in branches
        ]
        names = sorted(set().union(*wrong))
        right = [[n for n, names_ in enumerate(wrong) if name not in names_] for name in names]
        alone = {numbers[0] for numbers in right if len(numbers) == 1}
        if len(alone) == 1:
            return branches[alone.pop()]
        if all(wrong):  # a tag that no branch has
            return None
    return None


def _is_wrong_kind(error: Any, path: tuple[Token, ...]) -> bool:
    """Whether a branch refuses the whole value for what type it has."""
    if len(error.instance_path) != len(path):
        return False
    if error.kind.name in _LISTING:
        listed = getattr(error.kind, "options", None) or [getattr(error.kind, "expected_value", 0)]
        return not any(_same_type(member, error.instance) for member in listed)
    return error.kind.name in {"type", "falseSchema"}


def _is_below(error: Any, path: tuple[Token, ...], keywords: tuple[str, ...]) -> bool:
    """Whether one of some keywords refuses a member of the value."""
    return error.kind.name in keywords and len(error.instance_path) == len(path) + 1


def _same_type(left: Any, right: Any) -> bool:
    if is_number(left) and is_number(right):
        return True
    return type(left) is type(right)


_NAMED: Final = frozenset({"additionalProperties", "propertyNames"})
_COUNTED: Final = frozenset({"items", "additionalItems"})
_MAPS: Final = frozenset({"properties", "patternProperties", "$defs", "definitions"})


def _forbidding_keyword(error: Any) -> str:
    """The keyword that says ``false`` of all that is not listed; empty for another ``false``."""
    steps = error.schema_path[-2:]
    if error.kind.name != "falseSchema" or not steps or (len(steps) > 1 and steps[0] in _MAPS):
        return ""
    return str(steps[-1]) if steps[-1] in _NAMED | _COUNTED else ""


def _violation(side: Side, error: Any, value: Json) -> Violation:
    keyword = _forbidding_keyword(error)
    if not keyword:
        return _refusal(side, error, value)
    path = path_told(value, error)
    names: tuple[str, ...] = ()
    if keyword in _COUNTED:
        path = path[:-1]
    else:  # the path is that of the object: nothing else is declared, so no member is allowed
        names = tuple(part(value, path))
    return Violation(keyword, _location(side, error), path, names, str(error.message))


def _refusal(side: Side, error: Any, value: Json) -> Violation:
    kind = error.kind
    if kind.name == "falseSchema":
        keyword = FALSE_SCHEMA
    elif kind.name == "propertyNames":  # its path leads on to the keyword that the name violates
        keyword = kind.name
    else:
        keyword = str(error.schema_path[-1])
    location = _location(side, error)
    if kind.name == "required" and keyword != "required":
        keyword, location = _dependency(location)
    names = getattr(kind, "unexpected", None) or ()
    if kind.name == "required":
        names = (kind.property,)
    return Violation(
        keyword,
        location,
        path_in(value, error),
        tuple(str(name) for name in names),
        str(error.message),
        _holder(side, error),
    )


_DEPENDENCIES: Final = ("dependentRequired", "dependencies")


def _dependency(location: Location) -> tuple[str, Location]:
    """The keyword that lists what a property needs; the validator points into its list."""
    tokens = [str(token) for token in location.pointer.tokens]
    for depth in range(len(tokens), 0, -1):
        if tokens[depth - 1] in _DEPENDENCIES:
            whole = Location(location.file, Pointer(location.pointer.tokens[:depth]))
            return tokens[depth - 1], whole
    return "required", location


def _location(side: Side, error: Any) -> Location:
    absolute = error.absolute_keyword_location
    if absolute is None:  # the schema `false`, alone
        return Location(side.subject.uri, Pointer(tuple(error.schema_path)))
    return side.location_of(absolute)


def _holder(side: Side, error: Any) -> Location | None:
    """Walk the validator's path to the last reference on it, where only a keyword follows."""
    tokens = list(error.evaluation_path)
    if len(tokens) < _REFERENCE_AND_KEYWORD or tokens[-2] != REFERENCE:
        return None
    place: Place | None = side.root
    for token in tokens[:-2]:
        if place is None:
            return None
        place = side.target(place) if token == REFERENCE else side.step(place, token)
    if place is None or not place.has(REFERENCE):
        return None
    return Location(place.location.file, place.location.pointer / REFERENCE)


REFERENCE: Final = "$ref"
_REFERENCE_AND_KEYWORD: Final = 2
