"""Which documents lead to which, seen by their texts: quick, and never too few.

What only looks like a reference, in data or below an unknown keyword, counts as one. So what is
not reached here cannot matter to an answer. See :mod:`.embedding` for who really holds whom.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from modelpact.compat.reasons import UndecidableError
from modelpact.compat.subjects import Side
from modelpact.compat.texts import Texts, addresses_in
from modelpact.documents.dialects import Dialect, dialect_named
from modelpact.documents.references import join_uri
from modelpact.documents.values import Json

__all__ = ["Reach"]

_REFERENCE: Final = re.compile(rb'"\$(?:ref|dynamicRef|recursiveRef)": ?("(?:[^"\\]|\\.)*")')


class Reach:
    """The documents of one side and where their references may lead.

    Args:
        side: The side.
        like: Another version's: what is known of a document that both have is not found again.
        texts: What is known of documents' texts.

    """

    def __init__(self, side: Side, like: Reach | None = None, texts: Texts | None = None) -> None:
        self._side = side
        self._known = Texts() if texts is None else texts
        self._like = like
        self._reached: dict[str, tuple[str, ...]] = {}

    def text(self, name: str) -> bytes | None:
        """A document in one spelling; ``None`` where it is nested too deeply for any."""
        return self._texts.get(name)

    def targets(self, name: str) -> tuple[str, ...]:
        """The documents that the references of one may lead to directly."""
        return self._edges[name]

    def target(self, name: str, reference: str) -> str | None:
        """The document that a reference of one leads to, if it is relative to the document."""
        return self._side.document_named(self._side.uri_of(name), reference.partition("#")[0])

    def references(self, name: str) -> tuple[str, ...]:
        """The texts of a document's references, and of what only looks like one.

        There is none where the document is nested too deeply to be looked into.
        """
        text = self._texts[name]
        return (
            () if text is None else tuple(map(_unquoted, dict.fromkeys(_REFERENCE.findall(text))))
        )

    def dialect(self, name: str) -> Dialect:
        """The dialect of a document."""
        return self._side.resource(name).dialect

    @cached_property
    def is_plain(self) -> bool:
        """Whether a reference can lead only to where its document says, whoever leads there.

        Every document is written in a draft, none holds a schema with an address of its own, and
        none refers to what depends on the way that led to it.
        """
        return self.are_drafts and not any(
            self._has_inner_addresses(name) or text is None or _DYNAMIC.search(text)
            for name, text in self._texts.items()
        )

    def _has_inner_addresses(self, name: str) -> bool:
        """Whether a schema inside a document may have an address of its own.

        What references around it are relative to is then not the document.
        """
        text = self._texts[name]
        root = self._side.resource(name)
        own = isinstance(root.schema, Mapping) and root.dialect.id_keyword in root.schema
        return text is None or addresses_in(text, root.dialect) > own

    def documents_from(self, name: str) -> tuple[str, ...]:
        """The documents that the meaning of one may depend on: itself, then in the set's order."""
        found = self._reached.get(name)
        if found is None:
            reached = {name} | _closure([name], self._edges)
            found = (name, *(n for n in self._edges if n in reached and n != name))
            if not self.are_drafts:  # a metaschema among them says what keywords mean
                found = (name, *(n for n in self._edges if n != name))
            self._reached[name] = found
        return found

    def documents_from_any(self, names: Iterable[str]) -> frozenset[str]:
        """The documents that the meaning of any of some may depend on, these included."""
        return frozenset(_closure(names, self._edges) if self.are_drafts else self._edges)

    def documents_leading_to(self, names: Iterable[str]) -> frozenset[str]:
        """The documents that may lead to any of some documents, these included."""
        names = tuple(names)
        if names and not self.are_drafts:  # a metaschema among them says what keywords mean
            return frozenset((*names, *self._edges))
        return frozenset(_closure(names, self._reversed))

    @cached_property
    def ranks(self) -> dict[str, int]:
        """An order in which a document follows those that it leads to, cycles aside."""
        ranks: dict[str, int] = {}
        begun: set[str] = set()
        for start in self._edges:
            pending = [start]
            while pending:
                name = pending[-1]
                if name in begun:
                    pending.pop()
                    ranks.setdefault(name, len(ranks))
                    continue
                begun.add(name)
                pending.extend(n for n in reversed(self._edges[name]) if n not in begun)
        return ranks

    @cached_property
    def _texts(self) -> dict[str, bytes | None]:
        return {name: self._written(schema) for name, schema in self.documents.items()}

    def _written(self, schema: Json) -> bytes | None:
        try:
            return self._known.of(schema)
        except UndecidableError:
            return None

    @cached_property
    def documents(self) -> dict[str, Json]:
        """The documents, by name."""
        return self._side.subject.documents()

    def is_like(self, name: str) -> bool:
        """Whether a document is the very one that the other version has, and leads where it did."""
        like = self._like
        same = like is not None and self.documents[name] is like.documents.get(name)
        return same and self._is_laid_out_alike

    @cached_property
    def _is_laid_out_alike(self) -> bool:
        """Whether the same addresses lead to the same documents in both versions."""
        like = self._like
        return (
            like is not None
            and self.is_plain
            and like.is_plain
            and self.addresses == like.addresses
        )

    @cached_property
    def addresses(self) -> dict[str, str]:
        """What references to the documents use."""
        return {name: self._side.uri_of(name) for name in self.documents}

    @cached_property
    def are_drafts(self) -> bool:
        """Whether every document is written in a draft, and none in a dialect of the set's own."""
        for schema in self.documents.values():
            stated = schema.get("$schema") if isinstance(schema, Mapping) else None
            if isinstance(stated, str) and dialect_named(stated) is None:
                return False
        return True

    @cached_property
    def _edges(self) -> dict[str, tuple[str, ...]]:
        like = self._like
        return {
            name: like.targets(name)
            if like is not None and self.is_like(name)
            else self._targets(name, text)
            for name, text in self._texts.items()
        }

    def _targets(self, name: str, text: bytes | None) -> tuple[str, ...]:
        if text is None:
            return tuple(self._texts)
        quoted = dict.fromkeys(_REFERENCE.findall(text))
        if not quoted:
            return ()
        bases = self._bases(name, text)
        if bases is None:
            return tuple(self._texts)
        paths = dict.fromkeys(_unquoted(one).partition("#")[0] for one in quoted)
        named = (self._side.document_named(base, path) for base in bases for path in paths if path)
        return tuple(dict.fromkeys(target for target in named if target is not None))

    def _bases(self, name: str, text: bytes) -> list[str] | None:
        """What references in a document may be relative to; ``None`` where that is too much."""
        bases = [self._side.uri_of(name)]
        if not self._has_inner_addresses(name):
            return bases
        stated = _ADDRESS.findall(text)
        inner = [_unquoted(one).partition("#")[0] for one in dict.fromkeys(stated)]
        for base in bases:  # which grows: an `$id` may be relative to that around it
            joined = dict.fromkeys(join_uri(base, one) for one in inner)
            bases.extend(one for one in joined if one not in bases)
            if len(bases) > _MAX_BASES:
                return None
        return bases

    @cached_property
    def _reversed(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, targets in self._edges.items():
            for target in targets:
                found.setdefault(target, []).append(name)
        return found


_MAX_BASES: Final = 64
_ADDRESS: Final = re.compile(rb'"\$?id": ?("(?:[^"\\]|\\.)*")')
"""What a schema calls itself: inside a document of one draft there may be one of another."""
_DYNAMIC: Final = re.compile(rb'"\$(?:dynamic|recursive)(?:Ref|Anchor)":')


def _unquoted(quoted: bytes) -> str:
    if b"\\" not in quoted:
        return quoted[1:-1].decode("utf-8", "surrogatepass")
    return str(json.loads(quoted.decode("utf-8", "surrogatepass")))


def _closure(starts: Iterable[str], edges: Mapping[str, Iterable[str]]) -> set[str]:
    """All that can be reached from some names, themselves first."""
    found = set(starts)
    pending = list(found)
    while pending:
        for target in edges.get(pending.pop(), ()):
            if target not in found:
                found.add(target)
                pending.append(target)
    return found
