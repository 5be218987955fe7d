from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import modelpact
from modelpact.documents.loading import load_file
from modelpact.runtime.facts import FactFinder
from modelpact.runtime.resources import root_place
from modelpact.runtime.rewriting import rewritten
from support.random_kinds import KINDS, draw_family
from support.random_payloads import PayloadSource

_SCHEMAS = Path(__file__).parents[2] / "schemas"
_BASE = "https://contract.invalid/"


def _rewritten(schema: Any, documents: dict[str, Any] | None = None) -> Any:
    given = {f"{_BASE}{name}": document for name, document in (documents or {}).items()}

    def retrieve(uri: str) -> Any:
        if uri not in given:
            raise ValueError(uri)
        return given[uri]

    return rewritten(root_place(schema, f"{_BASE}root.json"), FactFinder(retrieve))


def _tags(draw: st.DrawFn) -> Any:
    values = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True))
    if len(values) == 1 and draw(st.booleans()):
        return {"const": values[0]}
    return {"enum": values} if draw(st.booleans()) else {"type": "string", "enum": values}


@st.composite
def members(draw: st.DrawFn, names: list[str]) -> Any:
    """A member of a union: mostly an object with a tag, which may be optional or missing."""
    kind = draw(st.sampled_from(["object"] * 6 + ["any", "string", "null", "number", "reference"]))
    if kind == "reference" and names:
        return {"$ref": f"#/$defs/{draw(st.sampled_from(names))}"}
    if kind != "object":
        return {} if kind == "any" else {"type": kind if kind != "reference" else "integer"}
    found: dict[str, Any] = {"type": "object"} if draw(st.integers(0, 5)) else {}
    found["properties"] = {
        name: _tags(draw) if draw(st.integers(0, 4)) else {"type": "number"}
        for name in draw(st.lists(st.sampled_from(["kind", "type", "x"]), max_size=3, unique=True))
    }
    found["required"] = [n for n in found["properties"] if draw(st.integers(0, 3))]
    if draw(st.integers(0, 3)) == 0:
        found["additionalProperties"] = False
    return found


@st.composite
def unions(draw: st.DrawFn) -> Any:
    """Members may stand elsewhere, be unions themselves, or be closed from outside."""
    definitions: dict[str, Any] = {}
    for name in ("A", "B", "C"):
        definitions[name] = draw(members(list(definitions)))
        if draw(st.integers(0, 3)) == 0:
            inner = draw(st.lists(members(list(definitions)), min_size=1, max_size=3))
            definitions[name] = {draw(st.sampled_from(["oneOf", "anyOf"])): inner}
    found: dict[str, Any] = {
        draw(st.sampled_from(["oneOf", "anyOf"])): draw(
            st.lists(members(list(definitions)), min_size=1, max_size=5)
        )
    }
    if draw(st.integers(0, 3)) == 0:
        found["unevaluatedProperties"] = False
    if draw(st.integers(0, 3)) == 0:
        found["type"] = "object"
    if draw(st.integers(0, 5)) == 0:
        found |= {"if": {"required": ["x"]}, "then": {"minProperties": 2}}
    return {**found, "$defs": definitions}


@st.composite
def tagged_unions(draw: st.DrawFn) -> Any:
    """Objects that a tag tells apart, mostly; some do not ask for it."""
    values = draw(st.permutations("abcdefgh"))
    definitions: dict[str, Any] = {}
    for number in range(draw(st.integers(2, 5))):
        tag: Any = {"const": values[number]}
        if draw(st.integers(0, 4)) == 0:
            tag = {"enum": [values[number], values[draw(st.integers(0, 7))]]}
        definitions[f"M{number}"] = {
            "type": "object",
            "properties": {"kind": tag, "x": {"type": draw(st.sampled_from(["string", "null"]))}},
            "required": draw(st.sampled_from([["kind"], ["kind"], ["kind", "x"], ["x"], []])),
        }
    listed: list[Any] = [{"$ref": f"#/$defs/{name}"} for name in definitions]
    if draw(st.booleans()):
        listed.append({"type": "null"})
    found = {draw(st.sampled_from(["oneOf", "anyOf"])): listed, "$defs": definitions}
    return found | ({"unevaluatedProperties": False} if draw(st.integers(0, 3)) == 0 else {})


_UNIONS = st.one_of(unions(), tagged_unions())


@settings(max_examples=200, deadline=None)
@given(_UNIONS)
def test_a_rewritten_union_accepts_what_the_union_did(schema: Any) -> None:
    made = _rewritten(schema)
    assert modelpact.contains(outer=made, inner=schema).answer == "yes"
    assert modelpact.contains(outer=schema, inner=made).answer == "yes"


@settings(max_examples=150, deadline=None)
@given(_UNIONS, st.integers(0, 1_000_000))
def test_validators_accept_the_same_and_find_fault_with_the_same(schema: Any, seed: int) -> None:
    made = _rewritten(schema)
    before, after = jsonschema_rs.validator_for(schema), jsonschema_rs.validator_for(made)
    source = PayloadSource(Random(seed), (schema,))
    for payload in source.draw((schema,), 24):
        accepted = before.is_valid(payload)
        assert after.is_valid(payload) == accepted
        assert bool(list(after.iter_errors(payload))) != accepted


@pytest.mark.parametrize("kind", KINDS)
def test_no_schema_changes_its_meaning_by_being_rewritten(kind: str) -> None:
    changed = 0
    for seed in range(40):
        for schema in draw_family(kind, seed):
            made = _rewritten(schema)
            if made == schema:
                continue
            changed += 1
            try:
                before = jsonschema_rs.validator_for(schema)
            except ValueError:
                continue
            after = jsonschema_rs.validator_for(made)
            source = PayloadSource(Random(seed), (schema,))
            for payload in source.draw((schema,), 20):
                assert after.is_valid(payload) == before.is_valid(payload)
    assert bool(changed) == (kind not in {"formats", "draft 7", "draft 4"})


def _documents(contract: str) -> dict[str, Any]:
    found = {}
    for file in sorted((_SCHEMAS / contract / "next").glob("*.schema.json")):
        if file.name != "bundle.schema.json":
            schema: Any = load_file(file)
            found[file.name] = {key: value for key, value in schema.items() if key != "$id"}
    return found


def _changed(contract: str) -> Iterator[tuple[dict[str, Any], str, Any]]:
    documents = _documents(contract)
    for name, schema in documents.items():
        made = _rewritten(schema, documents)
        if made != schema:
            yield documents, name, made


def test_every_union_of_lead_ignite_keeps_its_meaning() -> None:
    proved = []
    for documents, name, made in _changed("lead-ignite-internal"):
        schema = documents[name]
        assert modelpact.contains(outer=made, inner=schema, resources=documents).answer == "yes"
        assert modelpact.contains(outer=schema, inner=made, resources=documents).answer == "yes"
        proved.append(name)
    assert {"Integration.schema.json", "PaymentMethod.schema.json"} & {*proved}
    assert len(proved) > 10
