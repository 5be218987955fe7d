"""``modelpact yank`` and ``modelpact deprecate``: what became of a release."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from modelpact.cli.options import ConfigFile

if TYPE_CHECKING:
    from datetime import date

    from modelpact.releases.index import Fate

__all__ = ["deprecate", "yank"]

_Contract = Annotated[str, typer.Argument(help="The contract.")]
_Version = Annotated[str, typer.Argument(help="The release, such as 1.2.0.")]
_Reason = Annotated[
    str, typer.Option("--reason", help="Why, for those who use it.", show_default=False)
]
_Undo = Annotated[bool, typer.Option("--undo", help="Take it back.")]


def yank(
    contract: _Contract,
    version: _Version,
    reason: _Reason = "",
    undo: _Undo = False,
    config: ConfigFile = None,
) -> None:
    """Say that a release was a mistake: nobody is held to it any more. It is never removed.

    A release may be deprecated as well: taking one back leaves the other.
    """
    _retire(contract, version, "yanked", None if undo else (reason, None), config)


def deprecate(  # noqa: PLR0913, PLR0917 - the command's options
    contract: _Contract,
    version: _Version,
    reason: _Reason = "",
    sunset: Annotated[
        datetime | None,
        typer.Option(
            "--sunset",
            formats=["%Y-%m-%d"],
            help="The last day on which it is served.",
            show_default=False,
        ),
    ] = None,
    undo: _Undo = False,
    config: ConfigFile = None,
) -> None:
    """Say that a release is to be left. Changes are held against it all the same."""
    until = sunset.date() if sunset is not None else None
    _retire(contract, version, "deprecated", None if undo else (reason, until), config)


def _retire(
    contract: str,
    version: str,
    fate: Fate,
    said: tuple[str, date | None] | None,
    config: Path | None,
) -> None:
    from modelpact.releases.index import Mark
    from modelpact.releases.versions import Version
    from modelpact.reporters.release import report_retired
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows.retiring import retire

    settings = load_settings(config or find_settings(Path.cwd()))
    mark = Mark(*said) if said else None
    listed = retire(settings, contract, Version.parse(version), fate, mark)
    report_retired(contract, listed)
