"""Confluent Schema Registry: the differences that its JSON Schema provider tells apart.

Its names say what the update is to the original, read by the update: our question ``backward``.
"""

from __future__ import annotations

from typing import Final

from conformance.anchors.rows import (
    Row,
    array,
    both,
    expanded,
    foreign,
    narrows,
    number,
    record,
    silent,
    steps,
    text,
    widens,
)  # fmt: skip

__all__ = ["KINDS", "ROWS"]

KINDS: Final = expanded(
    """
    ID_CHANGED DESCRIPTION_CHANGED TITLE_CHANGED DEFAULT_CHANGED SCHEMA_ADDED SCHEMA_REMOVED
    TYPE_EXTENDED TYPE_NARROWED TYPE_CHANGED MAX_LENGTH_ADDED MAX_LENGTH_REMOVED
    MAX_LENGTH_INCREASED MAX_LENGTH_DECREASED MIN_LENGTH_ADDED MIN_LENGTH_REMOVED
    MIN_LENGTH_INCREASED MIN_LENGTH_DECREASED PATTERN_ADDED PATTERN_REMOVED PATTERN_CHANGED
    MAXIMUM_ADDED MAXIMUM_REMOVED MAXIMUM_INCREASED MAXIMUM_DECREASED MINIMUM_ADDED
    MINIMUM_REMOVED MINIMUM_INCREASED MINIMUM_DECREASED EXCLUSIVE_MAXIMUM_ADDED
    EXCLUSIVE_MAXIMUM_REMOVED EXCLUSIVE_MAXIMUM_INCREASED EXCLUSIVE_MAXIMUM_DECREASED
    EXCLUSIVE_MINIMUM_ADDED EXCLUSIVE_MINIMUM_REMOVED EXCLUSIVE_MINIMUM_INCREASED
    EXCLUSIVE_MINIMUM_DECREASED MULTIPLE_OF_ADDED MULTIPLE_OF_REMOVED MULTIPLE_OF_EXPANDED
    MULTIPLE_OF_REDUCED MULTIPLE_OF_CHANGED REQUIRED_ATTRIBUTE_ADDED
    REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED REQUIRED_ATTRIBUTE_REMOVED MAX_PROPERTIES_ADDED
    MAX_PROPERTIES_REMOVED MAX_PROPERTIES_INCREASED MAX_PROPERTIES_DECREASED
    MIN_PROPERTIES_ADDED MIN_PROPERTIES_REMOVED MIN_PROPERTIES_INCREASED
    MIN_PROPERTIES_DECREASED ADDITIONAL_PROPERTIES_ADDED ADDITIONAL_PROPERTIES_REMOVED
    ADDITIONAL_PROPERTIES_EXTENDED ADDITIONAL_PROPERTIES_NARROWED DEPENDENCY_ARRAY_ADDED
    DEPENDENCY_ARRAY_REMOVED DEPENDENCY_ARRAY_EXTENDED DEPENDENCY_ARRAY_NARROWED
    DEPENDENCY_ARRAY_CHANGED DEPENDENCY_SCHEMA_ADDED DEPENDENCY_SCHEMA_REMOVED
    PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL
    REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL
    OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL
    PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL
    REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL
    REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL
    OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL
    PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL
    PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL
    PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL RESERVED_PROPERTY_REMOVED
    RESERVED_PROPERTY_CONFLICTS_WITH_PROPERTY UNEVALUATED_PROPERTIES_ADDED
    UNEVALUATED_PROPERTIES_REMOVED UNEVALUATED_PROPERTIES_EXTENDED
    UNEVALUATED_PROPERTIES_NARROWED MAX_ITEMS_ADDED MAX_ITEMS_REMOVED MAX_ITEMS_INCREASED
    MAX_ITEMS_DECREASED MIN_ITEMS_ADDED MIN_ITEMS_REMOVED MIN_ITEMS_INCREASED
    MIN_ITEMS_DECREASED MAX_CONTAINS_ADDED MAX_CONTAINS_REMOVED MAX_CONTAINS_INCREASED
    MAX_CONTAINS_DECREASED MIN_CONTAINS_ADDED MIN_CONTAINS_REMOVED MIN_CONTAINS_INCREASED
    MIN_CONTAINS_DECREASED UNIQUE_ITEMS_ADDED UNIQUE_ITEMS_REMOVED ADDITIONAL_ITEMS_ADDED
    ADDITIONAL_ITEMS_REMOVED ADDITIONAL_ITEMS_EXTENDED ADDITIONAL_ITEMS_NARROWED
    UNEVALUATED_ITEMS_ADDED UNEVALUATED_ITEMS_REMOVED UNEVALUATED_ITEMS_EXTENDED
    UNEVALUATED_ITEMS_NARROWED ITEM_ADDED_TO_OPEN_CONTENT_MODEL
    ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL ITEM_ADDED_TO_CLOSED_CONTENT_MODEL
    ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL
    ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL
    ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL
    ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL ENUM_ARRAY_EXTENDED
    ENUM_ARRAY_NARROWED ENUM_ARRAY_CHANGED COMBINED_TYPE_EXTENDED COMBINED_TYPE_CHANGED
    PRODUCT_TYPE_EXTENDED PRODUCT_TYPE_NARROWED SUM_TYPE_EXTENDED SUM_TYPE_NARROWED
    COMBINED_TYPE_SUBSCHEMAS_CHANGED NOT_TYPE_EXTENDED NOT_TYPE_NARROWED
    """
)

_WORDS: Final = "words for people: no payload is refused by them"
_OPEN: Final = {"type": "object"}
_INTEGER: Final = {"type": "integer"}
_PAIR: Final = [text(), number()]


def _obj(**keywords: object) -> dict[str, object]:
    return {"type": "object", **keywords}


_WORDS_ROWS: Final = (
    silent("ID_CHANGED", text(**{"$id": "urn:a"}), text(**{"$id": "urn:b"}), _WORDS),
    silent("DESCRIPTION_CHANGED", text(description="a"), text(description="b"), _WORDS),
    silent("TITLE_CHANGED", text(title="a"), text(title="b"), _WORDS),
    silent(
        "DEFAULT_CHANGED",
        record(size=text(default="s")),
        record(size=text(default="m")),
        "validators fill in no defaults; SDKs do, and that is told",
        sdk="sdk-default-changed",
    ),
)

_SCALARS: Final = (
    *steps("SCHEMA_ADDED", "SCHEMA_REMOVED", True, text(), "type"),
    *steps("TYPE_NARROWED", "TYPE_EXTENDED", number(), _INTEGER, "type"),
    both("TYPE_CHANGED", text(), number(), "type"),
    *steps("MAX_LENGTH_ADDED", "MAX_LENGTH_REMOVED", text(), text(maxLength=3), "length"),
    *steps(
        "MAX_LENGTH_DECREASED", "MAX_LENGTH_INCREASED", text(maxLength=9), text(maxLength=3),
        "length",
    ),
    *steps("MIN_LENGTH_ADDED", "MIN_LENGTH_REMOVED", text(), text(minLength=3), "length"),
    *steps(
        "MIN_LENGTH_INCREASED", "MIN_LENGTH_DECREASED", text(minLength=3), text(minLength=9),
        "length",
    ),
    *steps("PATTERN_ADDED", "PATTERN_REMOVED", text(), text(pattern="^a"), "pattern"),
    both("PATTERN_CHANGED", text(pattern="^a"), text(pattern="^b"), "pattern"),
    *steps("MAXIMUM_ADDED", "MAXIMUM_REMOVED", number(), number(maximum=3), "bounds"),
    *steps(
        "MAXIMUM_DECREASED", "MAXIMUM_INCREASED", number(maximum=9), number(maximum=3), "bounds"
    ),
    *steps("MINIMUM_ADDED", "MINIMUM_REMOVED", number(), number(minimum=3), "bounds"),
    *steps(
        "MINIMUM_INCREASED", "MINIMUM_DECREASED", number(minimum=3), number(minimum=9), "bounds"
    ),
    *steps(
        "EXCLUSIVE_MAXIMUM_ADDED", "EXCLUSIVE_MAXIMUM_REMOVED",
        number(), number(exclusiveMaximum=3), "bounds",
    ),
    *steps(
        "EXCLUSIVE_MAXIMUM_DECREASED", "EXCLUSIVE_MAXIMUM_INCREASED",
        number(exclusiveMaximum=9), number(exclusiveMaximum=3), "bounds",
    ),
    *steps(
        "EXCLUSIVE_MINIMUM_ADDED", "EXCLUSIVE_MINIMUM_REMOVED",
        number(), number(exclusiveMinimum=3), "bounds",
    ),
    *steps(
        "EXCLUSIVE_MINIMUM_INCREASED", "EXCLUSIVE_MINIMUM_DECREASED",
        number(exclusiveMinimum=3), number(exclusiveMinimum=9), "bounds",
    ),
    *steps("MULTIPLE_OF_ADDED", "MULTIPLE_OF_REMOVED", number(), number(multipleOf=2),
           "multiple-of"),
    *steps(
        "MULTIPLE_OF_EXPANDED", "MULTIPLE_OF_REDUCED", number(multipleOf=2), number(multipleOf=4),
        "multiple-of",
    ),
    both("MULTIPLE_OF_CHANGED", number(multipleOf=3), number(multipleOf=4), "multiple-of"),
    *steps("ENUM_ARRAY_NARROWED", "ENUM_ARRAY_EXTENDED", {"enum": ["a", "b"]}, {"enum": ["a"]},
           "enum"),
    both("ENUM_ARRAY_CHANGED", {"enum": ["a", "b"]}, {"enum": ["a", "c"]}, "enum"),
)  # fmt: skip

_OBJECTS: Final = (
    *steps(
        "REQUIRED_ATTRIBUTE_ADDED", "REQUIRED_ATTRIBUTE_REMOVED",
        record(a=text()), record("a", a=text()), "required",
    ),
    narrows(
        "REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED",
        record(a=text(default="x")), record("a", a=text(default="x")), "required",
    ),
    *steps("MAX_PROPERTIES_ADDED", "MAX_PROPERTIES_REMOVED", _OPEN, _obj(maxProperties=1),
           "property-count"),
    *steps("MAX_PROPERTIES_DECREASED", "MAX_PROPERTIES_INCREASED",
           _obj(maxProperties=2), _obj(maxProperties=1), "property-count"),
    *steps("MIN_PROPERTIES_ADDED", "MIN_PROPERTIES_REMOVED", _OPEN, _obj(minProperties=1),
           "property-count"),
    *steps("MIN_PROPERTIES_INCREASED", "MIN_PROPERTIES_DECREASED",
           _obj(minProperties=1), _obj(minProperties=2), "property-count"),
    *steps("ADDITIONAL_PROPERTIES_REMOVED", "ADDITIONAL_PROPERTIES_ADDED",
           record(a=text()), record(closed=True, a=text()), "additional-properties"),
    *steps("ADDITIONAL_PROPERTIES_NARROWED", "ADDITIONAL_PROPERTIES_EXTENDED",
           _obj(additionalProperties=number()), _obj(additionalProperties=_INTEGER), "type"),
    *steps("UNEVALUATED_PROPERTIES_REMOVED", "UNEVALUATED_PROPERTIES_ADDED",
           _OPEN, _obj(unevaluatedProperties=False), "additional-properties"),
    *steps("UNEVALUATED_PROPERTIES_NARROWED", "UNEVALUATED_PROPERTIES_EXTENDED",
           _obj(unevaluatedProperties=number()), _obj(unevaluatedProperties=_INTEGER),
           "additional-properties"),
    *steps("DEPENDENCY_ARRAY_ADDED", "DEPENDENCY_ARRAY_REMOVED",
           _OPEN, _obj(dependentRequired={"a": ["b"]}), "dependency"),
    *steps("DEPENDENCY_ARRAY_EXTENDED", "DEPENDENCY_ARRAY_NARROWED",
           _obj(dependentRequired={"a": ["b"]}), _obj(dependentRequired={"a": ["b", "c"]}),
           "dependency"),
    both("DEPENDENCY_ARRAY_CHANGED",
         _obj(dependentRequired={"a": ["b"]}), _obj(dependentRequired={"a": ["c"]}), "dependency"),
    *steps("DEPENDENCY_SCHEMA_ADDED", "DEPENDENCY_SCHEMA_REMOVED",
           _OPEN, _obj(dependentSchemas={"a": {"maxProperties": 1}}), "property-count"),
    narrows("{PROPERTY,OPTIONAL_PROPERTY}_ADDED_TO_OPEN_CONTENT_MODEL",
            record(a=text()), record(a=text(), b=text()), "type"),
    narrows("REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL",
            record(a=text()), record("b", a=text(), b=True), "required"),
    narrows("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL",
            record(a=text()), record("b", a=text(), b={"default": 1}), "required"),
    silent("PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL",
           record(a=text()), record(a=text(), b=True), "what allows everything forbids nothing"),
    Row("REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL",
        record(closed=True, a=text()), record("b", closed=True, a=text(), b=text()),
        backward=("required",), forward=("property-removed",)),
    Row("REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL",
        record(closed=True, a=text()), record("b", closed=True, a=text(), b=text(default="x")),
        backward=("required",), forward=("property-removed",)),
    *steps("PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL",
           "OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL",
           record(closed=True, a=text(), b=text()), record(closed=True, a=text()),
           "property-removed"),
    widens("PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL",
           record(a=text(), b=text()), record(a=text()), "type"),
    silent("PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL",
           record(closed=True, a=text(), b=False), record(closed=True, a=text()),
           "it was forbidden and is"),
    silent("PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
           {**record(a=text()), "additionalProperties": text()},
           {**record(), "additionalProperties": text()}, "the same is said of all other names"),
    both("PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
         {**record(a=text()), "additionalProperties": number()},
         {**record(), "additionalProperties": number()}, "type"),
    silent("PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
           {**record(), "additionalProperties": text()},
           {**record(a=text()), "additionalProperties": text()},
           "the same was said of all other names"),
    both("PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
         {**record(), "additionalProperties": number()},
         {**record(a=text()), "additionalProperties": number()}, "type"),
    foreign("RESERVED_PROPERTY_{REMOVED,CONFLICTS_WITH_PROPERTY}",
            "names reserved in the registry's own metadata"),
)  # fmt: skip

_ARRAYS: Final = (
    *steps("MAX_ITEMS_ADDED", "MAX_ITEMS_REMOVED", array(), array(maxItems=1), "item-count"),
    *steps("MAX_ITEMS_DECREASED", "MAX_ITEMS_INCREASED", array(maxItems=2), array(maxItems=1),
           "item-count"),
    *steps("MIN_ITEMS_ADDED", "MIN_ITEMS_REMOVED", array(), array(minItems=1), "item-count"),
    *steps("MIN_ITEMS_INCREASED", "MIN_ITEMS_DECREASED", array(minItems=1), array(minItems=2),
           "item-count"),
    *steps("MAX_CONTAINS_ADDED", "MAX_CONTAINS_REMOVED",
           array(contains=text()), array(contains=text(), maxContains=1), "contains"),
    *steps("MAX_CONTAINS_DECREASED", "MAX_CONTAINS_INCREASED",
           array(contains=text(), maxContains=2), array(contains=text(), maxContains=1),
           "contains"),
    *steps("MIN_CONTAINS_ADDED", "MIN_CONTAINS_REMOVED",
           array(contains=text()), array(contains=text(), minContains=2), "contains"),
    *steps("MIN_CONTAINS_INCREASED", "MIN_CONTAINS_DECREASED",
           array(contains=text(), minContains=2), array(contains=text(), minContains=3),
           "contains"),
    *steps("UNIQUE_ITEMS_ADDED", "UNIQUE_ITEMS_REMOVED", array(), array(uniqueItems=True),
           "unique-items"),
    *steps("ADDITIONAL_ITEMS_REMOVED", "ADDITIONAL_ITEMS_ADDED",
           array(prefixItems=_PAIR), array(prefixItems=_PAIR, items=False), "item-count"),
    *steps("ADDITIONAL_ITEMS_NARROWED", "ADDITIONAL_ITEMS_EXTENDED",
           array(prefixItems=_PAIR, items=number()), array(prefixItems=_PAIR, items=_INTEGER),
           "type"),
    *steps("UNEVALUATED_ITEMS_REMOVED", "UNEVALUATED_ITEMS_ADDED",
           array(prefixItems=_PAIR), array(prefixItems=_PAIR, unevaluatedItems=False),
           "item-count"),
    *steps("UNEVALUATED_ITEMS_NARROWED", "UNEVALUATED_ITEMS_EXTENDED",
           array(prefixItems=_PAIR, unevaluatedItems=number()),
           array(prefixItems=_PAIR, unevaluatedItems=_INTEGER), "item-count"),
    *steps("ITEM_ADDED_TO_OPEN_CONTENT_MODEL", "ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL",
           array(prefixItems=[text()]), array(prefixItems=_PAIR), "type"),
    silent("ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL",
           array(prefixItems=[text()]), array(prefixItems=[text(), True]),
           "what allows everything forbids nothing"),
    *steps("ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL", "ITEM_ADDED_TO_CLOSED_CONTENT_MODEL",
           array(prefixItems=_PAIR, items=False), array(prefixItems=[text()], items=False),
           "item-count"),
    silent("ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL",
           array(prefixItems=[text(), False], items=False),
           array(prefixItems=[text()], items=False), "it was forbidden and is"),
    silent("ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
           array(prefixItems=[text(), number()], items=number()),
           array(prefixItems=[text()], items=number()), "the same is said of all later items"),
    both("ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
         array(prefixItems=[text(), text()], items=number()),
         array(prefixItems=[text()], items=number()), "type"),
    silent("ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
           array(prefixItems=[text()], items=number()),
           array(prefixItems=[text(), number()], items=number()),
           "the same was said of all later items"),
    both("ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL",
         array(prefixItems=[text()], items=number()),
         array(prefixItems=[text(), text()], items=number()), "type"),
)  # fmt: skip

_SHORT: Final = {"maxLength": 3}
_CAPITAL: Final = {"pattern": "^[A-Z]"}

_ALL: Final = ("type", "nullability", "length", "pattern")

_COMBINED: Final = (
    widens("COMBINED_TYPE_EXTENDED", {"allOf": [text(), _SHORT, _CAPITAL]},
           {"anyOf": [text(), _SHORT, _CAPITAL]}, *_ALL),
    narrows("COMBINED_TYPE_CHANGED", {"anyOf": [text(), _SHORT, _CAPITAL]},
            {"allOf": [text(), _SHORT, _CAPITAL]}, *_ALL),
    *steps("PRODUCT_TYPE_EXTENDED", "PRODUCT_TYPE_NARROWED",
           {"allOf": [text()]}, {"allOf": [text(), _SHORT]}, "length"),
    *steps("SUM_TYPE_NARROWED", "SUM_TYPE_EXTENDED",
           {"anyOf": [text(), number(), array()]}, {"anyOf": [text(), number()]}, "union-member"),
    both("COMBINED_TYPE_SUBSCHEMAS_CHANGED",
         {"anyOf": [text(), number()]}, {"anyOf": [text(), array()]}, "union-member"),
    *steps("NOT_TYPE_EXTENDED", "NOT_TYPE_NARROWED",
           {"not": {"const": 1}}, {"not": {"enum": [1, 2]}}, "exclusion"),
)  # fmt: skip

ROWS: Final[tuple[Row, ...]] = (*_WORDS_ROWS, *_SCALARS, *_OBJECTS, *_ARRAYS, *_COMBINED)
