"""Type expressions as small trees, laid out as Prettier lays them out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeAlias

__all__ = [
    "Array",
    "Element",
    "Expression",
    "Intersection",
    "Object",
    "Text",
    "Tuple",
    "Union",
    "declared",
    "flat",
    "laid_out",
]

WIDTH: Final = 80


@dataclass(frozen=True, slots=True)
class Text:
    """An expression that never breaks: ``string``, ``User``, ``Brand<string, "Id">``."""

    text: str


@dataclass(frozen=True, slots=True)
class Union:
    """``A | B``; two members at least."""

    members: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Intersection:
    """``A & B``; two parts at least."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """``readonly T[]``; ``modifier`` is ``readonly `` with its space, or empty."""

    item: Expression
    modifier: str


@dataclass(frozen=True, slots=True)
class Element:
    """A position of a tuple; ``prefix`` is all that stands before its type: ``date?:``."""

    prefix: str
    type: Expression
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Tuple:
    """``readonly [date: string, value?: number]``."""

    elements: tuple[Element, ...]
    modifier: str


@dataclass(frozen=True, slots=True)
class Object:
    """``{ readonly [key: string]: T }``; ``prefix`` is ``readonly [key: string]:``."""

    prefix: str
    type: Expression


Expression: TypeAlias = "Text | Union | Intersection | Array | Tuple | Object"


def flat(expression: Expression) -> str:
    """The expression on one line."""
    match expression:
        case Text(text):
            return text
        case Union(members):
            return " | ".join(_operand(member) for member in members)
        case Intersection(parts):
            return " & ".join(_operand(part, in_intersection=True) for part in parts)
        case Array(item, modifier):
            return f"{modifier}{_element(item)}[]"
        case Tuple(elements, modifier):
            inner = ", ".join(_joined(e.prefix, flat(e.type)) + e.suffix for e in elements)
            return f"{modifier}[{inner}]"
        case Object(prefix, type_):
            return f"{{ {_joined(prefix, flat(type_))} }}"


def _operand(expression: Expression, *, in_intersection: bool = False) -> str:
    if isinstance(expression, Intersection) or (in_intersection and isinstance(expression, Union)):
        return f"({flat(expression)})"
    return flat(expression)


def _element(item: Expression) -> str:
    """An array's item: what binds less tightly than ``[]`` needs parentheses."""
    compound = isinstance(item, Union | Intersection) or (
        isinstance(item, Array | Tuple) and item.modifier
    )
    return f"({flat(item)})" if compound else flat(item)


def laid_out(expression: Expression, indent: int, column: int) -> str:
    """The expression on as many lines as it needs.

    Args:
        expression: What to write.
        indent: The indentation of the line that it starts on, in spaces.
        column: How many characters stand before it on that line; one more follows it.

    """
    line = flat(expression)
    if column + len(line) + 1 <= WIDTH:
        return line
    return _broken(expression, indent, column)


def declared(prefix: str, expression: Expression, indent: int) -> str:
    """A prefix such as ``readonly name:`` or ``type Name =``, and the expression after it."""
    return _joined(prefix, laid_out(expression, indent, indent + len(prefix) + 1))


def _joined(prefix: str, body: str) -> str:
    if body.startswith("\n") or prefix[-1:] not in {":", "="}:
        return prefix + body
    return f"{prefix} {body}"


def _broken(expression: Expression, indent: int, column: int) -> str:
    outer, inner = " " * indent, " " * (indent + 2)
    match expression:
        case Union(members):
            return _broken_union(members, indent, column)
        case Array(item, modifier) if isinstance(item, Union):
            lines = "".join(f"\n{inner}| {_member(m, indent + 2)}" for m in item.members)
            return f"{modifier}({lines}\n{outer})[]"
        case Array(item, modifier) if isinstance(item, Object):
            return f"{modifier}{_broken(item, indent, column + len(modifier))}[]"
        case Tuple(elements, modifier):
            lines = "".join(
                f"\n{inner}{declared(e.prefix, e.type, indent + 2)}{e.suffix}," for e in elements
            )
            return f"{modifier}[{lines}\n{outer}]"
        case Object(prefix, type_):
            return f"{{\n{inner}{declared(prefix, type_, indent + 2)};\n{outer}}}"
        case _:
            return flat(expression)


def _broken_union(members: tuple[Expression, ...], indent: int, column: int) -> str:
    if _hugs(members):
        first = _broken(members[0], indent, column)
        return " | ".join([first, *map(flat, members[1:])])
    inner = " " * (indent + 2)
    return "".join(f"\n{inner}| {_member(member, indent + 2)}" for member in members)


def _hugs(members: tuple[Expression, ...]) -> bool:
    """One object and null stay on the line that they start on."""
    return isinstance(members[0], Object) and members[1:] == (Text("null"),)


def _member(member: Expression, indent: int) -> str:
    if isinstance(member, Intersection):
        return f"({flat(member)})"
    return laid_out(member, indent + 2, indent + 2)
