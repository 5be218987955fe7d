"""Code that says what is wrong with a value that is as no member of a union demands.

Where only one member can be meant, it is that member's issues. A member cannot be meant where the
value has another type, or it or one of the value's own members is none of the constants asked for.
Where members have a tag, a tag that is missing or unknown is what is wrong.
"""

from __future__ import annotations

from typing import Final

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.analysis import ALL_TYPES, Analysis, Tag
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.demands import Demands, Subschema, Union
from modelpact.targets.typescript.validators.reporting import Reporter
from modelpact.targets.typescript.validators.scalars import (
    both,
    either,
    literal_test,
    type_test,
)
from modelpact.targets.typescript.validators.unions import tag_cases

__all__ = ["report_union"]


def report_union(reporter: Reporter, union: Union, frame: Function) -> None:
    """The lines about one ``anyOf`` or ``oneOf``."""
    analysis = reporter.decider.analysis
    tag = analysis.tag(union.members)
    if (
        tag is not None
        and reporter.decider.analysis.may_switch(union, tag)
        and len(tag.optional) <= 1
    ):
        _tagged(reporter, union, tag, frame)
    elif union.rule == "anyOf" or reporter.decider.analysis.are_apart(union):
        _any_of(reporter, union, list(union.members), frame)
    else:
        _one_of(reporter, union, frame)


def _tagged(reporter: Reporter, union: Union, tag: Tag, frame: Function) -> None:
    objects = [i for i, values in enumerate(tag.values) if values]
    others = [m for i, m in enumerate(union.members) if i not in objects]
    place = f"{reporter.decider.module.helper('placeOf')}(p, k), {string_literal(tag.name)}"
    reporter.decider.use_own(tag.name)
    with (
        frame.block(f"if ({type_test('object', 'v', reporter.decider.module)})"),
        frame.block(f"switch ({member('v', tag.name)})"),
    ):
        for cases, indexes in tag_cases(tag):
            for case in cases:
                frame.add(f"case {case}:")
            for index in indexes:
                frame.add(f"  {reporter.call(union.members[index], frame)}")
            frame.add("  break;")
        if not tag.optional:
            frame.add("case undefined:")
            frame.add(f"  {reporter.fail('required', at=place)}")
            frame.add("  break;")
        frame.add("default:")
        known = [value for values in tag.values for value in values]
        frame.add(f"  {reporter.fail('enum', known, at=place)}")
    if others:
        with frame.block("else"):
            _any_of(reporter, union, others, frame)
    else:
        frame.add(f"else {_none(reporter, union)}")


def _any_of(reporter: Reporter, union: Union, members: list[Subschema], frame: Function) -> None:
    """Members of which one that holds is enough."""
    analysis = reporter.decider.analysis
    if _exclude_each_other(analysis, members):
        for schema in members:
            test = _type_tests(reporter, schema)
            call = "" if schema == _NULL else reporter.call(schema, frame)
            frame.add(f"{'' if schema is members[0] else 'else '}if ({test}) {call or ';'}")
        fail = _none(reporter, union)
        frame.add(f"else {fail}" if members else fail)
        return
    fail = reporter.fail(union.rule)
    meant = [_may_be_meant(reporter, schema) for schema in members]
    calls = [reporter.call(schema, frame) for schema in members]
    choice = frame.local("m")
    masks = [f"({possible} ? {1 << at} : 0)" for at, possible in enumerate(meant)]
    if len(members) > _MOST_BITS:
        test = either(reporter.decider.test(schema, "v", frame) for schema in members)
        frame.add(f"if (!({test})) {fail}")
        return
    frame.add(f"const {choice} = {' | '.join(masks)};")
    for at, call in enumerate(calls):
        frame.add(f"{'else ' if at else ''}if ({choice} === {1 << at}) {call or ';'}")
    test = either(reporter.decider.test(schema, "v", frame) for schema in members)
    frame.add(f"else if (!({test})) {fail}")


_MOST_BITS: Final = 30
_NULL: Final = Demands(types=frozenset({"null"}))


def _one_of(reporter: Reporter, union: Union, frame: Function) -> None:
    """Members of which exactly one has to hold."""
    count = frame.local("n")
    tests = [reporter.decider.test(schema, "v", frame) for schema in union.members]
    counted = " + ".join(f"({test} ? 1 : 0)" for test in tests) or "0"
    frame.add(f"const {count} = {counted};")
    frame.add(f"if ({count} > 1) {reporter.fail(union.rule, True)}")
    with frame.block(f"else if ({count} === 0)"):
        _any_of(reporter, union, list(union.members), frame)


def _none(reporter: Reporter, union: Union) -> str:
    """That a value has none of the types that the members have."""
    types: set[str] = set().union(*map(reporter.decider.analysis.types, union.members))
    return reporter.fail(union.rule, sorted(types))


def _type_tests(reporter: Reporter, schema: Subschema) -> str:
    """Whether a value has a type that a member may have."""
    types = reporter.decider.analysis.types(schema)
    if types == ALL_TYPES:
        return "true"
    return either(type_test(name, "v", reporter.decider.module) for name in sorted(types))


def _exclude_each_other(analysis: Analysis, members: list[Subschema]) -> bool:
    seen: set[str] = set()
    for schema in members:
        types = analysis.types(schema)
        if seen & types:
            return False
        seen |= types
    return True


def _may_be_meant(reporter: Reporter, schema: Subschema) -> str:
    """The expression that is false for a value that cannot be meant as a schema says."""
    analysis, module = reporter.decider.analysis, reporter.decider.module
    types = analysis.types(schema)
    tests = [_type_tests(reporter, schema)]
    for demands in analysis.conjuncts(schema):
        tests += (literal_test(known.values, "v", module) for known in demands.literals)
        if types == {"object"}:
            tests += _constant_members(reporter, demands)
    return both(tests)


def _constant_members(reporter: Reporter, demands: Demands) -> list[str]:
    tests = []
    for name, inner in () if demands.objects is None else demands.objects.properties:
        inside = member("v", name)
        for known in reporter.decider.analysis.conjuncts(inner):
            for literals in known.literals:
                reporter.decider.use_own(name)
                test = literal_test(literals.values, inside, reporter.decider.module)
                tests.append(either([f"{inside} === undefined", test]))
    return tests
