"""One edit that a team made to a model: what the schema was, what it is, and what that means."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, TypeAlias, cast

from pydantic import BaseModel, ConfigDict, TypeAdapter, create_model

__all__ = ["Edit", "Question", "Relation", "edit", "model"]

Schema: TypeAlias = dict[str, Any]
Direction: TypeAlias = Literal["backward", "forward"]
Content: TypeAlias = Literal["strict", "tolerant"]
Mode: TypeAlias = Literal["validation", "serialization"]


class Relation(Enum):
    """The values that the new schema accepts, beside those that the old one accepts."""

    EQUAL = "equal"
    WIDER = "wider"
    NARROWER = "narrower"
    INCOMPARABLE = "incomparable"

    @property
    def backward(self) -> bool:
        """Whether new readers accept all that old writers write."""
        return self in {Relation.EQUAL, Relation.WIDER}

    @property
    def forward(self) -> bool:
        """Whether old readers accept all that new writers write."""
        return self in {Relation.EQUAL, Relation.NARROWER}


@dataclass(frozen=True, slots=True)
class Question:
    """Does the reader's schema accept all that the writer writes?

    Attributes:
        name: The edit, the direction and the policy.
        reader: The schema that ought to accept more.
        writer: The schema that ought to accept less.
        content: ``strict``: to the letter. ``tolerant``: the writer sends declared properties only.
        compatible: The label.

    """

    name: str
    reader: Schema
    writer: Schema
    content: Content
    compatible: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """A labelled pair of schemas.

    Attributes:
        name: What was done, in words.
        reason: One word: the keyword or construct at issue.
        strict: What the label is by the letter of JSON Schema.
        tolerant: What it is where writers send declared properties only. ``backward`` and
            ``forward`` count there: answers under this policy are no order of sets.
        old: The schema before.
        new: The schema after.

    """

    name: str
    reason: str
    strict: Relation
    tolerant: Relation
    old: Schema
    new: Schema

    def question(
        self,
        direction: Direction,
        content: Content = "strict",
    ) -> Question:
        """The edit as one question with its answer."""
        relation = self.strict if content == "strict" else self.tolerant
        name = f"{self.name} ({direction}, {content})"
        if direction == "backward":
            return Question(name, self.new, self.old, content, relation.backward)
        return Question(name, self.old, self.new, content, relation.forward)

    def questions(self) -> tuple[Question, ...]:
        """The edit in both directions under both policies."""
        return tuple(
            self.question(direction, content)
            for direction in ("backward", "forward")
            for content in ("strict", "tolerant")
        )


def model(title: str = "Customer", /, config: ConfigDict | None = None, **fields: Any) -> Any:
    """A model class. A field is a type, or a type with a default or a ``Field(...)``."""
    definitions = {n: f if isinstance(f, tuple) else (f, ...) for n, f in fields.items()}
    return cast("type[BaseModel]", create_model(title, __config__=config, **definitions))  # type: ignore[call-overload]


def edit(  # noqa: PLR0913 - a row of a table
    name: str,
    reason: str,
    relation: Relation,
    old: Any,
    new: Any,
    *,
    tolerant: Relation | None = None,
    mode: Mode = "validation",
) -> Edit:
    """Label an edit; ``old`` and ``new`` are models or any other types that Pydantic knows."""
    return Edit(
        name, reason, relation, tolerant or relation, _schema(old, mode), _schema(new, mode)
    )


def _schema(kind: Any, mode: Mode) -> Schema:
    """The schema as a file would hold it."""
    return cast("Schema", json.loads(json.dumps(TypeAdapter(kind).json_schema(mode=mode))))
