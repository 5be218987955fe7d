"""A settings file as values. Its schema, ``settings.schema.json``, says what may stand there."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import cast

from modelpact.errors import ModelpactError
from modelpact.settings.checking import check_table
from modelpact.settings.values import (
    CONFIG_FILE,
    PYPROJECT,
    ContractSettings,
    FolderSource,
    GateSettings,
    PackageSource,
    PathSeverity,
    Settings,
    Table,
)

__all__ = ["find_settings", "load_settings", "settings_schema"]


def find_settings(start: Path) -> Path:
    """The settings file that governs a folder: in it, or in the nearest folder above.

    Raises:
        ModelpactError: There is none, or a folder has two.

    """
    for folder in (start.resolve(), *start.resolve().parents):
        found = [file for file in (folder / CONFIG_FILE, folder / PYPROJECT) if _governs(file)]
        if len(found) > 1:
            raise ModelpactError(
                f"both {CONFIG_FILE} and [tool.modelpact] in {PYPROJECT} have settings",
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
    prefix = "tool.modelpact" if file.name == PYPROJECT else ""
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
    if file.name != PYPROJECT:
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
