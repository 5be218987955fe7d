"""Every labelled pair of schemas that were made from Pydantic models."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.compat.pairs import EDITS, Edit

from modelpact.compat import Engine


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """One session for all pairs, as long sessions have it."""
    session = Engine()
    yield session
    session.clear()


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.name)
def test_the_engine_says_what_the_label_says(edit: Edit, engine: Engine) -> None:
    for question in edit.questions():
        answer = engine.search(question.reader, question.writer, content=question.content)
        assert answer.answer == ("yes" if question.compatible else "no"), question.name


@pytest.mark.parametrize("edit", EDITS[::7], ids=lambda edit: edit.name)
def test_two_validators_confirm_what_breaks(edit: Edit, engine: Engine) -> None:
    for question in edit.questions():
        answer = engine.contains(question.reader, question.writer, content=question.content)
        assert answer.answer == ("yes" if question.compatible else "no"), question.name


def test_there_are_many_pairs_and_each_has_a_name_of_its_own() -> None:
    assert len(EDITS) >= 300
    assert len({edit.name for edit in EDITS}) == len(EDITS)


def test_about_half_of_the_answers_are_yes() -> None:
    answers = [question.compatible for edit in EDITS for question in edit.questions()]
    assert 0.4 < sum(answers) / len(answers) < 0.6
