"""What a definition says, as a digest: over all that it refers to, and over cycles too.

Two definitions with one fingerprint accept the same values, whatever their names and documents, so
they are compiled once and compared by identity. A definition on no cycle is digested with its
targets' digests (Merkle). On a cycle the definitions are refined together, as automata are
minimised: rounds of digests over the last round's, until no more are told apart; the whole picture
of the last two rounds is a part of the result, which makes equal results a bisimulation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, TypeAlias

from modelpact.compat.texts import Texts, exact_bytes
from modelpact.documents.dialects import subschemas
from modelpact.documents.references import Registry, Resolved, Resource, UnresolvableReferenceError
from modelpact.documents.values import Json

__all__ = ["Fingerprint", "Fingerprints"]

_Key: TypeAlias = "tuple[int, int]"
_DYNAMIC: Final = re.compile(rb'"\$(dynamic|recursive)Ref"')
_DYNAMIC_WORDS: Final = re.compile(rb'"\$(dynamic|recursive)(Ref|Anchor)"')
_REFERENCE: Final = re.compile(rb'"\$ref": ?("(?:[^"\\]|\\.)*")')
_ELSEWHERE: Final = re.compile(rb'"\$ref": ?"(?!#/(?:\$defs|definitions)/)|"\$(?:id|anchor)"')
"""A reference to anything but a definition of the same document, or what gives parts addresses."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The identity of a definition's meaning.

    Attributes:
        digest: Equal for definitions that mean the same (to the letter of their documents).
        recursive: Whether the definition can reach itself.
        dynamic: Whether its meaning depends on how it was reached.

    """

    digest: bytes
    recursive: bool
    dynamic: bool = False


@dataclass(slots=True, eq=False)
class _Definition:
    """A definition while its fingerprint is being found."""

    resolved: Resolved
    text: bytes
    references: list[tuple[tuple[str, str], _Key | bytes]]
    dynamic: bool


class Fingerprints:
    """The fingerprints of what a registry holds, found on demand.

    Args:
        registry: The registry.
        texts: What is known of documents' texts.

    """

    __slots__ = (
        "_definitions",
        "_dynamic",
        "_known",
        "_registry",
        "_targets",
        "_texts",
        "_whole",
    )

    def __init__(self, registry: Registry, texts: Texts | None = None) -> None:
        self._registry = registry
        self._texts = Texts() if texts is None else texts
        self._known: dict[_Key, Fingerprint] = {}
        self._targets: dict[_Key, Resolved] = {}
        self._definitions: dict[_Key, _Definition] = {}
        self._whole: bytes | None = None
        self._dynamic: bool | None = None

    def of(self, resolved: Resolved) -> Fingerprint:
        """The fingerprint of what a reference leads to."""
        key = self._note(resolved)
        known = self._known.get(key)
        if known is None:
            definition = self._definition(key)
            if not definition.references and not definition.dynamic:
                known = self._known[key] = Fingerprint(self._round(key, {}), False)
                return known
            for component in self._components(key):
                self._settle(component)
            known = self._known[key]
        return known

    def whole(self) -> bytes:
        """A digest of every document together, for what cannot be told apart more finely."""
        if self._whole is None:
            hasher = blake2b(digest_size=16)
            for root in self._registry.documents():
                hasher.update(root.document.encode() + b"\0" + self._text(root) + b"\0")
            self._whole = hasher.digest()
        return self._whole

    def needs_fingerprint(self, root: Resource) -> bool:
        """Whether a document may refer to its own root, or be one of several that share parts.

        What refers to its own definitions only is compiled as it stands.
        """
        text = self._text(root)
        if b'"$ref"' not in text and not self.mention_dynamic():
            return False
        alone = self._registry.is_single and root.dialect.id_keyword == "$id"
        return not alone or _ELSEWHERE.search(text) is not None or self.mention_dynamic()

    def mention_dynamic(self) -> bool:
        """Whether any document refers by the dynamic scope at all."""
        if self._dynamic is None:
            self._dynamic = False
            for root in self._registry.documents():
                text = self._text(root)
                if b'"$dynamic' in text or b'"$recursive' in text:
                    self._dynamic = self._dynamic or _DYNAMIC_WORDS.search(text) is not None
        return self._dynamic

    def _text(self, root: Resource) -> bytes:
        return self._texts.of(root.schema)

    def _note(self, resolved: Resolved) -> _Key:
        key = (id(resolved.schema), id(resolved.resource))
        self._targets.setdefault(key, resolved)  # which also keeps the ids alive
        return key

    def _definition(self, key: _Key) -> _Definition:
        definition = self._definitions.get(key)
        if definition is None:
            resolved = self._targets[key]
            schema = resolved.schema
            if isinstance(schema, dict):
                schema = {k: v for k, v in schema.items() if k not in _NO_MEANING}
            text = exact_bytes(schema)
            found = self._references(resolved, text) if b'"$ref"' in text else {}
            references = sorted(found.items(), key=lambda item: item[0])
            dynamic = (b'"$dynamic' in text or b'"$rec' in text) and bool(_DYNAMIC.search(text))
            definition = self._definitions[key] = _Definition(resolved, text, references, dynamic)
        return definition

    def _references(self, resolved: Resolved, text: bytes) -> dict[tuple[str, str], _Key | bytes]:
        """By base and text of each reference: what it leads to or, where unknown, a digest."""
        if f'"{resolved.dialect.id_keyword}"'.encode() not in text:
            # One base for all: no need to walk. What only looks like a reference, in data, makes
            # the fingerprint depend on more than it has to, and no less.
            texts = dict.fromkeys(_REFERENCE.findall(text))
            references = [json.loads(quoted) for quoted in texts]
            return {("", r): self._target(resolved.resource, r) for r in references}
        found: dict[tuple[str, str], _Key | bytes] = {}
        pending: list[tuple[Json, Resource]] = [(resolved.schema, resolved.resource)]
        while pending:
            schema, resource = pending.pop()
            if not isinstance(schema, dict):
                continue
            resource = self._registry.enter(schema, resource)
            base = "" if resource is resolved.resource else resource.uri
            reference = schema.get("$ref")
            if isinstance(reference, str) and (base, reference) not in found:
                found[base, reference] = self._target(resource, reference)
            pending.extend(
                (inner, resource)
                for steps, inner in subschemas(schema, resource.dialect)
                if steps[0] not in _NO_MEANING
            )
        return found

    def _target(self, resource: Resource, reference: str) -> _Key | bytes:
        try:
            return self._note(self._registry.resolve(resource, reference))
        except UnresolvableReferenceError:
            return (
                b"unresolved "
                + f"{resource.uri} {reference}".encode("utf-8", "surrogatepass")
                + self.whole()
            )

    def _successors(self, key: _Key) -> Iterator[_Key]:
        for _, target in self._definition(key).references:
            if isinstance(target, tuple) and target not in self._known:
                yield target

    def _components(self, start: _Key) -> Iterator[list[_Key]]:
        """Strongly connected components, targets first (Tarjan, without recursion)."""
        order: dict[_Key, int] = {start: 0}
        lowest: dict[_Key, int] = {start: 0}
        stack: dict[_Key, None] = {start: None}
        work = [(start, self._successors(start))]
        while work:
            key, successors = work[-1]
            target = next(successors, None)
            if target is None:
                work.pop()
                if work:
                    above = work[-1][0]
                    lowest[above] = min(lowest[above], lowest[key])
                if lowest[key] == order[key]:
                    component = []
                    while True:
                        member, _ = stack.popitem()
                        component.append(member)
                        if member == key:
                            break
                    yield component
            elif target not in order:
                order[target] = lowest[target] = len(order)
                stack[target] = None
                work.append((target, self._successors(target)))
            elif target in stack:
                lowest[key] = min(lowest[key], order[target])

    def _settle(self, component: list[_Key]) -> None:
        """Find the fingerprints of a component whose targets outside have theirs."""
        members = set(component)
        alone = len(component) == 1 and not any(
            target in members for _, target in self._definition(component[0]).references
        )
        dynamic = any(self._is_dynamic(key, members) for key in component)
        if dynamic:
            for key in component:
                place = self._targets[key]
                text = _encoded(f"{place.document}#{place.pointer}")
                self._known[key] = Fingerprint(_digest([self.whole(), text]), True, True)
        elif alone:
            self._known[component[0]] = Fingerprint(self._round(component[0], {}), False)
        else:
            for key, digest in self._refine(component).items():
                self._known[key] = Fingerprint(digest, True)

    def _is_dynamic(self, key: _Key, members: set[_Key]) -> bool:
        definition = self._definition(key)
        return definition.dynamic or any(
            isinstance(target, tuple) and target not in members and self._known[target].dynamic
            for _, target in definition.references
        )

    def _refine(self, component: list[_Key]) -> dict[_Key, bytes]:
        last = dict.fromkeys(component, b"")
        classes = 1
        while True:
            current = {key: self._round(key, last) for key in component}
            if len(set(current.values())) == classes:
                picture = sorted(last[key] + current[key] for key in component)
                summary = _digest(list(dict.fromkeys(picture)))
                return {key: _digest([summary, current[key]]) for key in component}
            last, classes = current, len(set(current.values()))

    def _round(self, key: _Key, last: dict[_Key, bytes]) -> bytes:
        """The digest of a definition over its targets' digests: on its cycle, last round's."""
        definition = self._definition(key)
        parts = [definition.resolved.dialect.name.encode(), definition.text]
        for (base, reference), target in definition.references:
            digest = target if isinstance(target, bytes) else last.get(target)
            if digest is None:
                digest = self._known[target].digest  # type: ignore[index]
            parts += [_encoded(base), _encoded(reference), digest]
        return _digest(parts)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _digest(parts: list[bytes]) -> bytes:
    hasher = blake2b(digest_size=16)
    for part in parts:
        hasher.update(len(part).to_bytes(8, "big"))
        hasher.update(part)
    return hasher.digest()


_NO_MEANING: Final = frozenset(
    {"$id", "$schema", "title", "description", "default", "examples", "$comment", "deprecated",
     "readOnly", "writeOnly", "x-modelpact", "$defs", "definitions"}
)  # fmt: skip
