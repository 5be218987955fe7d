"""Code that decides about objects."""

from __future__ import annotations

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.deciding import Decider
from modelpact.targets.typescript.validators.demands import (
    ANYTHING,
    Demands,
    ObjectDemands,
)
from modelpact.targets.typescript.validators.evaluated import Evaluated
from modelpact.targets.typescript.validators.scalars import both, either

__all__ = ["decide_object", "is_closed", "key_loop_needed"]


def is_closed(objects: ObjectDemands) -> bool:
    """Whether an object may have its named members only."""
    additional = objects.additional
    return isinstance(additional, Demands) and additional.never and not objects.patterns


def key_loop_needed(objects: ObjectDemands) -> bool:
    """Whether each member has to be looked at beside its being known."""
    other = objects.additional is not None and objects.additional != ANYTHING
    return bool(objects.patterns) or objects.names is not None or (other and not is_closed(objects))


def decide_object(decider: Decider, demands: Demands, frame: Function) -> None:
    """The lines that decide about ``v``, which is known to be an object."""
    objects = demands.objects
    assert objects is not None  # noqa: S101 - called for such demands only
    counting = is_closed(objects)
    _count(decider, objects, frame)
    counter = frame.local("n") if counting else ""
    if counting:
        named = {name for name, _ in objects.properties}
        known = sum(name in named for name in objects.required)
        frame.add(f"let {counter} = {known};")
    _members(decider, objects, frame, counter)
    for name, needed in objects.dependent_required:
        present = both(f"{member('v', other)} !== undefined" for other in needed)
        decider.use_own(name, *needed)
        frame.refuse_unless(either([f"{member('v', name)} === undefined", present]))
    for name, inner in objects.dependent:
        decider.use_own(name)
        test = decider.test(inner, "v", frame)
        frame.refuse_unless(either([f"{member('v', name)} === undefined", test]))
    if counting:
        frame.add(f"for (const _ in v) {counter}--;")
        names = decider.module.set_of([name for name, _ in objects.properties])
        only = f"{decider.module.helper('hasOnly')}(v, {names})"
        frame.refuse_unless(f"{counter} === 0 || {only}")
    if key_loop_needed(objects):
        _each_member(decider, objects, frame)
    if objects.unevaluated is not None and objects.unevaluated != ANYTHING:
        _unevaluated(decider, demands, frame)


def _count(decider: Decider, objects: ObjectDemands, frame: Function) -> None:
    least, most = objects.min_properties, objects.max_properties
    if not least and most is None:
        return
    size = frame.local("n")
    frame.add(f"const {size} = {decider.module.helper('sizeOf')}(v);")
    frame.refuse_unless(
        both(
            [
                f"{size} >= {least}" if least else "true",
                f"{size} <= {most}" if most is not None else "true",
            ]
        )
    )


def _members(decider: Decider, objects: ObjectDemands, frame: Function, counter: str) -> None:
    required = set(objects.required)
    for name, inner in objects.properties:
        decider.use_own(name)
        value = member("v", name)
        if inner == ANYTHING and not counter:
            if name in required:
                frame.refuse_unless(f"{value} !== undefined")
            continue
        local = frame.local()
        frame.add(f"const {local} = {value};")
        test = decider.test(inner, local, frame, 1)
        if name in required:
            absent = "true" if decider.analysis.refuses_absence(inner) else f"{local} !== undefined"
            frame.refuse_unless(both([absent, test]))
        elif counter:
            with frame.block(f"if ({local} !== undefined)"):
                frame.refuse_unless(test)
                frame.add(f"{counter}++;")
        else:
            frame.refuse_unless(either([f"{local} === undefined", test]))
    named = {name for name, _ in objects.properties}
    for name in objects.required:
        if name not in named:
            decider.use_own(name)
            frame.refuse_unless(f"{member('v', name)} !== undefined")


def _each_member(decider: Decider, objects: ObjectDemands, frame: Function) -> None:
    """Names, patterns and what all others have to be."""
    key, value = frame.local("k"), frame.local()
    additional = objects.additional if objects.additional != ANYTHING else None
    with frame.block(f"for (const {key} in v)"):
        frame.add(f"const {value} = v[{key}];")
        frame.add(f"if ({value} === undefined) continue;")
        if objects.names is not None:
            frame.refuse_unless(decider.test(objects.names, key, frame, 1))
        if additional is not None and (objects.properties or objects.patterns):
            known = frame.local("o")
            frame.add(f"let {known} = {_is_named(decider, objects, key)};")
        else:
            known = ""
        for pattern, inner in objects.patterns:
            with frame.block(f"if ({decider.module.pattern(pattern)}.test({key}))"):
                frame.refuse_unless(decider.test(inner, value, frame, 1))
                if known:
                    frame.add(f"{known} = true;")
        if additional is not None:
            test = decider.test(additional, value, frame, 1)
            frame.refuse_unless(either([known, test]) if known else test)


def _is_named(decider: Decider, objects: ObjectDemands, key: str) -> str:
    names = [name for name, _ in objects.properties]
    if not names:
        return "false"
    if len(names) == 1:
        return f"{key} === {string_literal(names[0])}"
    return f"{decider.module.set_of(names)}.has({key})"


def _unevaluated(decider: Decider, demands: Demands, frame: Function) -> None:
    objects = demands.objects
    assert objects is not None  # noqa: S101 - called for such demands only
    assert objects.unevaluated is not None  # noqa: S101 - likewise
    key, value = frame.local("k"), frame.local()
    known = Evaluated(decider, frame).members(demands, key)
    if known == "true":
        return
    with frame.block(f"for (const {key} in v)"):
        frame.add(f"const {value} = v[{key}];")
        test = decider.test(objects.unevaluated, value, frame, 1)
        frame.refuse_unless(either([f"{value} === undefined", known, test]))
