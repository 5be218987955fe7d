"""Waivers: dated, reasoned exceptions to single findings, kept in a file beside the contract.

[[waiver]]
fingerprint = "0123456789abcdef"    # the finding's
rule = "required"                   # the finding's
reason = "The only reader was switched off in March."
approver = "ada@example.com"
expires = 2027-03-31                # the last day on which it holds
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from modelpact.documents.pointers import ROOT
from modelpact.errors import ErrorGroup, Fault, ModelpactError
from modelpact.gate.report import Waiver
from modelpact.graph.nodes import Location

__all__ = [
    "EXPIRED",
    "OTHER_RULE",
    "UNUSED",
    "WAIVERS_FILE",
    "WaiverFinding",
    "archived_waivers",
    "read_waivers",
    "says_something",
    "waiver_json",
    "waiver_lines",
    "waiver_text",
    "with_waiver",
]

WAIVERS_FILE: Final = "waivers.toml"
EXPIRED: Final = "waiver-expired"
UNUSED: Final = "waiver-unused"
OTHER_RULE: Final = "waiver-rule"

_TEXTS: Final = ("fingerprint", "rule", "reason", "approver")
_KEYS: Final = (*_TEXTS, "expires")


@dataclass(frozen=True, slots=True)
class WaiverFinding:
    """A waiver that is itself something to act on.

    Attributes:
        rule: ``waiver-expired``, ``waiver-unused`` or ``waiver-rule``.
        waiver: The waiver.
        message: One sentence.
        advice: What to do.

    """

    rule: str
    waiver: Waiver
    message: str
    advice: str
    category: str = "waiver"
    path: str = ""

    @property
    def document(self) -> str:
        """The file of waivers."""
        return WAIVERS_FILE

    @property
    def place(self) -> Location | None:
        """The file of waivers."""
        return Location(WAIVERS_FILE, ROOT)

    @property
    def fingerprint(self) -> str:
        """Of the waiver's finding, so that each waiver is told once."""
        return f"{self.rule}-{self.waiver.fingerprint}"

    def to_json(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return {
            "fingerprint": self.fingerprint,
            "rule": self.rule,
            "category": self.category,
            "document": self.document,
            "path": self.path,
            "message": self.message,
            "advice": self.advice,
        }


def read_waivers(text: str, where: str) -> tuple[Waiver, ...]:
    """Read a file of waivers.

    Raises:
        ErrorGroup: It is not TOML, or a waiver lacks something; every fault is named.

    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModelpactError(f"is not TOML: {error}", where=where, rule="not-toml") from error
    except RecursionError as error:
        raise ModelpactError("is nested too deeply", where=where, rule="not-toml") from error
    unknown = sorted(table.keys() - {"waiver"})
    entries = table.get("waiver", [])
    if unknown or not isinstance(entries, list):
        raise ModelpactError(
            f"has {unknown[0]!r}" if unknown else "has a `waiver` that is no list of tables",
            where=where,
            advice="A file of waivers holds [[waiver]] tables only.",
            rule="bad-waiver",
        )
    faults: list[Fault] = []
    waivers: dict[str, Waiver] = {}
    for number, entry in enumerate(entries, 1):
        place = f"{where}: waiver {number}"
        found = list(_faults(entry, place))
        if not found and entry["fingerprint"] in waivers:
            found = [Fault(f"{entry['fingerprint']} is waived twice", place, rule="bad-waiver")]
        faults += found
        if not found:
            waivers[entry["fingerprint"]] = Waiver(**entry)
    if faults:
        raise ErrorGroup(faults)
    return tuple(waivers.values())


def _faults(entry: Any, place: str) -> Iterable[Fault]:
    if not isinstance(entry, Mapping):
        yield Fault("is no table", place, rule="bad-waiver")
        return
    for key in sorted(entry.keys() - set(_KEYS)):
        yield Fault(f"has an unknown key {key!r}", place, rule="bad-waiver")
    for key in _TEXTS:
        value = entry.get(key)
        if not isinstance(value, str) or not says_something(value):
            yield Fault(f"says no `{key}`", place, _WHAT[key], "bad-waiver")
    expires = entry.get("expires")
    if not isinstance(expires, date) or isinstance(expires, datetime):
        yield Fault(
            "says no day on which it `expires`",
            place,
            "Write a date without quotes, such as expires = 2030-12-31.",
            "bad-waiver",
        )


_WHAT: Final = {
    "fingerprint": "Write the fingerprint of the finding, as the report gives it.",
    "rule": "Write the rule of the finding, as the report gives it.",
    "reason": "Write why the finding may pass.",
    "approver": "Write who said so.",
}


def says_something(text: str) -> bool:
    """Whether a text is more than space and the dots that stand in an example."""
    return bool(text.strip(" \t\r\n.\u2026"))


def archived_waivers(said: Iterable[Mapping[str, Any]]) -> tuple[Waiver, ...]:
    """The waivers that a release's manifest holds; see :func:`waiver_json`."""
    return tuple(
        Waiver(
            **{key: str(entry.get(key, "")) for key in _TEXTS},
            expires=date.fromisoformat(str(entry["expires"])),
        )
        for entry in said
    )


def waiver_json(waiver: Waiver) -> dict[str, str]:
    """A waiver as a release's manifest holds it."""
    said = {key: str(getattr(waiver, key)) for key in _TEXTS}
    return {**said, "expires": waiver.expires.isoformat()}


def waiver_lines(text: str, waivers: Iterable[Waiver]) -> dict[str, int]:
    """By fingerprint, the line of a file on which each waiver names it, counted from 1."""
    wanted = {waiver.fingerprint for waiver in waivers}
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        for quoted in _QUOTED.findall(line):
            if quoted in wanted:
                found.setdefault(quoted, number)
    return found


_QUOTED: Final = re.compile(r"""(?<=["'])[^"']+(?=["'])""")


def with_waiver(text: str, waiver: Waiver, comment: str, where: str) -> str:
    """The text of a file with one more waiver at its end; all else is kept as it is.

    Args:
        text: The file as it is; empty where there is none.
        waiver: The waiver.
        comment: What it is about.
        where: The file, for messages.

    Raises:
        ModelpactError: The file is not as it has to be, has the waiver already, or is written so
            that nothing can be added at its end.

    """
    if any(known.fingerprint == waiver.fingerprint for known in read_waivers(text, where)):
        raise ModelpactError(
            f"{waiver.fingerprint} is waived already",
            where=where,
            advice="Edit the waiver that is there: its reason, its approver, its day.",
            rule="waived-already",
        )
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    added = f"{text}{gap}{waiver_text(waiver, comment)}"
    try:
        read_waivers(added, where)
    except ModelpactError as error:
        raise ModelpactError(
            "nothing can be added at the end of this file",
            where=where,
            advice="Write its waivers as tables, each below a line [[waiver]].",
            rule="bad-waiver",
        ) from error
    return added


def waiver_text(waiver: Waiver, comment: str = "") -> str:
    """A waiver as it stands in the file, with a comment that says what it is about."""
    lines = [f"# {' '.join(line.split())}" for line in comment.splitlines()]
    lines += [
        "[[waiver]]",
        *(f"{key} = {_quoted(getattr(waiver, key))}" for key in _TEXTS),
        f"expires = {waiver.expires.isoformat()}",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A TOML basic string (TOML 1.0, *String*)."""
    escaped = (
        f"\\u{ord(c):04X}" if ord(c) < _SPACE or c == _DELETE else f"\\{c}" if c in '"\\' else c
        for c in text
    )
    return '"' + "".join(escaped) + '"'


_SPACE: Final = 0x20
_DELETE: Final = "\x7f"
