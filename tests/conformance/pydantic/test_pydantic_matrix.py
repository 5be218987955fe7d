"""Every supported version of Pydantic gives the same documents, byte by byte.

``python tests/conformance/pydantic/environments.py`` makes one environment for each version under
``.cache/pydantic/``; a version without one is skipped by name.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
ENVIRONMENTS = ROOT / ".cache" / "pydantic"
VERSIONS = ("2.11", "2.12", "2.13", "2.14")


@cache
def documents(python: str, seed: str) -> tuple[str, str]:
    """The version of Pydantic, and all documents."""
    run = subprocess.run(
        [python, str(HERE / "probe.py"), str(ROOT / "models"), "menagerie", "lead_ignite"],
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(ROOT / "codegen"), str(HERE)]),
            "PYTHONHASHSEED": seed,
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )
    assert run.returncode == 0, run.stderr
    version, _, text = run.stdout.partition("\n")
    return version, text


@pytest.mark.parametrize("wanted", VERSIONS)
def test_a_version_of_pydantic_gives_the_same_documents(wanted: str) -> None:
    python = ENVIRONMENTS / wanted / "bin" / "python"
    if not python.exists():
        missing = f"no environment with Pydantic {wanted}: run {HERE.name}/environments.py"
        if os.environ.get("CI"):
            pytest.fail(missing, pytrace=False)
        pytest.skip(missing)
    version, text = documents(str(python), "0")
    assert version.startswith(f"{wanted}.")
    assert text == documents(sys.executable, "0")[1]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_seed_of_hashes_does_not_matter(seed: str) -> None:
    assert documents(sys.executable, seed)[1] == documents(sys.executable, "0")[1]
