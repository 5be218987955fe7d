"""What other tools call a change, beside a pair of schemas that shows it and what we say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

from modelpact.compat.policy import ContentPolicy
from modelpact.documents.sets import Document, DocumentSet

__all__ = [
    "Row", "array", "both", "documents", "expanded", "foreign", "narrows", "number", "record",
    "silent", "steps", "text", "widens",
]  # fmt: skip

Schema = Any
"""A schema as a test writes it."""


@dataclass(frozen=True)
class Row:
    """Kinds of change that one pair of schemas shows.

    Attributes:
        kinds: Their names in the other tool, with spaces between; ``{a,b}`` stands for either.
        old: The old schema, or set of documents.
        new: The new one.
        backward: The rules that say that old payloads are refused.
        forward: The rules that say that new payloads are refused by old readers.
        sdk: The rule that says that programs stop compiling, or are told something.
        why: Why nothing breaks; why it is not about JSON Schema, where there is no pair.
        content: The policy.

    """

    kinds: str
    old: Schema = None
    new: Schema = None
    backward: tuple[str, ...] = ()
    forward: tuple[str, ...] = ()
    sdk: str = ""
    why: str = ""
    content: ContentPolicy = "strict"

    @property
    def is_foreign(self) -> bool:
        """Whether the kinds are about what no schema says."""
        return self.old is None and self.new is None


def narrows(kinds: str, old: Schema, new: Schema, *rules: str, **more: Any) -> Row:
    """The new schema accepts less."""
    return Row(kinds, old, new, backward=rules, **more)


def widens(kinds: str, old: Schema, new: Schema, *rules: str, **more: Any) -> Row:
    """The new schema accepts more."""
    return Row(kinds, old, new, forward=rules, **more)


def both(kinds: str, old: Schema, new: Schema, *rules: str, **more: Any) -> Row:
    """Each schema accepts what the other does not, for the same reason."""
    return Row(kinds, old, new, backward=rules, forward=rules, **more)


def silent(kinds: str, old: Schema, new: Schema, why: str, **more: Any) -> Row:
    """No payload breaks."""
    return Row(kinds, old, new, why=why, **more)


def foreign(kinds: str, why: str) -> Row:
    """No schema says such a thing."""
    return Row(kinds, why=why)


def steps(narrower: str, wider: str, wide: Schema, narrow: Schema, rule: str) -> Iterator[Row]:
    """A step from a wide schema to a narrow one, and the same step back."""
    yield narrows(narrower, wide, narrow, rule)
    yield widens(wider, narrow, wide, rule)


def expanded(kinds: str) -> tuple[str, ...]:
    """The names that braces stand for."""
    return tuple(name for word in kinds.split() for name in _names(word))


def _names(word: str) -> Iterator[str]:
    parts = re.split(r"\{([^}]*)\}", word)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return ("".join(chosen) for chosen in product(*choices))


def documents(**schemas: Schema) -> DocumentSet:
    """A set of documents by name."""
    files = {f"{name}.schema.json": schema for name, schema in schemas.items()}
    return DocumentSet("set", {file: Document(file, file, s) for file, s in files.items()})


def text(**keywords: Any) -> Schema:
    """A string."""
    return {"type": "string", **keywords}


def number(**keywords: Any) -> Schema:
    """A number."""
    return {"type": "number", **keywords}


def array(**keywords: Any) -> Schema:
    """A list."""
    return {"type": "array", **keywords}


def record(*required: str, closed: bool = False, **properties: Any) -> Schema:
    """An object with properties, some of them required."""
    schema: dict[str, Any] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = list(required)
    if closed:
        schema["additionalProperties"] = False
    return schema
