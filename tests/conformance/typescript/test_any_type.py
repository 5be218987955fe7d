"""Declarations of random type graphs, and of the product's own contracts, compile."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from modelpact.documents.sets import load_documents
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Graph
from modelpact.targets import target_named
from support.toolchain import TYPESCRIPT
from support.type_graphs import type_graphs
from support.typescript_project import compiler_errors, write

pytestmark = pytest.mark.toolchain

GRAPHS = 60
SCHEMAS = Path(__file__).parents[3] / "schemas"


def random_graphs() -> list[Graph]:
    found: list[Graph] = []

    @settings(
        max_examples=GRAPHS,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(type_graphs())
    def collect(graph: Graph) -> None:
        found.append(graph)

    collect()
    return found


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any")
    graphs = {f"random{index}": graph for index, graph in enumerate(random_graphs())}
    for contract in ("lead-ignite", "lead-ignite-internal"):
        graphs[contract] = lower(load_documents(SCHEMAS / contract / "next", name=contract))
    for name, graph in graphs.items():
        write(folder / "src" / name, target_named("typescript").render(graph, {}).files)
    return folder


@pytest.mark.parametrize("compiler", TYPESCRIPT)
def test_declarations_compile(compiler: str, project: Path) -> None:
    assert compiler_errors(project, compiler) == {}
