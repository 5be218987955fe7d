"""What `modelpact.runtime` costs beside orjson and jsonschema-rs alone, and other validators.

Prints megabytes of JSON text a second for payloads that are valid, and for those that are not with
everything that is wrong with them: medians of CPU time of interleaved rounds, each over the
examples of all documents of Lead Ignite, and ratios.

    python benchmarks/runtime/run.py [--rounds 15]

fastjsonschema takes part where it is installed (`pip install fastjsonschema`).
"""

from __future__ import annotations

import argparse
import copy
import gc
import importlib.util
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import jsonschema_rs
import orjson

_CHECKOUT = Path(__file__).parents[2]
sys.path.insert(0, str(_CHECKOUT / "tests"))

from modelpact.documents.bundle import bundle  # noqa: E402 - after the path to it
from modelpact.documents.sets import DocumentSet, load_documents  # noqa: E402
from modelpact.runtime import Contract  # noqa: E402

_NEXT = _CHECKOUT / "schemas" / "lead-ignite" / "next"

Payloads = list[tuple[str, bytes]]
"""Names of documents and texts."""

Judge = Callable[[bytes], Any]


@dataclass(frozen=True, slots=True)
class Contender:
    """A way to judge texts.

    Attributes:
        name: What it is called in the table.
        judge: Makes the function that judges texts by a document; ``None`` where it cannot.

    """

    name: str
    judge: Callable[[str], Judge | None]


def _payloads(documents: DocumentSet) -> tuple[Payloads, Payloads]:
    """The examples; and each with one leaf changed to another type, or one member taken away."""
    valid: Payloads = []
    invalid: Payloads = []
    for document in documents:
        schema: Any = document.schema
        bare = _bare(documents, document.name)
        for number, example in enumerate(schema.get("examples", ())):
            valid.append((document.name, orjson.dumps(example)))
            broken = [orjson.dumps(made) for made in _broken(example)]
            refused = [text for text in broken if not bare.is_valid(orjson.loads(text))]
            if refused:
                invalid.append((document.name, refused[number * 7 % len(refused)]))
                invalid.append((document.name, refused[(number * 7 + 3) % len(refused)]))
    return valid, invalid


def _broken(value: Any) -> Iterator[Any]:
    for path in _paths(value, ()):
        if not path:
            continue
        for change in ("type", "remove"):
            made = copy.deepcopy(value)
            holder = made
            for step in path[:-1]:
                holder = holder[step]
            if change == "type":
                holder[path[-1]] = [] if not isinstance(holder[path[-1]], list) else "x"
            else:
                del holder[path[-1]]
            yield made


def _paths(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield path
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _paths(inner, (*path, step))


_REGISTRIES: dict[int, Any] = {}


def _bare(documents: DocumentSet, name: str) -> Any:
    registry = _REGISTRIES.get(id(documents))
    if registry is None:
        resources: Any = [(d.schema["$id"], d.schema) for d in documents]  # type: ignore[index,call-overload]
        registry = _REGISTRIES[id(documents)] = jsonschema_rs.Registry(resources)
    schema: Any = next(d.schema for d in documents if d.name == name)
    return jsonschema_rs.validator_for(
        schema,
        registry=registry,
        validate_formats=True,
        pattern_options=jsonschema_rs.RegexOptions(),
    )


def _contenders(documents: DocumentSet) -> tuple[list[Contender], list[Contender]]:
    contract = Contract.load(_NEXT)
    bundled: Any = bundle(documents).schema

    def bare_valid(name: str) -> Judge:
        accepts, loads = _bare(documents, name).is_valid, orjson.loads
        return lambda text: accepts(loads(text))

    def bare_errors(name: str) -> Judge:
        errors, loads = _bare(documents, name).iter_errors, orjson.loads
        return lambda text: [(e.instance_path, e.message) for e in errors(loads(text))]

    def pure(name: str) -> Any:
        from jsonschema import Draft202012Validator, FormatChecker

        schema = {"$ref": f"#/$defs/{name}", "$defs": bundled["$defs"]}
        return Draft202012Validator(schema, format_checker=FormatChecker())

    def pure_valid(name: str) -> Judge:
        validator = pure(name)
        return lambda text: validator.is_valid(orjson.loads(text))

    def pure_errors(name: str) -> Judge:
        validator = pure(name)
        return lambda text: [(e.path, e.message) for e in validator.iter_errors(orjson.loads(text))]

    valid = [
        Contender("modelpact.runtime", lambda name: contract[name].validate),
        Contender("orjson + jsonschema-rs", bare_valid),
        Contender("pydantic", _pydantic),
        Contender("jsonschema", pure_valid),
    ]
    invalid = [
        Contender("modelpact.runtime", lambda name: contract[name].issues),
        Contender("orjson + jsonschema-rs", bare_errors),
        Contender("pydantic", _pydantic),
        Contender("jsonschema", pure_errors),
    ]
    if importlib.util.find_spec("fastjsonschema"):
        valid.insert(3, Contender("fastjsonschema", lambda name: _fastjsonschema(name, bundled)))
    return valid, invalid


def _pydantic(name: str) -> Judge | None:
    from pydantic import TypeAdapter, ValidationError

    from support.lead_ignite import concrete_models

    model = next((m for m in concrete_models() if m.__name__ == name), None)
    if model is None:
        return None
    adapter = TypeAdapter(model)

    def judge(text: bytes) -> Any:
        try:
            return adapter.validate_json(text)
        except ValidationError as error:
            return error.errors(include_url=False, include_input=False)

    return judge


def _fastjsonschema(name: str, bundled: Any) -> Judge | None:
    import fastjsonschema

    schema = {
        "$schema": "http://json-schema.org/draft-07/schema",
        "$ref": f"#/$defs/{name}",
        "$defs": bundled["$defs"],
    }
    try:
        check = fastjsonschema.compile(schema)
    except Exception:  # noqa: BLE001 - whatever it cannot read, it has no part in
        return None

    def judge(text: bytes) -> Any:
        # It reads draft 7, in which nothing beside a `$ref` counts: it refuses what is valid.
        try:
            return check(orjson.loads(text))
        except fastjsonschema.JsonSchemaException as error:
            return error

    return judge


@dataclass(frozen=True, slots=True)
class Measured:
    """What one contender took.

    Attributes:
        rounds: Seconds for all texts that it can judge, round by round.
        size: The bytes of those texts.
        count: Their number.

    """

    rounds: list[float]
    size: int
    count: int

    @property
    def seconds(self) -> float:
        return statistics.median(self.rounds)

    def ratio(self, other: Measured) -> float:
        """The speed in bytes as a part of another's: the median of the rounds' own ratios."""
        pairs = zip(self.rounds, other.rounds, strict=True)
        return statistics.median((self.size / own) / (other.size / theirs) for own, theirs in pairs)


def _measure(contenders: list[Contender], payloads: Payloads, rounds: int) -> dict[str, Measured]:
    """What each contender takes for all texts that it can judge."""
    judges = {
        contender.name: {name: contender.judge(name) for name in {n for n, _ in payloads}}
        for contender in contenders
    }
    work = {
        contender: [(judge, text) for name, text in payloads if (judge := known[name]) is not None]
        for contender, known in judges.items()
    }
    times: dict[str, list[float]] = {name: [] for name in work}
    order, chance = list(work), Random(1)
    gc.disable()
    for _ in range(rounds):
        chance.shuffle(order)  # nobody always comes after the one that fills the caches
        for name in order:
            repeat = 1 if name == "jsonschema" else 30
            _pass(work[name])  # compiles what is compiled lazily, and fills the caches anew
            start = time.process_time()
            for _ in range(repeat):
                _pass(work[name])
            times[name].append((time.process_time() - start) / repeat)
        gc.collect()
    gc.enable()
    return {
        name: Measured(times[name], sum(len(text) for _, text in listed), len(listed))
        for name, listed in work.items()
    }


def _pass(listed: list[tuple[Judge, bytes]]) -> None:
    for judge, text in listed:
        judge(text)


def _table(title: str, payloads: Payloads, results: dict[str, Measured]) -> None:
    print(f"\n{title}: {len(payloads)} texts, {sum(len(t) for _, t in payloads)} bytes\n")
    bare = results["orjson + jsonschema-rs"]
    for name, found in results.items():
        speed = found.size / found.seconds / 1e6
        micros = found.seconds / found.count * 1e6
        ratio = found.ratio(bare)
        print(f"  {name:24} {speed:9.1f} MB/s   {ratio:6.2f} of bare   {micros:8.1f} us a text")


_UNION = b'{"type":"slack","status":"connected","config":{"workspace":"engines","channel":5}}'


def _imports() -> None:
    """What a fresh process pays, with bytecode cached as in an installation."""
    codes = {
        "orjson, jsonschema_rs": "import orjson, jsonschema_rs",
        "and modelpact.runtime": "import orjson, jsonschema_rs, modelpact.runtime",
        "and a contract loaded": (
            "import orjson, jsonschema_rs\nfrom modelpact.runtime import Contract\n"
            f"Contract.load({str(_NEXT)!r})"
        ),
    }
    times: dict[str, list[float]] = {name: [] for name in codes}
    for _ in range(15):
        for name, code in codes.items():
            timed = f"import time\nt = time.perf_counter()\n{code}\nprint(time.perf_counter() - t)"
            done = subprocess.run(
                [sys.executable, "-c", timed],
                capture_output=True,
                check=True,
                env={"PYTHONPYCACHEPREFIX": "/tmp/modelpact-bench-pycache"},
            )
            times[name].append(float(done.stdout))
    print("\nImporting, in a fresh process\n")
    for name, taken in times.items():
        print(f"  {name:24} {statistics.median(taken) * 1000:9.1f} ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    documents = load_documents(_NEXT)
    good, bad = _payloads(documents)
    for_valid, for_invalid = _contenders(documents)
    _table("Valid", good, _measure(for_valid, good, rounds))
    _table("Invalid, every issue", bad, _measure(for_invalid, bad, rounds))
    union = [("Integration", _UNION)] * 50
    _table("A wrong member in a tagged union", union, _measure(for_invalid[:2], union, rounds))
    big = _large(good)
    _table("Valid, 50 kB", big, _measure(for_valid[:2], big, rounds))
    _imports()


def _large(good: Payloads) -> Payloads:
    """A page of the largest example that has a list of entities."""
    pages = [(name, json.loads(text)) for name, text in good if name.endswith("Page")]
    made: Payloads = []
    for name, page in pages:
        lists = [key for key, value in page.items() if isinstance(value, list) and value]
        if lists:
            items = page[lists[0]]
            count = 50_000 // len(orjson.dumps(items)) + 1
            made.append((name, orjson.dumps({**page, lists[0]: items * count})))
    return made


if __name__ == "__main__":
    main()
