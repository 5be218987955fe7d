"""``modelpact validate``: data against a schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import Format, OutputFormat

__all__ = ["validate"]


def validate(
    schema: Annotated[Path, typer.Argument(help="A JSON Schema file.")],
    data: Annotated[list[str], typer.Argument(help="JSON files; - is the standard input.")],
    definition: Annotated[
        str,
        typer.Option("--definition", "-d", help="Check against this member of $defs (a bundle's)."),
    ] = "",
    format_: OutputFormat = Format.text,
) -> None:
    """Check JSON data against a schema.

    Formats are asserted. References are followed to files beside the schema, never to the network.
    Exit code 1 where something is not valid.
    """
    from modelpact.reporters.data import report_validated
    from modelpact.workflows.validate import validate as workflow

    valid = report_validated(
        workflow(schema, data, definition=definition), machine=format_ is Format.json
    )
    raise typer.Exit(0 if valid else 1)
