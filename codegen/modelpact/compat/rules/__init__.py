"""The rule catalogue: one file a rule; what it means, whom it breaks, how to change safely.

Rules explain; they do not decide. That a payload is refused is the engine's to prove: a break that
no rule recognises keeps its verdict under the id ``unclassified``.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Final, cast

from modelpact.compat.rules.model import Case, Category, Example, Rule

__all__ = [
    "UNCLASSIFIED",
    "Case",
    "Category",
    "Example",
    "Rule",
    "all_rules",
    "judge",
    "rule_named",
]

UNCLASSIFIED: Final = "unclassified"

_FIRST: Final = ("nullability",)
"""Rules that are asked before the others, because they say more of the same keywords."""


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which they are asked."""
    return _RULES or _load()


def _load() -> tuple[Rule, ...]:
    names = sorted(module.name for module in iter_modules(__path__) if module.name != "model")
    ordered = sorted(names, key=lambda name: (name not in _FIRST, name))
    global _RULES  # noqa: PLW0603 - read once from the folder beside this file
    _RULES = tuple(cast("Rule", import_module(f"{__name__}.{name}").RULE) for name in ordered)
    return _RULES


_RULES: tuple[Rule, ...] = ()


def rule_named(identifier: str) -> Rule | None:
    """The rule of an id."""
    return next((rule for rule in all_rules() if rule.id == identifier), None)


def judge(case: Case) -> tuple[str, str]:
    """The id of the rule that recognises a case, and its sentence."""
    for rule in all_rules():
        message = rule.message(case)
        if message is not None:
            return rule.id, message
    keyword = case.change.keyword
    return UNCLASSIFIED, case.say(
        f"{case.subject} is refused by `{keyword}` now",
        f"{case.subject} was refused by `{keyword}` and is allowed now",
    )
