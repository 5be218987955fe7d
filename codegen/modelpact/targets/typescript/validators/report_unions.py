"""Code that says what is wrong with a value that is as no member of a union demands.

Where only one member can be meant, it is that member's issues. A member cannot be meant where the
value has another type, or it or one of the value's own members is none of the constants asked for.
"""

from __future__ import annotations

from modelpact.targets.typescript.validators.analysis import Analysis
from modelpact.targets.typescript.validators.code import Function, member, negated
from modelpact.targets.typescript.validators.demands import Demands, Subschema, Union
from modelpact.targets.typescript.validators.reporting import At, Reporter
from modelpact.targets.typescript.validators.scalars import both, either, literal_test, type_test

__all__ = ["report_union"]


def report_union(reporter: Reporter, union: Union, at: At, frame: Function) -> None:
    """The lines about one ``anyOf`` or ``oneOf``."""
    decider = reporter.decider
    tests = [decider.test(schema, at.value, frame, at.step) for schema in union.members]
    fail = reporter.fail(at.path, union.rule, False)
    if union.rule == "oneOf" and not decider.are_apart(union):
        count = frame.local("n")
        counted = " + ".join(f"({test} ? 1 : 0)" for test in tests) or "0"
        frame.add(f"const {count} = {counted};")
        frame.add(f"if ({count} > 1) {reporter.fail(at.path, union.rule, True)}")
        head = f"if ({count} === 0)"
    else:
        test = decider.union(union, at.value, frame, at.step)
        if test == "true":
            return
        head = f"if ({negated(test)})"
    meant = [_may_be_meant(reporter, schema, at.value) for schema in union.members]
    with frame.block(head):
        if not meant:
            frame.add(fail)
            return
        if len(meant) == 1:
            frame.add(f"if ({meant[0]}) {reporter.call(union.members[0], at, frame)}")
            frame.add(f"else {fail}")
            return
        choice, others = frame.local("m"), frame.local("n")
        frame.add(f"let {choice} = 0;")
        frame.add(f"let {others} = 0;")
        for number, possible in enumerate(meant, 1):
            frame.add(f"if ({possible}) {choice} = {number}, {others}++;")
        frame.add(f"if ({others} !== 1) {fail}")
        for number, schema in enumerate(union.members, 1):
            if meant[number - 1] != "false":
                call = reporter.call(schema, at, frame)
                frame.add(f"else if ({choice} === {number}) {call}")


def _may_be_meant(reporter: Reporter, schema: Subschema, value: str) -> str:
    """The expression that is false for a value that cannot be meant as a schema says."""
    analysis, module = reporter.decider.analysis, reporter.decider.module
    types = analysis.types(schema)
    tests = [either(type_test(name, value, module) for name in sorted(types))]
    if len(types) == 6:  # noqa: PLR2004 - all types
        tests = []
    for demands in analysis.conjuncts(schema):
        tests += (literal_test(known.values, value, module) for known in demands.literals)
        tests += _constant_members(reporter, analysis, demands, value, types)
    return both(tests)


def _constant_members(
    reporter: Reporter, analysis: Analysis, demands: Demands, value: str, types: frozenset[str]
) -> list[str]:
    if demands.objects is None or types != {"object"}:
        return []
    tests = []
    for name, inner in demands.objects.properties:
        inside = member(value, name)
        for known in analysis.conjuncts(inner):
            for literals in known.literals:
                reporter.decider.use_own(name)
                test = literal_test(literals.values, inside, reporter.decider.module)
                tests.append(either([f"{inside} === undefined", test]))
    return tests
