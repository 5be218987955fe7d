"""Text from schemas as Python source: it never leaves its literal or docstring."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from modelpact.documents.values import Json
from modelpact.emit.characters import HAZARDS
from modelpact.emit.words import wrapped

__all__ = ["WIDTH", "docstring", "number_literal", "python_literal", "string_literal"]

WIDTH: Final = 88
"""The formatters' own default."""

_PLAIN: Final = re.compile(r"[ !#-\[\]-~]*")
_SIMPLE: Final = re.compile(r"[!#-\[\]-~](?:[ !#-\[\]-~]*[!#-\[\]-~])?")
"""One line that stands in a docstring as it is."""
_ESCAPED: Final = re.compile(f"[\\\\\n\t{HAZARDS}]")
_SHORT: Final = {"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def string_literal(text: str) -> str:
    """A string literal in the quotes that the formatters choose.

    Raises:
        UnicodeEncodeError: The text holds half a surrogate pair: no UTF-8 has it, and so no JSON
            that Pydantic reads.

    """
    if _PLAIN.fullmatch(text):
        return f'"{text}"'
    text.encode()
    quote = "'" if text.count('"') > text.count("'") else '"'
    body = _ESCAPED.sub(_escape, text).replace(quote, "\\" + quote)
    return f"{quote}{body}{quote}"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    short = _SHORT.get(character)
    if short is not None:
        return short
    number = ord(character)
    if number <= _BYTE:
        return f"\\x{number:02x}"
    width = 4 if number <= _PLANE else 8
    return f"\\{'u' if width == 4 else 'U'}{number:0{width}x}"  # noqa: PLR2004


_BYTE: Final = 0xFF
_PLANE: Final = 0xFFFF


def number_literal(number: Fraction) -> str | None:
    """A bound as a literal; ``None`` where no Python number is exactly it."""
    if abs(number) >= _BEYOND:
        return None
    if number.denominator == 1:
        return str(number.numerator)
    nearest = float(number)
    return repr(nearest) if Fraction(repr(nearest)) == number else None


_BEYOND: Final = 10**300


def python_literal(value: Json) -> str:
    """A JSON value as a Python expression."""
    if isinstance(value, str):
        return string_literal(value)
    if isinstance(value, Decimal):
        return repr(float(value))
    if isinstance(value, Mapping):
        entries = (f"{string_literal(k)}: {python_literal(v)}" for k, v in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, Sequence):
        return f"[{', '.join(map(python_literal, value))}]"
    return repr(value)


def docstring(paragraphs: Iterable[str], indent: str) -> str:
    """A docstring of some paragraphs, the lines after the first indented; empty for no words."""
    width = WIDTH - len(indent)
    paragraphs = tuple(paragraphs)
    if (
        len(paragraphs) == 1
        and len(paragraphs[0]) <= width - 6
        and _SIMPLE.fullmatch(paragraphs[0])
    ):
        return f'"""{paragraphs[0]}"""'
    texts = [wrapped(text, width - 6) for text in paragraphs]
    lines = [line for index, text in enumerate(filter(None, texts)) for line in _after(index, text)]
    if not lines:
        return ""
    escaped = [_docstring_line(line) for line in lines]
    if len(escaped) == 1:
        return f'"""{_guarded(escaped[0])}"""'
    first, *others = escaped
    if first.startswith('"'):
        first = "\\" + first
    body = "".join(f"\n{indent}{line}" if line else "\n" for line in others)
    return f'"""{first}{body}\n{indent}"""'


def _after(index: int, text: tuple[str, ...]) -> tuple[str, ...]:
    return ("", *text) if index else text


def _docstring_line(line: str) -> str:
    if "\\" in line:
        line = line.replace("\\", "\\\\")
    return line.replace('"""', '\\"\\"\\"') if '"""' in line else line


def _guarded(line: str) -> str:
    """A line between triple quotes: no quote touches them."""
    if line.startswith('"'):
        line = "\\" + line
    if not line.endswith('"'):
        return line
    before = line[:-1]
    backslashes = len(before) - len(before.rstrip("\\"))
    return line if backslashes % 2 else before + '\\"'
