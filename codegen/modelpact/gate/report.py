"""What the gate says: findings with what was decided about each, by contract."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol, TypeAlias

from modelpact.compat.report import Asked, Settings, Verdict
from modelpact.documents.values import Json
from modelpact.graph.nodes import Location, RoleName
from modelpact.releases.versions import Bump

__all__ = [
    "Bump",
    "ContractReport",
    "Excerpt",
    "Found",
    "GateReport",
    "Judged",
    "Severity",
    "Source",
    "Waiver",
]

Severity: TypeAlias = Literal["error", "warning", "note"]
"""error: fails a command. warning and note: are said."""


class Found(Protocol):
    """What findings of every kind have in common, whoever found them."""

    @property
    def rule(self) -> str:
        """The id of the rule."""

    @property
    def category(self) -> str:
        """What it is about: ``data``, ``sdk``, ``lint``, ``waiver``."""

    @property
    def message(self) -> str:
        """One sentence, begun with a capital or a backquote, without a full stop."""

    @property
    def advice(self) -> str:
        """What to do; may be empty."""

    @property
    def document(self) -> str:
        """The document it is about, by file."""

    @property
    def path(self) -> str:
        """Where in a value, for people: ``address.zip``; may be empty."""

    @property
    def place(self) -> Location | None:
        """The keyword at fault: in the later version, where it has one."""

    @property
    def fingerprint(self) -> str:
        """What tells it from others, from run to run."""

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object."""


@dataclass(frozen=True, slots=True)
class Source:
    """The line of code that a finding goes back to: a model's field, or the class.

    Attributes:
        file: Relative to the project's folder where it is in it, with ``/``.
        line: Counted from 1.

    """

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A schema out of a document, to be shown.

    Attributes:
        location: Where it stands.
        schema: What stands there.

    """

    location: Location
    schema: Json


@dataclass(frozen=True, slots=True)
class Waiver:
    """A dated, reasoned exception to one finding.

    Attributes:
        fingerprint: The finding's.
        reason: Why it may pass.
        approver: Who said so.
        expires: The last day on which it holds.
        rule: The finding's rule: a command that does not ask for it cannot say that nothing
            matches the waiver.

    """

    fingerprint: str
    reason: str
    approver: str
    expires: date
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding and what the project decided about it.

    Attributes:
        finding: The finding.
        severity: What it does to the exit code.
        against: The versions that it breaks with, latest first; empty for what concerns one
            version alone.
        waiver: The exception that holds for it.
        baselined: Whether it was there when the gate was adopted.
        source: The line of code; ``None`` where there are no models or it cannot be told.
        role: What the document is for; ``None`` where no version says so.
        also: What the documents are for that hold the place, other than that.
        old: The schema that changed, in the latest version that it breaks with.
        new: The same in the judged version.

    """

    finding: Found
    severity: Severity
    against: tuple[str, ...] = ()
    waiver: Waiver | None = None
    baselined: bool = False
    source: Source | None = None
    role: RoleName | None = None
    also: tuple[RoleName, ...] = ()
    old: Excerpt | None = None
    new: Excerpt | None = None

    @property
    def fails(self) -> bool:
        """Whether the finding fails the gate."""
        return self.severity == "error" and self.waiver is None and not self.baselined

    @property
    def passes_by_baseline(self) -> bool:
        """Whether nothing but the baseline keeps it from failing the gate."""
        return self.severity == "error" and self.waiver is None and self.baselined


@dataclass(frozen=True, slots=True)
class ContractReport:
    """What the gate says of one contract.

    Attributes:
        contract: Its name.
        new: What the judged version is called: ``next``, a folder.
        against: The versions that it was held against, latest first; empty where there is none.
        findings: In the order of documents and places.
        verdict: What the comparison proved, before severities and waivers.
        bump: The part of the version that the change asks for.
        policy: The policy of the comparison; ``None`` where nothing was compared.
        asked: The questions of the comparison and what came of each.
        folder: Where the judged documents are on disk, relative to the project's folder, with
            ``/``; empty where they are not.
        all_yanked: Whether nothing was held against because every release was yanked.
        targets: The targets that SDKs of the contract are generated for; ``None`` where that is
            not known.

    """

    contract: str
    new: str
    against: tuple[str, ...]
    findings: tuple[Judged, ...]
    verdict: Verdict = "compatible"
    bump: Bump = "none"
    policy: Settings | None = None
    asked: tuple[Asked, ...] = ()
    folder: str = ""
    all_yanked: bool = False
    targets: tuple[str, ...] | None = None

    @property
    def fails(self) -> bool:
        """Whether any finding fails."""
        return any(judged.fails for judged in self.findings)


@dataclass(frozen=True, slots=True)
class GateReport:
    """What one command says of all its contracts.

    Attributes:
        command: The command that asked: ``check``, ``lint``, ``compare``.
        contracts: In the order of the settings.

    """

    command: str
    contracts: tuple[ContractReport, ...]

    @property
    def fails(self) -> bool:
        """Whether the command's exit code is 1."""
        return any(contract.fails for contract in self.contracts)
