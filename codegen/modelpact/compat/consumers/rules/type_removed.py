"""A type that is gone."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, TypeGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import imports, module
from modelpact.emit.naming import type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, TypeGone) or difference.renamed is not None:
        return None
    name = type_name(difference.before.name)
    code = module(imports([name]), f"export const same = (value: {name}) => value;")
    return Consequence(f"{shown(difference.before)} is gone from the SDK", code)


RULE = SdkRule(
    id="sdk-type-removed",
    meaning="A type that programs import is not in the SDK any more.",
    breaks="Whoever imports it cannot compile.",
    advice="Keep the model and mark it deprecated; remove it in the next major version.",
    example=SdkExample(
        old={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}},
                    "required": ["id"],
                },
                "Team": {
                    "type": "object",
                    "properties": {"name": {"type": "string"}},
                    "required": ["name"],
                },
            }
        },
        new={
            "$defs": {
                "User": {
                    "type": "object",
                    "properties": {"id": {"type": "integer"}},
                    "required": ["id"],
                }
            }
        },
    ),
    judge=_judge,
)
