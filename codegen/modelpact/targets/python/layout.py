"""Long lines of Python, broken where ``ruff format`` and Black break them.

Works on the text of an expression: what is generated are names, literals, calls, subscripts and
unions, and of those only the ones that do not fit on their line are looked at more closely.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from modelpact.targets.python.text import WIDTH

__all__ = ["annotated", "assigned"]

_STEP: Final = "    "
_TOKEN: Final = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\[({})\],]| \| """)


def _columns(text: str) -> int:
    """How wide a text is, as formatters count: wide characters take two columns.

    By Unicode 3.2, which every Python carries, and the blocks of pictures that came later.
    """
    if text.isascii():
        return len(text)
    return len(text) + sum(map(_is_wide, text))


def _is_wide(character: str) -> bool:
    if _FIRST_PICTURE <= character <= _LAST_PICTURE:
        return True
    return unicodedata.ucd_3_2_0.east_asian_width(character) in {"W", "F"}


_FIRST_PICTURE: Final = "\U0001f300"
_LAST_PICTURE: Final = "\U0001faff"


@dataclass(frozen=True, slots=True)
class _Shape:
    """An expression, seen from outside.

    Attributes:
        members: The members of a union, if it is one.
        head: What stands before the last bracket, with the bracket.
        items: What stands between the brackets.
        close: The closing bracket; empty where the expression ends in none.

    """

    members: tuple[str, ...] = ()
    head: str = ""
    items: tuple[str, ...] = ()
    close: str = ""


def annotated(indent: str, name: str, annotation: str, value: str = "") -> str:
    """``name: annotation = value``, or without a value where that is empty."""
    tail = f" = {value}" if value else ""
    line = f"{indent}{name}: {annotation}{tail}"
    if _columns(line) <= WIDTH:
        return line
    head = f"{indent}{name}: "
    shape = _shape(value)
    opening = f" = {shape.head}"
    if shape.members and _fits(annotation, head + " = ("):
        return head + annotation + _valued(value, indent)
    if shape.items and _columns(head + annotation + opening) <= WIDTH:
        return head + annotation + " = " + _broken(value, indent)
    if value and _fits(" = (", head + annotation) and _fits(value, indent + _STEP):
        return f"{head}{annotation} = {_parenthesised(value, indent)}"
    if _shape(annotation).members:
        return head + _parenthesised(annotation, indent) + _valued(value, indent)
    return head + _broken_annotation(annotation, indent, alone=not value) + _valued(value, indent)


def _fits(expression: str, indent: str) -> bool:
    return _columns(indent + expression) <= WIDTH


def _valued(value: str, indent: str) -> str:
    if not value:
        return ""
    if _shape(value).members:
        return " = " + _parenthesised(value, indent)
    return " = " + _fitted(value, indent, len(indent) + 4)


def assigned(indent: str, name: str, value: str) -> str:
    """``name = value``."""
    line = f"{indent}{name} = {value}"
    if _columns(line) <= WIDTH:
        return line
    shape = _shape(value)
    if shape.close and not shape.members:
        return f"{indent}{name} = {_broken(value, indent)}"
    opens = _fits(" = (", indent + name)
    if shape.members or (opens and _fits(value, indent + _STEP)):
        return f"{indent}{name} = {_parenthesised(value, indent)}"
    return line


def _broken_annotation(annotation: str, indent: str, *, alone: bool) -> str:
    if _shape(annotation).close:
        return _broken(annotation, indent)
    fits = _fits(annotation, indent + _STEP)
    return _parenthesised(annotation, indent) if alone and fits else annotation


def _parenthesised(expression: str, indent: str) -> str:
    inner = indent + _STEP
    return f"(\n{inner}{_fitted(expression, inner, len(inner))}\n{indent})"


def _fitted(expression: str, indent: str, column: int, after: int = 0) -> str:
    """An expression that starts at a column, with some characters after it."""
    if column + _columns(expression) + after <= WIDTH:
        return expression
    return _broken(expression, indent)


def _broken(expression: str, indent: str) -> str:
    shape = _shape(expression)
    if shape.members:
        parts = (_fitted(member, indent, len(indent) + 2) for member in shape.members)
        return f"\n{indent}| ".join(parts)
    if not shape.close or not shape.items:
        return expression
    inner = indent + _STEP
    joined = ", ".join(shape.items)
    if _columns(inner + joined) <= WIDTH and (
        shape.head not in {"[", "{"} or len(shape.items) == 1
    ):
        return f"{shape.head}\n{inner}{joined}\n{indent}{shape.close}"
    comma = "," if len(shape.items) > 1 else ""
    lines = (f"{inner}{_fitted(item, inner, len(inner), 1)}" for item in shape.items)
    return f"{shape.head}\n" + ",\n".join(lines) + f"{comma}\n{indent}{shape.close}"


def _shape(expression: str) -> _Shape:
    depth = 0
    opened = 0
    start = 0
    commas: list[int] = []
    bars: list[int] = []
    for match in _TOKEN.finditer(expression):
        mark = match[0]
        if mark in "[({":
            if depth == 0:
                opened, commas = match.end(), []
            depth += 1
        elif mark in "])}":
            depth -= 1
        elif mark == "," and depth == 1:
            commas.append(match.start())
        elif mark == " | " and depth == 0:
            bars.append(match.start())
    if bars:
        return _Shape(members=_pieces(expression, start, len(expression), bars, 3))
    if expression[-1:] not in {"]", ")", "}"} or not opened:
        return _Shape()
    end = len(expression) - 1
    items = _pieces(expression, opened, end, commas, 2) if end > opened else ()
    return _Shape(head=expression[:opened], items=items, close=expression[end:])


def _pieces(text: str, start: int, end: int, cuts: list[int], width: int) -> tuple[str, ...]:
    edges = [start, *(cut + width for cut in cuts)]
    return tuple(text[a:b] for a, b in zip(edges, [*cuts, end], strict=True))
