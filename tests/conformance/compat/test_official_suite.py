"""The official suite as an exact oracle: every fact of it is two questions of containment."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from modelpact.compat.engine import Engine
from modelpact.compat.policy import Policy
from modelpact.compat.subjects import Subject
from modelpact.documents.dialects import DRAFT4, DRAFT202012, dialect_named
from support.official_suite import DRAFTS, Group, groups, remotes

_SCHEMA = "schema"


class _Oracle:
    """Asks the engine about every fact of one draft."""

    def __init__(self, draft: str) -> None:
        dialect = dialect_named(DRAFTS[draft])
        assert dialect is not None
        self.engine = Engine(default_dialect=dialect)
        self.dialect = dialect
        self.draft = draft
        self.answers: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.undecided: list[str] = []

    def ask(self, group: Group) -> None:
        documents = {**self.resources(group.schema), _SCHEMA: group.schema}
        schema = Subject(group.schema, _SCHEMA, documents)
        # `format` is asserted in no file of the suite but the optional ones on formats.
        policy = Policy(formats="annotate")
        for words, document, valid in group.facts:
            only = self.only(document)
            others = {"$schema": only["$schema"], "not": only}
            for outer, inner, expected in (
                (schema, Subject(only), valid),
                (Subject(others), schema, not valid),
            ):
                answer = self.engine.search(outer, inner, policy=policy)
                self.answers[answer.answer] += 1
                where = f"{group.file}: {group.description}: {words}"
                if answer.answer == "unknown":
                    self.undecided.append(f"{where}: {answer.reason} {answer.detail}")
                elif (answer.answer == "yes") is not expected:
                    self.wrong.append(f"{where}: {answer}")

    def resources(self, schema: Any) -> dict[str, Any]:
        return remotes(self.draft) if "localhost" in repr(schema) else {}

    def only(self, document: Any) -> dict[str, Any]:
        """The schema that accepts a document and nothing else."""
        if self.dialect is not DRAFT4:
            return {"$schema": DRAFT202012.uri, "const": document}
        # In draft 4 a whole number is an integer only as it is written, which `enum` does not see.
        exactly: dict[str, Any] = {"$schema": DRAFT4.uri, "enum": [document]}
        if isinstance(document, int) and not isinstance(document, bool):
            exactly["type"] = "integer"
        if isinstance(document, float) and document.is_integer():
            exactly["not"] = {"type": "integer"}
        return exactly


@pytest.mark.parametrize("draft", DRAFTS)
def test_every_fact_of_the_suite_is_decided_and_right(draft: str) -> None:
    oracle = _Oracle(draft)
    for group in groups(draft):
        oracle.ask(group)
    assert oracle.wrong == []
    assert oracle.undecided == []
    assert oracle.answers["yes"] == oracle.answers["no"] > 500
