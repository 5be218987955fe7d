"""The consoles that reporters write to.

Rich honours ``NO_COLOR`` and writes plain text where the output is no terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from modelpact.reporters.characters import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["err", "out", "plain"]


def out() -> Console:
    """Standard output: what was asked for."""
    from rich.console import Console

    return Console(soft_wrap=True, highlight=False)


def err() -> Console:
    """Standard error: progress, warnings, errors."""
    from rich.console import Console

    return Console(stderr=True, soft_wrap=True, highlight=False)


def plain(text: str, style: str = "") -> Text:
    """Text that is shown as it is: markup in it stays text, control characters become visible."""
    from rich.text import Text

    return Text(visible(text), style=style)
