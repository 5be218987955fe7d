"""From documents of the working tree to the files of a release, and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from modelpact.documents.bundle import bundle
from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.sets import BUNDLE_FILE, DocumentSet
from modelpact.documents.values import Json
from modelpact.releases.layout import NEXT, document_entry
from modelpact.releases.manifest import Manifest, bytes_digest
from modelpact.releases.versions import Version

__all__ = ["as_next", "frozen", "release_manifest"]


def frozen(documents: DocumentSet, version: Version, base_url: str) -> dict[str, bytes]:
    """The files of a release: every document under its exact version's address, and a bundle.

    Args:
        documents: The documents of ``next``.
        version: The release's version.
        base_url: Where the schemas are served, without a slash at its end.

    """
    home = f"{base_url}/{documents.name}"
    moved = _moved(documents, f"{home}/{NEXT}/", f"{home}/{version}/")
    files = {document.file: canonical_bytes(document.schema) for document in moved}
    address = f"{home}/{version}/{BUNDLE_FILE}"
    files[BUNDLE_FILE] = canonical_bytes(bundle(moved, address=address).schema)
    return files


def as_next(documents: DocumentSet, version: Version, base_url: str) -> DocumentSet:
    """A release's documents under the addresses of ``next``: what did not change is equal text."""
    home = f"{base_url}/{documents.name}"
    return _moved(documents, f"{home}/{version}/", f"{home}/{NEXT}/")


def release_manifest(  # noqa: PLR0913 - a manifest's members, by name
    documents: DocumentSet,
    files: Mapping[str, bytes],
    version: Version,
    *,
    previous: tuple[Version, str] | None,
    created: str,
    tool: str,
    reasons: Mapping[str, Json],
) -> Manifest:
    """The manifest of a release that is about to be made."""
    return Manifest(
        contract=documents.name,
        version=version,
        previous=previous,
        created=created,
        tool=tool,
        documents={document.file: document_entry(document) for document in documents},
        files={name: bytes_digest(content) for name, content in files.items()},
        reasons=dict(reasons),
    )


def _moved(documents: DocumentSet, old: str, new: str) -> DocumentSet:
    """The documents with addresses under another folder; those of others stay as they are."""
    return replace(
        documents,
        documents={
            file: replace(document, schema=_addressed(document.schema, old, new))
            for file, document in documents.documents.items()
        },
    )


def _addressed(schema: Json, old: str, new: str) -> Json:
    if not isinstance(schema, Mapping):
        return schema
    address = schema.get("$id")
    if not isinstance(address, str) or not address.startswith(old):
        return schema
    return {**schema, "$id": new + address.removeprefix(old)}
