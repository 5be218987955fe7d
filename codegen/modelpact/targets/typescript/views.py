"""What the templates print: every decision has been made, every text is escaped."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["EntryView", "LineView", "ModuleView", "PackageView", "ValidatorView"]


@dataclass(frozen=True, slots=True)
class LineView:
    """A member of an interface or of a constant object.

    Attributes:
        comment: Its documentation with a newline at the end, or empty.
        declaration: All of it but the semicolon: ``readonly id: UserId``.
        value: Where it is a constant's: its key and value: ``Owner: "owner"``.

    """

    comment: str
    declaration: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ModuleView:
    """One model: its declaration, which the index holds, and its module.

    Attributes:
        name: The type's identifier.
        file: Its path in the package, without extension: ``models/User``.
        kind: Which template declares it.
        comment: The documentation with a newline at the end, or empty.
        parameters: Of a generic interface: ``<T>``, or empty.
        members: Of an interface or enumeration.
        type: Of an alias or enumeration: all that follows ``type Name``, from `` =`` on.

    """

    name: str
    file: str
    kind: Literal["interface", "enumeration", "alias"]
    comment: str
    members: tuple[LineView, ...] = ()
    type: str = ""
    parameters: str = ""


@dataclass(frozen=True, slots=True)
class EntryView:
    """What the index exports of one module; ``value`` where it exports a constant too."""

    name: str
    file: str
    value: bool


@dataclass(frozen=True, slots=True)
class ValidatorView:
    """One type's validator.

    Attributes:
        name: The type's identifier.
        file: The stem of its files.
        imports: The statements, in order.
        body: Constants and functions.
        throws: Whether deciding may give up on deep values.

    """

    name: str
    file: str
    imports: tuple[str, ...]
    body: str
    throws: bool


@dataclass(frozen=True, slots=True)
class FixtureView:
    """One type's fixtures.

    Attributes:
        name: The type's identifier.
        file: The stem of its files.
        imports: The identifiers of the types that its values are made of, with their files.
        body: The statements that make a value.
        examples: The expression of its examples.
        judged: Whether it has a validator, and so is offered.

    """

    name: str
    file: str
    imports: tuple[tuple[str, str], ...]
    body: str
    examples: str
    judged: bool


@dataclass(frozen=True, slots=True)
class CodecView:
    """One type's codec.

    Attributes:
        name: The type's identifier.
        file: The stem of its files.
        imports: The statements for the types of the package, in order.
        decoded: The identifiers of types with codecs of their own, with their files.
        declaration: The decoded form.
        walks: The identifiers of types whose code is called, with their files.
        body: The statements that find the scalars.
        judged: Whether it has a validator, and so is offered.

    """

    name: str
    file: str
    imports: tuple[str, ...]
    decoded: tuple[tuple[str, str], ...]
    declaration: str
    walks: tuple[tuple[str, str], ...]
    body: str
    judged: bool


@dataclass(frozen=True, slots=True)
class PackageView:
    """The whole package.

    Attributes:
        name: On npm.
        version: Its semantic version.
        title: The README's heading, escaped for Markdown.
        summary: What it is, escaped for Markdown; empty where nothing is said.
        notice: The sentence at the head of every file, escaped for comments.
        manifest: The text of package.json.
        modules: In the order of their names.
        validators: In the order of their names; none where they are switched off.
        fixtures: In the order of their names; none where they are switched off.
        codecs: In the order of their names; none where they are not asked for.
        helpers: The statements that import the helper types and export them.
        readonly: ``readonly `` with its space, or empty.

    """

    name: str
    version: str
    title: str
    summary: str
    notice: str
    manifest: str
    modules: tuple[ModuleView, ...]
    entries: tuple[EntryView, ...]
    validators: tuple[ValidatorView, ...]
    fixtures: tuple[FixtureView, ...]
    codecs: tuple[CodecView, ...]
    helpers: str
    readonly: str
