"""What the docstrings of generated Python say."""

from __future__ import annotations

from modelpact.graph.nodes import Life, Property, StringType, Words
from modelpact.targets.python.docs import property_docstring


def test_a_deprecated_field_says_what_instead_since_when_and_until_when() -> None:
    words = Words(
        description="A phone.", deprecated="Use `phones`.", life=Life("1.1.0", "2027-01-31")
    )
    prop = Property("phone", StringType(), required=True, words=words)
    said = " ".join(property_docstring(prop).split())
    assert "A phone." in said
    assert "Deprecated: Use `phones`. Since 1.1.0, stays until 2027-01-31." in said
