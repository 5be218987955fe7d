"""`modelpact build --watch`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from support.command_line import modelpact

_PATIENCE = 120
"""Seconds until a test gives up; it ends as soon as the file has changed."""


def test_a_change_of_a_model_is_built_at_once(tmp_path: Path) -> None:
    modelpact("init", "--example", "shop", folder=tmp_path)
    shop = tmp_path / "shop"
    built = shop / "schemas" / "shop" / "next" / "Customer.schema.json"
    command = [sys.executable, "-m", "modelpact", "build", "--watch"]
    watching = subprocess.Popen(command, cwd=shop, stdout=subprocess.DEVNULL)
    try:
        _until(built.exists)
        source = shop / "shop" / "customers.py"
        text = source.read_text(encoding="utf-8")
        tries = iter(range(200, 10_000))

        def rebuilt() -> bool:
            # The watcher may still be starting: touch the file again until it is seen.
            source.write_text(text.replace("200", str(next(tries))), encoding="utf-8")
            time.sleep(1)
            return '"maxLength": 200' not in built.read_text(encoding="utf-8")

        _until(rebuilt)
    finally:
        watching.terminate()
        watching.wait(timeout=_PATIENCE)


def _until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.2)
