"""Long lines, against the formatter itself."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from modelpact.targets.python.layout import annotated, assigned
from support.toolchain import run

NAMES = st.integers(1, 34).map(lambda length: "N" + "a" * length)
TEXTS = st.integers(0, 70).map(lambda length: '"' + "t, [" * (length // 4) + '"')


def subscript(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    heads = st.sampled_from(["list", "dict", "Annotated", "tuple"])
    items = st.lists(inner, min_size=1, max_size=3).map(", ".join)
    return st.builds("{}[{}]".format, heads, items)


def call() -> st.SearchStrategy[str]:
    arguments = st.one_of(TEXTS, NAMES.map("key={}".format), TEXTS.map("pattern={}".format))
    items = st.lists(arguments, min_size=1, max_size=3).map(
        lambda a: ", ".join(sorted(a, key=_late))
    )
    return st.builds("{}({})".format, st.sampled_from(["Field", "Wire"]), items)


def _late(argument: str) -> bool:
    """Named arguments come last."""
    return "=" in argument


def union(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(inner, min_size=2, max_size=3).map(" | ".join)


TYPES = st.recursive(NAMES, lambda inner: subscript(inner | call()) | union(NAMES), max_leaves=6)
VALUES = st.one_of(st.sampled_from(["None", "[]", "{}", "Role.OWNER"]), TEXTS, call())


def test_lines_are_broken_where_the_formatter_breaks_them(tmp_path: Path) -> None:
    found: dict[str, None] = {}

    @settings(
        max_examples=400,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(NAMES, TYPES, st.none() | VALUES)
    def collect(name: str, annotation: str, value: str | None) -> None:
        field = name.lower()
        found.setdefault(annotated("    ", field, annotation, value or ""))
        if value is not None:
            found.setdefault(assigned("    ", field, value))

    collect()
    (tmp_path / "fields.py").write_text("class A:\n" + "\n".join(found) + "\n")
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--no-cache", "--diff", "."]
    code, output = run(command, tmp_path)

    assert len(found) > 300
    assert code == 0, output
