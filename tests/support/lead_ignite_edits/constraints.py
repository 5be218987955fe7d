"""Constraints: tighter, looser, in another place, in another spelling."""

from __future__ import annotations

from support.lead_ignite_edits.edit import Edit, breaks, changes, edit, means_nothing

__all__ = ["EDITS"]

_PATTERN = 'pattern=r"^[a-z0-9_]+$"'
_SCALARS = "shared/scalars.py"

EDITS: tuple[Edit, ...] = (
    # --- strings ---------------------------------------------------------------------------------
    edit(
        "a name may be longer",
        breaks("length"),
        ("user/core.py", "max_length=32", "max_length=64"),
    ),
    edit(
        "a name may not be as long",
        breaks("length"),
        ("user/core.py", "max_length=32", "max_length=24"),
    ),
    edit(
        "a name may be shorter",
        breaks("length"),
        ("user/core.py", "min_length=3", "min_length=1"),
    ),
    edit(
        "a pattern matches more",
        breaks("pattern"),
        ("user/core.py", _PATTERN, 'pattern=r"^[a-z0-9_.]+$"'),
    ),
    edit(
        "a pattern matches less",
        breaks("pattern"),
        ("user/core.py", _PATTERN, 'pattern=r"^[a-z][a-z0-9_]*$"'),
    ),
    edit(
        "a pattern is spelled otherwise",
        means_nothing(),
        ("user/core.py", _PATTERN, 'pattern=r"^[_0-9a-z]{1,}$"'),
    ),
    edit(
        "a pattern is gone",
        breaks("pattern"),
        (_SCALARS, 'Field(pattern=r"^\\+[1-9][0-9]{1,14}$")', "Field()"),
    ),
    edit(
        "a long text has no greatest length",
        breaks("length"),
        (_SCALARS, "Field(max_length=100_000)", "Field()"),
    ),
    edit(
        "an address may be longer",
        breaks("length"),
        (_SCALARS, "max_length=254", "max_length=320"),
    ),
    edit(
        "a link may be shorter only",
        breaks("length"),
        (_SCALARS, "max_length=2048", "max_length=1024"),
    ),
    edit(
        "an identifier must be a random one",
        breaks("pattern"),
        (
            "shared/ids.py",
            "from uuid import UUID\n",
            "from uuid import UUID\n\nfrom pydantic import UUID4\n",
        ),
        ("shared/ids.py", "BlogId = Annotated[UUID,", "BlogId = Annotated[UUID4,"),
    ),
    # --- numbers ---------------------------------------------------------------------------------
    edit(
        "a greatest value is raised",
        breaks("bounds"),
        ("user/billing.py", "ge=1, le=12", "ge=1, le=13"),
    ),
    edit(
        "a least value is raised",
        breaks("bounds"),
        ("user/billing.py", "ge=2000, le=2100", "ge=2020, le=2100"),
    ),
    edit(
        "a greatest value is gone",
        breaks("bounds"),
        ("user/kanban.py", "order: int = Field(ge=0, le=999,", "order: int = Field(ge=0,"),
    ),
    edit(
        "a least value is excluded",
        breaks("bounds"),
        (_SCALARS, "Annotated[float, Field(ge=0,", "Annotated[float, Field(gt=0,"),
    ),
    edit(
        "a step is demanded",
        breaks("multiple-of"),
        ("user/billing.py", "ge=0, le=180,", "ge=0, le=180, multiple_of=15,"),
    ),
    edit(
        "an integer has fewer digits",
        breaks("bounds"),
        ("user/ai_usage.py", "import Int64Count, Name", "import Count, Int64Count, Name"),
        ("user/ai_usage.py", "input_tokens: Int64Count", "input_tokens: Count"),
    ),
    edit(
        "an integer is said to be narrow",
        changes(),
        ("user/billing.py", "ge=1, le=12,", 'ge=1, le=12, json_schema_extra={"format": "int32"},'),
    ),
    # --- lists, dictionaries, tuples -------------------------------------------------------------
    edit(
        "a list may be longer",
        breaks("item-count"),
        ("user/blog.py", "default=[], max_length=30,", "default=[], max_length=50,"),
    ),
    edit(
        "a list may not be as long",
        breaks("item-count"),
        ("user/billing.py", "default=[], max_length=20,", "default=[], max_length=10,"),
    ),
    edit(
        "a list must have one more item",
        breaks("item-count"),
        (
            "user/saved_search.py",
            'min_length=1, description="What must all',
            'min_length=2, description="What must all',
        ),
    ),
    edit(
        "a list may have duplicates",
        breaks("unique-items"),
        ("user/kanban.py", "labels: UniqueList[Tag]", "labels: list[Tag]"),
    ),
    edit(
        "a list may not have duplicates",
        breaks("unique-items"),
        ("user/blog.py", "outline: list[Text]", "outline: UniqueList[Text]"),
    ),
    edit(
        "the keys of a dictionary are constrained",
        breaks("property-names"),
        ("user/profile.py", "dict[str, bool]", "dict[Name, bool]"),
    ),
    edit(
        "the values of a dictionary are constrained",
        breaks("length"),
        ("user/ai_usage.py", "dict[str, str]", "dict[str, Name]"),
    ),
    edit(
        "a dictionary has a greatest size",
        breaks("property-count"),
        ("user/ai_usage.py", "default={},", "default={}, max_length=16,"),
    ),
    edit(
        "a position of a tuple is constrained",
        breaks("bounds"),
        ("shared/location_info.py", "ge=-90, le=90,", "ge=-85, le=85,"),
    ),
    # --- by role ---------------------------------------------------------------------------------
    edit(
        "a command asks for less",
        changes(),
        ("cqrs/scalars.py", "min_length=12", "min_length=8"),
    ),
    edit(
        "a command asks for more",
        breaks("length"),
        ("cqrs/scalars.py", "min_length=12", "min_length=16"),
    ),
    edit(
        "what is emitted is shorter",
        changes(),
        ("cqrs/scalars.py", "max_length=512", "max_length=256"),
    ),
    edit(
        "what is emitted is longer",
        breaks("length"),
        ("cqrs/scalars.py", "max_length=512", "max_length=1024"),
    ),
    # --- without meaning -------------------------------------------------------------------------
    edit(
        "a constraint moves to an alias",
        means_nothing(),
        ("user/kanban.py", "from enum import", "from typing import Annotated\nfrom enum import"),
        (
            "user/kanban.py",
            "class KanbanPriority(",
            "_Place = Annotated[int, Field(ge=0, le=999)]\n\n\nclass KanbanPriority(",
        ),
        ("user/kanban.py", "order: int = Field(ge=0, le=999, ", "order: _Place = Field("),
    ),
    edit(
        "constraints are spelled with other means of Pydantic's",
        means_nothing(),
        (
            _SCALARS,
            "import AfterValidator, Field",
            "import AfterValidator, Field, StringConstraints, conint",
        ),
        (_SCALARS, "Tag = Annotated[str, Field(", "Tag = Annotated[str, StringConstraints("),
        (
            _SCALARS,
            "Annotated[int, Field(ge=0, le=_MAX_SAFE_INTEGER)]",
            "conint(ge=0, le=_MAX_SAFE_INTEGER)",
        ),
    ),
    edit(
        "a bound is said twice",
        means_nothing(),
        (
            "user/billing.py",
            "exp_month: int = Field(ge=1, le=12,",
            "exp_month: int = Field(ge=1, gt=0, le=12,",
        ),
    ),
)
