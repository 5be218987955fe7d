"""Which formats are checked, and by which function of the package's runtime.

A format that a dialect does not know is an annotation there. Formats that Pydantic uses and JSON
Schema does not know are checked in every dialect.
"""

from __future__ import annotations

from typing import Final

__all__ = ["CHECKERS", "is_checked"]

_COMMON: Final = frozenset({"date-time", "email", "hostname", "idn-email", "ipv4", "ipv6"})
_DRAFT4: Final = _COMMON | {"regex", "uri", "date", "time"}
_DRAFT6: Final = _DRAFT4 | {"json-pointer", "uri-reference", "uri-template"}
_DRAFT7: Final = _DRAFT6 | {"idn-hostname", "iri", "iri-reference", "relative-json-pointer"}
_LATER: Final = _DRAFT7 | {"duration", "uuid"}
_BY_DIALECT: Final = {"draft4": _DRAFT4, "draft6": _DRAFT6, "draft7": _DRAFT7}

_OWN: Final = {
    **{f"uuid{version}": f"uuid{version}" for version in range(1, 9)},
    "base64url": "base64url",
    "decimal": "decimal",
    "ipv4network": "ipv4Network",
    "ipv6network": "ipv6Network",
    "ipvanyaddress": "ipvAnyAddress",
    "ipvanyinterface": "ipvAnyNetwork",
    "ipvanynetwork": "ipvAnyNetwork",
    "json-string": "jsonString",
    "name-email": "nameEmail",
}

CHECKERS: Final = {
    "date": "date",
    "date-time": "dateTime",
    "time": "time",
    "duration": "duration",
    "email": "email",
    "idn-email": "idnEmail",
    "hostname": "hostname",
    "idn-hostname": "idnHostname",
    "ipv4": "ipv4",
    "ipv6": "ipv6",
    "uri": "uri",
    "uri-reference": "uriReference",
    "iri": "iri",
    "iri-reference": "iriReference",
    "uri-template": "uriTemplate",
    "uuid": "uuid",
    "json-pointer": "jsonPointer",
    "relative-json-pointer": "relativeJsonPointer",
    "regex": "regex",
    **_OWN,
}
"""The function of the runtime for each format."""


def is_checked(name: str, dialect: str) -> bool:
    """Whether a format restricts anything.

    Args:
        name: The format.
        dialect: The name of the dialect that it is used in.

    """
    return name in _OWN or name in _BY_DIALECT.get(dialect, _LATER)
