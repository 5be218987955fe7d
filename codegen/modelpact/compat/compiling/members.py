"""Schemas of members that are known by their text: what a session has compiled it finds again.

A schema that refers to nothing means the same wherever its text stands. One that refers to
definitions of its own document only means the same wherever its text stands beside the same
definitions. Most members of most models are one or the other, and most stay as they are from
version to version.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, Final, Protocol

import orjson

from modelpact.compat.compiling.library import Library
from modelpact.compat.nodes import Literal
from modelpact.compat.texts import addresses_in, exact_bytes
from modelpact.documents.pointers import ROOT
from modelpact.documents.references import Resolved

__all__ = ["LONGEST_TEXT", "CompileMember", "MembersByText", "text_alone", "unchanged_members"]

LONGEST_TEXT: Final = 1_000
"""In bytes: longer texts seldom come again and are not remembered."""

_BEYOND: Final = re.compile(rb'"\$(?!ref":"#/(?:\$defs|definitions)/)')
"""A keyword, or what may be one, that reaches beyond the document's definitions."""


def text_alone(schema: Any) -> bytes | None:
    """The text of a schema that refers to nothing and is no resource: all that it means."""
    try:
        text = orjson.dumps(schema)
    except TypeError:
        return None
    return None if b'"$' in text else text


class CompileMember(Protocol):
    """Compiles the schema of a member whose text is not known yet."""

    def __call__(self, schema: Any, /, *, alone: bool) -> Literal:
        """The literal of a schema; ``alone`` where it certainly refers to nothing."""


class MembersByText:
    """The members of one document, known by their texts.

    Args:
        document: The document.
        texts: What a session knows by its text; ``None`` where texts do not tell.
        compiler: Makes what is asked where a text is not known yet, once.

    """

    __slots__ = ("_compile_member", "_compiler", "_digest", "_document", "_texts")

    def __init__(
        self,
        document: Mapping[str, Any],
        texts: dict[bytes, Literal] | None,
        compiler: Callable[[], CompileMember],
    ) -> None:
        self._document = document
        self._texts = texts
        self._compiler = compiler
        self._compile_member: CompileMember | None = None
        self._digest: bytes | None = None
        """Of the definitions; empty where it tells nothing."""

    def literal(self, schema: Any) -> Literal:
        """The literal of a member's schema.

        Raises:
            InvalidSchemaError: It is no schema.

        """
        texts = self._texts
        if texts is None:
            return self._compile(schema, alone=False)
        try:
            text = orjson.dumps(schema)
        except TypeError:
            return self._compile(schema, alone=False)
        known = texts.get(text)
        if known is not None:
            return known
        alone = b'"$' not in text
        if not alone:
            definitions = None if _BEYOND.search(text) else self._definitions()
            if definitions is None:
                return self._compile(schema, alone=False)
            text += definitions
            known = texts.get(text)
            if known is not None:
                return known
        known = self._compile(schema, alone=alone)
        if len(text) <= LONGEST_TEXT:
            texts[text] = known
        return known

    def _compile(self, schema: Any, *, alone: bool) -> Literal:
        if self._compile_member is None:
            self._compile_member = self._compiler()
        return self._compile_member(schema, alone=alone)

    def _definitions(self) -> bytes | None:
        """A digest of all definitions; ``None`` where they reach beyond themselves."""
        if self._digest is None:
            held = [self._document.get("$defs"), self._document.get("definitions")]
            try:
                text = orjson.dumps(held)
            except TypeError:
                text = b'"$'
            beyond = _BEYOND.search(text)
            self._digest = b"" if beyond else b"\0" + blake2b(text, digest_size=16).digest()
        return self._digest or None


def unchanged_members(ours: Library, key: str, theirs: Library, others_key: str) -> frozenset[str]:
    """The members of a record whose schemas mean the same in a document of another library.

    What is written of such a member is among what is read of it: to close takes away only.

    Args:
        ours: The documents of the record.
        key: The record's document.
        theirs: The other documents.
        others_key: The other record's.

    """
    written, read = ours.documents[key], theirs.documents[others_key]
    if not isinstance(written, dict) or not isinstance(read, dict):
        return frozenset()
    if ours.dialect(key) is not theirs.dialect(others_key):
        return frozenset()
    schemas, others = written.get("properties", {}), read.get("properties", {})
    return frozenset(
        name
        for name, schema in schemas.items()
        if name in others
        and (meaning := _meaning(schema, ours, key)) is not None
        and meaning == _meaning(others[name], theirs, others_key)
    )


def _meaning(schema: Any, library: Library, key: str) -> bytes | None:
    """What a member of a document's root means to the letter, where that can be told."""
    text = text_alone(schema)
    if text is not None or not isinstance(schema, dict):
        return text
    if addresses_in(exact_bytes(schema), library.dialect(key)):
        return None
    fingerprint = library.fingerprints.of(Resolved(schema, library.registry.root(key), ROOT))
    return None if fingerprint.dynamic else b"\0" + fingerprint.digest
