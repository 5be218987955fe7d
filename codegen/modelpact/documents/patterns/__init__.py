"""Regular expressions of JSON Schema: what they mean, and how to write them portably."""

from __future__ import annotations

from modelpact.documents.patterns.charset import CharSet
from modelpact.documents.patterns.dialect import (
    ECMA,
    ECMA_STRICT,
    RUST,
    RUST_ASCII_DIGITS,
    Dialect,
)
from modelpact.documents.patterns.errors import InvalidPattern, PatternError, UnsupportedPattern
from modelpact.documents.patterns.parser import parse
from modelpact.documents.patterns.rewriting import means_the_same, rewrite
from modelpact.documents.patterns.syntax import Node

__all__ = [
    "ECMA",
    "ECMA_STRICT",
    "RUST",
    "RUST_ASCII_DIGITS",
    "CharSet",
    "Dialect",
    "InvalidPattern",
    "Node",
    "PatternError",
    "UnsupportedPattern",
    "means_the_same",
    "parse",
    "rewrite",
]
