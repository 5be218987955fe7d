"""What holds of every schema: it means the same as a graph, or it is refused by name."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
from hypothesis import assume, given, reject, settings
from hypothesis import strategies as st

from modelpact.errors import ModelpactError
from modelpact.graph.nodes import Graph
from modelpact.graph.walk import references_of
from support.admission import Admission
from support.schemas import documents, graph_of, values

_REFUSALS = {"reference-cycle"}


def _lower(schema: Any) -> Graph:
    """The graph; a schema that is a circle in place is not one that the laws speak of."""
    try:
        return graph_of(schema)
    except ModelpactError as error:
        if {fault.rule for fault in error.faults} <= _REFUSALS:
            reject()
        raise


def _is_exact(graph: Graph) -> bool:
    """Whether the graph claims to say all that the schema says."""
    found = graph.definitions.values()
    return not graph.notes and not any(
        d.unexpressed or any(p.unexpressed for p in getattr(d.body, "properties", ()))
        for d in found
    )


@given(documents(), st.lists(values(), min_size=8, max_size=8))
def test_what_a_schema_accepts_is_of_its_type(schema: Any, samples: list[Any]) -> None:
    graph = _lower(schema)
    validator = jsonschema_rs.Draft202012Validator(schema)
    admission = Admission(graph)
    if any(note.rule in {"implied-type", "narrowed-type"} for note in graph.notes):
        return
    for value in samples:
        if validator.is_valid(value):
            assert admission.definition("Root", value), value


@given(documents(), st.lists(values(), min_size=8, max_size=8))
def test_what_is_of_a_type_is_accepted_unless_the_graph_says_otherwise(
    schema: Any, samples: list[Any]
) -> None:
    graph = _lower(schema)
    assume(_is_exact(graph))
    validator = jsonschema_rs.Draft202012Validator(schema)
    admission = Admission(graph)
    for value in samples:
        if admission.definition("Root", value):
            assert validator.is_valid(value), value


@given(documents(), st.permutations(["Alpha", "Beta", "Gamma"]))
@settings(max_examples=30)
def test_the_order_of_definitions_changes_no_name_and_no_body(
    schema: Any, order: list[str]
) -> None:
    graph = _lower(schema)
    other = _lower({**schema, "$defs": {name: schema["$defs"][name] for name in order}})
    assert dict(graph.definitions) == dict(other.definitions)


@given(documents())
@settings(max_examples=30)
def test_every_reference_leads_to_a_definition(schema: Any) -> None:
    graph = _lower(schema)
    for definition in graph.definitions.values():
        assert set(references_of(definition)) <= set(graph.definitions)
    names = [name.casefold() for name in graph.definitions]
    assert len(names) == len(set(names))
