"""What the formats of strings are in Python."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from modelpact.graph.nodes import StringType

__all__ = ["PATTERNS", "StringForm", "form_of"]


@dataclass(frozen=True, slots=True)
class StringForm:
    """How a string of some format is held.

    Attributes:
        name: The type, from the support module, or ``str``.
        native: Whether it is held as something else than a string: its text is checked before.
        checked: Whether the format itself is checked.

    """

    name: str
    native: bool = False
    checked: bool = True


_TEXT: Final = StringForm("str")
_UNCHECKED: Final = StringForm("str", checked=False)
_NATIVE: Final = {
    "uuid": StringForm("Uuid", native=True),
    "date": StringForm("Date", native=True),
    "duration": StringForm("Duration", native=True),
    "decimal": StringForm("DecimalText", native=True),
    "ipv4": StringForm("IpV4", native=True),
    "ipv6": StringForm("IpV6", native=True),
}
_DATE_TIMES: Final = {True: "DateTime", None: "DateTime", False: "NaiveDateTime"}
_TIMES: Final = {True: "Time", None: "Time", False: "NaiveTime"}
PATTERNS: Final = {
    "email": r"^[^@\s]+@[^@\s]+$|^\".*\"@[^@\s]+$",
    "uri": r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*$",
    "json-pointer": r"^(?:/(?:[^~/]|~[01])*)*$",
}
"""Formats that stay strings, and what is checked of them: never more than the format demands."""

_ANNOTATIONS: Final = frozenset({"", "password", "binary", "byte", "html", "markdown"})
"""Formats that restrict nothing."""


def form_of(string: StringType) -> StringForm:
    """How a string is held."""
    if not string.format:
        return _TEXT
    if string.format == "date-time":
        return StringForm(_DATE_TIMES[string.aware], native=True)
    if string.format == "time":
        # A pattern of its own says what the format does not: that the offset may be left out.
        either = string.aware is None and string.patterns
        return StringForm("AnyTime" if either else _TIMES[string.aware], native=True)
    native = _NATIVE.get(string.format)
    if native is not None:
        return native
    known = string.format in PATTERNS or string.format in _ANNOTATIONS
    return _TEXT if known else _UNCHECKED
