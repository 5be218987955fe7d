"""What the keywords of a schema, and of its branches in place, evaluate on which condition."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from modelpact.compat.compiling.arrays import prefix_of
from modelpact.compat.compiling.context import Context, SchemaCompiler, Site
from modelpact.compat.compiling.objects import names_matching
from modelpact.compat.nodes import TRUE, Literal, kinds
from modelpact.compat.reasons import Reason, UndecidableError
from modelpact.compat.values import OBJECT

__all__ = ["ItemContribution", "NameContribution", "evaluated_items", "evaluated_names"]

_MAX_DEPTH: Final = 40


@dataclass(frozen=True, slots=True)
class NameContribution:
    """Names of members that are evaluated while a condition holds of the object.

    Attributes:
        condition: When it counts.
        names: Those that are spelled out.
        patterns: Sets of names.
        everything: All names.
        declares: Whether ``properties`` is given at all, if only for no name, and not in an ``if``.

    """

    condition: Literal
    names: frozenset[str] = frozenset()
    patterns: tuple[Literal, ...] = ()
    everything: bool = False
    declares: bool = False


@dataclass(frozen=True, slots=True)
class ItemContribution:
    """Items that are evaluated while a condition holds of the array.

    Attributes:
        prefix: The first so many.
        everything: All.
        contains: Those in a set.

    """

    condition: Literal
    prefix: int = 0
    everything: bool = False
    contains: Literal | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """A schema in place, and when it counts; ``tests`` what it says is asked, not declared."""

    schema: Mapping[str, Any]
    context: Context
    condition: Literal
    tests: bool = False


def evaluated_names(
    compiler: SchemaCompiler, schema: Mapping[str, Any], context: Context
) -> list[NameContribution]:
    """Every contribution to the names that ``unevaluatedProperties`` of a schema leaves alone."""
    result = []
    for place in _in_place(compiler, _Place(schema, context, TRUE), 0):
        ignored = "unevaluatedProperties" if place.schema is schema else ""
        contribution = _names_at(compiler, place, ignored)
        if contribution is not None:
            result.append(contribution)
    return result


def evaluated_items(site: Site) -> list[ItemContribution]:
    """Every contribution to the items that ``unevaluatedItems`` of a schema leaves alone."""
    result: list[ItemContribution] = []
    for place in _in_place(site.compiler, _Place(site.schema, site.context, TRUE), 0):
        ignored = "unevaluatedItems" if place.schema is site.schema else ""
        result.extend(_items_at(site.compiler, place, ignored))
    return result


def _names_at(compiler: SchemaCompiler, place: _Place, ignored: str) -> NameContribution | None:
    schema, handlers = place.schema, place.context.handlers
    given = "properties" in handlers and "properties" in schema
    names = schema["properties"] if given else {}
    patterns = schema.get("patternProperties", {}) if "patternProperties" in handlers else {}
    everything = any(
        keyword in schema and keyword in handlers and keyword != ignored
        for keyword in ("additionalProperties", "unevaluatedProperties")
    )
    if not given and not patterns and not everything:
        return None
    declares = given and not place.tests
    matching = tuple(names_matching(compiler, pattern) for pattern in patterns)
    return NameContribution(place.condition, frozenset(names), matching, everything, declares)


def _items_at(compiler: SchemaCompiler, place: _Place, ignored: str) -> Iterator[ItemContribution]:
    schema, context = place.schema, place.context
    handlers, modern = context.handlers, context.dialect.knows("prefixItems")
    prefix = prefix_of(schema, context)
    everything = "unevaluatedItems" in schema and ignored != "unevaluatedItems"
    if "items" in schema and "items" in handlers:
        everything = everything or modern or prefix is None or "additionalItems" in schema
    if everything or prefix:
        yield ItemContribution(place.condition, len(prefix or ()), everything)
    if modern and "contains" in schema and "contains" in handlers:
        contains = compiler.test_inside(schema["contains"], context)
        yield ItemContribution(place.condition, contains=contains)


def _in_place(compiler: SchemaCompiler, place: _Place, depth: int) -> Iterator[_Place]:
    """A schema and all that speaks of the same value on its behalf."""
    if not isinstance(place.schema, dict):
        return
    if depth > _MAX_DEPTH:
        raise UndecidableError(Reason.CYCLIC_REF, "unevaluated keywords over a cycle of references")
    schema, context = place.schema, place.context
    hidden = context.dialect.ref_hides_siblings and "$ref" in schema
    if not hidden:
        yield place
    for inner in _referred(compiler, place):
        yield from _in_place(compiler, _inherited(place, inner), depth + 1)
    if not hidden:
        for inner in _branches(compiler, place):
            yield from _in_place(compiler, _inherited(place, inner), depth + 1)


def _inherited(place: _Place, inner: _Place) -> _Place:
    return replace(inner, tests=True) if place.tests else inner


def _referred(compiler: SchemaCompiler, place: _Place) -> Iterator[_Place]:
    for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
        reference = place.schema.get(keyword)
        if not isinstance(reference, str) or keyword not in place.context.handlers:
            continue
        target = compiler.target(keyword, reference, place.context)
        if target is None:
            raise UndecidableError(Reason.REMOTE_REF, reference)
        resolved, context = target
        if isinstance(resolved.schema, dict):
            yield _Place(resolved.schema, context, place.condition)


def _branches(compiler: SchemaCompiler, place: _Place) -> Iterator[_Place]:
    schema, condition, table = place.schema, place.condition, compiler.table
    handlers = place.context.handlers
    if "allOf" in handlers:
        for branch in schema.get("allOf", ()):
            yield _Place(branch, place.context, condition)
        for keyword in ("anyOf", "oneOf"):
            for branch in schema.get(keyword, ()):
                # One that holds of nothing still says what there is to be written.
                holds = compiler.here(branch, place.context)
                yield _Place(branch, place.context, table.all_of([condition, holds]))
    for keyword in ("dependentSchemas", "dependencies"):
        if keyword in handlers:
            for name, branch in schema.get(keyword, {}).items():
                present = [table.types(OBJECT), table.keyword(kinds.REQUIRED, name)]
                holds = table.all_of([condition, *present])
                yield _Place(branch, place.context, holds)
    if "if" in schema and "if" in handlers:
        yield from _conditional(compiler, place)


def _conditional(compiler: SchemaCompiler, place: _Place) -> Iterator[_Place]:
    schema, condition, table = place.schema, place.condition, compiler.table
    test = compiler.test(schema["if"], place.context)
    holds = table.all_of([condition, test])
    yield _Place(schema["if"], place.context, holds, tests=True)
    if "then" in schema:
        yield _Place(schema["then"], place.context, holds)
    if "else" in schema:
        fails = table.all_of([condition, table.negate(test)])
        yield _Place(schema["else"], place.context, fails)
