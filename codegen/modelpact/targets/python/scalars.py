"""Strings, numbers and literals as Python type expressions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import Final

from modelpact.documents.values import Json
from modelpact.graph.nodes import NumberType, StringType
from modelpact.targets.python.context import Context
from modelpact.targets.python.formats import PATTERNS, form_of
from modelpact.targets.python.forms import Form
from modelpact.targets.python.patterns import for_rust
from modelpact.targets.python.text import number_literal, python_literal, string_literal

__all__ = ["lengths", "literal_forms", "number_form", "plain_base", "string_form"]

_ANY_STRING: Final = StringType()
_STR: Final = Form("str")


def lengths(least: int, most: int | None) -> tuple[str, ...]:
    """Bounds of a length, as arguments."""
    limits = [f"min_length={least}"] if least else []
    if most is not None:
        limits.append(f"max_length={most}")
    return tuple(limits)


def plain_base(context: Context, type_: StringType | NumberType) -> str:
    """The class that a value is held in; a brand is made of it."""
    if isinstance(type_, NumberType):
        return context.uses.of("Integer") if type_.integer else "float"
    held = form_of(type_)
    return context.uses.of(held.name) if held.native else "str"


def string_form(context: Context, string: StringType) -> Form:
    """A string, or what is written as one."""
    if string == _ANY_STRING:
        return _STR
    held = form_of(string)
    if not held.checked:
        context.less_exact("unchecked-format", f"format {string.format!r} is not checked")
    base = context.name(string.brand) if string.brand else plain_base(context, string)
    patterns = [read for pattern in string.patterns if (read := _readable(context, pattern))]
    if string.format in PATTERNS:
        patterns.append(PATTERNS[string.format])
    limits = lengths(string.min_length, string.max_length)
    if held.native:
        return Form(base, marks=_text_marks(context, patterns, limits))
    matches = context.uses.of("Matches") if len(patterns) > 1 else ""
    first = [f"pattern={string_literal(pattern)}" for pattern in patterns[:1]]
    marks = tuple(f"{matches}({string_literal(pattern)})" for pattern in patterns[1:])
    return Form(base, (*limits, *first), marks)


def _text_marks(
    context: Context, patterns: Sequence[str], limits: Sequence[str]
) -> tuple[str, ...]:
    """What is demanded of the text of a value that is not held as text."""
    if not patterns and not limits:
        return ()
    text = context.uses.of("Text")
    marks = [f"{text}({', '.join(limits)})"] if limits else []
    return (*marks, *(f"{text}(pattern={string_literal(pattern)})" for pattern in patterns))


def _readable(context: Context, pattern: str) -> str | None:
    read = for_rust(pattern)
    if read is None:
        message = f"the pattern {pattern!r} is not checked: Pydantic's engine cannot read it"
        context.less_exact("unchecked-pattern", message)
    return read


def number_form(context: Context, number: NumberType) -> Form:
    """A number."""
    arguments = tuple(_bounds(context, number))
    base = context.name(number.brand) if number.brand else ""
    if not number.integer:
        return Form(base or "float", arguments)
    if not arguments and not base:
        return Form(context.uses.of("Integer"))
    return Form(base or "int", arguments, (context.uses.of("INTEGRAL"),))


def _bounds(context: Context, number: NumberType) -> Iterator[str]:
    limits = (
        ("gt" if number.exclusive_minimum else "ge", number.minimum, ceil),
        ("lt" if number.exclusive_maximum else "le", number.maximum, floor),
    )
    for word, limit, rounded in limits:
        if limit is None:
            continue
        if number.integer and limit.denominator != 1:
            yield from _bound(context, word[0] + "e", Fraction(rounded(limit)))
        else:
            yield from _bound(context, word, limit)
    step = number.multiple_of
    if step is not None and number.integer:
        # An integer is a multiple of p/q in lowest terms just where it is one of p.
        step = Fraction(step.numerator)
    if step is not None and not (number.integer and step == 1):
        yield from _bound(context, "multiple_of", step)


def _bound(context: Context, word: str, limit: Fraction) -> Iterator[str]:
    literal = number_literal(limit)
    if literal is None:
        context.less_exact("unchecked-bound", f"{word} {limit} is no exact Python number")
    else:
        yield f"{word}={literal}"


def literal_forms(context: Context, values: Sequence[Json]) -> Iterator[Form]:
    """Literals, by kind, null last: to Python ``True`` is 1, to JSON it is not."""
    words = [v for v in values if isinstance(v, str)]
    switches = [v for v in values if isinstance(v, bool)]
    numbers = [v for v in values if isinstance(v, int) and not isinstance(v, bool)]
    others = [v for v in values if not isinstance(v, str | int) and v is not None]
    for kind, mark in ((words, ""), (numbers, "INTEGRAL"), (switches, "BOOLEAN")):
        if kind:
            inner = ", ".join(map(python_literal, kind))
            marks = (context.uses.of(mark),) if mark else ()
            yield Form(f"{context.uses.of('Literal')}[{inner}]", marks=marks)
    if others:
        arguments = ", ".join(map(python_literal, others))
        mark = f"{context.uses.of('OneOf')}({arguments})"
        yield Form(context.uses.of("JsonValue"), marks=(mark,))
    if None in values:
        yield Form("None")
