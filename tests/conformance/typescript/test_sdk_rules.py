"""The program that a rule about consumers shows compiles against the old SDK and not the new."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.consumers.spelling import MODULE
from modelpact.documents.sets import Document, DocumentSet
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.sdk_edits import EDITS
from support.typescript_project import compiler_errors, install

pytestmark = pytest.mark.toolchain

OF_PYTHON = frozenset({"sdk-tuple-label"})
"""What only Python's compilers notice; see tests/conformance/python."""
BREAKS = {rule.id: (rule.example.old, rule.example.new) for rule in sdk_rules() if rule.is_break}
CASES = {name: schemas for name, schemas in {**BREAKS, **EDITS}.items() if name not in OF_PYTHON}


def documents(schema: Any) -> DocumentSet:
    return DocumentSet("shop", {"shop.json": Document("Shop", "shop.json", schema)})


def programs(name: str) -> list[str]:
    old, new = CASES[name]
    found = sdk_findings(documents(old), documents(new))
    return [f.evidence.code for f in found if f.evidence is not None]


def package(schema: Any, name: str) -> dict[str, bytes]:
    target = target_named("typescript")
    return dict(target.render(lower(documents(schema)), {"package": name}).files)


def slug(name: str) -> str:
    return name.replace(" ", "-").replace("'", "").lower()


@pytest.fixture(scope="module")
def errors(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, list[str]]]:
    """What the compiler says of all programs, against the old SDKs and against the new ones."""
    found = []
    for version in (0, 1):
        project = tmp_path_factory.mktemp("old" if version == 0 else "new")
        (project / "src").mkdir()
        for name, schemas in CASES.items():
            install(project, slug(name), package(schemas[version], slug(name)))
            _write(project, name)
        found.append(compiler_errors(project, "typescript 7"))
    return found


def _write(project: Path, name: str) -> None:
    for number, code in enumerate(programs(name)):
        text = code.replace(f'"{MODULE}"', f'"{slug(name)}"')
        (project / f"src/{slug(name)}-{number}.ts").write_text(text)


@pytest.mark.parametrize("name", CASES)
def test_the_programs_compile_against_the_old_sdk_only(
    name: str, errors: list[dict[str, list[str]]]
) -> None:
    files = [f"src/{slug(name)}-{number}.ts" for number in range(len(programs(name)))]
    assert files, "nothing was found"
    before, after = errors
    assert [before.get(file, []) for file in files] == [[] for _ in files]
    assert all(after.get(file) for file in files), [after.get(file) for file in files]
