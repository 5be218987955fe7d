"""What is wrong with a table of a settings file: where, and what to do about it."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any, Final, cast

from modelpact.errors import ErrorGroup, Fault
from modelpact.settings.values import Table

__all__ = ["check_table"]


def check_table(table: Table, schema: Table, *, file: str, prefix: str) -> None:
    """Check a table of a settings file against a schema.

    Args:
        table: The table, as TOML gives it.
        schema: A closed object schema.
        file: The settings file, for messages.
        prefix: The dotted key of the table, for messages; may be empty.

    Raises:
        ErrorGroup: Every key that is unknown, missing or has a wrong value.

    """
    import jsonschema_rs

    faults = list(_without_json(table))
    validator = jsonschema_rs.validator_for(dict(schema))
    faults = faults or [
        fault for error in validator.iter_errors(table) for fault in _faults(error, schema)
    ]
    if faults:
        raise ErrorGroup(
            Fault(fault.what, f"{file}: {key_below(prefix, fault.where)}", fault.advice, fault.rule)
            for fault in faults
        )


_MAX_DEPTH: Final = 100
"""Deeper nesting than any setting has, and well within what validators take."""


def _without_json(table: Table) -> Iterator[Fault]:
    """What TOML can say and JSON, which settings are checked as, cannot."""
    level: list[tuple[str, Any]] = [("", table)]
    for _ in range(_MAX_DEPTH):
        below: list[tuple[str, Any]] = []
        for path, value in level:
            if isinstance(value, date | time):
                advice = f'Put it in quotes: "{value.isoformat()}".'
                yield Fault("is a date or a time, which no setting is", path, advice, "bad-setting")
            elif isinstance(value, Mapping):
                below += ((key_below(path, str(key)), inner) for key, inner in value.items())
            elif isinstance(value, list):
                below += (
                    (key_below(path, str(number)), inner) for number, inner in enumerate(value)
                )
        level = below
    if level:
        top = level[0][0].partition(".")[0]
        yield Fault("is nested too deeply", top, "Remove it: no setting is.", "bad-setting")


def key_below(prefix: str, path: str) -> str:
    return ".".join(part for part in (prefix, path) if part) or "the file"


def _faults(error: Any, schema: Table) -> Iterator[Fault]:
    """A validator's error in the words of somebody who edits a TOML file."""
    path = ".".join(map(str, error.instance_path))
    keyword = error.schema_path[-1] if error.schema_path else ""
    if keyword == "additionalProperties":
        known = _known_keys(schema, error.schema_path[:-1])
        for key in sorted(set(error.instance) - known):
            yield Fault(
                f"there is no setting {key!r}", path, _did_you_mean(key, known), "bad-setting"
            )
    elif keyword == "oneOf":
        yield Fault(
            "a contract has either `package` (Pydantic models) or `folder` (JSON Schema files)",
            path,
            "Write one of them.",
            "bad-setting",
        )
    elif keyword == "pattern" and "propertyNames" in error.schema_path:
        shape = schema["properties"]["contracts"]["propertyNames"]["pattern"]
        for name in error.instance if isinstance(error.instance, Mapping) else [error.instance]:
            if not re.search(shape, name):
                yield Fault(
                    f"{name!r} is not a contract's name",
                    path,
                    "Use lower-case words joined by hyphens, such as shop-internal.",
                    "bad-setting",
                )
    else:
        yield from _value_faults(error, schema, path, keyword)


def _value_faults(error: Any, schema: Table, path: str, keyword: Any) -> Iterator[Fault]:
    if "propertyNames" in error.schema_path:
        steps = error.schema_path
        known = set(_node(schema, steps[: steps.index("propertyNames") + 1])["enum"])
        names = error.instance if isinstance(error.instance, Mapping) else [error.instance]
        for name in (name for name in names if name not in known):
            what = path.rpartition(".")[2].removesuffix("s")
            yield Fault(
                f"there is no {what} {name!r}", path, _did_you_mean(name, known), "bad-setting"
            )
        return
    if keyword in {"required", "minProperties"} and path in {"", "contracts"}:
        advice = (
            "Write a table contracts.NAME with `package` or `folder`, as `modelpact init` does."
        )
        yield Fault("there is no contract", "contracts", advice, "bad-setting")
        return
    what = f"has a value that does not fit: {error.message}"
    if keyword == "enum":
        shown = ", ".join(map(json.dumps, error.kind.options))
        what = f"is {json.dumps(error.instance)}, and may be {shown}"
    elif keyword == "pattern":
        what = f"has a value that does not fit: {json.dumps(error.instance)}"
    yield Fault(what, path, _meaning(schema, error.schema_path[:-1]), "bad-setting")


def _meaning(schema: Table, path: list[str | int]) -> str:
    """What a setting is, with an example where there is one."""
    node = _node(schema, path)
    said = str(node.get("description", "")).strip()
    examples = [*node.get("examples", ()), *([node["default"]] if node.get("default") else ())]
    example = f" For example: {json.dumps(examples[0])}." if examples else ""
    return f"{said}{example}".strip()


def _known_keys(schema: Table, path: list[str | int]) -> set[str]:
    return set(_node(schema, path).get("properties", ()))


def _node(schema: Table, path: list[str | int]) -> Table:
    node: Any = schema
    for step in path:
        if step == "$ref":
            for part in node["$ref"].removeprefix("#/").split("/"):
                schema = schema[part]
            node = schema
        else:
            node = node[step]
    return cast("Table", node)


def _did_you_mean(key: str, known: set[str]) -> str:
    close = difflib.get_close_matches(key, sorted(known), n=1)
    return (
        f"Did you mean {close[0]!r}?"
        if close
        else f"The settings here are: {', '.join(sorted(known))}."
    )
