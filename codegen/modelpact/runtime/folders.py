"""The folders that contracts are loaded from, checked against what they say of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any, Final

from modelpact.documents.loading import parse_json
from modelpact.documents.sets import BUNDLE_FILE, MANIFEST_FILE, SUFFIX
from modelpact.documents.values import Json
from modelpact.errors import ErrorGroup, Fault, ModelpactError

__all__ = ["Folder", "read_folder", "read_schemas"]

_NEXT: Final = "next"


@dataclass(frozen=True, slots=True)
class Folder:
    """The documents of a contract, as bytes.

    Attributes:
        contract: The contract's name.
        version: Its version, or ``next``; empty where there is none.
        names: The file of each document, by name.
        contents: The files, by their path.
        where: The folder, for messages.

    """

    contract: str
    version: str
    names: Mapping[str, str]
    contents: Mapping[str, bytes]
    where: Path

    def parse(self, file: str) -> Json:
        """A document.

        Raises:
            ModelpactError: It is not JSON.

        """
        return parse_json(self.contents[file], where=str(self.where / file))


def read_folder(path: str | PathLike[str]) -> Folder:
    """Read a release, or ``next``, and hold every file to the digest in the manifest.

    Raises:
        ModelpactError: There is no manifest; a file is missing, was changed, or is too many; or
            the manifest comes from a newer tool.

    """
    folder = Path(path)
    file = folder / MANIFEST_FILE
    try:
        said = parse_json(file.read_bytes(), where=str(file))
    except OSError as error:
        raise ModelpactError(
            f"holds no {MANIFEST_FILE} that can be read: {error.strerror or error}",
            where=str(folder),
            advice="Give the folder of one release, schemas/<contract>/<version>; a folder of"
            " schemas without releases is loaded by Contract.from_schemas.",
            rule="no-manifest",
        ) from error
    if isinstance(said, Mapping) and said.get("version") == _NEXT:
        return _next(folder, said)
    return _release(folder)


def _release(folder: Path) -> Folder:
    from modelpact.releases.store import read_release

    release = read_release(folder)
    manifest = release.manifest
    names = {str(entry["name"]): file for file, entry in manifest.documents.items()}
    contents = {file: release.contents[file] for file in manifest.documents}
    return Folder(manifest.contract, str(manifest.version), names, contents, folder)


def _next(folder: Path, said: Mapping[str, Any]) -> Folder:
    from modelpact.documents.canonical import digest

    entries = said.get("documents")
    if not isinstance(entries, Mapping) or not isinstance(said.get("contract"), str):
        raise ModelpactError(
            "is not what Modelpact writes there",
            where=str(folder / MANIFEST_FILE),
            advice="Run `modelpact build`.",
            rule="damaged-manifest",
        )
    faults: list[Fault] = []
    contents: dict[str, bytes] = {}
    for file, entry in entries.items():
        try:
            contents[file] = (folder / file).read_bytes()
            schema = parse_json(contents[file], where=str(folder / file))
        except OSError as error:
            faults.append(_fault(folder / file, f"is missing: {error.strerror or error}"))
            continue
        except ModelpactError as error:
            faults += error.faults
            continue
        if f"sha256:{digest(schema)}" != entry.get("digest"):
            faults.append(_fault(folder / file, "is not what the manifest says"))
    unknown = {path.name for path in folder.glob(f"*{SUFFIX}")} - {*entries, BUNDLE_FILE}
    faults += [_fault(folder / name, "is not in the manifest") for name in sorted(unknown)]
    if faults:
        raise ErrorGroup(faults)
    names = {str(entry["name"]): file for file, entry in entries.items()}
    return Folder(str(said["contract"]), _NEXT, names, contents, folder)


def _fault(file: Path, what: str) -> Fault:
    return Fault(what, str(file), "Run `modelpact build`.", "touched-document")


def read_schemas(path: str | PathLike[str]) -> Folder:
    """Read a folder of JSON Schema, or one file; nothing says what is to be in it.

    Raises:
        ModelpactError: There is no schema, or a file is not JSON.

    """
    from modelpact.documents.sets import load_documents

    given = Path(path)
    documents = load_documents(given, neighbours=True)
    folder = given if given.is_dir() else given.parent
    contents = {document.file: (folder / document.file).read_bytes() for document in documents}
    names: dict[str, str] = {}
    for document in documents:
        # Of two files of one name in different folders each goes by its path.
        taken = document.name in names
        names[document.file.removesuffix(SUFFIX) if taken else document.name] = document.file
    return Folder(documents.name, "", names, contents, folder)
