"""Errors, for the people who have to mend them."""

from __future__ import annotations

from modelpact.errors import ModelpactError
from modelpact.reporters.console import err, plain

__all__ = ["report_faults"]


def report_faults(error: ModelpactError) -> None:
    """Print each fault to standard error: where, what, what to do."""
    console = err()
    for fault in error.faults:
        line = plain("error: ", "bold red")
        if fault.where:
            line.append_text(plain(f"{fault.where}: ", "bold"))
        line.append_text(plain(fault.what))
        console.print(line)
        if fault.advice:
            console.print(plain(f"  {fault.advice}", "dim"))
