"""The containment engine beside its peers, in one interleaved run on the same questions.

Prints wrong answers, answers at all, time as multiples of jsonschema-rs's median, and what each
part of the goal table says.

    python benchmarks/compat/run.py [--rounds 3] [--only pairs|packages|regex|histories]
"""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from benchmarks.compat.contenders import (  # noqa: E402 - after the path to them
    Contender,
    Reply,
    contenders,
    install_peers,
)
from benchmarks.compat.pairs import EDITS, Question  # noqa: E402 - likewise

BLOCK = 64
WARMING = [({"type": "integer", "minimum": k}, {"minimum": k + 1}) for k in range(200)]
"""Asked first and not counted: what is imported late is there, and code has run before."""
SLOW = {"jsonsubschema", "jsoncompat", "modelpact, witness confirmed"}


@dataclass(slots=True)
class Score:
    """What one contender did with all questions."""

    replies: dict[str, list[Reply]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    breaks_undecided: int = 0

    def add(self, question: Question, reply: Reply) -> None:
        """Count an answer; those of later rounds count for their time only."""
        known = self.replies.setdefault(question.name, [])
        known.append(reply)
        if len(known) > 1:
            return
        if reply.answer not in {"yes", "no"}:
            self.undecided.append(question.name)
            self.breaks_undecided += not question.compatible
        elif (reply.answer == "yes") != question.compatible:
            self.wrong.append(question.name)

    def times(self) -> list[float]:
        """The median of the rounds of every question, in order of size."""
        return sorted(
            statistics.median(reply.seconds for reply in replies)
            for replies in self.replies.values()
        )


def measure_pairs(rounds: int) -> None:
    """The labelled pairs, strictly read: peers know no other way."""
    questions = [
        question for edit in EDITS for question in edit.questions() if question.content == "strict"
    ]
    asked = contenders(install_peers())
    scores = {contender.name: Score() for contender in asked}
    for number in range(rounds):
        for contender in asked:
            contender.ask(WARMING)
        for block in batched(questions):
            for contender in asked:
                if number == 0 or contender.name not in SLOW:
                    replies = contender.ask([(q.reader, q.writer) for q in block])
                    for question, reply in zip(block, replies, strict=True):
                        scores[contender.name].add(question, reply)
        for contender in asked:
            contender.stop()  # in the next round nobody remembers these questions
    _print_scores(asked, scores, questions)


def batched(questions: list[Question]) -> list[list[Question]]:
    """Contenders change places after each block, not each question: a processor has caches."""
    return [questions[start : start + BLOCK] for start in range(0, len(questions), BLOCK)]


def _print_scores(
    asked: list[Contender], scores: dict[str, Score], questions: list[Question]
) -> None:
    breaks = sum(not question.compatible for question in questions)
    unit = statistics.median(scores["jsonschema-rs"].times())
    print(f"{len(EDITS)} edits of Pydantic models, {len(questions)} questions, {breaks} breaks;")
    print(f"times are multiples of jsonschema-rs's median, {unit * 1e3:.3f} ms\n")
    print(
        f"{'':30} {'wrong':>6} {'decided':>8} {'breaks unknown':>15} {'median':>7} {'p99':>7}"
        f" {'sum':>7}"
    )
    for contender in asked:
        score = scores[contender.name]
        times = score.times()
        decided = 1 - len(score.undecided) / len(questions)
        print(
            f"{contender.name:30} {len(score.wrong):6} {decided:8.1%}"
            f" {score.breaks_undecided / breaks:15.1%} {statistics.median(times) / unit:7.2f}"
            f" {times[int(len(times) * 0.99)] / unit:7.1f} {sum(times) / unit / len(times):7.1f}"
        )
    print()
    for contender in asked:
        if contender.name.startswith("modelpact"):
            for name in (*scores[contender.name].wrong, *scores[contender.name].undecided):
                print(f"  {contender.name}: {name}")


def measure_packages(rounds: int) -> None:
    """A thousand models, all of them changed or a few."""
    from benchmarks.compat.packages import measure

    measure(rounds)


def measure_regex(rounds: int) -> None:  # noqa: ARG001 - it has its own
    """Inclusion of patterns, against interegular."""
    from benchmarks.compat import regex

    regex.main()


def measure_histories(rounds: int) -> None:  # noqa: ARG001 - one is enough
    """Schemas that others have released, version by version."""
    from benchmarks.compat.histories import measure

    measure()


PARTS: dict[str, Callable[[int], None]] = {
    "pairs": measure_pairs,
    "packages": measure_packages,
    "regex": measure_regex,
    "histories": measure_histories,
}


def main() -> None:
    """Measure all parts, or one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PARTS)
    arguments = parser.parse_args()
    for name, part in PARTS.items():
        if arguments.only in {None, name}:
            print(f"\n=== {name}\n", flush=True)
            part(arguments.rounds)


if __name__ == "__main__":
    main()
