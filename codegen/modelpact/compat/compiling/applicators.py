"""Types, finite sets, references, and combinations of schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from modelpact.compat.compiling.context import Handler, Site
from modelpact.compat.nodes import Literal, kinds
from modelpact.compat.values import TYPE_MASKS, Key, key_of

__all__ = ["HANDLERS"]


def _type(site: Site, value: Any) -> None:
    names = (value,) if isinstance(value, str) else value
    if not isinstance(names, list | tuple):
        raise site.invalid("type", "a type's name or a list of them")
    mask = 0
    for name in names:
        if not isinstance(name, str) or name not in TYPE_MASKS:
            raise site.invalid("type", "one of " + ", ".join(TYPE_MASKS))
        mask |= TYPE_MASKS[name]
    site.add(site.table.types(mask))
    if not site.dialect.fractions_are_integers and "integer" in names and "number" not in names:
        site.add(site.table.keyword(kinds.SPELLED_INTEGER))


def _key(site: Site, keyword: str, value: Any) -> Key:
    try:
        return key_of(value)
    except ValueError as error:
        raise site.invalid(keyword, "JSON") from error


def _enum(site: Site, value: Any) -> None:
    if not isinstance(value, list | tuple):
        raise site.invalid("enum", "a list of values")
    site.add(site.table.values(frozenset([_key(site, "enum", member) for member in value])))


def _const(site: Site, value: Any) -> None:
    site.add(site.table.values(frozenset((_key(site, "const", value),))))


def _branches(site: Site, keyword: str) -> list[Literal]:
    value = site.schema[keyword]
    if not isinstance(value, list | tuple) or not value:
        raise site.invalid(keyword, "a list of schemas, not empty")
    return [site.here(branch) for branch in value]


def _all_of(site: Site, _value: Any) -> None:
    site.extend(_branches(site, "allOf"))


def _any_of(site: Site, _value: Any) -> None:
    site.add(site.table.any_of(_branches(site, "anyOf")))


def _one_of(site: Site, _value: Any) -> None:
    site.add(site.table.one_of(_branches(site, "oneOf")))


def _not(site: Site, value: Any) -> None:
    site.add(site.table.negate(site.test(value)))


def _if(site: Site, value: Any) -> None:
    table = site.table
    condition = site.test(value)
    if "then" in site.schema:
        then = site.here(site.schema["then"])
        site.add(table.any_of([table.negate(condition), then]))
    if "else" in site.schema:
        site.add(table.any_of([condition, site.here(site.schema["else"])]))


def _reference(site: Site, keyword: str, value: Any) -> None:
    if not isinstance(value, str):
        raise site.invalid(keyword, "a reference")
    site.add(site.compiler.refer(keyword, value, site.context))


def _ref(site: Site, value: Any) -> None:
    _reference(site, "$ref", value)


def _dynamic_ref(site: Site, value: Any) -> None:
    _reference(site, "$dynamicRef", value)


def _recursive_ref(site: Site, value: Any) -> None:
    _reference(site, "$recursiveRef", value)


HANDLERS: Final[Mapping[str, Handler]] = {
    "type": _type,
    "enum": _enum,
    "const": _const,
    "allOf": _all_of,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "not": _not,
    "if": _if,
    "$ref": _ref,
    "$dynamicRef": _dynamic_ref,
    "$recursiveRef": _recursive_ref,
}
