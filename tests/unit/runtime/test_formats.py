from __future__ import annotations

import pytest

from modelpact.documents.wordings import FORMATS as NAMES
from modelpact.runtime.formats import FORMATS

_UUID4 = "123e4567-e89b-42d3-a456-426614174000"


@pytest.mark.parametrize(
    ("name", "members", "others"),
    [
        ("uuid4", [_UUID4, _UUID4.upper()], [_UUID4.replace("-42", "-12"), f"{{{_UUID4}}}", "x"]),
        ("uuid7", [_UUID4.replace("-42", "-72")], [_UUID4, _UUID4.replace("-a4", "-04")]),
        ("base64url", ["", "YQ==", "a-_b"], ["a+b", "YQ===", "a b"]),
        (
            "decimal",
            ["1", "-1.50", ".5", "1.", "1e5", "+2E-3"],
            ["", "1,5", "NaN", "0x1", "\u0661"],
        ),
        ("ipv4network", ["10.0.0.0/8", "10.0.0.1", "10.0.0.0/255.0.0.0"], ["10.0.0.0/33", "::/1"]),
        ("ipv6network", ["::/0", "2001:db8::/128"], ["::/129", "10.0.0.0/8", "::/x"]),
        ("ipvanyaddress", ["10.0.0.1", "::1"], ["10.0.0.0/8", "10.0.0", ""]),
        ("ipvanyinterface", ["10.0.0.1/24", "::1/64"], ["x/24", "10.0.0.1/"]),
        ("ipvanynetwork", ["10.0.0.0/24", "::/64"], ["x", "10.0.0.0/24/3"]),
        ("json-string", ["{}", "1", ' "a"'], ["", "{", "a"]),
        ("name-email", ["a@b.example", "A B <a@b.example>"], ["A B", "<a>", "A <a@b.example> x"]),
    ],
)
def test_formats_of_pydantic_are_sets_of_strings(
    name: str, members: list[str], others: list[str]
) -> None:
    assert [text for text in members if not FORMATS[name](text)] == []
    assert [text for text in others if FORMATS[name](text)] == []


def test_every_format_has_a_name_in_the_messages() -> None:
    assert FORMATS.keys() <= NAMES.keys()
