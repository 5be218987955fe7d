"""Code that says what is wrong with the members of objects and with the items of arrays."""

from __future__ import annotations

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, inherited, member
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Demands,
    ObjectDemands,
    Subschema,
)
from modelpact.targets.typescript.validators.evaluated import Evaluated
from modelpact.targets.typescript.validators.objects import is_closed, key_loop_needed
from modelpact.targets.typescript.validators.reporting import Reporter
from modelpact.targets.typescript.validators.scalars import either

__all__ = ["report_array", "report_object"]


def _at(name: str) -> str:
    return f"at, {string_literal(name)}"


def report_object(reporter: Reporter, demands: Demands, frame: Function) -> None:
    """The lines about ``v``, which is known to be an object."""
    objects = demands.objects
    assert objects is not None  # noqa: S101 - called for such demands only
    _size(reporter, objects, frame)
    if _goes_down(objects):
        frame.add(f"const at = {reporter.decider.module.helper('placeOf')}(p, k);")
    _members(reporter, objects, frame)
    _dependent(reporter, objects, frame)
    if key_loop_needed(objects):
        _each_member(reporter, objects, frame)
    if objects.unevaluated is not None and objects.unevaluated != ANYTHING:
        _unevaluated_members(reporter, demands, frame)


def _goes_down(objects: ObjectDemands) -> bool:
    """Whether the code itself, and not only the runtime, speaks of members."""
    unevaluated = objects.unevaluated is not None and objects.unevaluated != ANYTHING
    named = {name for name, _ in objects.properties}
    missing = is_closed(objects) and not named.issuperset(objects.required)
    return bool(objects.dependent_required) or key_loop_needed(objects) or unevaluated or missing


def _size(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    least, most = objects.min_properties, objects.max_properties
    if not least and most is None:
        return
    size = f"{reporter.decider.module.helper('sizeOf')}(v)"
    if least:
        reporter.fail_unless(frame, f"{size} >= {least}", "minProperties", least)
    if most is not None:
        reporter.fail_unless(frame, f"{size} <= {most}", "maxProperties", most)


def _members(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    """Named members by a table: names, functions, and what :file:`validator.js` says of each."""
    module, closed = reporter.decider.module, is_closed(objects)
    named = dict(objects.properties)
    required = set(objects.required)
    others = [name for name in objects.required if name not in named]
    for name in others if closed else ():
        reporter.decider.use_own(name)
        frame.add(
            f"if ({member('v', name)} === undefined) {reporter.fail('required', at=_at(name))}"
        )
    names = [*named, *(() if closed else others)]
    if not names and not closed:
        return
    functions = [reporter.function(inner, frame.owner) or "0" for inner in named.values()]
    needed = "".join(str((name in required) + 2 * inherited(name)) for name in names)
    helper = module.helper("reportMembers")
    table = f"[{', '.join(functions)}]"
    flags = f'"{needed}", {"true" if closed else "false"}'
    depth = f", {frame.depth(0)}" if frame.deep else ""
    frame.add(f"{helper}(v, p, k, o, {module.set_of(names)}, {table}, {flags}{depth});")


def _dependent(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    for name, needed in objects.dependent_required:
        reporter.decider.use_own(name, *needed)
        with frame.block(f"if ({member('v', name)} !== undefined)"):
            for other in needed:
                fail = reporter.fail("dependentRequired", name, at=_at(other))
                frame.add(f"if ({member('v', other)} === undefined) {fail}")
    for name, inner in objects.dependent:
        if call := reporter.call(inner, frame):
            reporter.decider.use_own(name)
            frame.add(f"if ({member('v', name)} !== undefined) {call}")


def _each_member(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    key, value, known = frame.local("k"), frame.local(), frame.local("o")
    additional = objects.additional if objects.additional != ANYTHING else None
    module = reporter.decider.module
    with frame.block(f"for (const {key} in v)"):
        frame.add(f"const {value} = v[{key}];")
        frame.add(f"if ({value} === undefined) continue;")
        if objects.names is not None:
            test = reporter.decider.test(objects.names, key, frame, 1)
            if test != "true":
                frame.add(f"if (!({test})) {reporter.fail('propertyNames', at=f'at, {key}')}")
        if additional is not None:
            names = [name for name, _ in objects.properties]
            named = f"{module.set_of(names)}.has({key})" if names else "false"
            frame.add(f"let {known} = {named};")
        for pattern, inner in objects.patterns:
            with frame.block(f"if ({module.pattern(pattern)}.test({key}))"):
                if additional is not None:
                    frame.add(f"{known} = true;")
                frame.add(reporter.call(inner, frame, (value, key)))
        if additional is not None:
            said = _refusal(reporter, additional, frame, (value, key), "additionalProperties")
            frame.add(f"if (!{known}) {said}")


def _refusal(
    reporter: Reporter, schema: Subschema, frame: Function, at: tuple[str, str], rule: str
) -> str:
    """What is wrong with a part that nothing else speaks of: often just that it is there."""
    if isinstance(schema, Demands) and schema.never:
        return reporter.fail(rule, at=f"at, {at[1]}")
    return reporter.call(schema, frame, at)


def _unevaluated_members(reporter: Reporter, demands: Demands, frame: Function) -> None:
    assert demands.objects is not None  # noqa: S101 - called for such demands only
    inner = demands.objects.unevaluated
    assert inner is not None  # noqa: S101 - likewise
    key, value = frame.local("k"), frame.local()
    known = Evaluated(reporter.decider, frame).members(demands, key)
    if known == "true":
        return
    with frame.block(f"for (const {key} in v)"):
        frame.add(f"const {value} = v[{key}];")
        at = (value, key)
        said = _refusal(reporter, inner, frame, at, "unevaluatedProperties")
        frame.add(f"if (!({either([f'{value} === undefined', known])})) {said}")


def report_array(reporter: Reporter, demands: Demands, frame: Function) -> None:
    """The lines about ``v``, which is known to be an array."""
    arrays = demands.arrays
    assert arrays is not None  # noqa: S101 - called for such demands only
    if arrays.min_items:
        test = f"v.length >= {arrays.min_items}"
        reporter.fail_unless(frame, test, "minItems", arrays.min_items)
    if arrays.max_items is not None:
        test = f"v.length <= {arrays.max_items}"
        reporter.fail_unless(frame, test, "maxItems", arrays.max_items)
    if arrays.prefix or arrays.unevaluated is not None:
        frame.add(f"const at = {reporter.decider.module.helper('placeOf')}(p, k);")
    for index, inner in enumerate(arrays.prefix):
        if call := reporter.call(inner, frame, (f"v[{index}]", str(index))):
            frame.add(f"if (v.length > {index}) {call}")
    if arrays.rest is not None and (name := reporter.function(arrays.rest, frame.owner)):
        helper = reporter.decider.module.helper("reportItems")
        test = reporter.decider.function_of(arrays.rest, frame.owner) or "0"
        depth = f", {frame.depth(0)}" if frame.deep else ""
        frame.add(f"{helper}(v, p, k, o, {len(arrays.prefix)}, {name}, {test}{depth});")
    if arrays.contains is not None:
        _contains(reporter, arrays, frame)
    test = reporter.decider.unique_test(arrays)
    reporter.fail_unless(frame, test, "uniqueItems")
    if arrays.unevaluated is not None and arrays.unevaluated != ANYTHING:
        _unevaluated_items(reporter, demands, frame)


def _contains(reporter: Reporter, arrays: ArrayDemands, frame: Function) -> None:
    assert arrays.contains is not None  # noqa: S101 - called for such demands only
    inner, least, most = arrays.contains
    if least == 0 and most is None:
        return
    counter, value = frame.local("n"), frame.local()
    frame.add(f"let {counter} = 0;")
    with frame.block(f"for (const {value} of v)"):
        frame.add(f"if ({reporter.decider.test(inner, value, frame, 1)}) {counter}++;")
    reporter.fail_unless(frame, f"{counter} >= {least}", "contains", least)
    if most is not None:
        reporter.fail_unless(frame, f"{counter} <= {most}", "maxContains", most)


def _unevaluated_items(reporter: Reporter, demands: Demands, frame: Function) -> None:
    assert demands.arrays is not None  # noqa: S101 - called for such demands only
    inner = demands.arrays.unevaluated
    assert inner is not None  # noqa: S101 - likewise
    index = frame.local("i")
    known = Evaluated(reporter.decider, frame).items(demands, index)
    if known == "true":
        return
    with frame.block(f"for (let {index} = 0; {index} < v.length; {index}++)"):
        at = (f"v[{index}]", index)
        said = _refusal(reporter, inner, frame, at, "unevaluatedItems")
        frame.add(f"if (!({known})) {said}")
