"""The engine and its peers as processes that are asked in turn: all see the same machine."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

__all__ = ["Contender", "Reply", "contenders", "install_peers"]

CHECKOUT: Final = Path(__file__).resolve().parents[2]
PEERS: Final = CHECKOUT / ".cache" / "peers"
WORKER: Final = Path(__file__).with_name("worker.py")
PACKAGES: Final = ("jsonsubschema==0.0.8", "jsoncompat==0.3.1")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer (``yes``, ``no``, ``unknown``, ``error: ...``, ``timeout``) and its seconds."""

    answer: str
    seconds: float


class Contender:
    """A process that answers questions; one that hangs is replaced.

    Args:
        name: What it is called in the tables.
        kind: Which function of the worker answers.
        python: The interpreter that has what it needs.
        timeout: After how many seconds a question counts as not answered.

    """

    def __init__(
        self, name: str, kind: str, python: str = sys.executable, timeout: float = 20.0
    ) -> None:
        self.name = name
        self._command = (python, str(WORKER), kind)
        self._timeout = timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._read = b""

    def ask(self, questions: Sequence[tuple[Any, Any]]) -> list[Reply]:
        """Ask questions, each a reader and a writer, all sent before the first answer is awaited.

        Who answers is not kept waiting for the next question: only its own work is measured, with
        the processor's caches as its own work leaves them.
        """
        replies: list[Reply] = []
        while len(replies) < len(questions):
            replies += self._answers(questions[len(replies) :])
        return replies

    def _answers(self, questions: Sequence[tuple[Any, Any]]) -> list[Reply]:
        """Replies up to the first question that the process does not survive, that one included."""
        process = self._running()
        assert process.stdin is not None
        lines = "".join(json.dumps(question) + "\n" for question in questions).encode()
        sender = threading.Thread(target=_send, args=(process.stdin, lines))
        sender.start()
        replies: list[Reply] = []
        for _ in questions:
            line = self._line(process)
            if not line:
                self.stop()
                replies.append(Reply("timeout" if line is None else "error: died", self._timeout))
                break
            answer, seconds = json.loads(line)
            name = answer if "error" in answer else answer.rpartition(".")[2]
            replies.append(Reply(name, seconds))
        sender.join()
        return replies

    def _line(self, process: subprocess.Popen[bytes]) -> bytes | None:
        """The next answer; ``None`` where it comes too late; empty where there is no more."""
        assert process.stdout is not None
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            while b"\n" not in self._read:
                if not selector.select(self._timeout):
                    return None
                more = os.read(process.stdout.fileno(), 65536)
                if not more:
                    return b""
                self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
            self._read = b""

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process


def _send(stream: IO[bytes], lines: bytes) -> None:
    with suppress(OSError, ValueError):  # it died, and the reader of its answers sees that
        stream.write(lines)
        stream.flush()


def contenders(peers: str | None) -> list[Contender]:
    """All that answer questions; jsonschema-rs is what times are multiples of."""
    found = [
        Contender("jsonschema-rs", "jsonschema_rs"),
        Contender("modelpact, one session", "modelpact_session"),
        Contender("modelpact, a session each", "modelpact_alone"),
        Contender("modelpact, witness confirmed", "modelpact_confirmed"),
    ]
    if peers is not None:
        found.append(Contender("jsonsubschema", "jsonsubschema", peers, timeout=5.0))
        found.append(Contender("jsoncompat", "jsoncompat", peers, timeout=5.0))
    return found


def install_peers(packages: Iterable[str] = PACKAGES) -> str | None:
    """The interpreter of an environment that has the peers; ``None``, loudly, where that fails."""
    python = PEERS / "bin" / "python"
    wanted = list(packages)
    if python.exists() and _succeeds((str(python), "-c", "import jsonsubschema, jsoncompat")):
        return str(python)
    commands: Sequence[Sequence[str]] = (
        (sys.executable, "-m", "venv", str(PEERS)),
        (str(python), "-m", "pip", "install", "--quiet", *wanted),
    )
    if all(_succeeds(command) for command in commands):
        return str(python)
    print(f"!!! NOT MEASURED: {', '.join(wanted)} could not be installed", file=sys.stderr)
    return None


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, check=False).returncode == 0
