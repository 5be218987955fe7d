from __future__ import annotations

import hashlib
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modelpact.documents.canonical import canonical_bytes, digest, order_keywords, same
from modelpact.documents.values import Json
from modelpact.errors import ModelpactError

_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner, max_size=4)
    ),
    max_leaves=12,
)


def test_keywords_stand_in_the_order_of_their_meaning_at_every_depth() -> None:
    schema: Json = {
        "properties": {"b": {"minLength": 1, "type": "string"}, "a": True},
        "type": "object",
    }
    assert json.dumps(order_keywords(schema)) == json.dumps(
        {"type": "object", "properties": {"b": {"type": "string", "minLength": 1}, "a": True}}
    )


def test_data_keeps_its_own_order() -> None:
    schema: Json = {"examples": [{"type": 1, "$id": 2}], "default": {"z": 1, "a": 2}}
    ordered = order_keywords(schema)
    assert (
        json.dumps(ordered) == '{"default": {"z": 1, "a": 2}, "examples": [{"type": 1, "$id": 2}]}'
    )


def test_bytes_end_in_one_newline_and_indent_by_two() -> None:
    assert canonical_bytes({"a": [1]}) == b'{\n  "a": [\n    1\n  ]\n}\n'


@pytest.mark.parametrize("number", [2**70, Decimal("1.00000000000000000001"), Decimal("1E+309")])
def test_numbers_beyond_a_double_are_written_in_full(number: Decimal | int) -> None:
    written = json.loads(canonical_bytes({"a": number, "b": []}), parse_float=Decimal)
    assert written == {"a": number, "b": []}


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"),
        (-0.0, "0"),
        (1e21, "1e+21"),
        (1e20, "100000000000000000000"),
        (1.5e-7, "1.5e-7"),
        (1e-6, "0.000001"),
        (123456.789, "123456.789"),
        (5e-324, "5e-324"),
    ],
)
def test_a_digest_spells_numbers_as_rfc_8785_does(number: float, text: str) -> None:
    assert digest([number]) == hashlib.sha256(f"[{text}]".encode()).hexdigest()


def test_the_address_of_a_document_is_no_part_of_its_digest() -> None:
    assert digest({"$id": "a", "type": "null"}) == digest({"type": "null", "$id": "b"})


def test_names_beyond_the_bmp_sort_by_utf_16_as_the_rfc_says() -> None:
    # U+1F600 starts with a surrogate, and so stands before U+FB33 in UTF-16 but not in UTF-8.
    assert digest({"\U0001f600": 1, "\ufb33": 2}) == digest({"\ufb33": 2, "\U0001f600": 1})


@given(_JSON)
def test_a_digest_survives_writing_and_reading(value: Json) -> None:
    assert digest(json.loads(canonical_bytes(value))) == digest(value)


def test_half_a_surrogate_pair_is_refused_with_what_stands_before_it() -> None:
    for write in (canonical_bytes, digest):
        with pytest.raises(ModelpactError, match=r"follows .*'.*Ann"):
            write({"name": "Ann\ud800"})


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
        ({"$id": "x", "a": 1}, {"$id": "y", "a": 1}, True),
        ({"a": {"$id": "x"}}, {"a": {"$id": "y"}}, False),
        ({"a": True}, {"a": 1}, False),
        ({"a": 1.0}, {"a": 1}, True),
        ({"a": Decimal("1.5")}, {"a": Decimal("1.5")}, True),
        ({"a": 10**30}, {"a": 10**30 + 1}, False),
        ([1, 2], [2, 1], False),
        (True, True, True),
    ],
)
def test_documents_are_the_same_where_their_digests_are(
    first: Json, second: Json, alike: bool
) -> None:
    assert same(first, second) is alike
    assert (digest(first) == digest(second)) is alike
