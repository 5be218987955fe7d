"""What the settings say, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

__all__ = [
    "CONFIG_FILE",
    "PYPROJECT",
    "ContractSettings",
    "FolderSource",
    "GateSettings",
    "PackageSource",
    "PathSeverity",
    "Settings",
    "Table",
]

CONFIG_FILE: Final = "modelpact.toml"
PYPROJECT: Final = "pyproject.toml"

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
        return "tool.modelpact." if self.file.name == PYPROJECT else ""
