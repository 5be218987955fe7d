"""The project's settings: ``[tool.modelpact]`` in ``pyproject.toml``, or ``modelpact.toml``.

Their schema, ``settings.schema.json``, says what may stand there and is the source of the
reference page; this module turns a file that satisfies it into values.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, cast

from modelpact.errors import ErrorGroup, Fault, ModelpactError

__all__ = [
    "CONFIG_FILE",
    "ContractSettings",
    "FolderSource",
    "GateSettings",
    "PackageSource",
    "PathSeverity",
    "Settings",
    "check_table",
    "find_settings",
    "load_settings",
    "settings_schema",
]

CONFIG_FILE = "modelpact.toml"
_PYPROJECT = "pyproject.toml"

Table: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class PackageSource:
    """Pydantic models of a Python package.

    Attributes:
        package: The package's, or module's, dotted name.
        path: The folder to put on ``sys.path``.
        include, exclude: Glob patterns over qualified names.

    """

    package: str
    path: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FolderSource:
    """JSON Schema files that nobody's models made: a file, or a folder."""

    folder: Path


@dataclass(frozen=True, slots=True)
class PathSeverity:
    """What findings weigh at some places; all but ``severity`` are glob patterns."""

    severity: str
    document: str = "*"
    path: str = "*"
    rule: str = "*"


@dataclass(frozen=True, slots=True)
class GateSettings:
    """The policy of the gate.

    Attributes:
        mode: Who must understand whom.
        content: What writers send.
        formats: Whether ``format`` restricts values.
        transitive: Whether a change is held against every release of the latest one's major
            version, or against the latest alone.
        severity: What findings weigh, by rule; whether there are such rules the gate says.
        paths: What they weigh at some places.

    """

    mode: Literal["role", "backward", "forward", "full"] = "role"
    content: Literal["tolerant", "strict"] = "tolerant"
    formats: Literal["assert", "annotate"] = "assert"
    transitive: bool = True
    severity: Mapping[str, str] = field(default_factory=dict)
    paths: tuple[PathSeverity, ...] = ()


@dataclass(frozen=True, slots=True)
class ContractSettings:
    """One contract's table. ``targets`` are options by target; each target reads its own."""

    name: str
    source: PackageSource | FolderSource
    title: str = ""
    description: str = ""
    audience: Literal["public", "internal"] = "public"
    digits: Literal["unicode", "ascii"] = "unicode"
    targets: Mapping[str, Table] = field(default_factory=dict)
    gate: GateSettings = field(default_factory=GateSettings)


@dataclass(frozen=True, slots=True)
class Settings:
    """A project's settings, with paths made absolute.

    Attributes:
        file: Where they were read.
        base_url: Without a slash at its end.
        schemas: The folder of documents; ``generated``: the folder of SDKs.
        contracts: In the file's order.

    """

    file: Path
    base_url: str
    schemas: Path
    generated: Path
    contracts: tuple[ContractSettings, ...]

    @property
    def root(self) -> Path:
        """The project's folder: where the file stands."""
        return self.file.parent

    @property
    def prefix(self) -> str:
        """What stands before a key of the file, for messages."""
        return "tool.modelpact." if self.file.name == _PYPROJECT else ""


def find_settings(start: Path) -> Path:
    """The settings file that governs a folder: in it, or in the nearest folder above.

    Raises:
        ModelpactError: There is none, or a folder has two.

    """
    for folder in (start.resolve(), *start.resolve().parents):
        found = [file for file in (folder / CONFIG_FILE, folder / _PYPROJECT) if _governs(file)]
        if len(found) > 1:
            raise ModelpactError(
                f"both {CONFIG_FILE} and [tool.modelpact] in {_PYPROJECT} have settings",
                where=str(folder),
                advice="Keep one of them.",
                rule="two-settings",
            )
        if found:
            return found[0]
    raise ModelpactError(
        "there are no Modelpact settings here or in any folder above",
        where=str(start),
        advice="Run `modelpact init` in the project's folder to write them.",
        rule="no-settings",
    )


def load_settings(file: Path) -> Settings:
    """Read and check a settings file.

    Raises:
        ModelpactError: It cannot be read, is not TOML, or does not satisfy the schema; every
            fault is named with its key.

    """
    file = file.resolve()
    table = _table(file)
    prefix = "tool.modelpact" if file.name == _PYPROJECT else ""
    check_table(table, settings_schema(), file=str(file), prefix=prefix)
    root = file.parent
    return Settings(
        file=file,
        base_url=table.get("base-url", _default("base-url")).rstrip("/"),
        schemas=root / table.get("schemas", _default("schemas")),
        generated=root / table.get("generated", _default("generated")),
        contracts=tuple(
            _contract(name, contract, root, table.get("gate", {}))
            for name, contract in table["contracts"].items()
        ),
    )


@cache
def settings_schema() -> Table:
    """The published schema of the settings. Targets' options have schemas of their own."""
    text = files("modelpact").joinpath("settings.schema.json").read_text(encoding="utf-8")
    return cast("Table", json.loads(text))


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
            Fault(fault.what, f"{file}: {_key(prefix, fault.where)}", fault.advice, fault.rule)
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
                below += ((_key(path, str(key)), inner) for key, inner in value.items())
            elif isinstance(value, list):
                below += ((_key(path, str(number)), inner) for number, inner in enumerate(value))
        level = below
    if level:
        top = level[0][0].partition(".")[0]
        yield Fault("is nested too deeply", top, "Remove it: no setting is.", "bad-setting")


def _governs(file: Path) -> bool:
    if not file.is_file():
        return False
    return file.name == CONFIG_FILE or "modelpact" in _toml(file).get("tool", {})


def _toml(file: Path) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelpactError(
            f"cannot be read: {error.strerror or error}", where=str(file), rule="unreadable-file"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ModelpactError(f"is not TOML: {error}", where=str(file), rule="not-toml") from error
    except RecursionError as error:
        raise ModelpactError("is nested too deeply", where=str(file), rule="not-toml") from error


def _table(file: Path) -> Table:
    whole = _toml(file)
    if file.name != _PYPROJECT:
        return whole
    table = whole.get("tool", {}).get("modelpact")
    if table is None:
        raise ModelpactError(
            "has no table [tool.modelpact]",
            where=str(file),
            advice="Run `modelpact init` to write it.",
            rule="no-settings",
        )
    return cast("Table", table)


def _default(key: str) -> str:
    return cast("str", settings_schema()["properties"][key]["default"])


def _gate(general: Table, own: Table) -> GateSettings:
    """A contract's policy: its own words over those for all contracts."""
    said = {**general, **own}
    return GateSettings(
        mode=said.get("mode", "role"),
        content=said.get("content", "tolerant"),
        formats=said.get("formats", "assert"),
        transitive=said.get("transitive", True),
        severity={**general.get("severity", {}), **own.get("severity", {})},
        paths=tuple(
            PathSeverity(**entry) for entry in (*general.get("paths", ()), *own.get("paths", ()))
        ),
    )


def _contract(name: str, table: Table, root: Path, gate: Table) -> ContractSettings:
    source: PackageSource | FolderSource
    if "folder" in table:
        source = FolderSource(root / table["folder"])
    else:
        source = PackageSource(
            table["package"],
            (root / table.get("path", ".")).resolve(),
            tuple(table.get("include", ())),
            tuple(table.get("exclude", ())),
        )
    return ContractSettings(
        name=name,
        source=source,
        title=table.get("title", ""),
        description=table.get("description", ""),
        audience=table.get("audience", "public"),
        digits=table.get("digits", "unicode"),
        targets=table.get("targets", {}),
        gate=_gate(gate, table.get("gate", {})),
    )


def _key(prefix: str, path: str) -> str:
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
