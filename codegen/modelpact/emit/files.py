"""Reading and writing whole files with as few calls of the system as it takes.

A build touches thousands of small files, and Python's own file objects ask the system three times
as much about each of them as is needed.
"""

from __future__ import annotations

import os
from typing import Final

__all__ = ["read_file", "write_file"]

_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_WRITE: Final = (
    os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
)
_CHUNK: Final = 1 << 16
"""Most files are smaller; a larger buffer for each would cost more than the reading."""
_MODE: Final = 0o666


def read_file(path: str | os.PathLike[str]) -> bytes:
    """The content of a regular file that is no link.

    Raises:
        OSError: It cannot be read, is no file, or is a link where the system can tell.

    """
    descriptor = os.open(path, _READ)
    try:
        content = os.read(descriptor, _CHUNK)
        if len(content) < _CHUNK:
            return content
        parts = [content]
        while part := os.read(descriptor, _CHUNK):
            parts.append(part)
        return b"".join(parts)
    finally:
        os.close(descriptor)


def write_file(path: str | os.PathLike[str], content: bytes) -> None:
    """Give a file its content, in place; it is made if it is not there.

    Raises:
        OSError: It cannot be written; a part may have been.

    """
    descriptor = os.open(path, _WRITE, _MODE)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)
