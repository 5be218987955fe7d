"""Writing files so that a command's changes happen all or not at all.

All new contents go into one journal file first. Once that file is in place under its final name
the changes count as made: they are carried out, and the journal is removed. A run that is killed
before that point has changed nothing; one that is killed after it is finished by the next run,
which finds the journal and carries it out again (each step may be repeated). An error while
carrying out, such as a full disk, puts the old contents back.

The state folder is ``.modelpact`` in the root of what is written. It is no part of a project: it
ignores itself.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final

from modelpact.emit.files import write_file
from modelpact.emit.plan import Step
from modelpact.errors import ModelpactError

__all__ = ["STATE_FOLDER", "Journal"]

STATE_FOLDER: Final = ".modelpact"
_FORMAT: Final = "modelpact-journal-1"


class Journal:
    """The one way to change files below a root folder.

    Use it as a context manager: entering takes the lock and recovers what a killed run left.

    Args:
        root: The folder; it need not exist.
        transient: Whether the state folder goes when the work is done. Elsewhere it stays, as the
            home of the build's cache.

    """

    def __init__(self, root: Path, *, transient: bool = False) -> None:
        self._root = root
        self._transient = transient
        self._state = root / STATE_FOLDER
        self._file = self._state / "journal"

    @contextmanager
    def open(self) -> Iterator[Journal]:
        """Hold the root's lock, and finish what an earlier run left.

        Raises:
            ModelpactError: The root cannot be written to, or another run holds the lock.

        """
        created = _missing_folders(self._state)
        try:
            self._state.mkdir(parents=True, exist_ok=True)
            ignore = self._state / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n")
            lock = (self._state / "lock").open("ab")
        except OSError as error:
            for folder in created:
                with suppress(OSError):
                    folder.rmdir()
            raise _cannot_write(self._state, error) from error
        with lock:
            _lock(lock, self._root)
            self._recover()
            yield self
            if self._transient:
                self._clear()

    def _clear(self) -> None:
        with suppress(OSError):
            for name in ("lock", ".gitignore"):
                (self._state / name).unlink()
            self._state.rmdir()

    def apply(self, steps: Sequence[Step]) -> None:
        """Carry out all steps, or none.

        Raises:
            ModelpactError: Something cannot be written; the disk is as it was.

        """
        if not steps:
            return
        for folder in dict.fromkeys(step.path.parent for step in steps):
            _check_writable(folder)
        pending = self._file.with_suffix(".new")
        try:
            with pending.open("wb") as file:
                _write_journal(file, steps, self._root)
            pending.replace(self._file)
        except OSError as error:
            pending.unlink(missing_ok=True)
            raise _cannot_write(self._state, error) from error
        self._carry_out(steps)
        self._file.unlink()

    def _carry_out(self, steps: Sequence[Step]) -> None:
        done: list[Step] = []
        folders: list[Path] = []
        try:
            for folder in dict.fromkeys(
                step.path.parent for step in steps if step.after is not None
            ):
                folders += _missing_folders(folder)
                folder.mkdir(parents=True, exist_ok=True)
            for step in steps:
                done.append(step)
                if step.before is None and step.after is not None:
                    # Nobody reads what is not there yet: no detour by a temporary name.
                    write_file(step.path, step.after)
                else:
                    _put(step.path, step.after)
        except (OSError, UnicodeEncodeError) as error:
            where = done[-1].path if done else steps[0].path.parent
            undone = self._undo(done, folders)
            raise _cannot_write(where, error, undone=undone) from error
        for step in steps:
            if step.after is None:
                _remove_empty(step.path.parent, self._root)

    def _undo(self, done: Sequence[Step], folders: Sequence[Path]) -> bool:
        """Put old contents back; where that fails too, the journal stays for the next run."""
        try:
            for step in reversed(done):
                with suppress(UnicodeEncodeError):  # what has no name here was not written either
                    _put(step.path, step.before)
            for folder in reversed(folders):
                with suppress(OSError):
                    folder.rmdir()
            self._file.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _recover(self) -> None:
        """Finish the journal of a killed run; a journal without its final name never counted."""
        with suppress(OSError):
            self._file.with_suffix(".new").unlink(missing_ok=True)
        if not self._file.exists():
            return
        try:
            steps = _read_journal(self._file.read_bytes(), self._root)
        except (ValueError, KeyError, OSError) as error:
            raise ModelpactError(
                f"is a journal that cannot be read: {error}",
                where=str(self._file),
                advice="It was written by another version, or damaged. Remove it and build again.",
                rule="bad-journal",
            ) from error
        for step in steps:
            try:
                _put(step.path, step.after)
            except (OSError, UnicodeEncodeError) as error:
                raise _cannot_write(step.path, error, undone=False) from error
        self._file.unlink()


def _write_journal(file: IO[bytes], steps: Sequence[Step], root: Path) -> None:
    entries = [
        [os.path.relpath(step.path, root), None if step.after is None else len(step.after)]
        for step in steps
    ]
    file.write(json.dumps({"format": _FORMAT, "entries": entries}).encode() + b"\n")
    file.writelines(step.after for step in steps if step.after is not None)
    file.flush()
    os.fsync(file.fileno())


def _read_journal(data: bytes, root: Path) -> list[Step]:
    head, _, rest = data.partition(b"\n")
    journal = json.loads(head)
    if journal["format"] != _FORMAT:
        raise ValueError(journal["format"])
    steps = []
    offset = 0
    for name, size in journal["entries"]:
        after = None if size is None else rest[offset : offset + size]
        offset += size or 0
        steps.append(Step(root / name, None, after))
    if offset != len(rest):
        raise ValueError("it is shorter or longer than it says")
    return steps


def _put(path: Path, content: bytes | None) -> None:
    """Give a file its content in one step: readers see the old or the new, never a part."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    temporary = f"{path}.modelpact-new"
    try:
        try:
            write_file(temporary, content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(temporary, content)
        os.replace(temporary, path)  # noqa: PTH105
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


def _missing_folders(folder: Path) -> list[Path]:
    """The folders that would have to be made, outermost first."""
    missing: list[Path] = []
    while not folder.exists() and folder != folder.parent:
        missing.insert(0, folder)
        folder = folder.parent
    return missing


def _remove_empty(folder: Path, root: Path) -> None:
    with suppress(OSError):
        while folder != root and folder.is_relative_to(root):
            folder.rmdir()
            folder = folder.parent


def _check_writable(folder: Path) -> None:
    while not folder.exists():
        folder = folder.parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise _cannot_write(folder, PermissionError(13, "Permission denied"))


def _cannot_write(
    path: Path, error: OSError | UnicodeEncodeError, *, undone: bool = True
) -> ModelpactError:
    if isinstance(error, UnicodeEncodeError):
        why = f"this system's file names are {error.encoding}, which has not all of its letters"
        todo = "Use a locale whose encoding is UTF-8: `export LC_ALL=C.UTF-8`"
    else:
        why = error.strerror or str(error)
        full = error.errno in {errno.ENOSPC, errno.EDQUOT}
        todo = "Make room" if full else "Make the folder writable, or choose another"
    state = "Nothing was changed." if undone else "Part of the files is written."
    done = "" if undone else "; the next run writes the rest"
    return ModelpactError(
        f"cannot be written: {why}",
        where=str(path),
        advice=f"{state} {todo}{done}.",
        rule="unwritable",
    )


def _lock(file: IO[bytes], root: Path) -> None:
    """Take the lock for as long as the file is open; the system drops it when the process ends."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise ModelpactError(
            "another run of Modelpact is writing here",
            where=str(root),
            advice="Wait until it is done, and run again.",
            rule="locked",
        ) from error
