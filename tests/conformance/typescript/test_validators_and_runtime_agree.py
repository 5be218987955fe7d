"""Generated validators and the Python runtime on the Lead Ignite documents: judgement and words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from modelpact.documents.sets import Document, DocumentSet, load_documents
from modelpact.runtime import Contract
from support.javascript_validators import JavaScriptValidators
from support.random_payloads import changed
from support.validator_oracle import is_exact

pytestmark = pytest.mark.toolchain

_FOLDER = Path(__file__).parents[3] / "schemas" / "lead-ignite" / "next"
_CHANGES = 12


def _examples(document: Document) -> list[Any]:
    schema = document.schema
    found = schema.get("examples", ()) if isinstance(schema, dict) else ()
    return [example for example in found if isinstance(example, dict)]


@pytest.fixture(scope="module")
def documents() -> DocumentSet:
    return load_documents(_FOLDER)


@pytest.fixture(scope="module")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JavaScriptValidators]:
    with JavaScriptValidators(tmp_path_factory.mktemp("lead-ignite")) as running:
        yield running


def _payloads(document: Document) -> list[Any]:
    """The examples, and examples with one to three faults."""
    random = Random(document.name)
    found = list(examples := _examples(document))
    for example in examples:
        for _ in range(_CHANGES):
            value = example
            for _ in range(random.randrange(1, 4)):
                value = changed(value, random)
            found.append(value)
    return [value for value in found if is_exact(value)]


def test_they_say_the_same_of_examples_and_of_broken_ones(
    documents: DocumentSet, validators: JavaScriptValidators
) -> None:
    contract = Contract.from_schemas(_FOLDER)
    named = [document for document in documents if _examples(document)]
    modules = validators.package(documents, [document.name for document in named])
    wrong = 0
    for document, module in zip(named, modules, strict=True):
        payloads = _payloads(document)
        for value, issues in zip(payloads, validators.issues(module, payloads), strict=True):
            said = {(tuple(i["path"]), i["rule"], i["message"]) for i in issues}
            told = {
                (i.path, i.rule, i.message)
                for i in contract[document.name].issues(json.dumps(value))
            }
            assert said == told, f"{document.name}: {value}"
            wrong += bool(told)
    assert len(named) > 50
    assert wrong > 500
