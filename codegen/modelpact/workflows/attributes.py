"""Keeping git from changing the bytes that releases are known by."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from modelpact.emit.plan import Step

__all__ = ["attributes_steps"]

_FILE: Final = ".gitattributes"
_CONTENT: Final = b"""\
# Releases are known by the digests of their bytes: git must not change the ends of lines.
* -text
"""


def attributes_steps(schemas: Path, root: Path) -> list[Step]:
    """What has to be written so that a clone has the bytes that were committed, on any system.

    A file that is there is the user's, be it in place of the folder. Where the schemas are not in
    a folder of their own there is none to write for them alone.

    Args:
        schemas: The folder of documents.
        root: The project's folder.

    """
    file = schemas / _FILE
    if os.path.lexists(file) or schemas.is_file() or root.is_relative_to(schemas):
        return []
    return [Step(file, None, _CONTENT)]
