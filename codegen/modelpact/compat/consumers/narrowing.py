"""The documents that a change is about, with as much around them as it takes to see it.

To lower a large contract costs by its size; what consumers notice is in the documents that changed.
Those are kept, and with them the unions whose tag may have changed. What they refer to is the same
in both versions and stands for itself by its name: of records only the tags are kept, and other
documents with what they refer to in turn.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final
from urllib.parse import unquote

from modelpact.documents.canonical import digest, same
from modelpact.documents.sets import KEYWORD, DocumentSet

__all__ = ["SdkNames", "changed_documents", "instances_of_generics", "narrowed"]


class SdkNames:
    """The brands that a whole version's SDK has types for; looked for when first asked.

    Args:
        documents: The version, not narrowed.

    """

    def __init__(self, documents: DocumentSet) -> None:
        self._documents = documents

    def __contains__(self, name: object) -> bool:
        return name in self._brands

    @cached_property
    def _brands(self) -> frozenset[str]:
        return frozenset(
            brand for document in self._documents for brand in _said_of(document.schema, _brand)
        )


def _brand(value: Mapping[str, Any]) -> Any:
    facts = value.get(KEYWORD)
    return facts.get("brand") if isinstance(facts, Mapping) else None


def _origin(value: Mapping[str, Any]) -> Any:
    facts = value.get(KEYWORD)
    generic = facts.get("generic") if isinstance(facts, Mapping) else None
    return generic.get("origin") if isinstance(generic, Mapping) else None


def _reference(value: Mapping[str, Any]) -> Any:
    return value.get("$ref")


def _said_of(value: Any, of: Callable[[Mapping[str, Any]], Any]) -> Iterator[str]:
    """The texts that a question about each object in a schema has for an answer."""
    pending = [value]
    while pending:
        current = pending.pop()
        if isinstance(current, Mapping):
            found = of(current)
            if isinstance(found, str):
                yield found
            pending += current.values()
        elif isinstance(current, list | tuple):
            pending += current


def changed_documents(old: DocumentSet, new: DocumentSet) -> frozenset[str]:
    """The files of the documents whose texts differ, of both versions."""
    files = {*old.documents, *new.documents}
    return frozenset(file for file in files if _differs(file, old, new))


def instances_of_generics(
    old: DocumentSet, new: DocumentSet, changed: Iterable[str]
) -> frozenset[str]:
    """All documents with instances of generic models, where one that changed had any."""
    if not any(_has_instances(old, file) for file in changed):
        return frozenset()
    return frozenset(
        file
        for documents in (old, new)
        for file in documents.documents
        if _has_instances(documents, file)
    )


def _has_instances(documents: DocumentSet, file: str) -> bool:
    document = documents.documents.get(file)
    return document is not None and any(_said_of(document.schema, _origin))


def _differs(file: str, old: DocumentSet, new: DocumentSet) -> bool:
    before, after = (documents.documents.get(file) for documents in (old, new))
    if before is None or after is None:
        return True
    return not same(before.schema, after.schema)


def narrowed(
    old: DocumentSet, new: DocumentSet, changed: Iterable[str]
) -> tuple[DocumentSet, DocumentSet]:
    """Both versions with the documents that changed and those around them.

    They are given whole where a reference is not plainly to a file of the set.
    """
    versions = (old, new)
    changed = tuple(changed)
    kept = dict.fromkeys((*changed, *_around(changed, versions)))
    near, whole = _targets(kept, versions)
    looked_into = kept | {f: None for f in near if not _is_record(f, versions)}
    far, far_whole = _targets([f for f in looked_into if f not in kept], versions)
    if not (whole and far_whole):
        return versions
    files = near | far | kept
    before, after = (_only(documents, files, looked_into) for documents in versions)
    return before, after


def _is_record(file: str, versions: tuple[DocumentSet, DocumentSet]) -> bool:
    """Whether a document is an object of its own, and no combination of others."""
    schemas = [d.documents[file].schema for d in versions if file in d.documents]
    return all(
        isinstance(schema, Mapping)
        and schema.get("type") == "object"
        and "properties" in schema
        and _COMBINING.isdisjoint(schema)
        for schema in schemas
    )


_COMBINING: Final = frozenset({"$ref", "allOf", "anyOf", "oneOf", "if", "$defs", "definitions"})


def _targets(
    files: Iterable[str], versions: tuple[DocumentSet, DocumentSet]
) -> tuple[dict[str, None], bool]:
    """The files that some refer to in either version, and whether all could be told."""
    found: dict[str, None] = {}
    told = True
    for file in files:
        for documents in versions:
            document = documents.documents.get(file)
            for reference in _references(document.schema if document else True):
                path = unquote(reference.partition("#")[0])
                target = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
                if not path:
                    continue
                if target in documents.documents:
                    found[target] = None
                else:
                    told = False
    return found, told


def _references(value: Any) -> Iterator[str]:
    return _said_of(value, _reference)


def _around(changed: Iterable[str], versions: tuple[DocumentSet, DocumentSet]) -> Iterator[str]:
    """Who refers to a document whose constants changed: one may be the tag of a union."""
    suspects = {
        file for file in changed if _constants(file, versions[0]) != _constants(file, versions[1])
    }
    if not suspects:
        return
    for documents in versions:
        for file in documents.documents:
            if not suspects.isdisjoint(_targets([file], (documents, documents))[0]):
                yield file


def _constants(file: str, documents: DocumentSet) -> Mapping[str, str]:
    """The properties of a document that may only have listed values, and a digest of those."""
    document = documents.documents.get(file)
    schema: Any = document.schema if document else {}
    properties = schema.get("properties") if isinstance(schema, Mapping) else None
    listed = properties.items() if isinstance(properties, Mapping) else ()
    return {
        name: digest([said.get("const"), said.get("enum")])
        for name, said in listed
        if _is_listed(said)
    }


def _only(
    documents: DocumentSet, files: Mapping[str, None], whole: Mapping[str, None]
) -> DocumentSet:
    """Some of the documents, in their order; some of them whole, others without their parts."""
    kept = {
        file: document
        if file in whole or not isinstance(document.schema, Mapping)
        else replace(document, schema=_bare(document.schema))
        for file, document in documents.documents.items()
        if file in files
    }
    return replace(documents, documents=kept)


_KEPT: Final = (
    "$schema", "$id", "type", "const", "enum", "format", "title", "required", "x-modelpact",
    "additionalProperties",
)  # fmt: skip


def _bare(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema of the same kind, with its tags, that refers to nothing."""
    kept = {keyword: schema[keyword] for keyword in _KEPT if keyword in schema}
    properties = schema.get("properties")
    if isinstance(properties, Mapping):
        tags = {n: p for n, p in properties.items() if _is_listed(p)}
        kept["properties"] = tags
        kept["required"] = [name for name in schema.get("required", ()) if name in tags]
    return {k: v for k, v in kept.items() if next(_references(v), None) is None}


def _is_listed(schema: Any) -> bool:
    return isinstance(schema, Mapping) and ("const" in schema or "enum" in schema)
