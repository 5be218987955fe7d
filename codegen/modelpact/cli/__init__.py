"""The command line: one small file a command; parse, call a workflow, report, set the exit code.

Exit codes: 0 fine, 1 findings, 2 wrong usage or an error that stops the tool, 130 interrupted by
Ctrl-C. A reader that stops reading changes none of them.
"""

from __future__ import annotations

__all__ = ["main"]


def main() -> None:
    """Run the command line."""
    try:
        import gc

        # A run is short and makes millions of objects that live to its end: looking for garbage
        # among them every 700 allocations costs a fifth of it.
        gc.set_threshold(2_000_000, 50, 50)
        from modelpact.cli.app import run

        try:
            run()
        finally:
            gc.freeze()  # nor once more before the process ends
    except KeyboardInterrupt:
        import sys

        sys.stderr.write("interrupted\n")
        sys.exit(130)
