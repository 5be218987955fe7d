from __future__ import annotations

import contextlib
import errno
import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from modelpact.emit.plan import FilePlan, Step
from modelpact.errors import ModelpactError
from modelpact.workflows import journal as journal_module
from modelpact.workflows.journal import STATE_FOLDER, Journal
from modelpact.workflows.unfinished import journal_bytes

_OLD = {"a.txt": b"old a", "gone/b.txt": b"old b", "same.txt": b"same"}
_NEW = {"a.txt": b"new a", "new/c.txt": b"new c", "same.txt": b"same"}


def _apply(root: Path, files: dict[str, bytes]) -> None:
    with Journal(root).open() as journal:
        journal.apply(FilePlan(root / "out", files).steps(), "the test")


def _content(root: Path) -> dict[str, bytes]:
    out = root / "out"
    files = (p for p in sorted(out.rglob("*")) if p.is_file() and not p.name.startswith("."))
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in files}


def test_changes_are_carried_out(tmp_path: Path) -> None:
    _apply(tmp_path, _OLD)
    _apply(tmp_path, _NEW)
    assert _content(tmp_path) == _NEW
    assert not (tmp_path / "out" / "gone").exists()


def test_the_state_folder_ignores_itself(tmp_path: Path) -> None:
    _apply(tmp_path, _OLD)
    assert (tmp_path / STATE_FOLDER / ".gitignore").read_text() == "*\n"


def test_a_transient_state_folder_goes(tmp_path: Path) -> None:
    with Journal(tmp_path, transient=True).open() as journal:
        journal.apply([Step(tmp_path / "a.txt", None, b"1")], "the test")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_two_runs_do_not_write_at_once(tmp_path: Path) -> None:
    with (
        Journal(tmp_path).open(),
        pytest.raises(ModelpactError, match="another run"),
        Journal(tmp_path).open(),
    ):
        pass


def test_an_error_half_way_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _apply(tmp_path, _OLD)
    put = journal_module._put
    calls = 0

    def failing(path: Path, content: bytes | None) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device")
        put(path, content)

    monkeypatch.setattr(journal_module, "_put", failing)
    with pytest.raises(ModelpactError, match="No space left on device"):
        _apply(tmp_path, _NEW)
    monkeypatch.undo()
    assert _content(tmp_path) == _OLD
    _apply(tmp_path, _NEW)
    assert _content(tmp_path) == _NEW


_KILLED = """
import os, signal, sys
from pathlib import Path
from modelpact.emit.plan import FilePlan
from modelpact.workflows.journal import Journal

root, fatal = Path(sys.argv[1]), int(sys.argv[2])
count = 0

def audit(event, arguments):
    global count
    if event in {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}:
        if event == "open" and not (isinstance(arguments[1], str) and arguments[1][0] in "wax"):
            return
        count += 1
        if count == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

files = eval(sys.argv[3])
plan = FilePlan(root / "out", files)
sys.addaudithook(audit)
with Journal(root).open() as journal:
    journal.apply(plan.steps(), "the test")
"""


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_run_killed_before_any_of_its_writes_is_finished_or_never_happened(
    tmp_path: Path,
) -> None:
    outcomes = set()
    for fatal in range(1, 40):
        root = tmp_path / str(fatal)
        _apply(root, _OLD)
        command = [sys.executable, "-c", _KILLED, str(root), str(fatal), repr(_NEW)]
        code = subprocess.run(command, check=False).returncode
        with Journal(root).open():
            pass
        content = _content(root)
        assert content in (_OLD, _NEW), f"killed before write {fatal}"
        assert not (root / STATE_FOLDER / "journal").exists()
        assert not list(root.rglob("*.modelpact-new"))
        outcomes.add((code, content == _NEW))
        if code == 0:
            break
    assert outcomes == {(-signal.SIGKILL, False), (-signal.SIGKILL, True), (0, True)}


def test_what_can_be_neither_finished_nor_undone_is_finished_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _apply(tmp_path, _OLD)
    put = journal_module._put
    calls = iter(range(100))

    def full(path: Path, content: bytes | None) -> None:
        if next(calls):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put(path, content)

    monkeypatch.setattr(journal_module, "_put", full)
    with pytest.raises(ModelpactError) as caught:
        _apply(tmp_path, _NEW)
    monkeypatch.undo()
    assert "Make room; the next run writes the rest" in caught.value.faults[0].advice
    with Journal(tmp_path).open():
        assert _content(tmp_path) == _NEW


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere file names are always Unicode")
def test_a_name_that_the_system_cannot_hold_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom pathlib import Path\n"
        "from modelpact.emit.plan import Step\n"
        "from modelpact.workflows.journal import Journal\n"
        "root = Path(sys.argv[1])\n"
        "with Journal(root).open() as journal:\n"
        "    steps = [Step(root / name, None, b'') for name in ('a', '\\u00f6', 'b')]\n"
        "    journal.apply(steps, 'the test')\n"
    )
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    run = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        env={**os.environ, **ascii_only},
        capture_output=True,
        check=False,
    )
    assert b"file names are ascii" in run.stderr
    assert [path.name for path in tmp_path.iterdir()] == [STATE_FOLDER]
    assert not (tmp_path / STATE_FOLDER / "journal").exists()


def test_a_damaged_journal_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    _apply(tmp_path, _OLD)
    (tmp_path / STATE_FOLDER / "journal").write_bytes(b'{"format": "other", "entries": []}\n')
    with pytest.raises(ModelpactError, match="is a journal that cannot be read"):
        _apply(tmp_path, _NEW)
    assert _content(tmp_path) == _OLD


def _left(root: Path, *changes: tuple[str, bytes | None, bytes | None]) -> None:
    """A journal that was never carried out."""
    steps = [Step(root / name, before, after) for name, before, after in changes]
    (root / STATE_FOLDER).mkdir(exist_ok=True)
    (root / STATE_FOLDER / "journal").write_bytes(b"".join(journal_bytes("the test", steps, root)))


@pytest.mark.parametrize("now", [b"1", b"edited"])
def test_a_journal_of_which_nothing_is_there_is_dropped(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, now: bytes
) -> None:
    (tmp_path / "a").write_bytes(now)
    (tmp_path / "made").mkdir()
    _left(tmp_path, ("a", b"1", b"2"), ("made/b", None, b"2"))
    with Journal(tmp_path).open():
        assert (tmp_path / "a").read_bytes() == now
        assert not (tmp_path / "made").exists()
    assert caplog.messages == ["dropped the test: it was interrupted, and nothing of it is there"]


def test_a_new_file_that_was_cut_short_is_finished(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "a").write_bytes(b"12")
    _left(tmp_path, ("a", None, b"123"), ("b", None, b"1"))
    with Journal(tmp_path).open():
        assert (tmp_path / "a").read_bytes() == b"123"
        assert (tmp_path / "b").read_bytes() == b"1"
    assert caplog.messages == ["finished the test, which was interrupted"]


@pytest.mark.parametrize(
    ("on_disk", "touched"),
    [
        ({"a": b"3", "b": b"2"}, "a"),
        ({"a": b"2", "b": b"3"}, "b"),
        ({"a": b"1", "b": b"2"}, "a"),  # put back: a run changes its files in order
        ({"a": b"2", "c": b"2"}, "b"),
        ({"b": b"2"}, "a"),
    ],
)
def test_a_journal_whose_files_were_changed_since_is_set_aside(
    tmp_path: Path, on_disk: dict[str, bytes], touched: str
) -> None:
    for name, now in on_disk.items():
        (tmp_path / name).write_bytes(now)
    _left(tmp_path, ("a", b"1", b"2"), ("b", None, b"2"), ("c", None, b"2"))
    kept = (tmp_path / STATE_FOLDER / "journal").read_bytes()
    with pytest.raises(ModelpactError, match=rf"changed since: {touched}\n"):
        _apply(tmp_path, _NEW)
    files = {p.name: p.read_bytes() for p in tmp_path.iterdir() if p.is_file()}
    assert files == on_disk
    assert (tmp_path / STATE_FOLDER / "interrupted").read_bytes() == kept
    _apply(tmp_path, _NEW)  # and the next run has its way
    assert _content(tmp_path) == _NEW


def test_a_folder_of_work_stays_where_a_journal_was_set_aside(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"2")
    _left(tmp_path, ("a", b"1", b"2"), ("b", b"1", b"2"))
    with pytest.raises(ModelpactError), Journal(tmp_path, transient=True).open():
        pass
    with Journal(tmp_path, transient=True).open():
        pass
    left = {path.name for path in (tmp_path / STATE_FOLDER).iterdir()}
    assert left >= {"interrupted", ".gitignore"}


def test_an_interruption_puts_everything_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _apply(tmp_path, _OLD)
    put = journal_module._put
    calls = iter(range(100))

    def interrupted(path: Path, content: bytes | None) -> None:
        put(path, content)
        if next(calls) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr(journal_module, "_put", interrupted)
    with pytest.raises(KeyboardInterrupt, match="the test; nothing was changed"):
        _apply(tmp_path, _NEW)
    assert _content(tmp_path) == _OLD
    assert not (tmp_path / STATE_FOLDER / "journal").exists()


def test_whatever_is_on_disk_a_recovery_overwrites_nothing_that_somebody_else_wrote(
    tmp_path: Path,
) -> None:
    changes = {"a": (b"old", b"new"), "b": (None, b"new"), "c": (b"old", None)}
    states = (None, b"old", b"new", b"theirs")
    for number, disk in enumerate(itertools.product(states, repeat=len(changes))):
        root = tmp_path / str(number)
        root.mkdir()
        before = {name: now for name, now in zip(changes, disk, strict=True) if now is not None}
        for name, now in before.items():
            (root / name).write_bytes(now)
        _left(root, *((name, *change) for name, change in changes.items()))
        with contextlib.suppress(ModelpactError), Journal(root).open():
            pass
        after = {path.name: path.read_bytes() for path in root.iterdir() if path.is_file()}
        assert not (root / STATE_FOLDER / "journal").exists()
        if after != before:
            assert after == {"a": b"new", "b": b"new"}
            known = ((changes[name], now) for name, now in zip(changes, disk, strict=True))
            assert all(now in change for change, now in known)
