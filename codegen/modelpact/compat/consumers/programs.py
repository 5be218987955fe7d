"""Consumers' programs: each compiles against one SDK and not against another."""

from __future__ import annotations

from collections.abc import Iterable

from modelpact.compat.consumers.spelling import MODULE, access, text
from modelpact.emit.naming import type_name
from modelpact.graph.nodes import Definition, Property

__all__ = ["gives", "imports", "leaves_out", "module", "reads", "takes_as"]


def imports(names: Iterable[str], *, values: bool = False) -> str:
    """An import from the SDK; of types only unless values are meant."""
    what = "import" if values else "import type"
    return f'{what} {{ {", ".join(sorted(set(names)))} }} from "{MODULE}";'


def module(*lines: str) -> str:
    """A whole module."""
    return "\n".join(lines) + "\n"


def reads(definition: Definition, prop: Property) -> str:
    """Reads a property."""
    name = type_name(definition.name)
    body = f"export const read = (value: {name}) => value{access(prop.name)};"
    return module(imports([name]), body)


def takes_as(definition: Definition, prop: Property, wanted: str, names: Iterable[str]) -> str:
    """Reads a property as a value of a type."""
    name = type_name(definition.name)
    body = f"export const read = (value: {name}): {wanted} => value{access(prop.name)};"
    return module(imports([name, *names]), body)


def gives(definition: Definition, prop: Property, given: str, names: Iterable[str]) -> str:
    """Writes a property with a value of a type."""
    name = type_name(definition.name)
    return module(
        imports([name, *names]),
        f"declare const given: {given};",
        f"export const written: {name}[{text(prop.name)}] = given;",
    )


def leaves_out(definition: Definition, prop: Property) -> str:
    """Writes a value without a property."""
    name = type_name(definition.name)
    return module(
        imports([name]),
        f"declare const others: Omit<{name}, {text(prop.name)}>;",
        f"export const written: {name} = {{ ...others }};",
    )
