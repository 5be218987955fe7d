"""Packages made of hostile text: they compile, do nothing, and hold the exact values."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from modelpact.documents.sets import DocumentSet
from modelpact.emit.target import Rendering
from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Enumeration, Graph, Record
from modelpact.targets import target_named
from modelpact.targets.typescript.names import names_of
from support.hostile import hostile_documents
from support.toolchain import TYPESCRIPT, node, run
from support.typescript_project import compiler_errors, write

pytestmark = pytest.mark.toolchain

PACKAGES = 80

_DUMP = """\
const found = {};
for (const name of process.argv.slice(2)) {
  const module = await import(`./src/${name}/index.js`);
  found[name] = Object.values(module).map((constant) => Object.values(constant));
}
process.stdout.write(JSON.stringify(found));
"""


@dataclass(frozen=True, slots=True)
class Package:
    graph: Graph
    rendering: Rendering

    def constants(self) -> list[list[object]]:
        """The values of each enumeration."""
        return [
            [member.value for member in definition.body.members]
            for definition in self.graph.definitions.values()
            if isinstance(definition.body, Enumeration)
        ]


def packages() -> list[Package]:
    found: list[Package] = []
    refused: list[str] = []

    @settings(
        max_examples=PACKAGES,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(hostile_documents())
    def collect(documents: DocumentSet) -> None:
        try:
            graph = lower(documents)
        except ModelpactError as error:
            refused.append(str(error))
            return
        found.append(Package(graph, target_named("typescript").render(graph, {})))

    collect()
    assert len(found) > PACKAGES / 2, refused
    return found


@pytest.fixture(scope="module")
def made() -> dict[str, Package]:
    return {f"package{index}": package for index, package in enumerate(packages())}


@pytest.fixture(scope="module")
def project(made: dict[str, Package], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, package in made.items():
        write(folder / "src" / name, package.rendering.files)
        (folder / "src" / name / "check.ts").write_text(_check(package))
    (folder / "dump.mjs").write_text(_DUMP)
    return folder


def _check(package: Package) -> str:
    """Use every value and every member's name, written in ASCII by an encoder of another make."""
    names = names_of(package.graph).types
    lines = ['import type * as types from "./index.js";']
    for definition in package.graph.definitions.values():
        type_ = f"types.{names[definition.name]}"
        match definition.body:
            case Enumeration(members):
                lines += [_constant(type_, json.dumps(member.value)) for member in members]
            case Record(properties):
                lines += [_constant(f"keyof {type_}", json.dumps(p.name)) for p in properties]
    numbered = (line.replace("NUMBER", str(number)) for number, line in enumerate(lines))
    return "\n".join(numbered) + "\nexport type { types };\n"


def _constant(type_: str, value: str) -> str:
    return f"export const value_NUMBER: {type_} = {value};"


@pytest.mark.parametrize("compiler", TYPESCRIPT)
def test_packages_of_hostile_text_compile(compiler: str, project: Path) -> None:
    assert compiler_errors(project, compiler) == {}


def test_constants_hold_exactly_the_schemas_values(made: dict[str, Package], project: Path) -> None:
    code, output = run([node(), "dump.mjs", *made], project)

    assert code == 0, output
    found = json.loads(output)
    for name, package in made.items():
        expected = package.constants()
        assert sorted(map(repr, found[name])) == sorted(map(repr, expected)), name


def test_no_path_leaves_the_package(made: dict[str, Package]) -> None:
    for package in made.values():
        for path in package.rendering.files:
            assert all(part not in {"", ".", ".."} for part in path.split("/")), path
            assert path.replace("/", "").replace(".", "").replace("_", "").isalnum(), path
            assert path.isascii(), path
