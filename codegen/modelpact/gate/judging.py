"""Findings become judged findings: weighed, waived, or known since before the gate."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from modelpact.gate.report import Found, Judged, Severity, Waiver
from modelpact.gate.severities import Severities, Weight
from modelpact.gate.waivers import EXPIRED, UNUSED, WaiverFinding

__all__ = ["Judge"]


@dataclass(frozen=True, slots=True)
class Judge:
    """What a project has decided about the findings of one contract.

    Attributes:
        today: The day on which waivers have to hold.
        severities: What findings weigh.
        waivers: The project's waivers.
        archived: Waivers that releases have used, by fingerprint: they hold for good.
        baseline: The fingerprints that were there when the gate was adopted.

    """

    today: date
    severities: Severities = field(default_factory=Severities)
    waivers: tuple[Waiver, ...] = ()
    archived: Mapping[str, Waiver] = field(default_factory=dict)
    baseline: frozenset[str] = frozenset()

    def judge(
        self, found: Iterable[tuple[Found, tuple[str, ...]]], default: Callable[[Found], Weight]
    ) -> tuple[Judged, ...]:
        """Judge findings.

        Args:
            found: Each finding with the versions that it breaks with, latest first; findings of
                one fingerprint are one finding.
            default: What a finding weighs where the project has not settled it.

        Returns:
            The judged findings in the order given, without those that are switched off.

        """
        merged: dict[str, tuple[Found, tuple[str, ...]]] = {}
        for finding, against in found:
            first, known = merged.get(finding.fingerprint, (finding, ()))
            merged[finding.fingerprint] = (first, tuple(dict.fromkeys((*known, *against))))
        judged = (self._judged(*item, default) for item in merged.values())
        return tuple(one for one in judged if one is not None)

    def _judged(
        self, finding: Found, against: tuple[str, ...], default: Callable[[Found], Weight]
    ) -> Judged | None:
        weight = self.severities.of(finding, default(finding))
        if weight == "off":
            return None
        return Judged(
            finding,
            weight,
            against,
            waiver=self._waiver(finding.fingerprint),
            baselined=finding.fingerprint in self.baseline,
        )

    def _waiver(self, fingerprint: str) -> Waiver | None:
        for waiver in self.waivers:
            if waiver.fingerprint == fingerprint and waiver.expires >= self.today:
                return waiver
        return self.archived.get(fingerprint)

    def of_waivers(
        self, fingerprints: Iterable[str], rules: Container[str] | None = None
    ) -> tuple[Judged, ...]:
        """Findings about the waivers themselves: expired ones, and ones that match nothing.

        Args:
            fingerprints: Of everything that was found.
            rules: The ids of the rules that were asked. A waiver of another rule is for another
                command to judge. All by default.

        """
        known = set(fingerprints)
        asked = (w for w in self.waivers if rules is None or w.rule in rules)
        found = (self._problem(waiver, known) for waiver in asked)
        problems = [(problem, ()) for problem in found if problem is not None]
        return self.judge(problems, _waiver_default)

    def _problem(self, waiver: Waiver, known: set[str]) -> WaiverFinding | None:
        fingerprint = waiver.fingerprint
        if fingerprint not in known:
            return WaiverFinding(
                UNUSED,
                waiver,
                f"The waiver of {fingerprint} [{waiver.rule}] matches no finding",
                "Remove it: what it waived is gone, or is another finding now.",
            )
        if waiver.expires < self.today and fingerprint not in self.archived:
            return WaiverFinding(
                EXPIRED,
                waiver,
                f"The waiver of {fingerprint} [{waiver.rule}] expired on {waiver.expires}",
                "Mend what it waived, or have it approved again with a later day.",
            )
        return None


def _waiver_default(finding: Found) -> Severity:
    return "error" if finding.rule == EXPIRED else "warning"
