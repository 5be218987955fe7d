"""The words for what is wrong with a value: one table for validators in every language.

A message is the second half of a sentence that begins with the place: ``email: must be an e-mail
address``. It never repeats the value, which may be long or secret. The path of an issue leads to
the value that is wrong; for a member that is missing, or that nobody expects, it includes the
member's name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

from modelpact.documents.values import Json, is_number

__all__ = ["DEPTH", "DEPTH_RULE", "FORMATS", "TEXT_RULE", "TYPES", "listed_types", "wording"]

DEPTH: Final = 1024
"""Values that are nested deeper are given up on, where their types are recursive."""

DEPTH_RULE: Final = "depth"
TEXT_RULE: Final = "json"
"""Rules that are no keywords: a value nested too deeply, and a text that is no JSON."""

_Words: TypeAlias = "Callable[[Json], str]"

_LISTED: Final = 8
"""As many values are listed in a message."""

_WHOLE: Final = 1e16
"""Below it a whole number is written without an exponent."""

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "null": "null",
        "boolean": "true or false",
        "integer": "an integer",
        "number": "a number",
        "string": "a string",
        "array": "an array",
        "object": "an object",
    }
)
"""JSON types with their articles, in the order in which they are listed; null comes last."""

FORMATS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date": "a date such as 2026-01-31",
        "date-time": "a date and time such as 2026-01-31T12:00:00Z",
        "time": "a time such as 12:00:00Z",
        "duration": "a duration such as P1DT2H",
        "email": "an e-mail address",
        "idn-email": "an e-mail address",
        "hostname": "a host name",
        "idn-hostname": "a host name",
        "ipv4": "an IPv4 address",
        "ipv6": "an IPv6 address",
        "uri": "a URI",
        "uri-reference": "a URI or a relative reference",
        "iri": "an IRI",
        "iri-reference": "an IRI or a relative reference",
        "uri-template": "a URI template",
        "uuid": "a UUID",
        "json-pointer": "a JSON pointer",
        "relative-json-pointer": "a relative JSON pointer",
        "regex": "a regular expression",
        "base64url": "base64url text",
        "decimal": "a decimal number",
        "ipv4network": "an IPv4 network",
        "ipv6network": "an IPv6 network",
        "ipvanyaddress": "an IP address",
        "ipvanyinterface": "an IP interface",
        "ipvanynetwork": "an IP network",
        "json-string": "JSON text",
        "name-email": "an e-mail address, with or without a name",
    }
    | {f"uuid{version}": f"a UUID of version {version}" for version in range(1, 9)}
)
"""What a format is called."""


def wording(rule: str, value: Json = None) -> str:
    """The message of a keyword that is not satisfied.

    Args:
        rule: The keyword, or one of the rules that are no keywords.
        value: What the keyword says: the bound, the pattern, the type or types, the values; for
            ``contains`` the least number, for ``dependentRequired`` the name of the member that
            asks for another, for ``anyOf`` and ``oneOf`` the types of their members where
            these tell them apart, ``True`` where several members match, else nothing.

    Raises:
        KeyError: There is no such rule.

    """
    return _WORDINGS[rule](value)


def listed_types(names: Json) -> str:
    """JSON types in words: ``a string or null``."""
    known = {names} if isinstance(names, str) else {str(name) for name in _items(names)}
    words = [word for name, word in TYPES.items() if name in known and name != "null"]
    if "null" in known:
        words.append("null")
    if len(words) < 2:  # noqa: PLR2004 - two are joined
        return "".join(words) or "nothing"
    return f"{', '.join(words[:-1])} or {words[-1]}"


def _items(values: Json) -> Iterable[Json]:
    return values if isinstance(values, list | tuple) else ()


def _json(value: Json) -> str:
    if is_number(value):
        return _number(value)  # type: ignore[arg-type]
    return json.dumps(value, ensure_ascii=False, default=str)


def _number(value: float | Decimal) -> str:
    whole = isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE
    return str(int(value)) if whole else str(value)


def _listed(values: Json) -> str:
    shown = [_json(value) for value in _items(values)]
    if len(shown) == 1:
        return f"must be {shown[0]}"
    more = ", ..." if len(shown) > _LISTED else ""
    return f"must be one of {', '.join(shown[:_LISTED])}{more}"


def _at_least(one: str, many: str) -> _Words:
    return lambda value: f"must have at least {_counted(value, one, many)}"


def _at_most(one: str, many: str) -> _Words:
    return lambda value: f"must have at most {_counted(value, one, many)}"


def _counted(value: Json, one: str, many: str) -> str:
    return f"1 {one}" if value == 1 else f"{_json(value)} {many}"


def _fixed(text: str) -> _Words:
    return lambda _: text


def _bound(text: str) -> _Words:
    return lambda value: f"must be {text} {_json(value)}"


def _format(value: Json) -> str:
    name = str(value)
    return f"must be {FORMATS.get(name) or f'of the format {name}'}"


def _union(value: Json) -> str:
    if value is True:
        return "has several of the forms of which one is allowed"
    return f"must be {listed_types(value)}" if value else "has none of the forms that are allowed"


_WORDINGS: Final[Mapping[str, _Words]] = {
    "type": lambda value: f"must be {listed_types(value)}",
    "enum": _listed,
    "const": lambda value: f"must be {_json(value)}",
    "minLength": _at_least("character", "characters"),
    "maxLength": _at_most("character", "characters"),
    "pattern": lambda value: f"must match the pattern {value}",
    "format": _format,
    "minimum": _bound("at least"),
    "maximum": _bound("at most"),
    "exclusiveMinimum": _bound("greater than"),
    "exclusiveMaximum": _bound("less than"),
    "multipleOf": _bound("a multiple of"),
    "minItems": _at_least("item", "items"),
    "maxItems": _at_most("item", "items"),
    "uniqueItems": _fixed("must not hold an item twice"),
    "contains": lambda value: (
        f"must hold at least {_counted(value, 'item', 'items')} of the kind asked for"
    ),
    "maxContains": lambda value: (
        f"must hold at most {_counted(value, 'item', 'items')} of the kind asked for"
    ),
    "minProperties": _at_least("member", "members"),
    "maxProperties": _at_most("member", "members"),
    "required": _fixed("is required"),
    "dependentRequired": lambda value: f"is required beside {_json(value)}",
    "additionalProperties": _fixed("is not expected here"),
    "unevaluatedProperties": _fixed("is not expected here"),
    "unevaluatedItems": _fixed("is not expected here"),
    "additionalItems": _fixed("is not expected here"),
    "propertyNames": _fixed("is no name that is allowed here"),
    "falseSchema": _fixed("is not allowed"),
    "anyOf": _union,
    "oneOf": _union,
    "not": _fixed("is of a form that is excluded"),
    DEPTH_RULE: _fixed(f"is nested deeper than {DEPTH} levels"),
    TEXT_RULE: lambda value: f"is not JSON: {value}" if value else "is not JSON",
}
