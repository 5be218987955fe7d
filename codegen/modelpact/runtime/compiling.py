"""Schemas made ready with jsonschema-rs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from threading import Lock, RLock
from typing import Any, Final

import jsonschema_rs

from modelpact.documents.issues import Issue
from modelpact.documents.pointers import Pointer
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.runtime.facts import FactFinder
from modelpact.runtime.formats import FORMATS
from modelpact.runtime.reporting import KeywordValue, issues_of
from modelpact.runtime.resources import Retrieve, root_place
from modelpact.runtime.rewriting import rewritten

__all__ = ["Compiled", "Compiler"]

_BACKTRACKING: Final = 100_000
"""Steps that a pattern with look-around may take; the others are matched in linear time."""


class Compiled:
    """A schema that is ready.

    What is valid is decided by the schema as it stands; what is wrong is told by the one whose
    unions are rewritten, which is compiled with the first value that is refused.

    Attributes:
        accepts: Whether a value is valid. Raises ``ValueError`` for what is no JSON value.

    """

    __slots__ = ("_lock", "_plain", "_telling", "_tells", "accepts")

    def __init__(self, plain: _Ready, tells: Callable[[], _Ready]) -> None:
        self.accepts: Callable[[Any], bool] = plain.validator.is_valid
        self._plain = plain
        self._tells = tells
        self._telling: _Ready | None = None
        self._lock = Lock()

    def issues(self, value: Any, limit: int) -> tuple[Issue, ...]:
        """What is wrong with a value.

        Raises:
            ValueError: It is no JSON value.

        """
        found = tuple(islice(self._ready_to_tell().issues(value), limit))
        if found or self.accepts(value):
            return found
        return tuple(islice(self._plain.issues(value), limit))

    def _ready_to_tell(self) -> _Ready:
        with self._lock:
            if self._telling is None:
                self._telling = self._tells()
            return self._telling


@dataclass(frozen=True, slots=True)
class _Ready:
    """A compiled schema, and how to find in it what a keyword says."""

    validator: Any
    value_of: KeywordValue

    def issues(self, value: Any) -> Iterator[Issue]:
        return issues_of(self.validator.iter_errors(value), value, self.value_of)


class Compiler:
    """Compiles the schemas of one set of documents.

    Formats are asserted, those that Pydantic uses beyond JSON Schema's own included. Patterns are
    matched in linear time; only where one has look-around do all of its schema's take the engine
    that backtracks, and within bounds.

    Args:
        retrieve: Finds documents by absolute URI; raises ``ValueError`` where there is none.
        formats: The formats beyond JSON Schema's own that may occur.

    """

    def __init__(
        self, retrieve: Retrieve, formats: Mapping[str, Callable[[str], bool]] = FORMATS
    ) -> None:
        self._retrieve = retrieve
        # Where it is given any, jsonschema-rs is slower with its own formats.
        self._formats = dict(formats) or None
        self._finder = FactFinder(retrieve)
        self._rewritten: dict[str, Json] = {}
        self._lock = RLock()

    def compile(self, schema: Json, uri: str, *, where: str) -> Compiled:
        """Compile a schema.

        Args:
            schema: The schema.
            uri: Its absolute URI, which references in it are relative to.
            where: Its name, for messages.

        Raises:
            ModelpactError: It is no schema, or refers to what is not there.

        """
        with self._lock:
            try:
                plain = self._ready(schema, uri, self._original)
            except ValueError as error:
                raise _unusable(error, where) from error

        def tells() -> _Ready:
            with self._lock:
                try:
                    document = rewritten(root_place(schema, uri), self._finder)
                    return self._ready(document, uri, self._conditional)
                except ValueError:
                    return plain  # a reference leads into a union that was rewritten

        return Compiled(plain, tells)

    def _original(self, uri: str) -> Json:
        return self._retrieve(uri.partition("#")[0])

    def _conditional(self, uri: str) -> Json:
        address = uri.partition("#")[0]
        if address not in self._rewritten:
            place = root_place(self._retrieve(address), address)
            self._rewritten[address] = rewritten(place, self._finder)
        return self._rewritten[address]

    def _ready(self, schema: Json, uri: str, retrieve: Retrieve) -> _Ready:
        try:
            return self._compiled(schema, uri, retrieve, jsonschema_rs.RegexOptions())
        except ValueError:
            # Look-around is not to be had in linear time.
            bounded = jsonschema_rs.FancyRegexOptions(backtrack_limit=_BACKTRACKING)
            return self._compiled(schema, uri, retrieve, bounded)

    def _compiled(self, schema: Json, uri: str, retrieve: Retrieve, patterns: Any) -> _Ready:
        documents = {uri: schema, root_place(schema, uri).base: schema}

        def remembered(address: str) -> Any:
            documents[address.partition("#")[0]] = found = retrieve(address)
            return found

        validator = jsonschema_rs.validator_for(
            schema,  # type: ignore[arg-type]  # its type knows no read-only mappings
            base_uri=uri,
            retriever=remembered,
            validate_formats=True,
            formats=self._formats,
            pattern_options=patterns,
        )
        return _Ready(validator, partial(_said, documents, schema))


def _said(documents: Mapping[str, Json], root: Json, error: Any) -> Json:
    """What the keyword says that an error is about.

    Raises:
        LookupError: It cannot be told.

    """
    location = error.absolute_keyword_location
    if location is None:
        return Pointer(tuple(error.schema_path)).of(root)
    address, _, fragment = location.partition("#")
    pointer = Pointer.parse_fragment(fragment)
    while pointer.tokens and pointer.tokens[-1] != error.schema_path[-1]:
        pointer = pointer.parent  # a location may go on to an index
    return pointer.of(documents[address])


def _unusable(error: ValueError, where: str) -> ModelpactError:
    reason = getattr(error, "message", None) or str(error)
    return ModelpactError(
        f"cannot be used as a schema: {reason}",
        where=where,
        advice="Mend the schema; what it refers to must be there, for nothing is fetched.",
        rule="not-a-schema",
    )
