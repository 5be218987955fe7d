"""The standard streams, as a command may rely on them.

Readers may stop reading, as `head` does; disks fill up; and a stream may be closed from the start.
None of it is a finding, so none of it may end a command with exit code 1.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import MutableMapping
from typing import TYPE_CHECKING, TextIO, cast

from modelpact.errors import ModelpactError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["prepare_streams", "settle_colour"]


def prepare_streams() -> None:
    """Make the standard streams ones that a command can write to.

    What a reader does not want any more is dropped, and the command goes on to the exit code that
    it would have had. So is what standard error cannot take.

    Raises:
        ModelpactError: Standard output is closed; later, and from whoever prints: it cannot be
            written to.

    """
    # Python has no object for a stream that was closed by who started it.
    if cast("TextIO | None", sys.stdin) is None:
        sys.stdin = open(os.devnull)  # noqa: SIM115, PTH123 - for as long as the process lives
    errors = cast("TextIO | None", sys.stderr)
    sys.stderr = open(os.devnull, "w") if errors is None else _rewired(errors, _Errors)  # noqa: SIM115, PTH123 - for as long as the process lives
    output = cast("TextIO | None", sys.stdout)
    if output is None:
        raise ModelpactError(
            "standard output is closed",
            advice="Send it to /dev/null if it is not wanted.",
            rule="unwritable-output",
        )
    sys.stdout = _rewired(output, _Output)


def settle_colour(environment: MutableMapping[str, str]) -> None:
    """Read ``FORCE_COLOR=0`` as most tools do: no colour. Libraries take any value for a yes."""
    if environment.get("FORCE_COLOR", "").lower() in {"0", "false"}:
        del environment["FORCE_COLOR"]
        environment["NO_COLOR"] = "1"


class _Stream(io.FileIO):
    """The file below a standard stream."""

    def write(self, data: ReadableBuffer, /) -> int:
        try:
            return super().write(data)
        except OSError as error:
            # What is still to come, and what Python writes when it ends, goes nowhere.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
            self.failed(error)
            return memoryview(data).nbytes

    def failed(self, error: OSError) -> None:
        """Told that the stream takes no more."""


class _Errors(_Stream):
    """Below standard error: where it fails there is nobody to tell."""


class _Output(_Stream):
    """Below standard output: what was asked for must not get lost unseen."""

    def failed(self, error: OSError) -> None:
        if isinstance(error, BrokenPipeError):
            return
        raise ModelpactError(
            f"standard output cannot be written to: {error.strerror or error}",
            advice="Make room, or send it elsewhere.",
            rule="unwritable-output",
        ) from error


def _rewired(stream: TextIO, kind: type[_Stream]) -> TextIO:
    """The same stream over a file of another kind; a console of Windows stays as it is."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # `python -u` has no buffer between
    if type(raw) is not io.FileIO or not isinstance(stream, io.TextIOWrapper):
        return stream
    return io.TextIOWrapper(
        io.BufferedWriter(kind(raw.fileno(), "w", closefd=False)),
        encoding=stream.encoding,
        errors=stream.errors,
        line_buffering=stream.line_buffering,
        write_through=stream.write_through,
    )
