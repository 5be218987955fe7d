"""Code that says what is wrong with a value that is as no member of a union demands.

The value's type tells which members may be meant, then a tag: one that is missing or unknown is
what is wrong. Of those that neither tells apart a member cannot be meant where the value, or one of
its own members, is none of the constants asked for. Where one is left, its issues are reported.
"""

from __future__ import annotations

from typing import Final

from modelpact.documents.values import Json
from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.analysis import ALL_TYPES, Analysis
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.demands import Demands, Subschema, Union
from modelpact.targets.typescript.validators.reporting import Reporter
from modelpact.targets.typescript.validators.scalars import (
    both,
    either,
    literal_test,
    type_test,
)
from modelpact.targets.typescript.validators.tags import Tag

__all__ = ["report_union"]


_MOST_BITS: Final = 30
_NULL: Final = Demands(types=frozenset({"null"}))


def report_union(reporter: Reporter, union: Union, frame: Function) -> None:
    """The lines about one ``anyOf`` or ``oneOf``: by type first, then by tag."""
    groups = _by_type(reporter.decider.analysis, union)
    every = frozenset().union(*(types for types, _ in groups))
    if len(groups) == 1 and every == ALL_TYPES:
        _together(reporter, union, groups[0][1], frame)
        return
    for number, (types, members) in enumerate(groups):
        test = either(type_test(name, "v", reporter.decider.module) for name in sorted(types))
        with frame.block(f"{'else ' if number else ''}if ({test})"):
            _of_types(reporter, union, types, members, frame)
    said: Json = sorted(every)
    fail = reporter.fail("type", said) if groups else reporter.fail(union.rule)
    frame.add(f"else {fail}" if groups else fail)


def _by_type(analysis: Analysis, union: Union) -> list[tuple[frozenset[str], list[Subschema]]]:
    """Groups of members that share no type with another group, in the order of their firsts."""
    groups: list[tuple[frozenset[str], list[int]]] = []
    for number, member_ in enumerate(union.members):
        types, joined = analysis.types(member_), [number]
        apart = []
        for known, group in groups:
            if known & types:
                types, joined = types | known, [*group, *joined]
            else:
                apart.append((known, group))
        groups = [*apart, (types, sorted(joined))]
    groups.sort(key=lambda group: group[1])
    return [(types, [union.members[i] for i in group]) for types, group in groups if types]


def _of_types(
    reporter: Reporter,
    union: Union,
    types: frozenset[str],
    members: list[Subschema],
    frame: Function,
) -> None:
    """The members that a value of some types may be meant as."""
    tag = reporter.decider.analysis.tag(members) if types == {"object"} else None
    if len(members) == 1:
        if members[0] != _NULL:
            frame.add(reporter.call(members[0], frame))
    elif tag is not None:
        _tagged(reporter, union, tag, members, frame)
    else:
        _together(reporter, union, members, frame)


def _tagged(
    reporter: Reporter, union: Union, tag: Tag, members: list[Subschema], frame: Function
) -> None:
    place = f"{reporter.decider.module.helper('placeOf')}(p, k), {string_literal(tag.name)}"
    reporter.decider.use_own(tag.name)
    with frame.block(f"switch ({member('v', tag.name)})"):
        for values, schema in zip(tag.values, members, strict=True):
            for value in values:
                frame.add(f"case {string_literal(value)}:")
            frame.add(f"  {reporter.call(schema, frame)}")
            frame.add("  break;")
        with frame.block("case undefined:"):
            if tag.optional:
                _together(reporter, union, [members[i] for i in tag.optional], frame)
            else:
                frame.add(reporter.fail("required", at=place))
            frame.add("break;")
        frame.add("default:")
        known = sorted(value for values in tag.values for value in values)
        frame.add(f"  {reporter.fail('enum', known, at=place)}")


def _together(reporter: Reporter, union: Union, members: list[Subschema], frame: Function) -> None:
    """Members that neither their types nor a tag tell apart."""
    if len(members) == 1:
        frame.add(reporter.call(members[0], frame))
        return
    tests = [reporter.decider.test(schema, "v", frame) for schema in members]
    if union.rule == "oneOf":
        count = frame.local("n")
        frame.add(f"const {count} = {' + '.join(f'({test} ? 1 : 0)' for test in tests)};")
        frame.add(f"if ({count} > 1) {reporter.fail(union.rule, True)}")
        with frame.block(f"else if ({count} === 0)"):
            _one_meant(reporter, union, members, "", frame)
    else:
        _one_meant(reporter, union, members, either(tests), frame)


def _one_meant(
    reporter: Reporter, union: Union, members: list[Subschema], holds: str, frame: Function
) -> None:
    """What the one member says that may be meant; else that none holds, unless one does."""
    fail = reporter.fail(union.rule)
    refused = f"if (!({holds})) {fail}" if holds else fail
    if len(members) > _MOST_BITS:
        frame.add(refused)
        return
    choice = frame.local("m")
    masks = [
        f"({_may_be_meant(reporter, schema)} ? {1 << at} : 0)" for at, schema in enumerate(members)
    ]
    frame.add(f"const {choice} = {' | '.join(masks)};")
    for at, schema in enumerate(members):
        call = reporter.call(schema, frame) or ";"
        frame.add(f"{'else ' if at else ''}if ({choice} === {1 << at}) {call}")
    frame.add(f"else {refused}")


def _type_tests(reporter: Reporter, schema: Subschema) -> str:
    """Whether a value has a type that a member may have."""
    types = reporter.decider.analysis.types(schema)
    if types == ALL_TYPES:
        return "true"
    return either(type_test(name, "v", reporter.decider.module) for name in sorted(types))


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
