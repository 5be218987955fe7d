"""The drafts of JSON Schema: which keywords each knows, and where a schema holds schemas.

Sources: the specifications and metaschemas of draft 4, 6, 7, 2019-09 and 2020-12.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from modelpact.documents.values import Json, JsonObject
from modelpact.errors import ModelpactError

__all__ = [
    "DIALECTS",
    "DRAFT4",
    "DRAFT6",
    "DRAFT7",
    "DRAFT201909",
    "DRAFT202012",
    "Dialect",
    "Shape",
    "UnknownDialectError",
    "dialect_named",
    "misshapen",
    "subschemas",
]


class UnknownDialectError(ModelpactError):
    """A ``$schema`` that is no draft we know and no metaschema we were given."""


class Shape(Enum):
    """What the value of a keyword holds, as far as schemas go."""

    SCHEMA = "a schema"
    LIST = "a list of schemas"
    MAP = "schemas by name"
    SCHEMA_OR_LIST = "a schema or a list of schemas"
    MAP_OR_NAMES = "schemas, or lists of property names, by name"


@dataclass(frozen=True, slots=True, eq=False)
class Dialect:
    """The rules of one draft, compared by identity.

    Attributes:
        name: Short and stable: ``draft7``, ``2020-12``.
        uri: What ``$schema`` says, without an empty fragment.
        applicators: Keywords whose values hold schemas, by what shape.
        assertions: Keywords that constrain values and hold no schemas.
        id_keyword: ``$id``, or ``id`` in draft 4.
        ref_hides_siblings: Whether everything beside a ``$ref`` is ignored (up to draft 7).
        fractions_are_integers: Whether ``1.0`` is an integer (since draft 6).

    """

    name: str
    uri: str
    applicators: Mapping[str, Shape] = field(repr=False)
    assertions: frozenset[str] = field(repr=False)
    id_keyword: str = "$id"
    ref_hides_siblings: bool = False
    fractions_are_integers: bool = True

    def knows(self, keyword: str) -> bool:
        """Whether a keyword means anything to validation in this dialect."""
        return keyword in self.applicators or keyword in self.assertions

    def limited_to(self, vocabularies: frozenset[str]) -> Dialect:
        """This dialect as a metaschema with the given ``$vocabulary`` (URIs) has it."""
        names = {uri.rsplit("/", 1)[-1] for uri in vocabularies}
        dropped = {
            keyword
            for vocabulary, keywords in _VOCABULARIES.items()
            if vocabulary not in names
            for keyword in keywords
        }
        if not dropped:
            return self
        return replace(
            self,
            name=f"{self.name} without {', '.join(sorted(set(_VOCABULARIES) - names))}",
            applicators={k: s for k, s in self.applicators.items() if k not in dropped},
            assertions=self.assertions - dropped,
        )


_DRAFT4_APPLICATORS: Final = {
    "properties": Shape.MAP,
    "patternProperties": Shape.MAP,
    "additionalProperties": Shape.SCHEMA,
    "items": Shape.SCHEMA_OR_LIST,
    "additionalItems": Shape.SCHEMA,
    "dependencies": Shape.MAP_OR_NAMES,
    "allOf": Shape.LIST,
    "anyOf": Shape.LIST,
    "oneOf": Shape.LIST,
    "not": Shape.SCHEMA,
    "definitions": Shape.MAP,
}
_DRAFT6_APPLICATORS: Final = {
    **_DRAFT4_APPLICATORS,
    "contains": Shape.SCHEMA,
    "propertyNames": Shape.SCHEMA,
}
_DRAFT7_APPLICATORS: Final = {
    **_DRAFT6_APPLICATORS,
    "if": Shape.SCHEMA,
    "then": Shape.SCHEMA,
    "else": Shape.SCHEMA,
}
_DRAFT201909_APPLICATORS: Final = {
    **_DRAFT7_APPLICATORS,
    "$defs": Shape.MAP,
    "dependentSchemas": Shape.MAP,
    "unevaluatedItems": Shape.SCHEMA,
    "unevaluatedProperties": Shape.SCHEMA,
    "contentSchema": Shape.SCHEMA,
}
_DRAFT202012_APPLICATORS: Final = {
    **{k: s for k, s in _DRAFT201909_APPLICATORS.items() if k != "additionalItems"},
    "items": Shape.SCHEMA,
    "prefixItems": Shape.LIST,
}

_DRAFT4_ASSERTIONS: Final = frozenset(
    {
        "type", "enum", "format", "pattern", "required", "uniqueItems", "multipleOf",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength", "maxLength",
        "minItems", "maxItems", "minProperties", "maxProperties", "$ref",
    }
)  # fmt: skip
_DRAFT6_ASSERTIONS: Final = _DRAFT4_ASSERTIONS | {"const"}
_DRAFT201909_ASSERTIONS: Final = _DRAFT6_ASSERTIONS | {
    "minContains", "maxContains", "dependentRequired", "$recursiveRef",
}  # fmt: skip
_DRAFT202012_ASSERTIONS: Final = (_DRAFT201909_ASSERTIONS - {"$recursiveRef"}) | {"$dynamicRef"}

_VOCABULARIES: Final[Mapping[str, frozenset[str]]] = {
    "applicator": frozenset(
        {
            "properties", "patternProperties", "additionalProperties", "items",
            "additionalItems", "prefixItems", "contains", "propertyNames", "if", "then", "else",
            "allOf", "anyOf", "oneOf", "not", "dependentSchemas",
        }
    ),
    "validation": frozenset(
        {
            "type", "const", "enum", "pattern", "required", "uniqueItems", "multipleOf",
            "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "minLength",
            "maxLength", "minItems", "maxItems", "minProperties", "maxProperties",
            "minContains", "maxContains", "dependentRequired",
        }
    ),
}  # fmt: skip
"""What a metaschema loses that leaves a vocabulary out. The unevaluated vocabulary of 2020-12 is
part of the applicator one in 2019-09, so it stays; format has its own switch."""

DRAFT4: Final = Dialect(
    "draft4",
    "http://json-schema.org/draft-04/schema",
    _DRAFT4_APPLICATORS,
    _DRAFT4_ASSERTIONS,
    id_keyword="id",
    ref_hides_siblings=True,
    fractions_are_integers=False,
)
DRAFT6: Final = Dialect(
    "draft6",
    "http://json-schema.org/draft-06/schema",
    _DRAFT6_APPLICATORS,
    _DRAFT6_ASSERTIONS,
    ref_hides_siblings=True,
)
DRAFT7: Final = Dialect(
    "draft7",
    "http://json-schema.org/draft-07/schema",
    _DRAFT7_APPLICATORS,
    _DRAFT6_ASSERTIONS,
    ref_hides_siblings=True,
)
DRAFT201909: Final = Dialect(
    "2019-09",
    "https://json-schema.org/draft/2019-09/schema",
    _DRAFT201909_APPLICATORS,
    _DRAFT201909_ASSERTIONS,
)
DRAFT202012: Final = Dialect(
    "2020-12",
    "https://json-schema.org/draft/2020-12/schema",
    _DRAFT202012_APPLICATORS,
    _DRAFT202012_ASSERTIONS,
)

DIALECTS: Final[Mapping[str, Dialect]] = {
    d.uri: d for d in (DRAFT4, DRAFT6, DRAFT7, DRAFT201909, DRAFT202012)
}


_BY_PATH: Final = {
    path: dialect
    for uri, dialect in DIALECTS.items()
    for plain in (uri.partition("://")[2],)
    for path in (plain, f"{plain.removesuffix('schema')}hyper-schema")
}
"""Common slips (``http`` for ``https`` and the other way) name no other draft; and a hyper-schema
is a schema with links, which restrict nothing."""


def dialect_named(uri: str) -> Dialect | None:
    """The draft that a ``$schema`` names; ``None`` where it is no draft of ours."""
    return DIALECTS.get(uri) or _BY_PATH.get(uri.rstrip("#").partition("://")[2])


def subschemas(
    schema: Json, dialect: Dialect
) -> Iterator[tuple[tuple[str, str | int] | tuple[str], Json]]:
    """The schemas directly inside a schema, each with the steps that lead to it.

    Data (``const``, ``enum``, ``default``, ``examples``, unknown keywords) is not walked into.
    """
    if not isinstance(schema, dict):
        return
    if dialect.ref_hides_siblings and "$ref" in schema:
        return
    for keyword, value in schema.items():
        shape = dialect.applicators.get(keyword)
        if shape is not None:
            yield from _held(keyword, value, shape)


def misshapen(schema: JsonObject, dialect: Dialect) -> Iterator[str]:
    """The keywords of a schema that ought to hold schemas and hold something else."""
    if dialect.ref_hides_siblings and "$ref" in schema:
        return
    for keyword, value in schema.items():
        shape = dialect.applicators.get(keyword)
        if shape is not None and not _is_shaped(value, shape):
            yield keyword


def _is_shaped(value: Json, shape: Shape) -> bool:
    if isinstance(value, dict) and shape in _MAPS:
        names = (list, tuple) if shape is Shape.MAP_OR_NAMES else ()
        return all(isinstance(inner, (dict, bool, *names)) for inner in value.values())
    if isinstance(value, list | tuple) and shape in _LISTS:
        return all(isinstance(inner, dict | bool) for inner in value)
    return isinstance(value, dict | bool) and shape in _SINGLES


def _held(
    keyword: str, value: Json, shape: Shape
) -> Iterator[tuple[tuple[str, str | int] | tuple[str], Json]]:
    """The schemas in the value of one applicator; what is misshapen holds none."""
    if isinstance(value, dict) and shape in _MAPS:
        for name, inner in value.items():
            if isinstance(inner, dict | bool):
                yield (keyword, name), inner
    elif isinstance(value, list | tuple) and shape in _LISTS:
        for index, inner in enumerate(value):
            yield (keyword, index), inner
    elif isinstance(value, dict | bool) and shape in _SINGLES:
        yield (keyword,), value


_MAPS: Final = frozenset({Shape.MAP, Shape.MAP_OR_NAMES})
_LISTS: Final = frozenset({Shape.LIST, Shape.SCHEMA_OR_LIST})
_SINGLES: Final = frozenset({Shape.SCHEMA, Shape.SCHEMA_OR_LIST})
