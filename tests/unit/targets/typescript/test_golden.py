from __future__ import annotations

from pathlib import Path

import pytest

from modelpact.documents.sets import load_documents
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.golden import GOLDEN, check_golden

CASES = sorted((GOLDEN / "typescript").glob("*.schema.json"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name.split(".")[0])
def test_a_reviewed_schema_gives_the_reviewed_package(case: Path) -> None:
    graph = lower(load_documents(case))

    rendering = target_named("typescript").render(graph, {})

    check_golden(case.with_name(case.name.split(".")[0]), rendering.files)
