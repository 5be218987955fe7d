from __future__ import annotations

from typing import Any

import pytest

from modelpact.compat.compiling.library import Library
from modelpact.compat.compiling.members import CompileMember, MembersByText, unchanged_members
from modelpact.compat.nodes import Literal
from modelpact.documents.dialects import DRAFT4, DRAFT202012, Dialect

TEXT = {"type": "string", "maxLength": 3}


class Compiling:
    """Compiles nothing: counts what it is asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, bool]] = []
        self.made = 0

    def make(self) -> CompileMember:
        self.made += 1
        return self._literal

    def _literal(self, schema: Any, /, *, alone: bool) -> Literal:
        self.asked.append((schema, alone))
        return 100 + len(self.asked)


def unchanged(old: Any, new: Any, dialect: Dialect = DRAFT202012) -> frozenset[str]:
    return unchanged_members(Library({"": old}, dialect), "", Library({"": new}, dialect), "")


def test_a_text_is_compiled_once_in_all_documents() -> None:
    known: dict[bytes, Literal] = {}
    compiling = Compiling()
    first, second = (MembersByText({}, known, compiling.make) for _ in range(2))
    assert first.literal(TEXT) == second.literal(dict(TEXT)) == 101
    assert compiling.asked == [(TEXT, True)]


def test_no_compiler_is_made_where_every_text_is_known() -> None:
    known: dict[bytes, Literal] = {}
    MembersByText({}, known, Compiling().make).literal(TEXT)
    unneeded = Compiling()
    MembersByText({}, known, unneeded.make).literal(TEXT)
    assert unneeded.made == 0


def test_what_refers_to_definitions_is_known_beside_the_same_definitions_only() -> None:
    known: dict[bytes, Literal] = {}
    compiling = Compiling()
    member = {"$ref": "#/$defs/A"}
    literals = [
        MembersByText({"$defs": {"A": inner}}, known, compiling.make).literal(member)
        for inner in (TEXT, dict(TEXT), {"type": "null"})
    ]
    assert literals == [101, 101, 102]
    assert compiling.asked == [(member, False)] * 2


def test_what_refers_beyond_its_document_is_compiled_each_time() -> None:
    compiling = Compiling()
    members = MembersByText({}, {}, compiling.make)
    assert members.literal({"$ref": "other.json"}) != members.literal({"$ref": "other.json"})


def test_where_texts_do_not_tell_every_member_is_compiled() -> None:
    compiling = Compiling()
    members = MembersByText({}, None, compiling.make)
    assert members.literal(TEXT) != members.literal(TEXT)
    assert compiling.made == 1


def test_members_are_unchanged_if_they_and_their_definitions_say_the_same() -> None:
    old = {
        "properties": {"a": TEXT, "b": {"$ref": "#/$defs/B"}, "c": {"$ref": "#/$defs/C"}},
        "$defs": {"B": TEXT, "C": {"type": "string"}},
    }
    new = {**old, "$defs": {"B": {**TEXT, "title": "B"}, "C": {"type": "integer"}}}
    assert unchanged(old, new) == {"a", "b"}


def test_a_property_that_is_called_id_is_no_address() -> None:
    member = {"properties": {"id": {"$ref": "#/$defs/Key"}}}
    schema = {"properties": {"a": member}, "$defs": {"Key": TEXT}}
    assert unchanged(schema, schema) == {"a"}
    assert unchanged(schema, schema, DRAFT4) == frozenset()


@pytest.mark.parametrize(
    "inner", [{"$id": "inner.json", "$ref": "#"}, {"items": {"$id": "x", "$ref": "#/items"}}]
)
def test_what_has_an_address_of_its_own_is_not_told_to_be_unchanged(inner: Any) -> None:
    schema = {"properties": {"a": inner}}
    assert unchanged(schema, schema) == frozenset()


def test_in_another_dialect_nothing_is_unchanged() -> None:
    old = {"$schema": DRAFT4.uri, "properties": {"a": TEXT}}
    assert unchanged(old, {**old, "$schema": DRAFT202012.uri}) == frozenset()
