"""Keywords on strings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.compat.compiling.context import Handler, Site
from modelpact.compat.formats import asserted_formats
from modelpact.compat.nodes import kinds

__all__ = ["HANDLERS"]


def _min_length(site: Site, _value: Any) -> None:
    count = site.count("minLength")
    if count:
        site.add(site.table.keyword(kinds.MIN_LENGTH, count))


def _max_length(site: Site, _value: Any) -> None:
    site.add(site.table.keyword(kinds.MAX_LENGTH, site.count("maxLength")))


def _pattern(site: Site, value: Any) -> None:
    if not isinstance(value, str):
        raise site.invalid("pattern", "a regular expression")
    site.add(site.table.keyword(kinds.PATTERN, value, site.compiler.policy.regex))


def _format(site: Site, value: Any) -> None:
    if not isinstance(value, str):
        raise site.invalid("format", "a string")
    asserted = site.compiler.policy.formats == "assert"
    if asserted and value in asserted_formats(site.dialect.name):
        site.add(site.table.keyword(kinds.FORMAT, value))


HANDLERS: Final[Mapping[str, Handler]] = {
    "minLength": _min_length,
    "maxLength": _max_length,
    "pattern": _pattern,
    "format": _format,
}
