from __future__ import annotations

from modelpact.documents.sets import load_documents
from modelpact.graph.lowering import lower
from modelpact.targets import target_named
from support.golden import GOLDEN, check_golden

CASE = GOLDEN / "python" / "shop.schema.json"
OPTIONS = {"license": "MIT", "version": "1.2.3"}


def test_a_reviewed_schema_gives_the_reviewed_package() -> None:
    graph = lower(load_documents(CASE))

    rendering = target_named("python").render(graph, OPTIONS)

    check_golden(CASE.with_name("shop"), rendering.files)


def test_a_package_is_made_of_the_same_bytes_every_time() -> None:
    documents = load_documents(CASE)
    target = target_named("python")

    first, second = (target.render(lower(documents), OPTIONS) for _ in range(2))

    assert first == second
    assert list(first.files) == list(second.files)
