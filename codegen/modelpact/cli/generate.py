"""``modelpact generate``: SDKs from JSON Schema from anywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelpact.cli.options import Format, OutputFormat

__all__ = ["generate"]


def generate(
    schema: Annotated[
        Path, typer.Option("--schema", "-s", help="A JSON Schema file, or a folder of them.")
    ],
    target: Annotated[
        list[str],
        typer.Option("--target", "-t", help="typescript, openapi or python; may be repeated."),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", help="Where to write; several targets have a folder each in it."
        ),
    ],
    option: Annotated[
        list[str],
        typer.Option(
            "--option", "-O", help="A target's option: typescript.package=@acme/contract."
        ),
    ] = [],  # noqa: B006 - Typer copies it
    format_: OutputFormat = Format.text,
) -> None:
    """Generate SDKs from JSON Schema, whoever made it.

    Nothing is imported and nothing is fetched: a schema file, or a folder of files that may refer
    to each other, is all that is needed.
    """
    from modelpact.cli.options import target_options
    from modelpact.reporters.build import report_outcome
    from modelpact.workflows.generate import generate as workflow

    targets = tuple(dict.fromkeys(target))
    result = workflow(schema, targets, out, options=target_options(option, targets))
    report_outcome(result, machine=format_ is Format.json)
