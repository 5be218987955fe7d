"""The engine and its peers as processes that are asked in turn: all see the same machine."""

from __future__ import annotations

import json
import selectors
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

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
        self._process: subprocess.Popen[str] | None = None

    def ask(self, reader: Any, writer: Any) -> Reply:
        """Ask one question."""
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([reader, writer]) + "\n")
        process.stdin.flush()
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            line = process.stdout.readline() if selector.select(self._timeout) else None
        if line:
            answer, seconds = json.loads(line)
            return Reply(answer.rpartition(".")[2] if "error" not in answer else answer, seconds)
        self.stop()
        return Reply("timeout" if line is None else "error: died", self._timeout)

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        return self._process


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
