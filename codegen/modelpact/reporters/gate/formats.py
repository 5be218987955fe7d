"""The formats of reports, by the names that the command line gives them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Final, TypeAlias, cast

from modelpact.gate.report import GateReport
from modelpact.reporters.console import is_surely_plain, out, plain, print_plain

__all__ = ["FORMATS", "print_report", "rendered"]

_Render: TypeAlias = Callable[[GateReport, str], str]

FORMATS: Final[Mapping[str, str]] = {
    "text": "text.text",
    "json": "machine.machine",
    "github": "github.github",
    "gitlab": "gitlab.gitlab",
    "sarif": "sarif.sarif",
    "junit": "junit.junit",
    "markdown": "markdown.markdown",
    "html": "page.page",
}
"""Where each is made: a module beside this one, and its function."""


def rendered(report: GateReport, format_: str, prefix: str = "") -> str:
    """A report in a format, as the whole content of a file.

    Args:
        report: The report.
        format_: One of :data:`FORMATS`.
        prefix: The project's folder in its repository; see :func:`.places.prefix_of`.

    """
    module, _, name = FORMATS[format_].partition(".")
    render = cast("_Render", getattr(import_module(f"{__package__}.{module}"), name))
    return render(report, prefix)


def print_report(report: GateReport, format_: str, prefix: str = "") -> None:
    """Print a report to standard output; text has the terminal's width and colours."""
    if format_ != "text":
        # The formats for machines are UTF-8, whatever the terminal's encoding is.
        sys.stdout.flush()
        sys.stdout.buffer.write(rendered(report, format_, prefix).encode())
        sys.stdout.buffer.flush()
    elif is_surely_plain():
        print_plain(rendered(report, format_, prefix))
    else:
        _print_text(report)


def _print_text(report: GateReport) -> None:
    from modelpact.reporters.gate.text import WIDTH_OF_FILES, lines_of

    console = out()
    width = console.width if console.is_terminal else WIDTH_OF_FILES
    for line in lines_of(report, width, wrapped=console.is_terminal):
        shown = plain("")
        for piece, style in line:
            shown.append_text(plain(piece, style))
        shown.rstrip()
        console.print(shown)
