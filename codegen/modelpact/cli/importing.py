"""``modelpact import``: foreign schemas as models to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

__all__ = ["import_"]


def import_(
    schema: Annotated[Path, typer.Argument(help="A JSON Schema or OpenAPI 3 file, JSON or YAML.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="A folder, or a file whose name ends in .py.")
    ],
) -> None:
    r"""Turn a JSON Schema or OpenAPI document into Pydantic models to start from.

    The models are yours from then on; a file that is there already is never touched. It is the
    work of datamodel-code-generator: `pip install 'modelpact\[import]'`.
    """
    from modelpact.reporters.files import report_files
    from modelpact.workflows.importing import import_schema

    report_files("wrote", import_schema(schema, out))
