"""The files of a release: its documents, a bundle of them, and a manifest."""

from __future__ import annotations

from typing import Any

from modelpact.documents.bundle import bundle
from modelpact.documents.canonical import canonical_bytes, digest
from modelpact.documents.sets import (
    BUNDLE_FILE,
    MANIFEST_FILE,
    Document,
    DocumentSet,
    modelpact_facts,
)
from modelpact.documents.values import JsonObject

__all__ = ["NEXT", "document_entry", "next_files", "next_manifest"]

NEXT = "next"
"""The label of documents that are not released yet, in addresses and folders."""


def next_files(documents: DocumentSet) -> dict[str, bytes]:
    """The files of a contract's ``next`` folder, by name.

    They hold no time, no tool version and no digest over the whole, so that two branches conflict
    only where they differ.
    """
    files = {document.file: canonical_bytes(document.schema) for document in documents}
    files[BUNDLE_FILE] = canonical_bytes(bundle(documents).schema)
    files[MANIFEST_FILE] = canonical_bytes(next_manifest(documents))
    return files


def next_manifest(documents: DocumentSet) -> JsonObject:
    """What is in a ``next`` folder: each document's name, role, direction and digest."""
    return {
        "contract": documents.name,
        "version": NEXT,
        "documents": {document.file: document_entry(document) for document in documents},
    }


def document_entry(document: Document) -> JsonObject:
    """What a manifest says of a document: name, role, direction where it is half, and digest."""
    facts = modelpact_facts(document.schema)
    entry: dict[str, Any] = {"name": document.name, "role": facts.get("role", "value")}
    if "direction" in facts:
        entry["direction"] = facts["direction"]
    entry["digest"] = f"sha256:{digest(document.schema)}"
    return entry
