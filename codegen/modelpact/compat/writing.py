"""What a writer writes: its schema, closed where it names properties.

A JSON service writes the properties that its model declares and ignores others when it reads. So
in the tolerant policy a writer's schema is narrowed by ``unevaluatedProperties: false`` wherever a
schema speaks of a whole value and its composition declares properties; never inside ``not`` and
``if``, and never in the branches of a composition, which know nothing of each other. Where two
branches of one composition speak of the same member, each part says little of the whole: such
members stay open.

The result is in the dialect of the draft that knows ``unevaluatedProperties``: older drafts are
translated (see :mod:`.upgrade`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, cast

from modelpact.compat.sharing import shared_members
from modelpact.compat.subjects import BASE_URI, Place, Side, Subject, absolute
from modelpact.compat.upgrade import upgraded
from modelpact.documents.dialects import DRAFT202012, Shape, subschemas
from modelpact.documents.values import Json

__all__ = ["WrittenDocuments", "written_by"]

_UNTOUCHED: Final = frozenset({"not", "if", "contains"})
"""Keywords that only test. What they test is written as others say."""
_IN_PLACE: Final = frozenset(
    {"allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas", "dependencies"}
)
_DEFINITIONS: Final = frozenset({"$defs", "definitions"})


def written_by(subject: Subject) -> Subject:
    """The schema of what a writer of a subject writes, under the tolerant policy.

    It is the subject itself where nothing has to be closed.
    """
    return WrittenDocuments(subject).subject(subject)


class WrittenDocuments:
    """The documents of a set as writers of any of them write them, made once for all.

    Args:
        subject: Any of the documents, with all others.

    """

    def __init__(self, subject: Subject) -> None:
        self._given = subject

    def subject(self, subject: Subject) -> Subject:
        """What a writer of one of the documents writes; itself where nothing has to be closed.

        Args:
            subject: The document, with all that it leads to or with the whole set.

        """
        closing = self._closing
        root, closed_any = closing.root(subject.uri)
        names = tuple(subject.documents())
        written = [closing.document(name) for name in names]
        if not closed_any and not any(document.closed for document in written):
            return subject
        # A file may be referred to by its name although it gives itself another address.
        documents = {absolute(n): d.schema for n, d in zip(names, written, strict=True)}
        documents |= {document.uri: document.schema for document in written}
        if any(document.refers_to_originals for document in written):
            originals = closing.originals
            documents |= {absolute(f"{_OPEN}{name}"): originals[name] for name in names}
        return Subject(root, f"{BASE_URI}{_WRITTEN}", documents)

    @cached_property
    def _closing(self) -> _Closing:
        return _Closing(Side(upgraded(self._given)))


@dataclass(frozen=True, slots=True)
class _Written:
    """A document as it is written.

    Attributes:
        uri: What references to it use.
        schema: The document.
        closed: Whether anything in it was closed.
        refers_to_originals: Whether it refers to documents as they were.

    """

    uri: str
    schema: Json
    closed: bool
    refers_to_originals: bool


_OPEN: Final = "open/"
"""Where the documents stand as they were, for references from inside ``not`` and ``if``."""
_WRITTEN: Final = "written"


class _Closing:
    """The rewriting of one subject's documents."""

    def __init__(self, side: Side) -> None:
        self.originals = side.subject.documents()
        self._side = side
        self._shared = shared_members(side)
        self._documents: dict[str, _Written] = {}
        self._closed_any = False
        self._refers_to_originals = False

    def document(self, name: str) -> _Written:
        """A document with the values inside it closed; its own root may be part of others'."""
        known = self._documents.get(name)
        if known is None:
            self._closed_any = self._refers_to_originals = False
            schema = cast("Json", self._branch(self._side.document(name)))
            uri = self._side.uri_of(name)
            known = _Written(uri, schema, self._closed_any, self._refers_to_originals)
            self._documents[name] = known
        return known

    def root(self, name: str) -> tuple[Json, bool]:
        """A schema that refers to a document and closes it, and whether it has to."""
        place = self._side.document(name)
        reference = {"$schema": DRAFT202012.uri, "$ref": self._side.uri_of(name)}
        if not self._is_closed_by(place):
            return reference, False
        return {**reference, "unevaluatedProperties": False}, True

    def _is_closed_by(self, place: Place) -> bool:
        """Whether the policy closes what a schema says of a whole value."""
        if place.has("unevaluatedProperties") or place.has("additionalProperties"):
            return False
        composition = self._side.composition(place)
        return any(isinstance(part.get("properties"), Mapping) for part in composition)

    def _value(self, place: Place) -> Any:
        """A schema that speaks of a whole value."""
        rewritten = self._branch(place)
        if place.schema in self._shared or not self._is_closed_by(place):
            return rewritten
        self._closed_any = True
        return {**rewritten, "unevaluatedProperties": False}

    def _branch(self, place: Place) -> Any:
        """A schema that is one part of what is said of a value."""
        if not isinstance(place.schema, Mapping):
            return place.schema
        return {
            keyword: self._keyword(place, keyword, value) for keyword, value in place.schema.items()
        }

    def _keyword(self, place: Place, keyword: str, value: Any) -> Any:
        shape = place.resource.dialect.applicators.get(keyword)
        if shape is None:
            return value
        if keyword in _UNTOUCHED:
            return self._original(place, keyword)
        rewrite = self._branch if keyword in _IN_PLACE | _DEFINITIONS else self._value
        if isinstance(value, Mapping) and shape in {Shape.MAP, Shape.MAP_OR_NAMES}:
            return {name: self._inner(place, rewrite, keyword, name) for name in value}
        if isinstance(value, list | tuple):
            return [self._inner(place, rewrite, keyword, index) for index in range(len(value))]
        return self._inner(place, rewrite, keyword)

    def _inner(self, place: Place, rewrite: Any, *tokens: str | int) -> Any:
        inner = self._side.inner(place, *tokens)
        if inner is not None:
            return rewrite(inner)
        value: Any = place.schema
        for token in tokens:
            value = value[token]
        return value  # names of properties, in `dependencies`

    def _original(self, place: Place, *tokens: str | int) -> Any:
        """A schema as it was; its references lead to the documents as they were."""
        inner = self._side.inner(place, *tokens)
        return self._with_originals(inner) if inner is not None else None

    def _with_originals(self, place: Place) -> Any:
        if not isinstance(place.schema, Mapping):
            return place.schema
        result: dict[str, Any] = dict(place.schema)
        target = self._side.target(place)
        if target is not None and isinstance(place.get("$ref"), str):
            self._refers_to_originals = True
            where = target.location
            result["$ref"] = f"{absolute(f'{_OPEN}{where.file}')}{where.pointer.fragment}"
        for keyword, tokens in _nested(place):
            inner = self._side.inner(place, *tokens)
            if inner is None:
                continue
            if len(tokens) == 1:
                result[keyword] = self._with_originals(inner)
                continue
            holder = result[keyword]
            if holder is place.schema[keyword]:
                holder = copy(holder)
                result[keyword] = holder
            holder[tokens[1]] = self._with_originals(inner)
        return result


def _nested(place: Place) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for tokens, _ in subschemas(place.schema, place.resource.dialect):
        yield tokens[0], tokens
