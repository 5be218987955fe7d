"""Values that stand in schemas, checked against them."""

from __future__ import annotations

from typing import Any, Final, cast

from modelpact.documents.resources import join_uri
from modelpact.documents.sets import Document
from modelpact.documents.values import Json
from modelpact.lint.sites import Contract, Site

__all__ = ["faults_of"]

_NOWHERE: Final = "modelpact:///"


def faults_of(site: Site, value: Json) -> str:
    """What is wrong with a value that stands in a schema; empty where nothing is.

    Formats count. A schema that cannot be used, or that refers to what is not there, is a fault.
    """
    try:
        error = next(iter(_validator(site).iter_errors(cast("Any", value))), None)
    except ValueError as unusable:
        return str(getattr(unusable, "message", None) or unusable)
    if error is None:
        return ""
    place = "".join(f"/{step}" for step in error.instance_path)
    return f"{place}: {error.message}" if place else str(error.message)


def _validator(site: Site) -> Any:
    import jsonschema_rs

    key = f"{_address(site.document)}{site.pointer.fragment}"
    known = site.contract.checkers.get(key)
    if known is None:
        schema = {"$schema": site.dialect.uri, "$ref": key}
        known = jsonschema_rs.validator_for(
            schema, registry=_registry(site.contract), validate_formats=True
        )
        site.contract.checkers[key] = known
    return known


def _registry(contract: Contract) -> Any:
    import jsonschema_rs

    known = contract.checkers.get("")
    if known is None:
        documents: Any = [(_address(d), d.schema) for d in contract.documents]
        known = contract.checkers[""] = jsonschema_rs.Registry(documents)
    return known


def _address(document: Document) -> str:
    """A document's own address, or one that is like its place among the others."""
    schema: Any = document.schema
    stated = schema.get("$id") if isinstance(schema, dict) else None
    address = f"{_NOWHERE}{document.file}"
    return join_uri(address, stated.partition("#")[0]) if isinstance(stated, str) else address
