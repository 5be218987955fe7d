"""Put small faults into the solver, one at a time, and count how many the tests notice.

A mutant lives in a forked process only: no file is changed. It is killed by a directed test, by a
false or missing answer to one of some 2,000 fixed random pairs, by a crash, or by not coming to an
end. Work metering, caps and messages are left alone: they change no answer.

    python benchmarks/compat/mutate.py --sample 200 [--seed 1] [--file tabling]
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

CHECKOUT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(CHECKOUT / "tests"))

FOLDERS = ("solving", "theories")
TESTS = ("tests/unit/compat/solving", "tests/unit/compat/theories")
PRELOADED = ("jsonschema.validators", "jsonschema._format", "jsonschema_rs", "pytest")
FAMILIES = 6
SURVIVED = 0
WORDS = {10: "a directed test", 11: "a random pair", 12: "a crash", 13: "no end"}

COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.Mult: ast.Add,
}
LEFT_ALONE = ("spend", "budget", "_MAX", "_SAMPLES", "_MANY", "_LONGEST", "_LEMMA", "__slots__")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault."""

    module: str
    path: Path
    line: int
    what: str
    tree: ast.Module


def mutants_of(path: Path, module: str) -> Iterator[Mutant]:
    """Every fault that can be put into a file."""
    source = ast.parse(path.read_text())
    says_nothing = set(_annotations(source))
    for number, node in enumerate(ast.walk(source)):
        if node in says_nothing:
            continue
        for what, change in _changes(node):
            tree = copy.deepcopy(source)
            target = next(n for i, n in enumerate(ast.walk(tree)) if i == number)
            change(tree, target)
            yield Mutant(module, path, getattr(node, "lineno", 0), what, tree)


def _annotations(source: ast.Module) -> Iterator[ast.AST]:
    """What changes no answer: types, caps and sentinels of the module, signs of literals."""
    for node in ast.walk(source):
        for held in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if isinstance(held, ast.AST):
                yield from ast.walk(held)
        if _compares_a_literal_with_zero(node):
            yield from ast.walk(node)
    for statement in source.body:
        if isinstance(statement, ast.AnnAssign):
            yield from ast.walk(statement)


def _compares_a_literal_with_zero(node: ast.AST) -> bool:
    """Literals are never zero, so it is all the same whether zero is allowed."""
    return isinstance(node, ast.Compare) and _text(node).startswith(("literal ", "part "))


def _changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.expr | ast.stmt) and _is_left_alone(node):
        return
    if isinstance(node, ast.Constant):
        yield from _constants(node)
    elif isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARISONS:
        other = COMPARISONS[type(node.ops[0])]
        yield f"{_text(node)}: {other.__name__}", lambda _, n: n.ops.__setitem__(0, other())
    elif isinstance(node, ast.BoolOp):
        swapped = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{_text(node)}: {swapped.__name__}", lambda _, n: setattr(n, "op", swapped())
    elif isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in OPERATORS:
        operator = OPERATORS[type(node.op)]
        yield f"{_text(node)}: {operator.__name__}", lambda _, n: setattr(n, "op", operator())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"{_text(node)}: without not", lambda tree, n: _replace(tree, n, n.operand)
    elif isinstance(node, ast.IfExp):
        yield f"{_text(node)}: else only", lambda tree, n: _replace(tree, n, n.orelse)
    elif _can_be_dropped(node):
        yield f"{_text(node)}: dropped", lambda tree, n: _replace(tree, n, ast.Pass())


def _constants(node: ast.Constant) -> Iterator[tuple[str, Any]]:
    if isinstance(node.value, bool):
        yield f"{node.value}: the opposite", lambda _, n: setattr(n, "value", not n.value)
    elif isinstance(node.value, int):
        yield f"{node.value}: one more", lambda _, n: setattr(n, "value", n.value + 1)


def _can_be_dropped(node: ast.AST) -> bool:
    calls = isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    return calls or isinstance(node, ast.Continue | ast.Break)


def _is_left_alone(node: ast.AST) -> bool:
    text = _text(node)
    return any(word in text for word in LEFT_ALONE)


def _text(node: ast.AST) -> str:
    return ast.unparse(node).splitlines()[0][:90]


def _replace(tree: ast.Module, old: ast.AST, new: ast.AST) -> None:
    for parent in ast.walk(tree):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list) and any(item is old for item in value):
                setattr(parent, name, [new if item is old else item for item in value])


class MutantFinder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a tree instead of its file."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002 - the protocol's
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        return importlib.util.spec_from_loader(fullname, self, origin=str(self._mutant.path))

    def exec_module(self, module: ModuleType) -> None:
        tree = ast.fix_missing_locations(self._mutant.tree)
        exec(compile(tree, str(self._mutant.path), "exec"), module.__dict__)


def examine(mutant: Mutant | None, seconds: int) -> int:
    """Run everything against a mutant in a process of its own; a key of WORDS, or SURVIVED."""
    child = os.fork()
    if not child:
        os._exit(_outcome(mutant, seconds))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return 13 if os.WTERMSIG(status) == signal.SIGALRM else 12
    return os.WEXITSTATUS(status)


def _outcome(mutant: Mutant | None, seconds: int) -> int:
    """In the child."""
    signal.alarm(seconds)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if mutant is not None:
        sys.meta_path.insert(0, MutantFinder(mutant))
    try:
        if not _pairs_are_answered():
            return 11
        return 0 if _tests_pass() else 10
    except BaseException:  # noqa: BLE001 - the mutant's own
        return 12


def _tests_pass() -> bool:
    import pytest

    tests = [str(CHECKOUT / folder) for folder in TESTS if any((CHECKOUT / folder).glob("*.py"))]
    options = ["-x", "-q", "-p", "no:cacheprovider", "--rootdir", str(CHECKOUT)]
    return pytest.main([*options, *tests]) == 0


def _pairs_are_answered() -> bool:
    from modelpact.compat.engine import Engine
    from support.containment_oracle import Oracle, Tally, formats_of
    from support.random_kinds import KINDS, draw_family

    for kind in KINDS:
        oracle, tally = Oracle(Engine()), Tally()
        for seed in range(FAMILIES):
            formats = formats_of(kind, seed)
            if oracle.examine(draw_family(kind, seed), Random(seed), tally, formats=formats):
                return False
        if sum(tally.answers[answer] for answer in ("yes", "no", "format")) != tally.pairs:
            return False
    return True


def all_mutants(only: str) -> list[Mutant]:
    # Asking where the package is imports the package, but none of what is to be mutated.
    specification = importlib.util.find_spec("modelpact.compat")
    assert specification is not None
    assert specification.submodule_search_locations
    compat = Path(specification.submodule_search_locations[0])
    return [
        mutant
        for folder in FOLDERS
        for path in sorted((compat / folder).glob("*.py"))
        if only in path.stem
        for mutant in mutants_of(path, f"modelpact.compat.{folder}.{path.stem}")
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", default="")
    parser.add_argument("--seconds", type=float, default=3600)
    options = parser.parse_args()
    mutants = all_mutants(options.file)
    chosen = Random(options.seed).sample(mutants, min(options.sample, len(mutants)))
    for name in PRELOADED:
        importlib.import_module(name)
    started = time.monotonic()
    sound = examine(None, 600)
    assert sound == SURVIVED, f"without any fault: {WORDS[sound]}"
    patience = int(5 * (time.monotonic() - started)) + 20
    results: Counter[int] = Counter()
    for mutant in chosen:
        if time.monotonic() - started > options.seconds:
            break
        result = examine(mutant, patience)
        results[result] += 1
        if result == SURVIVED:
            print(f"SURVIVED {mutant.path.stem}:{mutant.line}: {mutant.what}", flush=True)
    report(results, len(mutants))


def report(results: Counter[int], every: int) -> None:
    tried = sum(results.values())
    killed = tried - results[SURVIVED]
    print(f"{killed} of {tried} mutants killed, {killed / max(tried, 1):.1%} ({every} in all)")
    for code, words in WORDS.items():
        print(f"  {results[code]:>4} by {words}")


if __name__ == "__main__":
    main()
