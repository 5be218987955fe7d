"""One run at a time below a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import IO

from modelpact.errors import ModelpactError

__all__ = ["take_lock"]


def take_lock(file: IO[bytes], root: Path) -> None:
    """Take the lock for as long as the file is open; the system drops it when the process ends.

    Raises:
        ModelpactError: Another run has it.

    """
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
