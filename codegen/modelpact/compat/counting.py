"""Whether closing what somebody writes could change how many branches of a schema hold.

``oneOf`` counts: a value in two branches is refused. Once the objects inside the branches are
closed, one of the two may refuse it, and the value seems to be written. That cannot happen where no
value was in two branches to begin with, as in tagged unions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

from modelpact.compat.subjects import Place, Side, Subject
from modelpact.compat.texts import Texts
from modelpact.compat.values import ANY, OBJECT, TYPE_MASKS, Key, key_of
from modelpact.documents.dialects import Dialect

__all__ = ["exclude_each_other", "may_count"]


def may_count(subject: Subject, known: Texts | None = None) -> bool:
    """Whether a subject's documents have keywords that count, but for unions seen to exclude.

    What only looks like such a keyword, in data, counts as one.

    Args:
        subject: The subject.
        known: What is known of documents' texts.

    Raises:
        UndecidableError: A document is nested too deeply to be looked into.

    """
    known = Texts() if known is None else known
    texts = {name: known.of(document) for name, document in subject.documents().items()}
    if any(_CONTAINS in text for text in texts.values()):
        return True
    unions = {name: text.count(_ONE_OF) for name, text in texts.items() if _ONE_OF in text}
    if not unions:
        return False
    side = Side(subject)
    return any(_told_apart(side, name) != count for name, count in unions.items())


def _told_apart(side: Side, name: str) -> int:
    """How many unions of a document have branches that exclude each other."""
    places = (place for place in side.everywhere(side.document(name)) if place.has("oneOf"))
    return sum(exclude_each_other(side, tuple(side.children(place, "oneOf"))) for place in places)


def exclude_each_other(side: Side, branches: Sequence[Place]) -> bool:
    """Whether no value is in two branches, seen at a glance: by types, and by a tag of objects."""
    seen = 0
    objects: list[tuple[Place, ...]] = []
    for branch in branches:
        chain = tuple(_chain(side, branch))
        mask = _types(chain)
        if mask & seen & ~OBJECT:
            return False
        seen |= mask
        if mask & OBJECT:
            objects.append(chain)
    if len(objects) < 2:  # noqa: PLR2004 - a pair can overlap
        return True
    return _differ_by_tag([dict(_tags(chain)) for chain in objects])


def _differ_by_tag(tags: Sequence[Mapping[str, frozenset[Key]]]) -> bool:
    """Whether one property that all require has values that no two share."""
    for name in tags[0]:
        values = [tagged[name] for tagged in tags if name in tagged]
        if len(values) == len(tags) and len(frozenset().union(*values)) == sum(map(len, values)):
            return True
    return False


def _chain(side: Side, branch: Place) -> Iterator[Place]:
    """A branch, and what its references lead to: all of them hold of its values."""
    place: Place | None = branch
    for _ in range(_LONGEST_CHAIN):
        if place is None:
            return
        if not (place.has("$ref") and place.resource.dialect.ref_hides_siblings):
            yield place
        place = side.target(place) if place.has("$ref") else None


def _types(chain: Sequence[Place]) -> int:
    mask = ANY
    for place in chain:
        stated = _said(place, "type")
        names = (stated,) if isinstance(stated, str) else stated
        if isinstance(names, list | tuple):
            mask &= reduce(or_, (TYPE_MASKS.get(str(name), ANY) for name in names), 0)
    return mask


def _tags(chain: Sequence[Place]) -> Iterator[tuple[str, frozenset[Key]]]:
    """The properties that a branch requires and has scalars for: closing leaves these alone."""
    required: set[Any] = set()
    properties: list[tuple[str, Any, Dialect]] = []
    for place in chain:
        names, schemas = _said(place, "required"), _said(place, "properties")
        required.update(map(str, names) if isinstance(names, list | tuple) else ())
        if isinstance(schemas, Mapping):
            properties += [(n, schema, place.resource.dialect) for n, schema in schemas.items()]
    for name, schema, dialect in properties:
        values = _scalars(schema, dialect) if name in required else None
        if values:
            yield name, values


def _scalars(schema: Any, dialect: Dialect) -> frozenset[Key] | None:
    """The values that a schema allows at most, if they are few and none holds others."""
    if not isinstance(schema, Mapping) or (dialect.ref_hides_siblings and "$ref" in schema):
        return None
    if "const" in schema and dialect.knows("const"):
        values: Any = (schema["const"],)
    elif dialect.knows("enum"):
        values = schema.get("enum")
    else:
        return None
    if not isinstance(values, list | tuple) or any(isinstance(v, _COMPOUND) for v in values):
        return None
    return frozenset(map(key_of, values))


def _said(place: Place, keyword: str) -> Any:
    """The value of a keyword that the dialect knows."""
    return place.get(keyword) if place.resource.dialect.knows(keyword) else None


_COMPOUND: Final = (dict, list, tuple)
_LONGEST_CHAIN: Final = 20
_ONE_OF: Final = b'"oneOf":'
_CONTAINS: Final = b'"contains":'
