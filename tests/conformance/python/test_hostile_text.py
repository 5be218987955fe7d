"""Packages made of hostile text: they import, do nothing, and hold the exact values."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from modelpact.documents.sets import DocumentSet
from modelpact.errors import ModelpactError
from modelpact.graph.lowering import lower
from modelpact.graph.nodes import Enumeration, Graph
from modelpact.targets.python.names import Names
from support.hostile import hostile_documents
from support.python_packages import generated, rendered, write
from support.toolchain import run

PACKAGES = 60


@settings(
    max_examples=PACKAGES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
@given(hostile_documents())
def test_hostile_text_imports_and_keeps_its_values(documents: DocumentSet) -> None:
    try:
        graph = lower(documents)
        with generated(documents) as package:
            check_enumerations(graph, package)
    except ModelpactError as refused:
        if {fault.rule for fault in refused.faults} != {"lone-surrogate"}:
            raise


def check_enumerations(graph: Graph, package: Any) -> None:
    names = Names.of(graph, ())
    for definition in graph.definitions.values():
        body = definition.body
        if isinstance(body, Enumeration):
            members = getattr(package, names.classes[definition.name])
            assert [m.value for m in members] == [m.value for m in body.members]
            for member in body.members:
                text = json.dumps(member.value)
                assert package.from_json(members, text).value == member.value


def test_hostile_text_is_written_as_the_formatter_would(tmp_path: Path) -> None:
    number = 0

    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    @given(hostile_documents())
    def collect(documents: DocumentSet) -> None:
        nonlocal number
        try:
            files = rendered(documents).files
        except ModelpactError:
            return
        number += 1
        # Formatters ask a newer Unicode than 3.2 how wide a character is.
        plain = {n: f for n, f in files.items() if n.endswith(".py") and f.isascii()}
        write(plain, tmp_path / str(number))

    collect()
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", "--diff", "."]
    code, output = run(command, tmp_path)

    assert number > 0
    assert code == 0, output
