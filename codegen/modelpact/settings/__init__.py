"""The project's settings: ``[tool.modelpact]`` in ``pyproject.toml``, or ``modelpact.toml``.

Their schema, ``settings.schema.json``, says what may stand there and is the source of the
reference page.
"""

from __future__ import annotations

from modelpact.settings.checking import check_table
from modelpact.settings.reading import find_settings, load_settings, settings_schema
from modelpact.settings.values import (
    CONFIG_FILE,
    ContractSettings,
    FolderSource,
    GateSettings,
    PackageSource,
    PathSeverity,
    Settings,
)

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
