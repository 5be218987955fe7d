from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from modelpact.documents.sets import load_documents
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.golden import GOLDEN, check_golden

CASES = sorted((GOLDEN / "typescript").glob("*.schema.json"))

WORKSPACE = GOLDEN / "typescript" / "workspace.schema.json"

_DIGEST = """
import hashlib, pathlib, sys
from modelpact.documents.sets import load_documents
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
graph = lower(load_documents(pathlib.Path(sys.argv[1])))
files = target_named("typescript").render(graph, {}).files
print(hashlib.sha256(repr(list(files.items())).encode()).hexdigest())
"""


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name.split(".")[0])
def test_a_reviewed_schema_gives_the_reviewed_package(case: Path) -> None:
    graph = lower(load_documents(case))

    rendering = target_named("typescript").render(graph, {})

    check_golden(case.with_name(case.name.split(".")[0]), rendering.files)


def test_output_does_not_depend_on_the_hash_seed() -> None:
    digests = {
        subprocess.check_output(
            [sys.executable, "-c", _DIGEST, str(WORKSPACE)],
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("1", "2")
    }

    assert len(digests) == 1
