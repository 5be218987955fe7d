"""Small contracts with releases on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from modelpact.documents.sets import MANIFEST_FILE, Document, DocumentSet
from modelpact.releases.freezing import frozen, release_manifest
from modelpact.releases.index import Listed
from modelpact.releases.store import INDEX_FILE, Store
from modelpact.releases.versions import Version

__all__ = ["BASE_URL", "documents", "put_release"]

BASE_URL = "https://schemas.example.com"


def documents(contract: str = "shop", **schemas: dict[str, Any]) -> DocumentSet:
    """The ``next`` documents of a contract, by model name."""
    found = {}
    for name, schema in schemas.items():
        file = f"{name}.schema.json"
        address = f"{BASE_URL}/{contract}/next/{file}"
        found[file] = Document(name, file, {"$id": address, **schema})
    return DocumentSet(contract, found)


def put_release(folder: Path, version: str, contents: DocumentSet, **reasons: Any) -> None:
    """Write a release as the tool does, without asking whether its version is right."""
    index = Store(folder).index
    before = index.releases[-1] if index.releases else None
    number = Version.parse(version)
    files = frozen(contents, number, BASE_URL)
    manifest = release_manifest(
        contents,
        files,
        number,
        previous=(before.version, before.root) if before else None,
        created="2026-01-01T00:00:00Z",
        tool="modelpact 0",
        reasons={"verdict": "compatible", **reasons},
    )
    home = folder / version
    home.mkdir(parents=True)
    for name, content in {**files, MANIFEST_FILE: manifest.to_bytes()}.items():
        (home / name).write_bytes(content)
    listed = index.with_release(Listed(number, manifest.root))
    contract = contents.name
    (folder / INDEX_FILE).write_bytes(type(listed)(contract, listed.releases).to_bytes())
