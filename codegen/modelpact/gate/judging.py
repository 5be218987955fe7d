"""Findings become judged findings: weighed, waived, or known since before the gate."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from modelpact.gate.report import Found, Judged, Severity, Waiver
from modelpact.gate.severities import Severities, Weight
from modelpact.gate.waivers import EXPIRED, OTHER_RULE, UNUSED, WaiverFinding

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
        holding = {w.fingerprint: w for w in self.waivers if w.expires >= self.today}
        judged = (self._judged(*item, default, holding) for item in merged.values())
        return tuple(one for one in judged if one is not None)

    def _judged(
        self,
        finding: Found,
        against: tuple[str, ...],
        default: Callable[[Found], Weight],
        holding: Mapping[str, Waiver],
    ) -> Judged | None:
        weight = self.severities.of(finding, default(finding))
        if weight == "off":
            return None
        fingerprint = finding.fingerprint
        return Judged(
            finding,
            weight,
            against,
            waiver=holding.get(fingerprint) or self.archived.get(fingerprint),
            baselined=fingerprint in self.baseline,
        )

    def of_waivers(
        self, known: Mapping[str, str], rules: Container[str] | None = None
    ) -> tuple[Judged, ...]:
        """Findings about the waivers themselves: expired ones, and ones that match nothing.

        Args:
            known: The rules of everything that was found, by fingerprint.
            rules: The ids of the rules that were asked. A waiver of another rule is for another
                command to judge, unless what it waives was found, or there is no such rule. All by
                default.

        """
        asked = (w for w in self.waivers if _is_asked(w, known, rules))
        found = (self._problem(waiver, known) for waiver in asked)
        problems = [(problem, ()) for problem in found if problem is not None]
        return self.judge(problems, _waiver_default)

    def _problem(self, waiver: Waiver, known: Mapping[str, str]) -> WaiverFinding | None:
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
        if waiver.rule != known[fingerprint]:
            return WaiverFinding(
                OTHER_RULE,
                waiver,
                f"The waiver of {fingerprint} says that it is of the rule `{waiver.rule}`, and its"
                f" finding is of `{known[fingerprint]}`",
                "Look whether the finding is the one that was meant, and write its rule.",
            )
        return None


def _is_asked(waiver: Waiver, known: Mapping[str, str], rules: Container[str] | None) -> bool:
    if rules is None or waiver.rule in rules or waiver.fingerprint in known:
        return True
    from modelpact.gate.rules import known_rules  # all rules are many files

    return waiver.rule not in known_rules()


def _waiver_default(finding: Found) -> Severity:
    return "error" if finding.rule == EXPIRED else "warning"
