"""The one way to make a Jinja environment.

Templates hold loops and trivial conditions; whatever they print has been decided, and escaped for
its language, in a target's views. So nothing is escaped here, and an undefined name is an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["environment"]


def environment(
    package: str, filters: Mapping[str, Callable[..., Any]] | None = None
) -> Environment:
    """An environment that reads the folder ``templates`` of a package.

    A target makes it once and keeps it: templates are compiled when they are first used.

    Args:
        package: The target's package: ``modelpact.targets.typescript``.
        filters: What its templates may call, by name.

    """
    from jinja2 import Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - source code, not HTML; views are escaped by their language
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    made.filters.update(filters or {})
    return made
