"""The journal file: the changes of a run, and what a killed run left of them on disk.

A run changes its files in the order of its journal. What a run that was killed left behind is
therefore known: the first files are as they shall be, the rest as they were. Anything else was
made by somebody who came later, and is theirs.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from modelpact.emit.files import read_file
from modelpact.errors import ModelpactError

if TYPE_CHECKING:
    from modelpact.emit.plan import Step

__all__ = [
    "JOURNAL_FILE",
    "STATE_FOLDER",
    "Left",
    "Unfinished",
    "journal_bytes",
    "say",
    "tell_unfinished",
    "unfinished_in",
]

STATE_FOLDER: Final = ".modelpact"
"""In the root of what is written: the journal, the lock, the build's cache."""

JOURNAL_FILE: Final = f"{STATE_FOLDER}/journal"

_FORMAT: Final = "modelpact-journal-2"

Left: TypeAlias = Literal["nothing", "part", "other"]
"""What is on disk of an unfinished run: nothing, so that it never happened; a part or all of it, as
the run left it; or something else, as it was changed since."""


@dataclass(frozen=True, slots=True)
class _Change:
    """A file of the journal: its digest as it was, ``None`` for no file, and what it shall be."""

    path: Path
    before: str | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """The journal of a run that did not come to its end.

    Attributes:
        what: What the run did, as words: ``the release of shop 1.1.0``.
        changes: Its files, in the order in which they are changed.

    """

    what: str
    changes: tuple[_Change, ...]

    def left(self) -> tuple[Left, tuple[Path, ...]]:
        """What is on disk of it, and the files that are as it did not leave them.

        Raises:
            OSError: A file cannot be read.

        """
        states = [(change.path, _state(change)) for change in self.changes]
        begun = [number for number, (_, state) in enumerate(states) if state in {"part", "new"}]
        if not begun:
            return "nothing", ()
        # Done, then at most one that was being written, then not begun: else a file was put back.
        touched = tuple(
            path
            for number, (path, state) in enumerate(states)
            if state == "other" or (state != "new" and number < begun[-1])
        )
        return ("other" if touched else "part"), touched


def _state(change: _Change) -> Literal["old", "part", "new", "other"]:
    try:
        content: bytes | None = read_file(change.path)
    except (FileNotFoundError, NotADirectoryError):
        content = None
    except IsADirectoryError:
        return "other"
    if content == change.after:
        return "new"
    if _digest(content) == change.before:
        return "old"
    # A new file is written in place: the run may have been killed within it.
    is_part = change.before is None and change.after is not None and content is not None
    return "part" if is_part and (change.after or b"").startswith(content or b"") else "other"


def _digest(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()


def journal_bytes(what: str, steps: Sequence[Step], root: Path) -> list[bytes]:
    """A journal's parts: a line of JSON, then the contents one after the other."""
    entries = [
        [
            os.path.relpath(step.path, root),
            _digest(step.before),
            None if step.after is None else len(step.after),
        ]
        for step in steps
    ]
    head = json.dumps({"format": _FORMAT, "what": what, "entries": entries}).encode() + b"\n"
    return [head, *(step.after for step in steps if step.after is not None)]


def _read_journal(data: bytes, root: Path) -> Unfinished:
    """Read a journal.

    Raises:
        ValueError, KeyError, TypeError: It is damaged, or another version wrote it.

    """
    head, _, rest = data.partition(b"\n")
    journal: dict[str, Any] = json.loads(head)
    if journal["format"] != _FORMAT:
        raise ValueError(journal["format"])
    changes = []
    offset = 0
    for name, before, size in journal["entries"]:
        after = None if size is None else rest[offset : offset + size]
        offset += size or 0
        changes.append(_Change(root / name, before, after))
    if offset != len(rest):
        raise ValueError("it is shorter or longer than it says")
    return Unfinished(str(journal["what"]), tuple(changes))


def tell_unfinished(root: Path) -> None:
    """Say that a run which writes below a root folder was interrupted, if one was.

    For commands that only read: they see what it left, and leave it to a command that writes.

    Raises:
        ModelpactError: There is a journal that cannot be read.

    """
    unfinished = unfinished_in(root)
    if unfinished is not None:
        say(
            f"{unfinished.what} was interrupted (or is going on): what is read here may be half of"
            " it; the next `modelpact build` or `release` finishes or drops it"
        )


def unfinished_in(root: Path) -> Unfinished | None:
    """The journal below a root folder, if there is one.

    Raises:
        ModelpactError: It cannot be read.

    """
    file = root / JOURNAL_FILE
    try:
        return _read_journal(file.read_bytes(), root)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise ModelpactError(
            f"is a journal that cannot be read: {error}",
            where=str(file),
            advice="It was written by another version, or damaged. Remove it and build again.",
            rule="bad-journal",
        ) from error


def say(what: str) -> None:
    """Say something by the way: without a logger of one's own it is a line on standard error."""
    import logging

    logging.getLogger(__name__).warning("%s", what)
