"""The annotations that models may have, explained: what each says, what comes of it, how it looks.

`modelpact explain Sunset` and the page of the annotations say what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["ANNOTATIONS", "PRELUDE", "ExplainedAnnotation", "annotation_named"]


@dataclass(frozen=True, slots=True)
class ExplainedAnnotation:
    """An annotation for people.

    Attributes:
        name: Its name in :mod:`modelpact.annotations`.
        meaning: One sentence: what a model says by it.
        effect: What comes of it: in documents, in SDKs, at the gate.
        code: How it is written, after :data:`PRELUDE`.

    """

    name: str
    meaning: str
    effect: str
    code: str


PRELUDE: Final = """\
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from modelpact.annotations import (
    Brand,
    Extensible,
    Internal,
    Named,
    RenamedFrom,
    Role,
    Sunset,
)
"""
"""What the code of every annotation starts from."""

_EXPLAINED: Final = (
    ExplainedAnnotation(
        "Role",
        "What a model is for: an entity, a command, a view, an event or a value.",
        "The gate asks by it who must understand whom, and the export which documents there are."
        " Subclasses inherit it; a model without one is a value.",
        """\
@Role("command")
class PlaceOrder(BaseModel):
    note: str = ""
""",
    ),
    ExplainedAnnotation(
        "Internal",
        "A field, or a whole class, must never reach a public contract.",
        "It is in no document, SDK, example or default of a contract whose audience is public.",
        """\
class Customer(BaseModel):
    credit_limit: Annotated[int | None, Internal()] = None
""",
    ),
    ExplainedAnnotation(
        "Extensible",
        "An enumeration will grow.",
        "Readers must accept members that they do not know: a new member breaks nobody.",
        """\
@Extensible()
class Channel(StrEnum):
    MAIL = "mail"
    PHONE = "phone"
""",
    ),
    ExplainedAnnotation(
        "Brand",
        "A scalar is a type of its own: a `UserId` is no `TeamId`.",
        "SDKs have a type of the name, so that compilers tell such values apart. Payloads stay as"
        " they are.",
        """\
UserId = Annotated[int, Brand("UserId")]
""",
    ),
    ExplainedAnnotation(
        "Named",
        "The name to publish a class under, where it is not the class's own.",
        "The document and the SDKs' types are called so; the class may be renamed or moved.",
        """\
@Named("Address")
class PostalAddressV2(BaseModel):
    city: str
""",
    ),
    ExplainedAnnotation(
        "RenamedFrom",
        "The names that a field or a class was published under before.",
        "The gate and the changelog tell a rename, and not a removal and an addition. It breaks"
        " readers all the same.",
        """\
class Order(BaseModel):
    note: Annotated[str, RenamedFrom("comment")] = ""
""",
    ),
    ExplainedAnnotation(
        "Sunset",
        "The last day on which something deprecated is there: a field, a class, or a member of an"
        " enumeration.",
        "Documents, SDKs and the changelog say so. A removal after that day is told as announced"
        " (`life-announced`), one before it is an error of its own (`life-cut-short`).",
        """\
class Contact(BaseModel):
    fax: Annotated[str, Field(deprecated="Use mail."), Sunset("2027-01-31", since="1.1.0")] = ""


@Sunset("2027-01-31", member="FAX", message="Use MAIL.")
class Medium(StrEnum):
    FAX = "fax"
    MAIL = "mail"
""",
    ),
)

ANNOTATIONS: Final[Mapping[str, ExplainedAnnotation]] = {one.name: one for one in _EXPLAINED}
"""Every annotation, by its name."""


def annotation_named(name: str) -> ExplainedAnnotation | None:
    """The annotation of a name, however its letters are written; ``None`` where there is none."""
    lowered = name.lower().removeprefix("@").removesuffix("()")
    return next((one for one in _EXPLAINED if one.name.lower() == lowered), None)
