from __future__ import annotations

import io
import json
import os
import sys

import pytest

from modelpact.compat.pairs import PairsSession, PairVerdict
from modelpact.compat.report import Settings
from modelpact.workflows import compare as workflow
from modelpact.workflows.compare import compare_pairs


def lines(count: int) -> io.BytesIO:
    pairs = ({"id": n, "old": {"minimum": n}, "new": {"minimum": n % 3}} for n in range(count))
    return io.BytesIO("".join(f"{json.dumps(pair)}\n" for pair in pairs).encode())


def test_one_process_and_several_say_the_same() -> None:
    alone = list(compare_pairs(lines(150), Settings("backward"), workers=1))
    together = list(compare_pairs(lines(150), Settings("backward"), workers=2))
    assert alone == together
    assert [verdict.line for verdict in alone] == list(range(1, 151))


def test_lines_are_read_as_they_are_needed() -> None:
    class Endless(io.RawIOBase):
        read_lines = 0

        def readline(self, _size: int | None = -1) -> bytes:
            self.read_lines += 1
            return b'{"id":1,"old":{},"new":{}}\n'

    endless = Endless()
    verdicts = compare_pairs(endless, Settings(), workers=1)  # type: ignore[arg-type]
    for _ in range(10):
        assert next(verdicts).verdict == "compatible"
    assert endless.read_lines < 200


@pytest.mark.skipif(sys.platform == "win32", reason="the workers are forked")
def test_a_line_that_kills_its_process_costs_its_own_verdict_only(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = PairsSession(Settings())

    def judge(chunk: tuple[tuple[int, bytes], ...]) -> list[PairVerdict]:
        if any(b'"id": 70,' in line for _, line in chunk):
            os._exit(9)
        return [session.verdict(line, number) for number, line in chunk]

    judge.__module__, judge.__qualname__ = workflow.__name__, "_judge"
    monkeypatch.setattr(workflow, "_judge", judge)
    verdicts = list(compare_pairs(lines(200), Settings(), workers=2))
    assert [verdict.line for verdict in verdicts] == list(range(1, 201))
    assert [v.line for v in verdicts if v.verdict == "error"] == [71]
    assert "died" in verdicts[70].reason
