from __future__ import annotations

import re
from random import Random

import jsonschema
import jsonschema_rs
import pytest

from modelpact.compat import formats
from modelpact.compat.formats import FormatOracle, asserted_formats
from modelpact.compat.languages import Languages
from modelpact.documents.dialects import DIALECTS, Dialect

HOSTILE = ["", "\x00 [(", "///~2", "a b", "\u00e9[", "{", "-", "%%"]
"""Each format refuses one of these."""

SAMPLES = [(name, text) for name, texts in formats._SAMPLES.items() for text in texts]


@pytest.mark.parametrize("dialect", DIALECTS.values(), ids=lambda dialect: dialect.name)
def test_the_formats_of_a_dialect_are_those_that_the_validator_asserts(dialect: Dialect) -> None:
    asserted = set()
    for name in [*formats._SAMPLES, "password", "binary", "int32", "color", "decimal"]:
        schema = {"$schema": dialect.uri, "format": name}
        validator = jsonschema_rs.validator_for(schema, validate_formats=True)
        if not all(validator.is_valid(text) for text in HOSTILE):
            asserted.add(name)
    assert asserted == asserted_formats(dialect.name)


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_every_sample_has_its_format_for_both_validators(name: str, sample: str) -> None:
    assert jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True).is_valid(
        sample
    )
    assert jsonschema.Draft202012Validator.FORMAT_CHECKER.conforms(sample, name)


@pytest.mark.parametrize(("name", "sample"), SAMPLES)
def test_every_sample_is_in_the_supersets_of_its_format(name: str, sample: str) -> None:
    languages, oracle = Languages(), FormatOracle()
    for pattern in oracle.supersets([(name, True)]):
        language = languages.compile(pattern, "ecma")
        assert language is not None
        assert languages.matches(language, sample)
    for wider in formats._WITHIN.get(name, ()):
        assert oracle.has(wider, sample)


def mutants(name: str) -> set[str]:
    """Strings near the members of a format."""
    random = Random(name)
    letters = [chr(c) for c in range(0, 0x100, 2)] + list(
        "+-.:@/_[]{}\u2028\u3002\uff0e\u0640\u4e2d\U0001f600"
    )
    texts = [*formats._SAMPLES[name], *formats._SAMPLES["date-time"], *HOSTILE]
    found = set()
    for letter in letters:
        text = random.choice([*texts, formats._SAMPLES[name][0]])
        place = random.randint(0, len(text))
        found.add(text[:place] + letter + text[place:])
        found.add(text[:place] + letter + text[place + 1 :])
    return found | {text + text for text in texts} | {text.upper() for text in texts}


@pytest.mark.parametrize("name", formats._SUPERSETS)
def test_a_string_outside_of_a_superset_has_not_the_format(name: str) -> None:
    languages, oracle = Languages(), FormatOracle()
    (pattern,) = oracle.supersets([(name, True)])
    language = languages.compile(pattern, "ecma")
    assert language is not None
    outside = [text for text in mutants(name) if not languages.matches(language, text)]
    assert len(outside) > 5
    assert [text for text in outside if oracle.has(name, text)] == []


@pytest.mark.parametrize("name", formats._SUBSETS)
def test_every_string_of_a_subset_has_the_format(name: str) -> None:
    (pattern,) = FormatOracle().subsets([(name, False)])
    random = Random(name)
    words = [text for text in mutants(name) if re.fullmatch(pattern, text)]
    for _ in range(200):
        length = random.randint(1, 9)
        word = "".join(random.choices("abcXYZ019_.-:@", k=length))
        words += [word] if re.fullmatch(pattern, word) else []
    words += ["abc@xyz.com"] if "email" in name else ["-", ".", "..", "a-b", "_", "0"]
    rust = jsonschema_rs.Draft202012Validator({"format": name}, validate_formats=True)
    python = jsonschema.Draft202012Validator.FORMAT_CHECKER
    members = [word for word in words if re.fullmatch(pattern, word)]
    assert members
    assert [w for w in members if not rust.is_valid(w) or not python.conforms(w, name)] == []


@pytest.mark.parametrize(
    ("inner", "outer"), [(n, w) for n, ws in formats._WITHIN.items() for w in sorted(ws)]
)
def test_members_of_a_format_have_those_that_hold_it(inner: str, outer: str) -> None:
    oracle = FormatOracle()
    members = [text for text in mutants(inner) if oracle.has(inner, text)]
    assert members
    assert [text for text in members if oracle.has(outer, text) is False] == []


def test_a_format_and_what_holds_all_of_it_exclude_each_other() -> None:
    oracle = FormatOracle()
    assert oracle.exclude_each_other([("uri", True), ("uri", False)])
    assert oracle.exclude_each_other([("uri", True), ("iri", False)])
    assert not oracle.exclude_each_other([("iri", True), ("uri", False)])
