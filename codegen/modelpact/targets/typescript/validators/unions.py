"""Code that decides about unions: by type first, then by the tag."""

from __future__ import annotations

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.code import Function, member
from modelpact.targets.typescript.validators.deciding import Decider
from modelpact.targets.typescript.validators.demands import Union
from modelpact.targets.typescript.validators.scalars import either, type_test
from modelpact.targets.typescript.validators.tags import Tag

__all__ = ["decide_union", "tag_cases"]


def decide_union(decider: Decider, union: Union, frame: Function) -> None:
    """The lines that decide whether ``v`` is as a union demands."""
    tag = decider.analysis.tag(union.members)
    if tag is None or not decider.analysis.may_switch(union, tag):
        frame.refuse_unless(decider.union(union, "v", frame, 0))
        return
    objects = [i for i, values in enumerate(tag.values) if values]
    others = [m for i, m in enumerate(union.members) if i not in objects]
    rest = either(decider.test(other, "v", frame) for other in others)
    with frame.block(f"if ({type_test('object', 'v', decider.module)})"):
        decider.use_own(tag.name)
        with frame.block(f"switch ({member('v', tag.name)})"):
            for cases, indexes in tag_cases(tag):
                tests = [decider.test(union.members[i], "v", frame) for i in indexes]
                for case in cases:
                    frame.add(f"case {case}:")
                frame.add(f"  {_refusal(either(tests))}")
                frame.add("  break;")
            frame.add("default:")
            frame.add("  return false;")
    if rest == "false":
        frame.add("else return false;")
    else:
        frame.add(f"else if (!({rest})) return false;")


def _refusal(test: str) -> str:
    return f"if (!({test})) return false;"


def tag_cases(tag: Tag) -> list[tuple[list[str], list[int]]]:
    """For each way through the switch its case labels and the members that may be meant."""
    cases = [
        ([string_literal(value) for value in values], [index])
        for index, values in enumerate(tag.values)
        if values
    ]
    if tag.optional:
        cases.append((["undefined"], list(tag.optional)))
    return cases
