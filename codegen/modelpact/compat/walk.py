"""What differs between two schemas, found by walking them together: facts, and no judgements.

Parts are paired by what they are called: properties by name, items by position, references by what
they lead to. Members of a union have no names; they are paired if they are equal, refer to the same
definition, have the same tag or the same type, in this order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from modelpact.compat.changes import (
    ABSENT,
    DOCUMENT,
    Change,
    Presence,
    said,
    said_by,
    same_said,
)
from modelpact.compat.lifting import Lifted, lifted
from modelpact.compat.pairing import keywords_of, label_of, members_of, paired, positions_of
from modelpact.compat.subjects import Place, Side, Subject, Token
from modelpact.documents.pointers import ROOT
from modelpact.documents.sets import KEYWORD, DocumentSet
from modelpact.graph.nodes import Location

__all__ = ["changes_between", "changes_of_sets"]


def changes_of_sets(old: DocumentSet, new: DocumentSet) -> Iterator[Change]:
    """Every difference of two sets of documents, in the order of the old files, then of the new.

    A document that one version lacks is one change of the keyword ``document``. Documents of equal
    text are not walked: what they refer to is in the sets itself.
    """
    before_side, after_side = _side(old), _side(new)
    both = frozenset(old.documents) & frozenset(new.documents)
    walk = _Walk(before_side, after_side, both)
    for file in dict.fromkeys((*old.documents, *new.documents)):
        if file in old.documents and file in new.documents:
            if same_said(_schema(old, file), _schema(new, file)):
                continue
            places = before_side.document(file), after_side.document(file)
            yield from walk.pair(*places, ())
            yield from walk.definitions(*places)
            continue
        place = Location(file, ROOT)
        before, after = (_schema(documents, file) for documents in (old, new))
        yield Change(DOCUMENT, "", file, before, after, place, place)


def _side(documents: DocumentSet) -> Side:
    schemas = {file: document.schema for file, document in documents.documents.items()}
    first = next(iter(schemas), "")
    return Side(Subject(schemas.get(first, True), first, schemas))


def _schema(documents: DocumentSet, file: str) -> Presence:
    document = documents.documents.get(file)
    return ABSENT if document is None else document.schema


def changes_between(old: Side, new: Side) -> tuple[Change, ...]:
    """Every difference of two schemas, in the order of the old one. Each place is compared once."""
    return tuple(_Walk(old, new).pair(old.root, new.root, ()))


_REFERENCE: Final = "$ref"
_NAMED: Final = ("properties", "patternProperties", "dependentSchemas")
_POSITIONED: Final = ("prefixItems",)
_UNIONS: Final = ("anyOf", "oneOf", "allOf")
_SINGLE: Final = (
    "items", "additionalItems", "additionalProperties", "unevaluatedProperties", "unevaluatedItems",
    "contains", "propertyNames", "not", "if", "then", "else",
)  # fmt: skip
_SKIPPED: Final = frozenset(
    {"$id", "id", "$schema", "$defs", "definitions", "$comment", "required"}
)
_DEFINITIONS: Final = ("$defs", "definitions")
_HOLDING: Final = frozenset({*_NAMED, *_POSITIONED, *_SINGLE, *_UNIONS, _REFERENCE, *_SKIPPED})
_ANNOTATIONS: Final = frozenset(
    {"title", "description", "examples", "default", "deprecated", "readOnly", "writeOnly", KEYWORD}
)
_STEPS: Final[Mapping[str, str]] = {
    "items": "[]",
    "prefixItems": "[]",
    "additionalItems": "[]",
    "unevaluatedItems": "[]",
    "contains": "[]",
    "additionalProperties": "{}",
    "unevaluatedProperties": "{}",
    "patternProperties": "{}",
}
"""How a part without a name is shown in a path."""


@dataclass(slots=True)
class _Walk:
    old: Side
    new: Side
    documents: frozenset[str] = frozenset()
    """Those that are walked by themselves, in both versions: references to them end there."""
    _seen: set[tuple[str, str]] = field(default_factory=set)

    def pair(self, old: Place, new: Place, path: tuple[str, ...]) -> Iterator[Change]:
        """The differences of two places that speak of the same part of a value."""
        if old.has(_REFERENCE) and new.has(_REFERENCE):
            yield from self._references(old, new, path)
            return
        if (one := self._lifted(old, new)) is not None:
            if self._is_new(old, new):
                yield from self._across(one, path)
            return
        old, new = _followed(self.old, old), _followed(self.new, new)
        if not self._is_new(old, new):
            return
        if (one := self._lifted(old, new)) is not None:
            yield from self._across(one, path)
            return
        yield from self._keywords(old, new, path)
        yield from self._required(old, new, path)
        for keyword in _NAMED:
            yield from self._named(keyword, old, new, path)
        for keyword in _POSITIONED:
            yield from self._positioned(keyword, old, new, path)
        for keyword in _SINGLE:
            yield from self._single(keyword, old, new, path)
        for keyword in _UNIONS:
            yield from self._union(keyword, old, new, path)

    def _is_new(self, old: Place, new: Place) -> bool:
        """Whether two places are compared for the first time."""
        key = (str(old.location), str(new.location))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def definitions(self, old: Place, new: Place) -> Iterator[Change]:
        """The differences of definitions that nothing in their document has led to.

        Those that come and go are told of documents that only hold definitions, as bundles do; of
        others it is told what refers to them.
        """
        saying = {*keywords_of(old), *keywords_of(new)} - _SKIPPED - _ANNOTATIONS
        for keyword in _DEFINITIONS:
            before, after = (members_of(place, keyword) for place in (old, new))
            for name in dict.fromkeys((*before, *after)):
                if name in before and name in after:
                    yield from self._part(keyword, name, (keyword, name), old, new, ((), ()))
                elif not saying:
                    shown = (before.get(name, ABSENT), after.get(name, ABSENT))
                    yield Change(keyword, "", name, *shown, old.location, new.location)

    def _references(self, old: Place, new: Place, path: tuple[str, ...]) -> Iterator[Change]:
        if not self._is_new(old, new):
            return
        before, after = self.old.target(old), self.new.target(new)
        if before is None or after is None:
            yield from self._keywords(old, new, path)
            return
        if str(before.location) != str(after.location):
            yield _change(_REFERENCE, old, new, path)
        yield from self._keywords(old, new, path)
        if not self._is_walked(before, after):
            yield from self.pair(before, after, path)

    def _lifted(self, old: Place, new: Place) -> Lifted | None:
        return lifted(old, new, (self.old.children, self.new.children))

    def _across(self, one: Lifted, path: tuple[str, ...]) -> Iterator[Change]:
        """The differences of a schema and the union that it became a member of, or was one of."""
        old, new = (one.lone, one.union) if one.grown else (one.union, one.lone)
        places = (old.location, new.location)
        for keyword in one.keywords():
            if keyword in _HOLDING or (one.member is None and keyword not in _ANNOTATIONS):
                continue
            shown = one.sides(said(one.lone, keyword), one.beside(keyword))
            if not same_said(*shown):
                yield Change(keyword, _text(path), "", *shown, *places)
        if one.member is None:
            yield Change("schema", _text(path), "", old.schema, new.schema, *places)
            return
        inner = (one.lone, one.member) if one.grown else (one.member, one.lone)
        compared = frozenset(one.keywords()) - _HOLDING
        # What is said of the value has been compared, wherever it is said.
        ours = (str(inner[0].location), str(inner[1].location))
        for change in self.pair(*inner, path):
            if change.keyword in compared and (str(change.old), str(change.new)) == ours:
                continue
            yield change
        for other in one.others:
            parts = one.sides(ABSENT, other.schema)
            yield Change(one.keyword, _text(path), label_of(other), *parts, *places)

    def _is_walked(self, before: Place, after: Place) -> bool:
        """Whether two places are the roots of a document that is walked by itself."""
        here, there = before.location, after.location
        whole = not here.pointer.tokens and not there.pointer.tokens
        return whole and here.file == there.file and here.file in self.documents

    def _keywords(self, old: Place, new: Place, path: tuple[str, ...]) -> Iterator[Change]:
        """Keywords that hold no schemas: they differ by their values."""
        if isinstance(old.schema, bool) or isinstance(new.schema, bool):
            if old.schema is not new.schema:
                shown = (old.schema, new.schema)
                yield Change("schema", _text(path), "", *shown, old.location, new.location)
            return
        for keyword in dict.fromkeys((*keywords_of(old), *keywords_of(new))):
            if keyword not in _HOLDING and not same_said(said(old, keyword), said(new, keyword)):
                yield _change(keyword, old, new, path)

    def _required(self, old: Place, new: Place, path: tuple[str, ...]) -> Iterator[Change]:
        before, after = (positions_of(place, "required") for place in (old, new))
        for name in dict.fromkeys((*before, *after)):
            was, is_ = name in before, name in after
            if was is not is_:
                place = (old.location, new.location)
                yield Change("required", _text(path), name, was, is_, *place)

    def _named(
        self, keyword: str, old: Place, new: Place, path: tuple[str, ...]
    ) -> Iterator[Change]:
        before, after = (members_of(place, keyword) for place in (old, new))
        for name in dict.fromkeys((*before, *after)):
            step = (*path, _STEPS.get(keyword, f".{name}" if keyword == "properties" else ""))
            yield from self._part(keyword, name, (keyword, name), old, new, (path, step))

    def _positioned(
        self, keyword: str, old: Place, new: Place, path: tuple[str, ...]
    ) -> Iterator[Change]:
        longest = max(len(positions_of(place, keyword)) for place in (old, new))
        for index in range(longest):
            step = (*path, f"[{index}]")
            yield from self._part(keyword, str(index), (keyword, index), old, new, (path, step))

    def _single(
        self, keyword: str, old: Place, new: Place, path: tuple[str, ...]
    ) -> Iterator[Change]:
        if isinstance(old.get(keyword), list) or isinstance(new.get(keyword), list):
            if not same_said(said(old, keyword), said(new, keyword)):
                yield _change(keyword, old, new, path)
            return
        if old.has(keyword) or new.has(keyword):
            step = (*path, _STEPS.get(keyword, ""))
            yield from self._part(keyword, "", (keyword,), old, new, (path, step))

    def _part(  # noqa: PLR0913, PLR0917 - one part, on two sides
        self,
        keyword: str,
        name: str,
        tokens: tuple[Token, ...],
        old: Place,
        new: Place,
        paths: tuple[tuple[str, ...], tuple[str, ...]],
    ) -> Iterator[Change]:
        before, after = self.old.inner(old, *tokens), self.new.inner(new, *tokens)
        if before is not None and after is not None:
            yield from self.pair(before, after, paths[1])
        elif before is not None or after is not None:
            shown = (said_by(before), said_by(after))
            yield Change(keyword, _text(paths[0]), name, *shown, old.location, new.location)

    def _union(
        self, keyword: str, old: Place, new: Place, path: tuple[str, ...]
    ) -> Iterator[Change]:
        before, after = list(self.old.children(old, keyword)), list(self.new.children(new, keyword))
        for left, right in paired(before, after):
            if left is not None and right is not None:
                yield from self.pair(left, right, path)
                continue
            shown = (said_by(left), said_by(right))
            label = label_of(left or right)
            yield Change(keyword, _text(path), label, *shown, old.location, new.location)


def _followed(side: Side, place: Place) -> Place:
    """What a place says that is a reference and nothing else."""
    for _ in range(_MOST_REFERENCES):
        target = side.target(place) if place.has(_REFERENCE) else None
        if target is None:
            break
        place = target
    return place


_MOST_REFERENCES: Final = 32


def _change(keyword: str, old: Place, new: Place, path: tuple[str, ...]) -> Change:
    shown = (said(old, keyword), said(new, keyword))
    return Change(keyword, _text(path), "", *shown, old.location, new.location)


def _text(path: tuple[str, ...]) -> str:
    return "".join(path).removeprefix(".")
