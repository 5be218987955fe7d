"""The versions that a change is held against, wherever they are: released, in git, in a folder."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from modelpact.documents.sets import BUNDLE_FILE, MANIFEST_FILE, DocumentSet, load_documents
from modelpact.errors import ModelpactError
from modelpact.gate.alignment import NewVersion
from modelpact.gate.checking import Archive, Baseline
from modelpact.gate.waivers import archived_waivers
from modelpact.releases.layout import NEXT
from modelpact.releases.store import Release, Store
from modelpact.releases.versions import Version
from modelpact.settings import ContractSettings, Settings

if TYPE_CHECKING:
    from modelpact.workflows.git import Repository

__all__ = ["LATEST", "Versions", "check_is_one", "check_named"]

LATEST: Final = "latest"
_GIT: Final = "git:"


@dataclass(frozen=True)
class Versions:
    """The versions of one contract.

    Attributes:
        settings: The project's settings.
        contract: The contract.
        new: The judged version: what did not change since an earlier one is read with it.

    """

    settings: Settings
    contract: ContractSettings
    new: DocumentSet

    @cached_property
    def store(self) -> Store:
        """The releases."""
        return Store(self.settings.schemas / self.contract.name)

    def released(self, *, transitive: bool) -> tuple[Baseline, ...]:
        """The releases that a change must not break, the latest first; none before the first.

        They are those of the latest one's major version, without those that were yanked.

        Args:
            transitive: Whether all of them, or the latest alone.

        Raises:
            ModelpactError: A release is not what was released; all of them are verified.

        """
        store = self.store
        store.verify()
        latest = store.latest
        if latest is None:
            return ()
        versions = [v for v in reversed(store.baselines) if v.is_compatible_with(latest)]
        return tuple(map(self._of_release, versions if transitive else versions[:1]))

    def named(self, name: str) -> Baseline:
        """A version by its name.

        Args:
            name: ``latest``; a release, ``1.0.0``; ``next``, the working tree; ``git:REF``, which
                is the contract's ``next`` as it is in a commit, or ``git:REF:PATH``, a folder of
                the commit; else a folder or a file.

        Raises:
            ModelpactError: There is none of that name, or it cannot be read.

        """
        check_named(name)
        if name == NEXT:
            return Baseline(NEXT, self.new)
        if name == LATEST:
            found = self.released(transitive=False)
            if not found:
                raise self._none_is_latest()
            return found[0]
        if Version.is_version(name):
            self.store.verify()
            return self._of_release(Version.parse(name))
        if name.startswith(_GIT):
            ref, _, path = name.removeprefix(_GIT).partition(":")
            return self._of_git(name, ref, path)
        return self._of_path(name)

    def _none_is_latest(self) -> ModelpactError:
        yanked = self.store.versions
        if not yanked:
            return ModelpactError(
                f"the contract {self.contract.name} has no release yet",
                where=str(self.store.folder),
                advice="Make the first with `modelpact release`.",
                rule="no-release",
            )
        return ModelpactError(
            f"every release of the contract {self.contract.name} was yanked",
            where=str(self.store.folder),
            advice=f"Name one of them, such as {yanked[-1]}, or make the next with `modelpact"
            " release`.",
            rule="all-yanked",
        )

    @property
    def archives(self) -> tuple[Archive, ...]:
        """What the releases that were not yanked have waived."""
        store = self.store
        manifests = [store.load(version).manifest for version in store.baselines]
        return tuple(Archive(m.version, archived_waivers(m.waived)) for m in manifests)

    def _of_release(self, version: Version) -> Baseline:
        release = self.store.load(version)
        documents = self._new.read(
            dict(_documents(release)), name=str(version), where=str(release.folder)
        )
        return Baseline(str(version), documents, version)

    def _of_git(self, name: str, ref: str, path: str) -> Baseline:
        from modelpact.workflows.git import Repository

        repository = Repository.around(self.settings.root)
        folder = posixpath.normpath(path) if path else self._next_in(repository)
        contents = repository.files(ref, folder)
        wanted = {f: c for f, c in contents.items() if f not in {BUNDLE_FILE, MANIFEST_FILE}}
        documents = self._new.read(wanted or contents, name=name, where=f"{name}:{folder}")
        if not documents.documents:
            raise ModelpactError(
                f"there is no JSON Schema in {folder} at {ref}",
                where=str(repository.root),
                advice="Name another folder of the commit with git:REF:PATH.",
                rule="no-schemas",
            )
        return Baseline(name, documents)

    def _next_in(self, repository: Repository) -> str:
        """The folder of the contract's ``next``, in the repository."""
        folder = self.settings.schemas / self.contract.name / NEXT
        relative = os.path.relpath(folder.resolve(), repository.root)
        if relative.startswith(os.pardir):
            raise ModelpactError(
                "the schemas are outside the project's git repository",
                where=str(folder),
                advice="Name a folder of the commit with git:REF:PATH.",
                rule="no-such-path",
            )
        return Path(relative).as_posix()

    def _of_path(self, name: str) -> Baseline:
        path = Path(name)
        if not path.exists():
            raise ModelpactError(
                f"there is no version, folder or file {name!r}",
                advice="Name a release such as 1.0.0, latest, git:REF, or a folder of JSON Schema.",
                rule="no-such-version",
            )
        check_is_one(path)
        if not path.is_dir():
            return Baseline(name, load_documents(path, name=name, neighbours=True))
        loaded = load_documents(path, name=name)
        contents = {file: (path / file).read_bytes() for file in loaded.documents}
        return Baseline(name, self._new.read(contents, name=name, where=name))

    @cached_property
    def _new(self) -> NewVersion:
        return NewVersion(self.new)


def check_named(*names: str) -> None:
    """Refuse versions without a name, which an unset variable of a script is.

    Raises:
        ModelpactError: A name is empty.

    """
    if not all(name.strip() for name in names):
        raise ModelpactError(
            "a version is named by an empty text",
            advice="Is a variable unset? Name a release such as 1.0.0, latest, next, git:REF, or a"
            " folder of JSON Schema.",
            rule="no-such-version",
        )


def check_is_one(path: Path) -> None:
    """Refuse a folder that holds several versions: what is in all of them together is none.

    Args:
        path: A folder, or a file, which is one version.

    Raises:
        ModelpactError: There are folders of versions in it, or in folders of it.

    """
    held = sorted(
        folder
        for pattern in ("*/", "*/*/")
        for folder in path.glob(pattern)
        if folder.name == NEXT or Version.is_version(folder.name)
        if any(folder.glob("*.json"))
    )
    if held:
        names = ", ".join(map(str, held[:_MOST]))
        more = f" and {len(held) - _MOST} more" if len(held) > _MOST else ""
        raise ModelpactError(
            "is no version but a folder of several",
            where=str(path),
            advice=f"Name one of them: {names}{more}.",
            rule="no-such-version",
        )


_MOST: Final = 6
"""So many folders are offered to choose from."""


def _documents(release: Release) -> Iterator[tuple[str, bytes]]:
    for file in release.manifest.documents:
        yield file, release.contents[file]
