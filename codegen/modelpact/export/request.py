"""What is asked of an export, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from modelpact.documents.sets import DocumentSet
from modelpact.errors import Fault

__all__ = ["DEFAULT_BASE_URL", "Audience", "Digits", "Discovery", "ExportRequest", "Exported"]

Audience = Literal["public", "internal"]
Digits = Literal["ascii", "unicode"]

DEFAULT_BASE_URL = "https://schemas.invalid"
"""Resolves nowhere, by RFC 2606; a contract that is really published states its own."""


@dataclass(frozen=True, slots=True)
class Discovery:
    """Where models are looked for.

    Attributes:
        package: The dotted name of a package or module.
        include: Patterns of modules or of ``module.Class`` names, as the shell knows them; empty
            means all. A pattern without a wildcard means what it names and all that is below.
        exclude: Likewise; wins over ``include``. A module that is excluded is not imported.
        path: Folders that are searched for the package before ``sys.path``.

    """

    package: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    path: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """One contract to make.

    Attributes:
        contract: Its name: part of every document's address.
        models: The classes that it publishes; what they need comes along. See :func:`.discover`.
        audience: ``public`` leaves out what is internal.
        base_url: What every ``$id`` starts with, without a slash at the end.
        version: The label in every ``$id``: ``next``, or a release's version.
        title: A human name, for SDKs' READMEs.
        description: What the contract is, for SDKs' READMEs.
        digits: What a class of digits in a pattern stands for: ``ascii`` (0 to 9) or ``unicode``.
        published: The files of earlier releases: names once published are kept, and a pair once
            released (``User.input.schema.json``) stays a pair.

    """

    contract: str
    models: tuple[type, ...]
    audience: Audience = "public"
    base_url: str = DEFAULT_BASE_URL
    version: str = "next"
    title: str = ""
    description: str = ""
    digits: Digits = "unicode"
    published: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Exported:
    """The documents of a contract, and what a person should know about how they came about."""

    documents: DocumentSet
    diagnostics: tuple[Fault, ...] = ()
