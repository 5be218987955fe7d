"""The names under which types are published.

A class is published under its own name, an instance of a generic under its arguments' names and
then the generic's (``Page[User]`` is ``UserPage``). Where two names are the same when case is
ignored, both are qualified by what encloses them (``BillingUser``), as little as tells them apart;
a name that an earlier release published is never given to another type. ``Named("...")`` settles a
name by hand.
"""

from __future__ import annotations

import re
import types
import typing
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final, Union

from modelpact.annotations import Brand, Named, annotation_of
from modelpact.errors import Fault
from modelpact.export.facts import split_annotated

__all__ = ["Names", "Subject", "assign_names", "is_device", "subject_of"]

RESERVED: Final = frozenset({"bundle"})
"""Names of files that every set of documents has; folders of some systems ignore case."""

_DEVICES: Final = frozenset({"con", "prn", "aux", "nul"}) | {
    f"{port}{number}" for port in ("com", "lpt") for number in "123456789"
}


def is_device(name: str) -> bool:
    """Whether Windows takes a file of this name, whatever its suffix, for a device.

    Source: Microsoft, "Naming Files, Paths, and Namespaces".
    """
    return name.casefold() in _DEVICES


@dataclass(frozen=True, slots=True)
class Subject:
    """A type that needs a name.

    Attributes:
        ref: Pydantic's core reference: ``module.Outer.Inner:<id>``, arguments in brackets.
        cls: Its class; ``None`` for a type alias.
        scope: What encloses it, outermost first: modules and classes.
        plain: Its own name, without arguments.
        metadata: What a type alias says of itself, ``Annotated``.

    """

    ref: str
    cls: type | None
    scope: tuple[str, ...]
    plain: str
    metadata: tuple[Any, ...] = ()

    @property
    def where(self) -> str:
        """Its qualified name, for messages."""
        return re.sub(r":\d+", "", self.ref)


@dataclass(slots=True)
class Names:
    """The names given so far, and what is wrong with some."""

    by_ref: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    taken: dict[str, str] = field(default_factory=dict)

    def give(self, subject: Subject, name: str) -> None:
        """Give a name."""
        self.by_ref[subject.ref] = name
        self.taken[name.casefold()] = subject.where


def subject_of(ref: str, cls: type | None, metadata: tuple[Any, ...] = ()) -> Subject:
    """What is to be named, from a core reference and the class that it stands for."""
    if cls is not None:
        generic: Any = getattr(cls, "__pydantic_generic_metadata__", None) or {}
        origin = generic.get("origin") or cls
        path = f"{origin.__module__}.{origin.__qualname__}"
    else:
        path = ref.partition("[")[0].rpartition(":")[0]
    *scope, plain = [part for part in path.split(".") if part != "<locals>"]
    return Subject(ref, cls, tuple(scope), plain, metadata)


def assign_names(subjects: Iterable[Subject], published: frozenset[str]) -> Names:
    """Names for all subjects.

    Args:
        subjects: In any order: it does not matter.
        published: The names that earlier releases have.

    """
    names = Names()
    ordered = sorted(subjects, key=lambda subject: (subject.where, subject.ref.count("[")))
    for subject in ordered:
        _claim(subject, names)
    named = [subject for subject in ordered if subject.ref not in names.by_ref]
    plain = [subject for subject in named if "[" not in subject.ref]
    _give_all([(subject, subject.plain) for subject in plain], names, published)
    for depth in sorted({subject.ref.count("[") for subject in named} - {0}):
        level = [subject for subject in named if subject.ref.count("[") == depth]
        _give_all([(s, _instance_name(s, names)) for s in level], names, published)
    return names


def _claim(subject: Subject, names: Names) -> None:
    claim = annotation_of(subject.cls or subject.metadata, Named)
    if claim is None:
        return
    if not _NAME.fullmatch(claim.name):
        what = f"claims the name {claim.name!r}, which is not a name for a type"
        advice = "Use letters, digits and underscores, and start with a letter."
        names.faults.append(Fault(what, subject.where, advice, "bad-name"))
    elif claim.name.casefold() in names.taken | dict.fromkeys(RESERVED, ""):
        other = names.taken.get(claim.name.casefold(), "the bundle of all documents")
        what = f"claims the name {claim.name!r}, and so does {other}"
        advice = "Give each its own name with Named(...)."
        names.faults.append(Fault(what, subject.where, advice, "name-claimed-twice"))
    names.give(subject, claim.name)


_NAME: Final = re.compile(r"[^\W\d_]\w*")


def _give_all(wished: list[tuple[Subject, str]], names: Names, published: frozenset[str]) -> None:
    groups: dict[str, list[tuple[Subject, str]]] = defaultdict(list)
    for subject, name in wished:
        groups[name.casefold()].append((subject, name))
    for folded, group in groups.items():
        subject, name = group[0]
        if len(group) == 1 and folded not in names.taken and folded not in RESERVED:
            names.give(subject, name)
        elif any(name in published for _, name in group):
            _give_published(group, names, published)
        else:
            _qualify(group, names)


def _give_published(
    group: list[tuple[Subject, str]], names: Names, published: frozenset[str]
) -> None:
    """A published name stays with its type: the one that has no published longer name."""
    fresh = [item for item in group if not any(q in published for q in _qualified(*item))]
    if len(fresh) == 1 and fresh[0][1].casefold() not in names.taken:
        names.give(*fresh[0])
        _qualify([item for item in group if item is not fresh[0]], names)
        return
    others = ", ".join(subject.where for subject, _ in group)
    what = f"the published name {group[0][1]!r} could mean {others}"
    advice = f"Mark the one that has always had it with Named({group[0][1]!r})."
    names.faults.append(Fault(what, group[0][0].where, advice, "ambiguous-name"))
    names.by_ref.update({subject.ref: name for subject, name in group})


def _qualify(group: list[tuple[Subject, str]], names: Names) -> None:
    for depth in range(1, 1 + max(len(subject.scope) for subject, _ in group)):
        tried = [_qualified(subject, name)[:depth][-1] for subject, name in group]
        folded = [name.casefold() for name in tried]
        if len(set(folded)) == len(group) and not any(f in names.taken for f in folded):
            for (subject, _), name in zip(group, tried, strict=True):
                names.give(subject, name)
            return
    for subject, name in group:
        same = all(other == name for _, other in group)
        cased = "" if same else " (upper and lower case make no difference to file names)"
        what = f"has the name {name!r}, as have others that nothing tells apart{cased}"
        advice = "Name it with Named(...); give a generic's arguments a NewType or a Brand."
        names.faults.append(Fault(what, subject.where, advice, "name-collides"))
        names.by_ref[subject.ref] = name


def _qualified(subject: Subject, name: str) -> list[str]:
    """Longer and longer names: one more of the enclosing names each time."""
    prefixes = [_pascal(part) for part in reversed(subject.scope)] or [""]
    result = []
    for prefix in prefixes:
        name = f"{prefix}{name}"
        result.append(name)
    return result


def _pascal(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


# --- generics ----------------------------------------------------------------------------------


def _instance_name(subject: Subject, names: Names) -> str:
    metadata: Any = getattr(subject.cls, "__pydantic_generic_metadata__", None) or {}
    arguments = metadata.get("args") or ()
    if not arguments:
        inner = subject.where.partition("[")[2].rstrip("]")
        words = [part.rpartition(".")[2] for part in re.split(r"[\[\],]", inner) if part]
        return "".join(map(_pascal, words)) + subject.plain
    by_class = _by_class(names)
    return "".join(_type_name(argument, by_class) for argument in arguments) + subject.plain


def _by_class(names: Names) -> Mapping[int, str]:
    return {int(ref.rpartition(":")[2]): n for ref, n in names.by_ref.items() if "[" not in ref}


def _type_name(argument: Any, by_class: Mapping[int, str]) -> str:
    argument, metadata = split_annotated(argument)
    brand = annotation_of(metadata, Brand)
    if brand:
        return brand.name
    if isinstance(argument, typing.NewType):
        return argument.__name__ or ""
    if typing.get_origin(argument) is not None:
        return _composed_name(argument, by_class)
    return _class_name(argument, by_class)


def _composed_name(argument: Any, by_class: Mapping[int, str]) -> str:
    origin, inner = typing.get_origin(argument), typing.get_args(argument)
    if origin in {Union, types.UnionType}:
        return "Or".join(_type_name(item, by_class) for item in inner)
    if origin is typing.Literal:
        return "Or".join(_word(item.value if isinstance(item, Enum) else item) for item in inner)
    named = [_type_name(item, by_class) for item in inner if item is not ...]
    return "".join(named) + _pascal(getattr(origin, "__name__", str(origin)))


def _class_name(argument: Any, by_class: Mapping[int, str]) -> str:
    metadata: Any = getattr(argument, "__pydantic_generic_metadata__", None) or {}
    if metadata.get("args"):
        inner = "".join(_type_name(item, by_class) for item in metadata["args"])
        return inner + str(metadata["origin"].__name__)
    known = by_class.get(id(argument))
    return (
        known or _JSON_WORDS.get(argument) or _pascal(getattr(argument, "__name__", str(argument)))
    )


_JSON_WORDS: Final[Mapping[Any, str]] = {
    None: "Null",
    type(None): "Null",
    str: "String",
    int: "Integer",
    float: "Number",
    bool: "Boolean",
}


def _word(value: Any) -> str:
    return "".join(_pascal(part) for part in re.findall(r"\w+", str(value))) or "Empty"
