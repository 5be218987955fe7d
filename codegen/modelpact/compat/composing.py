"""What follows from what was proved, for documents that are put together of others.

An object with a member that another document describes is a product: where the old version's
document of the member is within the new one's, so is the object's, if nothing else about it
differs. So of the documents that lead to a change only those have to be asked that say more than
that; for a contract of many models they are few.

The argument is by the size of a value. A document *holds parts* where its schema is made of
objects, lists, maps and nullable references to whole documents, of unions whose branches exclude
each other in both versions, and of schemas that refer to nothing. Every reference then stands where
the value is strictly smaller than the document's; or it is a branch of a document that is a union
and leads to no other such document. If what every such document in reach refers to is either the
same in both versions, or proved, or again such a document, all of them follow. What a tolerant
writer writes is closed at each reference as it is closed where the referenced document is asked
alone, unless a composition speaks of one member twice (:func:`.writing.may_share_members`): then
nothing follows here.

A record that differs is asked without those of its members that say the same in both versions and
follow. Members are smaller than their record: while it is proved it is taken to be compatible
itself, and what was found by that is forgotten where the proof fails.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from typing import Final, TypeAlias

from modelpact.compat.changes import Direction
from modelpact.compat.parts import (
    holds_parts,
    is_plain_record,
    is_union,
    record_without,
    references_in,
    refers,
    say_the_same,
)
from modelpact.compat.reach import Reach
from modelpact.documents.values import Json

__all__ = ["Consequences", "Prove"]

Prove: TypeAlias = Callable[[str], bool]
"""Proves, or does not, that a document is within its other version."""


class Consequences:
    """What follows for the documents of two versions.

    Args:
        old: Where the old documents lead.
        new: Where the new ones do.
        schemas: The old documents by file, and the new ones.
        touched: Those that differ, and those that lead to them in either version.
        differing: Those that differ.
        may_share: Whether two parts of a composition in some documents may speak of one member.
        exclude: Whether the branches of a union in a document exclude each other in both versions.

    """

    def __init__(  # noqa: PLR0913, PLR0917 - two versions, and what differs
        self,
        old: Reach,
        new: Reach,
        schemas: tuple[Mapping[str, Json], Mapping[str, Json]],
        touched: frozenset[str],
        differing: frozenset[str],
        may_share: Callable[[Iterable[Json]], bool],
        exclude: Callable[[str, Sequence[Json]], bool],
    ) -> None:
        self._old = old
        self._new = new
        self._schemas = schemas
        self._may_share = may_share
        self._exclude = exclude
        self._touched = touched
        self._differing = differing
        self._parts: dict[str, tuple[str, ...] | None] = {}
        self._holds: dict[Direction, dict[str, bool]] = {"backward": {}, "forward": {}}
        self._depth = 0

    def note(self, direction: Direction, file: str, *, holds: bool) -> None:
        """Remember whether a version's document was proved to be within the other's."""
        self._holds[direction][file] = holds

    def follows(self, direction: Direction, file: str, prove: Prove) -> bool:
        """Whether a document that is the same in both versions is compatible by what is known.

        Args:
            direction: Which way.
            file: The document.
            prove: Proves, or does not, that a document that is no more than the sum of its parts
                is within its other version; asked of each such document once.

        """
        known = self._holds[direction]
        reached: dict[str, None] = {file: None}
        pending = [file]
        while pending:
            parts = self._parts_of(pending.pop())
            if parts is None:
                return False
            for part in parts:
                if part not in self._touched or part in reached:
                    continue
                if part not in known and self._parts_of(part) is not None:
                    reached[part] = None
                    pending.append(part)
                elif not self._is_proved(direction, part, prove):
                    return False
        known.update(dict.fromkeys(reached, True))
        return True

    def assuming(self, direction: Direction, file: str, prove: Callable[[], bool]) -> bool:
        """Whether a document is compatible, if it is for all values that are smaller.

        Args:
            direction: Which way.
            file: The document.
            prove: Proves, or does not, that the document is compatible by its members, which are
                smaller. What was proved meanwhile is forgotten where that fails.

        """
        if self._depth == _DEEPEST:
            return False
        known = self._holds[direction]
        before = dict(known)
        known[file] = True
        self._depth += 1
        try:
            if prove():
                return True
        finally:
            self._depth -= 1
        refuted = {name for name, holds in known.items() if not holds}
        known.clear()
        known.update(before | dict.fromkeys(refuted, False))
        return False

    def rest(
        self, direction: Direction, files: tuple[str, str], written: Json, read: Json, prove: Prove
    ) -> tuple[Json, Json] | None:
        """What is left to ask of two records whose other members are compatible by what is known.

        A record is a product: where a member is the same in both versions and follows, it may be
        left out of both sides. If the rests are compatible, the records are.

        Args:
            direction: Which way.
            files: The writer's document and the reader's.
            written: The writer's schema.
            read: The reader's schema.
            prove: As for :meth:`follows`.

        Returns:
            Both rests, which refer to nothing; ``None`` where they do, or nothing can be left out.

        """
        if self._shares_members or not (is_plain_record(written) and is_plain_record(read)):
            return None
        if not self._are_of_one_dialect(files):
            return None
        kept = read["properties"]
        needed = frozenset(read.get("required", ())) - frozenset(written.get("required", ()))
        known = {
            name
            for name, schema in written["properties"].items()
            if name in kept
            and name not in needed
            and say_the_same(schema, kept[name])
            and self._member_follows(direction, files, schema, prove)
        }
        rests = tuple(record_without(schema, known) for schema in (written, read))
        return None if any(map(refers, rests)) else (rests[0], rests[1])

    def _are_of_one_dialect(self, files: tuple[str, str]) -> bool:
        """Whether both versions have some documents, and all mean the same by their keywords."""
        if not all(file in schemas for file in files for schemas in self._schemas):
            return False
        first, *others = (r.dialect(file) for file in files for r in (self._old, self._new))
        return all(dialect is first for dialect in others)

    def _member_follows(
        self, direction: Direction, files: tuple[str, str], schema: Json, prove: Prove
    ) -> bool:
        if not holds_parts(schema, partial(self._exclude, files[0])):
            return False
        for reference in references_in(schema):
            part = self._target(files, reference)
            if part is None:
                return False
            if part in self._differing:
                if not self._is_proved(direction, part, prove):
                    return False
            elif part in self._touched and not self.follows(direction, part, prove):
                return False
        return True

    def _target(self, files: Iterable[str], reference: str) -> str | None:
        """Where a reference leads; ``None`` if that is not one document in both versions."""
        targets = {r.target(file, reference) for r in (self._old, self._new) for file in files}
        return targets.pop() if len(targets) == 1 else None

    def _is_proved(self, direction: Direction, file: str, prove: Prove) -> bool:
        known = self._holds[direction]
        if file not in known:
            known[file] = all(file in schemas for schemas in self._schemas) and prove(file)
        return known[file]

    def _parts_of(self, file: str) -> tuple[str, ...] | None:
        """The documents that one is put together of; ``None`` where it is more than that."""
        if file not in self._parts:
            self._parts[file] = self._found_parts(file)
        return self._parts[file]

    def _found_parts(self, file: str) -> tuple[str, ...] | None:
        if file in self._differing or self._shares_members:
            return None
        schema = self._schemas[0][file]
        if not isinstance(schema, dict) or not holds_parts(schema, partial(self._exclude, file)):
            return None
        found = dict.fromkeys(self._target([file], one) for one in self._old.references(file))
        parts = tuple(part for part in found if part is not None)
        if len(parts) < len(found):
            return None
        if schema.get("type") == "object":
            return parts
        return parts if is_union(schema) and not any(map(self._is_union, parts)) else None

    def _is_union(self, file: str) -> bool:
        return any(is_union(schemas.get(file)) for schemas in self._schemas)

    @cached_property
    def _shares_members(self) -> bool:
        """Whether a document may describe one member twice, or mean something else.

        What leads to no difference leads to nothing that does either: how it closes its members is
        the same in both versions, and no matter.
        """
        if not (self._old.is_plain and self._new.is_plain):
            return True
        return any(
            self._may_share(schemas[file] for file in self._touched if file in schemas)
            for schemas in self._schemas
        )


_DEEPEST: Final = 50
"""So many documents that differ are looked into inside each other; Python's own stack ends."""
