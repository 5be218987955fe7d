"""The releases of a contract on disk, and the proof that nobody touched them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from modelpact.documents.loading import parse_json
from modelpact.documents.sets import BUNDLE_FILE, MANIFEST_FILE, Document, DocumentSet
from modelpact.emit.files import read_file
from modelpact.errors import ErrorGroup, Fault, ModelpactError
from modelpact.releases.index import ContractIndex, Listed, read_index
from modelpact.releases.manifest import Manifest, bytes_digest, read_manifest
from modelpact.releases.versions import Version

__all__ = ["INDEX_FILE", "Release", "Store", "read_release"]

INDEX_FILE: Final = "index.json"
"""The file of a contract's folder that lists its releases."""


@dataclass(frozen=True, slots=True)
class Release:
    """An immutable version of a contract, verified.

    Attributes:
        manifest: What it says of itself.
        contents: The bytes of its files, without the manifest.

    """

    manifest: Manifest
    contents: Mapping[str, bytes]
    folder: Path

    @property
    def version(self) -> Version:
        """Its version."""
        return self.manifest.version

    @property
    def documents(self) -> DocumentSet:
        """Its documents, as they were published."""
        documents = {
            file: Document(
                str(entry["name"]),
                file,
                parse_json(self.contents[file], where=str(self.folder / file)),
            )
            for file, entry in self.manifest.documents.items()
        }
        return DocumentSet(self.manifest.contract, documents, origin=str(self.folder))


def read_release(folder: Path) -> Release:
    """Read a release from its folder alone, wherever that is, and verify it.

    Raises:
        ModelpactError: It is no release; or a file of it is missing, is not its own, or was
            changed after the release: all faults together.

    """
    manifest = _read_manifest(folder / MANIFEST_FILE)
    return Release(manifest, _verified(manifest, folder), folder)


class Store:
    """A contract's folder: ``next/``, a folder for each release, and their index.

    Nothing is read before it is asked for; every release that is read is verified.

    Args:
        folder: ``<schemas>/<contract>``; it need not exist.

    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._loaded: dict[Version, Release] = {}

    @cached_property
    def index(self) -> ContractIndex:
        """The index; an empty one where there is no release yet.

        Raises:
            ModelpactError: It is damaged, from a newer tool, or does not list what is there.

        """
        file = self.folder / INDEX_FILE
        try:
            index = read_index(read_file(file), str(file))
        except (FileNotFoundError, NotADirectoryError):
            index = ContractIndex("")  # what is in the way is told by who wants to write there
        except OSError as error:
            raise _unreadable(file, error) from error
        self._match(index)
        return index

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every release, yanked ones included, in ascending order."""
        return tuple(listed.version for listed in self.index.releases)

    @property
    def baselines(self) -> tuple[Version, ...]:
        """The releases that a change is held against: all that were not yanked; ascending."""
        return tuple(r.version for r in self.index.releases if r.status != "yanked")

    @property
    def latest(self) -> Version | None:
        """The latest release that was not yanked."""
        return self.baselines[-1] if self.baselines else None

    def load(self, version: Version) -> Release:
        """Read a release and verify it; each is read once.

        Raises:
            ModelpactError: There is none; or a file of it is missing, is not its own, or was
                changed after the release: all faults together.

        """
        if version in self._loaded:
            return self._loaded[version]
        listed = self.index.of(version)
        if listed is None:
            known = ", ".join(map(str, self.versions)) or "none yet"
            raise ModelpactError(
                f"there is no release {version}",
                where=str(self.folder),
                advice=f"The releases are: {known}.",
                rule="unknown-release",
            )
        release = read_release(self.folder / str(version))
        _check_listed(release.manifest, listed, release.folder)
        self._loaded[version] = release
        return release

    def verify(self) -> None:
        """Verify every release and the chain that they make.

        Raises:
            ErrorGroup: Everything that is not as it was released.

        """
        faults: list[Fault] = []
        previous: Listed | None = None
        for listed in self.index.releases:
            try:
                _check_link(self.load(listed.version).manifest, previous, self.folder)
            except ModelpactError as error:
                faults += error.faults
            previous = listed
        if faults:
            raise ErrorGroup(faults)

    def _match(self, index: ContractIndex) -> None:
        """The folders of releases and the index have to tell the same."""
        listed = {str(version) for version in (r.version for r in index.releases)}
        present = set(_release_folders(self.folder))
        faults = [
            Fault(
                f"release {name} is in the index and its folder is missing",
                str(self.folder / name),
                "Restore it from version control: releases are never removed, only yanked.",
                "missing-release",
            )
            for name in sorted(listed - present)
        ]
        faults += [
            Fault(
                "looks like a release and is in no index",
                str(self.folder / name),
                f"Restore {INDEX_FILE} from version control, or remove the folder if it is no"
                " release.",
                "unlisted-release",
            )
            for name in sorted(present - listed)
        ]
        if faults:
            raise ErrorGroup(faults)


def _release_folders(folder: Path) -> Iterator[str]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if Version.is_version(entry.name) and entry.is_dir():
                    yield entry.name
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise _unreadable(folder, error) from error


def _read_manifest(file: Path) -> Manifest:
    try:
        return read_manifest(read_file(file), str(file))
    except OSError as error:
        raise ModelpactError(
            f"is missing or cannot be read: {error.strerror or error}",
            where=str(file),
            advice="Restore the release from version control.",
            rule="damaged-release",
        ) from error


def _check_listed(manifest: Manifest, listed: Listed, folder: Path) -> None:
    if manifest.version != listed.version or manifest.root != listed.root:
        raise ModelpactError(
            f"is not the release that {INDEX_FILE} lists as {listed.version}",
            where=str(folder / MANIFEST_FILE),
            advice="Two releases of one version cannot both stand. Keep the one that was published"
            " first, and release the other as the next version.",
            rule="broken-chain",
        )


def _check_link(manifest: Manifest, previous: Listed | None, folder: Path) -> None:
    expected = None if previous is None else (previous.version, previous.root)
    if manifest.previous == expected:
        return
    said = "nothing" if manifest.previous is None else str(manifest.previous[0])
    before = "none" if previous is None else str(previous.version)
    raise ModelpactError(
        f"follows {said} of its own word, and the release before it here is {before}, or another"
        " one of that version",
        where=str(folder / str(manifest.version) / MANIFEST_FILE),
        advice="Releases that were made side by side do not both stand. Keep the one that was"
        " published, remove the other with its line in the index, and release again.",
        rule="broken-chain",
    )


def _verified(manifest: Manifest, folder: Path) -> dict[str, bytes]:
    """The contents of a release's files, each of which is what the manifest says."""
    faults: list[Fault] = []
    contents: dict[str, bytes] = {}
    converted = 0
    root = os.fspath(folder)  # a path as text: there are thousands of files
    for name, digest in manifest.files.items():
        try:
            content = read_file(os.path.join(root, name))  # noqa: PTH118 - as said above
        except OSError as error:
            faults.append(_fault(folder / name, f"is missing or unreadable: {error.strerror}"))
            continue
        if bytes_digest(content) != digest:
            if bytes_digest(content.replace(b"\r\n", b"\n")) == digest:
                converted += 1
            else:
                faults.append(_fault(folder / name, "was changed after the release"))
        contents[name] = content
    if converted:
        faults.append(_converted(folder, converted, len(manifest.files)))
    unknown = {*_files(folder)} - {*manifest.files, MANIFEST_FILE}
    faults += [_added(folder / name) for name in sorted(unknown)]
    if not manifest.documents.keys() <= manifest.files.keys() or BUNDLE_FILE not in manifest.files:
        faults.append(_fault(folder / MANIFEST_FILE, "lists documents and not their files"))
    if faults:
        raise ErrorGroup(faults)
    return contents


def _files(folder: Path) -> Iterator[str]:
    root = os.fspath(folder)
    for path, _, names in os.walk(root):
        inside = "" if path == root else os.path.relpath(path, root).replace(os.sep, "/") + "/"
        yield from (f"{inside}{name}" for name in names)


def _fault(file: Path, what: str) -> Fault:
    advice = "Releases are immutable. Restore the folder from version control."
    return Fault(what, str(file), advice, "touched-release")


def _added(file: Path) -> Fault:
    advice = "Releases are immutable. Delete the file: what was released does not know it."
    return Fault("is no file of the release", str(file), advice, "touched-release")


def _converted(folder: Path, count: int, total: int) -> Fault:
    """What git does to texts where ``core.autocrlf`` is set."""
    return Fault(
        f"was changed after the release: the ends of lines are CRLF in {count} of {total} files,"
        " and nothing else differs",
        str(folder),
        f"Add the line `* -text` to {folder.parent.parent / '.gitattributes'}, so that git leaves"
        f" them alone; delete the folder, and have git write it again: `git checkout -- {folder}`.",
        "converted-release",
    )


def _unreadable(path: Path, error: OSError) -> ModelpactError:
    return ModelpactError(
        f"cannot be read: {error.strerror or error}", where=str(path), rule="unreadable-file"
    )
