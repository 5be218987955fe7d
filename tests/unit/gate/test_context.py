"""The schemas around a finding."""

from __future__ import annotations

from typing import Any

import modelpact
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.documents.sets import Document, DocumentSet
from modelpact.gate.context import in_context
from modelpact.gate.report import Judged
from modelpact.graph.nodes import Location
from support.contracts import ADDRESS, USER, edited
from support.reports import LintFinding


def documents(**schemas: Any) -> DocumentSet:
    made = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in schemas.items()}
    return DocumentSet("shop", made)


def judged(old: DocumentSet, new: DocumentSet) -> list[Judged]:
    report = modelpact.compare(old, new, mode="backward")
    return [in_context(Judged(finding, "error"), old, new) for finding in report.findings]


def test_both_versions_of_the_schema_that_changed_are_shown() -> None:
    old = documents(User=USER)
    new = documents(User=edited(USER, "$defs", "Address", "required", to=["city", "zip"]))
    (found,) = judged(old, new)
    assert found.old is not None
    assert found.new is not None
    assert found.old.schema == ADDRESS
    assert found.new.schema == {**ADDRESS, "required": ["city", "zip"]}
    assert str(found.new.location) == "User.schema.json#/$defs/Address"


def test_a_document_that_is_gone_has_no_new_schema() -> None:
    old = documents(User={**USER, "x-modelpact": {"role": "command"}}, Address=ADDRESS)
    (found,) = judged(old, documents(Address=ADDRESS))
    assert found.role == "command"
    assert found.old is not None
    assert found.new is None


def test_what_was_compared_with_nothing_shows_the_judged_version() -> None:
    old, new = documents(User=True), documents(User={"type": "string"})
    found = in_context(Judged(judged(old, new)[0].finding, "error"), None, new)
    assert found.old is None
    assert found.new is not None
    assert found.new.schema == {"type": "string"}


def test_a_role_that_is_none_is_not_told() -> None:
    old = documents(User=True)
    new = documents(User={"type": "string", "x-modelpact": {"role": "pirate"}})
    assert judged(old, new)[0].role is None


def test_a_branch_is_shown_with_what_it_is_a_branch_of() -> None:
    old = documents(User={"properties": {"at": {"type": "string"}}})
    nullable = {"anyOf": [{"type": "string"}, {"type": "null"}]}
    (found,) = judged(documents(User={"properties": {"at": nullable}}), old)
    assert found.old is not None
    assert found.new is not None
    assert (found.old.schema, found.new.schema) == (nullable, {"type": "string"})


def test_what_no_comparison_found_shows_the_schema_that_it_is_about() -> None:
    new = documents(User={"properties": {"age": {"type": "integer", "minimum": 0}}})
    pointer = Pointer(("properties", "age", "minimum"))
    lint = LintFinding(place=Location("User.schema.json", pointer))
    found = in_context(Judged(lint, "warning"), None, new)
    assert found.old is None
    assert found.new is not None
    assert str(found.new.location) == "User.schema.json#/properties/age"


def test_a_place_that_is_nowhere_shows_nothing() -> None:
    for place in (
        Location("Team.schema.json", ROOT),
        Location("User.schema.json", Pointer(("x",))),
    ):
        found = in_context(Judged(LintFinding(place=place), "warning"), None, documents(User={}))
        assert (found.old, found.new) == (None, None)
