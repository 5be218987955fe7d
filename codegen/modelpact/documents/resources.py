"""Resources: schemas with a URI of their own, and what a reference leads to.

Sources: JSON Schema 2020-12 Core section 8.2, RFC 3986 section 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urljoin

from modelpact.documents.dialects import Dialect
from modelpact.documents.pointers import ROOT, Pointer
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

__all__ = [
    "DuplicateIdentifierError",
    "Resolved",
    "Resource",
    "UnknownResourceError",
    "UnresolvableReferenceError",
    "as_uri",
    "dangling",
    "join_uri",
]


class UnresolvableReferenceError(ModelpactError):
    """A reference into a known resource that leads nowhere."""


class UnknownResourceError(UnresolvableReferenceError):
    """A reference to a resource that we were not given.

    Attributes:
        uri: The absolute URI asked for, with its fragment.

    """

    def __init__(self, uri: str, *, where: str = "") -> None:
        self.uri = uri
        super().__init__(
            f"the schema {uri!r} is not among the documents given",
            where=where,
            advice="Nothing is fetched: give the folder or the document that holds it.",
            rule="unknown-resource",
        )


class DuplicateIdentifierError(ModelpactError):
    """Two schemas claim one URI or anchor, and something refers to it."""


@dataclass(slots=True, eq=False)
class Resource:
    """A schema with a URI of its own. Compared by identity.

    Attributes:
        schema: Its JSON.
        uri: Its base URI: absolute where it or its document says so, without a fragment.
        dialect: The draft it is written in.
        document: The key, among the resources given, of the document it is in.
        pointer: Where it is in that document.

    """

    schema: Json
    uri: str
    dialect: Dialect
    document: str
    pointer: Pointer = ROOT
    anchors: dict[str, Pointer | None] = field(default_factory=dict)
    dynamic_anchors: dict[str, Pointer] = field(default_factory=dict)

    @property
    def is_recursive_anchor(self) -> bool:
        """Whether it says ``$recursiveAnchor: true`` (2019-09)."""
        return isinstance(self.schema, dict) and self.schema.get("$recursiveAnchor") is True

    def place(self, pointer: Pointer = ROOT) -> str:
        """Text for messages: the document and the pointer into it."""
        return f"{self.document}#{Pointer((*self.pointer.tokens, *pointer.tokens))}"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a reference leads to.

    Attributes:
        schema: The schema itself.
        resource: The resource it belongs to; its own if it has an ``$id``.
        pointer: Where it is *in its document*.

    """

    schema: Json
    resource: Resource
    pointer: Pointer

    @property
    def base_uri(self) -> str:
        """What references inside the schema are relative to."""
        return self.resource.uri

    @property
    def dialect(self) -> Dialect:
        """The draft the schema is written in."""
        return self.resource.dialect

    @property
    def document(self) -> str:
        """The key of the document it is in."""
        return self.resource.document


def dangling(reference: str, resource: Resource, why: str) -> UnresolvableReferenceError:
    """The error of a reference into a resource that leads to nothing there."""
    return UnresolvableReferenceError(
        f"the reference {reference!r} leads nowhere: {resource.place()} {why}",
        where=resource.place(),
        advice="Correct the reference, or add what it names.",
        rule="unresolvable-reference",
    )


_BASE_FOR_JOINING: Final = "http://"


_PLAIN: Final = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")
_ABSOLUTE: Final = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._~/:@!$&'()*+,=%-]+")


_NO_URI: Final = re.compile(r"[^A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]")


@lru_cache(maxsize=16_384)
def as_uri(text: str) -> str:
    """A file's name or an IRI as a URI: what no URI may hold is encoded (RFC 3987, 3.1)."""
    if _NO_URI.search(text) is None:
        return text
    return quote(text, safe="/:?#[]@!$&'()*+,;=%~", errors="surrogatepass")


def join_uri(base: str, reference: str) -> str:
    """Resolve a reference without a fragment against a base (RFC 3986 section 5.2).

    Unlike :func:`urllib.parse.urljoin` this knows every hierarchical scheme, not only some.
    """
    if not reference:
        return as_uri(base)
    folder, slash, _ = base.rpartition("/")
    if slash and not folder.endswith("/") and reference[0] not in "/?#;" and "?" not in base:
        base = folder + slash  # all that a path is relative to: files beside each other ask alike
    try:
        return _joined(base, reference)
    except ValueError:  # what is no URI (http://[x) stands for itself
        return reference


@lru_cache(maxsize=16_384)  # registries of one set of documents ask the same again
def _joined(base: str, reference: str) -> str:
    base, reference = as_uri(base), as_uri(reference)
    if _PLAIN.fullmatch(reference) and "?" not in base and "/" in base:
        return f"{base.rpartition('/')[0]}/{reference}"  # a file beside: what most references are
    if _ABSOLUTE.fullmatch(reference):
        return reference
    scheme, mark, rest = base.partition("://")
    if not mark or scheme in {"http", "https", "file"}:
        return urljoin(base, reference)
    if urljoin(_BASE_FOR_JOINING, reference).startswith(_BASE_FOR_JOINING):
        joined = urljoin(_BASE_FOR_JOINING + rest, reference)
        return scheme + "://" + joined.removeprefix(_BASE_FOR_JOINING)
    return reference
