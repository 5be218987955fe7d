"""Programs against the golden package, on the real compilers: one run for all, per compiler."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from support.golden import GOLDEN
from support.toolchain import TYPESCRIPT
from support.typescript_programs import IMPORTS, MUST_COMPILE, MUST_NOT_COMPILE
from support.typescript_project import compiler_errors, install

pytestmark = pytest.mark.toolchain

PACKAGE = GOLDEN / "typescript" / "workspace"


def file_of(name: str) -> str:
    return f"src/{name.replace(' ', '_')}.ts"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("consumer")
    files = {p.relative_to(PACKAGE).as_posix(): p.read_bytes() for p in PACKAGE.rglob("*.*")}
    install(folder, "workspace", files)
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
    last_line = len(IMPORTS.splitlines())
    assert all(int(error.split()[1].rstrip(":")) > last_line for error in found), found


def test_the_package_itself_has_no_errors(errors: dict[str, list[str]]) -> None:
    programs = set(map(file_of, {**MUST_COMPILE, **MUST_NOT_COMPILE}))

    assert {file: found for file, found in errors.items() if file not in programs} == {}
