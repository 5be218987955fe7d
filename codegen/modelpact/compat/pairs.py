"""One verdict on one pair of schemas, for those who have thousands of pairs.

No list of breaks is made: the first payload that two validators confirm settles a pair.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from modelpact.compat.changes import ABSENT, Absent, Direction, Presence
from modelpact.compat.engine import Engine
from modelpact.compat.policy import Policy
from modelpact.compat.report import Settings
from modelpact.compat.subjects import Side, Subject
from modelpact.compat.witness.confirm import Validators
from modelpact.compat.witness.enumerate import Writer
from modelpact.documents.loading import parse_json
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

__all__ = ["Pair", "PairVerdict", "PairsSession"]

Outcome: TypeAlias = Literal["compatible", "breaking", "unknown", "error"]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two schemas to compare."""

    id: Json
    old: Json
    new: Json

    @classmethod
    def parse(cls, line: bytes) -> Pair:
        """Read ``{"id", "old", "new"}``.

        Raises:
            ModelpactError: The line is no JSON, or no pair of schemas.

        """
        value = parse_json(line)
        if not isinstance(value, Mapping) or not {"old", "new"} <= value.keys():
            raise ModelpactError(
                "a line must be an object with `id`, `old` and `new`", rule="not-a-pair"
            )
        for name in ("old", "new"):
            if not isinstance(value[name], Mapping | bool):
                raise ModelpactError(f"`{name}` is no JSON Schema", rule="not-a-schema")
        return cls(value.get("id"), value["old"], value["new"])


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """What came of one line.

    Attributes:
        id: The pair's own; null where the line had none.
        line: The line's number in the file, from one.
        verdict: ``error`` where the line holds no pair of schemas.
        direction: Which way it breaks or could not be decided.
        reason: Why it is unknown, or what the error is.
        witness: A payload that is written and refused, where it breaks.

    """

    id: Json
    line: int
    verdict: Outcome
    direction: Direction | None = None
    reason: str = ""
    witness: Presence = ABSENT

    def to_json(self) -> dict[str, Any]:
        """The verdict as a JSON object; absent parts are left out."""
        shown: dict[str, Any] = {"id": self.id, "line": self.line, "verdict": self.verdict}
        if self.direction is not None:
            shown["direction"] = self.direction
        if self.reason:
            shown["reason"] = self.reason
        if not isinstance(self.witness, Absent):
            shown["witness"] = self.witness
        return shown


_DIRECTIONS: Final[Mapping[str, tuple[Direction, ...]]] = {
    "backward": ("backward",),
    "forward": ("forward",),
    "full": ("backward", "forward"),
}


class PairsSession:
    """Verdicts on many pairs, with shared caches. Documents have no roles here: by default full.

    Args:
        settings: The policy.
        engine: A session to ask; a new one by default.

    """

    def __init__(self, settings: Settings, engine: Engine | None = None) -> None:
        self._settings = settings
        self._engine = engine or Engine()
        self._validators = Validators()

    def verdict(self, line: bytes, number: int) -> PairVerdict:
        """The verdict on one line of a file. Never raises for what the line holds."""
        try:
            pair = Pair.parse(line)
        except ModelpactError as error:
            return PairVerdict(None, number, "error", reason=_one_line(error))
        try:
            return self._judge(pair, number)
        except ModelpactError as error:
            return PairVerdict(pair.id, number, "error", reason=_one_line(error))
        except (RecursionError, MemoryError) as error:
            return PairVerdict(pair.id, number, "unknown", reason=f"budget: {type(error).__name__}")

    def _judge(self, pair: Pair, number: int) -> PairVerdict:
        undecided: PairVerdict | None = None
        for direction in _DIRECTIONS[self._settings.mode or "full"]:
            verdict = self._ask(pair, number, direction)
            if verdict.verdict == "breaking":
                return verdict
            if verdict.verdict == "unknown":
                undecided = undecided or verdict
        return undecided or PairVerdict(pair.id, number, "compatible")

    def _ask(self, pair: Pair, number: int, direction: Direction) -> PairVerdict:
        outer, inner = (pair.new, pair.old) if direction == "backward" else (pair.old, pair.new)
        writer = Writer(Side(Subject(inner)), self._settings.content)
        answer = self._engine.search(
            Subject(outer),
            Subject(inner),
            policy=Policy(self._settings.formats),
            content=self._settings.content,
        )
        if answer.answer == "yes":
            return PairVerdict(pair.id, number, "compatible", direction)
        reason = ": ".join(filter(None, (answer.reason, answer.detail)))
        if answer.has_witness:
            doubt = self._doubt(Subject(outer), writer, answer.witness)
            if not doubt:
                return PairVerdict(pair.id, number, "breaking", direction, witness=answer.witness)
            reason = reason or f"validator: {doubt}"
        return PairVerdict(pair.id, number, "unknown", direction, reason)

    def _doubt(self, reader: Subject, writer: Writer, witness: Json) -> str:
        for subject in writer.subjects:
            answer = self._validators.confirm(reader, subject, witness, self._settings.formats)
            if not answer:
                return answer.reason
        return ""


def _one_line(error: ModelpactError) -> str:
    fault = error.faults[0]
    return f"{fault.where}: {fault.what}" if fault.where else fault.what
