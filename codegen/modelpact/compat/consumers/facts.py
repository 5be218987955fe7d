"""What differs between two type graphs, found by name; facts, and no judgements."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from modelpact.graph.generics import GenericModel
from modelpact.graph.nodes import (
    Alias,
    Definition,
    Enumeration,
    Graph,
    Member,
    Property,
    Record,
    Type,
)

__all__ = [
    "Difference",
    "EnumerationChanged",
    "GenericGone",
    "MemberGone",
    "MemberNew",
    "PropertyChanged",
    "PropertyGone",
    "TypeChanged",
    "TypeGone",
    "differences",
]


@dataclass(frozen=True, slots=True)
class TypeGone:
    """A type has no name of its own any more.

    Attributes:
        before: The type.
        renamed: What it is called now, if it is still there under another name.
        guessed: Whether nobody said so, and it only looks like it.

    """

    before: Definition
    renamed: Definition | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class TypeChanged:
    """What a name stands for is of another kind, or an alias of another type."""

    before: Definition
    after: Definition


@dataclass(frozen=True, slots=True)
class PropertyGone:
    """A record has no property of a name any more; ``renamed`` and ``guessed`` as above."""

    before: Definition
    after: Definition
    property: Property
    renamed: Property | None = None
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class PropertyChanged:
    """A property of a record is not what it was, or is new (``old`` is ``None``).

    Attributes:
        brands: The brands that the new SDK still has types for.

    """

    before: Definition
    after: Definition
    old: Property | None
    new: Property
    brands: Container[str] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class MemberGone:
    """An enumeration has no member of a name any more; ``renamed``: its value has another name."""

    before: Definition
    after: Definition
    member: Member
    renamed: Member | None = None


@dataclass(frozen=True, slots=True)
class MemberNew:
    """An enumeration has a member that it had not."""

    before: Definition
    after: Definition
    member: Member


@dataclass(frozen=True, slots=True)
class EnumerationChanged:
    """An enumeration is open now and was not, or the other way round."""

    before: Definition
    after: Definition
    opened: bool


@dataclass(frozen=True, slots=True)
class GenericGone:
    """A generic type that SDKs declare is none any more, or takes other parameters.

    Attributes:
        before: One of its instances in the old version.
        after: What that instance is now, if it is still there.
        model: The generic type.
        parameters: How many parameters it takes now; ``None`` where it is gone.

    """

    before: Definition
    after: Definition | None
    model: GenericModel
    parameters: int | None = None


Difference: TypeAlias = (
    TypeGone
    | TypeChanged
    | PropertyGone
    | PropertyChanged
    | MemberGone
    | MemberNew
    | EnumerationChanged
    | GenericGone
)


def differences(
    old: Graph, new: Graph, names: Iterable[str] | None = None, brands: Container[str] = ()
) -> Iterator[Difference]:
    """Every difference, in the order of the old graph.

    Args:
        old: The old graph.
        new: The new graph.
        names: The old definitions to look at; all by default.
        brands: The brands that the new SDK has types for, of all its definitions.

    """
    added = [d for name, d in new.definitions.items() if name not in old.definitions]
    for name in old.definitions if names is None else names:
        before, after = old.definitions[name], new.definitions.get(name)
        if after is None:
            renamed, guessed = _renamed_type(before, added)
            yield TypeGone(before, renamed, guessed)
            after = renamed
        if after is not None:
            yield from _within(before, after, brands)


def _within(before: Definition, after: Definition, brands: Container[str]) -> Iterator[Difference]:
    match before.body, after.body:
        case Record() as ours, Record() as theirs:
            for difference in _properties(before, after, ours, theirs):
                if isinstance(difference, PropertyChanged):
                    yield replace(difference, brands=brands)
                else:
                    yield difference
        case Enumeration() as ours, Enumeration() as theirs:
            yield from _members(before, after, ours, theirs)
        case Alias(type=ours), Alias(type=theirs) if ours == theirs:
            return
        case _:
            yield TypeChanged(before, after)


def _properties(
    before: Definition, after: Definition, ours: Record, theirs: Record
) -> Iterator[Difference]:
    kept = {prop.name: prop for prop in theirs.properties}
    known = {prop.name for prop in ours.properties}
    added = [prop for prop in theirs.properties if prop.name not in known]
    taken: set[str] = set()
    for prop in ours.properties:
        other = kept.get(prop.name)
        if other is None:
            renamed, guessed = _renamed_property(prop, [p for p in added if p.name not in taken])
            if renamed is not None:
                taken.add(renamed.name)
            yield PropertyGone(before, after, prop, renamed, guessed)
        elif _seen(prop) != _seen(other):
            yield PropertyChanged(before, after, prop, other)
    for prop in added:
        if prop.name not in taken:
            yield PropertyChanged(before, after, None, prop)


def _seen(prop: Property) -> tuple[Type, bool, object, object]:
    """What a program sees of a property."""
    return prop.type, prop.required, prop.default, prop.words.deprecated


def _members(
    before: Definition, after: Definition, ours: Enumeration, theirs: Enumeration
) -> Iterator[Difference]:
    names = {member.name for member in theirs.members}
    by_value = {repr(member.value): member for member in theirs.members}
    for member in ours.members:
        if member.name not in names:
            yield MemberGone(before, after, member, by_value.get(repr(member.value)))
    known = {repr(member.value) for member in ours.members}
    for member in theirs.members:
        if repr(member.value) not in known:
            yield MemberNew(before, after, member)
    if ours.extensible is not theirs.extensible:
        yield EnumerationChanged(before, after, opened=theirs.extensible)


def _renamed_type(
    before: Definition, added: Sequence[Definition]
) -> tuple[Definition | None, bool]:
    for candidate in added:
        if before.name in candidate.renamed_from:
            return candidate, False
    scored = ((_likeness(before, candidate), candidate) for candidate in added)
    best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return (best[1], True) if best[0] >= _ALIKE else (None, False)


_ALIKE: Final = 0.8
"""Of all that two types have, this part has to be common for a rename to be guessed."""


def _likeness(first: Definition, second: Definition) -> float:
    ours, theirs = _features(first), _features(second)
    if type(first.body) is not type(second.body) or not ours:
        return 0.0
    common = sum(theirs.get(name) == value for name, value in ours.items())
    return common / len({*ours, *theirs})


def _features(definition: Definition) -> Mapping[str, object]:
    match definition.body:
        case Record(properties=properties):
            return {prop.name: prop.type for prop in properties}
        case Enumeration(members=members):
            return {repr(member.value): member.name for member in members}
        case _:
            return {}


def _renamed_property(before: Property, added: Sequence[Property]) -> tuple[Property | None, bool]:
    for candidate in added:
        if before.name in candidate.renamed_from:
            return candidate, False
    alike = [
        candidate
        for candidate in added
        if candidate.type == before.type and candidate.required is before.required
    ]
    related = [p for p in alike if _related(before, p)]
    return (related[0], True) if len(related) == 1 else (None, False)


def _related(first: Property, second: Property) -> bool:
    """Whether two names or descriptions are near enough for a rename."""
    words, others = ({*prop.name.lower().split("_")} for prop in (first, second))
    squeezed = [prop.name.lower().replace("_", "") for prop in (first, second)]
    described = first.words.description
    return (
        bool(words & others)
        or squeezed[0] == squeezed[1]
        or bool(described and described == second.words.description)
    )
