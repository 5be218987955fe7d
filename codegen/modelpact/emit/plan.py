"""File plans: everything a command wants on disk, decided before anything is written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from modelpact.emit.files import read_file
from modelpact.emit.target import Diagnostic
from modelpact.errors import ErrorGroup, Fault, ModelpactError

__all__ = ["INDEX_FILE", "FilePlan", "Outcome", "Step", "indexed", "plan_steps"]

INDEX_FILE: Final = ".modelpact.json"
"""Lists, in a folder that Modelpact writes, the files in it that are Modelpact's."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file to change. ``before`` and ``after`` are its contents; ``None`` is no file."""

    path: Path
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class FilePlan:
    """What a folder should hold of ours.

    Attributes:
        folder: The folder; it need not exist.
        files: Contents by path relative to the folder, with ``/``.

    The index is itself one of the files: it names all the others, so that the next plan for the
        folder knows
    what it may overwrite and remove.
    """

    folder: Path
    files: Mapping[str, bytes]

    def __post_init__(self) -> None:
        for name in self.files:
            _check_name(name)

    def __len__(self) -> int:
        """How many files there are, the index among them."""
        return len(self.files) + 1

    def steps(self) -> list[Step]:
        """What has to change on disk, in a stable order; reads the disk, changes nothing.

        Raises:
            ModelpactError: A file that is not ours is in the way, or one of ours cannot be read.

        """
        wanted = {**self.files, INDEX_FILE: _index_bytes(self.files)}
        ours = indexed(self.folder)
        is_new = not os.path.lexists(self.folder)
        steps: list[Step] = []
        for name in sorted({*wanted, *ours}):
            path = self.folder / name
            before = None if is_new else _current(path, self.folder)
            after = wanted.get(name)
            if before == after:
                continue
            if before is not None and name not in ours and name != INDEX_FILE:
                raise _in_the_way(path)
            steps.append(Step(path, before, after))
        return steps


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did, or would do.

    Attributes:
        steps: The files that it wrote or removed, or has to.
        total: How many files its plans have.
        diagnostics: What could not be said exactly, with the target that could not.
        notes: What there is to say about the models; nothing that stops a build.
        folders: The folders that it has plans for.

    """

    steps: tuple[Step, ...]
    total: int
    diagnostics: tuple[tuple[str, Diagnostic], ...] = ()
    notes: tuple[Fault, ...] = ()
    folders: tuple[Path, ...] = ()


def plan_steps(plans: Iterable[FilePlan]) -> tuple[Step, ...]:
    """The steps of several plans; every obstacle is found before any of them is taken.

    Raises:
        ErrorGroup: What :meth:`FilePlan.steps` raises, for all plans together.

    """
    steps: list[Step] = []
    faults: list[Fault] = []
    for plan in plans:
        try:
            steps += plan.steps()
        except ModelpactError as error:
            faults += error.faults
    if faults:
        raise ErrorGroup(faults)
    return tuple(steps)


def indexed(folder: Path) -> frozenset[str]:
    """The files in a folder that an earlier run wrote, by its index; empty where there is none.

    Raises:
        ModelpactError: The index cannot be read, or is not one of ours.

    """
    file = folder / INDEX_FILE
    try:
        index = json.loads(file.read_bytes())
        names = frozenset(index["files"])
        for name in names:
            _check_name(name)
    except FileNotFoundError:
        return frozenset()
    except NotADirectoryError as error:
        raise _in_the_way(folder) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelpactError(
            f"is not an index that Modelpact wrote: {error}",
            where=str(file),
            advice="Restore it from version control, or empty the folder.",
            rule="bad-index",
        ) from error
    return names


def _index_bytes(files: Mapping[str, bytes]) -> bytes:
    note = "Written by Modelpact: the files in this folder that it owns."
    text = json.dumps({"note": note, "files": sorted(files)}, indent=2, ensure_ascii=False)
    return (text + "\n").encode()


def _check_name(name: str) -> None:
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts or "\\" in name or "\0" in name:
        raise ModelpactError(f"{name!r} would lie outside its folder", rule="bad-file-name")


def _current(path: Path, folder: Path) -> bytes | None:
    try:
        return read_file(path)
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError) as error:
        raise _in_the_way(_obstacle(path, folder)) from error
    except OSError as error:
        if path.is_symlink():
            raise _in_the_way(path) from error
        raise ModelpactError(
            f"cannot be read: {error.strerror or error}", where=str(path), rule="unreadable-file"
        ) from error


def _obstacle(path: Path, folder: Path) -> Path:
    """The first thing on the way to a path that is not what it should be."""
    for parent in (folder, *reversed(path.relative_to(folder).parents)):
        candidate = folder / parent
        if candidate.exists() and not candidate.is_dir():
            return candidate
    return path


def _in_the_way(path: Path) -> ModelpactError:
    return ModelpactError(
        "is in the way and was not written by Modelpact",
        where=str(path),
        advice="Move or remove it, or choose another folder for the output.",
        rule="in-the-way",
    )
