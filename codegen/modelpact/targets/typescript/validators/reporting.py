"""Code that says what is wrong with values that are not as they should be.

For each schema there is a function that notes issues, none where nothing is wrong. It looks at each
keyword by itself. It is told where the value stands as the place above and the key there; a place
is null for the outermost value, else a pair of the place above it and its key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from modelpact.documents.values import Json
from modelpact.documents.wordings import wording
from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, negated
from modelpact.targets.typescript.validators.deciding import Decider
from modelpact.targets.typescript.validators.demands import (
    Call,
    Condition,
    Demands,
    Key,
    Literals,
    NumberDemands,
    StringDemands,
    Subschema,
)
from modelpact.targets.typescript.validators.formats import CHECKERS
from modelpact.targets.typescript.validators.scalars import (
    bounds_of,
    either,
    length_tests,
    literal_test,
    multiple_test,
    number_literal,
    type_test,
)

__all__ = ["Reporter"]

PARAMETERS: Final = "v, p, k, o"
_ORDER: Final = ("null", "boolean", "integer", "number", "string", "array", "object")
_OPERATORS: Final = {
    ">=": "minimum",
    ">": "exclusiveMinimum",
    "<=": "maximum",
    "<": "exclusiveMaximum",
}
_TEXT: Final = frozenset({"string"})
_ONE_TYPE: Final = {frozenset({name}): name for name in _ORDER}


@dataclass(slots=True)
class Reporter:
    """Writes the reporting functions of one module."""

    decider: Decider
    _functions: dict[int, tuple[Demands, str]] = field(default_factory=dict)
    _leaves: dict[str, str] = field(default_factory=dict)

    # --- issues -------------------------------------------------------------------------------

    def fail(self, rule: str, value: Json = None, *, at: str = "p, k") -> str:
        """The statement that notes an issue, by default of ``v`` itself."""
        message = wording(rule, value)
        helper = self.decider.module.helper("fail")
        return f"{helper}(o, {at}, {string_literal(rule)}, {string_literal(message)});"

    def fail_unless(self, frame: Function, test: str, rule: str, value: Json = None) -> None:
        """Note an issue of ``v`` where an expression does not hold."""
        if test == "true":
            return
        statement = self.fail(rule, value)
        frame.add(statement if test == "false" else f"if ({negated(test)}) {statement}")

    # --- schemas ------------------------------------------------------------------------------

    def function(self, schema: Subschema, owner: Key) -> str:
        """The name of the function of a schema; empty where nothing can be wrong."""
        if isinstance(schema, Call):
            return self.decider.name_of(schema.target, "report")
        if schema == Demands():
            return ""
        known = self._functions.get(id(schema))
        if known is not None:
            return known[1]
        is_leaf = not schema.inner() and not schema.children()
        mark = repr(schema) if is_leaf else ""
        name = self._leaves.get(mark) if is_leaf else None
        if name is None:
            name = self.decider.module.name("report$")
            self._functions[id(schema)] = (schema, name)
            if is_leaf:
                self._leaves[mark] = name
            frame = Function(self.decider.module, owner, self.decider.is_deep(schema, owner))
            self.demands(schema, frame)
            self.decider.module.functions.append(frame.text(name, PARAMETERS))
        return name

    def call(self, schema: Subschema, frame: Function, at: tuple[str, str] | None = None) -> str:
        """The call that notes what is wrong with ``v``, or with a part: its variable and key."""
        name = self.function(schema, frame.owner)
        if not name:
            return ""
        value, place = (at[0], f"at, {at[1]}") if at else ("v", "p, k")
        deep = (
            self.decider.analysis.is_recursive(schema.target)
            if isinstance(schema, Call)
            else self.decider.is_deep(schema, frame.owner)
        )
        depth = f", {frame.depth(1 if at else 0)}" if deep else ""
        return f"{name}({value}, {place}, o{depth});"

    def write(self, key: Key, name: str, *, exported: bool = False) -> None:
        """Write the reporting function of a schema."""
        deep = self.decider.analysis.is_recursive(key)
        frame = Function(self.decider.module, key, deep)
        if deep:
            self.decider.limit(frame)
        schema = self.decider.analysis.reader.at(key)
        if isinstance(schema, Call):
            frame.add(self.call(schema, frame))
        else:
            self.demands(schema, frame)
        self.decider.add_function(frame, name, PARAMETERS, "once", exported=exported)

    def demands(self, demands: Demands, frame: Function) -> None:
        """Each keyword by itself."""
        if demands.never:
            frame.add(self.fail("falseSchema"))
            return
        if (
            demands == Demands(types=demands.types, strings=demands.strings)
            and demands.types == _TEXT
        ):
            self._text(demands.strings, frame)
            return
        if demands.types is not None:
            names = [name for name in _ORDER if name in demands.types]
            test = either(type_test(name, "v", self.decider.module) for name in names)
            self.fail_unless(frame, test, "type", names)
        for literals in demands.literals:
            self._literal(literals, frame)
        self._kinds(demands, frame)
        self._in_place(demands, frame)

    def _kinds(self, demands: Demands, frame: Function) -> None:
        """What is said of values of one type."""
        from modelpact.targets.typescript.validators.report_parts import report_array, report_object

        kinds = (demands.numbers, demands.strings, demands.objects, demands.arrays)
        alone = not demands.literals and sum(kind is not None for kind in kinds) == 1
        only = _ONE_TYPE.get(demands.types or frozenset()) if alone else None
        if demands.numbers is not None:
            with frame.block("else" if only == "number" else 'if (typeof v === "number")'):
                self._numbers(demands.numbers, frame)
        if demands.strings is not None:
            with frame.block("else" if only == "string" else 'if (typeof v === "string")'):
                self._strings(demands.strings, frame)
        if demands.objects is not None:
            test = type_test("object", "v", self.decider.module)
            with frame.block("else" if only == "object" else f"if ({test})"):
                report_object(self, demands, frame)
        if demands.arrays is not None:
            with frame.block("else" if only == "array" else "if (Array.isArray(v))"):
                report_array(self, demands, frame)

    def _text(self, strings: StringDemands | None, frame: Function) -> None:
        """What is wrong with what has to be a string: nothing is as frequent."""
        test = f"{self.decider.module.helper('mustBeText')}(v, p, k, o)"
        if strings is None:
            frame.add(f"{test};")
            return
        with frame.block(f"if ({test})"):
            self._strings(strings, frame)

    # --- keywords for scalars -----------------------------------------------------------------

    def _literal(self, literals: Literals, frame: Function) -> None:
        test = literal_test(literals.values, "v", self.decider.module)
        said: Json = literals.values[0] if literals.rule == "const" else list(literals.values)
        self.fail_unless(frame, test, literals.rule, said)

    def _numbers(self, numbers: NumberDemands, frame: Function) -> None:
        for bound, operator in bounds_of(numbers):
            test = f"v {operator} {number_literal(bound)}"
            self.fail_unless(frame, test, _OPERATORS[operator], bound)
        if numbers.multiple_of is not None:
            numerator, places = numbers.multiple_of
            said = Decimal(numerator).scaleb(-places) if places else numerator
            test = multiple_test(numbers.multiple_of, "v", self.decider.module)
            self.fail_unless(frame, test, "multipleOf", said)

    def _strings(self, strings: StringDemands, frame: Function) -> None:
        module = self.decider.module
        least, most = length_tests(strings, "v", module)
        self.fail_unless(frame, least, "minLength", strings.min_length)
        self.fail_unless(frame, most, "maxLength", strings.max_length)
        # Forms show a field's first issue: a format's words are for people, a pattern's are not.
        if strings.format:
            test = f"{module.helper(CHECKERS[strings.format])}(v)"
            self.fail_unless(frame, test, "format", strings.format)
        if strings.pattern is not None:
            test = f"{module.pattern(strings.pattern)}.test(v)"
            self.fail_unless(frame, test, "pattern", strings.pattern)

    # --- keywords for the value as a whole ----------------------------------------------------

    def _in_place(self, demands: Demands, frame: Function) -> None:
        """What other schemas say of the same value."""
        from modelpact.targets.typescript.validators.report_unions import report_union

        for part in demands.parts:
            if call := self.call(part, frame):
                frame.add(call)
        for union in demands.unions:
            report_union(self, union, frame)
        if demands.negated is not None:
            test = self.decider.test(demands.negated, "v", frame)
            opposite = {"true": "false", "false": "true"}.get(test) or f"!({test})"
            self.fail_unless(frame, opposite, "not")
        if demands.condition is not None:
            self._condition(demands.condition, frame)

    def _condition(self, condition: Condition, frame: Function) -> None:
        then, otherwise = self.call(condition.then, frame), self.call(condition.otherwise, frame)
        if then or otherwise:
            with frame.block(f"if ({self.decider.test(condition.test, 'v', frame)})"):
                frame.add(then)
            if otherwise:
                with frame.block("else"):
                    frame.add(otherwise)
