from __future__ import annotations

from pathlib import Path

import pytest

from modelpact.emit.plan import INDEX_FILE, FilePlan, indexed, plan_steps
from modelpact.errors import ErrorGroup, ModelpactError
from modelpact.workflows.journal import Journal


def _write(plan: FilePlan) -> None:
    with Journal(plan.folder, transient=True).open() as journal:
        journal.apply(plan.steps(), "the test")


def test_a_new_folder_gets_the_files_and_their_index(tmp_path: Path) -> None:
    _write(FilePlan(tmp_path / "out", {"a.txt": b"1", "b/c.txt": b"2"}))
    assert indexed(tmp_path / "out") == {"a.txt", "b/c.txt"}
    assert (tmp_path / "out" / "b" / "c.txt").read_bytes() == b"2"


def test_what_is_on_disk_already_is_no_step(tmp_path: Path) -> None:
    plan = FilePlan(tmp_path, {"a.txt": b"1"})
    _write(plan)
    assert plan.steps() == []


def test_a_file_of_ours_that_is_wanted_no_more_is_removed_and_others_stay(tmp_path: Path) -> None:
    _write(FilePlan(tmp_path, {"a/x.txt": b"1", "b.txt": b"2"}))
    (tmp_path / "mine.txt").write_text("mine")
    _write(FilePlan(tmp_path, {"b.txt": b"2"}))
    assert sorted(p.name for p in tmp_path.iterdir()) == [INDEX_FILE, "b.txt", "mine.txt"]


def test_a_file_that_is_not_ours_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine")
    with pytest.raises(ModelpactError, match=r"a\.txt: is in the way"):
        FilePlan(tmp_path, {"a.txt": b"1"}).steps()


def test_a_file_that_is_not_ours_but_has_the_very_content_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    assert [step.path.name for step in FilePlan(tmp_path, {"a.txt": b"1"}).steps()] == [INDEX_FILE]


def test_a_link_in_the_place_of_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ModelpactError, match="is in the way"):
        FilePlan(tmp_path, {"a.txt": b"1"}).steps()


@pytest.mark.parametrize("name", ["a", "a/b", "a/b/c.txt"])
def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "a").write_text("mine")
    with pytest.raises(ModelpactError, match=r"/a: is in the way"):
        FilePlan(tmp_path, {f"{name}/x.txt": b"1"}).steps()


def test_an_output_folder_that_is_a_file_is_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(ModelpactError, match=r"out: is in the way"):
        FilePlan(tmp_path / "out", {"x.txt": b"1"}).steps()


@pytest.mark.parametrize("name", ["../a", "/etc/a", "a/../../b", "", "a\\b", "a\0b"])
def test_a_name_that_would_lie_outside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ModelpactError, match="outside its folder"):
        FilePlan(tmp_path, {name: b""})


@pytest.mark.parametrize("text", ["[]", "{}", '{"files": ["../../x"]}', "nonsense"])
def test_an_index_that_we_did_not_write_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / INDEX_FILE).write_text(text)
    with pytest.raises(ModelpactError):
        FilePlan(tmp_path, {"a.txt": b"1"}).steps()


def test_the_obstacles_of_all_plans_are_told_together(tmp_path: Path) -> None:
    plans = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("mine")
        plans.append(FilePlan(tmp_path / name, {"a.txt": b"1"}))
    with pytest.raises(ErrorGroup) as caught:
        plan_steps(plans)
    assert len(caught.value.faults) == 2
