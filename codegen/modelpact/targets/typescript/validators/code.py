"""Functions and modules while they are written: lines, names, imports, constants."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from modelpact.targets.typescript.text import string_literal
from modelpact.targets.typescript.validators.demands import Key

__all__ = ["Function", "Module", "inherited", "member"]

_SIMPLE: Final = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
_INHERITED: Final = frozenset(
    {
        "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__",
        "__proto__", "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable",
        "toLocaleString", "toString", "valueOf",
    }
)  # fmt: skip
"""Names that every object has from ``Object.prototype``."""


def inherited(name: str) -> bool:
    """Whether an object that has no such member of its own seems to have one."""
    return name in _INHERITED


def member(value: str, name: str) -> str:
    """The expression of an object's own member; ``undefined`` where it has none."""
    if inherited(name):
        return f"own({value}, {string_literal(name)})"
    dotted = _SIMPLE.fullmatch(name)
    return f"{value}.{name}" if dotted else f"{value}[{string_literal(name)}]"


@dataclass(slots=True)
class Module:
    """One module while it is written.

    Attributes:
        helpers: Names of the runtime that it uses.
        imports: For each other module the names it is imported by: (exported, local).
        constants: Expressions by name, in order.
        functions: The text of each function, in order.

    """

    helpers: set[str] = field(default_factory=set)
    imports: dict[str, dict[str, str]] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    functions: list[str] = field(default_factory=list)
    _numbers: dict[str, int] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)

    def helper(self, name: str) -> str:
        """A function of the runtime, which is imported."""
        self.helpers.add(name)
        return name

    def name(self, stem: str) -> str:
        """A name that nothing else in the module has."""
        self._numbers[stem] = self._numbers.get(stem, 0) + 1
        return f"{stem}{self._numbers[stem]}"

    def constant(self, stem: str, expression: str) -> str:
        """A constant of the module with this value; made once."""
        known = self._known.get(expression)
        if known is None:
            known = self._known[expression] = self.name(stem)
            self.constants[known] = expression
        return known

    def set_of(self, names: list[str]) -> str:
        """A constant set of strings."""
        inner = ", ".join(map(string_literal, names))
        return self.constant("N", f"/* @__PURE__ */ new Set([{inner}])")

    def pattern(self, source: str) -> str:
        """A constant regular expression."""
        literal = string_literal(source)
        return self.constant("R", f'/* @__PURE__ */ new RegExp({literal}, "u")')


@dataclass(slots=True)
class Function:
    """One function while it is written.

    Attributes:
        module: The module that it is written into.
        owner: The schema that it belongs to.
        deep: Whether it knows, as ``d``, how deep in the value it is.

    """

    module: Module
    owner: Key
    deep: bool
    _lines: list[str] = field(default_factory=list)
    _indent: int = 1
    _locals: int = 0

    def add(self, line: str) -> None:
        """Write a line."""
        self._lines.append(f"{'  ' * self._indent}{line}")

    def local(self, stem: str = "x") -> str:
        """A name for a variable."""
        self._locals += 1
        return f"{stem}{self._locals}"

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """Lines within braces."""
        self.add(f"{head} {{")
        self._indent += 1
        yield
        self._indent -= 1
        self.add("}")

    def refuse_unless(self, test: str) -> None:
        """Return false unless an expression holds."""
        if test == "false":
            self.add("return false;")
        elif test != "true":
            self.add(f"if ({negated(test)}) return false;")

    def depth(self, step: int) -> str:
        """The argument that says how deep a part of the value is."""
        if not self.deep:
            return "0"
        return "d + 1" if step else "d"

    def text(self, name: str, parameters: str, *, exported: bool = False) -> str:
        """The whole function."""
        body = "\n".join(self._lines)
        export = "export " if exported else ""
        depth = ", d" if self.deep else ""
        return f"{export}function {name}({parameters}{depth}) {{\n{body}\n}}"


_CALL: Final = re.compile(r"[A-Za-z0-9_$.]+\([^()]*\)")


def negated(test: str) -> str:
    """The opposite of an expression."""
    if _CALL.fullmatch(test):
        return f"!{test}"
    comparison = _COMPARISON.fullmatch(test)
    if comparison is not None:
        operator = {"===": "!==", "!==": "==="}[comparison[2]]
        return f"{comparison[1]} {operator} {comparison[3]}"
    return f"!({test})"


_COMPARISON: Final = re.compile(
    r'((?:typeof )?[A-Za-z0-9_$.]+) (===|!==) ("[a-zA-Z0-9_]*"|[a-z0-9]+)'
)
