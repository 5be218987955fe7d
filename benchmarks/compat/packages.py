"""A package of a thousand models, two versions of it: what a gate does on a pull request."""

from __future__ import annotations

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import jsonschema_rs

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT))

from benchmarks.build.bulk_models import write_package  # noqa: E402 - after the path to it

from modelpact.compat import Engine  # noqa: E402 - likewise
from modelpact.compat.subjects import Subject  # noqa: E402 - likewise

__all__ = ["measure"]

MODELS: Final = 1000
FEW: Final = 20

Documents = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many documents were answered *yes*, *no* and otherwise, and in how many seconds."""

    answers: tuple[int, int, int]
    seconds: float


def exported_documents(models: int) -> Documents:
    """The schemas of a generated package, by file, as the tool exports them."""
    from modelpact.export import Discovery, ExportRequest, discover, export_contract

    with tempfile.TemporaryDirectory() as name:
        write_package(Path(name), models=models)
        found = discover(Discovery("bulk", path=(Path(name),)))
        documents = export_contract(ExportRequest("bulk", tuple(found))).documents
    return {document.file: document.schema for document in documents}


def changed(documents: Documents, models: Iterable[str], *, loosened: bool) -> Documents:
    """A later version: some models have looser lengths, or one more optional field."""
    found: dict[str, Any] = json.loads(json.dumps(documents))
    for name in models:
        properties = found[name]["properties"]
        if not loosened:
            properties["added"] = {"type": "string"}
        for field in properties.values() if loosened else ():
            if "maxLength" in field:
                field["maxLength"] += 1
    return found


def _models(documents: Documents) -> list[str]:
    """Models in the order in which they were written; each refers to earlier ones only."""
    names = [name for name, schema in documents.items() if "properties" in schema]
    return sorted(names, key=lambda name: int(re.sub(r"\D", "", name)))


def with_modelpact(old: Documents, new: Documents) -> list[str]:
    """Ask whether each new document accepts all that its old version does."""
    engine = Engine()
    return [
        engine.search(Subject(new[name], name, new), Subject(old[name], name, old)).answer
        for name in old
    ]


def with_jsonschema_rs(old: Documents, new: Documents) -> list[str]:
    """The same with registries and ``covers``."""
    olds, news = (_registry(documents) for documents in (old, new))
    answers = []
    for name in old:
        try:
            outer, inner = _canonical(new[name], news), _canonical(old[name], olds)
            answers.append(str(outer.covers(inner)).lower().rpartition(".")[2])
        except jsonschema_rs.canonical.CanonicalizationError:
            answers.append("unknown")
    return answers


def _registry(documents: Documents) -> Any:
    return jsonschema_rs.Registry([(d.get("$id", name), d) for name, d in documents.items()])


def _canonical(schema: Any, registry: Any) -> Any:
    return jsonschema_rs.canonicalize(
        schema, validate_formats=True, registry=registry, offline=True, base_uri=schema["$id"]
    )


def measure(rounds: int) -> None:
    """Print seconds, ratios and answers for all changed, and for two in a hundred."""
    old = exported_documents(MODELS)
    print(f"{len(old)} documents of {MODELS} models; each asked of the whole set")
    print(f"{'':14} {'ours, s':>9} {'theirs, s':>9} {'ratio':>7}   answers (yes, no, unknown)")
    models = _models(old)
    # The last third is referred to by nobody, so that a change there is a change of 2 %.
    versions = {
        "all loosened": changed(old, models, loosened=True),
        "all changed": changed(old, models, loosened=False),
        "2 % changed": changed(old, models[-FEW:], loosened=False),
    }
    for name, new in versions.items():
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(_timed(with_modelpact, old, new))
            theirs.append(_timed(with_jsonschema_rs, old, new))
        mine = statistics.median(outcome.seconds for outcome in ours)
        others = statistics.median(outcome.seconds for outcome in theirs)
        print(
            f"{name:14} {mine:9.3f} {others:9.3f} {mine / others:7.2f}   ours {ours[0].answers},"
            f" jsonschema-rs {theirs[0].answers}"
        )


def _timed(
    ask: Callable[[Documents, Documents], list[str]], old: Documents, new: Documents
) -> Outcome:
    # New objects each time: nothing may be remembered from the round before.
    fresh_old, fresh_new = json.loads(json.dumps([old, new]))
    start = time.process_time()
    answers = ask(fresh_old, fresh_new)
    seconds = time.process_time() - start
    yes, no = answers.count("yes"), answers.count("no")
    return Outcome((yes, no, len(answers) - yes - no), seconds)
