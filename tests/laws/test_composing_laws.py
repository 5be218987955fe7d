"""What is said to follow from what was proved is what proving it would have said."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from modelpact import compare
from modelpact.compat.composing import Consequences
from modelpact.compat.report import Report
from modelpact.documents.sets import Document, DocumentSet
from support.random_models import model_document
from support.schema_mutations import mutated


def documents(schema: Any, name: str) -> DocumentSet:
    """A document's definitions as documents of their own, the root among them."""
    parts = {**schema["$defs"], "Root": {k: v for k, v in schema.items() if k != "$defs"}}
    files = {
        f"{part}.schema.json": Document(part, f"{part}.schema.json", _moved(body))
        for part, body in parts.items()
    }
    return DocumentSet(name, files)


def _moved(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: f"{inner.rpartition('/')[2]}.schema.json"
            if key == "$ref" and isinstance(inner, str)
            else _moved(inner)
            for key, inner in value.items()
        }
    return [_moved(item) for item in value] if isinstance(value, list) else value


def _changed(schema: Any, random: Random) -> Any:
    """A version later: some of its models are not what they were."""
    definitions = dict(schema["$defs"])
    for name in random.sample(sorted(definitions), random.randrange(1, 3)):
        other = mutated(definitions[name], random)
        definitions[name] = other if isinstance(other, dict) else definitions[name]
    return {**schema, "$defs": definitions}


def _told(report: Report) -> dict[tuple[str, str], str]:
    return {(asked.document, asked.direction): asked.verdict for asked in report.asked}


@pytest.mark.parametrize("content", ["tolerant", "strict"])
@pytest.mark.parametrize("seed", range(20))
def test_what_follows_is_what_proving_says(
    seed: int, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    random = Random(f"composing {seed}")
    before = model_document(random)
    old, new = documents(before, "old"), documents(_changed(before, random), "new")
    with_consequences = compare(old, new, mode="full", content=content)
    monkeypatch.setattr(Consequences, "follows", lambda *_arguments: False)
    proved = compare(old, new, mode="full", content=content)
    assert with_consequences.verdict == proved.verdict
    theirs, ours = _told(proved), _told(with_consequences)
    assert theirs.keys() == ours.keys()
    for question, verdict in ours.items():
        assert not (verdict == "compatible" and theirs[question] == "breaking"), question
