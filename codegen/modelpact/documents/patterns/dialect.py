"""The dialects of regular expressions that patterns are written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["ECMA", "ECMA_STRICT", "RUST", "RUST_ASCII_DIGITS", "Dialect"]


@dataclass(frozen=True, slots=True)
class Dialect:
    r"""What a pattern means.

    Attributes:
        engine: `ecma` is ECMA-262 with the u flag, which JSON Schema recommends. `rust` is the
            crate `regex` in Unicode mode, which Pydantic checks patterns with.
        strict: Refuse what other validators than ECMA's own accept and agree upon: the
            escaping of any punctuation, a single `]` or `}`, `(?P<name>...)`, `(?i)`.
        ascii_digits: `\d` is [0-9] although the engine says otherwise.

    """

    engine: Literal["ecma", "rust"]
    strict: bool = False
    ascii_digits: bool = False


ECMA = Dialect("ecma")
ECMA_STRICT = Dialect("ecma", strict=True)
RUST = Dialect("rust")
RUST_ASCII_DIGITS = Dialect("rust", ascii_digits=True)
