"""Makes a new rule: its file with an example to fill in, and its test. Run by `make rule`.

What it writes fails the catalogue's tests until it is filled in; the page of the rules and the
snapshot of what every rule says of every example are made by `make docs` and `UPDATE_GOLDEN=1`.
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["KINDS", "Kind", "new_rule"]

_ID: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_DATA: Final = '''\
"""..."""

from __future__ import annotations

from modelpact.compat.rules.model import Case, Example, Rule

__all__ = ["RULE"]


def _message(case: Case) -> str | None:
    if case.change.keyword != "...":
        return None
    return case.say(f"{case.subject} ... now", f"{case.subject} ... no longer")


RULE = Rule(
    id="@ID@",
    category="data",
    meaning="...",
    breaks="...",
    advice="...",
    forward_advice="...",
    example=Example(old={"type": "object"}, new={"type": "object"}, witness={}),
    message=_message,
)
'''

_DATA_TEST: Final = '''\
"""What the rule @ID@ says."""

from __future__ import annotations

from modelpact import compare
from modelpact.compat.rules.@MODULE@ import RULE


def test_the_message_says_what_changed_and_where() -> None:
    (finding,) = compare(RULE.example.old, RULE.example.new, mode="backward").findings
    assert finding.message == "..."
'''

_SDK: Final = '''\
"""..."""

from __future__ import annotations

from modelpact.compat.consumers.facts import Difference, PropertyChanged
from modelpact.compat.consumers.model import Consequence, SdkExample, SdkRule, shown
from modelpact.compat.consumers.programs import reads

__all__ = ["RULE"]


def _judge(difference: Difference) -> Consequence | None:
    if not isinstance(difference, PropertyChanged) or difference.old is None:
        return None
    message = f"`{difference.new.name}` of {shown(difference.before)} ..."
    return Consequence(message, reads(difference.before, difference.old))


RULE = SdkRule(
    id="@ID@",
    meaning="...",
    breaks="...",
    advice="...",
    example=SdkExample(old={"$defs": {}}, new={"$defs": {}}),
    judge=_judge,
)
'''

_SDK_TEST: Final = '''\
"""What the rule @ID@ says."""

from __future__ import annotations

from modelpact.compat.consumers import sdk_findings
from modelpact.compat.consumers.rules.@MODULE@ import RULE
from modelpact.documents.sets import Document, DocumentSet


def test_the_message_says_what_programs_notice() -> None:
    old, new = (
        DocumentSet("shop", {"a.json": Document("Shop", "a.json", schema)})
        for schema in (RULE.example.old, RULE.example.new)
    )
    (finding,) = sdk_findings(old, new)
    assert finding.message == "..."
'''


@dataclass(frozen=True)
class Kind:
    """A kind of rules.

    Attributes:
        prefix: How their ids begin.
        rules: The folder of their files.
        tests: The folder of their tests.
        rule: A new file.
        test: A new test.

    """

    prefix: str
    rules: str
    tests: str
    rule: str
    test: str


KINDS: Final = (
    Kind(
        "sdk-",
        "codegen/modelpact/compat/consumers/rules",
        "tests/unit/compat/consumers/rules",
        _SDK,
        _SDK_TEST,
    ),
    Kind("", "codegen/modelpact/compat/rules", "tests/unit/compat/rules", _DATA, _DATA_TEST),
)


def new_rule(identifier: str, root: Path) -> tuple[Path, ...]:
    """Write a rule and its test, both or neither.

    Args:
        identifier: The rule's id; what begins with ``sdk-`` is about SDKs, all else about data.
        root: The repository.

    Returns:
        The files written.

    Raises:
        ValueError: The id is not kebab-case, or there is such a rule.

    """
    if not _ID.fullmatch(identifier):
        message = f"a rule's id is kebab-case, such as item-count, and not {identifier!r}"
        raise ValueError(message)
    kind = next(kind for kind in KINDS if identifier.startswith(kind.prefix))
    module = identifier.removeprefix(kind.prefix).replace("-", "_")
    files = {
        root / kind.rules / f"{module}.py": kind.rule,
        root / kind.tests / f"test_{module}.py": kind.test,
    }
    for file in files:
        if file.exists():
            message = f"there is {file.relative_to(root)} already"
            raise ValueError(message)
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        filled = text.replace("@ID@", identifier).replace("@MODULE@", module)
        file.write_text(filled, encoding="utf-8")
    return tuple(files)


def main() -> int:
    """Make the rule that the command line names, in the repository around this file."""
    root = Path(__file__).parents[2]
    if len(sys.argv) != 2:
        sys.stderr.write("usage: make rule ID=my-rule\n")
        return 2
    try:
        files = new_rule(sys.argv[1], root)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    for file in files:
        sys.stdout.write(f"wrote {file.relative_to(root)}\n")
    sys.stdout.write("fill them in, then: make docs && UPDATE_GOLDEN=1 pytest tests/meta\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
