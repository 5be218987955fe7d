"""Whether an engine that backtracks needs more than linear time for a pattern.

That is decided by the structure of the pattern, and shown by a family of texts.

Sources: Weideman, van der Merwe, Berglund, Watson, *Analyzing matching time behavior of
backtracking regular expression matchers by using ambiguity of NFA* (2016); Weber and Seidl, *On the
degree of ambiguity of finite automata* (1991); ECMA-262 section 22.2.2 (*RepeatMatcher*: an
iteration that is not asked for does not match the empty text).
"""

from __future__ import annotations

from modelpact.lint.backtracking.attacks import Attack, attack_on

__all__ = ["Attack", "attack_on"]
