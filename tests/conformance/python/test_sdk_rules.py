"""The Python program that a rule about consumers shows is typed against the old SDK only."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.consumers.spelling import MODULE
from modelpact.documents.sets import Document, DocumentSet
from support.python_packages import rendered, write
from support.toolchain import run

EXAMPLE = next(rule.example for rule in sdk_rules() if rule.id == "sdk-tuple-label")


def tuple_of(*labels: str) -> dict[str, Any]:
    return {
        "type": "array",
        "prefixItems": [{"type": "number"} for _ in labels],
        "minItems": len(labels),
        "items": False,
        "x-modelpact": {"labels": list(labels)},
    }


def contract(*labels: str) -> dict[str, Any]:
    return {"$defs": {"Place": tuple_of(*labels)}}


UNLABELLED = {"$defs": {"Place": {**tuple_of("a", "b"), "x-modelpact": {"labels": []}}}}
CASES = {
    "a name changes": (EXAMPLE.old, EXAMPLE.new),
    "all names go": (contract("lat", "lon"), UNLABELLED),
    "a name in another case": (contract("geoLat", "lon"), contract("geoLatitude", "lon")),
    "a name that Python has for itself": (contract("class", "lon"), contract("kind", "x")),
}


def documents(schema: Any) -> DocumentSet:
    return DocumentSet("shop", {"shop.json": Document("Shop", "shop.json", schema)})


def program(name: str) -> str:
    (finding,) = sdk_findings(*map(documents, CASES[name]))
    assert finding.rule == "sdk-tuple-label"
    assert finding.evidence is not None
    assert finding.evidence.language == "python"
    return finding.evidence.code


def mistakes(folder: Path, version: int) -> dict[str, list[str]]:
    """What mypy says of each program, each against a package of its own."""
    for name, schemas in CASES.items():
        slug = name.replace(" ", "_")
        write(rendered(documents(schemas[version]), module=f"sdk_{slug}").files, folder)
        code = program(name).replace(f"from {MODULE} import", f"from sdk_{slug} import")
        (folder / f"{slug}.py").write_text(code)
    (folder / "mypy.ini").write_text("[mypy]\nstrict = True\nmypy_path = src\n")
    files = [f"{name.replace(' ', '_')}.py" for name in CASES]
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir=.cache"]
    _, output = run([*command, *files], folder)
    lines = [line for line in output.splitlines() if ": error:" in line]
    return {
        name: [line for line in lines if line.startswith(file)]
        for name, file in zip(CASES, files, strict=True)
    }


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, list[str]]]:
    return [mistakes(tmp_path_factory.mktemp(f"version{n}"), n) for n in (0, 1)]


@pytest.mark.parametrize("name", CASES)
def test_the_program_is_typed_against_the_old_sdk_only(
    name: str, said: list[dict[str, list[str]]]
) -> None:
    before, after = said
    assert before[name] == []
    assert "attr-defined" in after[name][0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (contract("lat", "lon"), contract("lon", "lat")),
        (contract("lat", "lon"), contract("lat", "lon")),
        (UNLABELLED, contract("lat", "lon")),
    ],
    ids=["names change places", "nothing", "names are new"],
)
def test_what_can_be_read_by_its_name_still_is_no_break(old: Any, new: Any) -> None:
    assert sdk_findings(documents(old), documents(new)) == ()
