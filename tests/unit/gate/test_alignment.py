"""Earlier versions are read beside the judged one."""

from __future__ import annotations

from typing import Any

from modelpact.documents.canonical import canonical_bytes
from modelpact.gate.alignment import NewVersion
from modelpact.releases.freezing import frozen
from modelpact.releases.versions import Version
from support.releases import BASE_URL, documents

SHOP: dict[str, Any] = {
    "Item": {"type": "string"},
    "Order": {"type": "object", "properties": {"item": {"$ref": "Item.schema.json"}}},
}


def released(**schemas: Any) -> dict[str, bytes]:
    files = frozen(documents(**schemas), Version(1, 0, 0), BASE_URL)
    return {file: text for file, text in files.items() if not file.startswith("bundle")}


def test_what_did_not_change_is_the_very_same_document() -> None:
    new = documents(**SHOP)
    old = NewVersion(new).read(released(**SHOP), name="1.0.0", where="1.0.0")
    assert all(old.documents[file] is new.documents[file] for file in new.documents)


def test_what_changed_stands_under_the_addresses_of_the_judged_version() -> None:
    new = documents(**{**SHOP, "Item": {"type": "integer"}})
    old = NewVersion(new).read(released(**SHOP), name="1.0.0", where="1.0.0")
    item = old.documents["Item.schema.json"]
    assert item.schema == {
        "$id": f"{BASE_URL}/shop/next/Item.schema.json",
        "type": "string",
    }


def test_a_version_that_is_referred_to_by_its_address_keeps_it() -> None:
    address = f"{BASE_URL}/shop/1.0.0/Item.schema.json"
    contents = released(**{**SHOP, "Order": {"$ref": address}})
    old = NewVersion(documents(**SHOP)).read(contents, name="1.0.0", where="1.0.0")
    item: Any = old.documents["Item.schema.json"].schema
    assert item["$id"] == address


def test_documents_without_addresses_are_compared_by_their_text() -> None:
    new = documents(A={"type": "string"})
    plain: Any = {"type": "string"}
    contents = {"A.schema.json": canonical_bytes(plain), "B.schema.json": b"{}"}
    old = NewVersion(new).read(contents, name="old", where="old")
    assert old.documents["A.schema.json"].schema == plain
    assert list(old.documents) == ["A.schema.json", "B.schema.json"]
