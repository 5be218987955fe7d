"""From lowered shapes to definitions in their final order."""

from __future__ import annotations

from typing import Final, cast, get_args

from modelpact.documents.pointers import Pointer
from modelpact.graph.lowering.discriminators import Discriminating
from modelpact.graph.lowering.inplace import circles_in_place
from modelpact.graph.lowering.scope import Scope
from modelpact.graph.lowering.session import Whole
from modelpact.graph.lowering.sources import Source
from modelpact.graph.lowering.words import facts_of, texts, words_of
from modelpact.graph.nodes import (
    Alias,
    Definition,
    Direction,
    Enumeration,
    Generic,
    Graph,
    Location,
    Record,
    RoleName,
)
from modelpact.graph.walk import references_of

__all__ = ["assemble"]

_ROLES: Final = frozenset(get_args(RoleName))


def assemble(whole: Whole, published: list[str]) -> Graph:
    """The graph: published definitions in the documents' order, each followed by what it holds."""
    generics = {name: _generic(whole.sources[name], whole) for name in tuple(whole.sources.by_name)}
    whole.follow_unexpressed()
    homes: dict[str, list[str]] = {name: [name] for name in published}
    for name, source in whole.sources.by_name.items():
        if name != source.home:
            homes.setdefault(source.home or name, []).append(name)
    definitions = {
        name: _definition(whole, name, generics.get(name))
        for held in homes.values()
        for name in held
        if name in whole.bodies
    }
    _refuse_circles(definitions, whole)
    definitions = _reached(definitions, whole)
    return Graph(
        name=whole.documents.name,
        definitions=Discriminating(definitions, frozenset()).apply(),
        title=whole.documents.title,
        description=whole.documents.description,
        references=dict(sorted(whole.references.items())),
        notes=tuple(whole.notes.values()),
        documents=whole.documents,
    )


def _reached(definitions: dict[str, Definition], whole: Whole) -> dict[str, Definition]:
    """What is published, what references name, and what those need.

    Merging makes definitions on the way to others, which nobody needs.
    """
    named = frozenset(whole.references.values())
    pending = [name for name, found in definitions.items() if found.published or name in named]
    reached = set(pending)
    while pending:
        found = definitions[pending.pop()]
        arguments = found.generic.arguments if found.generic else ()
        for name in (*references_of(found), *(n for a in arguments for n in references_of(a))):
            if name not in reached:
                reached.add(name)
                pending.append(name)
    return {name: found for name, found in definitions.items() if name in reached}


def _refuse_circles(definitions: dict[str, Definition], whole: Whole) -> None:
    for circle in circles_in_place(definitions):
        for name in circle:
            whole.fault(
                f"the schema refers to itself in place ({' -> '.join((*circle, circle[0]))})",
                definitions[name].location,
                "Give one of the schemas in the circle a type of its own.",
                "reference-cycle",
            )


def _definition(whole: Whole, name: str, generic: Generic | None) -> Definition:
    source, lowered = whole.sources[name], whole.bodies[name]
    schema = source.schema if isinstance(source.schema, dict) else {}
    facts = facts_of(schema)
    shape = lowered.shape
    role = facts.get("role")
    direction = facts.get("direction")
    input_of = facts.get("inputOf")
    return Definition(
        name=source.name,
        body=shape if isinstance(shape, Record | Enumeration) else Alias(shape),
        words=words_of(schema, source.name),
        role=cast("RoleName", role) if role in _ROLES else "value",
        direction=cast("Direction", direction) if direction in ("input", "output") else "both",
        input_of=input_of if isinstance(input_of, str) else "",
        published=source.published,
        merged=whole.sources.at(source.resource.document, source.tokens) != name,
        generic=generic,
        renamed_from=texts(facts.get("renamedFrom")),
        unexpressed=lowered.demands,
        schema=source.schema,
        location=Location(source.resource.document, Pointer(source.tokens)),
        base_uri=source.resource.uri,
        dialect=source.resource.dialect,
    )


def _generic(source: Source, whole: Whole) -> Generic | None:
    schema = source.schema if isinstance(source.schema, dict) else {}
    stated = facts_of(schema).get("generic") if source.published else None
    if not isinstance(stated, dict) or not isinstance(stated.get("origin"), str):
        return None
    scope = Scope(whole, source.resource, source.name, schema, len(source.tokens))
    arguments = stated.get("arguments")
    place = (*source.tokens, "x-modelpact", "generic", "arguments")
    kinds = tuple(
        scope.child(inner, (*place, index))
        for index, inner in enumerate(arguments if isinstance(arguments, list | tuple) else ())
    )
    return Generic(str(stated["origin"]), kinds)
