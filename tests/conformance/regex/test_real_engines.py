"""What we say a pattern means is what the engines do that validators use."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import SearchStrategy
from pydantic_core import SchemaError, SchemaValidator, ValidationError, core_schema

from modelpact.compat.regex import RUST, Dialect, Patterns
from modelpact.documents.patterns import (
    ECMA,
    InvalidPattern,
    PatternError,
    UnsupportedPattern,
    rewrite,
)
from support.patterns import ecma_patterns, random_texts, rust_patterns
from support.toolchain import node, run

TEXTS = random_texts(7, 60)
PATTERNS = 300

# Reads [[pattern, ...], [text, ...]] and answers, by pattern, with the texts that match as a string
# of 0 and 1, or with the error.
NODE_PROGRAM = """
const [patterns, texts] = JSON.parse(require("fs").readFileSync(process.argv[2], "utf-8"));
const answers = patterns.map((pattern) => {
  try {
    const compiled = new RegExp(pattern, "u");
    return texts.map((text) => (compiled.test(text) ? "1" : "0")).join("");
  } catch (error) {
    return String(error);
  }
});
console.log(JSON.stringify(answers));
"""


def drawn(strategy: SearchStrategy[str], number: int = PATTERNS) -> list[str]:
    """Return different patterns, the same ones each time."""
    found: dict[str, None] = {}

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
    )
    @given(strategy)
    def collect(source: str) -> None:
        found[source] = None

    collect()
    return list(found)


def our_answers(sources: list[str], dialect: Dialect) -> dict[str, str]:
    patterns = Patterns()
    answers: dict[str, str] = {}
    for source in sources:
        try:
            language = patterns.compile(source, dialect)
        except UnsupportedPattern:
            continue
        answers[source] = "".join(str(int(patterns.matches(language, text))) for text in TEXTS)
    return answers


def answers_of_node(sources: list[str], folder: Path) -> dict[str, str]:
    questions = folder / "questions.json"
    questions.write_text(json.dumps([sources, TEXTS]), encoding="utf-8")
    (folder / "answer.cjs").write_text(NODE_PROGRAM, encoding="utf-8")
    status, output = run([node(), "answer.cjs", "questions.json"], folder)
    assert status == 0, output
    return dict(zip(sources, json.loads(output), strict=True))


def answer_of_pydantic(source: str) -> str | None:
    try:
        validator = SchemaValidator(core_schema.str_schema(pattern=source))
    except SchemaError:
        return None

    def accepts(text: str) -> bool:
        try:
            validator.validate_python(text)
        except ValidationError:
            return False
        return True

    return "".join(str(int(accepts(text))) for text in TEXTS)


@pytest.mark.toolchain
def test_patterns_of_ecma_mean_what_node_does(tmp_path: Path) -> None:
    ours = our_answers(drawn(ecma_patterns), ECMA)
    assert len(ours) > PATTERNS / 2
    assert ours == answers_of_node(list(ours), tmp_path)


def test_patterns_of_rust_mean_what_pydantic_does() -> None:
    ours = our_answers(drawn(rust_patterns), RUST)
    assert len(ours) > PATTERNS / 2
    assert ours == {source: answer_of_pydantic(source) for source in ours}


@pytest.mark.toolchain
def test_a_rewritten_pattern_means_the_same_in_node_pydantic_and_as_before(tmp_path: Path) -> None:
    rewritten: dict[str, str] = {}
    for source in drawn(rust_patterns):
        try:
            rewritten[source] = rewrite(source)
        except PatternError:
            continue
    assert len(rewritten) > PATTERNS / 4
    before = our_answers(list(rewritten), RUST)
    by_node = answers_of_node(list(rewritten.values()), tmp_path)
    for source, portable in rewritten.items():
        assert by_node[portable] == before[source], source
        assert answer_of_pydantic(portable) == before[source], source


CORNERS = [
    *("a**", "a{2}{3}", "a++", "{", "a{", "a{,2}", "}", "]", "[]", "[^]", "[]a]", "[a-]", "[-a]"),
    *("[--a]", "[a-b-c]", "[z-a]", r"[\w-z]", "[a&&b]", "[[a]]", "[[:alpha:]]", "[[:^space:]b]"),
    *("[a-z--b]", "[a-z~~b]", "[a&&]", "[^a&&b]", r"\A", r"\z", r"\Z", r"\cJ", r"\0", r"\07"),
    *(r"\x41", r"\x{41}", r"\u0041", r"\u{41}", r"\U00000041", r"\a", r"\e", r"\h", r"\R", r"\v"),
    *(r"\-", r"\_", r"\@", r"\ ", r"\<a", r"\/", r"\q", r"\K", r"[\b]", r"[\a]", r"\uD800", r"\pL"),
    *(
        "(?i)K",
        "(?i:s)",
        "(?i)[^k]",
        r"(?i)\P{Lu}",
        "(?i)[[:lower:]]",
        "(?i)[a-z&&[^k]]",
        "a(?i)b|C",
    ),
    *(
        "(?x) a b # c",
        "(?U)a+",
        "(?u)a",
        "(?a)a",
        "(?-)a",
        "(?ii)a",
        "(?)a",
        "(?:)",
        "()",
        "|",
        "a||b",
    ),
    *(
        "(?<n>a)",
        "(?P<n>a)",
        "(?<1>a)",
        "(?<a.b>c)",
        "(?P=n)",
        r"(a)\1",
        "(?=a)",
        "(?<!a)b",
        "(?>a)",
    ),
    *(
        "^*",
        "$*",
        r"\b+",
        r"\b{start}a",
        r"\b{end}",
        r"\b{2}",
        "(?m)^$",
        "(?s).",
        r"\p{lu}",
        r"\p{^L}",
    ),
    *(
        r"\p{gc=Lu}",
        r"\p{gc:Lu}",
        r"\p{gc!=Lu}",
        r"\p{Upper case Letter}",
        r"\p{IsLower}",
        r"\p{Any}",
    ),
    *(
        r"\p{digit}",
        r"\p{punct}",
        r"\p{LC}",
        r"\p{Assigned}",
        r"\p{Cs}",
        r"\P{ascii}",
        r"\p{White_Space}",
    ),
]


@pytest.mark.parametrize("source", CORNERS)
def test_corners_of_rust_s_syntax_are_read_as_pydantic_reads_them(source: str) -> None:
    theirs = answer_of_pydantic(source)
    try:
        ours = our_answers([source], RUST).get(source)
    except InvalidPattern:
        assert theirs is None
        return
    assert ours is None or ours == theirs


@pytest.mark.toolchain
def test_corners_of_syntax_are_read_as_node_reads_them_or_as_jsonschema_rs_does(
    tmp_path: Path,
) -> None:
    theirs = answers_of_node(CORNERS, tmp_path)
    for source in CORNERS:
        try:
            ours = our_answers([source], ECMA).get(source)
        except InvalidPattern:
            assert theirs[source].startswith("SyntaxError"), source
            continue
        if ours is not None and theirs[source].startswith("SyntaxError"):
            validator = jsonschema_rs.Draft202012Validator({"pattern": source})
            assert ours == "".join(str(int(validator.is_valid(text))) for text in TEXTS), source
        elif ours is not None:
            assert ours == theirs[source], source
