"""Code that says what is wrong with the members of objects and with the items of arrays."""

from __future__ import annotations

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    ArrayDemands,
    Demands,
    ObjectDemands,
)
from modelpact.targets.typescript.validators.evaluated import Evaluated
from modelpact.targets.typescript.validators.objects import key_loop_needed
from modelpact.targets.typescript.validators.reporting import HERE, At, Reporter
from modelpact.targets.typescript.validators.scalars import either

__all__ = ["report_array", "report_object"]


def _at(name: str) -> str:
    return f"[p, {string_literal(name)}]"


def report_object(reporter: Reporter, demands: Demands, frame: Function) -> None:
    """The lines about ``v``, which is known to be an object."""
    objects = demands.objects
    assert objects is not None  # noqa: S101 - called for such demands only
    _size(reporter, objects, frame)
    required = dict.fromkeys(objects.required)
    for name, inner in objects.properties:
        reporter.decider.use_own(name)
        value = member("v", name)
        if inner == ANYTHING:
            if name in required:
                reporter.fail_unless(frame, f"{value} !== undefined", _at(name), "required")
            continue
        local = frame.local()
        frame.add(f"const {local} = {value};")
        if name in required:
            frame.add(f"if ({local} === undefined) {reporter.fail(_at(name), 'required')}")
            head = "else"
        else:
            head = f"if ({local} !== undefined)"
        with frame.block(head):
            reporter.part(inner, At(local, _at(name)), frame)
    named = {name for name, _ in objects.properties}
    for name in required:
        if name not in named:
            reporter.decider.use_own(name)
            test = f"{member('v', name)} !== undefined"
            reporter.fail_unless(frame, test, _at(name), "required")
    _dependent(reporter, objects, frame)
    if key_loop_needed(objects) or objects.additional is not None:
        _each_member(reporter, objects, frame)
    if objects.unevaluated is not None and objects.unevaluated != ANYTHING:
        _unevaluated_members(reporter, demands, frame)


def _size(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    least, most = objects.min_properties, objects.max_properties
    if not least and most is None:
        return
    size = f"{reporter.decider.module.helper('sizeOf')}(v)"
    if least:
        reporter.fail_unless(frame, f"{size} >= {least}", "p", "minProperties", least)
    if most is not None:
        reporter.fail_unless(frame, f"{size} <= {most}", "p", "maxProperties", most)


def _dependent(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    for name, needed in objects.dependent_required:
        reporter.decider.use_own(name, *needed)
        with frame.block(f"if ({member('v', name)} !== undefined)"):
            for other in needed:
                test = f"{member('v', other)} !== undefined"
                reporter.fail_unless(frame, test, _at(other), "dependentRequired", name)
    for name, inner in objects.dependent:
        reporter.decider.use_own(name)
        with frame.block(f"if ({member('v', name)} !== undefined)"):
            reporter.part(inner, HERE, frame)


def _each_member(reporter: Reporter, objects: ObjectDemands, frame: Function) -> None:
    key, value = frame.local("k"), frame.local()
    additional = objects.additional if objects.additional != ANYTHING else None
    if additional is None and not objects.patterns and objects.names is None:
        return
    module = reporter.decider.module
    with frame.block(f"for (const {key} in v)"):
        frame.add(f"const {value} = v[{key}];")
        frame.add(f"if ({value} === undefined) continue;")
        path = f"[p, {key}]"
        if objects.names is not None:
            test = reporter.decider.test(objects.names, key, frame, 1)
            reporter.fail_unless(frame, test, path, "propertyNames")
        known = frame.local("o")
        names = [name for name, _ in objects.properties]
        if additional is not None:
            named = f"{module.set_of(names)}.has({key})" if names else "false"
            frame.add(f"let {known} = {named};")
        for pattern, inner in objects.patterns:
            with frame.block(f"if ({module.pattern(pattern)}.test({key}))"):
                if additional is not None:
                    frame.add(f"{known} = true;")
                reporter.part(inner, At(value, path), frame)
        if additional is not None:
            with frame.block(f"if (!{known})"):
                if isinstance(additional, Demands) and additional.never:
                    frame.add(reporter.fail(path, "additionalProperties"))
                else:
                    reporter.part(additional, At(value, path), frame)


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
        with frame.block(f"if (!({either([f'{value} === undefined', known])}))"):
            if isinstance(inner, Demands) and inner.never:
                frame.add(reporter.fail(f"[p, {key}]", "unevaluatedProperties"))
            else:
                reporter.part(inner, At(value, f"[p, {key}]"), frame)


def report_array(reporter: Reporter, demands: Demands, frame: Function) -> None:
    """The lines about ``v``, which is known to be an array."""
    arrays = demands.arrays
    assert arrays is not None  # noqa: S101 - called for such demands only
    if arrays.min_items:
        test = f"v.length >= {arrays.min_items}"
        reporter.fail_unless(frame, test, "p", "minItems", arrays.min_items)
    if arrays.max_items is not None:
        test = f"v.length <= {arrays.max_items}"
        reporter.fail_unless(frame, test, "p", "maxItems", arrays.max_items)
    for index, inner in enumerate(arrays.prefix):
        with frame.block(f"if (v.length > {index})"):
            local = frame.local()
            frame.add(f"const {local} = v[{index}];")
            reporter.part(inner, At(local, f"[p, {index}]"), frame)
    _rest(reporter, arrays, frame)
    if arrays.contains is not None:
        _contains(reporter, arrays, frame)
    if arrays.unique:
        test = f"{reporter.decider.module.helper('isUnique')}(v)"
        reporter.fail_unless(frame, test, "p", "uniqueItems")
    if arrays.unevaluated is not None and arrays.unevaluated != ANYTHING:
        _unevaluated_items(reporter, demands, frame)


def _rest(reporter: Reporter, arrays: ArrayDemands, frame: Function) -> None:
    if arrays.rest is None or arrays.rest == ANYTHING:
        return
    index, value = frame.local("i"), frame.local()
    start = len(arrays.prefix)
    with frame.block(f"for (let {index} = {start}; {index} < v.length; {index}++)"):
        frame.add(f"const {value} = v[{index}];")
        reporter.part(arrays.rest, At(value, f"[p, {index}]"), frame)


def _contains(reporter: Reporter, arrays: ArrayDemands, frame: Function) -> None:
    assert arrays.contains is not None  # noqa: S101 - called for such demands only
    inner, least, most = arrays.contains
    if least == 0 and most is None:
        return
    counter, value = frame.local("n"), frame.local()
    frame.add(f"let {counter} = 0;")
    with frame.block(f"for (const {value} of v)"):
        frame.add(f"if ({reporter.decider.test(inner, value, frame, 1)}) {counter}++;")
    reporter.fail_unless(frame, f"{counter} >= {least}", "p", "contains", least)
    if most is not None:
        test = f"{counter} <= {most}"
        reporter.fail_unless(frame, test, "p", "maxContains", most)


def _unevaluated_items(reporter: Reporter, demands: Demands, frame: Function) -> None:
    assert demands.arrays is not None  # noqa: S101 - called for such demands only
    inner = demands.arrays.unevaluated
    assert inner is not None  # noqa: S101 - likewise
    index, value = frame.local("i"), frame.local()
    known = Evaluated(reporter.decider, frame).items(demands, index)
    if known == "true":
        return
    with frame.block(f"for (let {index} = 0; {index} < v.length; {index}++)"):
        frame.add(f"const {value} = v[{index}];")
        with frame.block(f"if (!({known}))"):
            if isinstance(inner, Demands) and inner.never:
                frame.add(reporter.fail(f"[p, {index}]", "unevaluatedItems"))
            else:
                reporter.part(inner, At(value, f"[p, {index}]"), frame)
