"""A package of many models, written for measuring: what a large product's contract looks like."""

from __future__ import annotations

import random
from pathlib import Path

__all__ = ["write_package"]

_SCALARS = (
    'str = Field(min_length=1, max_length={n}, description="Text number {i}.")',
    'int = Field(ge=0, le={n}000, description="A count, number {i}.")',
    'float = Field(ge=0, le=1, description="A rate, number {i}.")',
    'bool = Field(default=False, description="A switch, number {i}.")',
    'UUID = Field(description="An id, number {i}.")',
    'AwareDatetime = Field(description="A moment, number {i}.")',
    'date | None = Field(default=None, description="A day, number {i}.")',
    'str | None = Field(default=None, pattern="^[a-z]{{{n}}}$", description="A code, number {i}.")',
    'list[str] = Field(default=[], max_length={n}, description="Words, number {i}.")',
    'dict[str, int] = Field(default={{}}, description="Counts by name, number {i}.")',
    'Literal["a", "b", "c{n}"] = Field(description="One of three, number {i}.")',
    'Colour{e} = Field(description="A colour, number {i}.")',
)
_NESTED = (
    'Model{m} = Field(description="A part, number {i}.")',
    'Model{m} | None = Field(default=None, description="A part that may lack, number {i}.")',
    'list[Model{m}] = Field(default=[], description="Parts, number {i}.")',
    'dict[str, Model{m}] = Field(default={{}}, description="Parts by name, number {i}.")',
)


def write_package(
    folder: Path, *, models: int, fields: int = 20, package: str = "bulk", seed: int = 1
) -> None:
    """Write a package of one module.

    Args:
        folder: Where the package's folder goes.
        models: How many models; each refers to some that stand well before it.
        fields: How many fields each has.
        package: The package's name.
        seed: The same seed writes the same package.

    """
    chance = random.Random(seed)
    enums = max(1, models // 20)
    lines = [
        '"""Models for measuring."""',
        "from datetime import date",
        "from enum import StrEnum",
        "from typing import Literal",
        "from uuid import UUID",
        "from pydantic import AwareDatetime, BaseModel, Field",
    ]
    for number in range(enums):
        lines += [f"class Colour{number}(StrEnum):", f'    """Colours, number {number}."""']
        lines += [f'    C{member} = "c{number}-{member}"' for member in range(5)]
    for number in range(models):
        lines += [f"class Model{number}(BaseModel):", f'    """Model number {number}."""']
        for field in range(fields):
            nested = number > 0 and field % 5 == 4
            shape = chance.choice(_NESTED if nested else _SCALARS)
            # Not deep: Pydantic's own export gives up on chains of a hundred models.
            place = chance.randrange(number // 3 + 1) if nested else 0
            text = shape.format(n=chance.randrange(3, 60), i=field, e=number % enums, m=place)
            lines.append(f"    field_{field}: {text}")
    module = folder / package / "__init__.py"
    module.parent.mkdir(parents=True, exist_ok=True)
    module.write_text("\n".join(lines) + "\n", encoding="utf-8")
