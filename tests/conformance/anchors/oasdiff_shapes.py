"""oasdiff's checks of objects, lists and combinations."""

from __future__ import annotations

from typing import Final

from conformance.anchors.rows import (
    Row,
    array,
    both,
    documents,
    narrows,
    number,
    record,
    silent,
    steps,
    text,
    widens,
)

__all__ = ["SHAPES"]

_OPEN: Final = {"type": "object"}
_ANNOTATION: Final = "an annotation: validators refuse nothing for it"
_MAPPED: Final = "a hint for code: validators hold to the members of the union"


def _obj(**keywords: object) -> dict[str, object]:
    return {"type": "object", **keywords}


_COUNTS: Final = (
    *steps(
        "request-{body,property,read-only-property,parameter}-max-items-decreased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-max-items-increased",
        array(maxItems=9), array(maxItems=3), "item-count",
    ),
    narrows("request-{body,property}-max-items-set", array(), array(maxItems=3), "item-count"),
    *steps(
        "request-{body,property,parameter}-min-items-increased",
        "{request-body,request-property,request-parameter,response-body,response-property}"
        "-min-items-decreased",
        array(minItems=1), array(minItems=2), "item-count",
    ),
    *steps("request-{body,property,parameter}-min-items-set",
           "response-{body,property}-min-items-unset", array(), array(minItems=1), "item-count"),
    *steps("request-{body,property}-unique-items-set",
           "{request,response}-{body,property}-unique-items-unset",
           array(), array(uniqueItems=True), "unique-items"),
    *steps("request-{body,property,read-only-property}-max-properties-decreased",
           "{request,response}-{body,property}-max-properties-increased",
           _obj(maxProperties=2), _obj(maxProperties=1), "property-count"),
    narrows("request-{body,property}-max-properties-set", _OPEN, _obj(maxProperties=1),
            "property-count"),
    *steps("request-{body,property}-min-properties-increased",
           "response-{body,property}-min-properties-decreased",
           _obj(minProperties=1), _obj(minProperties=2), "property-count"),
    *steps("{request,response}-{body,property}-contains-added",
           "{request,response}-{body,property}-contains-removed",
           array(), array(contains=text()), "contains"),
    *steps("{request,response}-{body,property}-min-contains-increased",
           "{request,response}-{body,property}-min-contains-decreased",
           array(contains=text(), minContains=2), array(contains=text(), minContains=3),
           "contains"),
    *steps("{request,response}-{body,property}-max-contains-decreased",
           "{request,response}-{body,property}-max-contains-increased",
           array(contains=text(), maxContains=2), array(contains=text(), maxContains=1),
           "contains"),
    *steps("{request,response}-{body,property}-prefix-items-added",
           "{request,response}-{body,property}-prefix-items-removed",
           array(prefixItems=[text()]), array(prefixItems=[text(), number()]), "type"),
    *steps("{request,response}-{body,property}-unevaluated-items-added",
           "{request,response}-{body,property}-unevaluated-items-removed",
           array(prefixItems=[text()]), array(prefixItems=[text()], unevaluatedItems=False),
           "item-count"),
)  # fmt: skip

_PROPERTIES: Final = (
    *steps("request-property-became-required"
           " response-{property,write-only-property}-became-required",
           "request-property-became-optional"
           " response-{property,write-only-property}-became-optional",
           record(a=text()), record("a", a=text()), "required"),
    narrows("request-property-became-required-with-default",
            record(a=text(default="x")), record("a", a=text(default="x")), "required"),
    Row("new-required-request-property response-required-property-added"
        " response-required-write-only-property-added",
        record("a", a=text()), record("a", "b", a=text(), b=text()), ("required",),
        content="tolerant"),
    Row("new-required-request-property-with-default",
        record("a", a=text()), record("a", "b", a=text(), b=text(default="x")), ("required",),
        content="tolerant"),
    silent("new-optional-request-property response-optional-{property,write-only-property}-added",
           record(a=text()), record(a=text(), b=text()),
           "writers send what is declared, and readers ignore the rest", content="tolerant"),
    silent("request-property-removed response-optional-{property,write-only-property}-removed",
           record(a=text(), b=text()), record(a=text()),
           "writers send what is declared, and readers ignore the rest", content="tolerant",
           sdk="sdk-property-removed"),
    widens("response-required-{property,write-only-property}-removed",
           record("a", "b", a=text(), b=text()), record("a", a=text()), "required",
           content="tolerant"),
    silent("{request,response}-optional-property-became-read-only",
           record(a=text()), record(a=text(readOnly=True)), _ANNOTATION),
    silent("{request,response}-optional-property-became-not-read-only",
           record(a=text(readOnly=True)), record(a=text()), _ANNOTATION),
    silent("{request,response}-optional-property-became-write-only",
           record(a=text()), record(a=text(writeOnly=True)), _ANNOTATION),
    silent("{request,response}-optional-property-became-not-write-only",
           record(a=text(writeOnly=True)), record(a=text()), _ANNOTATION),
    silent("{request,response}-required-property-became-read-only",
           record("a", a=text()), record("a", a=text(readOnly=True)), _ANNOTATION),
    silent("{request,response}-required-property-became-not-read-only",
           record("a", a=text(readOnly=True)), record("a", a=text()), _ANNOTATION),
    silent("{request,response}-required-property-became-write-only",
           record("a", a=text()), record("a", a=text(writeOnly=True)), _ANNOTATION),
    silent("{request,response}-required-property-became-not-write-only",
           record("a", a=text(writeOnly=True)), record("a", a=text()), _ANNOTATION),
    silent("{request,response}-property-deprecated"
           " {request,response}-property-deprecated-sunset-{missing,invalid}",
           record(a=text()), record(a=text(deprecated=True)), _ANNOTATION, sdk="sdk-deprecated"),
    silent("{request,response}-property-deprecated-with-sunset"
           " {request,response}-property-sunset-date-too-small",
           record(a=text()),
           record(a=text(deprecated=True, **{"x-modelpact": {"sunset": "2030-01-01"}})),
           _ANNOTATION, sdk="sdk-deprecated"),
    silent("{request,response}-property-reactivated",
           record(a=text(deprecated=True)), record(a=text()), _ANNOTATION),
    *steps("{request,response}-{body,property}-dependent-required-added",
           "{request,response}-{body,property}-dependent-required-removed",
           _OPEN, _obj(dependentRequired={"a": ["b"]}), "dependency"),
    both("{request,response}-{body,property}-dependent-required-changed",
         _obj(dependentRequired={"a": ["b"]}), _obj(dependentRequired={"a": ["c"]}), "dependency"),
    *steps("{request,response}-{body,property}-dependent-schema-added",
           "{request,response}-{body,property}-dependent-schema-removed",
           _OPEN, _obj(dependentSchemas={"a": {"required": ["b"]}}), "required"),
    *steps("{request,response}-{body,property}-pattern-property-added",
           "{request,response}-{body,property}-pattern-property-removed",
           _OPEN, _obj(patternProperties={"^x-": text()}), "type"),
    *steps("{request,response}-{body,property}-property-names-added",
           "{request,response}-{body,property}-property-names-removed",
           _OPEN, _obj(propertyNames={"pattern": "^[a-z]+$"}), "property-names"),
    *steps("{request,response}-{body,property}-unevaluated-properties-added",
           "{request,response}-{body,property}-unevaluated-properties-removed",
           _OPEN, _obj(unevaluatedProperties=False), "additional-properties"),
    narrows("api-schema-removed",
            documents(User=record("id", id=text()), Team=record("name", name=text())),
            documents(User=record("id", id=text())), "document-removed", sdk="sdk-type-removed"),
)  # fmt: skip

_SHORT: Final = {"maxLength": 3}
_WORD: Final = {"description": "words only"}
_CARD: Final = record("kind", kind={"const": "card"})
_CASH: Final = record("kind", kind={"const": "cash"})
_WIRE: Final = record("kind", kind={"const": "wire"})
_IF: Final = {"if": {"minLength": 9}}


def _mapped(*names: str, by: str = "kind") -> dict[str, object]:
    mapping = {name: f"#/{name}" for name in names}
    return {"oneOf": [_CARD, _CASH], "discriminator": {"propertyName": by, "mapping": mapping}}


_COMBINED: Final = (
    *steps("{request,response}-{body,property}-any-of-removed",
           "{request,response}-{body,property}-any-of-added",
           {"anyOf": [_CARD, _CASH, _WIRE]}, {"anyOf": [_CARD, _CASH]}, "union-member"),
    *steps("{request,response}-{body,property}-one-of-removed",
           "{request,response}-{body,property}-one-of-added",
           {"oneOf": [_CARD, _CASH, _WIRE]}, {"oneOf": [_CARD, _CASH]}, "union-member"),
    *steps("{request,response}-{body,property}-all-of-added",
           "{request,response}-{body,property}-all-of-removed",
           {"allOf": [text()]}, {"allOf": [text(), _SHORT]}, "length"),
    silent("{request,response}-{body,property}-all-of-added-annotation-only",
           {"allOf": [text()]}, {"allOf": [text(), _WORD]}, _ANNOTATION),
    silent("{request,response}-{body,property}-all-of-removed-annotation-only",
           {"allOf": [text(), _WORD]}, {"allOf": [text()]}, _ANNOTATION),
    Row("{request,response}-body-wrapped-in-one-of", _CARD, {"oneOf": [_CASH, _WIRE]},
        ("union-member",), ("const",)),
    widens("{request,response}-body-wrapped-in-one-of-original-preserved",
           _CARD, {"oneOf": [_CARD, _CASH]}, "const"),
    silent("{request,response}-{body,property}-discriminator-added",
           {"oneOf": [_CARD, _CASH]}, _mapped("card", "cash"), _MAPPED),
    silent("{request,response}-{body,property}-discriminator-removed",
           _mapped("card", "cash"), {"oneOf": [_CARD, _CASH]}, _MAPPED),
    silent("{request,response}-{body,property}-discriminator-property-name-changed",
           _mapped("card"), _mapped("card", by="type"), _MAPPED),
    silent("{request,response}-{body,property}-discriminator-mapping-{added,changed}",
           _mapped("card"), _mapped("card", "cash"), _MAPPED),
    silent("{request,response}-{body,property}-discriminator-mapping-deleted",
           _mapped("card", "cash"), _mapped("card"), _MAPPED),
    silent("{request,response}-{body,property}-if-added",
           text(), {**text(), **_IF}, "a condition alone decides nothing"),
    silent("{request,response}-{body,property}-if-removed",
           {**text(), **_IF}, text(), "a condition alone decides nothing"),
    *steps("{request,response}-{body,property}-then-added",
           "{request,response}-{body,property}-then-removed",
           {**text(), **_IF}, {**text(), **_IF, "then": {"pattern": "^a"}}, "pattern"),
    *steps("{request,response}-{body,property}-else-added",
           "{request,response}-{body,property}-else-removed",
           {**text(), **_IF}, {**text(), **_IF, "else": {"pattern": "^a"}}, "pattern"),
)  # fmt: skip

SHAPES: Final[tuple[Row, ...]] = (*_COUNTS, *_PROPERTIES, *_COMBINED)
