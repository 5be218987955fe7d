"""Cells alone: the sets of names that no statement tells apart, and one name of each."""

from __future__ import annotations

from collections.abc import Sequence

from modelpact.compat.nodes import FALSE, TRUE
from modelpact.compat.theories.cells import Cells
from support.random_schemas import Schema
from support.theory_questions import UNDECIDED, Ground

INTEGER: Schema = {"type": "integer"}
SHORT: Schema = {"maxLength": 2}
A: Schema = {"pattern": "^a"}
B: Schema = {"pattern": "b$"}

Statement = tuple[Schema, Schema | bool]


class Question:
    """The cells of some statements."""

    def __init__(
        self,
        *everywhere: Statement,
        divisions: Sequence[Schema] = (),
        known: Sequence[str] = (),
    ) -> None:
        self.ground = Ground()
        literal = self.ground.literal
        self.cells = Cells(
            self.ground.solver,
            [(literal(names), literal(value)) for names, value in everywhere],
            [literal(division) for division in divisions],
            frozenset(known),
        )

    def within(
        self, names: Schema | None = None, value: Schema | None = None
    ) -> list[tuple[str | None, frozenset[int]]]:
        within = TRUE if names is None else self.ground.literal(names)
        goal = TRUE if value is None else self.ground.literal(value)
        return list(self.cells.within(within, goal))

    def names(self, names: Schema | None = None, value: Schema | None = None) -> list[str | None]:
        return [name for name, _ in self.within(names, value)]


def test_without_any_statement_there_is_one_cell_that_asks_for_nothing() -> None:
    assert Question().within() == [("", frozenset())]


def test_a_name_that_is_known_is_not_offered_again() -> None:
    (name,) = Question(known=["", "a"]).names()
    assert name not in {"", "a"}


def test_only_names_of_the_set_that_was_asked_for_are_offered() -> None:
    assert Question().names(A) == ["a"]
    (name,) = Question(known=["a"]).names(A)
    assert name is not None
    assert name.startswith("a")
    assert name != "a"


def test_the_value_that_was_asked_for_is_asked_of_every_cell() -> None:
    question = Question((A, SHORT))
    wanted = question.ground.literal(INTEGER)
    assert all(wanted in goal for _, goal in question.within(value=INTEGER))


def test_a_statement_divides_names_and_asks_for_its_value_inside_only() -> None:
    question = Question((A, INTEGER))
    outside, inside = question.within()
    assert outside == ("", frozenset())
    assert inside == ("a", question.ground.goal(INTEGER))


def test_two_statements_make_four_cells() -> None:
    question = Question((A, INTEGER), (B, SHORT))
    goals = {name: goal for name, goal in question.within() if name is not None}
    by_membership = {(n.startswith("a"), n.endswith("b")): goal for n, goal in goals.items()}
    integer, short = question.ground.goal(INTEGER), question.ground.goal(SHORT)
    assert by_membership == {
        (False, False): frozenset(),
        (True, False): integer,
        (False, True): short,
        (True, True): integer | short,
    }


def test_names_that_must_not_be_there_are_no_cell() -> None:
    names = Question((A, False)).names()
    assert names == [""]
    assert Question((A, False)).names(A) == []


def test_a_cell_in_which_no_value_can_stand_is_left_out() -> None:
    assert Question((A, INTEGER)).names(A, {"type": "string"}) == []
    assert Question((A, INTEGER)).names(None, {"type": "string"}) == [""]


def test_a_cell_without_a_name_is_left_out() -> None:
    one: Schema = {"pattern": "^[ab]$"}
    assert len(Question().names(one)) == 1
    assert Question(known=["a", "b"]).names(one) == []
    assert Question((A, INTEGER), (A, SHORT)).within()[1][0] == "a"
    assert len(Question((A, INTEGER), (A, SHORT)).within()) == 2


def test_a_statement_about_all_names_makes_no_division() -> None:
    question = Question(({"type": "string"}, INTEGER))
    assert question.within() == [("", question.ground.goal(INTEGER))]
    literal = question.ground.literal(INTEGER)
    cells = Cells(question.ground.solver, [(TRUE, literal), (FALSE, literal)], (), frozenset())
    assert list(cells.within(TRUE, TRUE)) == [("", frozenset({literal}))]


def test_a_set_that_a_later_choice_tells_apart_divides_without_asking_for_anything() -> None:
    question = Question(divisions=[A, A])
    assert question.within() == [("a", frozenset()), ("", frozenset())]
    assert Question(divisions=[A]).names(A) == ["a"]


def test_names_that_cannot_be_spelled_are_a_cell_without_a_name() -> None:
    assert Question().names(UNDECIDED) == [None]
    assert None in Question((UNDECIDED, INTEGER)).names()
