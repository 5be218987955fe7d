"""Keywords by the type of value that they speak of."""

from __future__ import annotations

from typing import Final

__all__ = ["ARRAY", "NUMBER", "OBJECT", "STRING"]

NUMBER: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
)
STRING: Final = frozenset({"minLength", "maxLength", "pattern", "format"})
ARRAY: Final = frozenset(
    {
        "items", "prefixItems", "additionalItems", "contains", "minContains", "maxContains",
        "minItems", "maxItems", "uniqueItems", "unevaluatedItems",
    }
)  # fmt: skip
OBJECT: Final = frozenset(
    {
        "properties", "patternProperties", "additionalProperties", "propertyNames", "required",
        "minProperties", "maxProperties", "dependentRequired", "dependentSchemas", "dependencies",
        "unevaluatedProperties",
    }
)  # fmt: skip
