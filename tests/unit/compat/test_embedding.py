from __future__ import annotations

from typing import Any

from modelpact.compat.embedding import Embedding
from modelpact.compat.subjects import Side, Subject
from modelpact.documents.pointers import Pointer
from modelpact.graph.nodes import Location

DOCUMENTS: dict[str, Any] = {
    "User.json": {"properties": {"home": {"$ref": "Home.json"}, "self": {"$ref": "#"}}},
    "Team.json": {"items": {"$ref": "User.json"}},
    "Home.json": {"$ref": "#/$defs/Place", "$defs": {"Place": {"type": "object"}}},
    "Alone.json": {"type": "null"},
}
EMBEDDING = Embedding(Side(Subject(DOCUMENTS["User.json"], "User.json", DOCUMENTS)))


def test_a_document_leads_to_what_it_refers_to_and_so_on() -> None:
    assert EMBEDDING.documents_from(["Team.json"]) == {"Team.json", "User.json", "Home.json"}
    assert EMBEDDING.documents_from(["Alone.json"]) == {"Alone.json"}
    assert EMBEDDING.documents_from([]) == frozenset()


def test_those_who_embed_a_place_are_listed_and_its_own_document_is_not() -> None:
    place = Location("Home.json", Pointer(("$defs", "Place", "type")))
    assert EMBEDDING.embedders_of(place) == ("Team.json", "User.json")
    assert EMBEDDING.embedders_of(Location("Alone.json", Pointer(("type",)))) == ()
