"""Progress on long work: one line on a terminal's standard error, nothing anywhere else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show what is being done for as long as the block runs.

    Yields:
        The function to tell it to.

    """
    if not sys.stderr.isatty():
        yield _ignore
        return
    from modelpact.reporters.console import err, plain

    with err().status("starting") as status:
        yield lambda what: status.update(plain(what))


def _ignore(_what: str) -> None:
    pass
