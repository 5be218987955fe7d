"""Documents by address."""

from __future__ import annotations

from collections.abc import Mapping
from threading import RLock
from typing import Final
from urllib.parse import unquote

from modelpact.documents.resources import join_uri
from modelpact.documents.values import Json
from modelpact.runtime.folders import Folder

__all__ = ["Addresses"]

_NOWHERE: Final = "modelpact:///"
"""Where documents without an address stand."""


class Addresses:
    """Finds documents by address: by their own ``$id``, else by where they stand.

    May be used from many threads.

    Args:
        folder: The documents.

    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._lock = RLock()
        self._parsed: dict[str, Json] = {}
        self._files: dict[str, str] | None = None
        self._roots: tuple[str, ...] = ()

    def document(self, file: str) -> Json:
        """A document, parsed once."""
        with self._lock:
            if file not in self._parsed:
                self._parsed[file] = self._folder.parse(file)
            return self._parsed[file]

    def address(self, file: str) -> str:
        """What references in a document are relative to."""
        with self._lock:
            return self._own(file) or f"{_NOWHERE}{file}"

    def retrieve(self, uri: str) -> Json:
        """The document at an address.

        Raises:
            ValueError: There is none among the documents.

        """
        with self._lock:
            file = self._beside(uri) or self._by_identifier().get(uri)
        if file is None:
            raise ValueError(f"{uri} is not among the documents")
        return self.document(file)

    def _beside(self, uri: str) -> str | None:
        """The file that stands at an address, seen from one of the addresses we know."""
        for root in (_NOWHERE, *self._roots):
            file = unquote(uri.removeprefix(root)) if uri.startswith(root) else ""
            if file in self._folder.contents:
                return file
        return None

    def _by_identifier(self) -> Mapping[str, str]:
        if self._files is None:
            files = self._folder.contents
            self._files = {own: file for file in files if (own := self._own(file))}
        return self._files

    def _own(self, file: str) -> str:
        schema = self.document(file)
        stated = schema.get("$id", schema.get("id")) if isinstance(schema, Mapping) else None
        if not isinstance(stated, str):
            return ""
        address = join_uri(f"{_NOWHERE}{file}", stated.partition("#")[0])
        root = address.removesuffix(file)
        if root == address:
            root = join_uri(address, ".")
        if root not in self._roots:
            self._roots = (*self._roots, root)
        return address
