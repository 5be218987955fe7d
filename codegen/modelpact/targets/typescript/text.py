"""Writing hostile text into TypeScript so that it stays in its string or comment."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from modelpact.documents.values import Json, exact
from modelpact.emit.characters import HAZARDS, has_hazards

__all__ = [
    "comment",
    "comment_text",
    "is_representable",
    "literal",
    "property_key",
    "string_literal",
    "template_text",
]

_HAZARD: Final = re.compile(f"[{HAZARDS}]")
_QUOTES: Final = re.compile(r"\\.|'")
_OTHER_QUOTES: Final = {'\\"': '"', "'": "\\'"}
_SIMPLE: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_TEMPLATE_SPECIAL: Final = re.compile(r"[`\\]|\$(?=\{)")
_TAG: Final = re.compile(r"(^|[\s{])@")
_quote: Final = json.JSONEncoder(ensure_ascii=False).encode
_MAX_SAFE: Final = 2**53 - 1


def string_literal(text: str) -> str:
    """A literal with exactly this value, on one line, in the quotes that need fewer escapes."""
    quoted = _quote(text)
    if '\\"' in quoted and text.count('"') > text.count("'"):
        quoted = f"'{_requoted(quoted[1:-1])}'"
    return _escaped(quoted)


def _requoted(inner: str) -> str:
    """The inside of a double-quoted literal, for single quotes."""
    return _QUOTES.sub(lambda match: _OTHER_QUOTES.get(match[0], match[0]), inner)


def _escaped(quoted: str) -> str:
    if not has_hazards(quoted):
        return quoted
    return _HAZARD.sub(lambda match: _unicode_escape(match[0]), quoted)


def _unicode_escape(character: str) -> str:
    number = ord(character)
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\u{{{number:x}}}"  # noqa: PLR2004 - the BMP


def template_text(text: str) -> str:
    """The inside of a template literal with exactly this text."""
    escaped = _TEMPLATE_SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\n").replace("\t", "\\t")
    return _escaped(escaped)


def property_key(name: str) -> str:
    """A member's name in a type: bare where it can be, else quoted."""
    return name if _SIMPLE.fullmatch(name) else string_literal(name)


def is_representable(number: float | Decimal) -> bool:
    """Whether JavaScript's numbers hold exactly this one."""
    if isinstance(number, int):
        return abs(number) <= _MAX_SAFE
    if isinstance(number, float):
        return True
    nearest = float(number)
    return math.isfinite(nearest) and exact(nearest) == exact(number)


def literal(value: Json, readonly: str = "readonly ") -> str:
    """The type that has this value only: ``"a"``, ``1``, ``null``, ``readonly [1, "b"]``.

    Numbers that JavaScript cannot hold are just ``number``.
    """
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return string_literal(value)
        case int() | float() | Decimal():
            return json.dumps(value) if is_representable(value) else "number"
        case list() | tuple():
            return f"{readonly}[{', '.join(literal(item, readonly) for item in value)}]"
        case dict():
            inner = "; ".join(
                f"{readonly}{property_key(name)}: {literal(item, readonly)}"
                for name, item in value.items()
            )
            return f"{{ {inner} }}" if inner else "{ readonly [key: string]: never }"
        case _:
            message = f"not a JSON value: {type(value).__name__}"
            raise TypeError(message)


def comment_text(line: str) -> str:
    """One line for a comment: it neither ends the comment nor starts a tag.

    Expects a text whose control characters are visible (:func:`modelpact.emit.words.visible`).
    """
    if "*/" in line:
        line = line.replace("*/", "*\\/")
    return _TAG.sub(r"\1\\@", line) if "@" in line else line


def comment(lines: Sequence[str], indent: str = "") -> str:
    """A documentation comment of these lines, with a newline at its end; empty where none are.

    The lines are taken as they are: pass text through :func:`comment_text` first.
    """
    if not lines:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    inner = "".join([f"{indent} * {line}\n" if line else f"{indent} *\n" for line in lines])
    return f"{indent}/**\n{inner}{indent} */\n"
