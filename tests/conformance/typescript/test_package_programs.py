"""Programs that use all of a package, on the real compilers: one run for all, per compiler."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import JsonObject
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.toolchain import TYPESCRIPT
from support.typescript_package_programs import IMPORTS, MODELS, MUST_COMPILE, MUST_NOT_COMPILE
from support.typescript_project import compiler_errors, install

pytestmark = pytest.mark.toolchain

_LAST_LINE = len(IMPORTS.splitlines())


def file_of(name: str) -> str:
    return f"src/{name.replace(' ', '_')}.ts"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kit")
    found = {f"{n}.schema.json": Document(n, f"{n}.schema.json", s) for n, s in MODELS.items()}
    options: JsonObject = {"package": "kit", "codecs": True}
    graph = lower(DocumentSet("kit", found))
    install(folder, "kit", target_named("typescript").render(graph, options).files)
    (folder / "src").mkdir()
    for name, program in {**MUST_COMPILE, **MUST_NOT_COMPILE}.items():
        (folder / file_of(name)).write_text(f"{IMPORTS}\n{textwrap.dedent(program)}\n")
    return folder


@pytest.fixture(scope="module", params=TYPESCRIPT)
def errors(request: pytest.FixtureRequest, project: Path) -> dict[str, list[str]]:
    return compiler_errors(project, request.param)


@pytest.mark.parametrize("name", MUST_COMPILE)
def test_it_compiles(name: str, errors: dict[str, list[str]]) -> None:
    assert errors.get(file_of(name), []) == []


@pytest.mark.parametrize("name", MUST_NOT_COMPILE)
def test_it_does_not_compile(name: str, errors: dict[str, list[str]]) -> None:
    found = errors.get(file_of(name), [])
    assert found, "it compiled"
    assert all(int(error.split()[1].rstrip(":")) > _LAST_LINE for error in found), found


def test_the_package_itself_has_no_errors(errors: dict[str, list[str]]) -> None:
    programs = set(map(file_of, {**MUST_COMPILE, **MUST_NOT_COMPILE}))
    assert {file: found for file, found in errors.items() if file not in programs} == {}
