"""What all formats say in the same words: who breaks, what now, how many, by which policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from shlex import quote
from typing import Final, Literal, TypeAlias

from modelpact.compat.changes import Absent, Direction
from modelpact.compat.report import Finding, Mode, Settings
from modelpact.gate.report import ContractReport, GateReport, Judged
from modelpact.graph.nodes import RoleName

__all__ = [
    "Label",
    "WayOut",
    "broken_for",
    "conclusion",
    "detail",
    "gaps",
    "has_payload",
    "heading",
    "label",
    "language_of",
    "outcome",
    "payload_title",
    "policy",
    "summary",
    "version_names",
    "ways_out",
]

Label: TypeAlias = Literal["breaking", "unknown", "error", "warning", "note", "waived", "baseline"]
"""What a finding is called: what was decided about it, else what was proved."""

_READERS: Final = {
    ("backward", "command"): "callers that still send the old command: {new} refuses it",
    ("backward", "entity"): (
        "services that still send the old payload, and data that is stored already: {new} refuses"
        " them"
    ),
    ("backward", "event"): "readers of events that are recorded already: {new} refuses them",
    ("backward", None): "services that still send the old payload: {new} refuses it",
    ("forward", "view"): "consumers that have not upgraded: they refuse what {new} answers",
    ("forward", "event"): "subscribers that have not upgraded: they refuse the events of {new}",
    ("forward", "command"): (
        "services that have not upgraded: they refuse the commands that callers of {new} send"
    ),
    ("forward", None): "consumers that have not upgraded: they refuse what {new} writes",
}
_CONTENT: Final = {
    "tolerant": "writers send declared properties only, readers ignore others",
    "strict": "JSON Schema to the letter",
}
_MODES: Final[Mapping[Mode | None, str]] = {
    None: "what a document is for says who must understand whom",
    "backward": "new readers understand old writers",
    "forward": "old readers understand new writers",
    "full": "new readers understand old writers, and old readers new writers",
}
_LANGUAGES: Final = {"typescript": "TypeScript", "python": "Python", "openapi": "OpenAPI"}


def label(judged: Judged) -> Label:
    """What a finding is called."""
    if judged.waiver is not None:
        return "waived"
    if judged.baselined:
        return "baseline"
    finding = judged.finding
    if judged.severity == "error" and isinstance(finding, Finding):
        return "error" if finding.verdict == "compatible" else finding.verdict
    return judged.severity


def broken_for(judged: Judged, contract: ContractReport) -> str:
    """Who breaks, and with which versions; empty where nobody does."""
    finding = judged.finding
    if not isinstance(finding, Finding) or finding.verdict != "breaking":
        return ""
    _, new = version_names(judged, contract)
    told = judged.against and judged.against != (contract.new,)
    against = f" (against {', '.join(judged.against)})" if told else ""
    if finding.category == "sdk":
        return f"code that uses {_sdks(finding, contract)}: it stops compiling with {new}{against}"
    also = (role for role in judged.also if (finding.direction, role) in _ASKED)
    said: dict[str, str] = {}
    for role in (judged.role, *also):
        text = _reader(finding.direction, role)
        said.setdefault(text.partition(":")[0], text)  # the same people once
    return "; ".join(said.values()).format(new=new) + against


def _reader(direction: Direction, role: RoleName | None) -> str:
    return _READERS.get((direction, role)) or _READERS[direction, None]


_ASKED: Final = frozenset(
    {
        ("backward", "command"),
        ("backward", "entity"),
        ("forward", "entity"),
        ("forward", "view"),
        ("forward", "event"),
    }
)
"""In which direction the documents of a role have to stay compatible."""


def _sdks(finding: Finding, contract: ContractReport) -> str:
    """The SDKs that a finding is about: of those that the contract has, if that is known."""
    if contract.targets is None:
        return f"the {language_of(finding)} SDK" if finding.evidence else "an SDK"
    concerned = _ONE_TARGET.get(finding.rule, tuple(_LANGUAGES))
    names = [_LANGUAGES[name] for name in concerned if name in contract.targets]
    if not names:
        kind = f"{_LANGUAGES[concerned[0]]} types" if len(concerned) == 1 else "types"
        return f"{kind} that others generate from the documents"
    told = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"the {told} SDK{'s' if len(names) > 1 else ''}"


_ONE_TARGET: Final = {"sdk-generic-changed": ("typescript",), "sdk-tuple-label": ("python",)}
"""Rules about what one target alone makes of a schema; the others are about any that has types."""


def language_of(finding: Finding) -> str:
    """The language of a finding's evidence, as people write it; empty where it has none."""
    language = finding.evidence.language if finding.evidence else ""
    return _LANGUAGES.get(language, language)


def payload_title(judged: Judged, contract: ContractReport) -> str:
    """What stands above a payload."""
    finding = judged.finding
    old, new = version_names(judged, contract)
    forward = isinstance(finding, Finding) and finding.direction == "forward"
    writer, reader = (new, old) if forward else (old, new)
    others = finding.others if isinstance(finding, Finding) else ()
    also = f" (for {_listed(others)} too)" if others else ""
    return f"This payload of {writer} is refused by {reader}{also}:"


def _listed(paths: Sequence[str]) -> str:
    shown = [f"`{path}`" if path else "the whole" for path in paths[:_SHOWN]]
    return ", ".join(shown) + (", ..." if len(paths) > _SHOWN else "")


_SHOWN: Final = 3


def version_names(judged: Judged, contract: ContractReport) -> tuple[str, str]:
    """What the two versions are called that a finding is about: in words, where names do not tell.

    The old one is the latest of those that the finding breaks with.
    """
    old = (judged.against or contract.against or ("",))[0]
    if old == contract.new or not (old and contract.new):
        return "the old version", "the new version"
    return old, contract.new


@dataclass(frozen=True, slots=True)
class WayOut:
    """One thing that can be done about a finding.

    Attributes:
        text: What.
        command: The command that does it; empty where there is none.

    """

    text: str
    command: str = ""

    def __str__(self) -> str:
        return f"{self.text}: {self.command}" if self.command else self.text


def ways_out(judged: Judged, contract: ContractReport, command: str) -> tuple[WayOut, ...]:
    """What can be done: a compatible rewrite, a new version, an exception.

    Args:
        judged: The finding.
        contract: Whose it is.
        command: The command that found it; what compares files knows no releases and no waivers.

    """
    return tuple(_ways_out(judged, contract, command))


def _ways_out(judged: Judged, contract: ContractReport, command: str) -> Iterator[WayOut]:
    finding = judged.finding
    if finding.advice:
        yield WayOut(finding.advice)
    is_open = judged.waiver is None and not judged.baselined
    if not is_open or judged.severity == "note":
        return
    if judged.fails and isinstance(finding, Finding) and finding.verdict == "breaking":
        part = contract.bump if contract.bump in {"major", "minor"} else "major"
        released = "" if command == "compare" else f"modelpact release {quote(contract.contract)}"
        yield WayOut(f"Or release it as a {part} version", released)
    if command != "compare" and finding.category != "waiver":
        yield WayOut(
            "Or waive it, with a reason",
            f'modelpact waive {finding.fingerprint} --reason "..." --approver "..."'
            " --expires YYYY-MM-DD",
        )


def heading(contract: ContractReport) -> str:
    """Which contract, and what was held against what."""
    if not contract.against:
        return f"{contract.contract}: {contract.new}"
    return f"{contract.contract}: {contract.new} against {', '.join(contract.against)}"


def outcome(contract: ContractReport, command: str) -> str:
    """What came of a contract, in a word: what was proved, or whether the command fails."""
    if command == "compare":
        return contract.verdict
    return "failed" if contract.fails else "passed"


def summary(contract: ContractReport, command: str) -> str:
    """What came of a contract, in one line."""
    counts = Counter(label(judged) for judged in contract.findings)
    said = [
        _counted(counts["breaking"], "breaking change"),
        f"{counts['unknown']} undecided" if counts["unknown"] else "",
        _counted(counts["error"], "error"),
        _counted(counts["warning"], "warning"),
        _counted(counts["note"], "note"),
        f"{counts['waived']} waived" if counts["waived"] else "",
        f"{counts['baseline']} in the baseline" if counts["baseline"] else "",
    ]
    found = ", ".join(filter(None, said))
    asks = "; as it is, it takes a major version" if _takes_major(contract, command) else ""
    return f"{outcome(contract, command)}: {found or _nothing(contract)}{asks}"


def _takes_major(contract: ContractReport, command: str) -> bool:
    return command == "check" and contract.fails and contract.bump == "major"


def _nothing(contract: ContractReport) -> str:
    if contract.policy is None:
        return "nothing found"
    if contract.against:
        return "proved for every payload"
    return _YANKED if contract.all_yanked else _UNRELEASED


_UNRELEASED: Final = "there is no release yet to break; `modelpact release` makes the first"
_YANKED: Final = "every release was yanked, so there is none to break"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""


def gaps(contract: ContractReport) -> tuple[str, ...]:
    """Where there may be more than was found, and why."""
    return tuple(
        f"There may be more in {asked.document or 'the schema'}: {asked.reason}"
        for asked in contract.asked
        if not asked.complete and asked.verdict == "breaking"
    )


def policy(settings: Settings) -> str:
    """By which policy versions were compared."""
    formats = "asserted" if settings.formats == "assert" else "only annotations"
    mode = f"{settings.mode or 'by role'} ({_MODES[settings.mode]})"
    content = f"{settings.content} ({_CONTENT[settings.content]})"
    return f"policy: mode {mode}; content {content}; formats {formats}"


def conclusion(report: GateReport) -> str:
    """Whether the command fails, over all contracts."""
    failing = [contract.contract for contract in report.contracts if contract.fails]
    if not failing:
        return "passed"
    if len(report.contracts) == 1:
        return "failed"
    return f"failed: {', '.join(failing)} ({len(failing)} of {len(report.contracts)} contracts)"


def detail(judged: Judged) -> str:
    """Why a finding does not fail, where it would; else nothing."""
    waiver = judged.waiver
    if waiver is not None:
        return f"waived until {waiver.expires}: {waiver.reason} ({waiver.approver})"
    return "in the baseline" if judged.baselined else ""


def has_payload(finding: object) -> bool:
    """Whether a payload proves a finding."""
    return isinstance(finding, Finding) and not isinstance(finding.witness, Absent)
