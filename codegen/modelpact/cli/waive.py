"""``modelpact waive``: an exception to one finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import ConfigFile
from modelpact.errors import ModelpactError

__all__ = ["waive"]


def waive(  # noqa: PLR0913, PLR0917 - what a waiver says
    fingerprint: Annotated[str, typer.Argument(help="The finding's, as the report gives it.")],
    reason: Annotated[str, typer.Option("--reason", help="Why it may pass.")],
    approver: Annotated[str, typer.Option("--approver", help="Who said so.")],
    expires: Annotated[
        str,
        typer.Option(
            "--expires", metavar="YYYY-MM-DD", help="The last day on which it holds: a date."
        ),
    ],
    contract: Annotated[
        list[str],
        typer.Option("--contract", help="Of this contract; all by default.", show_default=False),
    ] = [],  # noqa: B006 - Typer copies it
    against: Annotated[
        str | None,
        typer.Option(metavar="VERSION", help="As `check --against` has it, if it was given there."),
    ] = None,
    config: ConfigFile = None,
) -> None:
    """Let one finding pass: for a reason, by somebody's word, until a day.

    The waiver is written to waivers.toml beside the contract's releases, to be reviewed and
    committed with the change. From the day after its last one the finding counts again.
    """
    from modelpact.cli.moments import now
    from modelpact.compat.witness.sparing import spare_slow_formats
    from modelpact.gate.report import Waiver
    from modelpact.reporters.files import report_waived
    from modelpact.reporters.progress import progress
    from modelpact.settings import find_settings, load_settings
    from modelpact.workflows.check import CheckOptions
    from modelpact.workflows.waive import Asked
    from modelpact.workflows.waive import waive as workflow

    spare_slow_formats()
    last_day = _day(expires)
    settings = load_settings(config or find_settings(Path.cwd()))
    waiver = Waiver(fingerprint, reason, approver, last_day)
    asked = Asked(contract, CheckOptions(against), now().date())
    with progress() as told:
        written = workflow(settings, waiver, asked, told)
    report_waived(written)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ModelpactError(
            f"{text!r} is no day",
            where="--expires",
            advice="Give the last day on which the waiver holds, such as 2030-12-31.",
            rule="bad-waiver",
        ) from error
