"""What a set of documents publishes under names of its own, and those names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from modelpact.documents.recognising import openapi_version
from modelpact.documents.references import Registry, Resource
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json, JsonObject
from modelpact.graph.lowering.keywords import ANNOTATIONS
from modelpact.graph.lowering.names import pascal
from modelpact.graph.lowering.scope import Tokens

__all__ = ["Published", "named_places", "publications"]

_CONTAINERS: Final = ("$defs", "definitions")


@dataclass(frozen=True, slots=True)
class Published:
    """A schema that has a name.

    Attributes:
        name: The name it has: its document's, or its key under ``$defs``.
        outer: Names that tell it from others of the same name, nearest first.
        schema: Itself.
        resource: What references in it are relative to.
        tokens: Where it is in its document.

    """

    name: str
    outer: tuple[str, ...]
    schema: Json
    resource: Resource
    tokens: Tokens


def publications(documents: DocumentSet, registry: Registry) -> Iterator[Published]:
    """Every document's root and every entry of its ``$defs``, in the documents' order."""
    for document in documents:
        resource = registry.root(document.file)
        schema = document.schema
        folders = tuple(reversed(PurePosixPath(document.file).parts[:-1]))
        if openapi_version(schema):
            yield from _components(schema, document.name, folders, resource, registry)
            continue
        inner = tuple(_entries(schema, document.name, folders, resource, registry))
        if not _is_container(schema, document.name, inner):
            yield Published(document.name, folders, schema, resource, ())
        yield from inner


def _entries(
    schema: Json, name: str, folders: tuple[str, ...], resource: Resource, registry: Registry
) -> Iterator[Published]:
    if not isinstance(schema, dict):
        return
    for keyword in _CONTAINERS:
        held = schema.get(keyword)
        for key, inner in held.items() if isinstance(held, dict) else ():
            if isinstance(inner, dict | bool):
                home = registry.enter(inner, resource)
                yield Published(key, (name, *folders), inner, home, (keyword, key))


def _components(
    document: Json, name: str, folders: tuple[str, ...], resource: Resource, registry: Registry
) -> Iterator[Published]:
    """The schemas of an OpenAPI document's components."""
    components = document.get("components") if isinstance(document, dict) else None
    held = components.get("schemas") if isinstance(components, dict) else None
    for key, inner in held.items() if isinstance(held, dict) else ():
        if isinstance(inner, dict | bool):
            home = registry.enter(inner, resource)
            yield Published(key, (name, *folders), inner, home, ("components", "schemas", key))


def _is_container(schema: Json, name: str, inner: tuple[Published, ...]) -> bool:
    """Whether a document only holds definitions, or only points to its namesake among them."""
    if not isinstance(schema, dict) or not inner:
        return False
    words = schema.keys() - ANNOTATIONS
    if not words:
        return True
    if words != {"$ref"}:
        return False
    target: JsonObject = schema
    return any(
        target["$ref"] == f"#/{one.tokens[0]}/{one.name}" and one.name.casefold() == name.casefold()
        for one in inner
    )


def named_places(published: list[Published]) -> dict[int, str]:
    """A name for each, by its index: unique without case, and the same in any order.

    A name that one alone has stays; of several, documents keep it before definitions inside
    documents.
    All others are qualified by their documents' names, then by their folders', then numbered.
    """
    names: dict[int, str] = {}
    taken: set[str] = set()
    waiting = _by_place(published)
    for candidate in _CANDIDATES:
        wanted: dict[str, list[int]] = {}
        for index in waiting:
            wanted.setdefault(candidate(published[index]).casefold(), []).append(index)
        for key, claims in wanted.items():
            winner = _winner(claims, published)
            if winner is not None and key not in taken:
                names[winner] = candidate(published[winner])
                taken.add(key)
        waiting = [index for index in waiting if index not in names]
    for index in waiting:
        names[index] = _numbered(published[index].name, taken)
    return names


def _by_place(published: list[Published]) -> list[int]:
    def place(index: int) -> tuple[str, tuple[str, ...]]:
        one = published[index]
        return one.resource.document, tuple(map(str, one.tokens))

    return sorted(range(len(published)), key=place)


def _winner(claims: list[int], published: list[Published]) -> int | None:
    if len(claims) == 1:
        return claims[0]
    roots = [index for index in claims if not published[index].tokens]
    return roots[0] if len(roots) == 1 else None


def _numbered(name: str, taken: set[str]) -> str:
    number = 2
    found = name
    while found.casefold() in taken:
        found, number = f"{name}{number}", number + 1
    taken.add(found.casefold())
    return found


def _qualified(depth: int) -> Callable[[Published], str]:
    def name(one: Published) -> str:
        outer = reversed(one.outer[:depth])
        return "".join(map(pascal, outer)) + (pascal(one.name) if one.outer and depth else one.name)

    return name


_CANDIDATES: Final = tuple(_qualified(depth) for depth in range(5))
