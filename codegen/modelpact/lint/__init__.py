"""What is unwise about one set of documents: names, words, bounds, patterns.

Rules say what they see; what a finding weighs is the gate's to judge.
"""

from __future__ import annotations

from modelpact.lint.findings import LintFinding
from modelpact.lint.linting import lint
from modelpact.lint.rules import lint_rules

__all__ = ["LintFinding", "lint", "lint_rules"]
