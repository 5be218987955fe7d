"""Generic types that SDKs declare: what they are, all their instances say together."""

from __future__ import annotations

from collections.abc import Iterator

from modelpact.compat.consumers.facts import GenericGone
from modelpact.compat.consumers.narrowing import instances_of_generics, narrowed
from modelpact.documents.sets import DocumentSet
from modelpact.graph.generics import generic_models
from modelpact.graph.lowering import lower

__all__ = ["generics_gone"]


def generics_gone(
    old: DocumentSet, new: DocumentSet, changed: frozenset[str]
) -> Iterator[GenericGone]:
    """The generic types that are none any more, or take other parameters.

    Args:
        old: The version that programs were written against.
        new: The version that they are compiled against.
        changed: The files of the documents that differ.

    Raises:
        modelpact.errors.ModelpactError: A version cannot be lowered.

    """
    instances = instances_of_generics(old, new, changed)
    if not instances:
        return
    before, after = map(lower, narrowed(old, new, instances))
    kept = {model.name: len(model.parameters) for model in generic_models(after)}
    named = {document.name for document in old}  # a model of that name goes before
    for model in generic_models(before):
        now = kept.get(model.name)
        if now != len(model.parameters) and model.name not in named:
            name = next(iter(model.instances))
            yield GenericGone(before.definitions[name], after.definitions.get(name), model, now)
