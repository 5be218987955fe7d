"""Exporting models that a test writes as source text."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from modelpact.errors import Fault, ModelpactError
from modelpact.export import Discovery, Exported, ExportRequest, discover, export_contract

__all__ = ["PREAMBLE", "exported", "faults_of", "models_in", "schemas_of"]

PREAMBLE = """
import dataclasses, datetime, decimal, enum, ipaddress, uuid
from typing import *
from typing_extensions import NotRequired, TypeAliasType, TypedDict
from pydantic import *
from modelpact.annotations import *
import dataclasses
"""

_counter = itertools.count()


def models_in(folder: Path, source: str | Mapping[str, str], **discovery: Any) -> tuple[type, ...]:
    """The models of a package with these modules, or of one module."""
    name = f"exported_{next(_counter)}"
    files = {"__init__": source} if isinstance(source, str) else {"__init__": "", **source}
    package = folder / name
    package.mkdir()
    for module, text in files.items():
        (package / f"{module}.py").write_text(PREAMBLE + text.replace("PKG", name))
    patterns = {
        key: tuple(p.replace("PKG", name) for p in value) for key, value in discovery.items()
    }
    return discover(Discovery(name, path=(folder,), **patterns))


def exported(folder: Path, source: str | Mapping[str, str], **request: Any) -> Exported:
    """The public contract of the models of a source."""
    models = models_in(folder, source)
    return export_contract(ExportRequest("shop", models, **request))


def schemas_of(folder: Path, source: str | Mapping[str, str], **request: Any) -> dict[str, Any]:
    """The documents' schemas by the documents' names, without ``$schema`` and ``$id``."""
    documents = exported(folder, source, **request).documents
    return {document.name: _body(document.schema) for document in documents}


def _body(schema: Any) -> dict[str, Any]:
    return {key: value for key, value in schema.items() if key not in {"$schema", "$id"}}


def faults_of(folder: Path, source: str | Mapping[str, str], **request: Any) -> list[Fault]:
    """What is wrong with models."""
    try:
        exported(folder, source, **request)
    except ModelpactError as error:
        return list(error.faults)
    return []
