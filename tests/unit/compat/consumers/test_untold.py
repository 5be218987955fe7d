"""Findings about programs beside findings about payloads, in contracts of several documents."""

from __future__ import annotations

from typing import Any

import pytest

from modelpact import compare
from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.comparing import untold
from support.releases import documents
from support.sdk_edits import BRANDED, TEXT, model, nullable

B = {"$ref": "B.schema.json"}
HOLDER = model(("b",), "entity", b=B)


def a(required: tuple[str, ...] = ("a",), **members: Any) -> dict[str, Any]:
    return {"A": model(required, "entity", **members)}


def b(schema: Any) -> dict[str, Any]:
    return {"A": HOLDER, "B": schema}


A = a(a=TEXT)
CAT = model(("kind",), kind={"const": "cat"})
LION = model(("kind",), kind={"const": "lion"})
DOG = model(("kind",), kind={"const": "dog"})
PETS: dict[str, Any] = {
    "Pets": {"oneOf": [{"$ref": "Cat.schema.json"}, {"$ref": "Dog.schema.json"}]}
}


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        (A, a(a={"type": "integer"}), set()),
        (A, a((), a=TEXT), set()),
        (A, a(("a", "c"), a=TEXT, c=TEXT), set()),
        (A, a(a=nullable(TEXT)), set()),
        (A, a(("c",), c=TEXT), set()),
        (A, a(a={**BRANDED, "maxLength": 3}), set()),
        (a(a=BRANDED), a(a={**TEXT, "maxLength": 3}), {"sdk-brand-changed"}),
        (b(TEXT), {"C": HOLDER, "B": TEXT}, {"sdk-type-renamed"}),
        (b(model(("x",), x=TEXT)), b(model((), x=TEXT)), set()),
        (b(model(("x",), x=TEXT)), b(model(("x",), x=nullable(TEXT))), set()),
        (b({"enum": ["x"]}), b({"enum": ["x", "y"]}), set()),
        (b({"enum": ["x", "y"]}), b({"enum": ["x"]}), set()),
        (b({"enum": ["x"]}), a(("b",), b={"enum": ["x", "y"]}), {"sdk-type-removed"}),
    ],
)
def test_a_program_is_not_told_of_where_a_payload_breaks_for_the_same_reason(
    old: dict[str, Any], new: dict[str, Any], left: set[str]
) -> None:
    versions = documents(**old), documents(**new)
    sdk, data = sdk_findings(*versions), compare(*versions).findings
    assert data
    assert {finding.rule for finding in untold(sdk, data)} == left
    assert untold(sdk, ()) == sdk


def test_a_tag_is_known_by_the_union_that_did_not_change() -> None:
    old = documents(**PETS, Cat=CAT, Dog=DOG)
    (finding,) = sdk_findings(old, documents(**PETS, Cat=LION, Dog=DOG))
    assert finding.rule == "sdk-tag-changed"


def test_a_brand_that_documents_without_a_change_have_is_still_there() -> None:
    old = documents(**a(a=BRANDED), C=model(c={"type": "array", "items": BRANDED}))
    new = documents(**a(a=TEXT), C=model(c={"type": "array", "items": BRANDED}))
    assert sdk_findings(old, new) == ()
    (finding,) = sdk_findings(old, documents(**a(a=TEXT), C=model(c=TEXT)))[:1]
    assert finding.rule == "sdk-brand-changed"


def test_a_default_of_what_is_always_there_is_nobodys_news() -> None:
    one, two = ({**TEXT, "default": text} for text in ("x", "y"))
    assert sdk_findings(documents(**a(a=one)), documents(**a(a=two))) == ()
    (finding,) = sdk_findings(documents(**a((), a=one)), documents(**a((), a=two)))
    assert finding.rule == "sdk-default-changed"
