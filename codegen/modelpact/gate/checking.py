"""A version held against earlier ones: what breaks with which, what was decided, which bump."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from modelpact.compat.report import Asked, Finding, Report, Settings, Verdict
from modelpact.documents.sets import DocumentSet
from modelpact.gate.bumping import bump_of, weightiest_change
from modelpact.gate.context import in_context
from modelpact.gate.judging import Judge
from modelpact.gate.report import ContractReport, Found, Severity, Waiver
from modelpact.releases.versions import Version

if TYPE_CHECKING:
    from modelpact.compat.engine import Engine

__all__ = ["Archive", "Baseline", "hold_against"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """A version that a change is held against.

    Attributes:
        name: What it is called: ``1.0.0``, ``git:main``, a folder.
        documents: Its documents, under the addresses of the judged version.
        version: Its version, if it is a release.

    """

    name: str
    documents: DocumentSet
    version: Version | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """What a release has waived: breaks with the releases before it.

    Attributes:
        version: The release.
        waivers: The exceptions that it used.

    """

    version: Version
    waivers: tuple[Waiver, ...]


def hold_against(  # noqa: PLR0913 - one contract, and all that was decided about it
    contract: str,
    new: DocumentSet,
    baselines: Sequence[Baseline],
    policy: Settings,
    judge: Judge,
    *,
    archives: Sequence[Archive] = (),
    engine: Engine | None = None,
    rules: frozenset[str] | None = None,
) -> ContractReport:
    """Compare a version with earlier ones, and judge what was found.

    A break with several of them is one finding. Waivers that a release used hold for breaks with
    the releases before it, whatever the day. The bump is what the change since the first of the
    baselines asks for; what breaks with any of them makes it ``major``, unless it was waived, is in
    the baseline file, or is no error.

    Args:
        contract: Its name.
        new: The judged version.
        baselines: The earlier ones, the latest first; none before the first release.
        policy: Which questions are asked, and how they are read.
        judge: What the project has decided. What it knows as archived is replaced.
        archives: What releases have waived.
        engine: A session to ask; a new one by default.
        rules: The rules whose waivers can be told to match nothing; all by default.

    Raises:
        modelpact.errors.ModelpactError: A document is no schema of its dialect, or refers to what
            is not there.

    """
    if not baselines:
        about_waivers = judge.of_waivers({}, rules)
        return ContractReport(contract, new.name, (), about_waivers, policy=policy)
    if all(_are_one(baseline.documents, new) for baseline in baselines):
        return _unchanged(contract, new, baselines, policy, judge, rules)
    engine = engine or _new_engine()
    # What a removal was announced by is the latest version's to say.
    reports = [
        _compared(baseline, new, policy, engine, judge, is_latest=number == 0)
        for number, baseline in enumerate(baselines)
    ]
    against = _versions_by_fingerprint(reports)
    judge = replace(judge, archived=_archived(against, baselines, archives))
    found = _in_order((f for _, report in reports for f in report.findings), new)
    judged = judge.judge(((f, against[f.fingerprint]) for f in found), _default)
    first = {baseline.name: baseline.documents for baseline in baselines}
    shown = tuple(in_context(one, first[one.against[0]], new) for one in judged)
    latest = baselines[0].documents
    weigh = partial(weightiest_change, latest, new, engine, policy.formats)
    return ContractReport(
        contract=contract,
        new=new.name,
        against=tuple(baseline.name for baseline in baselines),
        findings=(*shown, *judge.of_waivers({f.fingerprint: f.rule for f in found}, rules)),
        verdict=_worst([report.verdict for _, report in reports]),
        bump=bump_of(judged, weigh),
        policy=policy,
        asked=_asked(report for _, report in reports),
    )


def _are_one(old: DocumentSet, new: DocumentSet) -> bool:
    """Whether two versions are made of the very same documents."""
    before, after = old.documents, new.documents
    return before.keys() == after.keys() and all(
        document.schema is after[file].schema for file, document in before.items()
    )


def _unchanged(  # noqa: PLR0913, PLR0917 - what a report says
    contract: str,
    new: DocumentSet,
    baselines: Sequence[Baseline],
    policy: Settings,
    judge: Judge,
    rules: frozenset[str] | None,
) -> ContractReport:
    """What there is to say of the very same documents: nothing has to be asked."""
    against = tuple(baseline.name for baseline in baselines)
    about_waivers = judge.of_waivers({}, rules)
    return ContractReport(contract, new.name, against, about_waivers, policy=policy)


def _new_engine() -> Engine:
    from modelpact.compat.engine import Engine

    return Engine()


def _compared(  # noqa: PLR0913 - two versions, how they are asked and weighed
    baseline: Baseline,
    new: DocumentSet,
    policy: Settings,
    engine: Engine,
    judge: Judge,
    *,
    is_latest: bool,
) -> tuple[Baseline, Report]:
    from modelpact.compat.comparison import Comparison
    from modelpact.compat.consumers.comparing import noticed, told, untold
    from modelpact.compat.lives import life_findings

    report = Comparison(baseline.documents, new, policy, engine).report()
    differences = noticed(baseline.documents, new)
    # What the project made less than an error must not hide a broken program.
    weighty = [f for f in report.findings if judge.severities.of(f, _default(f)) == "error"]
    sdk = untold(told(differences), weighty)
    lives = life_findings(differences, judge.today) if is_latest else ()
    verdict = _worst([report.verdict, *(finding.verdict for finding in sdk)])
    findings = (*report.findings, *sdk, *lives)
    return baseline, replace(report, findings=findings, verdict=verdict)


def _versions_by_fingerprint(
    reports: Sequence[tuple[Baseline, Report]],
) -> dict[str, tuple[str, ...]]:
    """The versions that each finding breaks with, in the order of the baselines."""
    against: dict[str, dict[str, None]] = {}
    for baseline, report in reports:
        for finding in report.findings:
            against.setdefault(finding.fingerprint, {})[baseline.name] = None
    return {fingerprint: tuple(names) for fingerprint, names in against.items()}


def _archived(
    against: Mapping[str, tuple[str, ...]],
    baselines: Sequence[Baseline],
    archives: Sequence[Archive],
) -> dict[str, Waiver]:
    """The findings whose breaks have all been shipped by releases that waived them."""
    versions = {baseline.name: baseline.version for baseline in baselines}
    found: dict[str, Waiver] = {}
    for fingerprint, names in against.items():
        waivers = [_shipped(fingerprint, versions[name], archives) for name in names]
        if all(waivers) and waivers[0] is not None:
            found[fingerprint] = waivers[0]
    return found


def _shipped(
    fingerprint: str, version: Version | None, archives: Sequence[Archive]
) -> Waiver | None:
    """The waiver of a later release for a break with a version."""
    for archive in archives:
        if version is None or archive.version <= version:
            continue
        for waiver in archive.waivers:
            if waiver.fingerprint == fingerprint:
                return waiver
    return None


def _in_order(findings: Iterable[Finding], new: DocumentSet) -> list[Finding]:
    """Each finding once, in the order of the documents that break, and of the places at fault."""
    ranks = {file: rank for rank, file in enumerate(new.documents)}
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.fingerprint, finding)

    def key(finding: Finding) -> tuple[object, ...]:
        place, document = finding.place, finding.document
        file = place.file if place else document
        at = [(ranks.get(name, len(ranks)), name) for name in (document, file)]
        return (*at, str(place.pointer) if place else "", finding.direction)

    return sorted(first.values(), key=key)


def _default(finding: Found) -> Severity:
    """What breaks and what could not be decided fails; what stops nobody is said."""
    from modelpact.compat.lives import life_rules

    for rule in life_rules():
        if rule.id == finding.rule:
            return rule.weight
    return "note" if getattr(finding, "verdict", "") == "compatible" else "error"


def _worst(verdicts: Sequence[Verdict]) -> Verdict:
    order: tuple[Verdict, ...] = ("breaking", "unknown")
    return next((verdict for verdict in order if verdict in verdicts), "compatible")


def _asked(reports: Iterable[Report]) -> tuple[Asked, ...]:
    """Each question once, with the worst that came of it."""
    found: dict[tuple[str, str], Asked] = {}
    for report in reports:
        for asked in report.asked:
            key = (asked.document, asked.direction)
            known = found.get(key)
            if known is None:
                found[key] = asked
                continue
            worst = _worst([known.verdict, asked.verdict])
            kept = known if known.verdict == worst else asked
            complete = known.complete and asked.complete
            found[key] = replace(kept, complete=complete, reason=known.reason or asked.reason)
    return tuple(found.values())
