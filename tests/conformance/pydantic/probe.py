"""Run under some version of Pydantic: prints that version, then the bytes of every document.

Arguments: folders to import from, then names of packages to export. Needs nothing but the tool's
own dependencies, so that it runs in environments that have no test tools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from modelpact.documents.canonical import canonical_bytes
from modelpact.export import Discovery, ExportRequest, discover, export_contracts


def main() -> None:
    """Print everything, for both audiences."""
    import pydantic

    folder, *packages = sys.argv[1:]
    print(pydantic.VERSION)  # noqa: T201 - its one purpose
    for package in packages:
        models = discover(Discovery(package, path=(Path(folder),)))
        requests = [
            ExportRequest(package, models, audience="public"),
            ExportRequest(package, models, audience="internal"),
        ]
        for exported in export_contracts(requests):
            for document in exported.documents:
                print(document.file)  # noqa: T201
                print(canonical_bytes(document.schema).decode())  # noqa: T201


if __name__ == "__main__":
    main()
