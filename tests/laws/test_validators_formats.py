"""Every format of generated validators against jsonschema-rs, on strings near valid ones.

Where the two differ is known (see docs/targets/typescript.md): each kind is named here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Final

import jsonschema_rs
import pytest

from modelpact.targets.typescript.validators.formats import is_checked
from support.javascript_validators import JavaScriptValidators
from support.official_suite import format_groups

pytestmark = pytest.mark.toolchain

_FORMATS: Final = (
    "date", "date-time", "time", "duration", "email", "idn-email", "hostname", "idn-hostname",
    "ipv4", "ipv6", "uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid",
    "json-pointer", "relative-json-pointer",
)  # fmt: skip
_LETTERS: Final = 'aZ09.:-/@#?%~{}[]()TtZz+* _"\\éß·ـ字1\u200d'
_STRINGS: Final = 600
_DIFFERENT: Final = {
    # It takes characters just before 0 for digits.
    "date": re.compile(r"[*+,\-./]"),
    "date-time": re.compile(r"[*+,\-./]"),
    "time": re.compile(r"[*+,\-./]"),
    # In the name of an address's host, what is encoded is not decoded.
    "email": re.compile(r"@.*xn--", re.IGNORECASE | re.DOTALL),
    # Capitals are as good as small letters; and labels of random letters decode to code points that
    # are not in use, or were not lately.
    "hostname": re.compile(r"xn--", re.IGNORECASE),
    "idn-hostname": re.compile(r"xn--", re.IGNORECASE),
    "idn-email": re.compile(r"xn--", re.IGNORECASE),
}


@cache
def _seeds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in format_groups("draft2020-12"):
        texts = [value for _, value, _ in group.facts if isinstance(value, str)]
        found.setdefault(str(group.schema.get("format")), []).extend(texts)
    return found


def _changed(text: str, random: Random) -> str:
    letters = list(text)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        at = random.randrange(len(letters) + 1)
        chance = random.random()
        if chance < 0.4 or at == len(letters):
            letters.insert(at, random.choice(_LETTERS))
        elif chance < 0.7:
            del letters[at]
        else:
            letters[at] = random.choice(_LETTERS)
    return "".join(letters)


@pytest.fixture(scope="module")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JavaScriptValidators]:
    with JavaScriptValidators(tmp_path_factory.mktemp("formats")) as running:
        yield running


@pytest.mark.parametrize("name", _FORMATS)
def test_a_format_is_what_jsonschema_rs_takes_it_for(
    name: str, validators: JavaScriptValidators
) -> None:
    assert is_checked(name, "2020-12")
    random = Random(name)
    own, others = _seeds()[name], [text for texts in _seeds().values() for text in texts]
    texts = [*own, *others]
    texts += (_changed(random.choice(own), random) for _ in range(_STRINGS))
    peer = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)
    [module] = validators.generate({"format": name})

    said = validators.judge(module, texts)

    differing = [t for t, valid in zip(texts, said, strict=True) if peer.is_valid(t) != valid]
    known = _DIFFERENT.get(name, re.compile("(?!)"))
    assert [text for text in differing if not known.search(text)] == []
    assert len(differing) < len(texts) / 20
    assert 0 < sum(said) < len(texts)
