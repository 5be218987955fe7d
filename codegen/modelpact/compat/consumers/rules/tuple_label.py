"""The name of a tuple's position."""

from __future__ import annotations

import builtins
import keyword
from typing import Final

from modelpact.compat.consumers.facts import Difference, TypeChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import module
from modelpact.compat.consumers.spelling import MODULE
from modelpact.documents.values import Json
from modelpact.emit.naming import snake_case, type_name
from modelpact.graph.nodes import Alias, Definition, TupleType

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, TypeChanged):
        return None
    before, after = _labels(difference.before), _labels(difference.after)
    for index, label in enumerate(before):
        attribute = snake_case(label)
        if label in after or not _is_ordinary(attribute):
            continue
        now = f"is `{after[index]}` now" if index < len(after) else "has no name any more"
        name = type_name(difference.before.name)
        code = module(
            f"from {MODULE} import {name}",
            "",
            "",
            f"def read(value: {name}) -> object:",
            f"    return value.{attribute}",
        )
        message = f"The position `{label}` of {shown(difference.before)} {now}"
        return Consequence(message, code, "python")
    return None


def _labels(definition: Definition) -> tuple[str, ...]:
    """The names of the positions, where a tuple has them all and so is a named one in SDKs."""
    body = definition.body
    if not isinstance(body, Alias) or not isinstance(body.type, TupleType):
        return ()
    tuple_ = body.type
    labels = tuple(item.label for item in tuple_.items)
    named = tuple_.required == len(labels) and tuple_.rest is None
    return labels if named and len({*labels} - {""}) == len(labels) else ()


_TAKEN: Final = frozenset(
    {*dir(builtins), *dir(tuple), "construct", "copy", "exec", "fields", "json", "schema"}
)


def _is_ordinary(attribute: str) -> bool:
    """Whether SDKs are sure to call the position so: what Python knows otherwise gets a suffix."""
    plain = attribute.isidentifier() and not keyword.iskeyword(attribute)
    return plain and attribute not in _TAKEN and not attribute.startswith("model_")


def _place(*labels: str) -> Json:
    numbers: Json = [{"type": "number"}, {"type": "number"}]
    return {
        "type": "array",
        "prefixItems": numbers,
        "minItems": 2,
        "items": False,
        "x-modelpact": {"labels": [*labels]},
    }


RULE = SdkRule(
    id="sdk-tuple-label",
    meaning="A position of a named tuple has another name, or none.",
    breaks=(
        "Programs that read it by its name cannot compile where SDKs have named tuples, as in "
        "Python. Payloads are the same."
    ),
    advice="Keep the name; a new one can come with a property of its own.",
    example=SdkExample(
        old={"$defs": {"Place": _place("lat", "lon")}},
        new={"$defs": {"Place": _place("latitude", "lon")}},
    ),
    judge=_judge,
)
