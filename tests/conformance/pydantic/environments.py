"""Makes an environment with each supported version of Pydantic, for the test of the matrix.

Run it from anywhere: ``python tests/conformance/pydantic/environments.py``. Environments that are
there are kept. Without a network it says so, and the test skips what is not there.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ENVIRONMENTS = Path(__file__).parents[3] / ".cache" / "pydantic"
VERSIONS = ("2.11", "2.12", "2.13", "2.14")


def main() -> int:
    """Make what is missing; 1 if something could not be made."""
    failed = [version for version in VERSIONS if not _make(version)]
    for version in failed:
        print(f"Pydantic {version}: not installed (no network?)", file=sys.stderr)  # noqa: T201
    return 1 if failed else 0


def _make(version: str) -> bool:
    folder = ENVIRONMENTS / version
    python = folder / "bin" / "python"
    done = folder / "done"
    if done.exists():
        return True
    venv.create(folder, with_pip=True, clear=True)
    packages = [f"pydantic[email]=={version}.*", "orjson>=3.10", "jinja2>=3.1"]
    command = [str(python), "-m", "pip", "install", "--quiet", *packages]
    if subprocess.run(command, check=False).returncode != 0:
        return False
    done.touch()
    return True


if __name__ == "__main__":
    sys.exit(main())
