"""An edit to the source of Lead Ignite's models, and what the gate must say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from modelpact.compat.report import Verdict
from modelpact.gate.report import Bump

__all__ = [
    "Audience",
    "Edit",
    "Expected",
    "Patch",
    "breaks",
    "breaks_code",
    "changes",
    "edit",
    "means_nothing",
    "rewords",
]

Audience: TypeAlias = Literal["public", "internal"]

Patch: TypeAlias = tuple[str, str, str]
"""A file of the package, the text to replace, which must be there exactly once, and what to put in
its place. Where there is nothing to replace, the file is new."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the gate says.

    Attributes:
        verdict: Of the comparison, data and sdk together.
        data: The ids of the rules that explain what payloads are refused.
        sdk: The ids of the rules that explain which code stops compiling.
        notes: The ids of the rules that tell consumers something and break nobody.
        bump: The part of the version that the change asks for.

    """

    verdict: Verdict
    data: frozenset[str]
    sdk: frozenset[str]
    bump: Bump
    notes: frozenset[str] = frozenset()

    @property
    def code(self) -> int:
        """The exit code."""
        return 0 if self.verdict == "compatible" else 1


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit and its expected outcome.

    Attributes:
        what: What is edited, as a sentence; the test's name.
        expected: What must come of it.
        patches: The edit itself.
        audience: Which of the two contracts is looked at.
        lenient: By rule, why the models accept a payload that their own schema refuses.

    """

    what: str
    expected: Expected
    patches: tuple[Patch, ...]
    audience: Audience = "internal"
    lenient: Mapping[str, str] = field(default_factory=dict)

    def apply(self, package: Path) -> None:
        """Change the files of a copy of the package.

        Raises:
            AssertionError: A text is not there, or more than once: the edit is out of date.

        """
        for file, old, new in self.patches:
            path = package / file
            if not old:
                assert not path.exists(), f"{self.what}: {file} is there already"
                path.write_text(new, encoding="utf-8")
                continue
            text = path.read_text(encoding="utf-8")
            found = text.count(old)
            assert found == 1, f"{self.what}: {file} has {found} times: {old!r}"
            path.write_text(text.replace(old, new), encoding="utf-8")


def edit(
    what: str,
    expected: Expected,
    *patches: Patch,
    audience: Audience = "internal",
    lenient: Mapping[str, str] | None = None,
) -> Edit:
    """An edit."""
    return Edit(what, expected, patches, audience, lenient or {})


def breaks(*data: str, sdk: tuple[str, ...] = ()) -> Expected:
    """Payloads are refused, as these rules explain, and perhaps code stops compiling."""
    return Expected("breaking", frozenset(data), frozenset(sdk), "major")


def breaks_code(*sdk: str, notes: tuple[str, ...] = ()) -> Expected:
    """Code stops compiling, and no payload is refused."""
    return Expected("breaking", frozenset(), frozenset(sdk), "major", frozenset(notes))


def changes(*notes: str) -> Expected:
    """A set or a default is another one, and nobody is broken."""
    return Expected("compatible", frozenset(), frozenset(), "minor", frozenset(notes))


def rewords(*notes: str) -> Expected:
    """Words differ, and nothing else."""
    return Expected("compatible", frozenset(), frozenset(), "patch", frozenset(notes))


def means_nothing() -> Expected:
    """Nothing differs that anybody could notice."""
    return Expected("compatible", frozenset(), frozenset(), "none")
