from __future__ import annotations

from typing import Any

from modelpact.compat.compiling.fingerprints import Fingerprint, Fingerprints
from modelpact.compat.texts import exact_bytes
from modelpact.documents.references import Registry


def fingerprint(schema: Any, reference: str = "#/$defs/x", beside: Any = None) -> Fingerprint:
    registry = Registry({"a.json": schema, "b.json": beside or {}})
    return Fingerprints(registry).of(registry.resolve(registry.root("a.json"), reference))


def definitions(**schemas: Any) -> Any:
    return {"$defs": schemas}


def refer(name: str) -> Any:
    return {"$ref": f"#/$defs/{name}"}


def holding(*held: Any) -> Any:
    return {"type": "object", "properties": {f"p{n}": schema for n, schema in enumerate(held)}}


def test_equal_definitions_have_one_fingerprint_whatever_stands_beside_them() -> None:
    first = fingerprint(definitions(x={"type": "null"}, y={}))
    second = fingerprint(definitions(x={"type": "null"}, z={"const": 1}))
    assert first == second
    assert not first.recursive


def test_words_that_restrict_nothing_do_not_count() -> None:
    said = {"type": "null", "title": "X", "description": "An x.", "examples": [None]}
    assert fingerprint(definitions(x=said)) == fingerprint(definitions(x={"type": "null"}))


def test_what_a_definition_refers_to_counts() -> None:
    first = fingerprint(definitions(x=refer("y"), y={"type": "null"}))
    second = fingerprint(definitions(x=refer("y"), y={"type": "string"}))
    assert first.digest != second.digest


def test_the_dialect_counts() -> None:
    old = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **definitions(x={"minContains": 2}),
    }
    assert fingerprint(old).digest != fingerprint(definitions(x={"minContains": 2})).digest


def test_numbers_and_booleans_are_told_apart() -> None:
    digests = {fingerprint(definitions(x={"const": c})).digest for c in (1, True, "1", 1.5, None)}
    assert len(digests) == 5


def test_a_cycle_is_recursive_and_what_only_leads_to_it_is_not() -> None:
    schema = definitions(x=holding(refer("y")), y=holding(refer("x")), z=holding(refer("x")))
    assert fingerprint(schema).recursive
    assert not fingerprint(schema, "#/$defs/z").recursive


def test_equal_cycles_in_two_documents_have_equal_fingerprints() -> None:
    schema = definitions(x=holding(refer("y"), {"type": "null"}), y=holding(refer("x")))
    more = definitions(**schema["$defs"], other={"const": 1})
    assert fingerprint(schema) == fingerprint(more)
    assert fingerprint(schema, "#/$defs/y") == fingerprint(more, "#/$defs/y")


def test_cycles_that_differ_far_away_differ() -> None:
    def ring(last: Any) -> Any:
        links = {f"d{n}": holding(refer(f"d{n + 1}")) for n in range(8)}
        return definitions(x=holding(refer("d0")), **links, d8=holding(refer("x"), last))

    assert fingerprint(ring({"type": "null"})).digest != fingerprint(ring({})).digest


def test_members_of_one_cycle_are_told_apart() -> None:
    schema = definitions(x=holding(refer("y")), y=holding(refer("x"), {"type": "null"}))
    assert fingerprint(schema).digest != fingerprint(schema, "#/$defs/y").digest


def test_a_reference_into_another_file_counts_by_what_it_says() -> None:
    schema = definitions(x={"$ref": "b.json"})
    first = fingerprint(schema, beside={"type": "null"})
    second = fingerprint(schema, beside={"type": "string"})
    assert first.digest != second.digest


def test_a_long_chain_of_references_is_no_recursion() -> None:
    chain = {f"d{n}": holding(refer(f"d{n + 1}")) for n in range(3_000)}
    schema = definitions(x=refer("d0"), **chain, d3000={"type": "null"})
    assert not fingerprint(schema).recursive


def test_the_dynamic_scope_makes_a_fingerprint_one_of_its_place() -> None:
    schema = definitions(x={"$dynamicRef": "#node"}, y={"$dynamicAnchor": "node"})
    assert fingerprint(schema).dynamic


def test_bytes_are_the_same_in_any_order_of_keys() -> None:
    assert exact_bytes({"a": 1, "b": [2]}) == exact_bytes({"b": [2], "a": 1})
    assert exact_bytes(2**70) != exact_bytes(2.0**70)
