"""Schemas of scalar types that are true of JSON.

Of what is emitted, to the letter; of what is read, as far as a sender should rely on it (Pydantic
also reads ``"1"`` as an integer; a contract does not). Pydantic's own words for some types are not
true of their values: ``format: date-time`` demands an offset, which a naive value has not;
``format: duration`` knows neither fractions nor signs, which Pydantic writes; ``binary`` is no
format of JSON Schema. What no format is true of says what it is in ``x-modelpact.temporal``.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, Literal

from modelpact.documents.sets import KEYWORD

__all__ = [
    "DURATION",
    "FORMATS",
    "bytes_lengths",
    "decimal_schema",
    "duration_schema",
    "encoded",
    "naive_schema",
    "time_schema",
    "uuid_schema",
]

_DATE: Final = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
_TIME: Final = r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
_OFFSET: Final = r"(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_SECONDS: Final = r"[0-9]+(?:\.[0-9]{1,6})?S"
_CLOCK: Final = rf"T(?:[0-9]+H(?:[0-9]+M)?(?:{_SECONDS})?|[0-9]+M(?:{_SECONDS})?|{_SECONDS})"
DURATION: Final = rf"^-?P(?:(?:[0-9]+Y(?:[0-9]+D)?|[0-9]+W|[0-9]+D)(?:{_CLOCK})?|{_CLOCK})$"
"""ISO 8601 durations as Pydantic writes them: a sign, years of 365 days, fractions of a second."""

_IPV4: Final = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_QUAD: Final = rf"{_IPV4}(?:\.{_IPV4}){{3}}"
_PREFIX4: Final = "(?:/(?:[0-9]|[12][0-9]|3[0-2]))?"
_PREFIX6: Final = "(?:/(?:[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]))?"
_V4: Final[dict[str, Any]] = {"type": "string", "pattern": f"^{_QUAD}{_PREFIX4}$"}
_V6: Final[dict[str, Any]] = {
    "type": "string",
    "pattern": f"^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%[^/]+)?{_PREFIX6}$",
}
_ANY_ADDRESS: Final[dict[str, Any]] = {
    "anyOf": [{"type": "string", "format": "ipv4"}, {"type": "string", "format": "ipv6"}]
}

_ALPHABETS: Final = {"base64": "A-Za-z0-9+/", "base64url": "A-Za-z0-9_-"}


def encoded(encoding: Literal["base64", "base64url", "base16"]) -> dict[str, Any]:
    """Bytes in an encoding (RFC 4648), padded: JSON Schema's own word for it demands nothing."""
    if encoding == "base16":
        pattern = "^(?:[0-9A-Fa-f]{2})*$"
    else:
        one = f"[{_ALPHABETS[encoding]}]"
        pattern = f"^(?:{one}{{4}})*(?:{one}[AQgw]==|{one}{{2}}[AEIMQUYcgkosw048]=)?$"
    return {"type": "string", "pattern": pattern, "contentEncoding": encoding}


FORMATS: Final[dict[str, dict[str, Any]]] = {
    "ipv4network": _V4,
    "ipv4interface": _V4,
    "ipv6network": _V6,
    "ipv6interface": _V6,
    "ipvanyaddress": _ANY_ADDRESS,
    "ipvanynetwork": {"anyOf": [_V4, _V6]},
    "ipvanyinterface": {"anyOf": [_V4, _V6]},
    **{f"uuid{version}": {"type": "string", "format": "uuid"} for version in range(1, 9)},
    "base64": encoded("base64"),
    "base64url": encoded("base64url"),
    "name-email": {"type": "string"},
    "path": {"type": "string"},
    "file-path": {"type": "string"},
    "directory-path": {"type": "string"},
    "binary": {"type": "string"},
    "decimal": {"type": "string"},
    "fraction": {"type": "string"},
    "multi-host-uri": {"type": "string"},
    "regex": {"type": "string"},
    "zoneinfo": {"type": "string"},
    "json-string": {"type": "string"},
}
"""Formats that Pydantic uses and JSON Schema does not know (``regex`` it knows, but as ECMA-262's
and not as Python's), and what is true of the values instead."""


def naive_schema() -> dict[str, Any]:
    """A date-time without an offset."""
    return {
        "type": "string",
        "pattern": f"^{_DATE}T{_TIME}$",
        KEYWORD: {"timezone": "naive", "temporal": "date-time"},
    }


def time_schema(constraint: str | None) -> dict[str, Any]:
    """A time of day; ``format: time`` (RFC 3339) only where an offset is demanded."""
    if constraint == "aware":
        return {"type": "string", "format": "time", KEYWORD: {"timezone": "aware"}}
    if constraint == "naive":
        facts = {"timezone": "naive", "temporal": "time"}
        return {"type": "string", "pattern": f"^{_TIME}$", KEYWORD: facts}
    return {"type": "string", "pattern": f"^{_TIME}{_OFFSET}?$", KEYWORD: {"temporal": "time"}}


def duration_schema() -> dict[str, Any]:
    """An ISO 8601 duration, as Pydantic writes it."""
    return {"type": "string", "pattern": DURATION, KEYWORD: {"temporal": "duration"}}


def uuid_schema(version: int | None) -> dict[str, Any]:
    """A UUID; of one version only, by the digits that say so (RFC 9562, 4.1 and 4.2)."""
    schema: dict[str, Any] = {"type": "string", "format": "uuid"}
    if version is not None:
        schema["pattern"] = f"^[0-9A-Fa-f]{{8}}-[0-9A-Fa-f]{{4}}-{version}[0-9A-Fa-f]{{3}}-[89ABab]"
    return schema


def bytes_lengths(schema: Any, encoding: Literal["utf8", "base64", "hex"]) -> dict[str, Any]:
    """Bounds in bytes as bounds of the string that holds them, as close as a length can say."""
    least, most = schema.get("min_length"), schema.get("max_length")
    bounds: dict[str, Any] = {}
    if least:
        at_least = {"utf8": -(-least // 4), "base64": -(-4 * least // 3), "hex": 2 * least}
        bounds["minLength"] = at_least[encoding]
    if most is not None:
        at_most = {"utf8": most, "base64": 4 * -(-most // 3), "hex": 2 * most}
        bounds["maxLength"] = at_most[encoding]
    return bounds


def decimal_schema(schema: Any, *, emitted: bool, non_finite: bool) -> dict[str, Any]:
    """A Decimal: emitted as a string; read from a number as well.

    The strings have the digits that ``max_digits`` and ``decimal_places`` allow, and no sign where
    the least value is not negative. An exponent (``1E+3``) stands for so many digits that a pattern
    cannot count them: it is allowed where nothing limits the digits, or what is emitted may have
    it.
    """
    number = {"type": "number"} | _bounds(schema) | _digit_bounds(schema)
    text = {"type": "string", "pattern": f"^{_decimal_pattern(schema, non_finite=non_finite)}$"}
    return text if emitted else {"anyOf": [number, text]}


def _bounds(schema: Any) -> dict[str, Any]:
    words = {
        "ge": "minimum",
        "gt": "exclusiveMinimum",
        "le": "maximum",
        "lt": "exclusiveMaximum",
        "multiple_of": "multipleOf",
    }
    return {
        word: _plain_number(schema[key])
        for key, word in words.items()
        if schema.get(key) is not None
    }


def _digit_bounds(schema: Any) -> dict[str, Any]:
    """What ``max_digits`` and ``decimal_places`` say of a number, where nothing says more."""
    digits, places = schema.get("max_digits"), schema.get("decimal_places")
    bounds: dict[str, Any] = {}
    if places is not None and schema.get("multiple_of") is None:
        bounds["multipleOf"] = _plain_number(Decimal(1).scaleb(-places))
    if digits is None:
        return bounds
    limit = 10 ** max(digits - (places or 0), 0)
    if all(schema.get(key) is None or schema[key] > limit for key in ("le", "lt")):
        bounds["exclusiveMaximum"] = limit
    if all(schema.get(key) is None or schema[key] < -limit for key in ("ge", "gt")):
        bounds["exclusiveMinimum"] = -limit
    return bounds


def _plain_number(value: Any) -> Any:
    """The bound as a JSON number with its own digits: an integer where it is one."""
    number = Decimal(str(value))
    if number == number.to_integral_value():
        return int(number)
    nearest = float(number)
    return nearest if Decimal(repr(nearest)) == number else number


def _decimal_pattern(schema: Any, *, non_finite: bool) -> str:
    digits, places = schema.get("max_digits"), schema.get("decimal_places")
    if digits is None and places is None:
        plain = r"[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
    else:
        plain = f"(?:{_limited(digits, places)}|{_EXPONENT})"
    signed = _signed(plain, schema)
    return f"(?:{signed}|-?Infinity|s?NaN[0-9]*)" if non_finite else signed


def _signed(plain: str, schema: Any) -> str:
    """No sign where nothing below zero is allowed; but ``-0`` is not below zero."""
    at_least, above = schema.get("ge"), schema.get("gt")
    if (at_least is not None and at_least > 0) or (above is not None and above >= 0):
        return plain
    if at_least is not None and at_least == 0:
        return rf"(?:{plain}|-0+(?:\.0+)?(?:[eE][+-]?[0-9]+)?)"
    return f"-?{plain}"


_EXPONENT: Final = r"[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]+"


def _limited(digits: int | None, places: int | None) -> str:
    """Zeros at either end do not count (Pydantic: ``1.10`` has one decimal place)."""
    if digits is None:
        return f"[0-9]+{_fraction(places or 0)}"
    if places is None:
        widths = (f"[0-9]{{{n}}}{_fraction(digits - n)}" for n in range(1, digits + 1))
        return rf"0*(?:{'|'.join(widths)}|0\.[0-9]{{1,{digits}}}0*)"
    whole = digits - places
    left = f"0*[0-9]{{1,{whole}}}" if whole > 0 else "0+"
    return left + _fraction(min(places, digits))


def _fraction(places: int) -> str:
    return rf"(?:\.[0-9]{{1,{places}}}0*)?" if places else r"(?:\.0+)?"
