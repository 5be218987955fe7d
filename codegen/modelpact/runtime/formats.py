"""Formats that Pydantic writes and JSON Schema does not know, as predicates on strings.

They are held to the same sets as in the TypeScript validators.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

__all__ = ["FORMATS"]

_UUID: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-([0-9])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
    re.IGNORECASE | re.ASCII,
)
_BASE64URL: Final = re.compile(r"[\w-]*={0,2}", re.ASCII)
_DECIMAL: Final = re.compile(
    r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?", re.IGNORECASE | re.ASCII
)
_NAMED: Final = re.compile(r"[^<>]*<([^<>]*)>", re.DOTALL)
_BITS: Final = re.compile(r"\d{1,3}", re.ASCII)


def _uuid(version: str) -> Callable[[str], bool]:
    def is_uuid(text: str) -> bool:
        found = _UUID.fullmatch(text)
        return found is not None and found[1] == version

    return is_uuid


def _standard(name: str) -> Callable[[str], bool]:
    """A format of JSON Schema, which the validator itself checks."""
    validator = None

    def is_of_format(text: str) -> bool:
        nonlocal validator
        if validator is None:
            import jsonschema_rs

            validator = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)
        return validator.is_valid(text)

    return is_of_format


_ipv4: Final = _standard("ipv4")
_ipv6: Final = _standard("ipv6")
_email: Final = _standard("email")


def _is_network(text: str, is_address: Callable[[str], bool], bits: int) -> bool:
    address, slash, prefix = text.partition("/")
    if not is_address(address):
        return False
    if not slash:
        return True
    if _BITS.fullmatch(prefix):
        return int(prefix) <= bits
    return bits == 32 and _ipv4(prefix)  # noqa: PLR2004 - a mask, as 255.255.0.0


def _ipv4_network(text: str) -> bool:
    return _is_network(text, _ipv4, 32)


def _ipv6_network(text: str) -> bool:
    return _is_network(text, _ipv6, 128)


def _any_network(text: str) -> bool:
    return _ipv4_network(text) or _ipv6_network(text)


def _name_email(text: str) -> bool:
    named = _NAMED.fullmatch(text)
    return _email(text if named is None else named[1])


def _json_string(text: str) -> bool:
    import orjson

    try:
        orjson.loads(text)
    except orjson.JSONDecodeError:
        return False
    return True


FORMATS: Final[Mapping[str, Callable[[str], bool]]] = {
    **{f"uuid{version}": _uuid(str(version)) for version in range(1, 9)},
    "base64url": lambda text: _BASE64URL.fullmatch(text) is not None,
    "decimal": lambda text: _DECIMAL.fullmatch(text) is not None,
    "ipv4network": _ipv4_network,
    "ipv6network": _ipv6_network,
    "ipvanyaddress": lambda text: _ipv4(text) or _ipv6(text),
    "ipvanyinterface": _any_network,
    "ipvanynetwork": _any_network,
    "json-string": _json_string,
    "name-email": _name_email,
}
