"""Comparing two versions on disk, and many pairs of schemas at once."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Self, TypeAlias

from modelpact.compat.comparison import Comparison
from modelpact.compat.engine import Engine
from modelpact.compat.pairs import PairsSession, PairVerdict
from modelpact.compat.report import Settings
from modelpact.compat.witness.sparing import spare_slow_formats
from modelpact.documents.sets import DocumentSet, load_documents
from modelpact.errors import ModelpactError
from modelpact.gate.comparing import report_of_comparison
from modelpact.gate.report import GateReport
from modelpact.workflows.tracing import source_of

__all__ = ["compare_pairs", "compare_paths"]


def compare_paths(
    old: Path, new: Path, settings: Settings, *, paranoid: bool = False
) -> GateReport:
    """Compare two JSON Schema files, or two folders of them.

    Args:
        old: The old version.
        new: The new one.
        settings: The policy.
        paranoid: Have a second prover check every answer.

    Raises:
        ModelpactError: There is no such path, or a file is no JSON Schema.
        ConflictError: The second prover contradicts the engine.

    """
    before, after = _load(old), _load(new)
    with _engine(paranoid=paranoid) as engine:
        report = Comparison(before, after, settings, engine).report()
    judged = report_of_comparison(report, before, after)
    (contract,) = judged.contracts
    findings = tuple(
        replace(one, source=source_of(one.finding, after, Path.cwd())) for one in contract.findings
    )
    return replace(judged, contracts=(replace(contract, findings=findings),))


@contextmanager
def _engine(*, paranoid: bool) -> Iterator[Engine]:
    """A session, and while it lasts the second prover, if one is asked for."""
    if not paranoid:
        yield Engine()
        return
    from modelpact.compat.second_prover import CoversProcess, SecondProver

    with CoversProcess() as process:
        yield Engine(reviewer=SecondProver(process))


def _load(path: Path) -> DocumentSet:
    documents = load_documents(path, name=str(path), neighbours=True)
    for document in documents:
        if not isinstance(document.schema, Mapping | bool):
            raise ModelpactError(
                "is JSON, but not a JSON Schema",
                where=str(path),
                advice="A schema is an object, or true or false.",
                rule="not-a-schema",
            )
    return documents


_Lines: TypeAlias = "tuple[tuple[int, bytes], ...]"
"""Numbered lines of a file."""

_LINES_A_CHUNK: Final = 32
_CHUNKS_A_WORKER: Final = 4


def compare_pairs(
    file: BinaryIO, settings: Settings, workers: int | None = None, *, paranoid: bool = False
) -> Iterator[PairVerdict]:
    """Judge every ``{"id", "old", "new"}`` line of a file, on all cores.

    Verdicts come in the order of the lines; only a few chunks of lines are held at any time. A
    line that kills its process costs its own verdict only. Blank lines are no pairs.

    Args:
        file: The lines.
        settings: The policy.
        workers: How many processes; as many as there are cores by default.
        paranoid: Have a second prover check every answer; a conflict is the line's error.

    """
    count = workers or len(os.sched_getaffinity(0))
    chunks = _chunked(file)
    if count == 1:
        with _engine(paranoid=paranoid) as engine:
            session = PairsSession(settings, engine)
            for chunk in chunks:
                yield from (session.verdict(line, number) for number, line in chunk)
        return
    with _Pool(settings, count, paranoid=paranoid) as pool:
        yield from pool.judge(chunks)


def _chunked(file: BinaryIO) -> Iterator[_Lines]:
    numbered = ((number, line) for number, line in enumerate(file, 1) if line.strip())
    while chunk := tuple(islice(numbered, _LINES_A_CHUNK)):
        yield chunk


class _Pool:
    """Processes that judge lines, replaced when one of them dies."""

    def __init__(self, settings: Settings, workers: int, *, paranoid: bool) -> None:
        self._given = (settings, paranoid)
        self._workers = workers
        self._executor = self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(cancel_futures=True)

    def judge(self, chunks: Iterable[_Lines]) -> Iterator[PairVerdict]:
        pending: deque[tuple[_Lines, Future[list[PairVerdict]]]] = deque()
        for chunk in chunks:
            pending.append((chunk, self._submit(chunk)))
            if len(pending) > self._workers * _CHUNKS_A_WORKER:
                yield from self._result(*pending.popleft())
        while pending:
            yield from self._result(*pending.popleft())

    def _result(self, chunk: _Lines, future: Future[list[PairVerdict]]) -> list[PairVerdict]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(number, line) for number, line in chunk]

    def _alone(self, number: int, line: bytes) -> PairVerdict:
        """A line of a chunk that did not come back; it or a neighbour killed the process."""
        try:
            return self._submit(((number, line),)).result()[0]
        except BrokenProcessPool:
            return PairVerdict(None, number, "error", reason="the process that judged it died")

    def _submit(self, chunk: _Lines) -> Future[list[PairVerdict]]:
        try:
            return self._executor.submit(_judge, chunk)
        except BrokenProcessPool:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = self._start()
            return self._executor.submit(_judge, chunk)

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._workers, initializer=_begin, initargs=self._given)


_SESSION: list[PairsSession] = []
"""The session of this worker process."""
_UNTIL_EXIT = ExitStack()
"""What lasts as long as the worker process."""


def _begin(settings: Settings, paranoid: bool) -> None:
    spare_slow_formats()
    engine = _UNTIL_EXIT.enter_context(_engine(paranoid=paranoid))
    _SESSION[:] = [PairsSession(settings, engine)]


def _judge(chunk: _Lines) -> list[PairVerdict]:
    return [_SESSION[0].verdict(line, number) for number, line in chunk]
