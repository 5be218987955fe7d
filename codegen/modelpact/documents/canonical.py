"""The one spelling of a document: bytes for people and git, digests for machines."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import orjson

from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

__all__ = [
    "KEYWORD_ORDER",
    "LoneSurrogateError",
    "canonical_bytes",
    "digest",
    "order_keywords",
    "same",
]

KEYWORD_ORDER: Final = (
    "$schema",
    "$id",
    "$anchor",
    "$dynamicAnchor",
    "$vocabulary",
    "$comment",
    "$ref",
    "$dynamicRef",
    "title",
    "description",
    "deprecated",
    "readOnly",
    "writeOnly",
    "type",
    "const",
    "enum",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "minimum",
    "exclusiveMinimum",
    "maximum",
    "exclusiveMaximum",
    "multipleOf",
    "prefixItems",
    "items",
    "unevaluatedItems",
    "contains",
    "minContains",
    "maxContains",
    "minItems",
    "maxItems",
    "uniqueItems",
    "properties",
    "patternProperties",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "required",
    "dependentRequired",
    "dependentSchemas",
    "minProperties",
    "maxProperties",
    "discriminator",
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "default",
    "examples",
    "x-modelpact",
    "$defs",
)
"""Identity, words, what kind of value, its limits, its parts, combinations, samples, definitions.
Keys that are not here come after these, in the order of their names."""

_RANK: Final = {keyword: rank for rank, keyword in enumerate(KEYWORD_ORDER)}
_LAST: Final = len(KEYWORD_ORDER)

_SCHEMA_MAPS: Final = frozenset(
    {"properties", "patternProperties", "dependentSchemas", "$defs", "definitions"}
)
_SCHEMA_LISTS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMAS: Final = frozenset(
    {
        "additionalProperties",
        "unevaluatedProperties",
        "propertyNames",
        "items",
        "unevaluatedItems",
        "contains",
        "contentSchema",
        "not",
        "if",
        "then",
        "else",
    }
)


def order_keywords(schema: Json) -> Json:
    """A schema with its keywords ordered by meaning, at every depth.

    The names under ``properties`` and the like keep their order: it is the model's own. Values
    that are data (``default``, ``examples``, ``const``, ``enum``, ``x-modelpact``) stay as they
    are.
    """
    if not isinstance(schema, Mapping):
        return schema
    ordered: dict[str, Json] = {}
    for keyword in sorted(schema, key=lambda key: (_RANK.get(key, _LAST), key)):
        value: Any = schema[keyword]
        if keyword in _SCHEMA_MAPS and isinstance(value, Mapping):
            value = {name: order_keywords(inner) for name, inner in value.items()}
        elif keyword in _SCHEMA_LISTS and isinstance(value, list | tuple):
            value = [order_keywords(inner) for inner in value]
        elif keyword in _SCHEMAS:
            value = order_keywords(value)
        ordered[keyword] = value
    return ordered


class LoneSurrogateError(ModelpactError):
    """A text that UTF-8 has no form for."""


def canonical_bytes(document: Json) -> bytes:
    """The bytes of a document: UTF-8, two-space indent, a newline at the end.

    Key order is kept as given (see :func:`order_keywords`). ``Decimal`` numbers and integers
    beyond 64 bits keep their digits.

    Raises:
        LoneSurrogateError: A string holds half of a surrogate pair, which UTF-8 cannot write.

    """
    try:
        return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    except TypeError:
        return _utf8(_pretty(document, "\n") + "\n")


def digest(document: Json) -> str:
    """The sha256 of a document's RFC 8785 form without its ``$id``, as 64 hexadecimal digits.

    So a document keeps its digest when it is published again under another version's address.
    One deviation from the RFC: numbers that a double cannot hold keep their digits.
    """
    return hashlib.sha256(_rfc8785_bytes(_unaddressed(document))).hexdigest()


def same(first: Json, second: Json) -> bool:
    """Whether two documents have one digest, told quickly where they are spelled alike."""
    if first is second:
        return True
    first, second = _unaddressed(first), _unaddressed(second)
    try:
        if first != second:  # Python's equality is wider: true is 1
            return False
    except RecursionError:
        pass  # too deep for Python, not for what follows
    try:
        if orjson.dumps(first) == orjson.dumps(second):
            return True
    except TypeError:
        pass  # numbers that only digests know to write
    return _rfc8785_bytes(first) == _rfc8785_bytes(second)


def _unaddressed(document: Json) -> Json:
    if not isinstance(document, Mapping):
        return document
    return {key: value for key, value in document.items() if key != "$id"}


def _rfc8785_bytes(value: Json) -> bytes:
    """Let orjson write what it writes as the RFC does: no floats, nothing beyond the BMP."""
    try:
        fast = orjson.dumps(value, option=orjson.OPT_SORT_KEYS)
    except TypeError:
        return _utf8(_rfc8785(value))
    return _utf8(_rfc8785(value)) if _NEEDS_CARE.search(fast) else fast


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 40) : error.start]
        raise LoneSurrogateError(
            f"half of a surrogate pair, which no JSON file can hold, follows {around!r}",
            advice="Write the whole character, or leave it out.",
            rule="lone-surrogate",
        ) from error


_NEEDS_CARE: Final = re.compile(rb"[:,\[]-?[0-9]+[.eE]|^-?[0-9]+[.eE]|[\xf0-\xf4]")


def _rfc8785(value: Json) -> str:
    if isinstance(value, Mapping):
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_scalar(n)}:{_rfc8785(value[n])}" for n in names) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(_rfc8785, value)) + "]"
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, float):
        return _ecma_number(value)
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def _ecma_number(value: float) -> str:
    """ECMA-262 Number::toString, from the shortest digits that Python finds."""
    if not math.isfinite(value):
        message = f"{value} is not a JSON number"
        raise ValueError(message)
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    text = "".join(map(str, digits)).rstrip("0")
    point = len(digits) + int(exponent)
    if len(text) <= point <= _MAX_PLAIN:
        plain = text + "0" * (point - len(text))
    elif 0 < point <= _MAX_PLAIN:
        plain = f"{text[:point]}.{text[point:]}"
    elif _MIN_PLAIN < point <= 0:
        plain = "0." + "0" * -point + text
    else:
        fraction = f".{text[1:]}" if len(text) > 1 else ""
        plain = f"{text[0]}{fraction}e{point - 1:+d}"
    return f"-{plain}" if sign else plain


_MAX_PLAIN: Final = 21
_MIN_PLAIN: Final = -6


def _pretty(value: Json, newline: str) -> str:
    inner = newline + "  "
    if isinstance(value, Mapping) and value:
        lines = (
            f"{json.dumps(k, ensure_ascii=False)}: {_pretty(v, inner)}" for k, v in value.items()
        )
        return "{" + inner + ("," + inner).join(lines) + newline + "}"
    if isinstance(value, list | tuple) and value:
        lines = (_pretty(item, inner) for item in value)
        return "[" + inner + ("," + inner).join(lines) + newline + "]"
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
