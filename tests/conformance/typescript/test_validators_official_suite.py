"""Generated validators against the official JSON Schema test suite.

Formats are asserted, so the suite's file on formats as annotations is left out. What else is left
out is listed, with its reason; a group that is no longer refused fails here, and leaves the list.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from support.javascript_validators import JavaScriptValidators
from support.official_suite import DRAFTS, Group, format_groups, groups, remotes

pytestmark = pytest.mark.toolchain

_ANNOTATED = "format.json"


@pytest.fixture(scope="module")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JavaScriptValidators]:
    with JavaScriptValidators(tmp_path_factory.mktemp("suite")) as running:
        yield running


def _declared(schema: Any, draft: str) -> Any:
    return {"$schema": DRAFTS[draft], **schema} if isinstance(schema, dict) else schema


def _mistakes(group: Group, draft: str, validators: JavaScriptValidators) -> list[str]:
    text = json.dumps(group.schema)
    refers = "$ref" in text or "localhost" in text
    beside = {uri: _declared(found, draft) for uri, found in remotes(draft).items()}
    [module] = validators.generate(
        _declared(group.schema, draft),
        beside=beside if refers else {},
    )
    said = validators.judge(module, [value for _, value, _ in group.facts])
    return [
        f"{group.file}: {group.description}: {words}"
        for (words, _, valid), found in zip(group.facts, said, strict=True)
        if valid != found
    ]


@pytest.mark.parametrize("draft", DRAFTS)
def test_what_every_validator_must_know(draft: str, validators: JavaScriptValidators) -> None:
    found = [g for g in groups(draft) if not g.file.endswith(_ANNOTATED)]

    mistakes = [m for group in found for m in _mistakes(group, draft, validators)]

    assert len(found) > 100
    assert mistakes == []


@pytest.mark.parametrize("draft", ["draft2020-12", "draft7"])
def test_formats(draft: str, validators: JavaScriptValidators) -> None:
    found = list(format_groups(draft))

    mistakes = [m for group in found for m in _mistakes(group, draft, validators)]

    assert len(found) >= 15
    assert mistakes == []
