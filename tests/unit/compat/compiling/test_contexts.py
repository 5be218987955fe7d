from __future__ import annotations

from typing import Any

from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.contexts import Contexts
from modelpact.compat.compiling.library import Library
from modelpact.compat.policy import LETTER, PART, WRITTEN, Policy
from modelpact.documents.dialects import DRAFT202012


def contexts_of(schema: Any, session: Compiled, *left_open: object) -> Contexts:
    return Contexts(Library({"": schema}, DRAFT202012), Policy(), session, left_open)


def test_an_absolute_address_is_one_thing_in_all_documents() -> None:
    session = Compiled()
    first, second = contexts_of({}, session), contexts_of({}, session)
    uri = "https://example.com/other.json"
    assert first.address(uri, first.at_root("", LETTER)) == uri
    assert second.address(uri, second.at_root("", LETTER)) == uri


def test_a_relative_address_is_never_taken_for_that_of_documents_that_are_gone() -> None:
    session = Compiled()
    found = set()
    for _ in range(100):
        contexts = contexts_of({}, session)
        found.add(contexts.address("other.json", contexts.at_root("", LETTER)))
    assert len(found) == 100


def test_a_place_has_one_context_a_mode() -> None:
    contexts = contexts_of({}, Compiled())
    letter = contexts.at_root("", LETTER)
    written = contexts.like(letter, WRITTEN)
    assert written is not letter
    assert contexts.like(written, LETTER) is letter
    assert contexts.at_root("", WRITTEN) is written


def test_members_that_several_parts_speak_of_are_not_closed_by_one() -> None:
    shared, own = {"type": "object"}, {"type": "array"}
    contexts = contexts_of({}, Compiled(), shared)
    written = contexts.at_root("", WRITTEN)
    assert contexts.inside(shared, written).mode == PART
    assert contexts.inside(own, written).mode == WRITTEN
    assert contexts.texts(DRAFT202012, WRITTEN) is None
    assert contexts.texts(DRAFT202012, LETTER) == {}


def test_an_embedded_resource_has_a_context_of_its_own() -> None:
    inner = {"$id": "inner.json", "type": "object"}
    contexts = contexts_of({"properties": {"a": inner}}, Compiled())
    root = contexts.at_root("", LETTER)
    entered = contexts.entered(inner, root)
    assert entered is not root
    assert entered.resource.uri == "inner.json"
    assert contexts.entered({"type": "object"}, root) is root
