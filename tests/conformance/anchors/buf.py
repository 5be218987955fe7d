"""Buf: its rules about what JSON and generated code see; its rules about files, wires and calls."""

from __future__ import annotations

from typing import Final

from conformance.anchors.rows import (
    Row,
    both,
    documents,
    expanded,
    foreign,
    narrows,
    record,
    silent,
    text,
    widens,
)

__all__ = ["KINDS", "ROWS"]

KINDS: Final = expanded(
    """
    ENUM_NO_DELETE ENUM_SAME_JSON_FORMAT ENUM_SAME_TYPE ENUM_VALUE_NO_DELETE
    ENUM_VALUE_NO_DELETE_UNLESS_NAME_RESERVED ENUM_VALUE_NO_DELETE_UNLESS_NUMBER_RESERVED
    ENUM_VALUE_SAME_NAME EXTENSION_MESSAGE_NO_DELETE FIELD_NO_DELETE
    FIELD_NO_DELETE_UNLESS_NAME_RESERVED FIELD_NO_DELETE_UNLESS_NUMBER_RESERVED
    FIELD_SAME_CARDINALITY FIELD_SAME_DEFAULT FIELD_SAME_JSON_NAME FIELD_SAME_JSTYPE
    FIELD_SAME_NAME FIELD_SAME_ONEOF FIELD_SAME_TYPE FIELD_SAME_UTF8_VALIDATION
    FIELD_WIRE_JSON_COMPATIBLE_CARDINALITY FIELD_WIRE_JSON_COMPATIBLE_TYPE FILE_NO_DELETE
    FILE_SAME_PACKAGE FILE_SAME_SYNTAX MESSAGE_NO_DELETE
    MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR MESSAGE_SAME_JSON_FORMAT
    MESSAGE_SAME_REQUIRED_FIELDS ONEOF_NO_DELETE PACKAGE_ENUM_NO_DELETE
    PACKAGE_MESSAGE_NO_DELETE PACKAGE_NO_DELETE RESERVED_ENUM_NO_DELETE
    RESERVED_MESSAGE_NO_DELETE RPC_SAME_CLIENT_STREAMING RPC_SAME_IDEMPOTENCY_LEVEL
    RPC_SAME_REQUEST_TYPE RPC_SAME_RESPONSE_TYPE RPC_SAME_SERVER_STREAMING
    """
)
"""The categories WIRE_JSON and CSR whole, and of FILE and PACKAGE what code sees."""


def _enum(*values: str) -> dict[str, object]:
    members = [{"name": value.upper(), "value": value} for value in values]
    return {"type": "string", "enum": list(values), "x-modelpact": {"members": members}}


_PAYMENT: Final = {
    "anyOf": [
        record("card", closed=True, card=text()),
        record("iban", closed=True, iban=text()),
        record("cash", closed=True, cash=True),
    ]
}
_CARDLESS: Final = {"anyOf": _PAYMENT["anyOf"][1:]}
_LOST: Final = documents(User=record("id", id=text()))

ROWS: Final[tuple[Row, ...]] = (
    narrows("{ENUM,MESSAGE,FILE,PACKAGE,PACKAGE_ENUM,PACKAGE_MESSAGE}_NO_DELETE",
            documents(User=record("id", id=text()), Team=record("name", name=text())), _LOST,
            "document-removed", sdk="sdk-type-removed"),
    widens("ENUM_SAME_TYPE", record(size=_enum("s", "m")), record(size={"anyOf": [
        {"type": "string", "enum": ["s", "m"]}, text()]}), "enum"),
    narrows("ENUM_VALUE_NO_DELETE{,_UNLESS_NAME_RESERVED}",
            record(size=_enum("s", "m")), record(size=_enum("s")), "enum"),
    both("ENUM_VALUE_SAME_NAME", record(size=_enum("s", "m")), record(size=_enum("s", "l")),
         "enum"),
    Row("FIELD_NO_DELETE{,_UNLESS_NAME_RESERVED}",
        record("id", "fax", closed=True, id=text(), fax=text()),
        record("id", closed=True, id=text()), ("property-removed",), ("required",)),
    both("FIELD_SAME_{JSON_NAME,NAME}", record("mail", mail=text()), record("email", email=text()),
         "required", content="tolerant"),
    both("{FIELD_SAME,FIELD_WIRE_JSON_COMPATIBLE}_CARDINALITY",
         record(tag=text()), record(tag={"type": "array", "items": text()}), "type"),
    both("{FIELD_SAME,FIELD_WIRE_JSON_COMPATIBLE}_TYPE",
         record(age={"type": "integer"}), record(age=text()), "type"),
    both("FIELD_SAME_JSTYPE",
         record(id={"type": "integer", "format": "int64"}), record(id=text(format="int64")),
         "type"),
    silent("FIELD_SAME_DEFAULT", record(size=text(default="s")), record(size=text(default="m")),
           "validators fill in no defaults; SDKs do, and that is told",
           sdk="sdk-default-changed"),
    narrows("{FIELD_SAME_ONEOF,ONEOF_NO_DELETE}", _PAYMENT, _CARDLESS, "union-member"),
    narrows("MESSAGE_SAME_REQUIRED_FIELDS", record(a=text()), record("a", a=text()), "required"),
    foreign("{ENUM,MESSAGE}_SAME_JSON_FORMAT",
            "a feature of protobuf: every document has its JSON form"),
    foreign("{ENUM_VALUE,FIELD}_NO_DELETE_UNLESS_NUMBER_RESERVED",
            "members and properties have no numbers"),
    foreign("RESERVED_{ENUM,MESSAGE}_NO_DELETE", "JSON Schema reserves no names"),
    foreign("RPC_SAME_{CLIENT_STREAMING,IDEMPOTENCY_LEVEL,REQUEST_TYPE,RESPONSE_TYPE,"
            "SERVER_STREAMING}", "calls, not data; what they carry is a document with a role"),
    foreign("FILE_SAME_{PACKAGE,SYNTAX}", "protobuf's packages and syntaxes"),
    foreign("FIELD_SAME_UTF8_VALIDATION", "JSON is Unicode"),
    foreign("EXTENSION_MESSAGE_NO_DELETE", "protobuf's extensions"),
    foreign("MESSAGE_NO_REMOVE_STANDARD_DESCRIPTOR_ACCESSOR", "protobuf's generated code"),
)  # fmt: skip
