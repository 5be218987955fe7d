"""Writing files so that a command's changes happen all or not at all.

All new contents go into one journal file first. Once that file is in place under its final name
the changes are carried out, and the journal is removed. An error while they are, such as a full
disk, puts the old contents back, and so does Ctrl-C.

The next run finds the journal of one that was killed. Where a first part of its changes is on disk
and the rest is as it was, it carries out the rest and says so. Where nothing of it is on disk the
journal is dropped: either the run was killed before its first change, or its changes were taken
back with version control, and who took them back does not want them to return. Where a file is
neither as it was nor as it shall be, somebody has been here since: nothing is written, the journal
is set aside, and that is told.

The state folder is ``.modelpact`` in the root of what is written. It is no part of a project: it
ignores itself.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from modelpact.emit.files import write_file
from modelpact.emit.plan import Step
from modelpact.errors import ModelpactError
from modelpact.workflows.locking import take_lock
from modelpact.workflows.unfinished import (
    JOURNAL_FILE,
    STATE_FOLDER,
    Unfinished,
    journal_bytes,
    say,
    unfinished_in,
)

__all__ = ["STATE_FOLDER", "Journal", "replace_file"]

_SHOWN: Final = 5
"""How many files a message names."""


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
        self._file = self._root / JOURNAL_FILE

    @contextmanager
    def open(self) -> Iterator[Journal]:
        """Hold the root's lock, and finish or drop what an earlier run left.

        Raises:
            ModelpactError: The root cannot be written to, another run holds the lock, or what an
                earlier run left was changed since.

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
            take_lock(lock, self._root)
            self._recover()
            yield self
            if self._transient:
                self._clear()

    def _clear(self) -> None:
        ours = ("lock", ".gitignore")
        with suppress(OSError):
            if not {entry.name for entry in self._state.iterdir()} <= {*ours}:
                return  # a journal was set aside here
            for name in ours:
                (self._state / name).unlink()
            self._state.rmdir()

    def apply(self, steps: Sequence[Step], what: str) -> None:
        """Carry out all steps, or none.

        Args:
            steps: The files to change.
            what: What the run does, for those who find it interrupted: ``the release of shop``.

        Raises:
            ModelpactError: Something cannot be written; the disk is as it was.
            KeyboardInterrupt: The user stopped it, and its text says what; the disk is as it was.

        """
        if not steps:
            return
        for folder in dict.fromkeys(step.path.parent for step in steps):
            _check_writable(folder)
        pending = self._file.with_suffix(".new")
        try:
            with pending.open("wb") as file:
                file.writelines(journal_bytes(what, steps, self._root))
                file.flush()
                os.fsync(file.fileno())
            pending.replace(self._file)
        except OSError as error:
            pending.unlink(missing_ok=True)
            raise _cannot_write(self._state, error) from error
        self._carry_out(steps, what)

    def _carry_out(self, steps: Sequence[Step], what: str) -> None:
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
            self._file.unlink()
        except (OSError, UnicodeEncodeError) as error:
            where = done[-1].path if done else steps[0].path.parent
            undone = self._undo(done, folders)
            raise _cannot_write(where, error, undone=undone) from error
        except KeyboardInterrupt as error:
            undone = self._undo(done, folders)
            state = "nothing was changed" if undone else "the next run finishes it"
            raise KeyboardInterrupt(f"{what}; {state}") from error
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
        """Finish, drop or set aside the journal of a killed run, and say so.

        A journal without its final name never counted.
        """
        with suppress(OSError):
            self._file.with_suffix(".new").unlink(missing_ok=True)
        unfinished = unfinished_in(self._root)
        if unfinished is None:
            return
        try:
            left, touched = unfinished.left()
        except OSError as error:
            where = Path(error.filename) if error.filename else self._file
            raise _cannot_write(where, error, undone=False) from error
        if left == "part":
            for change in unfinished.changes:
                try:
                    _put(change.path, change.after)
                except (OSError, UnicodeEncodeError) as error:
                    raise _cannot_write(change.path, error, undone=False) from error
        for change in unfinished.changes:
            if left != "part":
                with suppress(OSError):
                    os.unlink(_temporary(change.path))  # noqa: PTH108
            _remove_empty(change.path.parent, self._root)
        if left == "other":
            raise self._set_aside(unfinished, touched)
        self._file.unlink()
        if left == "part":
            say(f"finished {unfinished.what}, which was interrupted")
        else:
            say(f"dropped {unfinished.what}: it was interrupted, and nothing of it is there")

    def _set_aside(self, unfinished: Unfinished, touched: Sequence[Path]) -> ModelpactError:
        """Keep a journal that must not be carried out any more; nothing else is written."""
        kept = self._state / "interrupted"
        number = 1
        while kept.exists():
            number += 1
            kept = self._state / f"interrupted-{number}"
        self._file.rename(kept)
        shown = [os.path.relpath(path, self._root) for path in touched[:_SHOWN]]
        more = f" and {len(touched) - _SHOWN} more" if len(touched) > _SHOWN else ""
        return ModelpactError(
            f"{unfinished.what} was interrupted, and these files were changed since:"
            f" {', '.join(shown)}{more}",
            where=str(self._root),
            advice="Nothing was written now, and nothing of it comes back: what it would have"
            f" written is kept in {STATE_FOLDER}/{kept.name}. Look at what it left half-way"
            " (`git status`), keep or restore that, and run the command again.",
            rule="interrupted-run",
        )


def _temporary(path: Path) -> str:
    return f"{path}.modelpact-new"


def replace_file(path: Path, content: bytes) -> None:
    """Write one file that belongs to no project's state, whole or not at all; it takes no lock.

    Raises:
        ModelpactError: It cannot be written.

    """
    try:
        _put(path, content)
    except (OSError, UnicodeEncodeError) as error:
        raise _cannot_write(path, error) from error


def _put(path: Path, content: bytes | None) -> None:
    """Give a file its content in one step: readers see the old or the new, never a part."""
    if content is None:
        path.unlink(missing_ok=True)
        return
    temporary = _temporary(path)
    try:
        try:
            write_file(temporary, content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(temporary, content)
        os.replace(temporary, path)  # noqa: PTH105
    except (OSError, KeyboardInterrupt):
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
