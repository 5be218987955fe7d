"""What a generated module imports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from modelpact.targets.python.text import WIDTH

__all__ = ["HOMES", "Uses"]

_BASE: Final = "._base"
_TYPES: Final = "._types"

HOMES: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("Annotated", "Literal", "NamedTuple", "Never", "NewType", "TypeAlias", "Any"), "typing"
    ),
    **dict.fromkeys(("StrEnum",), "enum"),
    **dict.fromkeys(("ConfigDict", "Field", "JsonValue"), "pydantic"),
    "GetCoreSchemaHandler": "pydantic",
    "CoreSchema": "pydantic_core",
    "TypeAliasType": "typing_extensions",
    **dict.fromkeys(("ABSENT", "Always", "Model", "FromJson", "Wire"), _BASE),
    **dict.fromkeys(
        (
            "AnyTime",
            "BOOLEAN",
            "Date",
            "DateTime",
            "DecimalText",
            "Duration",
            "FORBIDDEN",
            "INTEGRAL",
            "Integer",
            "IntegerEnum",
            "IpV4",
            "IpV6",
            "KNOWN_FIRST",
            "Matches",
            "NaiveDateTime",
            "NaiveTime",
            "OneOf",
            "ScalarEnum",
            "Tail",
            "Text",
            "Time",
            "UNIQUE",
            "Uuid",
            "named_tuple_schema",
        ),
        _TYPES,
    ),
}
"""Where everything is that generated code uses, by its name."""

_STANDARD: Final = frozenset({"enum", "typing"})


class Uses:
    """The names that one module uses, with what they are called in it.

    A name that the contract has given to one of its own types keeps that meaning: the imported one
    is then called ``_Name``.

    Args:
        classes: The names of all generated types.

    """

    def __init__(self, classes: frozenset[str]) -> None:
        self._classes = classes
        self._wanted: dict[str, str] = {}
        self._siblings: dict[str, set[str]] = {}

    def of(self, name: str) -> str:
        """What a name of :data:`HOMES` is called here."""
        spelled = self._wanted.get(name)
        if spelled is None:
            spelled = self._wanted[name] = f"_{name}" if name in self._classes else name
        return spelled

    def sibling(self, module: str, name: str) -> str:
        """A type of another module of the package."""
        self._siblings.setdefault(module, set()).add(name)
        return name

    def lines(self) -> Iterator[str]:
        """The import statements: standard library, others, the package's own."""
        homes: dict[str, list[str]] = {}
        for name, spelled in self._wanted.items():
            asked = name if name == spelled else f"{name} as {spelled}"
            homes.setdefault(HOMES[name], []).append(asked)
        homes.update((f".{module}", list(names)) for module, names in self._siblings.items())
        groups: dict[int, list[str]] = {}
        for module, imported in sorted(homes.items()):
            if len(imported) > 1:
                imported.sort(key=_order)
            rank = 2 if module[0] == "." else module not in _STANDARD
            groups.setdefault(int(rank), []).append(_import(module, imported))
        return ("\n".join(groups[rank]) for rank in sorted(groups))


def _import(module: str, names: list[str]) -> str:
    line = f"from {module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    return f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")"


def _order(name: str) -> tuple[bool, str]:
    """Constants first, as isort has it."""
    return (not name.split(" ", maxsplit=1)[0].isupper(), name)
