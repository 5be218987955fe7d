"""What was promised about how long things stay, and whether a removal kept it.

A removal breaks whoever uses what is gone; whether it was announced is another matter, and told
beside it. Facts are what consumers' programs notice; rules weigh them by a day.
"""

from __future__ import annotations

from modelpact.compat.lives.finding import life_findings
from modelpact.compat.lives.rules import life_rules

__all__ = ["life_findings", "life_rules"]
