"""Regular languages: what patterns accept, decided exactly.

    patterns = Patterns()
    old, new = patterns.compile("^[a-z]{1,8}$"), patterns.compile("^[a-z]+$")
    patterns.is_subset(old, new)    # None: proven
    patterns.is_subset(new, old)    # "aaaaaaaaa"

Terms of extended regular expressions (`nodes`, `algebra`), Brzozowski derivatives (`derivative`), a
translation from syntax trees (`translate`), searching (`search`) and counting (`automaton`).
"""

from __future__ import annotations

from modelpact.compat.regex.budget import RegexBudget, RegexBudgetExceeded
from modelpact.compat.regex.nodes import ANY, EMPTY, EPSILON, Language
from modelpact.compat.regex.session import Patterns
from modelpact.documents.patterns import (
    ECMA,
    RUST,
    Dialect,
    InvalidPattern,
    PatternError,
    UnsupportedPattern,
)

__all__ = [
    "ANY",
    "ECMA",
    "EMPTY",
    "EPSILON",
    "RUST",
    "Dialect",
    "InvalidPattern",
    "Language",
    "PatternError",
    "Patterns",
    "RegexBudget",
    "RegexBudgetExceeded",
    "UnsupportedPattern",
]
