"""Names and words, brands, roles, internal marks: what is said of the models."""

from __future__ import annotations

from support.lead_ignite_edits.edit import (
    Edit,
    Patch,
    breaks,
    breaks_code,
    changes,
    edit,
    means_nothing,
    rewords,
)

__all__ = ["EDITS"]

_KANBAN = "user/kanban.py"
_BLOG = "user/blog.py"
_RESEARCH = "user/research.py"

_BOARD = "class Kanban(LeadIgniteModel)"
_MOVED = (
    "cqrs/kanban.py",
    "from lead_ignite.user.kanban import Kanban\n",
    "from lead_ignite.user.kanban import Board as Kanban\n",
)
_RENAMED_ITEM: tuple[Patch, ...] = (
    (_KANBAN, "class ChecklistItem(", "class Step("),
    (_KANBAN, '    "ChecklistItem",\n', '    "Step",\n'),
    (_KANBAN, "example_of(ChecklistItem)", "example_of(Step)"),
    (_KANBAN, "list[ChecklistItem]", "list[Step]"),
)
_URGENCY = '''class Urgency(StrEnum):
    """How soon a planned post is wanted."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
'''
_CHECKLIST_ITEM = '''@Role("value")
class ChecklistItem(LeadIgniteModel):
    """A small step that is ticked off."""

    model_config = ConfigDict(
        json_schema_extra=examples({"text": "Ask for the logo", "is_done": False})
    )

    text: Text = Field(description="What is to be done.")
    is_done: bool = Field(default=False, description="Whether it is done.")
'''
_CHECKLIST = f"""from pydantic import ConfigDict, Field

from lead_ignite.shared.model import LeadIgniteModel, examples
from lead_ignite.shared.scalars import Text
from modelpact.annotations import Role


{_CHECKLIST_ITEM}"""
_FROM_CHECKLIST = (
    "lead_ignite.shared.unique_list import UniqueList\n"
    "from lead_ignite.user.checklist import ChecklistItem\n"
)
_SETTING = "lead_ignite.shared.unique_list import UniqueList\n"
_VAT = "vat_id: VatId | None = Field("
_HIDDEN_VAT = "vat_id: Annotated[VatId | None, Internal()] = Field("
_SURVEY = '''@Role("entity")
class Survey(LeadIgniteModel):
    """A survey."""

    user_id: UserId = Field(description="Who asks.")


'''
_RESEARCH_CLASS = "class Research(LeadIgniteModel)"

EDITS: tuple[Edit, ...] = (
    # --- words -----------------------------------------------------------------------------------
    edit(
        "a field is described in other words",
        rewords(),
        ("user/core.py", "Whether the user may sign in.", "Whether signing in is allowed."),
    ),
    edit(
        "a model is described in other words",
        rewords(),
        ("user/core.py", '"""A person who can sign in."""', '"""Somebody with an account."""'),
    ),
    edit(
        "an enum is described in other words",
        rewords(),
        (_BLOG, "How soon a planned post is wanted.", "How soon it is to be written."),
    ),
    edit(
        "an example is another",
        rewords(),
        ("user/core.py", "ada_lovelace", "grace_hopper"),
    ),
    # --- names -----------------------------------------------------------------------------------
    edit(
        "an entity is renamed",
        breaks("document-removed", sdk=("sdk-type-renamed",)),
        (_KANBAN, _BOARD, "class Board(LeadIgniteModel)"),
        (_KANBAN, '    "Kanban",\n', '    "Board",\n'),
        _MOVED,
    ),
    edit(
        "an entity is renamed and says so",
        breaks_code("sdk-type-renamed"),
        (_KANBAN, _BOARD, '@RenamedFrom("Kanban")\nclass Board(LeadIgniteModel)'),
        (_KANBAN, '    "Kanban",\n', '    "Board",\n'),
        (_KANBAN, "import Role", "import RenamedFrom, Role"),
        _MOVED,
    ),
    edit(
        "an entity is renamed in Python alone",
        means_nothing(),
        (_KANBAN, _BOARD, '@Named("Kanban")\nclass Board(LeadIgniteModel)'),
        (_KANBAN, '    "Kanban",\n', '    "Board",\n'),
        (_KANBAN, "import Role", "import Named, Role"),
        _MOVED,
    ),
    edit(
        "an embedded model is renamed",
        breaks_code("sdk-property-type", "sdk-type-renamed"),
        *_RENAMED_ITEM,
    ),
    edit(
        "an embedded model is renamed and says so",
        breaks_code("sdk-property-type", "sdk-type-renamed"),
        (_KANBAN, "import Role", "import RenamedFrom, Role"),
        (_KANBAN, "class ChecklistItem(", '@RenamedFrom("ChecklistItem")\nclass Step('),
        *_RENAMED_ITEM[1:],
    ),
    edit(
        "an enum moves to another module",
        means_nothing(),
        (_BLOG, _URGENCY, ""),
        (_BLOG, _SETTING, f"{_SETTING}from lead_ignite.shared.urgency import Urgency\n"),
        ("shared/urgency.py", "", f"from enum import StrEnum\n\n\n{_URGENCY}"),
    ),
    edit(
        "a model moves to another module",
        means_nothing(),
        (_KANBAN, _CHECKLIST_ITEM, ""),
        (_KANBAN, "lead_ignite.shared.unique_list import UniqueList\n", _FROM_CHECKLIST),
        ("user/checklist.py", "", _CHECKLIST),
    ),
    edit(
        "an entity is removed",
        breaks("document-removed"),
        (_RESEARCH, _RESEARCH_CLASS, "class _Research(LeadIgniteModel)"),
    ),
    edit(
        "an entity is added",
        changes(),
        (
            _RESEARCH,
            f'@Role("entity")\n{_RESEARCH_CLASS}',
            f'{_SURVEY}@Role("entity")\n{_RESEARCH_CLASS}',
        ),
    ),
    # --- brands ----------------------------------------------------------------------------------
    edit(
        "a scalar gets a brand",
        changes(),  # a plain value is one of any brand
        ("shared/scalars.py", "max_length=80)]", 'max_length=80), Brand("Slug")]'),
    ),
    edit(
        "a brand has another name",
        breaks_code("sdk-brand-changed"),
        ("shared/ids.py", 'Brand("BlogId")', 'Brand("PostId")'),
    ),
    edit(
        "a brand is removed",
        breaks_code("sdk-brand-changed"),
        ("shared/money.py", ', Brand("CurrencyCode")]', "]"),
    ),
    # --- internal marks --------------------------------------------------------------------------
    edit(
        "an optional field leaves the public contract",
        breaks_code("sdk-property-removed"),
        ("user/billing.py", _VAT, _HIDDEN_VAT),
        audience="public",
    ),
    edit(
        "a required field leaves the public contract",
        breaks("document-removed", "required"),
        (_RESEARCH, "    topic: Name =", "    topic: Annotated[Name, Internal()] ="),
        (_RESEARCH, "import Extensible, Role", "import Extensible, Internal, Role"),
        audience="public",
        lenient={"required": "the models demand what the public does not see"},
    ),
    edit(
        "a field is marked internal where all is seen",
        means_nothing(),
        ("user/billing.py", _VAT, _HIDDEN_VAT),
    ),
    edit(
        "an optional internal field becomes public",
        changes(),
        (
            "user/integrations.py",
            "access_token: Annotated[str | None, Internal()]",
            "access_token: str | None",
        ),
        audience="public",
    ),
    # --- roles -----------------------------------------------------------------------------------
    edit(
        "an entity becomes a view",
        breaks("document-removed"),
        (_RESEARCH, f'@Role("entity")\n{_RESEARCH_CLASS}', f'@Role("view")\n{_RESEARCH_CLASS}'),
    ),
    edit(
        "an entity becomes a command",
        changes(),  # nobody is sent one any more, and that breaks nobody
        (_RESEARCH, f'@Role("entity")\n{_RESEARCH_CLASS}', f'@Role("command")\n{_RESEARCH_CLASS}'),
    ),
    edit(
        "a view becomes an entity",
        changes(),
        ("cqrs/user.py", '@Role("view")\nclass UserView(', '@Role("entity")\nclass UserView('),
    ),
)
