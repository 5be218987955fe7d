"""Hypothesis strategies for the payloads that a JSON Schema accepts.

Covers what Pydantic writes for models such as ours: references, unions, consts, enums, bounds,
lengths, patterns, formats, arrays, tuples, maps and objects. Anything else is refused, so that a
test never believes in payloads that were not drawn. Payloads are in canonical spelling (lower-case
UUIDs, UTC as ``Z``): what they mean does not change when they are read and written again.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import jsonschema_rs
from hypothesis import strategies as st

Schema = dict[str, Any]
Payloads = st.SearchStrategy[Any]

MOST_ITEMS = 2
FARTHEST = 2**53
_WORDS = {"title", "description", "default", "examples", "discriminator", "$defs"}


_FIRST, _LAST = datetime(1970, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - Hypothesis wants naive ones


def _date_time(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _network(address: str, bits: int) -> str:
    return str(ipaddress.ip_network(f"{address}/{bits}", strict=False))


_FORMATS: dict[str, Payloads] = {
    "uuid": st.uuids().map(str),
    "date-time": st.datetimes(_FIRST, _LAST, timezones=st.just(UTC)).map(_date_time),
    "date": st.dates(date(1970, 1, 1), date(2100, 1, 1)).map(date.isoformat),
    "duration": st.integers(1, 59).map(lambda minutes: f"PT{minutes}M"),
    "ipv4network": st.builds(_network, st.ip_addresses(v=4).map(str), st.integers(0, 32)),
    "ipv6network": st.builds(_network, st.ip_addresses(v=6).map(str), st.integers(0, 128)),
}


class SchemaPayloads:
    """Draws payloads for one schema document, resolving its local references."""

    def __init__(self, document: Schema) -> None:
        self._definitions: Schema = document.get("$defs", {})
        self._by_reference: dict[str, Payloads] = {}

    def of(self, schema: Schema) -> Payloads:
        """The payloads that a schema of this document accepts."""
        for keyword, build in _BUILDERS:
            if keyword in schema:
                return build(self, schema)
        if not schema.keys() - _WORDS:
            return st.none() | st.booleans() | st.text()
        raise NotImplementedError(f"cannot draw payloads for {schema}")

    def reference(self, schema: Schema) -> Payloads:
        name = schema["$ref"].removeprefix("#/$defs/")
        if name not in self._by_reference:
            self._by_reference[name] = st.deferred(lambda: self.of(self._definitions[name]))
        return self._by_reference[name]

    def one_of(self, schema: Schema) -> Payloads:
        branches = schema.get("anyOf") or schema["oneOf"]
        return st.one_of([self.of(branch) for branch in branches])

    def typed(self, schema: Schema) -> Payloads:
        return _TYPES[schema["type"]](self, schema)

    def string(self, schema: Schema) -> Payloads:
        least, most = schema.get("minLength", 0), schema.get("maxLength")
        if "pattern" in schema:
            accepts = jsonschema_rs.validator_for(schema, validate_formats=True).is_valid
            return st.from_regex(schema["pattern"].removesuffix("$") + r"\Z").filter(accepts)
        if "format" in schema:
            return _FORMATS[schema["format"]]
        characters = st.characters(codec="utf-8")
        return st.text(characters, min_size=least, max_size=min(most or 20, least + 20))

    def integer(self, schema: Schema) -> Payloads:
        return st.integers(schema.get("minimum", -FARTHEST), schema.get("maximum", FARTHEST))

    def number(self, schema: Schema) -> Payloads:
        return st.floats(
            schema.get("minimum"), schema.get("maximum"), allow_nan=False, allow_infinity=False
        )

    def array(self, schema: Schema) -> Payloads:
        if "prefixItems" in schema:
            return st.tuples(*map(self.of, schema["prefixItems"])).map(list)
        least = schema.get("minItems", 0)
        most = min(schema.get("maxItems", MOST_ITEMS), max(least, MOST_ITEMS))
        return st.lists(
            self.of(schema.get("items", {})),
            min_size=least,
            max_size=most,
            unique=bool(schema.get("uniqueItems")),
        )

    def object(self, schema: Schema) -> Payloads:
        if "properties" not in schema:
            names = self.of(schema.get("propertyNames", {"type": "string"}))
            values = schema.get("additionalProperties", {})
            return st.dictionaries(
                names, self.of(values if isinstance(values, dict) else {}), max_size=MOST_ITEMS
            )
        members = {name: self.of(member) for name, member in schema["properties"].items()}
        required = {name: members.pop(name) for name in schema.get("required", ())}
        return st.fixed_dictionaries(required, optional=members)


_Builder = Callable[[SchemaPayloads, Schema], Payloads]

_BUILDERS: tuple[tuple[str, _Builder], ...] = (
    ("$ref", SchemaPayloads.reference),
    ("const", lambda _, schema: st.just(schema["const"])),
    ("enum", lambda _, schema: st.sampled_from(schema["enum"])),
    ("anyOf", SchemaPayloads.one_of),
    ("oneOf", SchemaPayloads.one_of),
    ("type", SchemaPayloads.typed),
)

_TYPES: dict[str, _Builder] = {
    "string": SchemaPayloads.string,
    "integer": SchemaPayloads.integer,
    "number": SchemaPayloads.number,
    "array": SchemaPayloads.array,
    "object": SchemaPayloads.object,
    "boolean": lambda *_: st.booleans(),
    "null": lambda *_: st.none(),
}


def payloads(document: Schema) -> Payloads:
    """The payloads that a whole schema document accepts.

    Raises:
        NotImplementedError: The schema uses a keyword that payloads are not drawn for.

    """
    return SchemaPayloads(document).of(document)
