"""Which documents a contract has: by audience, by role, and by what embeds what.

The role of a model says which way its own values travel; what it embeds travels the same ways. A
*value* that nothing embeds travels both ways. In a public contract nothing is reached through an
internal field, and a model whose required field is internal cannot be read: it has its output only,
and so has everything that would have to read one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from modelpact.annotations import Internal, annotation_of
from modelpact.errors import Fault
from modelpact.export.generation import Generation, role_of
from modelpact.export.places import IN, OUT

__all__ = ["Usage", "usage_of"]


@dataclass(frozen=True, slots=True)
class Usage:
    """The definitions that a contract publishes.

    Attributes:
        keys: The keys of all of them, in an order that depends on the models alone.
        public: Whether internal fields are left out.
        faults: Why the contract cannot be made.

    """

    keys: tuple[str, ...]
    public: bool
    faults: tuple[Fault, ...]


def usage_of(generation: Generation, *, public: bool) -> Usage:
    """The definitions that the models asked for need."""
    graph = _Graph(generation, public=public)
    starts = graph.starts()
    reached = dict.fromkeys(_closure(starts, graph.below))
    faults = list(graph.internal_class_faults(reached)) if public else []
    if public:
        gone = _closure_up(
            [key for key in reached if key in generation.internal_required and key.endswith(IN)],
            {key: tuple(graph.below(key)) for key in reached},
        )
        faults += graph.unreadable_faults(starts, gone)
        starts = [key for key in starts if key not in gone]
        reached = {key: None for key in _closure(starts, graph.below) if key not in gone}
    return Usage(tuple(reached), public, tuple(faults))


class _Graph:
    """Definitions and what they need, for one audience."""

    def __init__(self, generation: Generation, *, public: bool) -> None:
        self._generation = generation
        self._public = public

    def below(self, key: str) -> Iterator[str]:
        """The keys that a definition needs."""
        ref, mark = key[:-2], key[-2:]
        hidden = self._generation.internal_fields.get(ref, ()) if self._public else ()
        for name, needed in self._generation.edges.get(key, {}).items():
            if name not in hidden:
                for inner in needed:
                    if f"{inner}{mark}" in self._generation.definitions:
                        yield f"{inner}{mark}"

    def starts(self) -> list[str]:
        """Models that travel by themselves: those with a role, and values that nothing embeds."""
        roots = [ref for ref in self._generation.roots if not self._is_internal(ref)]
        embedded = self._embedded()
        alone = [
            ref for ref in roots if role_of(self._owner(ref)) != "value" or ref not in embedded
        ]
        covered = set(_closure(alone, self._any_below))
        for ref in roots:  # values that only embed each other
            if ref not in covered:
                alone.append(ref)
                covered.update(_closure([ref], self._any_below))
        defined = self._generation.definitions
        return [f"{ref}{m}" for ref in alone for m in self._marks(ref) if f"{ref}{m}" in defined]

    def _marks(self, ref: str) -> tuple[str, ...]:
        role = role_of(self._owner(ref))
        if role == "command":
            return (IN,)
        return (OUT,) if role in {"view", "event"} else (OUT, IN)

    def _owner(self, ref: str) -> type | None:
        return self._generation.owners.get(ref)

    def _is_internal(self, ref: str) -> bool:
        owner = self._owner(ref)
        return self._public and owner is not None and bool(annotation_of(owner, Internal))

    def _embedded(self) -> set[str]:
        """The references that another type needs, through internal fields too."""
        return {
            inner
            for key, fields in self._generation.edges.items()
            for needed in fields.values()
            for inner in needed
            if inner != key[:-2]
        }

    def _any_below(self, ref: str) -> Iterator[str]:
        for mark in (OUT, IN):
            for needed in self._generation.edges.get(f"{ref}{mark}", {}).values():
                yield from needed

    def internal_class_faults(self, reached: Iterable[str]) -> Iterator[Fault]:
        """A public field that needs an internal class."""
        seen: set[tuple[str, str]] = set()
        for key in reached:
            owner = self._owner(key[:-2])
            hidden = self._generation.internal_fields.get(key[:-2], frozenset())
            for name, needed in self._generation.edges.get(key, {}).items():
                place = f"{owner.__module__}.{owner.__qualname__}.{name}" if owner else key[:-2]
                for inner in needed:
                    if name in hidden or not self._is_internal(inner) or (place, inner) in seen:
                        continue
                    seen.add((place, inner))
                    cls = self._owner(inner)
                    yield Fault(
                        f"needs {cls.__qualname__ if cls else inner}, which is internal",
                        place,
                        "Mark the field Internal() as well, or the class as public.",
                        "needs-internal",
                    )

    def unreadable_faults(self, starts: Iterable[str], gone: set[str]) -> Iterator[Fault]:
        """A command is there to be read: it cannot do without its input."""
        for key in starts:
            owner = self._owner(key[:-2])
            if key in gone and owner is not None and role_of(owner) == "command":
                yield Fault(
                    f"is a public command, and needs the internal field {self._needed(key)}",
                    f"{owner.__module__}.{owner.__qualname__}",
                    "Give the internal field a default, or mark the command Internal().",
                    "command-needs-internal",
                )

    def _needed(self, key: str) -> str:
        """The first required internal field that a definition needs, with its class."""
        required = self._generation.internal_required
        at_fault = next(inner for inner in _closure([key], self.below) if required.get(inner))
        owner = self._owner(at_fault[:-2])
        return f"{owner.__qualname__ if owner else at_fault[:-2]}.{required[at_fault][0]}"


def _closure(starts: Iterable[str], below: Callable[[str], Iterable[str]]) -> list[str]:
    """All that can be reached, in the order of a walk in depth."""
    found: dict[str, None] = {}
    pending = list(starts)[::-1]
    while pending:
        key = pending.pop()
        if key in found:
            continue
        found[key] = None
        pending += list(below(key))[::-1]
    return list(found)


def _closure_up(starts: Iterable[str], below: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All that reach one of these."""
    above: dict[str, list[str]] = {}
    for key, needed in below.items():
        for inner in needed:
            above.setdefault(inner, []).append(key)
    return set(_closure(starts, lambda key: above.get(key, ())))
