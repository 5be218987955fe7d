"""Declarations of random type graphs, and of the product's own contracts, compile."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from modelpact.documents.sets import Document, DocumentSet, load_documents
from modelpact.documents.values import JsonObject
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Graph
from modelpact.targets import target_named
from support.toolchain import TYPESCRIPT
from support.type_graphs import type_graphs
from support.typescript_project import compiler_errors, write

pytestmark = pytest.mark.toolchain

GRAPHS = 60
SCHEMAS = Path(__file__).parents[3] / "schemas"
TAKEN = [
    "Array",
    "Brand",
    "C",
    "Coded",
    "Codecs",
    "Date",
    "DecimalString",
    "Examples",
    "Fixtures",
    "Issue",
    "JsonValue",
    "Models",
    "Native",
    "Object",
    "Promise",
    "Readonly",
    "Record",
    "Result",
    "Runtime",
    "String",
    "Symbol",
    "T",
    "ValidationError",
    "Validator",
    "fake",
    "is",
    "models",
    "parse",
    "report",
    "test",
]
"""Names of models that the language, or the package itself, has something else by."""


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


def taken_names() -> DocumentSet:
    """Each refers to the next, and holds what has a codec, a helper, a list and a text."""
    schemas: dict[str, JsonObject] = {
        f"{name}.schema.json": {
            "properties": {
                "next": {"$ref": f"{following}.schema.json"},
                "when": {"type": "string", "format": "date-time"},
                "amount": {"type": "string", "format": "decimal"},
                "any": {},
                "texts": {"type": "array", "items": {"type": "string"}},
            },
            "type": "object",
        }
        for name, following in zip(TAKEN, (*TAKEN[1:], TAKEN[0]), strict=True)
    }
    return DocumentSet("taken", {f: Document(f.split(".")[0], f, s) for f, s in schemas.items()})


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("any")
    graphs = {f"random{index}": graph for index, graph in enumerate(random_graphs())}
    for contract in ("lead-ignite", "lead-ignite-internal"):
        graphs[contract] = lower(load_documents(SCHEMAS / contract / "next", name=contract))
    rendering = target_named("typescript").render(lower(taken_names()), {"codecs": True})
    write(folder / "src" / "taken", rendering.files)
    for name, graph in graphs.items():
        write(folder / "src" / name, target_named("typescript").render(graph, {}).files)
    return folder


@pytest.mark.parametrize("compiler", TYPESCRIPT)
def test_declarations_compile(compiler: str, project: Path) -> None:
    assert compiler_errors(project, compiler) == {}
