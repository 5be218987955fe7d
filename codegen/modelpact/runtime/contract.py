"""A contract, as services use it: validators by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from os import PathLike
from typing import TYPE_CHECKING

from modelpact.runtime.reading import read_exactly, read_fast
from modelpact.runtime.validator import Validator

if TYPE_CHECKING:
    from modelpact.runtime.compiling import Compiled
    from modelpact.runtime.folders import Folder

__all__ = ["Contract"]


class Contract(Mapping[str, Validator]):
    """The validators of one version of a contract, by the names of its documents.

    A document's name is its type's: ``User``; of a pair the accepted half is ``UserInput``.

    Attributes:
        name: The contract's name.
        version: Its version, or ``next``; empty where there are no releases.

    """

    def __init__(self, folder: Folder, *, exact: bool = False) -> None:
        from modelpact.runtime.addresses import Addresses
        from modelpact.runtime.compiling import Compiler

        self.name = folder.contract
        self.version = folder.version
        self._addresses = Addresses(folder)
        self._compiler = Compiler(self._addresses.retrieve, _formats_in(folder))
        reader = read_exactly if exact else read_fast
        self._validators = {
            name: Validator(name, partial(self._compile, file, str(folder.where / file)), reader)
            for name, file in folder.names.items()
        }

    @classmethod
    def load(cls, folder: str | PathLike[str], *, exact: bool = False) -> Contract:
        """Load a release, or ``next``, from its folder alone.

        Every file is held to the manifest's digests before anything is used.

        Args:
            folder: ``schemas/<contract>/<version>``, or a copy of it.
            exact: Read JSON text without losing a digit, and refuse objects that have a key twice.
                This is slower by far. Without it the last value of a key counts, and integers
                beyond 64 bits become floats.

        Raises:
            ModelpactError: The folder is no release, is damaged, or comes from a newer tool.

        """
        from modelpact.runtime.folders import read_folder

        return cls(read_folder(folder), exact=exact)

    @classmethod
    def from_schemas(cls, path: str | PathLike[str], *, exact: bool = False) -> Contract:
        """Load JSON Schema from anywhere: a folder of it, or one file and those that it refers to.

        Args:
            path: The folder, or the file.
            exact: As of :meth:`load`.

        Raises:
            ModelpactError: There is no schema, or a file is not JSON.

        """
        from modelpact.runtime.folders import read_schemas

        return cls(read_schemas(path), exact=exact)

    def __getitem__(self, name: str) -> Validator:
        try:
            return self._validators[name]
        except KeyError:
            raise KeyError(f"{self.name} {self.version} has no document {name!r}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._validators)

    def __len__(self) -> int:
        return len(self._validators)

    def __repr__(self) -> str:
        version = f" {self.version}" if self.version else ""
        return f"<Contract {self.name}{version}: {len(self)} documents>"

    def compile(self) -> None:
        """Compile every document now, so that no request has to wait for it.

        Raises:
            ModelpactError: A schema cannot be used.

        """
        for validator in self.values():
            validator.compile()

    def _compile(self, file: str, where: str) -> Compiled:
        document, address = self._addresses.document(file), self._addresses.address(file)
        return self._compiler.compile(document, address, where=where)


def _formats_in(folder: Folder) -> dict[str, Callable[[str], bool]]:
    """The formats beyond JSON Schema's own that a folder may use: those whose names occur."""
    from modelpact.runtime.formats import FORMATS

    return {
        name: check
        for name, check in FORMATS.items()
        if any(f'"{name}"'.encode() in content for content in folder.contents.values())
    }
