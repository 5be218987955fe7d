from __future__ import annotations

import json
from datetime import timedelta

import pytest
from pydantic import ValidationError

from lead_ignite.shared.model import example_of
from lead_ignite.user.kanban import KanbanPriority, KanbanState, KanbanTask, TaskSuggestion

EXAMPLE = example_of(KanbanTask)


def test_tasks_nest_as_deep_as_the_work_does() -> None:
    tree = EXAMPLE
    for _ in range(20):
        tree = {**EXAMPLE, "subtasks": [tree]}
    task = KanbanTask.model_validate(tree)
    assert json.loads(task.model_dump_json()) == tree


def test_an_error_in_a_subtask_is_found() -> None:
    with pytest.raises(ValidationError, match=r"subtasks\.0\.title"):
        KanbanTask.model_validate({**EXAMPLE, "subtasks": [{**EXAMPLE, "title": ""}]})


@pytest.mark.parametrize("number", [0, 1, 2, 3])
def test_a_priority_is_a_number_on_the_wire(number: int) -> None:
    task = KanbanTask.model_validate({**EXAMPLE, "priority": number})
    assert task.priority is KanbanPriority(number)
    assert json.loads(task.model_dump_json())["priority"] == number


@pytest.mark.parametrize("value", [-1, 4, "HIGH", None])
def test_what_is_no_priority_is_refused(value: object) -> None:
    with pytest.raises(ValidationError, match="priority"):
        KanbanTask.model_validate({**EXAMPLE, "priority": value})


def test_an_estimate_is_a_duration() -> None:
    assert KanbanTask.model_validate(EXAMPLE).estimate == timedelta(hours=3, minutes=30)


@pytest.mark.parametrize("confidence", [-0.01, 1.01])
def test_confidence_is_a_share(confidence: float) -> None:
    with pytest.raises(ValidationError, match="confidence"):
        TaskSuggestion(confidence=confidence, reasoning="")


@pytest.mark.parametrize(("name", "value"), [("order", -1), ("wip_limit", 0), ("colour", "blue")])
def test_a_column_has_its_limits(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        KanbanState.model_validate({**example_of(KanbanState), name: value})
