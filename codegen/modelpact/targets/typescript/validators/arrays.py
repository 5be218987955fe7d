"""Code that decides about arrays."""

from __future__ import annotations

from modelpact.targets.typescript.validators.code import Function
from modelpact.targets.typescript.validators.deciding import Decider
from modelpact.targets.typescript.validators.demands import ANYTHING, ArrayDemands, Demands
from modelpact.targets.typescript.validators.evaluated import Evaluated
from modelpact.targets.typescript.validators.scalars import both, either

__all__ = ["count_test", "decide_array"]


def decide_array(decider: Decider, demands: Demands, frame: Function) -> None:
    """The lines that decide about ``v``, which is known to be an array."""
    arrays = demands.arrays
    assert arrays is not None  # noqa: S101 - called for such demands only
    frame.refuse_unless(count_test(arrays, "v.length"))
    for index, inner in enumerate(arrays.prefix):
        if inner != ANYTHING:
            local = frame.local()
            frame.add(f"const {local} = v[{index}];")
            test = decider.test(inner, local, frame, 1)
            frame.refuse_unless(either([f"v.length <= {index}", test]))
    _rest(decider, arrays, frame)
    if arrays.contains is not None:
        _contains(decider, arrays, frame)
    frame.refuse_unless(decider.unique_test(arrays))
    if arrays.unevaluated is not None and arrays.unevaluated != ANYTHING:
        _unevaluated(decider, demands, frame)


def count_test(arrays: ArrayDemands, length: str) -> str:
    """How many items there may be."""
    low, high = arrays.min_items, arrays.max_items
    return both(
        [
            f"{length} >= {low}" if low else "true",
            f"{length} <= {high}" if high is not None else "true",
        ]
    )


def _rest(decider: Decider, arrays: ArrayDemands, frame: Function) -> None:
    """The items behind those that have a schema of their own."""
    rest = arrays.rest
    if rest is None or rest == ANYTHING:
        return
    start = len(arrays.prefix)
    if isinstance(rest, Demands) and rest.never:
        frame.refuse_unless(f"v.length <= {start}")
        return
    index, value = frame.local("i"), frame.local()
    with frame.block(f"for (let {index} = {start}; {index} < v.length; {index}++)"):
        frame.add(f"const {value} = v[{index}];")
        frame.refuse_unless(decider.test(rest, value, frame, 1))


def _contains(decider: Decider, arrays: ArrayDemands, frame: Function) -> None:
    assert arrays.contains is not None  # noqa: S101 - called for such demands only
    inner, least, most = arrays.contains
    if least == 0 and most is None:
        return
    counter, value = frame.local("n"), frame.local()
    frame.add(f"let {counter} = 0;")
    with frame.block(f"for (const {value} of v)"):
        frame.add(f"if ({decider.test(inner, value, frame, 1)}) {counter}++;")
    upper = "true" if most is None else f"{counter} <= {most}"
    frame.refuse_unless(both([f"{counter} >= {least}", upper]))


def _unevaluated(decider: Decider, demands: Demands, frame: Function) -> None:
    arrays = demands.arrays
    assert arrays is not None  # noqa: S101 - called for such demands only
    assert arrays.unevaluated is not None  # noqa: S101 - likewise
    index, value = frame.local("i"), frame.local()
    known = Evaluated(decider, frame).items(demands, index)
    if known == "true":
        return
    with frame.block(f"for (let {index} = 0; {index} < v.length; {index}++)"):
        frame.add(f"const {value} = v[{index}];")
        test = decider.test(arrays.unevaluated, value, frame, 1)
        frame.refuse_unless(either([known, test]))
