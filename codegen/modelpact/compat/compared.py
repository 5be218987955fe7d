"""One of the two versions of a comparison."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from modelpact.compat.embedding import Embedding
from modelpact.compat.reach import Reach
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.texts import Texts, is_turned
from modelpact.documents.sets import DocumentSet
from modelpact.documents.values import Json

if TYPE_CHECKING:
    from modelpact.compat.writing import WrittenDocuments

__all__ = ["ComparedVersion"]


class ComparedVersion:
    """A version, with what is computed about it once.

    Args:
        documents: Its documents.
        texts: What is known of documents' texts.
        like: The other version: what is known of a document that both have is not found again.

    """

    def __init__(
        self, documents: DocumentSet, texts: Texts, like: ComparedVersion | None = None
    ) -> None:
        self.documents = documents
        self._texts = texts
        self._like = like
        self._narrowed: dict[str, Subject] = {}
        self._loosened: tuple[Mapping[str, Json], dict[str, Json]] | None = None

    @cached_property
    def schemas(self) -> Mapping[str, Json]:
        """The schemas by file."""
        return {file: document.schema for file, document in self.documents.documents.items()}

    @cached_property
    def side(self) -> Side:
        """All documents together."""
        first = next(iter(self.schemas), None)
        return Side(Subject(True) if first is None else self.subject(first))

    @cached_property
    def reach(self) -> Reach:
        """Which documents can matter to which."""
        return Reach(self.side, self._like.reach if self._like else None, self._texts)

    @cached_property
    def embedding(self) -> Embedding:
        """Who refers to whom."""
        return Embedding(self.side, self.reach, self._like.embedding if self._like else None)

    @cached_property
    def written(self) -> WrittenDocuments:
        """All documents as they are written under the tolerant policy."""
        from modelpact.compat.writing import WrittenDocuments

        return WrittenDocuments(self.side.subject)

    def says_the_same(self, other: ComparedVersion, file: str) -> bool:
        """Whether a document is there in another version too, as the same text."""
        if file not in self.schemas or file not in other.schemas:
            return False
        if self.schemas[file] is other.schemas[file]:
            return True
        text = self.reach.text(file)
        return text is not None and text == other.reach.text(file)

    def subject(self, file: str, loosened: Mapping[str, Json] | None = None) -> Subject:
        """A document among all others; some of them in another form, where that can matter."""
        whole = Subject(self.schemas[file], file, self.schemas)
        if not loosened or not self.may_loosen(file, loosened):
            return whole
        if self._loosened is None or self._loosened[0] is not loosened:
            self._loosened = (loosened, {**self.schemas, **loosened})
        resources = self._loosened[1]
        return Subject(resources[file], file, resources)

    def may_loosen(self, file: str, loosened: Mapping[str, Json]) -> bool:
        """Whether documents that were loosened matter to one, and hide nothing in it."""
        names = self.reach.documents_from(file)
        if loosened.keys().isdisjoint(names):
            return False
        return not any(is_turned(self.reach.text(name)) for name in names)

    def narrowed(self, file: str) -> Subject:
        """A document among those only that its meaning may depend on."""
        found = self._narrowed.get(file)
        if found is None:
            names = self.reach.documents_from(file)
            found = Subject(self.schemas[file], file, {name: self.schemas[name] for name in names})
            self._narrowed[file] = found
        return found
