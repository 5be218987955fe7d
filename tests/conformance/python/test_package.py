"""The reviewed package under the tools that a consumer has."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support.golden import GOLDEN
from support.toolchain import node, node_module, run

PACKAGE = GOLDEN / "python" / "shop"

PROGRAM = """\
from datetime import UTC, date, datetime
from uuid import uuid4

from shop_models import CardPayment, Coordinates, Order, OrderId, OrderStatus, Payment, from_json

order = Order(id=OrderId(uuid4()), placed_at=datetime.now(UTC), class_="a")
status: OrderStatus = order.status
day: date | None = order.deliver_on
lat: float = order.where.lat
order = Order(
    id=OrderId(uuid4()),
    placed_at=datetime.now(UTC),
    class_="a",
    status=OrderStatus.PAID,
    payment=CardPayment(last4="1234"),
    where=Coordinates(1.0, 2.0),
    channel="new",
    counts={OrderStatus.OPEN: 1},
)
payment: Payment = CardPayment.from_json(b"{}")
again: Order = from_json(Order, order.to_json())
Order(placed_at=datetime.now(UTC), class_="a")  # wrong: no id
Order(id=uuid4(), placed_at=datetime.now(UTC), class_="a")  # wrong: another brand
CardPayment(kind="cash", last4="1")  # wrong: another tag
order.status = "paid"  # wrong: a string is no member
"""
PLUGIN = "plugins = pydantic.mypy\n\n[pydantic-mypy]\ninit_typed = True"
WRONG = tuple(n for n, line in enumerate(PROGRAM.splitlines(), 1) if "# wrong" in line)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(PACKAGE / "src", folder / "src")
    (folder / "program.py").write_text(PROGRAM)
    settings = {"extraPaths": ["src"], "typeCheckingMode": "strict"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    return folder


@pytest.mark.parametrize("plugin", ["", PLUGIN], ids=["bare", "plugin"])
def test_mypy_strict_finds_the_mistakes_of_a_program_and_nothing_else(
    project: Path, plugin: str
) -> None:
    (project / "mypy.ini").write_text(f"[mypy]\nstrict = True\nmypy_path = src\n{plugin}\n")

    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir=.cache"]
    _, output = run([*command, "program.py", "src/shop_models"], project)

    lines = {int(line.split(":")[1]) for line in output.splitlines() if ": error:" in line}
    assert lines == set(WRONG), output
    assert "src/" not in output


@pytest.mark.toolchain
def test_pyright_strict_finds_the_mistakes_of_a_program_and_nothing_else(project: Path) -> None:
    pyright = [node(), node_module("pyright/index.js"), "--outputjson"]
    _, output = run([*pyright, "--pythonpath", sys.executable], project)

    found = json.loads(output)["generalDiagnostics"]
    places = {(Path(f["file"]).name, f["range"]["start"]["line"] + 1) for f in found}
    assert places == {("program.py", line) for line in WRONG}, output


def test_the_formatter_would_change_nothing() -> None:
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", "--diff"]
    code, output = run([*command, str(PACKAGE / "src")], PACKAGE)

    assert code == 0, output


def test_a_wheel_holds_the_package_and_the_marker_of_typed_packages(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    shutil.copytree(PACKAGE, folder)
    build = "from hatchling.build import build_wheel; print(build_wheel('dist'))"
    subprocess.run([sys.executable, "-c", build], cwd=folder, check=True, capture_output=True)

    (wheel,) = (folder / "dist").glob("shop_models-1.2.3-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"shop_models/__init__.py", "shop_models/py.typed", "shop_models/order.py"} <= {*names}


def test_a_type_is_imported_when_it_is_first_used() -> None:
    program = (
        "import sys, shop_models\n"
        "assert 'shop_models.order' not in sys.modules and 'pydantic' not in sys.modules\n"
        "from shop_models import CardPayment\n"
        "assert 'shop_models.order' not in sys.modules and 'pydantic' in sys.modules\n"
    )
    code, output = run([sys.executable, "-c", program], PACKAGE / "src")

    assert code == 0, output
