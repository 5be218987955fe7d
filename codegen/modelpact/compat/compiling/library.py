"""Documents, and what is found out about them whatever the policy is."""

from __future__ import annotations

from collections.abc import Mapping

from modelpact.compat.compiling.fingerprints import Fingerprints
from modelpact.compat.compiling.scopes import DynamicScopes
from modelpact.compat.texts import Texts
from modelpact.documents.dialects import Dialect, dialect_named
from modelpact.documents.references import Registry
from modelpact.documents.values import Json

__all__ = ["Library", "dialect_at_sight"]


def dialect_at_sight(document: Json, default: Dialect) -> Dialect | None:
    """A document's dialect, where no other document has to be looked into for it."""
    if not isinstance(document, dict) or "$schema" not in document:
        return default
    return dialect_named(str(document["$schema"]))


class Library:
    """Documents that references lead to. What is asked about them is found out once.

    Args:
        documents: The documents, by key.
        default_dialect: Of documents without ``$schema``.
        texts: What is known of documents' texts.

    """

    __slots__ = ("_fingerprints", "_registry", "_scopes", "_texts", "default_dialect", "documents")

    def __init__(
        self,
        documents: Mapping[str, Json],
        default_dialect: Dialect,
        texts: Texts | None = None,
    ) -> None:
        self._texts = texts
        self.documents = documents
        self.default_dialect = default_dialect
        # By hand: before Python 3.12 a cached_property takes a lock, and these are made for each
        # of many small questions.
        self._registry: Registry | None = None
        self._fingerprints: Fingerprints | None = None
        self._scopes: DynamicScopes | None = None

    @property
    def registry(self) -> Registry:
        """Where references lead."""
        if self._registry is None:
            self._registry = Registry(self.documents, self.default_dialect)
        return self._registry

    @property
    def fingerprints(self) -> Fingerprints:
        """What definitions are known by."""
        if self._fingerprints is None:
            self._fingerprints = Fingerprints(self.registry, self._texts)
        return self._fingerprints

    @property
    def scopes(self) -> DynamicScopes:
        """What dynamic references are bound to."""
        if self._scopes is None:
            self._scopes = DynamicScopes(self.registry, self.fingerprints)
        return self._scopes

    def dialect(self, key: str) -> Dialect:
        """The dialect of the document given under a key."""
        seen = dialect_at_sight(self.documents[key], self.default_dialect)
        return seen or self.registry.root(key).dialect
