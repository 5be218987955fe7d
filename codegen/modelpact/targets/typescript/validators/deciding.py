"""Code that decides: expressions that are true for values which are as they should be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from modelpact.targets.typescript.validators.analysis import Analysis
from modelpact.targets.typescript.validators.code import Function, Module, inherited
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Call,
    Demands,
    Key,
    Subschema,
    Union,
)
from modelpact.targets.typescript.validators.inline import is_inline, needed_types
from modelpact.targets.typescript.validators.scalars import (
    both,
    either,
    literal_test,
    number_test,
    string_test,
    type_test,
)

__all__ = ["Decider"]

_OBJECT: Final = frozenset({"object"})
_ARRAY: Final = frozenset({"array"})


@dataclass(slots=True)
class Decider:
    """Writes the deciding functions of one module.

    Attributes:
        module: What is written.
        analysis: What is known of the schemas.
        exported: For schemas that other modules decide: the module's file and the type's name.

    """

    module: Module
    analysis: Analysis
    exported: Mapping[Key, str]
    entry: Key
    _functions: dict[int, tuple[Demands, str, bool]] = field(default_factory=dict)
    _local: dict[Key, str] = field(default_factory=dict)
    _waiting: list[Key] = field(default_factory=list)

    # --- expressions --------------------------------------------------------------------------

    def test(self, schema: Subschema, value: str, frame: Function, step: int = 0) -> str:
        """The expression that decides whether a value is as a schema demands.

        Args:
            schema: The demands.
            value: A variable.
            frame: The function that it is for.
            step: 1 where the value is a part of the value that the function is about.

        """
        if isinstance(schema, Call):
            return self._call(schema.target, value, frame, step)
        if is_inline(schema):
            return self._inline(schema, value, frame, step)
        name, deep = self._function(schema, frame.owner)
        return f"{name}({value}, {frame.depth(step)})" if deep else f"{name}({value})"

    def _call(self, target: Key, value: str, frame: Function, step: int) -> str:
        plain = self._alias(target)
        if plain is not None:
            return self.test(plain, value, frame, step)
        name = self.name_of(target, "test")
        if self.analysis.is_recursive(target):
            same = self.analysis.is_within(target, frame.owner)
            return f"{name}({value}, {frame.depth(step) if same else '0'})"
        return f"{name}({value})"

    def _alias(self, target: Key) -> Subschema | None:
        """What a local schema demands, where that is so little that it needs no function."""
        if target in self.exported or target == self.entry:
            return None
        schema = self.analysis.reader.at(target)
        if isinstance(schema, Call):
            return schema
        return schema if is_inline(schema) and not schema.inner() else None

    def name_of(self, target: Key, role: str) -> str:
        """The function that a schema's own module, or this one, has for it."""
        if target == self.entry:
            return role
        name = self.exported.get(target)
        if name is not None:
            local = f"{role}{name}"
            self.module.imports.setdefault(name, {})[role] = local
            return local
        known = self._local.get(target)
        if known is None:
            known = self._local[target] = self.module.name("$s")
            self._waiting.append(target)
        return f"{role}{known}"

    def waiting(self) -> Iterable[Key]:
        """Schemas of this module that were called and are not written yet."""
        while self._waiting:
            yield self._waiting.pop()

    def _inline(self, demands: Demands, value: str, frame: Function, step: int) -> str:
        if demands.never:
            return "false"
        found = [self._scalars(demands, value)]
        found += (self.test(part, value, frame, step) for part in demands.parts)
        found += (self.union(union, value, frame, step) for union in demands.unions)
        if demands.negated is not None:
            found.append(f"!({self.test(demands.negated, value, frame, step)})")
        return both(found)

    def _scalars(self, demands: Demands, value: str) -> str:
        """Types, literals, numbers and strings: all that needs no look into the value."""
        if demands.literals:
            return self._literals(demands, value)
        numbers = number_test(demands.numbers, value, self.module)
        strings = string_test(demands.strings, value, self.module)
        if demands.types is None:
            parts = []
            if numbers:
                parts.append(either([f'typeof {value} !== "number"', numbers.relative]))
            if strings != "true":
                parts.append(either([f'typeof {value} !== "string"', strings]))
            return both(parts)
        alternatives = []
        for name in sorted(demands.types, key=_ORDER.__getitem__):
            test = type_test(name, value, self.module)
            if name in {"number", "integer"} and numbers:
                test = both([numbers.type_test(name), numbers.relative])
            elif name == "string":
                test = both([test, strings])
            alternatives.append(test)
        return either(alternatives)

    def _literals(self, demands: Demands, value: str) -> str:
        """``const`` and ``enum``, with whatever else is said beside them."""
        found = [literal_test(literals.values, value, self.module) for literals in demands.literals]
        rest = Demands(types=demands.types, numbers=demands.numbers, strings=demands.strings)
        others = rest if rest.numbers or rest.strings else Demands(types=needed_types(demands))
        if others != ANYTHING:
            found.append(self._scalars(others, value))
        return both(found)

    def union(self, union: Union, value: str, frame: Function, step: int) -> str:
        """``anyOf`` and ``oneOf``."""
        tests = [self.test(member, value, frame, step) for member in union.members]
        if union.rule == "anyOf" or self.analysis.are_apart(union):
            return either(tests)
        counted = " + ".join(f"({test} ? 1 : 0)" for test in tests)
        return f"{counted} === 1" if tests else "false"

    def use_own(self, *names: str) -> None:
        """Import what reads members whose names every object has."""
        if any(map(inherited, names)):
            self.module.helper("own")

    # --- functions ----------------------------------------------------------------------------

    def _function(self, demands: Demands, owner: Key) -> tuple[str, bool]:
        """The function of demands that are more than an expression."""
        known = self._functions.get(id(demands))
        if known is None:
            name = self.module.name("test$")
            deep = self.is_deep(demands, owner)
            self._functions[id(demands)] = (demands, name, deep)
            frame = Function(self.module, owner, deep)
            self.body(demands, frame)
            self.module.functions.append(frame.text(name, "v"))
            return name, deep
        return known[1], known[2]

    def function_of(self, schema: Subschema, owner: Key) -> str:
        """The name of a deciding function; empty where an expression decides."""
        if isinstance(schema, Call):
            return self.name_of(schema.target, "test") if self._alias(schema.target) is None else ""
        return "" if is_inline(schema) else self._function(schema, owner)[0]

    def is_deep(self, demands: Subschema, owner: Key) -> bool:
        """Whether a part of a schema may come back to the schema."""
        return any(self.analysis.is_within(key, owner) for key in self.analysis.calls(demands))

    def write(self, key: Key, name: str, *, exported: bool = False) -> None:
        """Write the deciding function of a schema."""
        deep = self.analysis.is_recursive(key)
        frame = Function(self.module, key, deep)
        if deep:
            self.limit(frame)
        schema = self.analysis.reader.at(key)
        if isinstance(schema, Call) or is_inline(schema):
            frame.add(f"return {self.test(schema, 'v', frame)};")
        else:
            self.body(schema, frame)
        self.add_function(frame, name, "v", "remember", exported=exported)

    def add_function(
        self, frame: Function, name: str, parameters: str, memory: str, *, exported: bool
    ) -> None:
        """Add the function of a schema; one that comes back in several ways has a memory."""
        if not self.analysis.is_forked(frame.owner):
            self.module.functions.append(frame.text(name, parameters, exported=exported))
            return
        known = self.module.name("M")
        self.module.constants[known] = "/* @__PURE__ */ new WeakMap()"
        fresh = f"{name}$fresh"
        self.module.functions.append(frame.text(fresh, parameters))
        outer = Function(self.module, frame.owner, frame.deep)
        outer.add(f"return {self.module.helper(memory)}({known}, {fresh}, {parameters}, d);")
        self.module.functions.append(outer.text(name, parameters, exported=exported))

    def _has_members(self, demands: Demands) -> bool:
        """Whether an object must have a member that no array has: then arrays are told by that."""
        objects = demands.objects
        return objects is not None and any(
            name in objects.required
            and not inherited(name)
            and name != "length"
            and not name.isdigit()
            and self.analysis.refuses_absence(inner)
            for name, inner in objects.properties
        )

    def limit(self, frame: Function) -> None:
        """Give up on values that are too deep."""
        frame.add(f"if (d > {self.module.helper('DEPTH')}) {self.module.helper('giveUp')}();")

    def unique_test(self, arrays: ArrayDemands) -> str:
        """Whether no item of ``v`` is there twice."""
        few = arrays.max_items is not None and arrays.max_items < 2  # noqa: PLR2004 - a pair
        if not arrays.unique or few:
            return "true"
        helper = "isUniqueScalars" if self.analysis.are_scalars(arrays) else "isUnique"
        return f"{self.module.helper(helper)}(v)"

    def body(self, demands: Demands, frame: Function) -> None:
        """The lines of a function that decides about ``v``."""
        from modelpact.targets.typescript.validators.arrays import decide_array
        from modelpact.targets.typescript.validators.objects import decide_object
        from modelpact.targets.typescript.validators.unions import decide_union

        if demands.types == _OBJECT and not demands.literals and self._has_members(demands):
            frame.add('if (typeof v !== "object" || v === null) return false;')
        else:
            frame.refuse_unless(self._scalars(demands, "v"))
        if demands.objects is not None:
            if demands.types == _OBJECT:
                decide_object(self, demands, frame)
            else:
                with frame.block(f"if ({type_test('object', 'v', self.module)})"):
                    decide_object(self, demands, frame)
        if demands.arrays is not None:
            if demands.types == _ARRAY:
                decide_array(self, demands, frame)
            else:
                with frame.block("if (Array.isArray(v))"):
                    decide_array(self, demands, frame)
        for part in demands.parts:
            frame.refuse_unless(self.test(part, "v", frame))
        if demands.negated is not None:
            frame.refuse_unless(f"!({self.test(demands.negated, 'v', frame)})")
        if demands.condition is not None:
            test, then, otherwise = (
                self.test(part, "v", frame)
                for part in (
                    demands.condition.test, demands.condition.then, demands.condition.otherwise,
                )
            )  # fmt: skip
            frame.refuse_unless(f"({test}) ? ({then}) : ({otherwise})")
        for union in demands.unions:
            decide_union(self, union, frame)
        frame.add("return true;")


_ORDER: Final = {
    name: at
    for at, name in enumerate(("null", "boolean", "integer", "number", "string", "array", "object"))
}
