"""Keywords by what they speak of, and what to do with those that a dialect does not know."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from modelpact.documents.dialects import Dialect

__all__ = [
    "ANNOTATIONS",
    "ARRAY",
    "IN_PLACE",
    "KNOWN",
    "NUMBER",
    "OBJECT",
    "REFERENCES",
    "REFUSED",
    "STRING",
    "TYPE_NAMES",
    "foreign_keywords",
]

ANNOTATIONS: Final = frozenset(
    {
        "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$vocabulary",
        "$comment", "$defs", "definitions", "title", "description", "deprecated", "readOnly",
        "writeOnly", "default", "examples", "x-modelpact", "discriminator",
    }
)  # fmt: skip
"""They restrict nothing."""

OBJECT: Final = frozenset(
    {
        "properties", "patternProperties", "additionalProperties", "required", "propertyNames",
        "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies",
        "unevaluatedProperties",
    }
)  # fmt: skip

ARRAY: Final = frozenset(
    {
        "items", "prefixItems", "additionalItems", "contains", "minContains", "maxContains",
        "minItems", "maxItems", "uniqueItems", "unevaluatedItems",
    }
)  # fmt: skip

STRING: Final = frozenset(
    {
        "format", "pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType",
        "contentSchema",
    }
)  # fmt: skip

NUMBER: Final = frozenset(
    {"format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
)

REFERENCES: Final = ("$ref", "$dynamicRef", "$recursiveRef")

IN_PLACE: Final = frozenset({*REFERENCES, "allOf", "anyOf", "oneOf", "not", "if", "then", "else"})
"""They apply schemas to the value itself."""

TYPE_NAMES: Final = ("string", "integer", "number", "boolean", "object", "array", "null")

REFUSED: Final = frozenset({"extends", "disallow", "divisibleBy"})
"""Draft 3 restricted values with these; no later draft knows them, and their authors meant them."""

KNOWN: Final = ANNOTATIONS | OBJECT | ARRAY | STRING | NUMBER | IN_PLACE | {"type", "enum", "const"}


@lru_cache(maxsize=32)
def foreign_keywords(dialect: Dialect) -> frozenset[str]:
    """What restricts values in other dialects, and is an unknown word in this one."""
    neutral = ANNOTATIONS | {"contentEncoding", "contentMediaType", "type", "format"}
    return frozenset(word for word in KNOWN - neutral if not dialect.knows(word))
