"""Reports on disk."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from modelpact.errors import ModelpactError
from modelpact.workflows.journal import STATE_FOLDER
from modelpact.workflows.reports import append_text, write_reports


def test_a_report_replaces_what_was_there_and_leaves_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "new" / "report.json"
    for text in ("first", "second"):
        write_reports({file: text})
        assert file.read_text() == text
    assert [path.name for path in tmp_path.rglob("*")] == ["new", "report.json"]


def test_a_projects_own_state_stays(tmp_path: Path) -> None:
    state = tmp_path / STATE_FOLDER
    state.mkdir()
    (state / ".gitignore").write_text("*\n")
    (state / "cache").write_text("kept")
    write_reports({tmp_path / "report.json": "text"})
    assert (state / ".gitignore").read_text() == "*\n"
    assert (state / "cache").read_text() == "kept"


def test_a_folder_is_no_place_for_a_report(tmp_path: Path) -> None:
    with pytest.raises(ModelpactError, match="is a folder"):
        write_reports({tmp_path: "text"})


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_what_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ModelpactError, match="cannot be written"):
        write_reports({tmp_path / "report.json": "text"})


def test_a_summary_is_added_to_what_others_wrote(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("theirs\n")
    append_text(file, "ours\n")
    assert file.read_text() == "theirs\nours\n"
    with pytest.raises(ModelpactError, match="cannot be written"):
        append_text(tmp_path, "ours")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write_reports({pipe: "text"})
    reader.join(30)
    assert read == ["text"]
    assert pipe.is_fifo()
