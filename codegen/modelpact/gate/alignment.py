"""Earlier versions read beside the judged one, so that what did not change costs nothing.

A version's documents name its own address in their ``$id``. Put under the judged version's
addresses, a document that did not change is the same text; and then it is the same object, neither
parsed nor looked into.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Final

from modelpact.documents.canonical import canonical_bytes
from modelpact.documents.sets import Document, DocumentSet, read_documents

__all__ = ["NewVersion"]

_ADDRESS: Final = re.compile(rb'"\$id": ?"([^"\\]*)"')


class NewVersion:
    """The judged version, as something to read earlier ones beside.

    Args:
        documents: Its documents.

    """

    def __init__(self, documents: DocumentSet) -> None:
        self.documents = documents

    def read(self, contents: Mapping[str, bytes], *, name: str, where: str) -> DocumentSet:
        """An earlier version, under this one's addresses where that changes no reference.

        Args:
            contents: The contents of its files, by path, in the order of the documents.
            name: What it is called.
            where: Where its files are, for messages.

        Raises:
            ModelpactError: A file is no JSON.

        """
        home = _home((file, content) for file, content in contents.items() if content)
        if home and any(content.count(home) > 1 for content in contents.values()):
            home = b""  # somebody refers to the version by its address: it has to stay
        unchanged = {
            file: document
            for file, document in self.documents.documents.items()
            if file in contents and contents[file] == self._text_under(file, home)
        }
        changed = {file: text for file, text in contents.items() if file not in unchanged}
        rest = read_documents(changed, name=name, where=where).documents
        documents = {
            file: unchanged[file] if file in unchanged else self._moved(rest[file], home)
            for file in contents
            if file in unchanged or file in rest
        }
        return DocumentSet(name, documents, origin=where)

    def _text_under(self, file: str, home: bytes) -> bytes:
        text = self._texts[file]
        if not home or not self._home:
            return text
        return text.replace(b'"$id": "%b' % self._home, b'"$id": "%b' % home, 1)

    def _moved(self, document: Document, home: bytes) -> Document:
        schema = document.schema
        if not home or not self._home or not isinstance(schema, Mapping):
            return document
        if schema.get("$id") != home.decode() + document.file:
            return document
        return replace(document, schema={**schema, "$id": self._home.decode() + document.file})

    @cached_property
    def _texts(self) -> dict[str, bytes]:
        return {document.file: canonical_bytes(document.schema) for document in self.documents}

    @cached_property
    def _home(self) -> bytes:
        return _home(self._texts.items())


def _home(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The address of the folder that documents say they are in; nothing where they say none."""
    for file, text in files:
        found = _ADDRESS.search(text)
        if found is not None and found[1].endswith(b"/" + file.encode(errors="replace")):
            return found[1].removesuffix(file.encode())
    return b""
