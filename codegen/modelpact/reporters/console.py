"""The consoles that reporters write to.

Rich honours ``NO_COLOR`` and writes plain text where the output is no terminal.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from modelpact.reporters.characters import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["err", "is_surely_plain", "out", "plain", "print_plain"]

_FORCING: Final = ("FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE")
"""Variables with which Rich takes what is no terminal for one."""


def out() -> Console:
    """Standard output: what was asked for."""
    from rich.console import Console

    return Console(soft_wrap=True, highlight=False)


def is_surely_plain() -> bool:
    """Whether standard output is no terminal and nobody says otherwise: then Rich has no part."""
    return not sys.stdout.isatty() and not any(name in os.environ for name in _FORCING)


def print_plain(text: str) -> None:
    """Print lines as they are, with what the output's encoding cannot say escaped."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))


def err() -> Console:
    """Standard error: progress, warnings, errors."""
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True, highlight=False)


def plain(text: str, style: str = "") -> Text:
    """Text that is shown as it is: markup in it stays text, control characters become visible."""
    from rich.text import Text

    return Text(visible(text), style=style)
