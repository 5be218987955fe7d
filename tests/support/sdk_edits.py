"""Edits of models that consumers' programs notice, beyond the examples of the rules."""

from __future__ import annotations

from typing import Any, Final

__all__ = ["EDITS", "SILENT"]

TEXT: Final = {"type": "string"}
WHOLE: Final = {"type": "integer"}
NULL: Final = {"type": "null"}
BRANDED: Final = {**TEXT, "x-modelpact": {"brand": "AId"}}
LIST: Final = {"type": "array", "items": TEXT}
BRANDS: Final = {"type": "array", "items": BRANDED}


def model(required: tuple[str, ...] = (), role: str = "value", /, **members: Any) -> dict[str, Any]:
    facts = {"x-modelpact": {"role": role}}
    return {"type": "object", "properties": members, "required": list(required), **facts}


def contract(**models: Any) -> dict[str, Any]:
    return {"$defs": models}


def nullable(schema: Any) -> dict[str, Any]:
    return {"anyOf": [schema, NULL]}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


CAT = model(("kind",), kind={"const": "cat"})
DOG = model(("kind",), kind={"const": "dog"})

EDITS: Final[dict[str, tuple[Any, Any]]] = {
    "a property with a name that is no identifier is gone": (
        contract(A=model(**{'x-y "z': TEXT, "b": TEXT})),
        contract(A=model(b=TEXT)),
    ),
    "a new property that has to be written": (
        contract(A=model(("a",), "command", a=TEXT)),
        contract(A=model(("a", "b"), "command", a=TEXT, b=TEXT)),
    ),
    "a required list of references becomes optional": (
        contract(A=model(("bs",), bs={"type": "array", "items": ref("B")}), B=model(x=TEXT)),
        contract(A=model(bs={"type": "array", "items": ref("B")}), B=model(x=TEXT)),
    ),
    "null goes from what is written": (
        contract(A=model(("a",), "command", a=nullable(TEXT))),
        contract(A=model(("a",), "command", a=TEXT)),
    ),
    "an optional property may be null": (
        contract(A=model((), "event", a=TEXT)),
        contract(A=model((), "event", a=nullable(TEXT))),
    ),
    "a list becomes one": (
        contract(A=model(("a",), a={"type": "array", "items": TEXT})),
        contract(A=model(("a",), a=TEXT)),
    ),
    "a map's values change": (
        contract(A=model(("a",), a={"type": "object", "additionalProperties": WHOLE})),
        contract(A=model(("a",), a={"type": "object", "additionalProperties": TEXT})),
    ),
    "a literal is widened where it is read": (
        contract(A=model(("a",), "view", a={"enum": ["x", "y"]})),
        contract(A=model(("a",), "view", a=TEXT)),
    ),
    "text is narrowed where it is written": (
        contract(A=model(("a",), "command", a=TEXT)),
        contract(A=model(("a",), "command", a={"enum": ["x", "y"]})),
    ),
    "a reference leads elsewhere": (
        contract(A=model(("a",), a=ref("B")), B=model(("x",), x=TEXT), C=model(("y",), y=TEXT)),
        contract(A=model(("a",), a=ref("C")), B=model(("x",), x=TEXT), C=model(("y",), y=TEXT)),
    ),
    "a union loses a member": (
        contract(A=model(("a",), a={"oneOf": [ref("Cat"), ref("Dog")]}), Cat=CAT, Dog=DOG),
        contract(A=model(("a",), a=ref("Cat")), Cat=CAT, Dog=DOG),
    ),
    "a union gains a member where it is read": (
        contract(A=model(("a",), "view", a=ref("Cat")), Cat=CAT, Dog=DOG),
        contract(A=model(("a",), "view", a={"oneOf": [ref("Cat"), ref("Dog")]}), Cat=CAT, Dog=DOG),
    ),
    "a tuple gets one more position": (
        contract(
            A=model(
                ("a",), a={"type": "array", "prefixItems": [TEXT], "items": False, "minItems": 1}
            )
        ),
        contract(
            A=model(
                ("a",),
                a={"type": "array", "prefixItems": [TEXT, TEXT], "items": False, "minItems": 2},
            )
        ),
    ),
    "a record becomes an enumeration": (
        contract(A=model(("a",), a=ref("B")), B=model(("x",), x=TEXT)),
        contract(A=model(("a",), a=ref("B")), B={"enum": ["x", "y"]}),
    ),
    "an enumeration becomes text": (
        contract(A=model(("a",), a=ref("B")), B={"enum": ["x", "y"]}),
        contract(A=model(("a",), a=ref("B")), B=TEXT),
    ),
    "a type is gone that looks like a new one": (
        contract(A=model(("x", "y", "z"), x=TEXT, y=WHOLE, z=TEXT)),
        contract(B=model(("x", "y", "z"), x=TEXT, y=WHOLE, z=TEXT)),
    ),
    "a property looks renamed": (
        contract(A=model(("first_name",), first_name=TEXT)),
        contract(A=model(("given_name",), given_name=TEXT)),
    ),
    "a brand is gone": (
        contract(A=model(("a",), a={**TEXT, "x-modelpact": {"brand": "AId"}})),
        contract(A=model(("a",), a=TEXT)),
    ),
    "a brand inside a list is gone": (
        contract(A=model(("a",), a=BRANDS)),
        contract(A=model(("a",), a=LIST)),
    ),
    "a list of one brand becomes one of another": (
        contract(A=model(("a",), a=BRANDS)),
        contract(A=model(("a",), a={**BRANDS, "items": {**TEXT, "x-modelpact": {"brand": "B"}}})),
    ),
    "a closed enumeration stops taking other values": (
        contract(
            A=model(("a",), "command", a=ref("B")),
            B={"anyOf": [{"enum": ["x"]}, TEXT], "x-modelpact": {"extensible": True}},
        ),
        contract(A=model(("a",), "command", a=ref("B")), B={"enum": ["x"]}),
    ),
}
"""By name: two versions, of which the second breaks programs."""

SILENT: Final[dict[str, tuple[Any, Any]]] = {
    "words change": (
        contract(A=model(a={**TEXT, "description": "One."})),
        contract(A=model(a={**TEXT, "description": "Two."})),
    ),
    "a length changes": (
        contract(A=model(a={**TEXT, "maxLength": 3})),
        contract(A=model(a={**TEXT, "maxLength": 2})),
    ),
    "an optional property is new": (contract(A=model(a=TEXT)), contract(A=model(a=TEXT, b=TEXT))),
    "a type is new": (contract(A=model(a=TEXT)), contract(A=model(a=TEXT), B=model(b=TEXT))),
    "properties change places": (
        contract(A=model(a=TEXT, b=WHOLE)),
        contract(A=model(b=WHOLE, a=TEXT)),
    ),
    "what is only written may be left out": (
        contract(A=model(("a",), "command", a=TEXT)),
        contract(A=model((), "command", a=TEXT)),
    ),
    "what is only read is always there now": (
        contract(A=model((), "view", a=TEXT)),
        contract(A=model(("a",), "view", a=TEXT)),
    ),
    "null goes from what is only read": (
        contract(A=model(("a",), "view", a=nullable(TEXT))),
        contract(A=model(("a",), "view", a=TEXT)),
    ),
    "members of a union change places": (
        contract(A=model(("a",), a={"oneOf": [ref("Cat"), ref("Dog")]}), Cat=CAT, Dog=DOG),
        contract(A=model(("a",), a={"oneOf": [ref("Dog"), ref("Cat")]}), Cat=CAT, Dog=DOG),
    ),
    "a whole number becomes any number": (
        contract(A=model(("a",), a=WHOLE)),
        contract(A=model(("a",), a={"type": "number"})),
    ),
    "a scalar gets a brand": (
        contract(A=model(("a", "b"), a=TEXT, b=LIST)),
        contract(A=model(("a", "b"), a=BRANDED, b=BRANDS)),
    ),
    "a brand is gone from one of two": (
        contract(A=model(("a", "b", "c"), a=BRANDED, b=BRANDS, c=BRANDED)),
        contract(A=model(("a", "b", "c"), a=TEXT, b=LIST, c=BRANDED)),
    ),
    "a literal becomes any value of a brand where it is written": (
        contract(A=model(("a",), "command", a={"enum": ["x", "y"]})),
        contract(A=model(("a",), "command", a=BRANDED)),
    ),
    "an open enumeration lists one more": (
        contract(B={"anyOf": [{"enum": ["x"]}, TEXT], "x-modelpact": {"extensible": True}}),
        contract(B={"anyOf": [{"enum": ["x", "y"]}, TEXT], "x-modelpact": {"extensible": True}}),
    ),
}
"""By name: two versions that no program tells apart."""
