"""Definitions to be, by name and by place."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from modelpact.documents.references import Resource
from modelpact.documents.values import Json
from modelpact.graph.lowering.names import anonymous_name
from modelpact.graph.lowering.scope import Scope, Tokens

__all__ = ["Source", "Sources"]


@dataclass(frozen=True, slots=True)
class Source:
    """A definition to be: its name, its schema, and where that stands.

    ``home`` is the published definition that an anonymous one belongs to.
    """

    name: str
    schema: Json
    resource: Resource
    tokens: Tokens
    published: bool
    home: str


@dataclass(slots=True, eq=False)
class Sources:
    """Every definition that there is so far.

    Attributes:
        by_name: In the order in which they were found.
        waiting: The names of those that are to be lowered.

    """

    by_name: dict[str, Source] = field(default_factory=dict)
    waiting: deque[str] = field(default_factory=deque)
    _places: dict[tuple[str, Tokens], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Source:
        return self.by_name[name]

    def add(self, source: Source) -> None:
        """Know a definition, also by its place."""
        self.add_merged(source)
        self._places[source.resource.document, source.tokens] = source.name

    def add_merged(self, source: Source) -> None:
        """Know a definition whose place alone does not say what it is."""
        self.by_name[source.name] = source
        self._taken.add(source.name.casefold())

    def wait(self, source: Source) -> None:
        """Know a definition, and lower it later."""
        self.add(source)
        self.waiting.append(source.name)

    def at(self, document: str, tokens: Tokens) -> str | None:
        """The name of the definition at a place."""
        return self._places.get((document, tokens))

    def owner(self, document: str, tokens: Tokens) -> Source | None:
        """The innermost definition around a place."""
        for length in range(len(tokens) - 1, -1, -1):
            name = self.at(document, tokens[:length])
            if name is not None:
                return self.by_name[name]
        return None

    def anonymous(self, schema: Json, resource: Resource, tokens: Tokens, scope: Scope) -> Source:
        """A definition that nobody named, called after its place in another."""
        name = anonymous_name(scope.owner, scope.schema, tokens[scope.root :])
        if name == scope.owner:
            name += "Value"
        home = self.by_name[scope.owner].home
        return Source(self.unique(name), schema, resource, tokens, False, home)

    def unique(self, name: str) -> str:
        """A name that no definition has, regardless of case."""
        if name.casefold() not in self._taken:
            return name
        number = self._numbers.get(name, 2)
        while f"{name}{number}".casefold() in self._taken:
            number += 1
        self._numbers[name] = number
        return f"{name}{number}"
