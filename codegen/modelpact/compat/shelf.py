"""What a session keeps of the documents that it was asked about."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from typing import Final, Generic, TypeVar

from modelpact.compat.compiling.compiled import Compiled
from modelpact.compat.compiling.compiler import Compiler
from modelpact.compat.compiling.handlers import tells_records
from modelpact.compat.compiling.library import Library, dialect_at_sight
from modelpact.compat.compiling.members import CompileMember, MembersByText, unchanged_members
from modelpact.compat.counting import may_count
from modelpact.compat.nodes import Literal, NodeTable
from modelpact.compat.policy import LETTER, WRITTEN, Mode, Policy
from modelpact.compat.records import Record, is_record, record_of
from modelpact.compat.sharing import may_share_members, shared_members
from modelpact.compat.strings import StringSets
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.texts import Texts
from modelpact.documents.dialects import Dialect
from modelpact.documents.values import Json

__all__ = ["Shelf"]

_T = TypeVar("_T")
_MOST: Final = 16
"""So many sets of documents are kept, each in every mode of reading."""


class Shelf:
    """Compilers, and what else is found out about documents once.

    Documents and sets of them are told apart by identity.

    Args:
        table: Where nodes go.
        strings: Patterns and formats.
        texts: What is known of documents' texts.
        default_dialect: Of schemas without ``$schema``.

    """

    __slots__ = (
        "_compiled",
        "_compilers",
        "_counting",
        "_default_dialect",
        "_libraries",
        "_sharing",
        "_strings",
        "_table",
        "_texts",
    )

    def __init__(
        self, table: NodeTable, strings: StringSets, texts: Texts, default_dialect: Dialect
    ) -> None:
        self._table = table
        self._strings = strings
        self._texts = texts
        self._default_dialect = default_dialect
        self._compiled = Compiled()
        self._compilers: _Latest[Compiler] = _Latest()
        self._libraries: _Latest[Library] = _Latest()
        self._counting: _Latest[bool] = _Latest()
        self._sharing: dict[int, tuple[Json, bool]] = {}

    def literal(self, subject: Subject, policy: Policy, mode: Mode) -> Literal:
        """The literal of a subject's schema.

        Raises:
            As :meth:`Compiler.compile`.

        """
        return self._compiler(subject, policy, mode).compile(subject.uri, mode)

    def _compiler(self, subject: Subject, policy: Policy, mode: Mode) -> Compiler:
        """The compiler of a subject's documents; a set of its own keeps all that was compiled."""
        if not _is_of_a_set(subject):
            return self._new_compiler(subject, policy, mode)
        return self._compilers.get(
            subject.resources, (policy, mode), lambda: self._new_compiler(subject, policy, mode)
        )

    def record(self, subject: Subject, policy: Policy, mode: Mode) -> Record | None:
        """A subject's schema as a record, where it is one. No compiler is made if all is known."""
        schema = subject.schema
        if not is_record(schema):
            return None
        dialect = dialect_at_sight(schema, self._default_dialect)
        if dialect is None:
            dialect = self._library(subject).dialect(subject.uri)
        if not tells_records(dialect):
            return None
        if mode == LETTER:
            texts = self._compiled.texts(dialect, mode, policy)
        else:
            texts = self._compiler(subject, policy, mode).contexts.texts(dialect, mode)

        def compiler() -> CompileMember:
            return partial(self._compiler(subject, policy, mode).member, subject.uri, mode, dialect)

        members = MembersByText(schema, texts, compiler)
        return record_of(schema, members.literal, closed=mode == WRITTEN)

    def unchanged(self, written: Subject, read: Subject) -> frozenset[str]:
        """The members of two records whose schemas mean the same."""
        ours, theirs = self._library(written), self._library(read)
        return unchanged_members(ours, written.uri, theirs, read.uri)

    def counts(self, subject: Subject) -> bool:
        """Whether closing a subject's documents may change how many branches hold."""
        if not _is_of_a_set(subject):
            return may_count(subject, self._texts)
        return self._counting.get(subject.resources, (), lambda: may_count(subject, self._texts))

    def may_share_members(self, documents: Iterable[Json]) -> bool:
        """Whether two parts of a composition may speak of one member: each looked into once."""
        found = False
        for document in documents:
            known = self._sharing.get(id(document))
            if known is None:  # kept with its document: an id is unique only while it lives
                known = self._sharing[id(document)] = (document, may_share_members([document]))
            found = found or known[1]
        return found

    def _new_compiler(self, subject: Subject, policy: Policy, mode: Mode) -> Compiler:
        library = self._library(subject)
        sharing = mode == WRITTEN and self.may_share_members(library.documents.values())
        left_open = shared_members(Side(subject)) if sharing else ()
        return Compiler(self._table, self._strings, library, policy, self._compiled, left_open)

    def _library(self, subject: Subject) -> Library:
        if not _is_of_a_set(subject):
            return self._new_library(subject)
        return self._libraries.get(subject.resources, (), lambda: self._new_library(subject))

    def _new_library(self, subject: Subject) -> Library:
        return Library(subject.documents(), self._default_dialect, self._texts)


def _is_of_a_set(subject: Subject) -> bool:
    """Whether a subject is one of its own documents: then another one may have the same."""
    resources = subject.resources
    return resources is not None and resources.get(subject.uri) is subject.schema


class _Latest(Generic[_T]):
    """What was made for the latest sets of documents."""

    __slots__ = ("_made",)

    def __init__(self) -> None:
        self._made: OrderedDict[tuple[int, Hashable], tuple[object, _T]] = OrderedDict()

    def get(self, resources: object, key: Hashable, make: Callable[[], _T]) -> _T:
        """What was made for a set and a key, or is made now."""
        made = self._made
        place = (id(resources), key)
        known = made.get(place)
        if known is None:  # kept with its set: an id is unique only while its object lives
            known = made[place] = (resources, make())
            if len(made) > _MOST:
                made.popitem(last=False)
        made.move_to_end(place)
        return known[1]
