"""The wheel, in an environment of its own, beside folders that are called as ours are."""

from __future__ import annotations

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from support.command_line import modelpact

_ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_the_tool_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"modelpact"}
    assert "modelpact/py.typed" in names
    assert "modelpact/settings.schema.json" in names
    assert "modelpact/documents/x-modelpact.schema.json" in names
    assert any(name.endswith(".j2") for name in names)


def test_the_wheel_works_on_a_project_that_is_not_ours(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    constraints = ["--constraint", str(_ROOT / "constraints.txt")]
    subprocess.run([*install, *constraints, str(wheel)], check=True, capture_output=True)

    project = tmp_path / "project"
    for package in ("models", "codegen"):
        (project / package).mkdir(parents=True)
        (project / package / "__init__.py").write_text("")
    (project / "models" / "orders.py").write_text(
        "from codegen.helpers import Base\n\n\nclass Order(Base):\n"
        '    """An order."""\n\n    id: int\n    note: str | None = None\n'
    )
    (project / "codegen" / "helpers.py").write_text(
        "from pydantic import BaseModel\n\n\nclass Base(BaseModel): ...\n"
    )
    (project / "pyproject.toml").write_text('[project]\nname = "theirs"\nversion = "1"\n')

    ran = modelpact("init", folder=project, python=python)
    assert ran.code == 0, ran.err
    assert 'package = "models"' in (project / "pyproject.toml").read_text()
    ran = modelpact("build", folder=project, python=python)
    assert ran.code == 0, ran.err
    assert (project / "schemas" / "models" / "next" / "Order.schema.json").is_file()
    ran = modelpact("build", "--check", folder=project, python=python)
    assert ran.code == 0, ran.out + ran.err
