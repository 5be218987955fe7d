from __future__ import annotations

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


@pytest.mark.parametrize("name", formats._SUPERSETS)
def test_a_string_outside_of_a_superset_has_not_the_format(name: str) -> None:
    languages, oracle = Languages(), FormatOracle()
    (pattern,) = oracle.supersets([(name, True)])
    language = languages.compile(pattern, "ecma")
    assert language is not None
    strings = [text for _, text in SAMPLES] + HOSTILE + ["2024-01-01t00:00:00z", "24:00:00Z", "P"]
    strings += [f"{text} " for _, text in SAMPLES] + [text.upper() for _, text in SAMPLES]
    outside = [text for text in strings if not languages.matches(language, text)]
    assert len(outside) > 5
    assert [text for text in outside if oracle.has(name, text)] == []


def test_a_format_and_what_holds_all_of_it_exclude_each_other() -> None:
    oracle = FormatOracle()
    assert oracle.exclude_each_other([("uri", True), ("uri", False)])
    assert oracle.exclude_each_other([("uri", True), ("iri", False)])
    assert not oracle.exclude_each_other([("iri", True), ("uri", False)])
