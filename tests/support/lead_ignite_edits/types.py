"""Types: other ones, tuples, generics, the same type in another spelling."""

from __future__ import annotations

from support.lead_ignite_edits.edit import (
    Edit,
    breaks,
    breaks_code,
    changes,
    edit,
    means_nothing,
)

__all__ = ["EDITS"]

_KANBAN = "user/kanban.py"
_LOCATION = "shared/location_info.py"
_IMPORTS = "from enum import IntEnum, StrEnum\n"
_ITEM = '@Role("value")\nclass ChecklistItem(LeadIgniteModel'
_ITEM_TEXT = "    text: Text ="
_GENERIC_IMPORTS = f"{_IMPORTS}from typing import Generic, TypeVar\n\n"
_DATE = '    date: Annotated[dt.date, Field(description="The day.")]\n'
_VALUE = "    value: Annotated[float, Field(ge=0, le=100, "
_SUGGESTION = '''_Value = TypeVar("_Value")


@Role("value")
class Suggestion(LeadIgniteModel, Generic[_Value]):
    """A value that the assistant proposed."""

    value: _Value = Field(description="The value.")
    confidence: Rate = Field(description="How sure the assistant is, 0 to 1.")


'''
_GUESS = """    guess: Suggestion[Name] | None = Field(default=None, description="A title.")
"""
_ENUM_OF_ONE = """from enum import StrEnum


class _Kind(StrEnum):
    USER = "user"


"""
_CHECKED = """_Said = TypeVar("_Said")


class _Checked(LeadIgniteModel, Generic[_Said]):
    text: _Said = Field(description="What is to be done.")
    is_done: bool = Field(default=False, description="Whether it is done.")


"""

EDITS: tuple[Edit, ...] = (
    # --- other types -----------------------------------------------------------------------------
    edit(
        "a string becomes an integer",
        breaks("type"),
        ("user/blog.py", "post_id: Name", "post_id: int"),
    ),
    edit(
        "a number becomes an integer",
        breaks("type"),
        ("user/research.py", "value: Annotated[float,", "value: Annotated[int,"),
    ),
    edit(
        "an integer becomes a number",
        breaks("type"),
        (_KANBAN, "wip_limit: int | None", "wip_limit: float | None"),
    ),
    edit(
        "an enum of integers becomes a truth value",
        breaks("type", sdk=("sdk-type-removed",)),
        (
            _KANBAN,
            "priority: KanbanPriority = Field(\n        default=KanbanPriority.MEDIUM,",
            "priority: bool = Field(\n        default=False,",
        ),
        lenient={"type": "an enum of integers reads true as 1"},
    ),
    edit(
        "a bounded integer becomes a truth value with its bounds",
        breaks("type"),
        ("user/billing.py", "exp_year: int", "exp_year: bool"),
        lenient={"type": "Pydantic holds bounds against true and false; JSON Schema does not"},
    ),
    edit(
        "a string becomes one of several",
        breaks("enum"),
        ("shared/money.py", "import Annotated", "import Annotated, Literal"),
        (
            "shared/money.py",
            'Annotated[str, Field(pattern=r"^[A-Z]{3}$"), Brand',
            'Annotated[Literal["EUR", "USD"], Brand',
        ),
    ),
    edit(
        "one of several becomes any string",
        breaks("enum", sdk=("sdk-type-removed",)),
        ("user/blog.py", "post_type: PostType", "post_type: Name"),
    ),
    edit(
        "a list becomes one value",
        breaks("type"),
        (
            "user/blog.py",
            "outline: list[Text] = Field(default=[]",
            "outline: Text = Field(default=''",
        ),
    ),
    edit(
        "one value becomes a list",
        breaks("type"),
        ("shared/contact_info.py", "    email: Email", "    email: list[Email]"),
    ),
    edit(
        "a moment becomes a day",
        breaks("format"),
        (_KANBAN, _IMPORTS, f"from datetime import date\n{_IMPORTS}"),
        (_KANBAN, "due_at: AwareDatetime | None", "due_at: date | None"),
    ),
    edit(
        "a dictionary may hold anything",
        breaks("type"),
        ("user/ai_usage.py", "dict[str, str]", "dict[str, object]"),
    ),
    # --- tuples ----------------------------------------------------------------------------------
    edit(
        "a tuple has one more position",
        breaks("item-count"),
        (
            _LOCATION,
            "east positive.",
            'east positive.")]\n    alt: Annotated[float, Field(description="',
        ),
    ),
    edit(
        "the positions of a tuple change places",
        breaks("type"),
        ("user/research.py", f"{_DATE}{_VALUE}", _VALUE),
        ("user/research.py", 'on that day, 0 to 100.")]\n', f'on that day, 0 to 100.")]\n{_DATE}'),
    ),
    edit(
        "a position of a tuple has another label",
        breaks_code("sdk-tuple-label"),  # Python's SDK has them as names
        (_LOCATION, "    lat: Annotated", "    latitude: Annotated"),
    ),
    # --- generics --------------------------------------------------------------------------------
    edit(
        "a generic model is used",
        changes(),
        (_KANBAN, _IMPORTS, _GENERIC_IMPORTS),
        (_KANBAN, "_SUBTASK: JsonObject = {", f"{_SUGGESTION}_SUBTASK: JsonObject = {{"),
        (
            _KANBAN,
            "    labels: UniqueList[Tag] =",
            f"{_GUESS}    labels: UniqueList[Tag] =",
        ),
    ),
    edit(
        "a model becomes an instance of a generic one",
        changes(),  # SDKs say what it is an instance of
        (_KANBAN, _IMPORTS, _GENERIC_IMPORTS),
        (_KANBAN, f'{_ITEM_TEXT} Field(description="What is to be done.")\n', ""),
        (
            _KANBAN,
            '    is_done: bool = Field(default=False, description="Whether it is done.")\n',
            "",
        ),
        (_KANBAN, _ITEM, f"{_CHECKED}{_ITEM.replace('LeadIgniteModel', '_Checked[Text]')}"),
    ),
    edit(
        "a model becomes generic",
        breaks_code("sdk-property-type", "sdk-type-renamed"),
        (_KANBAN, _IMPORTS, _GENERIC_IMPORTS),
        (_KANBAN, _ITEM, f'_Said = TypeVar("_Said")\n\n\n{_ITEM}, Generic[_Said]'),
        (_KANBAN, _ITEM_TEXT, "    text: _Said ="),
        (_KANBAN, "list[ChecklistItem]", "list[ChecklistItem[Text]]"),
    ),
    # --- spellings -------------------------------------------------------------------------------
    edit(
        "types are spelled as of old",
        means_nothing(),
        (_KANBAN, _IMPORTS, f"{_IMPORTS}from typing import List, Optional, Union\n\n"),
        (_KANBAN, "due_at: AwareDatetime | None", "due_at: Optional[AwareDatetime]"),
        (_KANBAN, "estimate: Duration | None", "estimate: Union[None, Duration]"),
        (_KANBAN, "checklist: list[", "checklist: List["),
    ),
    edit(
        "an enum becomes a literal",
        breaks_code("sdk-property-type", "sdk-type-removed"),
        (
            "user/blog.py",
            "urgency: Urgency = Field(default=Urgency.NORMAL,",
            'urgency: Literal["low", "normal", "high"] = Field(default="normal",',
        ),
    ),
    edit(
        "a constant becomes an enum of one",
        means_nothing(),
        ("cqrs/event.py", 'kind: Literal["user"]', "kind: Literal[_Kind.USER]"),
        (
            "cqrs/event.py",
            "DataT = TypeVar(",
            f"{_ENUM_OF_ONE}DataT = TypeVar(",
        ),
    ),
)
