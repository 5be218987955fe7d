"""oasdiff: its checks of schemas, in requests (our ``backward``) and in responses (``forward``).

It has one check for each change at each position in each direction; one pair shows them all.
"""

from __future__ import annotations

from typing import Final

from conformance.anchors.oasdiff_shapes import SHAPES
from conformance.anchors.rows import (
    Row,
    both,
    expanded,
    foreign,
    narrows,
    number,
    silent,
    steps,
    text,
    widens,
)  # fmt: skip

__all__ = ["KINDS", "ROWS"]

_INTEGER: Final = {"type": "integer"}
_OPEN: Final = {"type": "object"}
_FALLBACK: Final = "validators fill in no defaults; SDKs do, and that is told"


def _obj(**keywords: object) -> dict[str, object]:
    return {"type": "object", **keywords}


_BOUNDS: Final = (
    *steps(
        "request-{body,property,read-only-property,parameter}-max-decreased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-max-increased",
        number(maximum=9), number(maximum=3), "bounds",
    ),
    narrows("request-{body,property,parameter}-max-set", number(), number(maximum=3), "bounds"),
    *steps(
        "request-{body,property,read-only-property,parameter}-min-increased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-min-decreased",
        number(minimum=3), number(minimum=9), "bounds",
    ),
    narrows("request-{body,property,parameter}-min-set", number(), number(minimum=3), "bounds"),
    *steps(
        "request-{body,property,read-only-property,parameter}-exclusive-max-decreased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-exclusive-max-increased",
        number(exclusiveMaximum=9), number(exclusiveMaximum=3), "bounds",
    ),
    narrows("request-{body,property,parameter}-exclusive-max-set",
            number(), number(exclusiveMaximum=3), "bounds"),
    *steps(
        "request-{body,property,read-only-property,parameter}-exclusive-min-increased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-exclusive-min-decreased",
        number(exclusiveMinimum=3), number(exclusiveMinimum=9), "bounds",
    ),
    narrows("request-{body,property,parameter}-exclusive-min-set",
            number(), number(exclusiveMinimum=3), "bounds"),
    narrows("request-{body,property}-multiple-of-set", number(), number(multipleOf=2),
            "multiple-of"),
    widens("{request,response}-{body,property}-multiple-of-unset", number(multipleOf=2), number(),
           "multiple-of"),
    both("{request,response}-{body,property}-multiple-of-changed",
         number(multipleOf=3), number(multipleOf=4), "multiple-of"),
    *steps("response-{body,property}-multiple-of-specialized",
           "request-{body,property}-multiple-of-generalized",
           number(multipleOf=2), number(multipleOf=4), "multiple-of"),
)  # fmt: skip

_LENGTHS: Final = (
    *steps(
        "request-{body,property,read-only-property,parameter}-max-length-decreased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-max-length-increased",
        text(maxLength=9), text(maxLength=3), "length",
    ),
    *steps("request-{body,property,parameter}-max-length-set",
           "response-{body,property}-max-length-unset", text(), text(maxLength=3), "length"),
    *steps(
        "request-{body,property,parameter}-min-length-increased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-min-length-decreased",
        text(minLength=3), text(minLength=9), "length",
    ),
    *steps("{request-property,request-parameter,response-property}-pattern-added",
           "{request-property,request-parameter,response-property}-pattern-removed",
           text(), text(pattern="^a"), "pattern"),
    both("{request-property,request-parameter,response-property}-pattern-changed",
         text(pattern="^a"), text(pattern="^b"), "pattern"),
    widens("request-{property,parameter}-pattern-generalized",
           text(pattern="^[0-9]+$"), text(pattern="^[0-9]*$"), "pattern"),
    silent("{request,response}-{body,property}-content-schema-added",
           text(contentMediaType="application/json"),
           text(contentMediaType="application/json", contentSchema=_OPEN),
           "an annotation: validators do not look into strings"),
    silent("{request,response}-{body,property}-content-schema-removed",
           text(contentMediaType="application/json", contentSchema=_OPEN),
           text(contentMediaType="application/json"),
           "an annotation: validators do not look into strings"),
    silent("{request,response}-{body,property}-content-media-type-changed",
           text(contentMediaType="image/png"), text(contentMediaType="image/webp"),
           "an annotation: validators do not look into strings"),
    silent("{request,response}-{body,property}-content-encoding-changed",
           text(contentEncoding="base64"), text(contentEncoding="base32"),
           "an annotation: validators do not look into strings"),
)  # fmt: skip

_VALUES: Final = (
    narrows("request-{body,property,parameter,header-property}-became-enum",
            text(), text(enum=["a", "b"]), "enum"),
    *steps(
        "request-{body,property,read-only-property,parameter,parameter-property}-enum-value-removed"
        " response-{property,mediatype}-enum-value-removed",
        "request-{property,parameter,parameter-property}-enum-value-added"
        " response-{property,write-only-property}-enum-value-added",
        {"enum": ["a", "b"]}, {"enum": ["a"]}, "enum",
    ),
    silent("request-{property,parameter}-x-extensible-enum-value-removed",
           text(**{"x-extensible-enum": ["a", "b"]}), text(**{"x-extensible-enum": ["a"]}),
           "a list that readers must not hold to; ours is `extensible`, for SDKs"),
    *steps("{request,response}-{body,property}-const-added",
           "{request,response}-{body,property}-const-removed",
           text(), text(const="a"), "const"),
    both("{request,response}-{body,property}-const-changed",
         text(const="a"), text(const="b"), "const"),
    *steps(
        "request-{body,property,parameter,parameter-property}-became-not-nullable"
        " response-{body,property}-became-not-nullable",
        "request-{body,property,parameter,parameter-property}-became-nullable"
        " response-{body,property}-became-nullable",
        {"type": ["string", "null"]}, text(), "nullability",
    ),
    both("{request,response}-{body,property}-type-changed"
         " request-{parameter,parameter-property}-type-changed", text(), number(), "type"),
    *steps(
        "response-{body,property}-type-specialized request-parameter-property-type-specialized",
        "{request,response}-{body,property}-type-generalized"
        " request-{parameter,parameter-property}-type-generalized",
        number(), _INTEGER, "type",
    ),
    *steps(
        "request-{body,property,parameter,parameter-property}-list-of-types-narrowed"
        " response-{body,property}-list-of-types-narrowed",
        "request-{body,property,parameter,parameter-property}-list-of-types-widened"
        " response-{body,property}-list-of-types-widened",
        {"type": ["string", "number"]}, text(), "type",
    ),
    *steps("{request,response}-body-media-type-schema-added",
           "{request,response}-body-media-type-schema-removed", True, _OPEN, "type"),
    silent("{request-body,request-property,request-parameter,response-body,response-property}"
           "-default-value-added", text(), text(default="a"), _FALLBACK),
    silent("{request-body,request-property,request-parameter,response-body,response-property}"
           "-default-value-changed", text(default="a"), text(default="b"), _FALLBACK),
    silent("{request-body,request-property,request-parameter,response-body,response-property}"
           "-default-value-removed", text(default="a"), text(), _FALLBACK),
)  # fmt: skip

_FOREIGN: Final = (
    foreign("{request,response}-{body,property}-type-compatible",
            "media types such as XML in which every value is text"),
    foreign("{request,response}-body-media-type-item-schema-{added,removed}"
            " response-body-media-type-item-schema-removed-untyped", "streams of media types"),
    foreign("{request,response}-property-stability-{decreased,increased}",
            "an extension of OpenAPI; lives of fields are followed by their sunset"),
)  # fmt: skip

ROWS: Final[tuple[Row, ...]] = (*_BOUNDS, *_LENGTHS, *_VALUES, *SHAPES, *_FOREIGN)

KINDS: Final = tuple(kind for row in ROWS for kind in expanded(row.kinds))
"""Its checks of the schemas of bodies, properties and parameters; not those of paths, security,
headers, status codes and whether a body or a parameter is there at all."""
