"""Pydantic models -> JSON Schema documents. The only package that imports Pydantic."""

from __future__ import annotations

from modelpact.export.contract import export_contract, export_contracts
from modelpact.export.discovery import discover
from modelpact.export.request import Discovery, Exported, ExportRequest

__all__ = [
    "Discovery",
    "ExportRequest",
    "Exported",
    "discover",
    "export_contract",
    "export_contracts",
]
