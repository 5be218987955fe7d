"""The table of goals by itself: what is assumed, what becomes final, and what is void."""

from __future__ import annotations

from modelpact.compat.outcomes import EMPTY, Goal, found, maybe
from modelpact.compat.reasons import Reason
from modelpact.compat.solving.tabling import GoalTable

OUTER: Goal = frozenset({10})
MIDDLE: Goal = frozenset({11})
INNER: Goal = frozenset({12})
OTHER: Goal = frozenset({13})


def test_a_goal_on_its_own_path_is_assumed_empty() -> None:
    table = GoalTable()
    assert table.lookup(OUTER) is None
    table.enter(OUTER)
    assert table.lookup(OUTER) == EMPTY


def test_what_leans_on_a_goal_above_is_provisional_until_that_goal_is_empty() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    middle = table.enter(MIDDLE)
    table.lookup(OUTER)
    table.leave(MIDDLE, EMPTY, middle)
    assert table.lookup(MIDDLE) == EMPTY
    table.leave(OUTER, EMPTY, outer)
    assert table.lookup(MIDDLE) == EMPTY
    assert table.lookup(OUTER) == EMPTY


def test_what_leans_on_a_goal_that_has_a_member_after_all_is_void() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    middle = table.enter(MIDDLE)
    table.lookup(OUTER)
    table.leave(MIDDLE, EMPTY, middle)
    table.leave(OUTER, found(None), outer)
    assert table.lookup(MIDDLE) is None
    assert table.lookup(OUTER) == found(None)


def test_what_was_found_before_an_ancestor_was_entered_survives_its_member() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    inner = table.enter(INNER)
    table.lookup(OUTER)
    table.leave(INNER, EMPTY, inner)
    middle = table.enter(MIDDLE)
    table.leave(MIDDLE, found(1), middle)
    assert table.lookup(INNER) == EMPTY
    table.leave(OUTER, EMPTY, outer)
    assert table.lookup(INNER) == EMPTY


def test_an_assumption_is_handed_on_to_what_uses_a_provisional_fact() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    inner = table.enter(INNER)
    table.lookup(OUTER)
    table.leave(INNER, EMPTY, inner)
    middle = table.enter(MIDDLE)
    assert table.lookup(INNER) == EMPTY
    table.leave(MIDDLE, EMPTY, middle)
    table.leave(OUTER, found(0), outer)
    assert table.lookup(MIDDLE) is None


def test_what_leans_on_a_goal_leans_on_all_that_this_goal_leans_on() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    middle = table.enter(MIDDLE)
    inner = table.enter(INNER)
    table.lookup(MIDDLE)
    table.leave(INNER, EMPTY, inner)
    table.lookup(OUTER)
    table.leave(MIDDLE, EMPTY, middle)
    other = table.enter(OTHER)
    assert table.lookup(INNER) == EMPTY
    table.leave(OTHER, EMPTY, other)
    table.leave(OUTER, found(0), outer)
    assert [table.lookup(goal) for goal in (INNER, MIDDLE, OTHER)] == [None] * 3


def test_what_leans_on_itself_only_is_final() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    middle = table.enter(MIDDLE)
    table.lookup(MIDDLE)
    table.leave(MIDDLE, EMPTY, middle)
    table.leave(OUTER, found(0), outer)
    assert table.lookup(MIDDLE) == EMPTY


def test_after_an_error_nothing_provisional_is_left() -> None:
    table = GoalTable()
    table.enter(OUTER)
    middle = table.enter(MIDDLE)
    table.lookup(OUTER)
    table.leave(MIDDLE, EMPTY, middle)
    table.abandon()
    assert table.depth == 0
    assert table.lookup(MIDDLE) is None


def test_a_lemma_sees_no_path_and_no_provisional_fact() -> None:
    table = GoalTable()
    table.enter(OUTER)
    middle = table.enter(MIDDLE)
    table.lookup(OUTER)
    table.leave(MIDDLE, EMPTY, middle)
    saved = table.set_aside()
    assert table.lookup(OUTER) is None
    assert table.lookup(MIDDLE) is None
    table.restore(saved)
    assert table.lookup(OUTER) == EMPTY
    assert table.lookup(MIDDLE) == EMPTY


def test_an_open_question_is_remembered_until_the_next_one_from_outside() -> None:
    table = GoalTable()
    doubt = maybe(Reason.BUDGET)
    mark = table.enter(OUTER)
    table.leave(OUTER, doubt, mark)
    assert table.lookup(OUTER) == doubt
    table.forget_uncertain()
    assert table.lookup(OUTER) is None


def test_a_member_and_the_proof_that_there_is_none_are_remembered_for_good() -> None:
    table = GoalTable()
    for goal, outcome in ((OUTER, found(1)), (INNER, EMPTY)):
        mark = table.enter(goal)
        table.leave(goal, outcome, mark)
    table.forget_uncertain()
    assert table.lookup(OUTER) == found(1)
    assert table.lookup(INNER) == EMPTY


def test_what_leans_on_an_open_question_is_void_and_claims_nothing() -> None:
    table = GoalTable()
    outer = table.enter(OUTER)
    inner = table.enter(INNER)
    table.lookup(OUTER)
    table.leave(INNER, EMPTY, inner)
    table.leave(OUTER, maybe(Reason.BUDGET), outer)
    assert table.lookup(INNER) is None
