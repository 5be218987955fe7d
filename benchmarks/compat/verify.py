"""Check the labels of the pairs by what the engine's proofs have no part in.

A label *breaking* holds if there is a payload that the writer's schema accepts and the reader's
refuses: jsonschema-rs and jsonschema, as installed, must both say so. Where payloads come from does
not matter; the engine proposes, chance proposes too. A label *compatible* holds if jsonschema-rs
proves containment. Where it does not, no payload of many may show the opposite; those labels are
listed, for a person to look at.

    python benchmarks/compat/verify.py [--payloads 300]
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import jsonschema_rs

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(CHECKOUT), str(CHECKOUT / "tests")]

from benchmarks.compat.pairs import EDITS, Question  # noqa: E402 - likewise

from modelpact.compat import Engine  # noqa: E402 - likewise
from support.random_payloads import PayloadSource, changed  # noqa: E402 - after the path to it

_MAPS = {"properties", "patternProperties", "$defs"}
_FORMATS = jsonschema.Draft202012Validator.FORMAT_CHECKER


def closed(schema: Any, *, is_schema: bool = True) -> Any:
    """A schema whose models forbid what they do not declare.

    Enough for what Pydantic writes: its models are never composed in place. Values of ``default``,
    ``const``, ``enum`` and ``examples`` are data.
    """
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if not is_schema:
        return {name: closed(part) for name, part in schema.items()}
    found = {
        keyword: closed(
            value, is_schema=keyword not in {"properties", "patternProperties", "$defs"}
        )
        if keyword not in {"default", "const", "enum", "examples", "discriminator"}
        else value
        for keyword, value in schema.items()
    }
    if found.get("properties"):
        found.setdefault("additionalProperties", False)
    return found


class Labels:
    """What was found about the labels."""

    def __init__(self, payloads: int) -> None:
        self._payloads = payloads
        self._engine = Engine()
        self.tally: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.unproved: list[str] = []

    def check(self, question: Question) -> None:
        """Look for what speaks for and against one label."""
        writer = question.writer if question.content == "strict" else closed(question.writer)
        shown = any(
            _breaks(question.reader, writer, payload)
            for payload in self._proposals(question, writer)
        )
        proved = None if shown else _proved(question.reader, writer)
        if shown == question.compatible or (proved is False and question.compatible):
            self.wrong.append(question.name)
        elif not question.compatible:
            self.tally["breaking, shown by a payload"] += 1
        elif proved:
            self.tally["compatible, proved by jsonschema-rs"] += 1
        else:
            self.tally["compatible, not refuted"] += 1
            self.unproved.append(question.name)

    def _proposals(self, question: Question, writer: Any) -> Iterator[Any]:
        answer = self._engine.search(question.reader, writer)
        if answer.has_witness:
            yield answer.witness
        if not question.compatible:
            return
        random = Random(question.name)
        family = (writer, question.reader)
        for payload in PayloadSource(random, family).draw(family, self._payloads):
            yield payload
            yield changed(payload, random)


def _breaks(reader: Any, writer: Any, payload: Any) -> bool:
    return all(_verdicts(writer, payload)) and not any(_verdicts(reader, payload))


def _verdicts(schema: Any, payload: Any) -> tuple[bool, bool]:
    rust = jsonschema_rs.is_valid(schema, payload, validate_formats=True, offline=True)
    python = jsonschema.Draft202012Validator(schema, format_checker=_FORMATS)
    return rust, python.is_valid(payload)


def _proved(reader: Any, writer: Any) -> bool | None:
    outer, inner = (
        jsonschema_rs.canonicalize(schema, validate_formats=True, offline=True)
        for schema in (reader, writer)
    )
    answer = str(outer.covers(inner)).lower()
    return {"yes": True, "no": False}.get(answer.rpartition(".")[2])


def report(labels: Labels, questions: Iterable[Question]) -> None:
    """Check all labels and print what came of it."""
    for question in questions:
        labels.check(question)
    for name, count in sorted(labels.tally.items()):
        print(f"{count:6}  {name}")
    for name in labels.unproved:
        print(f"        not proved: {name}")
    for name in labels.wrong:
        print(f"WRONG   {name}")


def main() -> None:
    """Check all labels."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--payloads", type=int, default=300)
    labels = Labels(parser.parse_args().payloads)
    report(labels, (question for edit in EDITS for question in edit.questions()))
    if labels.wrong:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
