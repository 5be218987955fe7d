"""Lowering: schema documents to the type graph."""

from __future__ import annotations

from modelpact.documents.pointers import Pointer
from modelpact.documents.references import Registry
from modelpact.documents.sets import DocumentSet
from modelpact.errors import ErrorGroup
from modelpact.graph.lowering.assembling import assemble
from modelpact.graph.lowering.session import Whole
from modelpact.graph.nodes import Graph, Location

__all__ = ["lower"]


def lower(documents: DocumentSet) -> Graph:
    """The type graph of a set of documents.

    The documents are neither changed nor copied: definitions hold their source schemas.

    Args:
        documents: JSON Schema documents in any draft from 4 to 2020-12, ours or anyone's. Nothing
            is fetched: references lead to each other or to the drafts' own metaschemas.

    Raises:
        ErrorGroup: All that is wrong with the documents: each fault names the file and the JSON
            pointer.
        ModelpactError: A document's dialect is unknown.

    """
    registry = Registry({document.file: document.schema for document in documents})
    whole = Whole(documents, registry)
    for file in documents.skipped:
        message = "this file has no keyword of JSON Schema and is left out"
        whole.note("skipped-file", message, Location(file, Pointer()))
    names = whole.publish()
    whole.lower_all(names)
    graph = assemble(whole, names)
    if whole.faults:
        raise ErrorGroup(whole.faults.values())
    return graph
