"""Random schemas, seeded and fast: a kind is a corner of the language to be searched thoroughly.

Values and names come from small pools, so that two schemas drawn apart speak of the same things and
the containment of one in the other is a question worth asking. References never lead back to where
they are in place (validators would not come to an end), only through a member or an item.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any, Final, TypeAlias

__all__ = ["DEFINITIONS", "NAMES", "Schema", "SchemaGenerator"]

Schema: TypeAlias = Any
"""A JSON object or a boolean."""

NAMES: Final = ("a", "b", "ab", "kind")
DEFINITIONS: Final = ("A", "B", "C")
_TYPES: Final = ("null", "boolean", "integer", "number", "string", "array", "object")
_NUMBERS: Final = (-2, -1, 0, 1, 2, 3, 5, 0.5, 1.5, -0.5, 2.5)
_DIVISORS: Final = (1, 2, 3, 4, 0.5, 1.5, 0.1, 2.5)
_STRINGS: Final = ("", "a", "b", "ab", "aab", "kind", "1", "2020-01-01")
_CONSTANTS: Final = (None, True, False, *_NUMBERS[:9], *_STRINGS)
_FORMATS: Final = ("date", "uuid", "ipv4", "email", "date-time")
_ATOMS: Final = ("a", "b", "[ab]", "[^a]", ".", "\\d", "(a|b)", "(ab|a)", "[a-c]", "1", "(?:ab)")
_REPEATS: Final = ("", "", "", "*", "+", "?", "{2}", "{1,2}", "{2,}")


class SchemaGenerator:
    """Draws schemas of one document.

    Args:
        random: Where chance comes from.
        definitions: How many definitions references may lead to.
        formats: Whether ``format`` may be drawn.

    """

    def __init__(self, random: Random, *, definitions: int = 0, formats: bool = False) -> None:
        self.random = random
        self._targets = DEFINITIONS[:definitions]
        self._formats = formats
        self._open = 0
        """Definitions below this number may not be referred to in place."""

    def often(self, chance: float = 0.5) -> bool:
        """Whether something of this probability happens."""
        return self.random.random() < chance

    def count(self, most: int, least: int = 0) -> int:
        """A small number, both ends included."""
        return least + int(self.random.random() * (most - least + 1))

    def pick(self, options: Any) -> Any:
        """One of several."""
        return options[int(self.random.random() * len(options))]

    def some(self, options: Any, most: int, least: int = 0) -> list[Any]:
        """Several different ones of some options."""
        return self.random.sample(options, self.count(min(most, len(options)), least))

    # --- values and patterns ------------------------------------------------------------------

    def value(self, depth: int = 1) -> Any:
        """A JSON value, an array or an object now and then."""
        if depth > 0 and self.often(0.25):
            if self.often():
                return [self.value(depth - 1) for _ in range(self.count(2))]
            return {name: self.value(depth - 1) for name in self.some(NAMES, 2)}
        return self.pick(_CONSTANTS)

    def pattern(self) -> str:
        """A regular expression, anchored on either side or not."""
        body = "".join(self.pick(_ATOMS) + self.pick(_REPEATS) for _ in range(self.count(3, 1)))
        start, end = ("^" if self.often(0.6) else ""), ("$" if self.often() else "")
        if self.often(0.1):
            body = f"(?:{body}|{self.pick(_ATOMS)})"
        return f"{start}{body}{end}"

    # --- positions ----------------------------------------------------------------------------

    def child(self, depth: int) -> Schema:
        """A schema of a member or an item: any reference may stand here."""
        before, self._open = self._open, 0
        found = self.schema(depth - 1)
        self._open = before
        return found

    def inplace(self, depth: int) -> Schema:
        """A schema of the same value as the one around it."""
        return self.schema(depth - 1)

    def inplaces(self, depth: int, least: int = 1) -> list[Schema]:
        """Several of them."""
        return [self.inplace(depth) for _ in range(self.count(3, least))]

    def members(self, depth: int, most: int = 3) -> Schema:
        """Properties."""
        return {name: self.child(depth) for name in self.some(NAMES, most)}

    # --- schemas ------------------------------------------------------------------------------

    def schema(self, depth: int) -> Schema:
        """A schema of any sort, nested no deeper than so many levels."""
        chance = self.random.random()
        targets = self._targets[self._open :]
        if targets and chance < 0.25:
            return {"$ref": f"#/$defs/{self.pick(targets)}"}
        if depth <= 0 or chance < 0.35:
            return self.leaf()
        return self.pick(_ANYWHERE)(self, depth)

    def leaf(self) -> Schema:
        """A schema without schemas in it."""
        return self.pick(_LEAVES)(self)

    def boolean(self) -> Schema:
        return self.pick((True, True, {}, False))

    def type(self) -> Schema:
        if self.often(0.7):
            return {"type": self.pick(_TYPES)}
        return {"type": self.some(_TYPES, 3, 1)}

    def constants(self) -> Schema:
        if self.often():
            return {"const": self.value()}
        return {"enum": _different([self.value() for _ in range(self.count(4, 1))])}

    def deep_constants(self) -> Schema:
        if self.often():
            return {"const": self.value(2)}
        return {"enum": _different([self.value(2) for _ in range(self.count(3, 1))])}

    def number(self) -> Schema:
        found: dict[str, Any] = {}
        if self.often(0.8):
            found["type"] = self.pick(("number", "integer", ["integer", "string"]))
        for keyword in ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"):
            if self.often(0.3):
                found[keyword] = self.pick(_NUMBERS)
        if self.often(0.35):
            found["multipleOf"] = self.pick(_DIVISORS)
        return found

    def string(self) -> Schema:
        found: dict[str, Any] = {"type": "string"} if self.often(0.8) else {}
        if self.often(0.35):
            found["minLength"] = self.count(3)
        if self.often(0.35):
            found["maxLength"] = self.count(4)
        if self.often(0.5):
            found["pattern"] = self.pattern()
        if self._formats and self.often(0.4):
            found["format"] = self.pick(_FORMATS)
        return found

    def array(self, depth: int) -> Schema:
        found: dict[str, Any] = {"type": "array"} if self.often(0.8) else {}
        if self.often(0.35):
            found["prefixItems"] = [self.child(depth) for _ in range(self.count(3, 1))]
        if self.often(0.5):
            found["items"] = self.child(depth)
        if self.often(0.35):
            found["minItems"] = self.count(3)
        if self.often(0.35):
            found["maxItems"] = self.count(4)
        if self.often(0.15):
            found["uniqueItems"] = True
        return found

    def containing(self, depth: int) -> Schema:
        found = self.array(depth)
        found["contains"] = self.child(depth)
        if self.often(0.5):
            found["minContains"] = self.count(3)
        if self.often(0.4):
            found["maxContains"] = self.count(3)
        return found

    def distinct(self, depth: int) -> Schema:
        found = self.array(depth)
        found["uniqueItems"] = True
        if self.often(0.6):
            found["items"] = self.pick((self.constants, self.number, self.type))()
        return found

    def object(self, depth: int) -> Schema:
        found: dict[str, Any] = {"type": "object"} if self.often(0.8) else {}
        if self.often(0.85):
            found["properties"] = self.members(depth)
        if self.often(0.5):
            found["required"] = self.some(NAMES, 2)
        if self.often(0.4):
            found["additionalProperties"] = False if self.often() else self.child(depth)
        self._count_members(found)
        return found

    def _count_members(self, found: dict[str, Any]) -> None:
        if self.often(0.15):
            found["minProperties"] = self.count(3)
        if self.often(0.15):
            found["maxProperties"] = self.count(3)

    def map(self, depth: int) -> Schema:
        found: dict[str, Any] = {"type": "object"} if self.often(0.8) else {}
        if self.often(0.65):
            found["patternProperties"] = {
                self.pattern(): self.child(depth) for _ in range(self.count(2, 1))
            }
        if self.often(0.35):
            found["propertyNames"] = self.pick((self.string, self.constants, self.boolean))()
        if self.often(0.5):
            found["additionalProperties"] = False if self.often() else self.child(depth)
        if self.often(0.3):
            found["properties"] = self.members(depth, 2)
        if self.often(0.3):
            found["required"] = self.some(NAMES, 2)
        self._count_members(found)
        return found

    def union(self, depth: int) -> Schema:
        found: dict[str, Any] = self.type() if self.often(0.2) else {}
        for keyword in self.some(("anyOf", "oneOf", "allOf"), 2, 1):
            found[keyword] = self.inplaces(depth)
        return found

    def negation(self, depth: int) -> Schema:
        if self.often(0.4):
            return {"not": self.inplace(depth)}
        found: dict[str, Any] = {"if": self.inplace(depth)}
        if self.often(0.8):
            found["then"] = self.inplace(depth)
        if self.often(0.6):
            found["else"] = self.inplace(depth)
        return found

    def dependent(self, depth: int) -> Schema:
        found = self.object(depth) if self.often(0.6) else {}
        if self.often(0.6):
            found["dependentRequired"] = {n: self.some(NAMES, 2) for n in self.some(NAMES, 2, 1)}
        if self.often(0.6):
            found["dependentSchemas"] = {n: self.inplace(depth) for n in self.some(NAMES, 2, 1)}
        return found

    def unevaluated(self, depth: int) -> Schema:
        """Objects or arrays that close over what their branches declare."""
        make, keyword = self.pick(
            ((self.object, "unevaluatedProperties"), (self.array, "unevaluatedItems"))
        )
        found = make(depth) if self.often(0.6) else {}
        found.pop("additionalProperties", None)
        for composed in self.some(("anyOf", "oneOf", "allOf", "if", "not", "dependent"), 2):
            if composed == "if":
                found["if"] = make(depth - 1)
                found["then"] = make(depth - 1)
            elif composed == "not":
                found["not"] = make(depth - 1)
            elif composed == "dependent":
                found["dependentSchemas"] = {self.pick(NAMES): make(depth - 1)}
            else:
                found[composed] = [make(depth - 1) for _ in range(self.count(2, 1))]
        found[keyword] = False if self.often(0.7) else self.child(depth)
        return found

    def document(self, depth: int) -> Schema:
        """A schema with definitions that lead to one another, and to themselves."""
        definitions = {}
        for number, name in enumerate(self._targets, 1):
            self._open = number
            definitions[name] = self.pick(_RECURSIVE)(self, depth)
        self._open = 0
        root = {"$ref": f"#/$defs/{self.pick(self._targets)}"}
        if self.often(0.4):
            drawn = self.pick(_ANYWHERE)(self, depth)
            root = drawn if isinstance(drawn, dict) else root
        return {**root, "$defs": definitions}


def _different(values: list[Any]) -> list[Any]:
    found: list[Any] = []
    for value in values:
        if not any(value == other and type(value) is type(other) for other in found):
            found.append(value)
    return found


Drawing: TypeAlias = Callable[[SchemaGenerator, int], Schema]

_G = SchemaGenerator
_LEAVES: Final[tuple[Callable[[SchemaGenerator], Schema], ...]] = (
    _G.boolean,
    _G.type,
    _G.type,
    _G.constants,
    _G.constants,
    _G.number,
    _G.string,
)
_ANYWHERE: Final[tuple[Drawing, ...]] = (
    _G.array,
    _G.array,
    _G.object,
    _G.object,
    _G.map,
    _G.union,
    _G.union,
    _G.negation,
    _G.containing,
    _G.dependent,
)
_RECURSIVE: Final[tuple[Drawing, ...]] = (
    _G.array,
    _G.object,
    _G.object,
    _G.union,
    _G.negation,
    _G.map,
    _G.containing,
    _G.distinct,
)
