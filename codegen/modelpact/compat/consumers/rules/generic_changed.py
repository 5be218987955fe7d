"""A generic type that is none any more."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, GenericGone
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule
from modelpact.compat.consumers.programs import imports, module
from modelpact.documents.values import Json
from modelpact.emit.naming import type_name

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, GenericGone):
        return None
    model = difference.model
    name, given = type_name(model.name), ", ".join("unknown" for _ in model.parameters)
    body = f"export const same = (value: {name}<{given}>) => value;"
    gone = "is no type of the SDK any more"
    said = gone if difference.parameters is None else "takes other parameters now"
    message = f"`{name}<{', '.join(model.parameters)}>` {said}"
    return Consequence(message, module(imports([name]), body))


def _page(origin: str) -> Json:
    facts: Json = {"generic": {"origin": origin, "arguments": [{"$ref": "#/$defs/User"}]}}
    return {
        "type": "object",
        "properties": {"items": {"type": "array", "items": {"$ref": "#/$defs/User"}}},
        "required": ["items"],
        "x-modelpact": facts,
    }


_USER: Json = {"type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}

RULE = SdkRule(
    id="sdk-generic-changed",
    meaning="A generic type is not in the SDK any more, or takes other parameters.",
    breaks=(
        "Programs that name it with arguments of their own, as in Page<T>, cannot compile. Its "
        "instances have their own names, and stay."
    ),
    advice="Keep the generic model's name and parameters until the next major version.",
    example=SdkExample(
        old={"$defs": {"User": _USER, "UserPage": _page("Page")}},
        new={"$defs": {"User": _USER, "UserPage": _page("Slice")}},
    ),
    judge=_judge,
)
