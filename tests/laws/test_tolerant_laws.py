"""The tolerant policy, against the documents that say the same in JSON Schema's own words.

The engine closes what a writer writes while it compiles; `written_by` writes closed documents, for
validators. Whatever is asked of one has to be so of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest

from modelpact.compat.containment import Containment
from modelpact.compat.engine import Engine
from modelpact.compat.policy import ContentPolicy, Policy
from modelpact.compat.reasons import Budget
from modelpact.compat.subjects import Subject
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.writing import written_by
from support.random_kinds import KINDS, draw_family
from support.random_schemas import Schema

FAMILIES = 8

# Draft 4 has no integers such as 1.0, which its translation to 2020-12 has.
WRITTEN_ALIKE = sorted(KINDS.keys() - {"draft 4"})


def ask(
    engine: Engine, outer: Schema, inner: Schema | Subject, content: ContentPolicy = "strict"
) -> Containment:
    return engine.search(
        outer, inner, policy=Policy("annotate"), content=content, budget=Budget(20_000)
    )


def pairs(kind: str) -> Iterator[tuple[Schema, Schema]]:
    for seed in range(FAMILIES):
        yield from permutations(draw_family(kind, seed), 2)


@pytest.mark.parametrize("kind", WRITTEN_ALIKE)
def test_the_engine_closes_what_closed_documents_close(kind: str) -> None:
    engine, validators = Engine(), Validators()
    for inner, outer in pairs(kind):
        written = written_by(Subject(inner))
        tolerant = ask(engine, outer, inner, "tolerant")
        closed = ask(engine, outer, written)
        assert (tolerant.answer, closed.answer) != ("no", "yes"), (inner, outer)
        if (tolerant.answer, closed.answer) == ("yes", "no"):
            # Of two branches that hold to the letter, closing may leave one: nobody writes that.
            letter = validators.rust(Subject(inner), "annotate")
            assert not letter.accepts(closed.witness), (inner, outer)
        if tolerant.answer == "no" and closed.answer == "no":
            rust = validators.rust(written, "annotate")
            assert rust.accepts(tolerant.witness), (inner, outer, tolerant.witness)


@pytest.mark.parametrize("kind", WRITTEN_ALIKE)
def test_a_writer_writes_no_more_than_the_letter_allows(kind: str) -> None:
    engine = Engine()
    for inner, outer in pairs(kind):
        tolerant, strict = ask(engine, outer, inner, "tolerant"), ask(engine, outer, inner)
        assert (strict.answer, tolerant.answer) != ("yes", "no"), (inner, outer)
        assert ask(engine, inner, inner, "tolerant").answer != "no", inner


def test_a_new_optional_property_breaks_to_the_letter_and_not_for_a_writer() -> None:
    old = {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}
    new = {**old, "properties": {**old["properties"], "phone": {"type": "string"}}}  # type: ignore[dict-item]
    assert ask(Engine(), new, old).answer == "no"
    assert ask(Engine(), new, old, "tolerant").answer == "yes"
