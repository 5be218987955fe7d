"""Every document of the real contract, whichever the audience, is what it says it is."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from modelpact.documents.bundle import bundle
from modelpact.documents.canonical import canonical_bytes, order_keywords
from modelpact.documents.sets import DocumentSet
from modelpact.export import Discovery, ExportRequest, discover, export_contract

MODELS = Path(__file__).parents[2] / "models"
FACTS = json.loads(
    resources.files("modelpact.documents").joinpath("x-modelpact.schema.json").read_text()
)


@cache
def documents(audience: str) -> DocumentSet:
    models = discover(Discovery("lead_ignite", path=(MODELS,)))
    return export_contract(ExportRequest("lead-ignite", models, audience=audience)).documents  # type: ignore[arg-type]


def facts_in(schema: Any) -> list[Any]:
    if isinstance(schema, list):
        return [fact for item in schema for fact in facts_in(item)]
    if not isinstance(schema, dict):
        return []
    own = [schema["x-modelpact"]] if "x-modelpact" in schema else []
    return own + [fact for inner in schema.values() for fact in facts_in(inner)]


@pytest.mark.parametrize("audience", ["public", "internal"])
class TestTheRealContract:
    def test_documents_are_valid_2020_12(self, audience: str) -> None:
        for document in (*documents(audience), bundle(documents(audience))):
            schema: Any = document.schema
            jsonschema_rs.meta.validate(schema)

    def test_facts_are_valid_by_their_published_schema(self, audience: str) -> None:
        validator = jsonschema_rs.validator_for(
            {**FACTS, "additionalProperties": False}, validate_formats=True
        )
        for document in documents(audience):
            for facts in facts_in(document.schema):
                assert list(validator.iter_errors(facts)) == [], document.file

    def test_references_lead_to_documents_of_the_set(self, audience: str) -> None:
        found = documents(audience)
        for document in found:
            text = canonical_bytes(document.schema).decode()
            for line in text.splitlines():
                key, _, value = line.strip().rstrip(",").partition(": ")
                if key == '"$ref"':
                    assert json.loads(value) in found.documents, document.file

    def test_keywords_are_in_canonical_order(self, audience: str) -> None:
        for document in documents(audience):
            ordered = order_keywords(document.schema)
            assert canonical_bytes(ordered) == canonical_bytes(document.schema), document.file

    def test_examples_and_defaults_are_valid(self, audience: str) -> None:
        definitions: Any = bundle(documents(audience)).schema
        for document in documents(audience):
            validator = jsonschema_rs.validator_for(
                {**definitions, "$ref": f"#/$defs/{document.name}"}, validate_formats=True
            )
            schema: Any = document.schema
            for example in schema.get("examples", ()):
                assert [e.message for e in validator.iter_errors(example)] == [], document.file
            for name, property_ in schema.get("properties", {}).items():
                if "default" in property_:
                    inner = {**definitions, "$ref": f"#/$defs/{document.name}/properties/{name}"}
                    assert jsonschema_rs.validator_for(inner).is_valid(property_["default"])


def test_nothing_internal_is_public() -> None:
    text = canonical_bytes(bundle(documents("public")).schema).decode()
    for word in ("password_hash", "access_token", "recovery_codes", "provider_reference"):
        assert word not in text
