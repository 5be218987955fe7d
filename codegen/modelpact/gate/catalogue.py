"""Every rule there is, of whatever kind, in one shape: what to look up, and what to read there.

Rules that recognise changes live with what finds them, one file a rule; what is said of the gate
itself has no file and is told here. A new kind of rules is one more group in :func:`catalogue`.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from modelpact.compat.changes import ABSENT, Presence
from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.model import SdkRule
from modelpact.compat.consumers.rules import sdk_rules
from modelpact.compat.findings import UNDECIDED
from modelpact.compat.lives import life_rules
from modelpact.compat.lives.model import LifeRule
from modelpact.compat.report import Snippet
from modelpact.compat.rules import UNCLASSIFIED, Rule, all_rules
from modelpact.documents.sets import Document, DocumentSet
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError
from modelpact.gate.baselines import OTHER_CONTRACT, STALE
from modelpact.gate.waivers import EXPIRED, OTHER_RULE, UNUSED
from modelpact.lint.rules import Rule as LintRule
from modelpact.lint.rules import lint_rules

__all__ = ["CATEGORIES", "Explanation", "catalogue", "explained", "near"]

CATEGORIES: Final[Mapping[str, str]] = {
    "data": "Payloads that one version writes are refused by the other. Proved, with a payload.",
    "sdk": (
        "Code that uses an SDK of the old version does not compile with the new one's, or its"
        " authors should know."
    ),
    "life": "Something was removed: as it was announced, or not. That it breaks is told beside it.",
    "lint": "What is unwise about one version by itself. `modelpact lint` looks for it.",
    "waiver": "What the exceptions to findings, waivers and baselines, are themselves.",
}
"""The kinds of rules, in the order in which they are listed, each with what it is about."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule for people.

    Attributes:
        id: Its id.
        category: One of :data:`CATEGORIES`.
        meaning: One sentence: what changed, or what is found.
        breaks: Why it breaks whom.
        advice: What to do.
        example: Schemas that fire it, each with what it is called: ``old`` and ``new``.
        witness: A payload of the old schema that the new one refuses.

    """

    id: str
    category: str
    meaning: str
    breaks: str = ""
    advice: str = ""
    example: tuple[tuple[str, Json], ...] = ()
    witness: Presence = ABSENT

    @property
    def program(self) -> Snippet | None:
        """A program that compiles against the old SDK of the example and not the new one's."""
        if self.category != "sdk":
            return None
        old, new = (_alone(schema) for _, schema in self.example)
        return next((f.evidence for f in sdk_findings(old, new) if f.rule == self.id), None)


def _alone(schema: Json) -> DocumentSet:
    return DocumentSet("example", {"a.json": Document("Example", "a.json", schema)})


@cache
def catalogue() -> Mapping[str, Explanation]:
    """Every rule by its id, by category and then in the order in which they are asked."""
    rules: tuple[SdkRule | LifeRule, ...] = (*sdk_rules(), *life_rules())
    lint = map(_of_lint, lint_rules())
    groups = (*_data(), *map(_of_models, rules), *lint, *_waivers())
    return {explanation.id: explanation for explanation in groups}


def explained(rule: str) -> Explanation:
    """A rule.

    Raises:
        ModelpactError: There is none of this id.

    """
    found = catalogue().get(rule)
    if found is None:
        _refuse_fingerprint(rule)
        close = near(rule)
        raise ModelpactError(
            f"there is no rule {rule!r}",
            advice=(
                f"Did you mean {close!r}?" if close else "`modelpact explain --list` has them all."
            ),
            rule="no-such-rule",
        )
    return found


def _refuse_fingerprint(text: str) -> None:
    if re.fullmatch(r"[0-9a-f]{16}", text):
        raise ModelpactError(
            f"{text} is the fingerprint of a finding, and no rule",
            advice="Explain the rule, which stands in brackets behind the finding's message; a"
            " fingerprint is for `modelpact waive`.",
            rule="no-such-rule",
        )


def near(rule: str) -> str:
    """The id that somebody may have meant; empty where none is near."""
    ids = list(catalogue())
    close = difflib.get_close_matches(rule.lower().replace("_", "-"), ids, n=1)
    return close[0] if close else ""


def _data() -> Iterator[Explanation]:
    yield from map(_of_data, all_rules())
    yield Explanation(
        UNCLASSIFIED,
        "data",
        "A payload is refused by a change that no rule has a name for.",
        "Whoever writes such payloads: that one is refused is proved as for any other rule.",
        "Look at the keyword that the finding names, and at its payload.",
    )
    yield Explanation(
        UNDECIDED,
        "data",
        "It could neither be proved that a change is safe nor that it breaks.",
        "Nobody, or anybody: it is not known, and so it fails the gate.",
        "Simplify what the reason names, or decide by hand and say so in a waiver.",
    )


def _of_data(rule: Rule) -> Explanation:
    example = (("old", rule.example.old), ("new", rule.example.new))
    advice = rule.advice
    if rule.forward_advice:
        reads, writes = _low(rule.advice), _low(rule.forward_advice)
        advice = f"Where the new version reads: {reads} Where it writes: {writes}"
    said = (rule.id, rule.category, rule.meaning, rule.breaks, advice)
    return Explanation(*said, example, rule.example.witness)


def _low(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _of_models(rule: SdkRule | LifeRule) -> Explanation:
    example = (("old", rule.example.old), ("new", rule.example.new))
    said = (rule.id, rule.category, rule.meaning, rule.breaks, rule.advice)
    return Explanation(*said, example)


def _of_lint(rule: LintRule) -> Explanation:
    example = (("bad", rule.example.bad), ("good", rule.example.good))
    meaning = f"{rule.meaning} {_WEIGHTS[rule.weight]}"
    return Explanation(rule.id, "lint", meaning, rule.breaks, rule.advice, example)


_WEIGHTS: Final = {
    "error": "An error by default.",
    "warning": "A warning by default.",
    "note": "A note by default.",
    "off": "Off by default.",
}


def _waivers() -> Iterator[Explanation]:
    yield Explanation(
        EXPIRED,
        "waiver",
        "The last day of a waiver has passed, and what it waived is still there.",
        "The gate: a finding that was waived counts again.",
        "Mend what it waived, or have it approved again with a later day.",
    )
    yield Explanation(
        UNUSED,
        "waiver",
        "A waiver matches no finding.",
        "Nobody yet: it would hide the next finding that has its fingerprint.",
        "Remove it: what it waived is gone, or is another finding now.",
    )
    yield Explanation(
        OTHER_RULE,
        "waiver",
        "A waiver says that it is of another rule than the finding that it waives.",
        "Nobody yet: who reads the waiver believes that something else was let pass.",
        "Look whether the finding is the one that was meant, and write its rule.",
    )
    yield Explanation(
        STALE,
        "waiver",
        "Entries of the baseline match no finding any more.",
        "Nobody yet: they would hide the next findings that have their fingerprints.",
        "Run `modelpact check --write-baseline`: the file shrinks.",
    )
    yield Explanation(
        OTHER_CONTRACT,
        "waiver",
        "The baseline says that it is another contract's.",
        "The gate: what was known of another contract may be hiding breaks of this one.",
        "Remove the file, or write it anew with `modelpact check --write-baseline`.",
    )
