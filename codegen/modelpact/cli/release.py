"""``modelpact release``: the documents of the working tree become an immutable version."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import ConfigFile, Format, OutputFormat

__all__ = ["release"]


def release(  # noqa: PLR0913, PLR0917 - the command's options
    contract: Annotated[
        list[str],
        typer.Argument(help="The contracts to release; all by default.", show_default=False),
    ] = [],  # noqa: B006 - Typer copies it
    version: Annotated[
        str | None,
        typer.Option(
            "--version",
            help="The version of one contract. By default the change decides it: what breaks is"
            " major, what adds is minor, words are a patch.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be released; write nothing.")
    ] = False,
    undecided: Annotated[
        str,
        typer.Option(
            "--undecided",
            metavar="REASON",
            help="Release although something could not be decided, and say why.",
            show_default=False,
        ),
    ] = "",
    config: ConfigFile = None,
    format_: OutputFormat = Format.text,
) -> None:
    """Freeze the contracts' documents as a release: immutable, versioned, chained to the last one.

    Each contract is released by itself, in the version that its change asks for.
    The time is taken from SOURCE_DATE_EPOCH where that is set, so that a release can be made again
    byte for byte.
    """
    from modelpact.cli.moments import now
    from modelpact.releases.versions import Version
    from modelpact.reporters.progress import progress
    from modelpact.reporters.release import report_released
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows.release import ReleaseRequest
    from modelpact.workflows.release import release as workflow

    settings = load_settings(config or find_settings(Path.cwd()))
    if version is not None and len(contract or settings.contracts) != 1:
        raise typer.BadParameter("--version is for one contract: name it")
    asked = Version.parse(version) if version is not None else None
    request = ReleaseRequest(now(), asked, undecided, dry_run)
    with progress() as told:
        outcomes = workflow(settings, contract, request, told)
    report_released(outcomes, dry_run=dry_run, machine=format_ is Format.json)
