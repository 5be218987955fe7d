"""Answers that another prover checks: what it is asked, and what counts as a contradiction."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from multiprocessing import active_children
from typing import Any

import pytest

from modelpact.compat.containment import Answer, Containment
from modelpact.compat.engine import Engine
from modelpact.compat.policy import Policy
from modelpact.compat.reasons import ConflictError
from modelpact.compat.second_prover import CoversProcess, SecondProver
from modelpact.compat.subjects import Subject
from support.random_schemas import Schema

INTEGER: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
USER: Schema = {"type": "object", "properties": {"name": {"type": "string"}}}
USER_WITH_AGE: Schema = {**USER, "properties": {**USER["properties"], "age": INTEGER}}


class Oracle:
    """A prover with one answer, who remembers what it was asked."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.asked: list[tuple[Subject, Sequence[Subject]]] = []

    def covers(self, outer: Subject, inner: Sequence[Subject], *, formats: bool) -> Answer:
        assert formats
        self.asked.append((outer, inner))
        return self.answer


@pytest.fixture(scope="module")
def process() -> Iterator[CoversProcess]:
    with CoversProcess(60) as running:
        yield running


def covers(process: CoversProcess, outer: Schema, *inner: Schema, formats: bool = True) -> str:
    return process.covers(Subject(outer), [Subject(schema) for schema in inner], formats=formats)


def test_agreement_and_doubt_are_no_objection() -> None:
    for oracle in (Oracle("yes"), Oracle("unknown")):
        assert Engine(reviewer=SecondProver(oracle)).search(NUMBER, INTEGER).answer == "yes"
    for oracle in (Oracle("no"), Oracle("unknown")):
        engine = Engine(reviewer=SecondProver(oracle))
        assert engine.search(INTEGER, NUMBER).answer == "no"
        assert engine.contains(INTEGER, NUMBER).answer == "no"


def test_a_proof_against_a_proof_is_an_error_that_shows_both_schemas() -> None:
    engine = Engine(reviewer=SecondProver(Oracle("no")))
    with pytest.raises(ConflictError, match="the engine proved that everything") as caught:
        engine.search(NUMBER, INTEGER)
    (fault,) = caught.value.faults
    assert fault.rule == "conflicting-proofs"
    assert json.dumps(NUMBER) in fault.what
    assert json.dumps(INTEGER) in fault.what


def test_a_proof_against_a_payload_that_validators_confirm_is_an_error_that_shows_it() -> None:
    engine = Engine(reviewer=SecondProver(Oracle("yes")))
    with pytest.raises(ConflictError, match=r'validators agree that "" is not'):
        engine.search(INTEGER, {"type": "string"})


def test_a_payload_that_validators_do_not_confirm_proves_nothing_against_the_other() -> None:
    reviewer = SecondProver(Oracle("yes"))
    for witness in (0.5, 1):  # the writer does not write the one, the reader accepts the other
        answer = Containment("no", witness, has_witness=True)
        reviewer.review(Subject(NUMBER), Subject(INTEGER), Policy(), "strict", answer)


def test_what_the_engine_could_not_decide_is_not_asked() -> None:
    oracle = Oracle("no")
    engine = Engine(reviewer=SecondProver(oracle))
    assert engine.search({"pattern": "(a)\\1"}, {"type": "string"}).answer == "unknown"
    assert oracle.asked == []


def test_a_tolerant_writer_is_asked_about_as_it_writes(process: CoversProcess) -> None:
    engine = Engine(reviewer=SecondProver(process))
    assert engine.search(USER_WITH_AGE, USER, content="tolerant").answer == "yes"
    assert engine.search(USER_WITH_AGE, USER, content="strict").answer == "no"
    oracle = Oracle("no")
    with pytest.raises(ConflictError):
        Engine(reviewer=SecondProver(oracle)).search(USER_WITH_AGE, USER, content="tolerant")
    ((_, (letter, written)),) = oracle.asked
    assert letter.schema == USER
    assert '"unevaluatedProperties": false' in json.dumps(written.documents())


def test_older_drafts_are_asked_about_in_one_draft_where_that_is_exact(
    process: CoversProcess,
) -> None:
    draft = {"$schema": "http://json-schema.org/draft-07/schema#"}
    engine = Engine(reviewer=SecondProver(process))
    old, new = {**USER, **draft}, {**USER_WITH_AGE, **draft}
    assert engine.search(new, old, content="tolerant").answer == "yes"
    oracle = Oracle("no")
    draft_4 = {"$schema": "http://json-schema.org/draft-04/schema#"}
    old, new = {**USER, **draft_4}, {**USER_WITH_AGE, **draft_4}
    engine = Engine(reviewer=SecondProver(oracle))
    assert engine.search(new, old, content="tolerant").answer == "yes"
    assert oracle.asked == []


def test_only_documents_that_can_matter_are_sent() -> None:
    documents: dict[str, Any] = {
        "a.json": {"$ref": "b.json"},
        "b.json": INTEGER,
        "c.json": {"type": "array"},
    }
    later = {**documents, "b.json": NUMBER}
    oracle = Oracle("yes")
    engine = Engine(reviewer=SecondProver(oracle))
    for _ in range(2):
        outer = Subject(later["a.json"], "a.json", later)
        assert engine.search(outer, Subject(documents["a.json"], "a.json", documents)).answer
    for outer, (inner,) in oracle.asked:
        assert set(outer.documents()) == set(inner.documents()) == {"a.json", "b.json"}


def test_the_process_answers_about_references_formats_and_several_schemas(
    process: CoversProcess,
) -> None:
    documents: dict[str, Any] = {"a.json": {"$ref": "b.json"}, "b.json": INTEGER}
    referring = Subject(documents["a.json"], "a.json", documents)
    assert process.covers(Subject(NUMBER), [referring], formats=True) == "yes"
    assert process.covers(referring, [Subject(NUMBER)], formats=True) != "yes"
    either: Schema = {"type": ["integer", "string"]}
    other: Schema = {"type": ["integer", "null"]}
    assert covers(process, INTEGER, either, other) == "yes"
    assert covers(process, INTEGER, either) == "no"
    mail: Schema = {"type": "string", "format": "email"}
    assert covers(process, mail, {"type": "string"}, formats=False) == "yes"
    assert covers(process, mail, {"type": "string"}) != "yes"


def test_what_is_no_schema_is_no_objection_and_the_process_lives_on(
    process: CoversProcess,
) -> None:
    assert covers(process, {"type": 1}, INTEGER) == "unknown"
    assert covers(process, NUMBER, INTEGER) == "yes"


def test_a_process_that_dies_is_replaced() -> None:
    with CoversProcess(60) as running:
        before = set(active_children())
        assert covers(running, NUMBER, INTEGER) == "yes"
        (child,) = set(active_children()) - before
        child.kill()
        child.join()
        assert covers(running, NUMBER, INTEGER) == "unknown"
        assert covers(running, NUMBER, INTEGER) == "yes"
    assert set(active_children()) <= before


def test_a_process_that_takes_too_long_is_ended() -> None:
    before = set(active_children())
    with CoversProcess(0) as hasty:
        assert covers(hasty, NUMBER, INTEGER) == "unknown"
        assert set(active_children()) <= before


def test_a_schema_too_deep_to_be_sent_is_no_objection(process: CoversProcess) -> None:
    deep: Schema = {}
    for _ in range(100_000):
        deep = {"not": deep}
    assert covers(process, deep, INTEGER) == "unknown"
    assert covers(process, NUMBER, INTEGER) == "yes"
