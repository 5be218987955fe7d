"""``unevaluatedProperties`` and ``unevaluatedItems``: what no other keyword in place looked at.

Which members are evaluated depends on which branches hold. Each branch makes a *contribution*:
names (or items) that it evaluates, on the condition that it holds. Evaluated is the union, so for
each group of names that the same branches cover one clause says it all, exactly and without a case
split: *the values under these names are in S, or one of the covering branches holds*.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Any, Final

from modelpact.compat.compiling.arrays import each_item
from modelpact.compat.compiling.context import Handler, SchemaCompiler, Site
from modelpact.compat.compiling.contributions import (
    ItemContribution,
    NameContribution,
    evaluated_items,
    evaluated_names,
)
from modelpact.compat.compiling.objects import each_named, names_in
from modelpact.compat.nodes import TRUE, Literal, kinds
from modelpact.compat.reasons import Reason, UndecidableError
from modelpact.compat.values import STRING

__all__ = ["HANDLERS", "other_names"]

_MAX_PATTERNS: Final = 6
_MAX_CONTAINS: Final = 5


def other_names(
    compiler: SchemaCompiler, contributions: Sequence[NameContribution], value: Literal
) -> list[Literal]:
    """What it means that every value under an unevaluated name is in a set."""
    always = [c for c in contributions if c.condition == TRUE]
    if any(c.everything for c in always):
        return []
    sometimes = [c for c in contributions if c.condition != TRUE]
    table = compiler.table
    settled = {name for c in always for name in c.names}
    beyond = [table.negate(p) for p in dict.fromkeys(p for c in always for p in c.patterns)]
    literals = []
    for names, covering in _groups(compiler, sometimes, settled):
        constrained = each_named(table, table.all_of([names, *beyond]), value)
        literals.append(table.any_of([constrained, *[c.condition for c in covering]]))
    return literals


def _groups(
    compiler: SchemaCompiler, contributions: Sequence[NameContribution], settled: set[str]
) -> Iterator[tuple[Literal, list[NameContribution]]]:
    """All names but the settled ones, in groups that the same contributions cover."""
    table = compiler.table
    words = dict.fromkeys(n for c in contributions for n in c.names if n not in settled)
    groups: dict[tuple[int, ...], list[str]] = {}
    for word in words:
        covering = [i for i, c in enumerate(contributions) if _covers(compiler, c, word)]
        groups.setdefault(tuple(covering), []).append(word)
    for indexes, members in groups.items():
        yield names_in(table, members), [contributions[i] for i in indexes]
    spelled = [(STRING, name) for name in sorted({*words, *settled})]
    rest = table.negate(table.values(frozenset(spelled)))
    patterns = list(dict.fromkeys(p for c in contributions for p in c.patterns))
    if len(patterns) > _MAX_PATTERNS:
        raise UndecidableError(Reason.BUDGET, "unevaluatedProperties over many patterns")
    for signs in product((False, True), repeat=len(patterns)):
        matched = {p for p, sign in zip(patterns, signs, strict=True) if sign}
        cell = [p if p in matched else table.negate(p) for p in patterns]
        covering_rest = [
            c for c in contributions if c.everything or not matched.isdisjoint(c.patterns)
        ]
        yield table.all_of([rest, *cell]), covering_rest


def _covers(compiler: SchemaCompiler, contribution: NameContribution, name: str) -> bool:
    if contribution.everything or name in contribution.names:
        return True
    table = compiler.table
    for pattern in contribution.patterns:
        source, dialect = table.arguments[pattern]
        matches = compiler.strings.matches(source, dialect, name)
        if matches is None:
            raise UndecidableError(Reason.REGEX, source)
        if matches:
            return True
    return False


def _other_items(
    compiler: SchemaCompiler, contributions: Sequence[ItemContribution], item: Literal
) -> list[Literal]:
    """What it means that every unevaluated item is in a set."""
    table = compiler.table
    always = [c for c in contributions if c.condition == TRUE]
    if any(c.everything for c in always):
        return []
    start = max((c.prefix for c in always), default=0)
    allowed = table.any_of([item, *[c.contains for c in always if c.contains is not None]])
    sometimes = [c for c in contributions if c.condition != TRUE]
    bounds = sorted({start, *[c.prefix for c in sometimes if c.prefix > start]})
    literals = []
    for first, last in zip(bounds, [*bounds[1:], None], strict=True):
        covering = [c.condition for c in sometimes if c.everything or _reaches(c, last)]
        for given_up, wider in _by_contains(compiler, sometimes, allowed):
            segment = _segment(compiler, first, last, wider)
            literals.append(table.any_of([segment, *covering, *given_up]))
    return literals


def _reaches(contribution: ItemContribution, last: int | None) -> bool:
    return last is not None and contribution.prefix >= last


def _by_contains(
    compiler: SchemaCompiler, contributions: Sequence[ItemContribution], allowed: Literal
) -> Iterator[tuple[list[Literal], Literal]]:
    """For every set of conditional ``contains`` assumed away: those, and what items may be then."""
    conditional = [c for c in contributions if c.contains is not None]
    if len(conditional) > _MAX_CONTAINS:
        raise UndecidableError(Reason.BUDGET, "unevaluatedItems over many contains")
    for count in range(len(conditional) + 1):
        for away in combinations(conditional, count):
            kept = [c.contains for c in conditional if c not in away and c.contains is not None]
            wider = compiler.table.any_of([allowed, *kept])
            yield [c.condition for c in away], wider


def _segment(compiler: SchemaCompiler, first: int, last: int | None, item: Literal) -> Literal:
    table = compiler.table
    if last is None or item == TRUE:
        return each_item(table, first, item)
    return table.all_of([table.keyword(kinds.ITEM, index, item) for index in range(first, last)])


def _unevaluated_properties(site: Site, value: Any) -> None:
    inner = site.inside(value)
    if inner != TRUE:
        contributions = evaluated_names(site.compiler, site.schema, site.context)
        site.extend(other_names(site.compiler, contributions, inner))


def _unevaluated_items(site: Site, value: Any) -> None:
    inner = site.inside(value)
    if inner != TRUE:
        site.extend(_other_items(site.compiler, evaluated_items(site), inner))


HANDLERS: Final[Mapping[str, Handler]] = {
    "unevaluatedProperties": _unevaluated_properties,
    "unevaluatedItems": _unevaluated_items,
}
