"""Tuples as Python type expressions."""

from __future__ import annotations

from collections.abc import Sequence

from modelpact.graph.nodes import TupleType
from modelpact.targets.python.context import Context
from modelpact.targets.python.forms import Form
from modelpact.targets.python.scalars import lengths

__all__ = ["tuple_form"]


def tuple_form(
    context: Context, tuple_: TupleType, items: Sequence[str], rest: str | None
) -> Form | None:
    """A tuple; one whose last positions may be left out is a union of tuples.

    Args:
        context: Where it stands.
        tuple_: The type.
        items: The expressions of its positions, one at least unless ``rest`` is ``None``.
        rest: The expression of further items.

    Returns:
        ``None`` where no length is allowed, so that there is no value.

    """
    most = len(items) if tuple_.max_items is None else min(tuple_.max_items, len(items))
    grows = rest is not None and (tuple_.max_items is None or tuple_.max_items > len(items))
    least = max(tuple_.required, tuple_.min_items)
    stop = len(items) if grows else most + 1
    members = [_fixed(items[:length]) for length in range(least, stop)]
    marks = (context.uses.of("UNIQUE"),) if tuple_.unique else ()
    if not grows:
        return Form(" | ".join(members), marks=marks) if members else None
    whole = _growing(context, tuple_, items, str(rest))
    if not members:
        return whole.saying((), marks)
    return Form(" | ".join([*members, whole.text(context.uses)]), marks=marks)


def _fixed(items: Sequence[str]) -> str:
    return f"tuple[{', '.join(items) or '()'}]"


def _growing(context: Context, tuple_: TupleType, items: Sequence[str], rest: str) -> Form:
    least = tuple_.min_items if tuple_.min_items > len(items) else 0
    limits = ", ".join(lengths(least, tuple_.max_items))
    return Form(
        f"tuple[{', '.join(items)}, *tuple[{rest}, ...]]",
        marks=(f"{context.uses.of('Tail')}({limits})",),
        tight=True,
    )
