"""``modelpact diff``: what changed between two versions."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from modelpact.cli.options import ConfigFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from modelpact.workflows.diff import ContractDiff

__all__ = ["diff"]


class DiffFormat(StrEnum):
    """Who reads the changes."""

    text = "text"
    markdown = "markdown"
    json = "json"


def diff(
    old: Annotated[
        str,
        typer.Argument(
            help="The earlier version: latest, a release (1.0.0), next (the working tree),"
            " git:REF (the contract's next at a commit), git:REF:PATH, a folder or a file."
        ),
    ] = "latest",
    new: Annotated[str, typer.Argument(help="The later one.")] = "next",
    contract: Annotated[
        list[str],
        typer.Option("--contract", help="Only this contract; may be repeated.", show_default=False),
    ] = [],  # noqa: B006 - Typer copies it
    config: ConfigFile = None,
    format_: Annotated[
        DiffFormat,
        typer.Option("--format", help="text for people, markdown for a changelog, json."),
    ] = DiffFormat.text,
) -> None:
    """Say everything that changed between two versions, breaking or not, in plain words.

    Two folders or files need no project. The exit code is 0 whatever changed: `modelpact check`
    judges.
    """
    from modelpact.compat.witness.sparing import spare_slow_formats
    from modelpact.reporters.progress import progress
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows import diff as workflow
    from modelpact.workflows.versions import check_named

    spare_slow_formats()
    check_named(old, new)
    paths = Path(old), Path(new)
    if not contract and config is None and all(path.exists() for path in paths):
        _show((workflow.diff_folders(*paths),), format_)
        return
    settings = load_settings(config or find_settings(Path.cwd()))
    with progress() as told:
        found = workflow.diff(settings, contract, old, new, told)
    _show(found, format_)


def _show(found: Sequence[ContractDiff], format_: DiffFormat) -> None:
    from modelpact.reporters import changes
    from modelpact.reporters.console import out, plain

    console = out()
    if format_ is DiffFormat.text:
        for line, style in changes.changes_lines(found):
            console.print(plain(line, style))
        return
    rendering = {
        DiffFormat.markdown: changes.changes_markdown,
        DiffFormat.json: changes.changes_json,
    }
    typer.echo(rendering[format_](found), nl=False)
