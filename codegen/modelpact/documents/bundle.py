"""One self-contained document with all definitions of a set: for tools that want one file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from modelpact.documents.sets import BUNDLE_FILE, Document, DocumentSet
from modelpact.documents.values import Json

__all__ = ["bundle"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DATA = frozenset({"default", "examples", "const", "enum"})


def bundle(documents: DocumentSet, *, address: str = "") -> Document:
    """All documents as definitions of one schema, under ``#/$defs/<Name>``.

    References between documents lead to definitions; no definition has an ``$id`` of its own, so
    that every tool resolves them. The bundle's root accepts any value.

    Args:
        documents: A set whose documents refer to each other by file, ``Address.schema.json``.
        address: The bundle's ``$id``; none if empty.

    """
    names = {document.file: document.name for document in documents}
    root: dict[str, Json] = {"$schema": _DIALECT}
    if address:
        root["$id"] = address
    if documents.title:
        root["title"] = documents.title
    if documents.description:
        root["description"] = documents.description
    root["$defs"] = {d.name: _definition(d, names) for d in documents}
    return Document(documents.name, BUNDLE_FILE, root)


def _definition(document: Document, names: Mapping[str, str]) -> Json:
    made: Any = _rewritten(document.schema, document, names)
    if isinstance(made, dict):
        made.pop("$schema", None)
        made.pop("$id", None)
    return made  # type: ignore[no-any-return]


def _rewritten(value: Json, document: Document, names: Mapping[str, str]) -> Json:
    if isinstance(value, Mapping):
        return {
            key: _reference(inner, document, names)
            if key == "$ref" and isinstance(inner, str)
            else inner
            if key in _DATA
            else _rewritten(inner, document, names)
            for key, inner in value.items()
        }
    if isinstance(value, list | tuple):
        return [_rewritten(item, document, names) for item in value]
    return value


def _reference(reference: str, document: Document, names: Mapping[str, str]) -> str:
    file, _, fragment = reference.partition("#")
    if file and file not in names:
        return reference
    name = names[file] if file else document.name
    return f"#/$defs/{name.replace('~', '~0').replace('/', '~1')}{fragment}"
