"""What holds of every generated Python package: it reads what its schema accepts, and writes it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema_rs
from hypothesis import HealthCheck, Phase, given, reject, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Graph, Record
from modelpact.targets.python import TARGET
from support.python_packages import generated
from support.schemas import document_set, documents, values

# Shrinking would generate, write and import a package for every step.
few = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
samples = st.lists(values(), min_size=12, max_size=12)


def exact_graph(schema: Any) -> Graph:
    """The graph of a schema that means to the graph what it means to a validator."""
    try:
        graph = lower(document_set(Root=schema))
    except ModelpactError:
        reject()
    if any(note.rule in {"implied-type", "narrowed-type"} for note in graph.notes):
        reject()
    return graph


def ignores_members(graph: Graph) -> bool:
    bodies = [d.body for d in graph.definitions.values()]
    return any(isinstance(b, Record) and b.extras == "unsaid" and b.properties for b in bodies)


def same(one: Any, other: Any) -> bool:
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


@few
@given(documents(), samples)
def test_what_the_schema_accepts_is_read_and_written_unchanged(
    schema: Any, payloads: list[Any]
) -> None:
    graph = exact_graph(schema)
    accepts = jsonschema_rs.validator_for(schema, validate_formats=True).is_valid
    with generated(document_set(Root=schema)) as package:
        for payload in filter(accepts, payloads):
            value = package.from_json(package.Root, json.dumps(payload))
            written = json.loads(package.to_json(package.Root, value))

            assert accepts(written)
            assert ignores_members(graph) or same(written, payload)


@few
@given(documents(), samples)
def test_what_the_schema_refuses_is_refused_unless_the_target_said_so(
    schema: Any, payloads: list[Any]
) -> None:
    graph = exact_graph(schema)
    accepts = jsonschema_rs.validator_for(schema, validate_formats=True).is_valid
    if graph.notes or TARGET.render(graph, {}).diagnostics:
        reject()
    with generated(document_set(Root=schema)) as package:
        for payload in payloads:
            if not accepts(payload):
                try:
                    read = package.from_json(package.Root, json.dumps(payload))
                except ValidationError:
                    continue
                raise AssertionError((payload, read))
