"""Fields: added, removed, renamed, required, nullable, with another default, in another order."""

from __future__ import annotations

from support.lead_ignite_edits.edit import (
    Edit,
    breaks,
    breaks_code,
    changes,
    edit,
    means_nothing,
    rewords,
)

__all__ = ["EDITS"]

_KANBAN = "user/kanban.py"
_LINKS = "shared/social_links.py"

_IS_ACTIVE = "    is_active: bool = Field("
_NICKNAME = '    nickname: str = Field(description="What friends say.")\n'
_ESTIMATE = """    estimate: Duration | None = Field(
        default=None, description="How long it will take, an ISO 8601 duration."
    )
"""
_TEXT = '    text: Text = Field(description="What is to be done.")\n'
_IS_DONE = '    is_done: bool = Field(default=False, description="Whether it is done.")\n'
_MEMBER = '    user_id: UserId = Field(description="The user.")\n'
_TEAM = '    team_id: TeamId = Field(description="The team.")\n'
_COMPUTED = "    @computed_field(description="
_INITIALS = '''    @computed_field(description="First letters.")
    @property
    def initials(self) -> str:
        """First letters of the names."""
        return self.first_name[0] + self.last_name[0]

'''
_ARCHIVED = "    archived_at = optional(_team.archived_at)\n"
_NEXT_COMMAND = '\n\n@Role("command")'
_MIXIN = f"class _OfUser(LeadIgniteModel):\n{_MEMBER}\n\n"
_MEMBERSHIP = '@Role("entity")\nclass TeamMembership('

EDITS: tuple[Edit, ...] = (
    # --- added, removed, renamed -----------------------------------------------------------------
    edit(
        "an optional field is added",
        changes(),
        (
            "user/core.py",
            _IS_ACTIVE,
            _NICKNAME.replace("str = Field(", "str | None = Field(default=None, ") + _IS_ACTIVE,
        ),
    ),
    edit(
        "a required field is added",
        breaks("required"),
        ("user/core.py", _IS_ACTIVE, _NICKNAME + _IS_ACTIVE),
    ),
    edit(
        "an optional field is removed",
        breaks_code("sdk-property-removed"),
        (_KANBAN, _ESTIMATE, ""),
    ),
    edit(
        "a required field is removed",
        breaks("required", sdk=("sdk-type-removed",)),
        (
            "user/blog.py",
            '    post_type: PostType = Field(description="The form of the post.")\n',
            "",
        ),
    ),
    edit(
        "a required field is renamed",
        breaks("required", sdk=("sdk-property-renamed",)),
        (_LINKS, "    handle: Name", "    account: Name"),
    ),
    edit(
        "an optional field is renamed",
        breaks_code("sdk-property-renamed", notes=("sdk-default-changed",)),
        (_LINKS, "    website: WebUrl", "    homepage: WebUrl"),
    ),
    edit(
        "an optional field is renamed and says so",
        breaks_code("sdk-property-renamed", notes=("sdk-default-changed",)),
        (_LINKS, "from pydantic", "from typing import Annotated\n\nfrom pydantic"),
        (_LINKS, "import Role", "import RenamedFrom, Role"),
        (
            _LINKS,
            "    website: WebUrl | None =",
            '    homepage: Annotated[WebUrl | None, RenamedFrom("website")] =',
        ),
    ),
    edit(
        "a field is renamed in Python alone",
        means_nothing(),
        (
            _LINKS,
            "    website: WebUrl | None = Field(",
            '    homepage: WebUrl | None = Field(alias="website", ',
        ),
    ),
    edit(
        "fields change places",
        means_nothing(),
        (_KANBAN, _TEXT + _IS_DONE, _IS_DONE + _TEXT),
    ),
    edit(
        "required fields change places",
        means_nothing(),
        ("user/teams.py", _MEMBER + _TEAM, _TEAM + _MEMBER),
    ),
    edit(
        "a field comes from a mixin",
        means_nothing(),
        ("user/teams.py", _MEMBER, ""),
        ("user/teams.py", _MEMBERSHIP + "LeadIgniteModel", _MIXIN + _MEMBERSHIP + "_OfUser"),
    ),
    # --- required, optional, null ----------------------------------------------------------------
    edit(
        "a required field gets a default",
        breaks("required"),
        (_KANBAN, _TEXT, _TEXT.replace("Field(", 'Field(default="Something", ')),
    ),
    edit(
        "an optional field becomes required",
        breaks("required"),
        (_KANBAN, _IS_DONE, _IS_DONE.replace("default=False, ", "")),
    ),
    edit(
        "a field may no longer be null",
        breaks("nullability"),
        (
            _KANBAN,
            "colour: HexColour | None = Field(default=None,",
            'colour: HexColour = Field(default="#ffffff",',
        ),
    ),
    edit(
        "a required field may be null",
        breaks("nullability"),
        (_KANBAN, _TEXT, _TEXT.replace("Text =", "Text | None =")),
    ),
    edit(
        "a nullable field may be absent",
        breaks("required"),
        (
            "user/subscription.py",
            'description="When it ends;',
            'default=None, description="When it ends;',
        ),
    ),
    edit(
        "an optional field becomes a nullable one",
        breaks("nullability", "required"),
        (
            _KANBAN,
            _IS_DONE,
            _IS_DONE.replace("bool = Field(default=False, ", "bool | None = Field("),
        ),
    ),
    # --- defaults and words ----------------------------------------------------------------------
    edit(
        "a default is another",
        changes("sdk-default-changed"),
        ("user/blog.py", "default=BlogStatus.DRAFT,", "default=BlogStatus.NEEDS_REVIEW,"),
    ),
    edit(
        "a default is made anew for each value",
        changes("sdk-default-changed"),
        (
            _KANBAN,
            "states: list[KanbanState] = Field(default=[],",
            "states: list[KanbanState] = Field(default_factory=list,",
        ),
    ),
    edit(
        "a field is deprecated",
        rewords("sdk-deprecated"),
        (
            _LINKS,
            "website: WebUrl | None = Field(",
            'website: WebUrl | None = Field(deprecated="Use profiles.", ',
        ),
    ),
    # --- computed fields -------------------------------------------------------------------------
    edit(
        "a computed field is added",
        changes(),
        ("user/profile.py", _COMPUTED, _INITIALS + _COMPUTED),
    ),
    edit(
        "a computed field is removed",
        breaks("required"),
        ("user/profile.py", _COMPUTED, "    # (description="),
        lenient={"required": "no model reads a computed field, and so misses none"},
    ),
    # --- other members ---------------------------------------------------------------------------
    edit(
        "an object is closed",
        changes(),
        (
            "user/notifications.py",
            "QuietHours(LeadIgniteModel)",
            "QuietHours(LeadIgniteModel, extra='forbid')",
        ),
    ),
    edit(
        "an object is opened",
        changes(),
        (
            "user/notifications.py",
            "QuietHours(LeadIgniteModel)",
            "QuietHours(LeadIgniteModel, extra='allow')",
        ),
    ),
    # --- by role ---------------------------------------------------------------------------------
    edit(
        "a command does without a field",
        changes(),
        (
            "cqrs/command.py",
            "request_id: RequestId = Field(",
            "request_id: RequestId | None = Field(default=None, ",
        ),
    ),
    edit(
        "a command has one more optional field",
        changes(),
        (
            "cqrs/user.py",
            "    password: Password",
            '    invited_by: str = Field(default="", description="Who.")\n    password: Password',
        ),
    ),
    edit(
        "a command has one more required field",
        breaks("required"),
        (
            "cqrs/user.py",
            "    password: Password",
            '    invited_by: str = Field(description="Who.")\n    password: Password',
        ),
    ),
    edit(
        "an update may change one more field",
        changes(),
        (
            "cqrs/team.py",
            f"{_ARCHIVED}{_NEXT_COMMAND}",
            f"{_ARCHIVED}    members = optional(_team.members)\n{_NEXT_COMMAND}",
        ),
    ),
    edit(
        "a view may leave fields out",
        breaks("required"),
        ("cqrs/view.py", "defaults_required=True", "defaults_required=False"),
        lenient={
            "required": "the fields have defaults, with which the models read what lacks them"
        },
    ),
    edit(
        "an event tells more",
        changes(),
        (
            "cqrs/event.py",
            "    data: DataT",
            '    source: str = Field(description="Which service tells it.")\n    data: DataT',
        ),
    ),
)
