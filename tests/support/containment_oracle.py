"""Judging the engine by what it has no part in: validators, payloads, and another prover.

Every schema of a family is compared with every other. A *no* is false if the validators do not see
its witness; a *yes* is false if one payload of those tried is accepted by the inner schema and
refused by the outer one, or if jsonschema-rs proves the opposite. The witnesses of all pairs are
payloads for all others.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import permutations
from random import Random
from typing import Any, Final, Literal, TypeAlias

import jsonschema_rs

from modelpact.compat.containment import Containment
from modelpact.compat.engine import Engine
from modelpact.compat.policy import FormatPolicy, Policy
from modelpact.compat.reasons import Budget
from modelpact.compat.witness.confirm import Subject, Validators
from support.random_kinds import Family
from support.random_payloads import PayloadSource, changed
from support.random_schemas import Schema

__all__ = ["Failure", "Oracle", "Tally", "examine_pair", "formats_of", "show_answer"]

Category: TypeAlias = Literal["false yes", "false no", "crash", "conflict"]
_PAYLOADS: Final = 12
_STEPS: Final = 20_000
_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Failure:
    """A wrong answer.

    Attributes:
        category: ``conflict``: jsonschema-rs proved the opposite of a *yes*, no payload shows it.
        old: The inner schema.
        new: The outer schema.
        formats: Whether formats were asserted.
        payload: What shows that the answer is wrong.
        why: In words.

    """

    category: Category
    old: Schema
    new: Schema
    formats: FormatPolicy
    payload: Any = None
    why: str = ""


@dataclass(slots=True)
class Tally:
    """What came out of many pairs.

    Attributes:
        pairs: Questions asked.
        answers: By answer; an unknown one with its reason.
        peer: Questions that jsonschema-rs answered too, by its answer and ours.
        disputes: Payloads on which the two validators differ: they prove nothing.
        refused: Families with something that is no valid schema.

    """

    pairs: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    peer: Counter[tuple[str, str]] = field(default_factory=Counter)
    disputes: int = 0
    refused: int = 0

    def add(self, other: Tally) -> None:
        """Take in what another one counted."""
        self.pairs += other.pairs
        self.answers += other.answers
        self.peer += other.peer
        self.disputes += other.disputes
        self.refused += other.refused


class Oracle:
    """Asks an engine and checks what it says.

    Args:
        engine: The engine; it keeps its caches between families, as a long session does.

    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._validators = Validators(capacity=8)

    def examine(
        self,
        family: Family,
        random: Random,
        tally: Tally,
        *,
        formats: FormatPolicy = "annotate",
        with_peer: bool = False,
    ) -> list[Failure]:
        """Compare all schemas of a family with each other; the failures."""
        validate = _validators(family, formats)
        if validate is None:
            tally.refused += 1
            return []
        failures: list[Failure] = []
        answers: dict[tuple[int, int], str] = {}
        payloads = PayloadSource(random, family).draw(family, _PAYLOADS)
        for inner, outer in permutations(range(len(family)), 2):
            old, new = family[inner], family[outer]
            try:
                answer = self._ask(new, old, formats)
            except Exception as error:  # noqa: BLE001 - that is what is looked for
                failures.append(Failure("crash", old, new, formats, why=repr(error)))
                continue
            tally.pairs += 1
            tally.answers[answer.reason or answer.answer] += 1
            answers[inner, outer] = answer.answer
            if answer.has_witness:
                payloads.append(answer.witness)
                payloads.append(changed(answer.witness, random))
            if answer.answer == "no":
                shown = validate[inner](answer.witness) and not validate[outer](answer.witness)
                if not shown:
                    failure = _judge_no(self._validators, old, new, formats, answer.witness)
                    tally.disputes += failure is None
                    failures += [failure] if failure else []
        yes = [pair for pair, answer in answers.items() if answer == "yes"]
        failures += self._false_yes(family, yes, payloads, formats, tally)
        if with_peer:
            failures += _conflicts(family, answers, formats, tally)
        return failures

    def _ask(self, outer: Schema, inner: Schema, formats: FormatPolicy) -> Containment:
        budget = Budget(_STEPS, _SECONDS)
        return self._engine.search(outer, inner, policy=Policy(formats), budget=budget)

    def _false_yes(
        self,
        family: Family,
        pairs: list[tuple[int, int]],
        payloads: list[Any],
        formats: FormatPolicy,
        tally: Tally,
    ) -> list[Failure]:
        validate = _validators(family, formats)
        if not pairs or validate is None:
            return []
        accepted = [[accepts(payload) for payload in payloads] for accepts in validate]
        failures = []
        for inner, outer in pairs:
            for number, payload in enumerate(payloads):
                if accepted[inner][number] and not accepted[outer][number]:
                    old, new = family[inner], family[outer]
                    if self._validators.confirm(Subject(new), Subject(old), payload, formats):
                        failures.append(Failure("false yes", old, new, formats, payload))
                        break
                    tally.disputes += 1
        return failures


def examine_pair(
    old: Schema, new: Schema, formats: FormatPolicy, payload: Any = None
) -> Failure | None:
    """Ask a fresh engine about one pair, with a payload that is to tell *yes* from *no*."""
    validate = _validators((old, new), formats)
    if validate is None:
        return None
    try:
        answer = Engine().search(
            new, old, policy=Policy(formats), budget=Budget(_STEPS * 4, _SECONDS)
        )
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        return Failure("crash", old, new, formats, why=repr(error))
    validators = Validators(capacity=4)
    if answer.answer == "no":
        shown = validate[0](answer.witness) and not validate[1](answer.witness)
        return None if shown else _judge_no(validators, old, new, formats, answer.witness)
    if answer.answer != "yes":
        return None
    if validators.confirm(Subject(new), Subject(old), payload, formats):
        return Failure("false yes", old, new, formats, payload)
    return next(iter(_conflicts((old, new), {(0, 1): "yes"}, formats, Tally())), None)


def _judge_no(
    validators: Validators, old: Schema, new: Schema, formats: FormatPolicy, witness: Any
) -> Failure | None:
    """The failure that an unseen witness is; ``None`` where validators are not to be trusted."""
    inside = validators.judge(Subject(old), witness, formats).accepted
    outside = validators.judge(Subject(new), witness, formats).accepted
    if None in {inside, outside} or (inside and not outside) or _has_line_terminator(witness):
        return None
    words = ["accepted" if accepted else "refused" for accepted in (inside, outside)]
    why = f"the witness is {words[0]} by old, {words[1]} by new"
    return Failure("false no", old, new, formats, witness, why)


def _has_line_terminator(value: Any) -> bool:
    """Whether a dot is at issue: ECMA-262's matches none of these, that of jsonschema-rs does."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return any(mark in text for mark in ("\\r", "\u2028", "\u2029"))


def formats_of(kind: str, seed: int) -> FormatPolicy:
    """Formats are asserted where there are any, and now and then where there are none."""
    return "assert" if kind in {"formats", "models"} or seed % 8 == 0 else "annotate"


def show_answer(failure: Failure) -> str:
    """What the engine said, in the words of its answers."""
    return {"false no": "no", "crash": "crash"}.get(failure.category, "yes")


def _validators(family: Family, formats: FormatPolicy) -> list[Any] | None:
    """jsonschema-rs for each schema; ``None`` where one is no valid schema.

    Patterns are matched by its automata: its backtracking engine, the default one (0.60.3), takes
    "a" for a match of ``a+b*a+``.
    """
    asserted, automata = formats == "assert", jsonschema_rs.RegexOptions()
    try:
        return [
            jsonschema_rs.validator_for(
                schema, validate_formats=asserted, pattern_options=automata, offline=True
            ).is_valid
            for schema in family
        ]
    except (jsonschema_rs.ValidationError, ValueError):
        return None


def _ends_the_peer(schema: Schema) -> bool:
    """Whether ``canonicalize`` (0.60.3) may overflow the stack, which ends the process.

    It does so over ``unevaluatedProperties`` on a cycle of references.
    """
    text = json.dumps(schema)
    return "unevaluated" in text and "$ref" in text


def _conflicts(
    family: Family, answers: dict[tuple[int, int], str], formats: FormatPolicy, tally: Tally
) -> list[Failure]:
    asserted = formats == "assert"
    if any(map(_ends_the_peer, family)):
        return []
    try:
        canonical = [
            jsonschema_rs.canonicalize(s, validate_formats=asserted, offline=True) for s in family
        ]
    except Exception:  # noqa: BLE001 - the peer's own limits
        return []
    failures = []
    for (inner, outer), answer in answers.items():
        try:
            theirs = str(canonical[outer].covers(canonical[inner])).lower()
        except jsonschema_rs.canonical.CanonicalizationError:
            theirs = "unknown"
        tally.peer[theirs, answer] += 1
        if (theirs, answer) == ("no", "yes"):
            failures.append(
                Failure("conflict", family[inner], family[outer], formats, why="covers answers no")
            )
    return failures
