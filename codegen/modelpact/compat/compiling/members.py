"""Schemas of members that are known by their text: what a session has compiled it finds again.

A schema that refers to nothing means the same wherever its text stands. One that refers to
definitions of its own document only means the same wherever its text stands beside the same
definitions. Most members of most models are one or the other, and most stay as they are from
version to version.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Final, Protocol

import orjson

from modelpact.compat.nodes import Literal

__all__ = ["LONGEST_TEXT", "Members", "text_alone"]

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


class Members:
    """The members of one document.

    Args:
        document: The document.
        texts: What a session knows by its text; ``None`` where texts do not tell.
        compile_member: Asked where a text is not known yet.

    """

    __slots__ = ("_compile", "_digest", "_document", "_texts")

    def __init__(
        self,
        document: Mapping[str, Any],
        texts: dict[bytes, Literal] | None,
        compile_member: CompileMember,
    ) -> None:
        self._document = document
        self._texts = texts
        self._compile = compile_member
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
