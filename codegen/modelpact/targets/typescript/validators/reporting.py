"""Code that says what is wrong with values that are not as they should be.

They look at each keyword by itself, and go down only into parts that the deciding functions refuse.
A path is a pair of the path above and a name or index, or null; lists are made of it for issues.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from modelpact.documents.values import Json
from modelpact.documents.wordings import wording
from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, negated
from modelpact.targets.typescript.validators.deciding import Decider, is_inline
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

__all__ = ["HERE", "At", "Reporter"]

_ORDER: Final = ("null", "boolean", "integer", "number", "string", "array", "object")
_OPERATORS: Final = {
    ">=": "minimum",
    ">": "exclusiveMinimum",
    "<=": "maximum",
    "<": "exclusiveMaximum",
}


@dataclass(frozen=True, slots=True)
class At:
    """What lines are about.

    Attributes:
        value: The variable that holds it.
        path: The expression of the way to it.
        step: 1 where it is a part of the value that the function is about.

    """

    value: str
    path: str
    step: int = 1


HERE: Final = At("v", "p", 0)


@dataclass(slots=True)
class Reporter:
    """Writes the reporting functions of one module."""

    decider: Decider
    _functions: dict[int, tuple[Demands, str, bool]] = field(default_factory=dict)

    # --- issues -------------------------------------------------------------------------------

    def fail(self, path: str, rule: str, value: Json = None) -> str:
        """The statement that notes an issue."""
        message = wording(rule, value)
        helper = self.decider.module.helper("fail")
        return f"{helper}(o, {path}, {string_literal(rule)}, {string_literal(message)});"

    def fail_unless(
        self, frame: Function, test: str, path: str, rule: str, value: Json = None
    ) -> None:
        """Note an issue where an expression does not hold."""
        if test == "true":
            return
        statement = self.fail(path, rule, value)
        frame.add(statement if test == "false" else f"if ({negated(test)}) {statement}")

    # --- schemas ------------------------------------------------------------------------------

    def part(self, schema: Subschema, at: At, frame: Function) -> None:
        """What is wrong with a value that may or may not be as a schema demands."""
        test = self.decider.test(schema, at.value, frame, at.step)
        if test == "true":
            return
        if isinstance(schema, Demands) and (schema.never or _is_plain(schema)):
            self.demands(schema, at, frame)
            return
        call = self.call(schema, at, frame)
        frame.add(f"if ({negated(test)}) {call}")

    def call(self, schema: Subschema, at: At, frame: Function) -> str:
        """The call that says what is wrong with a value that is refused."""
        if isinstance(schema, Call):
            name = self.decider.name_of(schema.target, "report")
            analysis = self.decider.analysis
            deep = analysis.is_recursive(schema.target)
            depth = "0"
            if deep and analysis.is_within(schema.target, frame.owner):
                depth = frame.depth(at.step)
        else:
            name, deep = self._function(schema, frame.owner)
            depth = frame.depth(at.step)
        return (
            f"{name}({at.value}, {at.path}, o, {depth});"
            if deep
            else f"{name}({at.value}, {at.path}, o);"
        )

    def _function(self, demands: Demands, owner: Key) -> tuple[str, bool]:
        known = self._functions.get(id(demands))
        if known is None:
            name = self.decider.module.name("report$")
            deep = self.decider.is_deep(demands, owner)
            self._functions[id(demands)] = (demands, name, deep)
            frame = Function(self.decider.module, owner, deep)
            self.demands(demands, HERE, frame)
            self.decider.module.functions.append(frame.text(name, "v, p, o"))
            return name, deep
        return known[1], known[2]

    def write(self, key: Key, name: str, *, exported: bool = False) -> None:
        """Write the reporting function of a schema."""
        frame = Function(self.decider.module, key, self.decider.analysis.is_recursive(key))
        schema = self.decider.analysis.reader.at(key)
        if isinstance(schema, Call):
            frame.add(self.call(schema, HERE, frame))
        else:
            self.demands(schema, HERE, frame)
        self.decider.module.functions.append(frame.text(name, "v, p, o", exported=exported))

    def demands(self, demands: Demands, at: At, frame: Function) -> None:
        """Each keyword by itself."""
        from modelpact.targets.typescript.validators.report_parts import report_array, report_object

        if demands.never:
            frame.add(self.fail(at.path, "falseSchema"))
            return
        self._types(demands, at, frame)
        for literals in demands.literals:
            self._literal(literals, at, frame)
        if demands.numbers is not None:
            self._numbers(demands.numbers, at, frame)
        if demands.strings is not None:
            self._strings(demands.strings, at, frame)
        if demands.objects is not None:
            with frame.block(f"if ({type_test('object', at.value, self.decider.module)})"):
                report_object(self, demands, frame)
        if demands.arrays is not None:
            with frame.block(f"if (Array.isArray({at.value}))"):
                report_array(self, demands, frame)
        self._in_place(demands, at, frame)

    def _in_place(self, demands: Demands, at: At, frame: Function) -> None:
        """What other schemas say of the same value."""
        from modelpact.targets.typescript.validators.report_unions import report_union

        for part in demands.parts:
            self.part(part, at, frame)
        for union in demands.unions:
            report_union(self, union, at, frame)
        if demands.negated is not None:
            test = self.decider.test(demands.negated, at.value, frame, at.step)
            self.fail_unless(frame, negated(test) if test != "false" else "true", at.path, "not")
        if demands.condition is not None:
            self._condition(demands.condition, at, frame)

    # --- keywords for scalars -----------------------------------------------------------------

    def _types(self, demands: Demands, at: At, frame: Function) -> None:
        if demands.types is None:
            return
        names = [name for name in _ORDER if name in demands.types]
        test = either(type_test(name, at.value, self.decider.module) for name in names)
        self.fail_unless(frame, test, at.path, "type", names)

    def _literal(self, literals: Literals, at: At, frame: Function) -> None:
        test = literal_test(literals.values, at.value, self.decider.module)
        said: Json = literals.values[0] if literals.rule == "const" else list(literals.values)
        self.fail_unless(frame, test, at.path, literals.rule, said)

    def _numbers(self, numbers: NumberDemands, at: At, frame: Function) -> None:
        guard = f'typeof {at.value} !== "number"'
        for bound, operator in bounds_of(numbers):
            test = f"{at.value} {operator} {number_literal(bound)}"
            self.fail_unless(frame, either([guard, test]), at.path, _OPERATORS[operator], bound)
        if numbers.multiple_of is not None:
            numerator, places = numbers.multiple_of
            test = multiple_test(numbers.multiple_of, at.value, self.decider.module)
            said = _decimal(numerator, places)
            self.fail_unless(frame, either([guard, test]), at.path, "multipleOf", said)

    def _strings(self, strings: StringDemands, at: At, frame: Function) -> None:
        guard = f'typeof {at.value} !== "string"'
        module = self.decider.module
        least, most = length_tests(strings, at.value, module)
        if least != "true":
            self.fail_unless(
                frame, either([guard, least]), at.path, "minLength", strings.min_length
            )
        if most != "true":
            self.fail_unless(frame, either([guard, most]), at.path, "maxLength", strings.max_length)
        if strings.pattern is not None:
            test = f"{module.pattern(strings.pattern)}.test({at.value})"
            self.fail_unless(frame, either([guard, test]), at.path, "pattern", strings.pattern)
        if strings.format:
            test = f"{module.helper(CHECKERS[strings.format])}({at.value})"
            self.fail_unless(frame, either([guard, test]), at.path, "format", strings.format)

    # --- keywords for the value as a whole ----------------------------------------------------

    def _condition(self, condition: Condition, at: At, frame: Function) -> None:
        test = self.decider.test(condition.test, at.value, frame, at.step)
        with frame.block(f"if ({test})"):
            self.part(condition.then, at, frame)
        with frame.block("else"):
            self.part(condition.otherwise, at, frame)


def _decimal(numerator: int, places: int) -> Json:
    from decimal import Decimal

    number = Decimal(numerator).scaleb(-places) if places else Decimal(numerator)
    return int(number) if places == 0 else number


def _is_plain(demands: Demands) -> bool:
    """Whether a few lines say what is wrong, so that no function is needed."""
    return is_inline(demands) and not demands.inner()
