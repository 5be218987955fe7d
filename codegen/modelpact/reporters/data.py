"""What is wrong with data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from modelpact.documents.issues import Validated
from modelpact.reporters.console import out, plain

__all__ = ["report_validated"]


def report_validated(results: Iterable[Validated], *, machine: bool) -> bool:
    """Print results as they come; for a machine, one JSON object a line.

    Returns:
        Whether everything was valid.

    """
    console = out()
    valid = True
    for result in results:
        valid = valid and not result.issues
        if machine:
            line: dict[str, Any] = {"data": result.data, "valid": not result.issues}
            line["issues"] = [
                {"path": issue.pointer, "rule": issue.rule, "message": issue.message}
                for issue in result.issues
            ]
            console.print(plain(json.dumps(line, ensure_ascii=False)))
            continue
        mark = plain("invalid ", "bold red") if result.issues else plain("valid ", "bold green")
        console.print(mark.append_text(plain(result.data)))
        for issue in result.issues:
            place = plain(f"  {issue.pointer or '(the whole value)'}: ", "bold")
            console.print(place.append_text(plain(issue.message)))
    return valid
