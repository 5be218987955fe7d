"""Type expressions as small trees, laid out as Prettier lays them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

__all__ = [
    "WIDTH",
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
    "listed",
    "needs_parentheses",
]

WIDTH: Final = 80
"""The length of a line, as Prettier has it."""


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
            inner = f"({flat(item)})" if needs_parentheses(item) else flat(item)
            return f"{modifier}{inner}[]"
        case Tuple(elements, modifier):
            inner = ", ".join(_joined(e.prefix, flat(e.type)) + e.suffix for e in elements)
            return f"{modifier}[{inner}]"
        case Object(prefix, type_):
            return f"{{ {_joined(prefix, flat(type_))} }}"


def _operand(expression: Expression, *, in_intersection: bool = False) -> str:
    if isinstance(expression, Intersection) or (in_intersection and isinstance(expression, Union)):
        return f"({flat(expression)})"
    return flat(expression)


def needs_parentheses(item: Expression) -> bool:
    """Whether it binds less tightly than ``[]`` and ``?`` after it."""
    if isinstance(item, Array | Tuple):
        return bool(item.modifier)
    if isinstance(item, Text):  # a literal that is a list
        return item.text.startswith("readonly ")
    return isinstance(item, Union | Intersection)


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
    return _broken(expression, indent)


def declared(prefix: str, expression: Expression, indent: int) -> str:
    """A prefix such as ``readonly name:`` or ``type Name =``, and the expression after it."""
    column = indent + len(prefix.lstrip())
    body = laid_out(expression, indent, column + 1)
    if prefix.endswith("=") and isinstance(expression, Text) and column + len(body) + 2 > WIDTH:
        return f"{prefix}\n{' ' * (indent + 2)}{body}"
    return _joined(prefix, body)


def listed(keywords: str, names: Sequence[str], path: str) -> str:
    """Some names from another module: ``import type { User } from "./index.js";``."""
    line = f'{keywords} {{ {", ".join(names)} }} from "{path}";'
    if len(line) <= WIDTH or len(names) == 1:
        return line
    inner = "".join(f"  {name},\n" for name in names)
    return f'{keywords} {{\n{inner}}} from "{path}";'


def _joined(prefix: str, body: str) -> str:
    if body.startswith("\n") or prefix[-1:] not in {":", "="}:
        return prefix + body
    return f"{prefix} {body}"


def _broken(expression: Expression, indent: int) -> str:
    outer, inner = " " * indent, " " * (indent + 2)
    match expression:
        case Union(members):
            return _broken_union(members, indent)
        case Array(item, modifier):
            return f"{modifier}{_broken_item(item, indent)}[]"
        case Tuple(elements, modifier):
            alone = len(elements) == 1
            written = (_broken_element(e, indent + 2, alone=alone) for e in elements)
            lines = "".join(f"\n{inner}{element}," for element in written)
            return f"{modifier}[{lines}\n{outer}]"
        case Object(prefix, type_):
            return f"{{\n{inner}{declared(prefix, type_, indent + 2)};\n{outer}}}"
        case Intersection(parts) if isinstance(parts[0], Text):
            first, *others = (_operand(part, in_intersection=True) for part in parts)
            return f"{first} &\n{inner}{' & '.join(others)}"
        case _:
            return flat(expression)


def _broken_item(item: Expression, indent: int) -> str:
    if isinstance(item, Union):
        return f"({_broken_union(item.members, indent)}\n{' ' * indent})"
    return f"({_broken(item, indent)})" if needs_parentheses(item) else _broken(item, indent)


def _broken_element(element: Element, indent: int, *, alone: bool) -> str:
    """One position on lines of its own; a union without a label gets parentheses."""
    line = _joined(element.prefix, flat(element.type)) + element.suffix
    if indent + len(line) + 1 <= WIDTH:
        return line
    if element.prefix == "(":
        return _broken_item(element.type, indent) + element.suffix.removeprefix(")")
    if element.prefix or not isinstance(element.type, Union):
        return declared(element.prefix, element.type, indent) + element.suffix
    if alone:
        return _broken_union(element.type.members, indent - 2).lstrip() + element.suffix
    return _broken_item(element.type, indent) + element.suffix


def _broken_union(members: tuple[Expression, ...], indent: int) -> str:
    if _hugs(members):
        return " | ".join([_broken(members[0], indent), *map(flat, members[1:])])
    start = "\n" + " " * (indent + 2)
    line = " | ".join(map(_operand, members))
    if indent + len(line) + 3 <= WIDTH:
        return start + line
    last = len(members) - 1
    return "".join(
        f"{start}| {_member(member, indent + 4, follows=int(index == last))}"
        for index, member in enumerate(members)
    )


def _hugs(members: tuple[Expression, ...]) -> bool:
    """One dictionary and null stay on the line that they start on."""
    first = members[0]
    is_literal = isinstance(first, Object) and "[K in " not in first.prefix
    return is_literal and members[1:] == (Text("null"),)


def _member(member: Expression, indent: int, *, follows: int) -> str:
    """A member of a union on a line of its own; ``follows`` characters come after the last."""
    if isinstance(member, Intersection):
        return f"({flat(member)})"
    return laid_out(member, indent, indent - 1 + follows)
